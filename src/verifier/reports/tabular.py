"""Claims and links as tables of comma-separated values, for a spreadsheet: every cell is text, and none is a formula.

RFC 4180, UTF-8 with a byte order mark: without it, Excel on Windows reads a file it is asked to open in the code page
of the machine, and Cyrillic and accents are lost. LibreOffice, Numbers and Python ("utf-8-sig") know the mark.

A cell that a spreadsheet would take for a formula or a number, or that begins with an apostrophe itself, gets an
apostrophe in front. To read the cells back, take the first apostrophe of a cell away (``restored``).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable

from verifier.i18n import Translator, translator
from verifier.reports.characters import visible
from verifier.reports.parts import Cell, Outline, Phrase, Piece, Row, Section, Tone

Lines = list[tuple[str, ...]]

_APOSTROPHE = "'"
_UNSEEN = (
    "\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_BEGINS_A_FORMULA = re.compile(f"[\t\r]|[{_UNSEEN}]*[=+\\-@＝＋－＠﹢﹣﹦﹫\u2212]")
"""A tab or a carriage return, or behind white space and what is not seen one of the signs a formula begins with: the
plain ones, their full-width and small kin, and the minus sign.
"""

_NOTHING: Cell = ((Piece("–", Tone.QUIET),),)

_OF_NUMBERS = frozenset("0123456789.,:/%+-−–'’()eE$€£¥ \u00a0\u202f")
"""What numbers, dates and times are written with."""


def render(outline: Outline, words: Translator | None = None) -> dict[str, bytes]:
    """The claims ("") and the links ("-links") of a whole outline. ``words`` names the columns (None: the translator of
    the outline's language).
    """
    say = (words or translator(outline.language)).gettext
    return {"": _written(_claims(outline, say)), "-links": _written(_links(outline, say))}


def defused(text: str) -> str:
    """A text as a cell: what a spreadsheet would not leave as it is behind an apostrophe."""
    shown = visible(text)
    if shown.startswith(_APOSTROPHE) or _BEGINS_A_FORMULA.match(shown) or _is_of_numbers(shown):
        return _APOSTROPHE + shown
    return shown


def restored(cell: str) -> str:
    """The text of a cell as ``defused`` wrote it."""
    return cell.removeprefix(_APOSTROPHE)


def _is_of_numbers(text: str) -> bool:
    return any("0" <= sign <= "9" for sign in text) and _OF_NUMBERS.issuperset(text)


def _written(lines: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([defused(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


# -- claims ----------------------------------------------------------------------------------------------------------


def _claims(outline: Outline, say: Callable[[str], str]) -> Lines:
    lines: Lines = [
        (
            say("Group"),
            say("Place"),
            say("Where in the source"),
            say("Words"),
            say("Label"),
            say("Whose words"),
            say("Basis"),
            say("Note"),
            say("Checker"),
        )
    ]
    return lines + [_claim(division.heading, row) for division, row in _rows(outline, "claims")]


def _claim(group: str, row: Row) -> tuple[str, ...]:
    place, said, basis, note = row.cells
    tags = [phrase for phrase in said if _is_tag(phrase)]
    words = tuple(phrase for phrase in said if phrase not in tags)
    label = "".join(piece.text for tag in tags for piece in tag if piece.tone.startswith("tag."))
    voice = "".join(piece.text for tag in tags for piece in tag if piece.tone is Tone.QUIET)
    return (
        group,
        _told(place[:1]),
        _told(place[1:]),
        _told(words),
        label,
        voice.removeprefix(" · "),
        _told(basis),
        _told(note[:-1]),
        _told(note[-1:]),
    )


def _is_tag(phrase: Phrase) -> bool:
    return any(piece.tone.startswith("tag.") for piece in phrase)


# -- links -----------------------------------------------------------------------------------------------------------


def _links(outline: Outline, say: Callable[[str], str]) -> Lines:
    lines: Lines = [
        (
            say("Group"),
            say("First place"),
            say("First words"),
            say("Relation"),
            say("Severity"),
            say("Second place"),
            say("Second words"),
            say("What differs, note"),
        )
    ]
    return lines + [_link(division.heading, row) for division, row in _rows(outline, "conflicts")]


def _link(group: str, row: Row) -> tuple[str, ...]:
    first, relation, second, note = row.cells
    return (
        group,
        *_passage(first),
        _told(relation[:1]),
        _told(relation[1:]),
        *_passage(second),
        _told(note),
    )


def _passage(cell: Cell) -> tuple[str, str]:
    """The address before the words of a passage, and the words."""
    phrase: Phrase = cell[0] if cell else ()
    if phrase and phrase[0].tone is Tone.ADDRESS:
        return phrase[0].text, _told((phrase[1:], *cell[1:])).removeprefix(" ")
    return "", _told(cell)


# -- both ------------------------------------------------------------------------------------------------------------


def _rows(outline: Outline, name: str) -> list[tuple[Section, Row]]:
    """The rows of a part with the divisions they stand in; none where the part is switched off."""
    if not outline.has(name):
        return []
    return [
        (division, row)
        for division in outline.section(name).walk()
        for grid in division.grids
        for row in grid.rows
    ]


def _told(cell: Cell) -> str:
    """The words of a cell, a line for each of its paragraphs; "" for a dash that says there is nothing."""
    if cell == _NOTHING:
        return ""
    return "\n".join("".join(piece.text for piece in phrase) for phrase in cell)
