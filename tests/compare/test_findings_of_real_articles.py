"""Figures, names, what stands alone and cues of the first real case: of its text only short names stand here."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from verifier.compare.alone import alone
from verifier.compare.cues import cue_word, cues
from verifier.compare.figures import figures_of
from verifier.compare.names import names, variants
from verifier.compare.quotations import matches
from verifier.domain.comparing import Account, Alone, AloneKind, Figure, FigureKind, Piece
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.session.reading import read_file
from verifier.text.quotations import quotations

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or Path(__file__).parents[3] / "shared" / "articles")
FORMS = [
    ("spectator.txt", "moscow_times.txt"),
    ("spectator.html", "moscow_times.docx"),
    ("spectator.mhtml", "moscow_times.pdf"),
]
forms = pytest.mark.parametrize(("one", "other"), FORMS)


@cache
def account(name: str, letter: str) -> Account:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    draft = read_file(path)
    kept = [(number, each) for number, each in enumerate(draft.paragraphs) if each.kind in ACCOUNT_KINDS]
    pieces: list[Piece] = []
    for number, paragraph in kept:
        for each in draft.sentences:
            if paragraph.start <= each.start < paragraph.end:
                place = str(len(pieces) + 1)
                pieces.append(Piece(letter + place, place, each.start, each.end, number))
    spans = tuple((each.start, each.end) for _number, each in kept)
    return Account(letter, letter, draft.text, tuple(pieces), spans, "en", "2021-02-24")


def pair(one: str, other: str) -> tuple[Account, Account]:
    return account(one, "A"), account(other, "B")


def only_here(accounts: tuple[Account, Account]) -> tuple[Alone, ...]:
    quoted = {each.article_id: quotations(each.text, each.paragraphs) for each in accounts}
    figures = {each.article_id: figures_of(each) for each in accounts}
    return alone(accounts, (), figures, quoted, matches(accounts, quoted))


def words(account: Account, span: Alone | Figure) -> str:
    return " ".join(account.text[span.start : span.end].split())


@forms
def test_the_misspelt_name_is_found_and_nothing_else(one: str, other: str) -> None:
    accounts = pair(one, other)
    (told,) = variants(accounts)
    assert (told.usual, told.variant) == ("Navalny", "Navlany")
    ((article, (start, end)),) = told.variant_places
    assert article == "A"
    assert accounts[0].text[start:end] == "Navlany"
    assert len(told.usual_places) > 25


@forms
def test_detentions_signatures_and_countries_are_only_in_the_report(one: str, other: str) -> None:
    accounts = pair(one, other)
    rows = [row for row in only_here(accounts) if row.kind is AloneKind.FIGURE]
    told = {words(accounts[1], row) for row in rows if row.article_id == "B"}
    assert {"some 12,000 detentions", "nearly 200,000 signatures", "70 countries"} <= told
    assert "44-year-old" in told
    assert not any(
        char.isdigit() for row in rows if row.article_id == "A" for char in words(accounts[0], row)
    )


@forms
def test_figures_of_the_report_have_their_bounds(one: str, other: str) -> None:
    _commentary, report = pair(one, other)
    by_words = {words(report, figure): figure for figure in figures_of(report)}
    assert by_words["some 12,000 detentions"].approximate
    assert by_words["nearly 200,000 signatures"].high == 200_000
    assert by_words["44-year-old"].kind is FigureKind.AGE
    assert by_words["two and a half years"].low == 2.5
    assert by_words["Jan. 17"].resolved


@forms
def test_nothing_is_drawn_from_the_related_article(one: str, other: str) -> None:
    _commentary, report = pair(one, other)
    spans = [(each.start, each.end) for each in figures_of(report)] + [
        (each.start, each.end) for each in names(report)
    ]
    assert len(spans) > 40
    assert not any(
        "2025" in report.text[start:end] or "Rights Court" in report.text[start:end] for start, end in spans
    )
    place = report.text.find("https://")
    if place >= 0:
        ends = report.text.find("\n", place)
        assert not any(start < ends and place < end for start, end in spans)


@forms
def test_names_only_one_has_are_told(one: str, other: str) -> None:
    accounts = pair(one, other)
    rows = [row for row in only_here(accounts) if row.kind is AloneKind.NAME]
    commentary = {words(accounts[0], row) for row in rows if row.article_id == "A"}
    report = {words(accounts[1], row) for row in rows if row.article_id == "B"}
    assert {"Denis Krivosheev", "Central Asia"} <= commentary
    assert {"Alexander Artemyev", "Mediazona"} <= report
    assert not (commentary | report) & {"Navalny", "Navlany", "Kremlin", "EU", "European Union", "RT"}


@forms
def test_the_commentary_has_cue_words_of_its_own_and_the_report_hardly_any(one: str, other: str) -> None:
    accounts = pair(one, other)
    found = [
        [cue_word(each, cue) for cue in cues(each, quotations(each.text, each.paragraphs))]
        for each in accounts
    ]
    assert {"bizarre", "misguided", "no doubt"} <= set(found[0])
    assert len(found[0]) >= 10
    assert len(found[1]) <= 2
