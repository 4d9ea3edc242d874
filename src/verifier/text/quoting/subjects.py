"""The subject of a verb of saying, found in the words before or behind a quotation.

No grammar is known here but order and capitals, so only plain shapes are read: a name or a short noun phrase beside its
verb, with what may stand between them. Everything else has no subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.text.quoting import saying
from verifier.text.quoting.naming import (
    BARRIER,
    PUNCTUATION,
    Token,
    is_name,
    run_end,
    run_start,
    tokens_of,
    without_titles,
)
from verifier.text.quoting.phrases import (
    LONGEST_SUBJECT,
    Subject,
    begins_phrase,
    named_subject,
    phrase_subject,
    subject_of,
)

_ANOTHER = saying.JOINING | saying.CLAUSES
_LONGEST_LEAD = 14
_LONGEST_TAIL = 30


def before_quotation(words: str, base: int, *, led: bool) -> Subject | None:
    """The subject of the last verb of saying before a quotation, or of "according to".

    ``base`` is where the words begin in the whole text; ``led`` says that they end with a comma or a colon.
    """
    tokens = tokens_of(words, base)
    if led and tokens and tokens[-1].word == ":":
        script = _script(tokens[:-1])
        if script is not None:
            return script
    named = _according(tokens)
    if named is not None:
        return None if any(each.folded in saying.SAYING for each in tokens) else named
    named = _as_said(tokens)
    if named is not None:
        return named
    verb = _last_verb(tokens)
    if verb < 0:
        return _participle(tokens)
    if _as_saying(tokens, verb):
        return _left_name(tokens, verb - 1)
    tail = tokens[verb + 1 :]
    if len(tail) > (_LONGEST_LEAD if led else _LONGEST_TAIL) or _turns_away(tail, led=led):
        return None
    if not led and (tokens[verb].folded in saying.DENYING or _disowned(tail)):
        return None
    if tokens[verb].folded in saying.NAMING and _something_named(tokens, verb):
        return None
    return _subject_before(tokens, verb)


def may_lead(before: str) -> bool:
    """Whether a quotation behind these words may open its sentence, so that a subject and a verb follow it: not in
    "In “Salt”, X says", but in "It is “salt”, X says".
    """
    tokens = [each for each in tokens_of(before, 0) if each.word not in PUNCTUATION]
    if not tokens or tokens[0].folded not in saying.PREPOSITIONS:
        return True
    return any(each.folded in saying.BEING or each.folded in saying.SAYING for each in tokens)


def behind_quotation(words: str, base: int, *, attached: bool) -> Subject | None:
    """The subject of the verb of saying directly behind a quotation, or of "according to".

    ``attached`` says that the quotation is not the end of its sentence, so that the subject may come before the verb.
    """
    tokens = tokens_of(words, base)
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


def _last_verb(tokens: Sequence[Token]) -> int:
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


def _as_saying(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is that of "quoted X as saying"."""
    return tokens[verb].folded == "saying"


def _left_name(tokens: Sequence[Token], end: int) -> Subject | None:
    """The name that ends before ``end``, if a verb of quoting stands before it."""
    start = run_start(tokens, end - 1)
    if not 1 <= start < end:
        return None
    if tokens[start - 1].folded not in ("quoted", "quotes", "quoting", "cited", "cites"):
        return None
    return subject_of(tokens, start, end)


def _turns_away(tail: Sequence[Token], *, led: bool) -> bool:
    """Whether what stands between the verb and the quotation leads away from the speaker."""
    words = [each.word for each in tail]
    if words[:1] == [","] and words[1:2] in (["что"], ["that"]):
        del words[:2]
    if ";" in words or "by" in words[:2]:
        return True
    inner = words[:-1] if led else words
    return not led and ("," in inner or ":" in inner) and BARRIER not in inner


def _something_named(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells the name of a thing just brought up: "a show called “Salt”"."""
    subject = _subject_before(tokens, verb)
    return subject is not None and any(
        each.start == subject.span[0] and each.folded in ("a", "an") for each in tokens[:verb]
    )


def _disowned(tail: Sequence[Token]) -> bool:
    """Whether words between the verb and the quotation give it to somebody else."""
    folded = [each.folded for each in tail]
    if (
        folded[:1] == ["to"]
        or (folded and folded[0] in saying.BEING)
        or any(word in saying.DISOWNING for word in folded)
    ):
        return True
    if any(word in saying.CLAIMS and then == "that" for word, then in pairwise(folded)):
        return True
    barriers = [index for index, each in enumerate(tail) if each.word == BARRIER]
    rest = tail[barriers[-1] + 1 :] if barriers else ()
    return any(
        (is_name(each) or each.folded in saying.PERSON) and (before.word == "," or before.folded in _ANOTHER)
        for before, each in pairwise(rest)
    )


def _subject_before(tokens: Sequence[Token], verb: int) -> Subject | None:
    """The subject that ends before the verb, helping words between them left out."""
    last = verb - 1
    while last >= 0 and _helps(tokens[last]):
        last -= 1
    if last < 0:
        return None
    word = tokens[last].folded
    if word in ("and", "и"):
        return _before_other_verb(tokens, last)
    if word in saying.PERSON:
        doubt = last and tokens[last - 1].folded in saying.DOUBTING
        return None if doubt else Subject((tokens[last].start, tokens[last].end), pronoun=True)
    if tokens[last].word == ",":
        return _before_apposition(tokens, last)
    if word in saying.OTHER_PRONOUNS or tokens[last].word in PUNCTUATION:
        return None
    if is_name(tokens[last]) and not tokens[last].owns:
        return named_subject(tokens, last)
    return phrase_subject(tokens, last)


def _before_other_verb(tokens: Sequence[Token], joint: int) -> Subject | None:
    """The name that begins a clause whose second verb is the one of saying: "X shrugged and said"."""
    start = joint
    while start > 0 and tokens[start - 1].word not in PUNCTUATION:
        start -= 1
    stop = run_end(tokens, start)
    rest = tokens[stop:joint]
    if stop == start or tokens[stop - 1].owns or not rest or not rest[0].word.islower():
        return None
    if any(is_name(each) or each.folded in saying.JOINING | saying.CLAUSES | saying.SAYING for each in rest):
        return None
    return subject_of(tokens, without_titles(tokens, start, stop), stop)


def _helps(token: Token) -> bool:
    word = token.folded
    return word in saying.HELPING or (word.endswith("ly") and token.word.islower())


def _before_apposition(tokens: Sequence[Token], comma: int) -> Subject | None:
    """The name, or the noun phrase, before what stands between commas before the verb: "X, 44, said"."""
    named = run_start(tokens, comma - 1)
    if 1 < named < comma and tokens[named - 1].word == "," and _fills(tokens, named - 1):
        return subject_of(tokens, without_titles(tokens, named, comma), comma)
    phrase = None
    for index in range(comma - 2, 0, -1):
        if tokens[index].word == BARRIER or tokens[index].folded in saying.SAYING:
            return phrase
        following = tokens[index + 1].word
        if tokens[index].word != "," or not (following[0].islower() or following[0].isdigit()):
            continue
        before = tokens[index - 1]
        if is_name(before) and not before.owns:
            subject = named_subject(tokens, index - 1)
            if subject is not None and _is_bare_name(tokens, subject):
                return subject
            phrase = phrase or subject
        elif phrase is None and index - 1 < LONGEST_SUBJECT and before.word not in PUNCTUATION:
            phrase = phrase_subject(tokens, index - 1)
    return phrase


def _is_bare_name(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a subject begins with a name and not with an article."""
    return any(each.start == subject.span[0] and each.folded not in saying.DETERMINERS for each in tokens)


def _fills(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the words before a comma are an office with an article: "the harbour master, Jane Roe, said"."""
    phrase = phrase_subject(tokens, comma - 1)
    return phrase is not None and not is_name(tokens[comma - 1])


def _participle(tokens: Sequence[Token]) -> Subject | None:
    """The name at the start of a sentence whose only other verb of saying is ", saying" or ", adding"."""
    places = [index for index, each in enumerate(tokens) if each.folded in saying.ADDING]
    if not places or tokens[places[-1] - 1].word != "," or len(tokens) - places[-1] > _LONGEST_LEAD:
        return None
    stop = run_end(tokens, 0)
    others = any(is_name(each) for each in tokens[stop : places[-1]])
    if others or not stop or tokens[stop - 1].owns or tokens[stop].folded in saying.JOINING:
        return None
    return subject_of(tokens, without_titles(tokens, 0, stop), stop)


def _script(tokens: Sequence[Token]) -> Subject | None:
    """A name that is all there is before a colon, as in an interview."""
    if not tokens or len(tokens) > 4 or not all(is_name(each) for each in tokens):
        return None
    return subject_of(tokens, without_titles(tokens, 0, len(tokens)), len(tokens))


_SOURCES = frozenset(
    ("according to", "по словам", "по мнению", "по утверждению", "по выражению", "по сообщению")
)


def _pair(tokens: Sequence[Token], index: int) -> str:
    return " ".join(each.folded for each in tokens[index : index + 2])


def _according(tokens: Sequence[Token]) -> Subject | None:
    """The source named by "according to" at the start of the words."""
    for index in range(min(2, len(tokens))):
        if _pair(tokens, index) in _SOURCES:
            return _source(tokens, index + 2)
    return None


def _as_said(tokens: Sequence[Token]) -> Subject | None:
    """The subject behind the verb of a Russian "как сообщил X" at the start of the words."""
    if len(tokens) > 2 and tokens[0].folded == "как" and tokens[1].folded in saying.SAYING:
        return _subject_behind(tokens, 2)
    return None


def _source(tokens: Sequence[Token], first: int) -> Subject | None:
    """The name or phrase up to the next punctuation mark."""
    stop = first
    while stop < len(tokens) and tokens[stop].word not in PUNCTUATION:
        stop += 1
    if not 0 < stop - first <= LONGEST_SUBJECT:
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
    appended = None if is_name(tokens[stop - 1]) else _appended_name(tokens, stop)
    return appended or _inside(tokens, first, stop)


def _inside(tokens: Sequence[Token], first: int, stop: int) -> Subject | None:
    """The name at the end of a phrase that tells an office ("the minister Jane Roe"), else the whole phrase."""
    if tokens[stop - 1].folded in saying.BEING or any(
        each.folded in saying.SAYING for each in tokens[first:stop]
    ):
        return None
    if not is_name(tokens[stop - 1]) or tokens[stop - 1].owns:
        return subject_of(tokens, first, stop)
    start = max(first, run_start(tokens, stop - 1))
    before = tokens[start - 1].folded if start > first else ""
    if before in saying.JOINING:
        return None
    if before in saying.PREPOSITIONS | saying.DETERMINERS:
        return subject_of(tokens, first, stop)
    return subject_of(tokens, without_titles(tokens, start, stop), stop)


def _subject_behind(tokens: Sequence[Token], first: int) -> Subject | None:
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
        stop < len(tokens) and tokens[stop].word not in PUNCTUATION and not _ends_subject(tokens, first, stop)
    ):
        stop += 1
    if not 0 < stop - first <= LONGEST_SUBJECT:
        return None
    appended = _appended_name(tokens, stop) if not is_name(tokens[stop - 1]) else None
    return appended or _inside(tokens, first, stop)


def _ends_subject(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether a word is no part of the subject any more."""
    word = tokens[index].folded
    if index > first and (word in saying.NOT_NAMES - saying.DETERMINERS) and tokens[index].word[0].isupper():
        return True
    named = index > first and is_name(tokens[index - 1])
    if named and word in ("of", "from", "for"):
        return True
    return word in saying.ENDS_SUBJECT or word in saying.HELPING or (named and word.endswith("ly"))


def _appended_name(tokens: Sequence[Token], comma: int) -> Subject | None:
    """The name that follows an office behind a comma: "said the minister, Jane Roe, …"."""
    if comma >= len(tokens) or tokens[comma].word != ",":
        return None
    stop = run_end(tokens, comma + 1)
    if stop - comma - 1 < 2 or (stop < len(tokens) and tokens[stop].word != ","):
        return None
    return subject_of(tokens, without_titles(tokens, comma + 1, stop), stop)


def _subject_first(tokens: Sequence[Token]) -> Subject | None:
    """The subject before the first verb of saying behind a quotation, if nothing else stands before it."""
    for index, each in enumerate(tokens[:_LONGEST_TAIL]):
        if each.word == BARRIER or (each.folded in saying.BEING and each.folded not in saying.HELPING):
            return None
        if each.folded in saying.SAYING and index:
            if _pair(tokens, index + 1).startswith("by ") or _says_again(tokens, index + 1):
                return None
            return _own(tokens, _subject_before(tokens, index))
    return None


def _says_again(tokens: Sequence[Token], first: int) -> bool:
    """Whether somebody else says something in the same clause: "X said Y had told her"."""
    for each in tokens[first:]:
        if each.word in PUNCTUATION:
            return False
        if each.folded in saying.SAYING:
            return True
    return False


def _own(tokens: Sequence[Token], subject: Subject | None) -> Subject | None:
    """The subject, if the words behind the quotation begin with it or with its office."""
    if subject is None or tokens[0].start == subject.span[0]:
        return subject
    lead = [each for each in tokens if each.start < subject.span[0]]
    plain_lead = all(each.word not in PUNCTUATION for each in lead[:-1])
    begins = begins_phrase(lead[0]) or lead[0].folded in saying.TITLES or lead[0].folded == "as"
    return subject if begins and (plain_lead or subject.pronoun) else _after_adverb(lead, subject)


def _after_adverb(lead: Sequence[Token], subject: Subject) -> Subject | None:
    """The subject behind an office without an article ("mayor Jane Roe said"), but never behind a clause."""
    words = [each.folded for each in lead]
    if len(lead) > 6 or any(each.word in PUNCTUATION for each in lead):
        return None
    if not lead[-1].word.islower() or words[-1] in saying.JOINING:
        return None
    return None if any(word in saying.PREPOSITIONS or word in saying.BEING for word in words) else subject
