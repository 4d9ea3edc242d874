"""Fetching one page the user asked for, and nothing else: no cookies, no pictures, no scripts, no proxies.

Every address is vetted before it is connected to, redirects are followed by hand, and the whole exchange is kept as a
WARC file. Run it where its memory and time are limited: in the child process.
"""

from __future__ import annotations

from verifier.domain.articles import Source
from verifier.domain.errors import ReadError
from verifier.session.clock import Clock, utc_now
from verifier.session.fetching.addresses import find_addresses
from verifier.session.fetching.caps import STRICT, FetchPolicy, Meter
from verifier.session.fetching.exchange import exchange
from verifier.session.fetching.hops import Hop
from verifier.session.fetching.targets import read_target
from verifier.session.fetching.warc import write_warc

__all__ = ["STRICT", "FetchPolicy", "fetch"]


def fetch(url: str, *, clock: Clock = utc_now, policy: FetchPolicy = STRICT) -> Source:
    """Fetch a page. The source's bytes are the whole exchange as a WARC file, its name is the address as asked.

    Raises ReadError: url-not-web, url-userinfo, url-malformed, url-unknown-host, url-not-public, url-no-connection,
    url-certificate, url-tls, url-bad-answer, url-not-found, url-forbidden, url-busy, url-server-fault, url-status,
    url-empty, url-damaged, url-coding-unknown, url-redirect-refused, url-redirect-nowhere, url-redirect-loop,
    url-too-many-redirects, url-too-slow, url-too-big, url-head-too-big, url-unpacks-too-big.
    """
    asked, asked_at = url.strip(), clock()
    hops = _follow(asked, Meter(policy, asked), clock)
    return Source(asked, write_warc(asked, asked_at, hops), acquired_how="url", acquired_at=asked_at)


def _follow(asked: str, meter: Meter, clock: Clock) -> list[Hop]:
    """The hops from what was asked to what answers, each vetted anew."""
    target = read_target(asked, asked)
    hops: list[Hop] = []
    while True:
        if any(hop.url == target.url for hop in hops):
            raise ReadError("url-redirect-loop", asked, target=target.url)
        if len(hops) > meter.policy.redirects:
            raise ReadError("url-too-many-redirects", asked, limit=meter.policy.redirects)
        addresses = find_addresses(target.host, target.port, meter)
        hop = exchange(target, addresses, meter, clock())
        hops.append(hop)
        if hop.location is None:
            return hops
        target = target.leads_to(hop.location, asked)
