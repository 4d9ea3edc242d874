"""Sentences of a paragraph as spans that tile it.

The work is done offsets first: candidates are found in a view of the same length in which line breaks and other
white space are plain spaces, so a wrapped paragraph has the sentences of an unwrapped one; then closing marks that
stand apart are drawn to the sentence they close, and each candidate is decided by what stands around it. Not one
character is changed.
"""

from __future__ import annotations

import re

from verifier.text import abbreviations as tables
from verifier.text.stops import FIRST_WORD, stop_ends, token_before

_WHITE = (
    "\n\xa0\r\t\f\v\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_MARKS = ".!?…؟۔。！？"
_CLOSERS = "\"'”’“»«›‹)]}*"
_QUOTES = frozenset("\"'”’“»«›‹")
_DETACHABLE = "\"'”’»›)]}"
_EMOTICON_STARTS = ":;"
_NEVER_FIRST = frozenset(_MARKS + ",;:/")

_MARK_CLASS, _CLOSER_CLASS, _DETACHABLE_CLASS = (re.escape(each) for each in (_MARKS, _CLOSERS, _DETACHABLE))
# One pattern that begins with one character class: the regex engine then skips from mark to mark at full speed.
# Every repeat is possessive and a run of marks is entered only at its first, so no input makes it superlinear.
_CANDIDATE = re.compile(
    rf"[{_MARK_CLASS}:;](?:"
    rf"(?<![:;])(?<![{_MARK_CLASS}].)[{_MARK_CLASS}]*+[{_CLOSER_CLASS}]*+"
    r"(?: ++(?=.)|(?<=[a-zа-яё][.!?])(?=[A-ZА-ЯЁ][a-zа-яё' ]))"
    r"|(?<=[:;])-?[)D] ++(?=[A-ZА-ЯЁ]))"
)
_DETACHED = re.compile(rf"(?:[{_DETACHABLE_CLASS}]++(?: ++|\Z))++")
_SPEAKER = re.compile(r"(?:[A-ZА-ЯЁ][\w.’'-]{0,30} ){1,4}([a-zа-яё]{2,15})\b")
_I = re.compile(r"I(?:['’](?:m|d|ll|ve))?\Z")
_FAR = 2_000
"""How far back, in code points, an opening straight quotation mark is looked for."""
_TINY = 5


def split_sentences(paragraph: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as half-open spans in code points, in order and without gaps.

    White space after a sentence belongs to it, and white space before the first one to the first. An empty
    paragraph has no sentences.
    """
    if not paragraph:
        return []
    view = _with_plain_spaces(paragraph)
    spans = []
    start = 0
    for match in _CANDIDATE.finditer(view):
        mark, cut = match.span()
        if view[cut] in _DETACHABLE:
            cut = _behind_closers(view, start, cut)
        if start < cut < len(view) and _ends_sentence(view, start, mark, cut):
            spans.append((start, cut))
            start = cut
    spans.append((start, len(view)))
    return spans


def _with_plain_spaces(paragraph: str) -> str:
    """The paragraph with every white-space character as a plain space, position for position."""
    for character in _WHITE:
        if character in paragraph:
            paragraph = paragraph.replace(character, " ")
    return paragraph


def _behind_closers(view: str, start: int, cut: int) -> int:
    """Where the next sentence would begin when closing marks stand apart behind the full stop."""
    match = _DETACHED.match(view, cut)
    if match is None:
        return cut
    if match.end() < len(view) and view[cut] == '"' and view.count('"', max(start, cut - _FAR), cut) % 2 == 0:
        return cut
    return match.end()


def _ends_sentence(view: str, start: int, mark: int, cut: int) -> bool:
    """Whether the mark at ``mark`` ends the sentence begun at ``start``, so that the next begins at ``cut``."""
    sign = view[mark]
    if sign in _EMOTICON_STARTS:
        return True
    if view[mark - 1 : mark] in ("[", "("):  # "[…]" leaves something out, "(!)" wonders
        return False
    if mark - start < _TINY and not any(map(str.isalnum, view[start:mark])):
        return False
    found = FIRST_WORD.match(view, cut)
    if found is None:
        return view[cut] not in _NEVER_FIRST and token_before(view, mark).lower() not in tables.KNOWN
    word = found[1]
    last = view[cut - 1] if view[cut - 1] != " " else view[mark:cut].rstrip(" ")[-1]
    if view[cut - 1] != " " and word.lower() not in tables.STARTERS:
        return False
    if sign == "." and view[mark + 1] not in _MARKS:
        return stop_ends(view, start, mark, word, closed=last in _CLOSERS)
    return _cry_ends(view, mark, cut, word, last)


def _cry_ends(view: str, mark: int, cut: int, word: str, last: str) -> bool:
    """Whether a question or exclamation mark or an ellipsis, ``last`` being what closes it, ends a sentence."""
    sign = view[mark]
    if sign == "!" and token_before(view, mark).lower() in tables.EXCLAIMED_NAMES:
        return word[0].isupper() and word.lower() in tables.STARTERS
    if word[0].islower():
        return last in "?!" and word in tables.CASUAL_STARTERS
    if sign not in "?!":
        return not _I.match(word)  # "I" has its capital everywhere: "that word… I mean"
    return last not in _QUOTES or not _speaker_follows(view, cut, word)


def _speaker_follows(view: str, cut: int, word: str) -> bool:
    """Whether a name and a verb of saying carry a quoted question on: "Why?" Jane Roe asked."""
    if word.lower() in tables.STARTERS:
        return False
    match = _SPEAKER.match(view, cut)
    return match is not None and match[1] in tables.SPEECH_VERBS
