"""The parts of the report in their order: which are in it, how much is in each, what is under it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from verifier.i18n import Translator
from verifier.i18n.numbers import grouped
from verifier.reports.options import PARTS as ORDER
from verifier.reports.options import PARTS_OF
from verifier.ui.dialogs.export.wish import PARTS
from verifier.ui.pages.proof import Entry

_NAME, _COUNT = 0, 1
_KEY = Qt.ItemDataRole.UserRole


class PartsList(QTreeWidget):
    """One line a part, to be ticked; beneath it the divisions the report will have."""

    chosen = Signal()
    """Other parts are ticked."""

    def __init__(self, template: str, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report-parts")
        self._translator, self._template = translator, template
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translator.gettext("Parts of the report"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self.items = {name: self._item(name) for name in ORDER}
        self.set_template(template)
        self.setCurrentItem(self.items[ORDER[0]])
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)
        self.itemChanged.connect(lambda _item, column: self.chosen.emit() if column == _NAME else None)

    def _item(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [self._translator.gettext(PARTS[name]), ""])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(_NAME, _KEY, name)
        item.setToolTip(_NAME, item.text(_NAME))
        item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def set_template(self, template: str) -> None:
        """Tick the parts a template has by itself."""
        self._template = template
        with QSignalBlocker(self):
            for name, item in self.items.items():
                state = Qt.CheckState.Checked if name in PARTS_OF[template] else Qt.CheckState.Unchecked
                item.setCheckState(_NAME, state)

    def ticked(self) -> frozenset[str]:
        """The names of the ticked parts."""
        return frozenset(
            name for name, item in self.items.items() if item.checkState(_NAME) is Qt.CheckState.Checked
        )

    def differing(self) -> tuple[frozenset[str], frozenset[str]]:
        """The parts of the template that are switched off, and those beyond it that are wanted."""
        usual, ticked = frozenset(PARTS_OF[self._template]), self.ticked()
        return usual - ticked, ticked - usual

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show how much is in each part, and what is under it."""
        found = {entry.name: entry for entry in entries}
        ticked = self.ticked()
        with QSignalBlocker(self):
            for name, item in self.items.items():
                self._show_entry(item, found.get(name), is_ticked=name in ticked)
        self._fit()

    def _show_entry(self, item: QTreeWidgetItem, entry: Entry | None, *, is_ticked: bool) -> None:
        nothing = self._translator.gettext("nothing to say") if is_ticked else ""
        item.setText(_COUNT, grouped(entry.count, self._translator) if entry is not None else nothing)
        expanded = item.isExpanded()
        item.takeChildren()
        if entry is not None and len(entry.under) > 1:
            item.addChildren([_under(one, self._translator) for one in entry.under])
        item.setExpanded(expanded)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: be as high as the parts."""
        super().showEvent(event)
        self._fit()

    def _fit(self, *_item: object) -> None:
        """Be as high as what is in it: what is around it scrolls."""
        rows, item = 0, self.topLevelItem(0)
        while item is not None:
            rows, item = rows + 1, self.itemBelow(item)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 1) + 4)


def _under(entry: Entry, translator: Translator) -> QTreeWidgetItem:
    item = QTreeWidgetItem([entry.heading, grouped(entry.count, translator)])
    item.setToolTip(_NAME, entry.heading)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.addChildren([_under(one, translator) for one in entry.under])
    return item
