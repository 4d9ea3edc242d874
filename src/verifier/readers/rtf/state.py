"""What holds for the words of an RTF group until it ends, and the fonts and styles the file defines."""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.readers.rtf.charsets import Font
from verifier.readers.shapes import named_shape, outlined
from verifier.readers.written import Mark, Shape

TEXT, SKIP, QUIET, INSTRUCTION, COLLECT, FONTS, STYLES = (
    *("text", "skip", "quiet", "instruction", "collect", "fonts", "styles"),
)
"""Where words go: into the text; nowhere with all that is inside; nowhere themselves; into a field's instruction; to
be used otherwise; into the tables of fonts and styles.
"""

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class State:
    """The properties of words and of the paragraph they stand in."""

    dest: str = TEXT
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    moved_away: bool = False
    inserted: bool = False
    moved_here: bool = False
    raised: InlineKind | None = None
    font: int | None = None
    far_font: int | None = None
    far: bool = False
    """The words are in the Far Eastern font."""
    unicode_skip: int = 1
    style: int = 0
    outline: int | None = None
    listed: bool = False
    in_table: bool = False
    nested: int = 0
    drops: bool = False
    """The paragraph is a large first letter."""

    @property
    def fate(self) -> Role:
        """What became of the words."""
        if self.deleted:
            return Role.DELETED
        if self.moved_away:
            return Role.MOVED_AWAY
        return Role.HIDDEN if self.hidden else Role.NONE

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What sets the words apart."""
        if not (self.bold or self.italic or self.inserted or self.moved_here or self.raised):
            return ()
        kinds = (
            InlineKind.STRONG if self.bold else None,
            InlineKind.EMPHASIS if self.italic else None,
            self.raised,
            InlineKind.INSERTED if self.inserted else None,
            InlineKind.MOVED_HERE if self.moved_here else None,
        )
        return tuple(Mark(kind) for kind in kinds if kind is not None)

    @property
    def depth(self) -> int:
        """In how many tables the paragraph stands."""
        return max(self.nested, 1) if self.in_table or self.nested else 0


@dataclass(slots=True)
class Style:
    """A style of paragraphs, as the style sheet has it."""

    name: str = ""
    base: int | None = None
    outline: int | None = None


@dataclass(slots=True)
class Tables:
    """The fonts and styles of a file by their numbers."""

    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)

    def shape(self, state: State) -> Shape:
        """What the structure says of a paragraph: by its style's name, by outline level, by being a list's item."""
        number: int | None = state.style
        for _ in range(_DEEPEST):
            style = self.styles.get(number) if number is not None else None
            if style is None:
                break
            shape = named_shape(style.name) or (None if style.outline is None else outlined(style.outline))
            if shape is not None:
                return shape
            number = style.base
        if state.outline is not None:
            return outlined(state.outline)
        return Shape(ParagraphKind.LIST) if state.listed else Shape()
