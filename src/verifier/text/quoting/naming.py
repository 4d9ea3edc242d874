"""Words before or behind a quotation, and the names among them: runs of words with capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.text.quoting import saying

BARRIER = "\x00"
"""Stands in a masked text where a quotation began."""

_TOKEN = re.compile(r"[,;:()—–\x00]|[^\s,;:()—–\x00\"“”«»]+")
PUNCTUATION = frozenset(",;:()—–" + BARRIER)
POSSESSIVE = re.compile(r"['’]s?\Z")
_NAME = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]{1,30} ){1,4}([A-ZÀ-ÞА-ЯЁ][\w’'-]{1,30})")
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){1,6}[^\W\d_]{1,2}\Z")
_ABBREVIATED = re.compile(r"(?:[A-ZА-ЯЁ]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|St|Jr|Sr|Rev|Sgt)\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark with its span in the whole text."""

    word: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The word in small letters, with a straight apostrophe."""
        return self.word.lower().replace("’", "'")

    @property
    def owns(self) -> bool:
        """Whether the word is a possessive."""
        return POSSESSIVE.search(self.word) is not None


def plain(text: str) -> str:
    """A piece of text with every kind of white space as a space, position for position."""
    return "".join(" " if character.isspace() else character for character in text)


def full_names(view: str) -> frozenset[str]:
    """The last words of the names of two and more words in a text: surnames that may stand alone later."""
    return frozenset(POSSESSIVE.sub("", match[1]) for match in _NAME.finditer(plain(view)))


def tokens_of(words: str, base: int) -> list[Token]:
    """The words and punctuation marks; the full stop at the end of a sentence is no part of its word."""
    tokens = []
    for match in _TOKEN.finditer(words):
        word = match[0]
        if word not in PUNCTUATION and word != "&" and not any(map(str.isalnum, word)):
            continue
        bare = word.rstrip(".!?…")
        if bare and bare != word and not _ABBREVIATED.match(bare) and not _DOTTED.match(bare):
            word = bare
        start = base + match.start()
        tokens.append(Token(word, start, start + len(word)))
    return tokens


def is_name(token: Token) -> bool:
    """Whether a word has a capital and is none of those that have it for another reason."""
    word = token.word
    if not word[0].isupper():
        return False
    if _INITIAL.match(word):
        return True
    folded = POSSESSIVE.sub("", token.folded).rstrip(".")
    return folded not in saying.NOT_NAMES and folded not in saying.PERSON | saying.OTHER_PRONOUNS


def run_start(tokens: Sequence[Token], last: int) -> int:
    """Where the run of name words that ends at ``last`` begins; a possessive ends the run before it."""
    start = last + 1
    while start > 0:
        token = tokens[start - 1]
        if not (is_name(token) and (start == last + 1 or not token.owns)):
            inner = token.folded in saying.PARTICLES and start <= last
            if not (inner and _name_goes_on(tokens, start - 2)):
                break
        start -= 1
    return _without_office(tokens, start, last)


def _name_goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name, or one more particle of it, stands before a particle: Jan van der Meer."""
    if index > 0 and tokens[index].folded in saying.PARTICLES:
        index -= 1
    return index >= 0 and is_name(tokens[index]) and not tokens[index].owns


def _without_office(tokens: Sequence[Token], start: int, last: int) -> int:
    """The start of a Russian name without the capitals of an office before it: "МИД Сергей Орлов"."""
    while start < last:
        word = tokens[start].word
        acronym = len(word) > 1 and word.isupper() and "." not in word and not tokens[last].word.isupper()
        genitive = word.lower() in saying.OF_COUNTRIES or (word[-2:] == "ии" and word[0] >= "А")
        if tokens[last].word.lower() in saying.OF_COUNTRIES:
            break
        if not (acronym or genitive):
            break
        start += 1
    return start


def run_end(tokens: Sequence[Token], first: int) -> int:
    """Behind the run of name words that begins at ``first``; ``first`` where there is none."""
    stop = first
    while stop < len(tokens):
        token = tokens[stop]
        particle = stop > first and token.folded in saying.PARTICLES and _name_comes(tokens, stop + 1)
        if not (is_name(token) or particle):
            break
        stop += 1
        if token.owns:
            break
    return stop


def _name_comes(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name, or one more particle and a name, stands behind a particle."""
    if index < len(tokens) and tokens[index].folded in saying.PARTICLES:
        index += 1
    return index < len(tokens) and is_name(tokens[index])


def without_titles(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The index of the first word of a name that is no title."""
    while first < stop - 1 and tokens[first].folded.rstrip(".") in saying.TITLES:
        first += 1
    return first
