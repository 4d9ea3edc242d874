"""Decoded text to a tree, with everything the page holds in it.

libxml2's tree builder stops at 2,048 levels without an exception, and says so only in its log; its event interface
has no such limit. So a page that was cut short is built again from the events, down to ``MOST_LEVELS``; what is nested
deeper is put beside its parents, so that no word is lost and every XPath can still be evaluated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verifier.domain.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_LEVELS = 500
"""Far more than any page needs; lxml climbs to the root whenever it lets go of an element, so that depth costs time."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML tree can hold."""
_PAGE_END = re.compile(r"</(?:html|body)[ \t\r\n\f]{0,20}>", re.IGNORECASE)
_MOST_COMMENTS = 20_000
"""lxml walks over comments in quadratic time; where there are more of them, nobody misses them."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its root, and whether it is nested so deep that it was built from events."""

    root: _Element
    deep: bool = False


def parse(text: str, where: str = "") -> Page:
    """The tree of a page or of a fragment of one. Raises ReadError (nothing-readable)."""
    from lxml import etree

    data = _going_on(text).encode("utf-8", "replace")
    parser = etree.HTMLParser(
        huge_tree=True,
        encoding="utf-8",
        no_network=True,
        remove_pis=True,
        remove_comments=text.count("<!--") > _MOST_COMMENTS,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("nothing-readable", where) from error
    if root is None:
        raise ReadError("nothing-readable", where)
    if all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return Page(root)
    builder = _Builder()
    target: Any = builder  # its methods are asked by name; the stubs want unused ones too
    etree.fromstring(data, etree.HTMLParser(target=target, huge_tree=True, encoding="utf-8"))
    return Page(builder.close(), deep=True)


def _going_on(text: str) -> str:
    """The page without its end where words come behind it: a browser shows them, libxml2 stops there."""
    end = _PAGE_END.search(text)
    if end is None or not _PAGE_END.sub("", text[end.end() :]).strip():
        return text
    return _PAGE_END.sub("", text)


class _Builder:
    """Builds a tree from a parser's events, without libxml2's limit on nesting."""

    def __init__(self) -> None:
        from lxml import etree

        self._etree = etree
        self._root: _Element = etree.Element("html")
        self._open: list[tuple[str, _Element]] = [("html", self._root)]
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._flush()
        if tag == "html":
            return
        parent = self._open[min(len(self._open), MOST_LEVELS) - 1][1]
        try:
            element = self._etree.SubElement(parent, tag, dict(attributes))
        except ValueError:  # a name no XML tree can hold
            element = self._etree.SubElement(parent, "span")
        if tag not in _VOID:
            self._open.append((tag, element))

    def end(self, tag: str) -> None:
        """An element ends; an end without a beginning is left alone, as the parser has told them apart already."""
        self._flush()
        if len(self._open) > 1 and self._open[-1][0] == tag:
            self._open.pop()

    def data(self, text: str) -> None:
        """Some text."""
        self._text.append(text)

    def comment(self, text: str) -> None:
        """A comment: no text."""

    def pi(self, target: str, data: str = "") -> None:
        """A processing instruction: no text."""

    def close(self) -> _Element:
        """The tree."""
        self._flush()
        return self._root

    def _flush(self) -> None:
        """Put the text since the last event behind the last child, or at the beginning of the open element."""
        if not self._text:
            return
        text = _CONTROLS.sub("\ufffd", "".join(self._text))
        self._text.clear()
        parent = self._open[min(len(self._open), MOST_LEVELS) - 1][1]
        last = next(parent.iterchildren(reversed=True), None)
        if last is None:
            parent.text = (parent.text or "") + text
        else:
            last.tail = (last.tail or "") + text
