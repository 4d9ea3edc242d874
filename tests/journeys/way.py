"""The main way through the window, by any route to its actions: two articles in, all sentences judged, a report out."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.hands import Hands
from tests.journeys.routes import ByKey, Route

from verifier.domain.articles import Sentence
from verifier.domain.errors import VerifierError
from verifier.domain.judgements import Evidence, Link
from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import account, address_of, label_of, mark_of, passage_of
from verifier.session.workbench import Workbench

STAYING = (Label.VERIFIED, Label.DISPUTED)
"""The labels that stay at their sentence, for its basis; the others go on."""

NOTE = "Asked the desk on Monday."
CITATION = "Minutes of the board, 12 November"
FINDING = "The two accounts agree on the event and differ on its past."


class Traveller:
    """Walks the way with some hands, and looks at the case file only through copies of it."""

    def __init__(self, hands: Hands, files: list[Path], documents: Path, route: Route | None = None) -> None:
        self._hands, self._files = hands, files
        self._route = route or ByKey(hands)
        self.case = documents / "Untitled.verif"
        self.report = documents / "Untitled.docx"

    def walk(self, near: str, far: str) -> None:
        """The whole way. ``near`` and ``far`` are words of the two sentences to be linked."""
        self.open_articles()
        self.mark_everything()
        self.write_note()
        self.add_evidence()
        self.link(near, far)
        self.write_finding()
        self.write_report()

    def look(self) -> Workbench:
        """A copy of the case as it is on disk now."""
        return Workbench.open(self.case, read_only=True)

    def sentences(self) -> list[list[Sentence]]:
        """The account of each article."""
        with self.look() as case:
            return [list(account(case.rows, article)) for article in case.rows.articles()]

    def open_articles(self) -> None:
        """Add the files through the file dialog."""
        self._open("case.add")
        self._hands.type(" ".join(f'"{file}"' for file in self._files))
        self._hands.press("Return")
        self._hands.wait(lambda: self._count("articles") == len(self._files), "the articles are in the case")

    def mark_everything(self) -> None:
        """Give every sentence a label, all five in turn."""
        labels = list(Label)
        for number, sentences in enumerate(self.sentences(), 1):
            self._go(number, 0)
            for index in range(len(sentences)):
                label = labels[index % 5]
                self._route.do(f"mark.{label}")
                if label in STAYING:
                    self._route.do("go.next")
        total = sum(map(len, self.sentences()))
        self._hands.wait(lambda: self._count("marks") == total, "every sentence is marked")

    def write_note(self) -> None:
        """Write a note on A2."""
        self._go(1, 1)
        self._route.do("mark.note")
        self._hands.type(NOTE)
        self._hands.press("Escape")

    def add_evidence(self) -> None:
        """Add a piece of evidence to A1."""
        self._go(1, 0)
        self._open("mark.evidence")
        self._hands.type(CITATION)
        self._hands.press("Return")
        self._hands.wait(lambda: self._count("evidence") == 1, "the evidence is in the case")

    def link(self, near: str, far: str) -> None:
        """Say that the sentence of the first article with ``near`` contradicts that of the second with ``far``."""
        self._go(2, self._index(1, far))
        self._go(1, self._index(0, near))
        self._open("link.make")
        self._hands.press("2")
        self._hands.wait(lambda: self._count("links") == 1, "the link is made")

    def write_finding(self) -> None:
        """Write the finding in the Case view."""
        self._open("view.case")
        self._hands.press("Tab", "Tab")
        self._hands.type(FINDING)
        self._route.do("go.text")
        self._hands.wait(lambda: self._finding() == FINDING, "the finding is in the case")

    def write_report(self) -> None:
        """Have the report written beside the case."""
        self._open("case.report")
        self._hands.press("Return")
        self._hands.wait(self.report.exists, "the report is written")

    def _go(self, article: int, index: int) -> None:
        """Go to the sentence at an index of an article (from 1)."""
        length = len(self.sentences()[article - 1])
        self._route.do(f"go.article-{article}")
        for action, times in (("go.previous", length), ("go.next", index)):
            for _ in range(times):
                self._route.do(action)

    def _open(self, action: str) -> None:
        """Do an action that opens something, and look at it before going on."""
        self._route.do(action)
        self._hands.look()

    def _index(self, article: int, words: str) -> int:
        with self.look() as case:
            sentences = account(case.rows, case.rows.articles()[article])
            found = [index for index, row in enumerate(sentences) if words in case.words(row)]
        assert len(found) == 1, f"{len(found)} sentences hold {words!r}"
        return found[0]

    def _count(self, table: str) -> int:
        try:
            with self.look() as case:
                return case.rows.count(table)
        except VerifierError:
            return -1

    def _finding(self) -> str:
        with self.look() as case:
            return case.rows.details.finding


def assert_everything_is_there(case: Workbench, near: str, far: str) -> None:
    """See that a case holds all that the way puts into it."""
    rows, labels = case.rows, list(Label)
    for article in rows.articles():
        for index, sentence in enumerate(account(rows, article)):
            assert label_of(rows, sentence) is labels[index % 5], address_of(rows, sentence)
    first, second = rows.articles()
    noted = mark_of(rows, account(rows, first)[1])
    assert noted is not None
    assert noted.note == NOTE
    headline = passage_of(rows, account(rows, first)[0])
    assert headline is not None
    assert [piece.citation for piece in rows.evidence_on(headline.id)] == [CITATION]
    assert len(rows.all(Evidence)) == 1
    (link,) = rows.all(Link)
    assert link.relation is Relation.CONTRADICTS
    ends = [next(row for row in account(rows, article) if words in case.words(row))
            for article, words in ((first, near), (second, far))]  # fmt: skip
    assert [link.a, link.b] == [passage.id for row in ends if (passage := passage_of(rows, row))]
    assert rows.details.finding == FINDING
