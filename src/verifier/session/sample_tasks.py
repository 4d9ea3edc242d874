"""What the sample case leaves to a beginner: a label, a link, the report; each done or not."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.articles import Sentence
from verifier.domain.errors import StepError
from verifier.domain.judgements import Link
from verifier.domain.queries import label_of
from verifier.domain.rows import CaseRows
from verifier.session.places import sentence_at

TITLE = "The night ferry to Vell"
"""The title by which the sample is known, as ``resources/sample`` has it."""


@dataclass(frozen=True, slots=True)
class SampleTask:
    """One thing to do: its words, for the translator; the sentences where, the place itself first; the action that
    does it where it has no place; and whether it is done.
    """

    words: str
    places: tuple[str, ...] = ()
    action: str = ""
    done: bool = False


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


def sample_tasks(rows: CaseRows, *, reported: bool) -> tuple[SampleTask, ...]:
    """What is to be finished in the sample. Nothing where the case is another one, or no longer what it was.

    ``reported`` says that a report was written: the case itself does not tell.
    """
    if rows.details.title != TITLE:
        return ()
    try:
        judged, here, there = (sentence_at(rows, address) for address in ("A6", "A13", "B6"))
    except StepError:
        return ()
    return (
        SampleTask(_("Give A6 a label"), (judged.id,), done=label_of(rows, judged) is not None),
        SampleTask(_("Link A13 to B6"), (here.id, there.id), done=_are_linked(rows, here, there)),
        SampleTask(_("Make the report"), action="case.report", done=reported),
    )


def _are_linked(rows: CaseRows, *sentences: Sentence) -> bool:
    """Whether a link ties two sentences, or parts of them."""
    first, second = (
        {passage.id for passage in rows.passages_over(sentence.version_id, sentence.start, sentence.end)}
        for sentence in sentences
    )
    return any(
        (link.a in first and link.b in second) or (link.a in second and link.b in first)
        for link in rows.all(Link)
    )
