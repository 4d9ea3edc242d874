"""The machine-readable data inside the document: a custom XML part that holds JSON as text, and its hash.

What JSON may hold and XML may not (U+FFFE, a lone surrogate) stands in JSON's own way, as an escape: read as JSON, the
text is the same character for character.
"""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5

from verifier.reports.parts import Embedded

NAMESPACE = "urn:verifier:data"
"""The name by which the data is found again."""

ITEM = "/customXml/item1.xml"
"""The part that holds the data."""

PROPERTIES = "/customXml/itemProps1.xml"
"""The part that tells Word of it."""

PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONGEST_TEXT = 2_000_000
_UNWRITABLE = re.compile("[\ufffe\uffff\ud800-\udfff]")
"""Of what XML cannot hold, what JSON may hold as it is: control characters are escapes in it already."""


def item_xml(data: Embedded) -> str:
    """The data as ``<verifier xmlns="urn:verifier:data" sha256="…">JSON</verifier>``.

    Long data stands in elements ``part``, one after the other: many a program reads no text of ten megabytes in one.
    """
    text = data.json
    if len(text) <= _LONGEST_TEXT:
        held = _escaped(text)
    else:
        cuts = range(0, len(text), _LONGEST_TEXT)
        held = "".join(f"<part>{_escaped(text[cut : cut + _LONGEST_TEXT])}</part>" for cut in cuts)
    return f'{_HEAD}<verifier xmlns="{NAMESPACE}" sha256="{data.sha256}">{held}</verifier>'


def _escaped(json: str) -> str:
    text = json.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text if text.isascii() else _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def properties_xml(data: Embedded) -> str:
    """What Word asks of a custom part: a name of its own, which the same data gets again, and its namespace."""
    key = str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{data.sha256}")).upper()
    name = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{{{key}}}" xmlns:ds="{name}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
