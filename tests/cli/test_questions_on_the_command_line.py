"""Questions, right of reply, passes and sign-off on the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.making import make_case

from verifier.cli import run


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "quay.verif"
    make_case(path).close()
    return path


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_a_question_is_asked_answered_and_removed_by_its_number(shell: Shell, case: Path) -> None:
    shell("question", case, "Who counted?", "--place", "A3", "--for", "the pilot", "--due", "10 May")
    assert "question about A3 asked: Who counted?" in shell.said
    shell("question", case, "Is there a third account?")
    assert shell("question", case) == (
        "  1  A3: Who counted?  (for the pilot · due 10 May)\n  2  Is there a third account?\n"
    )
    shell("question", case, "--number", 1, "--answer", "The harbour master.")
    assert "question answered: Who counted?" in shell.said
    first, second = json.loads(shell("question", case, "--json"))
    assert (first["place"], first["whom"], first["answer"]) == ("A3", "the pilot", "The harbour master.")
    assert second["place"] == ""
    shell("question", case, "--number", 1, "--answer", "The harbour master.")
    assert "already" in shell.said
    shell("question", case, "--number", 1, "--place", "")
    shell("question", case, "--number", 2, "--remove")
    assert shell("question", case).startswith("  1  Who counted?")


def test_replies_and_passes_are_noted_and_changed(shell: Shell, case: Path) -> None:
    shell("reply", case, "Harbour Board", "--when", "4 May", "--how", "by mail", "--deadline", "6 May")
    shell("reply", case, "--number", 1, "--answer", "No comment.")
    assert shell("reply", case) == (
        "  1  Harbour Board  (when 4 May · how by mail · deadline 6 May · answer No comment.)\n"
    )
    shell("pass", case, "Names and titles", "--who", "A. Berg", "--when", "4 May")
    assert shell("pass", case) == "  1  Names and titles  (by A. Berg · when 4 May)\n"
    shell("pass", case, "Names", "--number", 1)
    assert json.loads(shell("pass", case, "--json"))[0]["what"] == "Names"


def test_the_case_shows_and_writes_its_sign_off(shell: Shell, case: Path) -> None:
    shell("case", case, "--signed-by", "Mo Lind", "--signed-on", "7 May 2031")
    assert "signed off by, signed off on" in shell.said
    shell("question", case, "Who counted?", "--place", "A3")
    shown = shell("case", case)
    assert "signed by: Mo Lind\nsigned on: 7 May 2031\n" in shown
    assert "question 1  A3: Who counted?\n" in shown
    told = json.loads(shell("case", case, "--json"))
    assert told["signed_by"] == "Mo Lind"
    assert [one["text"] for one in told["questions"]] == ["Who counted?"]
    assert (told["replies"], told["passes"]) == ([], [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["question", "--number", "1", "--answer", "x"], "no such question"),
        (["question", "--number", "0", "--remove"], "no such question"),
        (["question", "Who?", "--place", "Z9"], "no article of that letter"),
        (["question", "  "], "needs words"),
        (["question", "--answer", "x"], "needs words"),
        (["question", "--remove"], "no such question"),
        (["reply", "--number", "-1", "--remove"], "no such entry"),
        (["pass", ""], "what the pass was over"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    shell: Shell, case: Path, arguments: list[str], said: str
) -> None:
    before = shell("history", case)
    verb, *rest = arguments
    shell(verb, case, *rest, expect=1)
    told = shell.said
    assert said in told
    assert shell("history", case) == before


@pytest.mark.parametrize("verb", ["question", "reply", "pass", "case"])
def test_the_help_names_every_field(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "--help"]) == 0
    told = capsys.readouterr().out
    wanted = {
        "question": ["--place", "--for", "--due", "--answer", "--number", "--remove"],
        "reply": ["--when", "--how", "--deadline", "--answer"],
        "pass": ["--who", "--when"],
        "case": ["--signed-by", "--signed-on", "--reviewer"],
    }
    assert [option for option in wanted[verb] if option not in told] == []


def test_control_characters_in_a_question_are_shown_not_obeyed(shell: Shell, case: Path) -> None:
    shell("question", case, "Who\x1b[2J counted?")
    assert "\x1b" not in shell("question", case)
    assert "‹U+001B›" in shell("case", case)
