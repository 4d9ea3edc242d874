"""Dialogs no larger than the screen: at 200 % a small one has little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

EDGE = 48
"""Pixels left for the frame a window manager puts around a dialog, and for what lies at the screen's edges."""


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size in pixels, or as much of it as its screen has room for."""
    room = dialog.screen().availableSize() - QSize(EDGE, EDGE)
    dialog.resize(QSize(width, height).boundedTo(room))
