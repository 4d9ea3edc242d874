"""PDFs as browsers and word processors print them: paragraphs come out whole, in order, each character in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.readers.pdf_prints import chromium_print, flat_odt, office_print, page, paragraphs

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import ACCOUNT_KINDS, Origin, ParagraphKind, Role
from verifier.readers import read
from verifier.readers.pdf.opening import opened
from verifier.readers.pdf.spots import spots, stretches

Print = tuple[list[str], Callable[[], bytes]]

SHEET = "@page{size:A4;margin:18mm}body{margin:0;font-family:'DejaVu Serif';font-size:10pt}"
NARROW = "p{text-align:justify;margin:0;text-indent:1.2em}"
TITLE = "Ferry lost off the cape"
ARABIC_TITLE = "غرق العبارة قبالة الرأس"
NASKH = "@page{size:A4;margin:18mm}body{margin:0;font-family:'Noto Naskh Arabic';font-size:12pt}"
EDGES = (
    "@page{@top-left{content:'The Harbour Gazette'}@top-right{content:'3 May 2031'}"
    "@bottom-center{content:counter(page)}}.text{columns:2}"
)

ENGLISH = paragraphs(1, 30)
PARTS = [*ENGLISH[:12], "What the harbour office said", *ENGLISH[12:]]
MANY = paragraphs(2, 45)
LONG_WORDS = paragraphs(3, 40)
RUSSIAN = paragraphs(4, 30, "ru")
ARABIC = paragraphs(5, 25, "ar")
HEBREW = paragraphs(6, 25, "he")

PRINTS: dict[str, Print] = {
    "one column": (ENGLISH, lambda: chromium_print(page(ENGLISH, style=SHEET, title=TITLE))),
    "one column, indents alone": (
        MANY,
        lambda: chromium_print(page(MANY, style=SHEET + "p{margin:0;text-indent:1.5em}")),
    ),
    "two columns": (
        ENGLISH,
        lambda: chromium_print(
            page(ENGLISH, style=SHEET + ".text{columns:2}p{text-align:justify}", title=TITLE)
        ),
    ),
    "a heading across two columns": (
        PARTS,
        lambda: chromium_print(
            page(PARTS, style=SHEET + ".text{columns:2}h2{column-span:all}", title=TITLE, headings=[12])
        ),
    ),
    "three narrow columns": (
        MANY,
        lambda: chromium_print(
            page(MANY, style=SHEET + ".text{columns:3;font-size:8.5pt;column-gap:5mm}" + NARROW, title=TITLE)
        ),
    ),
    "three columns, hyphenated": (
        LONG_WORDS,
        lambda: chromium_print(
            page(
                LONG_WORDS,
                style=SHEET + ".text{columns:3;column-gap:4mm}" + NARROW,
                title=TITLE,
                softened=True,
            )
        ),
    ),
    "Russian, hyphenated": (
        RUSSIAN,
        lambda: chromium_print(
            page(
                RUSSIAN,
                style=SHEET + ".text{columns:2}p{text-align:justify}",
                title="Паром пропал у мыса",
                language="ru",
                softened=True,
            )
        ),
    ),
    "Arabic, two columns": (
        ARABIC,
        lambda: chromium_print(
            page(
                ARABIC,
                style=NASKH + ".text{columns:2}p{text-align:justify}",
                title=ARABIC_TITLE,
                language="ar",
                direction="rtl",
            )
        ),
    ),
    "Hebrew": (
        HEBREW,
        lambda: chromium_print(
            page(HEBREW, style="body{font-family:'Noto Serif Hebrew'}", language="he", direction="rtl")
        ),
    ),
    "running heads and page numbers": (
        MANY,
        lambda: chromium_print(page(MANY, style=SHEET + EDGES, title=TITLE)),
    ),
    "a browser's own head and foot": (
        ENGLISH,
        lambda: chromium_print(
            page(ENGLISH, style="body{font-family:'DejaVu Serif'}", title=TITLE), with_edges=True
        ),
    ),
    "LibreOffice, one column": (
        ENGLISH,
        lambda: office_print(flat_odt(ENGLISH, title=TITLE, gap="0.2cm"), ".fodt"),
    ),
    "LibreOffice, two columns, running head": (
        MANY,
        lambda: office_print(
            flat_odt(MANY, title=TITLE, indent="0.5cm", columns=2, head="The Harbour Gazette", numbered=True),
            ".fodt",
        ),
    ),
    "LibreOffice, three ragged columns": (
        MANY,
        lambda: office_print(flat_odt(MANY, columns=3, gap="0.2cm", size="9pt", align="start"), ".fodt"),
    ),
    "LibreOffice, Arabic": (
        ARABIC,
        lambda: office_print(
            flat_odt(ARABIC, columns=2, gap="0.2cm", size="12pt", font="DejaVu Sans", mode="rl-tb"), ".fodt"
        ),
    ),
    "LibreOffice, Hebrew": (
        HEBREW,
        lambda: office_print(
            flat_odt(HEBREW, gap="0.2cm", size="12pt", font="DejaVu Sans", mode="rl-tb"), ".fodt"
        ),
    ),
}
HEADED = [
    "running heads and page numbers",
    "a browser's own head and foot",
    "LibreOffice, two columns, running head",
]


@cache
def printed(name: str) -> tuple[bytes, ArticleDraft]:
    data = PRINTS[name][1]()
    return data, read(Source(f"{name}.pdf", data))


def shown(draft: ArticleDraft, *, account: bool = True) -> list[str]:
    return [
        draft.text[each.start : each.end].replace("\xad", "")
        for each in draft.paragraphs
        if not account or each.kind in ACCOUNT_KINDS
    ]


@pytest.mark.parametrize("name", PRINTS)
def test_nearly_all_paragraphs_of_a_print_come_out_exactly_and_in_order(name: str) -> None:
    texts = PRINTS[name][0]
    _, draft = printed(name)
    body = shown(draft)
    exact = [text for text in texts if text in body]
    assert len(exact) >= 0.95 * len(texts)
    places = [body.index(text) for text in exact]
    assert places == sorted(places)
    assert draft.reader == "pdf"
    assert draft.letters.seen == draft.letters.kept > 1000


@pytest.mark.parametrize(
    "name", ["two columns", "three columns, hyphenated", "LibreOffice, three ragged columns"]
)
def test_compounds_broken_at_line_ends_keep_their_hyphen(name: str) -> None:
    texts = " ".join(PRINTS[name][0])
    kept = " ".join(shown(printed(name)[1]))
    for compound in ("anti-smuggling", "government-funded", "ferry-linked", "44-year-old", "harbour-side"):
        assert kept.count(compound) == texts.count(compound) > 5


@pytest.mark.parametrize("name", HEADED)
def test_running_heads_and_page_numbers_are_furniture_and_nothing_else_is(name: str) -> None:
    _, draft = printed(name)
    aside = [each for each in draft.paragraphs if each.kind is ParagraphKind.FURNITURE]
    pages = max(spot.page for each in draft.paragraphs for spot in each.anchor.spots)
    assert pages >= 2
    assert len(aside) == 2 * pages
    assert {each.role for each in aside} <= {Role.HEADER, Role.FOOTER, Role.PAGE_NUMBER}
    texts = PRINTS[name][0]
    assert not {draft.text[each.start : each.end] for each in aside} & set(texts)


@pytest.mark.parametrize("name", ["one column", "Russian, hyphenated", "Arabic, two columns"])
def test_the_largest_type_at_the_top_is_the_headline(name: str) -> None:
    _, draft = printed(name)
    first = draft.paragraphs[0]
    assert first.kind is ParagraphKind.HEADLINE
    title = next(each for each in draft.candidates if each.field == "title" and each.origin is Origin.VISIBLE)
    assert title.value == draft.text[first.start : first.end] == draft.metadata.title
    named = [each for each in draft.candidates if each.origin is Origin.DOCUMENT]
    assert [each.value for each in named if each.field == "title"] == [title.value]


@pytest.mark.parametrize("name", PRINTS)
def test_every_character_of_the_reading_text_leads_to_its_glyph_on_the_page(name: str) -> None:
    data, draft = printed(name)
    checked = 0
    with opened(data, name) as document:
        pages = [document[number].get_textpage() for number in range(len(document))]
        counts = [each.count_chars() for each in pages]
        for place, char in enumerate(draft.text):
            if char.isspace() or place % 7:
                continue
            ((start, end),) = stretches(draft.positions, place, place + 1)
            assert end == start + 1
            page_index = 0
            while start >= counts[page_index]:
                start -= counts[page_index]
                page_index += 1
            left, bottom, right, top = pages[page_index].get_charbox(start)
            slack = 0.05 if right - left > 0.2 else 0.3
            there = pages[page_index].get_text_bounded(
                left - slack, bottom - slack, right + slack, top + slack
            )
            assert _same(char, there), (place, char, there)
            checked += 1
        for each in pages:
            each.close()
    assert checked > 300


MIRRORED = str.maketrans("()«»[]", ")(»«][")


def _same(char: str, there: str) -> bool:
    """A hyphen at a line's end comes as a mark of PDFium's own; brackets of right-to-left lines by their looks."""
    if char in "-\u2010\xad":
        return any(mark in there for mark in "-\u2010\xad\x02\ufffe")
    return char in there or char.translate(MIRRORED) in there


def test_a_paragraph_over_two_columns_has_a_spot_in_each() -> None:
    _, draft = printed("three columns, hyphenated")
    parted = [each for each in draft.paragraphs if len(each.anchor.spots) == 2]
    assert len(parted) >= 2
    for each in parted:
        first, second = each.anchor.spots
        assert (second.page, second.left) > (first.page, first.left)
        assert second.top < first.top


def test_words_are_found_on_the_page_line_by_line() -> None:
    data, draft = printed("three columns, hyphenated")
    paragraph = next(each for each in draft.paragraphs if len(each.anchor.spots) == 2)
    found = spots(data, *stretches(draft.positions, paragraph.start, paragraph.end))
    assert len(found) > 3
    for part in paragraph.anchor.spots:
        inside = [
            each
            for each in found
            if each.page == part.page and part.left - 1 <= each.left and each.right <= part.right + 1
        ]
        assert min(each.top for each in inside) == pytest.approx(part.top, abs=1)
        assert max(each.bottom for each in inside) == pytest.approx(part.bottom, abs=1)


def test_links_of_a_page_are_kept_with_where_they_lead() -> None:
    markup = page(ENGLISH[:3], style=SHEET).replace(
        "<p>", "<p>Read <a href='https://harbour.example/log?day=3'>the ferry log</a> first. ", 1
    )
    draft = read(Source("links.pdf", chromium_print(markup)))
    (link,) = [each for each in draft.inlines if each.kind == "link"]
    assert draft.text[link.start : link.end] == "the ferry log"
    assert link.target == "https://harbour.example/log?day=3"


MIXED = {
    "ar": [
        "غادرت العبارة الميناء عند الساعة 10:15 وعلى متنها 214 راكبا، وقال القبطان إن البحر كان هادئا (كما في 2019).",
        "وقالت وكالة Reuters للأنباء إن الخسائر بلغت 1.5 مليون دولار، أي نحو 12% من الميزانية!",
    ],
    "he": [
        "המעבורת יצאה בשעה 10:15 ועליה 214 נוסעים, אמר רב החובל (בשנת 2019) לסוכנות Reuters.",
        "ההפסד הגיע ל-1.5 מיליון, כלומר 12% מן התקציב [כך במקור], והים היה שקט.",
    ],
}


@pytest.mark.parametrize("language", MIXED)
def test_numbers_latin_words_and_brackets_stand_in_right_to_left_text_as_they_are_read(language: str) -> None:
    face = "Noto Naskh Arabic" if language == "ar" else "Noto Serif Hebrew"
    style = f"@page{{size:A4;margin:18mm}}body{{width:110mm;font-family:'{face}'}}"
    markup = page(MIXED[language], style=style, language=language, direction="rtl")
    assert shown(read(Source("mixed.pdf", chromium_print(markup)))) == MIXED[language]
