"""The text of one article: read-only, selectable, with the sentence cursor's frame around its sentence.

Letters and arrows are left to the window's actions unless the user has stepped inside a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextEdit, QWidget

from verifier.ui.look.theme import Theme
from verifier.ui.reading.framing import Frame, Framing
from verifier.ui.reading.geometry import place_at
from verifier.ui.reading.marking import Marking

PADDING = 8
"""Pixels between the text and the edge of its viewport, so that a frame around words is never cut."""


Decorator = Callable[[QPainter, QRect], None]
"""Paints over the text in an area of the viewport."""


_CARET_KEYS = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_Escape,
    }
)  # fmt: skip
_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class TextView(QTextEdit):
    """Shows a document made by ``Brush``. It knows places in the document, not sentences."""

    pressed_at = Signal(int)
    """The mouse was pressed on the text at this place of the document."""
    caret_moved = Signal(int)
    """The user moved the caret inside the text to this place."""
    clicked_at = Signal(int)
    """The mouse was let go of where it had been pressed, at this place; nothing is selected."""
    selected = Signal()
    """The user selected other words, or none any more."""
    focused = Signal()
    inside_changed = Signal(bool)
    menu_asked = Signal(int, QPoint)
    """Place in the document, global position; the place is -1 where the keyboard asked."""
    moved = Signal()
    """Text moved under the viewport: scrolled, laid out again or resized."""

    def __init__(self, theme: Theme, words: Callable[[int, int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._inside = False
        self._shown: QTextDocument | None = None
        self._decorators: tuple[Decorator, ...] = ()
        self._framing, self.marking = Framing(self, theme), Marking(self)
        self._set_up()
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._clear_highlight()
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _clear_highlight(self) -> None:
        """Leave the ground of selected words to us: Qt's would hide their labels."""
        palette = self.palette()
        palette.setBrush(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.colour("ink"))
        self.setPalette(palette)

    def show_document(self, document: QTextDocument, *decorators: Decorator) -> None:
        """Show another document, which this view owns from now on; the decorators paint over its text."""
        self._decorators = decorators
        document.setParent(self)
        document.setDocumentMargin(PADDING)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        old, self._shown = self._shown, document
        self._framing.clear()
        self.marking.forget()
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        document.documentLayout().documentSizeChanged.connect(self._on_laid_out)

    def set_theme(self, theme: Theme) -> None:
        """Draw frames in the colours of another theme."""
        self._theme = self._framing.theme = theme
        self._clear_highlight()
        self.viewport().update()

    def set_sides(self, left: int, right: int) -> None:
        """Keep so many pixels free on either side of the text."""
        self.setViewportMargins(left, 0, right, 0)

    # -- frames ----------------------------------------------------------------------------------------------------

    def set_frames(self, frames: Mapping[Frame, tuple[int, int]]) -> None:
        """Frame these stretches of the document, given by their first and last place, and no others."""
        self._framing.set_frames(frames)

    def frames(self) -> Mapping[Frame, tuple[int, int]]:
        """What is framed now."""
        return self._framing.frames()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the frames over it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for decorate in self._decorators:
            decorate(painter, event.rect())
        self._framing.paint(painter, self.marking.places())
        painter.end()

    # -- keys ------------------------------------------------------------------------------------------------------

    def inside(self) -> bool:
        """Whether the arrow keys move the caret by letter."""
        return self._inside

    def set_inside(self, inside: bool) -> None:
        """Let the arrow keys move the caret by letter, or give them back to the window's actions."""
        if inside == self._inside:
            return
        self._inside = inside
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if inside:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setCursorWidth(2)
        self.inside_changed.emit(inside)

    def event(self, event: QEvent) -> bool:
        """Leave every key to the actions, but for the caret's own while the user is inside a sentence."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._inside and event.key() in _CARET_KEYS)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret when inside a sentence; else page and copy only, never edit."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if (
                self.marking.has_words()
            ):  # as a text: what Python makes must not outlive it, as a clipboard does
                QGuiApplication.clipboard().setText(self._words(*self.marking.places()))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.marking.forget()
            self.selectAll()
            self.selected.emit()
        elif event.key() in _PAGES and not event.modifiers():
            self.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])
        elif self._inside and event.key() == Qt.Key.Key_Escape:
            self.drop_selection()
            self.set_inside(False)
            self.selected.emit()
        elif self._inside and event.key() in _CARET_KEYS:
            if not self.marking.extend(event):
                super().keyPressEvent(event)
            self.caret_moved.emit(self.textCursor().position())
            self.selected.emit()
        elif self._inside and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_at.emit(self.textCursor().position())
        else:
            event.ignore()

    def drop_selection(self) -> None:
        """Select no text any more; the caret stays where the selection began."""
        first, last = self.marking.places()
        if first < last:
            self.marking.select(first, first)

    def set_caret(self, place: int) -> None:
        """Put the real caret at a place, without scrolling; this is what screen readers follow. Qt scrolls to where it
        puts a caret, which in a view that has no room yet, or while somebody clicks elsewhere in it, is wrong.
        """
        cursor, bar = QTextCursor(self.document()), self.verticalScrollBar()
        cursor.setPosition(place)
        before = bar.value()
        self.marking.forget()
        self.setTextCursor(cursor)
        bar.setValue(before)

    # -- mouse and focus -------------------------------------------------------------------------------------------

    def place_at(self, position: QPoint) -> int:
        """The place in the document nearest to a point of the viewport."""
        return place_at(self, QPointF(position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the sentence cursor where the mouse is; dragging on selects text."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            place = self.place_at(event.position().toPoint())
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.marking.begin(place, extends=extends)
            self.pressed_at.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select as far as the mouse is dragged, over the borders of frames too."""
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.marking.drag(self.place_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what the mouse did: selected words, or clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.selected.emit()
            if not self.marking.has_words():
                self.clicked_at.emit(self.place_at(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our own menu; Qt's offers what makes no sense here."""
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = -1 if by_keyboard else self.place_at(event.pos())
        self.menu_asked.emit(place, event.globalPos())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this column is the one in use."""
        super().focusInEvent(event)
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that lines have moved."""
        super().resizeEvent(event)
        self.moved.emit()

    def _on_laid_out(self) -> None:
        self.moved.emit()

    # -- nothing comes in, nothing but the model's words goes out --------------------------------------------------

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Never load anything an article names."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words, and the model's own: what a widget gives back has lost its no-break spaces."""
        data = QMimeData()
        data.setText(self._words(*self.marking.places()))
        return data

    def minimumSizeHint(self) -> QSize:
        """Small, so that columns can be narrow."""
        return QSize(120, 80)
