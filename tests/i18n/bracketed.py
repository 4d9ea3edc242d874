"""A made-up language: every string is its English in brackets, so that what stands outside them escaped translation."""

from __future__ import annotations

import re
from pathlib import Path

from verifier.domain.kinds import Label, Modifier, Relation, Severity, Stance
from verifier.domain.queries import account
from verifier.session.acquiring import acquire
from verifier.session.evidence import EvidenceDraft
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench

KEYS = "Ctrl|Shift|Alt|Meta|Del|Esc|Enter|Return|Space|Backspace|Home|End|PgUp|PgDown|Left|Right|Up|Down|Tab"
NAMES = "Verifier|utf|txt|UTC|MIT|Python|Linux|SHA|docx|verif|unnamed|plain|Deutsch|English|Serif|Sans|Scroll"
SAME_EVERYWHERE = re.compile(rf"\b({KEYS}|{NAMES})\b|text/\w+|https?://|/[\w/.-]+|\b[\da-f]{{8,}}\b")
"""Names of keys, formats and places, and Qt's own words, that no translator of ours is asked for; paths; digests."""

LATIN = re.compile(r"[A-Za-z]{3,}")


class Bracketed:
    """A language in which every string is its English in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧" if message else ""

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return f"⟦{singular if count == 1 else plural}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


def outside(text: str) -> str:
    """What of a text stands outside brackets; what was cut off in the middle of them stood inside."""
    while "⟦" in text:
        shorter = re.sub(r"⟦[^⟦⟧]*(⟧|$)", "", text)
        if shorter == text:
            break
        text = shorter
    return SAME_EVERYWHERE.sub("", text)


def escaped_words(text: str) -> list[str]:
    """The Latin words of a text that no translator gave."""
    return LATIN.findall(outside(text))


def make_case_in_cyrillic(path: Path, folder: Path) -> None:
    """A case with something of everything, none of it in Latin letters."""
    for name in ("первая", "вторая"):
        words = "Пожар на складе\n\nСклад сгорел в среду. Никто не пострадал. Убыток велик. Почему он загорелся?\n"
        (folder / f"{name}.txt").write_text(words, "utf-8")
    with Workbench.create(path) as case:
        case.add_articles(acquire([folder / "первая.txt", folder / "вторая.txt"]))
        one, two = (account(case.rows, article) for article in case.rows.articles())
        case.link(one[1].id, two[1].id, Relation.CONTRADICTS, severity=Severity.HARD, note="расходится")
        evidence = [EvidenceDraft(citation="акт", stance=Stance.SUPPORTS)]
        case.judge([one[1].id], Judgement(label=Label.DISPUTED, modifiers=[Modifier.PARTLY], note="заметка"))
        case.judge([one[2].id], Judgement(label=Label.VERIFIED, evidence=evidence))
        case.judge([two[3].id], Judgement(label=Label.OPINION))
