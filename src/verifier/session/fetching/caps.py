"""How much a fetch may take: seconds, bytes, redirects. One meter counts for all hops of a fetch."""

from __future__ import annotations

import time
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import NoReturn

from verifier.domain.errors import ReadError
from verifier.session.fetching.names import Resolver, system_resolver

_PIECE = 1_000_000


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """The limits of a fetch. Times are seconds, sizes bytes; all but ``connect_seconds`` count over all redirects.

    The last three fields exist for tests against a server of their own, and no way leads to them from outside:
    ``allowed`` are networks that may be asked although they are not public, ``authorities`` a file of certificate
    authorities to be trusted instead of the system's, ``resolver`` what knows the addresses of a name.
    """

    seconds: float = 60.0
    connect_seconds: float = 10.0
    redirects: int = 10
    head_bytes: int = 128 * 1024
    wire_bytes: int = 18 * 10**6
    unpacked_bytes: int = 20 * 10**6
    allowed: frozenset[IPv4Network | IPv6Network] = frozenset()
    authorities: Path | None = None
    resolver: Resolver = system_resolver


STRICT = FetchPolicy()
"""The limits everybody gets."""


class Meter:
    """Counts what a fetch has taken, and ends it when that is too much. ``where`` is the address asked for."""

    def __init__(self, policy: FetchPolicy, where: str) -> None:
        self.policy, self.where = policy, where
        self._end = time.monotonic() + policy.seconds
        self._wire = self._unpacked = 0
        self._head: int | None = None

    def left(self) -> float:
        """The seconds that are left. Raises ReadError: url-too-slow."""
        left = self._end - time.monotonic()
        if left <= 0:
            self.too_slow()
        return left

    def too_slow(self) -> NoReturn:
        """Say that the time is over. Raises ReadError: url-too-slow."""
        raise ReadError("url-too-slow", self.where, seconds=f"{self.policy.seconds:.0f}")

    def begin_head(self) -> None:
        """From now on the head of an answer comes: it has a limit of its own."""
        self._head = 0

    def end_head(self) -> None:
        """The head is over."""
        self._head = None

    def receive(self, count: int) -> None:
        """Count bytes that came. Raises ReadError: url-too-big, url-head-too-big."""
        self._wire += count
        if self._wire > self.policy.wire_bytes:
            raise ReadError("url-too-big", self.where, limit=_millions(self.policy.wire_bytes))
        if self._head is not None:
            self._head += count
            if self._head > self.policy.head_bytes:
                self.head_too_big()

    def head_too_big(self) -> NoReturn:
        """Say that the answer's head has no end. Raises ReadError: url-head-too-big."""
        raise ReadError("url-head-too-big", self.where)

    def unpack(self, count: int) -> None:
        """Count bytes after unpacking. Raises ReadError: url-unpacks-too-big."""
        self._unpacked += count
        if self._unpacked > self.policy.unpacked_bytes:
            limit = _millions(self.policy.unpacked_bytes)
            raise ReadError("url-unpacks-too-big", self.where, limit=limit)


def _millions(count: int) -> str:
    return f"{count / _PIECE:g}"
