"""The way a fetched page came, read from the end of the exchange that was kept (``session.fetching.warc`` wrote it)."""

from __future__ import annotations

_MOST = 1 << 16
"""The way stands in the last record; so much of the end is looked at."""

_NAMES = frozenset({"asked", "answered", "hop", "tls", "certificate-sha256"})

Way = tuple[tuple[str, str], ...]
"""Names and values: ``asked`` and ``answered`` (addresses), ``hop`` (number, status, address), ``tls`` and
``certificate-sha256`` (number of the hop, value)."""


def way_of(exchange: bytes) -> Way:
    """The way of an exchange; empty where none is told."""
    tail = exchange[-_MOST:]
    start = tail.rfind(b"\r\n\r\nasked: ")
    if start < 0:
        return ()
    block = tail[start + 4 :].partition(b"\r\n\r\n")[0]
    lines = block.decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    return tuple((name, value) for name, _, value in pairs if name in _NAMES)
