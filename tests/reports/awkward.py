"""Words that files, pages and tables have trouble with, and a case made of them."""

from __future__ import annotations

import re

from tests.reports.cases import Case

AWKWARD = [
    "Family 👨‍👩‍👧 and e\u0301toile and a\u0308, ",
    "Москва не ответила, and the board did. ",
    "قال المجلس 42 إن الميناء مغلق. ",
    "Null \x00, unit \x1f, tab\there, \ufffe and \uffff end. ",
    "Turned \u202eround\u202c and \u2067isolated\u2069. ",
    '</mark></p><script>alert("x")</script> ]]> <!-- &amp; &lt; \u00a0\u00ad\u200b end. ',
    "中文、日本語のテキスト 한국어 Ελλάδα עברית. ",
    "C1 \x80\x85\x9f, noncharacters \ufdd0 \U0001ffff, deletes \x7f. ",
    "Two  spaces,\na line feed, \u2028 and \u2029. ",
    '=HYPERLINK("https://evil.example") is no formula. ',
    "A carriage\rreturn.",
]


def awkward_case() -> Case:
    case = Case()
    case.article("A", [("body", AWKWARD)], publisher="Böse \x01 <Zeitung> & “Co”", title="x" * 400)
    for number in range(1, len(AWKWARD) + 1):
        case.mark(f"A{number}", "unconfirmed", note=f"Note {number}\x02 on it\r\nand مرحبا.")
    case.details(title="T\x03itle " * 60, question="Why\u202e?", finding="Found \x07 <b>\n\nTwice & so.")
    case.evidence("Cited ]]> \x08", "A1", url='https://example.org/?a=<b>&c="d"', quotation="\u202e")
    return case


def shown(text: str) -> str:
    """What a page shows of an article's text."""
    return re.sub(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\U0001ffff\u202a-\u202e\u2066-\u2069]",
        lambda found: f"‹U+{ord(found[0]):04X}›",
        text,
    )
