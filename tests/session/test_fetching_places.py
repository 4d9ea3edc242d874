"""Where a fetch goes: redirects, machines that may not be asked, names and what they stand for."""

import socket
from ipaddress import ip_network
from typing import Any

import pytest
from tests.session.web import (
    HERE,
    LOCAL,
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
from verifier.i18n.messages import word
from verifier.session.fetching import fetch
from verifier.session.fetching.names import system_resolver

# -- where an address leads


def test_redirects_are_followed_and_every_hop_is_kept() -> None:
    ways = {
        "/a": leading_to("b/./c?d=1", "301 Moved Permanently"),
        "/b/c?d=1": leading_to("//other.example:{port}/d", "307 Temporary Redirect"),
        "/d": leading_to("/caf\u00e9", "308 Permanent Redirect"),
        "/caf%C3%A9": answer(),
    }
    with serving({}) as web:
        web.answers.update(
            {path: said.replace(b"{port}", str(web.port).encode()) for path, said in ways.items()}
        )
        source = fetch_here(web.url("/a"))
    assert web.paths() == list(ways)
    assert [one.block for one in records(source, "response")] == [web.answers[path] for path in ways]
    assert said_by(source)["hop"] == [
        f"1 301 {web.url('/a')}",
        f"2 307 {web.url('/b/c?d=1')}",
        f"3 308 {web.url('/d', host='other.example')}",
        f"4 200 {web.url('/caf%C3%A9', host='other.example')}",
    ]
    assert said_by(source)["answered"] == [web.url("/caf%C3%A9", host="other.example")]


def test_a_redirect_whose_letters_are_of_an_older_kind_is_followed() -> None:
    older = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /caf\xe9\r\n\r\n"
    with serving({"/a": older, "/caf%C3%A9": answer()}) as web:
        assert PAGE in fetch_here(web.url("/a")).data


def test_of_a_redirect_with_an_endless_body_the_beginning_is_kept() -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 50000000\r\n\r\n"
    with serving({"/a": dripping(head, b"x" * 20_000), "/b": answer()}) as web:
        source = fetch_here(web.url("/a"))
    first, last = records(source, "response")
    assert first.rec_headers.get_header("WARC-Truncated") == "length"
    assert first.block.startswith(head)
    assert len(first.block) < 400_000
    assert last.block == answer()


@pytest.mark.parametrize(
    "host",
    [
        "10.0.0.1",
        "127.0.0.2",
        "localhost",
        "2130706434",
        "[::1]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::1]",
        "[2002:a00:1::1]",
        "169.254.169.254",
        "[fd00::1]",
        "224.0.0.1",
        "0.0.0.0",
    ],
)
def test_a_redirect_to_a_machine_that_is_not_public_is_refused_and_not_asked(host: str) -> None:
    def resolve(name: str, port: int) -> list[str]:
        if name == "news.example":
            return [HERE]
        return ["127.0.0.2"] if name == "localhost" else list(system_resolver(name, port))

    with serving({}) as web:
        web.answers["/a"] = leading_to(f"http://{host}:{web.port}/secret")
        error = refusal(web.url("/a"), resolver=resolve)
    assert error.code == "url-not-public"
    assert error.where == web.url("/a")
    assert web.paths() == ["/a"]


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://files.example/a",
        "javascript:alert(1)",
        "data:text/html,hello",
        "http://user:secret@news.example/",
        "http://[bad/",
        "http://news.example:0/",
    ],
)
def test_a_redirect_to_anything_but_a_web_address_is_refused(location: str) -> None:
    with serving({"/a": leading_to(location)}) as web:
        error = refusal(web.url("/a"))
    assert (error.code, error.values) == ("url-redirect-refused", {"target": location})
    assert web.connections == 1


def test_a_redirect_that_leads_nowhere_is_said() -> None:
    with serving({"/a": answer(status="302 Found")}) as web:
        assert refusal(web.url("/a")).code == "url-redirect-nowhere"


def test_a_circle_of_redirects_is_seen() -> None:
    with serving({"/a": leading_to("/b"), "/b": leading_to("/a#again")}) as web:
        error = refusal(web.url("/a"))
        assert (error.code, error.values) == ("url-redirect-loop", {"target": web.url("/a")})
    assert web.paths() == ["/a", "/b"]


def test_too_many_redirects_are_given_up() -> None:
    with serving({f"/{number}": leading_to(f"/{number + 1}") for number in range(50)}) as web:
        error = refusal(web.url("/0"))
    assert (error.code, error.values) == ("url-too-many-redirects", {"limit": 10})
    assert len(web.requests) == 11


# -- which machines are asked


def test_this_machine_is_not_asked_without_leave() -> None:
    with serving({"/": answer()}) as web:
        for host in (HERE, "localhost", "127.1", "0x7f000001"):
            with pytest.raises(ReadError) as caught:
                fetch(web.url(host=host))
            assert caught.value.code == "url-not-public", host
    assert web.connections == 0


def test_one_address_that_is_not_public_is_enough_to_refuse_a_name() -> None:
    with serving({"/": answer()}) as web:
        error = refusal(web.url(), resolver=lambda host, port: [HERE, "192.168.1.1"])
    assert (error.code, str(error.values["address"])) == ("url-not-public", "192.168.1.1")
    assert web.connections == 0


def test_a_name_that_changes_its_address_after_it_was_vetted_gains_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = [[HERE], ["127.0.0.2"], ["127.0.0.2"]]
    looked_up: list[object] = []
    original = socket.getaddrinfo

    def watched(host: Any, *rest: Any, **more: Any) -> Any:
        looked_up.append(host)
        return original(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", watched)
    with serving({"/": answer()}) as web:
        fetch_here(web.url(), resolver=lambda host, port: answers.pop(0))
    assert len(answers) == 2
    assert set(looked_up) == {HERE}
    assert web.requests[0].split(b"\r\n")[1] == f"Host: news.example:{web.port}".encode()


def test_the_next_address_is_tried_when_one_takes_no_connection() -> None:
    both = LOCAL.allowed | {ip_network("::1")}
    with serving({"/": answer()}) as web:
        source = fetch_here(web.url(), allowed=both, resolver=lambda host, port: ["::1", HERE])
    (response,) = records(source, "response")
    assert response.rec_headers.get_header("WARC-IP-Address") == HERE


def test_proxies_named_in_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({}) as proxy, serving({"/": answer()}) as web:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://{HERE}:{proxy.port}")
        fetch_here(web.url())
    assert proxy.connections == 0
    assert web.connections == 1


def test_an_unknown_host_is_said() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    error = refusal("https://nowhere.example/a", resolver=unknown)
    assert (error.code, error.values) == ("url-unknown-host", {"host": "nowhere.example"})
    assert refusal("https://nowhere.example/a", resolver=lambda host, port: []).code == "url-unknown-host"
    assert refusal("https://" + "a" * 80 + ".example/", resolver=_system).code == "url-unknown-host"


def _system(host: str, port: int) -> list[str]:
    return list(system_resolver(host, port))


def test_a_refused_connection_is_said() -> None:
    with socket.create_server((HERE, 0)) as gone:
        port = gone.getsockname()[1]
    error = refusal(f"http://news.example:{port}/")
    assert error.code == "url-no-connection"
    assert error.values == {"host": "news.example", "reason": "Connection refused"}


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("news.example/a", "url-not-web"),
        ("file:///etc/passwd", "url-not-web"),
        ("ftp://news.example/", "url-not-web"),
        ("javascript:alert(1)", "url-not-web"),
        ("", "url-not-web"),
        ("http://reader:secret@news.example/", "url-userinfo"),
        ("http://reader@news.example/", "url-userinfo"),
        ("http:///a", "url-malformed"),
        ("http://", "url-malformed"),
        ("http://news.example:0/", "url-malformed"),
        ("http://news.example:99999/", "url-malformed"),
        ("http://[fe80::1%25eth0]/", "url-malformed"),
        ("http://[::1/", "url-malformed"),
        ("http://news.example/a\r\nX-More: 1", "url-malformed"),
        ("http://news example/", "url-malformed"),
        ("http://news.example/\udc80", "url-malformed"),
        ("http://news.example/" + "a" * 10_000, "url-malformed"),
    ],
)
def test_what_is_no_web_address_is_refused_before_anybody_is_asked(url: str, code: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise AssertionError(f"asked for {host}")

    assert refusal(url, resolver=resolve).code == code


def test_a_password_in_an_address_is_not_repeated_by_the_advice() -> None:
    error = refusal("http://reader:secret@news.example/a")
    assert "secret" not in word(error.code, error.where, error.values)
    assert error.where == "http://news.example/a"
