"""The tally: how many sentences count as what, kept up to date by what each step touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from verifier.domain.articles import Article, Sentence
from verifier.domain.queries import SentenceLabel, account, label_of
from verifier.domain.steps import Change
from verifier.ui.desk import Desk
from verifier.ui.openness import Unchecked, counted_open

PAUSE = 120
"""How long after a step the open items are counted again, in milliseconds: they are dear in a large case."""

SLICE = 0.012
"""Seconds of counting between two looks at what the user does."""


class Tally(QObject):
    """Counts for the panels: an article of 20,000 sentences is not counted anew for one of them."""

    counted = Signal()
    """The counts are others now."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._labels: dict[str, SentenceLabel] = {}
        self._home: dict[str, str] = {}
        self._counts: dict[str, Counter[SentenceLabel]] = {}
        self.open_items = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._count_open_items)
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._count_on)
        self._pending: Iterator[int] = iter(())
        self._found = 0
        desk.opened.connect(self._begin)
        desk.changed.connect(self._count_change)
        self._count_all()

    def of_article(self, article_id: str) -> Counter[SentenceLabel]:
        """How many sentences of the article's account count as what; None counts the unchecked ones."""
        return self._counts.get(article_id, Counter())

    def unchecked(self) -> tuple[Unchecked, ...]:
        """The articles with sentences nobody has checked, in the order of their letters."""
        workbench = self._desk.workbench
        if workbench is None:
            return ()
        first: dict[str, str] = {}
        for key, label in self._labels.items():
            if label is None:
                first.setdefault(self._home[key], key)
        return tuple(
            Unchecked(article, self._counts[article.id][None], first[article.id])
            for article in workbench.rows.articles()
            if article.id in first
        )

    def of_case(self) -> Counter[SentenceLabel]:
        """The same for all articles together."""
        total: Counter[SentenceLabel] = Counter()
        for counts in self._counts.values():
            total.update(counts)
        return total

    def _begin(self) -> None:
        """Forget the case before."""
        self.open_items = 0
        self._count_all()

    def _count_all(self) -> None:
        self._labels.clear()
        self._home.clear()
        self._counts.clear()
        if self._desk.workbench is not None:
            for article in self._desk.workbench.rows.articles():
                self._count_article(article)
        self._count_open_items()
        if self._slices.isActive():  # what is checked is known now, and need not wait for what is open
            self.counted.emit()

    def _count_article(self, article: Article) -> None:
        rows = self._desk.need.rows
        counts = self._counts[article.id] = Counter()
        for sentence in account(rows, article):
            label = label_of(rows, sentence)
            self._labels[sentence.id] = label
            self._home[sentence.id] = article.id
            counts[label] += 1

    def _count_change(self, change: Change) -> None:
        if change.articles:
            self._count_all()
            return
        self._slices.stop()
        rows = self._desk.need.rows
        for key in change.sentences:
            sentence = rows.get(Sentence, key)
            if sentence is not None and key in self._labels:
                counts = self._counts[self._home[key]]
                counts[self._labels[key]] -= 1
                self._labels[key] = label_of(rows, sentence)
                counts[self._labels[key]] += 1
        self.counted.emit()
        self._timer.start()

    def _count_open_items(self) -> None:
        """Begin to count what is open; a case of ordinary size is counted at once."""
        workbench = self._desk.workbench
        self._pending = counted_open(workbench.rows) if workbench is not None else iter(())
        self._found = sum(counts[None] > 0 for counts in self._counts.values())
        self._count_on()

    def _count_on(self) -> None:
        """Count for a moment, and go on after what the user does meanwhile; a step begins it anew."""
        until = perf_counter() + SLICE
        for number in self._pending:
            self._found += number
            if perf_counter() > until:
                self._slices.start()
                return
        self._slices.stop()
        self.open_items = self._found
        self.counted.emit()
