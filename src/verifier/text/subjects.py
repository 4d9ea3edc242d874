"""The subject of a verb of saying, found in the words before or behind a quotation.

No grammar is known here but order and capitals, so only plain shapes are read: a name or a short noun phrase beside its
verb, with what may stand between them. Everything else has no subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.comparing import Span
from verifier.text import saying

BARRIER = "\x00"
"""Stands in a masked text where a quotation began."""

_TOKEN = re.compile(r"[,;:()—–\x00]|[^\s,;:()—–\x00\"“”«»]+")
_PUNCTUATION = frozenset(",;:()—–" + BARRIER)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁ][\w’'.-]{1,30} [A-ZÀ-ÞА-ЯЁ][\w’'.-]{1,30}")
_ABBREVIATED = re.compile(r"(?:[A-ZА-ЯЁ]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|St|Jr|Sr|Rev|Sgt)\Z")
_ARTICLES = ("the", "a", "an")
_LONGEST_SUBJECT = 8
_LONGEST_LEAD = 14
_LONGEST_TAIL = 30


@dataclass(frozen=True, slots=True)
class Subject:
    """The span of who speaks, and whether it is a pronoun."""

    span: Span
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a punctuation mark with its span in the whole text."""

    word: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.word.lower().replace("’", "'")

    @property
    def owns(self) -> bool:
        return _POSSESSIVE.search(self.word) is not None


def plain(text: str) -> str:
    """A piece of text with every kind of white space as a space, position for position."""
    return "".join(" " if character.isspace() else character for character in text)


def full_names(view: str) -> frozenset[str]:
    """The last words of the names of two words in a text: surnames that may stand alone later."""
    return frozenset(match[0].split()[-1].rstrip(".") for match in _NAME.finditer(view.replace("\n", " ")))


def before_quotation(words: str, base: int, *, led: bool) -> Subject | None:
    """The subject of the last verb of saying before a quotation, or of "according to".

    ``base`` is where the words begin in the whole text; ``led`` says that they end with a comma or a colon.
    """
    tokens = _tokens(words, base)
    if led and tokens and tokens[-1].word == ":":
        script = _script(tokens[:-1])
        if script is not None:
            return script
    named = _according(tokens)
    if named is not None:
        return named
    verb = _last_verb(tokens)
    if verb < 0:
        return _participle(tokens)
    if _as_saying(tokens, verb):
        return _left_name(tokens, verb - 1)
    tail = len(tokens) - verb - 1
    if tail > (_LONGEST_LEAD if led else _LONGEST_TAIL) or _turns_away(tokens[verb + 1 :], led=led):
        return None
    return _subject_before(tokens, verb)


def behind_quotation(words: str, base: int, *, attached: bool) -> Subject | None:
    """The subject of the verb of saying directly behind a quotation, or of "according to".

    ``attached`` says that the quotation is not the end of its sentence, so that the subject may come before the verb.
    """
    tokens = _tokens(words, base)
    while tokens and tokens[0].word in (",", "—", "–", "-"):
        del tokens[0]
    if not tokens:
        return None
    if tokens[0].folded in saying.HELPING and len(tokens) > 1 and tokens[1].folded in saying.SAYING:
        del tokens[0]
    if tokens[0].folded in saying.SAYING:
        return _subject_behind(tokens, 1)
    if _pair(tokens, 0) in _SOURCES:
        return _source(tokens, 2)
    return _subject_first(tokens) if attached else None


def antecedent(view: str, base: int, surnames: frozenset[str]) -> Span | None:
    """The span of the one name a pronoun behind these words can stand for, or None."""
    tokens = _tokens(plain(view), base)
    found: dict[str, tuple[Span, bool]] = {}
    index = 0
    while index < len(tokens):
        stop = _run_end(tokens, index)
        if stop == index:
            index += 1
            continue
        first = _without_titles(tokens, index, stop)
        words = [each.word for each in tokens[first:stop]]
        sure = _may_be_person(tokens, index, words, surnames, titled=first > index)
        name = _POSSESSIVE.sub("", words[-1])
        owned = _POSSESSIVE.search(words[-1])
        end = tokens[stop - 1].end - (len(owned[0]) if owned else 0)
        previous = found.get(name)
        found[name] = previous if previous and previous[1] else ((tokens[first].start, end), sure)
        index = stop
    if len(found) != 1:
        return None
    span, sure = next(iter(found.values()))
    return span if sure else None


def _may_be_person(
    tokens: Sequence[_Token], index: int, words: Sequence[str], surnames: frozenset[str], *, titled: bool
) -> bool:
    """Whether a name is surely a person's: with a title, in full, or known in full from elsewhere."""
    if any(word.lower() in saying.INSTITUTIONS for word in words):
        return False
    if index and tokens[index - 1].folded in saying.PREPOSITIONS | {"the"}:
        return False
    return titled or len(words) in (2, 3) or _POSSESSIVE.sub("", words[0]) in surnames


def _tokens(words: str, base: int) -> list[_Token]:
    """The words and punctuation marks; the full stop at the end of a sentence is no part of its word."""
    tokens = []
    for match in _TOKEN.finditer(words):
        word = match[0]
        if word not in _PUNCTUATION and word != "&" and not any(map(str.isalnum, word)):
            continue
        bare = word.rstrip(".!?…")
        if bare and bare != word and not _ABBREVIATED.match(bare):
            word = bare
        start = base + match.start()
        tokens.append(_Token(word, start, start + len(word)))
    return tokens


def _last_verb(tokens: Sequence[_Token]) -> int:
    """The index of the last verb of saying that can lead a quotation, or -1."""
    for index in range(len(tokens) - 1, -1, -1):
        word = tokens[index].folded
        if word in saying.SAYING and (
            word not in saying.NOT_BEFORE_QUOTE or _pair(tokens, index) == "put it"
        ):
            return index
        if word == "saying" and index and tokens[index - 1].folded == "as":
            return index
    return -1


def _as_saying(tokens: Sequence[_Token], verb: int) -> bool:
    """Whether the verb is that of "quoted X as saying"."""
    return tokens[verb].folded == "saying"


def _left_name(tokens: Sequence[_Token], end: int) -> Subject | None:
    """The name that ends before ``end``, if a verb of quoting stands before it."""
    start = _run_start(tokens, end - 1)
    if not 1 <= start < end:
        return None
    if tokens[start - 1].folded not in ("quoted", "quotes", "quoting", "cited", "cites"):
        return None
    return _span(tokens, start, end)


def _turns_away(tail: Sequence[_Token], *, led: bool) -> bool:
    """Whether what stands between the verb and the quotation leads away from the speaker."""
    words = [each.word for each in tail]
    if words[:1] == [","] and words[1:2] in (["что"], ["that"]):
        del words[:2]
    if ";" in words or "by" in words[:2]:
        return True
    inner = words[:-1] if led else words
    return not led and ("," in inner or ":" in inner) and BARRIER not in inner


def _subject_before(tokens: Sequence[_Token], verb: int) -> Subject | None:
    """The subject that ends before the verb, helping words between them left out."""
    last = verb - 1
    while last >= 0 and _helps(tokens[last]):
        last -= 1
    if last < 0:
        return None
    word = tokens[last].folded
    if word in saying.PERSON:
        doubt = last and tokens[last - 1].folded in saying.DOUBTING
        return None if doubt else Subject((tokens[last].start, tokens[last].end), pronoun=True)
    if tokens[last].word == ",":
        return _before_apposition(tokens, last)
    if word in saying.OTHER_PRONOUNS or tokens[last].word in _PUNCTUATION:
        return None
    if _is_name(tokens[last]) and not tokens[last].owns:
        return _named(tokens, last)
    return _phrase(tokens, last)


def _helps(token: _Token) -> bool:
    word = token.folded
    return word in saying.HELPING or (word.endswith("ly") and token.word.islower())


def _named(tokens: Sequence[_Token], last: int) -> Subject | None:
    """The name that ends at ``last``; the whole phrase where the name is but a part of it."""
    start = _run_start(tokens, last)
    before = tokens[start - 1].folded if start else ""
    if before in saying.DOUBTING or tokens[start].folded in saying.DOUBTING:
        return None
    if before in saying.JOINING:
        alone = start < 2 or tokens[start - 2].word in _PUNCTUATION
        return _span(tokens, start, last + 1) if alone else None
    if before in saying.PREPOSITIONS and before != "as":
        return _phrase(tokens, last)
    if before in _ARTICLES:
        return _span(tokens, start - 1, last + 1)
    first = _without_titles(tokens, start, last + 1)
    return _span(tokens, first, last + 1)


def _phrase(tokens: Sequence[_Token], last: int) -> Subject | None:
    """A noun phrase that ends at ``last`` and fills its clause, or begins with the last free article before it."""
    start = last
    while (
        start > 0
        and tokens[start - 1].word not in _PUNCTUATION
        and tokens[start - 1].folded not in saying.CLAUSES
    ):
        start -= 1
    if start and tokens[start - 1].folded in saying.DOUBTING:
        return None
    clause = tokens[start : last + 1]
    if any(each.folded in saying.SAYING or each.folded in saying.BEING for each in clause):
        return None
    if _begins_phrase(clause[0]) and len(clause) <= _LONGEST_SUBJECT:
        return _span(tokens, start, last + 1)
    for index in range(last, start, -1):
        if tokens[index].folded in saying.PREPOSITIONS or tokens[index].folded in saying.JOINING:
            return None
        if _begins_phrase(tokens[index]):
            first = _owner_start(tokens, index, start)
            loose = first > start and tokens[first - 1].folded in saying.PREPOSITIONS
            return None if loose or last - first > _LONGEST_SUBJECT else _span(tokens, first, last + 1)
    return None


def _owner_start(tokens: Sequence[_Token], index: int, floor: int) -> int:
    """Where the name begins that ends with a possessive at ``index``: "Jane Roe’s lawyer"."""
    if not tokens[index].owns:
        return index
    while index > floor and _is_name(tokens[index - 1]) and not tokens[index - 1].owns:
        index -= 1
    return index


def _begins_phrase(token: _Token) -> bool:
    return token.folded in saying.DETERMINERS or (token.owns and token.word[0].isupper())


def _before_apposition(tokens: Sequence[_Token], comma: int) -> Subject | None:
    """The name, or the noun phrase, before what stands between commas before the verb: "X, 44, said"."""
    named = _run_start(tokens, comma - 1)
    if 1 < named < comma and tokens[named - 1].word == "," and _fills(tokens, named - 1):
        return _span(tokens, named, comma)
    for index in range(comma - 2, 0, -1):
        if tokens[index].word == BARRIER or tokens[index].folded in saying.SAYING:
            return None
        following = tokens[index + 1].word
        if tokens[index].word != "," or not (following[0].islower() or following[0].isdigit()):
            continue
        before = tokens[index - 1]
        if _is_name(before) and not before.owns:
            return _named(tokens, index - 1)
        if index - 1 < _LONGEST_SUBJECT and before.word not in _PUNCTUATION:
            return _phrase(tokens, index - 1)
    return None


def _fills(tokens: Sequence[_Token], comma: int) -> bool:
    """Whether the words before a comma are an office with an article: "the harbour master, Jane Roe, said"."""
    phrase = _phrase(tokens, comma - 1)
    return phrase is not None and not _is_name(tokens[comma - 1])


def _participle(tokens: Sequence[_Token]) -> Subject | None:
    """The name at the start of a sentence whose only other verb of saying is ", saying" or ", adding"."""
    places = [index for index, each in enumerate(tokens) if each.folded in saying.ADDING]
    if not places or tokens[places[-1] - 1].word != "," or len(tokens) - places[-1] > _LONGEST_LEAD:
        return None
    stop = _run_end(tokens, 0)
    others = any(_is_name(each) for each in tokens[stop : places[-1]])
    if others or not stop or tokens[stop - 1].owns or tokens[stop].folded in saying.JOINING:
        return None
    return _span(tokens, _without_titles(tokens, 0, stop), stop)


def _script(tokens: Sequence[_Token]) -> Subject | None:
    """A name that is all there is before a colon, as in an interview."""
    if not tokens or len(tokens) > 4 or not all(_is_name(each) for each in tokens):
        return None
    return _span(tokens, _without_titles(tokens, 0, len(tokens)), len(tokens))


_SOURCES = frozenset(
    ("according to", "по словам", "по мнению", "по утверждению", "по выражению", "по сообщению")
)


def _pair(tokens: Sequence[_Token], index: int) -> str:
    return " ".join(each.folded for each in tokens[index : index + 2])


def _according(tokens: Sequence[_Token]) -> Subject | None:
    """The source named by "according to" at the start of the words."""
    for index in range(min(2, len(tokens))):
        if _pair(tokens, index) in _SOURCES:
            return _source(tokens, index + 2)
    return None


def _source(tokens: Sequence[_Token], first: int) -> Subject | None:
    """The name or phrase up to the next punctuation mark."""
    stop = first
    while stop < len(tokens) and tokens[stop].word not in _PUNCTUATION:
        stop += 1
    if not 0 < stop - first <= _LONGEST_SUBJECT:
        return None
    if tokens[first].folded in saying.OTHER_PRONOUNS | saying.PERSON | {
        "him",
        "her",
        "него",
        "нее",
        "неё",
        "его",
    }:
        return None
    return _inside(tokens, first, stop)


def _inside(tokens: Sequence[_Token], first: int, stop: int) -> Subject | None:
    """The name at the end of a phrase that tells an office ("the minister Jane Roe"), else the whole phrase."""
    if tokens[stop - 1].folded in saying.BEING or any(
        each.folded in saying.SAYING for each in tokens[first:stop]
    ):
        return None
    if not _is_name(tokens[stop - 1]) or tokens[stop - 1].owns:
        return _span(tokens, first, stop)
    start = max(first, _run_start(tokens, stop - 1))
    before = tokens[start - 1].folded if start > first else ""
    if before in saying.JOINING:
        return None
    if before in saying.PREPOSITIONS | saying.DETERMINERS:
        return _span(tokens, first, stop)
    return _span(tokens, _without_titles(tokens, start, stop), stop)


def _subject_behind(tokens: Sequence[_Token], first: int) -> Subject | None:
    """The subject that begins behind a verb."""
    if first >= len(tokens):
        return None
    word = tokens[first].folded
    if word in saying.PERSON:
        return Subject((tokens[first].start, tokens[first].end), pronoun=True)
    if word in saying.OTHER_PRONOUNS | saying.PREPOSITIONS and word not in saying.DETERMINERS:
        return None
    stop = first
    while (
        stop < len(tokens)
        and tokens[stop].word not in _PUNCTUATION
        and not _ends_subject(tokens, first, stop)
    ):
        stop += 1
    if not 0 < stop - first <= _LONGEST_SUBJECT:
        return None
    appended = _appended_name(tokens, stop) if not _is_name(tokens[stop - 1]) else None
    return appended or _inside(tokens, first, stop)


def _ends_subject(tokens: Sequence[_Token], first: int, index: int) -> bool:
    """Whether a word is no part of the subject any more."""
    word = tokens[index].folded
    if index > first and (word in saying.NOT_NAMES - saying.DETERMINERS) and tokens[index].word[0].isupper():
        return True
    named = index > first and _is_name(tokens[index - 1])
    if named and word in ("of", "from", "for"):
        return True
    return word in saying.ENDS_SUBJECT or word in saying.HELPING or (named and word.endswith("ly"))


def _appended_name(tokens: Sequence[_Token], comma: int) -> Subject | None:
    """The name that follows an office behind a comma: "said the minister, Jane Roe, …"."""
    if comma >= len(tokens) or tokens[comma].word != ",":
        return None
    stop = _run_end(tokens, comma + 1)
    if stop - comma - 1 < 2 or (stop < len(tokens) and tokens[stop].word != ","):
        return None
    return _span(tokens, _without_titles(tokens, comma + 1, stop), stop)


def _subject_first(tokens: Sequence[_Token]) -> Subject | None:
    """The subject before the first verb of saying behind a quotation, if nothing else stands before it."""
    for index, each in enumerate(tokens[:_LONGEST_TAIL]):
        if each.word == BARRIER or (each.folded in saying.BEING and each.folded not in saying.HELPING):
            return None
        if each.folded in saying.SAYING and index:
            if _pair(tokens, index + 1).startswith("by "):
                return None
            return _own(tokens, _subject_before(tokens, index))
    return None


def _own(tokens: Sequence[_Token], subject: Subject | None) -> Subject | None:
    """The subject, if the words behind the quotation begin with it or with its office."""
    if subject is None or tokens[0].start == subject.span[0]:
        return subject
    lead = [each for each in tokens if each.start < subject.span[0]]
    plain_lead = all(each.word not in _PUNCTUATION for each in lead[:-1])
    begins = _begins_phrase(lead[0]) or lead[0].folded in saying.TITLES or lead[0].folded == "as"
    return subject if begins and (plain_lead or subject.pronoun) else _after_adverb(lead, subject)


def _after_adverb(lead: Sequence[_Token], subject: Subject) -> Subject | None:
    """The subject behind an office without an article ("mayor Jane Roe said"), but never behind a clause."""
    short = len(lead) <= 3 and all(each.word.islower() for each in lead)
    return subject if short and not any(each.folded in saying.PREPOSITIONS for each in lead) else None


def _is_name(token: _Token) -> bool:
    """Whether a word has a capital and is none of those that have it for another reason."""
    word = token.word
    if not word[0].isupper():
        return False
    folded = _POSSESSIVE.sub("", token.folded).rstrip(".")
    return folded not in saying.NOT_NAMES and folded not in saying.PERSON | saying.OTHER_PRONOUNS


def _run_start(tokens: Sequence[_Token], last: int) -> int:
    """Where the run of name words that ends at ``last`` begins; a possessive ends the run before it."""
    start = last + 1
    while start > 0:
        token = tokens[start - 1]
        if not (_is_name(token) and (start == last + 1 or not token.owns)):
            inner = token.folded in saying.PARTICLES and start <= last
            if not (inner and _name_goes_on(tokens, start - 2)):
                break
        start -= 1
    return _without_office(tokens, start, last)


def _name_goes_on(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a name, or one more particle of it, stands before a particle: Jan van der Meer."""
    if index > 0 and tokens[index].folded in saying.PARTICLES:
        index -= 1
    return index >= 0 and _is_name(tokens[index]) and not tokens[index].owns


def _without_office(tokens: Sequence[_Token], start: int, last: int) -> int:
    """The start of a Russian name without the capitals of an office before it: "МИД Сергей Орлов"."""
    while start < last:
        word = tokens[start].word
        acronym = len(word) > 1 and word.isupper() and "." not in word and not tokens[last].word.isupper()
        genitive = word.lower() in saying.OF_COUNTRIES or (word[-2:] == "ии" and word[0] >= "А")
        if not (acronym or genitive):
            break
        start += 1
    return start


def _run_end(tokens: Sequence[_Token], first: int) -> int:
    """Behind the run of name words that begins at ``first``; ``first`` where there is none."""
    stop = first
    while stop < len(tokens):
        token = tokens[stop]
        particle = stop > first and token.folded in saying.PARTICLES and _name_comes(tokens, stop + 1)
        if not (_is_name(token) or particle):
            break
        stop += 1
        if token.owns:
            break
    return stop


def _name_comes(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a name, or one more particle and a name, stands behind a particle."""
    if index < len(tokens) and tokens[index].folded in saying.PARTICLES:
        index += 1
    return index < len(tokens) and _is_name(tokens[index])


def _without_titles(tokens: Sequence[_Token], first: int, stop: int) -> int:
    """The index of the first word of a name that is no title."""
    while first < stop - 1 and tokens[first].folded.rstrip(".") in saying.TITLES:
        first += 1
    return first


def _span(tokens: Sequence[_Token], first: int, stop: int) -> Subject:
    return Subject((tokens[first].start, tokens[stop - 1].end))
