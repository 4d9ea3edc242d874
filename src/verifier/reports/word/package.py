"""The package around the body: our template opened by python-docx, the large parts put in as ready XML, zipped.

Every date in the zip is fixed and the parts go in in one order, so that the same outline gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from verifier.reports.characters import visible
from verifier.reports.parts import Comment, Outline, Properties, Running, Section
from verifier.reports.word.body import Body
from verifier.reports.word.look import MARGIN, PAGES, text_width
from verifier.reports.word.markup import attribute, field, paragraph, run
from verifier.reports.wording import shortened
from verifier.resources import resource

if TYPE_CHECKING:
    from docx.document import Document

_PLACE_OF_BODY = b"<w:p><w:r><w:t>BODY</w:t></w:r></w:p>"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONGEST_PROPERTY = 255
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def build_package(outline: Outline, paper: str) -> bytes:
    """The whole .docx."""
    import docx

    document = docx.Document(str(resource("report", "dossier.docx")))
    _set_language(document, outline.language)
    _set_page(document, paper)
    turns = Turns(document, outline, paper) if _has_wide_parts(outline) else None
    body = Body(outline, paper, turns.ends if turns else ("", ""))
    content = body.xml()
    _set_properties(document, outline.properties, outline.language)
    _add_links(document, body.links)
    ready = _ready_parts(document, outline, content, paper)
    return _zipped(document, ready | (turns.ready if turns else {}))


def _ready_parts(document: Document, outline: Outline, content: str, paper: str) -> dict[str, bytes]:
    """The parts that are ready XML, by their names in the package."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    shell = document.part.blob
    assert shell.count(_PLACE_OF_BODY) == 1, "the template has one place for the body"
    section = document.sections[0]
    comments = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    return {
        document.part.partname: shell.replace(_PLACE_OF_BODY, content.encode()),
        comments.partname: comments_xml(_comments(outline)).encode(),
        section.header.part.partname: _header_xml(outline.running, text_width(paper)).encode(),
        section.footer.part.partname: _footer_xml(outline.running, text_width(paper)).encode(),
    }


def _has_wide_parts(outline: Outline) -> bool:
    return any(isinstance(part, Section) and part.wide for part in outline.parts)


def _comments(outline: Outline) -> tuple[Comment, ...]:
    return outline.annotated.comments if outline.has("annotated") else ()


# -- parts -----------------------------------------------------------------------------------------------------------


def comments_xml(comments: tuple[Comment, ...]) -> str:
    """All comments in one go."""
    return f"{_HEAD}<w:comments {_NAMESPACES}>{''.join(_comment(row) for row in comments)}</w:comments>"


def _comment(comment: Comment) -> str:
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    lines = "".join(
        paragraph((sign if index == 0 else "") + run(line), "CommentText")
        for index, line in enumerate(comment.lines)
    )
    return (
        f'<w:comment w:id="{comment.number}" w:author="{attribute(comment.author)}" '
        f'w:date="{_word_time(comment.time)}" w:initials="{attribute(comment.initials)}">{lines}</w:comment>'
    )


def _word_time(iso: str) -> str:
    """A stored time as Word writes it: UTC, whole seconds."""
    time = datetime.fromisoformat(iso)
    return f"{time.astimezone(UTC) if time.tzinfo else time:%Y-%m-%dT%H:%M:%S}Z"


def _tab_stop(width: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _on_one_line(left: str, right: str, style: str, width: int) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_tab_stop(width)}</w:pPr>'
        f"{left}<w:r><w:tab/></w:r>{right}</w:p>"
    )


def _header_xml(running: Running, width: int) -> str:
    title = shortened(running.title, 70)
    stamp = paragraph(run(running.stamp), "Stamp") if running.stamp else ""
    line = _on_one_line(run(title), run(running.status), "Header", width)
    return f"{_HEAD}<w:hdr {_NAMESPACES}>{stamp}{line}</w:hdr>"


def _footer_xml(running: Running, width: int) -> str:
    before, _, rest = running.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    pages = run(before) + field("PAGE", "1") + run(between) + field("NUMPAGES", "1") + run(after)
    return f"{_HEAD}<w:ftr {_NAMESPACES}>{_on_one_line(run(running.program), pages, 'Footer', width)}</w:ftr>"


class Turns:
    """Pages on their side between upright ones: the section properties that end either, and the header and footer of
    their own that the wide pages need, by their names in the package.
    """

    def __init__(self, document: Document, outline: Outline, paper: str) -> None:
        upright = document.sections[0]._sectPr
        part: Any = document.part
        header, header_id = part.add_header_part()
        footer, footer_id = part.add_footer_part()
        width = text_width(paper, turned=True)
        self.ready = {
            str(header.partname): _header_xml(outline.running, width).encode(),
            str(footer.partname): _footer_xml(outline.running, width).encode(),
        }
        self.ends = _xml_of(upright), _xml_of(_turned(upright, header_id, footer_id))


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


def _set_language(document: Document, language: str) -> None:
    from docx.oxml.ns import qn

    for element in document.styles.element.xpath("./w:docDefaults//w:lang"):
        element.set(qn("w:val"), language)


def _set_page(document: Document, paper: str) -> None:
    from docx.shared import Twips

    section = document.sections[0]
    section.page_width, section.page_height = (Twips(side) for side in PAGES[paper])
    section.left_margin = section.right_margin = Twips(MARGIN)


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


def _add_links(document: Document, links: dict[str, str]) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    for url, relation in links.items():
        document.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, relation, is_external=True)


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
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml
