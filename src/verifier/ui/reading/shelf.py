"""The columns as widgets: which articles have one, where it stands, and what becomes of it when the case changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from verifier.domain.addresses import index_of_letter
from verifier.domain.articles import Article
from verifier.domain.judgements import Link
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.workbench import Workbench
from verifier.ui.reading.arrangement import Arrangement, arrange
from verifier.ui.reading.beneath import Beneath
from verifier.ui.reading.column import Column
from verifier.ui.reading.emptiness import Emptiness
from verifier.ui.reading.gap import Gap
from verifier.ui.reading.look import Look
from verifier.ui.reading.places import Places
from verifier.ui.theme import Theme

SHOWN_AT_FIRST = 2
"""Columns a case opens with; more come as the user asks for them."""

ADDED_AT_MOST = 3
"""An article that is added gets a column of its own while there are fewer than this."""


class Shelf(QWidget):
    """Holds the columns and the gaps between them. What happens in them is for ``Columns`` to say."""

    column_closed = Signal(str)
    """The user closed the column of this article id."""
    columns_changed = Signal()
    """The list of text widgets is another."""
    files_dropped = Signal(list)
    """Paths of files the user dropped here."""
    link_picked = Signal(str)
    """The user picked a curve, a stub or a tick of this link id."""
    inside_changed = Signal(bool)
    """The user stepped inside a sentence, or out of it."""

    def __init__(
        self, workbench: Workbench | None, theme: Theme, translator: Translator, look: Look,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._translator, self._look = theme, translator, look
        self._workbench: Workbench | None = None
        self._columns: dict[str, Column] = {}
        self._gaps: list[Gap] = []
        self._arrangement = Arrangement()
        self._places = Places()
        self._empty = Emptiness(translator, self)
        self._beneath = Beneath(theme, translator, look, self)
        self._beneath.hide()
        self._set_up()
        self.setAcceptDrops(True)
        self.setAccessibleName(translator.gettext("Articles side by side"))
        self.set_workbench(workbench)

    # -- which articles --------------------------------------------------------------------------------------------

    def set_workbench(self, workbench: Workbench | None) -> None:
        """Show another case, or none."""
        for article_id in list(self._columns):
            self._drop(article_id)
        self._workbench = workbench
        self._places = Places()
        for article in self._articles()[:SHOWN_AT_FIRST]:
            self._add(article)
        self._settle()

    def close_article(self, article_id: str) -> None:
        """Close an article's column; the article stays in the case."""
        if article_id in self._columns:
            self._drop(article_id)
            self._settle()

    def shown_articles(self) -> list[str]:
        """The ids of the articles with a column, from left to right."""
        return list(self._columns)

    def columns(self) -> list[Column]:
        """The columns from left to right."""
        return list(self._columns.values())

    def text_widgets(self) -> list[QTextEdit]:
        """The text widgets from left to right, for actions that act in them alone."""
        return [column.view for column in self._columns.values()]

    def text_has_focus(self) -> bool:
        """Whether a text has the keyboard focus, so that letters act."""
        return any(column.view.hasFocus() for column in self._columns.values())

    def _articles(self) -> tuple[Article, ...]:
        return self._workbench.rows.articles() if self._workbench is not None else ()

    def _open(self, article_id: str) -> Column | None:
        """The column of an article, opened where it is closed; None where there is no such article."""
        article = next((row for row in self._articles() if row.id == article_id), None)
        if article_id not in self._columns and article is not None:
            self._add(article)
            self._settle()
        return self._columns.get(article_id)

    def _add(self, article: Article) -> None:
        assert self._workbench is not None
        column = Column(
            self._workbench, article, self._theme,
            self._translator, self._look, self,
        )  # fmt: skip
        column.close_asked.connect(lambda: self._on_close(article.id))
        column.dropped_at.connect(lambda at: self._on_dropped(column, at))
        column.link_picked.connect(self.link_picked)
        column.moved.connect(self._show_links)
        column.folded.connect(self._show_places)
        column.view.inside_changed.connect(self.inside_changed)
        self._attend(column)
        self._columns[article.id] = column

    def _set_up(self) -> None:
        """Listen to the parts every shelf has."""

    def _attend(self, column: Column) -> None:
        """Listen to what the user does in a new column."""

    def _drop(self, article_id: str) -> None:
        column = self._columns.pop(article_id)
        column.blockSignals(True)
        column.hide()
        column.deleteLater()

    def _on_close(self, article_id: str) -> None:
        self.close_article(article_id)
        self.column_closed.emit(article_id)

    def move_article(self, article_id: str, place: int) -> None:
        """Put the column of an article at a place from the left, counted from 0."""
        if article_id not in self._columns:
            return
        keys = [key for key in self._columns if key != article_id]
        keys.insert(place, article_id)
        self._columns = {key: self._columns[key] for key in keys}
        self._settle()

    def _on_dropped(self, column: Column, at: QPoint) -> None:
        """Put a column where the user dragged it: before the first one in sight whose middle is right of the mouse."""
        x = self.mapFromGlobal(at).x()
        others = [found for found in self._columns.values() if found is not column]
        left = [found for found in others if found.isVisible() and found.geometry().center().x() < x]
        self.move_article(column.article.id, others.index(left[-1]) + 1 if left else 0)

    def _settle(self) -> None:
        """Put everything in its place after columns came or went, and tell."""
        if self._places.article not in self._columns:
            self._places.article = next((key for key in self._places.recent if key in self._columns), None)
        self._arrange()
        self._show_places()
        self.columns_changed.emit()

    # -- what changed ----------------------------------------------------------------------------------------------

    def refresh(self, change: Change) -> None:
        """Show what a step changed: columns for articles that came or went, and the sentences it names."""
        self._refresh_articles(change)
        passages = change.passages | self._ends(change)
        for column in self._columns.values():
            column.refresh(change.sentences, passages)
        self._show_places()

    def _ends(self, change: Change) -> frozenset[str]:
        """The passages at the ends of the links a step named."""
        if self._workbench is None:
            return frozenset()
        links = [self._workbench.rows.get(Link, key) for key in change.links]
        return frozenset(end for link in links if link for end in (link.a, link.b))

    def _refresh_articles(self, change: Change) -> None:
        if not change.articles:
            return
        now = {article.id: article for article in self._articles()}
        gone = [key for key in self._columns if key not in now]
        for key in gone:
            self._drop(key)
            self._places.forget(key)
        for key in self._columns.keys() & change.articles:
            self._renew(self._columns[key], now[key])
        come = [now[key] for key in now if key in change.articles and key not in self._columns]
        room = max(ADDED_AT_MOST - len(self._columns), 0)
        fresh = [article for article in come if index_of_letter(article.letter) > self._last_letter()][:room]
        for article in fresh:
            self._add(article)
        if gone or fresh:
            self._settle()

    def _last_letter(self) -> int:
        """The last letter in sight, counted from 0: AA comes after Z, as words would not have it."""
        return max((index_of_letter(column.article.letter) for column in self._columns.values()), default=-1)

    def _renew(self, column: Column, article: Article) -> None:
        if column.is_outdated(article):
            column.build(article)
        else:
            column.describe(article)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        self._restyle()

    def set_look(self, look: Look) -> None:
        """Set all texts in another face, size or measure."""
        self._look = look
        self._restyle()

    def _hold(self) -> dict[Column, tuple[int, int, float]]:
        """What stands where in each column in sight: the sentence of its cursor, or the line at its top."""
        cursors = self._places.cursors
        return {
            column: column.hold(column.page.sentence(cursors.get(column.article.id, "")))
            for column in self._in_sight()
            if column.isVisible() and column.page.sentences
        }

    def _restore(self, held: dict[Column, tuple[int, int, float]]) -> None:
        for column, line in held.items():
            column.restore(line)

    def _restyle(self) -> None:
        held = self._hold()
        for column in self._columns.values():
            column.set_appearance(self._theme, self._look)
        for gap in self._gaps:
            gap.set_theme(self._theme)
        self._beneath.set_appearance(self._theme, self._look)
        self._arrange()
        self._restore(held)
        self._show_places()

    # -- where they stand ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for as many columns as fit."""
        super().resizeEvent(event)
        held = self._hold()
        self._arrange()
        self._restore(held)

    def _arrange(self) -> None:
        columns = list(self._columns.values())
        self._arrangement = self._arranged(columns, self.height())
        is_lone = len(self._arrangement.shown) == 1 < len(columns)
        if is_lone:
            height = self._beneath.sizeHint().height()
            self._arrangement = self._arranged(columns, self.height() - height)
            self._beneath.setGeometry(0, self.height() - height, self.width(), height)
        self._beneath.setVisible(is_lone)
        self._set_gaps(len(self._arrangement.gaps))
        for number, column in enumerate(columns):
            column.setVisible(number in self._arrangement.shown)
        for number, rect in zip(self._arrangement.shown, self._arrangement.columns, strict=True):
            columns[number].setGeometry(rect)
        for gap, rect in zip(self._gaps, self._arrangement.gaps, strict=True):
            gap.setGeometry(rect)
        self._empty.show_why(self.rect(), columns=len(columns), articles=len(self._articles()))
        self._show_links()

    def _arranged(self, columns: list[Column], height: int) -> Arrangement:
        return arrange(
            [column.least_width() for column in columns], self._wanted(), self.width(), height,
            stubs=len(self._articles()) > 1,
        )  # fmt: skip

    def _wanted(self) -> list[int]:
        """The numbers of the columns, the most wanted first: the current, those used last, the rest in order."""
        keys = list(self._columns)
        recent = [key for key in (self._places.article, *self._places.recent) if key in self._columns]
        return list(dict.fromkeys(keys.index(key) for key in (*recent, *keys) if key))

    def _set_gaps(self, count: int) -> None:
        while len(self._gaps) > count:
            gap = self._gaps.pop()
            gap.hide()  # until it goes it would still be painted, and take the mouse
            gap.deleteLater()
        while len(self._gaps) < count:
            gap = Gap(self._theme, self._translator, self)
            gap.link_picked.connect(self.link_picked)
            gap.show()
            self._gaps.append(gap)

    def _in_sight(self) -> list[Column]:
        """The columns that have room, from left to right."""
        columns = list(self._columns.values())
        return [columns[number] for number in self._arrangement.shown if number < len(columns)]

    def _show_places(self) -> None:
        """Frame what is current, selected, or the other end."""

    def _show_links(self) -> None:
        """Draw the links of the current sentence."""

    # -- files -----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        event.acceptProposedAction()
        self.files_dropped.emit(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )
