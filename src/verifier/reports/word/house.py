"""A house's own Word file, opened with care: its styles, numbering, theme and margins, and nothing else of it.

The file comes from anywhere. It is checked as a whole before anything is unpacked, and each part before it is parsed:
how many members, how large, how dense, no document type. Macros, and templates that Word would fetch from elsewhere,
are refused; other relations to the outside, pictures and texts are left behind.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from verifier.domain.errors import ReportError
from verifier.reports.word.look import Margins

if TYPE_CHECKING:
    from lxml.etree import _Element

NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the elements of a document."""

MOST_BYTES = 64 * 10**6
"""The bytes a house's file may have, packed."""

MOST_UNPACKED = 400 * 10**6
"""The bytes its members may have, as they are declared."""

MOST_MEMBERS = 5_000
"""The members it may have."""

MOST_IN_PART = 16 * 10**6
"""The bytes styles, numbering, theme or relations may have."""

_MOST_IN_BODY = 48 * 10**6
_MOST_TAGS = 400_000
_MOST_RATIO = 300
_RATIO_FROM = 4 * 10**6
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FETCHED = frozenset(f"{_OFFICE}{name}" for name in ("attachedTemplate", "oleObject", "frame", "subDocument"))
_NEARBY = re.compile(r"file:///(?![/\\])|[A-Za-z]:[/\\]|[^/\\:]+\Z", re.IGNORECASE)
"""A template on the reader's own disk, as Word notes it for every file made from one."""

_LENGTH = re.compile(r"([+-]?\d{1,6})(?:\.\d{1,6})?(mm|cm|in|pt|pc|pi)?")
_TWIPS = {None: 1.0, "mm": 56.69, "cm": 566.93, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_LIMITS = {
    "top": (400, 4000),
    "bottom": (400, 4000),
    "header": (200, 2500),
    "footer": (200, 2500),
    "gutter": (0, 1440),
}
_SIDE_LIMIT = (400, 3000)
"""What is left between them is more than half of the paper."""


@dataclass(frozen=True, slots=True)
class House:
    """What is taken of a house's file: parts as they stand in it (b"" for those it has not), and its margins."""

    name: str
    styles: bytes
    numbering: bytes
    theme: bytes
    margins: Margins


def read_house(data: bytes, name: str = "") -> House:
    """The house style in some bytes; ``name`` is what messages call the file.

    Raises ReportError: house-style-unreadable, house-style-damaged, house-style-too-big, house-style-macros,
    house-style-remote.
    """
    package = _Package(data, name)
    package.refuse_what_runs()
    main = package.main_part()
    related = package.related(main)
    found = {
        key: package.read(related[key]) if key in related else b"" for key in ("styles", "numbering", "theme")
    }
    if not found["styles"]:
        raise ReportError("house-style-unreadable", package.name)
    for key, part in found.items():
        if part:
            parsed(part, package.name, related[key])
    return House(package.name, **found, margins=package.margins(main))


def parsed(data: bytes, name: str, part: str) -> _Element:
    """The root of a part's XML. Raises ReportError where it is not whole, has a document type or too many tags."""
    from lxml import etree

    if data.count(b"<") > _MOST_TAGS:
        raise ReportError("house-style-too-big", name, part=part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReportError("house-style-damaged", name, detail=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReportError("house-style-damaged", name, detail=f"{part}: DOCTYPE")
    return root


class _Package:
    """The members of a house's file, checked as a whole."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name or "house style"
        if len(data) > MOST_BYTES or data.count(_ENTRY) > 4 * MOST_MEMBERS:
            raise ReportError("house-style-too-big", self.name, part="")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise ReportError("house-style-unreadable", self.name) from error
        members = [member for member in self._archive.infolist() if not member.is_dir()]
        self._members = {member.filename: member for member in members}
        self._check(members)

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        total = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or total > MOST_UNPACKED:
            raise ReportError("house-style-too-big", self.name, part="")
        if len({name.casefold() for name in self._members}) < len(members):
            raise ReportError("house-style-damaged", self.name, detail="two members of one name")
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise ReportError("house-style-unreadable", self.name)

    def read(self, part: str, most: int = MOST_IN_PART) -> bytes:
        """A member's bytes, at most ``most``. Raises ReportError."""
        member = self._members.get(part)
        if member is None:
            raise ReportError("house-style-damaged", self.name, detail=part)
        swells = member.file_size > _RATIO_FROM and member.file_size > _MOST_RATIO * max(
            member.compress_size, 1
        )
        if member.file_size > most or swells:
            raise ReportError("house-style-too-big", self.name, part=part)
        try:
            with self._archive.open(member) as stream:
                data = stream.read(most + 1)
        except _FAULTS as error:
            raise ReportError("house-style-damaged", self.name, detail=part) from error
        if len(data) != member.file_size:
            raise ReportError("house-style-damaged", self.name, detail=part)
        return data

    def refuse_what_runs(self) -> None:
        """Refuse macros, and what Word would fetch from another place on opening. Raises ReportError."""
        types = self.read("[Content_Types].xml") if "[Content_Types].xml" in self._members else b""
        if not types:
            raise ReportError("house-style-unreadable", self.name)
        parsed(types, self.name, "[Content_Types].xml")
        if b"macroenabled" in types.lower() or any("vbaproject" in name.lower() for name in self._members):
            raise ReportError("house-style-macros", self.name)
        for part in self._members:
            if part.lower().endswith(".rels"):
                self._refuse_fetching(part)

    def _refuse_fetching(self, part: str) -> None:
        for relation in self._relations(part):
            target = relation.get("Target", "")
            outside = relation.get("TargetMode") == "External" and relation.get("Type") in _FETCHED
            if outside and not _NEARBY.match(target):
                raise ReportError("house-style-remote", self.name, target=target[:200])

    def main_part(self) -> str:
        """The name of the document itself. Raises ReportError where there is none."""
        found = self._targets("_rels/.rels", "").get("officeDocument", "")
        if found not in self._members:
            raise ReportError("house-style-unreadable", self.name)
        return found

    def related(self, main: str) -> Mapping[str, str]:
        """The parts the document leads to, by the last word of the relation's type."""
        folder, file = posixpath.split(main)
        return self._targets(posixpath.join(folder, "_rels", f"{file}.rels"), folder)

    def _targets(self, part: str, folder: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for relation in self._relations(part) if part in self._members else ():
            kind = relation.get("Type", "")
            if kind.startswith(_OFFICE) and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                found.setdefault(kind.removeprefix(_OFFICE), target.lstrip("/"))
        return found

    def _relations(self, part: str) -> Iterator[_Element]:
        yield from parsed(self.read(part), self.name, part).iterfind(_RELATIONSHIP)

    def margins(self, main: str) -> Margins:
        """The margins of the document's last section, within what a report can be set in."""
        found = self._page_setup(main)
        default = Margins()
        return Margins(
            **{one.name: _margin(one.name, found, getattr(default, one.name)) for one in fields(Margins)}
        )

    def _page_setup(self, main: str) -> Mapping[str, str]:
        """What the last section says of its margins. The body is walked through, never kept."""
        from lxml import etree

        found: dict[str, str] = {}
        walk = etree.iterparse(
            io.BytesIO(self.read(main, _MOST_IN_BODY)),
            events=("end",),
            resolve_entities=False,
            no_network=True,
        )
        try:
            for _event, element in walk:
                above = element.getparent()
                if above is None or above.tag != f"{W}body":
                    continue
                if element.tag == f"{W}sectPr":
                    found = _margins_in(element)
                element.clear()
                while element.getprevious() is not None:
                    del above[0]
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ReportError("house-style-damaged", self.name, detail=main) from error
        if walk.root is None or walk.root.tag != f"{W}document":
            raise ReportError("house-style-unreadable", self.name)
        if walk.root.getroottree().docinfo.internalDTD is not None:
            raise ReportError("house-style-damaged", self.name, detail=f"{main}: DOCTYPE")
        return found


def _margins_in(section: _Element) -> dict[str, str]:
    margins = section.find(f"{W}pgMar")
    return {} if margins is None else {str(key).removeprefix(W): str(value) for key, value in margins.items()}


def _margin(name: str, found: Mapping[str, str], default: int) -> int:
    """A margin in twentieths of a point, within its limits; the default where none is stated."""
    match = _LENGTH.fullmatch(found.get(name, "").strip())
    if match is None:
        return default
    least, most = _LIMITS.get(name, _SIDE_LIMIT)
    return min(max(abs(round(int(match[1]) * _TWIPS[match[2]])), least), most)
