"""About an article: what is known of it, where it came from, and what its paragraphs are."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from verifier.domain.articles import Article, Metadata, Version
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.desk import Desk
from verifier.ui.dialogs.form import FormDialog
from verifier.ui.phrases import day_and_time, shortened
from verifier.ui.style import words


class AboutArticleDialog(FormDialog):
    """What is not stated in the source stays empty; a paragraph's kind can be changed at once, as a step."""

    def __init__(self, desk: Desk, article_id: str, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        article = desk.need.rows.need(Article, article_id)
        title = text("Article {letter}").format(letter=article.letter)
        super().__init__(title, text("Save"), translator, parent)
        self.resize(600, 620)
        self._desk, self._translator, self._article = desk, translator, article
        version = desk.need.rows.need(Version, article.version_id)
        self.form.addRow(
            text("File"), words(f"{version.name} · {day_and_time(version.acquired_at)}", "quiet", parent=self)
        )
        self._fields = {
            "title": self._line(text("Title"), article.title),
            "byline": self._line(text("Byline"), article.byline),
            "publisher": self._line(text("Publisher"), article.publisher),
            "piece": self._line(text("Kind of piece"), article.piece),
            "published_as_printed": self._line(text("Date as printed"), article.published_as_printed),
            "published": self._line(text("Date (2024-05-03)"), article.published),
            "url": self._line(text("Address (URL)"), article.url),
            "language": self._line(text("Language"), article.language),
        }
        self._fields["title"].setFocus()
        self._add_paragraphs()
        if desk.need.read_only:
            self.do_button.setEnabled(False)
            self.kind.setEnabled(False)

    def _line(self, label: str, value: str | None) -> QLineEdit:
        field = QLineEdit(value or "", self)
        field.setPlaceholderText(self._translator.gettext("not stated in the source"))
        field.setAccessibleName(label)
        self.form.addRow(label, field)
        return field

    def _add_paragraphs(self) -> None:
        text = self._translator.gettext
        self._paragraphs = self._desk.need.rows.paragraphs(self._article.version_id)
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(140)
        for row in range(len(self._paragraphs)):
            self.list.addItem(QListWidgetItem(self._described(row)))
        self.kind = QComboBox(self)
        self.kind.setObjectName("paragraph-kind")
        for kind in ParagraphKind:
            self.kind.addItem(name_of("kind", kind, self._translator), kind)
        self.list.currentRowChanged.connect(self._show_kind)
        self.kind.activated.connect(lambda _index: self._set_kind())
        self.form.addRow(text("Paragraphs"), self.list)
        self.form.addRow(text("This one is"), self.kind)
        self.list.setCurrentRow(0)

    def _described(self, row: int) -> str:
        paragraph = self._paragraphs[row]
        kind = name_of("kind", paragraph.kind, self._translator)
        aside = "" if paragraph.kind in ACCOUNT_KINDS else "▸ "
        return f"{aside}{kind}: {shortened(self._desk.need.words(paragraph), 90)}"

    def _show_kind(self, row: int) -> None:
        if 0 <= row < len(self._paragraphs):
            self.kind.setCurrentIndex(self.kind.findData(self._paragraphs[row].kind))

    def _set_kind(self) -> None:
        row = self.list.currentRow()
        chosen, paragraph = ParagraphKind(self.kind.currentData()), self._paragraphs[row]
        self._desk.do(lambda workbench: workbench.set_kind([paragraph.id], chosen))
        self._paragraphs = self._desk.need.rows.paragraphs(self._article.version_id)
        self.list.item(row).setText(self._described(row))
        self._show_kind(row)

    def accept(self) -> None:
        """Qt: write what is known, as one step, and close."""
        values = {name: field.text().strip() or None for name, field in self._fields.items()}
        self._desk.do(lambda workbench: workbench.describe(self._article.id, Metadata(**values)))
        super().accept()
