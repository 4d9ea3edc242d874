"""What control words of RTF mean that begin a group: where its words go (specification 1.9.1, Microsoft, 2008)."""

from __future__ import annotations

from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor
from verifier.readers.rtf.places import NOTES
from verifier.readers.rtf.state import FONTS, INSTRUCTION, QUIET, SKIP, STYLES, TEXT
from verifier.readers.rtf.walk import Handler, Walk
from verifier.readers.written import Mark, Shape, Written, aside

_COMMENT = Shape(ParagraphKind.ASIDE, role=Role.COMMENT)
_HEAD = Shape(ParagraphKind.FURNITURE, role=Role.HEADER)
_FOOT = Shape(ParagraphKind.FURNITURE, role=Role.FOOTER)


def _dropped(walk: Walk, _number: int | None) -> None:
    walk.to(SKIP)


def _quiet(walk: Walk, _number: int | None) -> None:
    walk.to(QUIET)


def _shown(walk: Walk, _number: int | None) -> None:
    walk.to(TEXT)


def _fonts(walk: Walk, _number: int | None) -> None:
    walk.to(FONTS)


def _styles(walk: Walk, _number: int | None) -> None:
    walk.to(STYLES)


def _field(walk: Walk, _number: int | None) -> None:
    walk.places.place.fields.begin()
    place = walk.places.place
    walk.to(walk.state.dest, lambda _walk: place.fields.end())


def _instruction(walk: Walk, _number: int | None) -> None:
    walk.to(INSTRUCTION)


def _result(walk: Walk, _number: int | None) -> None:
    walk.places.place.fields.separate()
    walk.to(TEXT)


def _head(walk: Walk, _number: int | None) -> None:
    walk.enter_place(_HEAD, lambda walk: walk.places.heads.extend(walk.leave_place()))


def _foot(walk: Walk, _number: int | None) -> None:
    walk.enter_place(_FOOT, lambda walk: walk.places.feet.extend(walk.leave_place()))


def _note(walk: Walk, _number: int | None) -> None:
    """A footnote, until it says that it is an endnote."""
    walk.notes_met += 1
    walk.enter_place(NOTES[Role.FOOTNOTE], _end_note)


def _end_note(walk: Walk) -> None:
    is_endnote = walk.places.place.shape is NOTES[Role.ENDNOTE]
    written = walk.leave_place()
    (walk.places.endnotes if is_endnote else walk.places.footnotes).extend(written)
    walk.note_number = ""


def _comment(walk: Walk, _number: int | None) -> None:
    walk.places.counts["comments"] += 1
    walk.authors.setdefault(walk.author)
    signed = walk.places.record or walk.author

    def end(walk: Walk) -> None:
        written = walk.leave_place()
        walk.places.hang([_signed(each, signed) for each in written])

    walk.enter_place(_COMMENT, end)


def _signed(each: Written, signed: str) -> Written:
    return aside(
        each.block.text, each.block.role, Anchor(paragraph=each.block.anchor.paragraph, record=signed)
    )


def _comment_author(walk: Walk, _number: int | None) -> None:
    def take(walk: Walk, words: str) -> None:
        walk.author = words

    walk.collect(take)


def _range(*, begins: bool) -> Handler:
    def take(walk: Walk, id: str) -> None:
        if begins:
            walk.places.ranges[id] = Mark(InlineKind.COMMENTED, id)
        else:
            walk.places.ranges.pop(id, None)

    return lambda walk, _number: walk.collect(take)


def _box(walk: Walk, _number: int | None) -> None:
    walk.enter_place(None if walk.places.place.shape is None else walk.places.place.shape, _end_box)


def _end_box(walk: Walk) -> None:
    written = walk.leave_place()
    walk.places.hang_box(written)


def _property_name(walk: Walk, _number: int | None) -> None:
    def take(walk: Walk, words: str) -> None:
        walk.property = words

    walk.collect(take)


def _property_value(walk: Walk, _number: int | None) -> None:
    """A property of a shape: its description, or words that are drawn."""

    def take(walk: Walk, words: str) -> None:
        name, walk.property = walk.property, ""
        if name == "wzDescription" and words:
            walk.places.hang([aside(words, Role.ALTERNATIVE_TEXT, walk.places.line().anchor)])
        elif name == "gtextUNICODE" and words:
            walk.places.enter(walk.places.place.shape, walk.state.fate)
            walk.places.add(words, Role.NONE, ())
            walk.places.hang_box(walk.places.leave(Shape()))

    walk.collect(take)


def _object(walk: Walk, _number: int | None) -> None:
    walk.places.counts["objects"] += 1


def _stated(name: str) -> Handler:
    def take(walk: Walk, words: str) -> None:
        walk.stated.setdefault(name, words)

    return lambda walk, _number: walk.collect(take)


_DROPPED = (
    *("colortbl", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl"),
    *("themedata", "colorschememapping", "datastore", "latentstyles", "pgptbl", "nonshppict", "shprslt"),
    *(
        "listtext",
        "pntext",
        "pn",
        "nonesttables",
        "objdata",
        "tc",
        "xe",
        "rxe",
        "txe",
        "bkmkstart",
        "bkmkend",
    ),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "formfield", "datafield", "background"),
    *(
        "atnid",
        "atndate",
        "atntime",
        "atnicn",
        "atnref",
        "atnparent",
        "pntxta",
        "pntxtb",
        "docvar",
        "private",
    ),
    *(
        "mctrlPr",
        "mfPr",
        "mrPr",
        "mdPr",
        "mradPr",
        "mnaryPr",
        "msSupPr",
        "msSubPr",
        "msSubSupPr",
        "maccPr",
        "mlimLowPr",
    ),
    *("moMathParaPr", "mfuncPr", "meqArrPr", "mmPr", "mboxPr", "mbarPr", "mgroupChrPr", "mmathPict"),
)

DESTINATIONS: dict[str, Handler] = {
    **dict.fromkeys(_DROPPED, _dropped),
    **dict.fromkeys(
        ("info", "pict", "shp", "shpinst", "shppict", "do", "upr", "picprop", "nesttableprops"), _quiet
    ),
    **dict.fromkeys(("result", "ud", "moMath", "moMathPara"), _shown),
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), _head),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), _foot),
    "fonttbl": _fonts,
    "stylesheet": _styles,
    "field": _field,
    "fldinst": _instruction,
    "fldrslt": _result,
    "footnote": _note,
    "annotation": _comment,
    "atnauthor": _comment_author,
    "atrfstart": _range(begins=True),
    "atrfend": _range(begins=False),
    "shptxt": _box,
    "dptxbxtext": _box,
    "sn": _property_name,
    "sv": _property_value,
    "object": _object,
    "title": _stated("title"),
    "author": _stated("byline"),
}
"""What control words do that begin a group."""

KNOWN = frozenset({"cs", "ts", "ds"})
"""Words that may stand behind "\\*" and are no destinations."""
