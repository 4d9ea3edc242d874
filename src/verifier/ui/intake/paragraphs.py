"""The paragraphs of a reading, one row each: what it is taken for, whether that is in doubt, its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QShortcut,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.i18n import Translator
from verifier.ui.intake.entry import Entry
from verifier.ui.intake.facts import is_doubtful, kind_words
from verifier.ui.look.style import smaller
from verifier.ui.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex

MANY = 3_000
"""More paragraphs than these all get the same room, so that a hundred thousand rows cost nothing."""
MOST_SHOWN = 400
"""The most code points of a paragraph a row is made of; the tool tip has more of them."""
_TIP = 1500
_LINES = 2

KIND_KEYS: dict[str, ParagraphKind] = {
    "T": ParagraphKind.BODY,
    "H": ParagraphKind.HEADLINE,
    "G": ParagraphKind.HEADING,
    "Q": ParagraphKind.QUOTE,
    "L": ParagraphKind.LIST,
    "C": ParagraphKind.CAPTION,
    "P": ParagraphKind.CREDIT,
    "D": ParagraphKind.DATELINE,
    "B": ParagraphKind.BYLINE,
    "R": ParagraphKind.RELATED,
    "X": ParagraphKind.BOILERPLATE,
}
"""The keys that say what a paragraph is."""


class ParagraphModel(QAbstractListModel):
    """The paragraphs of one source as rows; with ``doubts_only`` those that are in doubt, or were when it was set."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self.entry: Entry | None = None
        self.places: list[int] = []
        self._doubts_only = False

    def show_entry(self, entry: Entry | None, *, doubts_only: bool) -> None:
        """Show the paragraphs of this source."""
        self.beginResetModel()
        self.entry, self._doubts_only = entry, doubts_only
        count = len(entry.draft.paragraphs) if entry and entry.draft else 0
        self.places = entry.doubts() if entry and doubts_only else list(range(count))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt: one row a paragraph."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the words of a row for screen readers, for the type-ahead search, and in a tool tip."""
        if not index.isValid() or self.entry is None or self.entry.draft is None:
            return None
        paragraph = self.entry.paragraph(self.places[index.row()])
        words = self.entry.draft.text[paragraph.start : paragraph.end]
        if role == Qt.ItemDataRole.ToolTipRole:
            return words[:_TIP].replace("<", "‹")
        if role == Qt.ItemDataRole.DisplayRole:
            return words[:MOST_SHOWN].strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            doubt = self._translator.gettext("in doubt") + ", " if is_doubtful(paragraph) else ""
            return f"{doubt}{kind_words(paragraph, self._translator)}: {words[:MOST_SHOWN].strip()}"
        return None


class ParagraphDelegate(QStyledItemDelegate):
    """Paints a paragraph: its kind at the left, a question mark where it is in doubt, two lines of its words."""

    def __init__(self, model: ParagraphModel, theme: Theme, translator: Translator, view: QListView) -> None:
        super().__init__(view)
        self._model, self._theme, self._translator, self._view = model, theme, translator, view

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: one line or two."""
        metrics = option.fontMetrics
        room = (
            self._view.viewport().width() - 46 - min(metrics.averageCharWidth() * 17, self._view.width() // 4)
        )
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        entry = self._model.entry
        if entry is not None and _is_bold(entry.paragraph(self._model.places[index.row()]).kind):
            bold = QFont(option.font)
            bold.setBold(True)
            metrics = QFontMetrics(bold)
        is_short = len(self._model.places) <= MANY and metrics.horizontalAdvance(words) < room
        return QSize(120, metrics.height() * (1 if is_short else _LINES) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint one paragraph."""
        entry = self._model.entry
        if entry is None or entry.draft is None:
            return
        paragraph = entry.paragraph(self._model.places[index.row()])
        aside = paragraph.kind not in ACCOUNT_KINDS
        painter.save()
        self._paint_ground(painter, option, doubtful=is_doubtful(paragraph))
        side = _kind_width(option)
        area = option.rect.adjusted(22, 5, -10, -5)
        painter.setPen(self._theme.colour("quiet"))
        painter.setFont(smaller(option.font))
        kind = painter.fontMetrics().elidedText(
            kind_words(paragraph, self._translator),
            Qt.TextElideMode.ElideRight,
            side,
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, kind)
        painter.setPen(self._theme.colour("quiet" if aside else "ink"))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        _paint_words(
            painter, option.font, words, area.adjusted(side + 14, 0, 0, 0), bold=_is_bold(paragraph.kind)
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, doubtful: bool) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, self._theme.colour("selected"))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        if doubtful:
            mark = QRect(option.rect.left() + 4, option.rect.top() + 4, 14, option.fontMetrics.height() + 2)
            painter.fillRect(mark, self._theme.colour("label.unconfirmed.fill"))
            painter.setPen(self._theme.colour("label.unconfirmed.line"))
            painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, "?")


def _kind_width(option: QStyleOptionViewItem) -> int:
    return int(min(option.fontMetrics.averageCharWidth() * 17, option.rect.width() // 4))


def _is_bold(kind: ParagraphKind) -> bool:
    return kind in (ParagraphKind.HEADLINE, ParagraphKind.HEADING)


def _paint_words(painter: QPainter, font: QFont, words: str, area: QRect, *, bold: bool) -> None:
    """Two lines of plain text, the second one elided."""
    font = QFont(font)
    font.setBold(bold)
    words = "\u2068" + " ".join(words.split()) + "\u2069"
    units = words.encode("utf-16-le", "replace")  # a line's places are UTF-16 units
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    y = area.top()
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(area.width(), 20))
        begin = line.textStart()
        if number < _LINES - 1:
            end = begin + line.textLength()
            shown = units[2 * begin : 2 * end].decode("utf-16-le", "replace").rstrip()
        else:
            rest = units[2 * begin :].decode("utf-16-le", "replace")
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(area.width(), 20))
        painter.drawText(area.left(), y + metrics.ascent(), shown)
        y += metrics.height()
    layout.endLayout()


class ParagraphList(QListView):
    """The rows. A letter says what the selected paragraphs are, Enter that they are what they were taken for."""

    kind_said = Signal(object)
    """What the selected paragraphs are: a ``ParagraphKind``, or None for what they were taken for."""
    next_doubt_asked = Signal()

    def __init__(self, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading-paragraphs")
        self.setAccessibleName(translator.gettext("Paragraphs"))
        self.model_of_paragraphs = ParagraphModel(translator, self)
        self.setModel(self.model_of_paragraphs)
        self.delegate = ParagraphDelegate(self.model_of_paragraphs, theme, translator, self)
        self.setItemDelegate(self.delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._show_current)
        self.model_of_paragraphs.modelReset.connect(self._measure)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._add_keys()

    def _measure(self) -> None:
        self.setUniformItemSizes(len(self.model_of_paragraphs.places) > MANY)

    def chosen(self) -> list[int]:
        """The places of the selected paragraphs, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model_of_paragraphs.places[row] for row in rows]

    def choose(self, place: int) -> None:
        """Select one paragraph and show it, where it is listed."""
        if place in self.model_of_paragraphs.places:
            self.setCurrentIndex(self.model_of_paragraphs.index(self.model_of_paragraphs.places.index(place)))
            self._show_current()

    def _show_current(self) -> None:
        """Have the current paragraph in sight, with some rows before it."""
        index = self.currentIndex()
        if index.isValid():
            self.executeDelayedItemsLayout()
            self.scrollTo(index.siblingAtRow(max(0, index.row() - 2)))
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: rows have other heights now; the current one stays in sight. Qt lays them out anew by itself only where
        the height of the list is another.
        """
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        self._settling.start()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.delegate.set_theme(theme)
        self.viewport().update()

    def _add_keys(self) -> None:
        """Letters as shortcuts, not key events: so they act on a keyboard without Latin letters too."""
        calls: dict[str, Callable[[], None]] = {
            key: partial(self.kind_said.emit, kind) for key, kind in KIND_KEYS.items()
        }
        calls["Y"] = partial(self.kind_said.emit, None)
        calls["N"] = self.next_doubt_asked.emit
        for key, call in calls.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(call)
