"""Running a verb: parse, do, answer. Every fault a person can act on ends here, worded, with exit code 1."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from verifier.cli.parser import VERBS, verb_parser, window_parser
from verifier.cli.speaking import speak_the_users_language
from verifier.domain.checkers import UNNAMED, Checker
from verifier.domain.errors import VerifierError
from verifier.domain.queries import whole_characters
from verifier.i18n import translator
from verifier.i18n.messages import word

INTERRUPTED = 130
"""The exit code of a call that Ctrl+C ended, as shells have it: 128 and the number of the signal."""


def main(arguments: list[str]) -> int:
    """Run the command line with these arguments (without the program's name) and give back the exit code."""
    _speak_utf8()
    words = translator()
    try:
        options = _parse(arguments)
    except SystemExit as leaving:  # argparse has told why; its code is 0 for --help and 2 for misuse
        return int(leaving.code or 0)
    options.words = words
    try:
        return _do(options)
    except VerifierError as error:
        print(f"verifier: {word(error.code, error.where, error.values, words)}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads our answer has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _parse(arguments: list[str]) -> argparse.Namespace:
    """The options of a call. A first word that is no verb is a case to open, so a case is never mistaken."""
    given = _verb_first(arguments)
    if given and not Path(given[0]).is_file():  # what only opens a case needs no words of the parser
        speak_the_users_language()
    parser = verb_parser() if given and given[0] in VERBS else window_parser()
    options = parser.parse_args(given)
    for name, value in vars(options).items():  # paths stay as they are: they name files by their bytes
        if isinstance(value, str):
            setattr(options, name, whole_characters(value))
        elif isinstance(value, list):
            setattr(options, name, [whole_characters(one) if isinstance(one, str) else one for one in value])
    return options


def _verb_first(arguments: list[str]) -> list[str]:
    """Let ``verifier --checker AB mark …`` be written too."""
    if arguments[:1] == ["--checker"] and len(arguments) > 2 and arguments[2] in VERBS:
        return [arguments[2], *arguments[:2], *arguments[3:]]
    return arguments


def _do(options: argparse.Namespace) -> int:
    options.who = _checker(getattr(options, "checker", None))
    if not hasattr(options, "verb"):
        from verifier.cli.window import window

        return window(options)
    from verifier.cli.verbs import DO

    return DO[options.verb](options)


def _checker(name: str | None) -> Checker:
    """Who does this: --checker, else $VERIFIER_CHECKER, else unnamed."""
    given = whole_characters(name or os.environ.get("VERIFIER_CHECKER", "")).strip()
    return Checker.signed(given) if given else UNNAMED


def _speak_utf8() -> None:
    """Answers and messages carry the articles' own characters, whatever the console's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
