"""One request to one vetted address, and its answer, kept as it came."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING, NoReturn, cast

from verifier import __version__
from verifier.domain.errors import ReadError
from verifier.session.fetching.caps import FetchPolicy, Meter
from verifier.session.fetching.hops import Hop, Tls
from verifier.session.fetching.targets import Target
from verifier.session.fetching.wire import Wire

if TYPE_CHECKING:
    import socket

    from urllib3 import HTTPResponse
    from urllib3.connection import HTTPConnection

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 64 * 1024
_MOST_OF_A_REDIRECT = 64 * 1024
_NO_SUCH_PAGE = frozenset({404, 410})
_NOT_FOR_US = frozenset({401, 402, 403, 407, 451})
_NOT_NOW = frozenset({429, 503})


def exchange(target: Target, addresses: Sequence[str], meter: Meter, began_at: str) -> Hop:
    """Ask for a target at the first of its vetted addresses that answers.

    Raises ReadError: url-no-connection, url-certificate, url-tls, url-bad-answer, url-not-found, url-forbidden,
    url-busy, url-server-fault, url-status, url-redirect-nowhere, url-empty, url-damaged, url-coding-unknown, and the
    meter's.
    """
    address, connection = _connect(target, addresses, meter)
    connected = connection.sock
    with closing(connected):
        tls = _tls_of(connected)
        wire = Wire(connected, meter)
        connection.sock = cast("socket.socket", wire)
        meter.begin_head()
        response = _ask(connection, target, meter)
        meter.end_head()
        head = wire.consumed
        location = _check(response, meter)
        truncated = _receive(response, meter, location is not None)
    received = wire.received
    if truncated and location is None and len(received) == head:
        raise ReadError("url-empty", meter.where)
    begin = _end_of_interim(received)
    end = len(received) if truncated == "disconnect" else wire.consumed
    return Hop(
        target.url,
        address,
        began_at,
        bytes(wire.sent),
        received[begin:end],
        head - begin,
        response.status,
        tls,
        truncated,
        location,
    )


def _connect(target: Target, addresses: Sequence[str], meter: Meter) -> tuple[str, HTTPConnection]:
    """Connect to the first address that takes it. No name is resolved here: the address itself is connected to."""
    from urllib3.exceptions import HTTPError

    reason: BaseException | None = None
    for address in addresses:
        connection = _connection(target, address, meter)
        try:
            connection.connect()
        except ssl.SSLCertVerificationError as error:
            connection.close()
            raise ReadError(
                "url-certificate", meter.where, host=target.host, reason=error.verify_message
            ) from error
        except ssl.SSLError as error:
            connection.close()
            raise ReadError("url-tls", meter.where, host=target.host, reason=_told(error)) from error
        except (OSError, HTTPError) as error:
            connection.close()
            reason = error
            meter.left()
        else:
            return address, connection
    raise ReadError("url-no-connection", meter.where, host=target.host, reason=_told(reason)) from reason


def _connection(target: Target, address: str, meter: Meter) -> HTTPConnection:
    """An unopened connection to an address; the certificate is held against the name that was asked for."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    seconds = min(meter.policy.connect_seconds, meter.left())
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=seconds)
    return HTTPSConnection(
        address,
        target.port,
        timeout=seconds,
        server_hostname=target.host,
        ssl_context=_trust(meter.policy),
    )


def _trust(policy: FetchPolicy) -> ssl.SSLContext:
    """The certificate authorities this system trusts, names checked, TLS 1.2 or newer."""
    context = ssl.create_default_context(cafile=policy.authorities)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _tls_of(connected: object) -> Tls | None:
    if not isinstance(connected, ssl.SSLSocket):
        return None
    certificate, cipher = connected.getpeercert(binary_form=True), connected.cipher()
    return Tls(connected.version() or "", cipher[0] if cipher else "", sha256(certificate or b"").hexdigest())


def _ask(connection: HTTPConnection, target: Target, meter: Meter) -> HTTPResponse:
    """Send the request and read the head of the answer. No cookies, no credentials, no referrer."""
    from urllib3.exceptions import HTTPError

    headers = {
        "Host": target.authority,
        "User-Agent": f"Verifier/{__version__}",
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    try:
        connection.request("GET", target.path, headers=headers, preload_content=False)
        return connection.getresponse()
    except http.client.LineTooLong:
        meter.head_too_big()
    except (OSError, http.client.HTTPException, HTTPError, ValueError) as error:
        if "headers" in str(error):  # http.client says "got more than 100 headers"
            meter.head_too_big()
        raise ReadError("url-bad-answer", meter.where, host=target.host, reason=_told(error)) from error


def _check(response: HTTPResponse, meter: Meter) -> str | None:
    """Where a redirect leads, or None for an answer that is to be read. Raises ReadError for any other."""
    status = response.status
    if status in _REDIRECTS:
        location = response.headers.get("Location")
        if not location:
            raise ReadError("url-redirect-nowhere", meter.where)
        return location
    if not 200 <= status < 300:
        _refuse(status, response.reason or "", meter.where)
    return None


def _refuse(status: int, reason: str, where: str) -> NoReturn:
    """An error page is not the article: say what the server said."""
    said = f"{status} {reason[:80]}".strip()
    if status in _NO_SUCH_PAGE:
        raise ReadError("url-not-found", where, said=said)
    if status in _NOT_FOR_US:
        raise ReadError("url-forbidden", where, said=said)
    if status in _NOT_NOW:
        raise ReadError("url-busy", where, said=said)
    if status >= 500:
        raise ReadError("url-server-fault", where, said=said)
    raise ReadError("url-status", where, said=said)


def _receive(response: HTTPResponse, meter: Meter, redirect: bool) -> str:
    """Take the body in, unpacking as it comes so that a bomb is seen; the wire keeps the bytes. Tells why it was cut
    short. Of a redirect's body only the beginning matters.
    """
    from urllib3.exceptions import DecodeError, HTTPError

    if not redirect:
        _know_codings(response, meter)
    count = 0
    truncated = ""
    try:
        for piece in response.stream(_PIECE, decode_content=not redirect):
            count += len(piece)
            if redirect and count >= _MOST_OF_A_REDIRECT:
                truncated = "length"
                break
            meter.unpack(len(piece))
    except DecodeError as error:
        raise ReadError("url-damaged", meter.where, reason=_told(error)) from error
    except (HTTPError, OSError, http.client.HTTPException):
        truncated = "disconnect"
    finally:
        response.close()
    if not count and not redirect and not truncated:
        raise ReadError("url-empty", meter.where)
    return truncated


def _know_codings(response: HTTPResponse, meter: Meter) -> None:
    """See that what the body is packed with can be unpacked. Raises ReadError: url-coding-unknown."""
    stated = response.headers.get("Content-Encoding", "").lower()
    for coding in (part.strip() for part in stated.split(",")):
        if coding not in ("", "identity", *response.CONTENT_DECODERS):
            raise ReadError("url-coding-unknown", meter.where, coding=coding[:40])


def _end_of_interim(answer: bytes) -> int:
    """Where the answer begins after any "100 Continue", which is not part of it."""
    begin = 0
    while answer.startswith((b"HTTP/1.1 100", b"HTTP/1.0 100"), begin):
        begin = answer.index(b"\r\n\r\n", begin) + 4
    return begin


def _told(error: BaseException | None) -> str:
    """The reason inside an error, without addresses of objects in memory."""
    if isinstance(error, ssl.SSLError):
        return error.reason or "TLS"
    cause = error.__cause__ if error is not None and isinstance(error.__cause__, OSError) else error
    if isinstance(cause, TimeoutError):
        return "timed out"
    return str(getattr(cause, "strerror", None) or (type(cause).__name__ if cause else "no address"))
