"""The styles of the report: our own, or a house's with those of ours that it lacks filled in.

A style of the house's is taken for ours where its name is the same ("heading 1", "Title"); its key may be another one
("berschrift1"), so keys are changed to ours throughout. Filled-in paragraphs take the house's font, but nothing that
tables and running lines cannot bear (indents, justification).
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from verifier.domain.errors import ReportError
from verifier.reports.word.house import House, W, parsed
from verifier.reports.word.look import MEMO_CELLS, MEMO_LINES, MEMO_SIZES, MEMO_SPACING

if TYPE_CHECKING:
    from lxml.etree import _Element

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_KINDS: Final = frozenset({"paragraph", "character", "table", "numbering"})
_HEADINGS: Final = frozenset({"Heading1", "Heading2", "Heading3"})
_RUNNING: Final = frozenset({"Header", "Footer"})
_REFERENCES: Final = tuple(f"{W}{name}" for name in ("basedOn", "next", "link"))
_LISTED: Final = tuple(f"{W}{name}" for name in ("pStyle", "styleLink", "numStyleLink"))
_FREE: Final = frozenset({"Lead", "LeadKept", "Finding"})
"""Filled-in styles of running text, which may be justified as the house's text is."""

_MOST_STYLES: Final = 5_000
_FIRST: Final = ("docDefaults", "latentStyles", "style")


def in_language(styles: bytes, language: str) -> bytes:
    """styles.xml of a document in a language, as a BCP 47 tag."""
    from lxml import etree

    root = etree.fromstring(styles)
    defaults = _child(root, "docDefaults")
    letters = _child(_child(defaults, "rPrDefault"), "rPr")
    stated = letters.find(f"{W}lang")
    if stated is None:
        stated = etree.Element(f"{W}lang")
        later = (f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath")
        place = next((index for index, one in enumerate(letters) if one.tag in later), len(letters))
        letters.insert(place, stated)
    stated.set(f"{W}val", language)
    return _written(root)


def tightened(styles: bytes) -> bytes:
    """Our styles.xml as a memo has it: smaller letters, less space."""
    from lxml import etree

    root = etree.fromstring(styles)
    by_key = {style.get(f"{W}styleId"): style for style in root.iterfind(f"{W}style")}
    for key, (before, after) in MEMO_SPACING.items():
        for spacing in by_key[key].iter(f"{W}spacing"):
            spacing.set(f"{W}before", str(before))
            spacing.set(f"{W}after", str(after))
    for key, size in MEMO_SIZES.items():
        for letters in by_key[key].iter(f"{W}sz", f"{W}szCs"):
            letters.set(f"{W}val", str(size))
    for key, line in MEMO_LINES.items():
        for spacing in by_key[key].iter(f"{W}spacing"):
            spacing.set(f"{W}line", line)
    for margins in by_key["VerifierTable"].iter(f"{W}tblCellMar"):
        for side in (margins[0], margins[2]):
            side.set(f"{W}w", MEMO_CELLS)
    return _written(root)


def _child(above: _Element, name: str) -> _Element:
    """The child of this name; put first where there is none."""
    from lxml import etree

    found = above.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        above.insert(0, found)
    return found


class Merged:
    """A house's styles with ours filled in, and its numbering, as parts ready to be put into the package.

    Raises ReportError where the house's styles are none.
    """

    def __init__(self, house: House, ours: bytes) -> None:
        from lxml import etree

        self._root = parsed(house.styles, house.name, "styles.xml")
        if self._root.tag != f"{W}styles":
            raise ReportError("house-style-unreadable", house.name)
        own = list(etree.fromstring(ours).iterfind(f"{W}style"))
        theirs = self._tidied(house.name)
        matched = _matches(own, theirs)
        keys = _renamed(own, theirs, matched)
        numbering = _numbering(house, keys)
        _apply(theirs, keys, _numbers(numbering))
        for key in matched:
            _make_bearable(matched[key], key)
        self._fill_in(own, theirs, matched)
        for one in self._root.iter(f"{W}lang"):
            _drop(one)
        self.styles: bytes = etree.tostring(
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        used = any(True for _ in self._root.iter(f"{W}numPr"))
        self.numbering: bytes = _written(numbering) if used and numbering is not None else b""

    def _tidied(self, name: str) -> list[_Element]:
        """The house's styles, each key and name once, with nothing in them but WordprocessingML."""
        _keep_own_language(self._root)
        kept = [one for word in _FIRST for one in self._root.findall(f"{W}{word}")]
        self._root[:] = kept
        if len(kept) > _MOST_STYLES:
            raise ReportError("house-style-too-big", name, part="styles.xml")
        seen: set[str] = set()
        theirs = []
        for style in self._root.findall(f"{W}style"):
            key, called = style.get(f"{W}styleId", ""), _name(style)
            marks = {f"key {key}", f"name {called.casefold()}"}
            if not key or not called or style.get(f"{W}type") not in _KINDS or marks & seen:
                self._root.remove(style)
            else:
                theirs.append(style)
                seen |= marks
        return theirs

    def _fill_in(self, own: list[_Element], theirs: list[_Element], matched: dict[str, _Element]) -> None:
        names = {_name(style).casefold() for style in theirs}
        for style in own:
            key = style.get(f"{W}styleId", "")
            if key not in matched:
                self._root.append(_filled_in(style, names))


def merged(house: House, ours: bytes) -> Merged:
    """A house's styles with ours filled in. Raises ReportError where the house's styles are none."""
    return Merged(house, ours)


# -- finding ---------------------------------------------------------------------------------------------------------


def _name(style: _Element) -> str:
    found = style.find(f"{W}name")
    return "" if found is None else found.get(f"{W}val", "")


def _matches(own: list[_Element], theirs: list[_Element]) -> dict[str, _Element]:
    """The house's style that stands for each of ours, by our key: of the same name, else the default of its kind."""
    named = {(one.get(f"{W}type"), _name(one).casefold()): one for one in theirs}
    default = {one.get(f"{W}type"): one for one in theirs if one.get(f"{W}default") in ("1", "true", "on")}
    found: dict[str, _Element] = {}
    for style in own:
        kind = style.get(f"{W}type")
        match = named.get((kind, _name(style).casefold()))
        if match is None and style.get(f"{W}default") == "1":
            match = default.get(kind)
        if match is not None:
            found[style.get(f"{W}styleId", "")] = match
    return found


def _renamed(own: list[_Element], theirs: list[_Element], matched: dict[str, _Element]) -> dict[str, str]:
    """The new key of each of the house's styles: ours where it stands for ours, another where ours is in its way."""
    ours = {style.get(f"{W}styleId", "") for style in own}
    taken = {style.get(f"{W}styleId", "") for style in theirs} | ours
    new = {style.get(f"{W}styleId", ""): key for key, style in matched.items()}
    for style in theirs:
        key = style.get(f"{W}styleId", "")
        if key not in new:
            new[key] = key if key not in ours else _free(key, taken)
            taken.add(new[key])
    return new


def _free(key: str, taken: set[str]) -> str:
    number = 1
    while f"House{number}{key}" in taken:
        number += 1
    return f"House{number}{key}"


def _apply(theirs: list[_Element], keys: dict[str, str], numbers: frozenset[str]) -> None:
    """Give the house's styles their new keys; what refers to a style or a list that is not there goes."""
    for style in theirs:
        style.set(f"{W}styleId", keys[style.get(f"{W}styleId", "")])
        _refer(style, _REFERENCES, keys)
        for listed in list(style.iter(f"{W}numPr")):
            number = listed.find(f"{W}numId")
            if number is not None and number.get(f"{W}val") not in numbers:
                _drop(listed)


def _refer(element: _Element, tags: Iterable[str], keys: dict[str, str]) -> None:
    for one in list(element.iter(*tags)):
        key = keys.get(one.get(f"{W}val", ""))
        if key is None:
            _drop(one)
        else:
            one.set(f"{W}val", key)


# -- numbering -------------------------------------------------------------------------------------------------------


def _numbering(house: House, keys: dict[str, str]) -> _Element | None:
    """The house's lists, without pictures for bullets; None where it has none."""
    if not house.numbering:
        return None
    root = parsed(house.numbering, house.name, "numbering.xml")
    if root.tag != f"{W}numbering":
        return None
    _keep_own_language(root)
    for one in list(root.iter(f"{W}numPicBullet", f"{W}lvlPicBulletId")):
        _drop(one)
    _refer(root, _LISTED, keys)
    return root


def _numbers(numbering: _Element | None) -> frozenset[str]:
    """The numbers of the lists there are; "0" is none, and always there."""
    if numbering is None:
        return frozenset({"0"})
    return frozenset({"0"}) | {one.get(f"{W}numId", "") for one in numbering.findall(f"{W}num")}


def _written(root: _Element) -> bytes:
    from lxml import etree

    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _keep_own_language(root: _Element) -> None:
    """Leave nothing but WordprocessingML: no effects of later Words, no relations, nothing foreign."""
    for one in list(root.iter()):
        if one is not root and not str(one.tag).startswith(W):
            _drop(one)
            continue
        for key in list(one.attrib):
            if not str(key).startswith(W) and key != _XML_SPACE:
                del one.attrib[key]


# -- theme -----------------------------------------------------------------------------------------------------------


def themed(house: House) -> bytes:
    """The house's theme without pictures, which would need relations; b"" where it has none."""
    if not house.theme:
        return b""
    root = parsed(house.theme, house.name, "theme.xml")
    if root.tag != f"{_A}theme":
        return b""
    for one in list(root.iter(f"{_A}blipFill")):
        one.addnext(_plain_fill())
        _drop(one)
    for one in list(root.iter(f"{_A}objectDefaults", f"{_A}extLst")):
        _drop(one)
    for one in root.iter():
        for key in [key for key in one.attrib if str(key).startswith("{")]:
            del one.attrib[key]
    return _written(root)


def _plain_fill() -> _Element:
    from lxml import etree

    fill = etree.Element(f"{_A}solidFill")
    etree.SubElement(fill, f"{_A}schemeClr").set("val", "phClr")
    return fill


# -- mending ---------------------------------------------------------------------------------------------------------


def _make_bearable(style: _Element, key: str) -> None:
    """A house's heading stays with what follows; its running lines have the tab stop of the page and no other."""
    if key in _HEADINGS:
        setting = _setting(style)
        if setting.find(f"{W}keepNext") is None:
            setting.insert(0, _element("keepNext"))
    if key in _RUNNING:
        for one in list(style.iter(f"{W}tabs")):
            _drop(one)


def _setting(style: _Element) -> _Element:
    """The paragraph properties of a style, put before those of its letters where there are none."""
    found = style.find(f"{W}pPr")
    if found is not None:
        return found
    found = _element("pPr")
    later = tuple(f"{W}{name}" for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
    place = next((index for index, one in enumerate(style) if one.tag in later), len(style))
    style.insert(place, found)
    return found


def _filled_in(style: _Element, names: set[str]) -> _Element:
    """One of our styles for a document of the house's; its name is another where the house has one of that name."""
    made = deepcopy(style)
    called = made.find(f"{W}name")
    if called is not None and _name(made).casefold() in names:
        called.set(f"{W}val", f"Verifier {_name(made)}")
        made.set(f"{W}customStyle", "1")
    if made.get(f"{W}type") == "paragraph":
        _take_letters(made)
        _stand_alone(made)
    return made


def _take_letters(style: _Element) -> None:
    """Leave a paragraph to the house's font. Labels and addresses, which are letters alone, keep one with our signs."""
    for fonts in style.iter(f"{W}rFonts"):
        for script in ("ascii", "hAnsi", "cs"):
            fonts.attrib.pop(f"{W}{script}", "")


def _stand_alone(style: _Element) -> None:
    """Keep the indents, the leading and the justification of the house's text out of a table or a running line."""
    setting = _setting(style)
    spacing = setting.find(f"{W}spacing")
    if spacing is None or style.find(f"{W}basedOn") is None:
        return
    if spacing.get(f"{W}line") is None:
        spacing.set(f"{W}line", "240")
        spacing.set(f"{W}lineRule", "auto")
    indent = setting.find(f"{W}ind")
    if indent is None:
        indent = _element("ind")
        indent.set(f"{W}left", "0")
        spacing.addnext(indent)
    indent.set(f"{W}right", "0")
    indent.set(f"{W}firstLine", "0")
    if not style.get(f"{W}styleId", "").startswith("Article") and style.get(f"{W}styleId") not in _FREE:
        justified = _element("jc")
        justified.set(f"{W}val", "left")
        indent.addnext(justified)


def _drop(element: _Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _element(name: str) -> _Element:
    from lxml import etree

    return etree.Element(f"{W}{name}")
