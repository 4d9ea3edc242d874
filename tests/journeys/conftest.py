"""What every journey stands on: an offscreen screen, real parts, and nothing left open."""

from __future__ import annotations

from tests.windows import collect_ignore_glob, mark_as_qt, nothing_left_open, parts, sample

__all__ = ["collect_ignore_glob", "nothing_left_open", "parts", "pytest_collection_modifyitems", "sample"]

pytest_collection_modifyitems = mark_as_qt(__file__)
