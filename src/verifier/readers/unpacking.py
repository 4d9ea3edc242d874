"""The body of a web answer with its content codings undone, each up to a limit of bytes (RFC 9110, 8.4)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from verifier.domain.errors import ReadError

MOST_UNPACKED = 60 * 10**6
"""The bytes a packed body may unpack to."""

_GZIP = ("gzip", "x-gzip")
_PLAIN = ("", "identity", "none", "utf-8")
_FAULTS = (zlib.error, ValueError)


def unpack(data: bytes, codings: Sequence[str], where: str, most: int = MOST_UNPACKED) -> bytes:
    """The body some bytes were packed from; ``codings`` in the order in which they were applied.

    Many archives keep a body unpacked and its header as it was: bytes that are plainly not packed are left alone.
    What breaks off is kept as far as it goes. Raises ReadError: archive-swells, archive-coding-unknown.
    """
    for coding in reversed([coding.strip().lower() for coding in codings]):
        if coding in _GZIP:
            data = _inflated(data, 31, where, most) if data[:2] == b"\x1f\x8b" else data
        elif coding == "deflate":
            data = _deflated(data, where, most)
        elif coding == "br":
            data = _from_brotli(data, where, most)
        elif coding not in _PLAIN and not _is_text(data):
            raise ReadError("archive-coding-unknown", where, coding=coding[:40])
    return data


def _inflated(data: bytes, window: int, where: str, most: int) -> bytes:
    """Every member of a gzip stream, or a deflate stream; what is damaged ends it."""
    pieces: list[bytes] = []
    left = most
    while data:
        unpacker = zlib.decompressobj(window)
        try:
            piece = unpacker.decompress(data, left + 1)
        except zlib.error:
            break
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            raise ReadError("archive-swells", where, limit=f"{most / 1e6:.0f}")
        data = unpacker.unused_data if window == 31 else b""
    return b"".join(pieces)


def _deflated(data: bytes, where: str, most: int) -> bytes:
    """What "deflate" means: zlib's form by the standard, the bare stream with many a server."""
    if _is_text(data):
        return data
    return _inflated(data, 15, where, most) or _inflated(data, -15, where, most) or data


def _from_brotli(data: bytes, where: str, most: int) -> bytes:
    """Brotli (RFC 7932), in pieces, so that a bomb is seen before it is whole."""
    import brotli

    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    length = 0
    try:
        piece = unpacker.process(data, output_buffer_limit=1 << 20)
        while piece or not unpacker.can_accept_more_data():
            pieces.append(piece)
            length += len(piece)
            if length > most:
                raise ReadError("archive-swells", where, limit=f"{most / 1e6:.0f}")
            piece = unpacker.process(b"", output_buffer_limit=1 << 20)
    except brotli.error:
        if not pieces and not _is_text(data):
            raise ReadError("archive-coding-unknown", where, coding="br") from None
    return b"".join(pieces) or data


def _is_text(data: bytes) -> bool:
    """Whether bytes are plainly not packed: UTF-8 without control characters at their beginning."""
    sample = data[:2048]
    try:
        text = sample.decode("utf-8", "strict" if len(data) <= 2048 else "ignore")
    except UnicodeDecodeError:
        return False
    return sum(each < " " and each not in "\t\n\r\f" for each in text) == 0 and len(text) > len(sample) * 0.5
