"""Dialogs no larger than the screen: at 200 % a small one has little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

EDGE = 48
"""Pixels left for the frame a window manager puts around a dialog, and for what lies at the screen's edges."""

_SHARE = 0.93
"""How much of its window a dialog takes in that stands before it."""


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size in pixels, or as much of it as its screen has room for."""
    room = dialog.screen().availableSize() - QSize(EDGE, EDGE)
    dialog.resize(QSize(width, height).boundedTo(room))


def fit_before(dialog: QDialog, window: QWidget, least: QSize, most: QSize) -> None:
    """Give a dialog nearly the size of the window it stands before: what is read in it wants room. It gets no less than
    ``least`` and no more than ``most``, both in pixels, and never more than its screen has room for.
    """
    wanted = (window.window().size() * _SHARE).expandedTo(least).boundedTo(most)
    fit(dialog, wanted.width(), wanted.height())
