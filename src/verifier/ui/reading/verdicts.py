"""What the margin, the text and the overview strip show of each sentence: label, basis, links, labelled parts.

Kept for one article and looked up by sentence, so that a new label costs the same in an article of any length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Link, Mark
from verifier.domain.kinds import LABELS_NEEDING_BASIS, Label, Modifier
from verifier.domain.queries import SentenceLabel, basis_of, is_covered
from verifier.domain.rows import CaseRows
from verifier.ui.reading.page import Page


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence as it is shown. ``own`` is its own mark's label, ``parts`` are labelled spans in code points,
    ``others`` spans without a label that are linked, borne out or have a note.
    """

    label: SentenceLabel = None
    own: Label | None = None
    hollow: bool = False
    modifiers: tuple[Modifier, ...] = ()
    links: tuple[Link, ...] = ()
    parts: tuple[tuple[int, int, Label], ...] = ()
    others: tuple[tuple[int, int], ...] = ()


UNCHECKED = Verdict()
"""The verdict on a sentence nobody has judged or linked."""


class Verdicts:
    """The verdicts on the sentences of one page."""

    def __init__(self, rows: CaseRows, page: Page) -> None:
        self._rows = rows
        self._page = page
        self._spans = {(sentence.start, sentence.end): sentence.id for sentence in page.sentences}
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._whole: dict[str, str] = {}
        self._known: dict[str, Verdict] = {}
        for passage in rows.passages(page.article.version_id):
            self._enter(passage)

    def judged(self) -> list[Sentence]:
        """The sentences some passage lies on, in no order: all others are unchecked."""
        found = (self._page.sentence(key) for key in self._whole.keys() | self._parts.keys())
        return [sentence for sentence in found if sentence is not None]

    def of(self, sentence: Sentence) -> Verdict:
        """The verdict on a sentence."""
        if sentence.id not in self._whole and sentence.id not in self._parts:
            return UNCHECKED
        known = self._known.get(sentence.id)
        if known is None:
            known = self._known[sentence.id] = self._make(sentence)
        return known

    def refresh(self, sentence_ids: Iterable[str], passage_ids: Iterable[str]) -> set[str]:
        """Look again at these sentences and passages. Returns the ids of the sentences concerned on this page."""
        touched = {key for key in sentence_ids if self._page.has(key)}
        for key in passage_ids:
            passage = self._rows.get(Passage, key)
            if passage is None:
                touched |= self._leave(key)
            elif passage.version_id == self._page.article.version_id:
                touched |= self._enter(passage)
        for key in touched:
            self._known.pop(key, None)
        return touched

    def passages_of(self, sentence: Sentence) -> list[Passage]:
        """The passages that lie on a sentence: itself first, then its parts in reading order."""
        whole = self._rows.passage_at(sentence.version_id, sentence.start, sentence.end)
        parts = (self._rows.get(Passage, key) for key in self._parts.get(sentence.id, ()))
        found = sorted((part for part in parts if part is not None), key=lambda part: (part.start, -part.end))
        return [whole, *found] if whole is not None else found

    def is_used_part(self, passage: Passage) -> bool:
        """Whether a passage is other than a whole sentence, and something was said of it or hangs on it."""
        if (passage.start, passage.end) in self._spans:
            return False
        rows = self._rows
        return bool(rows.mark_on(passage.id) or rows.links_on(passage.id) or rows.uses_on(passage.id))

    def parts_of(self, sentence: Sentence) -> list[Passage]:
        """The parts of a sentence something was said of, in reading order, the longer first."""
        return [part for part in self.passages_of(sentence) if self.is_used_part(part)]

    def label_on(self, passage: Passage) -> Label | None:
        """The label of a passage's own mark."""
        mark = self._rows.mark_on(passage.id)
        return mark.label if mark is not None else None

    def _enter(self, passage: Passage) -> set[str]:
        """Note on which sentences a passage lies; returns their ids."""
        whole = self._spans.get((passage.start, passage.end))
        if whole is not None:
            self._whole[whole] = passage.id
            return {whole}
        under = {found.id for found in self._page.sentences_in(passage.start, passage.end)}
        for key in under:
            self._parts[key].add(passage.id)
        return under

    def _leave(self, passage_id: str) -> set[str]:
        """Forget a passage that an undone step had made; returns the ids of the sentences it lay on."""
        under = {key for key, parts in self._parts.items() if passage_id in parts}
        for key in under:
            self._parts[key].discard(passage_id)
            if not self._parts[key]:
                del self._parts[key]
        wholes = {key for key, passage in self._whole.items() if passage == passage_id}
        for key in wholes:
            del self._whole[key]
        return under | wholes

    def _make(self, sentence: Sentence) -> Verdict:
        if sentence.id not in self._parts:
            return self._make_whole(sentence)
        passages = self.passages_of(sentence)
        marks = [(passage, self._rows.mark_on(passage.id)) for passage in passages]
        own = next((mark for passage, mark in marks if mark and _is_whole(passage, sentence)), None)
        parts = [
            (passage, mark)
            for passage, mark in marks
            if mark and mark.label and not _is_whole(passage, sentence)
        ]
        label: SentenceLabel = own.label if own and own.label else _covering(sentence, parts)
        speaking = [own] if own and own.label else [mark for _, mark in parts]
        links = {link.id: link for passage in passages for link in self._rows.links_on(passage.id)}
        return Verdict(
            label=label,
            own=own.label if own else None,
            hollow=any(self._lacks_basis(mark) for mark in speaking),
            modifiers=own.modifiers if own else (),
            links=tuple(links.values()),
            parts=tuple((part.start, part.end, mark.label) for part, mark in parts if mark.label),
            others=tuple(
                (passage.start, passage.end)
                for passage, mark in marks
                if not (mark and mark.label) and self.is_used_part(passage)
            ),
        )

    def _make_whole(self, sentence: Sentence) -> Verdict:
        """The verdict on a sentence no part of which is judged or linked: most are like this."""
        passage = self._rows.passage_at(sentence.version_id, sentence.start, sentence.end)
        if passage is None:
            return UNCHECKED
        mark, links = self._rows.mark_on(passage.id), self._rows.links_on(passage.id)
        if mark is None:
            return Verdict(links=links)
        return Verdict(mark.label, mark.label, self._lacks_basis(mark), mark.modifiers, links)

    def _lacks_basis(self, mark: Mark) -> bool:
        return mark.label in LABELS_NEEDING_BASIS and not basis_of(self._rows, mark)


def stretches(verdict: Verdict, start: int, end: int) -> list[tuple[int, int, Label]]:
    """Which label speaks where in a span of code points: a part's, the later over the earlier, else the sentence's."""
    if not verdict.parts:
        return [(start, end, verdict.own)] if verdict.own is not None else []
    near = (part for part in verdict.parts if part[0] < end and start < part[1])
    spans = [(max(first, start), min(last, end), label) for first, last, label in near]
    cuts = sorted(
        {start, end, *(cut for first, last, _ in spans for cut in (first, last) if start <= cut <= end)}
    )
    found: list[tuple[int, int, Label]] = []
    for first, last in pairwise(cuts):
        over = [label for a, b, label in spans if a <= first and last <= b]
        label = over[-1] if over else verdict.own
        if label is not None:
            found.append((first, last, label))
    return found


def uncovered(verdict: Verdict, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a span of code points that no labelled part covers: there the sentence's own mark speaks."""
    found, reached = [], start
    for first, last, _ in sorted(verdict.parts):
        if first > reached:
            found.append((reached, min(first, end)))
        reached = max(reached, last)
        if reached >= end:
            break
    return [*found, (reached, end)] if reached < end else found


@dataclass(frozen=True, slots=True)
class Layer:
    """A part of a sentence as it is underlined: its span in code points, its label, and how many lines deep, so that
    parts that overlap are told apart. ``crowded`` says that another part shares some of its words.
    """

    start: int
    end: int
    label: Label | None
    depth: int
    crowded: bool


DEEPEST = 2
"""There is room for three lines under each other; what overlaps more shares the last."""


def layers(verdict: Verdict) -> list[Layer]:
    """The parts of a sentence in reading order, the longer first, each below those before it that it overlaps."""
    spans: list[tuple[int, int, Label | None]] = [*verdict.parts, *((a, b, None) for a, b in verdict.others)]
    spans.sort(key=lambda span: (span[0], -span[1]))
    depths: list[int] = []
    crowded: set[int] = set()
    reaching: list[int] = []
    for number, (start, _, _) in enumerate(spans):
        reaching = [one for one in reaching if spans[one][1] > start]
        taken = {depths[one] for one in reaching}
        depths.append(next((depth for depth in range(DEEPEST) if depth not in taken), DEEPEST))
        crowded.update((*reaching, number) if reaching else ())
        reaching.append(number)
    return [
        Layer(start, end, label, depths[number], number in crowded)
        for number, (start, end, label) in enumerate(spans)
    ]


def _is_whole(passage: Passage, sentence: Sentence) -> bool:
    return (passage.start, passage.end) == (sentence.start, sentence.end)


def _covering(sentence: Sentence, parts: list[tuple[Passage, Mark]]) -> SentenceLabel:
    """The label of a sentence without its own: that of its parts, if they cover it but for white space."""
    if not is_covered((sentence.start, sentence.end), (passage for passage, _ in parts)):
        return None
    labels = {mark.label for _, mark in parts}
    return labels.pop() if len(labels) == 1 else "mixed"
