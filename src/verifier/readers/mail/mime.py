"""A mail or saved page taken apart into its MIME entities (RFC 2045, 2046), each with the very bytes it came with.

The standard library reads the headers and undoes the transfer encodings; the parts are told apart here, by their
boundaries, since they must keep their bytes (what is attached becomes a source of its own), and since the library's
own way is quadratic in the depth of nesting. Headers are read with its older, default policy: the newer one takes
seconds for one malformed header and gives up on nested comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser, HeaderParser
from email.utils import collapse_rfc2231_value

from verifier.domain.errors import ReadError
from verifier.readers.mail.words import decode_words, plain

MOST_PARTS = 5_000
MOST_DEPTH = 20
_MOST_HEADERS = 1_000_000
_MOST_OF_A_HEADER = 8_000
_BLANK = re.compile(rb"\r\n\r\n|\n\r?\n|\r\r")
_GUESSED = re.compile(rb"(?<![^\r\n])--([^\s-][^\r\n]{0,99})\r?\n(?i:content-[a-z-]{2,30}:)")
_ENCODINGS = ("base64", "quoted-printable", "x-uuencode", "uuencode", "uue", "x-uue")

NO_BOUNDARY, NOT_CLOSED, BAD_BASE64 = "no-boundary", "not-closed", "bad-base64"
"""What may be damaged in an entity."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A part of a mail. ``id`` is its section number as IMAP counts (RFC 3501, 6.4.5), "" for a mail of several parts.

    ``start``, ``begin`` and ``end`` are byte offsets into ``whole``: of the headers, of the body, of the end.
    ``strays`` are what stands before the first part and behind the last.
    """

    id: str
    headers: Message
    whole: bytes = field(repr=False)
    start: int
    begin: int
    end: int
    parts: tuple[Entity, ...] = ()
    strays: tuple[bytes, ...] = ()
    damage: tuple[str, ...] = ()
    default_type: str = "text/plain"

    @property
    def raw(self) -> bytes:
        """The entity as it came, headers and body."""
        return self.whole[self.start : self.end]

    @property
    def body(self) -> bytes:
        """The body as it came, in its transfer encoding."""
        return self.whole[self.begin : self.end]

    @property
    def type(self) -> str:
        """The media type in lower case, without parameters: "text/plain" where none is stated, or where the parts of
        a multipart one cannot be told apart.
        """
        if not self.parts and NO_BOUNDARY in self.damage:
            return "text/plain"
        return self.stated_type or self.default_type

    @property
    def stated_type(self) -> str:
        """The media type as it is stated, or ""."""
        stated = self._stated("Content-Type")
        kind = stated.split(";")[0].strip().lower()
        return kind if re.fullmatch(r"[\w.+-]{1,80}/[\w.+-]{1,100}", kind) else ""

    @property
    def disposition(self) -> str:
        """ "attachment", "inline" or ""."""
        return self._stated("Content-Disposition").split(";")[0].strip().lower()

    def parameter(self, name: str, header: str = "Content-Type") -> str:
        """A parameter of a header, or ""."""
        if not self._stated(header):
            return ""
        value = self.headers.get_param(name, "", header)
        return collapse_rfc2231_value(value).strip() if isinstance(value, (str, tuple)) else ""

    @property
    def name(self) -> str:
        """The file name the entity was given, without folders, or ""."""
        stated = self.parameter("filename", "Content-Disposition") or self.parameter("name")
        return re.split(r"[\\/]", decode_words(stated))[-1].strip()

    @property
    def charset(self) -> str:
        """The encoding the entity is labelled with, or ""."""
        return self.parameter("charset").strip("'\" ").lower()

    def header(self, name: str) -> str:
        """The first header of that name as it reads, its encoded words decoded, or ""."""
        return next((value for key, value in self.lines() if key.lower() == name.lower()), "")

    def lines(self) -> Iterator[tuple[str, str]]:
        """Every header as it reads, in order: its name, and its value on one line."""
        for name, value in self.headers.raw_items():
            yield name, decode_words(str(value))

    def _stated(self, header: str) -> str:
        """A structural header, "" where it is missing or too long to be honest."""
        value = str(self.headers.get(header, ""))
        return value if len(value) <= _MOST_OF_A_HEADER else ""


def take_apart(data: bytes, where: str) -> Entity:
    """The entities of a mail. Raises ReadError: mail-too-deep, mail-too-many-parts."""
    return _Parser(data, where).parse("", 0, len(data), "text/plain", 0)


def content_of(entity: Entity) -> tuple[bytes, bool]:
    """The bytes of an entity with its transfer encoding undone, and whether that encoding was damaged."""
    encoding = str(entity.headers.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding not in _ENCODINGS:
        return entity.body, False
    message = Message()
    message["Content-Transfer-Encoding"] = encoding
    message.set_payload(entity.body.decode("ascii", "surrogateescape"))
    decoded = message.get_payload(decode=True)
    assert isinstance(decoded, bytes)
    return decoded, bool(message.defects)


class _Parser:
    """Takes one mail apart and counts its parts."""

    def __init__(self, data: bytes, where: str) -> None:
        self._data = data
        self._where = where
        self._count = 0

    def parse(self, number: str, start: int, end: int, default: str, depth: int) -> Entity:
        """The entity between two offsets."""
        self._count += 1
        if self._count > MOST_PARTS:
            raise ReadError("mail-too-many-parts", self._where, limit=MOST_PARTS)
        if depth > MOST_DEPTH:
            raise ReadError("mail-too-deep", self._where, limit=MOST_DEPTH)
        headers, begin = _head(self._data, start, end)
        entity = Entity(number, headers, self._data, start, begin, end, default_type=default)
        if not entity.type.startswith("multipart/"):
            return entity if number else _numbered(entity)
        return self._divided(entity, depth)

    def _divided(self, entity: Entity, depth: int) -> Entity:
        """A multipart entity with its parts; one whose parts cannot be told apart stays whole."""
        boundary, damage = self._boundary(entity)
        if not boundary:
            return _numbered(entity, (NO_BOUNDARY,))
        spans, strays, closed = self._spans(entity, boundary)
        default = "message/rfc822" if entity.type == "multipart/digest" else "text/plain"
        above = f"{entity.id}." if entity.id else ""
        parts = tuple(
            self.parse(f"{above}{number}", start, end, default, depth + 1)
            for number, (start, end) in enumerate(spans, start=1)
        )
        if not closed:
            damage += (NOT_CLOSED,)
        return Entity(
            entity.id,
            entity.headers,
            entity.whole,
            entity.start,
            entity.begin,
            entity.end,
            parts,
            strays,
            damage,
            entity.default_type,
        )

    def _boundary(self, entity: Entity) -> tuple[bytes, tuple[str, ...]]:
        """What parts the entities of a multipart one, and the damage if it had to be guessed."""
        stated = entity.parameter("boundary").encode("utf-8", "surrogateescape")
        if stated and _delimiter(stated).search(self._data, entity.begin, entity.end):
            return stated, ()
        guessed = _GUESSED.search(self._data, entity.begin, entity.end)
        return (guessed[1].rstrip(), (NO_BOUNDARY,)) if guessed else (b"", ())

    def _spans(
        self, entity: Entity, boundary: bytes
    ) -> tuple[list[tuple[int, int]], tuple[bytes, ...], bool]:
        """Where the parts are, what stands around them, and whether the last one is closed."""
        spans: list[tuple[int, int]] = []
        strays = []
        begin: int | None = None
        closed = False
        for match in _delimiter(boundary).finditer(self._data, entity.begin, entity.end):
            before = _without_break(self._data, entity.begin, match.start())
            if begin is None:
                strays.append(self._data[entity.begin : before])
            else:
                spans.append((begin, max(begin, before)))
            begin = _behind_break(self._data, match.end(), entity.end)
            if match[1]:
                closed = True
                break
        assert begin is not None
        if closed:
            strays.append(self._data[begin : entity.end])
        else:
            spans.append((begin, entity.end))
        return spans, tuple(stray for stray in strays if stray.strip()), closed


def _numbered(entity: Entity, damage: tuple[str, ...] = ()) -> Entity:
    """An entity that is one text, counted as IMAP counts a mail of one part."""
    return Entity(
        entity.id or "1",
        entity.headers,
        entity.whole,
        entity.start,
        entity.begin,
        entity.end,
        damage=damage,
        default_type="text/plain",
    )


def _head(data: bytes, start: int, end: int) -> tuple[Message, int]:
    """The headers of an entity, and where its body begins."""
    if data[start : start + 1] in (b"\r", b"\n"):
        return Message(), _behind_break(data, start, end)
    blank = _BLANK.search(data, start, min(end, start + _MOST_HEADERS))
    close, begin = (blank.start(), blank.end()) if blank else (min(end, start + _MOST_HEADERS), end)
    head = data[start:close] + b"\n\n"
    message = BytesHeaderParser().parsebytes(head)
    # as Latin-1 each character is one byte; asked for its bytes, the message would decode them by its own label
    left = HeaderParser().parsestr(head.decode("latin-1")).get_payload()
    if isinstance(left, str) and left.strip():
        begin = max(
            start, close - len(left.rstrip("\n"))
        )  # a line that is no header ends them: the body follows
    return _readable(message), begin


def _readable(message: Message) -> Message:
    """Headers whose bytes outside ASCII are letters; the library would show each byte as U+FFFD."""
    if all(str(value).isascii() for _, value in message.raw_items()):
        return message
    readable = Message()
    for name, value in message.raw_items():
        readable.set_raw(name, plain(str(value)))
    return readable


def _delimiter(boundary: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![^\r\n])--" + re.escape(boundary.rstrip()) + rb"(--)?[ \t]{0,100}(?=[\r\n]|\Z)")


def _without_break(data: bytes, begin: int, end: int) -> int:
    """The end of what stands before a delimiter, whose line break belongs to it."""
    if data[end - 1 : end] == b"\n":
        end -= 1
    if data[end - 1 : end] == b"\r":
        end -= 1
    return max(begin, end)


def _behind_break(data: bytes, begin: int, end: int) -> int:
    """Where the next line begins."""
    if data[begin : begin + 1] == b"\r":
        begin += 1
    if data[begin : begin + 1] == b"\n":
        begin += 1
    return min(begin, end)
