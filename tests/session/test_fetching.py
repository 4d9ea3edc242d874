"""Fetching a page from servers of our own: what is kept, and what is refused."""

import gzip
import io
import socket
import struct
import time
import zlib
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.session.web import (
    HERE,
    NOON,
    PAGE,
    answer,
    dripping,
    fetch_here,
    leading_to,
    records,
    refusal,
    said_by,
    serving,
)

from verifier.domain.errors import ReadError
from verifier.i18n.messages import MESSAGES

# -- what is kept


def test_a_page_is_kept_as_the_exchange_that_brought_it_byte_for_byte() -> None:
    odd = (
        b"HTTP/1.1 200 Quite fine\r\nx-ODD:  two  spaces \r\nX-Raw: caf\xe9 \xd0\xb4\r\n"
        b"Content-Length: %d\r\n\r\n" % len(PAGE)
    ) + PAGE
    with serving({"/quay?day=1": odd}) as web:
        asked = web.url("/quay?day=1#below")
        source = fetch_here(f"  {asked}\n")
    assert (source.name, source.acquired_how, source.acquired_at) == (asked, "url", NOON)
    assert source.data.startswith(b"WARC/1.1\r\n")
    (request,), (response,) = records(source, "request"), records(source, "response")
    assert request.block == web.requests[0]
    assert response.block == odd
    headers = response.rec_headers
    assert headers.get_header("WARC-Target-URI") == web.url("/quay?day=1")
    assert headers.get_header("WARC-IP-Address") == HERE
    assert headers.get_header("WARC-Date") == "2026-11-21T13:02:05.123Z"
    assert headers.get_header("WARC-Truncated") is None
    assert said_by(source)["asked"] == [asked]
    assert len(records(source, "warcinfo")) == 1


def test_the_same_exchange_at_the_same_time_gives_the_same_bytes() -> None:
    with serving({"/a": leading_to("/b"), "/b": answer()}) as web:
        assert fetch_here(web.url("/a")) == fetch_here(web.url("/a"))


def test_other_tools_find_the_page_in_the_file() -> None:
    from warcio.archiveiterator import ArchiveIterator

    packed = gzip.compress(PAGE, mtime=0)
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    chunked += b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    with serving({"/": chunked}) as web:
        source = fetch_here(web.url())
    pages = [
        (record.http_headers.get_statuscode(), record.content_stream().read())
        for record in ArchiveIterator(io.BytesIO(source.data))
        if record.rec_type == "response"
    ]
    assert pages == [("200", PAGE)]


def test_the_request_carries_nothing_about_the_user() -> None:
    with serving({"/a": answer(PAGE, "Set-Cookie: who=you", "Location: /a")}) as web:
        fetch_here(web.url("/a"))
        fetch_here(web.url("/a"))
    names = {line.split(b":")[0].lower() for line in web.requests[1].split(b"\r\n")[1:] if line}
    assert names == {b"host", b"user-agent", b"accept", b"accept-encoding", b"connection"}
    assert web.requests[0] == web.requests[1]


def test_nothing_on_the_page_is_fetched() -> None:
    page = (
        b'<img src="/pixel.gif"><link rel=stylesheet href="/look.css"><script src="/run.js"></script>' + PAGE
    )
    with serving({"/": answer(page, "Content-Type: text/html")}) as web:
        fetch_here(web.url())
    assert web.paths() == ["/"]


@pytest.mark.parametrize(
    "stated", ["text/html; charset=utf-16", "text/html; charset=no-such-charset", "text/html;charset="]
)
def test_a_wrong_charset_is_kept_with_the_bytes_for_the_reader_to_judge(stated: str) -> None:
    body = "<p>Die Brücke blieb gesperrt, сообщил капитан.</p>".encode()
    with serving({"/": answer(body, f"Content-Type: {stated}")}) as web:
        (response,) = records(fetch_here(web.url()), "response")
    assert response.block.endswith(b"\r\n\r\n" + body)
    assert f"Content-Type: {stated}".encode() in response.block


def test_an_interim_answer_is_not_taken_for_the_answer() -> None:
    with serving({"/": b"HTTP/1.1 100 Continue\r\nX-Wait: yes\r\n\r\n" + answer()}) as web:
        (response,) = records(fetch_here(web.url()), "response")
    assert response.block == answer()


def test_what_comes_after_the_end_of_the_answer_is_no_part_of_it() -> None:
    with serving({"/": answer() + b"HTTP/1.1 200 OK\r\n\r\nmore"}) as web:
        (response,) = records(fetch_here(web.url()), "response")
    assert response.block == answer()
    assert response.rec_headers.get_header("WARC-Truncated") is None


def test_a_name_in_another_script_is_asked_for_as_the_network_knows_it() -> None:
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return [HERE]

    with serving({"/%D0%BF%D1%80%D0%B8%D1%87%D0%B0%D0%BB": answer()}) as web:
        source = fetch_here(web.url("/причал", host="Новости.example"), resolver=resolve)
    assert asked == ["xn--b1amnebsh.example"]
    assert source.name == web.url("/причал", host="Новости.example")


# -- what comes in part


def break_off(start: bytes) -> Callable[[socket.socket], None]:
    """Send something and break the connection in the rudest way."""

    def hang_up(connection: socket.socket) -> None:
        connection.sendall(start)
        time.sleep(1.0)  # a reset throws away what the other side has not taken yet
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return hang_up


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + PAGE,
        CHUNKED + b"%x\r\n%b\r\n" % (len(PAGE), PAGE),
        CHUNKED + b"%x\r\n%b" % (len(PAGE) + 50, PAGE),
        CHUNKED + b"%x\r\n%b\r\nnonsense\r\n" % (len(PAGE), PAGE),
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 900\r\n\r\n" + gzip.compress(PAGE),
    ],
    ids=["too short", "no last chunk", "half a chunk", "broken chunk", "packed"],
)
def test_a_body_that_breaks_off_is_kept_and_marked_as_partial(sent: bytes) -> None:
    with serving({"/": sent}) as web:
        (response,) = records(fetch_here(web.url()), "response")
    assert response.rec_headers.get_header("WARC-Truncated") == "disconnect"
    assert response.block == sent


def test_a_connection_that_is_reset_after_some_of_the_page_leaves_that_part() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n"
    with serving({"/": break_off(head + PAGE)}) as web:
        (response,) = records(fetch_here(web.url()), "response")
    assert response.rec_headers.get_header("WARC-Truncated") == "disconnect"
    assert response.block == head + PAGE


# -- what is answered instead of a page


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("404 Not Found", "url-not-found"),
        ("410 Gone", "url-not-found"),
        ("401 Unauthorized", "url-forbidden"),
        ("403 Forbidden", "url-forbidden"),
        ("451 Unavailable For Legal Reasons", "url-forbidden"),
        ("429 Too Many Requests", "url-busy"),
        ("503 Service Unavailable", "url-busy"),
        ("500 Internal Server Error", "url-server-fault"),
        ("418 I'm a teapot", "url-status"),
        ("304 Not Modified", "url-status"),
        ("300 Multiple Choices", "url-status"),
    ],
)
def test_an_error_page_is_not_taken_for_the_article(status: str, code: str) -> None:
    with serving({"/": answer(PAGE, status=status)}) as web:
        error = refusal(web.url())
    assert (error.code, error.values) == (code, {"said": status})


@pytest.mark.parametrize(
    "sent",
    [
        answer(b""),
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.0 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n",
        answer(gzip.compress(b""), "Content-Encoding: gzip"),
    ],
    ids=["length nought", "no content", "closed at once", "none of it", "packed nothing"],
)
def test_an_empty_answer_is_said(sent: bytes) -> None:
    with serving({"/": sent}) as web:
        assert refusal(web.url()).code == "url-empty"


@pytest.mark.parametrize("sent", [b"SSH-2.0-OpenSSH_9.2\r\n", b"", b"HTTP/1.1 \r\n\r\n", b"\x00" * 100])
def test_what_is_no_web_server_is_said(sent: bytes) -> None:
    with serving({"/": sent}) as web:
        error = refusal(web.url())
    assert error.code == "url-bad-answer"
    assert error.values["reason"]


def test_a_body_packed_in_an_unknown_way_or_damaged_is_refused() -> None:
    with serving({"/": answer(PAGE, "Content-Encoding: zip64")}) as web:
        error = refusal(web.url())
        assert (error.code, error.values) == ("url-coding-unknown", {"coding": "zip64"})
    with serving({"/": answer(b"\x1f\x8b" + PAGE, "Content-Encoding: gzip")}) as web:
        assert refusal(web.url()).code == "url-damaged"


# -- limits


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        CHUNKED,
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTT",
    ],
    ids=["body", "chunked body", "body without length", "header", "status line"],
)
def test_a_server_that_drips_is_given_up_when_the_time_is_over(start: bytes) -> None:
    with serving({"/": dripping(start, b"1\r\nx\r\n" if start == CHUNKED else b"x")}) as web:
        error = refusal(web.url(), seconds=1.0)
    assert (error.code, error.values) == ("url-too-slow", {"seconds": "1"})


def test_the_time_counts_over_all_redirects() -> None:
    def slow(connection: socket.socket) -> None:
        time.sleep(0.7)
        connection.sendall(leading_to(f"/{len(web.requests)}"))

    with serving({}) as web:
        web.answers.update({f"/{number}": slow for number in range(20)})
        error = refusal(web.url("/0"), seconds=2.0)
    assert error.code == "url-too-slow"
    assert 2 <= len(web.requests) <= 4


def test_a_resolver_that_does_not_come_back_is_given_up() -> None:
    import threading

    free = threading.Event()

    def stuck(host: str, port: int) -> list[str]:
        free.wait(20)
        return [HERE]

    error = refusal("http://news.example/", resolver=stuck, seconds=0.5)
    free.set()
    assert error.code == "url-too-slow"


def packed(how: str, size: int) -> bytes:
    """So many noughts, packed."""
    match how:
        case "gzip":
            return gzip.compress(bytes(size))
        case "deflate":
            return zlib.compress(bytes(size))
        case "gzip, gzip":
            return gzip.compress(gzip.compress(bytes(size)))
    brotli = pytest.importorskip("brotli")
    return bytes(brotli.compress(bytes(size)))


@pytest.mark.parametrize("how", ["gzip", "deflate", "gzip, gzip", "br"])
def test_a_bomb_is_seen_while_it_unpacks(how: str) -> None:
    import tracemalloc

    with serving({"/": answer(packed(how, 100_000_000), f"Content-Encoding: {how}")}) as web:
        tracemalloc.start()
        try:
            error = refusal(web.url(), unpacked_bytes=2_000_000)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert (error.code, error.values) == ("url-unpacks-too-big", {"limit": "2"})
    assert peak < 20_000_000


def test_a_body_without_end_is_given_up() -> None:
    with serving({"/": dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 100_000)}) as web:
        error = refusal(web.url(), wire_bytes=1_000_000)
    assert (error.code, error.values) == ("url-too-big", {"limit": "1"})


@pytest.mark.parametrize(
    "sent",
    [
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 150 + b"\r\n",
        b"HTTP/1.1 200 OK\r\n" + (b"X-Wide: " + b"x" * 60_000 + b"\r\n") * 20 + b"\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 100_000,
    ],
    ids=["long line", "many lines", "much of both", "only interim answers"],
)
def test_huge_headers_are_given_up(sent: bytes) -> None:
    with serving({"/": sent}) as web:
        assert refusal(web.url()).code == "url-head-too-big"


# -- anything at all


PIECES = [
    *(b"HTTP/1.1 %b\r\n" % status for status in (b"200 OK", b"302 Found", b"999 ?", b"100 Continue", b"")),
    *(b"Content-Length: %b\r\n" % length for length in (b"5", b"-5", b"5, 6", b"9" * 30, b"x", b"5\xb2")),
    *(b"Location: %b\r\n" % place for place in (b"/", b"?", b"\xff\xfe", b"http://[", b"//", b"http:")),
    *(b"Content-Encoding: %b\r\n" % coding for coding in (b"gzip", b"deflate", b",", b"gzip, " * 9)),
    *(b"Transfer-Encoding: %b\r\n" % coding for coding in (b"chunked", b"gzip, chunked")),
    *(b"\r\n", b"\n", b": nothing\r\n", b"nothing\r\n", b" folded\r\n", b"\x00\r\n", b"\xff\xfe"),
    *(
        b"5\r\nhello\r\n",
        b"0\r\n\r\n",
        b"fffffffffff\r\n",
        b"-5\r\n",
        b"hello",
        gzip.compress(b"hello", mtime=0),
    ),
    b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n",
]


def test_whatever_a_server_says_is_kept_whole_or_refused_with_words() -> None:
    refused: Counter[str] = Counter()
    with serving({}) as web:

        @settings(max_examples=200, deadline=None, derandomize=True)
        @given(st.booleans(), st.lists(st.sampled_from(PIECES), max_size=9))
        def one(proper: bool, pieces: list[bytes]) -> None:
            web.answers["/"] = (PIECES[0] if proper else b"") + b"".join(pieces)
            try:
                source = fetch_here(web.url())
            except ReadError as error:
                refused[error.code] += 1
            else:
                refused[""] += 1
                assert records(source, "response")

        one()
    assert set(refused) - {""} <= set(MESSAGES)
    assert len(refused) >= 4, refused
    assert refused[""], refused
