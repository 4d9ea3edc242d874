"""What a PDF can hold beside running text, in files made by hand; and what is wrong with some of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from functools import cache

import pytest
from tests.readers.pdf_files import Sheet, deflated, lines, make_pdf, picture, show

import verifier.readers.pdf
from verifier.domain.articles import CONTESTED, ArticleDraft, Source
from verifier.domain.errors import ReadError, VerifierError
from verifier.domain.kinds import InlineKind, Origin, ParagraphKind, Role
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import find_form, read
from verifier.readers.pdf.opening import opened
from verifier.readers.pdf.spots import stretches
from verifier.session.jobs import SourceJob, Worker
from verifier.session.pages import PageImage, PageJob, find_spots, spot_job

FERRY = [
    "The night ferry to Cape Rowan left its berth at dawn with forty people aboard and",
    "was last seen from the lighthouse an hour later, the harbour office said on Monday in",
    "a short statement.",
]
INQUIRY = [
    "Two inquiries were opened the same day. Nobody could say who had signed the papers that",
    "let the boat leave, and the company kept silent about the crew and about the engine.",
]
SEARCH = [
    "The search goes on. Boats of three countries have gone out every night since, and the wind",
    "has turned to the north, which the captain of the rescue cruiser called a bad sign; his",
]
TABLE = [("Day", "Boats", "Missing"), ("Monday", "12", "40"), ("Tuesday", "31", "38"), ("Friday", "7", "38")]
NOTE = "1 The office did not answer questions about the statement."


def head_and_foot(number: int) -> str:
    running = show("The Harbour Gazette", 72, 810, size=9) + show("3 May 2031", 450, 810, size=9)
    return running + show(str(number), 300, 30, size=9)


def first_page() -> Sheet:
    content = head_and_foot(1)
    content += lines(["Night ferry lost", "off Cape Rowan"], 72, 770, size=24, leading=28, font="F2")
    content += show("By Jane Roe", 72, 712) + picture(72, 580, 300, 110)
    content += show("The ferry at its berth last year. Jane Roe / AFP", 72, 566, size=8)
    content += lines(FERRY, 72, 530) + show("1", 160, 507, size=7)
    content += show("What is known", 72, 470, font="F2") + lines(INQUIRY, 72, 446)
    content += lines(["• Forty passengers were aboard.", "• Six lifeboats were found."], 72, 400, leading=18)
    for place, row in enumerate(TABLE):
        content += "".join(
            show(cell, x, 350 - 16 * place) for cell, x in zip(row, (72, 220, 340), strict=True)
        )
    content += lines(SEARCH, 72, 270) + show(NOTE, 72, 90, size=8)
    content += show("hidden words nobody sees", 72, 60, before="1 1 1 rg") + "0 g\n"
    content += "BT /F1 7 Tf 0 1 -1 0 580 400 Tm (Photo: Jane Roe / AFP) Tj ET\n"
    link = (
        "<</Type/Annot/Subtype/Link/Rect[72 443 127 456]/A<</S/URI/URI(https://gazette.example/inquiry)>>>>"
    )
    remark = "<</Type/Annot/Subtype/Text/Rect[500 500 520 520]/Contents(Check this with the harbour office)>>"
    field = "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Filled in by hand)/Rect[400 100 500 120]>>"
    return Sheet(content, annotations=[link, remark, field])


def second_page() -> Sheet:
    content = head_and_foot(2) + show("crew would not give up, he said.", 72, 770)
    content += show("S", 72, 702, size=42) + lines(
        [
            "ome said that the engine had failed before, and that the",
            "owner had been told of it twice by the crew; he denied",
        ],
        102,
        730,
    )
    content += show("it.", 102, 702)
    return Sheet(content)


@cache
def feature_file() -> bytes:
    return make_pdf([first_page(), second_page()], info="/Title(Ferry night)/Author(J. Roe)")


@cache
def features() -> ArticleDraft:
    return read(Source("features.pdf", feature_file()))


def shown(draft: ArticleDraft) -> list[tuple[ParagraphKind, Role, str]]:
    return [(each.kind, each.role, draft.text[each.start : each.end]) for each in draft.paragraphs]


def test_a_pdf_with_every_feature_is_read_with_each_text_once_in_its_role() -> None:
    kind, none = ParagraphKind, Role.NONE
    assert shown(features()) == [
        (kind.FURNITURE, Role.HEADER, "The Harbour Gazette 3 May 2031"),
        (kind.HEADLINE, none, "Night ferry lost off Cape Rowan"),
        (kind.BYLINE, none, "By Jane Roe"),
        (kind.CAPTION, none, "The ferry at its berth last year."),
        (kind.CREDIT, none, "Jane Roe / AFP"),
        (kind.BODY, none, " ".join(FERRY) + "1"),
        (kind.HEADING, none, "What is known"),
        (kind.BODY, none, " ".join(INQUIRY)),
        (kind.LIST, none, "• Forty passengers were aboard."),
        (kind.LIST, none, "• Six lifeboats were found."),
        *((kind.TABLE, none, "\t".join(row)) for row in TABLE),
        (kind.BODY, none, " ".join(SEARCH) + " crew would not give up, he said."),
        (kind.ASIDE, Role.HIDDEN, "hidden words nobody sees"),
        (kind.CREDIT, none, "Photo: Jane Roe / AFP"),
        (kind.FURNITURE, Role.PAGE_NUMBER, "1"),
        (kind.ASIDE, Role.COMMENT, "Check this with the harbour office"),
        (kind.ASIDE, Role.FORM, "Filled in by hand"),
        (kind.FURNITURE, Role.HEADER, "The Harbour Gazette 3 May 2031"),
        (
            kind.BODY,
            none,
            "Some said that the engine had failed before, and that the owner had been told of it twice by the crew; "
            "he denied it.",
        ),
        (kind.BODY, Role.FOOTNOTE, NOTE),
        (kind.FURNITURE, Role.PAGE_NUMBER, "2"),
    ]
    assert features().letters.seen == features().letters.kept


def test_the_cells_of_a_row_are_sentences_of_their_own() -> None:
    draft = features()
    row = next(index for index, each in enumerate(draft.paragraphs) if each.kind is ParagraphKind.TABLE)
    cells = [draft.text[each.start : each.end] for each in draft.sentences if each.paragraph == row]
    assert [cell.strip() for cell in cells] == list(TABLE[0])


def test_a_paragraph_over_two_pages_has_a_spot_on_each_and_a_rotated_one_where_it_is_shown() -> None:
    draft = features()
    search = next(each for each in draft.paragraphs if draft.text.startswith("The search", each.start))
    assert [spot.page for spot in search.anchor.spots] == [1, 2]
    credit = next(each for each in draft.paragraphs if draft.text.startswith("Photo:", each.start))
    (spot,) = credit.anchor.spots
    assert spot.right - spot.left < 10 < 60 < spot.bottom - spot.top
    assert 570 < spot.left < 580
    assert spot.bottom == pytest.approx(442, abs=1)


def test_references_links_and_weights_are_kept_inside_paragraphs() -> None:
    draft = features()
    found = {(each.kind, draft.text[each.start : each.end], each.target) for each in draft.inlines}
    assert (InlineKind.NOTE, "1", "1") in found
    assert (InlineKind.LINK, "Two inquiries", "https://gazette.example/inquiry") in found
    assert not any(
        kind is InlineKind.STRONG for kind, _, _ in found
    )  # headline and heading are so as a whole


def test_what_the_file_states_of_itself_are_candidates_and_what_is_printed_comes_first() -> None:
    draft = features()
    assert draft.metadata.title == "Night ferry lost off Cape Rowan"
    assert draft.metadata.byline == "Jane Roe"
    assert draft.metadata.published is None
    offered = {(each.field, each.value) for each in draft.candidates if each.origin is Origin.DOCUMENT}
    assert offered == {("title", "Ferry night"), ("byline", "J. Roe")}


def printed_page(number: int, foot: str) -> Sheet:
    head = show("5/3/31, 10:15 AM", 24, 820, size=8) + show("Night ferry lost", 250, 820, size=8)
    return Sheet(
        head
        + lines(FERRY + INQUIRY, 72, 740)
        + show(foot, 24, 14, size=8)
        + show(f"{number}/2", 560, 14, size=8)
    )


def test_the_address_a_browser_printed_in_the_foot_is_a_candidate_and_no_other_is() -> None:
    address = "https://gazette.example/2031/night-ferry"
    whole = read(Source("print.pdf", make_pdf([printed_page(1, address), printed_page(2, address)])))
    assert [(each.field, each.value) for each in whole.candidates] == [("url", address)]
    assert {each.kind for each in whole.paragraphs if each.role in (Role.HEADER, Role.FOOTER)} == {
        ParagraphKind.FURNITURE
    }
    assert sum(each.kind is ParagraphKind.FURNITURE for each in whole.paragraphs) == 4
    for cut in ("https://gazette.example/2031/nig…", "file:///home/reader/page.html", "gazette.example"):
        draft = read(Source("print.pdf", make_pdf([printed_page(1, cut), printed_page(2, cut)])))
        assert draft.metadata.url is None
    inside = lines([*FERRY, "https://other.example/story"], 72, 740)
    assert read(Source("print.pdf", make_pdf([Sheet(inside)]))).metadata.url is None


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" prism:publicationName="The Harbour Gazette">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ferry lost</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li><rdf:li>Mo Lind</rdf:li></rdf:Seq></dc:creator>
<prism:publicationDate>2031-05-03T08:00:00Z</prism:publicationDate>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_the_metadata_packet_is_read_and_file_names_are_no_titles() -> None:
    draft = read(
        Source("xmp.pdf", make_pdf([Sheet(lines(FERRY, 72, 700))], info="/Title(ferry-v3.docx)", xmp=XMP))
    )
    assert [(each.field, each.value) for each in draft.candidates] == [
        ("title", "Ferry lost"),
        ("byline", "Jane Roe"),
        ("byline", "Mo Lind"),
        ("publisher", "The Harbour Gazette"),
        ("published", "2031-05-03"),
    ]
    assert draft.metadata.published == "2031-05-03"


def test_a_packet_with_entities_is_left_alone() -> None:
    trap = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + XMP.replace("Ferry lost", "&e;")
    packed = XMP.replace("Ferry lost", "<![CDATA[x]]>&e;")
    for xmp in (trap, packed):
        draft = read(Source("xmp.pdf", make_pdf([Sheet(lines(FERRY, 72, 700))], xmp=xmp)))
        assert not any(each.field == "title" for each in draft.candidates)


def upwards(texts: list[str]) -> str:
    return "".join(
        f"BT /F1 11 Tf 0 1 -1 0 {100 + 14 * at} 100 Tm ({text}) Tj ET\n" for at, text in enumerate(texts)
    )


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet(lines(FERRY, 72, 500), rotate=90),
        Sheet(lines(FERRY, 72, 500), rotate=180),
        Sheet(upwards(FERRY)),
        Sheet(upwards(FERRY), rotate=90),
    ],
)
def test_a_page_or_its_text_may_be_turned(sheet: Sheet) -> None:
    draft = read(Source("turned.pdf", make_pdf([sheet])))
    assert shown(draft) == [(ParagraphKind.BODY, Role.NONE, " ".join(FERRY))]
    image = PageJob(make_pdf([sheet]), 1, 1.0).run()
    assert isinstance(image, PageImage)
    for place in (0, 40, len(draft.text) - 1):
        job = spot_job(make_pdf([sheet]), draft.positions, place, place + 1)
        (spot,) = find_spots(job.data, job.stretches)
        assert darkest(image, spot.left, spot.top, spot.right, spot.bottom) < 128
    whole = draft.paragraphs[0].anchor.spots[0]
    assert darkest(image, 0, 0, image.page_width, whole.top - 2) > 200


def darkest(image: PageImage, left: float, top: float, right: float, bottom: float) -> int:
    """The darkest green in a part of a picture, given in points."""
    across, down = image.width / image.page_width, image.height / image.page_height
    rows = range(max(0, int(top * down)), min(image.height, int(bottom * down) + 1))
    columns = range(max(0, int(left * across)), min(image.width, int(right * across) + 1))
    return min(image.pixels[3 * (row * image.width + column) + 1] for row in rows for column in columns)


def test_a_page_is_drawn_as_large_as_asked_and_no_larger_than_can_be() -> None:
    data = make_pdf([Sheet(lines(FERRY, 72, 700), width=300, height=900)])
    image = PageJob(data, 1, 2.0, "a.pdf").run()
    assert isinstance(image, PageImage)
    assert (image.width, image.height) == (600, 1800)
    assert (image.page_width, image.page_height) == (300, 900)
    assert len(image.pixels) == 3 * 600 * 1800
    huge = PageJob(make_pdf([Sheet("", width=90_000, height=90_000)]), 1, 2.0).run()
    assert isinstance(huge, PageImage)
    assert huge.width * huge.height <= 21_000_000
    with pytest.raises(ReadError, match="pdf-no-such-page"):
        PageJob(data, 2).run()


def test_a_notice_that_hangs_over_the_lines_is_taken_off_them_and_set_aside() -> None:
    notice = [
        "We use cookies to show you content that you may like, and to",
        "see where our readers come from.",
    ]
    content = lines(FERRY, 72, 700) + lines(INQUIRY, 72, 640) + lines(notice, 110, 691)
    draft = read(Source("notice.pdf", make_pdf([Sheet(content)])))
    body = [text for kind, _, text in shown(draft) if kind is ParagraphKind.BODY]
    assert body == [" ".join(FERRY), " ".join(INQUIRY)]
    (aside,) = [each for each in draft.paragraphs if each.kind is not ParagraphKind.BODY]
    assert draft.text[aside.start : aside.end] == " ".join(notice)
    assert (aside.kind, aside.confidence < CONTESTED) == (ParagraphKind.FURNITURE, True)


@pytest.mark.parametrize("word", ["DRAFT", "Not for print"])
def test_a_word_printed_aslant_across_the_page_is_one_and_set_aside(word: str) -> None:
    across = f"BT /F1 60 Tf 0.7071 0.7071 -0.7071 0.7071 120 500 Tm ({word}) Tj ET\n"
    draft = read(Source("draft.pdf", make_pdf([Sheet(across + lines(FERRY * 5, 72, 780))])))
    assert " ".join(text for kind, _, text in shown(draft) if kind is ParagraphKind.FURNITURE) == word
    assert draft.text.count(" ".join(FERRY[:2])) == 5
    alone = read(Source("draft.pdf", make_pdf([Sheet(across)])))
    assert alone.text.replace("\n", " ") == word


NAMELESS = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/g1/g2]>>>>"


def test_glyphs_that_say_not_which_character_they_are_are_shown_as_such_and_counted() -> None:
    content = lines(FERRY, 72, 700) + show("AB", 72, 600, font="F9")
    draft = read(Source("nameless.pdf", make_pdf([Sheet(content)], extra={5000: NAMELESS})))
    assert draft.text.endswith("\ufffd\ufffd")
    notices = {each.code: dict(each.values) for each in draft.warnings}
    assert notices["pdf-unmapped"] == {"count": "2"}


def test_files_a_pdf_carries_are_named() -> None:
    names = "/Names<</EmbeddedFiles<</Names[(log.txt) 5001 0 R]>>>>"
    carried = {
        5001: b"<</Type/Filespec/F(log.txt)/UF(log.txt)/EF<</F 5002 0 R>>>>",
        5002: b"<</Type/EmbeddedFile/Length 4>>stream\nWhat\nendstream",
    }
    draft = read(
        Source("carrier.pdf", make_pdf([Sheet(lines(FERRY, 72, 700))], catalog=names, extra=carried))
    )
    (notice,) = draft.warnings
    assert (notice.code, dict(notice.values)) == ("pdf-attachments", {"count": "1", "names": "log.txt"})


def test_words_drawn_as_shapes_are_a_page_without_text() -> None:
    shapes = "".join(f"{x} 700 8 12 re f\n" for x in range(72, 400, 11))
    assert failure(make_pdf([Sheet(shapes)])) == "pdf-no-text"


def test_a_small_box_beside_the_lines_of_a_paragraph_does_not_break_it() -> None:
    content = lines(textwrap.wrap(" ".join(INQUIRY), 60), 72, 700)
    content = lines(["Share this on", "all your walls"], 480, 693) + content
    draft = read(Source("box.pdf", make_pdf([Sheet(content)])))
    texts = [text for _, _, text in shown(draft)]
    assert " ".join(INQUIRY) in texts
    assert " ".join(texts).count("Share this on") == 1


def test_items_whose_signs_are_drawn_are_items_each() -> None:
    content = lines(INQUIRY, 72, 740)
    for place, text in enumerate(FERRY + SEARCH):
        content += f"80 {643 - 14 * place} 4 4 re f\n" + show(text, 94, 640 - 14 * place)
    draft = read(Source("items.pdf", make_pdf([Sheet(content)])))
    items = [(ParagraphKind.LIST, Role.NONE, text) for text in FERRY + SEARCH]
    assert shown(draft) == [(ParagraphKind.BODY, Role.NONE, " ".join(INQUIRY)), *items]


def test_words_printed_twice_to_look_bold_are_taken_once() -> None:
    texts = FERRY * 6
    content = lines(texts, 72, 780) + lines(texts, 72.3, 780)
    draft = read(Source("twice.pdf", make_pdf([Sheet(content)])))
    assert draft.text.count("night ferry") == 6
    assert [each.code for each in draft.warnings] == ["pdf-doubled"]
    assert draft.letters.seen == draft.letters.kept


def test_the_words_of_a_recognised_scan_are_read_and_doubted() -> None:
    content = picture(0, 0, 595, 842) + lines(FERRY, 72, 700).replace("Tf", "Tf 3 Tr")
    draft = read(Source("scan.pdf", make_pdf([Sheet(content)])))
    assert shown(draft) == [(ParagraphKind.BODY, Role.NONE, " ".join(FERRY))]
    assert [each.code for each in draft.warnings] == ["pdf-scanned-text"]


def test_words_that_cannot_be_seen_are_set_aside_and_white_ones_on_black_are_not() -> None:
    content = "0 0 0 rg 60 590 400 30 re f\n" + show("White heading on black", 72, 600, before="1 1 1 rg")
    content += (
        "0 g\n" + lines(FERRY, 72, 560) + show("Never seen by anyone", 72, 400).replace("Tf", "Tf 3 Tr")
    )
    draft = read(Source("hidden.pdf", make_pdf([Sheet(content)])))
    aside = [text for kind, role, text in shown(draft) if (kind, role) == (ParagraphKind.ASIDE, Role.HIDDEN)]
    assert aside == ["Never seen by anyone"]
    assert any(
        text == "White heading on black" and kind != ParagraphKind.ASIDE for kind, _, text in shown(draft)
    )


def test_nothing_is_furniture_where_the_user_chose_every_block() -> None:
    draft = read(Source("features.pdf", feature_file()), ReadOptions(whole=True))
    assert not any(kind is ParagraphKind.FURNITURE for kind, _, text in shown(draft) if "Gazette" in text)


def failure(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(Source("bad.pdf", data))
    assert caught.value.where == "bad.pdf"
    assert caught.value.code in MESSAGES
    return caught.value.code


def test_a_locked_file_says_so_and_one_that_opens_without_a_password_is_read() -> None:
    sheet = Sheet(lines(FERRY, 72, 700))
    assert failure(make_pdf([sheet], password="secret")) == "pdf-encrypted"
    open_one = read(Source("open.pdf", make_pdf([sheet], password="")))
    assert shown(open_one) == [(ParagraphKind.BODY, Role.NONE, " ".join(FERRY))]


def test_damaged_blank_and_scanned_files_say_what_they_are() -> None:
    whole = make_pdf([Sheet(lines(FERRY, 72, 700))] * 3)
    assert failure(whole[:600]) == "pdf-damaged"
    assert failure(b"%PDF-1.7\n" + bytes(range(256)) * 40) == "pdf-damaged"
    assert failure(b"%PDF-1.7") == "pdf-damaged"
    assert failure(make_pdf([])) == "pdf-damaged"
    assert failure(make_pdf([Sheet("")])) == "pdf-blank"
    assert failure(make_pdf([Sheet(picture(0, 0, 595, 842))])) == "pdf-no-text"
    assert failure(make_pdf([Sheet("")] * 2001)) == "pdf-too-many-pages"


def test_a_text_that_tells_of_pdfs_is_none() -> None:
    words = b"Every such file begins with the mark %PDF-1.7 and ends with another. " * 20
    assert find_form(words).name == "plain"


def test_the_jobs_for_the_window_go_to_the_child_and_come_back() -> None:
    data, draft = feature_file(), features()
    place = draft.text.index("lighthouse")
    worker = Worker()
    try:
        image = worker.submit(PageJob(data, 2, 0.5, "features.pdf")).result(timeout=60)
        found = worker.submit(spot_job(data, draft.positions, place, place + 10)).result(timeout=60)
        with pytest.raises(ReadError, match="pdf-encrypted"):
            worker.submit(PageJob(make_pdf([Sheet("")], password="x"), 1)).result(timeout=60)
    finally:
        worker.close()
    assert isinstance(image, PageImage)
    assert (image.page, image.width, image.height) == (2, 298, 421)
    assert isinstance(found, tuple)
    assert [spot.page for spot in found] == [1]


def test_junk_around_a_file_does_not_matter() -> None:
    whole = make_pdf([Sheet(lines(FERRY, 72, 700))])
    for data in (b"\r\nsome junk\r\n" + whole, whole + b"\r\nmore junk" * 50):
        assert find_form(data).name == "pdf"
        assert read(Source("junk.pdf", data)).text == " ".join(FERRY)


def test_pages_without_a_text_layer_are_named() -> None:
    scan = Sheet(picture(0, 0, 595, 842))
    draft = read(Source("mixed.pdf", make_pdf([scan, Sheet(lines(FERRY, 72, 700)), Sheet(""), scan])))
    (notice,) = draft.warnings
    assert notice.code == "pdf-pages-without-text"
    assert dict(notice.values) == {"pages": "1, 4"}


def nested_forms(depth: int, fan: int) -> bytes:
    """A small file whose forms show each other, so that its words are many."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 10 0 R>>>>/Contents 5 0 R>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        5: b"<</Length 5>>stream\n/X Do\nendstream",
    }
    for level in range(depth):
        last = level == depth - 1
        content = b"BT /F1 1 Tf (aaaaaaaaaa) Tj ET" if last else b"1 0 0 1 1 1 cm /X Do " * fan
        held = b"/Font<</F1 4 0 R>>" if last else b"/XObject<</X %d 0 R>>" % (11 + level)
        objects[10 + level] = (
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9999 9999]/Resources<<%s>>/Length %d>>stream\n%s\nendstream"
            % (held, len(content), content)
        )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in objects.items())
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 99>>\nstartxref\n0\n%%EOF\n"


@pytest.mark.large
def test_files_made_to_exhaust_the_reader_end_with_a_message() -> None:
    worker = Worker(memory_limit=600 * 2**20)
    try:
        for data in (nested_forms(6, 10), nested_forms(8, 12)):
            assert len(data) < 4000
            with pytest.raises(VerifierError) as caught:
                worker.submit(SourceJob(Source("bomb.pdf", data), seconds=60)).result(timeout=100)
            assert caught.value.code in (
                "pdf-too-many-characters",
                "worker-died",
                "out-of-memory",
                "took-too-long",
            )
        stream = deflated(b"BT /F1 1 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n" * 40_000)
        draft = worker.submit(SourceJob(Source("packed.pdf", make_pdf([Sheet(raw=stream)])))).result(
            timeout=100
        )
        assert isinstance(draft, ArticleDraft)
    finally:
        worker.close()


def test_every_character_stands_in_its_box_in_a_file_with_every_feature() -> None:
    draft = features()
    outside = [each for each in draft.paragraphs if each.role in (Role.COMMENT, Role.FORM)]
    checked = 0
    with opened(feature_file(), "features.pdf") as document:
        texts = [document[number].get_textpage() for number in range(len(document))]
        first = texts[0].count_chars()
        for place, char in enumerate(draft.text):
            if char.isspace() or any(each.start <= place < each.end for each in outside):
                continue
            ((start, _),) = stretches(draft.positions, place, place + 1)
            text, index = (texts[0], start) if start < first else (texts[1], start - first)
            left, bottom, right, top = text.get_charbox(index)
            assert char in text.get_text_bounded(left - 0.05, bottom - 0.05, right + 0.05, top + 0.05)
            checked += 1
        for each in texts:
            each.close()
    assert checked > 700


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.iter_modules(verifier.readers.pdf.__path__, "verifier.readers.pdf."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


@pytest.mark.large
@pytest.mark.timeout(60)
def test_no_pattern_hangs_on_pumped_text() -> None:
    found = dict(patterns())
    assert len(found) > 6
    for pattern in found.values():
        for piece in ("a", "1", "1/", " ", "- ", "http://a", "http://", ".docx", "1.", "*", "(1", "[1]"):
            for end in ("", "!", "\n"):
                pattern.match(piece * 50_000 + end)
                pattern.search(piece * 4_000 + end)
