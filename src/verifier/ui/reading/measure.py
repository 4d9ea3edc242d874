"""How wide the text of a column is, and where it and its margin stand."""

from __future__ import annotations

from verifier.ui.reading.header import ColumnHeader
from verifier.ui.reading.look import Look
from verifier.ui.reading.margin import Margin
from verifier.ui.reading.strip import WIDTH
from verifier.ui.reading.text_view import PADDING, TextView

EDGE = 4
"""Pixels to the right of the overview strip."""

NARROWEST = 45
"""Characters; a column in which lines have no room for so many is not shown beside others."""


def least_width(margin: Margin, look: Look) -> int:
    """The width of a column in pixels at which its lines have room for ``NARROWEST`` characters."""
    text = look.column_width(min(NARROWEST, look.column_characters))
    return round(margin.needed_width() + text + 2 * PADDING + WIDTH + EDGE)


def set_measure(
    view: TextView, margin: Margin, header: ColumnHeader, look: Look, width: int, *, from_the_right: bool
) -> None:
    """Make lines as long as the look says, or as a column so many pixels wide allows, the text in the middle. The
    margin is at the right of a text that runs from the right.
    """
    needed, room = round(margin.needed_width()), width - WIDTH - EDGE
    measure = round(look.column_width()) + 2 * PADDING
    spare = max(room - needed - measure, 0)
    near, far = needed + spare // 2, spare - spare // 2
    if from_the_right:
        view.set_sides(far, near)
        margin.setGeometry(room - near, 0, needed, view.height())
        header.set_sides(far + PADDING, near + PADDING + WIDTH + EDGE, from_the_right=True)
    else:
        view.set_sides(near, far)
        margin.setGeometry(near - needed, 0, needed, view.height())
        header.set_sides(near + PADDING, far + WIDTH // 2 + EDGE, from_the_right=False)
    margin.raise_()
