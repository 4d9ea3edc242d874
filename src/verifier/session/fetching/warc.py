"""An exchange as a WARC file (WARC/1.1, ISO 28500:2017), plain so that it can be read with any editor.

The file holds a ``warcinfo`` record; for every hop a ``request`` and a ``response`` record, byte for byte as they went
over the connection, the body as it was packed; and a ``metadata`` record that leads through them: ``asked`` and
``answered`` (addresses), ``hop`` (number, status, address), ``tls`` and ``certificate-sha256`` (number of the hop,
value). An answer that ended early has ``WARC-Truncated``. Nothing in it is random: the same exchange at the same time
gives the same bytes.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from verifier import __version__
from verifier.session.fetching.hops import Hop

_VERSION = "WARC/1.1"
_SPACE = uuid.UUID("6d1f3f0c-6f0b-5a52-9c0a-3f2a8f9f4b51")
_FIELDS = "application/warc-fields"


def write_warc(asked: str, asked_at: str, hops: Sequence[Hop]) -> bytes:
    """The WARC file of an exchange. ``asked_at`` is ISO 8601 with its offset."""
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False, warc_version=_VERSION)
    for number, (kind, headers, block) in enumerate(_records(asked, asked_at, hops)):
        writer.write_record(_record(number, kind, headers, block))
    return file.getvalue()


def _records(
    asked: str, asked_at: str, hops: Sequence[Hop]
) -> Iterator[tuple[str, list[tuple[str, str]], bytes]]:
    """Kind, headers and block of every record, in order."""
    yield "warcinfo", [("WARC-Date", _date(asked_at)), ("Content-Type", _FIELDS)], _about_the_file()
    for hop in hops:
        yield "request", _headers(hop, "request"), hop.request
        yield "response", _headers(hop, "response"), hop.answer
    last = hops[-1]
    more = [("WARC-Date", _date(last.began_at)), ("WARC-Target-URI", last.url), ("Content-Type", _FIELDS)]
    yield "metadata", more, _about_the_way(asked, hops)


def _headers(hop: Hop, kind: str) -> list[tuple[str, str]]:
    headers = [
        ("WARC-Date", _date(hop.began_at)),
        ("WARC-Target-URI", hop.url),
        ("WARC-IP-Address", hop.address),
        ("Content-Type", f"application/http; msgtype={kind}"),
    ]
    payload = hop.answer[hop.head :] if kind == "response" else b""
    headers.append(("WARC-Payload-Digest", _digest(payload)))
    if kind == "response" and hop.truncated:
        headers.append(("WARC-Truncated", hop.truncated))
    return headers


def _record(number: int, kind: str, headers: list[tuple[str, str]], block: bytes) -> Any:
    """A record whose block is left as it is: given HTTP headers of its own, warcio would write them anew."""
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders

    facts = dict(headers)
    name = "\n".join(
        (str(number), kind, facts["WARC-Date"], facts.get("WARC-Target-URI", ""), _digest(block))
    )
    identity = ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid5(_SPACE, name)}>")
    all_headers = [("WARC-Type", kind), identity, *headers, ("WARC-Block-Digest", _digest(block))]
    return ArcWarcRecord(
        "warc",
        kind,
        StatusAndHeaders("", all_headers, protocol=_VERSION),
        io.BytesIO(block),
        None,
        facts["Content-Type"],
        len(block),
    )


def _about_the_file() -> bytes:
    return _fields(
        [
            ("software", f"Verifier/{__version__}"),
            ("format", "WARC File Format 1.1"),
            ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ]
    )


def _about_the_way(asked: str, hops: Sequence[Hop]) -> bytes:
    """What led to the answer: every hop, and how its connection was secured."""
    fields = [("asked", asked), ("answered", hops[-1].url)]
    for number, hop in enumerate(hops, start=1):
        fields.append(("hop", f"{number} {hop.status} {hop.url}"))
        if hop.tls is not None:
            fields.append(("tls", f"{number} {hop.tls.version} {hop.tls.cipher}"))
            fields.append(("certificate-sha256", f"{number} {hop.tls.certificate_sha256}"))
    return _fields(fields)


def _fields(fields: Sequence[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields).encode()


def _digest(data: bytes) -> str:
    """SHA-256 as the WARC tools compare it: in base 16."""
    return f"sha256:{sha256(data).hexdigest()}"


def _date(moment: str) -> str:
    """A moment in UTC as WARC/1.1 writes it: "2026-11-21T13:02:05.123Z"."""
    return datetime.fromisoformat(moment).astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"
