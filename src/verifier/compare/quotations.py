"""The same quotation in several articles: word for word, trimmed, elided, edited, without marks, or a fragment of it.

Quotations that could be the same are found through runs of words they share, so the work grows with the words there
are and not with the pairs. What is alike is decided on folded words; the spans are those of the texts as they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from verifier.compare.quotation_likeness import Likened, liken, telling
from verifier.domain.comparing import Account, Likeness, Quotation, QuotationMatch, Span
from verifier.text.quotations import fragment, quotations
from verifier.text.words import Word, words

_GRAM = 3
_RUN = 6
"""The fewest words in a row that stand without marks and are reported."""
_MOST = 2_500
"""How many pairs of quotations of two articles a run of words may lead to; one that leads to more tells nothing."""
_MOST_PLACES = 8
_CONTENT = 3
"""The fewest words of a run without marks that are no stop words."""

_Pairs = dict[tuple[int, int], Likened]


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with the words in it; ``account`` counts the articles in the order of their letters, ``around`` is
    the index of the quotation it stands in, or -1.
    """

    account: int
    quotation: Quotation
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    short: bool
    around: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of an article without marks that stand in a quotation of another: indices of words, the end excluded."""

    quoted: int
    offset: int
    start: int
    length: int


def matches(
    accounts: Sequence[Account], found: Mapping[str, Sequence[Quotation]] | None = None
) -> tuple[QuotationMatch, ...]:
    """Every quotation that another article has as well, in the order of articles and texts.

    ``found`` are the quotations by article id where they are known already; without it they are looked for. The order
    of ``accounts`` does not matter.
    """
    ordered = sorted(accounts, key=lambda each: (len(each.letter), each.letter, each.article_id))
    all_words = [_account_words(each) for each in ordered]
    quoted: list[_Quoted] = []
    for number, account in enumerate(ordered):
        known = (
            quotations(account.text, account.paragraphs, account.blocks)
            if found is None
            else found.get(account.article_id, ())
        )
        _take(quoted, number, account, all_words[number], known)
    result = [_marked(ordered, quoted, pair, likened) for pair, likened in _alike(quoted).items()]
    for number, account_words in enumerate(all_words):
        free = _free(quoted, number, account_words)
        result += [
            _unmarked(ordered, quoted, number, account_words, run)
            for run in _runs(quoted, number, account_words, free)
        ]
    order = {each.article_id: number for number, each in enumerate(ordered)}
    result.sort(key=lambda each: _place(order, each))
    return tuple(result)


def _place(order: Mapping[str, int], match: QuotationMatch) -> tuple[int | str, ...]:
    a, b = match.a, match.b
    articles = order[match.article_a], order[match.article_b]
    return (*articles, a.outer_start, a.outer_end, b.outer_start, b.outer_end, match.likeness)


def _account_words(account: Account) -> list[Word]:
    """The words of the paragraphs of an account."""
    found: list[Word] = []
    for start, end in account.paragraphs:
        found += words(account.text, start, end, language=account.language)
    return found


def _take(
    quoted: list[_Quoted],
    number: int,
    account: Account,
    account_words: Sequence[Word],
    known: Iterable[Quotation],
) -> None:
    """Add the quotations of an account that have words."""
    starts = [word.start for word in account_words]
    around: list[int] = []
    for each in sorted(known, key=lambda each: (each.outer_start, -each.outer_end)):
        first, last = bisect_left(starts, each.start), bisect_left(starts, each.end)
        inside = tuple(account_words[first:last])
        if not inside:
            continue
        while around and quoted[around[-1]].quotation.outer_end <= each.outer_start:
            around.pop()
        parent = around[-1] if around else -1
        around.append(len(quoted))
        forms = tuple(word.form for word in inside)
        quoted.append(_Quoted(number, each, inside, forms, fragment(account.text, each), parent))


def _alike(quoted: Sequence[_Quoted]) -> _Pairs:
    """The pairs of quotations of different articles that are alike, without those that only repeat what the
    quotations around them say.
    """
    found: _Pairs = {}
    for a, b in sorted(_candidates(quoted)):
        one, other = quoted[a], quoted[b]
        likened = liken(one.words, other.words, one.short, other.short)
        if likened is not None:
            found[a, b] = likened
    return {pair: likened for pair, likened in found.items() if not _repeats(quoted, found, pair, likened)}


def _candidates(quoted: Sequence[_Quoted]) -> set[tuple[int, int]]:
    """The pairs of quotations of different articles that share three words in a row, or all of fewer words."""
    holders: dict[tuple[str, ...], list[int]] = {}
    brief: set[tuple[str, ...]] = {each.forms for each in quoted if len(each.forms) < _GRAM}
    for index, each in enumerate(quoted):
        for gram in _grams(each.forms, brief):
            holders.setdefault(gram, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for gram, indices in holders.items():
        by_account: dict[int, list[int]] = {}
        for index in indices:
            by_account.setdefault(quoted[index].account, []).append(index)
        for one, other in combinations(by_account.values(), 2):
            if len(one) * len(other) <= _MOST:
                pairs.update(pair for pair in product(one, other) if _may_lead(quoted, pair, gram))
    return pairs


def _may_lead(quoted: Sequence[_Quoted], pair: tuple[int, int], gram: tuple[str, ...]) -> bool:
    """Whether shared words lead from one quotation to another: fewer than three only where they are all of one."""
    return len(gram) == _GRAM or any(quoted[index].forms == gram for index in pair)


def _grams(forms: tuple[str, ...], brief: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The runs of three words, and those of one or two that are a whole quotation somewhere."""
    grams = {forms[at : at + _GRAM] for at in range(len(forms) - _GRAM + 1)}
    for length in range(1, _GRAM):
        grams.update(
            gram for at in range(len(forms) - length + 1) if (gram := forms[at : at + length]) in brief
        )
    return grams


def _repeats(quoted: Sequence[_Quoted], found: _Pairs, pair: tuple[int, int], likened: Likened) -> bool:
    """Whether a quotation inside another is matched with one that the outer one is matched with."""
    if likened.likeness is Likeness.VERBATIM:
        return False
    a, b = pair
    return any((above, b) in found for above in _around(quoted, a)) or any(
        (a, above) in found for above in _around(quoted, b)
    )


def _around(quoted: Sequence[_Quoted], index: int) -> Iterable[int]:
    """The quotations a quotation stands in, the nearest first."""
    while (index := quoted[index].around) >= 0:
        yield index


def _marked(
    accounts: Sequence[Account], quoted: Sequence[_Quoted], pair: tuple[int, int], likened: Likened
) -> QuotationMatch:
    one, other = quoted[pair[0]], quoted[pair[1]]
    return QuotationMatch(
        accounts[one.account].article_id,
        accounts[other.account].article_id,
        one.quotation,
        other.quotation,
        likened.likeness,
        likened.a,
        likened.b,
    )


def _free(quoted: Sequence[_Quoted], number: int, account_words: Sequence[Word]) -> list[bool]:
    """For each word of an account whether it stands outside quotations; fragments do not count."""
    free = [True] * len(account_words)
    starts = [word.start for word in account_words]
    reached = 0
    for each in quoted:
        if each.account == number and not each.short and each.quotation.end > reached:
            reached = each.quotation.end
            for index in range(bisect_left(starts, each.quotation.start), bisect_left(starts, reached)):
                free[index] = False
    return free


def _runs(
    quoted: Sequence[_Quoted], number: int, account_words: Sequence[Word], free: Sequence[bool]
) -> list[_Run]:
    """The longest runs of words without marks that stand in quotations of other articles."""
    places = _run_places(quoted, number)
    forms = tuple(word.form for word in account_words)
    reached: dict[int, int] = {}
    found = []
    for at in range(len(forms) - _RUN + 1):
        for index, offset in places.get(forms[at : at + _RUN], ()):
            if at < reached.get(index, 0):
                continue
            length = _run_length(forms, free, at, quoted[index].forms, offset)
            if length >= _RUN:
                reached[index] = at + length
                if telling(account_words[at : at + length], _CONTENT):
                    found.append(_Run(index, offset, at, length))
    return found


def _run_places(quoted: Sequence[_Quoted], number: int) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Where runs of six words stand in the outermost quotations of the other articles."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    counts: Counter[tuple[int, tuple[str, ...]]] = (
        Counter()
    )  # by article: another article must not crowd one out
    for index, each in enumerate(quoted):
        if each.account == number or each.around >= 0:
            continue
        for offset in range(len(each.forms) - _RUN + 1):
            gram = each.forms[offset : offset + _RUN]
            counts[each.account, gram] += 1
            if counts[each.account, gram] <= _MOST_PLACES:
                places.setdefault(gram, []).append((index, offset))
    return places


def _run_length(
    forms: Sequence[str], free: Sequence[bool], at: int, others: Sequence[str], offset: int
) -> int:
    """How many words from there on are the same and without marks."""
    most = min(len(forms) - at, len(others) - offset)
    length = 0
    while length < most and free[at + length] and forms[at + length] == others[offset + length]:
        length += 1
    return length


def _unmarked(
    accounts: Sequence[Account],
    quoted: Sequence[_Quoted],
    number: int,
    account_words: Sequence[Word],
    run: _Run,
) -> QuotationMatch:
    """The match of a run of words without marks with its quotation; the words of that beside the run differ."""
    each = quoted[run.quoted]
    start, end = account_words[run.start].start, account_words[run.start + run.length - 1].end
    plain = Quotation(start, end, start, end)
    beside = [each.words[: run.offset], each.words[run.offset + run.length :]]
    rest: tuple[Span, ...] = tuple((some[0].start, some[-1].end) for some in beside if some)
    here, there = accounts[number].article_id, accounts[each.account].article_id
    if number < each.account:
        return QuotationMatch(here, there, plain, each.quotation, Likeness.UNMARKED, (), rest)
    return QuotationMatch(there, here, each.quotation, plain, Likeness.UNMARKED, rest, ())
