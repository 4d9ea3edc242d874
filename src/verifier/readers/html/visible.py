"""What a page's own words say of it: the headline, and the byline and date that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from verifier.domain.kinds import Origin, ParagraphKind, Role
from verifier.domain.reading import Candidate
from verifier.readers.dates import full_date, stands_for_time, states_date
from verifier.readers.html.places import Region
from verifier.readers.kinds import byline_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from verifier.readers.html.roles import Judged

_BEFORE, _AFTER = 6, 3
"""How many pieces before the headline, and paragraphs of the account behind it, a date or byline may stand."""
_MOST_NEAR = 60
_LABEL = re.compile(r"(?:by|von|par|автор|текст)(?: ?: ?| )", re.IGNORECASE)
_PARTED = re.compile(r" ?[|·•/] ?| (?=\d)")
_CHANGED = re.compile(r"updat|modif|revis|обновл|aktualis|mis à jour", re.IGNORECASE)
_ELSEWHERE = frozenset({Region.RELATED, Region.COMMENTS, Region.NAVIGATION, Region.FOOTER})
_LONGEST_BYLINE = 150


def visible_candidates(judged: Sequence[Judged]) -> Iterator[Candidate]:
    """The candidates in the words of a page, those from ``time`` elements near the headline with them."""
    headline = next((at for at, each in enumerate(judged) if each.kind is ParagraphKind.HEADLINE), None)
    if headline is not None:
        yield Candidate("title", judged[headline].text, Origin.VISIBLE, "headline")
    near = list(_near(judged, headline))
    yield from _dates(near)
    for each in near:
        if each.kind is ParagraphKind.BYLINE:
            name = byline_name(each.text) or _name_in(each.text)
            if len(name) > 1:
                yield Candidate("byline", name, Origin.VISIBLE, "byline")
                return


def _name_in(line: str) -> str:
    """Whom a line names that its class calls a byline: what stands before a sign that parts, or a figure."""
    return _PARTED.split(_LABEL.sub("", line.strip(" |·•"), count=1))[0].strip(" ,;:–—-")


def _date_in(line: str) -> str:
    """The words a dateline begins with that are nothing but a full date and time, or the whole line."""
    words = line.split()
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((start for start in starts if stands_for_time(start) and full_date(start)), line)


def _near(judged: Sequence[Judged], headline: int | None) -> Iterator[Judged]:
    """The pieces around the headline, down to the first paragraphs of the account."""
    running = 0
    first = max(0, (headline or 0) - _BEFORE)
    for each in judged[first : first + _MOST_NEAR]:
        if each.piece.place.region not in _ELSEWHERE and each.role is Role.NONE:
            yield each
        running += each.kind is ParagraphKind.BODY
        if running > _AFTER:
            return


def _dates(near: Sequence[Judged]) -> Iterator[Candidate]:
    printed = False
    for each in near:
        if len(each.text) > _LONGEST_BYLINE or each.kind is ParagraphKind.RELATED:
            continue
        for time in _times(each.piece.element):
            stated = time.get("datetime") or time.get("content") or ""
            words = " ".join("".join(map(str, time.itertext())).split())
            changed = _CHANGED.search(f"{time.get('itemprop')} {time.get('class')} {each.text}")
            if changed or not words or words not in each.text:
                continue
            day = full_date(stated)
            if day:
                yield Candidate("published", day, Origin.TIME, f"time datetime: {stated[:100]}")
            if states_date(words) and not printed:
                printed = True
                yield from _printed(words)
        if each.kind is ParagraphKind.DATELINE and not printed and states_date(each.text):
            printed = True
            yield from _printed(_date_in(each.text))


def _printed(words: str) -> Iterator[Candidate]:
    yield Candidate("published_as_printed", words, Origin.VISIBLE, "dateline")
    day = full_date(words)
    if day and not _CHANGED.search(words):
        yield Candidate("published", day, Origin.VISIBLE, "dateline")


def _times(block: _Element) -> Iterator[_Element]:
    """The ``time`` elements of a short block, or the one around it."""
    yield from block.iter("time")
    parent = block.getparent()
    if parent is not None and parent.tag == "time":
        yield parent
