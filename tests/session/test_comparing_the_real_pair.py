"""Comparing the first real case as a whole: of its text only short names and numbers stand here."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from verifier.compare.facts import fact_strip
from verifier.domain.comparing import Account, AloneKind, Comparison, FactKind, Likeness, Span
from verifier.session.comparing import accounts_of, compare_accounts
from verifier.session.reading import read_file
from verifier.session.workbench import Workbench

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or Path(__file__).parents[3] / "shared" / "articles")
FORMS = [("spectator.txt", "moscow_times.txt"), ("spectator.html", "moscow_times.docx")]
forms = pytest.mark.parametrize(("one", "other"), FORMS)


@cache
def accounts(one: str, other: str) -> tuple[Account, ...]:
    paths = [FOLDER / one, FOLDER / other]
    if not all(path.exists() for path in paths):
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    with TemporaryDirectory() as folder, Workbench.create(Path(folder) / "real.verif") as case:
        case.add_articles([read_file(path) for path in paths])
        return accounts_of(case)


def found(one: str, other: str) -> Comparison:
    return compare_accounts(accounts(one, other))


def alone(one: str, other: str, kind: AloneKind) -> list[str]:
    texts = {account.article_id: account.text for account in accounts(one, other)}
    return [
        texts[each.article_id][each.start : each.end] for each in found(one, other).alone if each.kind is kind
    ]


def span_of(account: Account, *words: str) -> Span:
    """The span of the one sentence that has some words."""
    [piece] = [
        piece
        for piece in account.pieces
        if all(word in account.text[piece.start : piece.end] for word in words)
    ]
    return piece.start, piece.end


@forms
def test_announced_and_threatened_differ_in_the_strip(one: str, other: str) -> None:
    a, b = accounts(one, other)
    rows = fact_strip(a, span_of(a, "sanctions"), b, span_of(b, "sanctions"))
    told = {
        (a.text[slice(*row.a[0])], b.text[slice(*row.b[0])]): row.differs
        for row in rows
        if row.kind in (FactKind.STATUS, FactKind.NAME) and row.a and row.b
    }
    assert told[("announced", "threatened")] is True
    assert told[("EU", "European Union")] is False


@forms
def test_numbers_only_one_has_are_only_here(one: str, other: str) -> None:
    figures = " | ".join(alone(one, other, AloneKind.FIGURE))
    for number in ("12,000", "200,000", "70"):
        assert number in figures


@forms
def test_a_misspelt_name_is_found(one: str, other: str) -> None:
    assert [(each.usual, each.variant) for each in found(one, other).names] == [("Navalny", "Navlany")]


@forms
def test_a_fragment_is_found_in_its_other_setting(one: str, other: str) -> None:
    texts = {account.article_id: account.text for account in accounts(one, other)}
    fragments = {
        texts[each.article_a][each.a.start : each.a.end]
        for each in found(one, other).matches
        if each.likeness is Likeness.FRAGMENT
    }
    assert "internal decision" in fragments


@forms
def test_the_long_quotations_are_whole_and_one_has_its_speaker(one: str, other: str) -> None:
    a, _ = accounts(one, other)
    long = [each for each in dict(found(one, other).quotations)[a.article_id] if each.end - each.start > 150]
    assert len(long) == 2
    assert [each.speaker for each in long if "Krivosheev" in each.speaker] == [long[1].speaker]


@forms
def test_nothing_comes_from_what_is_set_aside(one: str, other: str) -> None:
    for account in accounts(one, other):
        inside = [False] * len(account.text)
        for start, end in account.paragraphs:
            inside[start:end] = [True] * (end - start)
        spans = [(each.start, each.end) for each in dict(found(one, other).figures)[account.article_id]]
        spans += [(each.start, each.end) for each in dict(found(one, other).quotations)[account.article_id]]
        assert spans
        assert all(all(inside[start:end]) for start, end in spans)
        assert not any("http" in account.text[start:end] for start, end in spans)


@forms
def test_the_sanctions_are_suggested_for_one_another(one: str, other: str) -> None:
    a, b = accounts(one, other)
    (start, _), (first, _) = span_of(a, "sanctions"), span_of(b, "sanctions")
    [suggestion] = [
        each
        for each in found(one, other).suggestions
        if each.a in {piece.id for piece in a.pieces if piece.start == start}
        and each.b in {piece.id for piece in b.pieces if piece.start == first}
    ]
    assert suggestion.rank_a <= 3
    assert suggestion.rank_b <= 3
