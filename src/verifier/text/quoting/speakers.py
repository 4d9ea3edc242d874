"""Who speaks, where the words around a quotation leave no doubt.

A speaker is named by a verb of saying beside the quotation ("…", said X; X told Y: "…"), by "according to X", by a
colon at the end of the paragraph before, or carried over an attribution in the middle of a speech. A pronoun is
resolved only where the sentence before has one candidate. No speaker is better than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.domain.comparing import Quotation, Span
from verifier.text.quoting import naming, phrases, subjects
from verifier.text.quoting.phrases import Subject
from verifier.text.sentences import split_sentences

_BEFORE = 500
"""How many code points before a quotation are looked at."""
_BEHIND = 400
_INSIDE = 120
"""How many code points before or behind a quotation inside another are looked at."""
_MOST_BEFORE = 6
"""How many quotations of the same sentence may stand between a quotation and its speaker."""
_FAR_INSIDE = 1_000
_LONGEST_NAME = 4
"""The most words of a name or title in marks, all of them with capitals."""
_DASHED = re.compile(r"[,.!?…]\s[—–]\s([^—–]{3,120}[.,])\s[—–]")
_LEADS = ":,"
_STOPS = " .!?…"
_CLOSING = "\"'’”»“› "
_ATTACHED = frozenset(",?!…—–-")


def with_speakers(
    text: str, paragraphs: Sequence[Span], found: Sequence[Quotation], blocks: Iterable[Span] = ()
) -> tuple[Quotation, ...]:
    """The quotations, in the order of the text, with their speakers where these are sure."""
    return tuple(_Speakers(text, paragraphs, found, blocks).all())


class _Speakers:
    """What is known while the quotations of a text get their speakers."""

    def __init__(
        self, text: str, paragraphs: Sequence[Span], found: Sequence[Quotation], blocks: Iterable[Span]
    ) -> None:
        self._text = text
        self._found = found
        self._paragraphs = paragraphs
        self._paragraph_starts = [start for start, _end in paragraphs]
        self._blocks = frozenset(blocks)
        self._sentences = [
            (start + a, start + b) for start, end in paragraphs for a, b in split_sentences(text[start:end])
        ]
        self._starts = [start for start, _end in self._sentences]
        self._parents = _parents(found)
        self._view = _masked(text, found, self._parents)
        self._names = naming.full_names(self._view)
        self._speakers: list[Span | None] = []
        self._behind: list[bool] = []

    def all(self) -> list[Quotation]:
        """Every quotation with its speaker."""
        result = []
        for index, each in enumerate(self._found):
            span, behind = self._speaker(index, each)
            self._speakers.append(span)
            self._behind.append(behind)
            result.append(self._named(each, span))
        return result

    def _named(self, quotation: Quotation, span: Span | None) -> Quotation:
        if span is None:
            return quotation
        return replace(quotation, speaker=" ".join(self._text[slice(*span)].split()), speaker_span=span)

    def _speaker(self, index: int, quotation: Quotation) -> tuple[Span | None, bool]:
        """The span of the speaker, and whether it was found behind the quotation."""
        parent = self._parents[index]
        floor, ceiling = self._bounds(quotation, parent)
        before = self._before(index, quotation, floor)
        behind = self._after(index, quotation, ceiling)
        led = before.rstrip()[-1:] in (",", ":") if before.strip() else False
        base = quotation.outer_start - len(before)
        subject = subjects.before_quotation(before, base, led=True) if led else None
        if subject is None and parent < 0:
            subject = self._introduced(quotation)
        if subject is not None:
            return self._resolved(subject, quotation), False
        attached = self._attached(quotation, behind) and subjects.may_lead(before)
        subject = subjects.behind_quotation(behind, quotation.outer_end, attached=attached)
        if subject is not None:
            return self._resolved(subject, quotation), True
        subject = self._between_dashes(quotation)
        if subject is not None:
            return self._resolved(subject, quotation), True
        carried = None if behind.strip(_STOPS) else self._carried(index, quotation)
        if carried is not None or led or _is_name(self._text[quotation.start : quotation.end]):
            return carried, False
        subject = subjects.before_quotation(before, base, led=False)
        return (self._resolved(subject, quotation) if subject else None), False

    def _bounds(self, quotation: Quotation, parent: int) -> Span:
        """Between which positions words may tell the speaker: the quotation around it, or the paragraph."""
        if parent >= 0:
            around = self._found[parent]
            return around.start, around.end
        first = self._paragraph(quotation.outer_start)
        last = self._paragraph(max(quotation.outer_start, quotation.outer_end - 1))
        return self._paragraphs[first][0], self._paragraphs[last][1]

    def _paragraph(self, position: int) -> int:
        return max(0, bisect_right(self._paragraph_starts, position) - 1)

    def _sentence(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _before(self, index: int, quotation: Quotation, floor: int) -> str:
        """The words of the sentence before a quotation, other quotations masked."""
        start = self._sentences[self._sentence(quotation.outer_start)][0]
        start = max(floor, start, quotation.outer_start - _BEFORE)
        if self._parents[index] >= 0:
            start = max(start, quotation.outer_start - _INSIDE)
        return _last_few(self._window(index, start, quotation.outer_start))

    def _after(self, index: int, quotation: Quotation, ceiling: int) -> str:
        """The words of the sentence behind a quotation, other quotations masked."""
        end = self._sentences[self._sentence(quotation.outer_end - 1)][1]
        end = max(quotation.outer_end, min(ceiling, end, quotation.outer_end + _BEHIND))
        if self._parents[index] >= 0:
            end = min(end, quotation.outer_end + _INSIDE)
        else:
            barrier = self._view.find(naming.BARRIER, quotation.outer_end, end)
            end = barrier if barrier >= 0 else end
        return self._window(index, quotation.outer_end, end)

    def _window(self, index: int, start: int, end: int) -> str:
        """A piece of the text: of the masked view outside quotations, of the text itself inside one."""
        source = self._view if self._parents[index] < 0 else self._text
        return naming.plain(source[start:end])

    def _attached(self, quotation: Quotation, behind: str) -> bool:
        """Whether what follows a quotation goes on with its sentence, so that a subject may come first."""
        last = self._text[max(quotation.start, quotation.end - 8) : quotation.end].rstrip(_CLOSING)[-1:]
        return last in _ATTACHED or behind.lstrip()[:1] in (",", "—", "–")

    def _between_dashes(self, quotation: Quotation) -> Subject | None:
        """The subject of a Russian attribution inside the marks: «Да, — сказал X. — И нет»."""
        if self._text[quotation.outer_start] not in "«„":
            return None
        found = _DASHED.search(self._text, quotation.start, min(quotation.end, quotation.start + _FAR_INSIDE))
        if found is None:
            return None
        return subjects.behind_quotation(naming.plain(found[1]), found.start(1), attached=False)

    def _introduced(self, quotation: Quotation) -> Subject | None:
        """The subject of a paragraph before that ends with a colon; of that before a run of block quotes."""
        number = self._paragraph(quotation.outer_start)
        start = self._paragraphs[number][0]
        if self._text[start : quotation.outer_start].strip():
            return None
        while (
            number
            and self._paragraphs[number] in self._blocks
            and self._paragraphs[number - 1] in self._blocks
        ):
            number -= 1
        if not number:
            return None
        first, last = self._paragraphs[number - 1]
        line = self._view[max(first, last - _BEFORE) : last].rstrip()
        if not line.endswith(":"):
            return None
        end = max(first, last - _BEFORE) + len(line)
        begin = max(self._sentences[self._sentence(end - 1)][0], end - _BEFORE)
        return subjects.before_quotation(naming.plain(self._view[begin:end]), begin, led=True)

    def _carried(self, index: int, quotation: Quotation) -> Span | None:
        """The speaker of a quotation that goes on behind its attribution: "…," said X. "…"."""
        if self._parents[index] >= 0:
            return None
        previous = index - 1
        while previous >= 0 and self._parents[previous] >= 0:
            previous -= 1
        if previous < 0 or not self._behind[previous]:
            return None
        before = self._found[previous]
        if self._text[max(before.start, before.end - 8) : before.end].rstrip(_CLOSING).endswith("?"):
            return None  # another may answer
        same = self._paragraph(before.outer_end - 1) == self._paragraph(quotation.outer_start)
        sentence_end = self._sentences[self._sentence(before.outer_end - 1)][1]
        directly = not self._text[sentence_end : quotation.outer_start].strip()
        return (
            self._speakers[previous] if same and directly and sentence_end <= quotation.outer_start else None
        )

    def _resolved(self, subject: Subject, quotation: Quotation) -> Span | None:
        """The span of a subject, that of its only antecedent where it is a pronoun."""
        if not subject.pronoun:
            return subject.span
        number = self._sentence(min(quotation.outer_start, subject.span[0]))
        own = self._sentences[number][0]
        start = self._sentences[number - 1][0] if number else own
        end = min(quotation.outer_start, subject.span[0])
        start = max(start, own - _BEFORE)
        return phrases.antecedent(self._view[start:end], start, self._names)


def _last_few(words: str) -> str:
    """The words behind the last few quotations before a quotation."""
    at = len(words)
    for _each in range(_MOST_BEFORE):
        at = words.rfind(naming.BARRIER, 0, at)
        if at < 0:
            return words
    return words[at:]


def _is_name(words: str) -> bool:
    """Whether words in marks are a name or a title: nobody says "Kestrel" where a council bans that ferry."""
    parts = words.split(maxsplit=_LONGEST_NAME)
    return len(parts) <= _LONGEST_NAME and words[-1:].isalnum() and all(part[0].isupper() for part in parts)


def _parents(found: Sequence[Quotation]) -> list[int]:
    """For each quotation the index of the one it stands in, or -1."""
    parents: list[int] = []
    around: list[int] = []
    for index, each in enumerate(found):
        while around and found[around[-1]].outer_end <= each.outer_start:
            around.pop()
        parents.append(around[-1] if around else -1)
        around.append(index)
    return parents


def _masked(text: str, found: Sequence[Quotation], parents: Sequence[int]) -> str:
    """The text with every outermost quotation as one barrier and spaces, position for position."""
    parts = []
    at = 0
    for each, parent in zip(found, parents, strict=True):
        if parent < 0 and each.outer_start >= at:
            parts.append(text[at : each.outer_start])
            parts.append(naming.BARRIER + " " * (each.outer_end - each.outer_start - 1))
            at = each.outer_end
    parts.append(text[at:])
    return "".join(parts)
