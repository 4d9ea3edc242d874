"""What all dialogs share: a title, a form, two buttons, and that they go when they are closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from verifier.i18n import Translator
from verifier.ui.look.style import words


class FormDialog(QDialog):
    """A dialog with a form. ``explain`` stands above it in quiet letters. One that does not block the window is shown
    with ``show``, and its form scrolls where the screen is small.
    """

    def __init__(
        self,
        title: str,
        do: str,
        translator: Translator,
        parent: QWidget,
        *,
        explain: str = "",
        blocks: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        modality = Qt.WindowModality
        self.setWindowModality(modality.WindowModal if blocks else modality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        if explain:
            column.addWidget(words(explain, "quiet", wrap=True, parent=self))
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(12)
        if blocks:
            column.addLayout(self.form, 1)
        else:
            column.addWidget(_scrolling(self.form, self), 1)
        self._box = QDialogButtonBox(self)
        self.do_button: QPushButton = self._box.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
        self.do_button.setDefault(True)
        self._box.addButton(translator.gettext("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        column.addWidget(self._box)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: be as wide as the words of the user's language need; a minimum that is set says nothing of them."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumWidth(max(self.minimumWidth(), layout.minimumSize().width()))
        super().showEvent(event)


def _scrolling(form: QFormLayout, parent: QWidget) -> QScrollArea:
    """The form in an area that scrolls."""
    area, body = QScrollArea(parent), QWidget(parent)
    form.setContentsMargins(0, 0, 8, 0)
    body.setLayout(form)
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
