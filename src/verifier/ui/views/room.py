"""Room: how high the drawer is beneath the columns. The Case view asks for more than a table; each keeps its own."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from verifier.ui.views.drawer import Drawer

_TALL = "case"
_HEAD = 50
"""Pixels the drawer's own head takes."""
_LEAST_TEXT = 170
"""Pixels; with less the columns show their headers and hardly a line."""


class Room:
    """Sets the heights in a splitter whose second part is the drawer. What the user drags is kept, tall and low.

    ``inspector`` is out of sight beneath a view that needs its height; beside the columns it is in nobody's way.
    """

    def __init__(self, splitter: QSplitter, drawer: Drawer, inspector: QWidget) -> None:
        self._splitter, self._drawer, self._inspector = splitter, drawer, inspector
        self._heights: dict[bool, int] = {}
        self._dragged: dict[bool, int] = {}
        splitter.splitterMoved.connect(self._keep_dragged)

    def show_view(self, key: str) -> None:
        """Show a view with the height it had before, or asks for; "" closes the drawer."""
        if self._drawer.isVisible() and self._drawer.shown:
            self._heights[self._drawer.shown == _TALL] = self._drawer.height()
        self._drawer.show_view(key)
        self.settle()
        if key:
            self._set_height(key)

    def heights(self) -> dict[str, int]:
        """The heights the user dragged the drawer to: in pixels, "tall" for the view that asks for more."""
        return {"tall" if tall else "low": height for tall, height in self._dragged.items()}

    def set_heights(self, heights: object) -> None:
        """Open the drawer with these heights from now on; what makes no sense is passed over."""
        for name, height in heights.items() if isinstance(heights, dict) else ():
            if type(height) is int and height > 0:
                self._heights[name == "tall"] = self._dragged[name == "tall"] = height

    def _keep_dragged(self, *_moved: int) -> None:
        if self._drawer.isVisible() and self._drawer.shown:
            self._dragged[self._drawer.shown == _TALL] = self._drawer.height()

    def settle(self) -> None:
        """Show the inspector wherever there is room for it: not beneath a view that asks for more than a table, nor
        beneath any view where the three together would not fit.
        """
        beneath = self._splitter.indexOf(self._inspector) >= 0
        least = self._drawer.minimumHeight() + self._inspector.minimumSizeHint().height() + _LEAST_TEXT
        is_low = bool(self._drawer.shown) and self._splitter.height() < least
        self._inspector.setVisible(not (beneath and (is_low or self._drawer.shown == _TALL)))

    def _set_height(self, key: str) -> None:
        sizes = self._splitter.sizes()
        both = sizes[0] + sizes[1]
        text = self._splitter.widget(0)
        least, above = self._drawer.minimumHeight(), text.minimumSizeHint().height() if text else 0
        asked = self._drawer.view(key).sizeHint().height() + _HEAD if key == _TALL else both * 2 // 5
        height = max(least, min(self._heights.get(key == _TALL, asked), both - above))
        self._splitter.setSizes([both - height, height, *sizes[2:]])
