"""The status line: how far the case is, what is being done, when it was saved and who checks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from verifier.domain.queries import SentenceLabel
from verifier.i18n import Translator
from verifier.ui.desk import Desk
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.style import smaller, words
from verifier.ui.phrases import LABELS, clock_time, label_word
from verifier.ui.pressing import PressedButton
from verifier.ui.tally import Tally
from verifier.ui.work import Work


class StatusLine(QWidget):
    """One line at the foot of the window."""

    def __init__(
        self, desk: Desk, tally: Tally, work: Work, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._tally = tally
        self._work = work
        self._translator = translator
        self._make_parts()
        tally.counted.connect(self.refresh)
        work.doing.connect(self._show_work)
        desk.waiting.connect(self._show_wait)
        self.refresh()

    def _make_parts(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(16)
        self.checked = words("", "title", parent=self)
        self.counts = ElidedLabel("quiet", self)
        self.doing = ElidedLabel("quiet", self)
        self.progress = QProgressBar(self)
        self.progress.setMaximumWidth(140)
        self.progress.setTextVisible(False)
        self.cancel = PressedButton(self)
        self.cancel.setText(self._translator.gettext("Cancel"))
        self.cancel.clicked.connect(self._work.cancel)
        self.saved = ElidedLabel("quiet", self)
        for elided in (self.counts, self.doing, self.saved):
            elided.setFont(smaller(elided.font()))
        row.addWidget(self.checked)
        row.addWidget(self.counts)
        row.addStretch(1)
        for widget in (self.doing, self.progress, self.cancel, self.saved):
            row.addWidget(widget)
        self._show_work("", 0, 0)

    def _show_work(self, what: str, done: int, of: int) -> None:
        self.doing.setText(what)
        self.progress.setRange(0, of if of > 1 else 0)
        self.progress.setValue(done)
        for widget in (self.doing, self.progress, self.cancel):
            widget.setVisible(bool(what))

    def _show_wait(self, what: str) -> None:
        """Say at once, before the window's thread is busy with it, what is being done."""
        from PySide6.QtWidgets import QApplication

        if not what:
            QApplication.restoreOverrideCursor()
            self.doing.setVisible(not self.cancel.isHidden())
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.doing.setText(what)
        self.doing.show()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.repaint()

    def refresh(self, *_what: object) -> None:
        """Count again and say when the last step was saved."""
        workbench = self._desk.workbench
        if workbench is None:
            for label in (self.checked, self.counts, self.saved):
                label.setText("")
            return
        counts = self._tally.of_case()
        total = sum(counts.values())
        of_all = self._translator.gettext("{checked} of {total} checked")
        self.checked.setText(of_all.format(checked=total - counts[None], total=total) if total else "")
        self.counts.setText(self._count_words())
        self.saved.setText(self._saved_words())

    def _count_words(self) -> str:
        counts, number = self._tally.of_case(), self._tally.open_items
        labels: tuple[SentenceLabel, ...] = (*LABELS, "mixed")
        parts = [
            f"{counts[label]} {label_word(label, self._translator)}" for label in labels if counts[label]
        ]
        if number:
            one = self._translator.ngettext("{number} open item", "{number} open items", number)
            parts.append(one.format(number=number))
        return " · ".join(parts)

    def _saved_words(self) -> str:
        workbench = self._desk.need
        text = self._translator.gettext
        if workbench.copied_at:
            state = text("read only · copy of {time}").format(time=clock_time(workbench.copied_at))
        elif workbench.read_only:
            state = text("read only")
        else:
            state = text("saved {time}").format(time=clock_time(workbench.last_saved()))
        name = workbench.rows.details.title or workbench.path.stem
        return " · ".join(filter(None, (state, name, workbench.checker.initials or workbench.checker.name)))
