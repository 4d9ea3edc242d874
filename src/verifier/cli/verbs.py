"""What each verb does: call the workbench as the window does, print the answer."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from types import MappingProxyType

from verifier.cli import answers, articles, claims, comparing, entries, finding, shaping
from verifier.cli.articles import STOOD_SO
from verifier.cli.telling import look, print_json, print_text, say_aside, tell_step, work
from verifier.cli.window import open_window
from verifier.domain.errors import VerifierError
from verifier.domain.kinds import Facet, Label, Modifier, ParagraphKind, Reach, Relation, Severity, Stance
from verifier.domain.queries import address_of
from verifier.i18n.messages import word
from verifier.session.checking import check_case
from verifier.session.evidence import EvidenceDraft
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is said."""
    return message


def _sample(options: argparse.Namespace) -> int:
    from verifier.session.sample import sample_case_path, write_sample_report

    text = options.words.gettext
    if options.output is not None:
        write_sample_report(options.output)
        say_aside(text("written: {path}").format(path=options.output))
        return 0
    path = sample_case_path()
    say_aside(text("sample case: {path}").format(path=path))
    return open_window(path, options)


def _list(options: argparse.Namespace) -> int:
    with look(options.case) as case:
        if options.json:
            print_json(answers.listing(case))
        else:
            print_text(answers.listing_text(case, options.words))
    return 0


def _find(options: argparse.Namespace) -> int:
    """As grep does, tell trouble apart from nothing found."""
    try:
        with look(options.case) as case:
            return _tell_found(case, options)
    except VerifierError as error:
        say_aside(f"verifier: {word(error.code, error.where, error.values, options.words)}")
        return finding.TROUBLE


def _tell_found(case: Workbench, options: argparse.Namespace) -> int:
    query = finding.query_of(
        case, options.words_to_find, article=options.article, notes=options.notes, regular=options.regular,
        match_case=options.match_case, whole_words=options.whole_words,
    )  # fmt: skip
    hits = finding.look(case, query)
    if options.json:
        print_json(finding.found(case, hits))
    for hit in () if options.json else hits:
        print_text(finding.hit_line(case, hit, options.words))
    if not finding.complete(hits):
        more = options.words.gettext("There are more: only the first {number} are listed.")
        say_aside(more.format(number=len(hits)))
    return finding.FOUND if hits else finding.NOTHING


_EVIDENCE_STANCE = {Label.VERIFIED: Stance.SUPPORTS, Label.DISPUTED: Stance.CONTRADICTS}


def _mark(options: argparse.Namespace) -> int:
    label = None if options.label == "none" else Label(options.label)
    stance = _EVIDENCE_STANCE.get(label, Stance.CONTEXT) if label else Stance.CONTEXT
    internal = options.internal_note is not None
    judgement = Judgement(
        label=label,
        modifiers=[Modifier(one) for one in options.modifier] if options.modifier else None,
        note=options.internal_note if internal else options.note,
        reach=Reach.INTERNAL if internal else Reach.PRINTED,
        evidence=[EvidenceDraft(citation=one, stance=stance) for one in options.evidence or ()],
    )
    with work(options) as case:
        sentence = case.sentence_at_address(options.address)
        nothing = options.words.gettext(STOOD_SO).format(where=address_of(case.rows, sentence))
        tell_step(case.judge([sentence.id], judgement), nothing, options.words)
    return 0


def _split(options: argparse.Namespace) -> int:
    with work(options) as case:
        sentence = case.sentence_at_address(options.address)
        before = {row.id for row in case.rows.sentences(sentence.paragraph_id)}
        tell_step(case.split(sentence.id, shaping.split_point(case, sentence, options)), "", options.words)
        for row in case.rows.sentences(sentence.paragraph_id):
            if row.id == sentence.id or row.id not in before:
                print_text(f"{address_of(case.rows, row)}  {case.words(row)}")
    return 0


def _merge(options: argparse.Namespace) -> int:
    with work(options) as case:
        sentence = case.sentence_at_address(options.address)
        tell_step(case.merge(sentence.id), "", options.words)
        merged = case.sentence_at_address(options.address)
        print_text(f"{address_of(case.rows, merged)}  {case.words(merged)}")
    return 0


def _kind(options: argparse.Namespace) -> int:
    if options.kind is None:
        with look(options.case) as case:
            for address, paragraph in shaping.paragraphs_at(case, options.place):
                print_text(shaping.paragraph_line(case, address, paragraph, options.words))
        return 0
    with work(options) as case:
        [(address, paragraph)] = shaping.paragraphs_at(case, options.place)
        change = case.set_kind([paragraph.id], ParagraphKind(options.kind))
        nothing = options.words.gettext("{where}: it is that already").format(where=address)
        tell_step(change, nothing, options.words)
    return 0


def _link(options: argparse.Namespace) -> int:
    with work(options) as case:
        ends = [case.sentence_at_address(end).id for end in (options.a, options.b)]
        change = case.link(
            ends[0],
            ends[1],
            Relation(options.relation),
            facets=[Facet(one) for one in options.facet or ()],
            severity=Severity(options.severity) if options.severity else None,
            note=options.note or "",
        )
        tell_step(change, "", options.words)
    return 0


def _case(options: argparse.Namespace) -> int:
    parts = {name: getattr(options, name) for name in entries.CASE_WORDS}
    if any(text is not None for text in parts.values()):
        with work(options) as case:
            nothing = options.words.gettext("the case says so already")
            tell_step(case.edit_case(**parts), nothing, options.words)
        return 0
    with look(options.case) as case:
        if options.json:
            print_json(entries.case_answer(case))
        for line in [] if options.json else entries.case_lines(case, options.words):
            print_text(line)
    return 0


def _entries(options: argparse.Namespace) -> int:
    """``question``, ``reply`` and ``pass``: the list, or one entry added, changed or removed."""
    if entries.is_asked_to_change(options):
        with work(options) as case:
            nothing = options.words.gettext("the case says so already")
            tell_step(entries.change_entry(case, options.verb, options), nothing, options.words)
        return 0
    with look(options.case) as case:
        if options.json:
            print_json(entries.entries(case, options.verb))
        for line in [] if options.json else entries.entry_lines(case, options.verb, options.words):
            print_text(line)
    return 0


def _compare(options: argparse.Namespace) -> int:
    with look(options.case) as case:
        if options.json:
            print_json(comparing.comparison(case))
        for line in [] if options.json else comparing.comparison_lines(case, options.words):
            print_text(line)
    return 0


def _claim(options: argparse.Namespace) -> int:
    """``claim``: the list, or one claim made, worded, joined, left or dropped, or looked for in vain."""
    if claims.is_asked_to_change(options):
        with work(options) as case:
            nothing = options.words.gettext("the case says so already")
            tell_step(claims.change_claim(case, options), nothing, options.words)
        return 0
    with look(options.case) as case:
        if options.json:
            print_json(claims.claims(case))
        for line in [] if options.json else claims.claim_lines(case, options.words):
            print_text(line)
    return 0


def _undo(options: argparse.Namespace) -> int:
    with work(options) as case:
        step = case.next_undo()
        change = case.undo()
        tell_step(change, "", options.words)
        if step is not None and step.checker != case.checker.signature:
            foreign = options.words.gettext(
                "that step was taken by {checker}; 'verifier redo' brings it back"
            )
            say_aside(foreign.format(checker=step.checker))
    return 0


def _redo(options: argparse.Namespace) -> int:
    with work(options) as case:
        tell_step(case.redo(), "", options.words)
    return 0


def _history(options: argparse.Namespace) -> int:
    with look(options.case) as case:
        if options.json:
            print_json(answers.history(case.steps()))
        else:
            print_text(answers.history_text(case.steps(), options.words))
    return 0


def _report(options: argparse.Namespace) -> int:
    from verifier.cli.reporting import write

    return write(options, say_aside)


def _open_report(options: argparse.Namespace) -> int:
    from verifier.cli.reopening import reopened, reopened_lines
    from verifier.session.reopening import reopen

    found = reopen(options.report, options.output, options.who)
    say_aside(options.words.gettext("made: {path}").format(path=options.output))
    if options.json:
        print_json(reopened(found))
    for line in [] if options.json else reopened_lines(found, options.words):
        print_text(line)
    return 0


def _check(options: argparse.Namespace) -> int:
    problems = check_case(options.case)
    found = [{"what": word(one.code, one.where, dict(one.values)), "where": one.where} for one in problems]
    if options.json:
        print_json({"ok": not found, "problems": found})
    for one in problems:
        say_aside(f"verifier: {word(one.code, one.where, dict(one.values), options.words)}")
    if not found and not options.json:
        print(options.words.gettext("{path}: whole and unaltered").format(path=options.case))
    return 1 if found else 0


DO: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "sample": _sample,
        "read": articles.read,
        "add": articles.add,
        "reread": articles.reread,
        "move": articles.move,
        "describe": articles.describe,
        "list": _list,
        "find": _find,
        "mark": _mark,
        "split": _split,
        "merge": _merge,
        "kind": _kind,
        "link": _link,
        "case": _case,
        "question": _entries,
        "reply": _entries,
        "pass": _entries,
        "compare": _compare,
        "claim": _claim,
        "undo": _undo,
        "redo": _redo,
        "history": _history,
        "report": _report,
        "export": _report,
        "open-report": _open_report,
        "check": _check,
    }
)
"""The verbs by name; a test compares them with the parser's. A call without a verb is ``verifier.cli.window``."""
