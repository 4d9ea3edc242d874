"""About an article: what is known of it, with other candidates, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
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

from verifier.domain.articles import Article, Metadata, Version
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.i18n.numbers import grouped
from verifier.ui.desk import Desk
from verifier.ui.intake.entry import FIELDS
from verifier.ui.intake.facts import form_name
from verifier.ui.intake.metadata import MetadataForm
from verifier.ui.look.style import words
from verifier.ui.phrases import day_and_time


class AboutArticleDialog(QDialog):
    """What is not stated in the source stays empty; what a person confirms is a fact from then on."""

    reading_asked = Signal(str)
    """How the article with this id was read is to be shown."""

    def __init__(self, desk: Desk, article_id: str, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._translator = desk, translator
        self._article = desk.need.rows.need(Article, article_id)
        self._version = desk.need.rows.need(Version, self._article.version_id)
        title = translator.gettext("Article {letter}")
        self.setWindowTitle(title.format(letter=self._article.letter))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 700)
        self.metadata = MetadataForm(translator, self)
        known = Metadata(**{name: getattr(self._article, name) for name in FIELDS})
        self.metadata.show_metadata(known, self._article.unconfirmed, self._version.candidates)
        self._build()
        if desk.need.read_only:
            self.do_button.setEnabled(False)
            self.metadata.set_writable(False)

    def _build(self) -> None:
        text = self._translator.gettext
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 8)
        column.setSpacing(14)
        column.addWidget(self.metadata)
        column.addWidget(words(text("Where it came from"), "heading", parent=self))
        column.addLayout(self._custody())
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QDialogButtonBox(self)
        self.do_button: QPushButton = box.addButton(text("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.do_button.setDefault(True)
        box.addButton(text("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.reading = box.addButton(text("How it was read…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.reading.clicked.connect(self._show_reading)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        box.setContentsMargins(20, 4, 20, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area, 1)
        whole.addWidget(box)
        self.metadata.rows["title"].value.setFocus()

    def _custody(self) -> QFormLayout:
        """File, size, hash, how and when it came, reader, letters, warnings."""
        form = QFormLayout()
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(14)
        for label, value in custody(self._version, self._translator):
            shown = words(value, wrap=True, parent=self)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(f"{label}: {value}")
            form.addRow(words(label, "quiet", parent=self), shown)
        return form

    def _show_reading(self) -> None:
        self.reject()
        self.reading_asked.emit(self._article.id)

    def accept(self) -> None:
        """Qt: write what is known, as one step, and close."""
        known, open_fields = self.metadata.metadata(), self.metadata.unconfirmed()
        self._desk.do(lambda workbench: workbench.describe(self._article.id, known, unconfirmed=open_fields))
        super().accept()


def custody(version: Version, translator: Translator) -> Iterator[tuple[str, str]]:
    """Where an article came from and how it was read, as labels and values."""
    text = translator.gettext
    yield text("Source"), version.name
    yield text("Acquired"), f"{_how(version.acquired_how, translator)}, {day_and_time(version.acquired_at)}"
    bytes_ = translator.ngettext("{n} byte", "{n} bytes", version.size)
    yield text("Size"), bytes_.format(n=grouped(version.size, translator))
    digest = version.original_sha256
    yield "SHA-256", " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
    read = (form_name(version.reader, translator), version.media_type, version.encoding)
    by = text("as {form}, by reader version {version}")
    yield text("Read"), by.format(form=", ".join(filter(None, read)), version=version.reader_version)
    if version.part:
        yield text("Part"), version.part
    if version.letters_seen:
        kept = text("{kept} of {seen} seen by an independent count")
        yield (
            text("Letters"),
            kept.format(
                kept=grouped(version.letters_kept, translator), seen=grouped(version.letters_seen, translator)
            ),
        )
    for notice in version.warnings:
        yield text("Warning"), word(notice.code, version.name, dict(notice.values), translator)


def _how(key: str, translator: Translator) -> str:
    text = translator.gettext
    known = {
        "file": text("from a file"),
        "pasted": text("pasted"),
        "url": text("fetched from the web"),
        "sample": text("from the sample case"),
    }
    return known.get(key, key)
