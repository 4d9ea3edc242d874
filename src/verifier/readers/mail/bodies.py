"""What of a mail is its text, in which versions it comes, and what is attached to it."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from verifier.domain.errors import ReadError
from verifier.readers.mail.mime import Entity, content_of

_TEXTS = ("text/plain", "text/html")
_OPAQUE = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_PGP = b"-----BEGIN PGP MESSAGE-----"
_UU_BEGIN = re.compile(rb"(?<![^\r\n])begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n")
_UU_END = re.compile(rb"(?<![^\r\n])end[ \t]{0,9}(?=[\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Version:
    """One way a passage of a mail comes: the texts that make it, in order."""

    texts: tuple[Entity, ...]

    @property
    def id(self) -> str:
        """The section number of its first text."""
        return self.texts[0].id

    @property
    def type(self) -> str:
        """The media type of its first text."""
        return self.texts[0].type


@dataclass(frozen=True, slots=True)
class Attached:
    """Something attached to a mail, as it will be a source of its own."""

    id: str
    name: str
    media_type: str
    data: bytes = field(repr=False)
    inline: bool = False


@dataclass(slots=True)
class Found:
    """What a mail holds: its text as passages, each in one or more versions, and what is attached."""

    passages: list[list[Version]] = field(default_factory=list)
    attached: list[Entity] = field(default_factory=list)
    strays: list[tuple[str, bytes]] = field(default_factory=list)
    damage: set[str] = field(default_factory=set)
    signed: bool = False
    opaque: str = ""
    """What a part is encrypted with, or ""."""


def gather(entity: Entity) -> Found:
    """What a mail holds, from its outermost entity."""
    found = Found()
    _gather(entity, found)
    return found


def _gather(entity: Entity, found: Found) -> None:
    found.damage.update(entity.damage)
    found.strays += [(entity.id, stray) for stray in entity.strays if not _is_usual(stray)]
    if not entity.parts:
        _gather_leaf(entity, found)
    elif entity.type == "multipart/alternative":
        _gather_versions(entity, found)
    elif entity.type == "multipart/encrypted":
        found.opaque = "PGP"
        found.attached += list(leaves_of(entity))
    elif entity.type == "multipart/related":
        root = root_of(entity)
        _gather(root, found)
        found.attached += [leaf for part in entity.parts if part is not root for leaf in leaves_of(part)]
    else:
        found.signed = found.signed or entity.type == "multipart/signed"
        for part in entity.parts:
            _gather(part, found)


def _gather_leaf(entity: Entity, found: Found) -> None:
    """A text without a file name is read with the mail; all else is attached."""
    is_text = entity.type.startswith("text/") and not entity.name and entity.disposition != "attachment"
    if entity.type in _OPAQUE:
        found.opaque = "S/MIME"
        found.attached.append(entity)
    elif is_text:
        found.passages.append([Version((entity,))])
    else:
        found.attached.append(entity)


def _gather_versions(entity: Entity, found: Found) -> None:
    """Alternatives: each part is the same passage in another version (RFC 2046, 5.1.4)."""
    versions: list[Version] = []
    for part in entity.parts:
        inner = Found()
        _gather(part, inner)
        found.attached += inner.attached
        found.strays += inner.strays
        found.damage |= inner.damage
        found.opaque = found.opaque or inner.opaque
        texts = [text for passage in inner.passages for text in passage[-1].texts]
        if texts:
            versions.append(Version(tuple(texts)))
    if versions:
        found.passages.append(versions)


def root_of(entity: Entity) -> Entity:
    """The part of a multipart/related entity that the others belong to (RFC 2387)."""
    return next(named_by(entity, entity.parts), entity.parts[0])


def named_by(entity: Entity, parts: Iterable[Entity]) -> Iterator[Entity]:
    """Those of some parts whose Content-ID an entity names as its start."""
    start = entity.parameter("start").strip("<>")
    return (part for part in parts if start and part.header("Content-ID").strip("<>") == start)


def leaves_of(entity: Entity) -> Iterator[Entity]:
    """Every entity that holds something itself."""
    if not entity.parts:
        yield entity
    for part in entity.parts:
        yield from leaves_of(part)


def _is_usual(stray: bytes) -> bool:
    """Whether what stands outside the parts only tells programs from before MIME what follows."""
    words = stray.strip().lower()
    return len(words) < 200 and (b"mime" in words or b"multi" in words)


def attachments(found: Found) -> list[Attached]:
    """What is attached, with a name for each."""
    return [
        Attached(
            entity.id,
            entity.name or _name_for(entity),
            entity.type,
            content_of(entity)[0],
            inline=entity.disposition == "inline" or bool(entity.header("Content-ID")),
        )
        for entity in found.attached
    ]


def _name_for(entity: Entity) -> str:
    """A name for what has none: of a mail its subject, of all else its place."""
    if entity.type == "message/rfc822":
        from verifier.readers.mail.mime import take_apart

        subject = take_apart(content_of(entity)[0][:100_000].split(b"\n\n")[0] + b"\n\n", "").header(
            "Subject"
        )
        if subject:
            return f"{subject[:120]}.eml"
    return f"{entity.id}.{_ENDINGS.get(entity.type, entity.type.split('/')[-1])}"


_ENDINGS = {
    "message/rfc822": "eml",
    "text/plain": "txt",
    "image/jpeg": "jpg",
    "application/octet-stream": "bin",
}


def refuse_encrypted(found: Found, where: str) -> None:
    """Raise ReadError ("mail-encrypted") where nothing of a mail can be read without a key."""
    if found.opaque and not found.passages:
        raise ReadError("mail-encrypted", where, how=found.opaque)
    texts = [content_of(text)[0].strip() for passage in found.passages for text in passage[0].texts]
    if texts and all(not text or text.startswith(_PGP) for text in texts) and any(texts):
        raise ReadError("mail-encrypted", where, how="PGP")


def without_uuencoded(data: bytes, id: str) -> tuple[bytes, list[Attached]]:
    """A plain text without the files in it that were encoded by uuencode, and those files."""
    kept: list[bytes] = []
    files: list[Attached] = []
    done = 0
    for begin in _UU_BEGIN.finditer(data):
        end = _UU_END.search(data, begin.end()) if begin.start() >= done else None
        decoded = _uudecoded(data[begin.end() : end.start()]) if end else None
        if end is None or decoded is None:
            continue
        kept.append(data[done : begin.start()])
        name = begin[1].decode("utf-8", "replace").strip()
        files.append(Attached(f"{id}.uu{len(files) + 1}", name, "application/octet-stream", decoded))
        done = end.end()
    return b"".join((*kept, data[done:])), files


def _uudecoded(lines: bytes) -> bytes | None:
    """The bytes of some uuencoded lines, or None where they are no such lines."""
    try:
        return b"".join(binascii.a2b_uu(line) for line in lines.splitlines() if line.strip())
    except binascii.Error:
        return None
