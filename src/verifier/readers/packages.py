"""Zip packages (Word, OpenDocument, EPUB, WACZ): everything about one is checked before anything in it is unpacked.

A package comes from a stranger. What is counted and refused here is what small files use to take a machine's memory:
many members, members that unpack to a thousand times their size, one name for two members, XML of millions of
elements, document types with entities. Nothing is ever written to the disk.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from verifier.domain.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_MEMBERS = 10_000
"""The members a package may have."""

MOST_UNPACKED = 2 * 10**9
"""The bytes all members of a package may have, as they are declared."""

MOST_IN_MEMBER = 256 * 10**6
"""The bytes a member may have that is read, where its reader does not ask for less."""

MOST_RATIO = 200
"""How many times its size a package, or a member that is read, may unpack to; deflate itself can do 1,032."""

MOST_NODES = 3 * 10**6
"""The tags and attributes an XML member may have: about 120 bytes of memory each."""

_RATIO_FROM = 100 * 10**6
"""A package that unpacks to less than this, in bytes, is harmless whatever its ratio: a white picture has any."""

_MEMBER_RATIO_FROM = 8 * 10**6
_MOST_XML = 64 * 10**6
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_DECLARED = re.compile(r"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


class Package:
    """The members of a package that was checked; they are unpacked one by one, each up to a limit."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive = archive
        self._where = where
        self._members = {member.filename: member for member in archive.infolist() if not member.is_dir()}
        self.names: tuple[str, ...] = tuple(self._members)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def size(self, name: str) -> int:
        """The bytes a member declares to have. Raises ReadError("package-member-missing")."""
        return self._member(name).file_size

    def read(self, name: str, most: int = MOST_IN_MEMBER) -> bytes:
        """A member's bytes, at most ``most``.

        Raises ReadError: package-member-missing, package-too-big, package-swells, package-damaged.
        """
        member = self._member(name)
        if member.file_size > _MEMBER_RATIO_FROM:
            _refuse_ratio(self._where, member.file_size, member.compress_size)
        _refuse_size(self._where, name, member.file_size, most)
        if member.compress_type not in _PACKINGS:
            raise ReadError("package-damaged", self._where, detail=f"{name}: packing {member.compress_type}")
        try:
            with self._archive.open(member) as stream:
                data = stream.read(most + 1)
        except _FAULTS as error:
            raise ReadError("package-damaged", self._where, detail=f"{name}: {error}") from error
        if len(data) != member.file_size:
            detail = f"{name}: {len(data)} ≠ {member.file_size}"
            raise ReadError("package-damaged", self._where, detail=detail)
        return data

    def xml(self, name: str, *, bare_doctype: bool = False) -> _Element:
        """The root element of an XML member, whole or not at all: nothing is repaired.

        A document type is refused, since it can define entities; with ``bare_doctype`` only one that does define
        something. Raises ReadError: package-doctype, package-dense, package-xml, and what ``read`` raises.
        """
        return parse_xml(self.read(name, _MOST_XML), self._where, name, bare_doctype=bare_doctype)

    def _member(self, name: str) -> zipfile.ZipInfo:
        if name not in self._members:
            raise ReadError("package-member-missing", self._where, member=name)
        return self._members[name]


def open_package(data: bytes, where: str) -> Package:
    """The package some bytes are, checked as a whole and not yet unpacked; ``where`` names it to the user.

    Raises ReadError: package-damaged, package-too-many, package-name-unsafe, package-name-twice, package-encrypted,
    package-too-big, package-swells.
    """
    if (
        data.count(_ENTRY) > 4 * MOST_MEMBERS
    ):  # told without making an object for each; chance makes hardly any
        raise ReadError("package-too-many", where, limit=MOST_MEMBERS)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise ReadError("package-damaged", where, detail=str(error)) from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise ReadError("package-too-many", where, limit=MOST_MEMBERS)
    _refuse_names(where, members)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ReadError("package-encrypted", where)
    total = sum(member.file_size for member in members)
    _refuse_size(where, "", total, MOST_UNPACKED)
    if total > _RATIO_FROM:
        _refuse_ratio(where, total, len(data))
    return Package(archive, where)


def parse_xml(data: bytes, where: str, name: str, *, bare_doctype: bool = False) -> _Element:
    """The root element of some XML, by the rules of ``Package.xml``; ``name`` says which part of ``where`` it is.

    Comments and processing instructions are left out.
    """
    from lxml import etree

    text = _decoded(data, where, name)
    _refuse_doctype(text, where, name, bare_doctype=bare_doctype)
    if text.count("<") + text.count("=") > MOST_NODES:
        raise ReadError("package-dense", where, member=name, limit=MOST_NODES)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,  # entities are refused above, so what it lifts are the limits on depth and length alone
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.XMLSyntaxError, UnicodeError, ValueError) as error:
        raise ReadError("package-xml", where, member=name, detail=str(error)) from error
    if root is None:
        raise ReadError("package-xml", where, member=name, detail="no element")
    return root


def _decoded(data: bytes, where: str, name: str) -> str:
    """The text of an XML member: its own declaration is honoured here, so that it hides nothing from the checks."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        if data[:1] == b"\x00" or data[1:2] == b"\x00":
            return data.decode("utf-16-be" if data[:1] == b"\x00" else "utf-16-le")
        declared = _DECLARED.match(data[:300].decode("latin-1"))
        encoding = declared[1] if declared else "utf-8"
        return data.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding)
    except (UnicodeError, LookupError) as error:
        raise ReadError("package-xml", where, member=name, detail=str(error)) from error


def _refuse_doctype(text: str, where: str, name: str, *, bare_doctype: bool) -> None:
    """Raise ReadError (package-doctype) for a document type before the first element."""
    begin = _after_prolog(text)
    if not text.startswith("<!DOCTYPE", begin):
        return
    end = text.find(">", begin)
    if not bare_doctype or "[" in text[begin : end if end >= 0 else None]:
        raise ReadError("package-doctype", where, member=name)


def _after_prolog(text: str) -> int:
    """Where the first thing stands that is not white space, a comment or a processing instruction."""
    begin = 0
    while True:
        begin += len(text[begin : begin + 4096]) - len(text[begin : begin + 4096].lstrip(" \t\r\n\ufeff"))
        closer = _closer(text, begin)
        if not closer:
            if text[begin : begin + 1] in (" ", "\t", "\r", "\n"):
                continue
            return begin
        end = text.find(closer, begin + 2)
        if end < 0:
            return len(text)
        begin = end + len(closer)


def _closer(text: str, begin: int) -> str:
    if text.startswith("<?", begin):
        return "?>"
    return "-->" if text.startswith("<!--", begin) else ""


def _refuse_names(where: str, members: list[zipfile.ZipInfo]) -> None:
    """Raise ReadError for a name that leads out of the package, or that stands for two members."""
    seen: set[str] = set()
    for member in members:
        name = member.filename.replace("\\", "/")
        if name in seen:
            raise ReadError("package-name-twice", where, member=_shown(name))
        seen.add(name)
        unsafe = name.startswith("/") or ".." in PurePosixPath(name).parts or name[1:2] == ":"
        if unsafe or not name or "\x00" in member.orig_filename:
            raise ReadError("package-name-unsafe", where, member=_shown(member.orig_filename))


def _shown(name: str) -> str:
    """A member's name as a message can hold it."""
    return "".join(_printable(name))[:120]


def _printable(name: str) -> Iterator[str]:
    for character in name:
        yield character if character.isprintable() else "\ufffd"


def _refuse_size(where: str, name: str, size: int, most: int) -> None:
    if size > most:
        values = {"member": _shown(name) or where, "size": f"{size / 1e6:.0f}", "limit": f"{most / 1e6:.0f}"}
        raise ReadError("package-too-big", where, **values)


def _refuse_ratio(where: str, size: int, packed: int) -> None:
    if size > MOST_RATIO * max(1, packed):
        values = {"size": f"{size / 1e6:.0f}", "packed": f"{packed / 1e6:.2f}"}
        raise ReadError("package-swells", where, **values)
