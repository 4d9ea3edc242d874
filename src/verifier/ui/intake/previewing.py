"""The preview a controller shows of what it reads: imported and made when it is first wanted, then kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.i18n import Translator
from verifier.ui.intake.reading import Intake
from verifier.ui.look.appearance import Appearance
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.ui.intake.preview import Preview


class Previewing(QObject):
    """Makes the preview of an intake, keeps its colours those of the window, and hides it."""

    wanted = Signal()
    """What is shown there is to be used."""
    left = Signal()
    """The user gave it up."""

    def __init__(
        self,
        intake: Intake,
        settings: Settings,
        appearance: Appearance,
        translator: Translator,
        window: QWidget,
    ) -> None:
        super().__init__(intake)
        self._intake, self._settings, self._appearance = intake, settings, appearance
        self._translator, self._window = translator, window
        self.made: Preview | None = None

    @property
    def is_shown(self) -> bool:
        """Whether it is in sight."""
        return self.made is not None and self.made.isVisible()

    @property
    def is_asked_for(self) -> bool:
        """Whether it is in sight because there was something to ask, or the user wished to see it."""
        return self.made is not None and self.made.isVisible() and self.made.was_asked_for

    def preview(self) -> Preview:
        """The preview, to be shown."""
        if self.made is None:
            from verifier.ui.intake.preview import Preview

            theme, window = self._appearance.theme, self._window
            self.made = Preview(self._intake, self._settings, theme, self._translator, window)
            self._appearance.themed.connect(self.made.set_theme)
            self.made.wanted.connect(self.wanted)
            self.made.left.connect(self.left)
        return self.made

    def hide(self) -> None:
        """Have it in sight no longer."""
        if self.made is not None and self.is_shown:
            self.made.hide()
