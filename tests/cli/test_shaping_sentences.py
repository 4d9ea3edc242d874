"""Splitting, merging and kinds on the command line."""

from pathlib import Path

import pytest
from tests.making import BERG, make_case

from verifier.cli import run
from verifier.domain.kinds import ParagraphKind
from verifier.session.workbench import Workbench


class Shell:
    """Calls the command line on one case and keeps what it answered and said."""

    def __init__(self, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._case, self._capsys = case, capsys

    def __call__(self, verb: str, *arguments: str, expect: int = 0) -> tuple[list[str], str]:
        code = run([verb, str(self._case), *arguments])
        answer, said = self._capsys.readouterr()
        assert code == expect, said
        return answer.splitlines(), said.strip()


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    path = tmp_path / "case.verif"
    make_case(path).close()
    return Shell(path, capsys)


def test_a_sentence_is_split_behind_words_of_it(shell: Shell) -> None:
    answer, said = shell("split", "A2", "--after", "The quay closed")
    assert answer == ["A2  The quay closed", "A2a  on Monday."]
    assert said == "A2 split in two: A2 and A2a"
    answer, _ = shell("split", "a2a", "--at", "2")
    assert answer == ["A2a  on", "A2b  Monday."]


def test_words_are_found_whatever_signs_a_keyboard_has_for_them(shell: Shell) -> None:
    answer, _ = shell("split", "A5", "--after", '"We were told nothing,"')
    assert answer == ["A5  “We were told nothing,”", "A5a  said the pilot."]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["A2", "--after", "the moon"], "A2 has no words “the moon”"),
        (["A2", "--after", " "], "A2 has no words"),
        (["A5", "--after", "t"], "A5 has “t” several times"),
        (["A2", "--at", "0"], "A2 has words on one side only"),
        (["A2", "--at", "400"], "A2 has words on one side only"),
        (["A2", "--after", "on Monday."], "A2 has words on one side only"),
        (["A9", "--at", "3"], "There is no such sentence".lower()),
    ],
)
def test_a_split_that_cannot_be_is_told_and_changes_nothing(
    shell: Shell, arguments: list[str], told: str
) -> None:
    answer, said = shell("split", *arguments, expect=1)
    assert answer == []
    assert told in said
    assert len(shell("history")[0]) == 1


@pytest.mark.parametrize("arguments", [["A2"], ["A2", "--at", "x"], ["A2", "--at", "3", "--after", "on"]])
def test_a_split_needs_one_place(shell: Shell, arguments: list[str]) -> None:
    _, said = shell("split", *arguments, expect=2)
    assert "--help" in said


def test_a_sentence_is_merged_and_the_number_that_went_is_explained(shell: Shell) -> None:
    answer, said = shell("merge", "A3")
    assert answer == ["A3  Forty boats lie idle. Nobody knows why."]
    assert said == "A3 and A4 merged"
    _, said = shell("mark", "A4", "opinion", expect=1)
    assert "A4 was merged into A3. Its number is not used again." in said
    _, said = shell("merge", "A3", expect=1)
    assert "A3 is the last sentence of its paragraph" in said


def test_split_sentences_are_listed_marked_and_linked_by_their_numbers(shell: Shell) -> None:
    shell("split", "A2", "--after", "closed")
    shell("mark", "A2a", "opinion")
    shell("link", "A2a", "B1", "contradicts")
    answer, _ = shell("list")
    numbers = [line.split()[0] for line in answer if line.startswith(" ")]
    assert numbers == ["A1", "A2", "A2a", "A3", "A4", "A5", "B1", "B2"]
    assert answer[-1].startswith("A2a contradicts B1")
    shell("undo")
    shell("undo")
    shell("undo")
    assert "A2a" not in "".join(shell("list")[0])


def test_kinds_are_shown_and_changed(shell: Shell) -> None:
    answer, _ = shell("kind")
    assert [line.split()[0] for line in answer] == ["A/1", "A/2", "A/3", "A/4", "A/5", "B/1", "B/2"]
    assert "set aside" in answer[1]
    assert "3 May 2031" in answer[1]
    _, said = shell("kind", "A/5", "body")
    assert said == "a paragraph of A made text"
    assert shell("kind", "A5a") == shell("kind", "A/5")
    _, said = shell("kind", "A/5", "body")
    assert said == "A/5: it is that already"
    shell("kind", "A3", "caption")
    _, said = shell("mark", "A4", "opinion", expect=1)
    assert "A4 is set aside. Say first that its paragraph is part of the account." in said
    shell("kind", "A4", "quote")
    shell("mark", "A4", "opinion")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("A/9", "The last one is A/5"),
        ("A/0", "The last one is A/5"),
        ("A/x", "The last one is A/5"),
        ("C/1", "there is no article of that letter"),
        ("A77", "there is no such sentence in the account"),
        ("?", "is not an address"),
    ],
)
def test_a_paragraph_that_is_not_there_is_told(shell: Shell, place: str, told: str) -> None:
    _, said = shell("kind", place, "body", expect=1)
    assert told in said


def test_no_other_kind_is_taken(shell: Shell) -> None:
    _, said = shell("kind", "A3", "sermon", expect=2)
    assert "--help" in said


def test_a_sentence_of_a_reopened_case_is_where_it_was_split(shell: Shell, tmp_path: Path) -> None:
    shell("split", "A3", "--after", "Forty boats")
    with Workbench.open(tmp_path / "case.verif", checker=BERG) as case:
        halves = [case.sentence_at_address(one) for one in ("A3", "A3a")]
        assert [case.words(one) for one in halves] == ["Forty boats", "lie idle."]
        kinds = {row.kind for row in case.rows.paragraphs(halves[0].version_id)}
        assert ParagraphKind.BODY in kinds
