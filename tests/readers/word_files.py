"""Word documents made for tests, part by part, of nothing but what they are given."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.readers.zips import zipped

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "future": "http://example.org/a/word/of/the/future",
}
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "http://purl.oclc.org/ooxml/officeDocument/math",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": (
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "http://purl.oclc.org/ooxml/drawingml/chart",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "http://purl.oclc.org/ooxml/drawingml/diagram",
}
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def element(name: str, inside: str) -> str:
    """A root element with all namespaces declared."""
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return f"<{name} {declared}>{inside}</{name}>"


def relations(*targets: tuple[str, str, str], outside: tuple[str, ...] = ()) -> str:
    """A part's relations: id, kind, target."""
    mode = ' TargetMode="External"'
    rows = "".join(
        f"""<Relationship Id="{id}" Type="{SPACES["r"]}/{kind}" Target="{escape(target)}\""""
        f"{mode if id in outside else ''}/>"
        for id, kind, target in targets
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{rows}</Relationships>'


def docx(
    body: str,
    parts: Mapping[str, str] | None = None,
    targets: tuple[tuple[str, str, str], ...] = (),
    outside: tuple[str, ...] = (),
    *,
    core: str = "",
    strict: bool = False,
) -> bytes:
    """A Word document: its body, the other parts by their names in the folder "word", and what leads to them."""
    members: dict[str, str] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(
            ("m", "officeDocument", "word/document.xml"),
            ("c", "metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": element("w:document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*targets, outside=outside),
        **{f"word/{name}": text for name, text in (parts or {}).items()},
    }
    if core:
        members["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{core}</cp:coreProperties>"
        )
    if strict:
        members = {name: _strict(text) for name, text in members.items()}
    return zipped(members)


def _strict(text: str) -> str:
    for loose, strict in STRICT.items():
        text = text.replace(f'"{loose}', f'"{strict}')
    return text


def p(*runs: str, style: str = "", more: str = "") -> str:
    """A paragraph of runs; plain words become one."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    inside = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def deleted(text: str) -> str:
    """Words that somebody deleted."""
    words = f'<w:delText xml:space="preserve">{escape(text)}</w:delText>'
    return f'<w:del w:id="90" w:author="AB"><w:r>{words}</w:r></w:del>'


def changed(name: str, *runs: str) -> str:
    """Runs inside an element of tracked changes: "ins", "moveTo", "moveFrom"."""
    inside = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f'<w:{name} w:id="91" w:author="AB" w:date="2031-05-03T10:00:00Z">{inside}</w:{name}>'


def style(
    id: str, name: str, *, base: str = "", inside: str = "", kind: str = "paragraph", default: str = ""
) -> str:
    """A style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    usual = f' w:default="{default}"' if default else ""
    return (
        f'<w:style w:type="{kind}"{usual} w:styleId="{id}"><w:name w:val="{name}"/>{based}{inside}</w:style>'
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells that are plain words or blocks."""
    made = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{each if each.startswith('<') else p(each)}</w:tc>" for each in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"
