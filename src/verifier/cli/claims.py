"""Claims on the command line: listed with numbers, worded, made, joined, left, and what was looked for in vain."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from verifier.compare.statements import sentences_of_one_statement
from verifier.domain.articles import Article, Passage, Sentence
from verifier.domain.claims import Cell, ClaimRow, OneOrigin, absence_of, claims_of, is_quoted
from verifier.domain.errors import StepError
from verifier.domain.judgements import Link
from verifier.domain.kinds import Relation
from verifier.domain.queries import address_of_passage, passage_of
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.i18n.vocabulary import CELL_SIGNS, name_of
from verifier.session.comparing import accounts_of, compare_accounts
from verifier.session.opencase import OpenCase
from verifier.session.workbench import Workbench


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


_ORIGINS = {
    OneOrigin.SAME_STATEMENT: _("all of it goes back to one statement that is quoted"),
    OneOrigin.ONE_SOURCE: _("all evidence goes back to one source"),
}


def claims(case: OpenCase) -> list[dict[str, Any]]:
    """The claims as ``--json`` prints them, the gravest first; cells by the letters of the articles."""
    letters = {article.id: article.letter for article in case.rows.articles()}
    return [
        {
            "number": number,
            "id": row.claim.id if row.claim else None,
            "wording": row.wording or None,
            "words": case.words(case.rows.need(Passage, row.passages[0])),
            "severity": row.severity.value if row.severity else None,
            "one_origin": row.one_origin.value if row.one_origin else None,
            "cells": {letters[cell.article_id]: _cell(case, cell) for cell in row.cells},
        }
        for number, row in enumerate(_all(case), 1)
    ]


def _all(case: OpenCase) -> tuple[ClaimRow, ...]:
    """The claims, told with what comparing finds to be one quotation; what was compared once is kept."""
    if not any(link.relation is Relation.CORROBORATES for link in case.rows.all(Link)):
        return claims_of(case.rows)  # nothing that a quotation would show in another light
    accounts = accounts_of(case)
    return claims_of(case.rows, sentences_of_one_statement(accounts, compare_accounts(accounts).matches))


def _cell(case: OpenCase, cell: Cell) -> dict[str, Any]:
    return {
        "says": cell.kind.value,
        "at": [address_of_passage(case.rows, case.rows.need(Passage, key)) for key in cell.passages],
        "severity": cell.severity.value if cell.severity else None,
        "checker": cell.absence.checker if cell.absence else None,
    }


def claim_lines(case: OpenCase, translator: Translator) -> list[str]:
    """The claims for people: the number and the words, then a line of cells, then the warning of one origin."""
    lines = []
    for number, (row, told) in enumerate(zip(_all(case), claims(case), strict=True), 1):
        bare = told["wording"] or (told["words"] if is_quoted(told["words"]) else "")
        words = bare or translator.gettext("“{words}”").format(words=told["words"])
        lines.append(f"{number:>3}  {words}")
        cells = (_cell_words(letter, cell, translator) for letter, cell in told["cells"].items())
        lines.append("     " + "  ".join(cells))
        if row.one_origin:
            lines.append("     ! " + translator.gettext(_ORIGINS[row.one_origin]))
    return lines


def _cell_words(letter: str, cell: dict[str, Any], translator: Translator) -> str:
    """ "B ≠ contradicts B3 (hard)"."""
    word = f"{letter} {CELL_SIGNS[cell['says']]} {name_of('cell', cell['says'], translator)}"
    if cell["at"]:
        word += " " + ", ".join(cell["at"])
    return word + (f" ({name_of('severity', cell['severity'], translator)})" if cell["severity"] else "")


def is_asked_to_change(options: argparse.Namespace) -> bool:
    """Whether anything but the list was asked for."""
    return bool(options.addresses or options.absent or options.number is not None)


def change_claim(case: Workbench, options: argparse.Namespace) -> Change:
    """Do to a claim what is written. Raises StepError."""
    if options.absent:
        letter, *behind = options.absent  # the sentences may stand on either side of it
        looked_for = _targets(case, [*options.addresses, *behind])
        return _absent(case, looked_for, case.article_at_letter(letter), back=options.back)
    targets = _targets(case, options.addresses)
    if options.number is None:
        return case.make_claim(targets, options.word or "")
    row = _numbered(case, options.number)
    if options.drop:
        return case.drop_claim(_made(row, options.number))
    if options.leave:
        return _leave(case, _made(row, options.number), _targets(case, options.leave))
    joining = _targets(case, [*options.addresses, *(options.join or ())])
    if row.claim is None:
        return case.make_claim([*row.passages, *joining], options.word or "")
    if joining:
        return case.join_claim(row.claim.id, joining)
    return case.word_claim(row.claim.id, row.wording if options.word is None else options.word)


def _targets(case: OpenCase, addresses: Sequence[str]) -> list[str]:
    return [case.sentence_at_address(address).id for address in addresses]


def _numbered(case: OpenCase, number: int) -> ClaimRow:
    rows = claims_of(case.rows)
    if not 0 < number <= len(rows):
        raise StepError("no-such-claim", str(number))
    return rows[number - 1]


def _made(row: ClaimRow, number: int) -> str:
    """The id of the claim somebody made of a row. Raises StepError("no-such-claim") for linked passages alone."""
    if row.claim is None:
        raise StepError("no-such-claim", str(number))
    return row.claim.id


def _leave(case: Workbench, claim_id: str, targets: list[str]) -> Change:
    change = Change()
    for key in _passages(case, targets):
        change = case.leave_claim(claim_id, key)
    return change


def _absent(case: Workbench, targets: list[str], article: Article, *, back: bool) -> Change:
    """Say of every place that it is not in an article, or take that back. Raises StepError."""
    if not targets:
        raise StepError("claim-without-passages")
    change = Change()
    for target in targets:
        if back:
            said = absence_of(case.rows, _passages(case, [target]), article.id)
            change = case.withdraw_absence(said.id if said else target)
        else:
            change = case.confirm_absence(target, article.id) or change
    return change


def _passages(case: OpenCase, targets: list[str]) -> list[str]:
    """The passages that some whole sentences are; a sentence that is none stays."""
    found = (passage_of(case.rows, case.rows.need(Sentence, target)) for target in targets)
    return [passage.id if passage else target for passage, target in zip(found, targets, strict=True)]
