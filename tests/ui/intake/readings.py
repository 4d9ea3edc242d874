"""Invented readings with everything a person may have to look at, and hands that reach the preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.making import make_draft
from tests.ready_jobs import ReadyJob

from verifier.domain.articles import ArticleDraft, Metadata, Notice
from verifier.domain.kinds import Origin, ParagraphKind, PartKind
from verifier.domain.reading import Anchor, Candidate, Letters, SourcePart
from verifier.ui.intake.entry import Entry
from verifier.ui.intake.preview import Preview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled

PATIENCE = 40_000

PAGE: list[tuple[ParagraphKind, list[str]]] = [
    (ParagraphKind.BOILERPLATE, ["Home News Sport"]),
    (ParagraphKind.HEADLINE, ["The quay is closed"]),
    (ParagraphKind.BODY, ["The quay closed on Monday. ", "Forty boats lie idle."]),
    (ParagraphKind.BODY, ["Our letters page has more."]),
    (ParagraphKind.BODY, ["The council is to meet on Friday."]),
    (ParagraphKind.BOILERPLATE, ["Ada Brook writes about harbours."]),
]
DOUBTS = {3: 50, 5: 60}
"""Which of its paragraphs are in doubt, and how sure their kind is, in per cent."""

TITLE, OTHER = "The quay is closed", "Quay closed – Harbour Gazette"
CANDIDATES = (
    Candidate("title", TITLE, Origin.JSON_LD, "headline"),
    Candidate("title", OTHER, Origin.META, "og:title"),
    Candidate("publisher", "Harbour Gazette", Origin.META, "og:site_name"),
)


def clear(name: str = "clear.txt", words: str = "Nothing is in doubt here.") -> ArticleDraft:
    """A reading without any question."""
    return make_draft([(ParagraphKind.BODY, [words])], name)


def page(name: str = "page.html") -> ArticleDraft:
    """A web page with two paragraphs in doubt, and candidates for its title."""
    draft = make_draft(PAGE, name)
    paragraphs = tuple(
        replace(row, confidence=DOUBTS.get(place, 98), anchor=Anchor(xpath=f"/html/body/p[{place + 1}]"))
        for place, row in enumerate(draft.paragraphs)
    )
    return replace(
        draft,
        media_type="text/html",
        reader="html",
        wrap="",
        paragraphs=paragraphs,
        metadata=Metadata(title=TITLE, publisher="Harbour Gazette"),
        candidates=CANDIDATES,
        unconfirmed=("title", "publisher"),
    )


def gappy(name: str = "gappy.docx") -> ArticleDraft:
    """A reading that lost a fifth of its letters."""
    lost = Letters(1000, 800, ("what the surveyors found",))
    values = (("seen", "1000"), ("kept", "800"), ("places", "what the surveyors found"))
    return replace(
        clear(name), reader="docx", letters=lost, warnings=(Notice("letters-missing", values),), wrap=""
    )


def archive(name: str = "pages.warc", part: str = "1") -> ArticleDraft:
    """A source of two pages, the one of which was read."""
    parts = tuple(SourcePart(key, PartKind.PAGE, f"page {key}", "text/html", 900) for key in ("1", "2"))
    return replace(clear(name), reader="warc", part=part, parts=parts, wrap="")


def entry_of(draft: ArticleDraft, **how: object) -> Entry:
    """A source that waits to be read, and will read so."""
    return Entry(draft.source.name, ReadyJob(draft, **how))  # type: ignore[arg-type]


def begin(
    parts: Assembled, qtbot: QtBot, drafts: Sequence[ArticleDraft], *, show_first: bool = True
) -> Preview:
    """Have these readings come into the preview."""
    adding = parts.controllers.adding
    adding._begin([entry_of(draft) for draft in drafts], show_first=show_first)
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    return preview(parts)


def preview(parts: Assembled) -> Preview:
    """The preview of sources to be added."""
    found = parts.controllers.adding.previewing.made
    assert isinstance(found, Preview)
    return found


def names_of(parts: Assembled) -> list[str]:
    """The names of the sources the case has articles of, in the order of their letters."""
    from verifier.domain.articles import Version

    rows = parts.desk.need.rows
    return [rows.need(Version, article.version_id).name for article in rows.articles()]
