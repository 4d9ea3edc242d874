"""Sight: what the window shows and where the keyboard is; nothing here changes the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from verifier.session.preferences import SIZES
from verifier.ui.place import Place
from verifier.ui.settings import Settings


class Sight(QObject):
    """Answers the actions that look: views, areas, colours, sizes, the palette and the keys."""

    view_asked = Signal(str)
    """A view is to be shown; "" for none."""
    note_asked = Signal()
    palette_asked = Signal()
    keys_asked = Signal()
    preferences_asked = Signal()
    about_asked = Signal()
    quit_asked = Signal()

    def __init__(self, place: Place, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place, self._settings = place, settings
        settings.changed.connect(self._follow)
        self._follow()
        self._areas: Sequence[Callable[[], QWidget]] = ()

    def set_areas(self, areas: Sequence[Callable[[], QWidget]]) -> None:
        """The areas F6 walks through, in their order."""
        self._areas = areas

    def show_view(self, key: str) -> None:
        """Show a view beneath the columns, or none."""
        self.view_asked.emit(key)

    def to_text(self) -> None:
        """Put the keyboard into the text."""
        self._place.focus_text()

    def step_inside(self) -> None:
        """Let the arrow keys move the caret inside the sentence."""
        self._place.step_inside()

    def unfold(self) -> None:
        """Show what is set aside in this article, or fold it away."""
        self._place.toggle_set_aside()

    def speak(self) -> None:
        """Have the sentence spoken once more."""
        self._place.announce()

    def close_column(self) -> None:
        """Close the column in use; its article stays in the case."""
        article = self._place.article()
        if article is not None:
            self._place.close_article(article)

    def move_column(self, direction: int) -> None:
        """Put the column in use one place to the right (1) or left (-1)."""
        self._place.move_column(direction)

    def following(self) -> bool:
        """Whether linked passages are kept level with the cursor."""
        return self._settings.all.follow

    def toggle_following(self) -> None:
        """Keep linked passages level with the cursor, or leave the other columns alone."""
        self._settings.change(follow=not self._settings.all.follow)

    def _follow(self) -> None:
        self._place.set_following(self._settings.all.follow)

    def to_note(self) -> None:
        """Put the keyboard into the note."""
        self.note_asked.emit()

    def step_area(self, direction: int) -> None:
        """Put the keyboard into the next (1) or previous (-1) area that is there."""
        areas = list(dict.fromkeys(area() for area in self._areas))
        focus = QApplication.focusWidget()
        here = next((i for i, area in enumerate(areas) if area is focus or holds(area, focus)), -1)
        for distance in range(1, len(areas) + 1):
            start = here if here >= 0 or direction > 0 else 0
            target = first_focus(areas[(start + direction * distance) % len(areas)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def resize_text(self, by: int) -> None:
        """Set the text larger or smaller by so many points."""
        smallest, largest = SIZES
        size = min(largest, max(smallest, self._settings.all.size + by))
        self._settings.change(size=size)

    def theme(self) -> str:
        """The colours chosen: "system", "light" or "dark"."""
        return self._settings.all.theme

    def choose_theme(self, name: str) -> None:
        """Use these colours: "system", "light" or "dark"."""
        self._settings.change(theme=name)

    def ask_action(self) -> None:
        """Let the user name an action."""
        self.palette_asked.emit()

    def show_keys(self) -> None:
        """Show all keys."""
        self.keys_asked.emit()

    def show_preferences(self) -> None:
        """Show what can be set."""
        self.preferences_asked.emit()

    def show_about(self) -> None:
        """Say which program this is."""
        self.about_asked.emit()

    def quit(self) -> None:
        """Close the window."""
        self.quit_asked.emit()


def holds(area: QWidget, widget: QWidget | None) -> bool:
    """Whether a widget is inside an area."""
    return widget is not None and area.isAncestorOf(widget)


def first_focus(area: QWidget) -> QWidget | None:
    """The first widget of an area that takes the keyboard, or None where the area is hidden or has none."""
    if not area.isVisible():
        return None
    for widget in (area, *area.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            return widget
    return None
