"""What the record of a fetched exchange says of the way the page came, as warnings for whoever reads it.

``verifier.session.fetching.warc`` writes these records. The reader of WARC files asks here, so that the warnings are
there again whenever a page is read anew from the bytes that were kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from verifier.domain.articles import Notice

_FIELDS = frozenset({"asked", "hop"})


def exchange_notices(way: str, truncated: str) -> tuple[Notice, ...]:
    """The warnings about an exchange.

    ``way`` is the text of the metadata record that leads through it ("" if there is none), ``truncated`` the
    ``WARC-Truncated`` header of the response ("" if it is whole).
    """
    notices = [Notice("page-broke-off")] if truncated else []
    fields = _fields(way)
    hops = [value.split(" ", 2)[2] for name, value in fields if name == "hop" and value.count(" ") >= 2]
    asked = next((value for name, value in fields if name == "asked"), "")
    if asked and hops and _essence(asked) != _essence(hops[-1]):
        notices.append(Notice("page-elsewhere", (("asked", asked), ("answered", hops[-1]))))
    if opened := _first_opened(hops):
        notices.append(Notice("page-way-open", (("address", opened),)))
    return tuple(notices)


def _fields(way: str) -> list[tuple[str, str]]:
    pairs = (line.partition(": ") for line in way.splitlines())
    return [(name, value) for name, _, value in pairs if name in _FIELDS]


def _first_opened(hops: Sequence[str]) -> str:
    """The first open address that a secure one led to, or nothing."""
    for before, after in pairwise(hops):
        if before.startswith("https:") and not after.startswith("https:"):
            return after
    return ""


def _essence(url: str) -> tuple[str, str, str]:
    """What of an address tells pages apart: not the scheme, not "www.", not a slash at the end, not the fragment."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url, "", ""
    return host, parts.path.rstrip("/"), parts.query
