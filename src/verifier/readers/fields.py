"""Fields of word processors: an instruction, and the result it last had, which is what is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from verifier.domain.kinds import InlineKind
from verifier.readers.written import Mark

_ARGUMENT = re.compile(r'"([^"]*)"|(\\[^\s"])|([^\s"]+)')
_WITH_ARGUMENT = ("\\l", "\\o", "\\t", "\\s")
_LONGEST = 10_000
PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    shows: bool = False

    @property
    def name(self) -> str:
        """The first word of the instruction, in capitals."""
        return self.instruction[:_LONGEST].strip().partition(" ")[0].upper()


@dataclass(slots=True)
class Fields:
    """The fields that are open, outermost first."""

    open: list[Field] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether words here are printed: inside results alone."""
        return all(each.shows for each in self.open)

    @property
    def of_page(self) -> bool:
        """Whether words here are a page's number."""
        return any(each.name in PAGE_FIELDS for each in self.open)

    def begin(self, instruction: str = "", *, shows: bool = False) -> None:
        """A field begins; one that is written in one piece shows its result at once."""
        self.open.append(Field(instruction, shows))

    def instruct(self, text: str) -> None:
        """More of the innermost field's instruction."""
        if self.open and not self.open[-1].shows and len(self.open[-1].instruction) < _LONGEST:
            self.open[-1].instruction += text

    def separate(self) -> None:
        """The instruction ends, the result begins."""
        if self.open:
            self.open[-1].shows = True

    def end(self) -> None:
        """The innermost field ends."""
        if self.open:
            self.open.pop()

    def marks(self) -> tuple[Mark, ...]:
        """What the open fields make of the words: links."""
        targets = (link_target(each.instruction) for each in self.open if each.name == "HYPERLINK")
        return tuple(Mark(InlineKind.LINK, target) for target in targets if target)


def link_target(instruction: str) -> str:
    """Where a HYPERLINK instruction leads: its address, its place in the document after "#", or both; "" for
    nowhere.
    """
    address = place = ""
    switch = ""
    for match in _ARGUMENT.finditer(instruction[:_LONGEST].strip()[len("HYPERLINK") :]):
        if match[2]:
            switch = match[2].lower() if match[2].lower() in _WITH_ARGUMENT else ""
            continue
        text = match[1] if match[1] is not None else match[3]
        if switch == "\\l":
            place = text
        elif not switch and not address:
            address = text
        switch = ""
    return f"{address}#{place}" if place else address
