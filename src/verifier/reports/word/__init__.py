"""The Word writer: an outline rendered as a .docx, its large parts as ready XML, so that it grows in a line."""

from __future__ import annotations

from verifier.reports.parts import Outline


def render(outline: Outline, paper: str = "a4", house_style: bytes = b"", house_name: str = "") -> bytes:
    """The bytes of a .docx; the same outline, paper and house style give the same bytes.

    ``house_style`` is a .docx or .dotx whose styles and margins are used, ``house_name`` its name for messages. Raises
    ReportError where it cannot be used.
    """
    from verifier.reports.word.house import read_house
    from verifier.reports.word.package import build_package

    house = read_house(house_style, house_name) if house_style else None
    return build_package(outline, paper, house)
