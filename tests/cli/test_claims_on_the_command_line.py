"""Claims on the command line: listed, made, worded, joined, left, dropped; and what was looked for in vain."""

import json
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.making import at, make_case, make_draft

from verifier.domain.kinds import ParagraphKind, Relation


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with one contradiction, between A3 and B2."""
    path = tmp_path / "quay.verif"
    with make_case(path) as made:
        a3, b2 = at(made, "A3", "B2")
        made.link(a3, b2, Relation.CONTRADICTS)
    return path


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_linked_passages_are_listed_as_a_claim_and_worded(shell: Shell, case: Path) -> None:
    assert shell("claim", case) == (
        "  1  “Forty boats lie idle.”\n     A = says A3 (hard)  B ≠ contradicts B2 (hard)\n"
    )
    shell("claim", case, "--number", 1, "--word", "How many boats lie idle")
    assert "claim made of A3, B2: How many boats lie idle" in shell.said
    assert shell("claim", case).startswith("  1  How many boats lie idle\n")
    shell("claim", case, "--number", 1, "--word", "How many boats lie idle")
    assert "already" in shell.said
    [told] = json.loads(shell("claim", case, "--json"))
    assert (told["wording"], told["severity"]) == ("How many boats lie idle", "hard")
    assert told["cells"]["B"] == {"says": "contradicts", "at": ["B2"], "severity": "hard", "checker": None}


def test_a_claim_is_made_joined_left_and_dropped(shell: Shell, case: Path) -> None:
    shell("claim", case, "A2", "--word", "The quay is shut")
    assert "claim made of A2: The quay is shut" in shell.said
    shell("claim", case, "--number", 2, "--join", "B1")
    assert "B1 taken into the claim: The quay is shut" in shell.said
    assert json.loads(shell("claim", case, "--json"))[1]["cells"]["B"]["at"] == ["B1"]
    shell("claim", case, "--number", 2, "--leave", "B1")
    assert "B1 taken out of the claim: The quay is shut" in shell.said
    shell("claim", case, "--number", 2, "--drop")
    assert "claim taken apart: The quay is shut" in shell.said
    assert len(json.loads(shell("claim", case, "--json"))) == 1
    shell("claim", case, "--number", 1, "--drop", expect=1)
    assert "there is no such claim" in shell.said
    shell("claim", case, "--number", 9, "--word", "x", expect=1)


def test_what_was_looked_for_in_vain_is_said_and_taken_back(shell: Shell, case: Path) -> None:
    shell("claim", case, "A4", "--word", "Nobody knows why")
    shell("claim", case, "A4", "--absent", "B")
    assert "A4 looked for in B: not there" in shell.said
    assert "B ∅ silent" in shell("claim", case)
    shell("claim", case, "A4", "--absent", "A", expect=1)
    shell("claim", case, "A4", "--absent", "B", "--back")
    assert "B · not compared" in shell("claim", case)
    shell("claim", case, "A4", "--absent", "B", "--back", expect=1)
    assert "nobody said so" in shell.said


def test_the_article_one_looked_in_is_named_before_the_sentences_or_behind_them(
    shell: Shell, case: Path
) -> None:
    shell("claim", case, "--absent", "B", "A4", "A5")
    assert "A4 looked for in B: not there" in shell("history", case)
    assert "A5 looked for in B: not there" in shell("history", case)
    shell("claim", case, "A4", "--back", "--absent", "B", "A5")
    shell("claim", case, "A4", "--absent", "B", "--back", expect=1)
    assert "nobody said so" in shell.said
    shell("claim", case, "--absent", "B", expect=1)
    assert "name at least one sentence" in shell.said


def test_passages_that_only_repeat_one_quotation_are_warned_of(shell: Shell, case: Path) -> None:
    said = "“Nobody in the harbour office told us anything about the closed quay,” {} said."
    with make_case(case.with_name("repeated.verif")) as made:
        for name in ("the pilot", "a man on the pier"):
            made.add_articles([make_draft([(ParagraphKind.BODY, [said.format(name)])], f"{name}.txt")])
        c1, d1, a3, b2 = at(made, "C1", "D1", "A3", "B2")
        made.link(c1, d1, Relation.CORROBORATES)
        made.link(a3, b2, Relation.CORROBORATES)
    told = json.loads(shell("claim", case.with_name("repeated.verif"), "--json"))
    assert [one["one_origin"] for one in told] == [None, "same-statement"]
    listed = shell("claim", case.with_name("repeated.verif"))
    assert listed.count("! all of it goes back to one statement that is quoted") == 1
