"""Sentences beside the peers: exact-span F1 and sentences a second, unwrapped and wrapped at column 90.

``python -m benchmarks.sentences`` measures this project, pySBD and sentencex in one run, on the development sets of
``VERIFIER_EVAL`` (or ``../shared/eval``; skipped with a word where there are none) and on ``news.jsonl``, 200
sentences of invented news written for this project. It prints figures and ratios and asserts nothing.

The news is marked by this project's rule that a sentence inside a quotation ends there too, which pySBD does not
follow; and the abbreviation tables were mended while looking at the development sets and at this news.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from verifier.text.sentences import split_sentences

Span = tuple[int, int]
Splitter = Callable[[str], Sequence[Span]]
HERE = Path(__file__).parent
COLUMN = 90
ROUNDS = 5
PATIENCE = 3.0
"""Seconds after which no further round is run; the best round counts."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its sentences as somebody marked them."""

    text: str
    sentences: tuple[Span, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Score:
    """Exact-span F1 in per cent, sentences marked, sentences found, sentences a second."""

    f1: float
    marked: int
    found: int
    rate: float


def load(path: Path, language: str) -> list[Paragraph]:
    """The paragraphs of a file; those of ``news.jsonl`` name their language themselves."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Paragraph(
            row["text"], tuple((start, end) for start, end in row["sentences"]), row.get("language", language)
        )
        for row in rows
    ]


def wrapped(text: str) -> str:
    """The text with a line break in place of the space nearest before every 90th column."""
    begin = 0
    while len(text) - begin > COLUMN:
        space = text.rfind(" ", begin, begin + COLUMN + 1)
        if space <= begin:
            space = text.find(" ", begin + COLUMN)
        if space < 0:
            break
        text = text[:space] + "\n" + text[space + 1 :]
        begin = space + 1
    return text


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its edges."""
    start, end = span
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def score(paragraphs: Sequence[Paragraph], splitters: dict[str, Splitter], wrap: bool) -> Score:
    """How well and how fast sentences are found; ``splitters`` holds one for each language."""
    hits = marked = found = 0
    best = float("inf")
    texts = [(wrapped(each.text) if wrap else each.text, splitters[each.language]) for each in paragraphs]
    started = time.perf_counter()
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        answers = [split(text) for text, split in texts]
        best = min(best, time.perf_counter() - begin)
        if time.perf_counter() - started > PATIENCE:
            break
    for paragraph, (text, _), answer in zip(paragraphs, texts, answers, strict=True):
        gold = {trimmed(text, span) for span in paragraph.sentences}
        given = {trimmed(text, span) for span in answer} - {(0, 0)}
        given = {span for span in given if span[0] < span[1]}
        hits, marked, found = hits + len(gold & given), marked + len(gold), found + len(given)
    return Score(200 * hits / (marked + found), marked, found, found / best)


def pysbd_splitter(language: str) -> Splitter:
    """PySBD with spans for a language."""
    import pysbd

    segmenter = pysbd.Segmenter(language=language, clean=False, char_span=True)
    return lambda text: [(span.start, span.end) for span in segmenter.segment(text)]


def sentencex_splitter(language: str) -> Splitter:
    """Sentencex for a language; its strings are found again in the text, in order."""
    import sentencex

    def split(text: str) -> list[Span]:
        spans = []
        position = 0
        for sentence in sentencex.segment(language, text):
            words = sentence.strip()
            start = text.find(words, position)
            if words and start >= 0:
                position = start + len(words)
                spans.append((start, position))
        return spans

    return split


def report(name: str, paragraphs: Sequence[Paragraph]) -> None:
    """Print one data set's figures, and ours beside the best of the peers."""
    languages = {"en", *(paragraph.language for paragraph in paragraphs)}
    programs: dict[str, dict[str, Splitter]] = {
        "verifier": dict.fromkeys(languages, split_sentences),
        "pysbd": {language: pysbd_splitter(language) for language in languages},
        "sentencex": {language: sentencex_splitter(language) for language in languages},
    }
    print(f"{name}: {sum(len(paragraph.sentences) for paragraph in paragraphs)} sentences")
    scores = {}
    for program, splitters in programs.items():
        plain, wrap = score(paragraphs, splitters, False), score(paragraphs, splitters, True)
        scores[program] = plain
        print(f"  {program:10} F1 {plain.f1:6.2f}   wrapped {wrap.f1:6.2f}   {plain.rate:12,.0f} sentences/s")
    peers = max(scores["pysbd"].f1, scores["sentencex"].f1)
    ratio = scores["verifier"].rate / scores["pysbd"].rate
    print(f"  ours less the better peer {scores['verifier'].f1 - peers:+.2f}; speed {ratio:,.0f} × pySBD")


def main() -> None:
    """Measure and print."""
    for peer in ("pysbd", "sentencex"):
        try:
            __import__(peer)
        except ImportError:
            sys.exit(f"{peer} is not installed: install the dependency group “bench”.")
    report("own news", load(HERE / "news.jsonl", "en"))
    folder = Path(os.environ.get("VERIFIER_EVAL", HERE.parent.parent / "shared" / "eval")) / "sentences"
    for name in ("en_ewt_dev", "ru_gsd_dev", "de_gsd_dev", "fr_gsd_dev"):
        path = folder / f"{name}.jsonl"
        if path.exists():
            report(name, load(path, name[:2]))
        else:
            print(f"{name}: skipped, no evaluation data (set VERIFIER_EVAL)")


if __name__ == "__main__":
    main()
