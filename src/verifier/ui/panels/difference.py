"""What differs between the passages at the two cursors: their words, and the facts of both side by side.

It says "differs" and never "contradicts": that is for the user to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from verifier.domain.comparing import FactKind, FactRow, Span
from verifier.i18n import Translator
from verifier.ui.control.differing import Differing, Pair, Side
from verifier.ui.look.style import words
from verifier.ui.look.theme import Theme
from verifier.ui.panels.basis import link_button
from verifier.ui.panels.marked_words import MarkedWords
from verifier.ui.phrases import isolated, shortened


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


FACTS = {
    FactKind.FIGURE: _("figures"),
    FactKind.DATE: _("dates"),
    FactKind.NAME: _("names"),
    FactKind.QUOTATION: _("quotations"),
    FactKind.SPEAKER: _("who says it"),
    FactKind.STATUS: _("how far it went"),
    FactKind.NEGATION: _("negations"),
    FactKind.HEDGE: _("hedges"),
}
"""What the rows of the strip are called."""

_CELL = 90
"""The most code points of a fact that are shown; all of it stands in the passage above."""


class FactStrip(QWidget):
    """Rows of what both passages say of a thing: "≠ figures: 4,000 ↔ 3,870". Those that differ come first, and with a
    sign and a word; those that agree are quiet.
    """

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        self.rows: list[str] = []
        """The rows as they are read out."""

    def show_rows(self, pair: Pair | None, rows: Sequence[FactRow]) -> None:
        """Show these rows of a pair."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for number, row in enumerate(sorted(rows, key=lambda one: not one.differs) if pair else ()):
            self._add(number, row, pair)
        self.setVisible(bool(self.rows))

    def _add(self, number: int, row: FactRow, pair: Pair | None) -> None:
        assert pair is not None
        text = self._translator.gettext
        near, far = self._told(pair.near, row.a), self._told(pair.far, row.b)
        name = text(FACTS[row.kind])
        if row.differs:
            said = text("{near} ↔ {far}").format(near=near or text("none"), far=far or text("none"))
            read = text("{name} differ: {near} in {here}, {far} in {there}")
        else:
            said = near if near == far else text("{near} = {far}").format(near=near, far=far)
            read = text("{name} agree: {near} in {here}, {far} in {there}")
        read = read.format(
            name=name,
            near=near or text("none"),
            far=far or text("none"),
            here=pair.near.where,
            there=pair.far.where,
        )
        look = "title" if row.differs else "quiet"
        sign = words("≠" if row.differs else "=", look, parent=self)
        sign.setToolTip(text("differs") if row.differs else text("agrees"))
        sign.setAccessibleName(sign.toolTip())
        what = words(said, "" if row.differs else "quiet", wrap=True, parent=self)
        what.setAccessibleName(read)
        for column, widget in enumerate((sign, words(name, "quiet", parent=self), what)):
            self._grid.addWidget(
                widget, number, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0)
            )
            widget.show()
        self.rows.append(read)

    def _told(self, side: Side, spans: Sequence[Span]) -> str:
        return isolated(shortened(", ".join(filter(None, (side.told(span) for span in spans))), _CELL))


class Passages(QWidget):
    """The words of both passages, what differs in them marked; beside each other, or one below the other."""

    def __init__(
        self, differing: Differing, theme: Theme, translator: Translator, *, beside: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._differing, self._theme, self._translator = differing, theme, translator
        self._row = QHBoxLayout(self) if beside else QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(22 if beside else 5)
        self.shown: list[MarkedWords] = []
        self._boxes: list[QWidget] = []

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours when something is next shown."""
        self._theme = theme

    def show_pair(self, pair: Pair | None) -> None:
        """Show these passages."""
        for box in self._boxes:
            self._row.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes, self.shown = [], []
        if pair is None:
            return
        changes = self._differing.changes(pair)
        here = [*changes.only_a, *(one for one, _ in changes.changed)]
        there = [*changes.only_b, *(other for _, other in changes.changed)]
        self._add(pair.near, here, [one for one, _ in changes.moved])
        self._add(pair.far, there, [other for _, other in changes.moved])

    def _add(self, side: Side, differ: Sequence[Span], moved: Sequence[Span]) -> None:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        go = link_button(side.where, box)
        go.setToolTip(self._translator.gettext("Go there"))
        go.clicked.connect(lambda _checked: self._differing.go_to(side.sentence_id))
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        colour = self._theme.colour("label.disputed.line")
        shown = MarkedWords(side.words.replace("\n", " "), sorted(differ), colour, box, others=sorted(moved))
        column.addWidget(shown)
        column.addStretch(1)
        self._row.addWidget(box, 1)
        box.show()
        self._boxes.append(box)
        self.shown.append(shown)


class DifferenceSection(QWidget):
    """In the inspector: the facts of what is linked or suggested at the cursors. Nothing where two sentences only
    happen to be at the cursors: then everything would differ.
    """

    def __init__(self, differing: Differing, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._differing, self._translator = differing, translator
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.heading = words(translator.gettext("What differs"), "heading", parent=self)
        column.addWidget(self.heading)
        self.strip = FactStrip(translator, self)
        column.addWidget(self.strip)
        self.hide()

    def refresh(self) -> None:
        """Show what is at the cursors now."""
        pair = self._differing.pair(tied=True)
        rows = self._differing.facts(pair) if pair is not None else ()
        self.strip.show_rows(pair, rows)
        if pair is not None:
            heading = self._translator.gettext("What differs · {here} and {there}")
            self.heading.setText(heading.format(here=pair.near.where, there=pair.far.where))
        self.setVisible(bool(rows))


class DifferenceView(QScrollArea):
    """In the drawer: both passages side by side with their differing words, and the facts of both."""

    def __init__(
        self, differing: Differing, theme: Theme, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._differing, self._translator = differing, translator
        self.setObjectName("caseView")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translator.gettext("What differs"))
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        self.said = words("", "quiet", wrap=True, parent=body)
        self.passages = Passages(differing, theme, translator, beside=True, parent=body)
        self.strip = FactStrip(translator, body)
        for widget in (self.said, self.passages, self.strip):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(body)
        differing.changed.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.passages.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show the pair at the cursors."""
        pair = self._differing.pair()
        self.passages.show_pair(pair)
        self.strip.show_rows(pair, self._differing.facts(pair) if pair is not None else ())
        self.said.setText(self._words(pair))

    def _words(self, pair: Pair | None) -> str:
        text = self._translator.gettext
        if pair is None and self._differing.is_kept_back():
            return text("Shown once the sentence has a label.")
        if pair is None:
            return text(
                "Two sentences are compared here: go to one, then to one in another column and come back."
            )
        legend = text("Bold and underlined: differs. Dotted: the same words at another place.")
        return " · ".join(filter(None, (pair.tie, legend)))

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: object) -> None:
        """Qt: be up to date when shown."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()
