"""The preferences: used at once, written only where they differ, put back page by page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from verifier.domain.checkers import Checker
from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import label_of
from verifier.session.preferences import Preferences, load_preferences
from verifier.ui.actions import ACTIONS
from verifier.ui.dialogs.key_sheet import KeySheet
from verifier.ui.dialogs.palette import Palette
from verifier.ui.dialogs.preferences import PreferencesDialog
from verifier.ui.look.faces import serif_faces
from verifier.ui.panels.links import LinkEntry
from verifier.ui.panels.marked_words import MarkedWords

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def preferences(parts: Assembled) -> PreferencesDialog:
    parts.actions.actions["edit.preferences"].trigger()
    dialog = parts.window.findChild(PreferencesDialog)
    assert dialog is not None
    return dialog


def written(tmp_path: Path) -> dict[str, Any]:
    found = json.loads((tmp_path / "config" / "preferences.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_the_dialog_stands_beside_the_work_and_is_there_once(sample: Assembled) -> None:
    dialog = preferences(sample)
    assert not dialog.isModal()
    assert preferences(sample) is dialog
    assert len(sample.window.findChildren(PreferencesDialog)) == 1
    dialog.close()


def test_how_the_text_is_set_changes_at_once(sample: Assembled, tmp_path: Path) -> None:
    page = preferences(sample).text_page
    view = bench(sample).columns.text_widgets()[0]
    before = sample.settings.look
    page.size_.setValue(20)
    assert sample.settings.look.point_size == 20
    assert page.sample.document().firstBlock().text().startswith("The harbour office")
    assert page.sample.font().pointSizeF() == 20
    page.measure.setValue(50)
    page.theme.setCurrentIndex(page.theme.findData("dark"))
    assert written(tmp_path) == {"theme": "dark", "size": 20, "column_characters": 50,
                                 "recents": list(sample.settings.all.recents)}  # fmt: skip
    assert view.palette().base().color().lightness() < 80
    page.reset()
    assert sample.settings.look == before
    assert page.size_.value() == Preferences().size
    assert set(written(tmp_path)) == {"recents"}
    sample.window.findChildren(PreferencesDialog)[0].close()


def test_every_face_offered_is_a_serif_that_is_installed(parts: Assembled) -> None:
    page = preferences(parts).text_page
    offered = [page.face.itemData(index) for index in range(page.face.count())]
    assert offered[0] == ""
    assert offered[1:] == serif_faces()
    assert not [face for face in offered if "Sans" in face or "Mono" in face]
    if len(offered) > 1:
        page.face.setCurrentIndex(1)
        assert parts.settings.all.face == offered[1]
    parts.window.findChildren(PreferencesDialog)[0].close()


def test_what_another_way_changes_is_seen_in_the_dialog(parts: Assembled) -> None:
    dialog = preferences(parts)
    parts.actions.actions["view.theme-dark"].trigger()
    assert dialog.text_page.theme.currentData() == "dark"
    parts.actions.actions["view.larger"].trigger()
    assert dialog.text_page.size_.value() == Preferences().size + 1
    dialog.close()


def test_labels_step_on_as_they_are_told_to(sample: Assembled) -> None:
    page = preferences(sample).work_page
    assert {label for label, box in page.stepping.items() if box.isChecked()} == {
        Label.OPINION,
        Label.UNCONFIRMED,
        Label.NO_CLAIM,
    }
    page.stepping[Label.VERIFIED].setChecked(True)
    page.stepping[Label.OPINION].setChecked(False)
    assert sample.settings.stepping == {Label.VERIFIED, Label.UNCONFIRMED, Label.NO_CLAIM}
    place = sample.desk.need.sentence_at_address("A6").id
    sample.place.go_to(place)
    sample.controllers.casework.mark(Label.OPINION)
    assert sample.place.sentence() == place
    sample.controllers.casework.mark(Label.VERIFIED)
    assert sample.place.sentence() != place
    sample.window.findChildren(PreferencesDialog)[0].close()


@pytest.mark.parametrize("name", ["follow", "blind_first", "add_at_once", "restore"])
def test_a_switch_is_used_and_kept_and_put_back(parts: Assembled, tmp_path: Path, name: str) -> None:
    dialog = preferences(parts)
    usual = getattr(Preferences(), name)
    switch = dialog.work_page.switches[name]
    assert switch.isChecked() is usual
    switch.click()
    assert getattr(parts.settings.all, name) is not usual
    assert written(tmp_path) == {name: not usual}
    assert getattr(load_preferences(tmp_path / "config"), name) is not usual
    dialog.tabs.setCurrentIndex(1)
    dialog.reset()
    assert switch.isChecked() is usual
    assert written(tmp_path) == {}
    dialog.close()


def test_a_name_signs_from_then_on_and_no_reset_takes_it(sample: Assembled) -> None:
    page = preferences(sample).work_page
    page.name.setFocus()
    page.name.setText("  Mo   Lind ")
    page.initials.setText("ML")
    page.initials.editingFinished.emit()
    assert sample.desk.need.checker == Checker("Mo Lind", "ML")
    page.reset()
    assert sample.settings.all.checker_name == "Mo Lind"
    sample.window.findChildren(PreferencesDialog)[0].close()


def test_enter_in_a_field_closes_nothing(parts: Assembled) -> None:
    dialog = preferences(parts)
    dialog.tabs.setCurrentIndex(1)
    QTest.keyClick(dialog.work_page.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.work_page.name, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not parts.window.findChildren(PreferencesDialog) or not dialog.isVisible()


def test_the_page_looked_at_last_is_there_again(parts: Assembled) -> None:
    dialog = preferences(parts)
    dialog.tabs.setCurrentIndex(1)
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    again = preferences(parts)
    assert again.tabs.currentIndex() == 1
    again.close()


# -- blind first -----------------------------------------------------------------------------------------------------


def differing(parts: Assembled) -> list[tuple[int, int]]:
    """The words the inspector's links mark as differing."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # those shown before are gone
    entries = bench(parts).inspector.links.findChildren(LinkEntry)
    assert entries
    shown = [entry.findChild(MarkedWords) for entry in entries]
    return [word for words in shown if words is not None for word in words.spans]


def test_who_judges_first_sees_no_differences_before_there_is_a_label(sample: Assembled) -> None:
    need = sample.desk.need
    here, there = need.sentence_at_address("A6"), need.sentence_at_address("B2")
    assert label_of(need.rows, here) is None
    sample.desk.do(lambda workbench: workbench.link(here.id, there.id, Relation.CONTRADICTS))
    sample.place.go_to(here.id)
    assert differing(sample)
    sample.settings.change(blind_first=True)
    assert not differing(sample)
    sample.controllers.casework.mark(Label.DISPUTED)
    assert differing(sample)


@pytest.mark.parametrize("blind", [False, True])
def test_who_judges_first_is_not_offered_a_label(sample: Assembled, blind: bool) -> None:
    sample.settings.change(blind_first=blind)
    need = sample.desk.need
    assert label_of(need.rows, need.sentence_at_address("A6")) is None
    sample.place.go_to(need.sentence_at_address("B2").id)
    sample.place.go_to(need.sentence_at_address("A6").id)
    sample.controllers.linking.ask()
    sample.controllers.linking.choose(Relation.CONTRADICTS)
    offers = [button.text() for button in sample.window.message.offers()]
    assert ("Mark both ends disputed" in offers) is not blind


# -- the palette -----------------------------------------------------------------------------------------------------


def test_the_palette_says_why_something_cannot_be_done_and_takes_no_such_thing(parts: Assembled) -> None:
    palette = open_palette(parts)
    palette.field.setText("report")
    item = palette.list.topLevelItem(palette.shown().index("case.report"))
    assert item is not None
    assert "no case is open" in item.text(1)
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    palette.field.setText("close the case")
    palette.take()
    assert palette.isVisible()
    palette.reject()


def test_the_palette_says_what_is_missing_in_a_case(sample: Assembled) -> None:
    palette = open_palette(sample)
    palette.field.setText("redo")
    item = palette.list.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "Edit  ·  nothing was undone"
    palette.reject()


def test_what_was_done_last_comes_first_in_the_palette(parts: Assembled) -> None:
    for typed in ("dark col", "keys", "light col"):
        palette = open_palette(parts)
        palette.field.setText(typed)
        palette.take()
    for dialog in parts.window.findChildren(PreferencesDialog):
        dialog.close()
    palette = open_palette(parts)
    assert palette.shown()[:3] == ["view.theme-light", "help.keys", "view.theme-dark"]
    assert sorted(palette.shown()) == sorted(spec.id for spec in ACTIONS)
    palette.reject()
    for top in QApplication.topLevelWidgets():
        if top.objectName() == "key-sheet":
            top.close()


def test_the_arrows_walk_over_what_cannot_be_done(parts: Assembled) -> None:
    palette = open_palette(parts)
    palette.field.setText("case ")
    seen = [palette.current()]
    for _step in range(30):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
        seen.append(palette.current())
    assert {"case.add", "case.quit"} <= set(seen)
    assert not {"case.report", "case.close"} & set(seen)
    QTest.keyClick(palette.field, Qt.Key.Key_PageUp)
    QTest.keyClick(palette.field, Qt.Key.Key_PageUp)
    QTest.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert palette.current() == seen[0]
    palette.reject()


def open_palette(parts: Assembled) -> Palette:
    parts.actions.actions["help.palette"].trigger()
    return next(one for one in parts.window.findChildren(Palette) if one.isVisible())


def test_the_colours_chosen_are_ticked_in_the_menu(parts: Assembled) -> None:
    names = ("system", "light", "dark")

    def ticked() -> list[str]:
        return [name for name in names if parts.actions.actions[f"view.theme-{name}"].isChecked()]

    assert ticked() == ["system"]
    parts.actions.actions["view.theme-dark"].trigger()
    assert ticked() == ["dark"]
    parts.actions.actions["view.theme-dark"].trigger()
    assert ticked() == ["dark"]


def test_the_dialogs_fit_a_small_screen_at_twice_the_size(parts: Assembled) -> None:
    dialog, palette = preferences(parts), open_palette(parts)
    parts.actions.actions["help.keys"].trigger()
    sheet = parts.window.findChild(KeySheet)
    assert sheet is not None
    for one in (dialog, palette, sheet):
        least = one.minimumSizeHint()
        assert (least.width() <= 640, least.height() <= 360) == (True, True), (one.objectName(), least)
        room = one.screen().availableSize()
        assert one.width() < room.width()
        assert one.height() < room.height()
    palette.reject()
    dialog.close()
    sheet.close()
