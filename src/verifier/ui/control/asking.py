"""Asking: the dialogs that stand beside the work; each is imported and made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.controllers import Controllers
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.ui.dialogs.preferences import PreferencesDialog

_Dialog = TypeVar("_Dialog", bound=QDialog)


class Asking(QObject):
    """Opens palette, sheet of keys and preferences when the actions ask for them; one of each at most."""

    def __init__(
        self,
        settings: Settings,
        controllers: Controllers,
        actions: ActionSet,
        translator: Translator,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings, self._controllers, self._actions = settings, controllers, actions
        self._translator, self._window = translator, window
        controllers.sight.palette_asked.connect(self._ask_action)
        controllers.sight.keys_asked.connect(self._show_keys)
        controllers.sight.preferences_asked.connect(self._show_preferences)
        controllers.sight.about_asked.connect(self._show_about)

    def _ask_action(self) -> None:
        from verifier.ui.dialogs.palette import Palette

        Palette(self._actions, self._settings, self._translator, self._window).open()

    def _show_keys(self) -> None:
        from verifier.ui.dialogs.key_sheet import KeySheet

        sheet = self._open_one(KeySheet)
        if sheet is None:
            sheet = KeySheet(self._actions, self._translator, self._window)
            sheet.change_asked.connect(self._change_keys)
            sheet.show()
        sheet.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_about(self) -> None:
        from verifier.session.preferences import config_folder, data_folder, documents_folder
        from verifier.ui.dialogs.about import About

        text = self._translator.gettext
        places = (
            (text("New cases"), documents_folder()),
            (text("Preferences"), config_folder()),
            (text("Backups and drafts"), data_folder()),
        )
        About(places, self._translator, self._window).open()

    def _show_preferences(self) -> None:
        self._preferences()

    def _change_keys(self, action_id: str) -> None:
        self._preferences().show_keys(action_id)

    def _preferences(self) -> PreferencesDialog:
        from verifier.i18n.catalogues import languages
        from verifier.ui.dialogs.preferences import PreferencesDialog

        known = self._open_one(PreferencesDialog)
        if known is not None:
            return known
        names = {"": self._translator.gettext("As the system has it"), **languages()}
        sign = self._controllers.opening.set_checker
        made = PreferencesDialog(self._settings, self._actions, names, sign, self._translator, self._window)
        made.show()
        return made

    def _open_one(self, kind: type[_Dialog]) -> _Dialog | None:
        """The dialog of this kind that is open, in front of the others; or None."""
        for dialog in self._window.findChildren(kind):
            if dialog.isVisible():
                dialog.raise_()
                dialog.activateWindow()
                return dialog
        return None
