"""What a form of source is to the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.reading import Content, ReadOptions

MOST_BYTES = 20 * 10**6
"""The largest source that is read, in bytes, where its form does not allow more."""

WITH_PICTURES = 100 * 10**6
"""The same for forms that carry pictures beside their words."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of source: its name, whether bytes look like it, how it is read, and how many bytes it may have.

    ``matches`` gets at least the first 64 KB. ``read`` takes the source (kept whole, as it came), the content in it
    that holds the words (for a file on its own: the same bytes), and the options; it raises ReadError.
    """

    name: str
    matches: Callable[[bytes], bool]
    read: Callable[[Source, Content, ReadOptions], ArticleDraft]
    most_bytes: int = MOST_BYTES


def sizes(size: int, limit: int) -> dict[str, str]:
    """A size and its limit in megabytes, as the message wants them."""
    return {"size": f"{size / 1e6:.1f}", "limit": f"{limit / 1e6:.0f}"}
