"""Amounts read from tokens: a number with its currency or per cent, and what it measures or counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from verifier.domain.comparing import FigureKind
from verifier.text.measures import unit_words as tables
from verifier.text.measures.figure_words import FRACTIONS, words
from verifier.text.measures.marked import Token, TokenKind
from verifier.text.measures.numerals import HYPHENS, Numeral, Setting, read_numeral
from verifier.text.words import primary
from verifier.text.words import words as words_of

_MOST_ADJECTIVES = 3
_GLUED_UNITS = words("km m cm mm kg g mph kph ft lb lbs l mw gw gb км м кг г см мм т л га")
_RUSSIAN_ADJECTIVES = (
    "ых",
    "их",
    "ые",
    "ие",
    "ого",
    "его",
    "ый",
    "ий",
    "ой",
    "ая",
    "ую",
    "ым",
    "им",
    "ыми",
    "ими",
)
_PARTICLES_OF_NUMBER = words("of the из")
_OF_PEOPLE = ("percentage", "процентных", "процентный", "процентного")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is of: kind, unit, the number's factor, the index behind it."""

    kind: FigureKind
    unit: str
    next: int
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from its first token to its last, with the currency or per cent that stands right at it."""

    numeral: Numeral
    first: int
    next: int
    unit: Unit | None = None
    sign: float = 1.0


def read_amount(items: Sequence[Token], index: int, where: Setting) -> Amount | None:
    """The amount that begins at a token (a sign or code of a currency, a minus, a number), or None."""
    sign, at = _minus(items, index)
    currency, begin = _currency_before(items, at)
    numeral = read_numeral(items, begin, where)
    if numeral is None or (currency and not numeral.digits):
        return None
    if currency:
        numeral = in_thousands(numeral)
        unit = Unit(FigureKind.MONEY, currency, numeral.next)
        return Amount(numeral, index, numeral.next, unit, sign)
    close = _percent(items, numeral.next) or _money_behind(items, numeral.next)
    return Amount(numeral, index, close.next if close else numeral.next, close, sign)


def in_thousands(numeral: Numeral) -> Numeral:
    """A number as it is meant where nothing has three decimals: "€1.200", "1.200 people"."""
    whole, _point, rest = numeral.raw.partition(".")
    if len(rest) != 3 or numeral.scale != 1 or not whole.isdigit() or whole[0] == "0":
        return numeral
    return replace(numeral, value=float(whole + rest))


def _minus(items: Sequence[Token], index: int) -> tuple[float, int]:
    """Whether a minus stands before a number, and the index behind it."""
    item = items[index]
    if item.word in ("minus", "минус"):
        return -1.0, index + 1
    glued = index + 1 < len(items) and items[index + 1].glued and items[index + 1].number
    if glued and (
        item.raw == "−" or (item.raw in "-–" and index + 2 < len(items) and items[index + 2].raw == "°")
    ):
        return (1.0, index) if item.glued else (-1.0, index + 1)
    return 1.0, index


def _currency_before(items: Sequence[Token], index: int) -> tuple[str, int]:
    """The currency whose sign or code stands before a number, and the index of the number."""
    if index + 1 >= len(items):
        return "", index
    item, following = items[index], items[index + 1]
    if item.raw in tables.CURRENCY_SIGNS and (following.number or following.word in tables.DOLLARS):
        return tables.CURRENCY_SIGNS[item.raw], index + 1
    if item.kind is not TokenKind.WORD:
        return "", index
    if item.word in tables.DOLLARS and following.raw == "$" and following.glued:
        return tables.DOLLARS[item.word], index + 2
    if item.raw.isupper() and item.word in tables.CURRENCY_CODES and following.number:
        return item.raw, index + 1
    return "", index


def _percent(items: Sequence[Token], index: int) -> Unit | None:
    """Per cent, or percentage points, behind a number."""
    at = index + 1 if index + 1 < len(items) and items[index].raw in HYPHENS and items[index].glued else index
    row = [item.word for item in islice(items, at, at + 4)]
    if not row:
        return None
    if row[0] == "%":
        behind = 2 if row[1:2] and row[1][:5] in ("point", "пункт") else 1
        return Unit(FigureKind.PERCENT, "point" if behind == 2 else "", at + behind)
    if row[:2] == ["per", "cent"]:
        return Unit(FigureKind.PERCENT, "", at + 2)
    if row[0] in tables.PERCENT_WORDS or (at > index and row[0].startswith("процентн")):
        return Unit(FigureKind.PERCENT, "", at + 1)
    if row[0] in _OF_PEOPLE and row[1:2] and row[1][:5] in ("point", "пункт"):
        return Unit(FigureKind.PERCENT, "point", at + 2)
    return Unit(FigureKind.PERCENT, "point", at + 4) if row == ["п", ".", "п", "."] else None


def _money_behind(items: Sequence[Token], index: int) -> Unit | None:
    """A currency behind a number: its sign, its code or its name."""
    at = index + 1 if index + 1 < len(items) and items[index].raw in HYPHENS and items[index].glued else index
    if at >= len(items):
        return None
    item = items[at]
    if item.raw == "p" and item.glued and at == index:
        return Unit(FigureKind.MONEY, "pence", at + 1)
    if item.raw in tables.CURRENCY_SIGNS and at == index:
        return Unit(FigureKind.MONEY, tables.CURRENCY_SIGNS[item.raw], at + 1)
    if item.raw.isupper() and item.word in tables.CURRENCY_CODES:
        return Unit(FigureKind.MONEY, item.raw, at + 1)
    nation = tables.NATIONS_OF_MONEY.get(item.word)
    if nation is not None:
        at += 1 + (item.word == "hong")
    name = tables.CURRENCY_WORDS.get(items[at].word, "") if at < len(items) else ""
    if not name:
        return None
    stopped = items[at].word in ("руб", "долл") and at + 1 < len(items) and items[at + 1].raw == "."
    goes_on = stopped and at + 2 < len(items) and not items[at + 2].capital
    kind = FigureKind.MONEY
    return Unit(kind, (nation or name) if name in ("USD", "RUB") else name, at + 1 + goes_on)


def read_unit(
    items: Sequence[Token], amount: Amount, language: str, *, singular: bool = False
) -> Unit | None:
    """What stands behind an amount that it measures or counts, or None."""
    if amount.unit:
        return amount.unit
    index = amount.next
    joined = index + 1 < len(items) and items[index].raw in HYPHENS and items[index].glued
    at = index + 1 if joined else index
    if at >= len(items):
        return None
    found = _time_or_age(items, at) or _measure(items, amount, at)
    if found:
        return found
    if joined:
        return _compound(items, at, language)
    return _counted(items, at, language, singular=singular)


def _time_or_age(items: Sequence[Token], at: int) -> Unit | None:
    """A span of time behind a number; an age where "old" or "of age" follows, or "-летний"."""
    word = items[at].word
    for stem, span in tables.RUSSIAN_ADJECTIVES_OF_TIME.items():
        if word.startswith(stem) and len(word) <= len(stem) + 3 and word not in tables.DURATIONS:
            following = items[at + 1].word if at + 1 < len(items) else ""
            aged = stem == "летн" and following not in tables.TERMS
            return Unit(FigureKind.AGE if aged else FigureKind.DURATION, span, at + 1)
    span = tables.DURATIONS.get(word.removesuffix("'s").removesuffix("'"), "")
    if not span:
        return None
    row = [item.word for item in islice(items, at + 1, at + 3)]
    if row[:1] and row[0] in HYPHENS:
        return (
            Unit(FigureKind.AGE, span, at + 3)
            if row[1:] and row[1] in ("old", "olds")
            else Unit(FigureKind.DURATION, span, at + 1)
        )
    if row[:1] in (["old"], ["olds"]) or row == ["of", "age"]:
        return Unit(FigureKind.AGE, span, at + 2 + (row[0] == "of"))
    return Unit(FigureKind.DURATION, span, at + 1)


def _measure(items: Sequence[Token], amount: Amount, at: int) -> Unit | None:
    """A measure behind a number: "5 km", "five square miles", "10 кв. м", "5 °C", "60 km/h"."""
    word, square, begin = items[at].word, False, at
    if word in tables.SQUARE:
        square, at = True, at + 1 + (at + 1 < len(items) and items[at + 1].raw == ".")
        word = items[at].word if at < len(items) else ""
    unit = tables.MEASURES.get(word)
    if (
        unit is None
        or at >= len(items)
        or (items[at].glued and at == begin == amount.next and not _may_be_glued(items, at))
    ):
        return None
    row = [item.word for item in islice(items, at + 1, at + 3)]
    if row in (["/", "h"], ["/", "ч"], ["an", "hour"], ["per", "hour"], ["в", "час"]) and unit == "km":
        return Unit(FigureKind.MEASURE, "kmh", at + 3)
    if unit == "mile" and row in (["an", "hour"], ["per", "hour"]):
        return Unit(FigureKind.MEASURE, "mph", at + 3)
    if unit == "degree" and row[:1] and row[0] in ("c", "celsius", "с"):
        return Unit(FigureKind.MEASURE, "degree", at + 2)
    superscript = row[:1] == ["²"]
    return Unit(FigureKind.MEASURE, unit + "2" * (square or superscript), at + 1 + superscript)


def _may_be_glued(items: Sequence[Token], at: int) -> bool:
    """Whether a measure may stand right behind digits: "5km", and "5m" where no things counted follow."""
    return items[at].word in _GLUED_UNITS or items[at].raw in "°℃"


def _counted(items: Sequence[Token], at: int, language: str, *, singular: bool) -> Unit | None:
    """The thing counted: of the words behind a number the first plural, else the first word that is one."""
    while at < len(items) and items[at].word in _PARTICLES_OF_NUMBER:
        at += 1
    row: list[int] = []
    for index in range(at, min(at + _MOST_ADJECTIVES + 1, len(items))):
        item = items[index]
        if item.kind is not TokenKind.WORD or item.word in tables.NOT_COUNTED or item.word in FRACTIONS:
            break
        row.append(index)
    if not row:
        return None
    noun = next((index for index in row if _is_noun(items[index], singular=singular)), None)
    if noun is None:
        if items[row[0]].word.isascii() and primary(language) in ("", "en"):
            return None  # a verb or an adverb: English things counted have a plural
        noun = row[0]
    return Unit(FigureKind.COUNT, thing(items[noun].word, language), noun + 1)


def _compound(items: Sequence[Token], at: int, language: str) -> Unit | None:
    """What a number counts behind a hyphen: "a 27-member bloc"."""
    item = items[at]
    if (
        not item.glued
        or item.kind is not TokenKind.WORD
        or item.word in tables.NOT_COUNTED
        or item.word == "strong"
    ):
        return None
    return Unit(FigureKind.COUNT, thing(item.word, language), at + 1)


def _is_noun(item: Token, *, singular: bool) -> bool:
    """Whether a word behind a number looks like the thing counted rather than like an adjective."""
    if item.word[0] > "z":
        return item.word in tables.PEOPLE or not item.word.endswith(_RUSSIAN_ADJECTIVES)
    if singular:
        return True
    return item.word in tables.PLURALS or (
        item.word.endswith("s") and not item.word.endswith(("ss", "us", "is", "'s"))
    )


def thing(word: str, language: str = "") -> str:
    """A noun as things counted are compared: folded and stemmed."""
    plain = word.removesuffix("'s").removesuffix("'")
    if plain in tables.PEOPLE:
        return tables.PEOPLE[plain]
    found = words_of(plain, language=language)
    return found[0].stem if found else plain
