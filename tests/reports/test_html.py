"""The page as a parser reads it: words, links, notes, tables, languages, and that nothing in it is alive."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import cast

import lxml.html
import pytest
from lxml.html import HtmlElement
from tests.reports.awkward import AWKWARD, awkward_case, shown
from tests.reports.cases import Case, harbour_case
from tests.reports.large import large_snapshot

from verifier.domain.kinds import Label
from verifier.domain.queries import account
from verifier.domain.rows import Snapshot
from verifier.reports import ReportOptions, build_outline, render
from verifier.reports.html import render as page_of
from verifier.reports.html.markup import escaped, style_string
from verifier.reports.parts import Annotated, Grid, Outline, Piece, Row, Section, Tone
from verifier.resources import resource
from verifier.session.reading import read_file
from verifier.session.workbench import Workbench

REAL = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or Path(__file__).parents[3] / "shared" / "articles")
MAKERS = [harbour_case, awkward_case, Case]


def bytes_of(snapshot: Snapshot, **options: object) -> bytes:
    return render(snapshot, ReportOptions(**options), "html")[""]  # type: ignore[arg-type]


def parsed(snapshot: Snapshot, **options: object) -> HtmlElement:
    return lxml.html.document_fromstring(bytes_of(snapshot, **options).decode())


def section_page(*sections: Section) -> HtmlElement:
    outline = replace(build_outline(Case().snapshot(), ReportOptions()), parts=sections)
    return lxml.html.document_fromstring(page_of(outline).decode())


def notes_of(page: HtmlElement) -> list[HtmlElement]:
    return [node for node in page.iter("aside") if node.get("role") == "note"]


def words_of(node: HtmlElement) -> str:
    return str(node.text_content())


class TestWords:
    def test_every_sentence_stands_there_in_order_with_its_address_and_its_label(self) -> None:
        accounts = parsed(harbour_case().snapshot()).xpath("//article")
        assert len(accounts) == 2
        first = " ".join(words_of(accounts[0]).split())
        places = [
            first.index(words)
            for words in (
                "A1 Harbour board washes its hands of the ferry",
                "A2 ✓ verified The board closed the pier on Monday.",
                "A3 ≠ disputed, partly It has announced penalties",
                "A4 ◇ opinion Nothing could be more timid.",
                "A5 ? unconfirmed Four hundred people",
                "A8 ≠ disputed (no basis named) “The rope was rotten",
            )
        ]
        assert places == sorted(places)

    def test_an_article_is_there_character_for_character(self) -> None:
        (paragraph,) = parsed(awkward_case().snapshot()).xpath("//article//p[contains(@class, 'account')]")
        said = [words_of(node) for node in paragraph.xpath(".//*[contains(@class, 'words')]")]
        assert said == [shown(words).strip() for words in AWKWARD]

    def test_the_words_of_a_label_are_marked_and_named(self) -> None:
        marks = parsed(harbour_case().snapshot()).xpath("//article//mark")
        assert {mark.get("class").removeprefix("words ") for mark in marks} == {
            "verified", "disputed", "opinion", "unconfirmed", "no-claim",
        }  # fmt: skip
        for mark in marks:
            label = mark.get("class").removeprefix("words ")
            place = mark.xpath("ancestor::span[@id][1]")[0]
            assert place.xpath(f".//*[contains(@class, 'tag {label}')]"), words_of(mark)

    @pytest.mark.parametrize("make", MAKERS)
    def test_headings_come_in_order(self, make: type[Case]) -> None:
        levels = [
            int(node.tag[1]) for node in parsed(make().snapshot()).xpath("//h1|//h2|//h3|//h4|//h5|//h6")
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_the_report_has_its_landmarks_and_a_way_past_the_first(self) -> None:
        page = parsed(harbour_case().snapshot())
        assert [node.tag for node in page.body if isinstance(node.tag, str)] == [
            "a", "header", "nav", "main", "footer",
        ]  # fmt: skip
        assert page.body[0].get("href") == "#report"
        assert page.get_element_by_id("report").tag == "main"
        for region in page.xpath("//main/section"):
            assert words_of(page.get_element_by_id(region.get("aria-labelledby")))

    def test_a_bar_is_a_picture_told_in_words_with_the_counts_of_the_table(self) -> None:
        page = parsed(harbour_case().snapshot())
        bar = page.xpath("//figure//*[@role='img']")[0]
        assert bar.get("aria-label") == (
            "A · The Quay Courier: 2 verified, 2 disputed, 1 opinion, 1 unconfirmed, 1 no claim, 1 not checked"
        )
        assert [words_of(share) for share in bar] == ["✓ 2", "≠ 2", "◇ 1", "? 1", "– 1", "1"]
        assert page.xpath("//table[contains(@class, 'figures')]/caption")[0].text.startswith("Table 1. ")


@pytest.mark.parametrize(
    "names", [("spectator.html", "moscow_times.docx"), ("spectator.txt", "moscow_times.txt")]
)
def test_real_articles_are_there_word_for_word(names: tuple[str, str], tmp_path: Path) -> None:
    if not all((REAL / name).exists() for name in names):
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    with Workbench.create(tmp_path / "real.verif") as case:
        case.add_articles([read_file(REAL / name) for name in names])
        for article in case.rows.articles():
            case.mark([sentence.id for sentence in account(case.rows, article)][::2], Label.DISPUTED)
        outline = build_outline(case.snapshot(), ReportOptions())
    page = lxml.html.document_fromstring(page_of(outline).decode())
    shown_there = [
        ["".join(map(words_of, row.find_class("words"))) for row in body.find_class("account")]
        for body in cast("list[HtmlElement]", page.xpath("//article"))
    ]
    meant = [
        ["".join(sentence.text for sentence in part.sentences) for part in article.paragraphs]
        for article in outline.annotated.articles
    ]
    assert sum(map(len, meant)) > 20
    assert shown_there == meant


class TestTables:
    @pytest.mark.parametrize("make", MAKERS)
    def test_every_table_has_a_name_and_every_head_a_scope(self, make: type[Case]) -> None:
        page = parsed(make().snapshot())
        tables = page.xpath("//table")
        assert tables
        for table in tables:
            named = table.get("aria-labelledby")
            assert words_of(page.get_element_by_id(named)) if named else table.xpath("./caption")[0].text
            columns = len(table.xpath("./colgroup/col"))
            assert {len(row) for row in table.xpath(".//tr")} <= {columns}
        assert {head.get("scope") for head in page.xpath("//th")} == {"col", "row"}

    def test_a_row_can_be_led_to(self) -> None:
        grid = Grid(("One", "Two"), (1, 9), (Row((((Piece("a"),),), ((Piece("b"),),)), "c1"),))
        page = section_page(Section("claims", "Claims", grids=(grid,)))
        row = page.get_element_by_id("c1")
        assert (row.tag, [cell.tag for cell in row]) == ("tr", ["th", "td"])
        assert [cell.get("data-head") for cell in row] == ["One", "Two"]


class TestNotes:
    def test_a_note_sits_on_exactly_its_words_and_leads_there_and_back(self) -> None:
        page = parsed(harbour_case().snapshot())
        found = {}
        for note in notes_of(page):
            number = note.get("id").removeprefix("n")
            (to,) = page.xpath(f"//a[@href='#n{number}']")
            (back,) = note.xpath(".//a")
            assert (to.get("id"), back.get("href")) == (f"n{number}-ref", f"#n{number}-ref")
            said = page.xpath(f"//*[contains(concat(' ', @data-notes, ' '), ' {number} ')]")
            assert not set(note.iterancestors("p"))
            lines = [words_of(line) for line in note.xpath("./p[not(@class)]")]
            found["\n".join(lines)] = "".join(map(words_of, said))
        assert found == {
            "Announced, or threatened?\nAsk.": "It has announced penalties against a handful of captains.",
            "Which count?": "Four hundred people",
            "Minutes read on 20 November.": (
                "The harbour board closed the pier on Monday evening after an inspection."
            ),
        }

    def test_a_note_tells_its_checker_and_time(self) -> None:
        note = parsed(harbour_case().snapshot()).get_element_by_id("n1")
        assert words_of(note[0]).strip() == "1 AB Ada Berg, 2026-11-20 09:41 UTC ↩"
        assert note.xpath(".//time/@datetime")[0].startswith("2026-11-20T09:41:07")

    def test_a_note_whose_words_another_cuts_sits_on_all_of_them(self) -> None:
        case = Case()
        case.article("A", [("body", ["One two three. ", "Four."])])
        case.mark("A1", "unconfirmed", note="whole")
        case.mark("A1:two", "opinion", note="part")
        page = parsed(case.snapshot())
        on = {
            number: "".join(
                map(words_of, page.xpath(f"//*[contains(concat(' ', @data-notes, ' '), ' {number} ')]"))
            )
            for number in "12"
        }
        assert sorted(on.values()) == ["One two three.", "two"]
        assert len(notes_of(page)) == 2

    def test_a_note_whose_words_are_not_printed_is_told_all_the_same(self) -> None:
        outline = build_outline(harbour_case().snapshot(), ReportOptions())
        bare = replace(outline.annotated, articles=())
        page = lxml.html.document_fromstring(page_of(replace(outline, parts=(bare,))).decode())
        assert len(notes_of(page)) == 3

    def test_a_footnote_leads_there_and_back(self) -> None:
        told = (Piece("Read on "), Piece("https://example.org/a", url="https://example.org/a"))
        lead = ((Piece("Some words", footnote=told), Piece(" and more", footnote=(Piece("Second."),))),)
        page = section_page(Section("sources", "Sources", lead=lead))
        notes = page.xpath("//section[@class='footnotes']//li")
        assert [words_of(note) for note in notes] == ["Read on https://example.org/a ↩", "Second. ↩"]
        for number, note in enumerate(notes, 1):
            (to,) = page.xpath(f"//sup/a[@href='#{note.get('id')}']")
            assert words_of(to) == str(number)
            assert note.xpath(".//a[@role='doc-backlink']/@href") == [f"#{to.get('id')}"]


class TestLinks:
    @pytest.mark.parametrize("make", MAKERS)
    @pytest.mark.parametrize("template", ["dossier", "memo", "annotated"])
    def test_every_inner_link_leads_somewhere_and_no_place_is_there_twice(
        self, make: type[Case], template: str
    ) -> None:
        page = parsed(make().snapshot(), template=template)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        inner = [link.removeprefix("#") for link in page.xpath("//a/@href") if link.startswith("#")]
        assert inner
        assert set(inner) <= set(ids)

    def test_only_web_addresses_are_live_and_their_real_address_is_seen(self) -> None:
        page = parsed(harbour_case().snapshot())
        outer = [link for link in page.xpath("//a") if not link.get("href").startswith("#")]
        assert {link.get("href") for link in outer} == {
            "https://example.org/minutes", "https://example.org/quay?a=1&b=2",
        }  # fmt: skip
        for link in outer:
            assert words_of(link) == link.get("href")
            assert set(link.get("rel").split()) >= {"noopener", "noreferrer", "nofollow"}

    @pytest.mark.parametrize(
        "url",
        ["javascript:alert(1)", "data:text/html,x", " https://example.org", "file:///etc/passwd", "//x"],
    )
    def test_another_address_stays_words(self, url: str) -> None:
        page = section_page(Section("sources", "Sources", lead=((Piece(url, url=url),),)))
        assert not page.xpath("//section//a")
        assert url in words_of(page)

    def test_an_address_behind_other_words_is_told_beside_them(self) -> None:
        piece = Piece("minutes", url='https://example.org/a b?"<x>')
        page = section_page(Section("sources", "Sources", lead=((piece,),)))
        (link,) = page.xpath("//section//a")
        assert link.get("href") == "https://example.org/a%20b?%22%3Cx%3E"
        assert words_of(link.getparent()) == 'minutes https://example.org/a b?"<x>'


class TestNothingIsAlive:
    @pytest.mark.parametrize("make", MAKERS)
    def test_there_are_no_scripts_pictures_frames_forms_or_styles_of_an_elements_own(
        self, make: type[Case]
    ) -> None:
        page = parsed(make().snapshot(), internal_copy=True)
        tags = {node.tag for node in page.iter() if isinstance(node.tag, str)}
        assert not tags & {
            "script",
            "img",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "link",
            "base",
            "svg",
            "video",
        }
        names = {name for node in page.iter() for name in node.attrib}
        assert not [
            name for name in names if name.startswith("on") or name in ("style", "src", "srcset", "action")
        ]

    def test_the_policy_lets_in_the_one_sheet_alone(self) -> None:
        page = parsed(harbour_case().snapshot())
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        (sheet,) = page.xpath("//style")
        digest = base64.b64encode(hashlib.sha256(sheet.text.encode()).digest()).decode()
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        assert not re.search(r"url\(|@import|expression", sheet.text)

    def test_a_title_cannot_leave_the_style_sheet(self) -> None:
        case = Case()
        case.details(title='x"}</style><script>alert(1)</script>\\', finding="Found.")
        page = parsed(case.snapshot())
        assert not page.xpath("//script")
        assert len(page.xpath("//style")) == 1
        assert page.xpath("//h1")[0].text == 'x"}</style><script>alert(1)</script>\\'

    @pytest.mark.parametrize("text", ["", 'a"b', "</style>", "\\", "\n", "\x00", "Ünï 42", "*/"])
    def test_a_string_of_a_sheet_is_letters_digits_spaces_and_numbers(self, text: str) -> None:
        assert re.fullmatch(r'"(?:[\w ]|\\[0-9a-f]{6} )*"', style_string(text))

    def test_the_stamp_of_an_internal_copy_is_on_the_page_in_its_title_and_on_every_sheet(self) -> None:
        page = parsed(harbour_case().snapshot(), internal_copy=True)
        assert "INTERNAL COPY" in words_of(page.xpath("//*[@class='stamp']")[0])
        assert "INTERNAL COPY" in page.xpath("//title")[0].text
        assert '@top-center{content:"INTERNAL COPY' in page.xpath("//style")[0].text
        assert "SECRETREMARK" in words_of(page)

    def test_what_is_internal_is_nowhere_else(self) -> None:
        case = harbour_case()
        case.link("A1", "B1", "adds-detail", note="SECRETLINK", reach="internal")
        for template in ("dossier", "memo", "annotated"):
            data = bytes_of(case.snapshot(), template=template)
            assert b"SECRET" not in data
            assert b"INTERNAL COPY" not in data


class TestLanguages:
    def test_words_of_another_script_run_in_their_direction_and_language(self) -> None:
        page = parsed(awkward_case().snapshot())
        assert page.get("lang") == "en-GB"
        arabic = [node for node in page.xpath("//article//mark[@lang='ar']") if "قال" in words_of(node)]
        assert [node.get("dir") for node in arabic] == ["rtl"]
        assert page.xpath("//article//mark[@lang='ru']")

    def test_an_arabic_article_runs_from_the_right_and_our_words_in_it_do_not(self) -> None:
        case = Case()
        case.article("A", [("headline", ["الميناء مغلق"]), ("body", ["قال المجلس ذلك."])], language="ar-EG")
        case.mark("A2", "opinion")
        rows = parsed(case.snapshot()).xpath("//article//*[contains(@class, 'account')]")
        assert [(row.tag, row.get("dir")) for row in rows] == [("h4", "rtl"), ("p", "rtl")]
        for row in rows:
            assert [node.get("lang") for node in row.xpath(".//*[contains(@class, 'words')]")] == ["ar-EG"]
            assert [node.get("dir") for node in row.xpath(".//*[@class='at']")] == ["ltr"]

    def test_a_stated_language_is_told_and_a_false_one_is_not(self) -> None:
        case = Case()
        case.article("A", [("body", ["Le pont est fermé."])], language="fr")
        case.article("B", [("body", ["Rien."])], language='"><x/>')
        page = parsed(case.snapshot())
        assert [words_of(node) for node in page.xpath("//article//*[@lang='fr']")] == ["Le pont est fermé."]
        assert not page.xpath("//x")

    def test_a_russian_report_says_so(self) -> None:
        page = parsed(harbour_case().snapshot(), language="ru")
        assert page.get("lang").startswith("ru")
        assert not page.xpath("//h2[@lang]")


class TestBytes:
    def test_the_same_case_options_and_time_give_the_same_bytes(self) -> None:
        found = {bytes_of(harbour_case().snapshot(), time="2026-11-21T14:02+01:00") for _ in range(2)}
        assert len(found) == 1

    def test_another_time_gives_other_bytes(self) -> None:
        one, two = (bytes_of(harbour_case().snapshot(), time=f"2026-11-21T14:0{minute}") for minute in (2, 3))
        assert one != two

    def test_what_a_page_cannot_carry_is_told_and_the_rest_is_itself(self) -> None:
        everything = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
        text = lxml.html.fragment_fromstring(
            f"<p>{escaped(everything)}\n{escaped(chr(0xD800))}</p>"
        ).text_content()
        assert text == "".join(map(_seen, everything)) + "\n‹U+D800›"

    def test_calls_and_bytes_grow_in_a_line(self) -> None:
        small, large = (_work(build_outline(large_snapshot(size), ReportOptions())) for size in (200, 2_000))
        for few, many in zip(small, large, strict=True):
            assert many < 11 * few


def _seen(sign: str) -> str:
    """What a page shows of a character: itself, or its number where HTML or XML forbids it or it turns words around."""
    number = ord(sign)
    is_control = (number < 0x20 and sign not in "\t\n") or 0x7F <= number < 0xA0
    is_no_character = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number < 0xFDF0
    turns = 0x202A <= number <= 0x202E or 0x2066 <= number <= 0x2069
    return f"‹U+{number:04X}›" if is_control or is_no_character or turns else sign


def _work(outline: Outline) -> tuple[int, int]:
    """How many Python calls a page takes, and how long it is."""
    calls = 0

    def count(*_args: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        page = page_of(outline)
    finally:
        sys.setprofile(None)
    return calls, len(page)


# -- colours ---------------------------------------------------------------------------------------------------------


def colours() -> dict[str, dict[str, str]]:
    """The roles of both schemes as the style sheet has them."""
    sheet = resource("report", "page.css").read_text("utf-8")
    light, _, rest = sheet.partition("@media screen and (prefers-color-scheme: dark)")
    dark = rest.partition("* {")[0]
    role = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
    return {"light": dict(role.findall(light)), "dark": dict(role.findall(dark))}


def contrast(one: str, other: str) -> float:
    bright, dim = sorted(map(_luminance, (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


LABELS = ("verified", "disputed", "unconfirmed", "opinion", "no-claim", "mixed")
PAIRS = [
    *((name, "page") for name in ("ink", "quiet", "accent", *LABELS)),
    *(("ink", f"{label}-fill") for label in LABELS[:3]),
    *((name, ground) for name in ("ink", "quiet", "accent") for ground in ("note", "target")),
    *((label, "target") for label in LABELS),
    *(("share-ink", f"share-{label}") for label in LABELS),
    ("share-unchecked-ink", "share-unchecked"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_words_is_four_and_a_half_times_as_bright_or_dark_as_its_ground(scheme: str) -> None:
    roles = colours()[scheme]
    weak = {pair: round(contrast(roles[pair[0]], roles[pair[1]]), 2) for pair in PAIRS}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


def test_the_two_schemes_have_the_same_roles() -> None:
    light, dark = colours()["light"], colours()["dark"]
    assert len(light) > 25
    assert set(light) == set(dark)


def test_tones_all_have_a_form() -> None:
    lead = tuple((Piece(f"<{tone}>", tone),) for tone in Tone)
    page = section_page(Section("sources", "Sources", lead=lead))
    assert [words_of(line) for line in page.xpath("//section[@id='part-sources']/p")] == [
        f"<{tone}>" for tone in Tone
    ]


def test_an_annotated_part_alone_needs_no_list_of_parts() -> None:
    outline = build_outline(harbour_case().snapshot(), ReportOptions())
    page = lxml.html.document_fromstring(page_of(replace(outline, parts=(outline.annotated,))).decode())
    assert isinstance(outline.annotated, Annotated)
    assert not page.xpath("//nav")
