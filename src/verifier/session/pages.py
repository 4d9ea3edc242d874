"""Pages of a PDF for the window: jobs that draw one, and that find where words of the reading text stand on it.

Both take the bytes the case keeps and run in the worker's child process. Points are 1/72 inch from a page's upper left
corner, as in ``verifier.domain.reading.Spot``.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.articles import PositionMap
from verifier.domain.reading import Spot


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page drawn: ``pixels`` holds rows of red, green and blue bytes from the top, without padding (what Qt calls
    Format_RGB888 with ``3 * width`` bytes a line). ``page_width`` and ``page_height`` are in points, so that a spot's
    edge times ``width / page_width`` is its place in the picture.
    """

    page: int
    width: int
    height: int
    pixels: bytes
    page_width: float
    page_height: float


@dataclass(frozen=True, slots=True)
class PageJob:
    """Draw a page of a PDF, counted from 1, at ``scale`` pixels a point; the result is a PageImage.

    Raises ReadError: pdf-encrypted, pdf-damaged, pdf-too-many-pages, pdf-no-such-page.
    """

    data: bytes
    page: int
    scale: float = 1.5
    name: str = ""
    seconds: float = 30.0

    @property
    def about(self) -> str:
        """The source's name."""
        return self.name

    def run(self) -> object:
        """The page drawn."""
        from verifier.readers.pdf.spots import draw_page

        return PageImage(self.page, *draw_page(self.data, self.page, self.scale, self.name))


@dataclass(frozen=True, slots=True)
class SpotJob:
    """Find where a stretch of reading text stands; the result is a tuple of Spot, one for each line.

    ``stretches`` is what ``spot_job`` finds in the version's map. Raises ReadError as PageJob does.
    """

    data: bytes
    stretches: tuple[tuple[int, int], ...]
    name: str = ""
    seconds: float = 30.0

    @property
    def about(self) -> str:
        """The source's name."""
        return self.name

    def run(self) -> object:
        """The spots."""
        return find_spots(self.data, self.stretches, self.name)


@dataclass(frozen=True, slots=True)
class PlaceJob:
    """Find where ``text[start:end]`` stands, by the map of its version; the result is that of SpotJob.

    All of it is done in the child, so that whoever asks need not import the readers.
    """

    data: bytes
    positions: PositionMap
    start: int
    end: int
    name: str = ""
    seconds: float = 30.0

    @property
    def about(self) -> str:
        """The source's name."""
        return self.name

    def run(self) -> object:
        """The spots."""
        return spot_job(self.data, self.positions, self.start, self.end, self.name).run()


def spot_job(data: bytes, positions: PositionMap, start: int, end: int, name: str = "") -> SpotJob:
    """The job that finds where ``text[start:end]`` stands, by the map of its version."""
    from verifier.readers.pdf.spots import stretches

    return SpotJob(data, stretches(positions, start, end), name)


def find_spots(data: bytes, stretches: tuple[tuple[int, int], ...], name: str = "") -> tuple[Spot, ...]:
    """Where some characters of a PDF stand, in this process. Raises ReadError as PageJob does."""
    from verifier.readers.pdf.spots import spots

    return spots(data, *stretches, where=name)
