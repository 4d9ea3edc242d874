"""The panel on the left: the articles of the case with how far each is, and the other views with their counts."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from verifier.domain.articles import Article
from verifier.domain.queries import SentenceLabel
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.counts import FoundCounts
from verifier.ui.desk import Desk
from verifier.ui.look.style import smaller, words
from verifier.ui.look.theme import Theme
from verifier.ui.phrases import LABELS, article_name
from verifier.ui.place import Place
from verifier.ui.pressing import pressed_by_enter
from verifier.ui.tally import Tally

WIDE = 214
FOLDED = 52
"""The widths of the panel, in pixels: whole, and folded to the letters."""
SIDE = 8
"""Pixels between its edges and what is in it."""


_VIEWS = ("case", "open-items", "sentences", "links", "matrix", "quotations", "only-here", "history")
"""The views that have a button, in their order."""


class ArticleCard(QAbstractButton):
    """One article: letter, name, kind of piece, "21 of 34", and a bar of its labels."""

    def __init__(self, theme: Theme, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._translator = translator
        self._letter = self._detail = ""
        self._counts: Counter[SentenceLabel] = Counter()
        self._folded = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_article(self, article: Article, name: str, counts: Counter[SentenceLabel]) -> None:
        """Show this article with these counts."""
        total = sum(counts.values())
        progress = self._translator.gettext("{checked} of {total}")
        checked = progress.format(checked=total - counts[None], total=total)
        self._letter, self._counts = article.letter, counts
        self._detail = " · ".join(filter(None, (article.piece, checked)))
        self.setText(name)
        self.setAccessibleName(f"{article.letter} {name}, {self._detail}")
        self.setToolTip(f"{article.letter} · {name}".replace("<", "‹"))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: be pressed by Enter too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Qt: a press does not check it; the cursor does, once it is in the article."""

    def set_folded(self, folded: bool) -> None:
        """Show the letter alone, or everything."""
        self._folded = folded
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: two lines and a bar."""
        return QSize(
            FOLDED - 2 * SIDE if self._folded else 150,
            int(self.fontMetrics().height() * (1.6 if self._folded else 2.9)) + 12,
        )

    def minimumSizeHint(self) -> QSize:
        """Qt: as wished."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(self._theme.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        self._draw_words(painter)
        self._draw_bar(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        line = self.fontMetrics().height()
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(8, 6 + self.fontMetrics().ascent(), self._letter)
        if self._folded:
            return
        left = 8 + max(18, painter.fontMetrics().horizontalAdvance(self._letter) + 7)
        room = self.width() - left - 8
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("ink"))
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, 6 + self.fontMetrics().ascent(), elided)
        painter.setFont(smaller(self.font()))
        painter.setPen(self._theme.colour("quiet"))
        elided = painter.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, 8 + line + painter.fontMetrics().ascent(), elided)

    def _draw_bar(self, painter: QPainter) -> None:
        total = sum(self._counts.values())
        left = 8.0 if self._folded else 26.0
        width = self.width() - left - 8
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hairline"))
        painter.drawRect(int(left), self.height() - 10, int(width), 4)
        labels: tuple[SentenceLabel, ...] = (*LABELS, "mixed") if total else ()
        for label in labels:
            share = width * self._counts[label] / total
            known = label if label != "mixed" else "unchecked"
            painter.fillRect(
                int(left), self.height() - 10, int(share + 0.99 if share else 0), 4,
                self._theme.colour(f"label.{known}.line"),
            )  # fmt: skip
            left += share


class ArticlesPanel(QWidget):
    """Articles above, views below. Choosing an article shows it in a column."""

    chosen = Signal(str)
    """The user chose the article with this id."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        tally: Tally,
        found: FoundCounts,
        actions: ActionSet,
        theme: Theme,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._place, self._tally, self._found = desk, place, tally, found
        self._theme, self._translator = theme, translator
        self._folded = False
        self.cards: dict[str, ArticleCard] = {}
        self._views: dict[str, QPushButton] = {}
        self._view_counts: dict[str, QLabel] = {}
        self._build(actions)
        tally.counted.connect(self.refresh)
        found.counted.connect(self._show_counts)
        place.moved.connect(self._show_current)
        self.refresh()

    def _build(self, actions: ActionSet) -> None:
        text = self._translator.gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 8)
        column.setSpacing(2)
        self._headings = [
            words(text("Articles"), "heading", parent=self),
            words(text("Views"), "heading", parent=self),
        ]
        self._cards_box = QWidget(self)
        self._cards_column = QVBoxLayout(self._cards_box)
        self._cards_column.setContentsMargins(0, 4, 0, 0)
        self._cards_column.setSpacing(2)
        column.addWidget(self._headings[0])
        column.addWidget(self._scrolled(self._cards_box), 100)  # as much as it needs, before all else
        column.addSpacing(12)
        column.addWidget(self._headings[1])
        for key in _VIEWS:
            self._views[key] = self._view_button(actions, key)
            column.addWidget(self._views[key])
        column.addStretch(1)
        self.set_folded(False)

    def _scrolled(self, box: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidget(box)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        return area

    def _view_button(self, actions: ActionSet, key: str) -> QPushButton:
        action = actions.actions[f"view.{key}"]
        button = QPushButton(self)
        button.setProperty("look", "quiet")
        button.setAutoDefault(True)  # so that Enter presses it
        button.setObjectName(f"open-view.{key}")
        button.setToolTip(action.toolTip())
        button.clicked.connect(lambda _checked: action.trigger())
        button.setAccessibleName(action.text())
        button.setText(action.text())
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        self._view_counts[key] = words("", "quiet", parent=button)
        row.addWidget(self._view_counts[key])
        return button

    def view_button(self, key: str) -> QPushButton:
        """The button that opens a view."""
        return self._views[key]

    def set_folded(self, folded: bool) -> None:
        """Show the letters alone, where the window is narrow, or everything."""
        self._folded = folded
        self.setFixedWidth(FOLDED if folded else WIDE)
        for heading in self._headings:
            heading.setVisible(not folded)
        for button in self._views.values():
            button.setVisible(not folded)
        for card in self.cards.values():
            card.set_folded(folded)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        for card in self.cards.values():
            card.set_theme(theme)

    def refresh(self) -> None:
        """Show the articles there are, with their counts."""
        workbench = self._desk.workbench
        articles = workbench.rows.articles() if workbench is not None else ()
        for gone in set(self.cards) - {article.id for article in articles}:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for article in articles:
            if article.id not in self.cards:
                self.cards[article.id] = self._card(article.id)
            name = article_name(self._desk.need.rows, article)
            self.cards[article.id].show_article(article, name, self._tally.of_article(article.id))
        self._show_counts()
        self._fit()

    def _card(self, article_id: str) -> ArticleCard:
        card = ArticleCard(self._theme, self._translator, self._cards_box)
        card.set_folded(self._folded)
        card.clicked.connect(partial(self._choose, article_id))
        self._cards_column.addWidget(card)
        return card

    def _choose(self, article_id: str, _checked: bool = False) -> None:
        self.chosen.emit(article_id)

    def _show_counts(self) -> None:
        workbench = self._desk.workbench
        counts = {
            "open-items": self._tally.open_items,
            "sentences": sum(self._tally.of_case().values()),
            "links": workbench.rows.count("links") if workbench else 0,
            **self._found.of,
        }
        for key, label in self._view_counts.items():
            label.setText(str(counts.get(key) or ""))

    def _show_current(self, article_id: str, _sentence_id: str) -> None:
        for key, card in self.cards.items():
            card.setChecked(key == article_id)
        if article_id in self.cards:
            self._cards_column.activate()  # a card that is new has no place yet
            self._area.ensureWidgetVisible(self.cards[article_id], 0, 2)

    def _fit(self) -> None:
        height = sum(card.sizeHint().height() + 2 for card in self.cards.values()) + 6
        self._area.setMinimumHeight(min(height, 150))
        self._area.setMaximumHeight(max(height, 10))
