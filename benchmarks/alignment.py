"""Suggestions for links: how often the right sentence is among the first, and what it takes, beside plain methods.

The peers rank all sentences of the other account by rapidfuzz's ``token_set_ratio``, by the cosine of plain TF-IDF
vectors, by difflib's ratio over words, and by nothing but their place. They rank every sentence however little it
shares; so do the product's suggestions up to three a sentence, and "no weak evidence" shows what they are without.
Every sentence that has a hand-made link is looked up in both directions.
"""

from __future__ import annotations

import difflib
import gc
import math
import re
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from statistics import median
from unittest.mock import patch

from rapidfuzz import fuzz

from benchmarks._pairs import Pair, long_pair, pairs
from verifier.compare import alignment, stems, weights
from verifier.domain.comparing import Account
from verifier.domain.making import no_collection

Ranked = dict[str, list[str]]
"""For a sentence of either account the sentences of the other, best first."""

PARTS = ("looked-at", "held-out", "written-after")
_SIZES = (40, 500, 5_000)
_LARGEST_WHOLE = 500
_MOST_PEER_PAIRS = 20_000
"""Peers that look at every pair are timed on so many and their time is scaled up."""


def ours(one: Account, other: Account) -> Ranked:
    """Rank by the product's own suggestions."""
    ranked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for each in alignment.suggestions(one, other):
        ranked[each.a].append((each.rank_a, each.b))
        ranked[each.b].append((each.rank_b, each.a))
    return {sentence: [found for _, found in sorted(list_)] for sentence, list_ in ranked.items()}


def token_set(one: Account, other: Account) -> Ranked:
    """Rank by rapidfuzz's token set ratio."""
    return _by(lambda a, b: fuzz.token_set_ratio(a.lower(), b.lower()), one, other)


def by_difflib(one: Account, other: Account) -> Ranked:
    """Rank by difflib's ratio over words."""
    return _by(
        lambda a, b: difflib.SequenceMatcher(
            None, a.lower().split(), b.lower().split(), autojunk=False
        ).ratio(),
        one,
        other,
    )


def plain_tfidf(one: Account, other: Account) -> Ranked:
    """Rank by the cosine of plain TF-IDF vectors over words."""
    bags = {id_: Counter(re.findall(r"\w+", text.lower())) for id_, text in (*_texts(one), *_texts(other))}
    df = Counter(word for bag in bags.values() for word in bag)
    vectors = {
        id_: {word: times * math.log(len(bags) / df[word]) for word, times in bag.items()}
        for id_, bag in bags.items()
    }
    lengths = {id_: math.sqrt(sum(w * w for w in vector.values())) or 1 for id_, vector in vectors.items()}

    def cosine(a: str, b: str) -> float:
        mine, theirs = vectors[a], vectors[b]
        return sum(w * theirs.get(word, 0) for word, w in mine.items()) / (lengths[a] * lengths[b])

    return _ranked({(a.id, b.id): cosine(a.id, b.id) for a in one.pieces for b in other.pieces})


def by_place(one: Account, other: Account) -> Ranked:
    """Rank by the place in the account and nothing else."""
    counts = len(one.pieces), len(other.pieces)
    return _ranked(
        {
            (a.id, b.id): -abs((at + 0.5) / counts[0] - (there + 0.5) / counts[1])
            for at, a in enumerate(one.pieces)
            for there, b in enumerate(other.pieces)
        }
    )


def without_weak_evidence(one: Account, other: Account) -> Ranked:
    """Rank by the product's suggestions with nothing to fall back on."""
    with patch.object(alignment, "weak", lambda *_given: {}):
        return ours(one, other)


def without_near_words(one: Account, other: Account) -> Ranked:
    """Rank by the product's suggestions with no list of words that are used for one another."""
    with patch.object(weights, "near_stems", dict):
        return ours(one, other)


PEERS: dict[str, Callable[[Account, Account], Ranked]] = {
    "ours": ours,
    "ours, no near words": without_near_words,
    "ours, no weak evidence": without_weak_evidence,
    "rapidfuzz token_set": token_set,
    "plain TF-IDF": plain_tfidf,
    "difflib": by_difflib,
    "place alone": by_place,
}


def _by(likeness: Callable[[str, str], float], one: Account, other: Account) -> Ranked:
    return _ranked({(a, b): likeness(mine, theirs) for a, mine in _texts(one) for b, theirs in _texts(other)})


def _ranked(scores: dict[tuple[str, str], float]) -> Ranked:
    ranked: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (a, b), score in scores.items():
        ranked[a].append((-score, b))
        ranked[b].append((-score, a))
    return {
        id_: [each for _, each in sorted(found, key=lambda each: each[0])] for id_, found in ranked.items()
    }


def _texts(account: Account) -> list[tuple[str, str]]:
    return [(piece.id, account.text[piece.start : piece.end]) for piece in account.pieces]


def quality(
    set_: Iterable[Pair], rank: Callable[[Account, Account], Ranked]
) -> tuple[float, float, float, int]:
    """hit@1, hit@3, the mean reciprocal rank among the first five, and the number of sentences looked up."""
    places = []
    for pair in set_:
        wanted: dict[str, set[str]] = defaultdict(set)
        for a, b in pair.links:
            wanted[a].add(b)
            wanted[b].add(a)
        ranked = rank(pair.one, pair.other)
        for sentence, right in wanted.items():
            found = ranked.get(sentence, [])[: alignment.MOST]
            places.append(next((at for at, each in enumerate(found, 1) if each in right), math.inf))
    count = len(places)
    hits = [sum(place <= k for place in places) / count for k in (1, 3)]
    return hits[0], hits[1], sum(1 / place for place in places) / count, count


def mutual_precision(set_: Iterable[Pair]) -> tuple[float, float]:
    """How many of the mutual best are hand-made links, and how many of these are found so."""
    proposed = right = links = 0
    for pair in set_:
        mutual = {(each.a, each.b) for each in alignment.suggestions(pair.one, pair.other) if each.mutual}
        proposed += len(mutual)
        right += len(mutual & pair.links)
        links += len(pair.links)
    return right / proposed, right / links


def _time(work: Callable[[], object], tries: int) -> float:
    """The median of the CPU seconds some tries take, the collector out of the way as ``timeit`` has it."""
    taken = []
    for _ in range(tries):
        gc.collect()
        with no_collection():
            begin = time.process_time()
            work()
            taken.append(time.process_time() - begin)
    return median(taken)


def _afresh(one: Account, other: Account) -> object:
    stems.stemmed.cache_clear()
    return alignment.suggestions(one, other)


def _peer_time(rank: Callable[[Account, Account], Ranked], one: Account, other: Account) -> float:
    """Seconds a peer needs, scaled up from as many sentences of the first account as are worth waiting for."""
    count = len(one.pieces)
    some = count if rank is plain_tfidf else max(min(count, _MOST_PEER_PAIRS // count), 1)
    part = Account("A", "A", one.text, one.pieces[:some], one.paragraphs)
    return _time(lambda: rank(part, other), 1) * count / some


def _timed(size: int) -> list[tuple[str, Callable[[Account, Account], Ranked]]]:
    """The peers worth waiting for; TF-IDF weighs the whole text first, so its time cannot be scaled up."""
    return [
        (name, rank)
        for name, rank in PEERS.items()
        if rank in (token_set, by_difflib) or (rank is plain_tfidf and size <= _LARGEST_WHOLE)
    ]


def _memory(one: Account, other: Account) -> tuple[float, float]:
    """Megabytes at the most and after, with what is kept."""
    stems.stemmed.cache_clear()
    gc.collect()
    tracemalloc.start()
    kept = alignment.suggestions(one, other)
    now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept
    return peak / 1e6, now / 1e6


_NOTES = """\
looked-at: weights chosen with the links in view; held-out: not; written-after: in words as far apart as may be.
Weak evidence (light words, pieces of words, place) only fills up to three, behind all else, and is never mutual;
it was chosen by the results of all three parts. The accounts of the set tell things in much the same order."""


def main() -> None:
    """Print quality, time and memory."""
    every = pairs()
    print(_NOTES)
    for part in PARTS:
        chosen = [pair for pair in every if pair.part == part]
        print(f"{part}: {len(chosen)} pairs, {sum(len(pair.links) for pair in chosen)} links")
        for name, rank in PEERS.items():
            first, third, reciprocal, count = quality(chosen, rank)
            print(
                f"  {name:22} hit@1 {first:.2f}  hit@3 {third:.2f}  MRR@5 {reciprocal:.2f}  ({count} sentences)"
            )
        print("  mutual best: precision {:.2f} at recall {:.2f}".format(*mutual_precision(chosen)))
    for size in _SIZES:
        one, other = long_pair(size)
        begin = time.process_time()
        _afresh(one, other)
        cold = time.process_time() - begin
        mine = _time(lambda: _afresh(one, other), 9 if size < 1_000 else 1)  # noqa: B023
        peak, kept = _memory(one, other)
        print(f"{size} sentences a side: ours {mine:.4f} s ({cold:.4f} with stems not yet known),", end=" ")
        print(f"at most {peak:.1f} MB, {kept:.1f} MB kept")
        for name, rank in _timed(size):
            taken = _peer_time(rank, one, other)
            print(f"  {name:20} {taken:10.3f} s  {taken / mine:8.1f} × ours")


if __name__ == "__main__":
    main()
