"""The command palette: every action by name; and the sheet of keys. Both are made of the action table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.actions import ACTIONS, MENUS, Scope


class Palette(QDialog):
    """Type a part of a name, choose with the arrows, do it with Enter."""

    def __init__(self, actions: ActionSet, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._actions, self._translator = actions, translator
        self.setWindowTitle(translator.gettext("What do you want to do?"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 420)
        column = QVBoxLayout(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(translator.gettext("What do you want to do?"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._do)
        self.list.itemActivated.connect(lambda _item: self._do())
        self.list.itemClicked.connect(lambda _item: self._do())
        self._fill()
        self._filter("")

    def _fill(self) -> None:
        for spec in ACTIONS:
            action = self._actions.actions[spec.id]
            menu = self._translator.gettext(MENUS[spec.menu]).replace("&", "")
            keys = " · ".join(self._actions.shown_keys(spec.id))
            item = QListWidgetItem(f"{menu}: {action.text()}" + (f"    {keys}" if keys else ""))
            item.setData(Qt.ItemDataRole.UserRole, spec.id)
            if not action.isEnabled():
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)

    def _filter(self, typed: str) -> None:
        parts = typed.casefold().split()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(part in item.text().casefold() for part in parts)
            item.setHidden(not fits)
            if fits and first is None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                first = item
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            self.list.setCurrentRow(-1)

    def shown(self) -> list[str]:
        """The ids of the actions that fit what was typed."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if not item.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the arrows walk through the list while one types."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count():
            item = self.list.item(row)
            if not item.isHidden() and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentItem(item)
                return
            row += step

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isHidden() or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        action = self._actions.actions[str(item.data(Qt.ItemDataRole.UserRole))]
        self.accept()
        action.trigger()


_SCOPES = {Scope.TEXT: "in the text", Scope.PLACES: "in the text and in lists", Scope.WINDOW: "everywhere"}


class KeySheet(QDialog):
    """All keys, in the order of the menus."""

    def __init__(self, actions: ActionSet, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key-sheet")
        text = translator.gettext
        self.setWindowTitle(text("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 620)
        specs = [spec for spec in ACTIONS if spec.keys]
        self.table = QTableWidget(len(specs), 3, self)
        self.table.setHorizontalHeaderLabels([text("Key"), text("Does"), text("Acts")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(-1)  # every row: the longest keys are not among the first
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, spec in enumerate(specs):
            cells = (" · ".join(actions.shown_keys(spec.id)), text(spec.text), text(_SCOPES[spec.scope]))
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(cell))
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
