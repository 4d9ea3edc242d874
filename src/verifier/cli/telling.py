"""What verbs say and open: answers on stdout, the rest aside on stderr; a case to look at, or to work in."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.history import describe_step
from verifier.session.workbench import Workbench


def print_json(value: object) -> None:
    """Print an answer for machines."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


_STEERING = {code: f"‹U+{code:04X}›" for code in (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0))}
"""Control characters, as an article can have them: sent to a terminal they clear it, or write over our own words."""


def print_text(text: str) -> None:
    """Print words that may come from an article: for people, so that control characters are shown, not obeyed."""
    print(text.translate(_STEERING))


def say_aside(message: str) -> None:
    """Say something for people beside the answer."""
    print(message.translate(_STEERING), file=sys.stderr)


def look(path: Path) -> Workbench:
    """A case to look at; never creates one, and works while a window has it."""
    return Workbench.open(path, read_only=True)


def work(options: argparse.Namespace) -> Workbench:
    """A case to work in, for the checker who does this."""
    return Workbench.open(options.case, checker=options.who)


def tell_step(change: Change, nothing: str, words: Translator) -> None:
    """Say what a step did, or that there was nothing to do."""
    say_aside(describe_step(change.step, words) if change.step is not None else nothing)
