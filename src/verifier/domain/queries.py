"""What follows from a case's rows: the account, labels, bases, counts, open items. Pure functions of ``CaseRows``."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from verifier.domain.articles import Article, Paragraph, Passage, Sentence, Version
from verifier.domain.judgements import Evidence, Link, Mark, Question
from verifier.domain.kinds import (
    ACCOUNT_KINDS,
    LABELS_NEEDING_BASIS,
    Label,
    Modifier,
    Relation,
    Severity,
    Stance,
)
from verifier.domain.rows import CaseRows, Snapshot
from verifier.domain.versions import is_left_behind, passages_left_behind


def account(rows: CaseRows, article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's account in reading order."""
    return tuple(
        sentence
        for paragraph in rows.paragraphs(article.version_id)
        if paragraph.kind in ACCOUNT_KINDS
        for sentence in rows.sentences(paragraph.id)
    )


def set_aside(rows: CaseRows, article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of an article that are not its account, in reading order."""
    return tuple(row for row in rows.paragraphs(article.version_id) if row.kind not in ACCOUNT_KINDS)


def article_of_version(rows: CaseRows, version_id: str) -> Article:
    """The article a version is a reading of."""
    return rows.need(Article, rows.need(Version, version_id).article_id)


def address_of(rows: CaseRows, sentence: Sentence) -> str:
    """The sentence's address ("A12"); "A–" where it was never in the account."""
    return article_of_version(rows, sentence.version_id).letter + (sentence.number or "–")


def whole_characters(text: str) -> str:
    """The text with U+FFFD for each lone surrogate: a file name or argument that is not UTF-8 holds them."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def words_of(text: str, span: Sentence | Passage | Paragraph) -> str:
    """The words of a span as they are shown and quoted: without the white space at either end."""
    return text[span.start : span.end].strip()


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at either end."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def text_of(snapshot: Snapshot, article: Article) -> str:
    """The reading text of an article in a snapshot."""
    return snapshot.texts[snapshot.rows.need(Version, article.version_id).text_sha256]


def sentences_under(rows: CaseRows, passage: Passage) -> tuple[Sentence, ...]:
    """The sentences a passage touches, in reading order."""
    paragraphs = rows.paragraphs(passage.version_id)
    index = bisect_right(paragraphs, passage.start, key=lambda paragraph: paragraph.start) - 1
    if index < 0:
        return ()
    inside = rows.sentences(paragraphs[index].id)
    first = max(bisect_right(inside, passage.start, key=lambda sentence: sentence.start) - 1, 0)
    beyond = bisect_right(inside, passage.end, key=lambda sentence: sentence.start)
    return tuple(
        sentence
        for sentence in inside[first:beyond]
        if sentence.start < passage.end and passage.start < sentence.end
    )


def passage_of(rows: CaseRows, sentence: Sentence) -> Passage | None:
    """The passage that is this whole sentence (the same span), or None where none was needed yet."""
    return rows.passage_at(sentence.version_id, sentence.start, sentence.end)


def mark_of(rows: CaseRows, sentence: Sentence) -> Mark | None:
    """The sentence's own mark, or None."""
    passage = passage_of(rows, sentence)
    return rows.mark_on(passage.id) if passage else None


def address_of_passage(rows: CaseRows, passage: Passage) -> str:
    """The address of the sentence a passage is in ("A12"), or of the first and last it touches ("A12–A13")."""
    under = sentences_under(rows, passage)
    if not under:
        return article_of_version(rows, passage.version_id).letter + "–"
    first, last = address_of(rows, under[0]), address_of(rows, under[-1])
    return first if first == last else f"{first}–{last}"


def is_part(rows: CaseRows, passage: Passage) -> bool:
    """Whether a passage is less or more than exactly one sentence."""
    under = sentences_under(rows, passage)
    return len(under) != 1 or (under[0].start, under[0].end) != (passage.start, passage.end)


# -- labels ----------------------------------------------------------------------------------------------------------

SentenceLabel = Label | Literal["mixed"] | None
"""What a sentence counts as: its own label, "mixed" where unlike passages cover it, None for not checked yet."""


def label_of(rows: CaseRows, sentence: Sentence) -> SentenceLabel:
    """What a sentence counts as: its own label, else that of the labelled passages if they cover it wholly."""
    mark = mark_of(rows, sentence)
    if mark is not None and mark.label is not None:
        return mark.label
    return covering_label(
        rows, sentence, rows.passages_over(sentence.version_id, sentence.start, sentence.end)
    )


def covering_label(rows: CaseRows, sentence: Sentence, passages: Iterable[Passage]) -> SentenceLabel:
    """What labelled passages (in reading order) make of a sentence they cover wholly; None where they do not."""
    inside = [
        (passage, mark.label)
        for passage in passages
        if passage.start < sentence.end
        and sentence.start < passage.end
        and (mark := rows.mark_on(passage.id)) is not None
        and mark.label is not None
    ]
    if not is_covered((sentence.start, sentence.end), (passage for passage, _ in inside)):
        return None
    labels = {label for _, label in inside}
    return labels.pop() if len(labels) == 1 else "mixed"


_GAP = 2
"""So many code points between two passages hold no word: white space, or a comma with it."""


def is_covered(span: tuple[int, int], passages: Iterable[Passage]) -> bool:
    """Whether passages, in reading order, cover a span together, but for white space between and behind them."""
    start, end = span
    reached = start
    for passage in passages:
        if passage.start > reached + _GAP:
            return False
        reached = max(reached, passage.end)
    return reached > start and reached >= end - _GAP


def label_counts(rows: CaseRows, article: Article) -> dict[SentenceLabel, int]:
    """How many sentences of the account count as what; each sentence once. None counts the unchecked ones."""
    return dict(Counter(label_of(rows, sentence) for sentence in account(rows, article)))


@dataclass(frozen=True, slots=True)
class Basis:
    """What a verified or disputed mark stands on. Context evidence and links inside one article are no basis."""

    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.evidence or self.links)


_NOTHING = Basis()

_LINKS_FOR = {
    Label.VERIFIED: frozenset({Relation.CORROBORATES, Relation.SAME_QUOTATION}),
    Label.DISPUTED: frozenset({Relation.CONTRADICTS, Relation.ALTERED_QUOTATION}),
}
_STANCE_FOR = {Label.VERIFIED: Stance.SUPPORTS, Label.DISPUTED: Stance.CONTRADICTS}


def basis_of(rows: CaseRows, mark: Mark) -> Basis:
    """The evidence and links that bear out a mark's label. Empty for labels that need none.

    What hangs on a passage that holds the mark's words wholly counts too. For a disputed mark so does what hangs on a
    part of them; for a verified one only where the parts cover the words together. A link whose other end stands on
    an earlier reading is no basis: the words are not in that article as it is read now.
    """
    if mark.label not in LABELS_NEEDING_BASIS:
        return Basis()
    passage = rows.need(Passage, mark.passage_id)
    bearing = [
        (place, basis)
        for place in rows.passages_over(passage.version_id, passage.start, passage.end)
        if (basis := _basis_on(rows, place, mark.label))
    ]
    if not bearing:
        return _NOTHING
    span = passage.start, _end_of_words(rows, passage)
    found = [(place, basis) for place, basis in bearing if place.start < span[1]]
    whole = [basis for place, basis in found if place.start <= span[0] and span[1] <= place.end]
    parts = [(place, basis) for place, basis in found if place.start > span[0] or place.end < span[1]]
    if mark.label is Label.DISPUTED or is_covered(
        (passage.start, passage.end), (place for place, _ in parts)
    ):
        whole += [basis for _, basis in parts]
    return _together(whole)


def _end_of_words(rows: CaseRows, passage: Passage) -> int:
    """Where the words of a passage end, as near as spans tell: a sentence has white space behind it, unless it is the
    last of its paragraph, and a passage somebody selected has none.
    """
    under = sentences_under(rows, passage)
    if not under or under[-1].end != passage.end:
        return passage.end
    is_last = rows.need(Paragraph, under[-1].paragraph_id).end == passage.end
    return passage.end if is_last else max(passage.start + 1, passage.end - _GAP)


def _basis_on(rows: CaseRows, passage: Passage, label: Label) -> Basis:
    """What hangs on a passage itself and bears a label out."""
    evidence, links = rows.evidence_on(passage.id), rows.links_on(passage.id)
    if not (evidence or links):
        return _NOTHING
    stance, relations = _STANCE_FOR[label], _LINKS_FOR[label]
    return Basis(
        evidence=tuple(piece for piece in evidence if piece.stance is stance),
        links=tuple(
            link
            for link in links
            if link.relation in relations
            and not is_inside_one_article(rows, link)
            and not is_left_behind(rows, other_end(link, passage.id))
        ),
    )


def _together(bases: Iterable[Basis]) -> Basis:
    """Several bases as one, oldest first, each piece and link once."""
    found = tuple(bases)
    if len(found) < 2:
        return found[0] if found else Basis()
    evidence = {piece.id: piece for basis in found for piece in basis.evidence}
    links = {link.id: link for basis in found for link in basis.links}
    return Basis(
        tuple(sorted(evidence.values(), key=lambda piece: (piece.time, piece.id))),
        tuple(sorted(links.values(), key=lambda link: (link.time, link.id))),
    )


def origins_of(basis: Basis) -> frozenset[str]:
    """The named origins the evidence of a basis goes back to; a piece without one counts by its citation."""
    return origins_of_evidence(basis.evidence)


def origins_of_evidence(evidence: Iterable[Evidence]) -> frozenset[str]:
    """The named origins some evidence goes back to; a piece without one counts by its citation."""
    return frozenset((piece.origin or piece.citation).strip().casefold() for piece in evidence)


def is_inside_one_article(rows: CaseRows, link: Link) -> bool:
    """Whether both ends of a link are in the same article."""
    return (
        rows.need(Version, rows.need(Passage, link.a).version_id).article_id
        == rows.need(Version, rows.need(Passage, link.b).version_id).article_id
    )


def other_end(link: Link, passage_id: str) -> str:
    """The passage id at the other end of a link."""
    return link.b if link.a == passage_id else link.a


def near_end(rows: CaseRows, link: Link, passage: Passage) -> str:
    """The passage id at the end of a link that is in the article of a passage; the first where both are."""
    home = rows.need(Version, passage.version_id).article_id
    first = rows.need(Version, rows.need(Passage, link.a).version_id).article_id
    return link.a if first == home else link.b


# -- what is open ----------------------------------------------------------------------------------------------------


class Problem(StrEnum):
    """Why something must be settled before publication, gravest first."""

    HARD_CONFLICT = "hard-conflict"
    REFUTED = "refuted"
    VERIFIED_BUT_CONTRADICTED = "verified-but-contradicted"
    LEFT_BEHIND = "left-behind"
    WITHOUT_BASIS = "without-basis"
    TO_DO = "to-do"
    QUESTION = "question"
    OPEN_DIFFERENCE = "open-difference"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something to settle: the problem, the passage it is at, and the mark, link or question it is about.

    A passage left behind by a new reading may have neither: links and evidence hang on it too. ``passage_id`` is ""
    for a question about the whole case.
    """

    problem: Problem
    passage_id: str
    mark: Mark | None = None
    link: Link | None = None
    question: Question | None = None


def open_items(rows: CaseRows, basis: Callable[[Mark], Basis] | None = None) -> tuple[OpenItem, ...]:
    """What is open in a case, gravest first, then in reading order. Unchecked sentences are counted elsewhere.
    ``basis`` is ``basis_of`` for who has found it already.
    """
    found = [item for item in looked_over(rows, basis) if item is not None]
    order = list(Problem)
    return tuple(
        sorted(found, key=lambda item: (order.index(item.problem), reading_order(rows, item.passage_id)))
    )


def looked_over(rows: CaseRows, basis: Callable[[Mark], Basis] | None = None) -> Iterator[OpenItem | None]:
    """What is open, in no order, and None for each mark that is in order: who counts can pause at any of them."""
    left = passages_left_behind(rows)
    yield from _open_links(rows)
    for one in left:
        yield OpenItem(Problem.LEFT_BEHIND, one.id, mark=rows.mark_on(one.id))
    for question in rows.all(Question):
        if question.is_open:
            yield OpenItem(Problem.QUESTION, question.place, question=question)
    yield from _open_marks(rows, {passage.id for passage in left}, basis)


def _open_links(rows: CaseRows) -> Iterator[OpenItem]:
    for link in rows.all(Link):
        if link.is_open:
            hard = link.gravity is Severity.HARD
            yield OpenItem(Problem.HARD_CONFLICT if hard else Problem.OPEN_DIFFERENCE, link.a, link=link)


def _open_marks(
    rows: CaseRows, left: Container[str], basis: Callable[[Mark], Basis] | None
) -> Iterator[OpenItem | None]:
    for mark in rows.all(Mark):
        problem = None if mark.passage_id in left else problem_of(rows, mark, basis)
        yield None if problem is None else OpenItem(problem, mark.passage_id, mark=mark)


def problem_of(rows: CaseRows, mark: Mark, basis: Callable[[Mark], Basis] | None = None) -> Problem | None:
    """The gravest thing to settle about a mark, or None."""
    if Modifier.REFUTED in mark.modifiers:
        return Problem.REFUTED
    if mark.label is Label.VERIFIED and is_contradicted(rows, mark):
        return Problem.VERIFIED_BUT_CONTRADICTED
    if mark.label in LABELS_NEEDING_BASIS and not (basis(mark) if basis else basis_of(rows, mark)):
        return Problem.WITHOUT_BASIS
    if mark.advice is not None and mark.advice.value != "leave":
        return Problem.TO_DO
    return None


def is_contradicted(rows: CaseRows, mark: Mark) -> bool:
    """Whether an open link contradicts a mark's words: one on their own passage, or on another that lies on them and
    has no label, so that nobody has judged it by itself.
    """
    passage = rows.need(Passage, mark.passage_id)
    for place in rows.passages_over(passage.version_id, passage.start, passage.end):
        if any(link.relation is Relation.CONTRADICTS and link.is_open for link in rows.links_on(place.id)):
            other = rows.mark_on(place.id)
            if other is None or other.label is None or other.id == mark.id:
                return True
    return False


_BEHIND_ALL = 1_000
"""More letters than any article has."""


def reading_order(rows: CaseRows, passage_id: str) -> tuple[int, str, int, int]:
    """A key that sorts passages by article letter and place; no passage ("") comes after all of them."""
    if not passage_id:
        return _BEHIND_ALL, "", 0, 0
    passage = rows.need(Passage, passage_id)
    letter = article_of_version(rows, passage.version_id).letter
    return len(letter), letter, passage.start, passage.end
