"""Quoted mail inside a mail: what mail programs mark as cited in HTML, and what stands behind a ">" in plain text."""

from __future__ import annotations

from dataclasses import replace

from verifier.domain.articles import ArticleDraft
from verifier.domain.kinds import ParagraphKind, Role

_FIRST = "[1]"
"""What a path may say of an element that is the only one of its name, or leave out."""


def with_cited_roles(draft: ArticleDraft, data: bytes) -> ArticleDraft:
    """A draft of HTML whose paragraphs inside a cited block quotation have the role of quoted mail."""
    if b"cite" not in data.lower():
        return draft
    places = _cited_places(data)
    return replace(
        draft,
        paragraphs=tuple(
            replace(each, role=Role.QUOTED_MAIL)
            if each.role is Role.NONE and _is_inside(each.anchor.xpath.replace(_FIRST, ""), places)
            else each
            for each in draft.paragraphs
        ),
    )


def with_signs_of_quoting(draft: ArticleDraft) -> ArticleDraft:
    """A draft of plain text in which a single line behind a ">" is quoted mail too: in a mail the sign is no doubt."""
    return replace(
        draft,
        paragraphs=tuple(
            replace(each, kind=ParagraphKind.QUOTE, role=Role.QUOTED_MAIL)
            if each.role is Role.NONE and draft.text.startswith(">", each.start)
            else each
            for each in draft.paragraphs
        ),
    )


def _is_inside(xpath: str, places: tuple[str, ...]) -> bool:
    return any(xpath == place or xpath.startswith(f"{place}/") for place in places)


def _cited_places(data: bytes) -> tuple[str, ...]:
    """The paths of all block quotations of type "cite"."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(huge_tree=True, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    tree = root.getroottree()
    return tuple(
        tree.getpath(quote).replace(_FIRST, "")
        for quote in root.iter("blockquote")
        if str(quote.get("type", "")).lower() == "cite"
    )
