"""The history: every step in words, who took it and when, what was undone since, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from verifier.domain.articles import Sentence
from verifier.domain.errors import StepError
from verifier.domain.queries import account, address_of
from verifier.domain.rows import CaseRows
from verifier.domain.steps import Change, Step
from verifier.i18n import Translator
from verifier.session.history import describe_step
from verifier.session.undoing import NOT_UNDOABLE
from verifier.ui.action_set import ActionSet
from verifier.ui.control.casework import Casework
from verifier.ui.desk import Desk
from verifier.ui.look.style import words
from verifier.ui.phrases import day_and_time
from verifier.ui.place import Place
from verifier.ui.views.filtered import FilteredView
from verifier.ui.views.filters import Choice
from verifier.ui.views.places import Heading


def _(message: str) -> str:
    """Mark a string for extraction; it is translated where it is shown."""
    return message


STANDS, UNDONE, MOVE = "stands", "undone", "move"
"""What a step is now: it counts, it was taken back, or it is itself the undoing or redoing of another."""

_STATES = {STANDS: _("stands"), UNDONE: _("undone"), MOVE: _("undo and redo")}
_SUBJECTS = {
    "labels": _("labels and notes"),
    "evidence": _("evidence"),
    "links": _("links"),
    "text": _("sentences and paragraphs"),
    "articles": _("articles"),
    "case": _("the case"),
}
"""What steps are about, in the order they are offered."""
_SUBJECT_OF = {
    **dict.fromkeys(("mark", "clear", "modify", "note", "advise", "attribute"), "labels"),
    **dict.fromkeys(("add-evidence", "edit-evidence", "attach-evidence", "detach-evidence"), "evidence"),
    **dict.fromkeys(("link", "edit-link", "resolve", "unlink"), "links"),
    **dict.fromkeys(("split", "merge", "set-kind", "move-passage"), "text"),
    **dict.fromkeys(("add-articles", "remove-article", "describe", "confirm", "reread"), "articles"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A step as the history shows it."""

    step: Step
    state: str

    @property
    def subject(self) -> str:
        """What the step is about; an undo is about what it undoes."""
        what = dict(self.step.values).get("of", self.step.what)
        return _SUBJECT_OF.get(what, "case")


class _Head(QWidget):
    """The filters, and what leads back to the step chosen; what that would take back is said where there is room."""

    def __init__(self, filters: QWidget, back: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._filters = filters
        self.remark = words("", "quiet", parent=self)
        self.back_button = QPushButton(back, self)
        self.back_button.setObjectName("undo-back")
        self.setSizePolicy(filters.sizePolicy())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 6, 0)
        self._row.addWidget(filters, 1)
        self._row.addWidget(self.remark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def settle(self) -> None:
        """Show the remark where the filters keep the room they need beside it; the button's tool tip has it too."""
        parts = self._filters.minimumSizeHint(), self.remark.sizeHint(), self.back_button.sizeHint()
        gaps = 2 * self._row.spacing() + 6
        self.remark.setVisible(sum(part.width() for part in parts) + gaps <= self.width())

    def minimumSizeHint(self) -> QSize:
        """Qt: as narrow as it is without the remark."""
        parts = self._filters.minimumSizeHint(), self.back_button.sizeHint()
        width = sum(part.width() for part in parts) + self._row.spacing() + 6
        return QSize(width, max(part.height() for part in parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: see what has room now."""
        super().resizeEvent(event)
        self.settle()


class History(FilteredView):
    """The steps, newest first. The row chosen is the step to undo back to."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        casework: Casework,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._casework = casework
        self._addresses: dict[str, str] = {}
        self._former = ""
        super().__init__(desk, place, actions, translator, parent)
        self.table.setItemDelegate(_Crossed(self))
        self.table.setAccessibleName(translator.gettext("History"))
        self.table.removeAction(actions.actions["mark.note"])  # Enter goes to the place of a step
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self._offer()

    # -- rows ------------------------------------------------------------------------------------------------------

    def headings(self) -> Sequence[Heading]:
        """When, who, what, and whether it stands."""
        text = self._translator.gettext
        return (
            Heading(text("When") + " " * 10, lambda entry: day_and_time(entry.step.time)),
            Heading(text("Checker"), lambda entry: entry.step.checker),
            Heading(text("Step"), lambda entry: describe_step(entry.step, self._translator), wide=True),
            Heading(text("State"), lambda entry: text(_STATES[UNDONE]) if entry.state == UNDONE else ""),
        )

    def choices(self) -> Sequence[Choice]:
        """Who took the step, what it is about, whether it stands."""
        text = self._translator.gettext
        return (
            Choice("checker", text("Checker"), self._checkers, lambda entry: (entry.step.checker,)),
            Choice("about", text("About"), partial(self._worded, _SUBJECTS), lambda entry: (entry.subject,)),
            Choice("state", text("State"), partial(self._worded, _STATES), lambda entry: (entry.state,)),
        )

    def _checkers(self) -> Sequence[tuple[str, str]]:
        found = dict.fromkeys(entry.step.checker for entry in self._all or ())
        return [(name, name) for name in found]

    def _worded(self, words_of: dict[str, str]) -> Sequence[tuple[str, str]]:
        """Those of a choice's options there are, in words."""
        there = {entry.subject for entry in self._all or ()} | {entry.state for entry in self._all or ()}
        return [(key, self._translator.gettext(word)) for key, word in words_of.items() if key in there]

    def all_entries(self) -> Sequence[Entry]:
        """All steps."""
        case = self._desk.need
        self._addresses = _addresses(case.rows)
        standing = case.standing()
        return [Entry(step, _state(step, standing)) for step in reversed(case.steps())]

    def key_of(self, entry: Entry) -> str:
        """The step's id."""
        return entry.step.id

    def entry_of(self, key: str) -> Entry | None:
        """The step of an id."""
        return next((entry for entry in self._all or () if entry.step.id == key), None)

    def written(self, entry: Entry) -> str:
        """All that its row shows."""
        return " ".join(heading.show(entry) for heading in self.headings())

    def touched(self, _change: Change) -> Collection[str] | None:
        """Every step is a row more, and may undo another."""
        return None

    def nothing(self) -> str:
        """No step yet."""
        return self._translator.gettext("Nothing was done yet.")

    def sentence_of(self, entry: Entry) -> str | None:
        """The first sentence the step names, or the one it was merged into; that an article begins with, where the step
        names an article alone. None where it is no more.
        """
        values = dict(entry.step.values)
        named = next((values[key] for key in ("places", "first", "a", "to", "letter") if values.get(key)), "")
        first = named.replace("–", ",").split(",")[0].split(" +")[0].strip()
        if first and first not in self._addresses:
            self._addresses[first] = self._successor(first)
        return self._addresses.get(first) or None

    def _successor(self, address: str) -> str:
        """What a sentence that is no more was merged into; "" where nobody can say."""
        try:
            return self._desk.need.sentence_at_address(address).id
        except StepError as error:
            return self._addresses.get(str(error.values.get("into", "")), "")

    # -- the row chosen --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the steps there are now; the one chosen stays chosen."""
        chosen = self.chosen()
        super().refresh()
        if chosen is not None and self.chosen() != chosen:
            row = next((row for row, one in enumerate(self.model.entries) if one.step == chosen), None)
            if row is not None:
                self._select(row)
        self._offer()

    def _begin(self) -> None:
        """Begin with the last step, wherever the cursor is."""
        self._select(0)
        self._offer()

    def _keep_up(self, _article_id: str, _sentence_id: str) -> None:
        """The step chosen stays chosen when the cursor moves."""

    def chosen(self) -> Step | None:
        """The step whose row is the current one."""
        rows = self.table.selectionModel().selectedRows()
        if not rows or rows[0].row() >= len(self.model.entries):
            return None
        entry: Entry = self.model.entries[self.sorted.mapToSource(rows[0]).row()]
        return entry.step

    # -- undoing back ----------------------------------------------------------------------------------------------

    def _make_filter(self) -> QWidget:
        filters = super()._make_filter()
        self._head = _Head(filters, self._translator.gettext("Undo back to here"), self)
        self.remark, self.back_button = self._head.remark, self._head.back_button
        self.back_button.clicked.connect(self._undo_back)
        return self._head

    def _offer(self, *_what: object) -> None:
        """Say what going back to the step chosen would take back."""
        if not hasattr(self, "table"):
            return
        count, why = self._back()
        text = self._translator
        said = text.ngettext("takes back {number} step", "takes back {number} steps", count)
        self.remark.setText(why or said.format(number=count))
        self.back_button.setEnabled(count > 0)
        self.back_button.setAccessibleDescription(self.remark.text())
        self.back_button.setToolTip(self.remark.text())
        self._head.settle()

    def _back(self) -> tuple[int, str]:
        """How many steps there are to take back, and why there are none."""
        text, case, chosen = self._translator.gettext, self._desk.workbench, self.chosen()
        if case is None or chosen is None:
            return 0, ""
        if case.read_only:
            return 0, text("this is a copy to look at")
        try:
            count = len(case.steps_after(chosen.id))
        except StepError:
            return 0, text("this step was undone: choose one that stands")
        return count, "" if count else text("nothing after it is to be undone")

    def _undo_back(self, _checked: bool = False) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._casework.undo_back_to(chosen)


class _Crossed(QStyledItemDelegate):
    """Crosses out the words of a step that was undone."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: how a cell is drawn."""
        super().initStyleOption(option, index)
        view = self.parent()
        if index.column() == _STEP and isinstance(view, History):
            entry = view.model.entries[view.sorted.mapToSource(index).row()]
            option.font.setStrikeOut(entry.state == UNDONE)


_STEP = 2
"""The number of the column that says what was done."""


def _state(step: Step, standing: Collection[str]) -> str:
    if step.undoes or step.redoes:
        return MOVE
    return STANDS if step.id in standing or step.what in NOT_UNDOABLE else UNDONE


def _addresses(rows: CaseRows) -> dict[str, str]:
    """The ids of the sentences of all accounts by address, and of each article's first one by its letter."""
    found: dict[str, str] = {}
    for article in rows.articles():
        sentences: tuple[Sentence, ...] = account(rows, article)
        found.update((address_of(rows, one), one.id) for one in sentences)
        if sentences:
            found[article.letter] = sentences[0].id
    return found
