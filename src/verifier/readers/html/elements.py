"""What the elements of a page mean to the walk: which are blocks, which are controls, which are never shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from verifier.domain.kinds import InlineKind

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol
    optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul
    xmp iframe object video audio canvas applet
    """.split()  # noqa: SIM905
)
"""Elements that begin and end a paragraph."""

SKIPPED = frozenset("script style title link meta base param source track col colgroup frame".split())  # noqa: SIM905
"""Elements whose content is no text of the page; a page's title is metadata."""

FALLBACKS = frozenset("noscript noframes noembed iframe object video audio canvas applet".split())  # noqa: SIM905
"""Elements whose content is shown only where something else cannot be."""

CONTROLS = frozenset(
    "button select textarea option optgroup datalist label legend output meter progress".split()  # noqa: SIM905
)
"""Elements of forms that hold text."""

DELETIONS = frozenset(("del", "s", "strike"))

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

INLINES = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), InlineKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), InlineKind.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), InlineKind.CODE),
    "ins": InlineKind.INSERTED,
    "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT,
}
"""How elements set a stretch apart."""

PREFORMATTED = frozenset("pre listing xmp plaintext textarea".split())  # noqa: SIM905

_PRE_STYLE = re.compile(r"white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s{0,9}:\s{0,9}(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(
    r"(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse))", re.IGNORECASE
)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-?only|(?:is-|u-|g-)?visually-?hidden|screen-?reader(?:-text|-only)?|element-invisible"
    r"|a11y-hidden|assistive-text)(?=\s|\Z)",
    re.IGNORECASE,
)


def is_block(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element begins and ends a paragraph, by its name or its own style."""
    if tag in BLOCKS:
        return True
    style = attributes.get("style")
    return bool(style and _BLOCK_STYLE.search(style))


def is_preformatted(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the line breaks inside an element are shown as such."""
    style = attributes.get("style")
    return tag in PREFORMATTED or bool(style and _PRE_STYLE.search(style))


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown: by its own attributes or style, or to screen readers alone by its class.

    What is hidden from screen readers only (``aria-hidden``) counts where it is a block: a letter or sign in the
    running text that is hidden so is decoration that everyone sees.
    """
    if not attributes:
        return tag == "template"
    if tag == "template":
        return "shadowrootmode" not in attributes and "shadowroot" not in attributes
    if tag == "dialog" and "open" not in attributes:
        return True
    if "hidden" in attributes or (attributes.get("aria-hidden") == "true" and tag in BLOCKS):
        return True
    style, names = attributes.get("style"), attributes.get("class")
    return bool((style and _HIDDEN_STYLE.search(style)) or (names and _HIDDEN_CLASS.search(names)))
