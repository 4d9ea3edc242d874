"""The preferences: a dialog beside the work; what is set in it is used at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.dialogs.fitting import fit
from verifier.ui.dialogs.keys import KeysPage
from verifier.ui.dialogs.preference_pages import TextPage, WorkPage
from verifier.ui.settings import Settings

_PAGE = "preferences-page"
"""The window knows which page was looked at last, for when the dialog is made anew in another language."""


class PreferencesDialog(QDialog):
    """Three pages: the text, the work, the keys. ``sign`` takes a checker's name and initials."""

    def __init__(
        self,
        settings: Settings,
        actions: ActionSet,
        languages: dict[str, str],
        sign: Callable[[str, str], object],
        translator: Translator,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("preferences")
        text = translator.gettext
        self.setWindowTitle(text("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 660, 600)
        self.text_page = TextPage(settings, translator, self)
        self.work_page = WorkPage(settings, languages, sign, translator, self)
        self.keys_page = KeysPage(actions, settings, translator, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for tabs in (self.tabs, self.tabs.tabBar()):
            tabs.setAccessibleName(text("Pages of the preferences"))
        self.tabs.addTab(_scrolling(self.text_page), text("Text"))
        self.tabs.addTab(_scrolling(self.work_page), text("Work"))
        self.tabs.addTab(self.keys_page, text("Keys"))
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addLayout(self._make_buttons(translator))

    def _make_buttons(self, translator: Translator) -> QHBoxLayout:
        text = translator.gettext
        self.reset_button = QPushButton(self)
        self.reset_button.clicked.connect(lambda _checked: self.reset())
        close = QPushButton(text("Close"), self)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.reset_button)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self.reset_button, close):
            button.setAutoDefault(False)
        names = (text("Reset this page"), text("Reset this page"), text("Reset all keys"))
        self.tabs.currentChanged.connect(lambda index: self.reset_button.setText(names[index]))
        self.reset_button.setText(names[0])
        self.tabs.currentChanged.connect(partial(self._window.setProperty, _PAGE))
        self.tabs.setCurrentIndex(int(self._window.property(_PAGE) or 0))
        return row

    def show_keys(self, action_id: str = "") -> None:
        """Turn to the keys, at an action if one is named."""
        self.tabs.setCurrentIndex(2)
        self.keys_page.choose(action_id)

    def reset(self) -> None:
        """Put what is on the page in sight back to what it was made with."""
        resets = (self.text_page.reset, self.work_page.reset, self.keys_page.reset_all)
        resets[self.tabs.currentIndex()]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes; Enter confirms a field and nothing else."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the keyboard, and brings itself in sight
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
