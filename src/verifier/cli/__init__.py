"""The command line: the same verbs as the window, without the window.

Exit codes: 0 done, 1 told why not, 2 misused, 130 ended by Ctrl+C. Messages go to
standard error, answers to standard output.
"""

from __future__ import annotations

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give back its exit code."""
    from verifier.cli.main import main

    return main(list(arguments))
