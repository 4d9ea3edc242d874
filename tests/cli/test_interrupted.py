"""Ctrl+C in the terminal ends a verb quietly, whatever it is at."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.making import make_case

_INTERRUPTED_AT = """
import os, signal, sys
def interrupt(event, arguments):
    if event == {event!r} and {words!r} in str(arguments[0]) and not once:
        once.append(event)
        signal.raise_signal(signal.SIGINT)
once = []
sys.addaudithook(interrupt)
sys.argv = ["verifier", *{arguments!r}]
from verifier.__main__ import main
code = main()
assert once, "it never came to where it was to be interrupted"
sys.exit(code)
"""


@pytest.mark.parametrize("verb", ["list", "compare", "claim", "undo", "check"])
@pytest.mark.parametrize(
    ("event", "words"),
    [("import", "verifier.cli.verbs"), ("sqlite3.connect", "quay")],
    ids=["loading", "opening"],
)
def test_an_interrupt_ends_a_verb_quietly_with_its_own_code(
    verb: str, event: str, words: str, tmp_path: Path
) -> None:
    case = tmp_path / "quay.verif"
    make_case(case).close()
    before = case.read_bytes()
    code = _INTERRUPTED_AT.format(event=event, words=words, arguments=[verb, str(case)])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert case.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["quay.verif"], "no lock is left behind"
