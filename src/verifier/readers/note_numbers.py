"""The numbers of notes as they are printed."""

from __future__ import annotations

_ROMAN = (
    *((100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHICAGO = "*†‡§"
_MOST_ROMAN = 400


def numbered(count: int, form: str) -> str:
    """A note's number as it is printed, by one of Word's number formats; decimal for those not known here."""
    if form in ("lowerRoman", "upperRoman") and count < _MOST_ROMAN:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "chicago":
        return _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1)
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        text += sign * times
    return text
