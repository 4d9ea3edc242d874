"""What a form of source is to the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from verifier.domain.articles import ArticleDraft, Source


@dataclass(frozen=True, slots=True)
class Form:
    """A form of source: its name, whether bytes look like it, and how it is read.

    ``read`` takes the source, an encoding or None, and a wrap mode, and raises ReadError.
    """

    name: str
    matches: Callable[[bytes], bool]
    read: Callable[[Source, str | None, str], ArticleDraft]
