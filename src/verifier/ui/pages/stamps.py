"""When a PDF was made and its identity, as Qt writes them: taken from the report, so that it is the same bytes twice.

Qt lets neither time be set. They are overwritten in as many bytes as they have, so nothing in the file moves.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from datetime import UTC, datetime

PLACEHOLDER = "00000000-7665-4269-8669-657200000000"
"""The identity a PDF is written with, before it gets that of its content."""

_INFO = re.compile(rb"/(?:CreationDate|ModDate) \(D:([0-9]{14}(?:Z|[+-][0-9]{2}'[0-9]{2}'))\)")
_METADATA = re.compile(rb'xmp:(?:CreateDate|ModifyDate|MetadataDate)="([0-9T:-]{19}(?:Z|[+-][0-9:]{5}))"')
_BEGINNING = 1 << 16
"""Bytes at the beginning of a file among which Qt writes what the document says of itself."""


def with_stamps(data: bytes, time: str) -> bytes:
    """A PDF whose times are that of its report, ISO 8601, and whose identity, written as ``PLACEHOLDER``, follows from
    all its other bytes.
    """
    moment = datetime.fromisoformat(time).astimezone(UTC)
    beginning, rest = data[:_BEGINNING], data[_BEGINNING:]
    beginning = _INFO.sub(lambda found: _in_place(found, f"{moment:%Y%m%d%H%M%S}", "+00'00'"), beginning, 2)
    beginning = _METADATA.sub(
        lambda found: _in_place(found, f"{moment:%Y-%m-%dT%H:%M:%S}", "+00:00"), beginning, 3
    )
    return _with_identity(beginning + rest)


def _in_place(found: re.Match[bytes], written: str, offset: str) -> bytes:
    """The time in as many bytes as the one that was found: in UTC, as "Z" or with an offset of nothing."""
    ending = "Z" if found[1].endswith(b"Z") else offset
    return found[0].replace(found[1], f"{written}{ending}".encode("ascii"))


def _with_identity(data: bytes) -> bytes:
    """A PDF with the identity of its content, in its metadata as text and in its trailer in hexadecimal digits."""
    own = str(uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(data).hexdigest())).encode("ascii")
    former = PLACEHOLDER.encode("ascii")
    return data.replace(former, own, 1).replace(former.hex().encode("ascii"), own.hex().encode("ascii"))
