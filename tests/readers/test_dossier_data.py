"""The data of a report read back: whole and sure, wherever a program put it; refused in words where it is not."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.zips import zipped
from tests.reports.cases import harbour_case
from tests.reports.margins import members_of, packed, replaced

from verifier.domain.articles import Passage, Source, Version, sha256_of
from verifier.domain.errors import ReadError
from verifier.domain.judgements import CaseDetails, Evidence, EvidenceUse, Link, Mark
from verifier.domain.kinds import Reach
from verifier.domain.reopened import DossierDraft
from verifier.readers.dossier import read_dossier
from verifier.reports import ReportOptions, render

DATA = "customXml/item1.xml"


@cache
def report(**options: Any) -> bytes:
    """The report of the invented case."""
    return render(harbour_case().snapshot(), ReportOptions(**options), "docx")[""]


def read(data: bytes) -> DossierDraft:
    return read_dossier(Source("harbour.docx", data))


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        read(data)
    return refused.value.code


def carrying(text: str, digest: str = "") -> bytes:
    """The report with other data in it."""
    element = (
        f'<verifier xmlns="urn:verifier:data" sha256="{digest or sha256_of(text)}">{escape(text)}</verifier>'
    )
    return packed({**members_of(report()), DATA: element.encode()})


def data_of(data: bytes) -> dict[str, Any]:
    from lxml import etree

    found: dict[str, Any] = json.loads(str(etree.fromstring(members_of(data)[DATA]).text))
    return found


# -- what comes back -------------------------------------------------------------------------------------------------


def test_texts_come_back_with_their_paragraphs_sentences_and_numbers() -> None:
    case, draft = harbour_case(), read(report())
    for one in draft.texts:
        article = next(row for row in case.rows.articles() if row.letter == one.article.letter)
        version = case.rows.need(Version, article.version_id)
        assert one.text == case.texts[version.text_sha256]
        assert one.article == article
        assert [(row.kind, row.start, row.end) for row in one.paragraphs] == [
            (row.kind, row.start, row.end) for row in case.rows.paragraphs(version.id)
        ]
        assert [(row.number, row.start, row.end) for row in one.sentences] == [
            (row.number, row.start, row.end)
            for paragraph in case.rows.paragraphs(version.id)
            for row in case.rows.sentences(paragraph.id)
        ]
        assert (one.version.name, one.version.original_sha256) == (version.name, version.original_sha256)
        assert one.version.warnings == version.warnings
    assert len(draft.texts) == 2


def test_what_is_judged_comes_back_with_every_field_but_what_is_internal() -> None:
    case, draft = harbour_case(), read(report())
    kinds: tuple[type[Any], ...] = (Link, EvidenceUse, CaseDetails)
    for kind in kinds:
        known = {row.id: row for row in case.rows.all(kind)}
        came = {row.id: row for row in draft.rows if isinstance(row, kind)}
        assert came
        assert all(known[key] == row for key, row in came.items())
    marks = {row.id: row for row in draft.rows if isinstance(row, Mark)}
    for mark in case.rows.all(Mark):
        if mark.reach is Reach.PRINTED:
            assert marks[mark.id] == mark
        else:
            assert marks[mark.id].note == ""
            assert marks[mark.id].label == mark.label
    (piece,) = (row for row in draft.rows if isinstance(row, Evidence))
    assert piece.citation == "Minutes of the harbour board"
    for passage in (row for row in draft.rows if isinstance(row, Passage)):
        text = next(one.text for one in draft.texts if one.version.id == passage.version_id)
        assert passage.sha256 == sha256_of(text[passage.start : passage.end])
    assert b"SECRET" not in b"".join(members_of(report()).values())


def test_an_internal_copy_gives_internal_notes_back_as_internal() -> None:
    draft = read(report(internal_copy=True))
    notes = {row.note: row.reach for row in draft.rows if isinstance(row, Mark) and row.note}
    assert notes["SECRETREMARK of ours"] is Reach.INTERNAL
    assert draft.returned == ()
    assert draft.silenced == ()


def test_a_report_nobody_touched_has_nothing_new_in_its_margins() -> None:
    draft = read(report())
    assert (draft.returned, draft.homeless, draft.silenced, draft.left) == ((), (), (), ())
    assert draft.sha256 == sha256_of(report())


def test_the_data_is_found_under_another_name_and_in_another_encoding() -> None:
    members = members_of(report())
    words = members.pop(DATA).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    moved = {**members, "CustomXML/Item77.xml": words.encode("utf-16")}
    assert read(packed(moved)).texts == read(report()).texts


# -- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "report-not-word"),
        (b"PK\x05\x06" + bytes(18), "report-not-word"),
        (bytes(range(256)) * 64, "report-not-word"),
        (b"%PDF-1.7\n", "report-not-word"),
        (b"Just words.", "report-not-word"),
        (zipped({"word/document.xml": "<nothing/>"}), "report-not-word"),
        (zipped({"a.txt": "x"}), "report-not-word"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "package-doctype"),
        (zipped([("word/document.xml", "<a/>"), ("word/document.xml", "<b/>")]), "package-name-twice"),
        (zipped({"word/document.xml": " " * 300_000_000}), "package-swells"),
    ],
)
def test_what_is_no_sound_word_document_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_report_cut_off_anywhere_is_refused() -> None:
    whole = report()
    for part in range(1, 12):
        assert refusal(whole[: len(whole) * part // 12]) == "report-not-word"


def test_somebody_elses_document_and_a_memo_carry_no_data() -> None:
    import io

    import docx

    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Not ours.")
    document.save(file)
    assert refusal(file.getvalue()) == "report-without-data"
    assert refusal(report(template="memo")) == "report-without-data"


def test_a_report_without_its_texts_says_so() -> None:
    assert refusal(report(without=frozenset({"annotated"}))) == "report-without-texts"
    assert refusal(report(template="memo", embed=True)) == "report-without-texts"


def test_one_letter_altered_anywhere_in_the_data_is_found() -> None:
    altered = replaced(report(), DATA, "The board closed the pier", "The board opened the pier")
    assert refusal(altered) == "report-data-altered"
    assert refusal(replaced(report(), DATA, "disputed", "verified")) == "report-data-altered"


def test_two_sets_of_data_are_not_chosen_between() -> None:
    members = members_of(report())
    other = members_of(report(time="2030-01-01T00:00"))[DATA]
    assert refusal(packed({**members, "customXml/item9.xml": other})) == "report-data-altered"
    twice = packed({**members, "customXml/item9.xml": members[DATA]})
    assert read(twice).texts == read(report()).texts


def test_data_of_a_newer_program_is_refused_as_such() -> None:
    data = data_of(report())
    data["case"]["form"] = 2
    assert refusal(carrying(json.dumps(data))) == "report-data-newer"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        "1",
        '{"case": {}}',
        '{"case": []}',
        "{",
        "[" * 100_000,
        '{"case":{"form":true}}',
    ],
)
def test_data_that_is_none_is_refused(text: str) -> None:
    assert refusal(carrying(text)) == "report-data-damaged"


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for name, one in parts for place in _places(one, (*path, name)))]


PLACES = _places(data_of(report())["case"])
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.text(max_size=5), st.just([]), st.just({}),
    st.just([["a", "b"]]), st.floats(allow_nan=False), st.just("\ud800"),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(place=st.sampled_from(PLACES[1:]), value=ODD)
def test_data_with_anything_else_in_any_place_is_read_or_refused(place: tuple[Any, ...], value: Any) -> None:
    data = data_of(report())
    inside = data["case"]
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = value
    try:
        draft = read(carrying(json.dumps(data)))
    except ReadError as error:
        assert error.code in ("report-data-damaged", "report-data-newer", "report-without-texts")  # noqa: PT017
    else:
        assert draft.texts
