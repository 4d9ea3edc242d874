"""The style of the window's own parts, on top of the theme's: sizes and roles, never a colour by value."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from verifier.domain.kinds import Label
from verifier.resources import resource
from verifier.ui.look.theme import Theme

_SHEET = """
QWidget#side, QWidget#inspector, QWidget#status, QWidget#toolbar, QWidget#view, QScrollArea#inspectorScroll,
QWidget#inspectorBody, QDialog QScrollArea, QDialog QScrollArea > QWidget > QWidget {{ background: {window}; }}
QLabel[look="quiet"] {{ color: {quiet}; }}
QLabel[look="foreign"] {{ color: {ink}; }}
QLabel[look="heading"] {{ color: {quiet}; font-weight: 600; }}
QLabel[look="title"] {{ color: {ink}; font-weight: 600; }}
QLabel[look="key"] {{ color: {quiet}; border: 1px solid {hairline}; border-radius: 3px; padding: 0px 4px; }}
QLabel[look="address"] {{ color: {accent}; font-weight: 600; }}
QLabel[look="doubt"] {{ background: {unconfirmed}; color: {ink}; border-radius: 4px; padding: 3px 7px; }}
QLabel[look="grave"] {{ background: {disputed}; color: {ink}; border-radius: 4px; padding: 3px 7px;
  font-weight: 600; }}
QLabel[look="settled"] {{ color: {verified}; font-size: 26pt; }}
QLabel[look="italic"] {{ color: {quiet}; font-style: italic; }}
QWidget#message {{ background: {selected}; border: 1px solid {quiet}; border-radius: 6px; }}
QWidget#message[problem="true"] {{ background: {disputed}; border: 1px solid {grave}; }}
QWidget#toolbar {{ border-bottom: 1px solid {hairline}; }}
QWidget#notice {{ background: {selected}; border-bottom: 1px solid {hairline}; }}
QWidget#notice QLabel {{ color: {ink}; }}
QToolButton[look="task"] {{ border: 1px solid transparent; border-radius: 4px; padding: 2px 6px 2px 24px; color: {ink};
  background: transparent; }}
QToolButton[look="task"]:hover {{ background: {paper}; }}
QToolButton[look="task"]:focus {{ border: 1px solid {accent}; }}
QWidget#find {{ background: {window}; border-bottom: 1px solid {hairline}; }}
QWidget#find QListView {{ background: {window}; }}
QWidget#status {{ border-top: 1px solid {hairline}; }}
QWidget#view {{ border-top: 1px solid {hairline}; }}
QToolButton[look="chip"] {{ border: 1px solid {hairline}; border-radius: 9px; padding: 1px 7px; color: {quiet};
  background: transparent; }}
QToolButton[look="chip"]:checked {{ border: 1px solid {ink}; color: {ink}; background: {paper}; }}
QToolButton[look="chip"]:hover {{ background: {selected}; }}
QToolButton[look="chip"]:focus {{ border: 1px solid {accent}; }}
QToolButton[look="chip"]::menu-indicator {{ image: none; }}
QToolButton[look="chip"][opens="true"] {{ padding-right: 20px; }}
QToolButton[look="chip"][opens="true"]::menu-indicator {{ image: url("{arrow}"); width: 9px; height: 9px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }}
QToolButton[look="chip"]:disabled {{ color: {quiet}; }}
QToolButton[look="link"] {{ border: none; color: {accent}; padding: 1px 2px; background: transparent; }}
QToolButton[look="link"]:hover, QToolButton[look="link"]:focus {{ text-decoration: underline; }}
QToolButton[look="faint"] {{ border: 1px solid transparent; color: {quiet}; padding: 1px 2px;
  background: transparent; }}
QToolButton[look="faint"]:hover {{ color: {ink}; }}
QToolButton[look="faint"]:focus {{ border: 1px solid {accent}; border-radius: 4px; color: {ink}; }}
QPushButton[look="quiet"] {{ border: none; background: transparent; text-align: left; padding: 3px 8px; }}
QPushButton[look="quiet"]:hover {{ background: {selected}; border-radius: 4px; }}
QPushButton[look="quiet"]:focus {{ outline: none; border: 1px solid {accent}; border-radius: 4px; padding: 2px 7px; }}
QPushButton[look="quiet"]:checked {{ background: {selected}; border-radius: 4px; }}
QFrame[look="divider"] {{ background: {hairline}; border: none; }}
QMenu::indicator {{ width: 16px; height: 16px; left: 8px; }}
QMenu::indicator:checked {{ image: url("{tick}"); }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 9px; height: 9px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; subcontrol-origin: border; }}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: 9px; height: 9px; }}
QSpinBox::down-arrow {{ image: url("{arrow}"); width: 9px; height: 9px; }}
QCheckBox::indicator {{ width: 13px; height: 13px; border: 1px solid {quiet}; border-radius: 3px;
  background: {paper}; }}
QCheckBox::indicator:checked {{ border: 1px solid {accent}; background: {accent}; image: url("{check}"); }}
QCheckBox::indicator:focus, QCheckBox::indicator:hover {{ border: 1px solid {accent}; }}
QLineEdit[look="cell"], QPlainTextEdit[look="cell"] {{ background: transparent; border: 1px solid transparent;
  padding: 4px 7px; }}
QLineEdit[look="cell"]:hover, QPlainTextEdit[look="cell"]:hover {{ border: 1px solid {hairline}; }}
QLineEdit[look="cell"]:focus, QPlainTextEdit[look="cell"]:focus {{ background: {paper}; border: 1px solid {accent}; }}
QScrollArea#caseView, QScrollArea#caseView > QWidget > QWidget {{ background: {window}; }}
QListWidget#known {{ border: 1px solid {hairline}; border-radius: 5px; padding: 3px; outline: none; }}
QListWidget#known::item {{ padding: 3px 4px; }}
QListWidget#known:focus {{ border: 1px solid {accent}; }}
QFrame#overlay {{ background: {paper}; border: 1px solid {accent}; border-radius: 6px; }}
"""


def window_style(theme: Theme) -> str:
    """The style sheet of the window's own parts."""
    roles = ("window", "paper", "hairline", "ink", "quiet", "accent", "selected")
    arrow, up, check, tick = (
        resource("icons", f"{name}-{theme.name}.svg").as_posix() for name in ("down", "up", "check", "tick")
    )
    named = {role: theme.colour(role).name() for role in roles}
    return _SHEET.format(
        **named,
        disputed=theme.colour("label.disputed.fill").name(),
        grave=theme.colour("label.disputed.line").name(),
        verified=theme.colour("label.verified.line").name(),
        unconfirmed=theme.colour("label.unconfirmed.fill").name(),
        arrow=arrow,
        up=up,
        check=check,
        tick=tick,
    )


def label_line(theme: Theme, label: Label | str | None) -> str:
    """The role name's colour of a label's line, as a style sheet writes it."""
    known = str(label) if label and str(label) != "mixed" else "unchecked"
    return theme.colour(f"label.{known}.line").name()


def words(text: str = "", look: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that shows plain text and never interprets it: article words may hold anything."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("look", look)
    if look in ("heading", "quiet", "italic", "key"):
        label.setFont(smaller(label.font()))
    return label


def smaller(font: QFont, by: float = 0.9) -> QFont:
    """The same face, a little smaller."""
    copy = QFont(font)
    if copy.pointSizeF() > 0:
        copy.setPointSizeF(copy.pointSizeF() * by)
    return copy
