"""Dates and times that stand alone in a paragraph, in English, Russian, German and French."""

from __future__ import annotations

import re
from datetime import date

_LONGEST = 90
_MONTHS = (
    "january jan januar jänner janvier janv января январь янв",
    "february feb februar février févr февраля февраль фев",
    "march mar märz mär mars марта март мар",
    "april apr avril avr апреля апрель апр",
    "may mai мая май",
    "june jun juni juin июня июнь июн",
    "july jul juli juillet juil июля июль июл",
    "august aug août августа август авг",
    "september sept sep septembre сентября сентябрь сен",
    "october oct oktober okt octobre октября октябрь окт",
    "november nov novembre ноября ноябрь ноя",
    "december dec dezember dez décembre déc декабря декабрь дек",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_COMPANIONS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    понедельник вторник среда четверг пятница суббота воскресенье
    am pm a.m p.m et est edt ct cst cdt mt pt pst pdt gmt utc bst cet cest msk мск uhr h t z
    at on of the um den le à st nd rd th
    published updated posted modified last first created date time
    опубликовано обновлено дата время г года в
    veröffentlicht aktualisiert stand publié mis jour
    """.split()  # noqa: SIM905
)
_TOKEN = re.compile(r"\d{1,4}|[^\W\d_]+(?:\.[^\W\d_]+)*")
_STRAY = re.compile(r"[^\w\s.,:;/|()+·•–—-]")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_ISO = re.compile(r"\b(\d{4})([-/.])(\d{2})\2(\d{2})(?=\D|\Z)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:of\s+)?([^\W\d_]{3,10})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def stands_for_time(paragraph: str) -> bool:
    """Whether a paragraph is nothing but a date, a time of day, or both."""
    text = paragraph.strip()
    if not text or len(text) > _LONGEST or _STRAY.search(text):
        return False
    tokens = (found[0].lower() for found in _TOKEN.finditer(text))  # most paragraphs fail at their first word
    if not all(token.isdigit() or token in _MONTH or token in _COMPANIONS for token in tokens):
        return False
    return states_date(text) or bool(_CLOCK.search(text))


def states_date(text: str) -> bool:
    """Whether a day of a month is stated, as against a time of day alone."""
    tokens = [token.lower() for token in _TOKEN.findall(text[:_LONGEST])]
    if _ISO.search(text) or _NUMERIC.search(text):
        return True
    return any(token in _MONTH for token in tokens) and any(token.isdigit() for token in tokens)


def full_date(text: str) -> str | None:
    """The ISO date that is stated in full and can be read in one way only, or None."""
    found = {day for day in (*_iso(text), *_numeric(text), *_named(text)) if day}
    return found.pop() if len(found) == 1 else None


def _iso(text: str) -> list[str | None]:
    return [_day(int(match[1]), int(match[3]), int(match[4])) for match in _ISO.finditer(text)]


def _numeric(text: str) -> list[str | None]:
    """Days of the form 24.02.2021; both readings where day and month could be either."""
    days: list[str | None] = []
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        days += [_day(year, second, first), _day(year, first, second)]
    return days


def _named(text: str) -> list[str | None]:
    days: list[str | None] = []
    for match in _DAY_FIRST.finditer(text):
        days.append(_day(int(match[3]), _MONTH.get(match[2].lower(), 0), int(match[1])))
    for match in _MONTH_FIRST.finditer(text):
        days.append(_day(int(match[3]), _MONTH.get(match[1].lower(), 0), int(match[2])))
    return days


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
