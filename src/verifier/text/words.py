"""The words of a text, exactly where they stand, with what they are compared by: the folded form and the stem.

Words are looked for in the folded view (``verifier.text.folding``), so quotation marks, dashes, spaces, case and
invisible characters make no difference, and a line break is a space like any other. Nothing is normalised by
compatibility: 10⁶ stays what it is. Stems are Snowball's. Which of its languages a word is stemmed in, its script
says, unless the language of the text is known and is written in that script.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from sys import intern
from typing import NamedTuple

from verifier.text.folding import Folded, fold
from verifier.text.near_words import GROUPS
from verifier.text.stop_words import LIGHT_WORDS, STOP_WORDS

_MARKS = (  # what belongs to a letter in scripts that have no letter for every combination
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0971-\u0df3\u0e30-\u0e4e\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
)
_ALONE = (  # scripts that set no space between words: each letter counts
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_LETTERS = rf"(?:[a-zа-я]++|(?![{_ALONE}])[^\W\d_]|[{_MARKS}])++"  # the usual ones first: they are quickest
_PLAIN = r"[a-zа-я]++(?=[ ,])"  # most words by far
_FIGURES = (  # what is looked behind at stands second: an expression is soonest passed over for its first letter
    r"\d(?<!\d\d)\d{0,2}(?:[ ,.]\d{3}){1,6}(?:[.,]\d{1,2})?(?!\d)",  # thousands set apart
    r"\d++(?:[.,]\d++)*+[⁰¹²³⁴-⁹]*+(?:(?:st|nd|rd|th)(?!\w))?",
)
_DOTTED = r"[a-z]\.(?<!\w[a-z]\.)(?:[a-z]\.){1,7}"
_ENDS_OF_ARTICLES = ("fr", "it", "ca")
"""Languages in which what stands before an apostrophe is a word of its own."""

_INSIDE, _PARTED = (
    re.compile("|".join((_PLAIN, *_FIGURES, _DOTTED, letters, rf"[{_ALONE}]")))
    for letters in (rf"{_LETTERS}(?:'{_LETTERS})*+", _LETTERS)
)

_GROUPED = re.compile(r"(\d{1,3}(?:[ ,.]\d{3})+)(?:[.,](\d{1,2}))?\Z")
_COUNTED = {
    word: str(number)
    for number, written in enumerate(
        (
            "two два две двух двум двумя",
            "three три трех трем тремя",
            "four четыре четырех четырем",
            "five пять пяти пятью",
            "six шесть шести шестью",
            "seven семь семи семью",
            "eight восемь восьми",
            "nine девять девяти",
            "ten десять десяти",
            "eleven одиннадцать одиннадцати",
            "twelve двенадцать двенадцати",
        ),
        start=2,
    )
    for word in written.split()
}
"""Small numbers are compared as figures however they are written."""

_MOST_KNOWN = 100_000
"""So many forms of a language stay known."""

_SCRIPTS = (
    ("latin", "english", "az\xc0\u024f\u1e00\u1eff"),
    ("cyrillic", "russian", "\u0400\u052f"),
    ("greek", "greek", "\u0370\u03ff\u1f00\u1fff"),
    ("arabic", "arabic", "\u0600\u06ff"),
    ("armenian", "armenian", "\u0531\u058f"),
    ("devanagari", "hindi", "\u0900\u097f"),
    ("hebrew", "", "\u0590\u05ff"),
    ("tamil", "tamil", "\u0b80\u0bff"),
)
"""Scripts, the Snowball language taken where nothing is known, and the first and last letters of their ranges."""

_LANGUAGES = {
    **{tag: ("latin", name) for tag, name in (
        ("ca", "catalan"), ("cs", "czech"), ("da", "danish"), ("de", "german"), ("en", "english"),
        ("eo", "esperanto"), ("es", "spanish"), ("et", "estonian"), ("eu", "basque"), ("fi", "finnish"),
        ("fr", "french"), ("ga", "irish"), ("hu", "hungarian"), ("id", "indonesian"), ("it", "italian"),
        ("lt", "lithuanian"), ("nb", "norwegian"), ("nl", "dutch"), ("nn", "norwegian"), ("no", "norwegian"),
        ("pl", "polish"), ("pt", "portuguese"), ("ro", "romanian"), ("sv", "swedish"), ("tr", "turkish"),
    )},
    **dict.fromkeys(("bs", "hr", "is", "lv", "mt", "sk", "sl", "sq", "vi"), ("latin", "")),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "tg", "uk"), ("cyrillic", "")),
    "ru": ("cyrillic", "russian"),
    "sr": ("cyrillic", "serbian"),
    "el": ("greek", "greek"),
    "ar": ("arabic", "arabic"),
    "fa": ("arabic", "persian"),
    "ur": ("arabic", ""),
    "hy": ("armenian", "armenian"),
    "hi": ("devanagari", "hindi"),
    "ne": ("devanagari", "nepali"),
    "mr": ("devanagari", ""),
    "yi": ("hebrew", "yiddish"),
    "ta": ("tamil", "tamil"),
}  # fmt: skip
"""Languages whose script is known and the Snowball language that serves them; "" where there is none."""


class Word(NamedTuple):
    """A word: its span in the text it was asked of, in code points, its folded form, its stem, and whether it is too
    common to tell anything.
    """

    start: int
    end: int
    form: str
    stem: str
    stop: bool


def words(text: str, start: int = 0, end: int | None = None, *, language: str = "") -> list[Word]:
    """The words between two places of a text, in order; in time linear in the length of that stretch."""
    stretch, make = text[start:end], tuple.__new__
    folded = fold(stretch)
    tag = primary(language)
    found = list((_PARTED if tag in _ENDS_OF_ARTICLES else _INSIDE).finditer(folded.text))
    spans = [hit.span() for hit in found]
    if folded.units:
        found, spans = _apart(found, [_span(folded, *span) for span in spans])
    table = _known(tag if tag in _LANGUAGES else "")
    known = [table[hit[0]] for hit in found]
    if not stretch.isupper():
        for at, (first, last) in enumerate(spans):
            if known[at][2] and last - first > 1 and stretch[first:last].isupper():
                known[at] = known[at][0], known[at][0].upper(), False  # US and WHO are not us and who
    return [
        make(Word, (start + first, start + last, form, stem, stop))  # its own constructor takes twice as long
        for (first, last), (form, stem, stop) in zip(spans, known, strict=True)
    ]


@cache
def light_stems() -> frozenset[str]:
    """The stems of words that say little in a news story, English and Russian."""
    return frozenset(_known("")[form][1] for form in LIGHT_WORDS)


@cache
def near_stems() -> dict[str, frozenset[str]]:
    """For a stem the stems of words that news stories use for it, English and Russian."""
    near: dict[str, set[str]] = {}
    for group in GROUPS:
        stems = {_known("")[form][1] for form in group}
        for stem in stems:
            near.setdefault(stem, set()).update(stems - {stem})
    return {stem: frozenset(others) for stem, others in near.items()}


def primary(language: str) -> str:
    """The first part of a language tag, in small letters: "en" of "en-GB"."""
    return language.replace("_", "-").partition("-")[0].lower()


def _span(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """Where in the text a stretch of the folded view stands; a letter that became several is taken whole."""
    first = folded.start_of(start)
    while first is None:
        start -= 1
        first = folded.start_of(start)
    last = folded.end_of(end)
    while last is None:
        end += 1
        last = folded.end_of(end)
    return first, last


def _apart(
    found: list[re.Match[str]], spans: list[tuple[int, int]]
) -> tuple[list[re.Match[str]], list[tuple[int, int]]]:
    """The hits but for what only belongs to the letter a hit before ends with, as an accent on a figure does."""
    kept = []
    reached = 0
    for hit, (start, end) in zip(found, spans, strict=True):
        if start >= reached:
            kept.append((hit, (start, end)))
            reached = end
    return [hit for hit, _span in kept], [span for _hit, span in kept]


class _Known(dict[str, tuple[str, str, bool]]):
    """Folded forms in texts of a language with their stems, and whether they are stop words; filled as they turn up.

    A form and a stem are the same object wherever they stand: comparing looks them up by the hundred thousand.
    """

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.tag = tag

    def __missing__(self, form: str) -> tuple[str, str, bool]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        stem, stop = _look_up(form, self.tag)
        found = self[form] = intern(form), intern(stem), stop
        return found


@cache
def _known(tag: str) -> _Known:
    """What is known of the forms of a language there is a stemmer for; "" for all others."""
    return _Known(tag)


def _look_up(form: str, tag: str) -> tuple[str, bool]:
    """The stem of a folded form in a text of a language, and whether it is a stop word."""
    plain = form.replace("ё", "е")
    if plain[0].isdecimal():
        return _figure(plain), False
    if plain in _COUNTED:
        return _COUNTED[plain], False
    if "." in plain:
        return plain.replace(".", "").upper(), False
    return _stem(plain, tag), plain in STOP_WORDS


def _figure(form: str) -> str:
    """A figure without what sets its thousands apart or makes it an ordinal."""
    grouped = _GROUPED.match(form)
    if grouped:
        return re.sub(r"[ ,.]", "", grouped[1]) + (f".{grouped[2]}" if grouped[2] else "")
    return form.rstrip("stndrh").replace(",", ".")


def _stem(form: str, tag: str) -> str:
    """The Snowball stem; the form itself where there is none for its language."""
    script, usual = _script(form[0])
    own_script, own = _LANGUAGES.get(tag, ("", ""))
    name = own if script and own_script == script else usual
    return _stemmer(name)(form) if name else form


def _script(letter: str) -> tuple[str, str]:
    """The script of a letter, and the language its words are stemmed in where nothing else is known."""
    for script, usual, ranges in _SCRIPTS:
        if any(ranges[at] <= letter <= ranges[at + 1] for at in range(0, len(ranges), 2)):
            return script, usual
    return "", ""


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    """The stemmer of a Snowball language."""
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem
