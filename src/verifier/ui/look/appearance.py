"""Appearance: the colours and the type of the window, as the preferences say, changed while it is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from verifier.ui.look.style import window_style
from verifier.ui.look.theme import Theme, apply_theme, theme_for
from verifier.ui.settings import Settings


class Appearance(QObject):
    """Applies the theme to the application, and tells the parts that paint themselves."""

    themed = Signal(object)
    """Other colours: the ``Theme``."""
    looked = Signal(object)
    """The text is set in another way: the ``Look``."""

    def __init__(self, app: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._settings = app, settings
        self.theme: Theme = theme_for(settings.all.theme, app)
        self.look = settings.look
        self._apply()
        settings.changed.connect(self._follow)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def _apply(self) -> None:
        apply_theme(self._app, self.theme)
        self._app.setStyleSheet(self._app.styleSheet() + window_style(self.theme))

    def _follow(self, *_what: object) -> None:
        theme = theme_for(self._settings.all.theme, self._app)
        if theme != self.theme:
            self.theme = theme
            self._apply()
            self.themed.emit(theme)
        if self._settings.look != self.look:
            self.look = self._settings.look
            self.looked.emit(self.look)
