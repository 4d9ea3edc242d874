"""A job whose reading is made beforehand: any form of source, without its reader."""

from __future__ import annotations

import time
from dataclasses import dataclass

from verifier.domain.articles import ArticleDraft
from verifier.domain.errors import VerifierError
from verifier.domain.reading import ReadOptions


@dataclass(frozen=True, slots=True)
class ReadyJob:
    """Gives a draft back, or raises an error, after some seconds."""

    result: ArticleDraft | VerifierError
    options: ReadOptions = ReadOptions()
    seconds: float = 60.0
    takes: float = 0.0

    @property
    def about(self) -> str:
        """The source's name."""
        return self.result.source.name if isinstance(self.result, ArticleDraft) else self.result.where

    def run(self) -> object:
        """Give it back."""
        time.sleep(self.takes)
        if isinstance(self.result, VerifierError):
            raise self.result
        return self.result
