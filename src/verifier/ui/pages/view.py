"""Pages of a PDF one beneath the other, as on a desk. They are drawn in the child, those in sight first."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from statistics import mode
from typing import Any, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from verifier.i18n import Translator
from verifier.ui.work import Work

GAP: Final = 14
"""Pixels between two pages, and around them."""

ZOOMS: Final = (0.3, 0.47, 0.62, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""How large a page is: at 1 the usual one gets the whole width, as far as that is easy to read."""

_READABLE: Final = 1.45
"""Pixels a point at which a page is as large as one would have it at first, however much room there is."""

_KEPT: Final = 192 * 2**20
"""Bytes of the pictures that are kept; of a few pages they are kept however large."""

_FEW: Final = 4
"""Pages that are in sight at once at most where they are large."""

_SET_AT: Final = "time"
"""Under which a picture keeps the number of the setting it shows."""

_ROUNDED: Final = 2
"""Pixels a picture may be wider or narrower than was asked."""

Sizes = tuple[tuple[float, float], ...]


class _Desk(QWidget):
    """The pages themselves."""

    def __init__(self, view: PagesView) -> None:
        super().__init__(view)
        self._view = view
        self.frames: list[QRect] = []

    def arrange(self, sizes: Sizes, room: int, zoom: float) -> None:
        """Set the pages beneath each other, beside each other where there is room."""
        boxes = _boxes(sizes, max(room - 2 * GAP, GAP), zoom)
        cell = max((box.width() for box in boxes), default=1)
        across = max(1, (room - GAP) // (cell + GAP)) if len(boxes) > 1 else 1
        width = max(room, cell + 2 * GAP)
        left, top = (width - across * (cell + GAP) + GAP) // 2, GAP
        self.frames = []
        for start in range(0, len(boxes), across):
            row = boxes[start : start + across]
            for place, box in enumerate(row):
                aside = (cell - box.width()) // 2
                self.frames.append(QRect(left + place * (cell + GAP) + aside, top, box.width(), box.height()))
            top += max(box.height() for box in row) + GAP
        self.resize(width, top)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the pages in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, frame in enumerate(self.frames):
            if not frame.intersects(event.rect()):
                continue
            painter.fillRect(frame, Qt.GlobalColor.white)
            picture = self._view.picture(number)
            if picture is not None:
                painter.drawImage(frame, picture)
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        painter.end()


def _boxes(sizes: Sizes, room: int, zoom: float) -> list[QSize]:
    """How large the pages are, in pixels. Most pages say how large; a wider one is smaller than they where it would not
    be seen whole.
    """
    usual = mode(wide for wide, _ in sizes) if sizes else 1.0
    scale = min(room / usual, _READABLE) * zoom
    most = room * max(zoom, 1.0)
    scales = [min(scale, most / wide) for wide, _ in sizes]
    return [QSize(round(w * one), round(h * one)) for (w, h), one in zip(sizes, scales, strict=True)]


class PagesView(QScrollArea):
    """Shows the pages of a PDF; Page Up and Page Down scroll, ``zoom`` makes them larger or smaller."""

    page_changed = Signal(int)
    """Another page (counted from 0) is the first in sight."""

    def __init__(self, work: Work, translator: Translator, parent: QWidget, *, zoom: float = 1.0) -> None:
        super().__init__(parent)
        self.setObjectName("report-pages")
        self._work, self._translator = work, translator
        self._data = b""
        self._sizes: Sizes = ()
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._asked: set[int] = set()
        self._time = 0
        self._zoom = ZOOMS.index(zoom)
        self.desk = _Desk(self)
        self.setWidget(self.desk)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(translator.gettext("Pages of the report"))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.page_changed.emit(self.page()))
        work.cancelled.connect(self._asked.clear)

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_pages(self, data: bytes, sizes: Sizes) -> None:
        """Show another PDF, at the page that was in sight. Old pictures stay until new ones are there."""
        self._data, self._sizes = data, sizes
        self._time += 1
        self._asked.clear()
        self._arrange()
        count = self._translator.ngettext("{n} page", "{n} pages", len(sizes)).format(n=len(sizes))
        self.setAccessibleDescription(count)
        self.page_changed.emit(self.page())

    def shown(self) -> bytes:
        """The PDF whose pages are shown."""
        return self._data

    def __len__(self) -> int:
        return len(self._sizes)

    def page(self) -> int:
        """The page (counted from 0) in the upper third of what is seen."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return next((number for number, one in enumerate(self.desk.frames) if one.bottom() >= middle), 0)

    def turn(self, by: int) -> None:
        """Show the page so many further on at the top."""
        frames = self.desk.frames
        if frames:
            number = min(len(frames) - 1, max(0, self.page() + by))
            self.verticalScrollBar().setValue(frames[number].top() - GAP)

    def zoom(self, by: int) -> None:
        """Show the pages larger (1) or smaller (-1)."""
        number = self.page()
        self._zoom = min(len(ZOOMS) - 1, max(0, self._zoom + by))
        self._pictures.clear()
        self._asked.clear()
        self._arrange()
        if self.desk.frames:
            self.verticalScrollBar().setValue(self.desk.frames[number].top() - GAP)

    def _arrange(self) -> None:
        self.desk.arrange(self._sizes, self.viewport().width(), ZOOMS[self._zoom])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the pages are as wide as there is room."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._asked.clear()
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.desk.update()

    # -- pictures ------------------------------------------------------------------------------------------------

    def is_drawn(self) -> bool:
        """Whether every page in sight is drawn as large as it stands."""
        top = self.verticalScrollBar().value()
        seen = QRect(0, top, self.desk.width(), self.viewport().height())
        numbers = [number for number, frame in enumerate(self.desk.frames) if frame.intersects(seen)]
        return bool(numbers) and all(self._is_fitting(number) for number in numbers)

    def _is_fitting(self, number: int) -> bool:
        """Whether the picture of a page is there, of this setting and of the width the page has."""
        picture = self._pictures.get(number)
        if picture is None or picture.text(_SET_AT) != str(self._time):
            return False
        return abs(picture.width() - self._wanted(number)) <= _ROUNDED

    def _wanted(self, number: int) -> int:
        return round(self.desk.frames[number].width() * self.devicePixelRatio())

    def picture(self, number: int) -> QImage | None:
        """The picture of a page, counted from 0. One that is not there, or too small, comes later."""
        if not self._is_fitting(number):
            self._ask(number, self._wanted(number) / self._sizes[number][0])
        return self._pictures.get(number)

    def _ask(self, number: int, scale: float) -> None:
        if number in self._asked or not self._data:
            return
        from verifier.session.pages import PageJob

        self._asked.add(number)
        job = PageJob(self._data, number + 1, scale, self._translator.gettext("the report"))
        self._work.submit("", [job], partial(self._drawn, number, self._time))

    def _drawn(self, number: int, time: int, results: list[Any]) -> None:
        from verifier.session.pages import PageImage

        (result,) = results
        if not isValid(self) or time != self._time:
            return
        self._asked.discard(number)  # one that could not be drawn is asked for again when it is next in sight
        if not isinstance(result, PageImage):
            return
        form = QImage.Format.Format_RGB888
        image = QImage(result.pixels, result.width, result.height, 3 * result.width, form).copy()
        image.setText(_SET_AT, str(time))
        self._pictures[number] = image
        self._pictures.move_to_end(number)
        self._forget()
        if number < len(self.desk.frames):
            self.desk.update(self.desk.frames[number])

    def _forget(self) -> None:
        """Let go of the pictures drawn longest ago, where all of them are too much."""
        size = sum(picture.sizeInBytes() for picture in self._pictures.values())
        while size > _KEPT and len(self._pictures) > _FEW:
            _, oldest = self._pictures.popitem(last=False)
            size -= oldest.sizeInBytes()
