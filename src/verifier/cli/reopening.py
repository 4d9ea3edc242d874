"""A report opened as a case on the command line: ``verifier open-report R.docx -o CASE``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from verifier.domain.reopened import Reopened
from verifier.i18n import Translator
from verifier.session.reopened_words import summary_of, told


def reopened(found: Reopened) -> dict[str, Any]:
    """What became of a report, as ``--json`` prints it."""
    return {
        "case": str(found.case),
        "articles": found.articles,
        "marks": found.marks,
        "links": found.links,
        "notes": found.notes,
        "comments": [
            {"how": one.how.value, "address": one.address, "printed": one.printed, **asdict(one.remark)}
            for one in found.came
        ],
        "homeless": [asdict(one) for one in found.homeless],
        "left": list(found.left),
        "silenced": list(found.silenced),
        "missing": list(found.missing),
    }


def reopened_lines(found: Reopened, words: Translator) -> list[str]:
    """What became of a report, for people: what came, then each list under its heading."""
    lines = [summary_of(found, words)]
    for one in told(found, words):
        lines += ["", one.heading, *(f"  {line}" for line in one.lines)]
    return lines
