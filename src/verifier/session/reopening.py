"""A case made again from a report: in real steps, beside its place, so that there is a whole case or none.

The bytes of the sources are not in a report. What the new case keeps as the original of each article is therefore the
article's text as the report carries it, in UTF-8, and a warning names the report, and the source as it is named there.

What an editor wrote in the margins becomes notes. A note on words that had none is internal: a remark among colleagues
enters no report unless a person lets it. One that answers a printed note stands under it, and is printed with it.
"""

from __future__ import annotations

import errno
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from verifier import __version__
from verifier.domain.articles import Notice, Passage, PositionMap, Run, Version, sha256_of
from verifier.domain.checkers import UNNAMED, Checker
from verifier.domain.errors import CaseError, ReadError, StepError, reason_of
from verifier.domain.judgements import Link, Mark, Question
from verifier.domain.kinds import Reach
from verifier.domain.queries import address_of_passage
from verifier.domain.reopened import CameBack, Coming, DossierDraft, Reopened, ReportedText, ReturnedRemark
from verifier.domain.steps import StepDraft
from verifier.session.articles import write_inlines, write_positions
from verifier.session.clock import Clock, utc_now
from verifier.session.drafting import Drafting, new_id
from verifier.session.reading import load_source
from verifier.session.workbench import Workbench
from verifier.store.casefile import sync_and_replace
from verifier.store.connection import is_of_the_disk

READER = "dossier"
"""What a version that was taken from a report names as its reader."""

ACQUIRED = "report"
"""How such a version came."""

_TELLING = ("summary", "conflicts", "claims", "matrix", "sources", "evidence", "asked", "custody")
"""The parts a case made from a report without them lacks something for."""


def reopen(report: Path, target: Path, checker: Checker = UNNAMED, clock: Clock = utc_now) -> Reopened:
    """Make the case a report describes at a place that is free.

    Raises ReadError for what is no report of ours or carries no data to make a case of, CaseError for the place.
    """
    from verifier.readers.dossier import read_dossier

    _check_place(target)
    return make_case(read_dossier(load_source(report, clock)), target, checker, clock)


def make_case(draft: DossierDraft, target: Path, checker: Checker, clock: Clock = utc_now) -> Reopened:
    """Make a case of a report that was read. Raises ReadError("report-data-damaged") and CaseError."""
    _check_place(target)
    try:
        with tempfile.TemporaryDirectory(prefix=".reopening-", dir=target.parent) as folder:
            made = Path(folder) / target.name
            reopened = _made(draft, made, checker, clock)
            _check_place(target)
            sync_and_replace(made, target)
    except OSError as error:
        raise CaseError("case-folder-read-only", str(target), reason=reason_of(error)) from error
    return replace(reopened, case=target)


def _check_place(target: Path) -> None:
    if target.is_symlink() or target.exists():
        raise CaseError("case-exists", str(target))
    if not target.parent.is_dir():
        raise CaseError("case-folder-missing", str(target), folder=target.parent)


def _made(draft: DossierDraft, path: Path, checker: Checker, clock: Clock) -> Reopened:
    """Make the case and open it once more, which checks every span, reference and time in it."""
    try:
        with _Remade.create(path, checker=checker, clock=clock) as case:
            reopened = case.remake(draft)
        Workbench.open(path, read_only=True).close()
    except (StepError, CaseError, LookupError) as error:
        detail = str(getattr(error, "values", {}).get("detail", "") or error)
        if _is_of_the_disk(error):
            reason = getattr(error, "values", {}).get("reason", "") or detail
            raise OSError(errno.EIO, str(reason)) from error
        raise ReadError("report-data-damaged", draft.name, detail=detail[:200]) from error
    return reopened


def _is_of_the_disk(error: Exception) -> bool:
    """Whether a case could not be written for want of room or leave: the report is not to blame for that."""
    own = isinstance(error, CaseError) and error.code == "case-folder-read-only"
    return own or is_of_the_disk(error.__cause__)


class _Remade(Workbench):
    """A new case, to take over what a report says."""

    def remake(self, draft: DossierDraft) -> Reopened:
        """Take over the articles, what is judged on them, and what came in the margins: a step each."""
        step, blobs = _draft_texts(self._drafting(), draft, self._clock())
        self._take(step, blobs)
        self._take(_draft_rows(self._drafting(), draft))
        taking = _Taking(self._drafting(), self, draft, checker=self.checker.signature, now=self._clock())
        self._take(taking.step())
        notes = [mark for mark in self.rows.all(Mark) if mark.note.strip()]
        return Reopened(
            case=self.path,
            articles=self.rows.count("articles"),
            marks=self.rows.count("marks"),
            links=self.rows.count("links"),
            notes=len(notes),
            came=taking.came(),
            homeless=draft.homeless,
            left=draft.left,
            silenced=tuple(self._address(key) for key in draft.silenced),
            missing=tuple(part for part in _TELLING if part not in draft.parts),
        )

    def _address(self, mark_id: str) -> str:
        passage = self.rows.need(Passage, self.rows.need(Mark, mark_id).passage_id)
        return address_of_passage(self.rows, passage)


# -- the articles ----------------------------------------------------------------------------------------------------


def _draft_texts(drafting: Drafting, draft: DossierDraft, now: str) -> tuple[StepDraft, dict[str, bytes]]:
    """The step that takes the articles over, with their letters and numbers, and the blobs it brings."""
    blobs: dict[str, bytes] = {}
    for one in draft.texts:
        drafting.put(one.article)
        drafting.put(_version(one, draft, now, blobs))
        new_ids = {paragraph.id: new_id() for paragraph in one.paragraphs}
        for paragraph in one.paragraphs:
            drafting.put(replace(paragraph, id=new_ids[paragraph.id]))
        for sentence in one.sentences:
            drafting.put(replace(sentence, id=new_id(), paragraph_id=new_ids[sentence.paragraph_id]))
    letters = ",".join(one.article.letter for one in draft.texts)
    return drafting.finish("add-articles", letters=letters, names=draft.name), blobs


def _version(one: ReportedText, draft: DossierDraft, now: str, blobs: dict[str, bytes]) -> Version:
    """The reading of an article: its own text is its original, since the report has no other."""
    try:
        text = one.text.encode()
    except UnicodeError as error:  # half a surrogate pair is no character, and has no UTF-8
        raise StepError("not-saved", draft.name, detail=str(error)) from error
    positions = write_positions(PositionMap((Run(0, len(one.text), 0, len(one.text)),) if one.text else ()))
    inlines = write_inlines(one.inlines)
    for data in (text, positions, *([inlines] if inlines else [])):
        blobs[sha256_of(data)] = data
    return replace(
        one.version,
        name=f"{Path(draft.name).stem} {one.article.letter}.txt",
        media_type="text/plain",
        size=len(text),
        original_sha256=sha256_of(text),
        text_sha256=sha256_of(text),
        map_sha256=sha256_of(positions),
        inlines_sha256=sha256_of(inlines) if inlines else None,
        acquired_how=ACQUIRED,
        acquired_at=now,
        reader=READER,
        reader_version=__version__,
        encoding="utf-8",
        wrap="",
        part="",
        warnings=(_origin(one.version, draft), *one.version.warnings),
    )


def _origin(stated: Version, draft: DossierDraft) -> Notice:
    """That a text was taken from a report, and what that report says of its source."""
    report = (("report", draft.name), ("report_sha256", draft.sha256))
    if not stated.original_sha256:
        return Notice("taken-from-report", report)
    source = {"source": stated.name, "size": str(stated.size), "sha256": stated.original_sha256}
    return Notice("taken-from-report-of-source", (*report, *source.items()))


# -- what is judged --------------------------------------------------------------------------------------------------


def _draft_rows(drafting: Drafting, draft: DossierDraft) -> StepDraft:
    """The step that takes over what is judged, asked and found, as it was signed and dated."""
    for row in draft.rows:
        drafting.put(row)
    kinds = Counter(type(row) for row in draft.rows)
    counts = {"marks": str(kinds[Mark]), "links": str(kinds[Link])}
    return drafting.finish("take-over-report", report=draft.name, **counts)


# -- what was said in the margins ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Taken:
    """A remark and the mark whose note it is part of."""

    returned: ReturnedRemark
    passage_id: str
    reach: Reach


class _Taking:
    """Makes notes of the comments of a report, and open questions of those that fit nowhere."""

    def __init__(
        self, drafting: Drafting, case: Workbench, draft: DossierDraft, *, checker: str, now: str
    ) -> None:
        self._drafting, self._case, self._draft = drafting, case, draft
        self._checker, self._now = checker, now
        self._marks: dict[str, Mark] = {mark.passage_id: mark for mark in case.rows.all(Mark)}
        self._taken: list[_Taken] = []

    def step(self) -> StepDraft:
        """The step; its changes are empty where nothing was said."""
        for returned in self._draft.returned:
            self._take(returned)
        for remark in self._draft.homeless:
            on = f" – “{remark.words}”" if remark.words else ""
            self._ask(f"{remark.signed}{on}: {remark.text}")
        for words in self._draft.left:
            self._ask(words)
        count = len(self._draft.returned) + len(self._draft.homeless)
        return self._drafting.finish("take-report-comments", report=self._draft.name, count=str(count))

    def came(self) -> tuple[CameBack, ...]:
        """What came back, in the order of the report; the step must be taken."""
        rows = self._case.rows
        return tuple(
            CameBack(
                one.returned.how,
                address_of_passage(rows, rows.need(Passage, one.passage_id)),
                one.returned.remark,
                one.reach is Reach.PRINTED,
            )
            for one in self._taken
        )

    def _take(self, returned: ReturnedRemark) -> None:
        passage = self._passage(returned)
        mark = self._marks.get(passage.id) or Mark(new_id(), passage.id, None, self._checker, self._now)
        remark, reach = returned.remark, mark.reach
        if returned.how is Coming.CHANGED:
            note = remark.text
        elif mark.note.strip():
            note = f"{mark.note}\n{remark.signed}: {remark.text}"
        else:
            note, reach = f"{remark.signed}: {remark.text}", Reach.INTERNAL
        mark = replace(mark, note=note, reach=reach, time=self._now)
        self._marks[passage.id] = mark
        self._drafting.put(mark)
        self._taken.append(_Taken(returned, passage.id, reach))

    def _passage(self, returned: ReturnedRemark) -> Passage:
        """The passage a remark is about: its mark's, else the sentence or span of its words."""
        mark = self._case.rows.get(Mark, returned.mark_id)
        target = (
            mark.passage_id if mark else self._case.passage(returned.version_id, returned.start, returned.end)
        )
        return self._drafting.passage(target)

    def _ask(self, words: str) -> None:
        self._drafting.put(Question(new_id(), words))


# -- in the child ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReopenJob:
    """Make a case of a report, in the child; the result is a Reopened."""

    report: Path
    target: Path
    checker: Checker
    seconds: float = 300.0

    @property
    def about(self) -> str:
        """The report's name."""
        return self.report.name

    def run(self) -> object:
        """What came."""
        return reopen(self.report, self.target, self.checker)
