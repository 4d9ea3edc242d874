"""What each verb does: call the workbench as the window does, print the answer."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from verifier.cli import answers, claims, comparing, entries, finding, readings, shaping
from verifier.cli.moving import moves_from
from verifier.cli.window import open_window
from verifier.domain.articles import Article, ArticleDraft, Metadata, Version
from verifier.domain.errors import VerifierError
from verifier.domain.kinds import Facet, Label, Modifier, ParagraphKind, Reach, Relation, Severity, Stance
from verifier.domain.queries import address_of
from verifier.domain.reading import ReadOptions
from verifier.domain.steps import Change
from verifier.domain.versions import duplicate_of, is_same_source
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.session.acquiring import acquire
from verifier.session.checking import check_case
from verifier.session.evidence import EvidenceDraft
from verifier.session.history import describe_step
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is said."""
    return message


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


_STEERING = {code: f"‹U+{code:04X}›" for code in (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0))}
"""Control characters, as an article can have them: sent to a terminal they clear it, or write over our own words."""


def _print_text(text: str) -> None:
    """Print words that may come from an article: for people, so that control characters are shown, not obeyed."""
    print(text.translate(_STEERING))


def _say(message: str) -> None:
    print(message.translate(_STEERING), file=sys.stderr)


def _look(path: Path) -> Workbench:
    """A case to look at; never creates one, and works while a window has it."""
    return Workbench.open(path, read_only=True)


def _work(options: argparse.Namespace) -> Workbench:
    return Workbench.open(options.case, checker=options.who)


def _sample(options: argparse.Namespace) -> int:
    from verifier.session.sample import sample_case_path, write_sample_report

    text = options.words.gettext
    if options.output is not None:
        write_sample_report(options.output)
        _say(text("written: {path}").format(path=options.output))
        return 0
    path = sample_case_path()
    _say(text("sample case: {path}").format(path=path))
    return open_window(path, options)


def _reading(options: argparse.Namespace) -> ReadOptions:
    """How sources are to be read."""
    return ReadOptions(options.encoding, options.wrap, options.form, options.part)


def _read(options: argparse.Namespace) -> int:
    [draft] = acquire([options.file], _reading(options))
    if options.json:
        _print_json(readings.reading(draft))
    else:
        _print_text(readings.reading_text(draft, options.words))
    return 0


def _add(options: argparse.Namespace) -> int:
    """Read every file before the case is touched: where one cannot be read, nothing is added and none is made."""
    drafts = acquire(options.files, _reading(options), attachments=options.attachments)
    exists = os.path.exists(options.case)  # noqa: PTH110 - Path.exists raises for too long a name
    case = _work(options) if exists else Workbench.create(options.case, checker=options.who)
    with case:
        change = case.add_articles(drafts)
        added = [article for article in case.rows.articles() if article.id in change.articles]
        for index, draft in enumerate(drafts):
            besides = [one.id for one in added[index:]]
            _tell_added(case, added[index], draft, besides, options.words)
    return 0


def _tell_added(
    case: Workbench, article: Article, draft: ArticleDraft, besides: Sequence[str], words: Translator
) -> None:
    """Name the letter an article got, and what the reader warns of; say of a second copy that it is one."""
    _say(f"{article.letter}: {draft.source.name}")
    twin = duplicate_of(case.rows, draft, besides)
    if twin is not None:
        same = _SAME_BYTES if is_same_source(case.rows, twin, draft) else _SAME_TEXT
        _say("   " + words.gettext(same).format(letter=twin.letter))
    _warn(draft, words)


_SAME_BYTES = _("the same bytes as {letter}: added again all the same")
_SAME_TEXT = _("the same text as {letter}: added again all the same")


def _warn(draft: ArticleDraft, words: Translator) -> None:
    for warning in readings.warnings_of(draft, words):
        _say("   " + words.gettext("warning: {what}").format(what=warning))


def _reread(options: argparse.Namespace) -> int:
    """Read first, then open the case to write: an article that cannot be read changes nothing."""
    with _look(options.case) as case:
        article = case.article_at_letter(options.article)
        kept = case.source(article.version_id)
        part = case.rows.need(Version, article.version_id).part if options.file is None else ""
    asked = _reading(options)
    [draft] = acquire([options.file or kept], replace(asked, part=asked.part or part or None))
    with _work(options) as case:
        nothing = options.words.gettext("{letter}: it was read so already").format(letter=article.letter)
        _tell(case.reread(article.id, draft), nothing, options.words)
        _warn(draft, options.words)
        for line in answers.left_lines(case, options.words):
            _say(line)
    return 0


def _move(options: argparse.Namespace) -> int:
    with _work(options) as case:
        _tell(case.move_passages(moves_from(case, options.place, options.to)), "", options.words)
    return 0


def _describe(options: argparse.Namespace) -> int:
    given = {name: getattr(options, name) for name in Metadata.__slots__}
    written = {name: text.strip() or None for name, text in given.items() if text is not None}
    if not written and options.confirm is None:
        return _show_description(options)
    with _work(options) as case:
        article = case.article_at_letter(options.article)
        confirmed = () if options.confirm is None else options.confirm or Metadata.__slots__
        if not written:
            change = case.confirm(article.id, confirmed)
        else:
            known = Metadata(**{**answers.known_of(article), **written})
            still = set(article.unconfirmed) - set(written) - set(confirmed)
            change = case.describe(article.id, known, unconfirmed=still)
        nothing = options.words.gettext(_STOOD_SO).format(where=article.letter)
        _tell(change, nothing, options.words)
    return 0


def _show_description(options: argparse.Namespace) -> int:
    with _look(options.case) as case:
        article = case.article_at_letter(options.article)
        candidates = case.rows.need(Version, article.version_id).candidates
        if options.json:
            _print_json(readings.description(article, candidates))
        else:
            known = answers.known_of(article)
            _print_text(
                "\n".join(readings.known_lines(known, article.unconfirmed, candidates, options.words))
            )
    return 0


def _list(options: argparse.Namespace) -> int:
    with _look(options.case) as case:
        if options.json:
            _print_json(answers.listing(case))
        else:
            _print_text(answers.listing_text(case, options.words))
    return 0


def _find(options: argparse.Namespace) -> int:
    """As grep does, tell trouble apart from nothing found."""
    try:
        with _look(options.case) as case:
            return _tell_found(case, options)
    except VerifierError as error:
        _say(f"verifier: {word(error.code, error.where, error.values, options.words)}")
        return finding.TROUBLE


def _tell_found(case: Workbench, options: argparse.Namespace) -> int:
    query = finding.query_of(
        case, options.words_to_find, article=options.article, notes=options.notes, regular=options.regular,
        match_case=options.match_case, whole_words=options.whole_words,
    )  # fmt: skip
    hits = finding.look(case, query)
    if options.json:
        _print_json(finding.found(case, hits))
    for hit in () if options.json else hits:
        _print_text(finding.hit_line(case, hit, options.words))
    if not finding.complete(hits):
        more = options.words.gettext("There are more: only the first {number} are listed.")
        _say(more.format(number=len(hits)))
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
    with _work(options) as case:
        sentence = case.sentence_at_address(options.address)
        nothing = options.words.gettext(_STOOD_SO).format(where=address_of(case.rows, sentence))
        _tell(case.judge([sentence.id], judgement), nothing, options.words)
    return 0


def _split(options: argparse.Namespace) -> int:
    with _work(options) as case:
        sentence = case.sentence_at_address(options.address)
        before = {row.id for row in case.rows.sentences(sentence.paragraph_id)}
        _tell(case.split(sentence.id, shaping.split_point(case, sentence, options)), "", options.words)
        for row in case.rows.sentences(sentence.paragraph_id):
            if row.id == sentence.id or row.id not in before:
                _print_text(f"{address_of(case.rows, row)}  {case.words(row)}")
    return 0


def _merge(options: argparse.Namespace) -> int:
    with _work(options) as case:
        sentence = case.sentence_at_address(options.address)
        _tell(case.merge(sentence.id), "", options.words)
        merged = case.sentence_at_address(options.address)
        _print_text(f"{address_of(case.rows, merged)}  {case.words(merged)}")
    return 0


def _kind(options: argparse.Namespace) -> int:
    if options.kind is None:
        with _look(options.case) as case:
            for address, paragraph in shaping.paragraphs_at(case, options.place):
                _print_text(shaping.paragraph_line(case, address, paragraph, options.words))
        return 0
    with _work(options) as case:
        [(address, paragraph)] = shaping.paragraphs_at(case, options.place)
        change = case.set_kind([paragraph.id], ParagraphKind(options.kind))
        nothing = options.words.gettext("{where}: it is that already").format(where=address)
        _tell(change, nothing, options.words)
    return 0


def _link(options: argparse.Namespace) -> int:
    with _work(options) as case:
        ends = [case.sentence_at_address(end).id for end in (options.a, options.b)]
        change = case.link(
            ends[0],
            ends[1],
            Relation(options.relation),
            facets=[Facet(one) for one in options.facet or ()],
            severity=Severity(options.severity) if options.severity else None,
            note=options.note or "",
        )
        _tell(change, "", options.words)
    return 0


def _case(options: argparse.Namespace) -> int:
    parts = {name: getattr(options, name) for name in entries.CASE_WORDS}
    if any(text is not None for text in parts.values()):
        with _work(options) as case:
            nothing = options.words.gettext("the case says so already")
            _tell(case.edit_case(**parts), nothing, options.words)
        return 0
    with _look(options.case) as case:
        if options.json:
            _print_json(entries.case_answer(case))
        for line in [] if options.json else entries.case_lines(case, options.words):
            _print_text(line)
    return 0


def _entries(options: argparse.Namespace) -> int:
    """``question``, ``reply`` and ``pass``: the list, or one entry added, changed or removed."""
    if entries.is_asked_to_change(options):
        with _work(options) as case:
            nothing = options.words.gettext("the case says so already")
            _tell(entries.change_entry(case, options.verb, options), nothing, options.words)
        return 0
    with _look(options.case) as case:
        if options.json:
            _print_json(entries.entries(case, options.verb))
        for line in [] if options.json else entries.entry_lines(case, options.verb, options.words):
            _print_text(line)
    return 0


def _compare(options: argparse.Namespace) -> int:
    with _look(options.case) as case:
        if options.json:
            _print_json(comparing.comparison(case))
        for line in [] if options.json else comparing.comparison_lines(case, options.words):
            _print_text(line)
    return 0


def _claim(options: argparse.Namespace) -> int:
    """``claim``: the list, or one claim made, worded, joined, left or dropped, or looked for in vain."""
    if claims.is_asked_to_change(options):
        with _work(options) as case:
            nothing = options.words.gettext("the case says so already")
            _tell(claims.change_claim(case, options), nothing, options.words)
        return 0
    with _look(options.case) as case:
        if options.json:
            _print_json(claims.claims(case))
        for line in [] if options.json else claims.claim_lines(case, options.words):
            _print_text(line)
    return 0


def _undo(options: argparse.Namespace) -> int:
    with _work(options) as case:
        step = case.next_undo()
        change = case.undo()
        _tell(change, "", options.words)
        if step is not None and step.checker != case.checker.signature:
            foreign = options.words.gettext(
                "that step was taken by {checker}; 'verifier redo' brings it back"
            )
            _say(foreign.format(checker=step.checker))
    return 0


def _redo(options: argparse.Namespace) -> int:
    with _work(options) as case:
        _tell(case.redo(), "", options.words)
    return 0


def _tell(change: Change, nothing: str, words: Translator) -> None:
    """Say what a step did, or that there was nothing to do."""
    _say(describe_step(change.step, words) if change.step is not None else nothing)


_STOOD_SO = _("{where}: it stood so already")


def _history(options: argparse.Namespace) -> int:
    with _look(options.case) as case:
        if options.json:
            _print_json(answers.history(case.steps()))
        else:
            _print_text(answers.history_text(case.steps(), options.words))
    return 0


def _report(options: argparse.Namespace) -> int:
    from verifier.cli.reporting import write

    return write(options, _say)


def _open_report(options: argparse.Namespace) -> int:
    from verifier.cli.reopening import reopened, reopened_lines
    from verifier.session.reopening import reopen

    found = reopen(options.report, options.output, options.who)
    _say(options.words.gettext("made: {path}").format(path=options.output))
    if options.json:
        _print_json(reopened(found))
    for line in [] if options.json else reopened_lines(found, options.words):
        _print_text(line)
    return 0


def _check(options: argparse.Namespace) -> int:
    problems = check_case(options.case)
    found = [{"what": word(one.code, one.where, dict(one.values)), "where": one.where} for one in problems]
    if options.json:
        _print_json({"ok": not found, "problems": found})
    for one in problems:
        _say(f"verifier: {word(one.code, one.where, dict(one.values), options.words)}")
    if not found and not options.json:
        print(options.words.gettext("{path}: whole and unaltered").format(path=options.case))
    return 1 if found else 0


DO: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "sample": _sample,
        "read": _read,
        "add": _add,
        "reread": _reread,
        "move": _move,
        "describe": _describe,
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
