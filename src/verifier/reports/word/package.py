"""The package around the body: our template opened by python-docx, the large parts put in as ready XML, zipped.

Every date in the zip is fixed and the parts go in in one order, so that the same outline gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from verifier.reports.characters import visible
from verifier.reports.layout import is_wide
from verifier.reports.parts import Comment, Embedded, Outline, Properties, Running
from verifier.reports.word.body import Body
from verifier.reports.word.data import ITEM, PROPERTIES, PROPERTIES_TYPE, item_xml, properties_xml
from verifier.reports.word.house import NUMBERING_TYPE, House
from verifier.reports.word.look import MEMO_MARGINS, Margins, Page
from verifier.reports.word.markup import field, paragraph, run
from verifier.reports.word.notes import HEAD, NAMESPACES, comments_xml
from verifier.reports.word.styles import in_language, merged, themed, tightened
from verifier.reports.word.words import Links
from verifier.reports.wording import shortened
from verifier.resources import resource

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

_PLACE_OF_BODY = b"<w:p><w:r><w:t>BODY</w:t></w:r></w:p>"
_LONGEST_PROPERTY = 255
_BENEATH_STAMP = '<w:spacing w:before="0" w:after="240"/>'
"""A header with a stamp reaches down to the text: so much of it, in twentieths of a point, keeps them apart."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def build_package(outline: Outline, paper: str, house: House | None = None) -> bytes:
    """The whole .docx; the styles and margins of a house are used where there is one."""
    import docx

    document = docx.Document(str(resource("report", "dossier.docx")))
    own = MEMO_MARGINS if outline.template == "memo" else Margins()
    page = Page(paper, house.margins if house else own)
    dressed = _dressed(document, outline, house)
    _set_page(document, page)
    turns = Turns(document, outline, page) if _has_wide_parts(outline) else None
    body = Body(outline, page, turns.ends if turns else ("", ""))
    content = body.xml()
    if turns and body.lies:
        turns.end_turned()
    _set_properties(document, outline.properties, outline.language)
    notes = _noted(document, body, outline)
    ready = _ready_parts(document, outline, content, page) | notes | dressed
    if outline.data is not None:
        ready |= _carrying(document, outline.data)
    return _zipped(document, ready | (turns.ready if turns else {}))


def _ready_parts(document: Document, outline: Outline, content: bytes, page: Page) -> dict[str, bytes]:
    """The body and the first head and foot as ready XML, by their names in the package."""
    shell = document.part.blob
    assert shell.count(_PLACE_OF_BODY) == 1, "the template has one place for the body"
    section = document.sections[0]
    return {
        document.part.partname: shell.replace(_PLACE_OF_BODY, content),
        section.header.part.partname: _header_xml(outline.running, page.line()).encode(),
        section.footer.part.partname: _footer_xml(outline.running, page.line()).encode(),
    }


def _noted(document: Document, body: Body, outline: Outline) -> dict[str, bytes]:
    """Comments and footnotes as ready XML, and the live web addresses of body and footnotes."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    footnotes = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    comments = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    _add_links(document.part, body.words.links)
    _add_links(footnotes, body.footnotes.words.links)
    return {
        footnotes.partname: body.footnotes.xml().encode(),
        comments.partname: comments_xml(_comments(outline)).encode(),
    }


def _carrying(document: Document, data: Embedded) -> dict[str, bytes]:
    """The machine-readable data as parts of the package, by their names."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    item = _added(document.part, ITEM, "application/xml", RELATIONSHIP_TYPE.CUSTOM_XML)
    _added(item, PROPERTIES, PROPERTIES_TYPE, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    return {ITEM: item_xml(data).encode(), PROPERTIES: properties_xml(data).encode()}


def _added(to: Part, name: str, content_type: str, relation: str) -> Part:
    """A part that another one leads to, empty until its XML is ready."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part = Part(PackURI(name), content_type, b"", to.package)
    to.relate_to(part, relation)
    return part


def _has_wide_parts(outline: Outline) -> bool:
    return any(map(is_wide, outline.parts))


def _comments(outline: Outline) -> tuple[Comment, ...]:
    return outline.annotated.comments if outline.has("annotated") else ()


# -- parts -----------------------------------------------------------------------------------------------------------


def _tab_stop(width: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _on_one_line(left: str, right: str, style: str, width: int, room: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_tab_stop(width)}{room}</w:pPr>'
        f"{left}<w:r><w:tab/></w:r>{right}</w:p>"
    )


def _header_xml(running: Running, width: int) -> str:
    title = shortened(running.title, 70)
    stamp = paragraph(run(running.stamp), "Stamp") if running.stamp else ""
    room = _BENEATH_STAMP if stamp else ""
    line = _on_one_line(run(title), run(running.status), "Header", width, room)
    return f"{HEAD}<w:hdr {NAMESPACES}>{stamp}{line}</w:hdr>"


def _footer_xml(running: Running, width: int) -> str:
    before, _, rest = running.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    pages = run(before) + field("PAGE", "1") + run(between) + field("NUMPAGES", "1") + run(after)
    return f"{HEAD}<w:ftr {NAMESPACES}>{_on_one_line(run(running.program), pages, 'Footer', width)}</w:ftr>"


class Turns:
    """Pages on their side between upright ones: the section properties that end either, and the header and footer of
    their own that the wide pages need, by their names in the package.
    """

    def __init__(self, document: Document, outline: Outline, page: Page) -> None:
        self._body: Any = document.element.body
        self._upright = document.sections[0]._sectPr
        part: Any = document.part
        header, header_id = part.add_header_part()
        footer, footer_id = part.add_footer_part()
        width = page.line(turned=True)
        self.ready = {
            str(header.partname): _header_xml(outline.running, width).encode(),
            str(footer.partname): _footer_xml(outline.running, width).encode(),
        }
        self._turned = _turned(self._upright, header_id, footer_id)
        self.ends = _xml_of(self._upright), _xml_of(self._turned)

    def end_turned(self) -> None:
        """Let the last pages of the document lie on their side."""
        self._upright.addnext(self._turned)
        self._body.remove(self._upright)


def _turned(upright: Any, header_id: str, footer_id: str) -> Any:
    """Section properties of pages on their side, with a header and a footer of their own."""
    from docx.oxml.ns import qn

    section = deepcopy(upright)
    size = section.find(qn("w:pgSz"))
    across, down = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), down)
    size.set(qn("w:h"), across)
    size.set(qn("w:orient"), "landscape")
    section.find(qn("w:headerReference")).set(qn("r:id"), header_id)
    section.find(qn("w:footerReference")).set(qn("r:id"), footer_id)
    return section


def _xml_of(element: Any) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode")


# -- settings of the document ----------------------------------------------------------------------------------------


def _dressed(document: Document, outline: Outline, house: House | None) -> dict[str, bytes]:
    """The styles as ready XML in the language of the report, and what comes with those of a house, by their names in
    the package.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE

    styles = document.part.part_related_by(RELATIONSHIP_TYPE.STYLES)
    own = tightened(styles.blob) if outline.template == "memo" else styles.blob
    if house is None:
        return {styles.partname: in_language(own, outline.language)}
    both = merged(house, own)
    ready = {styles.partname: in_language(both.styles, outline.language)}
    theme = themed(house)
    if theme:
        ready[document.part.part_related_by(RELATIONSHIP_TYPE.THEME).partname] = theme
    if both.numbering:
        part = _added(document.part, "/word/numbering.xml", NUMBERING_TYPE, RELATIONSHIP_TYPE.NUMBERING)
        ready[part.partname] = both.numbering
    return ready


def _set_page(document: Document, page: Page) -> None:
    """Paper and margins of the first section, which all others take over."""
    from docx.oxml.ns import qn

    section: Any = document.sections[0]._sectPr
    width, height = page.sides()
    for name, value in (("w", width), ("h", height)):
        section.find(qn("w:pgSz")).set(qn(f"w:{name}"), str(value))
    for field_ in fields(page.margins):
        section.find(qn("w:pgMar")).set(qn(f"w:{field_.name}"), str(getattr(page.margins, field_.name)))


def _set_properties(document: Document, properties: Properties, language: str) -> None:
    core = document.core_properties
    time = datetime.fromisoformat(properties.time).replace(tzinfo=None)
    core.title = _property(properties.title)
    core.subject = _property(properties.subject)
    core.author = _property(properties.author)
    core.last_modified_by = _property(properties.program)
    core.language = language
    core.created = core.modified = time
    core.revision = 1


def _property(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST_PROPERTY else shown[: _LONGEST_PROPERTY - 1] + "…"


def _add_links(part: Part, links: Links) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    for url, relation in links.ids.items():
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, relation, is_external=True)


# -- zip -------------------------------------------------------------------------------------------------------------


def _zipped(document: Document, ready: dict[str, bytes]) -> bytes:
    """The package as a zip: content types first, then parts by name, each with its relationships."""
    package: Any = document.part.package
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    members = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _bytes(package.rels.xml)}
    for part in parts:
        name = str(part.partname)
        members[name[1:]] = ready.get(name) or part.blob
        if len(part.rels):
            members[part.partname.rels_uri[1:]] = _bytes(part.rels.xml)
    return zip_of(members)


def zip_of(members: dict[str, bytes]) -> bytes:
    """A zip whose bytes depend on its members alone."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            package.writestr(info, data)
    return file.getvalue()


def _content_types(parts: list[Any]) -> bytes:
    overrides = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>' for part in parts
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml
