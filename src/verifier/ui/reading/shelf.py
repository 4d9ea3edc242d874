"""The columns as widgets: which articles have one, where it stands, and where the gaps between them are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from verifier.domain.addresses import index_of_letter
from verifier.domain.articles import Article
from verifier.i18n import Translator
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import Theme
from verifier.ui.reading.arrangement import Arrangement, arrange
from verifier.ui.reading.beneath import Beneath
from verifier.ui.reading.column import Column
from verifier.ui.reading.dragging import Landing, landing_of, x_in
from verifier.ui.reading.emptiness import Emptiness
from verifier.ui.reading.gap import Gap
from verifier.ui.reading.look import Look
from verifier.ui.reading.places import Places
from verifier.ui.reading.scrolling import Held


class Shelf(QWidget):
    """Holds the columns and the gaps between them. What happens in them is no concern of the shelf's."""

    column_made = Signal(object)
    """A new ``Column``: whoever wants to know what the user does in it listens to it from now on."""
    settled = Signal()
    """Columns came, went, or stand in another order."""
    arranged = Signal()
    """Columns have other places or widths."""
    closed = Signal(str)
    """The user closed the column of this article id."""
    link_picked = Signal(str)
    """The user picked a curve or a stub of this link id."""
    suggestion_picked = Signal(str)
    """The user picked a curve or a stub that leads to this suggested sentence id."""

    def __init__(
        self, places: Places, theme: Theme, translator: Translator, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._places, self._theme, self._translator, self._look = places, theme, translator, look
        self._workbench: Workbench | None = None
        self.columns: dict[str, Column] = {}
        self.gaps: list[Gap] = []
        self._arrangement = Arrangement()
        self.is_arranging = False
        self.empty = Emptiness(translator, self)
        self.beneath = Beneath(theme, translator, look, self)
        self.beneath.hide()
        self.landing = Landing(theme, self)

    # -- which articles --------------------------------------------------------------------------------------------

    def set_workbench(self, workbench: Workbench | None) -> None:
        """Take the columns away; those made from now on show articles of another case."""
        for article_id in list(self.columns):
            self.drop(article_id)
        self._workbench = workbench

    def articles(self) -> tuple[Article, ...]:
        """All articles of the case, in the order of their letters."""
        return self._workbench.rows.articles() if self._workbench is not None else ()

    def open(self, article_id: str) -> Column | None:
        """The column of an article, made where it is closed; None where there is no such article."""
        article = next((row for row in self.articles() if row.id == article_id), None)
        if article_id not in self.columns and article is not None:
            self.add(article)
            self.settle()
        return self.columns.get(article_id)

    def add(self, article: Article) -> None:
        """Make a column for an article, at the right of the others; ``settle`` must follow."""
        assert self._workbench is not None
        column = Column(self._workbench, article, self._theme, self._translator, self._look, self)
        column.header.close_asked.connect(lambda: self._on_close(article.id))
        column.header.dragged_at.connect(lambda at: self._on_dragged(column, at))
        column.header.dropped_at.connect(lambda at: self._on_dropped(column, at))
        self.columns[article.id] = column
        self.column_made.emit(column)

    def drop(self, article_id: str) -> None:
        """Take the column of an article away; ``settle`` must follow."""
        column = self.columns.pop(article_id)
        column.blockSignals(True)
        column.hide()
        column.deleteLater()

    def close_article(self, article_id: str) -> None:
        """Close an article's column; the article stays in the case."""
        if article_id in self.columns:
            self.drop(article_id)
            self.settle()

    def put_in_order(self, article_ids: list[str]) -> None:
        """Have the columns of these articles stand in this order, before all others."""
        keys = [key for key in dict.fromkeys(article_ids) if key in self.columns]
        keys += [key for key in self.columns if key not in keys]
        if keys != list(self.columns):
            self.columns = {key: self.columns[key] for key in keys}
            self.settle()

    def move_to(self, article_id: str, place: int) -> None:
        """Put the column of an article at a place from the left, counted from 0."""
        if article_id in self.columns:
            keys = [key for key in self.columns if key != article_id]
            keys.insert(place, article_id)
            self.put_in_order(keys)

    def last_letter(self) -> int:
        """The last letter in sight, counted from 0: AA comes after Z, as words would not have it."""
        return max((index_of_letter(column.article.letter) for column in self.columns.values()), default=-1)

    def _on_close(self, article_id: str) -> None:
        self.close_article(article_id)
        self.closed.emit(article_id)

    def _on_dragged(self, column: Column, at: QPoint) -> None:
        """Show where a column will stand once the user lets go of it."""
        landing = landing_of(list(self.columns.values()), column, x_in(self, at))
        if landing is None:
            self.landing.hide()
        else:
            self.landing.show_at(landing[1], self.height())

    def _on_dropped(self, column: Column, at: QPoint) -> None:
        """Put a column where the user dragged it."""
        self.landing.hide()
        landing = landing_of(list(self.columns.values()), column, x_in(self, at))
        if landing is not None:
            self.move_to(column.article.id, landing[0])

    def settle(self) -> None:
        """Put everything in its place after columns came or went, and tell."""
        if self._places.article not in self.columns:
            self._places.article = next((key for key in self._places.recent if key in self.columns), None)
        self.arrange()
        self.settled.emit()

    # -- how they look ---------------------------------------------------------------------------------------------

    def restyle(self, theme: Theme, look: Look) -> None:
        """Show everything in other colours, another face, size or measure."""
        self._theme, self._look = theme, look
        held = self.hold()
        for column in self.columns.values():
            column.set_appearance(theme, look)
        for gap in self.gaps:
            gap.set_theme(theme)
        self.beneath.set_appearance(theme, look)
        self.landing.set_theme(theme)
        self.arrange()
        self.restore(held)

    def hold(self) -> dict[Column, Held]:
        """What stands where in each column in sight: the sentence of its cursor, or the line at its top."""
        cursors = self._places.cursors
        return {
            column: column.spots.hold(column.page.sentence(cursors.get(column.article.id, "")))
            for column in self.in_sight()
            if column.isVisible() and column.page.sentences
        }

    def restore(self, held: dict[Column, Held]) -> None:
        """Bring what was held back to where it stood."""
        for column, line in held.items():
            column.spots.restore(line)

    # -- where they stand ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for as many columns as fit."""
        super().resizeEvent(event)
        held = self.hold()
        self.arrange()
        self.restore(held)

    def arrange(self) -> None:
        """Give columns and gaps their places."""
        self.is_arranging = True
        self._arrange()
        self.is_arranging = False
        self.arranged.emit()

    def _arrange(self) -> None:
        columns = list(self.columns.values())
        self._arrangement = self._arranged(columns, self.height())
        is_lone = len(self._arrangement.shown) == 1 < len(columns)
        if is_lone:
            self.beneath.fit_into(self.height())
            height = self.beneath.sizeHint().height()
            self._arrangement = self._arranged(columns, self.height() - height)
            self.beneath.setGeometry(0, self.height() - height, self.width(), height)
        self.beneath.setVisible(is_lone)
        self._set_gaps(len(self._arrangement.gaps))
        for number, column in enumerate(columns):
            column.setVisible(number in self._arrangement.shown)
        for number, rect in zip(self._arrangement.shown, self._arrangement.columns, strict=True):
            columns[number].setGeometry(rect)
        for gap, rect in zip(self.gaps, self._arrangement.gaps, strict=True):
            gap.setGeometry(rect)
        letters = [article.letter for article in self.articles()]
        self.empty.show_why(self.rect(), columns=len(columns), letters=letters)

    def in_sight(self) -> list[Column]:
        """The columns that have room, from left to right."""
        columns = list(self.columns.values())
        return [columns[number] for number in self._arrangement.shown if number < len(columns)]

    def _arranged(self, columns: list[Column], height: int) -> Arrangement:
        return arrange(
            [column.least_width() for column in columns], self._wanted(), self.width(), height,
            stubs=len(self.articles()) > 1,
        )  # fmt: skip

    def _wanted(self) -> list[int]:
        """The numbers of the columns, the most wanted first: the current, those used last, the rest in order."""
        keys = list(self.columns)
        recent = [key for key in (self._places.article, *self._places.recent) if key in self.columns]
        return list(dict.fromkeys(keys.index(key) for key in (*recent, *keys) if key))

    def _set_gaps(self, count: int) -> None:
        while len(self.gaps) > count:
            gap = self.gaps.pop()
            gap.hide()  # until it goes it would still be painted, and take the mouse
            gap.deleteLater()
        while len(self.gaps) < count:
            gap = Gap(self._theme, self._translator, self)
            gap.link_picked.connect(self.link_picked)
            gap.suggestion_picked.connect(self.suggestion_picked)
            gap.show()
            self.gaps.append(gap)
