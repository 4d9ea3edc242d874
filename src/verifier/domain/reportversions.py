"""Finalised reports as values: the versions of a case's report, and what changed from one to the next.

A version freezes the case as it stood after so many steps. A correction is a difference between two such states that a
reader would see; it is told in stable keys and the checkers' own words, which a report then puts into sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FINALISE = "finalise"
"""What the step is called that notes a finalised report. Nothing takes it back."""

Facts = tuple[tuple[str, str], ...]
"""What is said of something, as names and values in a fixed order; empty where it is not there. Values are keys of
``verifier.domain.kinds`` (several with commas between), addresses, or people's own words.
"""


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """A finalised report. ``number`` counts from 1; ``time`` (UTC, ISO 8601) is the one the report bears; ``sha256`` is
    that of the written file, "" as long as it is not written; ``steps`` is how many steps of the journal it tells of,
    ``head_hash`` the hash of the last of them, ``state_sha256`` that of the rows they lead to; ``note`` is the reason
    given for it.
    """

    id: str
    number: int
    time: str
    checker: str
    template: str
    sha256: str
    steps: int
    head_hash: str
    state_sha256: str
    note: str = ""


class CorrectionKind(StrEnum):
    """What a correction is about, in the order corrections at one place are told."""

    CASE = "case"
    ARTICLE = "article"
    READING = "reading"
    METADATA = "metadata"
    PARAGRAPH = "paragraph"
    SENTENCES = "sentences"
    MARK = "mark"
    LINK = "link"
    EVIDENCE = "evidence"
    CLAIM = "claim"
    ABSENCE = "absence"
    QUESTION = "question"
    REPLY = "reply"
    PASS = "pass"  # noqa: S105 - a pass over the case, no password


@dataclass(frozen=True, slots=True)
class Correction:
    """A difference between a version of the report and the one before it (or the case as it is now).

    ``version`` is the number of the later one. ``address`` ("A6", "A3–A4", "A"; "" for the whole case) and
    ``passage_id`` ("" where it hangs on none) say where, ``before`` and ``after`` what stood and stands there. ``who``
    changed it last, at ``time``; ``why`` is the printed note on it, else the reason given when finalising. Internal
    notes and confidential evidence are in ``before`` and ``after``: a report for outside leaves them out. ``withheld``
    says that what was printed here once is internal or confidential by now.
    """

    version: int
    time: str
    address: str
    passage_id: str
    before: Facts
    after: Facts
    why: str
    who: str
    kind: CorrectionKind
    withheld: bool = False
