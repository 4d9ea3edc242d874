"""How a place stands, in one line beneath its name: not checked, or by whom it was judged and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.domain.articles import Sentence
from verifier.domain.queries import label_of
from verifier.i18n import Translator
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.style import smaller
from verifier.ui.phrases import day_and_time, label_word
from verifier.ui.subject import Subject


class Standing(QWidget):
    """Always one line, so that nothing beneath it jumps."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self.text = ElidedLabel("quiet", self)
        self.text.setFont(smaller(self.text.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)

    def show_subject(self, subject: Subject | None) -> None:
        """Show how one place stands."""
        self._show(self._said_of(subject) if subject is not None else "", self._is_foreign(subject))

    def show_several(self, subjects: Sequence[Subject]) -> None:
        """Show how several places stand: how often each label is among them."""
        text = self._translator.gettext("{label}: {number}")
        counts = Counter(subject.mark.label if subject.mark else None for subject in subjects)
        said = [
            text.format(label=label_word(label, self._translator), number=number)
            for label, number in counts.most_common()
        ]
        self._show(" · ".join(said), False)

    def _show(self, said: str, foreign: bool) -> None:
        self.text.show_words(said)
        self.text.setProperty("look", "foreign" if foreign else "quiet")
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)

    def _is_foreign(self, subject: Subject | None) -> bool:
        mark = subject.mark if subject is not None else None
        return (
            mark is not None and subject is not None and mark.checker != subject.workbench.checker.signature
        )

    def _said_of(self, subject: Subject) -> str:
        text, mark = self._translator.gettext, subject.mark
        if mark is None:
            whole = label_of(subject.rows, subject.span) if isinstance(subject.span, Sentence) else None
            by_parts = text("checked by its parts: {label}").format(label=label_word(whole, self._translator))
            return by_parts if whole else text("not checked yet")
        said = text("by {checker}") if mark.label else text("note by {checker}")
        return f"{said.format(checker=mark.checker)} · {_told(mark.time)}"


def _told(time: str) -> str:
    """A stored time as it is told; what another program wrote may be anything, and is then told as it is."""
    try:
        return day_and_time(time)
    except ValueError:
        return time
