"""The records of a WARC file (ISO 28500), one after the other, each up to a limit; an older ARC file is read as one.

warcio reads the records. A file whose records are packed one by one, as they should be, is unpacked here, record by
record with a limit, since a header line without end would otherwise take all memory there is.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import itertools
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from verifier.domain.errors import ReadError
from verifier.readers.unpacking import unpack

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MOST_UNPACKED = 2 * 10**9
"""The bytes all records of a file may unpack to."""

MOST_OF_A_RECORD = 80 * 10**6
"""The bytes of a packed record that are kept; a longer one (a film) is cut off there and offered to nobody."""

MOST_RECORDS = 200_000
_PIECE = 1 << 20
_FIRST_PIECE = 1 << 12
_CRUMB = 16
_MOST_OF_THE_FIRST = 400 * 10**6
"""Some files are packed as one, all records together."""
_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([^\s;\"',]{1,40})", re.IGNORECASE)
_WITH_HTTP = ("response", "revisit")


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its number in the file, from 1, its headers, the bytes of its block, and whether they are all there."""

    number: int
    headers: Any = field(repr=False)
    block: bytes = field(repr=False)
    whole: bool = True

    def header(self, name: str) -> str:
        """A header, or ""."""
        return str(self.headers.get_header(name) or "").strip()

    @property
    def kind(self) -> str:
        """ "response", "resource", "metadata" and so on."""
        return self.header("WARC-Type").lower()

    @property
    def uri(self) -> str:
        """What the record is about; older files put it between angle brackets."""
        return self.header("WARC-Target-URI").strip("<>")

    @property
    def id(self) -> str:
        """The record's name, without angle brackets."""
        return self.header("WARC-Record-ID").strip("<>")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a record holds of a page: the status of the answer, 200 where there is none, and its body as it was sent."""

    status: int
    media_type: str
    charset: str
    codings: tuple[str, ...]
    body: bytes = field(repr=False)
    whole: bool = True

    def unpacked(self, where: str) -> bytes:
        """The body as its author wrote it. Raises ReadError: archive-swells, archive-coding-unknown."""
        return unpack(self.body, self.codings, where)


def records_of(data: bytes, where: str) -> Iterator[Record]:
    """Every record of a file, in order. What is damaged ends them, unless it is the first.

    Raises ReadError: archive-damaged, archive-swells, archive-too-many.
    """
    number = 0
    for member in _members(data, where):
        for record in _records_in(member, where, first=number == 0):
            number += 1
            if number > MOST_RECORDS:
                raise ReadError("archive-too-many", where, limit=MOST_RECORDS)
            yield replace(record, number=number)


def answer_of(record: Record) -> Answer:
    """What a record holds of a page."""
    if record.kind not in _WITH_HTTP or not record.uri.lower().startswith(("http:", "https:")):
        stated = record.header("Content-Type")
        return Answer(200, _media_type(stated), _charset(stated), (), record.block, record.whole)
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.statusandheaders import StatusAndHeadersParser

    stream = io.BytesIO(record.block)
    try:
        head = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1"], verify=False).parse(stream)
    except EOFError:
        return Answer(0, "", "", (), b"", record.whole)
    body = stream.read()
    expected = str(head.get_header("Content-Length") or "")
    whole = not (expected.isdecimal() and len(expected) < 12 and len(body) < int(expected))
    if str(head.get_header("Transfer-Encoding") or "").lower().strip() == "chunked":
        body = ChunkedDataReader(io.BytesIO(body)).read()
        whole = True
    stated = str(head.get_header("Content-Type") or "")
    packed = str(head.get_header("Content-Encoding") or "")
    code = head.get_statuscode()
    return Answer(
        int(code) if code.isdecimal() and len(code) == 3 else 0,
        _media_type(stated),
        _charset(stated),
        tuple(packed.split(",")) if packed else (),
        body,
        whole and record.whole,
    )


def digests_hold(record: Record) -> bool:
    """Whether a record is as its digests say. The one of the payload is held against it as sent and unchunked, since
    writers differ, and only where there is none of the block.
    """
    stated = record.header("WARC-Block-Digest")
    if stated:
        return _holds(stated, record.block)
    stated = record.header("WARC-Payload-Digest")
    sent = record.block.partition(b"\r\n\r\n")[2]
    answer = answer_of(record)
    return (
        not stated
        or any(_holds(stated, each) for each in (sent, answer.body, record.block))
        or _unpacks_to(stated, answer)
    )


def _unpacks_to(stated: str, answer: Answer) -> bool:
    try:
        return _holds(stated, answer.unpacked(""))
    except ReadError:
        return True


def _holds(stated: str, data: bytes) -> bool:
    """Whether a digest as WARC writes it, "sha1:" and base 32 as a rule, is that of some bytes; unknown ones do."""
    name, _, value = stated.partition(":")
    if name.lower().replace("-", "") not in ("sha1", "sha256", "sha512", "md5"):
        return True
    digest = hashlib.new(name.lower().replace("-", ""), data, usedforsecurity=False).digest()
    written = {
        digest.hex(),
        base64.b32encode(digest).decode().rstrip("=").lower(),
    }
    plain = value.strip().rstrip("=")
    return plain.lower() in written or _from_base64(value.strip()) == digest


def _from_base64(value: str) -> bytes:
    try:
        return base64.b64decode(value, altchars=b"-_" if {"-", "_"} & set(value) else None)
    except (binascii.Error, ValueError):
        return b""


def _members(data: bytes, where: str) -> Iterator[bytes]:
    """The pieces a file is packed in, unpacked; a file that is not packed is one piece."""
    if data[:2] != b"\x1f\x8b":
        yield data
        return
    left = MOST_UNPACKED
    position = 0
    for number in itertools.count(1):
        if not data.startswith(b"\x1f\x8b", position):
            return
        if number > MOST_RECORDS:
            raise ReadError("archive-too-many", where, limit=MOST_RECORDS)
        limit = MOST_OF_A_RECORD if position else _MOST_OF_THE_FIRST
        member, end, size = _member(data, position, limit, left)
        left -= size
        if left < 0:
            raise ReadError("archive-swells", where, limit=f"{MOST_UNPACKED / 1e6:.0f}")
        yield member
        position = end


def _member(data: bytes, position: int, limit: int, left: int) -> tuple[bytes, int, int]:
    """A member of a gzip file, its first ``limit`` bytes; where it ends, and how much it unpacks to, at least where
    that is more than is ``left``. A damaged member is the last.
    """
    unpacker = zlib.decompressobj(31)
    kept: list[bytes] = []
    size = 0
    step = _FIRST_PIECE  # what is left of a piece behind a member is copied, so that small members need small ones
    while (position < len(data) or unpacker.unconsumed_tail) and not unpacker.eof and size <= left:
        piece = unpacker.unconsumed_tail or data[position : position + step]
        if not unpacker.unconsumed_tail:
            position += len(piece)
            step = min(2 * step, _PIECE)
        before = unpacker.copy()
        try:
            unpacked = unpacker.decompress(piece, 4 * _PIECE)
        except zlib.error:
            kept += _salvaged(before, piece)
            return b"".join(kept), len(data), size
        if size < limit:
            kept.append(unpacked)
        size += len(unpacked)
    return b"".join(kept), position - len(unpacker.unused_data), size


def _salvaged(unpacker: zlib._Decompress, piece: bytes) -> Iterator[bytes]:
    """What a damaged piece holds before the damage: fed in so little at a time that hardly anything goes with it."""
    for at in range(0, len(piece), _CRUMB):
        try:
            yield unpacker.decompress(piece[at : at + _CRUMB])
        except zlib.error:
            return


def _records_in(data: bytes, where: str, *, first: bool) -> Iterator[Record]:
    """The records of a piece. One whose length is not what it says is not whole: warcio counts those as errors, and
    writes of them to where nobody looks.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    faults = (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, AttributeError, TypeError)
    archive = ArchiveIterator(io.BytesIO(data), no_record_parse=True, arc2warc=True)
    kept: Record | None = None
    errors = 0
    while True:
        try:
            with redirect_stderr(io.StringIO()):
                record = next(archive, None)
        except faults as error:
            if first and kept is None:
                raise ReadError("archive-damaged", where) from error
            record = None
        if kept is not None:
            yield replace(kept, whole=kept.whole and archive.err_count == errors)
        if record is None:
            return
        errors = archive.err_count
        kept = _kept(record)


def _kept(record: ArcWarcRecord) -> Record:
    """A record with its block."""
    block = record.raw_stream.read(MOST_OF_A_RECORD)
    length = record.length if isinstance(record.length, int) else len(block)
    return Record(0, record.rec_headers, block, len(block) >= length)


def _media_type(stated: str) -> str:
    return stated.split(";")[0].strip().lower()


def _charset(stated: str) -> str:
    match = _CHARSET.search(stated[:1000])
    return match[1] if match else ""
