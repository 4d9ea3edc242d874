"""Which block of a page is the headline of its article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.domain.kinds import Role
from verifier.readers.html import elements
from verifier.readers.html.places import Region
from verifier.readers.html.voters import Words, words_of

if TYPE_CHECKING:
    from verifier.readers.html.extent import Extent
    from verifier.readers.html.roles import Judged

_MOST_WORDS = 40
_ELSEWHERE = frozenset({Region.NAVIGATION, Region.FOOTER, Region.RELATED, Region.COMMENTS})


def find_headline(judged: Sequence[Judged], titles: Sequence[str], extent: Extent) -> tuple[int | None, bool]:
    """The index of the headline, if there is one, and whether the page's own title says the same.

    A heading with the words of a title comes first, then any other block with them that is not far from the text;
    then the last first-level heading before the text.
    """
    last = extent.last if extent.last >= 0 else len(judged) - 1
    named = [words_of(title) for title in titles]
    shown = [
        index
        for index, each in enumerate(judged[: last + 1])
        if each.words
        and len(each.words) <= _MOST_WORDS
        and each.piece.place.aside is Role.NONE
        and not _elsewhere(each)
    ]
    headings = [index for index in shown if judged[index].piece.place.tag in elements.HEADINGS]
    headings.sort(key=lambda index: judged[index].piece.place.tag)
    before = [index for index in shown if extent.first < 0 or index <= extent.first]
    for index in (*headings, *before):
        if any(_same(judged[index].words, title) for title in named):
            return index, True
    return _first_level(judged, headings, extent), False


def _first_level(judged: Sequence[Judged], headings: Sequence[int], extent: Extent) -> int | None:
    firsts = sorted(index for index in headings if judged[index].piece.place.tag == "h1")
    before = [index for index in firsts if extent.first < 0 or index < extent.first]
    if extent.first < 0:
        own = (index for index, each in enumerate(judged) if each.is_account and not _elsewhere(each))
        lead = next(own, None)
        return lead if lead is not None and lead in firsts[:1] else None
    return before[-1] if before else next((index for index in firsts if index in extent.inside), None)


def _elsewhere(each: Judged) -> bool:
    return each.piece.place.region in _ELSEWHERE


def _same(words: Words, title: Words) -> bool:
    """Whether a block says what a title says: all of it, or all but the name of the site at one of its ends."""
    if len(words) < 2 or not title:
        return words == title
    if words == title:
        return True
    length = len(words)
    return length >= 3 and (title[:length] == words or title[-length:] == words)
