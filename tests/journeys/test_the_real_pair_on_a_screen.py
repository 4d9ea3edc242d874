"""All sentences of the real pair judged with the keyboard on a real screen, the keystrokes counted."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from tests.journeys.hands import ScreenHands, _wait
from tests.journeys.screens import Screen
from tests.journeys.test_on_a_real_screen import environment, screen, start
from tests.journeys.test_the_main_way import real_pair

from verifier.domain.articles import Sentence
from verifier.domain.errors import VerifierError
from verifier.domain.kinds import Label
from verifier.domain.queries import account, address_of, label_of
from verifier.session.reading import read_file
from verifier.session.workbench import Workbench

__all__ = ["environment", "real_pair", "screen"]

SENTENCES = 50
KEYS = {
    Label.VERIFIED: ("v", "j"),
    Label.DISPUTED: ("d", "j"),
    Label.OPINION: ("o",),
    Label.UNCONFIRMED: ("u",),
    Label.NO_CLAIM: ("n",),
}
"""What it takes to judge the sentence under the cursor and be at the next one."""


class Counting:
    """Hands that count the keys for the sentence they are at."""

    def __init__(self, hands: ScreenHands) -> None:
        self._hands = hands
        self.counts: list[int] = []

    def judge(self, label: Label) -> None:
        """Judge the sentence under the cursor and go on, in as many keys as that takes."""
        self._hands.press(*KEYS[label])
        self.counts.append(len(KEYS[label]))


def look(case: Path) -> Workbench:
    """A copy of the case as it is on the disk."""
    return Workbench.open(case, read_only=True)


def labels(case: Path) -> list[object]:
    """The labels of all sentences in reading order, or nothing while the file is being written."""
    try:
        with look(case) as there:
            return [label_of(there.rows, sentence) for sentence in sentences(there)]
    except VerifierError:
        return []


def sentences(case: Workbench) -> list[Sentence]:
    """The sentences of both accounts."""
    return [one for article in case.rows.articles() for one in account(case.rows, article)]


def until(what: str, fits: Callable[[], bool]) -> None:
    """Wait until something is so in the file."""
    _wait(fits, what, lambda: time.sleep(0.1))


@pytest.mark.timeout(300)
def test_fifty_sentences_take_two_keys_at_most_and_are_there_after_a_close_and_gone_one_by_one_with_undo(
    real_pair: list[Path], screen: Screen, environment: dict[str, str], tmp_path: Path
) -> None:
    case = tmp_path / "pair.verif"
    with Workbench.create(case) as made:
        made.add_articles([read_file(file) for file in real_pair])
        counts = [len(account(made.rows, article)) for article in made.rows.articles()]
        before = len(made.steps())
    assert sum(counts) == SENTENCES
    wanted = [label for label, _ in zip(cycle(Label), range(SENTENCES), strict=False)]
    hands = ScreenHands(environment)
    program = start(screen, environment, str(case))
    try:
        counted = _judge_all(hands, counts, wanted)
        assert len(counted.counts) == SENTENCES
        assert max(counted.counts) <= 2
        until("every sentence has its label", lambda: labels(case) == wanted)
        _leave(hands, program)
        with look(case) as there:
            assert len(there.steps()) == before + SENTENCES, "a label is a step, and moving is none"
            assert [address_of(there.rows, one) for one in sentences(there)][:2] == ["A1", "A2"]
        program = start(screen, environment, str(case))
        hands.press(*["ctrl+z"] * 3)
        until("three are taken back", lambda: labels(case) == [*wanted[:-3], None, None, None])
        hands.press("ctrl+shift+z")
        until("one is there again", lambda: labels(case) == [*wanted[:-2], None, None])
        _leave(hands, program)
    except BaseException as error:
        error.add_note(screen.state())
        raise
    finally:
        program.kill()
        program.wait(timeout=20)
    assert labels(case) == [*wanted[:-2], None, None]


def _judge_all(hands: ScreenHands, counts: list[int], wanted: list[Label]) -> Counting:
    """Judge both articles, one after the other, from their first sentence on."""
    counted, place = Counting(hands), 0
    for number, count in enumerate(counts, 1):
        hands.press(f"ctrl+{number}")
        for label in wanted[place : place + count]:
            counted.judge(label)
        place += count
    return counted


def _leave(hands: ScreenHands, program: subprocess.Popen[bytes]) -> None:
    hands.press("ctrl+q")
    assert program.wait(timeout=20) == 0
