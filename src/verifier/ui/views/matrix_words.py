"""The words of the claim matrix: claims, cells, warnings, and what its rows may be chosen by."""

from __future__ import annotations

from collections.abc import Callable

from verifier.domain.articles import Passage
from verifier.domain.claims import Cell, CellKind, ClaimRow, OneOrigin, is_quoted
from verifier.domain.kinds import Severity
from verifier.i18n import Translator
from verifier.i18n.vocabulary import CELL_SIGNS, name_of
from verifier.ui.desk import Desk
from verifier.ui.phrases import address, shortened

_WORDS = 240
"""The most code points of a claim the table shows."""
_MANY = 3
"""So many addresses stand in a cell; of more, it is said how many there are."""


class MatrixWords:
    """Says in words what stands in the claim matrix of the case that is open."""

    def __init__(self, desk: Desk, translator: Translator) -> None:
        self._desk, self._translator = desk, translator

    def claim(self, row: ClaimRow) -> str:
        """The short wording, else the words of the first passage in quotation marks."""
        if row.wording:
            return shortened(row.wording, _WORDS)
        case = self._desk.need
        words = shortened(case.words(case.rows.need(Passage, row.passages[0])), _WORDS)
        return words if is_quoted(words) else self._translator.gettext("“{words}”").format(words=words)

    def shower(self, place: int) -> Callable[[ClaimRow], str]:
        """What shows the cell of the article at a place, counted from 0."""
        return lambda row: self.cell(row.cells[place])

    def cell(self, cell: Cell) -> str:
        """Sign, word, addresses, severity: "≠ contradicts B3 · hard"."""
        rows = self._desk.need.rows
        words = f"{CELL_SIGNS[cell.kind]} {name_of('cell', cell.kind, self._translator)}"
        if cell.passages:
            more = len(cell.passages) - _MANY
            places = ", ".join(address(rows, one) for one in cell.passages[:_MANY])
            words = f"{words} {places}" + (f" +{more}" if more > 0 else "")
        if cell.severity is None:
            return words
        severity = self.severity(cell.severity)
        differs = self._translator.gettext("differs, {severity}").format(severity=severity)
        return f"{words} · {severity if cell.kind is CellKind.CONTRADICTS else differs}"

    def severity(self, severity: Severity | None) -> str:
        """The word for how grave a difference is, "" for none."""
        return name_of("severity", severity, self._translator) if severity else ""

    def origin(self, row: ClaimRow) -> str:
        """The warning that all of it goes back to one origin, "" where it does not."""
        text = self._translator.gettext
        match row.one_origin:
            case OneOrigin.SAME_STATEMENT:
                return text("! the same statement")
            case OneOrigin.ONE_SOURCE:
                return text("! one source")
            case None:
                return ""

    def kinds(self) -> list[tuple[str, str]]:
        """What a cell can say, with its sign."""
        return [(one, f"{CELL_SIGNS[one]} {name_of('cell', one, self._translator)}") for one in CellKind]

    def severities(self) -> list[tuple[str, str]]:
        """How grave a difference can be, and none."""
        none = ("none", self._translator.gettext("no open difference"))
        return [*((one.value, self.severity(one)) for one in Severity), none]

    def wordings(self) -> list[tuple[str, str]]:
        """How a claim came to be."""
        text = self._translator.gettext
        return [
            ("worded", text("worded")),
            ("named", text("made by hand")),
            ("", text("linked passages alone")),
        ]

    def origins(self) -> list[tuple[str, str]]:
        """The kinds of one origin."""
        text = self._translator.gettext
        return [
            (OneOrigin.SAME_STATEMENT.value, text("the same statement")),
            (OneOrigin.ONE_SOURCE.value, text("one source")),
        ]


def worded(row: ClaimRow) -> str:
    """How a claim came to be, as a key of ``MatrixWords.wordings``."""
    return "" if row.claim is None else "worded" if row.wording else "named"
