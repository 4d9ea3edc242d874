"""The action table: complete, without doublets, and reachable in every way it promises."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView

from verifier.domain.kinds import Label, Modifier
from verifier.i18n import ENGLISH
from verifier.ui.actions import ACTIONS, MENUS, Scope
from verifier.ui.control.casework import mark_at
from verifier.ui.dialogs.key_sheet import KeySheet
from verifier.ui.dialogs.palette import Palette

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def shown(keys: tuple[str, ...]) -> str:
    """Keys as the window writes them."""
    return " · ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def test_no_shortcut_is_given_twice() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert len(keys) > 50
    assert [key for key, times in keys.items() if times > 1] == []
    assert "" not in keys


def test_every_action_has_a_key() -> None:
    assert [spec.id for spec in ACTIONS if not spec.keys] == []


def test_no_id_is_given_twice_and_every_menu_is_used() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    assert {spec.menu for spec in ACTIONS} == set(MENUS)


def test_nothing_has_only_a_slash_or_a_question_mark() -> None:
    assert not {"/", "?"} & {key for spec in ACTIONS for key in spec.keys}


def test_every_label_and_modifier_has_an_action() -> None:
    ids = {spec.id for spec in ACTIONS}
    assert {f"mark.{label}" for label in Label} <= ids
    assert {f"modify.{modifier}" for modifier in Modifier} <= ids


def test_letters_act_in_the_text_alone() -> None:
    letters = [spec for spec in ACTIONS if any(len(key) == 1 for key in spec.keys)]
    assert len(letters) > 12
    assert not [spec.id for spec in letters if spec.scope is Scope.WINDOW]


def test_every_action_is_in_a_menu(parts: Assembled) -> None:
    shown: list[QAction] = []
    for key in MENUS:
        menu = parts.window.menuBar().findChild(QMenu, f"menu.{key}")
        assert isinstance(menu, QMenu)
        shown.extend(menu.actions())
    assert {action.objectName() for action in shown if not action.isSeparator()} == {
        spec.id for spec in ACTIONS
    }


def test_every_action_is_in_the_palette_by_name(parts: Assembled) -> None:
    palette = Palette(parts.actions, parts.settings, ENGLISH, parts.window)
    assert palette.shown() == [spec.id for spec in ACTIONS]
    palette.field.setText("attrib only")
    assert palette.shown() == ["modify.attribution-only"]
    palette.close()


def test_the_palette_does_what_was_typed(sample: Assembled) -> None:
    sample.actions.actions["help.palette"].trigger()
    palette = sample.window.findChild(Palette)
    assert palette is not None
    palette.field.setText("history")
    palette.field.returnPressed.emit()
    assert bench(sample).drawer.shown == "history"


def test_the_sheet_of_keys_names_every_action_with_its_keys(parts: Assembled) -> None:
    parts.actions.actions["help.keys"].trigger()
    sheet = parts.window.findChild(KeySheet)
    assert sheet is not None
    assert sheet.list.shown() == [spec.id for menu in MENUS for spec in ACTIONS if spec.menu == menu]
    for spec in ACTIONS:
        assert sheet.list.cells(spec.id)[:2] == (spec.text.removesuffix("…"), shown(spec.keys))
    sheet.close()


def test_without_a_case_only_what_needs_none_is_enabled(parts: Assembled) -> None:
    enabled = {key for key, action in parts.actions.actions.items() if action.isEnabled()}
    assert {"case.new", "case.sample", "help.keys"} <= enabled
    assert not {key for key in enabled if key.startswith(("mark.", "link.", "go.next"))}


def test_with_a_case_every_action_is_enabled_that_can_be_done(sample: Assembled) -> None:
    disabled = {key for key, action in sample.actions.actions.items() if not action.isEnabled()}
    there = len(sample.desk.need.rows.articles())
    no_articles = {f"go.article-{number}" for number in range(there + 1, 10)}
    assert disabled == {"edit.redo", "link.both-disputed"} | no_articles


@pytest.mark.parametrize("way", ["key", "menu", "toolbar", "inspector", "context menu"])
def test_one_label_by_every_way_is_the_same_step(sample: Assembled, way: str) -> None:
    workbench = sample.desk.workbench
    assert workbench is not None
    place = workbench.sentence_at_address("A6").id
    sample.place.go_to(place)
    _label_unconfirmed(sample, way)
    assert workbench.steps()[-1].what == "mark"
    assert dict(workbench.steps()[-1].values)["places"] == "A6"
    mark = mark_at(workbench.rows, place)
    assert mark is not None
    assert mark.label is Label.UNCONFIRMED


def _label_unconfirmed(parts: Assembled, way: str) -> None:
    from tests.journeys.hands import InsideHands

    action = parts.actions.actions["mark.unconfirmed"]
    match way:
        case "key":
            InsideHands().press("u")
        case "menu":
            menu = parts.window.menuBar().findChild(QMenu, "menu.mark")
            assert isinstance(menu, QMenu)
            next(one for one in menu.actions() if one is action).trigger()
        case "toolbar":
            next(button for button in parts.window.toolbar.buttons if button.text() == "Unconfirmed").click()
        case "inspector":
            bench(parts).inspector.labels.buttons[Label.UNCONFIRMED].click()
        case _:
            context = parts.actions.context_menu(parts.window)
            next(one for one in context.actions() if one is action).trigger()
            context.close()


def test_marking_keys_act_in_a_list_of_places_and_moving_keys_do_not(sample: Assembled) -> None:
    sample.controllers.sight.show_view("sentences")
    table = bench(sample).drawer.view("sentences").findChild(QTableView)
    assert isinstance(table, QTableView)
    names = {action.objectName() for action in table.actions()}
    assert "mark.disputed" in names
    assert "go.next" not in names


def test_an_action_with_a_number_is_named_in_the_users_language() -> None:
    class Backwards:
        """Says everything with its first letter last, as a language no one speaks."""

        def gettext(self, message: str) -> str:
            return message[1:] + message[0]

        def ngettext(self, singular: str, plural: str, count: int) -> str:
            return self.gettext(singular if count == 1 else plural)

        def pgettext(self, context: str, message: str) -> str:
            return self.gettext(message)

    spec = next(spec for spec in ACTIONS if spec.id == "go.article-7")
    assert spec.text == "Article 7"
    assert spec.name(Backwards()) == "rticle 7A"
