"""Pasted words as a source."""

from __future__ import annotations

from verifier.domain.articles import Source
from verifier.session.clock import utc_now


def pasted(name: str, text: str) -> Source:
    """A pasted text as a source, kept as UTF-8 under a name that says it is text."""
    data = text.encode("utf-8", "replace")
    return Source(f"{name}.txt", data, acquired_how="pasted", acquired_at=utc_now())
