"""Which of the installed faces a text can be set in: serif ones, told by name: no system says what one looks like."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from verifier.ui.reading.look import FACES

_KNOWN = frozenset(
    {
        *FACES, "Alegreya", "Antiqua", "Baskerville", "Bembo", "Bitstream Charter", "Bitter", "Bookman", "C059",
        "Caladea", "Cardo", "Century Schoolbook", "Constantia", "Cormorant", "Crimson Pro", "Crimson Text", "Didot",
        "EB Garamond", "Gelasio", "Hoefler Text", "Iowan Old Style", "Libertinus Serif", "Linux Libertine O", "Lora",
        "Merriweather", "New York", "Newsreader", "Nimbus Roman", "P052", "Palatino", "Palatino Linotype", "Playfair",
        "Sitka Text", "Spectral", "Tinos", "Vollkorn",
    }
)  # fmt: skip
_SIGNS = ("serif", "roman", "garamond", "times", "libertine", "bookman", "palatino", "schoolbook", "caslon")


def serif_faces(also: str = "") -> list[str]:
    """The serif faces that are installed, in alphabetical order, and ``also``, whatever that is."""
    found = {
        face
        for face in QFontDatabase.families()
        if _is_serif(face) and QFontDatabase.isSmoothlyScalable(face)
    }
    return sorted(found | ({also} if also else set()), key=str.casefold)


def _is_serif(face: str) -> bool:
    name = face.casefold()
    return face in _KNOWN or (
        "sans" not in name and "mono" not in name and any(sign in name for sign in _SIGNS)
    )
