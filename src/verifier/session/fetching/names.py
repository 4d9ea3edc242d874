"""From a host's name to its addresses, within a time."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host for a port, as text, in the order to try them. Raises OSError."""


def system_resolver(host: str, port: int) -> Sequence[str]:
    """What the system knows of a host. Raises OSError (``socket.gaierror``), UnicodeError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve_within(resolver: Resolver, host: str, port: int, seconds: float) -> Sequence[str]:
    """What a resolver answers. It cannot be told to hurry, so it is asked on a thread that is left behind.

    Raises TimeoutError, and what the resolver raises.
    """
    answers: SimpleQueue[Sequence[str] | BaseException] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolver(host, port))
        except BaseException as error:  # whatever it is, the one who waits must hear of it
            answers.put(error)

    threading.Thread(target=ask, name="verifier-resolver", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, BaseException):
        raise answer
    return answer
