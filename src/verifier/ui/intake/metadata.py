"""What a source states of itself, as a form: each value, where it stands, other candidates, and a person's tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from verifier.domain.articles import Metadata
from verifier.domain.reading import Candidate
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.intake.entry import FIELDS
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.style import smaller, words
from verifier.ui.phrases import shortened
from verifier.ui.pressing import PressedButton

_LONGEST = 70


class FieldRow(QWidget):
    """One field: its name and where its value stands, the value, the other candidates, and whether it is confirmed."""

    changed = Signal()

    def __init__(self, name: str, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._candidates: tuple[Candidate, ...] = ()
        label = name_of("field", name, translator)
        label = label[:1].upper() + label[1:]
        self._label = words(label, "quiet", parent=self)
        self.origin = ElidedLabel("italic", self)
        self.origin.setFont(smaller(self.origin.font()))
        self.confirmed = QCheckBox(translator.gettext("confirmed"), self)
        self.confirmed.setFont(smaller(self.confirmed.font()))
        self.confirmed.setAccessibleName(translator.gettext("{field} is confirmed").format(field=label))
        self.value = QLineEdit(self)
        self.value.setObjectName(f"field-{name}")
        self.value.setAccessibleName(label)
        self.value.setPlaceholderText(translator.gettext("not stated in the source"))
        self.others = PressedButton(self)
        self.others.setProperty("look", "chip")
        self.others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.others.setMenu(QMenu(self.others))
        self.others.setAccessibleName(translator.gettext("Other candidates for {field}").format(field=label))
        self.others.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.others.setProperty("look", "chip")
        self.others.setProperty("opens", "true")
        self._lay_out()
        self.value.textEdited.connect(self._typed)
        self.confirmed.toggled.connect(lambda _on: self.changed.emit())

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._label)
        above.addWidget(self.origin, 1)
        above.addWidget(self.confirmed)
        below = QHBoxLayout()
        below.setSpacing(5)
        below.addWidget(self.value, 1)
        below.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(above)
        column.addLayout(below)

    def show_value(self, value: str | None, candidates: Sequence[Candidate], *, confirmed: bool) -> None:
        """Show a value and what else could stand there."""
        self._candidates = tuple(dict.fromkeys(candidates))
        self.confirmed.blockSignals(True)
        self.value.setText(value or "")
        self.value.setCursorPosition(0)
        self.confirmed.setChecked(confirmed)
        self.confirmed.blockSignals(False)
        self._fill_menu()
        self._say_origin()

    def _fill_menu(self) -> None:
        menu = self.others.menu()
        menu.clear()
        for candidate in self._candidates:
            value = shortened(candidate.value, _LONGEST).replace("&", "&&")
            # isolated: a direction the value leaves open must not turn our words round
            action = menu.addAction(f"\u2068{value}\u2069   –   {origin_words(candidate, self._translator)}")
            action.triggered.connect(lambda _on=False, found=candidate: self._choose(found))
        different = len({candidate.value for candidate in self._candidates})
        self.others.setText(str(different))
        self.others.setToolTip(
            self._translator.ngettext(
                "The source states {number} value", "The source states {number} different values", different
            ).format(number=different)
        )
        self.others.setVisible(different > 1 or (different == 1 and not self.value.text()))

    def _choose(self, candidate: Candidate) -> None:
        """Take a candidate; choosing it confirms it."""
        self.value.setText(candidate.value)
        self.value.setCursorPosition(0)
        self._settle()

    def _typed(self, _words: str) -> None:
        self._settle()

    def _settle(self) -> None:
        """What a person chose or wrote is confirmed thereby."""
        self.confirmed.blockSignals(True)
        self.confirmed.setChecked(bool(self.words()))
        self.confirmed.blockSignals(False)
        self._say_origin()
        self.changed.emit()

    def words(self) -> str:
        """The value as it stands."""
        return self.value.text().strip()

    def _say_origin(self) -> None:
        """Say where the value stands in the source."""
        text, found = self._translator.gettext, self.words()
        sources = [one for one in self._candidates if one.value == found]
        said = (
            origin_words(sources[0], self._translator)
            if sources
            else text("written by hand")
            if found
            else ""
        )
        self.origin.show_words(said)
        self.confirmed.setVisible(bool(found))

    def set_writable(self, writable: bool) -> None:
        """Let it be changed, or only read."""
        self.value.setReadOnly(not writable)
        self.others.setEnabled(writable)
        self.confirmed.setEnabled(writable)


class MetadataForm(QWidget):
    """All fields, and a button that confirms every value that stands there."""

    changed = Signal()
    """A value is another, or was confirmed."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self.heading = words(translator.gettext("What the source states"), "heading", parent=self)
        self.confirm_all = PressedButton(self)
        self.confirm_all.setObjectName("confirm-all")
        self.confirm_all.setText(translator.gettext("Confirm all"))
        self.confirm_all.setProperty("look", "chip")
        self.confirm_all.clicked.connect(self._confirm)
        above = QHBoxLayout()
        above.addWidget(self.heading, 1)
        above.addWidget(self.confirm_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(above)
        self.rows = {name: FieldRow(name, translator, self) for name in FIELDS}
        for row in self.rows.values():
            column.addWidget(row)
            row.changed.connect(self._follow)
        column.addStretch(1)

    def show_metadata(
        self, metadata: Metadata, unconfirmed: Collection[str], candidates: Sequence[Candidate]
    ) -> None:
        """Show what is known, what nobody has confirmed yet, and what the source offers."""
        for name, row in self.rows.items():
            value: str | None = getattr(metadata, name)
            offered = [one for one in candidates if one.field == name]
            row.show_value(value, offered, confirmed=value is not None and name not in unconfirmed)
        self._count()

    def metadata(self) -> Metadata:
        """What is known as it stands; an empty field is not stated."""
        return Metadata(**{name: row.words() or None for name, row in self.rows.items()})

    def unconfirmed(self) -> frozenset[str]:
        """The fields with a value that nobody has confirmed."""
        return frozenset(
            name for name, row in self.rows.items() if row.words() and not row.confirmed.isChecked()
        )

    def set_writable(self, writable: bool) -> None:
        """Let it be changed, or only read."""
        for row in self.rows.values():
            row.set_writable(writable)
        self.confirm_all.setEnabled(writable and bool(self.unconfirmed()))

    def _confirm(self) -> None:
        for row in self.rows.values():
            if row.words():
                row.confirmed.setChecked(True)

    def _follow(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        number = len(self.unconfirmed())
        said = self._translator.ngettext(
            "{number} value not confirmed", "{number} values not confirmed", number
        )
        plain = self._translator.gettext("What the source states")
        self.heading.setText(said.format(number=number) if number else plain)
        self.confirm_all.setVisible(number > 0)


def origin_words(candidate: Candidate, translator: Translator) -> str:
    """Where a candidate stands in its source."""
    origin = name_of("origin", candidate.origin, translator)
    return f"{origin} · {candidate.detail}" if candidate.detail else origin
