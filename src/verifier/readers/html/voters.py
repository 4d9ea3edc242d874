"""Three extractors vote on which blocks of a page are its article. None of them owns a word of it.

Each one sees the page without scripts and giant attributes and gives back text of its own making: spaces, letters and
marks may have changed. So its answer is cut to words, and a block is taken as accepted where half of its runs of four
words are there; a shorter block where it stands as a line, or between the words of its neighbours.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = re.compile(r"\w+")
_RUN = 4
_ACCEPTED = 0.5
_MOST_ELEMENTS = 12_000
"""Elements a page may have for the voters, eight times as many as large news pages have: one of them needs minutes
for 30,000 lists of one item."""
_MOST_CHARACTERS = 4_000_000
_LONGEST_ATTRIBUTE = 2_000

Words = tuple[str, ...]


class Voter(Enum):
    """Who votes."""

    TRAFILATURA = "trafilatura"
    RESILIPARSE = "resiliparse"
    READABILITY = "readability"


Votes = frozenset[Voter]


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one voter gave back: its runs of words and its lines."""

    voter: Voter
    runs: Counter[Words]
    lines: Counter[Words]

    @classmethod
    def of(cls, voter: Voter, text: str) -> Ballot:
        """The ballot a voter's text makes."""
        words = words_of(text)
        lines = (words_of(line) for line in text.splitlines())
        return cls(voter, Counter(_runs(words)), Counter(line for line in lines if line))


def words_of(text: str) -> Words:
    """The words of a text, alike whatever a voter made of its letters and spaces."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text.replace("\xad", "")).casefold()))


def _runs(words: Words) -> Iterable[Words]:
    return (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def too_big(root: _Element, text: str) -> bool:
    """Whether a page is so big that the voters would take minutes."""
    if len(text) < 3 * _MOST_ELEMENTS:  # the shortest tag has three characters
        return False
    return sum(1 for _ in root.iter("*")) > _MOST_ELEMENTS


def ask(root: _Element) -> list[Ballot]:
    """The ballots of the voters that found something in the page."""
    page = _without_ballast(root)
    if len(page) > _MOST_CHARACTERS:
        return []
    answers = ((voter, _asked(extract, page)) for voter, extract in _VOTERS.items())
    return [Ballot.of(voter, answer) for voter, answer in answers if answer.strip()]


def _asked(extract: Callable[[str], str], page: str) -> str:
    """What a voter says; nothing where it fails: a voter's fault must not cost the user a page."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(page)
    except Exception:
        return ""


def _without_ballast(root: _Element) -> str:
    """The page as the voters see it: without scripts, styles, comments and giant attributes."""
    from copy import deepcopy

    from lxml import etree

    tree = deepcopy(root)
    etree.strip_elements(tree, "style", etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in tree.iter("*"):
        for name, value in element.attrib.items():
            if len(value) > _LONGEST_ATTRIBUTE:
                element.set(name, "")
        if element.tag == "script" and "ld+json" not in (element.get("type") or ""):
            element.text = ""
    return str(etree.tostring(tree, method="html", encoding="unicode"))


def _trafilatura(page: str) -> str:
    from trafilatura import bare_extraction
    from trafilatura.xml import xmltotxt

    found = bare_extraction(page, include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    return "" if body is None else str(xmltotxt(body, include_formatting=False))


def _resiliparse(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(
        extract_plain_text(page, main_content=True, alt_texts=False, comments=False, list_bullets=False)
    )


def _readability(page: str) -> str:
    from trafilatura.readability_lxml import Document
    from trafilatura.utils import load_html

    tree = load_html(page)
    if tree is None:
        return ""
    from verifier.readers.html.notes import Notes
    from verifier.readers.html.parse import parse
    from verifier.readers.html.walk import Walker

    summary = parse(Document(tree).summary()).root
    return "\n".join(" ".join(piece.text.split()) for piece in Walker(summary, Notes()).pieces())


_VOTERS = {
    Voter.TRAFILATURA: _trafilatura,
    Voter.RESILIPARSE: _resiliparse,
    Voter.READABILITY: _readability,
}


def count_votes(blocks: Sequence[Words], ballots: Sequence[Ballot]) -> list[Votes]:
    """Who accepts each block, in order."""
    if not ballots:
        return [frozenset()] * len(blocks)
    votes: list[set[Voter]] = [set() for _ in blocks]
    for ballot in ballots:
        for index, accepted in enumerate(_accepted(blocks, ballot)):
            if accepted:
                votes[index].add(ballot.voter)
    return [frozenset(each) for each in votes]


def _accepted(blocks: Sequence[Words], ballot: Ballot) -> list[bool]:
    accepted = [_is_accepted(blocks, index, ballot) for index in range(len(blocks))]
    _drop_doubles(blocks, ballot, accepted)
    return accepted


def _is_accepted(blocks: Sequence[Words], index: int, ballot: Ballot) -> bool:
    words = blocks[index]
    if not words:
        return False
    if len(words) >= _RUN:
        runs = list(_runs(words))
        return sum(run in ballot.runs for run in runs) >= _ACCEPTED * len(runs)
    if words in ballot.lines:
        return True
    before = blocks[index - 1][-(_RUN - 1) :] if index else ()
    after = blocks[index + 1][: _RUN - 1] if index + 1 < len(blocks) else ()
    left, right = (before + words)[-_RUN:], (words + after)[:_RUN]
    return len(left) == _RUN == len(right) and left in ballot.runs and right in ballot.runs


def _drop_doubles(blocks: Sequence[Words], ballot: Ballot, accepted: list[bool]) -> None:
    """Where blocks have the same words and fewer were given back, those beside other accepted blocks are meant."""
    alike: dict[Words, list[int]] = {}
    for index, words in enumerate(blocks):
        if accepted[index]:
            alike.setdefault(words, []).append(index)
    for words, indices in alike.items():
        given = ballot.runs[words[:_RUN]] if len(words) >= _RUN else ballot.lines[words] or 1
        if len(indices) <= max(given, 1):
            continue
        ranked = sorted(indices, key=lambda index: -_company(index, blocks, accepted))
        for index in ranked[max(given, 1) :]:
            accepted[index] = False


def _company(index: int, blocks: Sequence[Words], accepted: Sequence[bool]) -> int:
    """How many words of the blocks around one are accepted."""
    around = (*range(max(0, index - 3), index), *range(index + 1, min(len(blocks), index + 4)))
    return sum(len(blocks[each]) for each in around if accepted[each] and blocks[each] != blocks[index])
