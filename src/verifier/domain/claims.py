"""Claims over all articles: what each says of one thing, and what a checker has looked for and not found.

A claim is a group of passages. One a person has made holds the passages he named and those tied to them by links;
all other passages tied by links make groups that nobody has named yet. Pure functions of ``CaseRows``.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from verifier.domain.articles import Article, Passage, Sentence, Version
from verifier.domain.judgements import Absence, Claim, Link, Rejection
from verifier.domain.kinds import Outcome, Relation, Severity, Stance
from verifier.domain.queries import (
    origins_of_evidence,
    other_end,
    passage_of,
    reading_order,
    sentences_under,
)
from verifier.domain.rows import CaseRows
from verifier.domain.versions import is_left_behind

SentencePairs = frozenset[tuple[str, str]]
"""Pairs of sentence ids, each pair either way round."""


class CellKind(StrEnum):
    """What an article says of a claim."""

    SAYS = "says"
    CONTRADICTS = "contradicts"
    MORE_DETAIL = "more-detail"
    SILENT = "silent"
    NOT_COMPARED = "not-compared"


class OneOrigin(StrEnum):
    """Why all that bears a claim out may be one thing said once."""

    SAME_STATEMENT = "same-statement"
    ONE_SOURCE = "one-source"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says of a claim: its passages, those with the gravest difference first; how grave the worst
    difference is that nobody has resolved; and, where it is silent, who looked.
    """

    article_id: str
    kind: CellKind
    passages: tuple[str, ...] = ()
    severity: Severity | None = None
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what every article says of it. ``claim`` is None where nobody has named the group; ``passages`` are
    in reading order, the first being what the cells are measured by.
    """

    key: str
    claim: Claim | None
    passages: tuple[str, ...]
    links: tuple[Link, ...]
    cells: tuple[Cell, ...]
    severity: Severity | None
    one_origin: OneOrigin | None = None

    @property
    def wording(self) -> str:
        """The short wording a person gave it, "" where nobody did."""
        return self.claim.wording if self.claim else ""


_GRAVITY = {severity: place for place, severity in enumerate(Severity)}
_NO_DIFFERENCE = len(_GRAVITY)


def claims_of(rows: CaseRows, one_statement: SentencePairs = frozenset()) -> tuple[ClaimRow, ...]:
    """Every claim of a case with its cells, the gravest open difference first, then in reading order. What hangs on an
    earlier reading is left out. ``one_statement`` are the sentences that comparing found in the same quotation: what
    ties them counts as one statement whatever the link calls it. Takes time linear in the links.
    """
    ties = _Ties(rows, one_statement)
    found = [ties.row_of(claim.id, passages, claim) for claim, passages in ties.named() if passages]
    found += [ties.row_of(passages[0], passages, None) for passages in ties.unnamed()]
    return tuple(sorted(found, key=lambda row: (_rank(row.severity), ties.order(row.passages[0]), row.key)))


def claim_holding(claims: Iterable[ClaimRow], passage_id: str) -> ClaimRow | None:
    """The first of some claims that a passage is in: one a person made before a group nobody has named."""
    holding = [row for row in claims if passage_id in row.passages]
    return next((row for row in holding if row.claim is not None), holding[0] if holding else None)


def is_held(rows: CaseRows, claim: Claim, passage_id: str) -> bool:
    """Whether links would keep a passage in a claim if it were no longer named there."""
    return _Ties(rows, besides=(claim, passage_id)).holds(claim, passage_id)


def rejection_of(rows: CaseRows, one: Sentence, other: Sentence) -> Rejection | None:
    """The rejection of the suggestion that two sentences speak of the same, or None."""
    first, second = passage_of(rows, one), passage_of(rows, other)
    if first is None or second is None:
        return None
    return rejection_between(rows, first.id, second.id)


def rejection_between(rows: CaseRows, one: str, other: str) -> Rejection | None:
    """The rejection between two passages, whichever came first, or None."""
    return next((row for row in rows.rejections_on(one) if other in (row.a, row.b)), None)


def absence_of(rows: CaseRows, passage_ids: Iterable[str], article_id: str) -> Absence | None:
    """That a checker looked for one of some passages in an article and it is not there; the first said, or None."""
    found = [one for key in passage_ids for one in rows.absences_on(key) if one.article_id == article_id]
    return min(found, key=lambda one: (one.time, one.id), default=None)


def _rank(severity: Severity | None) -> int:
    return _NO_DIFFERENCE if severity is None else _GRAVITY[severity]


def _worst(links: Iterable[Link]) -> Severity | None:
    """The gravest severity of differences nobody has resolved; one that names none is minor."""
    open_ones = [link.gravity or Severity.MINOR for link in links if link.is_open]
    return min(open_ones, key=_rank, default=None)


class _Ties:
    """The links of a case as ties between passages, looked up once."""

    def __init__(
        self,
        rows: CaseRows,
        one_statement: SentencePairs = frozenset(),
        besides: tuple[Claim, str] | None = None,
    ) -> None:
        self._rows = rows
        self._one_statement = one_statement
        self._besides = besides
        self._articles = rows.articles()
        self._links: dict[str, list[Link]] = defaultdict(list)
        self._places: dict[str, tuple[int, str, int, int]] = {}
        for link in rows.all(Link):
            if self._stands(link.a) and self._stands(link.b):
                self._links[link.a].append(link)
                self._links[link.b].append(link)
        self._named = {claim: self._members(claim) for claim in rows.all(Claim)}

    def _stands(self, passage_id: str) -> bool:
        return not is_left_behind(self._rows, passage_id)

    def _members(self, claim: Claim) -> list[str]:
        members = (member.passage_id for member in self._rows.members_of(claim.id))
        return [key for key in members if self._stands(key) and (claim, key) != self._besides]

    def order(self, passage_id: str) -> tuple[int, str, int, int]:
        """A key that sorts passages in reading order."""
        if passage_id not in self._places:
            self._places[passage_id] = reading_order(self._rows, passage_id)
        return self._places[passage_id]

    def _sorted(self, passage_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(passage_ids), key=lambda key: (self.order(key), key)))

    # -- groups --------------------------------------------------------------------------------------------------

    def named(self) -> Iterator[tuple[Claim, tuple[str, ...]]]:
        """The claims people made, each with its members and what is tied to them and belongs to no other claim."""
        taken = {key for members in self._named.values() for key in members}
        for claim, members in self._named.items():
            yield claim, self._sorted(self._reached(members, taken - set(members)))

    def holds(self, claim: Claim, passage_id: str) -> bool:
        """Whether a passage is in a claim, named there or reached over links."""
        return any(one == claim and passage_id in passages for one, passages in self.named())

    def unnamed(self) -> Iterator[tuple[str, ...]]:
        """The groups of tied passages that no claim reaches."""
        seen = {key for _, passages in self.named() for key in passages}
        for key in self._links:
            if key not in seen:
                group = self._reached([key], ())
                seen |= group
                yield self._sorted(group)

    def _reached(self, starts: Collection[str], barred: Collection[str]) -> set[str]:
        """The passages that are reached over links from some, without going over barred ones."""
        found, queue = set(starts), deque(starts)
        while queue:
            here = queue.popleft()
            for link in self._links.get(here, ()):
                there = other_end(link, here)
                if there not in found and there not in barred:
                    found.add(there)
                    queue.append(there)
        return found

    # -- cells ---------------------------------------------------------------------------------------------------

    def row_of(self, key: str, passages: tuple[str, ...], claim: Claim | None) -> ClaimRow:
        """A group of passages as a row of the matrix."""
        inside = set(passages)
        links = {
            link.id: link
            for one in passages
            for link in self._links.get(one, ())
            if link.a in inside and link.b in inside
        }
        against = self._against(passages, inside)
        by_article = defaultdict[str, list[str]](list)
        for one in passages:
            by_article[self._article_of(one)].append(one)
        cells = tuple(
            self._cell(article, passages, by_article.get(article.id, []), inside, against)
            for article in self._articles
        )
        found = tuple(sorted(links.values(), key=lambda link: (link.time, link.id)))
        return ClaimRow(
            key, claim, passages, found, cells, _worst(found), self._one_origin(passages, found, against)
        )

    def _article_of(self, passage_id: str) -> str:
        version_id = self._rows.need(Passage, passage_id).version_id
        return self._rows.need(Version, version_id).article_id

    def _against(self, passages: tuple[str, ...], inside: Collection[str]) -> set[str]:
        """The passages that say otherwise than the first: an odd number of contradictions lies between. What is not
        tied to the first is taken to say what it says.
        """
        sides: dict[str, bool] = {}
        for start in passages:
            if start in sides:
                continue
            sides[start] = False
            queue = deque([start])
            while queue:
                here = queue.popleft()
                for link in self._links.get(here, ()):
                    there = other_end(link, here)
                    if there in inside and there not in sides:
                        sides[there] = sides[here] != _says_otherwise(link)
                        queue.append(there)
        return {key for key, other_side in sides.items() if other_side}

    def _cell(
        self,
        article: Article,
        everything: tuple[str, ...],
        passages: list[str],
        inside: Collection[str],
        against: Collection[str],
    ) -> Cell:
        if not passages:
            absence = absence_of(self._rows, everything, article.id)
            kind = CellKind.SILENT if absence else CellKind.NOT_COMPARED
            return Cell(article.id, kind, absence=absence)
        worst = {one: _worst(self._links_inside(one, inside)) for one in passages}
        ordered = tuple(sorted(passages, key=lambda one: (_rank(worst[one]), self.order(one), one)))
        severity = min(worst.values(), key=_rank)
        return Cell(article.id, self._kind(passages, inside, against), ordered, severity)

    def _links_inside(self, passage_id: str, inside: Collection[str]) -> Iterator[Link]:
        return (link for link in self._links.get(passage_id, ()) if link.a in inside and link.b in inside)

    def _kind(self, passages: list[str], inside: Collection[str], against: Collection[str]) -> CellKind:
        if any(one in against for one in passages):
            return CellKind.CONTRADICTS
        adds = (
            link.relation is Relation.ADDS_DETAIL and link.a == one
            for one in passages
            for link in self._links_inside(one, inside)
        )
        return CellKind.MORE_DETAIL if any(adds) else CellKind.SAYS

    def _one_origin(
        self, passages: tuple[str, ...], links: tuple[Link, ...], against: Collection[str]
    ) -> OneOrigin | None:
        """Whether all that bears the claim out goes back to one origin: every tie between articles is one and the same
        quotation and there is no evidence besides, or several pieces of evidence are all of one origin.
        """
        evidence = {
            piece.id: piece
            for one in passages
            if one not in against
            for piece in self._rows.evidence_on(one)
            if piece.stance is Stance.SUPPORTS
        }
        if len(evidence) > 1 and len(origins_of_evidence(evidence.values())) == 1:
            return OneOrigin.ONE_SOURCE
        bearing = [
            link
            for link in links
            if link.relation in _BEARING and self._article_of(link.a) != self._article_of(link.b)
        ]
        repeats = bool(bearing) and not evidence and all(map(self._repeats, bearing))
        return OneOrigin.SAME_STATEMENT if repeats else None

    def _repeats(self, link: Link) -> bool:
        """Whether both ends of a link repeat one statement: a person said so, or comparing found the quotation."""
        if link.relation is Relation.SAME_QUOTATION:
            return True
        if not self._one_statement:
            return False
        one, other = (sentences_under(self._rows, self._rows.need(Passage, end)) for end in (link.a, link.b))
        return any((a.id, b.id) in self._one_statement for a in one for b in other)


_BEARING = frozenset({Relation.CORROBORATES, Relation.SAME_QUOTATION})


def _says_otherwise(link: Link) -> bool:
    return link.relation is Relation.CONTRADICTS and link.outcome is not Outcome.COMPATIBLE


def is_quoted(words: str) -> bool:
    """Whether words begin with a quotation mark, and so need none around them where they stand for a claim."""
    return words[:1] in tuple("“„«‘‹»”\"'")


def counts_of(row: ClaimRow) -> Mapping[CellKind, int]:
    """How many articles say what of a claim."""
    found: dict[CellKind, int] = dict.fromkeys(CellKind, 0)
    for cell in row.cells:
        found[cell.kind] += 1
    return found
