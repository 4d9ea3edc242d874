"""Checkers: who judged. A case stores each as one signature, "A. Berg" or "A. Berg (ABg)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNNAMED_SIGNATURE = "unnamed"
"""What a step is signed with while nobody has given a name."""

_SIGNED = re.compile(r"(.+) \(([^()]{1,9})\)")


@dataclass(frozen=True, slots=True)
class Checker:
    """A person's name and initials; empty initials are made from the name."""

    name: str = UNNAMED_SIGNATURE
    initials: str = ""

    @property
    def signature(self) -> str:
        """How the person signs steps and marks: the name, and the initials where they are not the name's own."""
        name = " ".join(self.name.split()) or UNNAMED_SIGNATURE
        own = self.initials.strip()
        return f"{name} ({own})" if own and own != initials_of(name) else name

    @classmethod
    def signed(cls, signature: str) -> Checker:
        """The checker behind a signature."""
        match = _SIGNED.fullmatch(signature)
        return cls(match[1], match[2]) if match else cls(signature, "")


UNNAMED = Checker()
"""Stands for whoever has not given a name yet."""


def initials_of(signature: str) -> str:
    """The initials of a signature: those in its brackets, else the first letters of its words ("–" for nobody)."""
    match = _SIGNED.fullmatch(signature)
    if match:
        return match[2]
    if signature == UNNAMED_SIGNATURE:
        return "–"
    return "".join(word[0] for word in re.split(r"[\s.\-]+", signature) if word).upper()[:4]


def name_in(signature: str) -> str:
    """The name in a signature, without the brackets."""
    return Checker.signed(signature).name
