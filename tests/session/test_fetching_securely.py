"""Fetching over TLS from servers of our own, with certificates made on the spot."""

from __future__ import annotations

import datetime
import io
import socket
import ssl
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.session.web import HERE, PAGE, answer, fetch_here, leading_to, refusal, serving

from verifier.domain.articles import Source
from verifier.readers.exchanges import exchange_notices

if TYPE_CHECKING:
    from trustme import CA

trustme = pytest.importorskip("trustme", reason="makes the certificates; part of the dev dependencies")


@pytest.fixture(scope="module")
def authority() -> CA:
    made: CA = trustme.CA(key_type=trustme.KeyType.ECDSA)
    return made


@pytest.fixture
def trusted(authority: CA, tmp_path: Path) -> Path:
    """The file that makes the authority trusted."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def server_side(authority: CA, *names: str, expires: datetime.datetime | None = None) -> ssl.SSLContext:
    """What a server needs to prove that it goes by some names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, not_after=expires, key_type=trustme.KeyType.ECDSA).configure_cert(context)
    return context


def way(source: Source) -> str:
    from warcio.archiveiterator import ArchiveIterator

    (text,) = [
        record.raw_stream.read().decode()
        for record in ArchiveIterator(io.BytesIO(source.data))
        if record.rec_type == "metadata"
    ]
    return str(text)


def test_a_secure_page_is_kept_with_the_hash_of_the_certificate(authority: CA, trusted: Path) -> None:
    with serving({"/": answer()}, tls=server_side(authority, "news.example")) as web:
        source = fetch_here(web.url(), authorities=trusted)
        context = ssl.create_default_context(cafile=trusted)
        with (
            socket.create_connection((HERE, web.port)) as plain,
            context.wrap_socket(plain, server_hostname="news.example") as secure,
        ):
            certificate = secure.getpeercert(binary_form=True)
    assert certificate
    assert f"certificate-sha256: 1 {sha256(certificate).hexdigest()}\r\n" in way(source)
    assert "tls: 1 TLSv1.3 TLS_" in way(source)
    assert PAGE in source.data
    assert f"WARC-Target-URI: {web.url()}\r\n".encode() in source.data


def test_the_way_from_a_secure_to_an_open_address_can_be_read_in_the_file_and_is_warned_of(
    authority: CA, trusted: Path
) -> None:
    with serving({"/b": answer()}) as open_web:
        ways = {"/a": leading_to(open_web.url("/b"))}
        with serving(ways, tls=server_side(authority, "news.example")) as web:
            source = fetch_here(web.url("/a"), authorities=trusted)
    assert f"hop: 1 302 {web.url('/a')}\r\n" in way(source)
    assert f"hop: 2 200 {open_web.url('/b')}\r\n" in way(source)
    assert "tls: 1 " in way(source)
    assert "tls: 2 " not in way(source)
    assert [notice.code for notice in exchange_notices(way(source), "")] == [
        "page-elsewhere",
        "page-way-open",
    ]


def test_a_certificate_for_another_name_is_refused(authority: CA, trusted: Path) -> None:
    with serving({"/": answer()}, tls=server_side(authority, "other.example")) as web:
        error = refusal(web.url(), authorities=trusted)
    assert error.code == "url-certificate"
    assert error.values["host"] == "news.example"
    assert "news.example" in str(error.values["reason"])
    assert web.requests == []


def test_the_name_is_checked_and_not_the_address_that_is_connected_to(authority: CA, trusted: Path) -> None:
    with serving({"/": answer()}, tls=server_side(authority, HERE)) as web:
        assert refusal(web.url(), authorities=trusted).code == "url-certificate"
        assert PAGE in fetch_here(web.url(host=HERE), authorities=trusted).data
    assert len(web.requests) == 1


def test_a_certificate_of_an_authority_nobody_trusts_is_refused(authority: CA) -> None:
    with serving({"/": answer()}, tls=server_side(authority, "news.example")) as web:
        assert refusal(web.url()).code == "url-certificate"
    assert web.requests == []


def test_an_expired_certificate_is_refused(authority: CA, trusted: Path) -> None:
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    with serving({"/": answer()}, tls=server_side(authority, "news.example", expires=long_ago)) as web:
        error = refusal(web.url(), authorities=trusted)
    assert (error.code, error.values["reason"]) == ("url-certificate", "certificate has expired")


def test_every_hop_proves_who_it_is(authority: CA, trusted: Path) -> None:
    with serving({"/b": answer()}, tls=server_side(authority, "elsewhere.example")) as second:
        ways = {"/a": leading_to(second.url("/b", host="impostor.example"))}
        with serving(ways, tls=server_side(authority, "news.example")) as web:
            error = refusal(web.url("/a"), authorities=trusted)
    assert (error.code, error.values["host"]) == ("url-certificate", "impostor.example")
    assert second.requests == []


def test_a_server_that_does_not_speak_tls_is_said(trusted: Path) -> None:
    def greet(connection: socket.socket) -> None:
        connection.sendall(b"220 mail.example ESMTP\r\n")

    with socket.create_server((HERE, 0)) as listener:
        import threading

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                greet(connection)
                connection.recv(4096)

        thread = threading.Thread(target=serve)
        thread.start()
        error = refusal(f"https://news.example:{listener.getsockname()[1]}/", authorities=trusted)
        thread.join(timeout=20)
    assert error.code == "url-tls"
    assert error.values["reason"]


def test_a_server_that_says_nothing_when_it_should_prove_who_it_is_is_given_up(trusted: Path) -> None:
    with socket.create_server((HERE, 0)) as silent:
        url = f"https://news.example:{silent.getsockname()[1]}/"
        error = refusal(url, authorities=trusted, connect_seconds=0.5)
    assert (error.code, error.values["reason"]) == ("url-no-connection", "timed out")


def test_an_old_protocol_is_refused(authority: CA, trusted: Path) -> None:
    import warnings

    context = server_side(authority, "news.example")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with serving({"/": answer()}, tls=context) as web:
        assert refusal(web.url(), authorities=trusted).code in ("url-tls", "url-no-connection")
    assert web.requests == []
