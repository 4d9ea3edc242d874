"""Glyphs put together to words, and what a page holds beside them: pictures, links, comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from verifier.readers.pdf.bidi import is_rtl
from verifier.readers.pdf.characters import Glyph
from verifier.readers.pdf.values import Box, Style, Word

_FAR = 0.6
"""The gap, in the size of the type, behind which another word begins although no space is there."""
_LEVEL = 0.1
"""How far baselines of one word may differ, in the size of the type."""


def find_words(
    glyphs: Iterable[Glyph], first: int, conceals: Callable[[Glyph], bool], *, slanted: bool = False
) -> list[Word]:
    """The words of glyphs that run in one direction, in PDFium's order. ``first`` is the page's first index."""
    words: list[Word] = []
    now: list[Glyph] = []
    hidden = False
    spaces: list[Glyph] = []

    def finish() -> None:
        if now:
            if any(glyph.text for glyph in now):
                words.append(_word(now, first, hidden=hidden))
            now.clear()

    for glyph in glyphs:
        if glyph.text.isspace():
            finish()
            spaces.append(glyph)
            continue
        conceal = conceals(glyph)
        if now and (conceal != hidden or _parts(now[-1], glyph, slanted=slanted)):
            finish()
        if not now and spaces:
            words.append(_space(spaces, first))
            spaces.clear()
        hidden = conceal
        now.append(glyph)
    finish()
    return _with_gaps(words)


def _parts(before: Glyph, glyph: Glyph, *, slanted: bool) -> bool:
    """Whether a glyph begins another word than the one before it, for which no space speaks."""
    size = max(before.style.size, glyph.style.size, 1.0)
    if glyph.style != before.style:
        return True
    if slanted:
        return False
    if abs(glyph.base - before.base) > _LEVEL * size:
        return True
    gap = max(glyph.left - before.right, before.left - glyph.right)
    if gap > _FAR * size:
        return True
    backwards = glyph.left < before.left - size / 2
    return backwards and not (is_rtl(glyph.text) or is_rtl(before.text))


def _word(glyphs: Sequence[Glyph], first: int, *, hidden: bool) -> Word:
    if glyphs[-1].left < glyphs[0].left or any(is_rtl(glyph.text) for glyph in glyphs):
        glyphs = sorted(glyphs, key=lambda glyph: glyph.left + glyph.right)
    style = glyphs[0].style
    if hidden and not style.hidden:
        style = Style(style.size, style.bold, style.italic, hidden=True)
    return Word(
        "".join(glyph.text for glyph in glyphs),
        tuple(first + glyph.place for glyph in glyphs for _ in glyph.text),
        _box(glyphs),
        glyphs[0].base,
        style,
    )


def _box(glyphs: Sequence[Glyph]) -> Box:
    """The box around some glyphs; one without extent gets that of its origin."""
    return Box(
        min(min(glyph.left, glyph.x) for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
    )


def _space(spaces: Sequence[Glyph], first: int) -> Word:
    """White space as a word without text: that of real glyphs, or else one PDFium made up."""
    real = [glyph for glyph in spaces if glyph.run] or spaces[:1]
    gap = "".join(glyph.text for glyph in real)
    source = tuple(first + glyph.place for glyph in real)
    return Word("", (), Box(0, 0, 0, 0), real[0].base, Style(0), gap, source, real[0].x, not real[0].run)


def _with_gaps(words: Sequence[Word]) -> list[Word]:
    """The words that have text, each with the white space before it."""
    found: list[Word] = []
    gap: Word | None = None
    for word in words:
        if not word.text:
            gap = word
            continue
        if gap is not None:
            word.gap, word.space, word.space_x, word.made_up = gap.gap, gap.space, gap.space_x, gap.made_up
            gap = None
        found.append(word)
    return found
