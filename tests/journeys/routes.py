"""Routes: the ways one comes to an action. A journey names actions, and walks by whichever route it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tests.journeys.hands import Hands

from verifier.ui.actions import ACTIONS, MENUS, ActionSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from verifier.ui.assembly import Assembled

SPECS: dict[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}


class Route(Protocol):
    """A way to actions."""

    def do(self, action: str) -> None:
        """Do an action, known by its id."""
        ...


class ByKey:
    """The first key of the action; how hands write it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def do(self, action: str) -> None:
        self._hands.press(key_of(action))


def key_of(action: str) -> str:
    """The first key of an action as hands write it: "ctrl+o", "j", "Return"."""
    *held, key = SPECS[action].keys[0].split("+")
    names = {"Del": "Delete", "Enter": "KP_Enter"}
    bare = key.lower() if len(key) == 1 else names.get(key, key)
    return "+".join([*(one.lower() for one in held), bare])


class _Inside:
    """A route that looks at the window it is in. Where it does not lead to an action, keys do."""

    def __init__(self, hands: Hands, parts: Assembled) -> None:
        self._hands, self._parts = hands, parts
        self._keys = ByKey(hands)
        self.taken = 0
        """How often the route itself was taken."""

    def do(self, action: str) -> None:
        assert self._parts.actions.actions[action].isEnabled(), f"{action} cannot be done now"
        if self._leads_to(SPECS[action]):
            self.taken += 1
            self._go(SPECS[action])
        else:
            self._keys.do(action)

    def _leads_to(self, spec: ActionSpec) -> bool:
        return True

    def _go(self, spec: ActionSpec) -> None:
        raise NotImplementedError

    def _pick(self, menu: QMenu | None, spec: ActionSpec) -> None:
        """Walk down an open menu to an action, and take it."""
        assert menu is not None, "no menu came"
        wanted = self._parts.actions.actions[spec.id]
        for _ in range(len(menu.actions()) + 1):
            if menu.activeAction() is wanted:
                self._hands.press("Return")
                return
            self._hands.press("Down")
        raise AssertionError(f"{spec.id} is not in the menu")


class ByMenu(_Inside):
    """The menu bar, opened and walked with the keyboard."""

    def _go(self, spec: ActionSpec) -> None:
        title = MENUS[spec.menu]
        letter = title[title.index("&") + 1].lower()
        self._hands.press(f"alt+{letter}")
        self._pick(open_menu(), spec)


class ByContextMenu(_Inside):
    """The menu of the text, asked for with the keyboard."""

    def _leads_to(self, spec: ActionSpec) -> bool:
        return spec.context and self._parts.place.text_has_focus()

    def _go(self, spec: ActionSpec) -> None:
        from PySide6.QtGui import QContextMenuEvent
        from PySide6.QtWidgets import QApplication

        text = QApplication.focusWidget()
        assert text is not None
        middle = text.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, text.mapToGlobal(middle))
        QApplication.sendEvent(text, event)
        self._pick(open_menu(), spec)


class ByPalette(_Inside):
    """Ctrl+K, the name typed, Enter."""

    def _leads_to(self, spec: ActionSpec) -> bool:
        return spec.id != "help.palette"

    def _go(self, spec: ActionSpec) -> None:
        from verifier.ui.dialogs.palette import Palette

        self._keys.do("help.palette")
        palette = next(one for one in self._parts.window.findChildren(Palette) if one.isVisible())
        self._hands.type(spec.text)
        for _ in palette.shown():
            if palette.current() == spec.id:
                self._hands.press("Return")
                return
            self._hands.press("Down")
        raise AssertionError(f"{spec.text!r} does not lead to {spec.id}")


class ByToolbar(_Inside):
    """The button on the toolbar, clicked."""

    def _leads_to(self, spec: ActionSpec) -> bool:
        return bool(spec.tool)

    def _go(self, spec: ActionSpec) -> None:
        wanted = self._parts.actions.actions[spec.id].text()
        click(next(one for one in self._parts.window.toolbar.buttons if one.accessibleName() == wanted))


class ByInspector(_Inside):
    """What the inspector has a button or a field for."""

    def _leads_to(self, spec: ActionSpec) -> bool:
        return spec.label is not None or spec.id in ("mark.note", "mark.evidence")

    def _go(self, spec: ActionSpec) -> None:
        from PySide6.QtWidgets import QAbstractButton

        from verifier.ui.bench import Bench

        bench = self._parts.window.bench
        assert isinstance(bench, Bench)
        inspector = bench.inspector
        if spec.label is not None:
            inspector.ensureWidgetVisible(inspector.labels)
            click(inspector.labels.buttons[spec.label])
        elif spec.id == "mark.note":
            inspector.ensureWidgetVisible(inspector.note)
            click(inspector.note.text.viewport())
        else:
            inspector.ensureWidgetVisible(inspector.evidence)
            buttons = inspector.evidence.findChildren(QAbstractButton)
            click(next(one for one in buttons if one.text().startswith("Add")))


ROUTES = {
    "menu": ByMenu, "context menu": ByContextMenu, "palette": ByPalette, "toolbar": ByToolbar,
    "inspector": ByInspector,
}  # fmt: skip
"""The routes inside the window, beside the keys."""


def route(name: str, hands: Hands, parts: Assembled) -> Route:
    """The route of a name; "key" is that of the keys."""
    return ByKey(hands) if name == "key" else ROUTES[name](hands, parts)


def click(widget: QWidget) -> None:
    """Press the mouse on a widget, which must be in sight."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    assert widget.isVisible(), f"{widget} is not in sight"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def open_menu() -> QMenu | None:
    """The menu that is open."""
    from PySide6.QtWidgets import QApplication, QMenu

    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None
