"""The note in the inspector: one step when it is left, drafted every two seconds while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from verifier.domain.kinds import Reach
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.control.casework import Casework
from verifier.ui.drafts import Drafts, NoteDraft
from verifier.ui.look.style import words
from verifier.ui.naming import name_chooser
from verifier.ui.subject import Subject

DRAFTED_EVERY = 2_000
"""Milliseconds between two drafts of a note being typed."""


class NoteText(QPlainTextEdit):
    """The field of the note: Esc and Ctrl+Enter leave it, Tab goes on."""

    left = Signal()
    """The keyboard went elsewhere."""
    done = Signal()
    """Esc or Ctrl+Enter: the user wants back to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: say that it was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Qt: keep Esc and Ctrl+Enter from being anyone's shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: leave on Esc and Ctrl+Enter, type everything else."""
        if _leaves(event):
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _leaves(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or (control and enter)


class NoteEditor(QWidget):
    """The note of the subject, and whether it is printed or internal."""

    done = Signal()
    """The user wants back to the text."""

    def __init__(
        self, casework: Casework, drafts: Drafts, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._casework, self._drafts, self._translator = casework, drafts, translator
        self._subject: Subject | None = None
        self._stored = ("", Reach.PRINTED)
        self._build(translator)
        self._timer = QTimer(self)
        self._timer.setInterval(DRAFTED_EVERY)
        self._timer.timeout.connect(self._draft)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.save)
        self.text.done.connect(self.save)
        self.text.done.connect(self.done)
        self.reach.activated.connect(lambda _index: self.save())

    def _build(self, translator: Translator) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(words(translator.gettext("Note"), "heading", parent=self))
        row.addStretch(1)
        self.reach = QComboBox(self)
        name_chooser(self.reach, translator.gettext("Whether the note is printed"))
        self.reach.setToolTip(translator.gettext("An internal note enters no report"))
        for reach in Reach:
            self.reach.addItem(name_of("reach", reach, translator), reach)
        row.addWidget(self.reach)
        column.addLayout(row)
        self.text = NoteText(self)
        self.text.setObjectName("note")
        self.text.setAccessibleName(translator.gettext("Note"))
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 18)
        column.addWidget(self.text)

    def name_key(self, key: str) -> None:
        """Say in the empty note which key leads here from the text."""
        words_ = self._translator.gettext("What an editor should know ({key} in the text)")
        self.text.setPlaceholderText(words_.format(key=key))

    def show_subject(self, subject: Subject | None) -> None:
        """Show the note of a subject; one being typed for another is saved first."""
        if subject is None or self._subject is None or subject.id != self._subject.id:
            self.save()
        elif self.text.hasFocus() and self._is_changed():
            self._subject = subject
            return
        self._subject = subject
        mark = subject.mark if subject else None
        self._stored = (mark.note, mark.reach) if mark else ("", Reach.PRINTED)
        if self.text.toPlainText() != self._stored[0]:
            self.text.setPlainText(self._stored[0])
        self.reach.setCurrentIndex(list(Reach).index(self._stored[1]))
        self._timer.stop()
        writable = subject is not None and not subject.workbench.read_only
        self.text.setReadOnly(not writable)
        self.reach.setEnabled(writable)

    def begin(self) -> None:
        """Take the keyboard, to write on at the end of the note."""
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Write the note as one step, if it is another one now."""
        self._timer.stop()
        if self._subject is None or not self._is_changed():
            return
        subject, (text, reach) = self._subject, self._typed_now()
        self._stored = (text, reach)
        if self._casework.note(subject.id, text, reach) is not None:
            self._drafts.forget(subject.workbench, subject.id)

    def forget(self) -> None:
        """Drop what is shown: the case is another."""
        self._subject = None

    def _typed_now(self) -> tuple[str, Reach]:
        return self.text.toPlainText().strip(), Reach(self.reach.currentData())

    def _is_changed(self) -> bool:
        text, reach = self._typed_now()
        return (text, reach) != self._stored and bool(text or self._stored[0])

    def _typed(self) -> None:
        if self.text.hasFocus() and not self._timer.isActive():
            self._timer.start()

    def _draft(self) -> None:
        if self._subject is not None and self._is_changed():
            text, reach = self._typed_now()
            self._drafts.keep(self._subject.workbench, NoteDraft(self._subject.id, text, reach))
