"""The Word writer: an outline rendered as a .docx, its large parts as ready XML, so that it grows in a line."""

from __future__ import annotations

from verifier.reports.parts import Outline


def render(outline: Outline, paper: str = "a4") -> bytes:
    """The bytes of a .docx; the same outline and paper give the same bytes."""
    from verifier.reports.word.package import build_package

    return build_package(outline, paper)
