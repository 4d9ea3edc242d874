"""Which control word of RTF means what, in one table (Rich Text Format Specification 1.9.1, Microsoft, 2008)."""

from __future__ import annotations

from verifier.domain.kinds import InlineKind, Role
from verifier.readers.note_numbers import numbered
from verifier.readers.rtf.charsets import Font, charset_codec, page_codec
from verifier.readers.rtf.places import NOTES
from verifier.readers.rtf.state import FONTS, SKIP, STYLES, TEXT, State, Style
from verifier.readers.rtf.walk import Handler, Walk
from verifier.readers.written import Mark

_SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "softline": "",
    "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060", "ltrmark": "\u200e", "rtlmark": "\u200f",
    "~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
_FORMATS = {
    "ar": "decimal",
    "rlc": "lowerRoman",
    "ruc": "upperRoman",
    "alc": "lowerLetter",
    "auc": "upperLetter",
}


def _sign(text: str) -> Handler:
    def take(walk: Walk, _number: int | None) -> None:
        walk.put(text)

    return take


def _switch(name: str) -> Handler:
    """A property that is on, or off with the number 0."""

    def turn(walk: Walk, number: int | None) -> None:
        walk.change(**{name: number != 0})

    return turn


def _counted(name: str, count: str) -> Handler:
    """A property of tracked changes: each stretch of it is counted."""

    def turn(walk: Walk, number: int | None) -> None:
        on = number != 0
        walk.places.counts[count] += on and not getattr(walk.state, name) and walk.state.dest == TEXT
        walk.change(**{name: on})

    return turn


def _set(**changes: object) -> Handler:
    def apply(walk: Walk, _number: int | None) -> None:
        walk.change(**changes)

    return apply


def _plain(walk: Walk, _number: int | None) -> None:
    kept, usual = walk.state, State()
    walk.change(
        **{
            name: getattr(usual, name)
            for name in ("bold", "italic", "hidden", "struck", "deleted", "moved_away")
        },
        **{
            name: getattr(usual, name)
            for name in ("inserted", "moved_here", "raised", "font", "far_font", "far")
        },
        unicode_skip=kept.unicode_skip,
    )


def _paragraph_anew(walk: Walk, _number: int | None) -> None:
    walk.change(style=0, outline=None, listed=False, in_table=False, nested=0, drops=False)


def _paragraph(walk: Walk, _number: int | None) -> None:
    if walk.state.dest == TEXT:
        walk.end_paragraph()


def _cell(walk: Walk, _number: int | None) -> None:
    if walk.state.dest == TEXT:
        walk.places.end_cell(walk.shape(), 1)


def _row(walk: Walk, _number: int | None) -> None:
    if walk.state.dest == TEXT:
        walk.places.end(walk.shape(), 1)
        walk.places.end_row(1)


def _nested_cell(walk: Walk, _number: int | None) -> None:
    if walk.state.dest == TEXT:
        walk.places.end_cell(walk.shape(), max(2, walk.depth))


def _nested_row(walk: Walk, _number: int | None) -> None:
    walk.places.end_row(max(2, walk.depth))


def _font(walk: Walk, number: int | None) -> None:
    if walk.state.dest == FONTS:
        walk.defined = (number or 0, Font())
    else:
        walk.change(font=number or 0)


def _associated_font(walk: Walk, number: int | None) -> None:
    if walk.state.far:
        walk.change(far_font=number or 0)


def _charset(walk: Walk, number: int | None) -> None:
    _codec_of_font(walk, charset_codec(number))


def _font_page(walk: Walk, number: int | None) -> None:
    _codec_of_font(walk, page_codec(number))


def _codec_of_font(walk: Walk, codec: str) -> None:
    if walk.state.dest == FONTS and walk.defined is not None and isinstance(walk.defined[1], Font) and codec:
        walk.defined = (walk.defined[0], Font(walk.defined[1].name, codec))


def _default_font(walk: Walk, number: int | None) -> None:
    walk.default_font = number


def _page(walk: Walk, number: int | None) -> None:
    walk.codec = page_codec(number) or walk.codec


def _codec(name: str) -> Handler:
    def choose(walk: Walk, _number: int | None) -> None:
        walk.codec = name

    return choose


def _unicode_skip(walk: Walk, number: int | None) -> None:
    walk.change(unicode_skip=min(max(0, 1 if number is None else number), 100))


def _style(walk: Walk, number: int | None) -> None:
    if walk.state.dest == STYLES:
        walk.defined = (number or 0, Style())
    else:
        walk.change(style=number or 0)


def _character_style(walk: Walk, _number: int | None) -> None:
    if walk.state.dest == STYLES:
        walk.to(SKIP)


def _based_on(walk: Walk, number: int | None) -> None:
    if walk.state.dest == STYLES and walk.defined is not None and isinstance(walk.defined[1], Style):
        walk.defined[1].base = number


def _outline(walk: Walk, number: int | None) -> None:
    if walk.state.dest == STYLES:
        if walk.defined is not None and isinstance(walk.defined[1], Style):
            walk.defined[1].outline = number
    else:
        walk.change(outline=number)


def _listed(walk: Walk, number: int | None) -> None:
    walk.change(listed=number != 0)


def _nesting(walk: Walk, number: int | None) -> None:
    walk.change(nested=min(max(0, number or 0), 1_000))


def _note_format(role: Role, form: str) -> Handler:
    def choose(walk: Walk, _number: int | None) -> None:
        walk.note_formats[role] = form

    return choose


def _note_number(walk: Walk, _number: int | None) -> None:
    """The number of a note, in the text or before its words."""
    if walk.state.dest != TEXT:
        return
    place = walk.places.place
    number = walk.note_number if place.shape in NOTES.values() else ""
    if place.shape is None and walk.state.fate is Role.NONE:
        number = _next_number(walk)
    if number:
        walk.places.add(number, walk.state.fate, (*walk.state.marks, Mark(InlineKind.NOTE, number)))


def _next_number(walk: Walk) -> str:
    """The number of the note that follows: an endnote says so at once."""
    walk.note_number = ""
    role = walk.next_note_role()
    walk.notes[role] += 1
    walk.note_number = numbered(walk.notes[role], walk.note_formats[role])
    return walk.note_number


def _endnote(walk: Walk, _number: int | None) -> None:
    if walk.places.place.shape is NOTES[Role.FOOTNOTE]:
        walk.places.place.shape = NOTES[Role.ENDNOTE]


def _math_bar(walk: Walk, _number: int | None) -> None:
    walk.put("/")


def _math_root(walk: Walk, _number: int | None) -> None:
    walk.put("√")


HANDLERS: dict[str, Handler] = {
    **{name: _sign(text) for name, text in _SIGNS.items()},
    **{f"ftnn{name}": _note_format(Role.FOOTNOTE, form) for name, form in _FORMATS.items()},
    **{f"aftnn{name}": _note_format(Role.ENDNOTE, form) for name, form in _FORMATS.items()},
    "par": _paragraph,
    "sect": _paragraph,
    "\n": _paragraph,
    "\r": _paragraph,
    "cell": _cell,
    "row": _row,
    "nestcell": _nested_cell,
    "nestrow": _nested_row,
    "pard": _paragraph_anew,
    "plain": _plain,
    "b": _switch("bold"),
    "i": _switch("italic"),
    "v": _switch("hidden"),
    "strike": _counted("struck", "struck"),
    "striked": _counted("struck", "struck"),
    "deleted": _counted("deleted", "deleted"),
    "revised": _counted("inserted", "inserted"),
    "mvf": _counted("moved_away", "moved"),
    "mvt": _switch("moved_here"),
    "super": _set(raised=InlineKind.SUPERSCRIPT),
    "sub": _set(raised=InlineKind.SUBSCRIPT),
    "nosupersub": _set(raised=None),
    "f": _font,
    "af": _associated_font,
    "loch": _set(far=False),
    "hich": _set(far=False),
    "dbch": _set(far=True),
    "fcharset": _charset,
    "cpg": _font_page,
    "deff": _default_font,
    "ansicpg": _page,
    "mac": _codec("mac_roman"),
    "pc": _codec("cp437"),
    "pca": _codec("cp850"),
    "uc": _unicode_skip,
    "s": _style,
    "cs": _character_style,
    "ds": _character_style,
    "ts": _character_style,
    "sbasedon": _based_on,
    "outlinelevel": _outline,
    "ls": _listed,
    "intbl": _set(in_table=True),
    "itap": _nesting,
    "dropcapli": _switch("drops"),
    "chftn": _note_number,
    "ftnalt": _endnote,
    "mden": _math_bar,
    "mrad": _math_root,
    "msup": _set(raised=InlineKind.SUPERSCRIPT),
    "msub": _set(raised=InlineKind.SUBSCRIPT),
}
"""What control words and symbols do."""
