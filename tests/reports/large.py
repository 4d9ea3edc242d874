"""Invented cases of any length, for tests and benchmarks of growth."""

from __future__ import annotations

from tests.reports.cases import Case

from verifier.domain.rows import Snapshot

_LABELS = ("verified", "disputed", "opinion", "unconfirmed", "no-claim")
_SENTENCES_A_PARAGRAPH = 5


def large_snapshot(sentences: int, noted: int = 5) -> Snapshot:
    """Two articles with ``sentences`` sentences in all, each marked, every tenth linked, every ``noted``-th with a
    note.
    """
    case = Case()
    half = sentences // 2
    for letter in "AB":
        case.article(letter, _paragraphs(letter, half), publisher=f"Paper {letter}", language="en")
    for letter in "AB":
        for number in range(1, half + 1):
            note = f"Looked for it in the papers of day {number}." if number % noted == 0 else ""
            case.mark(f"{letter}{number}", _LABELS[number % len(_LABELS)], note=note)
    for number in range(10, half + 1, 10):
        relation = "contradicts" if number % 20 else "corroborates"
        case.link(f"A{number}", f"B{number}", relation)
    case.details(title="A long case", finding="Long.")
    return case.snapshot()


def _paragraphs(letter: str, count: int) -> list[tuple[str, list[str]]]:
    words = [
        f"In paper {letter} the harbour board said that boat number {number} had left the pier on the evening tide. "
        for number in range(1, count + 1)
    ]
    return [
        ("body", words[start : start + _SENTENCES_A_PARAGRAPH])
        for start in range(0, count, _SENTENCES_A_PARAGRAPH)
    ]
