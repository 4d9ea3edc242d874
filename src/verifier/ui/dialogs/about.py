"""About Verifier: what it is, which version, on what it runs, and where it keeps its things."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from verifier.i18n import Translator
from verifier.resources import resource
from verifier.ui.look.style import words

_ICON = 56
"""The side of the program's icon, in pixels."""


class About(QDialog):
    """Says what one is working with, in words that can be copied. ``places`` are names and folders."""

    def __init__(self, places: Sequence[tuple[str, Path]], translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = translator.gettext
        self.setWindowTitle(self._text("About Verifier"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addLayout(self._facts(places))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.button(QDialogButtonBox.StandardButton.Close).setText(self._text("Close"))
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _head(self) -> QHBoxLayout:
        row, lines = QHBoxLayout(), QVBoxLayout()
        sign = QLabel(self)
        drawn = QIcon(str(resource("icons", "verifier.svg")))
        sign.setPixmap(drawn.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        sign.setAccessibleName(self._text("The program’s sign"))
        name = words(f"Verifier {program_version()}", "title", parent=self)
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        name.setFont(font)
        what = self._text(
            "Two or more accounts of one event, read side by side and judged sentence by sentence."
        )
        local = self._text(
            "Everything stays on this computer; nothing is sent anywhere unless you fetch a page."
        )
        lines.addWidget(name)
        lines.addWidget(words(what, wrap=True, parent=self))
        lines.addWidget(words(local, "quiet", wrap=True, parent=self))
        row.setSpacing(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return row

    def _facts(self, places: Sequence[tuple[str, Path]]) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(14)
        runs_on = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"
        facts = [(self._text("Licence"), "MIT"), (self._text("Runs on"), runs_on)]
        for name, fact in (*facts, *((name, str(folder)) for name, folder in places)):
            shown = words(fact, wrap=True, parent=self)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(f"{name}: {fact}")
            form.addRow(words(name, "heading", parent=self), shown)
        return form


def program_version() -> str:
    """The version of the program, "" where it is not installed."""
    try:
        return version("verifier")
    except PackageNotFoundError:
        return ""
