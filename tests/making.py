"""Invented articles and cases for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from verifier.domain.articles import (
    ArticleDraft,
    Metadata,
    ParagraphDraft,
    PositionMap,
    Run,
    SentenceDraft,
    Source,
)
from verifier.domain.checkers import Checker
from verifier.domain.kinds import ParagraphKind
from verifier.session.workbench import Workbench

BERG = Checker("A. Berg", "AB")
LIND = Checker("Mo Lind", "")

Paragraphs = list[tuple[ParagraphKind, list[str]]]

HARBOUR: Paragraphs = [
    (ParagraphKind.HEADLINE, ["The quay is closed"]),
    (ParagraphKind.DATELINE, ["3 May 2031"]),
    (ParagraphKind.BODY, ["The quay closed on Monday. ", "Forty boats lie idle. ", "Nobody knows why."]),
    (ParagraphKind.QUOTE, ["“We were told nothing,” said the pilot."]),
    (ParagraphKind.BOILERPLATE, ["Share this article"]),
]

COUNCIL: Paragraphs = [
    (ParagraphKind.CAPTION, ["The quay at dusk. ", "Photo by nobody."]),
    (ParagraphKind.BODY, ["The council shut the quay on Tuesday. ", "Thirty boats are idle."]),
]


def make_draft(
    paragraphs: Paragraphs, name: str = "article.txt", metadata: Metadata | None = None
) -> ArticleDraft:
    """A draft of invented paragraphs, each given as its kind and its sentences."""
    found: list[ParagraphDraft] = []
    sentences: list[SentenceDraft] = []
    text = ""
    for kind, parts in paragraphs:
        start = len(text)
        for part in parts:
            sentences.append(SentenceDraft(len(text), len(text) + len(part), len(found)))
            text += part
        found.append(ParagraphDraft(kind, start, len(text)))
        text += "\n"
    text = text.removesuffix("\n")
    return ArticleDraft(
        source=Source(name, text.encode(), "file", "2031-05-04T08:00:00.000+00:00"),
        media_type="text/plain",
        reader="plain",
        reader_version="1",
        encoding="utf-8",
        wrap="lines",
        warnings=(),
        metadata=metadata or Metadata(),
        text=text,
        positions=PositionMap((Run(0, len(text), 0, len(text)),)),
        paragraphs=tuple(found),
        sentences=tuple(sentences),
    )


def ticking(start: str = "2031-05-04T09:00:00+00:00") -> Callable[[], str]:
    """A clock that goes on by one second whenever it is asked."""
    moments = [datetime.fromisoformat(start).astimezone(UTC)]

    def tick() -> str:
        moments[0] += timedelta(seconds=1)
        return moments[0].isoformat(timespec="milliseconds")

    return tick


def make_case(path: Path, checker: Checker = BERG) -> Workbench:
    """An open case with the two invented articles: A1 to A5, B1 and B2."""
    case = Workbench.create(path, checker=checker, clock=ticking())
    case.add_articles([make_draft(HARBOUR, "harbour.txt"), make_draft(COUNCIL, "council.txt")])
    return case


def at(case: Workbench, *addresses: str) -> list[str]:
    """The ids of the sentences at some addresses."""
    return [case.sentence_at_address(address).id for address in addresses]
