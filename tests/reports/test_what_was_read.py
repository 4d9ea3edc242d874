"""What a report tells of how its articles were read: doubts, candidates, roles, places, earlier readings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx_integrity
import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from tests.making import BERG, COUNCIL, HARBOUR, Paragraphs, at, make_draft, ticking

from verifier.domain.articles import Article, ArticleDraft, Metadata, Notice, Source
from verifier.domain.judgements import Mark
from verifier.domain.kinds import InlineKind, Label, Origin, ParagraphKind, Reach, Relation, Role
from verifier.domain.reading import Anchor, Candidate, Inline, Letters, Spot
from verifier.i18n import ENGLISH
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.locators import clock_time, locator
from verifier.reports.parts import Outline, Phrase, Section, Tone
from verifier.session.evidence import EvidenceDraft
from verifier.session.fetching.hops import Hop, Tls
from verifier.session.fetching.warc import write_warc
from verifier.session.judging import Judgement
from verifier.session.ways import way_of
from verifier.session.workbench import Workbench

BODY, ASIDE = ParagraphKind.BODY, ParagraphKind.ASIDE
ASKED, ANSWERED = "http://quay.example/news", "https://www.quay.example/news/1"

WRITTEN: Paragraphs = [
    (ParagraphKind.HEADLINE, ["The quay is closed"]),
    (BODY, ["The quay closed on Monday morning. ", "Forty boats lie idle."]),
    (ASIDE, ["It had closed before."]),
    (ASIDE, ["Is this so? (N. Quist)"]),
    (BODY, ["Harbour log, page 7."]),
    (ParagraphKind.FURNITURE, ["The Gull weekly"]),
]
ROLES = [Role.NONE, Role.NONE, Role.DELETED, Role.COMMENT, Role.FOOTNOTE, Role.HEADER]
PAGES = [1, 2, 2, 2, 3, 3]


def draft_written() -> ArticleDraft:
    """A draft such as readers make: roles, pages, doubts, candidates, an insertion, letters missing."""
    draft = make_draft(
        WRITTEN, "quay.docx", Metadata(title="The quay is closed", publisher="The Gull", language="en")
    )
    paragraphs = tuple(
        replace(
            one,
            role=role,
            anchor=Anchor(spots=(Spot(page, 1.0, 2.0, 3.0, 4.0),)),
            confidence=60 if index in (1, 3, 5) else 100,
        )
        for index, (one, role, page) in enumerate(zip(draft.paragraphs, ROLES, PAGES, strict=True))
    )
    start = draft.text.index(" morning")
    return replace(
        draft,
        paragraphs=paragraphs,
        inlines=(Inline(InlineKind.INSERTED, start, start + len(" morning")),),
        candidates=(
            Candidate("title", "The quay is closed", Origin.VISIBLE, "first heading"),
            Candidate("title", "Quay shut", Origin.DOCUMENT, "dc:title"),
            Candidate("title", "The quay is closed", Origin.META, "og:title"),
            Candidate("publisher", "The Gull", Origin.DOCUMENT, "Company"),
            Candidate("publisher", "The Gull", Origin.META, "og:site_name"),
        ),
        unconfirmed=("title", "publisher"),
        letters=Letters(1_000, 950, ("lost words",)),
        warnings=(Notice("letters-missing", (("seen", "1000"), ("kept", "950"), ("places", "lost words"))),),
        part="2",
    )


def draft_fetched() -> ArticleDraft:
    """A draft of a page that was fetched over a redirect."""
    hops = [
        Hop(ASKED, "192.0.2.1", "2031-05-04T08:00:00.000+00:00", b"GET /", b"HTTP/1.1 301 x\r\n\r\n", 18, 301, None,
            "", ANSWERED),
        Hop(ANSWERED, "192.0.2.1", "2031-05-04T08:00:01.000+00:00", b"GET /", b"HTTP/1.1 200 OK\r\n\r\nx", 19, 200,
            Tls("TLSv1.3", "X", "ab" * 32), "", None),
    ]  # fmt: skip
    data = write_warc(ASKED, "2031-05-04T08:00:00.000+00:00", hops)
    draft = make_draft(COUNCIL)
    return replace(draft, source=Source(ASKED, data, "url", "2031-05-04T08:00:00.000+00:00"))


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    made = Workbench.create(tmp_path / "case.verif", checker=BERG, clock=ticking())
    made.add_articles([draft_written(), draft_fetched()])
    return made


def article(case: Workbench, letter: str = "A") -> Article:
    return case.article_at_letter(letter)


def outline_of(case: Workbench) -> Outline:
    return build_outline(case.snapshot(), ReportOptions())


def said(phrase: Phrase) -> str:
    return "".join(piece.text for piece in phrase)


def lines(section: Section) -> list[str]:
    return [said(phrase) for inner in section.walk() for phrase in inner.lead]


def rows(section: Section) -> list[list[str]]:
    return [
        ["\n".join(said(phrase) for phrase in cell) for cell in row.cells]
        for inner in section.walk()
        for grid in inner.grids
        for row in grid.rows
    ]


def custody(case: Workbench, letter: str = "A") -> dict[str, str]:
    return {row[0]: row[1] for row in rows(outline_of(case).section("custody").find(f"custody.{letter}"))}


# -- what is known ---------------------------------------------------------------------------------------------------


def test_values_nobody_confirmed_are_named_so_in_headings_sources_and_open_items(case: Workbench) -> None:
    outline = outline_of(case)
    first = rows(outline.section("sources"))[0]
    assert "Publisher: The Gull (not confirmed)" in first[1]
    assert "Title: The quay is closed (not confirmed)" in first[1]
    assert "Byline: not stated in the source" in first[1]
    assert "Language: en" in first[3].splitlines()
    assert outline.annotated.articles[0].heading == "Annotated article A · The Gull (not confirmed)"
    told = "A · The Gull: found by the program and not confirmed by anybody: title, publisher."
    assert told in lines(outline.summary.open)
    assert told in lines(outline.section("warnings"))
    assert "“Not confirmed” is what the program found" in outline.cover.legend_sentence
    case.confirm(article(case).id, ["title", "publisher"])
    assert "(not confirmed)" not in repr(outline_of(case))
    assert "confirmed by anybody" not in repr(outline_of(case))
    assert "Not confirmed" not in outline_of(case).cover.legend_sentence


def test_all_values_are_told_where_a_source_offers_several(case: Workbench) -> None:
    assert custody(case)["Values offered"] == (
        "title: The quay is closed (the text itself, first heading; meta element, og:title); "
        "Quay shut (document properties, dc:title)"
    )
    assert "Values offered" not in custody(case, "B")


# -- custody ---------------------------------------------------------------------------------------------------------


def test_letters_that_are_missing_are_counted_and_warned_of(case: Workbench) -> None:
    told = custody(case)["Letters"]
    assert told.startswith("950 in the text; an independent parse saw 1,000 letters and digits (95.0 %)")
    assert "Words may be missing" in told
    assert "lost words" in custody(case)["Warnings"]
    assert custody(case, "B")["Letters"] == "not counted"
    [row] = [
        row
        for row in outline_of(case).section("custody").find("custody.A").grids[0].rows
        if said(row.cells[0][0]) == "Letters"
    ]
    assert row.cells[1][0][0].tone is Tone.TAG_DISPUTED
    assert any(
        "letters of the source are missing" in line for line in lines(outline_of(case).section("warnings"))
    )


def test_doubts_about_kinds_are_counted_until_a_person_settles_them(case: Workbench) -> None:
    told = "paragraphs whose kind is in doubt: 1 kept in the account, 2 set aside."
    assert custody(case)["In doubt"] == told
    assert f"A · The Gull: {told}" in lines(outline_of(case).section("warnings"))
    paragraphs = case.rows.paragraphs(article(case).version_id)
    case.set_kind([paragraphs[1].id], paragraphs[1].kind)
    assert (
        custody(case)["In doubt"] == "paragraphs whose kind is in doubt: 0 kept in the account, 2 set aside."
    )
    case.set_kind([paragraphs[3].id, paragraphs[5].id], ASIDE)
    assert custody(case)["In doubt"] == "nothing"


def test_the_part_read_and_what_is_set_aside_are_told_with_their_roles(case: Workbench) -> None:
    facts = custody(case)
    assert facts["Part read"] == "2"
    assert facts["File name"] == "quay.docx"
    assert facts["Set aside"].splitlines() == [
        "deleted: It had closed before.",
        "comment: Is this so? (N. Quist)",
        "running head: The Gull weekly",
    ]


def test_a_page_with_hundreds_of_things_set_aside_names_some_and_counts_all(tmp_path: Path) -> None:
    many: Paragraphs = [
        (BODY, ["The quay."]),
        *[(ParagraphKind.FURNITURE, [f"Menu {n}"]) for n in range(200)],
    ]
    with Workbench.create(tmp_path / "x.verif", clock=ticking()) as case:
        case.add_articles([make_draft(many)])
        [told] = custody(case)["Set aside"].splitlines()
    assert told.startswith("running head or foot (200): Menu 0 · Menu 1 · Menu 2")
    assert told.endswith(" · Menu 19 … 180 more are in the case.")


def test_what_is_set_aside_again_and_again_is_told_once(tmp_path: Path) -> None:
    aside = [(ParagraphKind.FURNITURE, ["The Gull weekly"]), (ParagraphKind.CREDIT, ["Photo: Quist"])]
    many: Paragraphs = [(BODY, ["The quay."]), *aside, *aside, *aside, (ParagraphKind.FURNITURE, ["Page 4"])]
    with Workbench.create(tmp_path / "x.verif", clock=ticking()) as case:
        case.add_articles([make_draft(many)])
        assert custody(case)["Set aside"].splitlines() == [
            "running head or foot (4): The Gull weekly (3 times) · Page 4",
            "photo credit (3): Photo: Quist (3 times)",
        ]


def test_the_way_a_page_came_is_told_hop_by_hop_with_its_certificate(case: Workbench) -> None:
    told = custody(case, "B")
    assert told["Address"] == ASKED
    assert told["Retrieved"].splitlines() == [
        "fetched from the web; the whole exchange is kept in the case, 4 May 2031, 08:00 (UTC)",
        f"1. {ASKED} answered with 301",
        f"2. {ANSWERED} answered with 200",
        "certificate of answer 2, SHA-256 " + "ab" * 32,
    ]


@pytest.mark.parametrize(
    "data", [b"", b"no exchange", b"\r\n\r\nasked: ", b"\r\n\r\nasked: \xff\r\nx\r\nhop"]
)
def test_what_tells_no_way_is_read_as_such(data: bytes) -> None:
    assert [name for name, _ in way_of(data)] in ([], ["asked"], ["asked", "hop"])


# -- in the text -----------------------------------------------------------------------------------------------------


def test_what_an_author_took_away_put_in_or_remarked_stands_in_place_with_its_role(case: Workbench) -> None:
    annotated = outline_of(case).annotated.articles[0]
    assert [(part.head, "".join(one.text for one in part.sentences)) for part in annotated.paragraphs] == [
        ("[p. 1] ", "The quay is closed"),
        ("[p. 2] ", "The quay closed on Monday morning.Forty boats lie idle."),
        ("[deleted] ", "It had closed before."),
        ("[comment] ", "Is this so? (N. Quist)"),
        ("[p. 3 · footnote] ", "Harbour log, page 7."),
    ]
    assert [part.sentences[0].address for part in annotated.paragraphs] == ["A1", "A2", "", "", "A4"]
    assert "In brackets stands the page" in said(outline_of(case).annotated.lead[0])
    stretches = annotated.paragraphs[1].sentences[0].stretches
    assert [(one.lead, one.text, one.tail) for one in stretches] == [
        ("", "The quay closed on Monday", ""),
        (" inserted ⟨", " morning", "⟩"),
        ("", ".", ""),
    ]


def test_claims_name_the_page_of_their_words(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.UNCONFIRMED)
    assert rows(outline_of(case).section("claims"))[0][0] == "A3\np. 2"


@pytest.mark.parametrize(
    ("anchor", "told"),
    [
        (Anchor(), ""),
        (Anchor(part="chapter-2", paragraph=3), ""),
        (Anchor(spots=(Spot(3, 0, 0, 1, 1),)), "p. 3"),
        (Anchor(spots=(Spot(3, 0, 0, 1, 1), Spot(4, 0, 0, 1, 1))), "pp. 3–4"),
        (Anchor(time="00:01:02.500 --> 00:01:05.000"), "0:01:02"),
        (Anchor(time="01:02,5 --> 01:05"), "0:01:02"),
        (Anchor(time="soon"), ""),
    ],
)
def test_places_in_a_source_are_told_as_people_say_them(anchor: Anchor, told: str) -> None:
    assert locator(anchor, ENGLISH.gettext) == told
    assert clock_time("26:00:09") == "26:00:09"


# -- earlier readings ------------------------------------------------------------------------------------------------


@pytest.fixture
def reread(tmp_path: Path) -> Workbench:
    """A case in which a mark with a note, a link and evidence stayed with an earlier reading of A."""
    case = Workbench.create(tmp_path / "anew.verif", checker=BERG, clock=ticking())
    case.add_articles([make_draft(HARBOUR, "harbour.txt"), make_draft(COUNCIL, "council.txt")])
    a1, a2, a3, a4, b1 = at(case, "A1", "A2", "A3", "A4", "B1")
    case.judge([a3], Judgement(label=Label.DISPUTED, note="Forty or thirty?"))
    case.judge([a2], Judgement(label=Label.OPINION, note="SECRETREMARK", reach=Reach.INTERNAL))
    case.add_evidence([a4], EvidenceDraft("Harbour log"))
    case.link(a3, b1, Relation.CONTRADICTS)
    case.mark([b1], Label.DISPUTED)
    case.mark([a1], Label.VERIFIED)
    changed = [(kind, [f"Now {part}" if kind is BODY else part for part in parts]) for kind, parts in HARBOUR]
    case.reread(article(case).id, make_draft(changed, "newer.txt"))
    return case


def test_what_a_new_reading_left_behind_is_listed_and_counted_nowhere(reread: Workbench) -> None:
    outline = outline_of(reread)
    assert [left.words for left in reread.left_behind()] == [
        "The quay closed on Monday.",
        "Forty boats lie idle.",
        "Nobody knows why.",
    ]
    found = rows(outline.section("claims").find("claims.left-behind"))
    assert [row[0] for row in found] == [f"A{number} (earlier reading)" for number in (2, 3, 4)]
    assert found[1][1].splitlines() == ["Forty boats lie idle.", "≠ disputed"]
    assert found[1][2] == "contradicts B1 (hard)"
    assert "Forty or thirty?" in found[1][3]
    assert "Harbour log" in found[2][2]
    assert "SECRETREMARK" not in repr(outline)
    [head, *_] = [bar for bar in outline.summary.bars if bar.name.startswith("A")]
    assert {share.label: share.count for share in head.shares if share.count} == {"": 4, "verified": 1}


def test_what_was_left_behind_is_to_be_settled_and_warned_of(reread: Workbench) -> None:
    outline = outline_of(reread)
    settle = {row[0]: row[1:] for row in rows(outline.summary.settle)}
    assert "A3 (earlier reading) ↔ B1" in settle
    assert "stands on an earlier reading" in settle["A2 (earlier reading)"][0]
    assert settle["A4 (earlier reading)"][1].startswith("Say where it belongs")
    assert any(
        line.startswith("Left behind by a new reading of the article (3): ")
        for line in lines(outline.section("warnings"))
    )


def test_the_basis_of_a_mark_whose_other_end_was_left_behind_is_said_to_be_missing(reread: Workbench) -> None:
    claims = {row[0]: row[1:] for row in rows(outline_of(reread).section("claims"))}
    assert "no basis named" in claims["B1"][0]
    assert "contradicts A3 (earlier reading)" in claims["B1"][1]


def test_earlier_readings_stand_in_custody(reread: Workbench) -> None:
    told = custody(reread)["Earlier readings"].splitlines()
    assert told[0].startswith("harbour.txt, read from a file, 4 May 2031")
    assert told[1].startswith("SHA-256 ")
    assert told[2] == "3 judged passages were left behind on it; see the claims."
    assert "Earlier readings" not in custody(reread, "B")


def test_what_is_moved_back_by_a_person_is_in_its_place_again(reread: Workbench) -> None:
    for left in reread.left_behind():
        assert left.proposal is not None
        reread.move_passage(left.passage.id, left.proposal.target)
    outline = outline_of(reread)
    with pytest.raises(KeyError):
        outline.section("claims").find("claims.left-behind")
    assert {row[0] for row in rows(outline.section("claims"))} >= {"A1", "A3", "B1"}
    assert len(reread.rows.all(Mark)) == 4


# -- in Word ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["case", "reread"])
def test_two_independent_judges_find_nothing_wrong_and_word_reads_the_words(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    made: Workbench = request.getfixturevalue(which)
    target = tmp_path / "report.docx"
    write_report(made.snapshot(), ReportOptions(), target)
    result = OpenXmlValidator().validate(str(target))
    assert [str(error) for error in result.errors] == []
    assert [str(finding) for finding in docx_integrity.check(str(target))] == []
    document = Document(str(target))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    table_text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    expected = {
        "case": ("[p. 3 · footnote] ", " inserted ⟨ morning⟩"),
        "reread": ("Left behind by a new reading",),
    }[which]
    for words in expected:
        assert words in text
    assert ("(not confirmed)" if which == "case" else "A2 (earlier reading)") in table_text
