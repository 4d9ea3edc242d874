"""Two invented accounts of one event, and the same texts in other dresses: wrapped, British, straight, NBSP, emoji."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verifier.compare.accounts import account_of
from verifier.domain.comparing import Account

ONE = """Ferry stays in port as council weighs a ban
The council of Westmark announced a ban on the ferry “Kestrel” on Tuesday, after 1,200 passengers signed a letter.
“We can’t wait for another winter like the last one, and nobody should ask us to,” said Ada Holmgren, the mayor.
About 40 boats lie idle in the harbour, and the crew hasn’t been paid since 3 May 2031.
Mayor Holmgren called the owner’s offer a “cheap trick” and denied that the town had refused to talk.
The mayor said 12% of the fares were missing.
Holmgren added that the Kestrel would never sail again."""

OTHER = """A letter from the harbour
Westmark’s council threatened to ban the ferry Kestrel, which 1,200 passengers had asked for in a letter.
“We can’t wait for another winter like the last one,” Ada Holmgren, Westmark’s mayor, said on Tuesday.
The owner, Piet Lorentz, rejected what he called “a campaign of rumours” and said that at least 30 boats were idle.
Mayor Holmgen was expected to speak again on 5 May 2031.
Perhaps the crew will be paid by then, Lorentz said; 12 percent of the fares were missing."""


def wrapped(text: str) -> str:
    """With a line break in place of every eighth space."""
    parts = text.split(" ")
    return "".join(
        part + ("" if at == len(parts) else "\n" if at % 8 == 0 else " ") for at, part in enumerate(parts, 1)
    )


def british(text: str) -> str:
    """With single marks, whose closing one is the apostrophe too."""
    return text.replace("“", "‘").replace("”", "’")


def straight(text: str) -> str:
    """With typewriter marks."""
    return text.replace("“", '"').replace("”", '"').replace("’", "'")


def nbsp(text: str) -> str:
    """With no-break spaces in place of every second space."""
    parts = text.split(" ")
    return "".join(
        part + ("" if at == len(parts) else "\xa0" if at % 2 == 0 else " ")
        for at, part in enumerate(parts, 1)
    )


SAME_LENGTH: dict[str, Callable[[str], str]] = {
    "wrapped": wrapped,
    "British": british,
    "straight": straight,
    "NBSP": nbsp,
}
"""Dresses that leave every position where it is."""


def emoji(text: str) -> str:
    """With a sign beyond 16 bits in front of every paragraph."""
    return "\n".join(f"🙂 {line}" for line in text.split("\n"))


def both(dress: Callable[[str], str] | None = None) -> tuple[Account, Account]:
    """The two accounts, their sentences being those of the plain text where positions stay; else found anew."""
    if dress is emoji:
        return account_of(emoji(ONE), "A"), account_of(emoji(OTHER), "B")
    plain = account_of(ONE, "A"), account_of(OTHER, "B")
    if dress is None:
        return plain
    one, other = (replace(each, text=dress(each.text)) for each in plain)
    return one, other
