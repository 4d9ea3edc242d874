"""Showing where the user is: frames around sentences, curves in the gaps, the linked passage beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from verifier.domain.articles import Sentence
from verifier.i18n import Translator
from verifier.session.workbench import Workbench
from verifier.ui.reading.beneath import counterpart
from verifier.ui.reading.column import Column
from verifier.ui.reading.curves import Curves, Drawing, Scene
from verifier.ui.reading.framing import Frame
from verifier.ui.reading.places import Places
from verifier.ui.reading.shelf import Shelf

Frames = dict[Frame, tuple[Sentence, Sentence]]
Suggested = Callable[[str], Sequence[str]]
"""Names the sentences that are suggested for the sentence of an id, the best first."""


class Showing(QObject):
    """Shows the places in every column, and the links of the current sentence between them."""

    def __init__(self, shelf: Shelf, places: Places, translator: Translator) -> None:
        super().__init__(shelf)
        self._shelf, self._places, self._translator = shelf, places, translator
        self._workbench: Workbench | None = None
        self.suggested: Suggested = lambda _sentence_id: ()
        shelf.arranged.connect(self.show_links)

    def set_workbench(self, workbench: Workbench | None) -> None:
        """Show what is in another case from now on."""
        self._workbench = workbench

    def selected(self, column: Column) -> list[Sentence]:
        """The sentences selected in the current column: the current one where there are no others."""
        current = self._places.sentence
        if current is None or not column.page.has(current):
            return []
        anchor = self._places.anchor
        if anchor is None or not column.page.has(anchor):
            return column.page.stretch(current, current)
        return [
            row
            for row in column.page.stretch(anchor, current)
            if column.page.account_index(row.id) is not None
        ]

    def show_places(self) -> None:
        """Frame current sentence, selection and other end in every column, and draw the curves."""
        other = self._places.other_end()
        for article_id, column in self._shelf.columns.items():
            column.set_frames(self._frames(article_id, column, other))
        self.show_links()

    def _frames(self, article_id: str, column: Column, other: str | None) -> Frames:
        frames: Frames = {}
        resting = column.page.sentence(self._places.cursors.get(article_id, ""))
        there = column.page.sentence(other or "")
        if there is not None:
            frames[Frame.OTHER_END] = (there, there)
        if article_id == self._places.article:
            selected = self.selected(column)
            if selected:
                frame = Frame.CURRENT if len(selected) == 1 else Frame.SELECTED
                frames[frame] = (selected[0], selected[-1])
        elif resting is not None and resting != there:
            frames[Frame.RESTING] = (resting, resting)
        return frames

    def show_links(self) -> None:
        """Draw the links of the current sentence into the gaps, or show one beneath a lone column; not while the
        columns are still being moved about.
        """
        if self._shelf.is_arranging:
            return
        here = self._shelf.columns.get(self._places.article or "")
        in_sight = self._shelf.in_sight()
        drawing = Drawing()
        if self._workbench is not None and here in in_sight and self._places.sentence is not None:
            scene = Scene(self._workbench.rows, in_sight, here, self._translator)
            drawing = scene.curves(
                self._places.sentence, self._places.other_end(), self.suggested(self._places.sentence)
            )
        for number, gap in enumerate(self._shelf.gaps):
            drawn = drawing.gaps.get(number, Curves())
            gap.set_curves(drawn.ribbons, drawn.stubs)
        for number, column in enumerate(in_sight):
            column.header.set_lanes(drawing.lanes.get(number, []))
        self._show_beneath(here)

    def _show_beneath(self, column: Column | None) -> None:
        sentence = column.page.sentence(self._places.sentence or "") if column else None
        beneath = self._shelf.beneath
        if self._workbench is None or column is None or sentence is None or beneath.isHidden():
            return
        rows = self._workbench.rows
        other = rows.get(Sentence, self._places.other_end() or "")
        found = counterpart(rows, column.verdicts.passages_of(sentence), other)
        beneath.show_counterpart(rows, found, self._workbench.words(found.span) if found else "")
