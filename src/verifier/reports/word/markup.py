"""Ready WordprocessingML as strings: runs, paragraphs, tables. Text is data: nothing in it comes alive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from verifier.reports.characters import one_line, visible
from verifier.reports.parts import NO_FACE, Face, Faces
from verifier.reports.word.columns import column_widths
from verifier.reports.word.look import LINES, MONO
from verifier.reports.word.script import by_script

_BREAKS = re.compile("([\n\t])")
_SIMPLE = re.compile("[ -%'-;=?-~\u00a0-\u02af\u2010-\u2027\u2030-\u205e\u2190-\u2bff]+")
"""Text of Latin letters and signs, with nothing in it that XML or Word would take for anything else."""

_INSTEAD = {"\n": "<w:br/>", "\t": "<w:tab/>"}

_FACES = {
    Face.FIXED: f'<w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}" w:cs="{MONO}"/>',
    Face.BOLD: "<w:b/><w:bCs/>",
    Face.SLANTED: "<w:i/><w:iCs/>",
    Face.RAISED: '<w:vertAlign w:val="superscript"/>',
    Face.LOWERED: '<w:vertAlign w:val="subscript"/>',
}
"""How a source sets its words, as run properties on top of any style, in the order the schema wants them."""

SPACER = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
"""An empty low paragraph, which keeps two tables from becoming one."""


LAST = (
    '<w:p><w:pPr><w:pStyle w:val="Spacer"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="2"/></w:rPr></w:r></w:p>'
)
"""What Word asks for behind a table at the end, too low to need a page of its own."""

KEPT = "<w:keepNext/>"
"""A paragraph on the page of the one after it."""

NEW_PAGE = "<w:pageBreakBefore/>"
"""A paragraph that begins a page."""

_NO_SPACE = '<w:spacing w:before="0"/>'


def escaped(text: str) -> str:
    """Text as XML content, unprintable characters shown as tokens."""
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text as the value of an XML attribute in double quotes, on one line."""
    return escaped(one_line(text)).replace('"', "&quot;")


def text_xml(text: str) -> str:
    """The content of a run: its text, with line feeds and tabs as Word writes them."""
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    return "".join(
        _INSTEAD.get(part) or f'<w:t xml:space="preserve">{escaped(part)}</w:t>'
        for part in _BREAKS.split(text)
        if part
    )


def run(text: str, style: str = "", language: str = "", faces: Faces = NO_FACE) -> str:
    """A text as runs of one script each, in a character style and set as its source sets it; "" for no text."""
    if not text:
        return ""
    if _SIMPLE.fullmatch(text):
        return f'{_opening(style, language, faces)}<w:t xml:space="preserve">{text}</w:t></w:r>'
    looks = _looks(style, faces)
    return "".join(_run(part.text, looks + part.properties) for part in by_script(text, language))


@lru_cache(maxsize=512)
def _opening(style: str, language: str, faces: Faces) -> str:
    """The opening of a run of Latin letters."""
    properties = _looks(style, faces) + next(by_script("", language)).properties
    return f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"


def _looks(style: str, faces: Faces) -> str:
    """The properties of a run that come before its script's, in the order the schema wants them."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return named + "".join(shown for face, shown in _FACES.items() if face in faces)


def _run(text: str, properties: str) -> str:
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{shown}{text_xml(text)}</w:r>"


def paragraph(
    content: str, style: str = "", *, from_right: bool = False, more: str = "", at_top: bool = False
) -> str:
    """A paragraph of ready runs; ``more`` are properties beyond its style's, from KEPT or NEW_PAGE. One ``at_top`` of a
    page has no space above it.
    """
    if style and not (from_right or more or at_top):
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = named + more + ("<w:bidi/>" if from_right else "") + (_NO_SPACE if at_top else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>" if properties else f"<w:p>{content}</w:p>"


def ended_section(properties: str) -> str:
    """An empty paragraph that ends a section of pages, too low to need a page of its own; ``properties`` are those of
    the section, as XML.
    """
    low = '<w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="Spacer"/>{low}{properties}</w:pPr></w:p>'


def internal_link(content: str, anchor: str) -> str:
    """Runs that lead to a bookmark of this document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def external_link(content: str, relation: str) -> str:
    """Runs that lead to the target of a relationship."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def field(instruction: str, shown: str, style: str = "") -> str:
    """A field with the result it shows until Word reckons it anew. The instruction is ours, never an article's."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>{shown}</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


# -- tables ----------------------------------------------------------------------------------------------------------


def table(rows: Iterable[str], widths: Sequence[int], *, has_heads: bool, spoken: tuple[str, str]) -> str:
    """A table of ready rows; ``spoken`` is its title and description for those who hear it."""
    title, description = (attribute(words) for words in spoken)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    told = f'<w:tblCaption w:val="{title}"/>' if title else ""
    told += f'<w:tblDescription w:val="{description}"/>' if description else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="VerifierTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0420" if has_heads else "0400"}" '
        f'w:firstRow="{int(has_heads)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        f'w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def head_row(heads: Sequence[str], widths: Sequence[int]) -> str:
    """The head row of a table, repeated on every page the table goes on."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(run(head), "TableHead")}</w:tc>'
        for head, width in zip(heads, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def row(cells: Sequence[str], widths: Sequence[int], *, kept: bool = False) -> str:
    """A row of ready cell contents that stays on one page. LibreOffice does not keep a row with the next one that is
    told not to split; ``kept`` is for those, which are short.
    """
    shown = "".join(
        [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        ]
    )
    return f"<w:tr>{shown}</w:tr>" if kept else f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{shown}</w:tr>"


def bar(
    shares: Sequence[tuple[str, int, str]], width: int, spoken: tuple[str, str], *, kept: bool = False
) -> str:
    """A drawn bar: one shaded cell for each share (label, count, the words in it), told in words as well. ``kept`` is
    for one on the page of what follows.
    """
    widths = column_widths([count for _, count, _ in shares], width)
    more = KEPT if kept else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{cell}" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{LINES[label]}"/>'
        f'<w:tcMar><w:left w:w="40" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr>'
        f"{paragraph(run(words if cell > 420 else ''), 'BarText' if label else 'BarTextDark', more=more)}</w:tc>"
        for (label, _, words), cell in zip(shares, widths, strict=True)
    )
    title, description = (attribute(words) for words in spoken)
    grid = "".join(f'<w:gridCol w:w="{cell}"/>' for cell in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="VerifierBar"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{title}"/>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="230" w:hRule="exact"/></w:trPr>{cells}</w:tr></w:tbl>'
    )
