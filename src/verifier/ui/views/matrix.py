"""The claim matrix: a row for each claim, a column for each article, and in each cell what the article says of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from verifier.compare.statements import sentences_of_one_statement
from verifier.domain.articles import Article, Passage
from verifier.domain.claims import CellKind, ClaimRow, SentencePairs, claims_of
from verifier.domain.comparing import Comparison
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.claims import Claiming
from verifier.ui.control.comparing import Comparing
from verifier.ui.control.linking import sentence_at_end
from verifier.ui.desk import Desk
from verifier.ui.phrases import address
from verifier.ui.place import Place
from verifier.ui.views.filtered import FilteredView
from verifier.ui.views.filters import Choice
from verifier.ui.views.headings import Heading, TableColumns
from verifier.ui.views.matrix_words import MatrixWords, worded
from verifier.ui.views.places import Index, PlacesModel

_LEAST = 30
"""Characters of a claim there is always room for; then the table scrolls."""

_WIDEST = 60
"""Characters of a cell that are shown whole: how grave a difference is stands at its end."""

Spot = tuple[int, int]
"""Row and column."""


class MatrixModel(PlacesModel):
    """Claims as rows; the wording in the first column can be written in place."""

    def __init__(self, headings: Sequence[Heading], view: Matrix) -> None:
        super().__init__(headings, view)
        self._view = view

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: the wording of a case that can be changed is written in place."""
        flags = super().flags(index)
        return (
            flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 and self._view.is_writable() else flags
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the words of a cell; to write in, the wording alone."""
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return self.entries[index.row()].wording
        if role == Qt.ItemDataRole.ForegroundRole and index.isValid():
            return self._view.quiet_colour(self.entries[index.row()], index.column() - 1)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: the wording was written."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self._view.put_wording(self.entries[index.row()], str(value))
        return True


class Matrix(FilteredView):
    """Every claim with what each article says of it. A cell leads to its place; one that is not compared can be set to
    "looked, not there" and back.
    """

    def __init__(
        self,
        claiming: Claiming,
        comparing: Comparing,
        desk: Desk,
        place: Place,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._claiming, self._comparing = claiming, comparing
        self._words = MatrixWords(desk, translator)
        self._compared: Comparison | None = None
        self._pairs: SentencePairs = frozenset()
        self._letters: tuple[str, ...] = ()
        self._spots: dict[str, list[Spot]] | None = None
        super().__init__(desk, place, actions, translator, parent)
        claiming.chosen = self.chosen
        claiming.edit_chosen = self.edit_chosen
        comparing.compared.connect(self._look_again)

    def _build(self, actions: ActionSet) -> None:
        super()._build(actions)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        selection = self.table.selectionModel()
        selection.currentRowChanged.disconnect()
        selection.currentChanged.connect(lambda now, _before: self._show(now))
        self.table.doubleClicked.connect(self._edit)
        self.table.viewport().installEventFilter(self)

    def _make_model(self) -> PlacesModel:
        return MatrixModel(self.headings(), self)

    # -- rows and columns ------------------------------------------------------------------------------------------

    def headings(self) -> Sequence[Heading]:
        """The claim, each article, and whether all that bears it out goes back to one origin."""
        text = self._translator.gettext
        return (
            Heading(text("Claim"), self._words.claim, wide=True),
            *(
                Heading(one.letter, self._words.shower(place), most=_WIDEST)
                for place, one in enumerate(self._articles())
            ),
            Heading(text("One origin"), self._words.origin),
        )

    def choices(self) -> Sequence[Choice]:
        """What some article says, severity, wording, origin."""
        text = self._translator.gettext
        return (
            Choice("cell", text("Cell"), self._words.kinds, lambda row: {cell.kind for cell in row.cells}),
            Choice(
                "severity", text("Difference"), self._words.severities, lambda row: (row.severity or "none",)
            ),
            Choice("wording", text("Wording"), self._words.wordings, lambda row: (worded(row),)),
            Choice("origin", text("One origin"), self._words.origins, lambda row: (row.one_origin or "",)),
        )

    def all_entries(self) -> Sequence[ClaimRow]:
        """All claims, the gravest first."""
        found = claims_of(self._desk.need.rows, self._one_statement())
        self._by_key = {row.key: row for row in found}
        return found

    def _one_statement(self) -> SentencePairs:
        """The sentences that stand in one quotation, worked out once for what comparing found last."""
        found = self._comparing.found
        if self._compared is not found:
            self._compared = found
            self._pairs = sentences_of_one_statement(self._comparing.accounts, found.matches)
        return self._pairs

    def _look_again(self) -> None:
        """Articles were compared: show it where that tells of a claim that it goes back to one statement, or not."""
        if self._desk.workbench is None or self._all is None or self.all_entries() == self._all:
            return
        self._all = None
        if self.isVisible():
            self.refresh()
        else:
            self._is_aged = True

    def entry_of(self, key: str) -> ClaimRow | None:
        """The claim of this key."""
        return self._by_key.get(key)

    def key_of(self, entry: ClaimRow) -> str:
        """The id of the claim, or of the first passage of a group."""
        return entry.key

    def written(self, entry: ClaimRow) -> str:
        """The wording, and the addresses and words of all passages."""
        case = self._desk.need
        places = (
            f"{address(case.rows, one)} {case.words(case.rows.need(Passage, one))}" for one in entry.passages
        )
        return " ".join([entry.wording, *places])

    def touched(self, change: Change) -> Collection[str] | None:
        """Whatever ties, claims, evidence or looking changed may change every row; notes and labels change none."""
        tied = change.links or change.claims or change.absences or change.evidence
        return None if tied or change.articles else ()

    def sentence_of(self, entry: ClaimRow) -> str | None:
        """The sentence of the first passage."""
        return sentence_at_end(self._desk.need.rows, entry.passages[0])

    def nothing(self) -> str:
        """No claim yet."""
        text = self._translator.gettext(
            "No claims yet: link what speaks of the same ({link}), or word a claim at a sentence ({word})."
        )
        link, word = (" · ".join(self._actions.shown_keys(name)) for name in ("link.make", "claim.word"))
        return text.format(link=link, word=word)

    def _articles(self) -> tuple[Article, ...]:
        workbench = self._desk.workbench
        return workbench.rows.articles() if workbench else ()

    def refresh(self) -> None:
        """Show the claims there are now, a column for each article; the cell that was chosen stays so."""
        now = self.table.currentIndex()
        row, column = self._row_at(now), now.column()
        letters = tuple(one.letter for one in self._articles())
        if letters != self._letters:
            self._letters = letters
            self.model.set_headings(self.headings())
            self._columns = TableColumns(self.table, self.headings())
        super().refresh()
        self._spots = None
        origin = any(one.one_origin for one in self.model.entries)
        self.show_column(len(self._letters) + 1, origin)
        self._make_claims_readable()
        if row is not None and self.model.entries:
            self._come_back(row, column)

    def _come_back(self, before: ClaimRow, column: int) -> None:
        """Choose the cell that was chosen, wherever its row is now."""
        numbers = self._row_numbers()
        row = numbers.get(before.key)
        if row is None:
            row = next((at for key in before.passages for at, _ in self._spots_of(key)), None)
        if row is not None:
            self._choose_quietly(row, column)

    def _make_claims_readable(self) -> None:
        """Give the claims the room that is left, and never less than some words: then the table scrolls."""
        header = self.table.horizontalHeader()
        least = self.table.fontMetrics().averageCharWidth() * _LEAST
        others = sum(header.sectionSize(number) for number in range(1, header.count()))
        narrow = self.table.viewport().width() - others < least
        mode = QHeaderView.ResizeMode.Interactive if narrow else QHeaderView.ResizeMode.Stretch
        header.setSectionResizeMode(0, mode)
        if narrow:
            header.resizeSection(0, least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: other room for the claims, once the table itself has it."""
        if event.type() is QEvent.Type.Resize and watched is self.table.viewport():
            self._make_claims_readable()
        return super().eventFilter(watched, event)

    # -- the cell that is chosen -----------------------------------------------------------------------------------

    def chosen(self) -> tuple[ClaimRow, str] | None:
        """The row and the article of the cell that has the keyboard, or None."""
        index = self.table.currentIndex()
        row = self._row_at(index)
        place = index.column() - 1
        if row is None or not self.table.hasFocus() or not 0 <= place < len(row.cells):
            return None
        return row, row.cells[place].article_id

    def edit_chosen(self) -> bool:
        """Begin to write the wording of the row that has the keyboard; False where none has."""
        index = self.table.currentIndex()
        if not self.table.hasFocus() or not index.isValid():
            return False
        self.table.edit(index.siblingAtColumn(0))
        return True

    def is_writable(self) -> bool:
        """Whether wordings can be written."""
        workbench = self._desk.workbench
        return workbench is not None and not workbench.read_only

    def quiet_colour(self, row: ClaimRow, place: int) -> QBrush | None:
        """The colour of a cell that is not compared, so that one sees at a glance what is said; None for others."""
        if not 0 <= place < len(row.cells) or row.cells[place].kind is not CellKind.NOT_COMPARED:
            return None
        return self.palette().brush(QPalette.ColorRole.PlaceholderText)

    def put_wording(self, row: ClaimRow, wording: str) -> None:
        """Take over what was written in place."""
        self._claiming.put_wording(row, wording)

    def _edit(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.table.edit(index)

    def _go(self, index: QModelIndex) -> None:
        """Go to the place of a cell; the wording is written where it stands."""
        if index.column() != 0:
            super()._go(index)

    def _row_at(self, index: QModelIndex) -> ClaimRow | None:
        row = self.sorted.mapToSource(index).row() if index.isValid() else -1
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def _sentence_at(self, index: QModelIndex) -> str | None:
        row = self._row_at(index)
        if row is None:
            return None
        place = index.column() - 1
        passages = row.cells[place].passages if 0 <= place < len(row.cells) else ()
        return sentence_at_end(self._desk.need.rows, (passages or row.passages)[0])

    # -- following the cursor --------------------------------------------------------------------------------------

    def _begin(self) -> None:
        spots = self._spots_at(self._place.sentence() or "")
        if self.model.entries:
            self._choose_quietly(*(spots[0] if spots else (0, 0)))

    def _keep_up(self, _article_id: str, sentence_id: str) -> None:
        if not self.isVisible() or self._sentence_at(self.table.currentIndex()) == sentence_id:
            return
        spots = self._spots_at(sentence_id)
        if not spots:
            self.table.clearSelection()
            return
        now = self.table.currentIndex().row()
        self._choose_quietly(*min(spots, key=lambda spot: abs(spot[0] - now)))

    def _select(self, row: int) -> None:
        self._choose_quietly(row, max(0, self.table.currentIndex().column()))

    def _enter(self) -> None:
        if self.model.entries:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.table.selectionModel().hasSelection():
                self.table.setCurrentIndex(self.sorted.index(0, 0))

    def _row_of(self, sentence_id: str) -> int | None:
        spots = self._spots_at(sentence_id)
        return spots[0][0] if spots else None

    def _choose_quietly(self, row: int, column: int) -> None:
        """Make a cell the current one without going anywhere."""
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        index = self.sorted.index(row, min(column, self.model.columnCount() - 1))
        self.table.setCurrentIndex(index)
        selection.blockSignals(False)
        self.table.scrollTo(index)
        self.table.viewport().update()

    def _spots_at(self, sentence_id: str) -> list[Spot]:
        """The cells that lead to a sentence, by the passages on it."""
        return self._all_spots().get(sentence_id, [])

    def _spots_of(self, passage_id: str) -> list[Spot]:
        return self._spots_at(sentence_at_end(self._desk.need.rows, passage_id) or "")

    def _all_spots(self) -> dict[str, list[Spot]]:
        if self._spots is None:
            rows, self._spots = self._desk.need.rows, {}
            for number, row in enumerate(self.model.entries):
                for column, cell in enumerate(row.cells, 1):
                    for passage in cell.passages:
                        key = sentence_at_end(rows, passage) or ""
                        self._spots.setdefault(key, []).append((number, column))
        return self._spots
