"""Scenes of the other views, the dialogs, finding, the palette and the menus."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu
from tests.tour.scenes import NARROW, SMALL, NotHereError, scene
from tests.tour.stage import Stage

if TYPE_CHECKING:
    from verifier.ui.dialogs.export.dialog import ExportDialog
    from verifier.ui.pages.preview import PreviewWindow


def _view(key: str) -> None:
    def lead(stage: Stage) -> None:
        stage.sample()
        stage.act(f"view.{key}")

    said = key.replace("-", " ")
    scene(f"20-view-{key}", f"The view: {said}")(lead)
    scene(f"20-view-{key}-dark", f"The view: {said}, dark", theme="dark")(lead)
    scene(f"20-view-{key}-1280", f"The view: {said}, in 1280 × 720", size=SMALL)(lead)


for _key in ("case", "open-items", "sentences", "links", "history"):
    _view(_key)


@scene("20-view-case-russian", "The view of the case, in Russian", language="ru")
def case_russian(stage: Stage) -> None:
    """Longer words."""
    stage.sample()
    stage.act("view.case")


@scene("20-view-filtered-out", "A filter that no sentence fits")
def filtered_out(stage: Stage) -> None:
    """Words that are nowhere."""
    stage.sample()
    stage.act("view.filter")
    _type(stage, "zeppelin")


@scene("21-find", "Found in this article")
@scene("21-find-dark", "Found in this article, dark", theme="dark")
@scene("21-find-narrow", "Found in little room", size=NARROW)
def find(stage: Stage) -> None:
    """Ctrl+F, and a word."""
    stage.sample()
    stage.act("edit.find")
    _type(stage, "ferry")


@scene("21-find-all", "Found in all articles")
def find_all(stage: Stage) -> None:
    """Ctrl+Shift+F, and a word."""
    stage.sample()
    stage.act("edit.find-all")
    _type(stage, "ferry")


@scene("21-find-nothing", "Found nothing")
def find_nothing(stage: Stage) -> None:
    """A word that is nowhere."""
    stage.sample()
    stage.act("edit.find")
    _type(stage, "zeppelin")


def _type(stage: Stage, words: str) -> None:
    field = stage.app.focusWidget()
    if not isinstance(field, QLineEdit):
        raise NotHereError("no field takes the words")
    field.clear()
    QTest.keyClicks(field, words)
    stage.settle(700)


@scene("22-palette", "The palette: every action by name")
@scene("22-palette-dark", "The palette, dark", theme="dark")
def palette(stage: Stage) -> None:
    """Ctrl+K."""
    stage.sample()
    stage.act("help.palette")


@scene("23-keys", "The sheet of keys")
@scene("23-keys-dark", "The sheet of keys, dark", theme="dark")
def keys(stage: Stage) -> None:
    """F1."""
    stage.sample()
    stage.act("help.keys")


def _dialog(name: str, caption: str, action: str) -> None:
    def lead(stage: Stage) -> None:
        stage.sample()
        stage.act(action)
        stage.settle(250)

    scene(name, caption)(lead)
    scene(f"{name}-dark", f"{caption}, dark", theme="dark")(lead)
    scene(f"{name}-1280", f"{caption}, in 1280 × 720", size=SMALL)(lead)


_dialog("25-preferences", "Preferences", "edit.preferences")
_dialog("26-evidence", "Evidence: a new piece", "mark.evidence")
_dialog("27-about-article", "About this article", "case.about")
_dialog("28-reading", "How this article was read", "case.reading")
_dialog("29-rename", "Another name for the case", "case.rename")
_dialog("29-checker", "Who checks", "edit.checker")
_dialog("29-web", "Add from the web", "case.web")
_dialog("29-about", "About Verifier", "help.about")
_dialog("29-kind", "What this paragraph is", "mark.kind")
_dialog("29-question", "Ask a question about this", "case.question")
_dialog("29-find-notes", "Find in notes and evidence", "edit.find-notes")


def _report(stage: Stage) -> ExportDialog:
    """The export dialog on the sample, with its pages drawn."""
    stage.sample()
    stage.act("case.report")
    found = stage.window.findChild(QDialog, "export-dialog")
    if found is None:
        raise NotHereError("there is no export dialog")
    shown = cast("ExportDialog", found)
    room = stage.window.size()
    shown.resize(min(shown.width(), room.width() - 40), min(shown.height(), room.height() - 60))
    stage.wait_for(lambda: len(shown.pages))
    stage.settle(300)
    stage.wait_for(shown.pages.is_drawn)
    return shown


@scene("24-report", "Report: what it is to be, and what it will be")
@scene("24-report-dark", "Report, dark", theme="dark")
@scene("24-report-1280", "Report, in 1280 × 720", size=SMALL)
@scene("24-report-200", "Report at 200 %", size=SMALL, scale=2)
@scene("24-report-russian", "Report, in Russian", size=SMALL, language="ru")
def report(stage: Stage) -> None:
    """The largest everyday dialog."""
    _report(stage)


@scene("24-report-final", "A final report, with the reason for it", size=SMALL)
def report_final(stage: Stage) -> None:
    """What is asked of a final version only."""
    shown = _report(stage)
    draft = shown.pages.shown()
    shown.choices.status.setCurrentIndex(1)
    shown.choices.why.setFocus()
    stage.wait_for(lambda: shown.pages.shown() != draft)
    stage.settle(300)
    stage.wait_for(shown.pages.is_drawn)


@scene("24-preview", "Preview of the report")
@scene("24-preview-dark", "Preview of the report, dark", theme="dark")
def report_preview(stage: Stage) -> None:
    """As it opens."""
    stage.sample()
    stage.act("report.preview")
    found = stage.window.findChild(QDialog, "report-preview")
    if found is None:
        raise NotHereError("there is no preview")
    shown = cast("PreviewWindow", found)
    room = stage.window.size()
    shown.resize(min(shown.width(), room.width() - 40), min(shown.height(), room.height() - 60))
    stage.wait_for(lambda: len(shown.pages))
    stage.settle(300)
    stage.wait_for(shown.pages.is_drawn)


@scene("24-preview-small", "Preview of the report, its pages beside each other")
def report_preview_small(stage: Stage) -> None:
    """All pages, small enough to stand beside each other."""
    report_preview(stage)
    shown = cast("PreviewWindow", stage.window.findChild(QDialog, "report-preview"))
    for _ in range(3):
        shown.pages.zoom(-1)
    stage.settle(300)
    stage.wait_for(shown.pages.is_drawn)


@scene("24-reopened", "A report that came back with other notes, opened as a case", size=SMALL)
@scene("24-reopened-dark", "A report that came back, dark", size=SMALL, theme="dark")
def reopened(stage: Stage) -> None:
    """What became of the notes."""
    from verifier.reports import ReportOptions, write_report

    options = ReportOptions(template="annotated", time="2026-11-21T14:02:00+00:00")
    report_ = stage.folder / "The night ferry to Vell.docx"
    write_report(stage.sample().snapshot(), options, report_)
    answered = rewritten(report_, "The harbour board voted.", "It was the board, and it only recommended.")
    stage.parts.controllers.reopening.open_report(answered)
    stage.wait_for(lambda: stage.window.findChild(QDialog, "reopened"))


def rewritten(report_: Path, words: str, others: str) -> Path:
    """A copy of a report with other words in a note. Raises NotHereError where no note has the words."""
    copy = report_.with_stem("Answered")
    with zipfile.ZipFile(report_) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/comments.xml":
                if words.encode() not in data:
                    raise NotHereError("no note has these words")
                data = data.replace(words.encode(), others.encode())
            new.writestr(name, data)
    return copy


@scene("25-preferences-russian", "Preferences, in Russian", language="ru")
def preferences_russian(stage: Stage) -> None:
    """Longer words."""
    stage.sample()
    stage.act("edit.preferences")


@scene("30-preview", "A reading, before it is added")
@scene("30-preview-dark", "A reading, dark", theme="dark")
@scene("30-preview-1280", "A reading, in 1280 × 720", size=SMALL)
def preview(stage: Stage) -> None:
    """A file that raises a question."""
    from verifier.ui.intake.preview import Preview

    stage.sample()
    files = [stage.folder / "report.txt", stage.folder / "nothing.html"]
    files[0].write_text(
        "The quay is shut\n\nThe quay was shut on Monday. Forty boats lie idle.\n", encoding="utf-8"
    )
    stage.parts.controllers.adding.add_files(files)
    stage.wait_for(lambda: stage.window.findChild(Preview) is not None)
    shown = stage.window.findChild(Preview)
    assert shown is not None
    stage.wait_for(shown.do_button.isEnabled)
    stage.settle(300)


@scene("31-context-menu", "What can be done with a sentence")
@scene("31-context-menu-dark", "What can be done with a sentence, dark", theme="dark")
def context_menu(stage: Stage) -> None:
    """The right mouse button."""
    stage.sample()
    stage.go("A", 4)
    menu = stage.parts.actions.context_menu(stage.window)
    menu.popup(stage.window.mapToGlobal(stage.window.rect().center()) * 0.5)


def _menu(key: str) -> None:
    def lead(stage: Stage) -> None:
        stage.sample()
        menu = stage.window.findChild(QMenu, f"menu.{key}")
        assert menu is not None
        menu.popup(stage.window.mapToGlobal(stage.window.menuBar().geometry().bottomLeft()))

    scene(f"32-menu-{key}", f"The menu: {key}")(lead)


for _key in ("case", "edit", "go", "mark", "link", "view", "help"):
    _menu(_key)
