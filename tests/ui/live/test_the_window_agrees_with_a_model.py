"""The live window against a plain Python model: whatever is done by key, undone, closed and reopened, the window, the
case and the model agree after every step.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands
from tests.making import Paragraphs, make_draft
from tests.ui.live.looking import (
    bench_of,
    chosen_labels,
    chosen_modifiers,
    columns_of,
    labels_in_words,
    painted_labels,
    table_rows,
)
from tests.ui.live.world import Line, Paragraph, Place, Said, World

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Link, Mark
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.domain.queries import account, article_of_version, trimmed
from verifier.i18n.vocabulary import GLYPHS
from verifier.session.workbench import Workbench
from verifier.ui.reading.framing import Frame

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

ONE: Paragraphs = [
    (ParagraphKind.HEADLINE, ["A crane falls"]),
    (ParagraphKind.DATELINE, ["3 May 2031"]),
    (ParagraphKind.BODY, ["The crane 🦆 fell on Monday. ", "Nobody was hurt, it says. ", "Why?"]),
    (ParagraphKind.QUOTE, ["“Cafe\u0301 windows shook,” he said."]),
]
OTHER: Paragraphs = [
    (ParagraphKind.BODY, ["A crane came down on Tuesday. ", "Two men were hurt."]),
    (ParagraphKind.CAPTION, ["The quay. ", "Photo by nobody."]),
]

KEYS = {"v": "verified", "d": "disputed", "o": "opinion", "u": "unconfirmed", "n": "no-claim", "Delete": ""}
STEPPING = ("opinion", "unconfirmed", "no-claim")
MODIFIERS = {"p": "partly", "c": "needs-context", "h": "hedged", "a": "attribution-only", "f": "refuted"}
RELATIONS = {"1": "corroborates", "2": "contradicts", "3": "adds-detail"}

SEARCHING = "VERIFIER_SEARCH" in os.environ
"""Other deeds each time, and failures made as short as they can be, which takes minutes."""

RUNS = count(1)
LETTERS = st.sampled_from("AB")
AT = st.integers(0, 30)


class LiveWindow(RuleBasedStateMachine):
    """Rules are what a person does; the model keeps its past and its future."""

    parts: ClassVar[Assembled]
    folder: ClassVar[Path]

    # -- a run ---------------------------------------------------------------------------------------------------------

    def __init__(self) -> None:
        super().__init__()
        self.hands = InsideHands()
        self.past: list[World] = []
        self.future: list[World] = []

    @initialize()
    def begin(self) -> None:
        """A fresh case in the window that is there."""
        self.parts.desk.put(None)
        self.path = (
            self.folder / f"run-{next(RUNS)}.verif"
        )  # never the same: where one was in a case is remembered
        shutil.copy(self.folder / "empty.verif", self.path)
        self.parts.controllers.opening.open_path(self.path)
        case = self.parts.desk.need
        self.texts = {one.letter: case.text(one.version_id) for one in case.rows.articles()}
        self.now = world_of(case)
        self._show_table()
        self._go("A", self.now.account("A")[0])

    def teardown(self) -> None:
        self.parts.desk.put(None)
        if hasattr(self, "path"):
            self.path.unlink()

    def _show_table(self) -> None:
        """Have the Sentences view in sight, and the keyboard in the text."""
        self.parts.controllers.sight.show_view("sentences")
        self.parts.controllers.sight.to_text()

    # -- where the cursor is -------------------------------------------------------------------------------------------

    def _here(self) -> tuple[str, Line]:
        """Letter and line of the sentence under the cursor."""
        rows = self.parts.desk.need.rows
        sentence = rows.need(Sentence, self.parts.place.sentence() or "")
        letter = article_of_version(rows, sentence.version_id).letter
        lines = (line for _one, line in self.now.lines(letter))
        return letter, next(line for line in lines if line.start == sentence.start)

    def _place(self, letter: str, line: Line) -> Place:
        return letter, line.start, line.end

    def _id(self, letter: str, line: Line) -> str:
        rows = self.parts.desk.need.rows
        article = next(one for one in rows.articles() if one.letter == letter)
        sentences = (one for row in rows.paragraphs(article.version_id) for one in rows.sentences(row.id))
        return next(one.id for one in sentences if one.start == line.start)

    def _step(self, after: World | None) -> None:
        """What was done makes this of the case; None or no difference: nothing, and no step."""
        if after is not None and after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    # -- moving --------------------------------------------------------------------------------------------------------

    @rule(letter=LETTERS, at=AT)
    def go(self, letter: str, at: int) -> None:
        lines = [line for _one, line in self.now.lines(letter)]
        self._go(letter, lines[at % len(lines)])

    def _go(self, letter: str, line: Line) -> None:
        self.parts.place.go_to(self._id(letter, line))
        assert self._here() == (letter, line)

    @rule(key=st.sampled_from(["j", "k", "Left", "Right", "Ctrl+Down", "s"]))
    def walk(self, key: str) -> None:
        self.hands.press(key)

    # -- judging -------------------------------------------------------------------------------------------------------

    @rule(key=st.sampled_from([*KEYS]))
    def label(self, key: str) -> None:
        letter, line = self._here()
        self.hands.press(key)
        self._step(self.now.labelled([self._place(letter, line)], KEYS[key]))
        self._goes_on(letter, line, KEYS[key])

    def _goes_on(self, letter: str, line: Line, label: str) -> None:
        """Some labels step to the next sentence of the account, where there is one."""
        beyond = [one for one in self.now.account(letter) if one.start > line.start]
        steps = label in STEPPING and bool(beyond)
        assert self._here() == (letter, beyond[0] if steps else line)

    @rule(key=st.sampled_from([*KEYS]))
    def label_two(self, key: str) -> None:
        """A sentence and the next one together."""
        letter, line = self._here()
        after = [one for one in self.now.account(letter) if one.start > line.start]
        if line not in self.now.account(letter) or not after:
            return
        self.hands.press("shift+Down", key)
        self._step(self.now.labelled([self._place(letter, one) for one in (line, after[0])], KEYS[key]))
        self._go(letter, line)

    @rule(key=st.sampled_from([*MODIFIERS]))
    def modify(self, key: str) -> None:
        letter, line = self._here()
        self.hands.press(key)
        self._step(self.now.modified(self._place(letter, line), MODIFIERS[key]))

    @rule(first=st.integers(0, 8), length=st.integers(1, 9), key=st.sampled_from([*KEYS, *MODIFIERS]))
    def judge_words(self, first: int, length: int, key: str) -> None:
        """Words inside a sentence, selected letter by letter: a passage with a judgement of its own."""
        letter, line = self._here()
        text = self.texts[letter]
        start, end = trimmed(text, line.start, line.end)
        if first + length >= end - start - 2 or "\u0301" in text[start:end] or self._is_folded(letter, line):
            return
        self.hands.press("Space", *["Right"] * first, *["shift+Right"] * length)
        place = (letter, *trimmed(text, start + first, start + first + length))
        self.hands.press(key, "Escape")
        if place[1] < place[2]:
            place = self._known(place, text)
            done = (
                self.now.labelled([place], KEYS[key])
                if key in KEYS
                else self.now.modified(place, MODIFIERS[key])
            )
            self._step(done)
        else:
            done = (
                self.now.labelled([self._place(letter, line)], KEYS[key])
                if key in KEYS
                else self.now.modified(self._place(letter, line), MODIFIERS[key])
            )
            self._step(done)
        self._go(letter, line)

    def _known(self, place: Place, text: str) -> Place:
        """A passage on the same words with the white space behind them, where something is tied to or said of it."""
        letter, start, end = place
        ends = {one for a, b, _relation in self.now.links for one in (a, b)}
        for known in (*self.now.said, *ends):
            if known[0] == letter and known[1] == start and trimmed(text, known[1], known[2]) == (start, end):
                return known
        return place

    def _is_folded(self, letter: str, line: Line) -> bool:
        column = columns_of(self.parts)[letter]
        return column.page.rows[column.page.row_at_point(line.start)].paragraph is None

    @rule(words=st.sampled_from(["", "why?", "Asked."]))
    def note(self, words: str) -> None:
        letter, line = self._here()
        place = self._place(letter, line)
        self.hands.press("Return", "ctrl+a", "Delete")
        self.hands.type(words)
        self.hands.press("Escape")
        self._step(self.now.noted(place, words))

    # -- links ---------------------------------------------------------------------------------------------------------

    @rule(ends=st.tuples(AT, AT), key=st.sampled_from([*RELATIONS]), turned=st.booleans())
    def link(self, ends: tuple[int, int], key: str, turned: bool) -> None:
        """From a sentence of one article to the one last visited in the other."""
        here, there = ("B", "A") if turned else ("A", "B")
        accounts = self.now.account(here), self.now.account(there)
        if not all(accounts):
            return
        near, far = accounts[0][ends[0] % len(accounts[0])], accounts[1][ends[1] % len(accounts[1])]
        self._go(there, far)
        self._go(here, near)
        self.hands.press("l", key)
        self._step(self.now.tied(self._place(here, near), self._place(there, far), RELATIONS[key]))

    @precondition(lambda self: bool(getattr(self, "now", None)) and bool(self.now.links))
    @rule(at=AT)
    def unlink(self, at: int) -> None:
        links = sorted(links_of(self.parts.desk.need).items())
        link_id, link = links[at % len(links)]
        self.parts.controllers.linking.remove(link_id)
        self._step(self.now.untied(link))

    # -- sentences and paragraphs --------------------------------------------------------------------------------------

    @precondition(lambda self: "mark.split" in self.parts.actions.actions)
    @rule(right=st.integers(0, 12))
    def split(self, right: int) -> None:
        letter, line = self._here()
        text = self.texts[letter]
        if self._is_folded(letter, line) or "\u0301" in text[line.start : line.end]:
            return
        point = trimmed(text, line.start, line.end)[0] + right
        if point > trimmed(text, line.start, line.end)[1]:
            return
        self.hands.press("Space", *["Right"] * right, "ctrl+shift+x", "Escape")
        while point < line.end and text[point].isspace():
            point += 1
        if not line.start < point < line.end or not text[line.start : point].strip():
            return
        number = self._new_number(letter, line)
        self._step(self.now.cut(letter, line, point, number, text))

    def _new_number(self, letter: str, line: Line) -> str:
        """The number the second half got: one that was never given, made of the first one's."""
        before = {one.number for _paragraph, one in self.now.lines(letter)}
        after = [one.number for one in self._sentences(letter) if one.number not in before]
        if not line.number:
            return ""
        (number,) = after
        assert number.rstrip("abcdefgh") == line.number.rstrip("abcdefgh")
        return number

    def _sentences(self, letter: str) -> list[Sentence]:
        rows = self.parts.desk.need.rows
        article = next(one for one in rows.articles() if one.letter == letter)
        return [one for row in rows.paragraphs(article.version_id) for one in rows.sentences(row.id)]

    @precondition(lambda self: "mark.merge" in self.parts.actions.actions)
    @rule()
    def merge(self) -> None:
        letter, line = self._here()
        self.hands.press("ctrl+shift+m")
        self._step(self.now.joined(letter, line, self.texts[letter]))

    @rule(key=st.sampled_from(["x", "y"]))
    def set_aside_or_bring_back(self, key: str) -> None:
        letter, line = self._here()
        paragraph = self.now.paragraph(letter, line.start)
        self.hands.press(key)
        changed = replace(paragraph, in_account=key == "y")
        if key == "y":
            numbers = {one.start: one.number for one in self._sentences(letter)}
            lines = tuple(replace(one, number=one.number or numbers[one.start]) for one in paragraph.lines)
            changed = replace(changed, lines=lines)
        self._step(self.now.with_paragraph(letter, line.start, changed))

    # -- time ----------------------------------------------------------------------------------------------------------

    @precondition(lambda self: bool(self.past))
    @rule()
    def undo(self) -> None:
        self.hands.press("ctrl+z")
        self.future.append(self.now)
        self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        self.hands.press("ctrl+shift+z")
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.parts.controllers.opening.close()
        assert self.parts.desk.workbench is None
        assert self.parts.window.body.currentWidget() is self.parts.window.first_page
        self.parts.controllers.opening.open_path(self.path)
        self._show_table()

    # -- agreeing ------------------------------------------------------------------------------------------------------

    @invariant()
    def all_agree(self) -> None:
        if not hasattr(self, "now"):
            return
        QApplication.processEvents()
        # what was put away goes when the event loop comes round, which is never here
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        case = self.parts.desk.need
        there = world_of(case)
        assert dict(there.said) == dict(self.now.said)
        assert there.links == self.now.links
        assert there == self.now
        actions = self.parts.actions.actions
        assert actions["edit.undo"].isEnabled(), "the step that added the articles is there to be undone"
        assert actions["edit.redo"].isEnabled() is bool(self.future)
        for letter in self.now.articles:
            self._column_agrees(letter)
        self._cursor_agrees()
        self._inspector_agrees()
        self._counts_agree()
        self._table_agrees()

    def _column_agrees(self, letter: str) -> None:
        column = columns_of(self.parts)[letter]
        shown = [(one.number, one.start, one.end) for one in column.page.account]
        assert shown == [(one.number, one.start, one.end) for one in self.now.account(letter)]
        for line in self.now.account(letter):
            sentence = column.page.sentence(self._id(letter, line))
            assert sentence is not None
            verdict = column.verdicts.of(sentence)
            assert str(verdict.label or "") == self.now.label(letter, line)
            assert {str(one) for one in verdict.modifiers} == set(self.now.own(letter, line).modifiers)
            assert len(verdict.links) == self.now.linked(letter, line)
            start, end = trimmed(self.texts[letter], line.start, line.end)
            wanted = [
                self.now.painted(letter, line, point).replace("no-claim", "") for point in range(start, end)
            ]
            assert painted_labels(column, start, end) == wanted

    def _cursor_agrees(self) -> None:
        letter, line = self._here()
        column = columns_of(self.parts)[letter]
        assert self.parts.place.text_has_focus()
        frames = column.view.frames()
        places = column.page.places_of(*trimmed(self.texts[letter], line.start, line.end))
        assert frames.get(Frame.CURRENT) == places or Frame.SELECTED in frames
        caret = column.page.point_at(column.view.textCursor().position())
        assert caret is None or line.start <= caret <= line.end, "the caret is in another sentence"
        for other in columns_of(self.parts).values():
            assert other is column or Frame.CURRENT not in other.view.frames()

    def _inspector_agrees(self) -> None:
        letter, line = self._here()
        if self.parts.place.targets() != [self._id(letter, line)]:
            assert Frame.SELECTED in columns_of(self.parts)[letter].view.frames(), self.parts.place.targets()
            return
        said = self.now.own(letter, line)
        assert chosen_labels(self.parts) == ([said.label] if said.label else [])
        assert chosen_modifiers(self.parts) == set(said.modifiers)
        assert bench_of(self.parts).inspector.note.text.toPlainText() == said.note

    def _counts_agree(self) -> None:
        counts: dict[str, int] = {}
        for letter in self.now.articles:
            for line in self.now.account(letter):
                label = self.now.label(letter, line)
                counts[label] = counts.get(label, 0) + 1
        total, unchecked = sum(counts.values()), counts.pop("", 0)
        status = self.parts.window.status
        assert status.checked.text() == (f"{total - unchecked} of {total} checked" if total else "")
        assert labels_in_words(status.counts.text()) == counts

    def _table_agrees(self) -> None:
        """Modifiers and notes in the table are those of a sentence's parts too."""
        rows = table_rows(self.parts, "No.", "Label", "Words", "Modifiers", "Note")
        lines = [(letter, line) for letter in self.now.articles for line in self.now.account(letter)]
        assert [row[:3] for row in rows] == [
            [
                letter + line.number,
                self._sign(letter, line),
                self.texts[letter][line.start : line.end].strip(),
            ]
            for letter, line in lines
        ]
        for (letter, line), row in zip(lines, rows, strict=True):
            said = self.now.touching(letter, line)
            modifiers = {one.replace("-", " ") for one in set().union(*(one.modifiers for one in said))}
            assert set(filter(None, row[3].split(", "))) == modifiers
            assert bool(row[4]) is any(one.note for one in said)
            assert not self.now.own(letter, line).note or row[4]

    def _sign(self, letter: str, line: Line) -> str:
        label = self.now.label(letter, line)
        words = {"": "not checked", "no-claim": "no claim"}
        return f"{GLYPHS.get(label, '')} {words.get(label, label)}".strip()


def world_of(case: Workbench) -> World:
    """A case as plain values."""
    rows, articles, said = case.rows, {}, {}
    for article in rows.articles():
        articles[article.letter] = tuple(
            Paragraph(
                row.kind in ACCOUNT_KINDS,
                tuple(Line(one.number, one.start, one.end) for one in rows.sentences(row.id)),
            )
            for row in rows.paragraphs(article.version_id)
        )
        assert [one.number for one in account(rows, article)] == [
            line.number for row in articles[article.letter] if row.in_account for line in row.lines
        ]
    for mark in rows.all(Mark):
        said[_place(case, mark.passage_id)] = _said(mark)
    return World(articles, said, frozenset(links_of(case).values()))


def links_of(case: Workbench) -> dict[str, tuple[Place, Place, str]]:
    """The links by their ids."""
    return {
        link.id: (_place(case, link.a), _place(case, link.b), str(link.relation))
        for link in case.rows.all(Link)
    }


def _place(case: Workbench, passage_id: str) -> Place:
    passage = case.rows.need(Passage, passage_id)
    return article_of_version(case.rows, passage.version_id).letter, passage.start, passage.end


def _said(mark: Mark) -> Said:
    return Said(str(mark.label or ""), frozenset(map(str, mark.modifiers)), mark.note)


@pytest.fixture
def live(parts: Assembled, tmp_path: Path) -> Iterator[type[LiveWindow]]:
    """The machine with the one window all runs use."""
    with Workbench.create(tmp_path / "empty.verif") as case:
        case.add_articles([make_draft(ONE, "one.txt"), make_draft(OTHER, "other.txt")])
    parts.controllers.sight.choose_theme("light")
    parts.window.resize(1000, 640)
    LiveWindow.parts, LiveWindow.folder = parts, tmp_path
    yield LiveWindow
    del LiveWindow.parts


@pytest.mark.timeout(400)
def test_window_case_and_model_agree_after_every_step(live: type[LiveWindow]) -> None:
    run_state_machine_as_test(
        live,
        settings=settings(
            max_examples=200,
            stateful_step_count=10,
            deadline=None,
            derandomize=not SEARCHING,
            phases=tuple(Phase) if SEARCHING else (Phase.explicit, Phase.generate),
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
