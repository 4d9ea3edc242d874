"""Real Word documents, written, opened by others, and read back."""

from __future__ import annotations

import hashlib
import json
import re
import runpy
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import docx_integrity
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree
from openxml_audit import OpenXmlValidator
from tests.reports.cases import Case, harbour_case
from tests.reports.large import large_snapshot

from verifier.domain import queries
from verifier.domain.comparing import Comparison
from verifier.domain.rows import Snapshot
from verifier.i18n import ENGLISH
from verifier.i18n.vocabulary import name_of
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.parts import Embedded, Piece
from verifier.reports.word.data import item_xml
from verifier.reports.word.notes import Footnotes
from verifier.reports.word.words import Words

AWKWARD = [
    "Family 👨‍👩‍👧 and e\u0301toile and a\u0308, ",
    "Москва не ответила, and the board did. ",
    "قال المجلس 42 إن الميناء مغلق. ",
    "Null \x00, unit \x1f, tab\there, \ufffe and \uffff end. ",
    "Turned \u202eround\u202c and \u2067isolated\u2069. ",
    '{ HYPERLINK "https://evil.example" } ]]> <w:p/> &amp; &lt; \u00a0\u00ad\u200b end. ',
    "中文、日本語のテキスト 한국어 Ελλάδα עברית. ",
    "A carriage\rreturn.",
]


def written(snapshot: Snapshot, folder: Path, **options: object) -> Path:
    target = folder / "report.docx"
    write_report(snapshot, ReportOptions(**options), target)  # type: ignore[arg-type]
    return target


def awkward_case() -> Case:
    case = Case()
    case.article("A", [("body", AWKWARD)], publisher="Böse \x01 <Zeitung> & “Co”", title="x" * 400)
    for number in range(1, len(AWKWARD) + 1):
        case.mark(f"A{number}", "unconfirmed", note=f"Note {number}\x02 on it\r\nand مرحبا.")
    case.details(title="T\x03itle " * 60, question="Why\u202e?", finding="Found \x07 <b>\n\nTwice & so.")
    case.evidence("Cited ]]> \x08", "A1", url='https://example.org/?a=<b>&c="d"', quotation="\u202e")
    return case


def parts_of(report: Path) -> dict[str, str]:
    with zipfile.ZipFile(report) as package:
        assert package.testzip() is None
        return {name: package.read(name).decode() for name in package.namelist()}


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def style_of(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


def shown(text: str) -> str:
    """What a report shows of an article's text."""
    return re.sub(
        "[\x00-\x08\x0b-\x1f\ufffe\uffff\u202a-\u202e\u2066-\u2069]",
        lambda found: f"‹U+{ord(found[0]):04X}›",
        text,
    )


class TestIndependentJudges:
    @pytest.mark.parametrize("make", [harbour_case, awkward_case, Case])
    @pytest.mark.parametrize(
        ("template", "internal"),
        [("dossier", False), ("dossier", True), ("memo", False), ("annotated", True)],
    )
    def test_find_nothing_wrong(
        self, make: type[Case], template: str, internal: bool, tmp_path: Path
    ) -> None:
        report = written(make().snapshot(), tmp_path, internal_copy=internal, template=template)
        result = OpenXmlValidator().validate(str(report))
        assert [str(error) for error in result.errors] == []
        assert result.is_valid
        assert [str(finding) for finding in docx_integrity.check(str(report))] == []

    def test_find_nothing_wrong_with_the_template(self) -> None:
        template = Path(__file__).parents[2] / "resources" / "report" / "dossier.docx"
        assert OpenXmlValidator().validate(str(template)).is_valid
        assert docx_integrity.check(str(template)) == []

    def test_the_template_is_what_its_script_makes(self) -> None:
        folder = Path(__file__).parents[2] / "resources" / "report"
        made = runpy.run_path(str(folder / "make_template.py"))["members"]()
        assert parts_of(folder / "dossier.docx") == {name: data.decode() for name, data in made.items()}

    def test_every_bookmark_is_there_once_and_every_link_leads_to_one(self, tmp_path: Path) -> None:
        root = etree.fromstring(
            parts_of(written(harbour_case().snapshot(), tmp_path))["word/document.xml"].encode()
        )
        names = [element.get(qn("w:name")) for element in root.iter(qn("w:bookmarkStart"))]
        ids = [element.get(qn("w:id")) for element in root.iter(qn("w:bookmarkStart"))]
        targets = {element.get(qn("w:anchor")) for element in root.iter(qn("w:hyperlink"))} - {None}
        assert len(set(names)) == len(names)
        assert len(set(ids)) == len(ids)
        assert targets
        assert targets <= set(names)


class TestReadBack:
    def test_every_marked_sentence_carries_its_label_in_words(self, tmp_path: Path) -> None:
        case = harbour_case()
        snapshot = case.snapshot()
        text = "\n".join(paragraphs(docx.Document(str(written(snapshot, tmp_path)))))
        checked = 0
        for article in snapshot.rows.articles():
            for sentence in queries.account(snapshot.rows, article):
                mark = queries.mark_of(snapshot.rows, sentence)
                if mark is None or mark.label is None:
                    continue
                address = queries.address_of(snapshot.rows, sentence)
                word = name_of("label", mark.label)
                first = queries.words_of(queries.text_of(snapshot, article), sentence).split()[0]
                assert re.search(rf"{address}\xa0.\xa0{word}[^\n]{{0,40}}\xa0{re.escape(first)}", text), (
                    address
                )
                checked += 1
        assert checked == 8

    def test_the_articles_are_there_character_for_character(self, tmp_path: Path) -> None:
        document = docx.Document(str(written(awkward_case().snapshot(), tmp_path)))
        (account,) = [row for row in document.paragraphs if style_of(row) == "Article text"]
        for words in AWKWARD:
            assert shown(words).strip() in account.text

    def test_every_comment_sits_on_exactly_its_words(self, tmp_path: Path) -> None:
        document = docx.Document(str(written(harbour_case().snapshot(), tmp_path)))
        found = {comment.text: _commented(document, comment.comment_id) for comment in document.comments}
        assert found == {
            "Announced, or threatened?\nAsk.": "It has announced penalties against a handful of captains.",
            "Which count?": "Four hundred people",
            "Minutes read on 20 November.": "The harbour board closed the pier on Monday evening after an inspection.",
        }
        first = next(iter(document.comments))
        assert (first.author, first.initials) == ("Ada Berg", "AB")
        assert first.timestamp is not None
        assert first.timestamp.isoformat() == "2026-11-20T09:41:07+00:00"

    def test_a_comment_cut_by_a_passage_still_sits_on_its_whole_sentence(self, tmp_path: Path) -> None:
        case = Case()
        case.article("A", [("body", ["One two three. ", "Four."])])
        case.mark("A1", "unconfirmed", note="whole")
        case.mark("A1:two", "opinion", note="part")
        document = docx.Document(str(written(case.snapshot(), tmp_path)))
        found = {comment.text: _commented(document, comment.comment_id) for comment in document.comments}
        assert found["part"] == "two"
        assert found["whole"].replace(" ◇ opinion", "") == "One two three."

    def test_headings_table_heads_languages_and_properties_are_words_own(self, tmp_path: Path) -> None:
        document = docx.Document(str(written(harbour_case().snapshot(), tmp_path)))
        names = [row.text for row in document.paragraphs if style_of(row).startswith("Heading 1")]
        assert names[0] == "Summary"
        assert "Custody of the sources" in names
        for table in document.tables:
            assert table._tbl.tblPr.find(qn("w:tblLayout")) is not None
        with_heads = list(document.element.body.iter(qn("w:tblHeader")))
        assert len(with_heads) >= 7
        assert document.core_properties.title == "The harbour case"
        assert document.core_properties.language == "en-GB"
        assert document.core_properties.last_modified_by.startswith("Verifier ")
        lang = document.styles.element.xpath("./w:docDefaults//w:lang")[0]
        assert lang.get(qn("w:val")) == "en-GB"

    def test_long_and_odd_words_fit_the_document_properties(self, tmp_path: Path) -> None:
        properties = docx.Document(str(written(awkward_case().snapshot(), tmp_path))).core_properties
        assert len(properties.title) == 255
        assert "‹U+0003›" in properties.title

    def test_right_to_left_words_are_set_so_and_each_script_has_its_language(self, tmp_path: Path) -> None:
        xml = parts_of(written(awkward_case().snapshot(), tmp_path))["word/document.xml"]
        assert re.search(
            r'<w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">قال المجلس 42', xml
        )
        for language in (
            'w:val="ru-RU"',
            'w:bidi="he-IL"',
            'w:eastAsia="ja-JP"',
            'w:eastAsia="ko-KR"',
            'w:val="el-GR"',
        ):
            assert language in xml
        assert "\u202e" not in xml

    def test_an_arabic_article_runs_from_the_right_in_its_stated_language(self, tmp_path: Path) -> None:
        case = Case()
        case.article("A", [("headline", ["الميناء مغلق"]), ("body", ["قال المجلس ذلك."])], language="ar-EG")
        case.mark("A2", "opinion")
        document = docx.Document(str(written(case.snapshot(), tmp_path)))
        rows = [row for row in document.paragraphs if style_of(row) in ("Article text", "Article headline")]
        assert len(rows) == 2
        for row in rows:
            assert row._p.xpath("./w:pPr/w:bidi")
            assert row._p.xpath('.//w:lang[@w:bidi="ar-EG"]')

    def test_a_french_article_is_marked_french(self, tmp_path: Path) -> None:
        case = Case()
        case.article("A", [("body", ["Le pont est fermé."])], language="fr")
        case.article("B", [("body", ["Rien."])], language='"><x/>')
        document = docx.Document(str(written(case.snapshot(), tmp_path)))
        french = document.element.body.xpath('.//w:r[w:rPr/w:lang[@w:val="fr"]]')
        assert [run.text for run in french] == ["Le pont est fermé."]

    def test_nothing_in_an_article_comes_alive(self, tmp_path: Path) -> None:
        report = written(awkward_case().snapshot(), tmp_path)
        parts = parts_of(report)
        root = etree.fromstring(parts["word/document.xml"].encode())
        fields = [(element.text or "").split()[0] for element in root.iter(qn("w:instrText"))]
        assert set(fields) == {"TOC", "SEQ"}
        assert "evil.example" not in parts["word/_rels/document.xml.rels"]
        assert not list(root.iter(qn("w:fldSimple")))

    def test_live_links_lead_to_http_and_https_alone(self, tmp_path: Path) -> None:
        rels = parts_of(written(harbour_case().snapshot(), tmp_path))["word/_rels/document.xml.rels"]
        outside = re.findall(
            r'Target="([^"]+)" TargetMode="External"|TargetMode="External" Target="([^"]+)"', rels
        )
        assert sorted("".join(pair) for pair in outside) == [
            "https://example.org/minutes", "https://example.org/quay?a=1&amp;b=2",
        ]  # fmt: skip

    def test_the_bar_speaks(self, tmp_path: Path) -> None:
        document = docx.Document(str(written(harbour_case().snapshot(), tmp_path)))
        told = [element.get(qn("w:val")) for element in document.element.body.iter(qn("w:tblDescription"))]
        assert (
            "A · The Quay Courier: 2 verified, 2 disputed, 1 opinion, 1 unconfirmed, 1 no claim, 1 not checked"
            in told
        )

    def test_us_letter_changes_page_and_tables(self, tmp_path: Path) -> None:
        document = docx.Document(str(written(harbour_case().snapshot(), tmp_path, paper="letter")))
        section = document.sections[0]
        assert section.page_width is not None
        assert section.page_height is not None
        assert section.left_margin is not None
        assert (section.page_width.twips, section.page_height.twips) == (12240, 15840)
        assert section.orientation == WD_ORIENT.PORTRAIT
        widths = {element.get(qn("w:w")) for element in document.element.body.iter(qn("w:tblW"))}
        upright, turned = (str(side - section.left_margin.twips * 2) for side in (12240, 15840))
        assert widths == {upright, turned}

    @pytest.mark.parametrize("paper", ["a4", "letter"])
    def test_the_matrix_lies_on_its_side_with_the_short_parts_around_it(
        self, paper: str, tmp_path: Path
    ) -> None:
        snapshot = many_papers().snapshot(comparison=Comparison())
        document = docx.Document(str(written(snapshot, tmp_path, paper=paper)))
        turns = [section.orientation for section in document.sections]
        assert turns == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
        side, other = document.sections[0], document.sections[1]
        assert (side.page_width, side.page_height) == (other.page_height, other.page_width)
        assert other.footer.part.partname != side.footer.part.partname
        lying = _headings_of_sections(document)[1]
        assert lying == ["Quotations", "Found in one source only", "Claim matrix", "Sources"]

    def test_a_report_may_end_on_its_side(self, tmp_path: Path) -> None:
        without = frozenset({"annotated", "evidence", "asked", "warnings", "custody", "method"})
        report = written(many_papers().snapshot(), tmp_path, without=without)
        turns = [section.orientation for section in docx.Document(str(report)).sections]
        assert turns == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
        assert OpenXmlValidator().validate(str(report)).is_valid
        assert docx_integrity.check(str(report)) == []

    def test_no_word_of_a_head_is_broken_and_short_columns_leave_room(self, tmp_path: Path) -> None:
        document = docx.Document(str(written(harbour_case().snapshot(), tmp_path)))
        (counts,) = [table for table in document.tables if table.cell(0, 0).text == "Article"]
        grid = [int(column.get(qn("w:w")) or "") for column in counts._tbl.tblGrid]
        for cell, width in zip(counts.rows[0].cells, grid, strict=True):
            assert width > 90 * max(len(word) for word in cell.text.split())
        (settle, *_) = [table for table in document.tables if table.cell(0, 0).text == "Place"]
        first, *others = [int(column.get(qn("w:w")) or "") for column in settle._tbl.tblGrid]
        assert first < 1200 < min(others)


def many_papers() -> Case:
    """Five accounts that share a claim."""
    case = Case()
    for letter in "ABCDE":
        case.article(letter, [("body", ["The pier was closed on Monday."])], publisher=f"Paper {letter}")
    for letter in "BCDE":
        case.link("A1", f"{letter}1", "corroborates")
    return case


def _headings_of_sections(document: Document) -> list[list[str]]:
    """The headings of parts in each section of pages."""
    found: list[list[str]] = [[]]
    for row in document.paragraphs:
        if style_of(row) == "Heading 1":
            found[-1].append(row.text)
        if row._p.xpath("./w:pPr/w:sectPr"):
            found.append([])
    return found


class TestFootnotes:
    def test_tell_of_evidence_where_it_is_first_named(self, tmp_path: Path) -> None:
        parts = parts_of(written(harbour_case().snapshot(), tmp_path))
        notes = _footnotes(parts)
        assert list(notes) == ["1"]
        assert "Minutes of the harbour board" in notes["1"]
        referred = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', parts["word/document.xml"])
        assert referred == ["1"]

    def test_stand_in_small_print_behind_an_article_that_has_comments(self, tmp_path: Path) -> None:
        """LibreOffice loses footnotes that stand behind a comment."""
        report = written(harbour_case().snapshot(), tmp_path, template="annotated")
        assert _footnotes(parts_of(report)) == {}
        document = docx.Document(str(report))
        (note,) = [row for row in document.paragraphs if style_of(row) == "footnote text"]
        assert note.text.startswith("Ev1 Minutes of the harbour board")
        (place,) = note._p.xpath("./w:bookmarkStart/@w:name")
        (link,) = document.element.body.xpath(f'.//w:hyperlink[@w:anchor="{place}"]')
        assert "".join(row.text or "" for row in link.iter(qn("w:t"))) == "Ev1"

    def test_lead_to_the_web_by_relations_of_their_own(self, tmp_path: Path) -> None:
        parts = parts_of(written(harbour_case().snapshot(), tmp_path))
        relations = parts["word/_rels/footnotes.xml.rels"]
        assert "https://example.org/minutes" in relations
        (used,) = re.findall(r'<w:hyperlink r:id="([^"]+)"', parts["word/footnotes.xml"])
        assert f'Id="{used}"' in relations

    def test_hold_odd_words_as_data(self) -> None:
        piece = Piece("Ev1", footnote=(Piece('a\x00b <w:p/> & "c"'), Piece("javascript", url="")))
        notes = Footnotes()
        assert 'w:id="1"' in Words(notes.add).phrase((piece,))
        root = etree.fromstring(notes.xml().encode())
        assert "".join(map(str, root.itertext())).strip() == 'a‹U+0000›b <w:p/> & "c"javascript'

    def test_grow_in_a_line(self) -> None:
        sizes = []
        for count in (100, 1_000):
            notes = Footnotes()
            phrase = tuple(Piece("x", footnote=(Piece("note"),)) for _ in range(count))
            Words(notes.add).phrase(phrase)
            sizes.append(len(notes.xml()))
        assert sizes[1] < 11 * sizes[0]


def _footnotes(parts: dict[str, str]) -> dict[str, str]:
    """The words of each footnote by its number, but those of the separators."""
    root = etree.fromstring(parts["word/footnotes.xml"].encode())
    return {
        note.get(qn("w:id")) or "": "".join(map(str, note.itertext())).strip()
        for note in root
        if note.get(qn("w:type")) is None
    }


class TestDataInside:
    def test_is_a_custom_part_whose_text_has_the_hash_it_states(self, tmp_path: Path) -> None:
        parts = parts_of(written(awkward_case().snapshot(), tmp_path))
        root = etree.fromstring(parts["customXml/item1.xml"].encode())
        text = root.text or ""
        assert root.tag == "{urn:verifier:data}verifier"
        assert root.get("sha256") == hashlib.sha256(text.encode()).hexdigest()
        held = json.dumps(json.loads(text), ensure_ascii=False)
        assert "Family 👨\u200d👩\u200d👧" in held
        assert 'ds:uri="urn:verifier:data"' in parts["customXml/itemProps1.xml"]
        assert "customXmlProps" in parts["customXml/_rels/item1.xml.rels"]
        assert "../customXml/item1.xml" in parts["word/_rels/document.xml.rels"]

    def test_is_told_exactly_even_where_xml_has_no_way_to(self) -> None:
        data = Embedded('{"a":"\ufffe \ud800 ]]> &amp; <b>\u0085\u2028"}', "0" * 64)
        root = etree.fromstring(item_xml(data).encode())
        assert json.loads(root.text or "") == json.loads(data.json)

    def test_is_read_by_programs_that_take_no_text_of_ten_megabytes(self) -> None:
        data = Embedded(json.dumps({"text": "a & b \u2028 <c>" * 900_000}, ensure_ascii=False), "0" * 64)
        root = etree.fromstring(item_xml(data).encode())
        assert "".join(map(str, root.itertext())) == data.json

    def test_is_not_in_a_memo(self, tmp_path: Path) -> None:
        parts = parts_of(written(harbour_case().snapshot(), tmp_path, template="memo"))
        assert not [name for name in parts if name.startswith("customXml")]


def _commented(document: Document, number: int) -> str:
    """The words between the two ends of a comment's range."""
    inside = False
    words: list[str] = []
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == str(number):
            inside = True
        elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == str(number):
            assert inside
            return "".join(words)
        elif inside and element.tag == qn("w:t"):
            words.append(element.text or "")
    raise AssertionError(f"comment {number} has no range")


class TestWhatStaysInside:
    def test_an_internal_note_and_confidential_evidence_are_nowhere_in_the_file(self, tmp_path: Path) -> None:
        case = harbour_case()
        case.link("A1", "B1", "adds-detail", note="SECRETLINK", reach="internal")
        parts = parts_of(written(case.snapshot(), tmp_path))
        assert "word/comments.xml" in parts
        assert not [name for name, text in parts.items() if "SECRET" in text]

    def test_an_internal_copy_is_stamped_on_every_page(self, tmp_path: Path) -> None:
        parts = parts_of(written(harbour_case().snapshot(), tmp_path, internal_copy=True))
        heads = [text for name, text in parts.items() if name.startswith("word/header")]
        assert len(heads) == 2
        assert all("INTERNAL COPY" in text for text in heads)
        assert "SECRETREMARK" in parts["word/comments.xml"]
        assert "SECRETWITNESS" in parts["word/document.xml"]


class TestSameBytes:
    def test_the_same_case_and_options_give_the_same_bytes(self, tmp_path: Path) -> None:
        found = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            report = written(harbour_case().snapshot(), tmp_path / name, time="2026-11-21T14:02+01:00")
            found.append(report.read_bytes())
        assert found[0] == found[1]

    def test_another_time_gives_other_bytes(self, tmp_path: Path) -> None:
        one = written(harbour_case().snapshot(), tmp_path, time="2026-11-21T14:02").read_bytes()
        two = written(harbour_case().snapshot(), tmp_path, time="2026-11-21T14:03").read_bytes()
        assert one != two


class TestGrowth:
    def test_parts_and_calls_grow_in_a_line(self, tmp_path: Path) -> None:
        small, large = (_work(large_snapshot(size), tmp_path) for size in (200, 2_000))
        for few, many in zip(small, large, strict=True):
            assert many < 11 * few

    def test_long_reports_are_sound_too(self, tmp_path: Path) -> None:
        report = written(large_snapshot(1_000), tmp_path)
        assert docx_integrity.check(str(report)) == []
        assert len(list(docx.Document(str(report)).comments)) == 200


def _work(snapshot: Snapshot, folder: Path) -> tuple[int, int]:
    """How many Python calls a report takes, and how long its body is."""
    calls = 0

    def count(*_args: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        report = written(snapshot, folder)
    finally:
        sys.setprofile(None)
    return calls, len(parts_of(report)["word/document.xml"])


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_words_labels_and_comments(tmp_path: Path) -> None:
    report = written(harbour_case().snapshot(), tmp_path)
    text = subprocess.run(
        ["pandoc", "-f", "docx", "-t", "markdown", "--wrap=none", "--track-changes=all", str(report)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    for words in (
        "The harbour case",
        "opinion",
        "Nothing could be more timid.",
        "Which count?",
        "Settle before publication",
    ):
        assert words in text
    assert "Ada Berg" in text
    assert "SECRET" not in text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("make", [harbour_case, awkward_case])
def test_libreoffice_lays_it_out(make: type[Case], tmp_path: Path) -> None:
    report = written(make().snapshot(), tmp_path)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", str(tmp_path), str(report)],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    pdf = report.with_suffix(".pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
        ).stdout
        assert "page 1 of" in text
        assert "Settle before publication" in text


def test_the_outline_alone_does_not_load_python_docx() -> None:
    script = (
        "import sys, verifier.reports.outline, verifier.reports\n"
        "assert not [name for name in sys.modules if name == 'docx' or name.startswith('docx.')]"
    )
    source = str(Path(__file__).parents[2] / "src")
    subprocess.run([sys.executable, "-c", script], check=True, env={"PYTHONPATH": source})


def test_a_translation_sets_the_language_of_the_document(tmp_path: Path) -> None:
    class German:
        def gettext(self, message: str) -> str:
            return {"Summary": "Überblick"}.get(message, message)

        def ngettext(self, singular: str, plural: str, count: int) -> str:
            return ENGLISH.ngettext(singular, plural, count)

        def pgettext(self, context: str, message: str) -> str:
            return "de-DE" if "language tag" in context else message

    target = tmp_path / "bericht.docx"
    write_report(harbour_case().snapshot(), ReportOptions(), target, translator=German())
    document = docx.Document(str(target))
    assert document.core_properties.language == "de-DE"
    assert "Überblick" in paragraphs(document)
    assert build_outline(harbour_case().snapshot(), ReportOptions(), German()).language == "de-DE"


def test_short_lists_of_the_method_stay_on_one_page(tmp_path: Path) -> None:
    document = docx.Document(str(written(harbour_case().snapshot(), tmp_path)))
    kept = [
        [style_of(row.cells[0].paragraphs[0]) for row in table.rows]
        for table in document.tables
        if table.cell(0, 0).text in ("✓ verified", "partly", "corroborates", "Program")
    ]
    assert len(kept) == 4
    for styles in kept:
        assert set(styles[:-1]) == {"Table text, kept with next"}
        assert styles[-1] == "Table text"
