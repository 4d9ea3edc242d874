"""A collection of web archives is read by choosing among the pages it lists; its digests are checked."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import find_form, read
from verifier.readers.forms import MOST_BYTES

HOST = "https://harbour.example/"


def page(title: str, *words: str) -> bytes:
    body = "".join(f"<p>{each}</p>" for each in words)
    head = f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def response(name: str, body: bytes, date: str = "2031-05-06T08:00:00Z", kind: str = "text/html") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}-{date}>\r\nWARC-Date: {date}\r\n"
        f"WARC-Target-URI: {HOST}{name}\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


FERRY = page(
    "Ferry lost",
    "The ferry “Aurora” left at dawn with forty passengers and a crew of nine, the harbour master said.",
    "Nobody has seen it since it passed the lighthouse at Cape Rowan, about nine miles from the quay.",
)
ARCHIVE = (
    response("advert", page("Advert", "Buy a boat."))
    + response("ferry", page("Ferry late", "The ferry is late."), "2031-05-05T08:00:00Z")
    + response("ferry", FERRY)
    + response("quay", page("Quay open", "The quay is open again."))
)
LISTED: list[dict[str, Any]] = [
    {"format": "json-pages-1.0", "id": "pages", "title": "All pages"},
    {"id": "1", "url": HOST + "ferry#top", "ts": "2031-05-06T07:59:00Z", "title": "Ferry lost | Harbour"},
    {"id": "2", "url": HOST + "quay", "ts": 1936166400000, "title": "Quay open"},
]


def collection(
    members: Mapping[str, bytes], about: Mapping[str, Any] | None = None, *, signed: bool = False
) -> bytes:
    resources = [
        {"name": name.rpartition("/")[2], "path": name, "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
        for name, data in members.items()
    ]
    package = json.dumps(
        {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources, **(about or {})}
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.writestr("datapackage.json", package)
        if signed:
            digest = "sha256:" + hashlib.sha256(package.encode()).hexdigest()
            archive.writestr(
                "datapackage-digest.json", json.dumps({"path": "datapackage.json", "hash": digest})
            )
    return file.getvalue()


def lines(entries: Sequence[Mapping[str, Any]]) -> bytes:
    return "\n".join(json.dumps(each) for each in entries).encode()


WHOLE = {"archive/data.warc.gz": ARCHIVE, "pages/pages.jsonl": lines(LISTED)}


def opened(data: bytes, wanted: str | None = None) -> ArticleDraft:
    return read(Source("crawl.wacz", data), ReadOptions(part=wanted))


def account(draft: ArticleDraft) -> list[str]:
    return [draft.text[each.start : each.end] for each in draft.paragraphs if each.kind in ACCOUNT_KINDS]


def codes(draft: ArticleDraft) -> set[str]:
    found = {notice.code for notice in draft.warnings}
    assert found <= set(MESSAGES)
    return found


def test_the_listed_pages_are_offered_and_the_first_is_read() -> None:
    draft = opened(collection(WHOLE, signed=True))
    assert (draft.reader, draft.media_type) == ("wacz", "application/wacz")
    assert account(draft)[0] == "Ferry lost", "of two copies the one kept when the list says"
    assert [(each.id, each.name) for each in draft.parts] == [
        ("3", f"Ferry lost | Harbour · {HOST}ferry"),
        ("4", f"Quay open · {HOST}quay"),
    ]
    assert draft.part == "3"
    assert draft.metadata.url == HOST + "ferry"
    assert codes(draft) == {"page-archived"}
    assert all(each.anchor.record == "urn:uuid:ferry-2031-05-06T08:00:00Z" for each in draft.paragraphs)


def test_another_page_can_be_chosen() -> None:
    draft = opened(collection(WHOLE), "4")
    assert account(draft) == ["Quay open", "The quay is open again."]
    with pytest.raises(ReadError) as caught:
        opened(collection(WHOLE), "1")
    assert caught.value.code == "part-unknown"


def test_the_main_page_comes_first() -> None:
    assert opened(collection(WHOLE, {"mainPageUrl": HOST + "quay"})).part == "4"


def test_without_a_list_all_pages_are_offered() -> None:
    draft = opened(collection({"archive/data.warc.gz": ARCHIVE}))
    assert [each.id for each in draft.parts] == ["1", "2", "3", "4"]


def test_pages_of_several_archives_are_told_apart() -> None:
    members = {
        "archive/a.warc.gz": response("quay", page("Quay open", "The quay is open again.")),
        "archive/b.warc": gzip.decompress(response("ferry", FERRY)),
        "pages/pages.jsonl": lines(LISTED),
    }
    draft = opened(collection(members))
    assert [each.id for each in draft.parts] == ["2.1", "1.1"]
    assert account(draft)[0] == "Ferry lost"
    assert account(opened(collection(members), "1.1"))[0] == "Quay open"


@pytest.mark.parametrize("name", list(WHOLE))
def test_a_member_that_was_changed_is_named(name: str) -> None:
    data = collection(WHOLE)
    assert codes(opened(data)) == {"page-archived"}
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as true, zipfile.ZipFile(file, "w") as archive:
        for each in true.namelist():
            archive.writestr(each, true.read(each) + (b"\n" if each == name else b""))
    draft = opened(file.getvalue())
    assert [dict(notice.values)["what"] for notice in draft.warnings if notice.code == "archive-digest"] == [
        name
    ]
    assert account(draft)[0] == "Ferry lost", "it is read all the same"


def test_a_changed_list_of_digests_is_seen_by_its_own_digest() -> None:
    data = collection(WHOLE, signed=True)
    assert b'"1.1.1"' in data
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as true, zipfile.ZipFile(target, "w") as archive:
        for name in true.namelist():
            archive.writestr(name, true.read(name).replace(b'"1.1.1"', b'"1.0.0"'))
    assert "archive-digest" in codes(opened(target.getvalue()))


def test_listed_pages_that_are_not_there_are_counted() -> None:
    more = [*LISTED, {"url": HOST + "gone", "ts": "2031-05-06T07:59:00Z"}]
    draft = opened(collection({**WHOLE, "pages/pages.jsonl": lines(more)}))
    assert "archive-pages-missing" in codes(draft)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"not json\n[]\n17\n",
        b'{"url": 5}\n{"url": "x", "ts": []}',
        b"[" * 100_000,
        b'{"ts": 1e400, "url": "y"}',
    ],
)
def test_a_damaged_list_is_as_none(broken: bytes) -> None:
    draft = opened(collection({**WHOLE, "pages/pages.jsonl": broken}))
    assert len(draft.parts) == 4


def test_a_collection_without_archives_or_cut_short_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        opened(collection({"pages/pages.jsonl": lines(LISTED)}))
    assert caught.value.code == "archive-without-pages"
    data = collection(WHOLE)
    assert find_form(data[:2000]).name == "wacz"
    with pytest.raises(ReadError) as caught:
        opened(data[:-100])
    assert caught.value.code == "package-damaged"


def test_its_beginning_tells_the_form_and_how_big_it_may_be() -> None:
    padded = collection(
        {"archive/data.warc.gz": ARCHIVE + b"\0" * 100_000, "pages/pages.jsonl": lines(LISTED)}
    )
    form = find_form(padded[:65_536])
    assert form.name == "wacz"
    assert form.most_bytes > MOST_BYTES
