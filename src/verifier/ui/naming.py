"""Names for those who listen, where Qt's own do not arrive."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel


def name_chooser(box: QComboBox, name: str) -> None:
    """Give a chooser a name. Under X and Wayland Qt gives out its value in place of its name, and only a label that
    stands for it tells what is chosen: a hidden one beside it does, where there is no other.
    """
    box.setAccessibleName(name)
    label = QLabel(box.parentWidget())
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(name.replace("&", "&&"))
    label.setBuddy(box)
    label.hide()
