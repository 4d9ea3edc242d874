"""Makes dossier.docx, the report's own Word template: styles, page, running head and foot, and nothing else.

    PYTHONPATH=src python resources/report/make_template.py

python-docx's own template is not used: it has an effects part Word has long left behind, no style for comments and
no document language. The look (colours, fonts) is in ``verifier.reports.word.look``; run this again after a change.
"""

# ruff: noqa: E501 – the table of styles reads best with one style a line
from __future__ import annotations

from pathlib import Path

from verifier.reports.word.look import (
    ACCENT,
    FILLS,
    HAIRLINE,
    INK,
    LINES,
    MARGIN,
    MONO,
    PAGES,
    QUIET,
    SANS,
    SERIF,
    SIGNS,
    STYLE_WORD,
    UNDERLINES,
)
from verifier.reports.word.notes import Footnotes
from verifier.reports.word.package import zip_of

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def fonts(name: str) -> str:
    """A font for every script; label signs come from the symbol font where Word asks for it."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{SIGNS}" w:cs="{name}"/>'


def letters(
    *,
    font: str = "",
    size: float = 0,
    bold: bool | None = None,
    italic: bool = False,
    color: str = "",
    raised: bool = False,
    underline: str = "",
    underline_color: str = "",
    fill: str = "",
) -> str:
    """Run properties, in the order the schema wants them. ``size`` is in points; raised letters get two thirds."""
    line = f' w:color="{underline_color}"' if underline_color else ""
    return "".join(
        (
            fonts(font) if font else "",
            "" if bold is None else ("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'),
            "<w:i/><w:iCs/>" if italic else "",
            f'<w:color w:val="{color}"/>' if color else "",
            f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
            f'<w:u w:val="{underline}"{line}/>' if underline else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
            '<w:vertAlign w:val="superscript"/>' if raised else "",
        )
    )


def setting(
    *,
    before: int = 0,
    after: int = 0,
    line: int = 0,
    exact: bool = False,
    left: int = 0,
    keep_next: bool = False,
    border: str = "",
    level: int | None = None,
    lines_together: bool = False,
) -> str:
    """Paragraph properties, in the order the schema wants them; distances in twentieths of a point."""
    rule = f' w:line="{line}" w:lineRule="{"exact" if exact else "auto"}"' if line else ""
    return "".join(
        (
            "<w:keepNext/>" if keep_next else "",
            "<w:keepLines/>" if lines_together else "",
            f"<w:pBdr>{border}</w:pBdr>" if border else "",
            f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>',
            f'<w:ind w:left="{left}"/>' if left else "",
            "" if level is None else f'<w:outlineLvl w:val="{level}"/>',
        )
    )


def style(
    kind: str, key: str, name: str, inner: str, *, based: str = "", following: str = "", quick: bool = True
) -> str:
    """One style."""
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if key in ("Normal", "DefaultParagraphFont", "TableNormal", "NoList") else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + ("<w:qFormat/>" if quick else "")
        + f"{inner}</w:style>"
    )


BUILT_IN = {
    "Normal", "heading 1", "heading 2", "heading 3", "Title", "Subtitle", "header", "footer", "caption", "toc 1",
    "annotation text", "annotation reference", "footnote text", "footnote reference", "Hyperlink", "Strong",
    "Default Paragraph Font", "Normal Table",
    "No List",
}  # fmt: skip


def paragraph_style(
    key: str, name: str, ppr: str, rpr: str = "", *, based: str = "Normal", following: str = ""
) -> str:
    """A paragraph style."""
    inner = f"<w:pPr>{ppr}</w:pPr>" + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return style("paragraph", key, name, inner, based=based if key != "Normal" else "", following=following)


def character_style(key: str, name: str, rpr: str) -> str:
    """A character style."""
    return style("character", key, name, f"<w:rPr>{rpr}</w:rPr>", based="DefaultParagraphFont")


def paragraph_styles() -> str:
    """Every paragraph style of the report."""
    rule = f'<w:left w:val="single" w:sz="18" w:space="10" w:color="{ACCENT}"/>'
    stamp = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="3" w:color="{LINES["disputed"]}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    sans = {"font": SANS}
    h1 = letters(font=SERIF, size=16, bold=True)
    made = [
        paragraph_style("Normal", "Normal", setting(after=80, line=264), letters(font=SERIF, color=INK)),
        paragraph_style("Heading1", "heading 1", setting(before=400, after=100, keep_next=True, lines_together=True, level=0), h1, following="Normal"),
        paragraph_style("Heading2", "heading 2", setting(before=260, after=80, keep_next=True, lines_together=True, level=1), letters(font=SERIF, size=13, bold=True), following="Normal"),
        paragraph_style("Heading3", "heading 3", setting(before=200, after=60, keep_next=True, level=2), letters(size=11, bold=True, **sans), following="Normal"),
        paragraph_style("CoverLine", "Cover line", setting(after=80), letters(size=8.5, color=QUIET, **sans)),
        paragraph_style("Title", "Title", setting(after=80, line=252, lines_together=True), letters(size=23, bold=True), following="Subtitle"),
        paragraph_style("Subtitle", "Subtitle", setting(after=200), letters(size=9.5, color=QUIET, **sans)),
        paragraph_style("Finding", "Finding", setting(after=0, line=300, left=260, border=rule), letters(size=13)),
        paragraph_style("Legend", "Legend", setting(before=120, after=0, line=276), letters(size=8.5, color=QUIET, **sans)),
        paragraph_style("Lead", "Lead", setting(after=80, line=264), letters(size=10.5)),
        paragraph_style("LeadKept", "Lead, kept with next", setting(after=80, line=264, keep_next=True), based="Lead"),
        paragraph_style("SourceLine", "Source line", setting(after=140, keep_next=True), letters(size=9, color=QUIET, **sans)),
        paragraph_style("TableText", "Table text", setting(after=20, line=252), letters(size=9.5)),
        paragraph_style("TableTextKept", "Table text, kept with next", setting(after=20, line=252, keep_next=True), based="TableText"),
        paragraph_style("TableHead", "Table head", setting(keep_next=True), letters(size=7.5, bold=True, color=QUIET, **sans)),
        paragraph_style("BarName", "Bar name", setting(before=60, after=30, keep_next=True), letters(size=8.5, color=QUIET, **sans)),
        paragraph_style("BarText", "Bar text", setting(line=200, exact=True), letters(size=7, bold=True, color="FFFFFF", **sans)),
        paragraph_style("BarTextDark", "Bar text, dark", setting(line=200, exact=True), letters(size=7, bold=True, color=INK, **sans)),
        paragraph_style("Spacer", "Spacer", setting(line=120, exact=True), letters(size=4)),
        paragraph_style("Caption", "caption", setting(before=80, after=160), letters(size=9, italic=True, color=QUIET)),
        paragraph_style("TOC1", "toc 1", setting(before=120, after=0, line=276), letters(size=8.5, color=ACCENT, **sans)),
        paragraph_style("ArticleText", "Article text", setting(after=150, line=324), letters(size=11)),
        paragraph_style("ArticleHeadline", "Article headline", setting(before=60, after=150, line=288, keep_next=True), letters(size=14, bold=True)),
        paragraph_style("ArticleHeading", "Article heading", setting(before=160, after=100, line=288, keep_next=True), letters(size=12, bold=True)),
        paragraph_style("ArticleQuote", "Article quotation", setting(after=150, line=324, left=480), letters(size=11)),
        paragraph_style("ArticleList", "Article list", setting(after=80, line=300, left=300), letters(size=11)),
        paragraph_style("ArticleAside", "Article, set aside", setting(after=150, line=288, left=300), letters(size=9.5, color=QUIET)),
        paragraph_style("Header", "header", setting(), letters(size=8, color=QUIET, **sans)),
        paragraph_style("Footer", "footer", setting(), letters(size=8, color=QUIET, **sans)),
        paragraph_style("Stamp", "Stamp", setting(after=100, border=stamp), letters(size=9, bold=True, color=LINES["disputed"], **sans)),
        paragraph_style("FootnoteText", "footnote text", setting(after=20, line=240), letters(size=8.5)),
        paragraph_style("CommentText", "annotation text", setting(), letters(size=9.5, **sans)),
    ]  # fmt: skip
    return "".join(made)


def label_styles() -> str:
    """For each label: its text tag, its raised tag before a sentence, and its words."""
    made = []
    for label, word in STYLE_WORD.items():
        spoken = label.replace("-", " ")
        color = LINES[label]
        made.append(
            character_style(f"Tag{word}", f"Tag {spoken}", letters(font=SANS, size=8, bold=True, color=color))
        )
        made.append(
            character_style(
                f"Place{word}",
                f"Place {spoken}",
                letters(font=SANS, size=11.5, bold=True, color=color, raised=True),
            )
        )
        underline = UNDERLINES.get(label, "")
        words = letters(
            underline=underline, underline_color=color if underline else "", fill=FILLS.get(label, "")
        )
        made.append(character_style(f"Mark{word}", f"Marked {spoken}", words))
    return "".join(made)


def character_styles() -> str:
    """Every character style of the report."""
    plain = [
        style("character", "DefaultParagraphFont", "Default Paragraph Font", "", quick=False),
        character_style("Hyperlink", "Hyperlink", letters(color=ACCENT, underline="single")),
        character_style("Strong", "Strong", letters(bold=True)),
        character_style("Quiet", "Quiet", letters(color=QUIET)),
        character_style("Unknown", "Unknown", letters(italic=True, color=QUIET)),
        character_style("Code", "Code", letters(font=MONO, size=8)),
        character_style("Address", "Address", letters(font=SANS, size=8, bold=True, color=ACCENT)),
        character_style(
            "Differs", "Differs", letters(bold=True, underline="single", underline_color=LINES["disputed"])
        ),
        character_style(
            "PlaceAddress",
            "Place address",
            letters(font=SANS, size=11.5, bold=True, color=QUIET, raised=True),
        ),
        character_style(
            "PlaceRef", "Place reference", letters(font=SANS, size=11.5, bold=True, color=ACCENT, raised=True)
        ),
        character_style(
            "DiffersMuch", "Differs much", letters(underline="single", underline_color=LINES["disputed"])
        ),
        character_style("CommentReference", "annotation reference", letters(size=8)),
        character_style("FootnoteReference", "footnote reference", letters(raised=True)),
    ]
    return "".join(plain) + label_styles()


def table_styles() -> str:
    """The table of the report, with hairlines between rows, and the bar."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"'
    margins = (
        '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
    )
    first = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/></w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    normal = (
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    ruled = f"<w:tblPr><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>{margins}</w:tblPr>{first}"
    return (
        style("table", "TableNormal", "Normal Table", normal, quick=False)
        + style("table", "VerifierTable", "Verifier table", ruled, based="TableNormal")
        + style("table", "VerifierBar", "Verifier bar", "<w:tblPr/>", based="TableNormal")
        + style("numbering", "NoList", "No List", "", quick=False)
    )


def styles_xml() -> str:
    """styles.xml."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(SERIF)}<w:color w:val="{INK}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    return (
        f"{HEAD}<w:styles {W}>{defaults}{paragraph_styles()}{character_styles()}{table_styles()}</w:styles>"
    )


def document_xml() -> str:
    """document.xml: one place for the body, and the page."""
    width, height = PAGES["a4"]
    return (
        f"{HEAD}<w:document {W} {R}><w:body><w:p><w:r><w:t>BODY</w:t></w:r></w:p><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="1417" w:right="{MARGIN}" w:bottom="1304" '
        f'w:left="{MARGIN}" w:header="624" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def settings_xml() -> str:
    """settings.xml: today's Word, no update of fields on opening (it would ask the reader)."""
    name = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{name}" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def font_table_xml() -> str:
    """fontTable.xml: what to take where a font is missing."""
    known = ((SERIF, "Liberation Serif", "roman"), (SANS, "Liberation Sans", "swiss"), (MONO, "Liberation Mono", "modern"), (SIGNS, "DejaVu Sans", "swiss"))  # fmt: skip
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in known
    )
    return f"{HEAD}<w:fonts {W}>{listed}</w:fonts>"


def theme_xml() -> str:
    """theme1.xml: Word asks for one; ours names our colours and fonts and draws nothing."""
    roles = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")  # fmt: skip
    line_colors = [
        LINES[key] for key in ("verified", "disputed", "opinion", "unconfirmed", "no-claim", "mixed")
    ]
    colors = (INK, "FFFFFF", QUIET, HAIRLINE, *line_colors, ACCENT, ACCENT)
    scheme = "".join(
        f'<a:{role}><a:srgbClr val="{color}"/></a:{role}>' for role, color in zip(roles, colors, strict=True)
    )
    font = '<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Verifier">'
        f'<a:themeElements><a:clrScheme name="Verifier">{scheme}</a:clrScheme><a:fontScheme name="Verifier">'
        f"<a:majorFont>{font.format(name=SERIF)}</a:majorFont><a:minorFont>{font.format(name=SERIF)}</a:minorFont>"
        f'</a:fontScheme><a:fmtScheme name="Verifier"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def core_xml() -> str:
    """docProps/core.xml, filled in by each report."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title></cp:coreProperties>'
    )


def app_xml() -> str:
    """docProps/app.xml."""
    name = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{name}"><Application>Verifier</Application></Properties>'


def relationships(rows: list[tuple[str, str, str]]) -> str:
    """A .rels part of (id, type, target)."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in rows
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def content_types() -> str:
    """[Content_Types].xml."""
    parts = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/header1.xml": f"{WORD}.header+xml",
        "/word/footer1.xml": f"{WORD}.footer+xml",
        "/word/comments.xml": f"{WORD}.comments+xml",
        "/word/footnotes.xml": f"{WORD}.footnotes+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def members() -> dict[str, bytes]:
    """Every part of the template."""
    top = [
        ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    ]
    names = ("styles", "settings", "fontTable", "header", "footer", "comments", "theme", "footnotes")
    numbered = {"header": "header1.xml", "footer": "footer1.xml", "theme": "theme/theme1.xml"}
    files = [numbered.get(name) or f"{name}.xml" for name in names]
    word = [
        (f"rId{number}", f"{OFFICE}/{name}", file)
        for number, (name, file) in enumerate(zip(names, files, strict=True), 1)
    ]
    empty = "<w:p/>"
    return {
        name: text.encode()
        for name, text in {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": relationships(top),
            "word/document.xml": document_xml(),
            "word/_rels/document.xml.rels": relationships(word),
            "word/styles.xml": styles_xml(),
            "word/settings.xml": settings_xml(),
            "word/fontTable.xml": font_table_xml(),
            "word/theme/theme1.xml": theme_xml(),
            "word/header1.xml": f"{HEAD}<w:hdr {W} {R}>{empty}</w:hdr>",
            "word/footer1.xml": f"{HEAD}<w:ftr {W} {R}>{empty}</w:ftr>",
            "word/comments.xml": f"{HEAD}<w:comments {W} {R}></w:comments>",
            "word/footnotes.xml": Footnotes().xml(),
            "docProps/core.xml": core_xml(),
            "docProps/app.xml": app_xml(),
        }.items()
    }


if __name__ == "__main__":
    Path(__file__).with_name("dossier.docx").write_bytes(zip_of(members()))
