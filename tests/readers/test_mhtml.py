"""A page saved as one file in MIME form is read as the page it holds."""

from __future__ import annotations

import base64
import os
import quopri
from pathlib import Path

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS, PartKind
from verifier.domain.reading import ReadOptions
from verifier.readers import find_form, read

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES", Path(__file__).parents[3] / "shared" / "articles"))

ADDRESS = "https://harbour.example/2031/ferry?from=feed"
WORDS = [
    "The ferry “Aurora” left at dawn with forty passengers and a crew of nine, the harbour master said.",
    "Nobody has seen it since it passed the lighthouse at Cape Rowan, about nine miles from the quay.",
    "A search was begun at noon and given up at nightfall because of the fog that lay over the bay.",
]
PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>Ferry lost | Harbour News</title></head><body><article>"
    "<h1>Ferry lost off Cape Rowan</h1>"
    + "".join(f"<p>{each}</p>" for each in WORDS)
    + "</article></body></html>"
)
FRAME = "<html><head><title>Tide table</title></head><body><p>High water at six.</p></body></html>"


def part(headers: str, body: bytes, encoding: str = "") -> bytes:
    line = f"Content-Transfer-Encoding: {encoding}\r\n" if encoding else ""
    return f"------b\r\n{headers}{line}\r\n".encode() + body + b"\r\n"


def saved(*parts: bytes, head: str = f"Snapshot-Content-Location: {ADDRESS}\r\n", start: str = "") -> bytes:
    top = (
        "From: <Saved by Blink>\r\n"
        + head
        + "Subject: =?utf-8?Q?Ferry_lost_|_Harbour_News?=\r\nDate: Tue, 6 May 2031 10:00:00 -0000\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";{start}\r\n'
        '\tboundary="----b"\r\n\r\n'
    )
    return top.encode() + b"\r\n" + b"".join(parts) + b"------b--\r\n"


ROOT = part(
    f"Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Location: {ADDRESS}\r\n",
    quopri.encodestring(PAGE.encode()),
    "quoted-printable",
)
INNER = part(
    "Content-Type: text/html\r\nContent-ID: <frame-2@mhtml.blink>\r\nContent-Location: https://tide.example/\r\n",
    base64.encodebytes(FRAME.encode()),
    "base64",
)
PICTURE = part(
    "Content-Type: image/png\r\nContent-Location: https://harbour.example/a.png\r\n", b"\x89PNG", "binary"
)
STYLE = part("Content-Type: text/css\r\nContent-Location: cid:css-1@mhtml.blink\r\n", b"p { color: red }")


def opened(data: bytes, wanted: str | None = None) -> ArticleDraft:
    return read(Source("page.mhtml", data), ReadOptions(part=wanted))


def account(draft: ArticleDraft) -> list[str]:
    return [draft.text[each.start : each.end] for each in draft.paragraphs if each.kind in ACCOUNT_KINDS]


def test_a_saved_page_is_read_with_its_address_and_the_day_it_was_saved() -> None:
    draft = opened(saved(ROOT, STYLE, PICTURE))
    assert (draft.reader, draft.media_type) == ("mhtml", "multipart/related")
    assert account(draft) == ["Ferry lost off Cape Rowan", *WORDS]
    assert draft.text.count("Aurora") == 1
    assert ("url", ADDRESS) in {(each.field, each.value) for each in draft.candidates}
    assert draft.metadata.published is None, "the day a page was saved is not the day it was published"
    assert ("page-saved", "2031-05-06 10:00 UTC") in {
        (notice.code, dict(notice.values).get("when")) for notice in draft.warnings
    }
    assert draft.parts == ()
    assert all(each.anchor.record == "1" for each in draft.paragraphs)


def test_a_frame_is_a_page_beside_the_root() -> None:
    data = saved(INNER, PICTURE, ROOT)
    draft = opened(data)
    assert "Ferry lost off Cape Rowan" in account(draft), (
        "the root is the page that was saved, not the first part"
    )
    assert [(each.id, each.kind, each.name) for each in draft.parts] == [
        ("1", PartKind.PAGE, "Tide table"),
        ("3", PartKind.PAGE, "Ferry lost | Harbour News"),
    ]
    assert draft.part == "3"
    frame = opened(data, "1")
    assert "High water at six." in frame.text
    assert ("url", "https://tide.example/") in {(each.field, each.value) for each in frame.candidates}


def test_the_root_can_be_named_by_its_content_id() -> None:
    data = saved(INNER, ROOT, head="", start='\r\n\tstart="<frame-1@mhtml.blink>";')
    assert "Ferry lost off Cape Rowan" in account(opened(data))


def test_an_older_saved_page_with_an_encoding_of_its_own_is_read() -> None:
    words = "Паром вышел на рассвете. Никто его больше не видел."
    page = f"<html><head><title>Паром</title></head><body><p>{words}</p></body></html>"
    location = "Content-Location: file:///C:/saved/ferry.htm\r\n"
    data = saved(
        part(f"{location}Content-Type: text/html; charset=windows-1251\r\n", page.encode("cp1251"), "8bit"),
        head="",
    )
    draft = opened(data.replace(b"<Saved by Blink>", b"<Saved by Windows Internet Explorer 8>"))
    assert draft.reader == "mhtml"
    assert words in draft.text
    assert draft.metadata.url is None, "a file on somebody's disk is no address"


def test_a_page_that_is_no_multipart_is_read() -> None:
    data = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nContent-Type: text/html\r\n\r\n{PAGE}"
    draft = opened(data.encode())
    assert draft.reader == "mhtml"
    assert account(draft)[1:] == WORDS


def test_a_file_cut_short_is_read_as_far_as_it_goes() -> None:
    plain = part(f"Content-Type: text/html\r\nContent-Location: {ADDRESS}\r\n", PAGE.encode())
    data = saved(plain)
    draft = opened(data[: data.index(b"A search was begun")])
    assert "page-not-closed" in {notice.code for notice in draft.warnings}
    assert WORDS[1] in draft.text


def test_a_file_without_a_page_is_refused() -> None:
    for data in (saved(PICTURE), saved()):
        with pytest.raises(ReadError) as caught:
            opened(data)
        assert caught.value.code == "archive-without-pages"


def test_a_mail_with_pictures_in_it_is_no_saved_page() -> None:
    assert (
        find_form(saved(ROOT, head="To: desk@paper.example\r\nMessage-ID: <1@x.example>\r\n")).name == "eml"
    )


def test_the_saved_commentary_gives_the_account_of_its_text() -> None:
    page, text = FOLDER / "spectator.mhtml", FOLDER / "spectator.txt"
    if not page.exists() or not text.exists():
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    saved_draft, plain = (read(Source(each.name, each.read_bytes())) for each in (page, text))

    def sentences(draft: ArticleDraft) -> list[str]:
        return [
            draft.text[each.start : each.end].strip()
            for each in draft.sentences
            if draft.paragraphs[each.paragraph].kind in ACCOUNT_KINDS
        ]

    assert saved_draft.reader == "mhtml"
    assert len(sentences(saved_draft)) == 34
    assert sentences(saved_draft) == sentences(plain)
