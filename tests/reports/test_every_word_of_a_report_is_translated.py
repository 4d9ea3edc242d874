import re
import zipfile
from html import unescape
from pathlib import Path

from hatch_build import compile_translations
from tests.i18n.bracketed import Bracketed, escaped_words, make_case_in_cyrillic

from verifier.i18n import Translator, translator
from verifier.reports import ReportOptions, write_report
from verifier.session.workbench import Workbench

PARTS = re.compile(r"word/(document|comments|header\d*|footer\d*|footnotes)\.xml")
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def paragraphs(path: Path, words: Translator) -> list[str]:
    """Every paragraph of the report on a case in Cyrillic."""
    make_case_in_cyrillic(path / "дело.verif", path)
    target = path / "report.docx"
    with Workbench.open(path / "дело.verif", read_only=True) as case:
        write_report(case.snapshot(), ReportOptions(time="2026-11-21T14:02+01:00"), target, translator=words)
    with zipfile.ZipFile(target) as package:
        parts = [package.read(name).decode() for name in package.namelist() if PARTS.fullmatch(name)]
    return [unescape("".join(WORDS.findall(one))) for part in parts for one in PARAGRAPH.findall(part)]


def test_in_a_made_up_language_nothing_of_a_report_stays_english(tmp_path: Path) -> None:
    found = paragraphs(tmp_path, Bracketed())
    assert sum("⟦" in one for one in found) > 80
    assert {one: escaped_words(one) for one in found if escaped_words(one)} == {}


def test_a_report_can_be_made_in_russian(tmp_path: Path) -> None:
    compile_translations()
    found = paragraphs(tmp_path, translator("ru"))
    assert "Сводка" in found
    assert any("≠ оспорено, частично" in one for one in found)
    assert any("21 ноября 2026" in one for one in found)
    escaped = {word for one in found for word in escaped_words(one)}
    assert escaped <= {"JSON", "lines"}  # how line breaks were read, by the name it is asked for with


def test_a_russian_report_quotes_as_russian_does(tmp_path: Path) -> None:
    compile_translations()
    found = paragraphs(tmp_path, translator("ru"))
    assert any("«Склад сгорел в среду.»" in one for one in found)
    assert {one for one in found if "“" in one or "”" in one} == set()
