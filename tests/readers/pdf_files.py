"""PDFs made by hand, object by object, so that every feature of the format is there and nothing else."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def show(text: str, x: float, y: float, *, size: float = 11, font: str = "F1", before: str = "") -> str:
    """The operators that show a line of text with its baseline at a place, counted from the lower left corner."""
    shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {before} /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET\n"


def lines(
    texts: Sequence[str], x: float, y: float, *, size: float = 11, leading: float = 14, font: str = "F1"
) -> str:
    """Lines under each other, the first with its baseline at a place."""
    return "".join(
        show(text, x, y - place * leading, size=size, font=font) for place, text in enumerate(texts)
    )


def picture(x: float, y: float, width: float, height: float) -> str:
    """The operators that paint the picture of the page."""
    return f"q {width} 0 0 {height} {x} {y} cm /Im Do Q\n"


@dataclass
class Sheet:
    """A page: its content, its size in points, its rotation, and raw dictionaries of its annotations."""

    content: str = ""
    width: float = 595
    height: float = 842
    rotate: int = 0
    annotations: list[str] = field(default_factory=list)
    raw: bytes | None = None
    """A stream to stand in place of the content, filter and all, as a whole dictionary's rest."""


def make_pdf(
    sheets: Sequence[Sheet],
    *,
    info: str = "",
    xmp: str = "",
    password: str | None = None,
    catalog: str = "",
    extra: Mapping[int, bytes] = MappingProxyType({}),
) -> bytes:
    """A PDF of some pages. With ``password`` it is encrypted (40-bit RC4), so that it opens with that one. ``extra``
    holds more objects, from number 5000 on; the one of that number is the font F9.
    """
    objects: dict[int, bytes] = dict(extra)
    fonts = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}
    for number, name in enumerate(fonts.values(), start=3):
        objects[number] = f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()
    objects[6] = _stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80"
    )
    named = " ".join(f"/{name} {number} 0 R" for number, name in enumerate(fonts, start=3))
    named += " /F9 5000 0 R" if 5000 in extra else ""
    next_number = 10
    kids = []
    for sheet in sheets:
        page, content = next_number, next_number + 1
        next_number += 2
        notes = []
        for note in sheet.annotations:
            objects[next_number] = note.encode("latin-1")
            notes.append(f"{next_number} 0 R")
            next_number += 1
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Rotate {sheet.rotate}"
            f"/Resources<</Font<<{named}>>/XObject<</Im 6 0 R>>>>/Contents {content} 0 R/Annots[{' '.join(notes)}]>>"
        ).encode()
        objects[content] = sheet.raw or _stream("", sheet.content.encode("cp1252"))
        kids.append(f"{page} 0 R")
    objects[1] = f"<</Type/Catalog/Pages 2 0 R{'/Metadata 8 0 R' if xmp else ''}{catalog}>>".encode()
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    objects[7] = f"<<{info}>>".encode("latin-1")
    if xmp:
        objects[8] = _stream("/Type/Metadata/Subtype/XML", xmp.encode())
    return _file(objects, password)


def _stream(entries: str, data: bytes) -> bytes:
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def deflated(data: bytes) -> bytes:
    """A stream that unpacks to some data."""
    packed = zlib.compress(data, 9)
    return f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"


def _file(objects: dict[int, bytes], password: str | None) -> bytes:
    trailer = "/Root 1 0 R/Info 7 0 R"
    if password is not None:
        key, entry = _encryption(password)
        objects = {number: _encrypted(body, key, number) for number, body in objects.items()}
        objects[9] = entry
        trailer += f"/Encrypt 9 0 R/ID[<{'00' * 16}><{'00' * 16}>]"
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {max(objects) + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, max(objects) + 1):
        used = number in places
        out += f"{places.get(number, 0):010d} {'00000 n' if used else '65535 f'} \n".encode()
    out += f"trailer\n<</Size {max(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def rc4(key: bytes, data: bytes) -> bytes:
    """RC4, as PDF 1.4 encrypts with it."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _encryption(password: str) -> tuple[bytes, bytes]:
    """The key of a document and its encryption dictionary (ISO 32000-1, 7.6.3, revision 2)."""
    padded = (password.encode() + PADDING)[:32]
    owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], padded)
    allowed = (-44).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + allowed + bytes(16)).digest()[:5]
    user = rc4(key, PADDING)
    entry = f"<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{user.hex()}>/P -44>>".encode()
    return key, entry


def _encrypted(body: bytes, key: bytes, number: int) -> bytes:
    """An object with its stream encrypted; strings are not used where a password is."""
    head, found, rest = body.partition(b"stream\n")
    if not found:
        return body
    data = rest[: -len(b"\nendstream")]
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\x00\x00").digest()[:10]
    return head + found + rc4(own, data) + b"\nendstream"
