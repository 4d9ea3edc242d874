"""Word differences of two passages beside difflib and diff-match-patch, in one run over the same words.

``python -m benchmarks.wording`` takes the linked sentences of the pair set, whole accounts of it, and long accounts
beside themselves edited. "alignment" is finding the words that differ, the words being at hand; "whole" begins with
the two strings and ends with spans, moved and changed words told apart, which the peers do not do: they are given
this project's words and the alignment is all they add. diff-match-patch compares letters, so that each word is made
one. It prints times and ratios and asserts nothing.
"""

from __future__ import annotations

import difflib
import random
import time
from collections.abc import Callable, Sequence
from statistics import median

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from benchmarks._pairs import pairs
from verifier.compare import wording

Passages = tuple[str, str]
Aligner = Callable[[Sequence[str], Sequence[str]], object]

ROUNDS = 5
EDITS = 0.08
"""The share of words that an edited account has other than its original."""

PATIENCE = 20.0
"""Seconds after which a peer is asked for no further passages; its time is that of the ones it did."""


def by_difflib(a: Sequence[str], b: Sequence[str]) -> object:
    """difflib over words."""
    return difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def by_diff_match_patch(a: Sequence[str], b: Sequence[str]) -> object:
    """diff-match-patch over words, each made one letter."""
    letters: dict[str, str] = {}
    one, other = (
        "".join(letters.setdefault(word, chr(0x100 + len(letters))) for word in some) for some in (a, b)
    )
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ.diff_main(one, other, False)


ALIGNERS: dict[str, Aligner] = {
    "rapidfuzz Indel (ours)": Indel.opcodes,
    "difflib": by_difflib,
    "diff-match-patch": by_diff_match_patch,
}


def samples() -> dict[str, list[Passages]]:
    """The passages by what they are."""
    sentences, accounts = [], []
    for pair in pairs():
        texts = {
            piece.id: account.text[piece.start : piece.end]
            for account in (pair.one, pair.other)
            for piece in account.pieces
        }
        sentences += [(texts[a], texts[b]) for a, b in sorted(pair.links)]
        accounts.append((pair.one.text, pair.other.text))
    long = " ".join(text for both in accounts for text in both)
    return {
        "linked sentences": sentences,
        "whole accounts": accounts,
        "a long account, edited": [(long, edited(long))],
    }


def edited(text: str) -> str:
    """A text with some words changed and a stretch of it at another place; the same on every run."""
    chance = random.Random(7)
    words = [word if chance.random() > EDITS else f"{word}x" for word in text.split()]
    third = len(words) // 3
    return " ".join((*words[:10], *words[third:], *words[10:third]))


def seconds(work: Callable[[Passages], object], passages: Sequence[Passages]) -> float:
    """The median time for a pair of passages, each the best of some rounds, in seconds."""
    times = []
    began = time.perf_counter()
    for each in passages:
        best = float("inf")
        for _ in range(ROUNDS):
            start = time.perf_counter()
            work(each)
            best = min(best, time.perf_counter() - start)
            if time.perf_counter() - began > PATIENCE:
                break
        times.append(best)
        if time.perf_counter() - began > PATIENCE:
            break
    return median(times)


def aligned(aligner: Aligner) -> Callable[[Passages], object]:
    """The whole way of a peer: this project's words, then its alignment."""
    return lambda each: aligner(wording._words(each[0])[1], wording._words(each[1])[1])


def main() -> None:
    """Print the times and the ratios."""
    for name, passages in samples().items():
        words = [tuple(wording._words(text)[1] for text in each) for each in passages]
        size = median(len(a) + len(b) for a, b in words)
        print(f"{name}: {len(passages)} pairs, {size:.0f} words in a pair")
        table = dict(zip((id(each) for each in passages), words, strict=True))
        ours = seconds(lambda each, table=table: Indel.opcodes(*table[id(each)]), passages)  # type: ignore[misc]
        for peer, aligner in ALIGNERS.items():
            took = seconds(lambda each, run=aligner, table=table: run(*table[id(each)]), passages)  # type: ignore[misc]
            print(f"  alignment  {peer:<26} {took * 1e6:>12,.1f} µs  {took / ours:>8.1f} ×")
        whole = seconds(lambda each: wording.word_changes(*each), passages)
        rows = {
            "word_changes (ours)": whole,
            "word_difference (ours)": seconds(lambda each: wording.word_difference(*each), passages),
            "difflib": seconds(aligned(by_difflib), passages),
            "diff-match-patch": seconds(aligned(by_diff_match_patch), passages),
        }
        for row, took in rows.items():
            print(f"  whole      {row:<26} {took * 1e6:>12,.1f} µs  {took / whole:>8.1f} ×")


if __name__ == "__main__":
    main()
