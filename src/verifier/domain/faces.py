"""What a case says of one thing, as facts that two states of the case can be compared by.

A face is told without ids and times: a label cleared and given again is the same label. Pure functions of ``CaseRows``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from verifier.domain.articles import Article, Metadata, Paragraph, Passage, Sentence, Version
from verifier.domain.judgements import (
    CheckPass,
    Claim,
    Evidence,
    Link,
    Mark,
    Question,
    Reply,
)
from verifier.domain.kinds import Reach
from verifier.domain.queries import (
    address_of,
    address_of_passage,
    article_of_version,
    reading_order,
    sentences_under,
)
from verifier.domain.reportversions import CorrectionKind, Facts
from verifier.domain.rows import CaseRows
from verifier.domain.versions import is_current

Subject = tuple[CorrectionKind, tuple[str | int, ...]]
"""What a face is of: the kind, and what names the thing: ids, a field, or a version and a span in code points."""

Order = tuple[int, str, int]
"""Sorts places in reading order: how many letters the article's letter has, the letter, the position."""

_WHOLE_CASE: Order = (0, "", 0)
_NOWHERE: Order = (1_000, "", 0)


@dataclass(frozen=True, slots=True)
class Face:
    """What is said of a subject. ``words`` is what it is compared by besides, where the same facts may be said of other
    words: the hashes of the words it hangs on. ``article_id`` names the article that the subject is a part of,
    ``row_id`` the mark. ``inherited`` are a label's facts that come from the sentences around.
    """

    facts: Facts = ()
    words: tuple[str, ...] = ()
    address: str = ""
    passage_id: str = ""
    order: Order = _NOWHERE
    article_id: str = ""
    row_id: str = ""
    inherited: bool = False

    @property
    def bare(self) -> Facts:
        """The facts without addresses."""
        return tuple(fact for fact in self.facts if fact[0] not in _ADDRESSES)

    def is_like(self, other: Face) -> bool:
        """Whether two faces of one thing say the same, of the same words or at the same addresses: a new number of the
        same words is no difference.
        """
        return self.bare == other.bare and (self.words == other.words or self.facts == other.facts)


_ADDRESSES = frozenset({"a", "b", "place", "places"})
"""The facts that are addresses."""

NO_FACE = Face()


def face_of(rows: CaseRows, subject: Subject) -> Face:
    """What a case says of a subject; ``NO_FACE`` or one without facts where it says nothing."""
    kind, key = subject
    return _FACES[kind](rows, *key)


def facts_of(**said: str) -> Facts:
    """The facts that are not empty, as given."""
    return tuple((name, str(value)) for name, value in said.items() if value)


# -- the case and its articles ---------------------------------------------------------------------------------------


def _case(rows: CaseRows, field: str) -> Face:
    return Face(facts_of(**{field: str(getattr(rows.details, field)).strip()}), order=_WHOLE_CASE)


def _article(rows: CaseRows, article_id: str) -> Face:
    article = rows.get(Article, article_id)
    if article is None:
        return NO_FACE
    return _of_article(
        article, facts_of(letter=article.letter, name=article.publisher or article.title or "–")
    )


def _of_article(article: Article, facts: Facts) -> Face:
    order = (len(article.letter), article.letter, -1)
    return Face(facts, address=article.letter, order=order, article_id=article.id)


def _reading(rows: CaseRows, article_id: str) -> Face:
    article = rows.get(Article, article_id)
    if article is None:
        return NO_FACE
    version = rows.need(Version, article.version_id)
    facts = facts_of(
        name=version.name,
        acquired_at=version.acquired_at,
        original_sha256=version.original_sha256,
        text_sha256=version.text_sha256,
        reader=f"{version.reader} {version.reader_version}",
        encoding=version.encoding,
        wrap=version.wrap,
        part=version.part,
    )
    return _of_article(article, facts)


def _metadata(rows: CaseRows, article_id: str, field: str) -> Face:
    article = rows.get(Article, article_id)
    value = getattr(article, field) if article else None
    if article is None or not value:
        return NO_FACE if article is None else _of_article(article, ())
    unconfirmed = "1" if field in article.unconfirmed else ""
    return _of_article(article, facts_of(**{field: str(value)}, unconfirmed=unconfirmed))


def _paragraph(rows: CaseRows, paragraph_id: str) -> Face:
    paragraph = _current_paragraph(rows, paragraph_id)
    if paragraph is None:
        return NO_FACE
    article = article_of_version(rows, paragraph.version_id)
    sentences = rows.sentences(paragraph_id)
    address = address_of(rows, sentences[0]) if sentences else article.letter
    order = (len(article.letter), article.letter, paragraph.start)
    return Face(facts_of(kind=str(paragraph.kind)), address=address, order=order, article_id=article.id)


def _sentences(rows: CaseRows, paragraph_id: str) -> Face:
    """The sentences of a paragraph, each a fact: its address, and its span."""
    paragraph = _current_paragraph(rows, paragraph_id)
    if paragraph is None:
        return NO_FACE
    article = article_of_version(rows, paragraph.version_id)
    facts = tuple((address_of(rows, one), f"{one.start}–{one.end}") for one in rows.sentences(paragraph_id))
    order = (len(article.letter), article.letter, paragraph.start)
    return Face(facts, order=order, article_id=article.id)


def _current_paragraph(rows: CaseRows, paragraph_id: str) -> Paragraph | None:
    """The paragraph, where it is one of an article as it is read in this state."""
    paragraph = rows.get(Paragraph, paragraph_id)
    return paragraph if paragraph and is_current(rows, paragraph.version_id) else None


def _order(rows: CaseRows, version_id: str, start: int) -> Order:
    letter = article_of_version(rows, version_id).letter
    return len(letter), letter, start


# -- marks -----------------------------------------------------------------------------------------------------------


def _mark(rows: CaseRows, version_id: str, start: int, end: int) -> Face:
    """What is said of a span: by its own mark, else by the label of the sentence around it or the sentences in it; and
    whether it was left behind on an earlier reading.
    """
    if rows.get(Version, version_id) is None:
        return NO_FACE
    passage = rows.passage_at(version_id, start, end)
    place = passage or Passage("", version_id, start, end, "")
    mark = rows.mark_on(passage.id) if passage else None
    facts = mark_facts(mark) if mark else _around(rows, place)
    if facts and not is_current(rows, version_id):
        facts = (*facts, ("left", "1"))
    return Face(
        facts,
        address=address_of_passage(rows, place),
        passage_id=place.id,
        order=_order(rows, version_id, start),
        words=() if passage is None else (passage.sha256,),
        article_id=rows.need(Version, version_id).article_id,
        row_id=mark.id if mark else "",
        inherited=mark is None and bool(facts),
    )


def mark_facts(mark: Mark) -> Facts:
    """What a mark says, but for who and when."""
    return facts_of(
        label=mark.label or "",
        modifiers=",".join(mark.modifiers),
        voice=mark.voice or "",
        note=mark.note,
        reach=mark.reach if mark.note and mark.reach is Reach.INTERNAL else "",
        advice=mark.advice or "",
        wording=mark.wording,
    )


def _around(rows: CaseRows, place: Passage) -> Facts:
    """What the sentences that a place without a mark lies in, or is made of, say of it together."""
    under = sentences_under(rows, place)
    if not under or (len(under) > 1 and (under[0].start, under[-1].end) != (place.start, place.end)):
        return ()
    if len(under) == 1 and (under[0].start, under[0].end) == (place.start, place.end):
        return ()
    marks = [_own_mark(rows, sentence) for sentence in under]
    judged = [mark for mark in marks if mark is not None and mark.label is not None]
    if len(judged) < len(marks) or len({(mark.label, mark.modifiers) for mark in judged}) > 1:
        return ()
    return _joined(judged)


def _own_mark(rows: CaseRows, sentence: Sentence) -> Mark | None:
    passage = rows.passage_at(sentence.version_id, sentence.start, sentence.end)
    return rows.mark_on(passage.id) if passage else None


def _joined(marks: list[Mark]) -> Facts:
    """The facts of marks with one label; of the rest, what any of them says first."""
    found: dict[str, str] = {}
    for mark in marks:
        for name, value in mark_facts(mark):
            found.setdefault(name, value)
    return tuple(found.items())


# -- what ties passages ----------------------------------------------------------------------------------------------


def _link(rows: CaseRows, link_id: str) -> Face:
    link = rows.get(Link, link_id)
    if link is None:
        return NO_FACE
    a, b = rows.need(Passage, link.a), rows.need(Passage, link.b)
    facts = facts_of(
        a=address_of_passage(rows, a),
        relation=link.relation,
        b=address_of_passage(rows, b),
        facets=",".join(link.facets),
        severity=link.severity or "",
        outcome=link.outcome or "",
        note=link.note,
        reach=link.reach if link.note and link.reach is Reach.INTERNAL else "",
    )
    return _hanging(rows, facts, (a, b), ordered=True)


def _hanging(rows: CaseRows, facts: Facts, passages: Iterable[Passage], *, ordered: bool = False) -> Face:
    """The face of something that hangs on passages; where ``ordered``, which of them is which matters."""
    read = list(passages) if ordered else _in_order(rows, passages)
    words = tuple(_words(rows, one) for one in read)
    if not read:
        return Face(facts, words)
    first = min(read, key=lambda one: reading_order(rows, one.id))
    addresses = (" ↔ " if ordered else ", ").join(address_of_passage(rows, one) for one in read)
    return Face(facts, words, addresses, first.id, _order(rows, first.version_id, first.start))


def _in_order(rows: CaseRows, passages: Iterable[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda one: (reading_order(rows, one.id), one.id))


def _words(rows: CaseRows, passage: Passage) -> str:
    """What tells a passage's words from any others, in whatever reading of its article."""
    return f"{rows.need(Version, passage.version_id).article_id} {passage.sha256}"


def _evidence(rows: CaseRows, evidence_id: str) -> Face:
    piece = rows.get(Evidence, evidence_id)
    if piece is None:
        return NO_FACE
    places = [rows.need(Passage, use.passage_id) for use in rows.uses_of(evidence_id)]
    facts = facts_of(
        citation=piece.citation,
        stance=piece.stance,
        primacy=piece.primacy,
        url=piece.url,
        locator=piece.locator,
        quotation=piece.quotation,
        seen=piece.seen,
        origin=piece.origin,
        interview=piece.interview,
        attachment=piece.attachment_name,
        attachment_sha256=piece.attachment_sha256,
        confidential="1" if piece.confidential else "",
        places=_addresses(rows, places),
    )
    return _hanging(rows, facts, places)


def _addresses(rows: CaseRows, passages: Iterable[Passage]) -> str:
    return ", ".join(dict.fromkeys(address_of_passage(rows, one) for one in _in_order(rows, passages)))


def _claim(rows: CaseRows, claim_id: str) -> Face:
    claim = rows.get(Claim, claim_id)
    if claim is None:
        return NO_FACE
    places = [rows.need(Passage, member.passage_id) for member in rows.members_of(claim_id)]
    return _hanging(rows, facts_of(wording=claim.wording, places=_addresses(rows, places)), places)


def _absence(rows: CaseRows, version_id: str, start: int, end: int, article_id: str) -> Face:
    """That a passage was looked for in an article; where either is gone, nobody says so."""
    passage = rows.passage_at(version_id, start, end) if rows.get(Version, version_id) else None
    said = rows.absences_on(passage.id) if passage else ()
    if passage is None:
        return NO_FACE
    letters = [rows.need(Article, one.article_id).letter for one in said if one.article_id == article_id]
    face = _hanging(rows, facts_of(letter="".join(letters)), (passage,))
    return replace(face, article_id=rows.need(Version, version_id).article_id)


# -- who is asked ----------------------------------------------------------------------------------------------------


def _question(rows: CaseRows, question_id: str) -> Face:
    asked = rows.get(Question, question_id)
    if asked is None:
        return NO_FACE
    place = rows.get(Passage, asked.place) if asked.place else None
    address = address_of_passage(rows, place) if place else ""
    facts = facts_of(text=asked.text, place=address, whom=asked.whom, due=asked.due, answer=asked.answer)
    return _hanging(rows, facts, (place,) if place else ())


def _reply(rows: CaseRows, reply_id: str) -> Face:
    row = rows.get(Reply, reply_id)
    if row is None:
        return NO_FACE
    return Face(facts_of(who=row.who, when=row.when, how=row.how, deadline=row.deadline, answer=row.answer))


def _pass(rows: CaseRows, pass_id: str) -> Face:
    row = rows.get(CheckPass, pass_id)
    return Face(facts_of(what=row.what, who=row.who, when=row.when)) if row else NO_FACE


_FACES: Mapping[CorrectionKind, Callable[..., Face]] = MappingProxyType(
    {
        CorrectionKind.CASE: _case,
        CorrectionKind.ARTICLE: _article,
        CorrectionKind.READING: _reading,
        CorrectionKind.METADATA: _metadata,
        CorrectionKind.PARAGRAPH: _paragraph,
        CorrectionKind.SENTENCES: _sentences,
        CorrectionKind.MARK: _mark,
        CorrectionKind.LINK: _link,
        CorrectionKind.EVIDENCE: _evidence,
        CorrectionKind.CLAIM: _claim,
        CorrectionKind.ABSENCE: _absence,
        CorrectionKind.QUESTION: _question,
        CorrectionKind.REPLY: _reply,
        CorrectionKind.PASS: _pass,
    }
)

METADATA_FIELDS = tuple(Metadata.__slots__)
"""What is known of an article, field by field."""

CASE_FIELDS = ("title", "question", "finding", "reviewer", "signed_by", "signed_on")
"""The case's own words, field by field."""
