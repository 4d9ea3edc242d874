"""The text of a reading: how many paragraphs and doubts, what to do about them, and the paragraphs themselves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from verifier.domain.kinds import ParagraphKind
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.intake.entry import Entry
from verifier.ui.intake.paragraphs import KIND_KEYS, ParagraphList
from verifier.ui.look.flow import FlowLayout
from verifier.ui.look.style import words
from verifier.ui.look.theme import Theme
from verifier.ui.naming import name_chooser
from verifier.ui.pressing import PressedButton


class TextSide(QWidget):
    """Shows the paragraphs of one source and lets the user say what they are."""

    changed = Signal()
    """The user said what a paragraph is."""

    def __init__(self, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._entry: Entry | None = None
        self.counts = words("", "heading", parent=self)
        self.list = ParagraphList(theme, translator, self)
        self.kind = QComboBox(self)
        self._build()
        self.list.kind_said.connect(self.say)
        self.list.next_doubt_asked.connect(self.go_to_doubt)
        self.list.selectionModel().selectionChanged.connect(lambda *_what: self._show_kind())
        self.kind.activated.connect(lambda _index: self.say(ParagraphKind(self.kind.currentData())))

    def _build(self) -> None:
        text = self._translator.gettext
        self.kind.setObjectName("paragraph-kind")
        name_chooser(self.kind, text("What this paragraph is"))
        keys = {kind: key for key, kind in KIND_KEYS.items()}
        for kind in ParagraphKind:
            key = f"   {keys[kind]}" if kind in keys else ""
            self.kind.addItem(name_of("kind", kind, self._translator) + key, kind)
        self.only = self._button("doubts-only", text("Doubts only"), text("Show only what is in doubt"))
        self.only.setCheckable(True)
        self.only.toggled.connect(lambda _on: self._fill())
        self.next = self._button(
            "next-doubt", text("Next doubt  N"), text("Go to the next paragraph in doubt (N)")
        )
        self.next.clicked.connect(self.go_to_doubt)
        self.right = self._button(
            "doubts-right",
            text("All are right"),
            text("Every paragraph in doubt is what it was taken for (Y for one of them)"),
        )
        self.right.clicked.connect(self.settle)
        row = QHBoxLayout()
        row.addWidget(self.counts, 1)
        row.addWidget(words(text("This paragraph is"), "quiet", parent=self))
        row.addWidget(self.kind)
        self._doubts = QWidget(self)
        flow = FlowLayout(self._doubts, 6)
        self.doubt_words = words("", "doubt", parent=self._doubts)
        for widget in (self.doubt_words, self.next, self.only, self.right):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._doubts)
        column.addWidget(self.list, 1)

    def _button(self, name: str, text: str, hint: str) -> PressedButton:
        button = PressedButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(hint)
        button.setProperty("look", "chip")
        return button

    def show_entry(self, entry: Entry | None) -> None:
        """Show the paragraphs of this source, all of them."""
        self._entry = entry
        self.only.setChecked(False)
        self._fill()

    def _fill(self) -> None:
        self.list.model_of_paragraphs.show_entry(self._entry, doubts_only=self.only.isChecked())
        places = self.list.model_of_paragraphs.places
        if places and self._entry is not None:
            kept = self._entry.in_account()
            self.list.choose(next((place for place in places if kept[place]), places[0]))
        self._count()

    def _count(self) -> None:
        entry = self._entry
        doubts = len(entry.doubts()) if entry else 0
        total = len(entry.draft.paragraphs) if entry and entry.draft else 0
        many = self._translator.ngettext
        said = many("{number} paragraph", "{number} paragraphs", total).format(number=total)
        if entry is not None and total:
            aside = entry.in_account().count(False)
            said += self._translator.gettext(", {number} set aside").format(number=aside) if aside else ""
        self.counts.setText(said)
        of_doubts = many("{number} is in doubt: is it part of the article?",
                         "{number} are in doubt: are they part of the article?", doubts)  # fmt: skip
        self.doubt_words.setText(of_doubts.format(number=doubts))
        self._doubts.setVisible(doubts > 0 or self.only.isChecked())
        for button in (self.next, self.right):
            button.setEnabled(doubts > 0)
        self._show_kind()

    def _show_kind(self) -> None:
        chosen = self.list.chosen()
        self.kind.setEnabled(bool(chosen))
        if self._entry is not None and chosen:
            self.kind.setCurrentIndex(self.kind.findData(self._entry.paragraph(chosen[0]).kind))

    def say(self, kind: ParagraphKind | None) -> None:
        """Say what the selected paragraphs are; None says they are what they were taken for."""
        if self._entry is not None and self.list.chosen():
            self._entry.set_kind(self.list.chosen(), kind)
            self._refresh()

    def settle(self) -> None:
        """Say that everything in doubt is what it was taken for."""
        if self._entry is not None:
            self._entry.set_kind(self._entry.doubts(), None)
            self._refresh()

    def _refresh(self) -> None:
        self.list.viewport().update()  # kinds are others now, but no row is higher than it was
        self._count()
        self.changed.emit()

    def go_to_doubt(self) -> None:
        """Go to the next paragraph in doubt, from the top again after the last."""
        doubts = self._entry.doubts() if self._entry else []
        if doubts:
            here = max(self.list.chosen(), default=-1)
            self.list.choose(next((place for place in doubts if place > here), doubts[0]))
            self.list.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.list.set_theme(theme)
