"""Builds snapshots for report tests: invented articles, marks, links and evidence, put into rows by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from verifier.domain.articles import Article, Notice, Paragraph, Passage, Sentence, Version, sha256_of
from verifier.domain.judgements import CaseDetails, Evidence, EvidenceUse, Link, Mark
from verifier.domain.kinds import (
    ACCOUNT_KINDS,
    Advice,
    Facet,
    Label,
    Modifier,
    Outcome,
    ParagraphKind,
    Primacy,
    Reach,
    Relation,
    Severity,
    Stance,
    Voice,
)
from verifier.domain.rows import TABLES, CaseRows, Snapshot
from verifier.domain.steps import RowChange

TAKEN_AT = "2026-11-21T13:02:00.000+00:00"
MARKED_AT = "2026-11-20T09:41:07.250+00:00"
CHECKER = "Ada Berg (AB)"
ENUMS: dict[str, type[StrEnum]] = {
    "advice": Advice, "voice": Voice, "reach": Reach, "severity": Severity, "outcome": Outcome,
    "stance": Stance, "primacy": Primacy,
}  # fmt: skip
TABLE_OF = {kind: table for table, kind in TABLES.items()}


def judged(more: dict[str, Any]) -> dict[str, Any]:
    """The fields of a judgement, keys made into members of their vocabularies."""
    values = {"checker": CHECKER, "time": MARKED_AT, **more}
    for name, kind in ENUMS.items():
        if isinstance(values.get(name), str):
            values[name] = kind(values[name])
    for name, many in (("modifiers", Modifier), ("facets", Facet)):
        if name in values:
            values[name] = tuple(many(key) for key in values[name])
    return values


Row = TypeVar("Row", bound=Any)


@dataclass
class Case:
    """A case under construction. Paragraphs are lists of sentences, each with its trailing white space."""

    rows: CaseRows = field(default_factory=CaseRows)
    texts: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def put(self, row: Row) -> Row:
        self.rows.apply([RowChange(TABLE_OF[type(row)], row.id, None, row)])
        return row

    def new_id(self, kind: str) -> str:
        self.count += 1
        return f"{kind}-{self.count:05}"

    def article(self, letter: str, paragraphs: list[tuple[str, list[str]]], **stated: Any) -> Article:
        text = "\n".join("".join(sentences) for _, sentences in paragraphs)
        warnings = stated.pop("warnings", ())
        digest = sha256_of(text)
        self.texts[digest] = text
        version = f"version-{letter}"
        article = self.put(Article(f"article-{letter}", letter, version, **stated))
        self.put(
            Version(
                version, article.id, f"{letter.lower()}.txt", "text/plain", len(text.encode()), sha256_of("o" + text),
                digest, sha256_of(""), "file", "2026-11-19T08:00:00.000+00:00", "plain", "1", "utf-8", "kept",
                tuple(Notice(code, values) for code, values in warnings),
            )
        )  # fmt: skip
        self._paragraphs(version, paragraphs)
        return article

    def _paragraphs(self, version: str, paragraphs: list[tuple[str, list[str]]]) -> None:
        start, number = 0, 0
        for position, (kind, sentences) in enumerate(paragraphs):
            end = start + len("".join(sentences))
            key = f"{version}-p{position}"
            self.put(Paragraph(key, version, position, ParagraphKind(kind), start, end))
            for index, words in enumerate(sentences):
                counted = ParagraphKind(kind) in ACCOUNT_KINDS
                number += counted
                name = str(number) if counted else ""
                self.put(Sentence(f"{key}-s{index}", version, key, name, start, start + len(words)))
                self.addresses[version.removeprefix("version-") + name] = f"{key}-s{index}"
                start += len(words)
            start = end + 1

    # -- judging -------------------------------------------------------------------------------------------------

    def sentence(self, address: str) -> Sentence:
        return self.rows.need(Sentence, self.addresses[address])

    def passage(self, place: str) -> Passage:
        """The passage "A2" (a sentence) or "A2:some words" (a part of it)."""
        address, _, words = place.partition(":")
        sentence = self.sentence(address)
        start, end = sentence.start, sentence.end
        if words:
            text = self.texts[self.rows.need(Version, sentence.version_id).text_sha256]
            start = text.index(words, sentence.start)
            end = start + len(words)
        return self.span(sentence.version_id, start, end)

    def span(self, version: str, start: int, end: int) -> Passage:
        known = self.rows.passage_at(version, start, end)
        return known or self.put(Passage(self.new_id("passage"), version, start, end, ""))

    def mark(self, place: str, label: str | None, **more: Any) -> Mark:
        values = judged(more)
        key = self.new_id("mark")
        return self.put(Mark(key, self.passage(place).id, Label(label) if label else None, **values))

    def link(self, a: str, b: str, relation: str, **more: Any) -> Link:
        values = judged(more)
        ends = (self.passage(a).id, self.passage(b).id)
        return self.put(Link(self.new_id("link"), *ends, Relation(relation), **values))

    def evidence(self, citation: str, *places: str, **more: Any) -> Evidence:
        values = judged(more)
        piece = self.put(Evidence(self.new_id("evidence"), citation, **values))
        for place in places:
            self.put(EvidenceUse(self.new_id("use"), piece.id, self.passage(place).id))
        return piece

    def details(self, **more: str) -> None:
        self.put(replace(CaseDetails(), **more))

    def snapshot(self, **more: Any) -> Snapshot:
        values: dict[str, Any] = {
            "steps": (), "case_name": "ferry", "taken_at": TAKEN_AT, "checkers": (CHECKER,), **more,
        }  # fmt: skip
        return Snapshot(self.rows.sealed_copy(), dict(self.texts), **values)


def harbour_case() -> Case:
    """Two invented accounts of one evening at a harbour, half judged."""
    case = Case()
    case.article(
        "A",
        [
            ("headline", ["Harbour board washes its hands of the ferry"]),
            ("byline", ["By Nora Quist"]),
            ("body", [
                "The board closed the pier on Monday. ",
                "It has announced penalties against a handful of captains. ",
                "Nothing could be more timid.",
            ]),
            ("body", [
                "Four hundred people were stranded overnight. ",
                "The mayor said “we had no warning at all”. ",
                "Will anyone answer for it?",
            ]),
            ("quote", ["“The rope was rotten, and they knew it,” a deckhand wrote."]),
            ("caption", ["The pier at dusk."]),
        ],
        publisher="The Quay Courier", title="Harbour board washes its hands of the ferry", byline="Nora Quist",
        published_as_printed="3 March", piece="commentary", url="https://example.org/quay?a=1&b=2", language="en",
    )  # fmt: skip
    case.article(
        "B",
        [
            ("body", [
                "The harbour board closed the pier on Monday evening after an inspection. ",
                "It threatened to impose new penalties on the operator over the late report. ",
            ]),
            ("body", [
                "About two hundred and fifty passengers spent the night in the terminal. ",
                "“We had no warning”, the mayor said on Tuesday.",
            ]),
        ],
        publisher="Strait Daily", warnings=[("some-notice", (("count", "2"),))],
    )  # fmt: skip
    _judge(case)
    case.details(
        title="The harbour case",
        question="Are the commentary’s statements of fact borne out by the report?",
        finding="The closure is borne out.\nThe number of stranded people is not.",
    )
    return case


def _judge(case: Case) -> None:
    case.link("A2", "B1", "corroborates")
    case.mark("A2", "verified")
    case.mark("B1", "verified", note="Minutes read on 20 November.")
    case.link("A3", "B2", "contradicts", facets=("status", "cause"))
    case.mark(
        "A3", "disputed", modifiers=("partly",), note="Announced, or threatened?\nAsk.", advice="ask",
        wording="has threatened penalties against the operator",
    )  # fmt: skip
    case.mark("A4", "opinion", note="SECRETREMARK of ours", reach="internal")
    case.link("A5:Four hundred people", "B3", "contradicts", severity="tension", facets=("number",))
    case.mark("A5:Four hundred people", "disputed", note="Which count?")
    case.mark("A5", "unconfirmed")
    case.link(
        "A6:“we had no warning at all”", "B4:“We had no warning”", "altered-quotation", outcome="compatible"
    )
    case.mark("A6", "verified", voice="quoted", modifiers=("attribution-only",))
    case.mark("A7", "no-claim")
    case.mark("A8", "disputed")
    case.evidence(
        "Minutes of the harbour board", "A6", "B1", url="https://example.org/minutes", locator="page 3",
        quotation="closed from Monday", origin="Harbour board", primacy="primary", seen="20 November 2026",
    )  # fmt: skip
    case.evidence("SECRETWITNESS, interview", "A6", confidential=True, origin="SECRETWITNESS")
