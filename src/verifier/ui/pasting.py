"""Reading pasted text in the child process. No Qt here: the child imports this module."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.articles import Source
from verifier.session.clock import utc_now
from verifier.session.reading import read_source


@dataclass(frozen=True, slots=True)
class PasteJob:
    """Read a pasted text as an article; the result is an ArticleDraft."""

    source: Source
    seconds: float = 120.0

    @property
    def about(self) -> str:
        """The name given to the text."""
        return self.source.name

    def run(self) -> object:
        """The article draft."""
        return read_source(self.source)


def pasted(name: str, text: str) -> PasteJob:
    """The job that reads a pasted text, kept as UTF-8 under a name that says it is text."""
    data = text.encode("utf-8", "replace")
    return PasteJob(Source(f"{name}.txt", data, acquired_how="pasted", acquired_at=utc_now()))
