"""What linked passages say differently of figures, dates, names and the like, told in words; never as a judgement."""

from __future__ import annotations

from verifier.domain.accounts import account_value
from verifier.domain.articles import Article, Passage
from verifier.domain.comparing import Account, FactKind, FactRow, Span
from verifier.domain.judgements import Link
from verifier.domain.versions import is_left_behind
from verifier.reports.characters import one_line
from verifier.reports.ground import Ground
from verifier.reports.parts import Phrase, Piece, Tone
from verifier.reports.wording import shortened

_MOST = 5
"""So many differences of one pair of passages are told."""
_WORDS = 60
"""The most code points of the words on either side."""


def fact_lines(ground: Ground, link: Link) -> list[Phrase]:
    """A line for each thing of which both ends of a link speak and differ: "figures: forty – thirty"; of negations
    where one end alone has some. None where nothing was compared, or where an end stands on an earlier reading.
    """
    comparison = ground.snapshot.comparison
    ends = [ground.rows.need(Passage, key) for key in (link.a, link.b)]
    if comparison is None or any(is_left_behind(ground.rows, end.id) for end in ends):
        return []
    from verifier.compare.facts import fact_strip

    one, other = (account_in(ground, ground.places.article(end)) for end in ends)
    first, second = ((end.start, end.end) for end in ends)
    strip = fact_strip(one, first, other, second, found=dict(comparison.quotations))
    told = [row for row in strip if row.differs and ((row.a and row.b) or row.kind is FactKind.NEGATION)]
    return [_line(ground, row, one, other) for row in told[:_MOST]]


def account_in(ground: Ground, article: Article) -> Account:
    """The account of an article, made once for a report."""
    known = ground.accounts.get(article.id)
    if known is None:
        known = account_value(ground.rows, article, ground.places.text(article.version_id))
        ground.accounts[article.id] = known
    return known


def _line(ground: Ground, row: FactRow, one: Account, other: Account) -> Phrase:
    sides = f"{_words(one, row.a)} – {_words(other, row.b)}"
    return (Piece(ground.word("fact", row.kind) + ": ", Tone.QUIET), Piece(sides))


def _words(account: Account, spans: tuple[Span, ...]) -> str:
    """The words of some spans; "∅" where there are none."""
    shown = ", ".join(one_line(account.text[start:end]) for start, end in spans)
    return shortened(shown, _WORDS) or "∅"
