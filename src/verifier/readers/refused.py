"""Files that are known but not read: what they are is told, and what to do, instead of "not a text file"."""

from __future__ import annotations

from verifier.domain.errors import ReadError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SAMPLE = 4_000_000
"""So many bytes at either end of a file are looked at, in bytes: its list of members stands at the end."""

_IN_OLE = (
    ("EncryptedPackage", "office-locked"),
    ("WordDocument", "word-too-old"),
    ("Workbook", "sheet-not-read"),
    ("PowerPoint Document", "slides-not-read"),
    ("__substg1.0_", "outlook-not-read"),
    ("Book", "sheet-not-read"),
)
"""Names of streams that tell what an old Office file is, in the order in which they are looked for."""

_IN_ZIP = (
    (b"xl/workbook", "sheet-not-read"),
    (b"opendocument.spreadsheet", "sheet-not-read"),
    (b"ppt/presentation", "slides-not-read"),
    (b"opendocument.presentation", "slides-not-read"),
    (b"Index/Document.iwa", "pages-not-read"),
    (b"Index.zip", "pages-not-read"),
    (b"index.apxl", "slides-not-read"),
)
"""Names of members that tell what a package is. A document that is read never comes here."""

_MAGIC = (
    (b"\x89PNG", "picture-not-read"),
    (b"\xff\xd8\xff", "picture-not-read"),
    (b"GIF8", "picture-not-read"),
    (b"II*\x00", "picture-not-read"),
    (b"MM\x00*", "picture-not-read"),
    (b"OggS", "recording-not-read"),
    (b"ID3", "recording-not-read"),
    (b"fLaC", "recording-not-read"),
    (b"\x1aE\xdf\xa3", "recording-not-read"),
    (b"7z\xbc\xaf\x27\x1c", "archive-not-read"),
    (b"Rar!\x1a\x07", "archive-not-read"),
    (b"BZh9", "archive-not-read"),
    (b"SQLite format 3\x00", "database-not-read"),
)


def refuse(data: bytes, where: str) -> None:
    """Raise ReadError for a file of a known kind that is not read; do nothing for any other.

    The codes: office-locked, word-too-old, pages-not-read, sheet-not-read, slides-not-read, outlook-not-read,
    picture-not-read, recording-not-read, archive-not-read, database-not-read.
    """
    code = _known(data)
    if code:
        raise ReadError(code, where)


def _known(data: bytes) -> str:
    if data.startswith(_OLE):
        return next((code for name, code in _IN_OLE if _ends(data, name.encode("utf-16-le"))), "")
    if data.startswith(_ZIP):
        return next((code for name, code in _IN_ZIP if _ends(data, name)), "archive-not-read")
    if data[:4] == b"RIFF" and data[8:12] in (b"WAVE", b"AVI "):
        return "recording-not-read"
    if data[:1] == b"\x00" and data[4:8] == b"ftyp":
        return "picture-not-read" if data[8:12] in (b"heic", b"avif", b"mif1") else "recording-not-read"
    return next((code for magic, code in _MAGIC if data.startswith(magic)), "")


def _ends(data: bytes, name: bytes) -> bool:
    """Whether a name stands near the beginning or the end of a file."""
    return name in data[:_SAMPLE] or name in data[-_SAMPLE:]
