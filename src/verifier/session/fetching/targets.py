"""What a web address asks for: whom, by which scheme, for what."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from verifier.domain.errors import ReadError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8_192


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart. ``path`` goes with its query; ``authority`` is what the Host header says."""

    scheme: str
    host: str
    port: int
    path: str
    authority: str

    @property
    def url(self) -> str:
        """The address without its fragment, which a server is never told."""
        return f"{self.scheme}://{self.authority}{self.path}"

    def leads_to(self, location: str, where: str) -> Target:
        """The target of a redirect. ``location`` is the header as it came, bytes taken for Latin-1.

        Raises ReadError: url-redirect-refused.
        """
        stated = _as_meant(location)
        try:
            return read_target(urljoin(self.url, stated), where)
        except (ReadError, ValueError) as error:
            raise ReadError("url-redirect-refused", where, target=stated[:200]) from error


def read_target(url: str, where: str) -> Target:
    """Take a web address apart.

    Raises ReadError: url-not-web, url-userinfo, url-malformed.
    """
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    if len(url) > _LONGEST or any(character < " " or character == "\x7f" for character in url):
        raise ReadError("url-malformed", where)
    try:
        parsed = parse_url(url)
        if parsed.scheme not in _PORTS:
            raise ReadError("url-not-web", where)
        if parsed.auth is not None:
            raise ReadError("url-userinfo", parsed._replace(auth=None).url)
        url.encode()
    except (LocationParseError, UnicodeError) as error:
        raise ReadError("url-malformed", where) from error
    host, port = parsed.host, parsed.port
    if not host or port == 0 or "%" in host:
        raise ReadError("url-malformed", where)
    default = _PORTS[parsed.scheme]
    authority = host if port in (None, default) else f"{host}:{port}"
    return Target(parsed.scheme, host.strip("[]"), port or default, parsed.request_uri, authority)


def _as_meant(location: str) -> str:
    """A Location header whose bytes are UTF-8, as most servers mean them, else as they came."""
    try:
        return location.encode("latin-1").decode()
    except UnicodeError:
        return location
