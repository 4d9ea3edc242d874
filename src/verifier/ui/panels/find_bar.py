"""The find bar: one slim line above the columns, with a list beneath it of what was found outside the texts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.i18n.numbers import grouped
from verifier.session.finding import LONGEST, Scope
from verifier.ui.action_set import ActionSet
from verifier.ui.control.finding import Finding, Found
from verifier.ui.desk import Desk
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.style import words
from verifier.ui.panels.found_list import FoundList, FoundModel
from verifier.ui.pressing import PressedButton
from verifier.ui.reading.announcing import announce

ROWS = 6
"""The most rows of the list in sight."""


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


SCOPES: dict[Scope, str] = {
    Scope.ARTICLE: _("This article"),
    Scope.ARTICLES: _("All articles"),
    Scope.NOTES: _("Notes and evidence"),
}
"""What each scope is called."""
NOTES = _("Notes")
"""What the last of them is called on its chip."""

HOW: tuple[tuple[str, str, str], ...] = (
    ("match_case", "Aa", _("Capital letters count")),
    ("whole_words", "|ab|", _("Whole words only")),
    ("regular", ".*", _("Regular expression")),
)
"""The fields of a query one can switch, each with its sign and what it means."""


class FindField(QLineEdit):
    """The words to find: Enter and Shift+Enter go on and back, Up and Down bring earlier searches."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self._finding = finding
        self._back = 0
        self.setMaxLength(LONGEST + 1)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._type)

    def _type(self, text: str) -> None:
        self._back = 0
        self._finding.look_for(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys named above."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._finding.go_next(-1 if back else 1)
            case Qt.Key.Key_Up:
                self._recall(1)
            case Qt.Key.Key_Down:
                self._recall(-1)
            case _:
                super().keyPressEvent(event)

    def _recall(self, by: int) -> None:
        """Bring an earlier (1) or later (-1) search."""
        earlier = [one for one in self._finding.history if one != self.text() or self._back]
        back = self._back + by
        if 0 < back <= len(earlier):
            self._back = back
            self.setText(earlier[-back])
            self._finding.look_for(earlier[-back])


class FindBar(QWidget):
    """Says what to find and shows how much there is."""

    def __init__(
        self,
        desk: Desk,
        finding: Finding,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._finding, self._translator = finding, translator
        self._make_field()
        self._make_choices()
        self._make_moves(actions)
        self._make_list(desk)
        self._place_parts()
        finding.shown.connect(self.show_found)
        finding.closed.connect(self.hide)

    def begin(self, typed: str, *, takes_keyboard: bool = True) -> None:
        """Show the bar with these words, selected so that others can be typed at once."""
        if typed != self.field.text():
            self.field.setText(typed)
        self._show_query()
        self.show()
        if takes_keyboard:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()

    # -- parts -----------------------------------------------------------------------------------------------------

    def _make_field(self) -> None:
        text = self._translator.gettext
        self.field = FindField(self._finding, self)
        self.field.setPlaceholderText(text("Find"))
        self.field.setAccessibleName(text("Words to find"))
        self.field.setToolTip(
            text("Enter goes to the next one, Shift+Enter back; Up and Down bring earlier searches")
        )
        self.field.setMinimumWidth(90)
        self.field.setMaximumWidth(420)
        self.count = words("", "quiet", parent=self)
        self.count.setMinimumWidth(
            self.count.fontMetrics().averageCharWidth() * 13
        )  # so that nothing after it moves
        self.message = words("", "quiet", wrap=True, parent=self)
        self.message.hide()

    def _make_choices(self) -> None:
        text = self._translator.gettext
        self.scope = PressedButton(self)
        self.scope.setProperty("look", "chip")
        self.scope.setProperty("opens", "true")
        self.scope.setAccessibleName(text("Where to find"))
        self.scope.setPopupMode(PressedButton.ToolButtonPopupMode.InstantPopup)
        self.scope.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu, group = QMenu(self.scope), QActionGroup(self.scope)
        self._scopes: dict[Scope, QAction] = {}
        for scope, name in SCOPES.items():
            action = self._scopes[scope] = menu.addAction(text(name))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._choose_scope, scope))
        self.scope.setMenu(menu)
        self.how = {name: self._toggle(name, sign, text(hint)) for name, sign, hint in HOW}

    def _toggle(self, name: str, sign: str, hint: str) -> PressedButton:
        button = PressedButton(self)
        button.setText(sign)
        button.setCheckable(True)
        button.setProperty("look", "chip")
        button.setAccessibleName(hint)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(lambda on: self._finding.choose(**{name: on}))
        return button

    def _make_moves(self, actions: ActionSet) -> None:
        text = self._translator.gettext
        self.previous = self._icon("up", actions.actions["edit.find-previous"])
        self.next = self._icon("down", actions.actions["edit.find-next"])
        self.close_button = IconButton("close", text("Close the find bar"), self)
        self.close_button.clicked.connect(self._finding.close)

    def _icon(self, icon: str, action: QAction) -> IconButton:
        button = IconButton(icon, action.text(), self)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setToolTip(action.toolTip()))
        button.setToolTip(action.toolTip())
        return button

    def _make_list(self, desk: Desk) -> None:
        self.model = FoundModel(desk, self._translator, self)
        self.list = FoundList(self.model, self)
        self.list.setAccessibleName(self._translator.gettext("What was found"))
        self.list.activated.connect(lambda index: self._finding.go_to(index.row(), into=True))
        self.list.clicked.connect(lambda index: self._finding.go_to(index.row()))
        self.list.row_reached.connect(self._reach)
        self.list.hide()

    def _reach(self, row: int) -> None:
        if row != self._finding.found.current:
            self._finding.go_to(row)

    def _place_parts(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.field, 3)
        row.addWidget(self.scope)
        for button in self.how.values():
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 8, 5)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.list)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _choose_scope(self, scope: Scope, _on: bool = True) -> None:
        self._finding.choose(scope=scope)
        self._show_query()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_query(self) -> None:
        query = self._finding.query
        self._scopes[query.scope].setChecked(True)
        name = NOTES if query.scope is Scope.NOTES else SCOPES[query.scope]
        self.scope.setText(self._translator.gettext(name))
        self.scope.setToolTip(self._translator.gettext(SCOPES[query.scope]))
        self.scope.setMinimumWidth(self.scope.sizeHint().width())
        for name, button in self.how.items():
            button.blockSignals(True)
            button.setChecked(getattr(query, name))
            button.blockSignals(False)

    def show_found(self, found: Found) -> None:
        """Show how much was found, and the list of what is not in the texts."""
        former = self.count.text()
        self.count.setText(self._count_words(found))
        self.message.setText(found.message or self._more_words(found))
        self.message.setVisible(bool(self.message.text()))
        for button in (self.previous, self.next):
            button.setEnabled(bool(found.hits))
        self._show_list(found)
        if self.isVisible() and self.count.text() != former and not found.searching:
            announce(self.field, self.count.text() or found.message)

    def _count_words(self, found: Found) -> str:
        text = self._translator.gettext
        if found.searching:
            return text("looking…")
        if not found.hits:
            return text("no hits") if self._finding.query.words and not found.message else ""
        number, total = (grouped(one, self._translator) for one in (found.current + 1, len(found.hits)))
        shown = text("{number} of {total}").format(number=number, total=total + "+" * found.more)
        hit = found.hit
        return f"{shown} · {text('set aside')}" if hit is not None and hit.aside else shown

    def _more_words(self, found: Found) -> str:
        if not found.more:
            return ""
        return self._translator.gettext("There are more: only the first {number} are listed.").format(
            number=grouped(len(found.hits), self._translator)
        )

    def _show_list(self, found: Found) -> None:
        in_notes = bool(found.hits) and found.hits[0].where != "text"
        if not found.searching:
            self.model.show_hits(found.hits if in_notes else ())
            self.list.setVisible(in_notes)
            self.list.fit(ROWS)
        if in_notes:
            self.list.reach(found.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._finding.close()
        else:
            super().keyPressEvent(event)
