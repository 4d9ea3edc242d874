"""Names in accounts, and spellings that may be one name: "Navlany" beside "Navalny", "Навальный" beside both.

A name is a run of words with capitals; the first word of a sentence counts where it stands with a capital elsewhere
too. Addresses hold no names. Words shorter than five letters, words in capitals and numbers have no variants.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import category

from rapidfuzz.distance import OSA

from verifier.domain.comparing import Account, NameVariant, Span
from verifier.text.measures.date_words import DOUBTFUL_MONTHS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from verifier.text.measures.figure_words import words as words_of
from verifier.text.measures.marked import Token, TokenKind, tokens
from verifier.text.spelling import bare, cyrillic, one_name, skeleton, skeletons
from verifier.text.stop_words import STOP_WORDS

_SHORTEST = 5
_LONGEST = 40
_TITLE = 0.75
"""A sentence with so many of its words capitalised is a title, whose capitals tell no names."""

_FEWEST_IN_TITLE = 4
_OFTEN = 2
"""A misspelling is at most half as frequent as the name it is of."""

_PARTICLES = words_of("de da di du del della der den von van zu la le al el bin ibn ben af av фон ван де дер")
_NO_NAMES = words_of("am pm mr mrs ms dr prof sir mister") | (
    (MONTHS.keys() | WEEKDAYS.keys() | SHORT_WEEKDAYS.keys())
    - DOUBTFUL_MONTHS
    - {"april", "june", "mon", "wed"}
)
_LEADERS = words_of(
    """
    yesterday today tomorrow later earlier meanwhile instead still perhaps last next several according despite
    former mayor minister lawyer spokesman spokeswoman journalist
    мэр губернатор президент министр депутат адвокат глава директор журналист политик газета журнал город бывший
    затем вчера сегодня завтра позже ранее между однако кроме также поэтому именно согласно сейчас теперь впрочем
    """
)
"""Words that begin a sentence before a name without being part of it."""

_OPENERS = frozenset("\"'“‘„«‹([—–-…")
_ORNAMENTS = frozenset(("So", "Sk", "Mn", "Cf"))
"""Unicode categories of emoji and what they are made of."""

_ENDERS = frozenset(".!?:…")
_KEPT = 16


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word with a capital: its span without a possessive ending, its letters, how it is counted, and whether its
    place alone may be why it has the capital.
    """

    start: int
    end: int
    raw: str
    form: str
    leading: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name in an account: its span and its words with capitals."""

    start: int
    end: int
    words: tuple[NameWord, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The capitals of an account, and its words in small letters."""

    runs: tuple[tuple[NameWord, ...], ...]
    small: frozenset[str]


def names(account: Account, others: Iterable[Account] = ()) -> tuple[Name, ...]:
    """The names of an account in order; what stands in the middle of a sentence in another account is a name too."""
    seen = [_seen(each) for each in (account, *others)]
    sure = frozenset(word.form for each in seen for run in each.runs for word in run if not word.leading)
    small = frozenset().union(*(each.small for each in seen))
    return tuple(_kept(_seen(account).runs, sure, small))


def variants(accounts: Sequence[Account]) -> tuple[NameVariant, ...]:
    """Spellings that may be a more frequent name misspelt or transliterated, by the name and then the spelling."""
    places: dict[str, list[tuple[str, Span, str]]] = defaultdict(list)
    ordered = sorted(accounts, key=lambda each: (len(each.letter), each.letter, each.article_id))
    small = frozenset().union(*(_seen(account).small for account in ordered))
    sure: set[str] = set()
    for account in ordered:
        for word in (word for run in _seen(account).runs for word in run):
            places[word.form].append((account.article_id, (word.start, word.end), word.raw))
            if not word.leading:
                sure.add(word.form)
    forms = [form for form in places if _eligible(form, sure, small)]
    order = {account.article_id: at for at, account in enumerate(ordered)}
    return tuple(_in_order(each, order) for each in _variants({form: places[form] for form in forms}))


def _in_order(variant: NameVariant, order: Mapping[str, int]) -> NameVariant:
    """A variant with its places in the order of the articles' letters: ids are drawn by lot."""

    def sorted_places(places: tuple[tuple[str, Span], ...]) -> tuple[tuple[str, Span], ...]:
        return tuple(sorted(places, key=lambda place: (order[place[0]], place[1])))

    return replace(
        variant,
        usual_places=sorted_places(variant.usual_places),
        variant_places=sorted_places(variant.variant_places),
    )


def _eligible(form: str, sure: set[str], small: frozenset[str]) -> bool:
    """Whether a form may be a name with variants, or one."""
    if not _SHORTEST <= len(form) <= _LONGEST or form in STOP_WORDS:
        return False
    return form in sure or (form not in small and len(form) > _SHORTEST)


def _variants(places: dict[str, list[tuple[str, Span, str]]]) -> tuple[NameVariant, ...]:
    """The variants among forms with their places."""
    groups = _groups(places)
    found: list[NameVariant] = []
    for one, other in _near(sorted(groups)):
        usual, variant = _ranked(groups, one, other)
        often, seldom = _count(groups, usual), _count(groups, variant)
        if _transliterated(groups[usual], groups[variant]) or (
            often >= _OFTEN * seldom and _misspelt(groups[usual], groups[variant])
        ):
            found.append(_variant(groups[usual], groups[variant]))
    return tuple(sorted(found, key=lambda each: (each.usual, each.variant)))


_Group = dict[str, list[tuple[str, Span, str]]]
"""The forms of one name (cases, plurals) with their places."""


def _groups(places: dict[str, list[tuple[str, Span, str]]]) -> dict[str, _Group]:
    """Forms joined to names: the cases of a Russian name and plurals are one."""
    groups: dict[str, _Group] = {}
    by_head: dict[str, list[str]] = defaultdict(list)
    for form in sorted(places, key=lambda each: (len(each), each)):
        home = next((head for head in by_head[form[:3]] if one_name(head, form)), "")
        if not home:
            by_head[form[:3]].append(form)
            groups[form] = {}
            home = form
        groups[home][form] = places[form]
    return groups


def _count(groups: dict[str, _Group], head: str) -> int:
    return sum(map(len, groups[head].values()))


def _ranked(groups: dict[str, _Group], one: str, other: str) -> tuple[str, str]:
    """Two names, the more frequent first; of equals the one in Latin letters, then the one earlier in the alphabet."""
    first, second = sorted((one, other), key=lambda head: (-_count(groups, head), cyrillic(head), head))
    return first, second


def _near(heads: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that have a skeleton, or a form with one letter left out, in common; each pair once."""
    shelves: dict[str, list[str]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    for head in heads:
        keys = {head, *skeletons(head), *(head[:at] + head[at + 1 :] for at in range(1, len(head)))}
        if cyrillic(head):
            keys |= {each[:at] + each[at + 1 :] for each in (skeleton(head),) for at in range(1, len(each))}
        for key in keys:
            for other in shelves[key]:
                if (other, head) not in told:
                    told.add((other, head))
                    yield other, head
            shelves[key].append(head)


def _transliterated(one: _Group, other: _Group) -> bool:
    """Whether two names are one in other letters or another way of writing it."""
    if all(cyrillic(form) for form in (*one, *other)):
        return False
    return any(skeletons(a) & skeletons(b) for a in one for b in other if not _longer_by_ending(a, b))


def _longer_by_ending(one: str, other: str) -> bool:
    """Whether a Latin word is another with an ending that makes a new word: "Russia", "Russian"."""
    return (
        one != other and skeleton(one) != skeleton(other) and (one.startswith(other) or other.startswith(one))
    )


def _misspelt(usual: _Group, variant: _Group) -> bool:
    """Whether one letter set in, left out, changed or swapped makes one name of another, but for its first and for
    what is only another ending.
    """
    near = [
        (one, other)
        for one in usual
        for other in variant
        if one[0] == other[0] and not one.startswith(other) and not other.startswith(one)
    ]
    return bool(near) and any(
        OSA.distance(one, other, score_cutoff=1) == 1 and not _endings(one, other) for one, other in near
    )


def _endings(one: str, other: str) -> bool:
    """Whether two words differ in the last letter alone, as forms of words do."""
    return one[:-1] == other[:-1] or one_name(one, other)


def _variant(usual: _Group, variant: _Group) -> NameVariant:
    """The variant as a value, with the letters each has most often."""
    return NameVariant(_letters(usual), _letters(variant), _places(usual), _places(variant))


def _letters(group: _Group) -> str:
    """How a name stands most often; of equals the shortest, then the first in the alphabet."""
    count = Counter(raw for places in group.values() for _article, _span, raw in places)
    return min(count, key=lambda raw: (-count[raw], len(raw), raw))


def _places(group: _Group) -> tuple[tuple[str, Span], ...]:
    """Every place of a name."""
    return tuple((article, span) for places in group.values() for article, span, _raw in places)


# --- names in an account


@lru_cache(maxsize=_KEPT)
def _seen(account: Account) -> _Seen:
    """The runs of words with capitals of an account, and its words in small letters."""
    runs: list[tuple[NameWord, ...]] = []
    small: set[str] = set()
    for piece in account.pieces:
        items = tokens(account.text, piece.start, piece.end)
        small.update(item.word for item in items if item.kind is TokenKind.WORD and item.raw[0].islower())
        runs.extend(_runs(items))
    return _Seen(tuple(runs), frozenset(small))


def _runs(items: Sequence[Token]) -> Iterator[tuple[NameWord, ...]]:
    """The runs of words with capitals in a sentence, particles stepped over ("von der")."""
    title = _is_title(items)
    run: list[NameWord] = []
    pending = False
    for index, item in enumerate(items):
        word = _name_word(items, index, title=title)
        if word and run and not pending and _parted(items, index):
            yield tuple(run)
            run = []
        if word:
            run.append(word)
            pending = False
        elif run and (item.word in _PARTICLES or (item.glued and _goes_on(run[-1], item))):
            pending = True
        else:
            if run:
                yield tuple(run)
            run, pending = [], False
    if run:
        yield tuple(run)


def _goes_on(word: NameWord, item: Token) -> bool:
    """Whether a mark right behind a word of a name does not end it: a hyphen, the full stop of an initial."""
    return item.raw in "-‐‑" or (item.raw == "." and len(word.form) == 1)


def _parted(items: Sequence[Token], index: int) -> bool:
    """Whether the name before a word ends with it: it was a possessive."""
    before = items[index - 1]
    return before.kind is TokenKind.WORD and bare(before.raw) != before.word


def _is_title(items: Sequence[Token]) -> bool:
    """Whether most words of a sentence have capitals and no full stop or colon ends it."""
    if items and items[-1].raw in ".:,;":
        return False
    told = [item.capital for item in items if item.kind is TokenKind.WORD and item.word not in STOP_WORDS]
    return len(told) >= _FEWEST_IN_TITLE and sum(told) > _TITLE * len(told)


def _name_word(items: Sequence[Token], index: int, *, title: bool) -> NameWord | None:
    """A word with a capital, or None where there is none or it is a word too common to be a name."""
    item = items[index]
    if not item.capital or item.word in STOP_WORDS or item.word in _NO_NAMES:
        return None
    if len(item.raw) == 1 and not (index + 1 < len(items) and items[index + 1].raw == "."):
        return None
    form = bare(item.raw)
    end = item.end - (len(item.word) - len(form) if len(item.word) == len(item.raw) else 0)
    return NameWord(item.start, end, item.raw[: end - item.start], form, title or _leads(items, index))


def _leads(items: Sequence[Token], index: int) -> bool:
    """Whether a word begins a sentence or a quotation, so that its capital tells nothing."""
    while index and (items[index - 1].raw in _OPENERS or category(items[index - 1].raw[0]) in _ORNAMENTS):
        index -= 1
    return index == 0 or items[index - 1].raw in _ENDERS


def _kept(
    runs: Iterable[tuple[NameWord, ...]], sure: frozenset[str], small: frozenset[str]
) -> Iterator[Name]:
    """The runs that are names, without a common word in front that only begins the sentence."""
    for run in runs:
        words = run
        first = words[0].form
        if words[0].leading and first not in sure and (len(words) == 1 or first in small or _begins(first)):
            words = words[1:]
        if words and not all(word.leading and word.form not in sure for word in words[:2]):
            yield Name(words[0].start, words[-1].end, words)


def _begins(form: str) -> bool:
    """Whether a word begins sentences before a name: "Describing", "Later", "Затем"."""
    return form in _LEADERS or (form.isascii() and form.endswith("ing") and len(form) > _SHORTEST)
