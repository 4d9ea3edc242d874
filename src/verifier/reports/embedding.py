"""The data a report carries, from which a case can be made again: the annotations, and beside them the rows of what the
chosen parts print.

It is one JSON-LD document. Its "case" is opaque to JSON-LD; docs/report-data.md tells its form.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from verifier import __version__
from verifier.domain.articles import Article, Passage, Sentence, sha256_of
from verifier.domain.judgements import (
    Absence,
    CheckPass,
    Claim,
    ClaimMember,
    EvidenceUse,
    Question,
    Reply,
)
from verifier.domain.plain_rows import plain
from verifier.domain.reopened import FORM
from verifier.domain.rows import Snapshot
from verifier.reports.annotations import document_of
from verifier.reports.options import ReportOptions
from verifier.reports.parts import Embedded
from verifier.reports.places import Places
from verifier.reports.printed import Printed

Json = dict[str, Any]

_CASE_TERM: Json = {"@version": 1.1, "case": {"@id": "urn:verifier:term:case", "@type": "@json"}}
_OF_THE_TEXT = frozenset({"id", "article_id", "text_sha256", "map_sha256", "inlines_sha256"})
"""What of a version does not tell of the source, or is told elsewhere."""


def embedded(
    snapshot: Snapshot, options: ReportOptions, parts: frozenset[str], places: Places | None = None
) -> Embedded:
    """The data for a report with these parts, as ASCII JSON, and the SHA-256 of it. ``places`` are those of the
    snapshot where they are found already.
    """
    printed = Printed(snapshot, options, parts, places)
    found = document_of(printed, options)
    found["@context"] = [*found["@context"], _CASE_TERM]
    found["case"] = _Case(printed).told()
    text = json.dumps(found, separators=(",", ":"), check_circular=False)
    return Embedded(text, sha256_of(text))


class _Case:
    """Puts a case into plain values. Whole texts are those of the annotations; here are their paragraphs."""

    def __init__(self, printed: Printed) -> None:
        self._printed = printed
        self._rows = printed.rows
        self._places = printed.places
        self._used: dict[str, Passage] = {}
        self._retired: dict[str, list[Sentence]] = defaultdict(list)
        for row in self._rows.all(Sentence):
            if row.retired:
                self._retired[row.paragraph_id].append(row)

    def told(self) -> Json:
        """The case, as far as it is printed."""
        rows = {name: list(found) for name, found in self._judgements() if found}
        return {
            "form": FORM,
            "program": f"Verifier {__version__}",
            "internal": self._printed.internal,
            "parts": sorted(self._printed.parts),
            "articles": [self._article(article) for article in self._rows.articles()],
            "passages": [[one.id, one.version_id, one.start, one.end] for one in self._used.values()],
            **rows,
            "left": list(self._left()),
        }

    # -- articles ------------------------------------------------------------------------------------------------

    def _article(self, article: Article) -> Json:
        found: Json = {"row": plain(self._printed.article(article), frozenset({"version_id"}))}
        found["version"] = article.version_id
        source = self._printed.version(article.version_id)
        if source is not None:
            found["source"] = plain(source, _OF_THE_TEXT)
        return found | (self._text(article.version_id) if self._printed.has_texts else {})

    def _text(self, version_id: str) -> Json:
        """Paragraphs as [kind, start, end, confidence, role, anchor], sentences as [paragraph, number, start, end,
        bookmark], the retired ones with their span alone, what has a look of its own as [kind, start, end].
        """
        paragraphs, sentences, retired = list[Any](), list[Any](), list[Any]()
        for index, one in enumerate(self._rows.paragraphs(version_id)):
            place = plain(one.anchor, frozenset({"part", "xpath", "record", "paragraph"}))
            paragraphs.append([str(one.kind), one.start, one.end, one.confidence, str(one.role), place])
            sentences += [
                [index, row.number, row.start, row.end, self._places.anchor_of(row)]
                for row in self._rows.sentences(one.id)
            ]
            retired += [[index, row.number, row.start, row.end] for row in self._retired[one.id]]
        looks = self._printed.snapshot.inlines.get(version_id, ())
        return {
            "paragraphs": paragraphs,
            "sentences": sentences,
            "retired": retired,
            "inlines": [[str(one.kind), one.start, one.end] for one in looks],
        }

    # -- judgements ----------------------------------------------------------------------------------------------

    def _judgements(self) -> Iterator[tuple[str, list[Json]]]:
        """The rows of each table, by the name of the table."""
        details = self._rows.details
        signed = frozenset[str]() if self._printed.has("asked") else frozenset({"signed_by", "signed_on"})
        yield "case_details", [plain(details, signed)]
        yield "marks", [plain(mark) for passage, mark in self._printed.marks if self._use(passage.id)]
        yield "links", [plain(link) for link in self._printed.links() if self._use(link.a, link.b)]
        yield from self._evidence()
        yield from self._claims()
        if self._printed.has("asked"):
            yield "questions", [plain(self._placed(one)) for one in self._rows.all(Question)]
            yield "replies", [plain(one) for one in self._rows.all(Reply)]
            yield "passes", [plain(one) for one in self._rows.all(CheckPass)]

    def _evidence(self) -> Iterator[tuple[str, list[Json]]]:
        pieces = self._printed.evidence()
        shown = {piece.id for piece in pieces}
        uses = (one for one in self._rows.all(EvidenceUse) if one.evidence_id in shown)
        yield "evidence", [plain(piece) for piece in pieces]
        yield "evidence_uses", self._standing(uses)

    def _claims(self) -> Iterator[tuple[str, list[Json]]]:
        if self._printed.has("matrix"):
            yield "claims", [plain(one) for one in self._rows.all(Claim)]
            yield "claim_members", self._standing(self._rows.all(ClaimMember))
        if self._printed.has("matrix", "alone"):
            yield "absences", self._standing(self._rows.all(Absence))

    def _standing(self, rows: Iterable[EvidenceUse | ClaimMember | Absence]) -> list[Json]:
        """The rows that hang on passages of the articles as they are read now."""
        return [plain(row) for row in rows if self._use(row.passage_id)]

    def _placed(self, question: Question) -> Question:
        is_placed = question.place and self._use(question.place)
        return question if is_placed or not question.place else replace(question, place="")

    def _use(self, *passage_ids: str) -> bool:
        """Whether all passages stand on present readings of articles whose texts are carried; they are kept then."""
        if not self._printed.is_on_current(*passage_ids):
            return False
        for key in passage_ids:
            self._used.setdefault(key, self._rows.need(Passage, key))
        return True

    # -- what a case made of this cannot hold --------------------------------------------------------------------

    def _left(self) -> Iterator[str]:
        """What is judged on earlier readings, whose texts are not printed, in words and keys."""
        for passage, mark in self._printed.marks_left_behind():
            said = ", ".join((str(mark.label), *map(str, mark.modifiers))) if mark.label else ""
            told = " – ".join(part for part in (said, mark.note) if part)
            yield f"{self._quoted(passage)}: {told}" if told else self._quoted(passage)
        for link in self._printed.links():
            if not self._printed.is_on_current(link.a, link.b):
                ends = (self._quoted(self._rows.need(Passage, end)) for end in (link.a, link.b))
                yield f" {link.relation} ".join(ends) + (f": {link.note}" if link.note else "")

    def _quoted(self, passage: Passage) -> str:
        return f"{self._places.address(passage)} “{self._printed.words(passage)}”"
