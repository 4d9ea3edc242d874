"""One column: header, text, margin and overview strip of an article, and the sentence its cursor is on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verifier.domain.articles import Article, Passage, Sentence, Version
from verifier.domain.making import no_collection
from verifier.domain.queries import trimmed, words_of
from verifier.i18n import Translator
from verifier.session.opencase import OpenCase
from verifier.ui.look.theme import Theme
from verifier.ui.reading.captions import Captions
from verifier.ui.reading.cues import CueMarks
from verifier.ui.reading.folds import Folds
from verifier.ui.reading.framing import Frame
from verifier.ui.reading.header import ColumnHeader
from verifier.ui.reading.hits import Hits
from verifier.ui.reading.inlay import Inlay
from verifier.ui.reading.look import Look
from verifier.ui.reading.margin import Margin, quiet_font
from verifier.ui.reading.measure import EDGE, least_width, set_measure
from verifier.ui.reading.page import Page
from verifier.ui.reading.painting import Brush
from verifier.ui.reading.scrolling import Spots
from verifier.ui.reading.selection import Selection
from verifier.ui.reading.strip import OverviewStrip
from verifier.ui.reading.text_view import PADDING, TextView
from verifier.ui.reading.underlines import Underliner
from verifier.ui.reading.verdicts import Verdicts

LOW = 150
"""Pixels: in a column lower than this the header has one line."""


class Column(QWidget):
    """Shows one article. Which sentence is current is decided by ``Columns``; this only shows it."""

    sentence_pressed = Signal(str)
    """The user put the cursor on this sentence id by mouse or caret."""
    focused = Signal()
    menu_asked = Signal(str, QPoint)
    """Sentence id ("" where the keyboard asked) and global position."""
    selected = Signal()
    """The user selected other words, or none any more."""
    part_pressed = Signal(str, int)
    """The user clicked on this code point of the article of this id, without selecting anything."""
    link_picked = Signal(str)
    moved = Signal()
    """Text moved under the viewport."""

    def __init__(
        self,
        case: OpenCase,
        article: Article,
        theme: Theme,
        translator: Translator,
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._translator, self._look = theme, translator, look
        self._case, self._rows, self.text = case, case.rows, ""
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.header = ColumnHeader(theme, translator, look, self)
        self.view = TextView(theme, self._words_between, self)
        self.spots, self.selection = Spots(self.view, self), Selection(self.view)
        self.folds = Folds(self.spots, self._rebuild, self)
        self.margin = Margin(self.view, theme, translator, self.view)
        self.strip = OverviewStrip(self.view, theme, translator, self)
        self.hits = Hits(self.view, theme)
        self.cues = CueMarks(self.view, theme, translator)
        self._lay_out()
        self._connect()
        self.build(article)

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.view, 1)
        body.addWidget(self.strip)
        body.addSpacing(EDGE)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 8)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addLayout(body, 1)

    def _connect(self) -> None:
        self.view.pressed_at.connect(self._on_pressed)
        self.view.caret_moved.connect(self._on_caret)
        self.view.focused.connect(self.focused)
        self.view.selected.connect(self.selected)
        self.view.clicked_at.connect(self._on_clicked)
        self.view.menu_asked.connect(self._on_menu)
        self.view.moved.connect(self._on_moved)
        self.margin.pressed_on.connect(self.sentence_pressed)
        self.margin.link_picked.connect(self.link_picked)
        self.strip.scroll_asked.connect(self.spots.centre)
        self.header.resized.connect(self.moved)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def build(self, article: Article) -> None:
        """Make the whole column anew: paragraphs, sentences or the look of the text are others now."""
        caret = self._caret_point(article)
        with no_collection():
            self.article = article
            self.text = self._case.text(article.version_id)
            open_folds = self.folds.open_among(self._rows.paragraphs(article.version_id))
            self.page = Page(self._rows, article, self.text, self._translator, open_folds)
            self.verdicts = Verdicts(self._rows, self.page)
            self.spots.show_page(self.page, self.text)
            self.selection.show_page(self.page, self.text)
            self.folds.show_page(self.page)
            inlay = Inlay(self._case.inlines(article.version_id), self.page)
            self._brush = Brush(self.page, self.text, self.verdicts, inlay, self._theme, self._look)
            self._fill()
        self.header.show_article(self.page, self._rows.need(Version, self.article.version_id).candidates)
        self._name()
        if caret is not None:
            self.view.set_caret(self.page.place_of(caret))

    def _caret_point(self, article: Article) -> int | None:
        """The code point the caret is at, None where there is none yet, or the text will be another."""
        if not self.text or article.version_id != self.article.version_id:
            return None
        return self.page.point_at(self.view.marking.places()[0])

    def _rebuild(self) -> None:
        self.build(self.article)

    def _fill(self) -> None:
        document = QTextDocument(self.view)
        self._brush.fill(document)
        self.view.setFont(self._look.font())
        underliner = Underliner(self.view, self.page, self.text, self.verdicts, self._theme)
        captions = Captions(self.view, self.page, self._theme, self._look, self._translator)
        self.cues.show_page(self.page, self.text, self._theme)
        self.view.show_document(document, underliner.paint, captions.paint, self.cues.paint)
        self.margin.show_page(self.page, self.verdicts, quiet_font(self._look.point_size * 0.66))
        self.strip.show_page(self.page, self.verdicts)
        self._set_measure()
        self.hits.show_page(self.page, self._theme)

    def _name(self) -> None:
        say = self._translator.gettext
        name = say("Text of article {letter}, {publisher}").format(
            letter=self.article.letter, publisher=self.article.publisher or say("publisher not stated")
        )
        self.view.setAccessibleName(name)
        self.setAccessibleName(name)

    def renew(self, article: Article) -> None:
        """Show what an article is now: anew where paragraphs or sentences are others, else only its header."""
        if self.page.is_outdated(self._rows, article):
            self.build(article)
        else:
            self._describe(article)

    def _describe(self, article: Article) -> None:
        self.article = self.page.article = article
        self.header.show_article(self.page, self._rows.need(Version, self.article.version_id).candidates)
        self._name()

    def refresh(self, sentence_ids: Iterable[str], passage_ids: Iterable[str]) -> None:
        """Repaint these sentences and those under these passages, and nothing else."""
        touched = self.verdicts.refresh(sentence_ids, passage_ids)
        sentences = [found for key in touched if (found := self.page.sentence(key)) is not None]
        if sentences:
            self._brush.repaint(self.view.document(), sentences)
            self.strip.refresh(sentences)
            self.margin.refresh(sentences)

    def set_appearance(self, theme: Theme, look: Look) -> None:
        """Show the same article in other colours or another face."""
        self._theme, self._look = theme, look
        self.view.set_theme(theme)
        self.margin.set_theme(theme)
        self.strip.set_theme(theme)
        self.header.set_theme(theme, look)
        self.build(self.article)

    # -- places ----------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to where the text is to begin, once it has its width."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.spots.take_top)

    def scroll_to(self, sentence: Sentence) -> None:
        """Scroll as little as needed to show a sentence with some text around it."""
        self.spots.show(sentence.start, sentence.end)

    def show_hits(self, spans: Sequence[tuple[int, int]], current: tuple[int, int] | None) -> None:
        """Tint what was found, in text and overview; spans are code points."""
        self.hits.show(spans, current)
        self.strip.show_hits([start for start, _ in self.hits.spans()])

    def set_frames(self, frames: Mapping[Frame, tuple[Sentence, Sentence]]) -> None:
        """Frame these stretches of sentences, each from one sentence to another."""
        self.view.set_frames(
            {frame: self.spots.places(first.start, last.end) for frame, (first, last) in frames.items()}
        )
        current = frames.get(Frame.CURRENT)
        self.margin.set_current(current[0].id if current else None)

    def words(self, span: Sentence | Passage) -> str:
        """The words of a sentence or a part of one."""
        return words_of(self.text, span)

    def span(self, passage: Passage) -> tuple[int, int]:
        """The code points of a passage's words, without white space at its ends."""
        return trimmed(self.text, passage.start, passage.end)

    def part_with(self, start: int, end: int) -> Passage | None:
        """The part of a sentence with exactly these words, whatever white space is at its ends, or None."""
        sentence = self.page.sentence_at(start)
        parts = self.verdicts.parts_of(sentence) if sentence is not None else []
        return next((part for part in parts if self.span(part) == (start, end)), None)

    def set_caret(self, sentence: Sentence) -> None:
        """Put the real caret at the start of a sentence."""
        self.view.set_caret(self.page.place_of(sentence.start))

    def _words_between(self, first: int, last: int) -> str:
        return self.selection.words(first, last)

    def _on_moved(self) -> None:
        self.header.set_scrolled(self.view.verticalScrollBar().value() > PADDING)
        self.moved.emit()

    # -- what the user does ----------------------------------------------------------------------------------------

    def _on_pressed(self, place: int) -> None:
        row = self.page.rows[self.page.row_at_place(place)]
        if row.paragraph is None and row.fold is not None:
            self.folds.toggle(row.fold)
        else:
            self._on_caret(place)

    def _on_caret(self, place: int) -> None:
        point = self.page.point_at(place)
        sentence = None if point is None else self.page.sentence_at(point)
        if sentence is not None:
            self.sentence_pressed.emit(sentence.id)

    def _on_clicked(self, place: int) -> None:
        point = self.page.point_at(place)
        if point is not None:
            self.part_pressed.emit(self.article.id, point)

    def _on_menu(self, place: int, position: QPoint) -> None:
        point = self.page.point_at(place) if place >= 0 else None
        sentence = None if point is None else self.page.sentence_at(point)
        self.menu_asked.emit(sentence.id if sentence else "", position)

    def lane(self, slot: int) -> float:
        """The height at which a link crosses this column under its head."""
        return self.header.lane(slot)

    # -- measure ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text centred and no wider than its measure, and the header as low as the column."""
        super().resizeEvent(event)
        self.header.set_low(self.height() < LOW)
        self._set_measure()

    def least_width(self) -> int:
        """The width in pixels at which lines have 45 characters."""
        return least_width(self.margin, self._look)

    def _set_measure(self) -> None:
        set_measure(
            self.view, self.margin, self.header, self._look, self.width(),
            from_the_right=self.page.from_the_right,
        )  # fmt: skip
