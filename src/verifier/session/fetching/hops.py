"""What one request and its answer were: the bytes, the machine, the certificate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tls:
    """How a connection was secured: the protocol ("TLSv1.3"), the cipher, the SHA-256 of the server's certificate
    in DER as 64 hexadecimal digits.
    """

    version: str
    cipher: str
    certificate_sha256: str


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer, byte for byte as they went over the connection.

    ``head`` is how many bytes of the answer are its head. ``truncated`` says why the answer ends early, in the words
    of WARC ("disconnect", "length"), or is empty. ``location`` is where a redirect leads; None if this is none.
    """

    url: str
    address: str
    began_at: str
    request: bytes
    answer: bytes
    head: int
    status: int
    tls: Tls | None
    truncated: str
    location: str | None
