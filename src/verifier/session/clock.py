"""Time as the case writes it: UTC, ISO 8601, milliseconds, with the offset."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], str]
"""Gives the present moment as text; handed in, so that tests and samples have a time of their own."""


def utc_now() -> str:
    """The present moment: "2026-11-21T13:02:05.123+00:00"."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
