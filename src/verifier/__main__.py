"""The program's door: the command line, which opens the window when no verb is given."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and give back its exit code."""
    if getattr(sys, "frozen", False):  # asked first: the import takes a tenth of the window's start
        import multiprocessing

        multiprocessing.freeze_support()  # a frozen program is its own child process: this never returns there
    try:
        from verifier.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        return 130


if __name__ == "__main__":
    sys.exit(main())
