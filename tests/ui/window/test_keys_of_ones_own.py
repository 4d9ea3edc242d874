"""Keys of one's own: given by pressing them, refused with words, swapped by choice, in force everywhere at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands

from verifier.domain.kinds import Label
from verifier.i18n import ENGLISH
from verifier.session.preferences import load_preferences
from verifier.ui.actions import ACTIONS, Scope
from verifier.ui.control.casework import mark_at
from verifier.ui.dialogs.key_sheet import KeySheet
from verifier.ui.dialogs.keys import SLOTS, KeysPage
from verifier.ui.dialogs.palette import Palette
from verifier.ui.dialogs.preferences import PreferencesDialog
from verifier.ui.keys.keymap import KeyMap, Refusal, refusal
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

SPECS = {spec.id: spec for spec in ACTIONS}


def keys_page(parts: Assembled, action: str) -> KeysPage:
    """The page of the preferences where keys are pressed, at an action."""
    parts.actions.actions["edit.preferences"].trigger()
    dialog = parts.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.show_keys(action)
    QApplication.processEvents()
    return dialog.keys_page


def done(parts: Assembled) -> None:
    """Close the preferences."""
    dialog = parts.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.close()
    parts.window.activateWindow()
    QApplication.processEvents()


def test_a_pressed_key_is_in_force_everywhere_at_once_and_at_the_next_start(
    sample: Assembled, tmp_path: Path
) -> None:
    page = keys_page(sample, "mark.unconfirmed")
    assert page.fields[0].hasFocus()
    QTest.keyClick(page.fields[0], Qt.Key.Key_8)
    assert "8" in page.answer.text()
    done(sample)
    assert sample.actions.keys_of("mark.unconfirmed") == ("8",)
    assert sample.actions.actions["mark.unconfirmed"].shortcut().toString() == "8"
    assert "(8)" in sample.actions.actions["mark.unconfirmed"].toolTip()
    button = next(one for one in sample.window.toolbar.buttons if one.action_id == "mark.unconfirmed")
    assert (button._key, "(8)" in button.toolTip()) == ("8", True)
    palette = Palette(sample.actions, sample.settings, ENGLISH, sample.window)
    palette.field.setText("unconfirmed 8")
    assert palette.shown() == ["mark.unconfirmed"]
    palette.close()
    sheet = KeySheet(sample.actions, ENGLISH, sample.window)
    assert sheet.list.cells("mark.unconfirmed")[1] == "8"
    sheet.close()
    place = sample.desk.need.sentence_at_address("A6").id
    sample.place.go_to(place)
    InsideHands().press("u")
    assert mark_at(sample.desk.need.rows, place) is None
    InsideHands().press("8")
    mark = mark_at(sample.desk.need.rows, place)
    assert mark is not None
    assert mark.label is Label.UNCONFIRMED
    written = json.loads((tmp_path / "config" / "preferences.json").read_text("utf-8"))
    assert written["keys"] == {"mark.unconfirmed": ["8"]}
    assert load_preferences(tmp_path / "config").keys == (("mark.unconfirmed", ("8",)),)


def test_a_key_another_action_has_is_named_and_given_only_by_choice(parts: Assembled) -> None:
    page = keys_page(parts, "mark.verified")
    QTest.keyClick(page.fields[0], Qt.Key.Key_D)
    assert "Disputed" in page.answer.text()
    assert parts.actions.keys_of("mark.verified") == ("V",)
    page.swap.click()
    assert parts.actions.keys_of("mark.verified") == ("D",)
    assert parts.actions.keys_of("mark.disputed") == ("V",)
    QTest.keyClick(page.fields[1], Qt.Key.Key_O)
    assert not page.swap.isVisible()  # nothing stands there that could be given in exchange
    page.take.click()
    assert parts.actions.keys_of("mark.verified") == ("D", "O")
    assert parts.actions.keys_of("mark.opinion") == ()
    done(parts)


def test_a_conflict_left_alone_changes_nothing(parts: Assembled) -> None:
    page = keys_page(parts, "mark.verified")
    QTest.keyClick(page.fields[0], Qt.Key.Key_D)
    page.list.choose("mark.opinion")
    assert not page.take.isVisible()
    assert parts.settings.all.keys == ()
    done(parts)


@pytest.mark.parametrize(
    ("action", "key", "why"),
    [
        ("case.report", "R", Refusal.TYPING),
        ("case.report", "Shift+7", Refusal.TYPING),
        ("case.report", "Space", Refusal.WALKING),
        ("case.report", "Down", Refusal.WALKING),
        ("mark.verified", "Down", Refusal.WALKING),
        ("mark.verified", "Tab", Refusal.WALKING),
        ("mark.verified", "Esc", Refusal.WALKING),
        ("case.report", "Ctrl+C", Refusal.COPYING),
        ("mark.verified", "Ctrl+A", Refusal.COPYING),
        ("case.report", "Alt+C", Refusal.OPENS_MENU),
        ("case.report", "Ctrl+Alt+E", Refusal.TYPES_MORE),
        ("mark.verified", "/", Refusal.NOT_EVERYWHERE),
        ("mark.verified", "Shift+?", Refusal.NOT_EVERYWHERE),
        ("mark.verified", "Ctrl+K, Ctrl+V", Refusal.CHORD),
        ("mark.verified", "Ctrl+Nonsense", Refusal.NO_KEY),
        ("mark.verified", "Shift", Refusal.NO_KEY),
        ("mark.verified", "W", None),
        ("mark.verified", "Shift+W", None),
        ("go.next", "Down", None),
        ("case.report", "Ctrl+Shift+7", None),
        ("case.report", "F12", None),
        ("case.report", "Alt+6", None),
    ],
)
def test_keys_that_would_break_something_are_refused(action: str, key: str, why: Refusal | None) -> None:
    assert refusal(SPECS[action], key) is why


def test_a_refused_key_is_told_in_words(parts: Assembled) -> None:
    page = keys_page(parts, "case.report")
    QTest.keyClick(page.fields[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert Refusal.COPYING.value in page.answer.text()
    assert parts.settings.all.keys == ()
    done(parts)


def test_the_keys_the_actions_come_with_could_all_be_given(parts: Assembled) -> None:
    refused = [(spec.id, key, why) for spec in ACTIONS for key in spec.keys if (why := refusal(spec, key))]
    assert refused == []
    assert max(len(spec.keys) for spec in ACTIONS) <= SLOTS


def test_keys_are_taken_away_and_come_back(parts: Assembled) -> None:
    page = keys_page(parts, "edit.preferences")
    page.clearers[1].click()
    assert parts.actions.keys_of("edit.preferences") == ("Ctrl+,",)
    page.clearers[0].click()
    assert parts.actions.keys_of("edit.preferences") == ()
    page.list.choose("mark.verified")
    page.press(0, "F9")
    page.list.choose("edit.preferences")
    page.usual.click()
    assert parts.actions.keys_of("edit.preferences") == ("Ctrl+,",)  # the other is given to somebody else
    assert "Verified" in page.answer.text()
    dialog = parts.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.reset()
    assert parts.settings.all.keys == ()
    assert parts.actions.keys_of("edit.preferences") == ("Ctrl+,", "F9")
    done(parts)


def test_the_list_is_narrowed_by_name_and_by_key(parts: Assembled) -> None:
    page = keys_page(parts, "")
    page.search.setText("attrib")
    assert page.list.shown() == ["modify.attribution-only"]
    page.search.setText("ctrl+shift+z")
    assert page.list.shown() == ["edit.redo"]
    page.search.setText("no such thing")
    assert page.list.shown() == []
    done(parts)


def test_what_is_typed_chooses_an_action_and_down_goes_into_the_list(parts: Assembled) -> None:
    page = keys_page(parts, "")
    page.search.setFocus()
    QTest.keyClicks(page.search, "disputed")
    assert page.list.current() == "mark.disputed"
    assert page.fields[0].isEnabled()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert page.list.current() == "mark.disputed"
    done(parts)


def test_tab_and_escape_leave_the_place_where_keys_are_pressed(parts: Assembled) -> None:
    page = keys_page(parts, "mark.verified")
    QTest.keyClick(page.fields[0], Qt.Key.Key_Tab)
    assert not page.fields[0].hasFocus()
    assert parts.settings.all.keys == ()
    QTest.keyClick(page.fields[0], Qt.Key.Key_Escape)
    QApplication.processEvents()
    dialog = parts.window.findChild(PreferencesDialog)
    assert dialog is None or not dialog.isVisible()
    assert parts.settings.all.keys == ()


def test_the_sheet_leads_to_where_its_keys_are_changed(parts: Assembled) -> None:
    parts.actions.actions["help.keys"].trigger()
    sheet = parts.window.findChild(KeySheet)
    assert sheet is not None
    sheet.field.setText("refuted")
    sheet.list.choose("modify.refuted")
    sheet.change.click()
    dialog = parts.window.findChild(PreferencesDialog)
    assert dialog is not None
    assert dialog.keys_page.list.current() == "modify.refuted"
    dialog.close()
    sheet.close()


def test_nothing_in_the_sheet_is_cut(parts: Assembled) -> None:
    parts.actions.actions["help.keys"].trigger()
    sheet = parts.window.findChild(KeySheet)
    assert sheet is not None
    QApplication.processEvents()
    metrics = sheet.list.fontMetrics()
    for spec in ACTIONS:
        for column, cell in enumerate(sheet.list.cells(spec.id)):
            room = sheet.list.columnWidth(column) - (sheet.list.indentation() if column == 0 else 0)
            assert metrics.horizontalAdvance(cell) < room, (spec.id, cell)
    sheet.close()


# -- hand-edited files -----------------------------------------------------------------------------------------------


def test_keys_in_the_file_that_make_no_sense_are_passed_over(tmp_path: Path) -> None:
    keys = {
        "mark.verified": ["W"],
        "mark.disputed": ["W"],  # taken by then
        "mark.opinion": 7,
        "mark.no-claim": [7],
        "no.such.action": ["F12"],
        "case.report": ["R"],  # would break typing
        "case.new": ["Ctrl+Nonsense"],
        "go.next": [],
        "case.open": ["Ctrl+N"],  # another action's, which goes without
        "mark.unconfirmed": ["u", "U"],
    }
    (tmp_path / "preferences.json").write_text(json.dumps({"keys": keys, "size": 13}), encoding="utf-8")
    keymap = KeyMap(ACTIONS, Settings(tmp_path).all.keys)
    assert keymap.keys_of("mark.verified") == ("W",)
    assert keymap.keys_of("mark.disputed") == ("D",)
    assert keymap.keys_of("mark.opinion") == ("O",)
    assert keymap.keys_of("mark.no-claim") == ("N",)
    assert keymap.keys_of("case.report") == ("Ctrl+R",)
    assert keymap.keys_of("go.next") == ()
    assert keymap.keys_of("case.open") == ("Ctrl+N",)
    assert keymap.keys_of("case.new") == ()
    assert keymap.keys_of("mark.unconfirmed") == ("U",)
    given = [key for spec in ACTIONS for key in keymap.keys_of(spec.id)]
    assert len(given) == len(set(given))


@pytest.mark.parametrize("keys", [7, [], "Ctrl+K", {"mark.verified": "W"}, None])
def test_keys_in_the_file_of_another_form_are_none(tmp_path: Path, keys: object) -> None:
    (tmp_path / "preferences.json").write_text(json.dumps({"keys": keys}), encoding="utf-8")
    assert load_preferences(tmp_path).keys == ()


def test_letters_given_to_what_acts_in_the_text_stay_there(sample: Assembled) -> None:
    sample.settings.change(keys=(("go.left", ("G",)),))
    assert SPECS["go.left"].scope is Scope.TEXT
    sample.controllers.sight.to_note()
    assert not sample.place.text_has_focus()
    InsideHands().type("gg")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.property("plainText") == "gg"
    InsideHands().press("Escape")


def test_sentences_that_name_a_key_name_the_one_in_force(sample: Assembled) -> None:
    linking, place = sample.controllers.linking, sample.place
    place.go_to(sample.desk.need.sentence_at_address("A6").id)
    sample.settings.change(keys=(("link.make", ("G",)), ("link.pin", ())))
    linking.pin()
    assert "press G." in sample.window.message.text.text()
    inspector = sample.window.bench.inspector  # type: ignore[attr-defined]
    assert "Return in the text" in inspector.note.text.placeholderText()
    sample.settings.change(keys=(("mark.note", ("Shift+W",)), ("link.pin", ())))
    assert "Shift+W in the text" in inspector.note.text.placeholderText()
    assert linking.key_of("link.pin") == "“Pin this end for a link”"
