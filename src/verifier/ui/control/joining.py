"""Passages that join a claim and leave one, in the text and in the claim matrix. Each is one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Passage
from verifier.domain.claims import ClaimRow, claims_of, is_quoted
from verifier.i18n import Translator
from verifier.ui.desk import Desk, Offer
from verifier.ui.keys.keymap import shown_key
from verifier.ui.phrases import address, isolated, shortened
from verifier.ui.place import Place
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.domain.steps import Change
    from verifier.ui.dialogs.chooser import Entry

_WORDS = 60
"""So many code points of a claim are shown."""

Cell = tuple[ClaimRow, str]
"""A row of the claim matrix and the id of the article whose cell it is."""


class Joining(QObject):
    """Asks which claim the passages at the user's place join, and takes them out of one."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        settings: Settings,
        translator: Translator,
        window: QWidget,
        passages_at: Callable[[Sequence[str]], list[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._place, self._translator, self._window = desk, place, translator, window
        self._settings, self._passages_at = settings, passages_at

    def join(self, cell: Cell | None) -> None:
        """Ask for the claim that what stands in a cell, or else at the user's place, is to join."""
        targets = self._in_cell(cell) or self._place.targets()
        targets = targets or [one for one in (self._place.subject(),) if one]
        if not targets:
            return
        held = set(self._passages_at(targets))
        others = {row.key: row for row in self._nearest_first() if not held.issubset(row.passages)}
        where = self._told(targets)
        text = self._translator.gettext
        if not others:
            said = text(
                "There is no other claim {where} could join: word one ({key}) at the sentence that makes it."
            )
            key = shown_key(self._settings.all.keys, "claim.word", self._translator)
            self._desk.say(said.format(where=where, key=key), passing=True)
            return
        entries = [self._entry(row) for row in others.values()]
        title = text("Which claim does {where} join?").format(where=where)
        self._choose(title, entries, lambda key: self._take_in(others[key], targets))

    def leave(self, cell: Cell | None) -> None:
        """Take what stands in a cell, or else at the user's place, out of its claim; of several, ask which."""
        inside = self._in_cell(cell)
        if cell is None:
            inside = self._passages_at([one for one in (self._place.subject(),) if one])
        if not inside:
            return
        if len(inside) > 1:
            title = self._translator.gettext("Which passage leaves the claim?")
            self._choose(
                title, [self._passage_entry(key) for key in inside], lambda key: self._leave(cell, key)
            )
        else:
            self._leave(cell, inside[0])

    def _leave(self, cell: Cell | None, passage_id: str) -> None:
        text = self._translator.gettext
        row = cell[0] if cell else self._row_with(passage_id)
        where = self._told([passage_id])
        if row is None:
            self._desk.say(text("{where} is in no claim.").format(where=where), passing=True)
            return
        claim = row.claim
        if claim is None:
            said = text("{where} is not in a claim anybody made: links alone tie it to the others.")
            self._desk.say(said.format(where=where), passing=True)
            return
        change = self._desk.do(lambda workbench: workbench.leave_claim(claim.id, passage_id))
        self._tell(change, text("{where} was taken out of the claim {claim}."), where, row)

    def _take_in(self, row: ClaimRow, targets: list[str]) -> None:
        """Take places into a claim; a group nobody has named becomes a claim by it."""
        claim, where = row.claim, self._told(targets)
        if claim is None:
            change = self._desk.do(lambda workbench: workbench.make_claim([*row.passages, *targets]))
        else:
            change = self._desk.do(lambda workbench: workbench.join_claim(claim.id, targets))
        self._tell(change, self._translator.gettext("{where} was taken into the claim {claim}."), where, row)

    def _tell(self, change: Change | None, said: str, where: str, row: ClaimRow) -> None:
        if change:
            undo = Offer(
                self._translator.gettext("Undo"),
                lambda: self._desk.do(lambda workbench: workbench.undo()),
            )
            self._desk.say(said.format(where=where, claim=self._words(row)), undo, passing=True)

    # -- what there is to choose from ------------------------------------------------------------------------------

    def _choose(self, title: str, entries: Sequence[Entry], call: Callable[[str], None]) -> None:
        from verifier.ui.dialogs.chooser import Chooser

        hint = self._translator.gettext("type to find  ·  ↑ ↓ choose  ·  Enter takes it  ·  Esc closes")
        dialog = Chooser(title, hint, self._window)
        dialog.setObjectName("claim-chooser")
        dialog.fill(entries)
        dialog.taken.connect(call)
        dialog.open()

    def _nearest_first(self) -> list[ClaimRow]:
        """The claims and groups of linked passages, those of the other end first, then as the matrix has them."""
        near = set(self._passages_at([one for one in (self._place.other_end(),) if one]))
        return sorted(claims_of(self._desk.need.rows), key=lambda row: near.isdisjoint(row.passages))

    def _entry(self, row: ClaimRow) -> Entry:
        from verifier.ui.dialogs.chooser import Entry

        words = " ".join(self._desk.need.words(self._passage(key)) for key in row.passages)
        return Entry(row.key, self._words(row), beside=self._told(row.passages), found_by=words)

    def _passage_entry(self, passage_id: str) -> Entry:
        from verifier.ui.dialogs.chooser import Entry

        words = shortened(self._desk.need.words(self._passage(passage_id)), _WORDS)
        return Entry(passage_id, address(self._desk.need.rows, passage_id), beside=isolated(words))

    def _words(self, row: ClaimRow) -> str:
        """The short wording, else the first words of what is said, in quotation marks."""
        if row.wording:
            return isolated(shortened(row.wording, _WORDS))
        words = shortened(self._desk.need.words(self._passage(row.passages[0])), _WORDS)
        quoted = words if is_quoted(words) else self._translator.gettext("“{words}”").format(words=words)
        return isolated(quoted)

    # -- places ----------------------------------------------------------------------------------------------------

    def _in_cell(self, cell: Cell | None) -> list[str]:
        if cell is None:
            return []
        row, article_id = cell
        return [key for one in row.cells if one.article_id == article_id for key in one.passages]

    def _row_with(self, passage_id: str) -> ClaimRow | None:
        """The claim a passage is in, one that somebody made before linked passages alone."""
        rows = [row for row in claims_of(self._desk.need.rows) if passage_id in row.passages]
        return min(rows, key=lambda row: row.claim is None, default=None)

    def _told(self, span_ids: Sequence[str]) -> str:
        return ", ".join(address(self._desk.need.rows, one) for one in span_ids)

    def _passage(self, passage_id: str) -> Passage:
        return self._desk.need.rows.need(Passage, passage_id)
