"""The stage a scene is set on: a whole window on folders of its own, and ways to put a case into it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from tests.tour.scenes import NotHereError, Scene

from verifier.domain.articles import ArticleDraft, Metadata, Source
from verifier.domain.checkers import Checker
from verifier.domain.queries import account
from verifier.i18n import ENGLISH, Translator
from verifier.session.reading import read_source
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench
from verifier.ui.assembly import Assembled, Folders, assemble

ROOT = Path(__file__).parents[2]
ANN = Checker("Ann Berg", "AB")
_TITLE = 26
"""The height of a dialog's title in a picture, in pixels."""
WAIT = 180
"""Seconds a scene waits at most for something to appear."""


class Stage:
    """One window, made for one scene."""

    def __init__(self, app: QApplication, folder: Path, scene: Scene) -> None:
        self.app, self.folder, self.scene = app, folder, scene
        folder.mkdir(parents=True)
        self.folders = Folders(folder / "config", folder / "data", folder / "documents")
        self.parts: Assembled = assemble(app, self.folders, self._translator(), checker=ANN)
        self.parts.controllers.sight.choose_theme(scene.theme)
        self.window = self.parts.window
        self.window.resize(*scene.size)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def _translator(self) -> Translator:
        if not self.scene.language:
            return ENGLISH
        from verifier import i18n

        make: Callable[[str], Translator] | None = getattr(i18n, "translator", None)
        made = make(self.scene.language) if make is not None else ENGLISH
        if made.gettext("Verified") == "Verified":
            raise NotHereError(f"no translation into {self.scene.language} is compiled")
        return made

    # -- time ----------------------------------------------------------------------------------------------------

    def settle(self, milliseconds: int = 60) -> None:
        """Let what is under way come to rest."""
        QTest.qWait(milliseconds)

    def wait_for(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so. Raises TimeoutError."""
        end = time.monotonic() + WAIT
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError(self.scene.name)
            QTest.qWait(20)

    # -- cases ---------------------------------------------------------------------------------------------------

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a case file."""
        self.parts.controllers.opening.open_path(path, read_only=read_only)
        self.wait_for(lambda: self.parts.desk.workbench is not None)
        self.settle()

    def sample(self) -> Workbench:
        """The sample case, fresh."""
        path = self.folder / "The night ferry to Vell.verif"
        store = self.folder.parent / "sample.verif"
        if not store.exists():
            make_sample_case(store)
        shutil.copy(store, path)
        self.open(path)
        return self.parts.desk.need

    def case(self, drafts: list[ArticleDraft], name: str = "A case") -> Workbench:
        """A case of these articles."""
        path = self.folder / f"{name}.verif"
        with Workbench.create(path, checker=ANN) as made:
            if drafts:
                made.add_articles(drafts)
        self.open(path)
        return self.parts.desk.need

    def real(self) -> Workbench:
        """A case of the real pair. Raises NotHereError where the articles are not at hand."""
        folder = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or ROOT.parent / "shared" / "articles")
        files = [folder / "spectator.html", folder / "moscow_times.pdf"]
        if not all(file.exists() for file in files):
            raise NotHereError("the real articles are not here (VERIFIER_REAL_ARTICLES)")
        metadata = (
            Metadata(publisher="The Spectator", piece="commentary"),
            Metadata(publisher="The Moscow Times", piece="report"),
        )
        drafts = [read_file(file) for file in files]
        named = [
            replace(draft, metadata=replace(draft.metadata, publisher=known.publisher, piece=known.piece))
            for draft, known in zip(drafts, metadata, strict=True)
        ]
        return self.case(named, "The Navalny case")

    def sentences(self, letter: str) -> list[str]:
        """The ids of the account's sentences of an article, in order."""
        rows = self.parts.desk.need.rows
        article = next(row for row in rows.articles() if row.letter == letter)
        return [sentence.id for sentence in account(rows, article)]

    def go(self, letter: str, place: int) -> str:
        """Put the cursor on a sentence, counted from 1 in its article's account; the answer is its id."""
        sentence = self.sentences(letter)[place - 1]
        self.parts.place.go_to(sentence)
        self.settle()
        return sentence

    def act(self, action: str) -> None:
        """Do an action of the table. Raises NotHereError where there is none of this id."""
        if action not in self.parts.actions.actions:
            raise NotHereError(f"there is no action {action}")
        self.parts.actions.actions[action].trigger()
        self.settle()

    # -- pictures ------------------------------------------------------------------------------------------------

    def picture(self) -> QPixmap:
        """The window with the dialogs and menus that stand before it."""
        self.settle(150)
        picture = self.window.grab()
        painter = QPainter(picture)
        for widget in self.in_front():
            self._draw(painter, widget)
        painter.end()
        return picture

    def _draw(self, painter: QPainter, widget: QWidget) -> None:
        """Draw a dialog or menu where it stands, a dialog with its title as a window manager would show it."""
        at = self._corner(widget)
        frame = QRect(at, widget.size())
        if isinstance(widget, QDialog) and widget.windowTitle():
            title = QRect(at.x(), at.y() - _TITLE, widget.width(), _TITLE)
            frame = frame.united(title)
            painter.fillRect(title, widget.palette().color(QPalette.ColorRole.Mid))
            painter.setPen(widget.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(title, Qt.AlignmentFlag.AlignCenter, widget.windowTitle())
        painter.drawPixmap(at, widget.grab())
        painter.setPen(widget.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))

    def in_front(self) -> list[QWidget]:
        """The dialogs and menus in sight, those opened first in front last."""
        tops = [widget for widget in self.app.topLevelWidgets() if widget.isVisible()]
        return [widget for widget in tops if isinstance(widget, QDialog | QMenu)]

    def _corner(self, widget: QWidget) -> QPoint:
        if isinstance(widget, QMenu):
            return self.window.mapFromGlobal(widget.pos())
        room = self.window.size() - widget.size()
        return QPoint(max(0, room.width() // 2), max(_TITLE + 1, room.height() // 3))

    def close(self) -> None:
        """Take everything down."""
        for widget in self.in_front():
            widget.close()
        self.parts.work.close()
        self.window.close()
        self.window.deleteLater()
        self.app.setStyleSheet("")
        self.settle(1)


def read_file(path: Path) -> ArticleDraft:
    """A file read as the window would, in this process."""
    return read_source(Source(path.name, path.read_bytes(), "file", "2024-11-15T09:00:00.000+00:00"))


def read_words(words: str, name: str = "words.txt", metadata: Metadata | None = None) -> ArticleDraft:
    """Invented words read like a file."""
    draft = read_source(Source(name, words.encode(), "file", "2024-11-15T09:00:00.000+00:00"))
    return replace(draft, metadata=metadata) if metadata is not None else draft
