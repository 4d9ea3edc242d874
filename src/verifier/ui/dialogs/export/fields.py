"""Fields of the export dialog: one of several keys, a file with a button, a time zone."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import available_timezones

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, QTimeZone, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from verifier.i18n import Translator
from verifier.ui.look.style import smaller, words


class Chooser(QComboBox):
    """One of several keys. Long names do not widen it."""

    def __init__(self, choices: Mapping[str, str], chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        for key, name in choices.items():
            self.addItem(name, key)
        self.choose(chosen)

    def choose(self, key: str) -> None:
        """Choose a key without saying so; the first one where there is no such."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(key)))

    @property
    def key(self) -> str:
        """The chosen key."""
        return str(self.currentData())


class Told(QLabel):
    """Quiet words beneath a field, exactly as high as they are at their width: a form gives them too much or too little
    room by itself.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("look", "quiet")
        self.setFont(smaller(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.say(text)

    def say(self, text: str) -> None:
        """Say this."""
        self.setText(text)
        self._fit()

    def _fit(self) -> None:
        if self.width() > 0:
            self.setMinimumHeight(0)  # a label is never lower than its least height: it would only ever grow
            self.setFixedHeight(max(self.heightForWidth(self.width()), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: narrower means higher."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
            QTimer.singleShot(0, self, self.updateGeometry)  # the form reckons its rows while it resizes us


class FileField(QWidget):
    """The path of a file, to be written or chosen."""

    changed = Signal()
    """The path is another."""

    def __init__(self, name: str, path: str, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        text = translator.gettext
        self.line = QLineEdit(path, self)
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.browse = QPushButton(text("Choose…"), self)
        self.browse.setAccessibleName(text("Choose: {what}").format(what=name))
        self.browse.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.line)

    def ask(self, title: str, filters: str, *, ending: str, to_save: bool) -> None:
        """Let the user choose a file; ``filters`` names its kind, ``ending`` (".docx") is what its name gets."""
        dialog = QFileDialog(self, title, self.line.text(), filters)
        mode = QFileDialog.AcceptMode
        dialog.setAcceptMode(mode.AcceptSave if to_save else mode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile if to_save else QFileDialog.FileMode.ExistingFile)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()


def zone_field(zone: str, parent: QWidget) -> tuple[QComboBox, set[str]]:
    """A field for a time zone by name, and the zones there are; this computer's where none is chosen."""
    box = QComboBox(parent)
    box.setObjectName("report-zone")
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    known = available_timezones()
    box.addItems(sorted(known))
    completer = QCompleter(sorted(known), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    here = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace").removeprefix("Etc/")
    box.setCurrentText(next((name for name in (zone, here, "UTC") if name in known), "UTC"))
    return box, known


def labelled(text: str, field: QWidget, parent: QWidget) -> QLabel:
    """The label of a field, which names it for those who hear it."""
    label = words(text, parent=parent)
    label.setWordWrap(True)
    label.setBuddy(field.focusProxy() or field)
    return label
