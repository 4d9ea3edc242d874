"""The PDF of the first real article gives the account its plain text gives, sentence for sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.readers import read

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES", Path(__file__).parents[3] / "shared" / "articles"))
DIFFERENT: set[str] = set()
"""What the print changed; it changed nothing."""


def real(name: str) -> ArticleDraft:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    return read(Source(name, path.read_bytes()))


def account(draft: ArticleDraft) -> list[str]:
    return [
        draft.text[each.start : each.end].strip()
        for each in draft.sentences
        if draft.paragraphs[each.paragraph].kind in ACCOUNT_KINDS
    ]


def aside(draft: ArticleDraft) -> list[tuple[ParagraphKind, str]]:
    return [
        (each.kind, draft.text[each.start : each.end].strip())
        for each in draft.paragraphs
        if each.kind not in ACCOUNT_KINDS
    ]


def test_the_print_of_the_report_gives_the_same_account_as_its_text() -> None:
    printed, plain = real("moscow_times.pdf"), real("moscow_times.txt")
    assert len(account(plain)) == 16
    assert set(account(printed)) ^ set(account(plain)) == DIFFERENT
    assert account(printed) == account(plain)


def test_what_is_set_aside_in_the_print_is_what_is_set_aside_in_the_text() -> None:
    printed, plain = real("moscow_times.pdf"), real("moscow_times.txt")
    found = [aside(draft) for draft in (printed, plain)]
    assert found[0] == found[1]
    assert [kind for kind, _ in found[0]].count(ParagraphKind.RELATED) == 2
    assert printed.letters.seen == printed.letters.kept
