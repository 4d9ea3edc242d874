"""A page of a PDF whole, with the words under the cursor outlined. It blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from verifier.domain.articles import Version
from verifier.domain.queries import article_of_version
from verifier.domain.reading import Spot
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.ui.desk import Desk
from verifier.ui.look.style import words
from verifier.ui.page_images import PageImages, PagePicture, Span
from verifier.ui.panels.spot import box_of, draw_page

SIZE = (760, 900)
ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)


class PageView(QWidget):
    """One page at a width of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture: PagePicture | None = None
        self.spots: tuple[Spot, ...] = ()
        self.width_wanted = 600

    def sizeHint(self) -> QSize:
        """Qt: the page at the width that is wanted."""
        if self.picture is None or self.picture.image is None:
            return QSize(self.width_wanted, self.width_wanted)
        return QSize(self.width_wanted, round(self.width_wanted * self.picture.height / self.picture.width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the page and the outlines."""
        if self.picture is None or self.picture.image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(0, 0, self.picture.width, self.picture.height)
        draw_page(painter, self.picture.image, whole, whole, self.rect(), self.spots)
        painter.end()


class PageWindow(QDialog):
    """Shows a page; its neighbours by button, Page Up and Page Down; larger and smaller by + and -."""

    def __init__(self, desk: Desk, images: PageImages, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page-window")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._desk, self._images, self._translator = desk, images, translator
        self._span: Span | None = None
        self._zoom = ZOOMS.index(1.0)
        self.number = 0
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 20), min(SIZE[1], room.height() - 40))
        self.page = PageView(self)
        self.said = words("", "quiet", parent=self)
        self._build()
        images.drawn.connect(lambda *_what: self._show())
        images.found.connect(lambda _span: self._show())
        desk.opened.connect(self.hide)

    def _build(self) -> None:
        text = self._translator.gettext
        self.before = self._button(text("Previous page"), partial(self.turn, -1))
        self.after = self._button(text("Next page"), partial(self.turn, 1))
        smaller = self._button("–", partial(self.zoom, -1), text("Smaller"))
        larger = self._button("+", partial(self.zoom, 1), text("Larger"))
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for widget in (self.before, self.after, self.said):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(smaller)
        row.addWidget(larger)
        self.area = QScrollArea(self)
        self.area.setWidget(self.page)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setAccessibleName(text("The page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.area, 1)
        keys: dict[str, Callable[[], None]] = {
            "PgUp": partial(self.turn, -1),
            "PgDown": partial(self.turn, 1),
            "+": partial(self.zoom, 1),
            "=": partial(self.zoom, 1),
            "-": partial(self.zoom, -1),
        }
        for key, call in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(call)

    def _button(self, label: str, call: Callable[[], None], name: str = "") -> QPushButton:
        button = QPushButton(label, self)
        button.setAutoDefault(True)
        button.setAccessibleName(name or label)
        button.setToolTip(name or label)
        button.clicked.connect(lambda _on: call())
        return button

    def show_page(self, span: Span, number: int) -> None:
        """Show a page with these words on it outlined."""
        self._span, self.number = span, number
        rows = self._desk.need.rows
        letter, name = article_of_version(rows, span[0]).letter, rows.need(Version, span[0]).name
        self.setWindowTitle(f"{letter} · {name}")
        self.show()
        self.raise_()
        self.activateWindow()
        self.area.setFocus()
        self._show(go=True)

    def turn(self, by: int) -> None:
        """Show the next (1) or previous (-1) page."""
        self.number = max(1, self.number + by)
        self._show(go=True)

    def zoom(self, by: int) -> None:
        """Show the page larger (1) or smaller (-1)."""
        self._zoom = min(len(ZOOMS) - 1, max(0, self._zoom + by))
        self._show()

    def _show(self, *, go: bool = False) -> None:
        if self._span is None or not self.isVisible():
            return
        picture = self._images.page(self._span[0], self.number)
        text = self._translator.gettext
        self.said.setText(text("page {number}").format(number=self.number))
        self.before.setEnabled(self.number > 1)
        self.after.setEnabled(picture is None or picture.image is not None)
        if picture is None:
            self.said.setText(text("page {number} is being drawn …").format(number=self.number))
            return
        if picture.error is not None:
            error = picture.error
            self.said.setText(word(error.code, error.where, error.values, self._translator))
        spots = self._images.spots(self._span) or ()
        self.page.picture = picture
        self.page.spots = tuple(spot for spot in spots if spot.page == self.number)
        self.page.width_wanted = round((self.area.viewport().width() - 4) * ZOOMS[self._zoom])
        self.page.resize(self.page.sizeHint())
        self.page.setVisible(picture.image is not None)
        self.page.update()
        if self.page.spots and go:
            self._go_to(self.page.spots[0], picture)

    def _go_to(self, spot: Spot, picture: PagePicture) -> None:
        share = self.page.width() / picture.width
        box = box_of(spot)
        place = QRect(0, 0, round(box.width() * share), round(box.height() * share))
        place.moveTo(round(box.left() * share), round(box.top() * share))
        self.area.ensureVisible(place.center().x(), place.center().y(), 40, 160)
