"""What each piece of a page is: the place it stands in, its words, and the votes, brought together.

Blocks all voters accept are the account, blocks nobody accepts are set aside, and the rest is decided by majority and
by where the block stands, and marked as contested. The name of a class says what a block that is set aside is, never
that it is set aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind, Role
from verifier.readers import phrases
from verifier.readers.dates import stands_for_time, states_date
from verifier.readers.html import elements
from verifier.readers.html.extent import Extent, find_extent
from verifier.readers.html.headline import find_headline
from verifier.readers.html.pieces import Piece
from verifier.readers.html.places import Region
from verifier.readers.html.voters import Voter, Votes, Words, words_of
from verifier.readers.kinds import byline_name

SURE, LIKELY, CONTESTED = 98, 85, 60
_SHORT = 200
_LONGEST_PROMPT = 500
_LONGEST_LINE = 120
_FEWEST_REPEATED = 5
_MOST_SET_OFF = 300
"""A page with more than these quotations is a collection of them."""
_SHORTEST_PROSE = 60
_LONGEST_CAPTION = 600
_ENDS = ".!?…。！？"
_CLOSERS = "\"'”’“»«)]"
_NOT_THE_ARTICLE = frozenset({Region.NAVIGATION, Region.COMMENTS, Region.RELATED, Region.SHARE})


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece with its text as it is shown, its words, and what it is taken for."""

    piece: Piece
    text: str
    words: Words
    kind: ParagraphKind = ParagraphKind.BODY
    confidence: int = SURE
    role: Role = Role.NONE

    def taken(
        self, kind: ParagraphKind | None = None, confidence: int | None = None, role: Role | None = None
    ) -> Judged:
        """The same piece, taken for something else in what is given."""
        return Judged(
            self.piece,
            self.text,
            self.words,
            self.kind if kind is None else kind,
            self.confidence if confidence is None else confidence,
            self.role if role is None else role,
        )

    @property
    def is_account(self) -> bool:
        """Whether it is part of the account."""
        return self.kind in ACCOUNT_KINDS


def judge_whole(pieces: Sequence[Piece]) -> list[Judged]:
    """What each piece is where a person chose them all: by its place and its words, as in plain text. Nothing is set
    aside as the page's; but who copies a whole page brings its menus and footers along, so those are a question.
    """
    judged = [_by_place(each) for each in _prepared(pieces)]
    judged = [each.taken(_small_kind(each, everyone=True)) if each.is_account else each for each in judged]
    judged = [each.taken(confidence=CONTESTED) if _is_of_the_page(each) else each for each in judged]
    return _with_headline(_with_pull_quotes(judged), (), Extent())


def judge(
    pieces: Sequence[Piece], votes: Sequence[Votes], voters: Votes, titles: Sequence[str]
) -> list[Judged]:
    """What each piece is. ``titles`` are those the page's metadata gives."""
    judged = [_by_place(each) for each in _prepared(pieces)]
    sure = [bool(voters) and each == voters for each in votes]
    extent = find_extent(pieces, [each.words for each in judged], sure)
    judged = [
        _by_votes(
            each,
            _Votes(votes[index], voters, extent.first < 0, extent.encloses(index), index in extent.inside),
        )
        for index, each in enumerate(judged)
    ]
    judged = _without_trailing_headings(_with_pull_quotes(judged))
    return _with_headline(judged, titles, extent)


def _prepared(pieces: Sequence[Piece]) -> list[Judged]:
    texts = [" ".join(piece.text.split()) for piece in pieces]
    return [Judged(piece, text, words_of(text)) for piece, text in zip(pieces, texts, strict=True)]


def _by_place(each: Judged) -> Judged:
    """What a piece is by the elements it stands in."""
    place = each.piece.place
    if place.aside is not Role.NONE:
        kind = ParagraphKind.BOILERPLATE if place.aside is Role.FORM else ParagraphKind.ASIDE
        return each.taken(kind=kind, role=place.aside)
    if place.note:
        return each.taken(role=Role.FOOTNOTE)
    if place.caption:
        return each.taken(kind=_caption_kind(each))
    return each.taken(kind=_account_kind(each))


def _caption_kind(each: Judged) -> ParagraphKind:
    credit = each.piece.place.credit or phrases.CREDIT.match(each.text)
    return ParagraphKind.CREDIT if credit else ParagraphKind.CAPTION


def _account_kind(each: Judged) -> ParagraphKind:
    place = each.piece.place
    if place.row:
        return ParagraphKind.TABLE
    if place.tag in elements.HEADINGS:
        return ParagraphKind.HEADING
    if place.quote:
        return ParagraphKind.QUOTE
    return ParagraphKind.LIST if place.item else ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class _Votes:
    """Who of whom accepts a piece; whether all agree on nothing in the page (``split``); whether the piece stands in
    the middle of what they agree on (``enclosed``), or in the element that holds most of it (``inside``).
    """

    given: Votes
    voters: Votes
    split: bool
    enclosed: bool
    inside: bool

    @property
    def everyone(self) -> bool:
        """Whether all voters accept the piece."""
        return bool(self.voters) and self.given == self.voters


def _by_votes(each: Judged, votes: _Votes) -> Judged:
    """What a piece is by who accepts it and where the article is."""
    if not each.is_account:
        return each.taken(confidence=CONTESTED) if votes.everyone and not each.role else each
    if each.role is Role.FOOTNOTE:
        return each.taken(confidence=SURE if votes.everyone else CONTESTED)
    small = _small_kind(each, everyone=votes.everyone)
    if small is not None:
        return each.taken(kind=small, confidence=CONTESTED if votes.everyone else LIKELY)
    if votes.everyone:
        unsure = len(votes.voters) == 1 or each.piece.place.named_caption
        return each.taken(confidence=CONTESTED if unsure else SURE)
    if each.piece.place.named_caption and len(each.text) <= _LONGEST_CAPTION:
        return each.taken(_caption_kind(each), CONTESTED if votes.given else LIKELY)
    if _is_majority(each, votes) or (votes.enclosed and _belongs(each, votes.given)):
        return each.taken(confidence=CONTESTED)
    if not votes.voters and _may_belong(each):
        return each.taken(confidence=CONTESTED)
    return _set_aside(each, CONTESTED if _is_doubtful(each, votes) else SURE)


def _is_doubtful(each: Judged, votes: _Votes) -> bool:
    """Whether a piece that is set aside may be the article's all the same."""
    asked = votes.voters and each.piece.element.tag != "iframe"  # no voter sees a page inside an attribute
    return bool(votes.given) or not asked or (votes.enclosed and _looks_like_prose(each))


def _is_majority(each: Judged, votes: _Votes) -> bool:
    """Whether two of the three accept a piece, and where the surest is not among them, its place speaks for it.

    Where there is nothing all of them agree on, the surest of those there are is followed alone.
    """
    if each.piece.place.region in _NOT_THE_ARTICLE:
        return False
    if votes.split:
        return Voter.TRAFILATURA in votes.given or (
            bool(votes.given) and Voter.TRAFILATURA not in votes.voters
        )
    if len(votes.given) < 2 or (not votes.inside and each.kind is ParagraphKind.HEADING):
        return False
    return Voter.TRAFILATURA in votes.given or (votes.inside and _looks_like_prose(each))


def _belongs(each: Judged, votes: Votes) -> bool:
    """Whether a piece in the middle of the article is of it although few accept it: quotations are often dropped."""
    if each.kind is ParagraphKind.QUOTE and each.piece.place.region is Region.SHARE:
        return True  # a post of a social medium, put into the article
    if each.piece.place.region in _NOT_THE_ARTICLE:
        return False
    if each.kind is ParagraphKind.QUOTE:
        return True
    return bool(votes) and (each.kind is ParagraphKind.HEADING or _looks_like_prose(each))


def _may_belong(each: Judged) -> bool:
    """Whether nothing speaks against a piece nobody could be asked about."""
    region = each.piece.place.region
    return region not in _NOT_THE_ARTICLE | {Region.FOOTER} and not _is_mostly_links(each)


def _is_of_the_page(each: Judged) -> bool:
    """Whether a piece of the account stands where pages have what belongs to no article."""
    region = each.piece.place.region
    elsewhere = region in _NOT_THE_ARTICLE | {Region.FOOTER}
    return each.is_account and (elsewhere or (region is Region.ASIDE and _is_mostly_links(each)))


def _is_mostly_links(each: Judged) -> bool:
    return bool(each.piece.linked) and each.piece.linked > sum(map(str.isalnum, each.text)) / 2


def _small_kind(each: Judged, *, everyone: bool) -> ParagraphKind | None:
    """What a block is by its words, or where it is short by its class: a date, a byline, a prompt, a pointer."""
    longest = _SHORT if everyone else _LONGEST_PROMPT
    if len(each.text) <= longest and phrases.PROMPT.match(each.text):
        return ParagraphKind.BOILERPLATE
    if len(each.text) > _SHORT:
        return None
    if phrases.URL.match(each.text) or phrases.RELATED.match(each.text):
        return ParagraphKind.RELATED
    plain = _plain_kind(each)
    return plain or (None if everyone else _named_kind(each))


def _plain_kind(each: Judged) -> ParagraphKind | None:
    """What a short line says that it is."""
    if not each.is_account or len(each.text) > _SHORT:
        return None
    if stands_for_time(each.text):
        return ParagraphKind.DATELINE
    if byline_name(each.text):
        return ParagraphKind.BYLINE
    return ParagraphKind.CREDIT if phrases.CREDIT.match(each.text) else None


def _named_kind(each: Judged) -> ParagraphKind | None:
    """What the classes around a short line call it."""
    place = each.piece.place
    if len(each.text) > _LONGEST_LINE or each.kind is ParagraphKind.HEADING:
        return None
    if place.time and states_date(each.text):
        return ParagraphKind.DATELINE
    if place.byline and place.region not in _NOT_THE_ARTICLE:
        return ParagraphKind.BYLINE
    return ParagraphKind.CREDIT if place.credit and place.figure else None


def _looks_like_prose(each: Judged) -> bool:
    letters = sum(map(str.isalnum, each.text))
    return (
        len(each.text) >= _SHORTEST_PROSE
        and each.piece.linked <= letters / 2
        and each.text.rstrip(_CLOSERS)[-1:] in _ENDS
    )


def _set_aside(each: Judged, confidence: int) -> Judged:
    """A piece that is not taken for the article, named by its place."""
    place = each.piece.place
    if place.region is Region.NAVIGATION:
        kind, role = ParagraphKind.BOILERPLATE, Role.NAVIGATION
    else:
        kind, role = ParagraphKind.BOILERPLATE, Role.NONE
        if place.region is Region.RELATED:
            kind = ParagraphKind.RELATED
        elif place.named_caption or place.figure:
            kind = _caption_kind(each)
    return each.taken(kind=kind, role=role, confidence=confidence)


def _with_pull_quotes(judged: list[Judged]) -> list[Judged]:
    """The same, with what repeats a passage of the text, and is set off as such repeats are, set aside."""
    off = [at for at, each in enumerate(judged) if _is_set_off(each) and len(each.words) >= _FEWEST_REPEATED]
    found = list(judged)
    if not off or len(off) > _MOST_SET_OFF:
        return found
    running = [f" {' '.join(each.words)} " for each in judged if each.is_account]
    for index in off:
        words = f" {' '.join(judged[index].words)} "
        if any(len(text) > len(words) and words in text for text in running):
            found[index] = judged[index].taken(ParagraphKind.ASIDE, LIKELY, Role.PULL_QUOTE)
    return found


def _is_set_off(each: Judged) -> bool:
    place = each.piece.place
    if not each.is_account or place.note:
        return False
    return place.pull or place.quote or place.region is Region.ASIDE or place.figure


def _without_trailing_headings(judged: list[Judged]) -> list[Judged]:
    """The same, with headings no text of the account follows set aside."""
    found = list(judged)
    for index in range(len(found) - 1, -1, -1):
        each = found[index]
        if not each.is_account:
            continue
        if each.kind is not ParagraphKind.HEADING:
            break
        found[index] = _set_aside(each, CONTESTED)
    return found


def _with_headline(judged: list[Judged], titles: Sequence[str], extent: Extent) -> list[Judged]:
    """The same, with the headline; other headings with the same words are set aside."""
    index, sure = find_headline(judged, titles, extent)
    if index is None:
        return judged
    found = list(judged)
    headline = judged[index]
    for other, each in enumerate(judged):
        if other != index and each.is_account and each.words == headline.words:
            found[other] = each.taken(kind=ParagraphKind.FURNITURE, confidence=LIKELY)
    found[index] = headline.taken(
        kind=ParagraphKind.HEADLINE, role=Role.NONE, confidence=SURE if sure else CONTESTED
    )
    return found
