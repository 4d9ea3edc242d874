"""Icons of one family: line drawings on a grid of 16, kept without a colour and drawn in that of a theme's role."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from verifier.domain.kinds import Label
from verifier.resources import resource
from verifier.ui.look.theme import Theme, mixed
from verifier.ui.reading.glyphs import draw_glyph

GRID = 16
"""The side of an icon at 100 %, in pixels."""
_SIDES = (16, 24, 32, 48)
"""The sides an icon is drawn in, in physical pixels: it stays sharp at 100, 150, 200 and 300 %."""


@cache
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into a square box, sharp at every scale. Raises FileNotFoundError where there is none."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _renderer(name, colour.name()).render(painter, box)
    painter.restore()


def icon(name: str, theme: Theme, role: str = "ink") -> QIcon:
    """An icon for a menu or a button, fainter where that is disabled. Raises FileNotFoundError where there is none."""
    return _made(partial(draw_icon, name=name), theme, theme.colour(role))


def label_icon(label: Label, theme: Theme) -> QIcon:
    """A label's sign in its colour, for a menu."""
    return _made(partial(_draw_sign, label=label), theme, theme.colour(f"label.{label}.line"))


def _draw_sign(painter: QPainter, *, box: QRectF, colour: QColor, label: Label) -> None:
    inset = box.width() * 0.17
    draw_glyph(painter, box.adjusted(inset, inset, -inset, -inset), label, colour)


def _made(draw: Callable[..., None], theme: Theme, usual: QColor) -> QIcon:
    made = QIcon()
    faint = mixed(usual, theme.colour("window"), 0.55)
    for side in _SIDES:
        made.addPixmap(_pixmap(draw, side, usual), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(draw, side, faint), QIcon.Mode.Disabled)
    return made


def _pixmap(draw: Callable[..., None], side: int, colour: QColor) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, box=QRectF(0, 0, side, side), colour=colour)
    painter.end()
    return pixmap


ACTION_ICONS = {
    "case.add": "add",
    "case.paste": "paste",
    "case.web": "web",
    "case.about": "about",
    "case.reading": "sample",
    "case.question": "question",
    "case.remove": "remove",
    "case.new": "new",
    "case.open": "open",
    "case.recent": "recent",
    "case.rename": "rename",
    "case.copy": "copy",
    "case.check": "check",
    "case.report": "report",
    "report.export": "export",
    "report.preview": "preview",
    "report.print": "print",
    "edit.undo": "undo",
    "edit.redo": "redo",
    "edit.find": "find",
    "edit.checker": "checker",
    "edit.preferences": "settings",
    "go.left": "left",
    "go.right": "right",
    "go.next": "down",
    "go.previous": "up",
    "mark.note": "note",
    "mark.evidence": "evidence",
    "mark.split": "split",
    "mark.merge": "merge",
    "mark.kind": "paragraph",
    "mark.set-aside": "set-aside",
    "link.make": "link",
    "view.case": "case",
    "view.open-items": "open-items",
    "view.sentences": "sentences",
    "view.links": "link",
    "view.history": "history",
    "view.none": "columns",
    "view.filter": "filter",
    "view.close-column": "close",
    "help.palette": "palette",
    "help.keys": "keys",
    "help.about": "about",
}
"""The icon of each action that has one: those one looks for, not every one of a row of like ones."""
