"""What a case should hold, as plain Python values: no rows, no ids, no Qt. The window is held against it.

A place is an article's letter and a span in code points. ``World`` is never changed: each deed makes a new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

Place = tuple[str, int, int]
"""Letter, start, end."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a place."""

    label: str = ""
    modifiers: frozenset[str] = frozenset()
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.label or self.note)


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its number, "" for one that never was in the account, and its span."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its sentences, and whether it is part of the account."""

    in_account: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class World:
    """A case: articles by letter, what is said of places, and links with their relation."""

    articles: Mapping[str, tuple[Paragraph, ...]]
    said: Mapping[Place, Said] = field(default_factory=dict)
    links: frozenset[tuple[Place, Place, str]] = frozenset()

    # -- asking ------------------------------------------------------------------------------------------------------

    def lines(self, letter: str) -> Iterator[tuple[Paragraph, Line]]:
        """The sentences of an article with their paragraphs."""
        for paragraph in self.articles[letter]:
            for line in paragraph.lines:
                yield paragraph, line

    def account(self, letter: str) -> list[Line]:
        """The sentences that count."""
        return [line for paragraph, line in self.lines(letter) if paragraph.in_account]

    def own(self, letter: str, line: Line) -> Said:
        """What is said of a sentence itself."""
        return self.said.get((letter, line.start, line.end), NOTHING)

    def parts(self, letter: str, line: Line) -> list[tuple[int, int, Said]]:
        """What is said with a label of anything else that touches a sentence, in reading order."""
        whole = {(one.start, one.end) for _paragraph, one in self.lines(letter)}
        found = [
            (start, end, said)
            for (where, start, end), said in self.said.items()
            if where == letter and start < line.end and line.start < end and said.label
            and (start, end) not in whole
        ]  # fmt: skip
        return sorted(found, key=lambda part: (part[0], -part[1]))

    def touching(self, letter: str, line: Line) -> list[Said]:
        """What is said of anything that touches a sentence, itself included."""
        return [
            said
            for (where, start, end), said in self.said.items()
            if where == letter and start < line.end and line.start < end
        ]

    def label(self, letter: str, line: Line) -> str:
        """What a sentence counts as: its own label, else that of the parts that cover it, "mixed", or ""."""
        own = self.own(letter, line).label
        if own:
            return own
        reached, labels = line.start, set()
        for start, end, said in self.parts(letter, line):
            if start > reached + 1:
                return ""
            reached = max(reached, end)
            labels.add(said.label)
        if not labels or reached < line.end - 1:
            return ""
        return labels.pop() if len(labels) == 1 else "mixed"

    def painted(self, letter: str, line: Line, point: int) -> str:
        """The label whose look a character of a sentence's words has."""
        over = [said.label for start, end, said in self.parts(letter, line) if start <= point < end]
        return over[-1] if over else self.own(letter, line).label

    def linked(self, letter: str, line: Line) -> int:
        """How many links have an end on a sentence or a part of it."""

        def touches(place: Place) -> bool:
            return place[0] == letter and place[1] < line.end and line.start < place[2]

        return sum(touches(a) or touches(b) for a, b, _relation in self.links)

    # -- deeds -------------------------------------------------------------------------------------------------------

    def saying(self, said: Mapping[Place, Said]) -> World:
        """The same with other things said of some places."""
        after = {**self.said, **said}
        return replace(self, said={place: one for place, one in after.items() if one})

    def labelled(self, places: list[Place], label: str) -> World:
        """A label given, or cleared with ""; modifiers go with another label."""
        changed = {}
        for place in places:
            before = self.said.get(place, NOTHING)
            changed[place] = replace(
                before, label=label, modifiers=before.modifiers if before.label == label else frozenset()
            )
        return self.saying(changed)

    def modified(self, place: Place, modifier: str) -> World | None:
        """A modifier put on or taken off; None where that cannot be."""
        before = self.said.get(place, NOTHING)
        after = before.modifiers ^ {modifier}
        if not before.label or ("refuted" in after and before.label != "disputed"):
            return None
        return self.saying({place: replace(before, modifiers=after)})

    def noted(self, place: Place, note: str) -> World:
        """A note written."""
        return self.saying({place: replace(self.said.get(place, NOTHING), note=note)})

    def tied(self, a: Place, b: Place, relation: str) -> World | None:
        """A link made; None where there is one already. Only *adds detail* has a direction."""
        both = {(a, b, relation)} | ({(b, a, relation)} if relation != "adds-detail" else set())
        if a == b or both & self.links:
            return None
        return replace(self, links=self.links | {(a, b, relation)})

    def untied(self, link: tuple[Place, Place, str]) -> World:
        """A link taken away."""
        return replace(self, links=self.links - {link})

    def with_paragraph(self, letter: str, start: int, changed: Paragraph) -> World:
        """The paragraph that holds a place, replaced."""
        paragraphs = tuple(
            changed if any(line.start <= start < line.end for line in one.lines) else one
            for one in self.articles[letter]
        )
        return replace(self, articles={**self.articles, letter: paragraphs})

    def paragraph(self, letter: str, start: int) -> Paragraph:
        """The paragraph a place is in."""
        return next(one for one, line in self.lines(letter) if line.start <= start < line.end)

    def cut(self, letter: str, line: Line, point: int, number: str, text: str) -> World:
        """A sentence split: both halves have its label, the first its note; what stood on a half joins in."""
        first, second = replace(line, end=point), Line(number, point, line.end)
        before = self.paragraph(letter, line.start)
        place = before.lines.index(line)
        lines = (*before.lines[:place], first, second, *before.lines[place + 1 :])
        after = self.with_paragraph(letter, line.start, replace(before, lines=lines))
        said, whole = dict(self.said), (letter, line.start, line.end)
        own = said.get(_on(said, whole, text), NOTHING)
        halves = [(letter, one.start, one.end) for one in (first, second)]
        former = [said.pop(_on(said, half, text), NOTHING) for half in halves]
        said.pop(_on(said, whole, text), None)
        taken = not all(half.label for half in former)
        for number_of, (half, had) in enumerate(zip(halves, former, strict=True)):
            heir = (
                had if had.label or not own.label else replace(had, label=own.label, modifiers=own.modifiers)
            )
            if number_of == 0:
                heir = replace(heir, note="\n".join(filter(None, (own.note, had.note))))
            said[half] = heir
        if not taken:
            said[whole] = replace(own, note="")
        return replace(after, said={}).saying(said)

    def joined(self, letter: str, line: Line, text: str) -> World | None:
        """A sentence merged with the next of its paragraph; None where there is none."""
        before = self.paragraph(letter, line.start)
        place = before.lines.index(line)
        if place + 1 == len(before.lines):
            return None
        second = before.lines[place + 1]
        lines = (*before.lines[:place], replace(line, end=second.end), *before.lines[place + 2 :])
        after = self.with_paragraph(letter, line.start, replace(before, lines=lines))
        said, whole = dict(self.said), (letter, line.start, second.end)
        known = said.pop(_on(said, whole, text), NOTHING)
        said[whole] = known
        ends = [_on(said, (letter, one.start, one.end), text) for one in (line, second)]
        a, b = (said.get(end, NOTHING) for end in ends)
        if a.label == b.label and not known.label:
            shared = a.modifiers & b.modifiers if a and b else frozenset()
            joining = [end for end, one in zip(ends, (a, b), strict=True) if one and one.modifiers <= shared]
            notes = [known.note, *(said[end].note for end in joining)]
            if a or b:
                said[whole] = Said(a.label, shared, "\n".join(filter(None, notes)))
                for end in joining:
                    said.pop(end)
        return replace(after, said={}).saying(said)


def _on(said: Mapping[Place, Said], place: Place, text: str) -> Place:
    """Where something is said of a place's words: on the place, else on the words without the white space around."""
    letter, start, end = place
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    bare = (letter, first, first + len(words.strip()))
    return bare if place not in said and bare in said else place
