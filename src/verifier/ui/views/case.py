"""The Case view: title, question checked, finding, reviewer; each is saved as a step when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from verifier.i18n import Translator
from verifier.ui.desk import Desk


class TextField(QPlainTextEdit):
    """A field of several lines that says when it was left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: say that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


class CaseView(QScrollArea):
    """The case’s own words."""

    def __init__(self, desk: Desk, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stored: dict[str, str] = {}
        self._build(translator)
        desk.leaving.connect(self.save)
        desk.opened.connect(self.refresh)
        desk.changed.connect(lambda change: self.refresh() if change.case else None)
        self.refresh()

    def _build(self, translator: Translator) -> None:
        text = translator.gettext
        self.title, self.question = QLineEdit(self), TextField(self)
        self.finding, self.reviewer = TextField(self), QLineEdit(self)
        self.title.setPlaceholderText(text("for example: The harbour fire"))
        self.question.setPlaceholderText(text("What is checked?"))
        self.finding.setPlaceholderText(text("What was found, in a few sentences: the report begins with it"))
        body = QWidget(self)
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 12, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        labels = {"title": text("Title"), "question": text("Question checked"), "finding": text("Finding"),
                  "reviewer": text("Reviewer")}  # fmt: skip
        for name, label in labels.items():
            field = getattr(self, name)
            field.setObjectName(f"case-{name}")
            field.setAccessibleName(label)
            form.addRow(label, field)
        for field, lines in ((self.question, 2), (self.finding, 4)):
            field.setTabChangesFocus(True)
            field.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + 18)
            field.left.connect(self.save)
        self.question.setMaximumHeight(self.question.minimumHeight())
        for line in (self.title, self.reviewer):
            line.editingFinished.connect(self.save)
        self._fit(body)

    def _fit(self, body: QWidget) -> None:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(body)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _typed(self) -> dict[str, str]:
        return {
            "title": self.title.text().strip(),
            "question": self.question.toPlainText().strip(),
            "finding": self.finding.toPlainText().strip(),
            "reviewer": self.reviewer.text().strip(),
        }

    def refresh(self) -> None:
        """Show what the case says; a field that is being typed in keeps what was typed."""
        workbench = self._desk.workbench
        details = workbench.rows.details if workbench else None
        typed = self._typed()
        for name in ("title", "question", "finding", "reviewer"):
            field, stored = getattr(self, name), getattr(details, name) if details else ""
            field.setEnabled(workbench is not None and not workbench.read_only)
            busy = field.hasFocus() and typed[name] != self._stored.get(name, "")
            self._stored[name] = stored
            if busy or typed[name] == stored:
                continue
            field.setText(stored) if isinstance(field, QLineEdit) else field.setPlainText(stored)

    def save(self) -> None:
        """Write what was changed, as one step."""
        if self._desk.workbench is None or self._desk.workbench.read_only:
            return
        changed = {
            name: words for name, words in self._typed().items() if words != self._stored.get(name, "")
        }
        if changed:
            self._stored.update(changed)
            self._desk.do(lambda workbench: workbench.edit_case(**changed))
