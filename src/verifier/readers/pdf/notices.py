"""What the user should know of how a PDF was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.articles import Notice
from verifier.readers.pdf.joining import Joiner
from verifier.readers.pdf.scanning import is_scan
from verifier.readers.pdf.values import Page

_MOST_NAMED = 12
_MOST_RULES = 3
"""How many lines and boxes a page without words may have and still be blank."""


def notices(pages: Sequence[Page], joiner: Joiner, attached: Sequence[str]) -> Iterator[Notice]:
    """What the user should know of how the document was read."""
    blank = [page.number for page in pages if not page.count and page.painted > _MOST_RULES]
    broken = [page.number for page in pages if page.broken]
    scanned = [page.number for page in pages if page.invisible and is_scan(page)]
    if broken:
        yield Notice("pdf-pages-broken", (("pages", _named(broken)),))
    if blank:
        yield Notice("pdf-pages-without-text", (("pages", _named(blank)),))
    if scanned:
        yield Notice("pdf-scanned-text", (("pages", _named(scanned)),))
    yield from joiner.notices()
    doubled = sum(page.doubled for page in pages)
    if doubled:
        yield Notice("pdf-doubled", (("count", str(doubled)),))
    unmapped = sum(page.unmapped for page in pages)
    if unmapped:
        yield Notice("pdf-unmapped", (("count", str(unmapped)),))
    if attached:
        shown = ", ".join(attached[:_MOST_NAMED])
        yield Notice("pdf-attachments", (("count", str(len(attached))), ("names", shown)))


def _named(numbers: Sequence[int]) -> str:
    """Page numbers as a list, the first dozen of them."""
    more = f" … ({len(numbers)})" if len(numbers) > _MOST_NAMED else ""
    return ", ".join(map(str, numbers[:_MOST_NAMED])) + more
