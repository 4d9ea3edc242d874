"""Opening the window from the command line. Imports next to nothing, so that the window is there at once."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from verifier.domain.errors import VerifierError


def window(options: argparse.Namespace) -> int:
    """Open the window; a case that is none is told where it was asked for, in the terminal."""
    if options.case is not None:
        from verifier.session.doorstep import refuse_what_is_no_case

        refuse_what_is_no_case(options.case)
    return open_window(options.case, options)


def open_window(case: Path | None, options: argparse.Namespace) -> int:
    """Open the window. Where PySide6 is not installed, say so. Raises VerifierError."""
    if not _has_screen():
        raise VerifierError("no-screen", str(case or "verifier"))
    try:
        from verifier.ui.app import run
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise VerifierError("no-window", "PySide6", detail=str(error)) from error
    return run(case, checker=options.who)


def _has_screen() -> bool:
    """Whether Qt will find a screen; on a bare Linux it ends the process without one, so it is asked beforehand."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in wanted)
