"""Which curves the gaps show: the current sentence's links and suggestions, as ribbons where both ends are in sight,
else stubs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import Relation
from verifier.domain.queries import address_of_passage
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.phrases import address
from verifier.ui.reading.column import Column
from verifier.ui.reading.gap import Ribbon, Side, Stub
from verifier.ui.reading.header import MOST_LANES, Lane
from verifier.ui.reading.phrases import relation_of
from verifier.ui.reading.strokes import SUGGESTED, Style

MOST = 24
"""So many links of one sentence are drawn; in the inspector they are all."""

LANE = 3.0
"""Pixels; how wide the ribbon under the cursor's link still is where it crosses a column."""


Span = Passage | Sentence
"""What a curve may end at."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What one curve stands for: a link, or a suggestion, which has the id of the far sentence for its own."""

    id: str
    style: Style
    near: Span
    far: Span
    tip: str


@dataclass(slots=True)
class Curves:
    """What one gap shows."""

    ribbons: list[Ribbon] = field(default_factory=list)
    stubs: list[Stub] = field(default_factory=list)


@dataclass(slots=True)
class Drawing:
    """All curves of the current sentence: of each gap by its number, gap 0 being to the right of column 0, and the
    lanes in which links cross the columns between their ends, by the number of the column.
    """

    gaps: dict[int, Curves] = field(default_factory=lambda: defaultdict(Curves))
    lanes: dict[int, list[Lane]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class End:
    """One end of a link in a column in sight: the number of the column, and top and bottom of what is seen of it."""

    column: int
    reach: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scene:
    """The columns in sight from left to right, the current one among them, and the words for tooltips."""

    rows: CaseRows
    columns: Sequence[Column]
    here: Column
    translator: Translator
    known: dict[str, tuple[float, float] | None] = field(default_factory=dict)

    def curves(self, sentence_id: str, other_end: str | None, suggested: Sequence[str] = ()) -> Drawing:
        """The curves of a sentence's links and, behind them, of the sentences suggested for it."""
        drawing = Drawing()
        sentence = self.here.page.sentence(sentence_id)
        if sentence is None:
            return drawing
        links = sorted(links_of(self.rows, self.here, sentence), key=lambda pair: rank(pair[1]))
        chosen = self._chosen([link for _, link in links], other_end)
        for passage, link in links[:MOST]:
            far = self.rows.need(Passage, link.b if link.a == passage.id else link.a)
            tie = Tie(link.id, link.relation, passage, far, self._tip(link))
            self._add(drawing, tie, filled=link.id == chosen)
        for key in suggested:
            there = self.rows.need(Sentence, key)
            self._add(
                drawing, Tie(key, SUGGESTED, sentence, there, self._hint(sentence, there)), filled=False
            )
        return drawing

    def _chosen(self, links: list[Link], other_end: str | None) -> str | None:
        """The link under the cursor: the one that leads to the other end, else the best."""
        ends: set[str] = set()
        for column in self.columns:
            there = column.page.sentence(other_end) if other_end else None
            ends |= {one.id for one in column.verdicts.passages_of(there)} if there else set()
        leading = [link.id for link in links if link.a in ends or link.b in ends]
        return next(iter(leading or (link.id for link in links)), None)

    def _add(self, drawing: Drawing, tie: Tie, *, filled: bool) -> None:
        there, place = self._column_of(tie.far), self.columns.index(self.here)
        near_reach = self._clipped(self.here, tie.near)
        far_reach = self._clipped(there, tie.far) if there is not None else None
        if there is self.here:
            self._add_stub(drawing, tie, End(place, near_reach), tie.far, there) if near_reach else None
        elif near_reach and far_reach and there is not None:
            ends = sorted((End(place, near_reach), End(self.columns.index(there), far_reach)),
                          key=lambda end: end.column)  # fmt: skip
            self._join(drawing, tie, ends[0], ends[1], filled=filled)
        elif near_reach:
            self._add_stub(drawing, tie, End(place, near_reach), tie.far, there)
        elif far_reach and there is not None:
            self._add_stub(drawing, tie, End(self.columns.index(there), far_reach), tie.near, self.here)

    def _join(self, drawing: Drawing, tie: Tie, left: End, right: End, *, filled: bool) -> None:
        """Draw a curve whose ends are both in sight: through each gap between them, and along a lane under the head of
        each column between them, where no words are.
        """
        between = range(left.column + 1, right.column)
        slot = min(max((len(drawing.lanes[number]) for number in between), default=0), MOST_LANES - 1)
        heights = [self.columns[number].lane(slot) for number in between]
        levels = [left.reach, *((y - LANE / 2, y + LANE / 2) for y in heights), right.reach]
        for number, (before, after) in enumerate(pairwise(levels), start=left.column):
            ribbon = Ribbon(tie.id, tie.style, before, after, filled, tie.tip)
            drawing.gaps[number].ribbons.append(ribbon)
        for number, y in zip(between, heights, strict=True):
            drawing.lanes[number].append(Lane(tie.style, y, filled))

    def _add_stub(self, drawing: Drawing, tie: Tie, end: End, other: Span, column: Column | None) -> None:
        """Name the other end of a curve beside the one in sight, on the side it is on."""
        away = self.columns.index(column) - end.column if column is not None else 1
        gap = min(max(end.column if away >= 0 else end.column - 1, 0), max(len(self.columns) - 2, 0))
        side = Side.LEFT if gap >= end.column else Side.RIGHT
        name = address(self.rows, other.id) + self._arrow(column, other)
        drawing.gaps[gap].stubs.append(Stub(tie.id, tie.style, side, end.reach, name, tie.tip))

    def _clipped(self, column: Column, passage: Span) -> tuple[float, float] | None:
        """The part of a passage's height that is in sight, or None; worked out once, as many links may end there."""
        if passage.id not in self.known:
            (top, bottom), (start, end) = (
                column.spots.reach_of(passage.start, passage.end),
                column.spots.sight(),
            )
            outside = bottom <= start or top >= end
            self.known[passage.id] = None if outside else (max(top, start), min(bottom, end))
        return self.known[passage.id]

    def _column_of(self, passage: Span) -> Column | None:
        """The column in which the words are: none where they are those of an earlier reading."""
        return next((one for one in self.columns if one.article.version_id == passage.version_id), None)

    def _arrow(self, column: Column | None, passage: Span) -> str:
        """Which way a passage out of sight is."""
        if column is None or self._clipped(column, passage):
            return ""
        return (
            " ↑" if column.spots.reach_of(passage.start, passage.end)[1] <= column.spots.sight()[0] else " ↓"
        )

    def _hint(self, sentence: Sentence, there: Sentence) -> str:
        ends = {"here": address(self.rows, sentence.id), "there": address(self.rows, there.id)}
        return self.translator.gettext("suggestion: {here} and {there}").format(**ends)

    def _tip(self, link: Link) -> str:
        ends = [address_of_passage(self.rows, self.rows.need(Passage, key)) for key in (link.a, link.b)]
        words = [f"{ends[0]} {relation_of(self.rows, link, self.translator)} {ends[1]}"]
        words += [name_of("facet", facet, self.translator) for facet in link.facets]
        words += [name_of("severity", link.gravity, self.translator)] if link.gravity else []
        return " · ".join(words)


def links_of(rows: CaseRows, column: Column, sentence: Sentence) -> list[tuple[Passage, Link]]:
    """The links with an end on a sentence or a part of it, each once, and the passage that is this end."""
    found: dict[str, tuple[Passage, Link]] = {}
    for passage in column.verdicts.passages_of(sentence):
        for link in rows.links_on(passage.id):
            found.setdefault(link.id, (passage, link))
    return list(found.values())


def rank(link: Link) -> tuple[bool, bool, int]:
    """Which of several links comes first: what is still open, then other differences, then the closest relation."""
    return not link.is_open, not link.is_difference, list(Relation).index(link.relation)
