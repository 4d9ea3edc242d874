"""Reports on pages: an outline set with Qt, for preview, print and PDF. Article words are set as plain text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.reports.parts import Outline

__all__ = ["pdf_bytes"]


def pdf_bytes(outline: Outline, paper: str = "a4") -> bytes:
    """The report as a PDF on ``paper`` ("a4", "letter"), with links and bookmarks. Needs no screen, and makes the
    application object Qt wants where there is none.
    """
    from verifier.ui.pages.pdf import render

    return render(outline, paper)
