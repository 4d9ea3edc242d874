"""What the table of sentences shows of a sentence, and filters by; looked up again where a step touched it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.domain.articles import Sentence
from verifier.domain.judgements import Link, Mark
from verifier.domain.kinds import LABELS_NEEDING_BASIS, Modifier
from verifier.domain.queries import SentenceLabel, basis_of, label_of
from verifier.domain.rows import CaseRows


@dataclass(frozen=True, slots=True)
class Facts:
    """A sentence as a row. ``basis`` counts what its labels stand on, None where none of them needs a basis;
    ``hollow`` tells that one of them has none. Checkers, modifiers and notes are those of its parts too.
    """

    label: SentenceLabel = None
    modifiers: tuple[Modifier, ...] = ()
    checkers: tuple[str, ...] = ()
    basis: int | None = None
    hollow: bool = False
    note: str = ""
    links: tuple[Link, ...] = ()

    @property
    def is_unresolved(self) -> bool:
        """Whether a difference at the sentence is not settled."""
        return any(link.is_open for link in self.links)


NOTHING = Facts()
"""The facts of a sentence nobody has said anything of."""


def facts_of(rows: CaseRows, sentence: Sentence) -> Facts:
    """What is known of a sentence."""
    passages = rows.passages_over(sentence.version_id, sentence.start, sentence.end)
    if not passages:
        return NOTHING
    marks = [mark for passage in passages if (mark := rows.mark_on(passage.id)) is not None]
    links = {link.id: link for passage in passages for link in rows.links_on(passage.id)}
    bases = [basis_of(rows, mark) for mark in marks if mark.label in LABELS_NEEDING_BASIS]
    return Facts(
        label_of(rows, sentence),
        tuple(dict.fromkeys(one for mark in marks for one in mark.modifiers)),
        tuple(dict.fromkeys(mark.checker for mark in marks)),
        sum(len(basis.evidence) + len(basis.links) for basis in bases) if bases else None,
        any(not basis for basis in bases),
        " · ".join(_notes(marks)),
        tuple(links.values()),
    )


def _notes(marks: Iterable[Mark]) -> Iterable[str]:
    return (mark.note for mark in marks if mark.note)
