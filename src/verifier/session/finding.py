"""Finding words in a case: in its articles, what is set aside included, or in what was written about them.

Words are looked up in a folded view (``verifier.text.folding``); regular expressions in the text as it is stored,
in the child process, since an expression can take for ever. Hits are exact code points of the stored text. Nothing
is replaced here or anywhere: the text is evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from verifier.domain.articles import Sentence
from verifier.domain.errors import StepError
from verifier.domain.judgements import CheckPass, Claim, Evidence, Link, Mark, Question, Reply
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.domain.queries import article_of_version, reading_order
from verifier.domain.rows import CaseRows
from verifier.session.expressions import matches, refuse_bad_expression
from verifier.text.folding import IGNORED, Folded, fold, is_word

MOST_HITS = 10_000
"""Hits that are listed; who has more must say more."""
LONGEST = 500
"""Code points that may be looked for."""
_PIECE = 20_000
"""Code points of an article looked through at a time, so that the window can paint in between."""
_AROUND = 48
"""Code points of an excerpt on either side of the hit."""
_SHOWN = 160
"""The most code points of the hit itself that an excerpt shows."""


class Scope(StrEnum):
    """Where to look."""

    ARTICLE = "article"
    ARTICLES = "articles"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and where. ``article_id`` is for ``Scope.ARTICLE`` alone."""

    words: str
    scope: Scope = Scope.ARTICLES
    article_id: str = ""
    regular: bool = False
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A text to look through: an article's version, or one field of what was written about it.

    ``where`` is "text", "note", "link", "evidence", "claim", "question" or "case"; ``owner_id`` the row the field is
    of and ``field`` its name; ``place`` the passage it hangs on, "" for none.
    """

    text: str
    where: str
    owner_id: str = ""
    field: str = ""
    version_id: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit. ``start`` and ``end`` are code points of the version's text, or of the field it stands in; those of
    the excerpt lie in the excerpt.

    ``owner_id`` is the sentence the hit begins in, or the mark, link, piece of evidence, question, reply or pass;
    ``place`` the passage that hangs on, "" for none; ``aside`` tells that the paragraph is set aside.
    """

    version_id: str
    start: int
    end: int
    where: str
    owner_id: str
    excerpt: str
    excerpt_start: int
    excerpt_end: int
    field: str = ""
    place: str = ""
    aside: bool = False


Span = tuple[int, int]
Folds = dict[tuple[str, bool], list[tuple[int, Folded]]]
"""What was folded of an article version, by its id and whether case matters: where each piece begins, and the piece.

Texts never change, so whoever looks often keeps it.
"""


def find(
    rows: CaseRows,
    texts: Callable[[str], str],
    query: Query,
    expression: Callable[[tuple[str, ...], Query], Iterable[tuple[int, int, int]]] | None = None,
) -> tuple[Hit, ...]:
    """Every hit in reading order, ``MOST_HITS`` at most. ``texts`` gives the text of a version id.

    ``expression`` looks a regular expression up in texts and gives (number of the text, start, end) for each match;
    the window and the command line have it done in the child process, and without it it is done here. Raises
    StepError: find-too-long, or what ``refuse_bad_expression`` raises.
    """
    refuse(query)
    if not query.regular:
        found = (hit for some in find_slowly(rows, texts, query, {}) for hit in some)
        return tuple(islice(found, MOST_HITS))
    grounds = tuple(grounds_of(rows, texts, query))
    spans = (expression or matches)(tuple(ground.text for ground in grounds), query)
    return tuple(islice(hits_of(rows, grounds, spans, query), MOST_HITS))


def refuse(query: Query) -> None:
    """Raise StepError for what cannot be looked for: find-too-long, or a bad expression."""
    if len(query.words) > LONGEST:
        raise StepError("find-too-long", limit=LONGEST)
    if query.regular:
        refuse_bad_expression(query.words)


def find_slowly(
    rows: CaseRows, texts: Callable[[str], str], query: Query, folds: Folds
) -> Iterator[tuple[Hit, ...]]:
    """The hits of words that are no expression, piece by piece; between two pieces a window can do other things.

    Each piece takes some milliseconds, unless a single paragraph is longer than a book.
    """
    wanted = fold(query.words.replace("\n", " "), match_case=query.match_case).text
    if not wanted:
        return
    for ground in grounds_of(rows, texts, query):
        owner = _Owner(rows, ground)
        for begin, piece in _pieces(ground, query, folds):
            spans = spans_in(ground.text, begin, piece, wanted, whole_words=query.whole_words)
            yield tuple(owner.hit(*span) for span in spans)


def hits_of(
    rows: CaseRows, grounds: tuple[Ground, ...], spans: Iterable[tuple[int, int, int]], query: Query
) -> Iterator[Hit]:
    """The hits of an expression, from the matches it has in the grounds."""
    owners: dict[int, _Owner] = {}
    for number, start, end in spans:
        if number not in owners:
            owners[number] = _Owner(rows, grounds[number])
        if not query.whole_words or stands_alone(grounds[number].text, start, end):
            yield owners[number].hit(start, end)


# -- where to look -----------------------------------------------------------------------------------------------------


def grounds_of(rows: CaseRows, texts: Callable[[str], str], query: Query) -> Iterator[Ground]:
    """The texts a query is about, in reading order."""
    if query.scope is Scope.NOTES:
        yield from _written(rows)
        return
    for article in rows.articles():
        if query.scope is Scope.ARTICLES or article.id == query.article_id:
            yield Ground(texts(article.version_id), "text", version_id=article.version_id)


def _written(rows: CaseRows) -> Iterator[Ground]:
    """Everything people wrote: about passages in reading order, then evidence, claims, questions and the case."""
    for mark in sorted(rows.all(Mark), key=lambda mark: reading_order(rows, mark.passage_id)):
        yield from _fields("note", mark, ("note", "wording"), mark.passage_id)
    for link in sorted(rows.all(Link), key=lambda link: reading_order(rows, link.a)):
        yield from _fields("link", link, ("note",), link.a)
    for piece in rows.all(Evidence):
        uses = sorted(
            (use.passage_id for use in rows.uses_of(piece.id)), key=lambda key: reading_order(rows, key)
        )
        yield from _fields("evidence", piece, _EVIDENCE, uses[0] if uses else "")
    for claim in rows.all(Claim):
        members = sorted(
            (one.passage_id for one in rows.members_of(claim.id)), key=lambda key: reading_order(rows, key)
        )
        yield from _fields("claim", claim, ("wording",), members[0] if members else "")
    for question in rows.all(Question):
        yield from _fields("question", question, ("text", "whom", "due", "answer"), question.place)
    yield from _fields("case", rows.details, ("title", "question", "finding", "reviewer", "signed_by"), "")
    for reply in rows.all(Reply):
        yield from _fields("case", reply, ("who", "how", "answer"), "")
    for one in rows.all(CheckPass):
        yield from _fields("case", one, ("what", "who"), "")


_EVIDENCE = ("citation", "url", "locator", "quotation", "origin", "interview", "seen", "attachment_name")


def _fields(where: str, row: object, names: Iterable[str], place: str) -> Iterator[Ground]:
    for name in names:
        text = getattr(row, name)
        if text:
            yield Ground(text, where, getattr(row, "id", ""), name, place=place)


def _pieces(ground: Ground, query: Query, folds: Folds) -> Iterator[tuple[int, Folded]]:
    """A text folded, in pieces that end where a paragraph does; what was folded before is not folded again."""
    if ground.where != "text":
        yield 0, fold(ground.text, match_case=query.match_case)
        return
    known = folds.setdefault((ground.version_id, query.match_case), [])
    number = begin = 0
    while begin < len(ground.text):
        end = ground.text.find("\n", begin + _PIECE) + 1 or len(ground.text)
        if number == len(known):
            known.append((begin, fold(ground.text[begin:end], match_case=query.match_case)))
        yield known[number]
        number, begin = number + 1, end


# -- looking ---------------------------------------------------------------------------------------------------------


def spans_in(text: str, begin: int, piece: Folded, wanted: str, *, whole_words: bool) -> Iterator[Span]:
    """Where the wanted words stand in a piece; a hit cuts no letter in two and overlaps none before it."""
    place = piece.text.find(wanted)
    while place >= 0:
        start, end = piece.start_of(place), piece.end_of(place + len(wanted))
        if start is None or end is None:
            after = piece.beyond(place)
        elif whole_words and _goes_on(piece.text, place):
            after = _word_end(piece.text, place)
        elif whole_words and _goes_on(piece.text, place + len(wanted)):
            after = place + 1
        else:
            after = place + len(wanted)
            yield begin + start, _without_ignored(text, begin + start, begin + end)
        place = piece.text.find(wanted, after)


_OUTSIDE = re.compile(r"\W")


def _goes_on(text: str, place: int) -> bool:
    """Whether a word goes on across a place."""
    return 0 < place < len(text) and is_word(text[place - 1]) and is_word(text[place])


def _word_end(text: str, place: int) -> int:
    """Where the word at a place ends, so that a long one is not looked at letter by letter."""
    outside = _OUTSIDE.search(text, place)
    return max(outside.start() if outside else len(text), place + 1)


def _without_ignored(text: str, start: int, end: int) -> int:
    """The end of a hit without the invisible characters after its last letter."""
    while end > start + 1 and text[end - 1] in IGNORED:
        end -= 1
    return end


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on beyond either end of a span."""
    before, after = start - 1, end
    while before >= 0 and text[before] in IGNORED:
        before -= 1
    while after < len(text) and text[after] in IGNORED:
        after += 1
    begins_inside = before >= 0 and is_word(text[before]) and is_word(text[start])
    ends_inside = after < len(text) and is_word(text[after]) and is_word(text[end - 1])
    return not begins_inside and not ends_inside


class _Owner:
    """Makes hits in one ground."""

    def __init__(self, rows: CaseRows, ground: Ground) -> None:
        self._rows, self._ground = rows, ground
        self._paragraphs = rows.paragraphs(ground.version_id) if ground.where == "text" else ()
        self._starts = [paragraph.start for paragraph in self._paragraphs]

    def hit(self, start: int, end: int) -> Hit:
        """The hit at a span of the ground."""
        ground = self._ground
        owner, aside = self._sentence_at(start) if ground.where == "text" else (ground.owner_id, False)
        return Hit(
            ground.version_id, start, end, ground.where, owner, *_excerpt(ground.text, start, end),
            field=ground.field, place=ground.place, aside=aside,
        )  # fmt: skip

    def _sentence_at(self, start: int) -> tuple[str, bool]:
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return "", False
        paragraph = self._paragraphs[index]
        inside = self._rows.sentences(paragraph.id)
        number = max(bisect_right(inside, start, key=_start) - 1, 0)
        return inside[number].id if inside else "", paragraph.kind not in ACCOUNT_KINDS


def _start(sentence: Sentence) -> int:
    return sentence.start


def _excerpt(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Some words around a hit on one line, and where the hit is in them."""
    low = max(start - _AROUND, 0)
    first = _at_word(text, max(low, text.rfind("\n", low, start) + 1), start)
    shown = min(end, start + _SHOWN)
    stop = text.find("\n", end, end + _AROUND)
    last = min(len(text), end + _AROUND) if stop < 0 else stop
    last = shown if shown < end else _at_word_end(text, end, last)
    lead = "…" if first > 0 and text[first - 1] != "\n" else ""
    tail = "…" if last < len(text) and text[last] != "\n" else ""
    excerpt = lead + text[first:last].replace("\n", " ") + tail
    return excerpt, len(lead) + start - first, len(lead) + shown - first


def _at_word(text: str, first: int, start: int) -> int:
    """The beginning of an excerpt, moved on to a word's beginning where there is one before the hit."""
    if first == 0 or text[first - 1].isspace():
        return first
    space = text.find(" ", first, start)
    return first if space < 0 else space + 1


def _at_word_end(text: str, end: int, last: int) -> int:
    """The end of an excerpt, moved back to a word's end where there is one after the hit."""
    if last < len(text) and not text[last].isspace():
        space = text.rfind(" ", end, last)
        last = last if space < 0 else space
    while last > end and text[last - 1].isspace():
        last -= 1
    return last


def hits_by_article(rows: CaseRows, hits: Iterable[Hit]) -> Mapping[str, list[Span]]:
    """The spans of the hits in articles, by article id."""
    spans: dict[str, list[Span]] = {}
    for hit in hits:
        if hit.where == "text":
            spans.setdefault(hit.version_id, []).append((hit.start, hit.end))
    return {article_of_version(rows, version_id).id: found for version_id, found in spans.items()}
