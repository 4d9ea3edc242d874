"""Colours by role, read from the theme files, and the palette and style sheet made from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from verifier.resources import resource
from verifier.ui.look.style_sheet import STYLE_SHEET


@dataclass(frozen=True, slots=True)
class Theme:
    """A named set of colours. ``colours`` maps a role ("label.disputed.fill") to "#rrggbb"."""

    name: str
    dark: bool
    colours: Mapping[str, str]

    def colour(self, role: str) -> QColor:
        """The colour of a role. Raises KeyError where the theme has no such role."""
        return QColor(self.colours[role])


def load_theme(name: str) -> Theme:
    """The theme of this name ("light" or "dark"). Raises FileNotFoundError where there is none."""
    content = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(content["name"], content["dark"], MappingProxyType(dict(_flat(content["colours"]))))


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """The leaves of nested tables, each under its dotted path."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def theme_for(preference: str, app: QGuiApplication) -> Theme:
    """The theme the user prefers: "light", "dark", or "system" for what the desktop says."""
    if preference in ("light", "dark"):
        return load_theme(preference)
    scheme = app.styleHints().colorScheme()
    return load_theme("dark" if scheme is Qt.ColorScheme.Dark else "light")


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole application these colours; every widget repaints itself."""
    app.setStyle("Fusion")
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet_of(theme))


def palette_of(theme: Theme) -> QPalette:
    """The palette of a theme, disabled states included."""
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, theme.colour(name))
    faint = mixed(theme.colour("quiet"), theme.colour("window"), 0.45)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, theme.colour("hairline"))
    return palette


def style_sheet_of(theme: Theme) -> str:
    """The application's style sheet in the colours of a theme."""
    return re.sub(r"@([a-z-]+)", lambda role: theme.colours[role[1]], STYLE_SHEET)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two; ``share`` (0 … 1) is how much of the second there is."""
    rest = 1 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
    )


_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "window",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "paper",
    QPalette.ColorRole.ToolTipBase: "paper",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "paper",
    QPalette.ColorRole.Midlight: "window",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "hairline",
    QPalette.ColorRole.Shadow: "hairline",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}
