"""Pages are told by what is in them; words about tags, feeds and drawings are none. Clipboards are understood."""

from __future__ import annotations

import time

import pytest
from tests.readers.drafts import told
from tests.readers.pages_html import STORY, draft_of, page

from verifier.domain.articles import Source
from verifier.readers import find_form, read
from verifier.readers.html.recognise import is_html, label_in

PAGES = {
    "doctype": b"<!DOCTYPE html><p>x</p>",
    "upper case": b"<HTML><BODY>x</BODY></HTML>",
    "a byte order mark": b"\xef\xbb\xbf<!doctype html><html>",
    "UTF-16": "\ufeff<html><p>x</p>".encode("utf-16-le"),
    "UTF-16 without a mark": "<html><p>x</p>".encode("utf-16-le"),
    "UTF-16, the other order": "<html><p>x</p>".encode("utf-16-be"),
    "comments before it": b"<!-- saved from url=(0023)https://site.example/ -->\n<!-- b - c -- d -->\n<html>",
    "XHTML": b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>',
    "a fragment": b"<p>One paragraph.</p><p>And another.</p>",
    "a clipboard's fragment": b"<meta charset='utf-8'><span>words</span>",
    "the clipboard of Windows": b"Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n<html>x",
    "frames": b"<frameset cols='1,2'><frame src='a'></frameset>",
}
OTHERS = {
    "words": b"Just words, and no tag at all.",
    "words about a tag": b"Write <b> to make <p> words bold, he said. <html> begins a page.",
    "a tag first, then words": b"<b> is the tag that makes words bold, and that is all there is to it.",
    "less than": b"<3 was all she wrote.",
    "RSS": b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
    "Atom": b"<feed xmlns='http://www.w3.org/2005/Atom'><p>x</p></feed>",
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg'><a>x</a><a>y</a></svg>",
    "another XML": b"<?xml version='1.0'?><book><p>a</p><p>b</p></book>",
    "a mail": b"From: <a@b.example>\r\nSubject: <p>x</p>\r\n\r\n<p>Hello</p>",
    "an address": b"<mail@site.example> wrote: <p>",
    "nothing": b"",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_told_by_its_beginning(name: str) -> None:
    assert is_html(PAGES[name])


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_page_is_not_taken_for_one(name: str) -> None:
    assert not is_html(OTHERS[name])


def test_the_registry_finds_the_form_and_reads_it() -> None:
    assert find_form(page().encode()).name == "html"
    assert read(Source("story.txt", page().encode())).reader == "html"


@pytest.mark.parametrize(
    "unit", ["<!--", "<!-- -", "<?xml ", " ", "<p", "<meta charset", "<!", "<a ", "-->", "\x00<"]
)
def test_telling_forms_does_not_slow_down_on_pumped_bytes(unit: str) -> None:
    data = (unit * 65_536)[:65_536].encode()
    begun = time.perf_counter()
    is_html(data)
    label_in(data * 4)
    assert time.perf_counter() - begun < 30


def clipboard(fragment: str) -> bytes:
    """What a Windows browser puts into the clipboard."""
    before, after = "<html><body>\r\n<!--StartFragment-->", "<!--EndFragment-->\r\n</body></html>"
    header = (
        "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\n"
        "SourceURL:https://post.example/bridge\r\n"
    )
    start = len(header.format(0, 0, 0, 0))
    begin = start + len(before)
    end = begin + len(fragment.encode())
    return (header.format(start, end + len(after), begin, end) + before + fragment + after).encode()


def test_the_clipboard_of_windows_is_read_without_its_header() -> None:
    draft = draft_of(clipboard(f"<h1>Über the bridge</h1><p>{STORY[0]}</p><p>By Ann Writer</p>"), "pasted")
    assert [(kind, words) for kind, _, words in told(draft)] == [
        ("headline", "Über the bridge"),
        ("body", STORY[0]),
        ("byline", "By Ann Writer"),
    ]
    assert draft.metadata.url == "https://post.example/bridge"
    assert "Version" not in draft.text


def test_nothing_of_what_a_user_pasted_is_voted_aside() -> None:
    html = (
        "<div><a href='/x'>One linked line</a></div><ul><li>Item</li></ul><footer><p>Small words</p></footer>"
    )
    assert {kind for kind, _, _ in told(draft_of(html, "pasted"))} == {"body", "list"}


def test_a_page_that_holds_the_marks_of_a_clipboard_loses_nothing() -> None:
    html = page("<!--StartFragment--><p>Words between the marks.</p><!--EndFragment-->")
    assert STORY[0] in draft_of(html).text


@pytest.mark.parametrize(
    "header", ["Version:0.9\r\nStartHTML:9999999999\r\n", "Version:1.0\nStartHTML:-1\nEndHTML:-1\n"]
)
def test_a_clipboard_with_a_wrong_header_is_read_all_the_same(header: str) -> None:
    draft = draft_of(f"{header}<html><body><!--StartFragment--><p>Words.</p>".encode(), "pasted")
    assert draft.text == "Words."
