"""Random cases: what a dossier tells of a case is the whole of it, whatever was done in the case."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.making import BERG, LIND, make_draft, ticking
from tests.session.returning import held, look, report_of

from verifier.domain.articles import Metadata
from verifier.domain.errors import StepError
from verifier.domain.kinds import (
    Advice,
    Facet,
    Label,
    Modifier,
    Outcome,
    ParagraphKind,
    Primacy,
    Reach,
    Relation,
    Severity,
    Stance,
    Voice,
)
from verifier.domain.queries import account
from verifier.session.case_details import PassDraft, QuestionDraft, ReplyDraft
from verifier.session.evidence import EvidenceDraft
from verifier.session.judging import Judgement
from verifier.session.reopening import reopen
from verifier.session.workbench import Workbench

WORDS = st.sampled_from(
    [
        "", "Why?",
        "Two\nlines", "🦆🏽 שלום", "\u0007 bell", "a\u00a0b", "‹U+0007›", "<w:t>&amp;", "=1+1", "e\u0301 \u202ex",
        "  spaces  ",
    ]
)  # fmt: skip
SENTENCES = st.sampled_from(
    [
        "The quay closed. ",
        "Nobody knows why. ",
        "🦆 said: “no”. ",
        "שלום עולם. ",
        "\u0007\u202e<b> & co. ",
        "Same. ",
        "x",
    ]
)
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(list(ParagraphKind)), st.lists(SENTENCES, min_size=1, max_size=4)),
    min_size=1,
    max_size=4,
)
METADATA = st.builds(
    Metadata, title=WORDS, publisher=WORDS, url=st.sampled_from([None, "https://example.org/a"]), byline=WORDS
)


class Doing:
    """Does random things to a case; what the case refuses is not done."""

    def __init__(self, case: Workbench, data: st.DataObject) -> None:
        self.case, self.data = case, data

    def draw(self, strategy: Any) -> Any:
        return self.data.draw(strategy)

    def place(self) -> str:
        """A sentence, or a part of one."""
        rows = self.case.rows
        sentences = [one for article in rows.articles() for one in account(rows, article)]
        sentences = sentences or [
            one
            for article in rows.articles()
            for paragraph in rows.paragraphs(article.version_id)
            for one in rows.sentences(paragraph.id)
        ]
        one = self.draw(st.sampled_from(sentences))
        start = self.draw(st.integers(one.start, one.end - 1))
        end = self.draw(st.integers(start + 1, one.end))
        return str(self.draw(st.sampled_from([one.id, self._part(one.version_id, start, end) or one.id])))

    def _part(self, version_id: str, start: int, end: int) -> str:
        try:
            return self.case.passage(version_id, start, end)
        except StepError:
            return ""

    def judge(self) -> None:
        kinds = self.draw(st.sampled_from([None, *Label]))
        self.case.judge(
            [self.place()],
            Judgement(
                label=kinds,
                modifiers=self.draw(st.sets(st.sampled_from(list(Modifier)), max_size=2)) if kinds else None,
                note=self.draw(WORDS),
                reach=self.draw(st.sampled_from(list(Reach))),
                advice=self.draw(st.sampled_from([None, *Advice])),
                wording=self.draw(WORDS),
                voice=self.draw(st.sampled_from([None, *Voice])),
            ),
        )

    def link(self) -> None:
        change = self.case.link(
            self.place(),
            self.place(),
            self.draw(st.sampled_from(list(Relation))),
            facets=self.draw(st.sets(st.sampled_from(list(Facet)), max_size=3)),
            severity=self.draw(st.sampled_from([None, *Severity])),
            note=self.draw(WORDS),
            reach=self.draw(st.sampled_from(list(Reach))),
        )
        self.case.edit_link(next(iter(change.links)), outcome=self.draw(st.sampled_from([None, *Outcome])))

    def add_evidence(self) -> None:
        draft = EvidenceDraft(
            citation=self.draw(st.sampled_from(["Minutes", "🦆"])),
            locator=self.draw(WORDS),
            quotation=self.draw(WORDS),
            stance=self.draw(st.sampled_from(list(Stance))),
            primacy=self.draw(st.sampled_from(list(Primacy))),
            origin=self.draw(WORDS),
            confidential=self.draw(st.booleans()),
        )
        self.case.add_evidence([self.place()], draft)

    def split(self) -> None:
        rows = self.case.rows
        sentences = [one for article in rows.articles() for one in account(rows, article)]
        if sentences:
            one = self.draw(st.sampled_from(sentences))
            self.case.split(one.id, self.draw(st.integers(one.start, one.end)))

    def merge(self) -> None:
        rows = self.case.rows
        sentences = [one for article in rows.articles() for one in account(rows, article)]
        if sentences:
            self.case.merge(self.draw(st.sampled_from(sentences)).id)

    def set_kind(self) -> None:
        rows = self.case.rows
        paragraphs = [one for article in rows.articles() for one in rows.paragraphs(article.version_id)]
        self.case.set_kind(
            [self.draw(st.sampled_from(paragraphs)).id], self.draw(st.sampled_from(list(ParagraphKind)))
        )

    def ask(self) -> None:
        place = self.draw(st.sampled_from(["", self.place()]))
        self.case.add_question(QuestionDraft(self.draw(WORDS), place, self.draw(WORDS), "", self.draw(WORDS)))

    def note_reply(self) -> None:
        self.case.add_reply(ReplyDraft("The mayor", answer=self.draw(WORDS)))
        self.case.add_pass(PassDraft("Names", self.draw(WORDS)))

    def claim(self) -> None:
        self.case.make_claim([self.place(), self.place()], self.draw(WORDS))

    def look_in_vain(self) -> None:
        articles = self.case.rows.articles()
        self.case.confirm_absence(self.place(), self.draw(st.sampled_from(articles)).id)

    def describe(self) -> None:
        article = self.draw(st.sampled_from(self.case.rows.articles()))
        self.case.describe(
            article.id, self.draw(METADATA), unconfirmed=self.draw(st.sampled_from([(), ("title",)]))
        )

    def word_the_case(self) -> None:
        self.case.edit_case(title=self.draw(WORDS), finding=self.draw(WORDS), signed_by=self.draw(WORDS))

    def undo(self) -> None:
        if len(self.case.steps()) > 1 and self.case.next_undo() is not self.case.steps()[0]:
            self.case.undo()


DEEDS = [name for name in vars(Doing) if not name.startswith("_") and name not in ("draw", "place")]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(data=st.data(), drafts=st.lists(PARAGRAPHS, min_size=1, max_size=3))
def test_a_case_comes_back_from_its_dossier(data: st.DataObject, drafts: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Workbench.create(folder / "case.verif", checker=BERG, clock=ticking()) as case:
            case.add_articles([make_draft(draft, f"{index}.txt") for index, draft in enumerate(drafts)])
            doing = Doing(case, data)
            for deed in data.draw(st.lists(st.sampled_from(DEEDS), max_size=12)):
                with contextlib.suppress(StepError):
                    getattr(doing, deed)()
            if not case.rows.articles():
                return
            before = held(case)
            report = report_of(case, folder / "report.docx")
        found = reopen(report, folder / "again.verif", LIND)
        with look(folder / "again.verif") as after:
            assert held(after) == before
        assert (found.came, found.homeless, found.silenced) == ((), (), ())


def test_the_deeds_are_those_of_a_case() -> None:
    assert len(DEEDS) == 13
