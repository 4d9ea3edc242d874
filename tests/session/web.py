"""A web of our own on the loopback address: servers that answer whatever bytes a test likes, and what may ask them."""

from __future__ import annotations

import contextlib
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from ipaddress import ip_network
from typing import Any

import pytest

from verifier.domain.articles import Source
from verifier.domain.errors import ReadError
from verifier.session.fetching import FetchPolicy, fetch

Answer = bytes | Callable[[socket.socket], None]
"""What a server says to a request: bytes, or something that is done with the connection."""

HERE = "127.0.0.1"
NOON = "2026-11-21T13:02:05.123+00:00"
PAGE = b"<!DOCTYPE html><title>Quay closed</title><h1>Quay closed</h1><p>The quay was closed on Monday.</p>"
LOCAL = FetchPolicy(
    seconds=20.0,
    connect_seconds=5.0,
    allowed=frozenset({ip_network(HERE)}),
    resolver=lambda host, port: [HERE],  # every name is this machine
)


def answer(body: bytes = PAGE, *lines: str, status: str = "200 OK") -> bytes:
    """An answer with a length, and further header lines."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *lines]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def leading_to(location: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return answer(b"moved", f"Location: {location}", status=status)


def fetch_here(url: str, **changes: object) -> Source:
    """Fetch with leave to ask this machine, at a fixed time."""
    return fetch(url, clock=lambda: NOON, policy=replace(LOCAL, **changes))  # type: ignore[arg-type]


def records(source: Source, kind: str) -> list[Any]:
    """The records of a kind, all digests checked, their blocks as bytes in ``block``."""
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(io.BytesIO(source.data), check_digests="raise"):
        record.raw_stream.read()
        assert record.rec_headers.get_header("WARC-Block-Digest")
    found = []
    for record in ArchiveIterator(io.BytesIO(source.data), no_record_parse=True):
        record.block = record.raw_stream.read()
        if record.rec_type == kind:
            found.append(record)
    return found


def said_by(source: Source) -> dict[str, list[str]]:
    """The fields of the metadata record."""
    (record,) = records(source, "metadata")
    fields: dict[str, list[str]] = {}
    for line in record.block.decode().splitlines():
        name, _, value = line.partition(": ")
        fields.setdefault(name, []).append(value)
    return fields


def refusal(url: str, **changes: object) -> ReadError:
    with pytest.raises(ReadError) as caught:
        fetch_here(url, **changes)
    return caught.value


@dataclass
class Web:
    """A server: what it answers to which path, and the requests it got."""

    answers: dict[str, Answer]
    tls: ssl.SSLContext | None = None
    requests: list[bytes] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "news.example") -> str:
        """The address of a path here."""
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [request.split(b" ", 2)[1].decode() for request in self.requests]

    def serve(self, listener: socket.socket) -> None:
        """Take connections until the listener closes."""
        threads = []
        while not self.stopping.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            threads.append(threading.Thread(target=self._converse, args=(connection,)))
            threads[-1].start()
        for thread in threads:
            thread.join(timeout=20)

    def _converse(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            stack.callback(connection.close)
            connection.settimeout(10)
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
                stack.callback(connection.close)
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connection.recv(4096)
                if not piece:
                    return
                request += piece
            self.requests.append(request)
            said = self.answers.get(self.paths()[-1], answer(b"no such page", status="404 Not Found"))
            if callable(said):
                said(connection)
            else:
                connection.sendall(said)


@contextlib.contextmanager
def serving(
    answers: Mapping[str, Answer], *, tls: ssl.SSLContext | None = None, address: str = HERE
) -> Iterator[Web]:
    """A server on a free port. It goes when the block ends."""
    web = Web(dict(answers), tls)
    with socket.create_server((address, 0)) as listener:
        listener.settimeout(0.1)
        web.port = listener.getsockname()[1]
        thread = threading.Thread(target=web.serve, args=(listener,), name="test-web")
        thread.start()
        try:
            yield web
        finally:
            web.stopping.set()
            thread.join(timeout=30)


def dripping(start: bytes, drop: bytes, most: float = 15.0) -> Callable[[socket.socket], None]:
    """Sends a beginning, and then a drop again and again, for so many seconds at most."""

    def drip(connection: socket.socket) -> None:
        connection.sendall(start)
        end = time.monotonic() + most
        while time.monotonic() < end:
            connection.sendall(drop)
            time.sleep(0.05)

    return drip


@dataclass(frozen=True, slots=True)
class LocalFetchJob:
    """Fetches from this machine, in the child; the result is the source."""

    url: str
    seconds: float = 60.0

    @property
    def about(self) -> str:
        return self.url

    def run(self) -> object:
        """The source."""
        return fetch_here(self.url)
