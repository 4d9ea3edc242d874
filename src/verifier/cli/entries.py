"""Questions, right of reply and passes on the command line: listed with numbers, added, changed and removed by them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from verifier.domain.articles import Passage
from verifier.domain.errors import StepError
from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.domain.queries import address_of_passage
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.case_details import PassDraft, QuestionDraft, ReplyDraft
from verifier.session.opencase import OpenCase
from verifier.session.workbench import Workbench

Entry = Question | Reply | CheckPass


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: its row, the draft that makes one, the field its words are, and the error for a number there
    is not.
    """

    row: type[Entry]
    draft: Callable[..., Any]
    words: str
    unknown: str


KINDS: dict[str, Kind] = {
    "question": Kind(Question, QuestionDraft, "text", "no-such-question"),
    "reply": Kind(Reply, ReplyDraft, "who", "no-such-reply"),
    "pass": Kind(CheckPass, PassDraft, "what", "no-such-pass"),
}
"""The kinds by the verb that lists and changes them."""

CASE_WORDS = {
    "title": _("title"),
    "question": _("question"),
    "finding": _("finding"),
    "reviewer": _("reviewer"),
    "signed_by": _("signed by"),
    "signed_on": _("signed on"),
}
"""The case's own words by their fields, as ``case`` names them."""

_LINES = {
    "question": _("question {entry}"),
    "reply": _("reply {entry}"),
    "pass": _("pass {entry}"),
}
_PLURALS = {"question": "questions", "reply": "replies", "pass": "passes"}

_CAPTIONS = {
    "whom": _("for"),
    "due": _("due"),
    "who": _("by"),
    "when": _("when"),
    "how": _("how"),
    "deadline": _("deadline"),
    "answer": _("answer"),
}


def entries(case: OpenCase, verb: str) -> list[dict[str, str]]:
    """The entries of a kind as ``--json`` prints them; the place of a question is an address."""
    kind = KINDS[verb]
    return [_told(case, row) for row in case.rows.all(kind.row)]


def _told(case: OpenCase, row: Entry) -> dict[str, str]:
    told = {field.name: str(getattr(row, field.name)) for field in fields(row)}
    if isinstance(row, Question):
        passage = case.rows.get(Passage, row.place)
        told["place"] = address_of_passage(case.rows, passage) if passage else ""
    return told


def entry_lines(case: OpenCase, verb: str, translator: Translator) -> list[str]:
    """The entries of a kind for people, each with the number it is changed by."""
    lines = []
    for number, told in enumerate(entries(case, verb), 1):
        words = told[KINDS[verb].words]
        place = f"{told['place']}: " if told.get("place") else ""
        more = [
            f"{translator.gettext(caption)} {told[name]}"
            for name, caption in _CAPTIONS.items()
            if name != KINDS[verb].words and told.get(name)
        ]
        lines.append(f"{number:>3}  {place}{words}" + (f"  ({' · '.join(more)})" if more else ""))
    return lines


def case_answer(case: OpenCase) -> dict[str, Any]:
    """The case as ``case --json`` prints it: its own words, questions, replies and passes."""
    words = {name: getattr(case.rows.details, name) for name in CASE_WORDS}
    return words | {key: entries(case, verb) for verb, key in _PLURALS.items()}


def case_lines(case: OpenCase, translator: Translator) -> list[str]:
    """The same as lines for people."""
    details = case.rows.details
    lines = [
        f"{translator.gettext(caption)}: {getattr(details, name)}" for name, caption in CASE_WORDS.items()
    ]
    for verb, pattern in _LINES.items():
        found = entry_lines(case, verb, translator)
        lines += [translator.gettext(pattern).format(entry=line.lstrip()) for line in found]
    return lines


def change_entry(case: Workbench, verb: str, options: argparse.Namespace) -> Change:
    """Add the entry that is written, or change or remove the one of a number. Raises StepError."""
    kind = KINDS[verb]
    given = _given(case, kind, options)
    if options.number is None and options.remove:
        raise StepError(kind.unknown, "--remove")
    if options.number is None:
        return _verb(case, "add", verb)(kind.draft(**{kind.words: "", **given}))
    row = _numbered(case, kind, options.number)
    if options.remove:
        return _verb(case, "remove", verb)(row.id)
    before = {field.name: getattr(row, field.name) for field in fields(row) if field.name != "id"}
    return _verb(case, "edit", verb)(row.id, kind.draft(**{**before, **given}))


def _verb(case: Workbench, what: str, verb: str) -> Callable[..., Change]:
    verbs: dict[str, Callable[..., Change]] = {
        "add question": case.add_question,
        "edit question": case.edit_question,
        "remove question": case.remove_question,
        "add reply": case.add_reply,
        "edit reply": case.edit_reply,
        "remove reply": case.remove_reply,
        "add pass": case.add_pass,
        "edit pass": case.edit_pass,
        "remove pass": case.remove_pass,
    }
    return verbs[f"{what} {verb}"]


def _given(case: OpenCase, kind: Kind, options: argparse.Namespace) -> dict[str, str]:
    """What was written for the fields; the place of a question as a target."""
    names = [field.name for field in fields(kind.row) if field.name not in ("id", kind.words)]
    written = {name: getattr(options, f"entry_{name}") for name in names}
    given = {name: text for name, text in written.items() if text is not None}
    if options.words_of_entry is not None:
        given[kind.words] = options.words_of_entry
    if given.get("place"):
        given["place"] = case.sentence_at_address(given["place"]).id
    return given


def _numbered(case: OpenCase, kind: Kind, number: int) -> Entry:
    rows = case.rows.all(kind.row)
    if not 0 < number <= len(rows):
        raise StepError(kind.unknown, str(number))
    return rows[number - 1]


def is_asked_to_change(options: argparse.Namespace) -> bool:
    """Whether anything but the list was asked for."""
    written = [given for name, given in vars(options).items() if name.startswith("entry_")]
    return options.remove or any(
        given is not None for given in (options.words_of_entry, options.number, *written)
    )
