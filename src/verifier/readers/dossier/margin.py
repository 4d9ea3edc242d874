"""The comments of a Word document: their words, who answered whom, and on which words they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.domain.reopened import Remark
from verifier.readers.word.names import attribute, child, short, value
from verifier.readers.word.parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_INSTEAD = {
    "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad",
}  # fmt: skip
_MOST_STRETCHES = 500
"""So many runs of what a comment stands on are looked at: it is placed by the first of them."""
_MOST_WORDS = 300
"""So many code points of what a comment stands on are told with it."""
_OURS = "place"
"""How the names of the character styles begin in which we set what is no article's: addresses, labels, references."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Commented words of a document: the paragraph (counted from 0), the bookmark before them in it ("" for none), how
    many code points of the article's words stand between the two, and the words.
    """

    paragraph: int
    anchor: str
    offset: int
    text: str


@dataclass(slots=True)
class Commented:
    """A comment of a document. ``parent`` is the id of the one it answers, ``anchor`` the bookmark where it begins."""

    id: str
    author: str
    initials: str
    time: str
    text: str
    parent: str = ""
    anchor: str = ""
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words it stands on, on one line."""
        return " ".join("".join(one.text for one in self.stretches).split())

    @property
    def remark(self) -> Remark:
        """The comment as a value."""
        words = self.words if len(self.words) <= _MOST_WORDS else self.words[: _MOST_WORDS - 1] + "…"
        return Remark(self.author, self.initials, self.time, words, self.text)


def comments_of(parts: Parts) -> tuple[Commented, ...]:
    """The comments of a document in the order they begin in it. Raises ReadError as ``Package.xml`` does."""
    found: dict[str, Commented] = {}
    ids_of: dict[str, str] = {}
    for name in parts.of_kind("comments"):
        for element in parts.root(name):
            if short(element.tag) == "w:comment":
                comment = _comment(element)
                found.setdefault(comment.id, comment)
                ids_of |= dict.fromkeys(_paragraph_ids(element), comment.id)
    for key, parent in _answers(parts):
        child_id, parent_id = ids_of.get(key, ""), ids_of.get(parent, "")
        if child_id and parent_id and child_id != parent_id:
            found[child_id].parent = parent_id
    walk = _Walk(found)
    walk.over(parts.require_document())
    begun = {key: index for index, key in enumerate(walk.begun)}
    return tuple(sorted(found.values(), key=lambda one: begun.get(one.id, len(begun))))


def _comment(element: _Element) -> Commented:
    lines = ["".join(_text_of(each)) for each in element.iter() if short(each.tag) == "w:p"]
    told = {
        name: (attribute(element, f"w:{name}") or "").strip() for name in ("id", "author", "initials", "date")
    }
    return Commented(told["id"], told["author"], told["initials"], told["date"], "\n".join(lines).strip())


def _text_of(paragraph: _Element) -> Iterator[str]:
    for element in paragraph.iter():
        name = short(element.tag)
        if name == "w:t":
            yield element.text or ""
        elif name in _INSTEAD:
            yield _INSTEAD[name]


def _paragraph_ids(element: _Element) -> Iterator[str]:
    for each in element.iter():
        if short(each.tag) == "w:p":
            key = each.get(_W14 + "paraId")
            if key:
                yield key.upper()


def _answers(parts: Parts) -> Iterator[tuple[str, str]]:
    """Which paragraph of a comment answers which, as newer programs write it beside the comments."""
    for name in parts.of_kind("commentsExtended"):
        for element in parts.root(name):
            key, parent = element.get(_W15 + "paraId"), element.get(_W15 + "paraIdParent")
            if key and parent:
                yield key.upper(), parent.upper()


class _Walk:
    """Goes once through a document and notes for each comment the words between its beginning and its end."""

    def __init__(self, comments: dict[str, Commented]) -> None:
        self._comments = comments
        self._open: dict[str, int] = {}
        self._stretches: list[Stretch] = []
        self._paragraph, self._anchor, self._offset = 0, "", 0
        self.begun: dict[str, None] = {}

    def over(self, document: _Element) -> None:
        """Walk the whole document."""
        for element in document.iter():
            match short(element.tag):
                case "w:p":
                    self._paragraph += 1
                    self._anchor, self._offset = "", 0
                case "w:bookmarkStart":
                    self._at_bookmark(attribute(element, "w:name") or "")
                case "w:commentRangeStart":
                    self._begin(attribute(element, "w:id") or "")
                case "w:commentRangeEnd":
                    self._end(attribute(element, "w:id") or "")
                case "w:commentReference":
                    key = attribute(element, "w:id") or ""
                    if key not in self.begun:
                        self._begin(key)
                        self._end(key)
                case "w:r":
                    self._run(element)
                case _:
                    pass
        for key in list(self._open):  # an end that somebody lost
            self._end(key)

    def _at_bookmark(self, name: str) -> None:
        if name and not name.startswith("_"):  # Word's own: contents, the place last edited
            self._anchor, self._offset = name, 0

    def _begin(self, key: str) -> None:
        comment = self._comments.get(key)
        if comment is not None and key not in self.begun:
            self.begun[key] = None
            comment.anchor = self._anchor
            self._open[key] = len(self._stretches)

    def _end(self, key: str) -> None:
        """Give a comment what it stands on, however many comments stand there."""
        first = self._open.pop(key, None)
        if first is not None:
            self._comments[key].stretches += self._stretches[first : first + _MOST_STRETCHES]

    def _run(self, run: _Element) -> None:
        """Count the article's words of a run, and note them where a comment stands on them."""
        style = value(child(run, "w:rPr"), "w:rStyle") or ""
        if style.replace(" ", "").lower().startswith(_OURS):
            return
        text = "".join(_own_text(run))
        if not text:
            return
        if self._open:
            self._stretches.append(Stretch(self._paragraph, self._anchor, self._offset, text))
        self._offset += len(text)


def _own_text(run: _Element) -> Iterator[str]:
    """The text directly in a run, not that of a text box in it."""
    for element in run:
        name = short(element.tag)
        if name == "w:t":
            yield element.text or ""
        elif name in _INSTEAD:
            yield _INSTEAD[name]
