"""Where everything in a report is: addresses, anchors and words of passages, found once for the whole snapshot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from verifier.domain import queries
from verifier.domain.articles import Article, Paragraph, Passage, Sentence, Version
from verifier.domain.judgements import Mark
from verifier.domain.kinds import ACCOUNT_KINDS, Reach, Role
from verifier.domain.rows import Snapshot
from verifier.reports.locators import locator
from verifier.reports.parts import Piece, Tone

SHOWN_ROLES = frozenset({Role.DELETED, Role.MOVED_AWAY, Role.COMMENT})
"""What is set aside and yet printed in place: what an author took away, moved or remarked."""


class Places:
    """The places of one snapshot. ``internal`` says whether internal notes and confidential evidence count;
    ``earlier`` words the address ("{address}") of a passage that stands on an earlier reading.
    """

    def __init__(self, snapshot: Snapshot, *, internal: bool, earlier: str = "{address}") -> None:
        self._earlier = earlier
        self._rows = snapshot.rows
        self._internal = internal
        self._anchors: dict[str, str] = {}
        self._parts: dict[str, list[Passage]] = defaultdict(list)
        self._under: dict[str, tuple[Sentence, ...]] = {}
        self._own: dict[str, Passage] = {}
        self._refs: dict[str, Piece] = {}
        self._addresses: dict[str, str] = {}
        self._marks: tuple[tuple[Passage, Mark], ...] | None = None
        self._articles = {article.version_id: article for article in self._rows.articles()}
        self._texts = {row.id: snapshot.texts[row.text_sha256] for row in self._rows.all(Version)}
        self._shown_aside: set[str] = set()
        self._sentences = {
            (sentence.version_id, sentence.start, sentence.end): sentence
            for sentence in self._rows.all(Sentence)
            if not sentence.retired
        }
        for version in self._articles:
            self._find_parts(version)
            self._shown_aside.update(
                row.id for row in self._rows.paragraphs(version) if row.role in SHOWN_ROLES
            )
        for version in self._articles:
            self._number_sentences(version)

    def _find_parts(self, version: str) -> None:
        for passage in self._rows.passages(version):
            whole = self._sentences.get((version, passage.start, passage.end))
            if whole is not None:
                self._own[whole.id] = passage
            if not self.is_judged(passage):
                continue
            for sentence in self.under(passage):
                self._shown_aside.add(sentence.paragraph_id)
                if whole is None:
                    self._parts[sentence.id].append(passage)

    def _number_sentences(self, version: str) -> None:
        for paragraph in self._rows.paragraphs(version):
            if paragraph.kind in ACCOUNT_KINDS or paragraph.id in self._shown_aside:
                for sentence in self._rows.sentences(paragraph.id):
                    self._anchors[sentence.id] = f"s{len(self._anchors) + 1}"

    def is_judged(self, passage: Passage) -> bool:
        """Whether the report has anything to say of a passage."""
        mark = self._rows.mark_on(passage.id)
        return (
            (
                mark is not None
                and (mark.label is not None or mark.advice is not None or bool(self.note_of(mark)))
            )
            or bool(self._rows.links_on(passage.id))
            or any(self._internal or not piece.confidential for piece in self._rows.evidence_on(passage.id))
        )

    def note_of(self, mark: Mark) -> str:
        """The note of a mark as far as the report may show it."""
        return mark.note if self._internal or mark.reach is Reach.PRINTED else ""

    def is_shown(self, paragraph_id: str) -> bool:
        """Whether a paragraph set aside is printed in place all the same: because something in it is judged, or since
        its author took it away or remarked it.
        """
        return paragraph_id in self._shown_aside

    def article(self, passage: Passage | Sentence | Paragraph) -> Article:
        """The article a passage, sentence or paragraph is in."""
        known = self._articles.get(passage.version_id)
        return known or queries.article_of_version(self._rows, passage.version_id)

    def text(self, version_id: str) -> str:
        """The reading text of a version."""
        return self._texts[version_id]

    def under(self, passage: Passage) -> tuple[Sentence, ...]:
        """The sentences a passage touches, in reading order."""
        known = self._under.get(passage.id)
        if known is None:
            whole = self._sentences.get((passage.version_id, passage.start, passage.end))
            known = (whole,) if whole else queries.sentences_under(self._rows, passage)
            self._under[passage.id] = known
        return known

    def own(self, sentence: Sentence) -> Passage | None:
        """The passage that is exactly a sentence, or None where there is none yet."""
        return self._own.get(sentence.id)

    def parts_of(self, sentence: Sentence) -> tuple[Passage, ...]:
        """The judged passages that touch a sentence and are not exactly it, in reading order."""
        return tuple(self._parts.get(sentence.id, ()))

    def label_of(self, sentence: Sentence) -> queries.SentenceLabel:
        """What a sentence counts as, as ``queries.label_of`` says, at the cost of its own passages alone."""
        own = self._own.get(sentence.id)
        mark = self._rows.mark_on(own.id) if own else None
        if mark is not None and mark.label is not None:
            return mark.label
        return queries.covering_label(self._rows, sentence, self._parts.get(sentence.id, ()))

    def anchor_of(self, sentence: Sentence) -> str:
        """The anchor of a sentence in the annotated article; "" where it is not printed there."""
        return self._anchors.get(sentence.id, "")

    def address(self, passage: Passage) -> str:
        """The address of a passage, as ``queries.address_of_passage`` says."""
        known = self._addresses.get(passage.id)
        if known is None:
            under = self.under(passage)
            if len(under) == 1:
                known = queries.address_of(self._rows, under[0])
            else:
                known = queries.address_of_passage(self._rows, passage)
            self._addresses[passage.id] = known
        return known

    def ref(self, passage_id: str) -> Piece:
        """A cross-reference to a passage in its annotated article."""
        known = self._refs.get(passage_id)
        if known is None:
            known = self._refs[passage_id] = self._new_ref(passage_id)
        return known

    def _new_ref(self, passage_id: str) -> Piece:
        passage = self._rows.need(Passage, passage_id)
        if passage.version_id not in self._articles:
            return Piece(self._earlier.format(address=self.address(passage)), Tone.ADDRESS)
        under = self.under(passage)
        anchor = self.anchor_of(under[0]) if under else ""
        return Piece(self.address(passage), Tone.ADDRESS, anchor)

    def words(self, passage: Passage) -> str:
        """The words of a passage, without the white space at either end."""
        return queries.words_of(self._texts[passage.version_id], passage)

    def locator(self, passage: Passage, gettext: Callable[[str], str]) -> str:
        """The page or time at which the paragraph of a passage stands in its source; "" where it has none."""
        under = self.under(passage)
        return locator(self._rows.need(Paragraph, under[0].paragraph_id).anchor, gettext) if under else ""

    def is_cut(self, passage: Passage) -> tuple[bool, bool]:
        """Whether a passage begins after, and ends before, the sentences it touches do."""
        under = self.under(passage)
        if not under or (passage.version_id, passage.start, passage.end) in self._sentences:
            return False, False
        text = self._texts[passage.version_id]
        start, end = queries.trimmed(text, under[0].start, under[-1].end)
        begin, finish = queries.trimmed(text, passage.start, passage.end)
        return begin > start, finish < end

    def judged_marks(self) -> tuple[tuple[Passage, Mark], ...]:
        """Every mark on the articles as they are read now, in reading order."""
        if self._marks is None:
            self._marks = tuple(self._find_marks())
        return self._marks

    def _find_marks(self) -> Iterator[tuple[Passage, Mark]]:
        for article in self._articles.values():
            for passage in self._rows.passages(article.version_id):
                mark = self._rows.mark_on(passage.id)
                if mark is not None:
                    yield passage, mark
