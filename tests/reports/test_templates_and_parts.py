"""Templates, parts switched off, languages: what is not chosen is told nowhere, and nothing leads to it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hatch_build import compile_translations
from tests.reports.cases import Case, harbour_case
from tests.reports.large import large_snapshot

from verifier.domain.errors import ReportError
from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.domain.reportversions import ReportVersion
from verifier.domain.rows import Snapshot
from verifier.reports import FORMS, ReportOptions, build_outline, render, write_report
from verifier.reports.options import PARTS, PARTS_OF, TEMPLATES
from verifier.reports.parts import AnnotatedSentence, Outline, Piece, Row

ASKED = {
    "question": "Which tide table did the pilot use?",
    "reply": "The harbour master answers on Friday.",
    "pass": "Went over all names and ranks",
}


def busy_case() -> Case:
    """The harbour case with questions, a reply and a pass."""
    case = harbour_case()
    place = case.passage("A3").id
    case.put(Question("q1", ASKED["question"], place, "the pilot", "9 May"))
    for number in range(2, 7):
        case.put(Question(f"q{number}", f"And what of jetty {number}?", place))
    case.put(Reply("r1", "Harbour master", "4 May", "by mail", "6 May", ASKED["reply"]))
    case.put(CheckPass("p1", ASKED["pass"], "Ada Berg (AB)", "5 May"))
    return case


def outline_of(snapshot: Snapshot, **options: Any) -> Outline:
    return build_outline(snapshot, ReportOptions(**options))


def values(one: Any) -> Iterator[Any]:
    """Every value inside an outline."""
    yield one
    if is_dataclass(one):
        for field in fields(one):
            yield from values(getattr(one, field.name))
    elif isinstance(one, tuple):
        for inner in one:
            yield from values(inner)


def words_in(outline: Outline) -> str:
    return "\n".join(one for one in values(replace(outline, data=None)) if isinstance(one, str))


def names(outline: Outline) -> list[str]:
    return [part.name for part in outline.parts]


def dead_references(outline: Outline) -> set[str]:
    """The anchors that are referred to and are nowhere."""
    found = list(values(outline.parts))
    there = {one.anchor for one in found if isinstance(one, (Row, AnnotatedSentence))}
    asked = {one.anchor for one in found if isinstance(one, Piece)}
    asked |= {one.claim for one in found if isinstance(one, AnnotatedSentence)}
    return asked - there - {""}


# -- templates -------------------------------------------------------------------------------------------------------


def test_a_dossier_has_all_parts_that_have_something_to_say_in_their_order() -> None:
    found = names(outline_of(busy_case().snapshot()))
    assert found == [name for name in PARTS if name not in ("quotations", "alone", "corrections")]


@pytest.mark.parametrize("template", ["memo", "annotated"])
def test_a_template_has_its_own_parts_and_no_others(template: str) -> None:
    outline = outline_of(busy_case().snapshot(), template=template)
    assert tuple(names(outline)) == PARTS_OF[template]
    assert outline.template == template


def test_a_memo_begins_with_the_finding_and_calls_itself_one() -> None:
    cover = outline_of(busy_case().snapshot(), template="memo").cover
    assert cover.kind == "Verification memo"
    assert cover.line.startswith("Verification memo · draft 1 · ")
    assert cover.finding[0] == "The closure is borne out."


def test_parts_beyond_a_template_are_put_in_at_their_place() -> None:
    asked = frozenset({"warnings", "sources"})
    assert names(outline_of(busy_case().snapshot(), template="annotated", also=asked)) == [
        "sources",
        "annotated",
        "warnings",
    ]
    both = {"also": asked, "without": frozenset({"sources"})}
    assert names(outline_of(busy_case().snapshot(), template="annotated", **both)) == [
        "annotated",
        "warnings",
    ]


def test_a_memo_cuts_long_lists_and_says_how_much_more_there_is() -> None:
    case = busy_case()
    outline = outline_of(case.snapshot(), template="memo")
    questions = outline.section("asked").find("asked.questions")
    assert len(questions.grids[0].rows) == 3
    assert questions.lead[0][0].text == "3 more in the full report."
    assert "6 questions are open." in words_in(outline)
    long = outline_of(large_snapshot(2_000), template="memo")
    assert sum(len(grid.rows) for grid in long.section("conflicts").grids) == 4
    assert len(long.summary.settle.grids[0].rows) == 5
    assert "more in the full report." in words_in(long)
    assert len(words_in(long)) < 12_000


def test_a_memo_tells_the_gravest_difference_first_and_agreement_in_one_line() -> None:
    conflicts = outline_of(busy_case().snapshot(), template="memo").section("conflicts")
    (line,) = conflicts.find("agreements").lead
    assert [piece.text for piece in line] == ["A2", " ↔ ", "B1"]
    assert not conflicts.find("agreements").grids
    first = conflicts.grids[0].rows[0]
    assert first.cells[1][0][0].text == "contradicts"
    assert first.cells[1][1][0].text == "hard"


def test_a_long_passage_is_shown_about_its_first_differing_words_in_a_memo() -> None:
    case = Case()
    same = "the ferry left the quay with all its boats and ropes in good order as the log of the day has it, "
    one = f"On Monday {same * 2}and thirty people saw it go. "
    other = f"On Monday {same * 2}and forty people saw it go. "
    case.article("A", [("body", [one])])
    case.article("B", [("body", [other])])
    case.link("A1", "B1", "contradicts")
    cell = outline_of(case.snapshot(), template="memo").section("conflicts").grids[0].rows[0].cells[0]
    shown = "".join(piece.text for piece in cell[0])
    assert shown.startswith("A1 … ")
    assert "thirty" in shown
    assert len(shown) < 170


def test_a_memo_on_many_articles_tells_of_them_together() -> None:
    case = Case()
    for letter in "ABCDEFGHIJ":
        case.article(
            letter, [("body", [f"The tide rose at {letter}. ", "Nobody saw."])], unconfirmed=("title",)
        )
    outline = outline_of(case.snapshot(), template="memo")
    told = words_in(outline)
    assert "20 sentences are not checked yet." in told
    assert "Of 10 articles, values found by the program are not confirmed by anybody." in told
    assert outline.summary.bars == ()
    assert len(outline.summary.counts.rows) == 8
    assert outline.summary.counts.caption.endswith("2 more in the full report.")
    assert len(outline_of(case.snapshot()).summary.bars) == 10


# -- parts switched off ----------------------------------------------------------------------------------------------

TELLTALES = {
    "summary": ("Settle before publication", "Labels in each article"),
    "conflicts": ("Agreement and conflict", "Where they differ"),
    "claims": ("see the claims", "Opinions and sentences without a claim"),
    "sources": ("As printed: ", "As understood: "),
    "annotated": ("Annotated article", "in the annotated articles", "Nothing could be more timid."),
    "evidence": ("closed from Monday", "page 3", "https://example.org/minutes"),
    "asked": (*ASKED.values(), "right of reply", "Right of reply", "part on questions"),
    "warnings": ("list of warnings", "List of warnings", "Hard conflicts nobody has resolved"),
    "custody": ("Custody", "custody", "SHA-256, original", "a.txt"),
    "method": ("What the labels mean", "The might of", "Which aids were used"),
}


@pytest.mark.parametrize("part", TELLTALES)
def test_a_part_switched_off_is_found_in_no_byte(part: str) -> None:
    snapshot = busy_case().snapshot()
    whole = words_in(outline_of(snapshot))
    assert sum(one in whole for one in TELLTALES[part]) >= 1
    options = ReportOptions(without=frozenset({part}))
    told = words_in(build_outline(snapshot, options))
    assert [one for one in TELLTALES[part] if one in told] == []
    assert part not in names(build_outline(snapshot, options))
    files = {form: data for form in ("docx", "html") for data in render(snapshot, options, form).values()}
    with zipfile.ZipFile(io.BytesIO(files.pop("docx"))) as package:
        files |= {name: package.read(name) for name in package.namelist()}
    for name, data in files.items():
        assert [one for one in TELLTALES[part] if one.encode() in data] == [], name


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("part", ["", "annotated", "claims", "evidence"])
def test_nothing_leads_to_a_place_that_is_not_printed(template: str, part: str) -> None:
    without = frozenset({part}) - {""}
    outline = outline_of(busy_case().snapshot(), template=template, without=without)
    assert dead_references(outline) == set()
    if template == "dossier" and part == "":
        assert sum(bool(one.anchor) for one in values(outline.parts) if isinstance(one, Piece)) > 20


def test_what_leads_nowhere_is_told_in_the_same_words() -> None:
    snapshot = busy_case().snapshot()
    memo = outline_of(snapshot, template="memo")
    dossier = outline_of(snapshot)
    place = memo.summary.settle.grids[0].rows[0].cells[0][0]
    same = dossier.summary.settle.grids[0].rows[0].cells[0][0]
    assert [piece.text for piece in place] == [piece.text for piece in same]
    assert [bool(piece.anchor) for piece in same] == [True, False, True]
    assert [bool(piece.anchor) for piece in place] == [False] * 3


def test_open_questions_are_counted_where_their_part_is_switched_off() -> None:
    outline = outline_of(busy_case().snapshot(), without=frozenset({"asked"}))
    told = words_in(outline)
    assert "6 questions are open." in told
    assert "Nothing else is open" not in told


def test_a_cut_list_does_not_send_to_a_list_of_warnings_that_is_not_there() -> None:
    snapshot = large_snapshot(2_000)
    assert "list of warnings" in words_in(outline_of(snapshot))
    told = words_in(outline_of(snapshot, without=frozenset({"warnings"})))
    assert "list of warnings" not in told
    assert "more are in the case." in told


# -- evidence at the foot of the page --------------------------------------------------------------------------------


def footnotes(outline: Outline) -> list[tuple[str, str]]:
    """What is referred to and what is told of it at the foot of the page, in reading order."""
    found = (one for one in values(outline.parts) if isinstance(one, Piece) and one.footnote)
    return [(one.text, "".join(piece.text for piece in one.footnote)) for one in found]


@pytest.mark.parametrize("template", ["dossier", "annotated"])
def test_the_first_mention_of_evidence_tells_it_at_the_foot_of_the_page_and_no_other(template: str) -> None:
    told = "Minutes of the harbour board, page 3. Accessed 20 November 2026. https://example.org/minutes"
    outline = outline_of(busy_case().snapshot(), template=template)
    assert footnotes(outline) == [("Ev1", told)]
    mentions = [one for one in values(outline.parts) if isinstance(one, Piece) and one.text == "Ev1"]
    assert len(mentions) > 1
    assert mentions[0].footnote
    assert mentions[0].footnote[-1].url == "https://example.org/minutes"


def test_a_memo_names_the_evidence_at_linked_passages() -> None:
    case = busy_case()
    case.evidence("Log of the pilot boat", "A3", url="file:///etc/hosts")
    found = footnotes(outline_of(case.snapshot(), template="memo"))
    assert found == [("Ev2", "Log of the pilot boat. file:///etc/hosts")]
    outline = outline_of(case.snapshot(), template="memo")
    assert not any(one.url for one in values(outline.parts) if isinstance(one, Piece))


def test_confidential_evidence_is_at_the_foot_of_an_internal_copy_alone() -> None:
    snapshot = busy_case().snapshot()
    assert "SECRETWITNESS" not in words_in(outline_of(snapshot))
    told = dict(footnotes(outline_of(snapshot, internal_copy=True)))
    assert "Confidential: SECRETWITNESS, interview." in told.values()


# -- language, version, data -----------------------------------------------------------------------------------------


def test_a_russian_report_has_russian_dates_and_numbers_and_says_its_language() -> None:
    compile_translations()
    outline = outline_of(busy_case().snapshot(), language="ru", time="2026-11-21T14:02+01:00")
    assert outline.language == "ru-RU"
    assert "21 ноября 2026" in outline.cover.when
    assert outline.summary.heading == "Сводка"


def version(number: int) -> ReportVersion:
    return ReportVersion(
        f"v{number}", number, "2026-11-20T10:00:00.000+00:00", "Ada Berg (AB)", "dossier", "e" * 64, 1, "f" * 64,
        "d" * 64,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("versions", "final", "said"),
    [
        (0, False, "Draft 1"),
        (1, False, "Draft 2"),
        (1, True, "Final, version 1"),
        (2, True, "Final, version 2"),
        (0, True, "Draft 1"),
    ],
)
def test_the_cover_and_every_page_tell_the_version(versions: int, final: bool, said: str) -> None:
    snapshot = replace(busy_case().snapshot(), versions=tuple(version(one) for one in range(1, versions + 1)))
    outline = outline_of(snapshot, final=final)
    assert outline.running.status == said
    assert f" · {said[0].lower()}{said[1:]} · " in outline.cover.line


@pytest.mark.parametrize(
    ("template", "embed", "carried"),
    [
        ("dossier", None, True),
        ("memo", None, False),
        ("annotated", None, True),
        ("dossier", False, False),
        ("memo", True, True),
    ],
)
def test_data_is_carried_as_the_template_has_it_unless_asked_and_its_hash_is_printed(
    template: str, embed: bool | None, carried: bool
) -> None:
    outline = outline_of(busy_case().snapshot(), template=template, embed=embed)
    assert (outline.data is not None) == carried
    if outline.data is not None:
        assert outline.data.sha256 in words_in(outline)
    else:
        assert "achine-readable" not in words_in(outline)


def test_the_method_tells_of_aids_and_their_limits() -> None:
    method = outline_of(busy_case().snapshot()).section("method")
    told = words_in(replace(outline_of(busy_case().snapshot()), parts=(method,)))
    assert "The program did not compare the articles for this report." in told
    assert "every link was made by a checker" in told
    assert [row.cells[0][0][0].text for row in method.find("method.severities").grids[0].rows] == [
        "hard",
        "tension",
        "framing",
        "minor",
    ]


def test_characters_in_notes_that_a_document_cannot_carry_are_listed() -> None:
    case = busy_case()
    case.mark("B2", "opinion", note="A bell\x07 rang.\x07")
    case.mark("B3", "opinion", note="Quietly\x01 now.", reach="internal")
    told = words_in(outline_of(case.snapshot()))
    assert "‹U+0007› (2 times)" in told
    assert "‹U+0001›" not in told


# -- refusals and forms ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (ReportOptions(language="xx"), "unknown-language"),
        (ReportOptions(without=frozenset({"cover"})), "unknown-part"),
        (ReportOptions(also=frozenset({"jokes"})), "unknown-part"),
        (ReportOptions(house_style=b"no document", house_name="own.docx"), "house-style-unreadable"),
    ],
)
def test_choices_there_are_not_are_refused(options: ReportOptions, code: str) -> None:
    with pytest.raises(ReportError) as refusal:
        build_outline(Case().snapshot(), options)
    assert refusal.value.code == code


def test_a_form_there_is_not_is_refused_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as refusal:
        write_report(Case().snapshot(), ReportOptions(), tmp_path / "x.odt", "odt")
    assert refusal.value.code == "unknown-form"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_case_is_rendered_in_every_form(form: str) -> None:
    assert all(render(Case().snapshot(), ReportOptions(), form).values())


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_rendered_with_any_part_alone(template: str) -> None:
    for part in PARTS:
        outline = outline_of(
            busy_case().snapshot(),
            template=template,
            also=frozenset({part}),
            without=frozenset(PARTS) - {part},
            embed=False,
        )
        assert set(names(outline)) <= {part}
        assert dead_references(outline) == set()
