"""Figures and dates of a text: typed intervals with units, in digits and in words, English and Russian.

A figure's span goes from what hedges it ("nearly", "at least") to what it measures or counts ("signatures"). A score
has the smaller number as ``low``; a time the minutes since midnight; a date its days (``text.measures.dates``). What is
part of a name ("Flight 370", "A12") or of an address is no figure. The time taken is linear in the text's length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.measures import figure_words as words
from verifier.text.measures import unit_words as units
from verifier.text.measures.agreement import Agreement, agree
from verifier.text.measures.amounts import Amount, Unit, in_thousands, read_amount, read_unit
from verifier.text.measures.clock import read_time
from verifier.text.measures.dates import day_of, read_date
from verifier.text.measures.marked import Token, TokenKind, tokens
from verifier.text.measures.numbers_of_names import (
    Reader,
    behind_name,
    decade_of_life,
    is_month,
    is_name,
    is_pronoun,
)
from verifier.text.measures.numerals import DASHES, setting
from verifier.text.measures.shares import read_ordinal, read_share

__all__ = ["Agreement", "agree", "figures"]

_HEDGED = 0.1
"""How far a hedged number may be off, as a part of it."""

_LONGEST_HEDGE = 5
_MOST_AGE = 120
_SCORE_REACH = 8
_MOST_SCORE = 150
_MOST_RISING_SCORE = 20


def figures(
    text: str, start: int, end: int, *, language: str = "", published: str = ""
) -> tuple[Figure, ...]:
    """The figures between two positions of a text, in order; none overlap.

    ``language`` is a tag such as "en", or "" where it is not known; ``published`` the ISO day the text is dated, used
    for relative dates, or "".
    """
    where = setting(text, start, end, language)
    reader = Reader(tokens(text, start, end), where, language, day_of(published))
    found: list[Figure] = []
    index = floor = 0
    while index < len(reader.items):
        read = _at(reader, index, floor)
        if read is None:
            index += 1
            continue
        if isinstance(read[0], Figure):
            found.append(_behind(read[0], found, reader.items[index].start))
            floor = read[1]
        index = read[1]
    return tuple(found)


def _behind(figure: Figure, found: Sequence[Figure], begin: int) -> Figure:
    """A figure without the words before it that belong to the one before."""
    return replace(figure, start=begin) if found and figure.start < found[-1].end else figure


def _at(reader: Reader, index: int, floor: int) -> tuple[Figure | None, int] | None:
    """The figure that begins at a token; a number that is part of a name is stepped over without one."""
    items, where = reader.items, reader.where
    glued = behind_name(reader, index)
    if glued:
        return None, glued
    life = decade_of_life(reader, index)
    if life:
        return life
    found = read_date(items, index, where, reader.written) or read_time(items, index)
    if found:
        return found
    return read_ordinal(items, index) or read_share(items, index, where) or _amount_at(reader, index, floor)


def _amount_at(reader: Reader, index: int, floor: int) -> tuple[Figure | None, int] | None:
    """A number with what hedges it, its range and its unit."""
    amount = read_amount(reader.items, index, reader.where)
    if amount is None:
        return None
    score = _score(reader, amount)
    if score:
        return score
    other = _range(reader, amount)
    last = other or amount
    single = is_pronoun(reader, amount, last)
    unit = _unit(reader, amount, last)
    if (unit is None or unit.kind is FigureKind.COUNT) and (single or is_name(reader, amount, unit)):
        return None, last.next
    unit, first = _age(reader, amount, last, unit or Unit(FigureKind.NUMBER, "", last.next))
    return _built(reader, amount, other, unit, max(floor, 0), first)


def _unit(reader: Reader, amount: Amount, last: Amount) -> Unit | None:
    """What a number or range measures or counts, behind "or so" and "+" too; its first end may say it ("$2–3")."""
    if last is not amount and last.unit is None and amount.unit:
        return Unit(amount.unit.kind, amount.unit.unit, last.next)
    single = amount.numeral.value == 1
    hedge, behind = _hedge_after(reader, last, last.next)
    if hedge and last.unit is None:
        unit = read_unit(reader.items, replace(last, next=behind), reader.language, singular=single)
        if unit:
            return unit
    return read_unit(reader.items, last, reader.language, singular=single)


def _score(reader: Reader, amount: Amount) -> tuple[Figure, int] | None:
    """Two whole numbers with a dash or a colon that are a score: falling, or beside a word of winning."""
    items, after = reader.items, amount.next
    if amount.unit or not amount.numeral.raw.isdigit() or after + 1 >= len(items) or amount.sign < 0:
        return None
    mark, second = items[after], items[after + 1]
    dashed = mark.glued and second.glued and mark.raw in DASHES + ":"
    if not second.number or not second.raw.isdigit() or not (dashed or mark.word == "to"):
        return None
    if after + 2 < len(items) and items[after + 2].glued and items[after + 2].raw in (*DASHES, "%", ":", "/"):
        return None
    one, other = amount.numeral.value, float(second.raw) if len(second.raw) < 4 else 1e9
    near = (
        items[max(0, amount.first - _SCORE_REACH) : amount.first]
        + items[after + 2 : after + 2 + _SCORE_REACH // 2]
    )
    told = any(item.word in units.SCORING for item in near)
    if not dashed and not (told and one > other):
        return None
    if max(one, other) > _MOST_SCORE * (1 + 4 * told) or not (
        told or one > other or (mark.raw == ":" and one == other)
    ):
        return None
    low, high = sorted((one, other))
    counted = after + 2 < len(items) and _counts(items[after + 2])
    if one < other and other > _MOST_RISING_SCORE and counted:
        return None
    return Figure(FigureKind.SCORE, items[amount.first].start, second.end, low, high), after + 2


def _counts(item: Token) -> bool:
    """Whether a word may be a thing counted."""
    return (
        item.kind is TokenKind.WORD and item.word not in units.NOT_COUNTED and item.word not in units.SCORING
    )


def _range(reader: Reader, amount: Amount) -> Amount | None:
    """The second number of a range whose first is given: "200–300", "between 200 and 300", "от 200 до 300"."""
    items, after = reader.items, amount.next
    if after + 1 >= len(items) or amount.numeral.vague:
        return None
    link, before = items[after], reader.word(amount.first - 1)
    dashed = link.raw in DASHES and (link.glued == items[after + 1].glued)
    worded = link.word in ("to", "or", "до", "или", "и", "and", "по")
    pairs = {"and": ("between",), "и": ("между",), "до": ("от", "с"), "по": ("с",)}
    if not dashed and not (worded and before in pairs.get(link.word, (before,))):
        return None
    other = read_amount(items, after + 1, reader.where)
    if other is None or other.numeral.vague or other.sign < 0:
        return None
    one, two = _range_values(amount, other)
    if one >= two or (link.word in ("or", "или") and two > 2 * one + 1) or _conflict(amount, other):
        return None
    return other


def _conflict(one: Amount, other: Amount) -> bool:
    """Whether two ends of a range are of different sorts, as money and per cent."""
    return one.unit is not None and other.unit is not None and one.unit.unit != other.unit.unit


def _range_values(one: Amount, other: Amount) -> tuple[float, float]:
    """The ends of a range; the first takes the scale of the second where it has none ("2–3 million")."""
    first, second = one.sign * one.numeral.value, other.numeral.value
    if one.numeral.scale == 1 and other.numeral.scale > 1 and first * other.numeral.scale < second:
        return first * other.numeral.scale, second
    return first, second


def _age(reader: Reader, amount: Amount, last: Amount, unit: Unit) -> tuple[Unit, int]:
    """The unit, or an age where the words around say so, and the index the figure begins at."""
    before, first = reader.word(amount.first - 1), amount.first
    value = last.numeral.value
    plain = unit.kind in (FigureKind.NUMBER, FigureKind.DURATION) and value <= _MOST_AGE
    if (plain and before == "aged") or (
        unit.kind is FigureKind.NUMBER and before == "age" and value <= _MOST_AGE
    ):
        return Unit(FigureKind.AGE, "year", unit.next), first - 1
    if plain and reader.word(first - 2) in ("aged", "возрасте") and before in ("between", "from", "от"):
        return Unit(FigureKind.AGE, "year", unit.next), first - 2
    if plain and reader.word(first - 2) == "age" and before == "of":
        return Unit(FigureKind.AGE, "year", unit.next), first - 2
    if unit.kind is FigureKind.DURATION and unit.unit == "year":
        if before == "возрасте":
            return Unit(FigureKind.AGE, "year", unit.next), first - 1
        if before in ("было", "будет") and reader.word(first - 2) in ("ему", "ей", "мне"):
            return Unit(FigureKind.AGE, "year", unit.next), first
        if before in ("ему", "ей", "мне", "исполнилось", "исполнится"):
            return Unit(FigureKind.AGE, "year", unit.next), first
    if unit.kind is FigureKind.COUNT and before == "aged" and value <= _MOST_AGE:
        return Unit(FigureKind.AGE, "year", last.next), first - 1
    if last is amount and value <= _MOST_AGE and _stands_as_age(reader, amount):
        return Unit(FigureKind.AGE, "year", amount.next), first
    return unit, first


def _stands_as_age(reader: Reader, amount: Amount) -> bool:
    """Whether a number between commas stands behind a name: "Anna Roe, 44, said"."""
    items, first, after = reader.items, amount.first, amount.next
    if first < 2 or not amount.numeral.raw.isdigit() or amount.unit or len(amount.numeral.raw) > 3:
        return False
    closed = after >= len(items) or items[after].raw in (",", ".", ";", ")")
    name = items[first - 2]
    return closed and items[first - 1].raw in (",", "(") and name.capital and not is_month(name.word)


def _built(
    reader: Reader, amount: Amount, other: Amount | None, unit: Unit, floor: int, first: int
) -> tuple[Figure, int]:
    """A figure with its bounds, opened or hedged by the words around it."""
    items = reader.items
    if unit.kind is FigureKind.COUNT and other is None:
        amount = replace(amount, numeral=in_thousands(amount.numeral))
    hedge, begin = _hedge_before(reader, first, floor, ranged=other is not None)
    after = unit.next
    if hedge == "":
        hedge, after = _hedge_after(reader, other or amount, after)
    low, high = _opened(*_bounds(amount, other), hedge)
    approximate = hedge in (words.ABOUT, words.NEARLY, words.JUST_OVER) or amount.numeral.vague is not None
    start, end = items[begin].start, items[after - 1].end
    return Figure(unit.kind, start, end, low, high, unit.unit, approximate), after


def _bounds(amount: Amount, other: Amount | None) -> tuple[float, float]:
    """The bounds of a number, a range or a size, without its hedges."""
    if amount.numeral.vague:
        return amount.numeral.vague
    if other:
        return _range_values(amount, other)
    value = amount.sign * amount.numeral.value
    return value, value


def _opened(low: float, high: float, hedge: str) -> tuple[float | None, float | None]:
    """Bounds as a hedge opens or widens them."""
    slack = _HEDGED * max(abs(low), abs(high))
    if hedge == words.LEAST:
        return low, None
    if hedge == words.MOST:
        return None, high
    below = slack if hedge in (words.ABOUT, words.NEARLY) else 0.0
    above = slack if hedge in (words.ABOUT, words.JUST_OVER) else 0.0
    return low - below, high + above


def _hedge_before(reader: Reader, first: int, floor: int, *, ranged: bool) -> tuple[str, int]:
    """What hedges a figure from before, and the index the figure begins at with it; "between" belongs to a range."""
    items = reader.items
    for length in range(min(_LONGEST_HEDGE, first - floor), 0, -1):
        row = items[first - length : first]
        bound = words.HEDGES_BEFORE.get(tuple(item.word for item in row))
        if bound and not _other_sense(reader, first - length, row, ranged=ranged):
            return bound, first - length
    if ranged and first > floor and items[first - 1].word in ("between", "from", "от", "между", "с"):
        return "", first - 1
    return "", first


def _other_sense(reader: Reader, at: int, row: Sequence[Token], *, ranged: bool) -> bool:
    """Whether a word that may hedge is something else here: "over the", "до" of a range, "it was about"."""
    word = row[0].word
    if len(row) == 1 and word in ("до",) and ranged:
        return True
    if len(row) == 1 and word == "over" and reader.word(at - 1) in words.WITH_OVER:
        return True
    if len(row) == 1 and word == "some" and reader.word(at - 1) == "and":
        return False
    return (
        len(row) == 1
        and word in ("больше", "более", "менее", "меньше")
        and reader.word(at - 1) in ("не", "чем")
    )


def _hedge_after(reader: Reader, last: Amount, after: int) -> tuple[str, int]:
    """What hedges a figure from behind its number or its unit, and the index behind all of it."""
    for at in dict.fromkeys((after, last.next)):
        for length in range(3, 0, -1):
            row = reader.items[at : at + length]
            bound = words.HEDGES_AFTER.get(tuple(item.word for item in row))
            if bound and (row[0].raw != "+" or row[0].glued):
                return bound, max(after, at + length)
    return "", after
