"""The project's own sample case, half done, made from ``resources/sample`` through the same verbs as any case."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from verifier.domain.articles import ArticleDraft, Metadata, Source
from verifier.domain.checkers import Checker
from verifier.domain.kinds import (
    Advice,
    Facet,
    Label,
    Modifier,
    Outcome,
    Primacy,
    Reach,
    Relation,
    Severity,
    Stance,
    Voice,
)
from verifier.domain.queries import account
from verifier.resources import resource
from verifier.session.case_details import PassDraft, QuestionDraft, ReplyDraft
from verifier.session.clock import Clock, utc_now
from verifier.session.evidence import EvidenceDraft
from verifier.session.judging import KEEP, Judgement
from verifier.session.preferences import data_folder
from verifier.session.reading import read_source
from verifier.session.workbench import Workbench

_BEGUN = datetime(2024, 11, 15, 9, 0, tzinfo=UTC)

Table = dict[str, Any]


def sample_case_path(folder: Path | None = None) -> Path:
    """The sample case in the user's data folder (or the one given), made where it is not there yet.

    What a user did in it stays. Raises CaseError where it cannot be written.
    """
    home = (folder or data_folder()) / "sample"
    path = home / f"{_described()['title']}.verif"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as beside:
            made = Path(beside) / path.name
            make_sample_case(made)
            made.replace(path)
    return path


def write_sample_report(target: Path) -> None:
    """Write the Word report of a fresh sample case. Raises ReportError."""
    from verifier.reports import ReportOptions, write_report
    from verifier.session.comparing import with_comparison

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.verif"
        make_sample_case(path)
        with Workbench.open(path, read_only=True) as case:
            snapshot = replace(case.snapshot(), case_name=_described()["title"])
        write_report(with_comparison(snapshot), ReportOptions(time=utc_now()), target)


def make_sample_case(path: Path, clock: Clock | None = None) -> None:
    """Make the sample case at a path that is free. Its times are those of an invented working day."""
    described = _described()
    checker = Checker(described["checker"]["name"], described["checker"]["initials"])
    with Workbench.create(path, checker=checker, clock=clock or _working_day()) as case:
        case.add_articles([_read(article) for article in described["articles"]])
        for article, entry in zip(case.rows.articles(), described["articles"], strict=True):
            known = {name: getattr(article, name) for name in Metadata.__slots__}
            case.describe(article.id, Metadata(**{**known, **entry["metadata"]}))
        _judge(case, described)
        _link(case, described["links"])
        words = {name: described[name].strip() for name in ("title", "question", "finding")}
        case.edit_case(**words)
        _ask(case, described)


def _described() -> Table:
    return tomllib.loads(resource("sample", "case.toml").read_text("utf-8"))


def _working_day() -> Clock:
    """A clock that goes on by half a minute whenever it is asked."""
    ticks = _ticks()
    return lambda: next(ticks).isoformat(timespec="milliseconds")


def _ticks() -> Iterator[datetime]:
    moment = _BEGUN
    while True:
        yield moment
        moment += timedelta(seconds=30)


def _read(entry: Table) -> ArticleDraft:
    path = resource("sample", entry["file"])
    began = _BEGUN.isoformat(timespec="milliseconds")
    return read_source(Source(path.name, path.read_bytes(), acquired_how="sample", acquired_at=began))


def _place(case: Workbench, where: Table) -> str:
    """The id of the one sentence of an article that holds some words."""
    article = next(row for row in case.rows.articles() if row.letter == where["article"])
    found = [one.id for one in account(case.rows, article) if where["words"] in case.words(one)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} sentences of {where['article']} hold “{where['words']}”")
    return found[0]


def _judge(case: Workbench, described: Table) -> None:
    """Take the marks, each with the evidence named with it; a piece named again serves the further sentence too."""
    pieces: dict[str, str] = {}
    for mark in described["marks"]:
        place = _place(case, mark)
        named = mark.get("evidence", [])
        new = [name for name in named if name not in pieces]
        change = case.judge(
            [place], _judgement(mark, [_evidence(described["evidence"][name]) for name in new])
        )
        pieces |= dict(zip(new, _in_order(case, change.evidence), strict=True))
        for name in named:
            if name not in new:
                case.attach_evidence([place], pieces[name])


def _in_order(case: Workbench, ids: frozenset[str]) -> list[str]:
    return [key for key in case.rows.table("evidence") if key in ids]


def _judgement(mark: Table, evidence: list[EvidenceDraft]) -> Judgement:
    return Judgement(
        label=Label(mark["label"]),
        modifiers=[Modifier(one) for one in mark.get("modifiers", [])],
        note=mark.get("note"),
        reach=Reach(mark.get("reach", "printed")),
        advice=Advice(mark["advice"]) if "advice" in mark else KEEP,
        wording=mark.get("wording"),
        voice=Voice(mark["voice"]) if "voice" in mark else KEEP,
        evidence=evidence,
    )


def _evidence(entry: Table) -> EvidenceDraft:
    return EvidenceDraft(
        citation=entry["citation"],
        locator=entry.get("locator", ""),
        quotation=entry.get("quotation", ""),
        seen=entry.get("seen", ""),
        stance=Stance(entry["stance"]),
        primacy=Primacy(entry["primacy"]),
        origin=entry.get("origin", ""),
    )


def _link(case: Workbench, links: list[Table]) -> None:
    for entry in links:
        change = case.link(
            _place(case, entry["a"]),
            _place(case, entry["b"]),
            Relation(entry["relation"]),
            facets=[Facet(one) for one in entry.get("facets", [])],
            severity=Severity(entry["severity"]) if "severity" in entry else None,
            note=entry.get("note", ""),
        )
        if "outcome" in entry:
            case.edit_link(next(iter(change.links)), outcome=Outcome(entry["outcome"]))


def _ask(case: Workbench, described: Table) -> None:
    """Note the questions, the replies asked for, and the passes."""
    for entry in described["questions"]:
        asked = {name: words for name, words in entry.items() if name != "about"}
        case.add_question(QuestionDraft(place=_place(case, entry["about"]), **asked))
    for entry in described["replies"]:
        case.add_reply(ReplyDraft(**entry))
    for entry in described["passes"]:
        case.add_pass(PassDraft(**entry))
