"""Phrases as runs: tones and faces, live addresses, places inside the report, footnotes."""

from __future__ import annotations

from collections.abc import Callable

from verifier.reports.parts import Phrase, Piece
from verifier.reports.word.look import TONE_STYLES
from verifier.reports.word.markup import external_link, internal_link, run

Footnote = Callable[[Piece, str], str]
"""Takes a piece with a footnote, and its runs, and gives the runs with what leads to the footnote."""


class Links:
    """The web addresses of one part of the package; ``ids`` maps each to the id of its relationship."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def relation(self, url: str) -> str:
        """The id of the relationship to a web address."""
        return self.ids.setdefault(url, f"rIdLink{len(self.ids) + 1}")


class Words:
    """Writes phrases for one part of the package, whose ``links`` it fills."""

    def __init__(self, footnote: Footnote | None = None) -> None:
        self.links = Links()
        self._footnote = footnote

    def phrase(self, phrase: Phrase) -> str:
        """The runs of a phrase."""
        if len(phrase) == 1:
            return self._piece(phrase[0])
        return "".join([self._piece(piece) for piece in phrase])

    def _piece(self, piece: Piece) -> str:
        text, tone, anchor, url, language, faces, footnote = piece
        if url and not anchor:
            content = external_link(run(text, "Hyperlink"), self.links.relation(url))
        else:
            content = run(text, TONE_STYLES[tone], language, faces)
            content = internal_link(content, anchor) if anchor else content
        return self._footnote(piece, content) if footnote and self._footnote else content
