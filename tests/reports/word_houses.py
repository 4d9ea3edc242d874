"""Word files of invented houses: with styles of other keys, numbered headings, effects of later Words, and traps."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = (
    f"{HEAD}<w:styles {W} xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14">'
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:lang w:val="de-DE"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:spacing w:line="480" w:lineRule="auto"/><w:ind w:firstLine="400"/><w:jc w:val="both"/></w:pPr>'
    '<w:rPr><w:sz w:val="24"/><w:lang w:val="de-DE"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>'
    '<w:next w:val="Lead"/><w:link w:val="Gone"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="AA00AA"/>'
    '<w14:glow w14:rad="1"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="Heading 2"/><w:basedOn w:val="Standard"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="99"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Lead"><w:name w:val="Vorspann"/>'
    '<w:basedOn w:val="Standard"/></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Zitat"><w:name w:val="Quiet"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kopf"><w:name w:val="header"/><w:basedOn w:val="Standard"/>'
    '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs></w:pPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Absatz"><w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kopf"><w:name w:val="twice"/></w:style>'
    "</w:styles>"
)  # fmt: skip

NUMBERING = (
    f"{HEAD}<w:numbering {W}>"
    '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>'
    '<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift1"/>'
    '<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
)

BODY = (
    "<w:p><w:r><w:t>MARKERWORD of the house.</w:t></w:r></w:p>"
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1000" w:bottom="1500" w:left="2000" '
    'w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
)


def house(
    *,
    styles: str = STYLES,
    numbering: str = NUMBERING,
    body: str = BODY,
    main_type: str = f"{WORD}.document.main+xml",
    settings_rels: str = "",
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """The bytes of a house's file."""
    kinds = {"document": main_type, "styles": f"{WORD}.styles+xml", "numbering": f"{WORD}.numbering+xml"}
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{PACKAGE}/relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{listed}</Types>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml", "")),
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml", ""),
            ("numbering", "numbering.xml", ""),
            ("hyperlink", "http://x.example", "External"),
        ),
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
    }  # fmt: skip
    if settings_rels:
        members["word/_rels/settings.xml.rels"] = settings_rels
    return zipped(members | (more or {}))


def relations(*rows: tuple[str, str, str]) -> str:
    """A .rels part of (kind, target, mode)."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for number, (kind, target, mode) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Members as a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()
