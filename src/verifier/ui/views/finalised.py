"""What the Case view says of final reports: the last version, who froze it and when, and the hash of its file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.domain.reportversions import ReportVersion
from verifier.i18n import Translator
from verifier.ui.desk import Desk
from verifier.ui.look.style import words
from verifier.ui.phrases import day_and_time, isolated


class LastFinal(QWidget):
    """The last final report of the case that lies on the desk. Its words can be selected, to compare a hash."""

    def __init__(self, desk: Desk, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._translator = desk, translator
        self.title = words(translator.gettext("Final report"), "title", parent=self)
        self.told = words(wrap=True, parent=self)
        self.told.setObjectName("last-final")
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.told)

    def refresh(self) -> None:
        """Say what the case says now."""
        case = self._desk.workbench
        versions = case.report_versions() if case else ()
        text = self._translator.gettext
        nothing = text("none yet: the report can be finalised when it is written")
        self.told.setText("\n".join(self._lines(versions[-1])) if versions else nothing)
        self.told.setProperty("look", "" if versions else "quiet")
        self.told.style().polish(self.told)

    def _lines(self, version: ReportVersion) -> list[str]:
        text = self._translator.gettext
        told = text("Version {number}, {time}, {checker}").format(
            number=version.number, time=day_and_time(version.time), checker=isolated(version.checker)
        )
        reason = [text("Reason: {why}").format(why=isolated(version.note))] if version.note else []
        return [told, *reason, text("SHA-256 of its file: {hash}").format(hash=version.sha256)]
