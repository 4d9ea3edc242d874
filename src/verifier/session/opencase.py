"""An open case to look at: its rows, texts and history. ``verifier.session.workbench`` adds what changes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from verifier.domain.articles import (
    Article,
    Paragraph,
    Passage,
    PositionMap,
    Sentence,
    Source,
    Version,
)
from verifier.domain.checkers import UNNAMED, Checker
from verifier.domain.comparing import Comparison
from verifier.domain.errors import CaseError
from verifier.domain.queries import words_of
from verifier.domain.reading import Inline
from verifier.domain.reportversions import Correction, ReportVersion
from verifier.domain.rows import CaseRows, Snapshot
from verifier.domain.steps import Step
from verifier.session import articles, corrected, leftovers, places
from verifier.session.clock import Clock, utc_now
from verifier.session.leftovers import LeftBehind
from verifier.session.undoing import UndoStacks, steps_after
from verifier.session.ways import way_of
from verifier.store.casefile import CaseFile
from verifier.store.checking import Flaw, reference_flaws, span_flaws, time_flaws


class OpenCase:
    """One open case, to look at. Made by ``create`` or ``open``; ``close`` it, or use it in a ``with``."""

    def __init__(self, file: CaseFile, checker: Checker, clock: Clock, copied_at: str | None = None) -> None:
        self._file = file
        self._clock = clock
        self.checker = checker
        self.copied_at = copied_at
        self._texts: dict[str, str] = {}
        self._left: tuple[int, tuple[LeftBehind, ...]] | None = None
        try:
            self._refuse_flaws(reference_flaws(self.rows))
            self._refuse_flaws(time_flaws(self.rows, file.steps))
            self._stacks = UndoStacks.of(file.steps)
            articles.next_letter(file.steps)
            self._take_texts()
            self._refuse_flaws(span_flaws(self.rows, self._texts))
            self._refuse_odd_blobs()
        except (LookupError, ValueError, TypeError, RecursionError) as error:
            # a step that undoes none, a text that is no UTF-8, a map that is none
            file.close()
            detail = f"content-unreadable {type(error).__name__} {error}"
            raise CaseError("case-damaged", str(file.path), detail=detail) from error
        except CaseError:
            file.close()
            raise

    # -- opening and closing -------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, checker: Checker = UNNAMED, clock: Clock = utc_now) -> Self:
        """Make a new case. Raises CaseError where a file stands there already or none can be written."""
        return cls(CaseFile.create(path, owner=checker.signature, now=clock()), checker, clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        checker: Checker = UNNAMED,
        read_only: bool = False,
        clock: Clock = utc_now,
        backups: Path | None = None,
    ) -> Self:
        """Open a case to work in, or with ``read_only`` a copy to look at. Raises CaseError.

        A case another program works in raises CaseError("case-open-elsewhere") unless ``read_only``.
        """
        if read_only:
            return cls(CaseFile.open_copy(path), checker, clock, copied_at=clock())
        file = CaseFile.open(path, owner=checker.signature, now=clock(), backups=backups)
        return cls(file, checker, clock)

    def close(self) -> None:
        """Make the case one portable file again and let others have it."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- looking -------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Where the case is."""
        return self._file.path

    @property
    def case_id(self) -> str:
        """The id all copies of the case share."""
        return self._file.case_id

    @property
    def read_only(self) -> bool:
        """Whether this is a copy to look at."""
        return not self._file.writable

    @property
    def rows(self) -> CaseRows:
        """All rows of the case; ``verifier.domain.queries`` answers questions about them."""
        return self._file.rows

    def text(self, version_id: str) -> str:
        """The reading text of an article version."""
        return self._texts[version_id]

    def words(self, span: Sentence | Passage | Paragraph) -> str:
        """The words of a sentence, passage or paragraph, without white space at either end."""
        return words_of(self._texts[span.version_id], span)

    def original(self, version_id: str) -> bytes:
        """The bytes an article version was read from, as they came."""
        return self._file.blob(self.rows.need(Version, version_id).original_sha256)

    def positions(self, version_id: str) -> PositionMap:
        """What leads positions of a reading text back to the decoded original."""
        return articles.read_positions(self._file.blob(self.rows.need(Version, version_id).map_sha256))

    def inlines(self, version_id: str) -> tuple[Inline, ...]:
        """What the source of an article version sets apart inside its paragraphs: emphasis, links, insertions."""
        digest = self.rows.need(Version, version_id).inlines_sha256
        return articles.read_inlines(self._file.blob(digest)) if digest else ()

    def attachment(self, sha256: str) -> bytes:
        """The bytes of a file attached to a piece of evidence."""
        return self._file.blob(sha256)

    def sentence_at_address(self, address: str) -> Sentence:
        """The sentence of "A12". Raises StepError("no-such-address"), which names the ones there are."""
        return places.sentence_at(self.rows, address)

    def article_at_letter(self, letter: str) -> Article:
        """The article of "A". Raises StepError("no-such-letter"), which names the ones there are."""
        return places.article_at(self.rows, letter)

    def passage(self, version_id: str, start: int, end: int) -> str:
        """What names a span (code points) as a target: a sentence's id, a passage's, or a token. Writes nothing.

        White space at the ends is left out. Raises StepError("empty-passage" or "passage-over-paragraphs").
        """
        return places.target_of_span(self.rows, self._texts[version_id], version_id, start, end)

    def source(self, version_id: str) -> Source:
        """What an article version was read from, as it came: to read it again in another way."""
        version = self.rows.need(Version, version_id)
        return Source(version.name, self.original(version_id), version.acquired_how, version.acquired_at)

    def left_behind(self) -> tuple[LeftBehind, ...]:
        """The passages that a new reading left behind, each with what hangs on it and a proposal if there is one."""
        if self._left is None or self._left[0] != len(self._file.steps):
            self._left = len(self._file.steps), leftovers.left_behind(self.rows, self._texts)
        return self._left[1]

    def steps(self) -> tuple[Step, ...]:
        """The journal, oldest first."""
        return tuple(self._file.steps)

    def last_saved(self) -> str | None:
        """When the last step was taken (UTC, ISO 8601), or None."""
        return self._file.steps[-1].time if self._file.steps else None

    def next_undo(self) -> Step | None:
        """The step ``undo`` would take back."""
        return self._stacks.next_undo

    def next_redo(self) -> Step | None:
        """The step ``redo`` would bring back."""
        return self._stacks.next_redo

    def standing(self) -> frozenset[str]:
        """The ids of the steps that stand: taken, and not taken back since."""
        return frozenset(step.id for step in self._stacks.done)

    def steps_after(self, step_id: str) -> tuple[Step, ...]:
        """The steps that ``undo_back_to`` would take back, newest first. Raises StepError: no-such-step,
        step-not-standing.
        """
        return steps_after(self._file.steps, step_id)

    def verify(self) -> None:
        """Check the file against its journal and hashes once more. Raises CaseError("case-damaged")."""
        self._file.verify()

    def snapshot(self, comparison: Comparison | None = None) -> Snapshot:
        """The whole case as it is now, verified and frozen, to make a report from; ``comparison`` is what comparing
        found in it, if it is to be printed. Raises CaseError.
        """
        self.verify()
        return Snapshot(
            rows=self.rows.sealed_copy(),
            texts={version.text_sha256: self._texts[version.id] for version in self.rows.all(Version)},
            steps=self.steps(),
            case_name=self.path.stem,
            taken_at=self._clock(),
            checkers=tuple(dict.fromkeys(step.checker for step in self._file.steps)),
            ways={key: way for key in self._fetched() if (way := way_of(self.original(key)))},
            inlines={version.id: self.inlines(version.id) for version in self.rows.all(Version)},
            comparison=comparison,
            versions=self.report_versions(),
            corrections=self.corrections(),
        )

    def report_versions(self) -> tuple[ReportVersion, ...]:
        """The reports that were finalised, oldest first."""
        return corrected.versions_of(self.rows)

    def corrections(self) -> tuple[Correction, ...]:
        """What a reader would see changed from each finalised report to the next, and since the last. Raises CaseError
        where the journal cannot be read, or leads through states that are none.
        """
        try:
            return corrected.changed_since_versions(self.rows, self._file.steps, self._file.changes_of)
        except (LookupError, ValueError, TypeError) as error:
            raise CaseError("case-damaged", str(self.path), detail=repr(error)) from error

    def _fetched(self) -> Iterator[str]:
        """The ids of the versions that were fetched from the web."""
        return (version.id for version in self.rows.all(Version) if version.acquired_how == "url")

    def save_copy(self, path: Path) -> None:
        """Write a copy of the case, whole, to share. Raises CaseError("copy-not-written")."""
        self._file.save_copy(path)

    def _refuse_flaws(self, flaws: Iterable[Flaw]) -> None:
        flaw = next(iter(flaws), None)
        if flaw is not None:
            raise CaseError("case-damaged", str(self.path), detail=f"{flaw.what} {flaw.where}")

    def _refuse_odd_blobs(self) -> None:
        """Whoever shows a text relies on its map and its inlines: they lie inside it. Raises CaseError, ValueError."""
        for version in self.rows.all(Version):
            length = len(self._texts[version.id])
            spans = [(run.start, run.end) for run in self.positions(version.id).runs]
            spans += [(one.start, one.end) for one in self.inlines(version.id)]
            if any(not 0 <= start <= end <= length for start, end in spans):
                self._refuse_flaws([Flaw("blob-outside-text", version.id)])

    def _take_texts(self) -> None:
        """Have the text of every version at hand, and of no other."""
        self._texts = {
            version.id: self._texts.get(version.id) or self._file.blob(version.text_sha256).decode()
            for version in self.rows.all(Version)
        }
