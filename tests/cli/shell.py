"""The command line as a shell calls it, for tests."""

from __future__ import annotations

import json
from typing import Any

import pytest

from verifier.cli import run


class Shell:
    """Calls the command line, and keeps what it said beside its answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.said = ""

    def __call__(self, *arguments: object, expect: int = 0) -> str:
        """The answer to a command that ends with the code expected."""
        code = run([str(argument) for argument in arguments])
        answer, self.said = self._capsys.readouterr()
        assert code == expect, self.said
        return answer

    def json(self, *arguments: object) -> Any:
        """The answer as the value it is for machines."""
        return json.loads(self(*arguments, "--json"))
