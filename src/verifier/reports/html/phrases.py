"""Words as HTML: pieces, phrases and what lies at their feet, each in its language and direction."""

from __future__ import annotations

from urllib.parse import quote

from verifier.reports.html.markup import attribute, element, escaped
from verifier.reports.html.tongues import from_the_right, language_of
from verifier.reports.html.wording import Words
from verifier.reports.parts import Face, Faces, Phrase, Piece, Tone

_FACE_TAGS = {
    Face.FIXED: "code",
    Face.BOLD: "strong",
    Face.SLANTED: "em",
    Face.RAISED: "sup",
    Face.LOWERED: "sub",
}

_TONES = {
    Tone.PLAIN: ("", ""),
    Tone.QUIET: ("span", "quiet"),
    Tone.STRONG: ("strong", ""),
    Tone.DIFFERS: ("mark", "differs"),
    Tone.DIFFERS_MUCH: ("mark", "differs much"),
    Tone.UNKNOWN: ("span", "unknown"),
    Tone.CODE: ("code", ""),
    Tone.ADDRESS: ("span", "address"),
    **{tone: ("span", f"tag {tone.removeprefix('tag.')}") for tone in Tone if tone.startswith("tag.")},
}
"""The element and the class of each tone."""

_ADDRESS_SIGNS = "%/:?#[]@!$&'()*+,;=~"
"""What stands in a web address as it is, beside letters, digits and -._; the rest goes into it by its number."""

_SAYING = frozenset({Tone.PLAIN, Tone.DIFFERS, Tone.DIFFERS_MUCH})
"""The tones of an article's own words among others."""


def begins_from_the_right(phrase: Phrase) -> bool:
    """Whether the first words of a phrase that are no address begin from the right."""
    said = (piece.text for piece in phrase if piece.tone in _SAYING and piece.text.strip(" …"))
    return from_the_right(next(said, ""))


def faced(content: str, faces: Faces) -> str:
    """Ready content set as its source sets it."""
    if not faces:
        return content
    for face, tag in _FACE_TAGS.items():
        if face in faces:
            content = f"<{tag}>{content}</{tag}>"
    return content


def is_live(url: str) -> bool:
    """Whether an address may be a link."""
    return url[:8].lower().startswith(("http://", "https://"))


class Phrases:
    """Writes the phrases of one report in ``language``. Footnotes are numbered as they come."""

    def __init__(self, language: str, words: Words) -> None:
        self._language = language
        self._words = words
        self.footnotes: list[str] = []

    def paragraph(self, phrase: Phrase, class_: str = "") -> str:
        """A phrase as a paragraph; "" for one without words."""
        if not any(piece.text for piece in phrase):
            return ""
        turned = "rtl" if begins_from_the_right(phrase) else ""
        return element("p", self.phrase(phrase, turned), class_=class_, dir=turned)

    def line(self, text: str, class_: str = "") -> str:
        """Words of one tone as a paragraph."""
        return self.paragraph((Piece(text),), class_)

    def phrase(self, phrase: Phrase, turned: str = "") -> str:
        """The pieces of a phrase; ``turned`` is the direction they stand in where that is "rtl"."""
        return "".join([self.piece(piece, turned) for piece in phrase])

    def piece(self, piece: Piece, turned: str = "") -> str:
        """One piece: linked where it leads to a place of this report or to the web."""
        if not piece.text:
            return ""
        tag, class_ = _TONES[piece.tone]
        content = faced(escaped(piece.text), piece.faces)
        language, direction = self._tongue(piece, turned)
        if piece.anchor:
            shown = element(
                "a", content, class_=class_, href=f"#{piece.anchor}", lang=language, dir=direction
            )
        elif piece.url and is_live(piece.url):
            shown = self._outward(piece)
        elif tag or language or direction:
            shown = element(tag or "span", content, class_=class_, lang=language, dir=direction)
        else:
            shown = content
        return shown + (self._footnote(piece.footnote) if piece.footnote else "")

    def _tongue(self, piece: Piece, turned: str) -> tuple[str, str]:
        language = language_of(piece.text, piece.language, self._language)
        if piece.text.isascii() and not turned:
            return language, ""
        direction = "rtl" if from_the_right(piece.text) else "ltr"
        return language, "" if direction == (turned or "ltr") else direction

    def _outward(self, piece: Piece) -> str:
        """A link to the web, its real address to be seen."""
        href = attribute(quote(piece.url, safe=_ADDRESS_SIGNS))
        link = f'<a href="{href}" rel="external nofollow noopener noreferrer">{escaped(piece.text)}</a>'
        return link if piece.text.strip() == piece.url else f"{link} <code>{escaped(piece.url)}</code>"

    def _footnote(self, told: Phrase) -> str:
        """The raised number that leads to a footnote, which is kept for the end of the page."""
        number = len(self.footnotes) + 1
        self.footnotes.append("")
        back = element(
            "a",
            "↩",
            href=f"#fn{number}-ref",
            role="doc-backlink",
            aria_label=self._words.back_from_footnote.format(number=number),
        )
        turned = "rtl" if begins_from_the_right(told) else ""
        content = f"{self.phrase(told, turned)} {back}"
        self.footnotes[number - 1] = element("li", element("p", content, dir=turned), id=f"fn{number}")
        link = element(
            "a",
            str(number),
            href=f"#fn{number}",
            id=f"fn{number}-ref",
            role="doc-noteref",
            aria_label=self._words.footnote.format(number=number),
        )
        return f"<sup>{link}</sup>"
