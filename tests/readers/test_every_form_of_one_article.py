"""One article in every form other programs write gives one account, sentence for sentence."""

from __future__ import annotations

import gzip
import html
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import ACCOUNT_KINDS, PartKind
from verifier.domain.reading import ReadOptions
from verifier.readers import read
from verifier.resources import resource

ARTICLE = resource("sample", "commentary.txt").read_text("utf-8")
URL = "https://gazette.example/comment/night-boat"
LINE = "\r\n"


def account(draft: ArticleDraft) -> list[str]:
    """The sentences of the account, white space between words apart."""
    return [
        " ".join(draft.text[one.start : one.end].split())
        for one in draft.sentences
        if draft.paragraphs[one.paragraph].kind in ACCOUNT_KINDS
    ]


EXPECTED = account(read(Source("commentary.txt", ARTICLE.encode())))


def paragraphs() -> list[str]:
    return [one for one in ARTICLE.split("\n\n") if one.strip()]


def page() -> str:
    """The article as a web page, with what stands around one."""
    head, byline, day, *body = (html.escape(one.strip()) for one in paragraphs())
    words = "\n".join(f"<p>{one}</p>" for one in body)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{head} – The Gazette</title></head>'
        f"<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<main><article><h1>{head}</h1><p class='byline'>{byline}</p><time datetime='2024-11-14'>{day}</time>"
        f"{words}</article></main><footer><p>© The Gazette. All rights reserved.</p></footer></body></html>"
    )


def document() -> str:
    """The article as a bare document, for programs that convert one."""
    head, *rest = (html.escape(one.strip()) for one in paragraphs())
    words = "\n".join(f"<p>{one}</p>" for one in rest)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title></title></head>'
        f"<body><h1>{head}</h1>{words}</body></html>"
    )


def run(*command: str, data: bytes | None = None) -> bytes:
    done = subprocess.run(command, input=data, capture_output=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
    return done.stdout


def pandoc(form: str) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        target = folder / f"made.{form}"
        run(
            "pandoc",
            "--from=html",
            f"--to={form}",
            "--standalone",
            "-o",
            str(target),
            data=document().encode(),
        )
        return target.read_bytes()

    return make


def office(form: str) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        source = folder / "made.html"
        source.write_text(document(), "utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        names = {
            "pdf": "pdf:writer_pdf_Export",
            "docx": "docx:MS Word 2007 XML",
            "rtf": "rtf:Rich Text Format",
        }
        into = [
            "--headless",
            "--infilter=HTML (StarWriter)",
            "--convert-to",
            names.get(form, form),
            "--outdir",
            str(folder),
        ]
        run("soffice", profile, *into, str(source))
        return (folder / f"made.{form}").read_bytes()

    return make


def chromium(folder: Path) -> bytes:
    source = folder / "made.html"
    source.write_text(document(), "utf-8")
    quiet = [
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    run(
        *("chromium", "--headless", "--no-sandbox", "--disable-gpu", *quiet, "--no-pdf-header-footer"),
        *(f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'made.pdf'}", source.as_uri()),
    )
    return (folder / "made.pdf").read_bytes()


def mail(_folder: Path) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = (
        "FW: the ferry",
        "desk@gazette.example",
        "you@desk.example",
    )
    message["Date"] = "Thu, 14 Nov 2024 09:00:00 +0000"
    message.set_content(ARTICLE)
    return message.as_bytes()


def mail_of_two(_folder: Path) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = (
        "FW: the ferry",
        "desk@gazette.example",
        "you@desk.example",
    )
    message.set_content(ARTICLE)
    message.add_alternative(document(), subtype="html")
    return message.as_bytes()


def mhtml(_folder: Path) -> bytes:
    head = (
        "From: <Saved by a browser>",
        f"Snapshot-Content-Location: {URL}",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="--part--"',
        "",
        "----part--",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: 8bit",
        f"Content-Location: {URL}",
        "",
        "",
    )
    return (LINE.join(head) + page() + LINE + "----part----" + LINE).encode()


def warc(_folder: Path) -> bytes:
    """One response, written out by hand; a page of its own in each gzip member, as archives have it."""
    reply = (
        f"HTTP/1.1 200 OK{LINE}Content-Type: text/html; charset=utf-8{LINE}{LINE}".encode() + page().encode()
    )
    head = (
        "WARC/1.1",
        "WARC-Type: response",
        "WARC-Record-ID: <urn:uuid:0e3e9a34-4cf5-4f1e-9b4f-3c3b2a1d0f00>",
        "WARC-Date: 2024-11-14T09:00:00Z",
        f"WARC-Target-URI: {URL}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(reply)}",
        "",
        "",
    )
    return gzip.compress(LINE.join(head).encode() + reply + (LINE * 2).encode())


def wacz(folder: Path) -> bytes:
    stored = {
        "archive/data.warc.gz": warc(folder),
        "pages/pages.jsonl": (
            '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
            + json.dumps({"url": URL, "ts": "2024-11-14T09:00:00Z", "title": "The night boat"})
            + "\n"
        ).encode(),
    }
    resources = [
        {
            "name": Path(name).name,
            "path": name,
            "hash": "sha256:" + sha256(data).hexdigest(),
            "bytes": len(data),
        }
        for name, data in stored.items()
    ]
    stored["datapackage.json"] = json.dumps(
        {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
    ).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in stored.items():
            package.writestr(name, data)
    return out.getvalue()


FORMS: dict[str, tuple[str, str, Callable[[Path], bytes]]] = {
    "utf-16 text": ("", "plain", lambda _folder: ARTICLE.encode("utf-16")),
    "web page": ("", "html", lambda _folder: page().encode()),
    "mail": ("", "eml", mail),
    "mail of two alternatives": ("", "eml", mail_of_two),
    "saved page, one file": ("", "mhtml", mhtml),
    "web archive": ("", "warc", warc),
    "web archive collection": ("", "wacz", wacz),
    "Word by pandoc": ("pandoc", "docx", pandoc("docx")),
    "OpenDocument by pandoc": ("pandoc", "odt", pandoc("odt")),
    "RTF by pandoc": ("pandoc", "rtf", pandoc("rtf")),
    "EPUB by pandoc": ("pandoc", "epub", pandoc("epub")),
    "HTML by pandoc": ("pandoc", "html", pandoc("html")),
    "Markdown by pandoc": ("pandoc", "markdown", pandoc("markdown-smart")),
    "Word by LibreOffice": ("soffice", "docx", office("docx")),
    "OpenDocument by LibreOffice": ("soffice", "odt", office("odt")),
    "RTF by LibreOffice": ("soffice", "rtf", office("rtf")),
    "PDF by LibreOffice": ("soffice", "pdf", office("pdf")),
    "PDF by Chromium": ("chromium", "pdf", chromium),
}
"""For each form the program it takes, the reader that must recognise it, and how it is made."""


def test_there_is_an_account_to_compare_with() -> None:
    assert len(EXPECTED) > 20
    assert EXPECTED[0] == paragraphs()[0].strip()


@pytest.mark.parametrize("form", FORMS)
def test_the_account_is_the_same(form: str, tmp_path: Path) -> None:
    program, reader, make = FORMS[form]
    if program and shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    draft = read(Source("article", make(tmp_path)))
    assert draft.reader == reader
    assert account(draft) == EXPECTED
    assert draft.letters.kept >= draft.letters.seen * 0.98


def test_both_alternatives_of_a_mail_give_the_account(tmp_path: Path) -> None:
    source = Source("mail.eml", mail_of_two(tmp_path))
    parts = [one for one in read(source).parts if one.kind is PartKind.ALTERNATIVE]
    assert len(parts) == 2
    for part in parts:
        assert account(read(source, ReadOptions(part=part.id))) == EXPECTED
