"""Whether bytes are a page or a fragment of one, and what the page itself says of its encoding."""

from __future__ import annotations

import codecs
import re

_SAMPLE = 65_536
_LEAD = re.compile(r"(?:\s|<\?xml\b[^>]{0,300}\?>|<!--(?!\[CDATA)[^-]*+(?:-(?!->)[^-]*+)*+-->)*+")
"""What may stand before a page: white space, an XML declaration, comments."""
_CLIPBOARD = re.compile(r"Version:\s{0,5}\d[\d.]{0,5}\s{1,4}StartHTML:", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s{1,20}html\b|html\b|head\b|body\b|frameset\b)", re.IGNORECASE)
_OTHER = re.compile(r"<(?:!doctype\b|\?|svg\b|rss\b|feed\b|rdf:)", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|dl|table|article|section|main|header|blockquote|figure|span|meta|title|link|style|script"
    r"|center|a|b|i|em|strong|font|br|img|pre|nav|aside|form|base)(?=[\s/>])",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|article|section|blockquote|span|a|b|i|em|strong|br|html|body)(?=[\s/>])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rb"""<meta\b[^>]{0,400}?\bcharset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_XML_LABEL = re.compile(rb"""<\?xml\b[^>]{0,200}?\bencoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_.:-]{2,40})""")


def is_html(data: bytes) -> bool:
    """Whether bytes are HTML, told by how they begin. Text that mentions a tag is none, nor is XML, RSS or SVG."""
    text = _peeked(data[:_SAMPLE])
    if _CLIPBOARD.match(text.lstrip("\ufeff")[:200]):
        return True
    begin = _LEAD.match(text.lstrip("\ufeff\x00"))
    rest = text.lstrip("\ufeff\x00")[begin.end() :] if begin else text
    if _PAGE.match(rest):
        return True
    if _OTHER.match(rest):
        return False
    return bool(_FRAGMENT.match(rest)) and len(_TAG.findall(rest)) >= 2


def _peeked(sample: bytes) -> str:
    """A sample as text, good enough to see its markup."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return sample.decode("utf-16", "replace")
    if sample.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return sample.decode("utf-32", "replace")
    if sample[1:2] == b"\x00" and sample[:1] == b"<":
        return sample.decode("utf-16-le", "replace")
    if sample[:2] == b"\x00<":
        return sample.decode("utf-16-be", "replace")
    return sample.decode("utf-8", "replace")


def label_in(data: bytes) -> str:
    """The encoding a page names itself, wherever its ``meta`` stands, or ""."""
    found = _LABEL.search(data) or _XML_LABEL.match(data.lstrip()[:400])
    return found[1].decode("ascii") if found else ""
