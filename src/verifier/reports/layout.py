"""How the parts of a report lie on pages, decided once for all writers that have pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verifier.reports.parts import Part, Section

PARTS_TO_LIST = 4
"""A report of fewer parts needs no list of them."""

BARS_TOGETHER = 8
"""So many bars and the table of their counts fit on one page."""

ON_A_NEW_PAGE = frozenset({"annotated", "custody"})
"""Parts that begin a page."""

_MAY_LIE = frozenset({"quotations", "alone", "sources"})
"""Short parts that share the pages on their side with the part beside them: alone, each would leave an upright page
nearly empty.
"""


def with_wide_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts, the short ones beside a wide one made wide too."""
    found = list(parts)
    order = range(len(found))
    for places in (order, reversed(order)):
        beside = False
        for index in places:
            part = found[index]
            if beside and isinstance(part, Section) and part.name in _MAY_LIE:
                part = found[index] = replace(part, wide=True)
            beside = is_wide(part)
    return tuple(found)


def is_wide(part: Part) -> bool:
    """Whether a part is set on pages on their side."""
    return isinstance(part, Section) and part.wide
