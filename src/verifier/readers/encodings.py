"""From bytes to decoded text, and from a place in the decoded text back to its bytes.

A byte order mark decides; then what the user said; then UTF-16 without a mark, told by its zero and control bytes;
then what the transport and then what the document itself says, where the bytes decode strictly by it; then strict
UTF-8; then chardet, restricted to encodings that texts come in. What cannot be decoded becomes U+FFFD, one for each
sequence the codec rejects. A label is read as browsers do (https://encoding.spec.whatwg.org): "iso-8859-1" means
windows-1252. A label the bytes speak against is not followed, or followed and doubted, and the user is told.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

import chardet

from verifier.domain.articles import Notice
from verifier.domain.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ORDERS = {
    "utf-16": ((codecs.BOM_UTF16_LE, "-le"), (codecs.BOM_UTF16_BE, "-be")),
    "utf-32": ((codecs.BOM_UTF32_LE, "-le"), (codecs.BOM_UTF32_BE, "-be")),
}
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
    b"BZh9",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x00asm",
    b"OggS",
    b"ID3",
)
_GUESSABLE = (
    *("windows-1252", "windows-1251", "koi8-r", "koi8-u", "windows-1250", "windows-1253", "windows-1254"),
    *("windows-1255", "windows-1256", "windows-1257", "windows-1258", "cp866"),
    "tis-620",
    *("shift_jis", "euc-jp", "euc-kr", "big5", "gb18030"),
)
_COMMON = ("cp1252", "cp1251", "koi8-r", "shift_jis")
"""Named instead of a rarer relative where both read the same text."""
_NOT_FOR_TEXT = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})
_SAMPLE = 65_536
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MOST_GUESSED = 200_000
_MOST_CONTROLS = 0.3
_MOST_CONTROLS_UNSURE = 0.02
_FEWEST_WIDE = 4
"""Fewer characters than these tell nothing of UTF-16."""
_FEWEST_DOUBTED = 20
"""Fewer letters beyond ASCII than these are too few to doubt a label."""
_PLAUSIBLE_UTF16 = re.compile(r"[\t\n\r\x20-\x7e\xa0-\u06ff\u2000-\u22ff\ufeff]")
_FAR_UTF16 = re.compile(r"[\u0900-\u1fff\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
"""The scripts of Asia, which Latin letters read in the wrong byte order look like."""
_ASCII = re.compile(r"[\t\n\r\x20-\x7e]")
_LABEL_BYTES = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?[\w.:-]{1,40}", re.IGNORECASE)
_UNDECODABLE = re.compile("[\udc00-\udcff]")
_MEANT = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "hz"), "gb18030"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
"""What a label means where it is the name of a smaller relative."""
_LABELS = {"x-sjis": "cp932", "windows-31j": "cp932", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949"}
"""Labels Python does not know."""
_ESCAPES = re.compile(rb"\x1b\$[@B]|\x1b\(J")
"""What ISO-2022-JP, whose bytes are all ASCII, changes character sets with."""
_REJECTED = "verifier.rejected"
_LENGTHS = "verifier.lengths"


def _rejected(error: UnicodeError) -> tuple[str, int]:
    """U+FFFD for each sequence of bytes a codec rejects."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ufffd", error.end


def _lengths(error: UnicodeError) -> tuple[str, int]:
    """One lone surrogate for each rejected sequence, which tells its length; decoding never makes one itself."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(0xDC00 + min(error.end - error.start, 0xFF)), error.end


codecs.register_error(_REJECTED, _rejected)
codecs.register_error(_LENGTHS, _lengths)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the Python name of its encoding, and what the user should know of both."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(
    data: bytes, encoding: str | None = None, where: str = "", *, stated: str = "", in_document: str = ""
) -> Decoded:
    """The text of some bytes; ``encoding`` overrides what would be found.

    ``stated`` is the transport's label, ``in_document`` the document's own; "" where there is none.
    Raises ReadError: encoding-unknown, source-binary.
    """
    if any(data.startswith(signature) for signature in _SIGNATURES):
        raise ReadError("source-binary", where)
    notices: list[Notice] = []
    if encoding is not None:
        name = _named(encoding, data, where)
    else:
        name, found = _labelled(data, (stated, in_document))
        notices += found
        if not name:
            name, guessed = find_encoding(data, where)
            notices += [Notice("encoding-guessed", (("encoding", name),))] if guessed else []
    text = data.decode(name, _REJECTED)
    if encoding is None:
        _refuse_controls(text[:_SAMPLE], where)
    rejected = len(_UNDECODABLE.findall(data.decode(name, _LENGTHS))) if "\ufffd" in text else 0
    if rejected:
        notices.append(Notice("undecodable", (("count", str(rejected)), ("encoding", name))))
    return Decoded(text, name, tuple(notices))


def find_encoding(data: bytes, where: str = "") -> tuple[str, bool]:
    """The Python name of the encoding of some bytes, and whether it is a guess. Raises ReadError: source-binary."""
    marked = _marked(data)
    if marked:
        return marked, False
    wide = _unmarked_utf16(data)
    if wide:
        return wide, False
    if _ESCAPES.search(data[:_SAMPLE]) and _decodes(data, "iso2022_jp"):
        return "iso2022_jp", False
    return ("utf-8", False) if _decodes(data, "utf-8") else (_guess(data, where), True)


def _decodes(data: bytes, name: str) -> bool:
    """Whether bytes are an encoding's, to the last one."""
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _labelled(data: bytes, labels: Sequence[str]) -> tuple[str, list[Notice]]:
    """The encoding of the first label the bytes bear out, or "", and what the user should know of the labels."""
    if _marked(data) or _unmarked_utf16(data):
        return "", []
    notices: list[Notice] = []
    for label in labels:
        name = _meant(label)
        if not label or not name:
            continue
        if _is_borne_out(data, name):
            return name, notices + _doubts(data, label, name, data.decode(name))
        notices.append(Notice("encoding-mislabelled", (("label", label),)))
    return "", notices


def _is_borne_out(data: bytes, name: str) -> bool:
    """Whether bytes decode by the encoding of a label, and are not plainly another's."""
    if not _decodes(data, name):
        return False
    if _ESCAPES.search(data[:_SAMPLE]) and _decodes(data, "iso2022_jp"):
        return name == "iso2022_jp"
    return name == "utf-8" or not _is_utf8_beyond_ascii(data)


def codec_of(label: str) -> str:
    """The Python name of a codec for texts that takes every error handler: what a label means, else "utf-8"."""
    return _meant(label) or "utf-8"


def _meant(label: str) -> str:
    """The Python name of what a label means, or "" where it means nothing for bytes that hold ASCII."""
    label = label.strip().strip("\"'").lower()
    try:
        info = codecs.lookup(_LABELS.get(label, label))
    except (LookupError, ValueError):
        return ""
    if info.name in _NOT_FOR_TEXT or not info._is_text_encoding:
        return ""
    if info.name.startswith(("utf-16", "utf-32", "utf-8")):
        return "utf-8"
    return _MEANT.get(info.name, info.name)


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    """Whether bytes are UTF-8 and not only ASCII, which other encodings hardly ever are by chance."""
    return not data.isascii() and _decodes(data, "utf-8")


def _doubts(data: bytes, label: str, name: str, text: str) -> list[Notice]:
    """The notice that the bytes look like another encoding than their label, which they allow too."""
    if name == "utf-8" or text.isascii() or name.startswith("iso2022"):
        return []
    try:
        guess = _guess(data, "")
    except ReadError:
        return []
    words = sum(map(_is_beyond_ascii_letter, data[:_SAMPLE].decode(guess, _REJECTED)))
    alike = data.decode(guess, _REJECTED) == text
    if alike or words < _FEWEST_DOUBTED or _meant(guess) == name:
        return []
    return [Notice("encoding-doubted", (("label", label), ("encoding", guess)))]


def _is_beyond_ascii_letter(character: str) -> bool:
    return character > "\x7f" and character.isalpha()


def _refuse_controls(sample: str, where: str) -> None:
    """Raise ReadError (source-binary) where control and replacement characters make up much of a text."""
    if len(_CONTROLS.findall(sample)) + sample.count("\ufffd") > len(sample) * _MOST_CONTROLS:
        raise ReadError("source-binary", where)


def _marked(data: bytes) -> str:
    """The encoding a byte order mark names, or ""."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _named(encoding: str, data: bytes, where: str) -> str:
    """The Python name of the encoding the user named; a byte order mark of the same family is honoured."""
    try:
        info = codecs.lookup(encoding.strip())
    except (LookupError, ValueError) as error:
        raise ReadError("encoding-unknown", where, encoding=encoding) from error
    if info.name in _NOT_FOR_TEXT or not info._is_text_encoding:
        raise ReadError("encoding-unknown", where, encoding=encoding)
    marked = _marked(data)
    little = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE))
    if marked and info.name in (marked, marked.removesuffix("-sig"), marked + ("-le" if little else "-be")):
        return marked
    if info.name in _ORDERS:
        return _unmarked_utf16(data) or info.name + "-le"
    return info.name


def _unmarked_utf16(data: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where the bytes are such text without a byte order mark, else ""."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(_CONTROL_BYTES.findall(sample)) < len(sample) * 0.1:
        return ""
    if len(sample) < 2 * _FEWEST_WIDE:
        return ""
    shares = [(_plausible_share(sample, name), name) for name in ("utf-16-le", "utf-16-be")]
    share, name = max(shares)
    return name if share > 0.9 else ""


def _plausible_share(sample: bytes, name: str) -> float:
    """How much of the sample, decoded, are characters that fill texts: those of Asia only with ASCII among them."""
    text = sample.decode(name, _LENGTHS)
    plausible = len(_PLAUSIBLE_UTF16.findall(text))
    if len(_ASCII.findall(text)) > len(text) * 0.1:
        plausible += len(_FAR_UTF16.findall(text))
    return plausible / max(1, len(text))


def _guess(data: bytes, where: str) -> str:
    """What chardet makes of bytes that are not UTF-8. Raises ReadError: source-binary."""
    sample = data[:_SAMPLE]
    if len(_CONTROL_BYTES.findall(sample)) > len(sample) * _MOST_CONTROLS_UNSURE:
        raise ReadError("source-binary", where)
    if _nearly_utf8(sample):
        return "utf-8"
    found = chardet.detect(
        _LABEL_BYTES.sub(b"", data[: 2 * _MOST_GUESSED]),
        prefer_superset=True,
        compat_names=False,
        include_encodings=_GUESSABLE,
        max_bytes=_MOST_GUESSED,
    )
    name = codecs.lookup(found["encoding"] or "windows-1252").name
    text = data.decode(name, _REJECTED)
    return next((each for each in _COMMON if data.decode(each, _REJECTED) == text), name)


def _nearly_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8 with damage: well-formed sequences outnumber the rejected three to one."""
    text = sample.decode("utf-8", _LENGTHS)
    rejected = len(_UNDECODABLE.findall(text))
    return sum(not each.isascii() for each in text) - rejected >= 3 * rejected


def byte_span(data: bytes, encoding: str, start: int, end: int) -> tuple[int, int]:
    """The bytes that code points ``start`` to ``end`` of the decoded text came from, half open.

    ``encoding`` is the name ``decode`` gave; bytes that could not be decoded count as the U+FFFD they became.
    """
    codec, skipped = _behind_mark(data, encoding)
    text = data[skipped:].decode(codec, _LENGTHS)
    begin = _behind(data, text[:start], codec, skipped)
    return begin, _behind(data, text[start:end], codec, begin)


def _behind_mark(data: bytes, encoding: str) -> tuple[str, int]:
    """The codec that decodes what follows the byte order mark, and the mark's length in bytes."""
    name = codecs.lookup(encoding).name
    if name == "utf-8-sig":
        return "utf-8", len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    for mark, order in _ORDERS.get(name, ()):
        if data.startswith(mark):
            return name + order, len(mark)
    return name, 0


def _behind(data: bytes, text: str, codec: str, offset: int) -> int:
    """The byte offset behind ``text``, whose bytes begin at ``offset``; lone surrogates tell rejected lengths."""
    done = 0
    for match in _UNDECODABLE.finditer(text):
        offset = _behind_valid(data, text[done : match.start()], codec, offset) + ord(match[0]) - 0xDC00
        done = match.end()
    return _behind_valid(data, text[done:], codec, offset)


def _behind_valid(data: bytes, text: str, codec: str, offset: int) -> int:
    """The byte offset behind a text that was decoded without errors."""
    if codec.startswith("utf-"):
        return offset + len(text.encode(codec))
    if _is_single_byte(codec):
        return offset + len(text)
    decoder = codecs.getincrementaldecoder(codec)()
    missing = len(text)
    while missing > 0:
        missing -= len(decoder.decode(data[offset : offset + 1]))
        offset += 1
    return offset


def _is_single_byte(codec: str) -> bool:
    """Whether each byte is one character, so that no two bytes belong together."""
    if codec.startswith(("iso2022", "hz")):
        return False
    return len(bytes(range(256)).decode(codec, _LENGTHS)) == 256
