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
from tests.reports.awkward_fields import AWKWARD, FIELDS, IN_A_TEXT, case_of, marked
from tests.reports.cases import Case

from verifier.reports import FORMS, ReportOptions, render
from verifier.reports.characters import visible
from verifier.reports.options import TEMPLATES


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
