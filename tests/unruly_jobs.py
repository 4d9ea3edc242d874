"""Jobs that misbehave, to see what becomes of the child process that runs them."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from verifier.domain.errors import ReadError


@dataclass(frozen=True, slots=True)
class UnrulyJob:
    """Does what ``deed`` says: echo, refuse, fail, eat, die or sleep."""

    deed: str
    about: str = "unruly.txt"
    seconds: float = 60.0

    def run(self) -> object:
        """Do the deed."""
        match self.deed:
            case "refuse":
                raise ReadError("source-missing", self.about)
            case "fail":
                raise ZeroDivisionError("by nought")
            case "eat":
                return len(b"x" * (8 * 2**30))
            case "die":
                os._exit(3)
            case "sleep":
                time.sleep(120)
        return os.getpid()
