"""The language of the window: chosen at the start, and changed in place while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QRect, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QMenuBar, QWidget

from verifier.domain.checkers import Checker
from verifier.i18n import WRITTEN_IN, language_in_use, translator
from verifier.ui.assembly import Assembled, Folders, assemble

if TYPE_CHECKING:
    from verifier.session.workbench import Workbench
    from verifier.ui.dialogs.preferences import PreferencesDialog
    from verifier.ui.reading.state import ReadingState

QUIET = 400
"""Milliseconds between two looks at whether the window is at rest and its parts can be replaced."""

PREFERENCES = "preferences"
"""The object name of the one dialog that may be open when the language changes: it is where that is done."""


class Language(QObject):
    """Sees that the window speaks the language of the preferences; replaces its parts when that is another one.

    The parts are given their translator when they are made, so they are made anew: case, columns, cursors, scrolling
    and the view shown are kept. It waits while a dialog is open or something is being done.
    """

    def __init__(
        self,
        app: QApplication,
        folders: Folders,
        checker: Checker,
        parts: Assembled,
        replaced: Callable[[Assembled], object],
    ) -> None:
        super().__init__(app)
        self._app, self._folders, self._checker = app, folders, checker
        self._replaced = replaced
        self.parts = parts
        self.used = language_in_use(parts.settings.all.language)
        self._said = False
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._follow)
        parts.settings.changed.connect(lambda: self._waiting.start(0))
        let_qt_speak(app, self.used)

    def _follow(self) -> None:
        wished = self.parts.settings.all.language
        if language_in_use(wished) == self.used:
            self._said = False
        elif _is_at_rest(self.parts):
            self._change(wished)
        else:
            self._say_once()
            self._waiting.start(QUIET)

    def _say_once(self) -> None:
        if not self._said:
            text = translator(self.used).gettext
            self.parts.desk.say(
                text("The language changes as soon as no other dialog is open and nothing is being done.")
            )
        self._said = True

    def _change(self, wished: str) -> None:
        self._said = False
        self.used = language_in_use(wished)
        kept = _taken_apart(self.parts)
        let_qt_speak(self._app, self.used)
        window, settings = self.parts.window, self.parts.settings
        self.parts = assemble(
            self._app,
            self._folders,
            translator(wished),
            checker=self._checker,
            window=window,
            settings=settings,
        )
        self._replaced(self.parts)
        _put_back(self.parts, kept)


@dataclass(frozen=True, slots=True)
class Kept:
    """What outlives the parts of a window: the open case, how it stands in the columns, the view shown beneath, and
    where the preferences were open: at which page and place.
    """

    case: Workbench | None
    reading: ReadingState | None
    view: str
    page: int = -1
    place: QRect | None = None


def let_qt_speak(app: QApplication, language: str) -> None:
    """Have Qt's own words (buttons of dialogs, menus of text fields) in a language, laid out in its direction."""
    for former in app.findChildren(QTranslator, "of-qt"):
        app.removeTranslator(former)
        former.deleteLater()
    locale = QLocale(language)
    if language != WRITTEN_IN:
        words = QTranslator(app)
        words.setObjectName("of-qt")
        if words.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(words)
    app.setLayoutDirection(locale.textDirection())


def _is_at_rest(parts: Assembled) -> bool:
    """Whether nothing would be lost: no dialog but the preferences is open, and nothing is being read or written."""
    dialogs = [one for one in parts.window.findChildren(QDialog) if one.isVisible()]
    others = [one for one in dialogs if one.objectName() != PREFERENCES]
    return not others and not parts.work.busy() and QApplication.activePopupWidget() is None


def _taken_apart(parts: Assembled) -> Kept:
    """Take everything out of a window but its settings. What was being typed has become a step."""
    window = parts.window
    reading, view = window.reading()
    dialog = _preferences(window)
    page, place = (dialog.tabs.currentIndex(), dialog.geometry()) if dialog is not None else (-1, None)
    kept = Kept(parts.desk.hand_over(), reading, view, page, place)
    parts.work.close()
    for action in window.actions():
        window.removeAction(action)
    window.setMenuBar(QMenuBar(window))
    parts_of_it = [part for part in window.children() if _is_ours(part) and part is not parts.settings]
    for part in (window.takeCentralWidget(), *parts_of_it):
        if part is not None:
            shiboken6.delete(part)
    return kept


def _is_ours(part: QObject) -> bool:
    """Whether a part of a window is one that was assembled, and not one of Qt's own."""
    is_window = isinstance(part, QWidget) and part.isWindow()
    return type(part).__module__.startswith("verifier.") or is_window


def _put_back(parts: Assembled, kept: Kept) -> None:
    """Lay the case on the new desk, and show it as it was shown."""
    if kept.case is not None:
        parts.desk.put(kept.case)
        if kept.reading is not None:
            parts.window.show_reading(kept.reading, kept.view)
        parts.place.focus_text()
    if kept.place is not None:
        parts.actions.actions["edit.preferences"].trigger()
        dialog = _preferences(parts.window)
        if dialog is not None:
            dialog.setGeometry(kept.place)
            dialog.tabs.setCurrentIndex(kept.page)
            dialog.work_page.language.setFocus()


def _preferences(window: QWidget) -> PreferencesDialog | None:
    """The preferences, where they are open."""
    found = window.findChild(QDialog, PREFERENCES)
    return cast("PreferencesDialog", found) if found is not None and found.isVisible() else None
