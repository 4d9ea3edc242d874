"""Addresses that are none by the rules stay words in a report: Word takes a document for damaged that leads to one."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from tests.reports.cases import Case

from verifier.reports import ReportOptions, render

LIVE = [
    "https://example.org/a/b?c=d&e=%20#f",
    "HTTP://EXAMPLE.ORG:8080",
    "https://xn--e1afmkfd.xn--p1ai/path_(1)/~me;v=2,3",
    "https://[2001:db8::1]:443/",
    " https://example.org/spaces/around ",
]
DEAD = [
    "https://[", "https://[zz]/", "http://a:b:c/", "https://example.org:99999/", "https://example.org:0/", "http://",
    "https:///x", "https://.../", "https://a..b/", "https://%/", 'https://example.org/<>"{}|\\^`', "https://x/%zz",
    "https://x/#a#b", "https://x/ y", "https://x/\x01", "https://x/\u202ey", "https://x/\ud800", "//x/", "x",
    "https://bank.example@evil.example/", "https://x\\@y/", "javascript:alert(1)", "file:///etc/passwd", "data:,x",
    "https://x/" + "a" * 5000, "\\\\server\\share", "ftp://x/", "https\uff1a//x/", "https://x／y",
]  # fmt: skip


def links_in(url: str, form: str) -> list[str]:
    """The addresses a report leads to."""
    case = Case()
    case.article("A", [("body", ["One. "])], url=url)
    case.evidence("Minutes", "A1", url=url)
    data = render(case.snapshot(), ReportOptions(), form)[""]
    if form == "html":
        return re.findall(r'<a [^>]*href="([^"#][^"]*)"', data.decode())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        relations = [package.read(name).decode() for name in package.namelist() if name.endswith(".rels")]
    outside = [one for text in relations for one in re.findall("<Relationship [^>]*External[^>]*>", text)]
    return [address for one in outside for address in re.findall('Target="([^"]*)"', one)]


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("url", LIVE)
def test_an_address_by_the_rules_is_live(url: str, form: str) -> None:
    assert {one.replace("&amp;", "&") for one in links_in(url, form)} == {url.strip()}


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("url", DEAD)
def test_any_other_is_words(url: str, form: str) -> None:
    assert links_in(url, form) == []
