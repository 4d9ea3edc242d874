"""A web archive is read by choosing among its pages; what it says of them is checked and told."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Sequence

import brotli
import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS, Origin, PartKind
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import find_form, read
from verifier.readers.unpacking import unpack
from verifier.readers.warc import records
from verifier.readers.warc.records import records_of
from verifier.session.fetching.hops import Hop
from verifier.session.fetching.warc import write_warc

ADDRESS = "https://harbour.example/2031/ferry"
WHEN = "2031-05-06T08:00:00Z"
WORDS = [
    "The ferry “Aurora” left at dawn with forty passengers and a crew of nine, the harbour master said.",
    "Nobody has seen it since it passed the lighthouse at Cape Rowan, about nine miles from the quay.",
    "A search was begun at noon and given up at nightfall because of the fog that lay over the bay.",
]


def page(title: str = "Ferry lost", words: Sequence[str] = WORDS) -> bytes:
    body = "".join(f"<p>{each}</p>" for each in words)
    head = f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def http(
    body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **headers: str
) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(kind: str, block: bytes, uri: str = "", version: str = "1.1", **headers: str) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{hashlib.md5(block + uri.encode()).hexdigest()}>",
        "WARC-Date": WHEN,
        "Content-Length": str(len(block)),
        **({"WARC-Target-URI": uri} if uri else {}),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/{version}\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def response(block: bytes, uri: str = ADDRESS, **headers: str) -> bytes:
    return record("response", block, uri, Content_Type="application/http; msgtype=response", **headers)


INFO = record(
    "warcinfo",
    b"software: Test/1.0\r\nformat: WARC File Format 1.1\r\n",
    Content_Type="application/warc-fields",
)
REQUEST = record(
    "request", b"GET / HTTP/1.1\r\nHost: harbour.example\r\n\r\n", ADDRESS, Content_Type="application/http"
)


def packed(*pieces: bytes) -> bytes:
    """Each record a gzip member of its own, as archives are kept."""
    return b"".join(gzip.compress(each) for each in pieces)


def opened(data: bytes, wanted: str | None = None) -> ArticleDraft:
    return read(Source("crawl.warc", data), ReadOptions(part=wanted))


def account(draft: ArticleDraft) -> list[str]:
    return [draft.text[each.start : each.end] for each in draft.paragraphs if each.kind in ACCOUNT_KINDS]


def codes(draft: ArticleDraft) -> set[str]:
    found = {notice.code for notice in draft.warnings}
    assert found <= set(MESSAGES)
    return found


def values(draft: ArticleDraft, code: str) -> dict[str, str]:
    return next(dict(notice.values) for notice in draft.warnings if notice.code == code)


@pytest.mark.parametrize(
    "join", [packed, lambda *each: b"".join(each), lambda *each: gzip.compress(b"".join(each))]
)
def test_a_page_is_read_however_its_archive_is_packed(join: Callable[..., bytes]) -> None:
    draft = opened(join(INFO, REQUEST, response(http(page()))))
    assert (draft.reader, draft.media_type) == ("warc", "application/warc")
    assert account(draft) == ["Ferry lost", *WORDS]
    assert ("url", ADDRESS, Origin.WARC) in {
        (each.field, each.value, each.origin) for each in draft.candidates
    }
    assert draft.metadata.published is None, "the day of archiving is not the day of publication"
    assert values(draft, "page-archived") == {"when": WHEN, "address": ADDRESS}
    assert codes(draft) == {"page-archived"}
    assert all(each.anchor.record.startswith("urn:uuid:") for each in draft.paragraphs)


def test_older_versions_are_read() -> None:
    old = record("response", http(page()), f"<{ADDRESS}>", version="1.0", Content_Type="application/http")
    assert account(opened(packed(old)))[1:] == WORDS
    assert opened(packed(old)).metadata.url == ADDRESS
    body = http(page())
    arc = b"filedesc://a.arc 0.0.0.0 20310506080000 text/plain 20\n1 0 Test\nURL IP-addr\n\n" + (
        f"{ADDRESS} 192.0.2.1 20310506080000 text/html {len(body)}\n".encode() + body + b"\n"
    )
    assert account(opened(arc))[1:] == WORDS


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=4),
    "identity": bytes,
}


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def chunked(data: bytes) -> bytes:
    pieces = [data[at : at + 100] for at in range(0, len(data), 100)]
    return b"".join(f"{len(each):x}\r\n".encode() + each + b"\r\n" for each in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize("coding", CODINGS)
def test_a_packed_body_is_unpacked(coding: str) -> None:
    body = CODINGS[coding](page())
    assert account(opened(response(http(body, Content_Encoding=coding))))[1:] == WORDS
    through = http(chunked(body), Content_Encoding=coding, Transfer_Encoding="chunked")
    assert account(opened(packed(response(through))))[1:] == WORDS


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_was_unpacked_before_it_was_kept_is_left_alone(coding: str) -> None:
    assert account(opened(response(http(page(), Content_Encoding=coding))))[1:] == WORDS


def test_a_page_is_read_by_what_it_is() -> None:
    bare = b"It left at dawn. <b>Nobody</b> has seen it since."
    assert opened(response(http(bare))).text == "It left at dawn. Nobody has seen it since."
    assert account(opened(response(http(page(), "text/plain"))))[1:] == WORDS
    with pytest.raises(ReadError) as caught:
        opened(response(http(b"%PDF-1.7 cut short")))
    assert caught.value.code.startswith("pdf-")


def test_two_codings_are_undone_in_order_and_the_bare_stream_is_known() -> None:
    assert unpack(brotli.compress(gzip.compress(page())), ["gzip", " br"], "x") == page()
    assert unpack(bare_deflate(page()), ["deflate"], "x") == page()


def test_a_packed_body_that_breaks_off_is_kept_as_far_as_it_goes() -> None:
    words = [hashlib.sha256(bytes([each])).hexdigest() for each in range(200)]
    whole = page(words=words)
    kept = unpack(gzip.compress(whole)[:-2000], ["gzip"], "x")
    assert whole.startswith(kept)
    assert len(kept) > 1000


def test_a_coding_nobody_knows_is_named() -> None:
    with pytest.raises(ReadError) as caught:
        opened(response(http(b"\x28\xb5\x2f\xfd" + bytes(range(200)), Content_Encoding="zstd")))
    assert (caught.value.code, caught.value.values["coding"]) == ("archive-coding-unknown", "zstd")


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate"])
def test_a_bomb_is_given_up(coding: str) -> None:
    bomb = CODINGS[coding](b"<p>" + b"a" * 70_000_000)
    assert len(bomb) < 200_000
    with pytest.raises(ReadError) as caught:
        opened(response(http(bomb, Content_Encoding=coding)))
    assert caught.value.code == "archive-swells"


def test_an_archive_that_swells_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(ReadError) as caught:
        list(records_of(packed(INFO, b"WARC/1.1\r\n" + b"a" * 5_000_000), "crawl.warc"))
    assert caught.value.code == "archive-swells"


def test_the_encoding_is_what_the_server_said() -> None:
    words = "Паром вышел на рассвете. Никто его больше не видел."
    body = f"<html><body><p>{words}</p></body></html>".encode("koi8-r")
    draft = opened(response(http(body, "text/html; charset=KOI8-R")))
    assert words in draft.text
    assert draft.encoding == "koi8-r"


MANY = (
    INFO,
    response(http(b"", status="301 Moved", Location=ADDRESS), "http://harbour.example/2031/ferry"),
    response(http(b"<p>Not here</p>", status="404 Not Found"), "https://harbour.example/gone"),
    response(http(b"User-agent: *", "text/plain"), "https://harbour.example/robots.txt"),
    response(http(b"p { color: red }", "text/css"), "https://harbour.example/a.css"),
    response(http(b"One plain line.", "text/plain"), "https://harbour.example/note.txt"),
    response(http(page())),
    record("resource", page("A resource", ["Kept alone."]), "https://harbour.example/r", Content_Type="text/html"),
    record("conversion", b"Words of a conversion.", "https://harbour.example/c.pdf", Content_Type="text/plain"),
    response(http(page("Another day", ["The quay is open again."])), "https://harbour.example/quay"),
)  # fmt: skip


def test_the_pages_are_offered_and_nothing_else() -> None:
    draft = opened(packed(*MANY))
    assert [(each.id, each.name.partition(" · ")[0]) for each in draft.parts] == [
        ("6", "https://harbour.example/note.txt"),
        ("7", "Ferry lost"),
        ("8", "A resource"),
        ("9", "https://harbour.example/c.pdf"),
        ("10", "Another day"),
    ]
    assert {each.kind for each in draft.parts} == {PartKind.PAGE}
    assert draft.part == "7", "the first page as browsers show them"
    assert account(opened(packed(*MANY), "10")) == ["Another day", "The quay is open again."]
    assert opened(packed(*MANY), "9").text == "Words of a conversion."
    assert opened(packed(*MANY), "8").text.endswith("Kept alone.")


def test_the_page_an_archive_names_comes_first() -> None:
    info = record(
        "warcinfo",
        b'software: Recorder\r\njson-metadata: {"pages": [{"url": "https://harbour.example/quay"}]}\r\n',
    )
    assert opened(packed(info, *MANY[1:])).part == "10"


def test_a_page_seen_again_elsewhere_is_a_page_too() -> None:
    block = http(page())
    digest = "sha1:" + base64.b32encode(hashlib.sha1(page()).digest()).decode()
    first = response(block, WARC_Payload_Digest=digest)
    again = record(
        "revisit", b"HTTP/1.1 200 OK\r\n\r\n", "https://harbour.example/same", WARC_Payload_Digest=digest
    )
    draft = opened(packed(first, again))
    assert [each.id for each in draft.parts] == ["1", "2"]
    other = opened(packed(first, again), "2")
    assert account(other)[1:] == WORDS
    assert other.metadata.url == "https://harbour.example/same"
    away = record("revisit", b"", "https://harbour.example/x", WARC_Payload_Digest="sha1:ELSEWHERE")
    assert values(opened(packed(first, away)), "archive-refers") == {"count": "1"}


@pytest.mark.parametrize("spelling", ["base32", "hex", "base64"])
def test_a_digest_is_checked_however_it_is_spelled(spelling: str) -> None:
    block = http(page())
    raw = hashlib.sha256(block).digest()
    spelled = {"base32": base64.b32encode(raw), "hex": raw.hex().encode(), "base64": base64.b64encode(raw)}[
        spelling
    ]
    good = response(block, WARC_Block_Digest=f"sha256:{spelled.decode()}")
    assert codes(opened(good)) == {"page-archived"}
    changed = good.replace(b"forty passengers", b"fifty passengers")
    assert "archive-digest" in codes(opened(changed))
    assert "fifty passengers" in opened(changed).text, "it is read all the same"


@pytest.mark.parametrize("of", ["sent", "unchunked", "unpacked"])
def test_a_payload_digest_may_be_of_the_body_at_any_stage(of: str) -> None:
    body = gzip.compress(page(), mtime=0)
    stages = {"sent": chunked(body), "unchunked": body, "unpacked": page()}
    digest = "sha1:" + base64.b32encode(hashlib.sha1(stages[of]).digest()).decode()
    block = http(stages["sent"], Content_Encoding="gzip", Transfer_Encoding="chunked")
    assert "archive-digest" not in codes(opened(response(block, WARC_Payload_Digest=digest)))
    other = "sha1:" + base64.b32encode(hashlib.sha1(b"other").digest()).decode()
    assert "archive-digest" in codes(opened(response(block, WARC_Payload_Digest=other)))


def test_a_record_that_was_cut_is_kept_and_said() -> None:
    draft = opened(response(http(page()[:-200]), WARC_Truncated="length"))
    assert "page-broke-off" in codes(draft)
    assert WORDS[0] in draft.text
    short = http(page()[:-200], Content_Length=str(len(page())))
    assert "page-broke-off" in codes(opened(response(short)))


def test_a_file_that_was_cut_is_read_as_far_as_it_goes() -> None:
    whole = (
        INFO + response(http(page())) + response(http(page("Another day")), "https://harbour.example/quay")
    )
    draft = opened(whole[:-300])
    assert account(draft)[1:] == WORDS
    assert "archive-cut" in codes(draft)
    zipped = packed(INFO, response(http(page())), response(http(page("Another day"))))
    assert account(opened(zipped[:-60]))[1:] == WORDS


def test_a_record_longer_than_it_says_is_not_whole(capfd: pytest.CaptureFixture[str]) -> None:
    data = response(http(page())) + response(http(page("Another day")), "https://harbour.example/quay")
    length = len(http(page()))
    draft = opened(
        data.replace(f"Content-Length: {length}\r\n".encode(), f"Content-Length: {length - 150}\r\n".encode())
    )
    assert "page-broke-off" in codes(draft)
    assert WORDS[0] in draft.text
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.1\r\n",
        b"WARC/1.1\r\n\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nx",
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
        INFO,
        packed(INFO),
        packed(INFO)[:-30],
        gzip.compress(b"WARC/1.1\r\n" + b"a" * 100_000),
        response(http(b"<p>x</p>", "image/png")),
        response(b"not an answer"),
    ],
)
def test_an_archive_without_a_page_is_refused_clearly(data: bytes) -> None:
    assert find_form(data).name == "warc"
    with pytest.raises(ReadError) as caught:
        opened(data)
    assert caught.value.code in ("archive-without-pages", "archive-damaged")
    assert caught.value.code in MESSAGES


def hop(url: str, answer: bytes, status: int = 200, location: str | None = None, truncated: str = "") -> Hop:
    head = answer.index(b"\r\n\r\n") + 4
    return Hop(
        url,
        "192.0.2.1",
        "2031-05-06T08:00:00.000+00:00",
        b"GET / HTTP/1.1\r\n\r\n",
        answer,
        head,
        status,
        None,
        truncated,
        location,
    )


def test_what_the_program_fetched_itself_is_read_with_the_way_it_came() -> None:
    start, end = "https://short.example/f", "https://harbour.example/2031/ferry"
    moved = hop(start, http(page("Moved", ["Go there."]), status="302 Found", Location=end), 302, end)
    data = write_warc(start, "2031-05-06T08:00:00.000+00:00", [moved, hop(end, http(page()))])
    draft = opened(data)
    assert account(draft) == ["Ferry lost", *WORDS]
    assert draft.parts == ()
    assert draft.metadata.url == end
    assert values(draft, "page-elsewhere") == {"asked": start, "answered": end}
    assert "archive-digest" not in codes(draft)
    assert "page-archived" not in codes(draft), "when it was fetched is when it was acquired"


def test_what_broke_off_while_it_was_fetched_is_said() -> None:
    data = write_warc(
        ADDRESS, "2031-05-06T08:00:00.000+00:00", [hop(ADDRESS, http(page()[:-150]), truncated="disconnect")]
    )
    assert "page-broke-off" in codes(opened(data))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio closes no file
def test_an_archive_warcio_wrote_is_read() -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "warcio"}))
    writer.write_record(
        writer.create_warc_record(ADDRESS, "response", payload=io.BytesIO(page()), http_headers=headers)
    )
    draft = opened(file.getvalue())
    assert account(draft)[1:] == WORDS
    assert codes(draft) == {"page-archived"}
