"""Whether a number is part of a name or a pronoun rather than a figure: "A12", "Flight 370", "no one"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.measures import figure_words as words
from verifier.text.measures import unit_words as units
from verifier.text.measures.amounts import Amount, Unit
from verifier.text.measures.date_words import MONTHS
from verifier.text.measures.dates import read_date
from verifier.text.measures.marked import Token, TokenKind
from verifier.text.measures.numerals import HYPHENS, Setting
from verifier.text.measures.shares import read_share

_NAME_PREFIXES = words.words("mid pre post non sub ב ה ו כ ל מ ש")
_BEFORE_PRONOUN = words.words("no any every some each this that which another the ни еще как")
_BEHIND_PRONOUN = words.words(
    "day thing way side hand another who itself himself herself themselves yourself"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What figures are read with: the tokens, how numbers are written, the language and the day of writing."""

    items: tuple[Token, ...]
    where: Setting
    language: str
    written: date | None

    def word(self, index: int) -> str:
        """The folded word at an index, "" outside the text."""
        return self.items[index].word if 0 <= index < len(self.items) else ""


def behind_name(reader: Reader, index: int) -> int:
    """Where letters and digits make one word ("A12", "Covid-19", "3D"), the index behind it; else 0."""
    items, item = reader.items, reader.items[index]
    if not item.number:
        return 0
    if item.glued and index and items[index - 1].kind is TokenKind.WORD:
        before = items[index - 1]
        return 0 if before.raw.isupper() and before.word in units.CURRENCY_CODES else index + 1
    if index > 1 and item.glued and items[index - 1].raw in HYPHENS and items[index - 1].glued:
        before = items[index - 2]
        if before.kind is TokenKind.WORD and before.word not in _NAME_PREFIXES and not is_month(before.word):
            return index + 1
    after = index + 1
    if _is_stroke(reader, after) and not read_share(items, index, reader.where):
        return 0 if read_date(items, index, reader.where, None) else after + 2
    if after < len(items) and items[after].glued and items[after].kind is TokenKind.WORD:
        return 0 if _belongs_to_number(items[after]) else after + 1
    return 0


def decade_of_life(reader: Reader, index: int) -> tuple[Figure, int] | None:
    """The age "in her 40s" tells."""
    items, item = reader.items, reader.items[index]
    if (
        not item.number
        or index + 1 >= len(items)
        or items[index + 1].raw != "s"
        or not items[index + 1].glued
    ):
        return None
    near = {reader.word(index - 1), reader.word(index - 2), reader.word(index - 3)}
    if len(item.raw) != 2 or item.raw[1] != "0" or not near & {"his", "her", "their", "my", "our"}:
        return None
    low = float(item.raw)
    return Figure(FigureKind.AGE, item.start, items[index + 1].end, low, low + 9, "year", True), index + 2


def is_month(word: str) -> bool:
    """Whether a folded word is the name of a month."""
    return word in MONTHS


def _is_stroke(reader: Reader, index: int) -> bool:
    """Whether a stroke parts two numbers: "24/7", "9/11"."""
    row = reader.items[index : index + 2]
    return len(row) == 2 and row[0].raw == "/" and row[0].glued and row[1].glued and row[1].number


def _belongs_to_number(item: Token) -> bool:
    """Whether letters right behind digits are a scale, a unit, an ordinal's ending or a time of day."""
    word = item.word
    if item.raw == "G":
        return False
    return (
        word in words.SHORT_SCALES
        or word in words.SCALES
        or word in words.ORDINAL_SUFFIXES
        or word in units.MEASURES
        or word in units.DURATIONS
        or word in units.CURRENCY_WORDS
        or item.raw in ("am", "pm", "s", "p", "y", "yo", "AM", "PM")
    )


def is_pronoun(reader: Reader, amount: Amount, last: Amount) -> bool:
    """Whether the number is the word "one" (or "один") as a pronoun or an article: "no one", "one of", "one day"."""
    items, first, after = reader.items, amount.first, amount.next
    if (
        last is not amount
        or after != first + 1
        or amount.numeral.value != 1
        or reader.word(first) not in words.UNITS
    ):
        return False
    if reader.word(first - 1) in _BEFORE_PRONOUN or reader.word(after) in units.NOT_COUNTED | _BEHIND_PRONOUN:
        return True
    if first and items[first].glued and items[first - 1].raw in HYPHENS:
        return True
    return after >= len(items) or (items[after].kind is TokenKind.MARK and items[after].raw not in HYPHENS)


def is_name(reader: Reader, amount: Amount, unit: Unit | None) -> bool:
    """Whether a number is part of a name by the word before it: "Flight 370", "статья 275", "№ 5"."""
    items, at = reader.items, amount.first - 1
    if at < 0 or not amount.numeral.digits or amount.unit:
        return False
    if items[at].raw in ("№", "#"):
        return True
    stopped = items[at].raw == "." and at > 0 and items[at].glued
    at -= stopped
    before = items[at]
    if before.kind is not TokenKind.WORD:
        return False
    if before.word in units.NAMING and (before.word != "no" or stopped):
        return True
    if (
        stopped
        or not before.capital
        or not amount.numeral.raw.isdigit()
        or at == 0
        or items[at - 1].raw in '.!?“"«'
    ):
        return False
    hedge = (before.word,) in words.HEDGES_BEFORE
    return not hedge and (unit is None or not _plainly_plural(reader, unit))


def _plainly_plural(reader: Reader, unit: Unit) -> bool:
    """Whether the thing counted is a word in the plural, so that the number before it counts."""
    word = reader.word(unit.next - 1)
    return word.endswith("s") or word in units.PLURALS or word[:1] > "z"
