"""Times of day read from tokens, as minutes since midnight."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.measures.figure_words import TEENS, UNITS, words
from verifier.text.measures.marked import Token, TokenKind
from verifier.text.measures.unit_words import NOT_COUNTED

_NAMED = {"noon": 720.0, "midday": 720.0, "midnight": 0.0, "полдень": 720.0, "полночь": 0.0}
_BEFORE = words("at by around until till from after before since about в к до после около с")
_MORNING = words("утра am")
_EVENING = words("вечера дня pm")
_PARTS_OF_DAY = {"morning": 0, "afternoon": 12, "evening": 12}
_PAST_HOUR = {"half past": 30, "quarter past": 15, "quarter to": -15}
_SCORES = words("счет счетом счета score")


def read_time(items: Sequence[Token], index: int) -> tuple[Figure, int] | None:
    """The time of day that begins at a token and the index behind it, or None."""
    item = items[index]
    if item.word in _NAMED:
        plain = item.word != "midday" and index and items[index - 1].word in ("the", "a")
        return None if plain else _figure(items, index, index + 1, _NAMED[item.word])
    return _in_digits(items, index) if item.number else _in_words(items, index)


def _figure(items: Sequence[Token], first: int, after: int, minutes: float) -> tuple[Figure, int]:
    start, end = items[first].start, items[after - 1].end
    return Figure(FigureKind.TIME, start, end, minutes, minutes), after


def _in_digits(items: Sequence[Token], index: int) -> tuple[Figure, int] | None:
    """ "10:15", "10.15pm", "9 a.m.", "в 9 часов утра"."""
    hours, minutes, after = _written(items, index)
    if hours < 0:
        return None
    half, behind = _half(items, after)
    if half is not None and 1 <= hours <= (24 if items[behind - 1].word[0] > "z" else 12):
        shifted = hours % 12 + half if hours <= 12 else hours
        return _figure(items, index, behind, 60.0 * shifted + minutes)
    following = [item.word for item in items[after : after + 2]]
    if following == ["o'clock"] or following[:1] == ["o'clock"]:
        return _figure(items, index, after + 1, 60.0 * hours + minutes)
    colon = after == index + 3
    scored = any(item.word in _SCORES for item in items[max(0, index - 3) : index])
    return (
        _figure(items, index, after, 60.0 * hours + minutes) if colon and hours < 24 and not scored else None
    )


def _written(items: Sequence[Token], index: int) -> tuple[int, int, int]:
    """Hours, minutes and the index behind them; hours are -1 where the digits are no time."""
    raw = items[index].raw
    if index + 2 < len(items) and items[index + 1].raw == ":" and items[index + 1].glued:
        minutes = items[index + 2].raw
        if (
            items[index + 2].glued
            and len(minutes) == 2
            and minutes.isdigit()
            and raw.isdigit()
            and len(raw) <= 2
        ):
            return (
                (int(raw), int(minutes), index + 3)
                if int(minutes) < 60 and int(raw) <= 24
                else (-1, 0, index)
            )
        return -1, 0, index
    whole, _point, rest = raw.partition(".")
    if rest and len(rest) == 2 and len(whole) <= 2 and whole.isdigit() and rest.isdigit() and int(rest) < 60:
        return (int(whole), int(rest), index + 1) if int(whole) <= 24 else (-1, 0, index)
    return (int(raw), 0, index + 1) if raw.isdigit() and len(raw) <= 2 else (-1, 0, index)


def _half(items: Sequence[Token], after: int) -> tuple[int | None, int]:
    """Hours that "a.m.", "pm" or "часов вечера" add, and the index behind it; None where nothing says it."""
    row = [item.word for item in items[after : after + 4]]
    if row[:1] and row[0] in ("am", "pm"):
        return (12 if row[0] == "pm" else 0), after + 1
    if row[:2] == ["in", "the"] and row[2:3] and row[2] in _PARTS_OF_DAY and not _noun(items, after + 3):
        return _PARTS_OF_DAY[row[2]], after + 3
    if row[:3] in (["a", ".", "m"], ["p", ".", "m"]) and items[after + 1].glued and items[after + 2].glued:
        stopped = row[3:] == ["."] and items[after + 3].glued and not _ends(items, after + 3)
        return (12 if row[0] == "p" else 0), after + 3 + stopped
    at = after + 1 if row[:1] and row[0] in ("час", "часа", "часов") else after
    word = items[at].word if at < len(items) else ""
    if word in ("утра", "ночи"):
        return 0, at + 1
    return (12, at + 1) if word in ("вечера", "дня") else (None, after)


def _noun(items: Sequence[Token], index: int) -> bool:
    """Whether a word goes on that may be a thing: "three in the morning raid" is no time."""
    return index < len(items) and items[index].kind is TokenKind.WORD and items[index].word not in NOT_COUNTED


def _ends(items: Sequence[Token], index: int) -> bool:
    """Whether a full stop ends the text or stands before a capital."""
    return index + 1 >= len(items) or items[index + 1].capital


def _in_words(items: Sequence[Token], index: int) -> tuple[Figure, int] | None:
    """ "five o'clock", "six in the morning", "half past nine in the evening"."""
    added = _PAST_HOUR.get(" ".join(item.word for item in items[index : index + 2]))
    at = index if added is None else index + 2
    hour = _hour(items, at)
    if not hour:
        return None
    half, behind = _half(items, at + 1)
    if half is not None and items[behind - 1].word[0] <= "z":
        return _figure(items, index, behind, 60 * (hour % 12 + half) + (added or 0))
    clock = at + 1 < len(items) and items[at + 1].word == "o'clock"
    if clock or added is not None:
        return _figure(items, index, at + 1 + clock, 60 * hour + (added or 0))
    return None


def _hour(items: Sequence[Token], at: int) -> float:
    """The hour a word tells, from one to twelve; 0 where it tells none."""
    word = items[at].word if at < len(items) else ""
    value = UNITS.get(word, TEENS.get(word, 0.0))
    return value if 1 <= value <= 12 else 0.0
