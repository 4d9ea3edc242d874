"""What became of a report that was opened as a case: what came, and what no longer fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QTextEdit, QVBoxLayout, QWidget

from verifier.domain.reopened import Reopened
from verifier.i18n import Translator
from verifier.session.reopened_words import Told, summary_of, told
from verifier.ui.dialogs.fitting import fit
from verifier.ui.look.style import words

_INDENT = 14
"""Pixels that the lines of a list stand in from its heading."""


class ReopenedDialog(QDialog):
    """Lists beside the work what an editor's comments became. Its words can be copied; it blocks nothing."""

    def __init__(self, report: str, found: Reopened, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        text = translator.gettext
        self.setObjectName("reopened")
        self.setWindowTitle(text("What came from the report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 620, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        head = text("{report} is a case again: {what}.").format(
            report=report, what=summary_of(found, translator)
        )
        column.addWidget(words(head, wrap=True, parent=self))
        self.lists = _Lists(told(found, translator), self)
        self.lists.setAccessibleName(text("What came back, and what no longer fits"))
        self.lists.setPlaceholderText(text("Nobody wrote anything new in its margins."))
        column.addWidget(self.lists, 1)
        box = QDialogButtonBox(self)
        close = box.addButton(text("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        column.addWidget(box)


class _Lists(QTextEdit):
    """Headings and lines, as plain words: they come from editors and articles."""

    def __init__(self, lists: Sequence[Told], parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.document().setDocumentMargin(10)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, one in enumerate(lists):
            self._put(cursor, one.heading, is_first=index == 0, is_heading=True)
            for line in one.lines:
                self._put(cursor, line, is_first=False, is_heading=False)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _put(self, cursor: QTextCursor, line: str, *, is_first: bool, is_heading: bool) -> None:
        block, letters = QTextBlockFormat(), QTextCharFormat()
        if is_heading:
            letters.setFontWeight(QFont.Weight.DemiBold)
            block.setTopMargin(0 if is_first else 12)
            block.setHeadingLevel(2)
        else:
            block.setLeftMargin(_INDENT)
        block.setBottomMargin(3)
        if is_first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.setCharFormat(letters)
        cursor.insertText(line, letters)
