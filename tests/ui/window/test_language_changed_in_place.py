"""The language is changed while the window is open: the same window, the same case, the same place, other words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from hatch_build import compile_translations
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from verifier.domain.checkers import UNNAMED
from verifier.domain.kinds import Label
from verifier.domain.queries import account, mark_of
from verifier.i18n import ENGLISH
from verifier.session.preferences import Preferences, save_preferences
from verifier.session.sample import make_sample_case
from verifier.ui.app import Program
from verifier.ui.assembly import Assembled, Folders, assemble
from verifier.ui.bench import Bench
from verifier.ui.dialogs.preferences import PreferencesDialog
from verifier.ui.language import Language, let_qt_speak


@pytest.fixture
def language(qapp: QApplication, tmp_path: Path) -> Iterator[Language]:
    """A window with the sample case, listening for another language; afterwards everything speaks English again."""
    compile_translations()
    folders = Folders(tmp_path / "config", tmp_path / "data", tmp_path / "documents")
    parts = assemble(qapp, folders, ENGLISH)
    parts.settings.change(language="en")
    parts.window.show()
    parts.window.activateWindow()
    make_sample_case(tmp_path / "sample.verif")
    parts.controllers.opening.open_path(tmp_path / "sample.verif")
    found = Language(qapp, folders, UNNAMED, parts, lambda _parts: None)
    yield found
    found.parts.work.close()
    found.parts.window.close()
    found.parts.window.deleteLater()
    found.deleteLater()
    let_qt_speak(qapp, "en")
    qapp.processEvents()


def change(qtbot: QtBot, language: Language, to: str) -> Assembled:
    """Choose a language as the preferences do, and wait until the window speaks it."""
    language.parts.settings.change(language=to)
    qtbot.waitUntil(lambda: language.used == to, timeout=30_000)
    return language.parts


def menus(parts: Assembled) -> list[str]:
    return [action.text() for action in parts.window.menuBar().actions()]


def test_the_window_speaks_another_language_at_once(qtbot: QtBot, language: Language) -> None:
    window = language.parts.window
    assert menus(language.parts)[0] == "&Case"
    parts = change(qtbot, language, "ru")
    assert parts.window is window
    assert menus(parts)[0] == "&Дело"
    assert parts.actions.actions["mark.verified"].text() == "Подтверждено"
    assert len(window.menuBar().findChildren(QMenu, "menu.case")) == 1


def test_case_columns_cursor_and_view_are_kept(qtbot: QtBot, language: Language) -> None:
    parts = language.parts
    workbench = parts.desk.need
    sentences = account(workbench.rows, workbench.rows.articles()[1])
    parts.place.go_to(sentences[3].id)
    parts.controllers.sight.show_view("sentences")
    parts = change(qtbot, language, "ru")
    assert parts.desk.need is workbench
    assert parts.place.sentence() == sentences[3].id
    bench = cast("Bench", parts.window.bench)
    assert bench.columns.shown_articles()
    assert bench.drawer.shown == "sentences"
    assert bench.drawer.title.text() == "Предложения"
    assert parts.place.text_has_focus()


def test_work_goes_on_in_the_other_language_and_back(qtbot: QtBot, language: Language) -> None:
    parts = change(qtbot, language, "ru")
    rows = parts.desk.need.rows
    sentence = account(rows, rows.articles()[0])[-1]
    before = mark_of(rows, sentence)
    parts.place.go_to(sentence.id)
    parts.actions.actions["mark.disputed"].trigger()
    parts = change(qtbot, language, "en")
    mark = mark_of(parts.desk.need.rows, sentence)
    assert mark is not None
    assert mark.label is Label.DISPUTED
    parts.actions.actions["edit.undo"].trigger()
    assert mark_of(parts.desk.need.rows, sentence) == before


def test_nothing_of_the_former_window_is_left(qtbot: QtBot, language: Language) -> None:
    former = {type(child).__name__ for child in language.parts.window.children()}
    count = len(language.parts.window.children())
    for to in ("ru", "en", "ru", "en"):
        parts = change(qtbot, language, to)
    names = [type(child).__name__ for child in parts.window.children()]
    assert former >= set(names)
    assert len(names) <= count
    assert names.count("Desk") == names.count("ActionSet") == names.count("Settings") == 1


def test_qt_itself_speaks_the_language_too(qtbot: QtBot, language: Language) -> None:
    change(qtbot, language, "ru")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Отмена"
    change(qtbot, language, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_from_right_to_left_turns_the_window_around(qapp: QApplication) -> None:
    try:
        let_qt_speak(qapp, "ar")
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    finally:
        let_qt_speak(qapp, "en")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_it_waits_until_an_open_dialog_is_done_with(
    qtbot: QtBot, language: Language, dialog: Callable[[], QDialog]
) -> None:
    open_dialog = dialog()
    language.parts.settings.change(language="ru")
    qtbot.wait(50)
    assert language.used == "en"
    assert "language" in language.parts.window.message.text.text()
    open_dialog.reject()
    qtbot.waitUntil(lambda: language.used == "ru")


@pytest.fixture
def dialog(language: Language) -> Callable[[], QDialog]:
    """Opens a dialog over the window."""

    def open_one() -> QDialog:
        language.parts.actions.actions["help.keys"].trigger()
        (found,) = [one for one in language.parts.window.findChildren(QDialog) if one.isVisible()]
        return found

    return open_one


def preferences(language: Language) -> PreferencesDialog:
    (found,) = language.parts.window.findChildren(PreferencesDialog)
    return found


def test_it_is_chosen_in_the_preferences_which_stay_open(qtbot: QtBot, language: Language) -> None:
    language.parts.actions.actions["edit.preferences"].trigger()
    dialog = preferences(language)
    dialog.tabs.setCurrentIndex(1)
    place, box = dialog.geometry(), dialog.work_page.language
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: language.used == "ru")
    dialog = preferences(language)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Настройки"
    assert dialog.geometry() == place
    assert dialog.tabs.currentIndex() == 1
    assert dialog.work_page.language.currentText() == "Русский"
    assert dialog.focusWidget() is dialog.work_page.language
    dialog.close()


@pytest.mark.parametrize("by", ["preference", "system"])
def test_the_program_begins_in_the_language_wished_for(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    compile_translations()
    folders = Folders(tmp_path / "config", tmp_path / "data", tmp_path / "documents")
    if by == "system":
        monkeypatch.setenv("LANGUAGE", "ru")
        monkeypatch.delenv("LC_ALL", raising=False)
    else:
        save_preferences(folders.config, Preferences(language="ru"))
    program = Program(None, UNNAMED, None, folders)
    program.window.show()
    try:
        qtbot.waitUntil(lambda: program.parts is not None)
        assert program.window.menuBar().actions()[0].text() == "&Дело"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
        qtbot.waitUntil(lambda: bool(qapp.findChildren(Language)))
        assert qapp.findChildren(Language)[0].used == "ru"
    finally:
        if program.parts is not None:
            program.parts.work.close()
        program.window.close()
        program.window.deleteLater()
        for listening in qapp.findChildren(Language):
            listening.deleteLater()
        let_qt_speak(qapp, "en")
        qapp.processEvents()
