"""How many rows the views of what comparing found have, and the claim matrix."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from verifier.domain.comparing import AloneKind, Comparison
from verifier.domain.steps import Change
from verifier.ui.control.comparing import Comparing
from verifier.ui.control.offered import linked_sentences
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.desk import Desk


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
        self._is_blind = suggesting.is_blind_first
        comparing.compared.connect(self._count)
        suggesting.changed.connect(self._see_blind)
        desk.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        if change.links or change.claims or change.articles:
            self._count()

    def _see_blind(self) -> None:
        """Count anew where hints are to wait from now on, or no longer."""
        if self._suggesting.is_blind_first != self._is_blind:
            self._is_blind = self._suggesting.is_blind_first
            self._count()

    def _count(self) -> None:
        from verifier.domain.claims import claims_of

        workbench, found = self._desk.workbench, self._comparing.found
        hints = not self._suggesting.is_blind_first
        self.of = {
            "matrix": len(claims_of(workbench.rows)) if workbench is not None else 0,
            "quotations": _quotations(found) if hints else 0,
            "only-here": self._alone(found) if hints else 0,
        }
        self.counted.emit()

    def _alone(self, found: Comparison) -> int:
        linked = linked_sentences(self._desk.need.rows) if self._desk.workbench is not None else frozenset()
        return sum(one.kind is not AloneKind.SENTENCE or one.sentence_id not in linked for one in found.alone)


def _quotations(found: Comparison) -> int:
    """The matches, and the quotations that are in none."""
    ends = {
        (article, quotation.start)
        for one in found.matches
        for article, quotation in ((one.article_a, one.a), (one.article_b, one.b))
    }
    rest = ((article, one.start) for article, found_ in found.quotations for one in found_)
    return len(found.matches) + sum(end not in ends for end in rest)
