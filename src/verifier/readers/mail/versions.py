"""Which of several versions of a mail's text is the better evidence, and whether they say the same."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence

from verifier.domain.errors import ReadError
from verifier.readers.encodings import decode
from verifier.readers.letters import count_letters
from verifier.readers.mail.bodies import Version
from verifier.readers.mail.mime import Entity, content_of

_MARKUP = re.compile(r"<!--|-->|<(?P<end>/?)(?P<name>[a-zA-Z]{0,20})[^<>]*>")
_UNSEEN = frozenset({"style", "script", "head", "title"})
_URL = re.compile(
    r"(?:https?://|mailto:|www\.)[^\s<>]{1,3000}|\[(?:image|cid|bild):[^\]\n]{0,200}\]", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_LACKING = 1.25
"""How many times the letters of the HTML version the plain one must have to be read in its stead."""
_FULL = 0.9
_LAYOUT_TABLES = 5
"""A mail of more tables than this is laid out with them, not told by them."""
_MOST_DIFFERENT = 0.2
_MOST_ADDRESSES = 0.15


def best_version(versions: Sequence[Version]) -> Version:
    """The version to read: HTML for its structure, but plain text where the HTML lacks words, or is a layout of
    tables while the plain text is full and not itself made from it, addresses strewn in. With neither, the last,
    which is the richest (RFC 2046, 5.1.4).
    """
    markup = next((each for each in versions if each.type == "text/html"), None)
    plain = next((each for each in versions if each.type == "text/plain"), None)
    if markup is None or plain is None:
        return markup or plain or versions[-1]
    shown, told = count_letters(words_of(markup)), count_letters(words_of(plain))
    tables = sum(text.lower().count("<table") for text in map(text_of, markup.texts))
    laid_out = tables > _LAYOUT_TABLES and told >= shown * _FULL and not _is_strewn(plain)
    return plain if told > shown * _LACKING or laid_out else markup


def _is_strewn(plain: Version) -> bool:
    """Whether a good part of a plain text are web addresses."""
    texts = [text_of(text) for text in plain.texts]
    addresses = sum(len(match[0]) for text in texts for match in _URL.finditer(text))
    return addresses > sum(map(len, texts)) * _MOST_ADDRESSES


def say_the_same(versions: Sequence[Version]) -> bool:
    """Whether the plain and the HTML version have the same words, but for one in five."""
    kinds = {each.type: each for each in reversed(versions)}
    if "text/html" not in kinds or "text/plain" not in kinds:
        return True
    a, b = (Counter(_WORD.findall(words_of(kinds[name]).lower())) for name in ("text/html", "text/plain"))
    different = (a - b).total() + (b - a).total()
    return different <= (a.total() + b.total()) * _MOST_DIFFERENT


def words_of(version: Version) -> str:
    """The words a version shows, told by a crude look: tags, styles and addresses left out."""
    texts = []
    for text in version.texts:
        words = text_of(text)
        texts.append(_URL.sub(" ", html.unescape(_untagged(words)) if text.type == "text/html" else words))
    return "\n".join(texts)


def text_of(entity: Entity) -> str:
    """The decoded text of an entity; what cannot be decoded is none."""
    data, _ = content_of(entity)
    for encoding in (entity.charset or None, None):
        try:
            return decode(data, encoding).text
        except ReadError:
            continue
    return ""


def _untagged(markup: str) -> str:
    """The text between tags, but for that of elements that are never shown."""
    pieces: list[str] = []
    done = 0
    unseen = ""
    for match in _MARKUP.finditer(markup):
        if not unseen:
            pieces.append(markup[done : match.start()])
        name = match[0] if match["name"] is None else match["name"].lower()
        if unseen:
            closes = name == "-->" if unseen == "<!--" else bool(match["end"]) and name == unseen
            unseen = "" if closes else unseen
        elif name == "<!--" or (name in _UNSEEN and not match["end"] and not match[0].endswith("/>")):
            unseen = name
        done = match.end()
    return " ".join((*pieces, "" if unseen else markup[done:]))
