"""The HTML writer: an outline as one self-contained page, without scripts, made to be read by everybody."""

from __future__ import annotations

from verifier.i18n import Translator
from verifier.reports.parts import Outline


def render(outline: Outline, translator: Translator | None = None) -> bytes:
    """The UTF-8 bytes of a page; the same outline gives the same bytes. ``translator`` words what a page needs beside
    the outline (None: that of the outline's language).
    """
    from verifier.reports.html.page import page

    return page(outline, translator)
