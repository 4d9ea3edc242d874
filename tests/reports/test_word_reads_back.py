"""What a Word report holds, as others read it: every sentence, label and note in order, every character in its form."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.reports.cases import Case, harbour_case
from tests.reports.large import large_snapshot

from verifier.domain import queries
from verifier.domain.rows import Snapshot
from verifier.i18n.vocabulary import name_of
from verifier.reports import ReportOptions, write_report
from verifier.reports.characters import visible
from verifier.reports.word.markup import run
from verifier.reports.word.notes import NAMESPACES

AT_ONCE = 0x8000
INSTEAD = {qn("w:br"): "\n", qn("w:tab"): "\t"}


def written(snapshot: Snapshot, folder: Path, template: str = "dossier") -> Path:
    target = folder / "report.docx"
    write_report(snapshot, ReportOptions(template=template), target)
    return target


def sentences_of(snapshot: Snapshot) -> list[tuple[str, str, str]]:
    """Address, label in words ("" for none) and words of every sentence, in the order of reading."""
    found = []
    for article in snapshot.rows.articles():
        text = queries.text_of(snapshot, article)
        for sentence in queries.account(snapshot.rows, article):
            mark = queries.mark_of(snapshot.rows, sentence)
            label = name_of("label", mark.label) if mark is not None and mark.label else ""
            address = queries.address_of(snapshot.rows, sentence)
            found.append((address, label, queries.words_of(text, sentence)))
    return found


def spaced(text: str) -> str:
    """Text with every kind of white space as one space."""
    return " ".join(text.split())


def out_of_order(snapshot: Snapshot, text: str) -> list[str]:
    """The addresses of the sentences that do not stand behind the one before, after their address and their label."""
    place, lost = 0, []
    told = sentences_of(snapshot)
    assert len(told) > 10
    for address, label, words in told:
        first = re.escape(spaced(words).split(" ")[0])
        told_of = f". {label}.{{0,60}}? " if label else ""
        head = re.compile(rf"\b{address} {told_of}{first}")
        match = head.search(text, place)
        if match is None:
            lost.append(address)
        else:
            place = match.end()
    return lost


@pytest.mark.parametrize("template", ["dossier", "annotated"])
def test_python_docx_reads_every_sentence_after_its_address_and_label_in_order(
    template: str, tmp_path: Path
) -> None:
    snapshot = harbour_case().snapshot()
    rows = docx.Document(str(written(snapshot, tmp_path, template))).paragraphs
    styles = [row.style.name if row.style else "" for row in rows]
    begun = styles.index("Article headline")
    assert out_of_order(snapshot, spaced(" ".join(row.text for row in rows[begun:]))) == []


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_every_sentence_in_order(tmp_path: Path) -> None:
    snapshot = large_snapshot(60)
    command = [
        "pandoc",
        "-f",
        "docx",
        "-t",
        "plain",
        "--wrap=none",
        str(written(snapshot, tmp_path, "annotated")),
    ]
    text = spaced(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    # what stands raised reads ^(…) with pandoc
    plain = re.sub(r"\^\(([^()]*)\)", r"\1", text).replace("^(", "").replace(")", "")
    assert out_of_order(snapshot, plain) == []
    assert out_of_order(snapshot, plain.replace("A7", "A70")) != [], (
        "a test that sees nothing would prove nothing"
    )


def test_every_comment_is_on_its_sentence_in_a_long_report(tmp_path: Path) -> None:
    snapshot = large_snapshot(200, noted=3)
    document = docx.Document(str(written(snapshot, tmp_path, "annotated")))
    notes = {comment.comment_id: comment.text for comment in document.comments}
    words = _commented(document.element.body)
    by_address = {address: text for address, _label, text in sentences_of(snapshot)}
    expected = [
        (by_address[queries.address_of(snapshot.rows, sentence)], mark.note)
        for article in snapshot.rows.articles()
        for sentence in queries.account(snapshot.rows, article)
        if (mark := queries.mark_of(snapshot.rows, sentence)) is not None and mark.note
    ]
    assert len(expected) > 60
    assert [(words[number], notes[number]) for number in sorted(notes)] == expected


def _commented(body: etree._Element) -> dict[int, str]:
    """The words inside the range of each comment, by its number."""
    opened: dict[int, list[str]] = {}
    closed: dict[int, str] = {}
    for element in body.iter():
        if element.tag == qn("w:commentRangeStart"):
            opened[int(element.get(qn("w:id")) or "")] = []
        elif element.tag == qn("w:commentRangeEnd"):
            number = int(element.get(qn("w:id")) or "")
            closed[number] = "".join(opened.pop(number))
        elif element.tag == qn("w:t"):
            for words in opened.values():
                words.append(element.text or "")
    return closed


@pytest.mark.parametrize("start", range(0, sys.maxunicode + 1, AT_ONCE * 4))
def test_every_character_comes_back_as_itself_or_as_its_token(start: int) -> None:
    for first in range(start, min(start + AT_ONCE * 4, sys.maxunicode + 1), AT_ONCE):
        text = "".join(map(chr, range(first, first + AT_ONCE)))
        root = etree.fromstring(f"<w:p {NAMESPACES}>{run(text)}</w:p>".encode())
        read = "".join(INSTEAD.get(str(one.tag), one.text or "") for one in root.iter())
        assert read == visible(text)
        assert len(read) >= len(text)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_in_libreoffice_a_memo_is_two_pages_from_the_finding_on_and_no_footnote_is_lost(
    tmp_path: Path,
) -> None:
    memos = [tmp_path / f"{paper}.docx" for paper in ("a4", "letter")]
    for memo in memos:
        write_report(large_snapshot(300), ReportOptions(template="memo", paper=memo.stem), memo)
    annotated = tmp_path / "annotated.docx"
    write_report(harbour_case().snapshot(), ReportOptions(template="annotated"), annotated)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, [*memos, annotated])], check=True, capture_output=True, timeout=110)
    for memo in memos:
        first, _second = pages_of(memo)
        assert first.index("A long case") < first.index("Long.") < first.index("Settle before publication")
    assert "Ev1 Minutes of the harbour board" in " ".join(pages_of(annotated))


def pages_of(report: Path) -> list[str]:
    """The words of each page of the PDF beside a report."""
    import pypdfium2

    with pypdfium2.PdfDocument(report.with_suffix(".pdf")) as pages:
        return [spaced(page.get_textpage().get_text_range()) for page in pages]


def test_a_note_with_every_kind_of_break_comes_back_line_by_line(tmp_path: Path) -> None:
    case = Case()
    case.article("A", [("body", ["One. ", "Two."])])
    case.mark("A1", "opinion", note="first\r\nsecond\rthird\nfourth \x0b fifth")
    document = docx.Document(str(written(case.snapshot(), tmp_path, "annotated")))
    (comment,) = document.comments
    assert comment.text == "first\nsecond\nthird\nfourth ‹U+000B› fifth"
