"""Judgements as values: marks, evidence, links, the case's own details."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.kinds import (
    Advice,
    Facet,
    Label,
    Modifier,
    Outcome,
    Primacy,
    Reach,
    Relation,
    Severity,
    Stance,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a checker says of a passage. ``label`` is None where there is only a note or an advice.

    ``time`` is UTC, ISO 8601 with milliseconds and offset: when label, note or advice last changed.
    """

    id: str
    passage_id: str
    label: Label | None
    checker: str
    time: str
    modifiers: tuple[Modifier, ...] = ()
    voice: Voice | None = None
    note: str = ""
    reach: Reach = Reach.PRINTED
    advice: Advice | None = None
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence of the case; it may serve many passages. ``seen`` is when it was looked at, as written."""

    id: str
    citation: str
    checker: str
    time: str
    url: str = ""
    locator: str = ""
    quotation: str = ""
    seen: str = ""
    stance: Stance = Stance.SUPPORTS
    primacy: Primacy = Primacy.SECONDARY
    origin: str = ""
    interview: str = ""
    attachment_name: str = ""
    attachment_sha256: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """That a piece of evidence bears on a passage."""

    id: str
    evidence_id: str
    passage_id: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages and how they stand to each other. Facets or a severity make it a difference."""

    id: str
    a: str
    b: str
    relation: Relation
    checker: str
    time: str
    facets: tuple[Facet, ...] = ()
    severity: Severity | None = None
    note: str = ""
    reach: Reach = Reach.PRINTED
    outcome: Outcome | None = None

    @property
    def gravity(self) -> Severity | None:
        """The severity that counts: a contradiction without one is hard."""
        if self.severity is None and self.relation is Relation.CONTRADICTS:
            return Severity.HARD
        return self.severity

    @property
    def is_difference(self) -> bool:
        """Whether the link says that the two passages differ."""
        return self.relation in (Relation.CONTRADICTS, Relation.ALTERED_QUOTATION) or bool(
            self.facets or self.severity
        )

    @property
    def is_open(self) -> bool:
        """Whether the link is a difference nobody has resolved."""
        return self.is_difference and self.outcome is None


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """The case's own words. There is one row, with the id "case". ``signed_on`` is a date as written."""

    id: str = "case"
    title: str = ""
    question: str = ""
    finding: str = ""
    reviewer: str = ""
    signed_by: str = ""
    signed_on: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question still to be settled. ``place`` is a passage id, "" where it is about the whole case; ``due`` is a
    date as written.
    """

    id: str
    text: str
    place: str = ""
    whom: str = ""
    due: str = ""
    answer: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return not self.answer.strip()


@dataclass(frozen=True, slots=True)
class Reply:
    """Right of reply: who was asked to comment, when, how, until when, and what they answered. Dates as written."""

    id: str
    who: str
    when: str = ""
    how: str = ""
    deadline: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class CheckPass:
    """One pass over the case ("names and titles"): what was checked, by whom, when. ``when`` is as written."""

    id: str
    what: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said in one article or several, made a claim by a person. ``wording`` is short and his own, ""
    where he gave none.
    """

    id: str
    wording: str = ""


@dataclass(frozen=True, slots=True)
class ClaimMember:
    """That a passage makes a claim, or speaks of it."""

    id: str
    claim_id: str
    passage_id: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """That a checker saw the suggestion to put two passages side by side, and does not want it. ``a`` is the passage
    that comes first in reading order.
    """

    id: str
    a: str
    b: str
    checker: str
    time: str


@dataclass(frozen=True, slots=True)
class Absence:
    """That a checker looked for what a passage says in another article, and it is not there."""

    id: str
    passage_id: str
    article_id: str
    checker: str
    time: str
