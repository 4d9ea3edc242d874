"""Which curves the gaps show: the current sentence's links, as ribbons where both ends are in sight, else stubs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.domain.articles import Passage
from verifier.domain.judgements import Link
from verifier.domain.queries import address_of_passage, article_of_version
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.reading.column import Column
from verifier.ui.reading.gap import Ribbon, Side, Stub


@dataclass(slots=True)
class Curves:
    """What one gap shows."""

    ribbons: list[Ribbon] = field(default_factory=list)
    stubs: list[Stub] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """The columns in sight from left to right, the current one among them, and the words for tooltips."""

    rows: CaseRows
    columns: Sequence[Column]
    here: Column
    translator: Translator

    def curves(self, sentence_id: str, other_end: str | None) -> dict[int, Curves]:
        """The curves of each gap, by the number of the gap: gap 0 is to the right of column 0."""
        gaps: dict[int, Curves] = defaultdict(Curves)
        sentence = self.here.page.sentence(sentence_id)
        if sentence is None:
            return gaps
        under = self.here.verdicts.passages_of(sentence)
        links = [(passage, link) for passage in under for link in self.rows.links_on(passage.id)]
        chosen = self._chosen([link for _, link in links], other_end)
        for passage, link in links:
            far = self.rows.need(Passage, link.b if link.a == passage.id else link.a)
            self._add(gaps, link, passage, far, filled=link.id == chosen)
        return gaps

    def _chosen(self, links: list[Link], other_end: str | None) -> str | None:
        """The link under the cursor: the one that leads to the other end, else the oldest difference, else any."""
        for link in links:
            for key in (link.a, link.b):
                passage = self.rows.need(Passage, key)
                for column in self.columns:
                    there = column.page.sentence(other_end) if other_end else None
                    if there and passage in column.verdicts.passages_of(there):
                        return link.id
        ranked = sorted(links, key=lambda link: not link.is_difference)
        return ranked[0].id if ranked else None

    def _add(self, gaps: dict[int, Curves], link: Link, near: Passage, far: Passage, *, filled: bool) -> None:
        place, there = self.columns.index(self.here), self._column_of(far)
        near_reach = _clipped(self.here, near)
        far_reach = _clipped(there, far) if there is not None else None
        distance = self.columns.index(there) - place if there is not None else 1
        tip = self._tip(link)
        gap = place if distance > 0 else place - 1
        if abs(distance) == 1 and near_reach and far_reach:
            left, right = (near_reach, far_reach) if distance > 0 else (far_reach, near_reach)
            gaps[gap].ribbons.append(Ribbon(link.id, link.relation, left, right, filled, tip))
            return
        if near_reach:
            gap = min(max(gap, 0), max(len(self.columns) - 2, 0))
            side = Side.LEFT if gap >= place else Side.RIGHT
            name = address_of_passage(self.rows, far) + self._arrow(there, far)
            gaps[gap].stubs.append(Stub(link.id, link.relation, side, near_reach, name, tip))
        elif far_reach and abs(distance) == 1:
            side = Side.RIGHT if distance > 0 else Side.LEFT
            name = address_of_passage(self.rows, near) + self._arrow(self.here, near)
            gaps[gap].stubs.append(Stub(link.id, link.relation, side, far_reach, name, tip))

    def _column_of(self, passage: Passage) -> Column | None:
        article = article_of_version(self.rows, passage.version_id)
        return next((found for found in self.columns if found.article.id == article.id), None)

    def _arrow(self, column: Column | None, passage: Passage) -> str:
        """Which way a passage out of sight is."""
        if column is None or _clipped(column, passage):
            return ""
        return (
            " ↑" if column.spots.reach_of(passage.start, passage.end)[1] <= column.spots.sight()[0] else " ↓"
        )

    def _tip(self, link: Link) -> str:
        ends = [address_of_passage(self.rows, self.rows.need(Passage, key)) for key in (link.a, link.b)]
        words = [f"{ends[0]} {name_of('relation', link.relation, self.translator)} {ends[1]}"]
        words += [name_of("facet", facet, self.translator) for facet in link.facets]
        words += [name_of("severity", link.gravity, self.translator)] if link.gravity else []
        return " · ".join(words)


def _clipped(column: Column, passage: Passage) -> tuple[float, float] | None:
    """The part of a passage's height that is in sight, or None."""
    (top, bottom), (start, end) = column.spots.reach_of(passage.start, passage.end), column.spots.sight()
    if bottom <= start or top >= end:
        return None
    return max(top, start), min(bottom, end)
