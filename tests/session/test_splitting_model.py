"""Splits, merges, labels, undo, undo back and reopening, against a plain Python model of two lists of sentences.

The model knows what each stretch of text says; the case must say the same after every step, and its sentences must
tile their paragraphs, whatever was done.
"""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.making import BERG, COUNCIL, HARBOUR, make_draft, ticking

from verifier.domain.articles import Passage, Sentence
from verifier.domain.errors import StepError
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Label, Reach
from verifier.domain.queries import account
from verifier.session.workbench import Workbench

LABELS = (Label.VERIFIED, Label.DISPUTED, Label.OPINION)


@dataclass(frozen=True)
class Said:
    """What is said of one stretch."""

    label: Label | None = None
    note: str = ""

    @property
    def is_nothing(self) -> bool:
        return self.label is None and not self.note


@dataclass(frozen=True)
class Piece:
    """A sentence of the model: where it begins and ends, and its number."""

    start: int
    end: int
    number: str
    paragraph: int


@dataclass(frozen=True)
class Model:
    """The sentences of one article, what is said of which stretch, and every number ever given."""

    pieces: tuple[Piece, ...]
    said: tuple[tuple[tuple[int, int], Said], ...] = ()

    def told(self) -> dict[tuple[int, int], Said]:
        return dict(self.said)

    def having(self, pieces: tuple[Piece, ...], told: dict[tuple[int, int], Said]) -> "Model":
        kept = {span: said for span, said in told.items() if not said.is_nothing}
        return replace(self, pieces=pieces, said=tuple(sorted(kept.items())))


def split(model: Model, index: int, cut: int, number: str) -> Model:
    """The model after a split, by the words of the design: both get the label, the first the note."""
    whole, told = model.pieces[index], model.told()
    first, second = replace(whole, end=cut), Piece(cut, whole.end, number, whole.paragraph)
    own = told.pop((whole.start, whole.end), Said())
    a = told.get((first.start, first.end), Said())
    b = told.get((second.start, second.end), Said())
    told[first.start, first.end] = Said(a.label or own.label, "\n".join(filter(None, [own.note, a.note])))
    told[second.start, second.end] = Said(b.label or own.label, b.note)
    if a.label and b.label and own.label:
        told[whole.start, whole.end] = Said(own.label)
    pieces = (*model.pieces[:index], first, second, *model.pieces[index + 1 :])
    return model.having(pieces, told)


def merge(model: Model, index: int) -> Model:
    """The model after a merge: equal labels become one with the notes joined, all else stays."""
    first, second, told = model.pieces[index], model.pieces[index + 1], model.told()
    whole = (first.start, second.end)
    a = told.get((first.start, first.end), Said())
    b = told.get((second.start, second.end), Said())
    own = told.get(whole, Said())
    if a.label is b.label and own.label is None:
        told[whole] = Said(a.label, "\n".join(filter(None, [own.note, a.note, b.note])))
        told.pop((first.start, first.end), None)
        told.pop((second.start, second.end), None)
    pieces = (*model.pieces[:index], replace(first, end=second.end), *model.pieces[index + 2 :])
    return model.having(pieces, told)


class ShapingMachine(RuleBasedStateMachine):
    """Rules are what a person does to article A; ``states`` are those that stand, ``undone`` those taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()

    @initialize()
    def begin(self) -> None:
        self.case = Workbench.create(Path(self.folder.name) / "case.verif", checker=BERG, clock=ticking())
        self.case.add_articles([make_draft(HARBOUR), make_draft(COUNCIL)])
        article = self.case.article_at_letter("A")
        self.version = article.version_id
        self.text = self.case.text(self.version)
        paragraphs = [row.id for row in self.case.rows.paragraphs(self.version)]
        pieces = tuple(
            Piece(one.start, one.end, one.number, paragraphs.index(one.paragraph_id))
            for one in account(self.case.rows, article)
        )
        self.cuts = {piece.start for piece in pieces}
        self.states: list[tuple[str, Model]] = [(self.case.steps()[-1].id, Model(pieces))]
        self.undone: list[tuple[str, Model]] = []

    def teardown(self) -> None:
        if hasattr(self, "case"):
            self.case.close()
        self.folder.cleanup()

    @property
    def now(self) -> Model:
        return self.states[-1][1]

    def _id_of(self, piece: Piece) -> str:
        return self.case.sentence_at_address(f"A{piece.number}").id

    def _taken(self, after: Model) -> None:
        if after != self.now:
            self.states.append((self.case.steps()[-1].id, after))
            self.undone.clear()

    @rule(data=st.data(), label=st.sampled_from([*LABELS, None]))
    def mark(self, data: st.DataObject, label: Label | None) -> None:
        piece = data.draw(st.sampled_from(self.now.pieces))
        told = self.now.told()
        before = told.get((piece.start, piece.end), Said())
        told[piece.start, piece.end] = replace(before, label=label)
        self.case.mark([self._id_of(piece)], label)
        self._taken(self.now.having(self.now.pieces, told))

    @rule(data=st.data(), note=st.sampled_from(["", "why?", "who says so?"]))
    def note(self, data: st.DataObject, note: str) -> None:
        piece = data.draw(st.sampled_from(self.now.pieces))
        told = self.now.told()
        before = told.get((piece.start, piece.end), Said())
        told[piece.start, piece.end] = replace(before, note=note)
        self.case.note([self._id_of(piece)], note, Reach.PRINTED)
        self._taken(self.now.having(self.now.pieces, told))

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(self.now.pieces) - 1))
        piece = self.now.pieces[index]
        former = [place for place in sorted(self.cuts) if piece.start < place < piece.end]
        anywhere = st.integers(piece.start - 1, piece.end + 1)
        point = data.draw(st.one_of(anywhere, st.sampled_from(former)) if former else anywhere)
        cut = point
        while piece.start < cut < piece.end and self.text[cut].isspace():
            cut += 1
        sentence = self._id_of(piece)
        if not piece.start < cut < piece.end:
            with pytest.raises(StepError, match="split-at-edge"):
                self.case.split(sentence, point)
            return
        change = self.case.split(sentence, point)
        assert change.articles == {self.case.article_at_letter("A").id}
        new = dict(self.case.steps()[-1].values)["second"].removeprefix("A")
        used = {one.number for one in self.case.rows.all(Sentence) if one.version_id == self.version}
        assert new in used
        assert new not in {one.number for one in self.now.pieces}
        self.cuts.add(cut)
        self._taken(split(self.now, index, cut, new))

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(self.now.pieces) - 1))
        piece = self.now.pieces[index]
        sentence = self._id_of(piece)
        after = self.now.pieces[index + 1 : index + 2]
        if not after or after[0].paragraph != piece.paragraph:
            with pytest.raises(StepError, match="no-next-sentence"):
                self.case.merge(sentence)
            return
        retired = self._id_of(after[0])
        assert self.case.merge(sentence)
        assert self.case.rows.need(Sentence, retired).retired
        self._taken(merge(self.now, index))

    @rule()
    def undo(self) -> None:
        if len(self.states) < 2:
            return
        assert self.case.undo()
        self.undone.append(self.states.pop())

    @rule()
    def redo(self) -> None:
        if not self.undone:
            with pytest.raises(StepError, match="nothing-to-redo"):
                self.case.redo()
            return
        assert self.case.redo()
        self.states.append(self.undone.pop())

    @rule(data=st.data())
    def undo_back(self, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(self.states) - 1))
        target, before = self.states[index][0], len(self.case.steps())
        gone = self.states[index + 1 :]
        assert [step.id for step in self.case.steps_after(target)] == [key for key, _ in reversed(gone)]
        if not gone:
            with pytest.raises(StepError, match="nothing-to-undo"):
                self.case.undo_back_to(target)
            return
        assert self.case.undo_back_to(target)
        assert len(self.case.steps()) == before + len(gone)
        del self.states[index + 1 :]
        self.undone.extend(reversed(gone))

    @rule(data=st.data())
    def no_way_back_to_what_was_undone(self, data: st.DataObject) -> None:
        if self.undone:
            target = data.draw(st.sampled_from(self.undone))[0]
            with pytest.raises(StepError, match="step-not-standing"):
                self.case.undo_back_to(target)

    @rule()
    def reopen(self) -> None:
        self.case.close()
        self.case = Workbench.open(self.case.path, checker=BERG, clock=ticking())

    @invariant()
    def the_sentences_tile_their_paragraphs(self) -> None:
        if not hasattr(self, "case"):
            return
        for paragraph in self.case.rows.paragraphs(self.version):
            sentences = self.case.rows.sentences(paragraph.id)
            assert "".join(self.text[one.start : one.end] for one in sentences) == self.case.words(paragraph)
            assert all(self.case.words(one) for one in sentences)

    @invariant()
    def both_agree(self) -> None:
        if not hasattr(self, "case"):
            return
        rows, article = self.case.rows, self.case.article_at_letter("A")
        shown = [(one.start, one.end, one.number) for one in account(rows, article)]
        assert shown == [(one.start, one.end, one.number) for one in self.now.pieces]
        assert len({number for _, _, number in shown}) == len(shown)
        said = {}
        for mark in rows.all(Mark):
            passage = rows.need(Passage, mark.passage_id)
            said[passage.start, passage.end] = Said(mark.label, mark.note)
        assert said == self.now.told()
        assert self.case.standing() == {key for key, _ in self.states}


ShapingMachine.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestShapingAgreesWithAPlainModel = ShapingMachine.TestCase
