"""The first real case: two articles that are not part of this project, looked for beside it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from verifier.domain.articles import ArticleDraft, Metadata, Source
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.readers import read
from verifier.readers.encodings import byte_span

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES", Path(__file__).parents[3] / "shared" / "articles"))
NAMES = ["spectator.txt", "moscow_times.txt"]


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


def kinds(draft: ArticleDraft) -> list[ParagraphKind]:
    return [each.kind for each in draft.paragraphs]


def test_the_commentary_has_34_sentences_and_its_furniture_is_set_aside() -> None:
    draft = real("spectator.txt")
    found = kinds(draft)
    assert draft.wrap == "lines"
    assert len(account(draft)) == 34
    assert found[0] is ParagraphKind.HEADLINE
    assert found[1:5] == [ParagraphKind.DATELINE] * 4
    assert found[-2:] == [ParagraphKind.BOILERPLATE] * 2
    assert found.count(ParagraphKind.QUOTE) == 2
    assert set(found[5:-2]) == {ParagraphKind.BODY, ParagraphKind.QUOTE}
    assert draft.text.count("\xa0") == 13
    assert draft.metadata.published == "2021-02-24"
    assert draft.metadata.published_as_printed == "24 February 2021"
    assert draft.metadata.title == account(draft)[0]
    assert draft.metadata.byline is None
    assert draft.metadata.url is None


def test_the_report_has_16_sentences_and_nothing_is_claimed_for_it() -> None:
    draft = real("moscow_times.txt")
    assert draft.wrap == "wrapped"
    assert len(account(draft)) == 16
    assert kinds(draft)[:2] == [ParagraphKind.CAPTION, ParagraphKind.CREDIT]
    assert kinds(draft).count(ParagraphKind.RELATED) == 2
    assert kinds(draft).count(ParagraphKind.BODY) == len(draft.paragraphs) - 4
    assert draft.metadata == Metadata()
    assert any("Jan. 17 return" in sentence for sentence in account(draft))


@pytest.mark.parametrize("name", NAMES)
def test_the_paragraphs_joined_are_the_file_with_line_breaks_folded(name: str) -> None:
    draft = real(name)
    original = (FOLDER / name).read_bytes().decode()
    folded = re.sub(r"[ \t]*\n[ \t]*", " ", original)
    assert re.sub(" +", " ", draft.text.replace("\n", " ")).strip(" ") == re.sub(" +", " ", folded).strip(" ")


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_leads_back_to_its_bytes(name: str) -> None:
    draft = real(name)
    stored = (FOLDER / name).read_bytes()
    assert len(draft.sentences) > 16
    for sentence in draft.sentences:
        begin, end = byte_span(
            stored, draft.encoding, *draft.positions.source_span(sentence.start, sentence.end)
        )
        words = stored[begin:end].decode()
        assert re.sub(r" ?\n ?", " ", words) == draft.text[sentence.start : sentence.end]
