"""Awkward words in every field of a case: in each form of the report they stand in their visible form, from their first
letter to their last, and the data inside has them as they are.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import docx
import pytest
from lxml import etree
from tests.reports.cases import Case

from verifier.domain.judgements import CheckPass, Claim, ClaimMember, Question, Reply
from verifier.domain.rows import Snapshot
from verifier.reports import FORMS, ReportOptions, render
from verifier.reports.characters import visible
from verifier.reports.options import TEMPLATES

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


def in_word(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        roots = [
            etree.fromstring(package.read(f"word/{name}.xml"))
            for name in ("document", "comments", "footnotes")
        ]
    return "".join(one.text or "" for root in roots for one in root.iter("{*}t"))


class _Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def on_a_page(data: bytes) -> str:
    return "".join(_Words(data.decode()).found)


def close(text: str) -> str:
    """Text without white space and without the marks a report isolates words with."""
    return re.sub(r"[\s\u2066-\u2069]+", "", text)


def on_page(words: str) -> str:
    """Words as a page shows them, which can carry less than XML can."""
    forbidden = re.compile("[\x7f-\x9f\ufdd0-\ufdef\U0001fffe\U0001ffff\U0010fffe\U0010ffff]")
    return forbidden.sub(lambda found: f"‹U+{ord(found[0]):04X}›", visible(words))


def strings(value: Any) -> Iterator[str]:
    """Every string in data."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_every_field_is_told_from_its_first_letter_to_its_last(name: str, form: str) -> None:
    awkward = AWKWARD[name]
    data = render(case_of(awkward), ReportOptions(), form)[""]
    text = close(in_word(data) if form == "docx" else on_a_page(data))
    seen = on_page if form == "html" else visible
    skipped = IN_A_TEXT if name == "half pairs" else []
    missing = [one for one in FIELDS if close(seen(marked(one, awkward))) not in text]
    assert missing == skipped


@pytest.mark.parametrize("name", AWKWARD)
def test_the_data_inside_has_every_field_as_it_is(name: str) -> None:
    awkward = AWKWARD[name]
    with zipfile.ZipFile(io.BytesIO(render(case_of(awkward), ReportOptions(), "docx")[""])) as package:
        root = etree.fromstring(package.read("customXml/item1.xml"))
    told = set(strings(json.loads(root.text or "")))
    assert [
        one for one in FIELDS if marked(one, awkward) not in told
    ] == IN_A_TEXT  # told inside a whole text


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_and_template_is_made_and_is_whole_utf_8(name: str, form: str) -> None:
    for template in TEMPLATES:
        options = ReportOptions(template=template, language="ru", internal_copy=True)
        for data in render(case_of(AWKWARD[name]), options, form).values():
            if form == "docx":
                docx.Document(io.BytesIO(data))
            else:
                assert "\x00" not in data.decode()
            if form in ("jsonld", "claimreview"):
                json.loads(data)


def test_a_word_of_a_megabyte_is_told_whole() -> None:
    word = "Donau" + "dampfschiff" * 95_000
    case = Case()
    case.article("A", [("headline", [word]), ("body", [f"Yes, {word}."])], title=word, publisher="Quay")
    case.mark("A2", "disputed", note=word)
    case.details(title=word, finding="Long.")
    for form, words in (("docx", in_word), ("html", on_a_page)):
        for template in ("dossier", "annotated"):
            data = render(case.snapshot(), ReportOptions(template=template), form)[""]
            assert f"Yes, {word}." in words(data)
    core = docx.Document(io.BytesIO(render(case.snapshot(), ReportOptions(), "docx")[""])).core_properties
    assert len(core.title) <= 255
