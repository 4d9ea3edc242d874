"""Keys by their place: what the numbers of a keyboard's keys mean, and who gets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from tests.journeys.hands import InsideHands

from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Relation
from verifier.ui.control.casework import mark_at
from verifier.ui.keys.positions import Positions, character_at, digit_at, is_foreign_letter
from verifier.ui.keys.router import KeyRouter

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PRESS = QEvent.Type.KeyPress


def pressed(
    key: int,
    scan: int,
    modifiers: Qt.KeyboardModifier = NONE,
    *,
    virtual: int = 0,
    native: int = 0,
    kind: QEvent.Type = PRESS,
) -> QKeyEvent:
    text = chr(key).lower() if key < 0x10000 and not modifiers & CONTROL else ""
    return QKeyEvent(kind, key, modifiers, scan, virtual, native, text)


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "character"),
    [
        ("xcb", 24, 0, "Q"),
        ("xcb", 10, 0, "1"),
        ("xcb", 19, 0, "0"),
        ("xcb", 58, 0, "M"),
        ("xcb", 59, 0, ","),
        ("xcb", 65, 0, ""),
        ("wayland", 38, 0, "A"),
        ("windows", 16, 0, "Q"),
        ("windows", 50, 0, "M"),
        ("windows", 2, 0, "1"),
        ("cocoa", 0, 12, "Q"),
        ("cocoa", 0, 46, "M"),
        ("cocoa", 0, 22, "6"),
        ("cocoa", 0, 0, ""),
        ("offscreen", 24, 12, ""),
    ],
)
def test_numbers_of_keys_lead_to_qwerty(platform: str, scan: int, virtual: int, character: str) -> None:
    assert character_at(pressed(0x416, scan, virtual=virtual), platform) == character


def test_the_first_letter_of_a_mac_is_told_from_no_key_at_all() -> None:
    assert character_at(pressed(0x424, 0, native=0x100), "cocoa") == "A"


def test_digits_are_where_they_are_on_every_keyboard() -> None:
    assert [digit_at(pressed(0x26, scan), "xcb") for scan in range(10, 20)] == [*range(1, 10), 0]
    assert digit_at(pressed(0x41, 24), "xcb") is None


@pytest.mark.parametrize(
    ("key", "foreign"),
    [(0x41, False), (0xD6, False), (0x416, True), (0x5D0, True), (0x3A9, True), (0x31, None), (0x2F, None),
     (Qt.Key.Key_F1, None), (Qt.Key.Key_unknown, None)],
)  # fmt: skip
def test_letters_of_other_scripts_are_told_from_latin_ones(key: int, foreign: bool | None) -> None:
    assert is_foreign_letter(key) is foreign


def test_a_sign_where_a_letter_would_be_goes_by_place_only_on_a_layout_without_latin_letters() -> None:
    slash = pressed(0x2F, 24)  # the Hebrew layout types / in the place of Q
    positions = Positions("xcb")
    assert positions.meant(slash) is None
    positions.meant(pressed(0x5D0, 28))
    assert positions.meant(slash) is Qt.Key.Key_Q
    positions.meant(pressed(0x41, 38))
    assert positions.meant(slash) is None


def test_a_latin_letter_is_never_taken_for_the_one_in_its_place() -> None:
    assert Positions("xcb").meant(pressed(Qt.Key.Key_A, 24)) is None  # A on a French keyboard


# -- who gets them ---------------------------------------------------------------------------------------------------


@pytest.fixture
def routed(sample: Assembled, qapp: QApplication) -> Assembled:
    """The window with the sample, on a keyboard as X11 numbers it."""
    KeyRouter(qapp, sample.actions, sample.window, "xcb")
    return sample


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def send(event: QKeyEvent) -> None:
    """Send a key to the focus, as Qt does with one that no shortcut wanted."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, event)
    QApplication.processEvents()


def test_a_russian_letter_in_the_text_does_what_its_place_does(routed: Assembled) -> None:
    place = routed.desk.need.sentence_at_address("A6").id
    routed.place.go_to(place)
    send(pressed(0x413, 30))  # Г, in the place of U
    mark = mark_at(routed.desk.need.rows, place)
    assert mark is not None
    assert mark.label is Label.UNCONFIRMED


def test_a_russian_letter_is_typed_where_one_types(routed: Assembled) -> None:
    before = len(routed.desk.need.steps())
    field = QLineEdit(routed.window)
    field.show()
    field.setFocus()
    send(pressed(0x413, 30))
    assert field.text() == "г"
    assert len(routed.desk.need.steps()) == before


def test_ctrl_with_a_russian_letter_acts_everywhere_in_the_window(routed: Assembled) -> None:
    place = routed.desk.need.sentence_at_address("A6").id
    routed.place.go_to(place)
    routed.controllers.casework.mark(Label.UNCONFIRMED)
    assert mark_at(routed.desk.need.rows, place) is not None
    button = QPushButton(routed.window)
    button.show()
    button.setFocus()
    send(pressed(0x42F, 52, CONTROL))  # Я, in the place of Z
    assert mark_at(routed.desk.need.rows, place) is None


def test_ctrl_with_a_russian_letter_copies_in_a_field(routed: Assembled) -> None:
    field = QLineEdit("quay", routed.window)
    field.show()
    field.setFocus()
    field.selectAll()
    QApplication.clipboard().setText("former")
    send(pressed(0x421, 54, CONTROL))  # С, in the place of C
    assert QApplication.clipboard().text() == "quay"


def test_digits_without_shift_show_articles_and_views_on_a_french_keyboard(routed: Assembled) -> None:
    routed.place.go_to(routed.desk.need.sentence_at_address("A6").id)
    override = pressed(0xC9, 11, CONTROL, kind=QEvent.Type.ShortcutOverride)  # é, in the place of 2
    override.ignore()
    send(override)
    assert override.isAccepted()  # no shortcut is to have it first
    send(pressed(0xC9, 11, CONTROL))
    assert routed.place.article() == routed.desk.need.rows.articles()[1].id
    send(pressed(0x22, 12, ALT))  # ", in the place of 3
    assert bench(routed).drawer.shown == "sentences"


def test_an_action_that_cannot_be_done_keeps_no_digit(routed: Assembled) -> None:
    assert len(routed.desk.need.rows.articles()) < 6
    override = pressed(0x2D, 15, CONTROL, kind=QEvent.Type.ShortcutOverride)  # Ctrl+- on a French keyboard
    override.ignore()
    send(override)
    assert not override.isAccepted()


def test_the_key_pad_is_no_number_row(routed: Assembled) -> None:
    minus = pressed(0x2D, 15, CONTROL | Qt.KeyboardModifier.KeypadModifier)
    assert Positions("xcb").meant(minus) is None


def test_nothing_acts_behind_a_dialog(routed: Assembled) -> None:
    before = len(routed.desk.need.steps())
    routed.actions.actions["edit.checker"].trigger()
    send(pressed(0x42F, 52, CONTROL))
    assert len(routed.desk.need.steps()) == before
    InsideHands().press("Escape")


def test_a_digit_picks_the_relation_without_shift(sample: Assembled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.ui.panels.picker.QGuiApplication.platformName", lambda: "xcb")
    need = sample.desk.need
    before = {link.id for link in need.rows.all(Link)}
    sample.place.go_to(need.sentence_at_address("B2").id)
    sample.place.go_to(need.sentence_at_address("A6").id)
    sample.actions.actions["link.make"].trigger()
    QApplication.processEvents()
    send(pressed(0xC9, 11))
    (made,) = [link for link in need.rows.all(Link) if link.id not in before]
    assert made.relation is list(Relation)[1]
