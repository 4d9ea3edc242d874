"""A case with awkward words in every field there is."""

from __future__ import annotations

import re

from tests.reports.cases import Case

from verifier.domain.judgements import CheckPass, Claim, ClaimMember, Question, Reply
from verifier.domain.rows import Snapshot

AWKWARD = {
    "half pairs": "\ud800 alone \udfff",
    "controls": "".join(map(chr, [*range(13), *range(14, 32), 0x7F, 0x80, 0x9F])),
    "directions": "\u202eabc\u2066x\u2069 \u200e\u200f\u061c",
    "separators": "d\u2028e\u2029f\xa0g\u3000h",
    "markup": "]]> <!-- --> <?xml?> &#0; &amp; <w:p/> <b>",
    "json": '"\\u0000\\',
    "patterns": "{x} {0} %s %(a)s {",
    "no width": "\u200b\u200d\ufeff\u00ad",
    "accents": "a" + "\u0301" * 40,
    "a family": "👨‍👩‍👧",
    "from the right": "مرحبا 42 שלום",
    "a formula": "=1+1",
    "a token": "‹U+0000›",
    "no characters": "\ufdd0\ufffe\uffff\U0001ffff\U0010ffff\ue000\U000e0041",
    "a style sheet": "</style><script>alert(1)</script>",
    "a field": '{ HYPERLINK "https://evil.example" }',
    "quotes": "a\\b'c\"d`",
}
IN_A_TEXT = ["headline", "body"]
FIELDS = [
    *IN_A_TEXT,
    *["publisher", "title", "byline", "printed", "published", "piece"],
    *["citation", "locator", "quotation", "seen", "origin", "interview"],
    *["note", "wording", "checker", "link", "case", "question", "finding", "reviewer", "signer", "signed"],
    *[
        "asked",
        "whom",
        "due",
        "answer",
        "who",
        "when",
        "how",
        "deadline",
        "reply",
        "pass",
        "by",
        "day",
        "claim",
    ],
]


def marked(field: str, awkward: str) -> str:
    """Words of a field, with letters around them that are nowhere else."""
    return f"X{field} {awkward} {field}X"


def case_of(awkward: str) -> Snapshot:
    """A case with awkward words in every field there is. A text cannot hold half a pair, which has no UTF-8."""
    told = {field: marked(field, awkward) for field in FIELDS}
    text = {field: re.sub("[\n\ud800-\udfff]", " ", told[field]) for field in IN_A_TEXT}
    case = Case()
    stated = {name: told[name] for name in ("publisher", "title", "byline", "published", "piece")}
    case.article("A", [("headline", [text["headline"]]), ("body", ["One. ", text["body"]])],
                 published_as_printed=told["printed"], **stated)  # fmt: skip
    case.article("B", [("body", ["Two. "])])
    case.mark(
        "A2",
        "disputed",
        note=told["note"],
        wording=told["wording"],
        advice="correct",
        checker=told["checker"],
    )
    case.link("A2", "B1", "contradicts", note=told["link"])
    found = {name: told[name] for name in ("locator", "quotation", "seen", "origin", "interview")}
    case.evidence(told["citation"], "A2", **found)
    case.details(title=told["case"], question=told["question"], finding=told["finding"], reviewer=told["reviewer"],
                 signed_by=told["signer"], signed_on=told["signed"])  # fmt: skip
    place = case.passage("A2").id
    case.put(Question("q", told["asked"], place, told["whom"], told["due"], told["answer"]))
    case.put(Reply("r", told["who"], told["when"], told["how"], told["deadline"], told["reply"]))
    case.put(CheckPass("p", told["pass"], told["by"], told["day"]))
    case.put(Claim("c", told["claim"]))
    case.put(ClaimMember("m", "c", place))
    case.put(ClaimMember("n", "c", case.passage("B1").id))
    return case.snapshot(checkers=(told["checker"],))
