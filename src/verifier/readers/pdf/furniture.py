"""Running heads and feet, page numbers, and the lines a browser prints around a page.

A line at a page's edge is furniture where the same line, numbers aside, stands at the same height of another page,
where it is nothing but the page's number, or where it is the address and the page count of a print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.kinds import Role
from verifier.readers.pdf.columns import find_rows
from verifier.readers.pdf.values import Page, Word
from verifier.text.shape.lines import ends_sentence

_EDGE = 0.14
"""The share of a page's height, at its top and its foot, in which furniture stands."""
_EDGE_ROWS = 4
_SAME_HEIGHT = 6.0
"""How far the same line may move from page to page, in points."""
_APART = 1.6
"""How far a running line is from the text at least, in the size of its type, where another stands outside it."""
_NUMBER = re.compile(
    r"(?:[-–—|·•] ?)?(?:(?i:page|seite|p\.|стр\.|страница|с\.|صفحة|עמוד) ?)?(\d{1,5}|[ivxlc]{1,7})"
    r"(?: ?(?:/|(?i:of|von|из|من|מתוך)) ?\d{1,5})?(?: ?[-–—|·•])?\Z"
)
_COUNT = re.compile(r"\d{1,4} ?/ ?\d{1,4}\Z")
_URL = re.compile(r"(?:https?://|www\.|file:///)[^\s]{3,2000}", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? +\d{1,2}[:.]\d{2}\b")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Edge:
    """A row of words at the top or the foot of a page."""

    page: int
    words: tuple[Word, ...]
    text: str
    base: float
    top: bool
    outermost: int
    """How many rows stand between it and the page's edge."""
    apart: float
    """The gap to the next row towards the middle, in points."""

    @property
    def key(self) -> str:
        """The text with every number made alike."""
        return _DIGITS.sub("0", self.text).casefold()


def take_furniture(pages: Sequence[Page]) -> dict[int, list[tuple[Role, list[Word]]]]:
    """Take the furniture off some pages: for each page number the rows taken, each with its role."""
    edges = {page.number: _edges(page) for page in pages}
    taken: dict[int, list[tuple[Role, list[Word]]]] = {}
    for page in pages:
        others = [edges[number] for number in _near(page.number, edges)]
        for edge in edges[page.number]:
            role = _role(edge, others)
            if role is not None:
                taken.setdefault(page.number, []).append((role, list(edge.words)))
        gone = {id(word) for _, words in taken.get(page.number, ()) for word in words}
        page.words = [word for word in page.words if id(word) not in gone]
    return taken


def _near(number: int, edges: dict[int, list[Edge]]) -> list[int]:
    """The pages a head may be repeated on: the next ones and those that lie on the same side of a spread."""
    return [number + step for step in (-4, -3, -2, -1, 1, 2, 3, 4) if number + step in edges]


def _edges(page: Page) -> list[Edge]:
    """The rows at both edges of a page."""
    rows = find_rows(page.words)
    height = max(page.height, 1.0) if page.turn % 2 == 0 else max(page.width, 1.0)
    offset = {0: 0.0, 1: -page.width, 2: -page.height, 3: 0.0}[page.turn % 4]
    result: list[Edge] = []
    for top, ordered in ((True, rows), (False, rows[::-1])):
        for place, row in enumerate(ordered[:_EDGE_ROWS]):
            share = (row.bottom - offset) / height
            if (share if top else 1 - share) > _EDGE or (
                len(rows) <= _EDGE_ROWS and not top and place * 2 >= len(rows)
            ):
                break
            following = ordered[place + 1] if place + 1 < len(ordered) else None
            apart = abs(following.bottom - row.bottom) if following else height
            result.append(_edge(page.number, row.words, top=top, outermost=place, apart=apart))
    return result


def _edge(page: int, words: Sequence[Word], *, top: bool, outermost: int, apart: float) -> Edge:
    ordered = sorted(words, key=lambda word: word.box.left)
    text = " ".join(word.text for word in ordered)
    return Edge(page, tuple(ordered), text, ordered[0].base, top, outermost, apart)


def _role(edge: Edge, others: Sequence[Sequence[Edge]]) -> Role | None:
    """What furniture a row is, or None where it belongs to the text."""
    if _is_number(edge, others):
        return Role.PAGE_NUMBER
    if _repeats(edge, others) or _is_print(edge):
        return Role.HEADER if edge.top else Role.FOOTER
    return None


def _repeats(edge: Edge, others: Sequence[Sequence[Edge]]) -> bool:
    """Whether the row stands on another page near this one too; a row deeper in only behind another that does."""
    if not any(char.isalnum() for char in edge.text) or (
        edge.outermost > 0 and edge.apart < _APART * edge.words[0].style.size
    ):
        return False
    same = sum(
        any(
            other.top == edge.top and other.key == edge.key and abs(other.base - edge.base) <= _SAME_HEIGHT
            for other in page
        )
        for page in others
    )
    # The last words of a paragraph may stand at the top of two pages by chance.
    return same >= (2 if ends_sentence(edge.text) else 1)


def _level(edge: Edge, other: Edge) -> bool:
    return abs(other.base - edge.base) <= _SAME_HEIGHT


def _is_number(edge: Edge, others: Sequence[Sequence[Edge]]) -> bool:
    """Whether a row is nothing but a page's number: on its own, apart from the text or counting on other pages."""
    match = _NUMBER.match(edge.text)
    if match is None or edge.outermost > 1:
        return False
    if not others:
        size = edge.words[0].style.size
        return edge.apart >= 1.8 * size and (len(match[0]) > len(match[1]) or match[1] == str(edge.page))
    return _counts(edge, others, match[1])


def _counts(edge: Edge, others: Sequence[Sequence[Edge]], number: str) -> bool:
    if not number.isdigit():
        return any(_NUMBER.match(other.text) for page in others for other in page if other.top == edge.top)
    return any(
        (found := _NUMBER.match(other.text)) is not None
        and found[1].isdigit()
        and int(found[1]) - int(number) == other.page - edge.page
        for page in others
        for other in page
    )


def _is_print(edge: Edge) -> bool:
    """Whether a row is what a browser prints around a page: the address and the count, or the time and the title."""
    if edge.outermost > 0:
        return False
    last = edge.words[-1].text
    if _URL.match(edge.text) and _COUNT.search(edge.text) and _COUNT.match(last):
        return True
    return edge.top and bool(_DATE.match(edge.text)) and edge.words[0].style.size <= 9.5 and edge.apart > 18


def printed_address(edge_text: str) -> str | None:
    """The address in the foot of a print, where it stands there whole."""
    match = _URL.match(edge_text)
    if match is None or not _COUNT.search(edge_text) or "…" in match[0] or "..." in match[0]:
        return None
    return match[0] if match[0].lower().startswith(("http://", "https://")) else None
