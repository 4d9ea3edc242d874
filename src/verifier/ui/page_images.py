"""Pictures of the pages of a PDF, and where words stand on them: drawn in the child, kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from verifier.domain.articles import PositionMap, Version
from verifier.domain.errors import VerifierError
from verifier.domain.reading import Spot
from verifier.ui.desk import Desk
from verifier.ui.work import Work

PAGES_KEPT = 12
SPANS_KEPT = 500
SCALE = 2.0
"""Pixels a point on an ordinary screen."""

Span = tuple[str, int, int]
"""A version's id, and the start and end (code points) of a stretch of its text."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a picture, or why there is none. The size is in points."""

    image: QImage | None
    width: float = 1.0
    height: float = 1.0
    error: VerifierError | None = None


class PageImages(QObject):
    """Has pages drawn and words found. What is asked for the first time comes later, with a signal."""

    drawn = Signal(str, int)
    """A page of a version (its id) is there, or cannot be drawn."""
    found = Signal(object)
    """The spots of a ``Span`` are there."""

    def __init__(self, desk: Desk, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._work = desk, work
        self._pages: OrderedDict[tuple[str, int], PagePicture] = OrderedDict()
        self._spots: OrderedDict[Span, tuple[Spot, ...]] = OrderedDict()
        self._asked: set[object] = set()
        self._last: tuple[str, tuple[bytes, PositionMap]] | None = None
        desk.opened.connect(self.forget)
        work.cancelled.connect(self._asked.clear)

    def forget(self) -> None:
        """Drop all pictures: the case is another."""
        self._pages.clear()
        self._spots.clear()
        self._asked.clear()
        self._last = None

    def page(self, version_id: str, number: int) -> PagePicture | None:
        """The picture of a page, counted from 1; None while it is being drawn."""
        key = (version_id, number)
        if key in self._pages:
            self._pages.move_to_end(key)
            return self._pages[key]
        if key not in self._asked:
            from verifier.session.pages import PageJob

            name = self._desk.need.rows.need(Version, version_id).name
            job = PageJob(self._source(version_id)[0], number, _scale(), name)
            self._ask(key, job, partial(self._drawn, key))
        return None

    def spots(self, span: Span) -> tuple[Spot, ...] | None:
        """Where a stretch of text stands, a spot a line; None while it is being looked for."""
        if span in self._spots:
            return self._spots[span]
        if span not in self._asked:
            from verifier.session.pages import PlaceJob

            version_id, start, end = span
            data, positions = self._source(version_id)
            name = self._desk.need.rows.need(Version, version_id).name
            near = tuple(run for run in positions.runs if run.start < end and start < run.end)
            job = PlaceJob(data, PositionMap(near), start, end, name)
            self._ask(span, job, partial(self._found, span))
        return None

    def _source(self, version_id: str) -> tuple[bytes, PositionMap]:
        """The kept bytes of a version and its map; those of the last one asked for are at hand."""
        if self._last is None or self._last[0] != version_id:
            case = self._desk.need
            self._last = version_id, (case.original(version_id), case.positions(version_id))
        return self._last[1]

    def _ask(self, key: object, job: object, done: Any) -> None:
        self._asked.add(key)
        self._work.submit("", [job], done)

    def _drawn(self, key: tuple[str, int], results: list[Any]) -> None:
        from verifier.session.pages import PageImage

        if key not in self._asked:
            return  # the case is another since
        self._asked.discard(key)
        (result,) = results
        if isinstance(result, PageImage):
            image = QImage(
                result.pixels, result.width, result.height, 3 * result.width, QImage.Format.Format_RGB888
            )
            picture = PagePicture(image.copy(), result.page_width, result.page_height)
        else:
            error = (
                result
                if isinstance(result, VerifierError)
                else VerifierError("job-failed", detail=str(result))
            )
            picture = PagePicture(None, error=error)
        self._pages[key] = picture
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        self.drawn.emit(*key)

    def _found(self, span: Span, results: list[Any]) -> None:
        if span not in self._asked:
            return
        self._asked.discard(span)
        (result,) = results
        self._spots[span] = result if isinstance(result, tuple) else ()
        while len(self._spots) > SPANS_KEPT:
            self._spots.popitem(last=False)
        self.found.emit(span)


def _scale() -> float:
    """Pixels a point, finer on a screen with finer pixels."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return SCALE * min(max(ratio, 1.0), 2.0)
