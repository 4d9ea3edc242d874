"""A first look at a file that is said to be a case, before anything larger is imported or opened."""

from __future__ import annotations

from pathlib import Path

from verifier.store.connection import read_header


def refuse_what_is_no_case(path: Path) -> None:
    """Look at a file's first bytes alone. Raises CaseError: missing, a folder, unreadable, not a case, newer."""
    read_header(path)
