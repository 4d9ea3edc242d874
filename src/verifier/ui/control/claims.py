"""Claims at the place the user is at: their short wording, and that one looked in vain in another article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Article, Passage, Sentence, Version
from verifier.domain.judgements import Absence
from verifier.domain.queries import is_part
from verifier.i18n import Translator
from verifier.ui.control.joining import Joining
from verifier.ui.desk import Desk
from verifier.ui.phrases import address, shortened
from verifier.ui.place import Place
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.domain.claims import ClaimRow
    from verifier.domain.steps import Change
    from verifier.ui.dialogs.wording import WordingDialog

_WORDS = 60
"""So many code points of what was looked for are shown."""


def _new(change: Change | None) -> Iterable[str]:
    """The ids of what was looked for in vain by a step."""
    return change.absences if change else ()


class Claiming(QObject):
    """Words claims, and says what was looked for and not found. Every verb is one step."""

    finished = Signal()
    """A dialog was closed; the keyboard belongs to the text again."""

    def __init__(
        self, desk: Desk, place: Place, settings: Settings, translator: Translator, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._place, self._translator, self._window = desk, place, translator, window
        self._dialog: WordingDialog | None = None
        self.chosen: Callable[[], tuple[ClaimRow, str] | None] = lambda: None
        """The cell of the claim matrix that has the keyboard: its row and the id of its article."""
        self.edit_chosen: Callable[[], bool] = lambda: False
        """Begins to edit the wording of that row in place; False where the matrix has not the keyboard."""
        self._joining = Joining(desk, place, settings, translator, window, self._passages, self)
        desk.leaving.connect(self._put_away)

    # -- wording ---------------------------------------------------------------------------------------------------

    def word(self) -> None:
        """Word the claim in whose row or at whose place the user is."""
        if self.edit_chosen():
            return
        targets = self._place.targets() or [one for one in (self._place.subject(),) if one]
        if not targets:
            return
        from verifier.ui.dialogs.wording import WordingDialog

        self._put_away()
        held = self._claim_at(targets)
        where = ", ".join(address(self._desk.need.rows, one) for one in targets)
        dialog = WordingDialog(where, held.wording if held else "", self._translator, self._window)
        dialog.worded.connect(lambda wording: self._say_wording(held, targets, wording))
        dialog.finished.connect(lambda _result: self._forget())
        self._dialog = dialog
        dialog.show()

    def _claim_at(self, targets: list[str]) -> ClaimRow | None:
        """The claim at some places, or the group of linked passages nobody has named yet."""
        from verifier.domain.claims import claim_holding, claims_of

        rows = self._desk.need.rows
        claims = claims_of(rows)
        for target in targets:
            sentence = rows.get(Sentence, target)
            passage = rows.passage_at(sentence.version_id, sentence.start, sentence.end) if sentence else None
            found = claim_holding(claims, passage.id if passage else target)
            if found is not None:
                return found
        return None

    def _say_wording(self, held: ClaimRow | None, targets: list[str], wording: str) -> None:
        if held is not None:
            self.put_wording(held, wording)
        elif wording.strip():
            self._tell(self._desk.do(lambda workbench: workbench.make_claim(targets, wording)))

    def put_wording(self, row: ClaimRow, wording: str) -> None:
        """Word a row of the matrix; a group nobody has named yet becomes a claim by it."""
        if wording.strip() == row.wording:
            return
        claim = row.claim
        if claim is None:
            self._desk.do(lambda workbench: workbench.make_claim(row.passages, wording))
        else:
            self._desk.do(lambda workbench: workbench.word_claim(claim.id, wording))

    def _tell(self, change: Change | None) -> None:
        if change:
            self._desk.say(
                self._translator.gettext("It is a claim now, in the claim matrix."),
                self._desk.undo_offer(),
                passing=True,
            )

    def _forget(self) -> None:
        self._dialog = None
        self.finished.emit()

    def _put_away(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    # -- joining and leaving ----------------------------------------------------------------------------------------

    def join(self) -> None:
        """Ask which claim the passages at the user's place, or those of the cell of the matrix, join."""
        self._joining.join(self.chosen())

    def leave(self) -> None:
        """Take the passage at the user's place, or that of the cell of the matrix, out of its claim."""
        self._joining.leave(self.chosen())

    # -- looked, not there -----------------------------------------------------------------------------------------

    def absent(self) -> None:
        """Say that one looked in the other article and it is not there, or no longer; in the matrix, of its cell."""
        chosen = self.chosen()
        if chosen is not None:
            self._absent_in_cell(*chosen)
            return
        subject, article = self._place.subject(), self._other_article()
        if subject is None:
            return
        if article is None:
            self._desk.say(
                self._translator.gettext("In which article? Go to the article you looked in, and come back.")
            )
            return
        self._toggle([subject], subject, article)

    def _absent_in_cell(self, row: ClaimRow, article_id: str) -> None:
        cell = next(one for one in row.cells if one.article_id == article_id)
        article = self._desk.need.rows.need(Article, article_id)
        if cell.passages:
            said = self._translator.gettext("It is there, at {where}.")
            self._desk.say(said.format(where=address(self._desk.need.rows, cell.passages[0])), passing=True)
        else:
            self._toggle(list(row.passages), row.passages[0], article)

    def _toggle(self, known: list[str], target: str, article: Article) -> None:
        """Take back what was said of some places, else say it of one."""
        from verifier.domain.claims import absence_of

        rows, text = self._desk.need.rows, self._translator.gettext
        said = absence_of(rows, self._passages(known), article.id)
        if said is not None:
            where = self._where(said.passage_id)
            change = self._desk.do(lambda workbench: workbench.withdraw_absence(said.id))
            words = text("{where} is not compared with {letter} any more.")
        else:
            change = self._desk.do(lambda workbench: workbench.confirm_absence(target, article.id))
            where = next((self._where(rows.need(Absence, one).passage_id) for one in _new(change)), "")
            words = text("Noted: looked for {where} in {letter}, not there.")
        if change:
            self._desk.say(
                words.format(where=where, letter=article.letter), self._desk.undo_offer(), passing=True
            )

    def _where(self, passage_id: str) -> str:
        """The address of a passage, the words themselves where it is a part of a sentence."""
        rows = self._desk.need.rows
        passage = rows.need(Passage, passage_id)
        if not is_part(rows, passage):
            return address(rows, passage_id)
        words = shortened(self._desk.need.words(passage), _WORDS)
        return self._translator.gettext("“{words}”").format(words=words)

    def _passages(self, targets: Sequence[str]) -> list[str]:
        """The passages some sentences are, and those that are passages already."""
        rows, found = self._desk.need.rows, []
        for target in targets:
            sentence = rows.get(Sentence, target)
            passage = rows.passage_at(sentence.version_id, sentence.start, sentence.end) if sentence else None
            found.append(passage.id if passage else target)
        return found

    def _other_article(self) -> Article | None:
        """The article of the other cursor; in a case of two, the other one."""
        rows = self._desk.need.rows
        sentence = rows.get(Sentence, self._place.other_end() or "")
        if sentence is not None:
            return rows.need(Article, rows.need(Version, sentence.version_id).article_id)
        others = [one for one in rows.articles() if one.id != self._place.article()]
        return others[0] if len(others) == 1 else None
