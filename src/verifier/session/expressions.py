"""Regular expressions to find words with: refused with a reason where they are wrong, matched in the child process.

An expression is looked up in the text as it is stored, paragraph by paragraph, so that "^" and "$" are a paragraph's
ends. What matches nothing at all (an empty match) is no hit.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.domain.errors import StepError

if TYPE_CHECKING:
    from verifier.session.finding import Query
    from verifier.session.jobs import Worker

SECONDS = 2.0
"""How long an expression may take, in seconds."""
_READY_SECONDS = 60.0
_MOST = 10_001
"""Matches that are brought home: one more than are listed, so that it can be said that there are more."""

_REASONS = (
    ("unterminated character set", "find-open-bracket"),
    ("missing ), unterminated", "find-open-parenthesis"),
    ("unbalanced parenthesis", "find-stray-parenthesis"),
    ("nothing to repeat", "find-nothing-to-repeat"),
    ("multiple repeat", "find-repeated-twice"),
    ("bad character range", "find-bad-range"),
    ("bad escape", "find-bad-escape"),
    ("incomplete escape", "find-bad-escape"),
    ("look-behind requires", "find-look-behind"),
)

_OTHER = "find-bad-expression"


def compiled(words: str, *, match_case: bool) -> re.Pattern[str]:
    """The expression, ready to be looked up. Raises re.error, RecursionError or OverflowError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what may mean something else one day means what it means today
        return re.compile(words, re.MULTILINE if match_case else re.MULTILINE | re.IGNORECASE)


def refuse_bad_expression(words: str) -> None:
    """Raise StepError where an expression is wrong, with the place of the fault: "position" counts from 1, "sign" is
    what stands there.
    """
    try:
        compiled(words, match_case=True)
    except re.error as error:
        place = error.pos or 0
        code = next((code for reason, code in _REASONS if error.msg.startswith(reason)), _OTHER)
        sign = words[place : place + (2 if words[place : place + 1] == "\\" else 1)] or words[-1:]
        raise StepError(code, words, position=place + 1, sign=sign, reason=error.msg) from error
    except (RecursionError, OverflowError, ValueError) as error:
        raise StepError("find-expression-too-deep", words) from error


def matches(texts: tuple[str, ...], query: Query) -> Iterator[tuple[int, int, int]]:
    """Each match: the number of its text, and its code points there. May take for ever: see ``ExpressionJob``."""
    pattern = compiled(query.words, match_case=query.match_case)
    for number, text in enumerate(texts):
        begin = 0
        for line in text.split("\n"):
            for found in pattern.finditer(line):
                if found.end() > found.start():
                    yield number, begin + found.start(), begin + found.end()
            begin += len(line) + 1


@dataclass(frozen=True, slots=True)
class WakeJob:
    """Nothing to do: when it is done the child is there, and the deadline of what follows is for that alone."""

    seconds: float = _READY_SECONDS

    @property
    def about(self) -> str:
        """Nothing anybody asked for."""
        return ""

    def run(self) -> object:
        """Say that the child is there."""
        return True


@dataclass(frozen=True, slots=True)
class ExpressionJob:
    """Look an expression up in texts; the result is what ``matches`` gives, one more than are listed at most."""

    texts: tuple[str, ...]
    query: Query
    seconds: float = SECONDS

    @property
    def about(self) -> str:
        """The expression."""
        return self.query.words

    def run(self) -> object:
        """The matches."""
        from itertools import islice

        return tuple(islice(matches(self.texts, self.query), _MOST))


def told(error: BaseException, words: str) -> BaseException:
    """What to tell of an expression that took longer than its deadline; any other error as it is."""
    if getattr(error, "code", "") == "took-too-long":
        return StepError("find-too-slow", words, seconds=f"{SECONDS:.0f}")
    return error


def matches_in(worker: Worker, texts: tuple[str, ...], query: Query) -> tuple[tuple[int, int, int], ...]:
    """What ``matches`` gives, looked up in the child. Raises StepError("find-too-slow") after the deadline."""
    worker.submit(WakeJob()).result()
    try:
        found = worker.submit(ExpressionJob(texts, query)).result()
    except Exception as error:
        raise told(error, query.words) from error
    assert isinstance(found, tuple)
    return found
