"""A connected socket that remembers every byte that went over it and keeps to the limits of a fetch."""

from __future__ import annotations

import io
import socket
from typing import Any

from verifier.session.fetching.caps import Meter


class Wire:
    """Stands in for the socket of an HTTP connection. The time that is left is given to every single wait anew, so a
    server that sends a byte now and then gains nothing.
    """

    def __init__(self, connected: socket.socket, meter: Meter) -> None:
        self._socket, self._meter = connected, meter
        self.sent = bytearray()
        self._incoming = _Incoming(connected, meter)
        self._reader = _Reader(self._incoming)

    @property
    def received(self) -> bytes:
        """Everything that came."""
        return bytes(self._incoming.received)

    @property
    def consumed(self) -> int:
        """How many bytes of it the HTTP parser has taken."""
        return self._reader.taken()

    def sendall(self, data: bytes) -> None:
        """Send bytes. Raises OSError, ReadError: url-too-slow."""
        self._socket.settimeout(self._meter.left())
        try:
            self._socket.sendall(data)
        except TimeoutError:
            self._meter.too_slow()
        self.sent += data

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        """What the HTTP parser reads from."""
        return self._reader

    def settimeout(self, _: float | None) -> None:
        """The meter has the say over time."""

    def close(self) -> None:
        """Whoever made the connection closes it: the parser asks for this while it still reads."""


class _Incoming(io.RawIOBase):
    """The bytes that come in, counted and kept."""

    def __init__(self, connected: socket.socket, meter: Meter) -> None:
        self._socket, self._meter = connected, meter
        self.received = bytearray()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._socket.settimeout(self._meter.left())
        try:
            count = self._socket.recv_into(buffer)
        except TimeoutError:
            self._meter.too_slow()
        self.received += memoryview(buffer)[:count]
        self._meter.receive(count)
        return count

    def tell(self) -> int:
        return len(self.received)


class _Reader(io.BufferedReader):
    """Knows how much was taken from it, even after it was closed."""

    _at_close = 0

    def close(self) -> None:
        if not self.closed:
            self._at_close = self.tell()
        super().close()

    def taken(self) -> int:
        return self._at_close if self.closed else self.tell()
