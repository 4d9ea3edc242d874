"""Reports in the styles of a house's own Word file, odd ones and hostile ones."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import docx_integrity
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from tests.reports.cases import harbour_case
from tests.reports.word_houses import STYLES, WORD, W, house, relations, zipped

from verifier.domain.errors import ReportError
from verifier.reports import ReportOptions, build_outline
from verifier.reports.word import render

TEMPLATES = ("dossier", "memo", "annotated")


def report(style: bytes, template: str = "dossier") -> bytes:
    outline = build_outline(harbour_case().snapshot(), ReportOptions(template=template))
    return render(outline, "a4", style, "house.docx")


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def judged(data: bytes, folder: Path) -> list[str]:
    """What two independent checkers find wrong."""
    place = folder / "report.docx"
    place.write_bytes(data)
    found = [str(error) for error in OpenXmlValidator().validate(str(place)).errors]
    return found + [str(finding) for finding in docx_integrity.check(str(place))]


def default_template() -> bytes:
    file = io.BytesIO()
    made = docx.Document()
    made.add_heading("A house", 1)
    made.add_paragraph("MARKERWORD")
    made.save(file)
    return file.getvalue()


class TestOddHouses:
    @pytest.mark.parametrize("template", TEMPLATES)
    def test_independent_judges_find_nothing_with_numbered_headings(
        self, template: str, tmp_path: Path
    ) -> None:
        assert judged(report(house(), template), tmp_path) == []

    def test_nor_with_the_template_of_python_docx(self, tmp_path: Path) -> None:
        assert judged(report(default_template()), tmp_path) == []

    def test_nor_with_a_house_that_has_hardly_a_style(self, tmp_path: Path) -> None:
        assert judged(report(house(styles=f"<w:styles {W}/>")), tmp_path) == []

    def test_nor_with_a_template_file(self, tmp_path: Path) -> None:
        assert judged(report(house(main_type=f"{WORD}.template.main+xml")), tmp_path) == []

    @pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    def test_nor_with_a_file_libreoffice_wrote(self, tmp_path: Path) -> None:
        (tmp_path / "house.html").write_text("<h1>House</h1><p>MARKERWORD</p><ol><li>one</li></ol>")
        home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        subprocess.run(
            ["soffice", "--headless", home, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path),
             str(tmp_path / "house.html")], check=True, capture_output=True, timeout=110,
        )  # fmt: skip
        assert judged(report((tmp_path / "house.docx").read_bytes()), tmp_path) == []


class TestWhatIsTaken:
    def test_styles_of_the_house_are_used_by_name_whatever_their_keys_are(self) -> None:
        document = opened(report(house()))
        heading = document.styles["Heading 1"]
        assert str(heading.font.color.rgb) == "AA00AA"
        headings = [row.text for row in document.paragraphs if row.style == heading]
        assert headings[0] == "Summary"
        assert document.styles.element.xpath('//w:style[@w:styleId="Heading1"]/w:basedOn/@w:val') == [
            "Normal"
        ]
        assert document.styles.element.xpath('//w:style[@w:styleId="Heading1"]/w:pPr/w:keepNext')

    def test_numbers_of_headings_come_along_and_lists_that_are_not_there_do_not(self) -> None:
        document = opened(report(house()))
        assert document.styles.element.xpath('//w:style[@w:styleId="Heading1"]//w:numId/@w:val') == ["7"]
        assert not document.styles.element.xpath('//w:style[@w:styleId="Heading2"]//w:numId')
        numbering = document.part.numbering_part.element
        assert numbering.xpath("//w:pStyle/@w:val") == ["Heading1"]
        assert not numbering.xpath("//w:numPicBullet")

    def test_styles_the_house_lacks_are_filled_in_beside_its_own_of_the_same_key_or_name(self) -> None:
        root = opened(report(house())).styles.element
        names = dict(
            zip(root.xpath("./w:style/@w:styleId"), root.xpath("./w:style/w:name/@w:val"), strict=True)
        )
        assert names["Lead"] == "Lead"
        assert names["House1Lead"] == "Vorspann"
        assert names["Quiet"] == "Verifier Quiet"
        assert names["Zitat"] == "Quiet"
        assert root.xpath('//w:style[@w:styleId="Heading1"]/w:next/@w:val') == ["House1Lead"]
        assert len({name.casefold() for name in names.values()}) == len(root.xpath("./w:style"))

    def test_tables_and_running_lines_take_neither_indents_nor_tab_stops_of_the_house(self) -> None:
        root = opened(report(house())).styles.element
        (table,) = root.xpath('//w:style[@w:styleId="TableText"]/w:pPr')
        assert table.find(qn("w:ind")).get(qn("w:firstLine")) == "0"
        assert table.find(qn("w:jc")).get(qn("w:val")) == "left"
        assert not root.xpath('//w:style[@w:styleId="Header"]//w:tabs')

    def test_margins_are_the_house_s_and_tables_are_as_wide_as_its_lines(self) -> None:
        document = opened(report(house()))
        first = document.sections[0]
        assert first.left_margin is not None
        assert first.right_margin is not None
        assert (first.left_margin.twips, first.right_margin.twips) == (2000, 1000)
        widths = {element.get(qn("w:w")) for element in document.element.body.iter(qn("w:tblW"))}
        assert widths == {str(11906 - 3000), str(16838 - 3000)}

    def test_the_language_is_the_report_s_and_the_house_s_words_stay_behind(self) -> None:
        data = report(house(more={"word/media/image1.png": b"MARKERWORD", "word/header7.xml": "MARKERWORD"}))
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        assert not [name for name, part in parts.items() if b"MARKERWORD" in part or b"x.example" in part]
        assert b"de-DE" not in parts["word/styles.xml"]
        assert b"glow" not in parts["word/styles.xml"]
        assert b'w:val="en-GB"' in parts["word/styles.xml"]

    def test_the_same_house_gives_the_same_bytes(self) -> None:
        assert report(house()) == report(house())


BOMB = "word/styles.xml", b"<!--" + b"a" * 20_000_000 + b"-->"
DENSE = f"<w:styles {W}>" + "<w:a/>" * 400_001 + "</w:styles>"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
DOCTYPE = '<!DOCTYPE w:styles [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
REMOTE = relations(("attachedTemplate", "https://evil.example/t.dotm", "External"))
SHARE = relations(("attachedTemplate", "file://evil/share/t.dotm", "External"))


class TestHostileHouses:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            pytest.param(b"no zip", "house-style-unreadable", id="no zip"),
            pytest.param(zipped({"a": "b"}), "house-style-unreadable", id="no package"),
            pytest.param(house(main_type=MACROS), "house-style-macros", id="docm"),
            pytest.param(house(more={"word/vbaProject.bin": b"x"}), "house-style-macros", id="macros"),
            pytest.param(house(settings_rels=REMOTE), "house-style-remote", id="template from the web"),
            pytest.param(house(settings_rels=SHARE), "house-style-remote", id="template from a share"),
            pytest.param(house(more=dict([BOMB])), "house-style-too-big", id="bomb"),
            pytest.param(house(more={f"word/m{n}": b"" for n in range(5_001)}), "house-style-too-big", id="many"),
            pytest.param(house(styles=DENSE), "house-style-too-big", id="dense"),
            pytest.param(house(styles=DOCTYPE + f"<w:styles {W}>&b;</w:styles>"), "house-style-damaged", id="entities"),
            pytest.param(house(body=f"<w:p>{'<w:r>' * 9}"), "house-style-damaged", id="torn"),
            pytest.param(house(styles="<w:styles"), "house-style-damaged", id="torn styles"),
            pytest.param(house(styles="<a/>"), "house-style-unreadable", id="other XML"),
            pytest.param(house(more={"WORD/STYLES.XML": "x"}), "house-style-damaged", id="two of one name"),
        ],
    )  # fmt: skip
    def test_are_refused_with_a_reason(self, data: bytes, code: str) -> None:
        with pytest.raises(ReportError) as caught:
            report(data)
        assert caught.value.code == code
        assert caught.value.where == "house.docx"

    def test_a_template_on_the_reader_s_own_disk_is_left_behind_without_a_word(self, tmp_path: Path) -> None:
        rels = relations(("attachedTemplate", "file:///C:\\Templates\\Normal.dotm", "External"))
        data = report(house(settings_rels=rels))
        assert judged(data, tmp_path) == []
        assert b"Normal.dotm" not in data

    def test_mad_margins_leave_room_for_words(self) -> None:
        mad = '<w:sectPr><w:pgMar w:top="-99999" w:right="999999" w:bottom="x" w:left="9in" w:header="0"/></w:sectPr>'
        section = opened(report(house(body=mad))).sections[0]
        assert section.left_margin is not None
        assert section.right_margin is not None
        assert section.left_margin.twips + section.right_margin.twips <= 6000

    def test_styles_from_a_stranger_bring_no_relations(self) -> None:
        relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        styles = STYLES.replace('<w:sz w:val="24"/>', f'<w:sz {relation} r:id="rId9" w:val="24"/>')
        assert styles != STYLES
        with zipfile.ZipFile(io.BytesIO(report(house(styles=styles)))) as package:
            assert b"rId9" not in package.read("word/styles.xml")
