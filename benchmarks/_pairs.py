"""The pair set: invented accounts of invented events, two of each, and which of their sentences speak of the same.

A file of ``pair_set`` has lines "A1 …" and "B1 …", one a sentence, and a line "links:" with pairs such as A3-B5, made
by hand while the accounts were written. ``part`` is "looked-at" where the weights were chosen with the links in view
and "held-out" where they were not; but the lists of light words and of words used for one another were written by
who had written these accounts. Those "written-after" were written when weights and lists were settled, in words as
far apart as a story allows: they show where words end. What sentences fall back on there was chosen with the results
of all three parts in view, though not with single links; and as all these accounts tell their story in much the same
order, its place tells more of a sentence here than it may elsewhere.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from verifier.domain.comparing import Account, Piece

FOLDER = Path(__file__).parent / "pair_set"


@dataclass(frozen=True)
class Pair:
    """Two accounts and the hand-made links between their sentences, by ids."""

    name: str
    part: str
    one: Account
    other: Account
    links: frozenset[tuple[str, str]]


def pairs() -> list[Pair]:
    """All pairs of the set, by name."""
    return [_pair(path) for path in sorted(FOLDER.glob("*.txt"))]


def _pair(path: Path) -> Pair:
    """A pair out of its file. Raises ValueError where a link leads to no sentence."""
    fields = {"language": "", "part": "", "links": ""}
    sentences: dict[str, list[str]] = {"A": [], "B": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        field, _, rest = line.partition(": ")
        if field in fields:
            fields[field] = rest
        elif line[:1] in sentences:
            sentences[line[0]].append(line.partition(" ")[2])
    one, other = (lines_of(sentences[letter], letter, fields["language"]) for letter in "AB")
    links = frozenset((a, b) for a, b in (link.split("-") for link in fields["links"].split()))
    known = {piece.id for piece in one.pieces + other.pieces}
    if not links or not all(a in known and b in known for a, b in links):
        raise ValueError(f"{path.name}: a link leads nowhere")
    return Pair(path.stem, fields["part"], one, other, links)


def lines_of(lines: list[str], letter: str, language: str = "") -> Account:
    """An account of given sentences, each a paragraph of its own."""
    text = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = [(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    pieces = tuple(
        Piece(f"{letter}{index + 1}", str(index + 1), start, end, index)
        for index, (start, end) in enumerate(spans)
    )
    return Account(letter, letter, text, pieces, tuple(spans), language)


def long_pair(sentences: int, seed: int = 7) -> tuple[Account, Account]:
    """Two made-up accounts of so many sentences each: words by Zipf's law, a few protagonists in most sentences, and
    three sentences of four of the second told after one of the first, half of its words changed.
    """
    draw = random.Random(seed)
    vocabulary = _vocabulary(draw, 40_000)
    shares = list(accumulate(1 / (rank + 2.7) for rank in range(len(vocabulary))))
    common = ["the", "of", "and", "to", "in", "a", "that", "was", "for", "on", "said", "with"]
    people = ["Marenko", "Ostrava", "Ministry", "Halloran", "Senate"]

    def told(count: int) -> list[str]:
        words = draw.choices(vocabulary, cum_weights=shares, k=count)
        return [draw.choice(common) if draw.random() < 0.4 else word for word in words]

    first = [[*told(draw.randint(8, 30)), draw.choice(people)] for _ in range(sentences)]
    second = []
    for index in range(sentences):
        model = first[(index * 7) % sentences] if draw.random() < 0.75 else told(20)
        second.append([word if draw.random() < 0.5 else told(1)[0] for word in model] + [draw.choice(people)])
    one, other = ([" ".join(words).capitalize() + "." for words in lines] for lines in (first, second))
    return lines_of(one, "A"), lines_of(other, "B")


def _vocabulary(draw: random.Random, size: int) -> list[str]:
    """Words that look like words, some of them one another's kin."""
    onsets = [*"bcdfghjklmnprstvw", "br", "ch", "dr", "fl", "gr", "pl", "st", "tr"]
    vowels, ends = "aeiou", "lmnrst"
    found: dict[str, None] = {}
    while len(found) < size:
        syllables = (draw.choice(onsets) + draw.choice(vowels) for _ in range(draw.randint(1, 3)))
        found["".join(syllables) + draw.choice(ends) + draw.choice(["", "", "ing", "ed", "ation", "or"])] = (
            None
        )
    return list(found)
