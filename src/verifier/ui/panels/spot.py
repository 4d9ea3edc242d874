"""Where the subject stands in its source: page, part or time in words, and for a PDF the spot on its page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from verifier.domain.articles import Paragraph, Version
from verifier.domain.reading import Anchor, Spot
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.ui.look.style import words
from verifier.ui.look.theme import Theme, load_theme
from verifier.ui.page_images import PageImages, Span
from verifier.ui.subject import Subject

PAUSE = 180
"""Milliseconds the cursor rests on a sentence before its page is looked for."""
AROUND = 14.0
"""Points of the page shown around the spots."""
LEAST = 150.0
"""Points of the page's width shown at least."""
HIGHEST = 190
"""Pixels; the most the picture takes."""
_STEPS = 3
READERS = frozenset({"pdf"})
"""The readers whose sources have pages that can be drawn."""


class SpotPicture(QWidget):
    """A part of a page with some spots outlined. A click, Enter or Space asks for the whole page."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._page = QRectF(0, 0, 1, 1)
        self._part = QRectF()
        self._spots: tuple[Spot, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_part(self, image: QImage, page: QRectF, spots: Sequence[Spot]) -> None:
        """Show the part of a page (its size in points) that holds these spots."""
        self._image, self._page, self._spots = image, page, tuple(spots)
        self._part = part_around(self._spots, page)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt: the part keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as the part at this width, up to a limit."""
        share = self._part.height() / self._part.width() if self._part.width() else 0.3
        return min(HIGHEST, max(24, round(width * share)))

    def sizeHint(self) -> QSize:
        """Qt: as wide as may be."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: at another width it needs another height; it is given its first one before it knows its width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the part of the page and the outlines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image is not None and self._part.width():
            draw_page(painter, self._image, self._page, self._part, self.rect(), self._spots)
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "hairline"), 1.4))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Qt: a click asks for the whole page."""
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Space ask for the whole page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()


class SpotSection(QWidget):
    """Says where the subject stands, and shows the spot on the page where its source has pages."""

    page_asked = Signal(object, int)
    """The page of this ``Span`` is to be shown whole: its number."""

    def __init__(self, images: PageImages, theme: Theme, translator: Translator) -> None:
        super().__init__()
        self._images, self._translator = images, translator
        self._span: Span | None = None
        self._anchor = Anchor()
        self.heading = words(translator.gettext("Where it stands"), "heading", parent=self)
        self.place = words("", "quiet", wrap=True, parent=self)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.picture = SpotPicture(theme, self)
        self.picture.setAccessibleName(translator.gettext("The spot on the page; Enter shows the whole page"))
        self.picture.setToolTip(translator.gettext("Show the whole page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.heading, self.place, self.picture):
            column.addWidget(widget)
        self.picture.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self.picture.opened.connect(self._open)
        images.drawn.connect(lambda *_what: self._look())
        images.found.connect(lambda _span: self._look())

    def show_subject(self, subject: Subject | None) -> None:
        """Show where a subject stands."""
        from verifier.ui.intake.facts import anchor_words

        span = subject.span if subject else None
        paragraph = paragraph_of(subject) if subject else None
        self._anchor = paragraph.anchor if paragraph else Anchor()
        lines = anchor_words(self._anchor, self._translator)
        self.place.setText(" · ".join(map(short_path, lines)))
        self.place.setToolTip(" · ".join(lines).replace("<", "‹"))
        self.setVisible(bool(lines))
        before, self._span = self._span, None
        if subject is not None and span is not None and lines and self._has_pages(subject, span.version_id):
            self._span = (span.version_id, span.start, span.end)
            self._pause.start()
        if self._span != before:
            self.picture.hide()

    def _has_pages(self, subject: Subject, version_id: str) -> bool:
        return bool(self._anchor.spots) and subject.rows.need(Version, version_id).reader in READERS

    def _look(self) -> None:
        """Show the picture as soon as the page and the spots on it are there."""
        if self._span is None:
            return
        spots = self._images.spots(self._span)
        if spots is None:
            return
        number = (spots or self._anchor.spots)[0].page
        picture = self._images.page(self._span[0], number)
        if picture is None:
            return
        if picture.image is None:
            if picture.error is not None:
                self.place.setText(
                    word(picture.error.code, picture.error.where, picture.error.values, self._translator)
                )
            return
        shown = [spot for spot in (spots or self._anchor.spots) if spot.page == number]
        self.picture.show_part(picture.image, QRectF(0, 0, picture.width, picture.height), shown)
        self.picture.show()

    def _open(self) -> None:
        if self._span is not None and self._anchor.spots:
            spots = self._images.spots(self._span) or self._anchor.spots
            self.page_asked.emit(self._span, spots[0].page)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.picture.set_theme(theme)


def paragraph_of(subject: Subject) -> Paragraph | None:
    """The paragraph a subject is in."""
    if subject.span is None:
        return None
    rows = subject.rows.paragraphs(subject.span.version_id)
    return next((row for row in reversed(rows) if row.start <= subject.span.start), None)


def short_path(term: str) -> str:
    """A term of a place; of the long path of an element its last steps, which are what one looks for."""
    steps = term.split("/")
    return "…/" + "/".join(steps[-_STEPS:]) if term.startswith("/") and len(steps) > 2 * _STEPS else term


def part_around(spots: Sequence[Spot], page: QRectF) -> QRectF:
    """The part of a page to be shown for some spots on it, in points."""
    if not spots:
        return QRectF(0, 0, page.width(), page.height() / 4)
    part = QRectF()
    for spot in spots:
        part = part.united(box_of(spot))
    part = part.adjusted(-AROUND, -AROUND, AROUND, AROUND)
    if part.width() < LEAST:
        part.adjust((part.width() - LEAST) / 2, 0, (LEAST - part.width()) / 2, 0)
    return part.intersected(page)


def box_of(spot: Spot) -> QRectF:
    """A spot as a rectangle, in points."""
    return QRectF(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top)


def draw_page(
    painter: QPainter,
    image: QImage,
    page: QRectF,
    part: QRectF,
    target: QRect,
    spots: Sequence[Spot],
) -> None:
    """Draw a part of a page (points) into a rectangle (pixels), and outline spots on it."""
    scale = image.width() / page.width()
    room = QRectF(target)
    share = min(room.width() / part.width(), room.height() / part.height())
    if part.height() * share < part.height() * room.width() / part.width():  # too high: show its beginning
        part = QRectF(part.left(), part.top(), part.width(), room.height() * part.width() / room.width())
        share = room.width() / part.width()
    pixels = QRectF(part.left() * scale, part.top() * scale, part.width() * scale, part.height() * scale)
    painter.drawImage(
        QRectF(room.left(), room.top(), part.width() * share, part.height() * share), image, pixels
    )
    line = _on_paper()
    fill = QColor(line)
    fill.setAlphaF(0.12)
    painter.setBrush(fill)
    painter.setPen(QPen(line, 1.2))
    painter.setClipRect(room)
    for spot in spots:
        box = box_of(spot).translated(-part.topLeft())
        painter.drawRect(
            QRectF(
                box.left() * share - 1,
                box.top() * share - 1,
                box.width() * share + 2,
                box.height() * share + 2,
            )
        )
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)


@cache
def _on_paper() -> QColor:
    """The colour of outlines on a page, which is white whatever the window's colours are."""
    return load_theme("light").colour("accent")
