"""What each piece of a page is: the place it stands in, its words, and the votes, brought together.

Blocks all voters accept are the account, blocks nobody accepts are set aside, and the rest is decided by majority and
by the block's own looks, and marked as contested. The name of a class says what a block that is set aside is, never
that it is set aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind, Role
from verifier.readers import phrases
from verifier.readers.dates import stands_for_time
from verifier.readers.html import elements
from verifier.readers.html.places import Region
from verifier.readers.html.voters import Words, words_of
from verifier.readers.html.walk import Piece
from verifier.readers.kinds import byline_name

SURE, LIKELY, CONTESTED = 98, 85, 60
_SHORT = 200
_LONGEST_LINE = 120
_MOST_LINKED = 0.5
_ENDS = ".!?…。！？"
_CLOSERS = "\"'”’“»«)]"


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece with its words, and what it is taken for."""

    piece: Piece
    text: str
    words: Words
    kind: ParagraphKind = ParagraphKind.BODY
    confidence: int = SURE
    role: Role = Role.NONE

    @property
    def is_account(self) -> bool:
        """Whether it is part of the account."""
        return self.kind in ACCOUNT_KINDS


def judge(pieces: Sequence[Piece], votes: Sequence[int] | None, voters: int) -> list[Judged]:
    """What each piece is; ``votes`` is None where nothing is to be voted aside."""
    texts = [" ".join(piece.text.split()) for piece in pieces]
    judged = [Judged(piece, text, words_of(text)) for piece, text in zip(pieces, texts, strict=True)]
    judged = [_by_place(each) for each in judged]
    if votes is not None:
        judged = [_by_votes(each, count, voters) for each, count in zip(judged, votes, strict=True)]
        judged = _by_company(judged)
    return judged


def _by_place(each: Judged) -> Judged:
    """What a piece is by the elements it stands in."""
    place = each.piece.place
    if place.aside is not Role.NONE:
        kind = ParagraphKind.BOILERPLATE if place.aside is Role.FORM else ParagraphKind.ASIDE
        return replace(each, kind=kind, role=place.aside, confidence=SURE)
    if place.note:
        return replace(each, role=Role.FOOTNOTE)
    if place.caption:
        credit = place.credit or phrases.CREDIT.match(each.text)
        return replace(each, kind=ParagraphKind.CREDIT if credit else ParagraphKind.CAPTION)
    return replace(each, kind=_account_kind(each))


def _account_kind(each: Judged) -> ParagraphKind:
    place = each.piece.place
    if place.row:
        return ParagraphKind.TABLE
    if place.tag in elements.HEADINGS:
        return ParagraphKind.HEADING
    if place.quote:
        return ParagraphKind.QUOTE
    return ParagraphKind.LIST if place.item else ParagraphKind.BODY


def _by_votes(each: Judged, votes: int, voters: int) -> Judged:
    if not each.is_account:
        return each
    small = _small_kind(each)
    if small is not None:
        return replace(each, kind=small, confidence=LIKELY)
    if voters and votes == voters:
        return each
    if votes == 0:
        return _set_aside(each, SURE if voters else CONTESTED)
    if votes * 2 > voters or _looks_like_prose(each):
        return replace(each, confidence=CONTESTED)
    return _set_aside(each, CONTESTED)


def _small_kind(each: Judged) -> ParagraphKind | None:
    """What a short block is by its words: a date, a byline, a prompt, a pointer, a credit."""
    if len(each.text) > _SHORT:
        return None
    if stands_for_time(each.text):
        return ParagraphKind.DATELINE
    if phrases.URL.match(each.text) or phrases.RELATED.match(each.text):
        return ParagraphKind.RELATED
    if phrases.PROMPT.match(each.text):
        return ParagraphKind.BOILERPLATE
    if phrases.CREDIT.match(each.text):
        return ParagraphKind.CREDIT
    if byline_name(each.text):
        return ParagraphKind.BYLINE
    return None


def _looks_like_prose(each: Judged) -> bool:
    letters = sum(map(str.isalnum, each.text))
    return (
        len(each.text) >= 80
        and each.piece.linked <= letters * _MOST_LINKED
        and each.text.rstrip(_CLOSERS)[-1:] in _ENDS
        and each.piece.place.region in (Region.NONE, Region.HEADER)
    )


_REGION_KINDS = {
    Region.NAVIGATION: (ParagraphKind.BOILERPLATE, Role.NAVIGATION),
    Region.RELATED: (ParagraphKind.RELATED, Role.NONE),
}


def _set_aside(each: Judged, confidence: int) -> Judged:
    """A piece the voters do not take for the article, named by its place."""
    place = each.piece.place
    if place.byline and len(each.text) <= _LONGEST_LINE:
        kind, role = ParagraphKind.BYLINE, Role.NONE
    else:
        kind, role = _REGION_KINDS.get(place.region, (ParagraphKind.BOILERPLATE, Role.NONE))
    return replace(each, kind=kind, role=role, confidence=confidence)


def _by_company(judged: list[Judged]) -> list[Judged]:
    """The headline, found once the account is known."""
    first = next((at for at, each in enumerate(judged) if each.piece.place.tag == "h1" and each.text), None)
    if first is not None and judged[first].piece.place.aside is Role.NONE:
        judged[first] = replace(judged[first], kind=ParagraphKind.HEADLINE, role=Role.NONE, confidence=LIKELY)
    return judged
