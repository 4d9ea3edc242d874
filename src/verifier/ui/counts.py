"""How many rows the views of what comparing found have, and the claim matrix."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from verifier.domain.steps import Change
from verifier.ui.comparing import Comparing
from verifier.ui.desk import Desk
from verifier.ui.suggesting import Suggesting


class FoundCounts(QObject):
    """Counts anew when something else was found, linked or claimed. Hints that wait for labels are not counted."""

    counted = Signal()

    def __init__(
        self, comparing: Comparing, suggesting: Suggesting, desk: Desk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._comparing, self._suggesting, self._desk = comparing, suggesting, desk
        self.of: dict[str, int] = {}
        """Rows by the key of the view."""
        comparing.compared.connect(self._count)
        desk.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        if change.links or change.claims or change.articles:
            self._count()

    def _count(self) -> None:
        from verifier.domain.claims import claims_of

        workbench, found = self._desk.workbench, self._comparing.found
        hints = not self._suggesting.is_blind_first
        self.of = {
            "matrix": len(claims_of(workbench.rows)) if workbench is not None else 0,
            "quotations": sum(len(one) for _, one in found.quotations) if hints else 0,
            "only-here": len(found.alone) if hints else 0,
        }
        self.counted.emit()
