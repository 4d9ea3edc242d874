"""``verifier find``: addresses and excerpts, and exit codes as those of grep."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.making import make_case, make_draft

from verifier.cli import run
from verifier.domain.kinds import Label, ParagraphKind
from verifier.i18n.vocabulary import WORDS
from verifier.session.evidence import EvidenceDraft
from verifier.session.finding import MOST_HITS, Query, Scope, grounds_of

Find = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "quay.verif"
    make_case(path).close()
    return path


@pytest.fixture
def find(case: Path, capsys: pytest.CaptureFixture[str]) -> Find:
    def call(*arguments: str) -> tuple[int, list[str], str]:
        code = run(["find", str(case), *arguments])
        answer, said = capsys.readouterr()
        return code, answer.splitlines(), said

    return call


def test_each_hit_is_a_line_with_its_address_and_its_words(find: Find) -> None:
    code, lines, said = find("the quay")
    assert (code, said) == (0, "")
    assert lines == [
        "A1: The quay is closed",
        "A2: The quay closed on Monday. Forty boats lie idle. Nobody…",
        "B– (set aside): The quay at dusk. Photo by nobody.",
        "B1: The council shut the quay on Tuesday. Thirty boats are idle.",
    ]


def test_nothing_found_is_one_and_says_nothing(find: Find) -> None:
    assert find("zebra") == (1, [], "")
    assert find("") == (1, [], "")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("--regular", "(a"), "not closed"),
        (("x", "--article", "Q"), "Q"),
        (("x" * 501,), "too long"),
    ],
)
def test_what_cannot_be_looked_up_is_two_and_says_why(
    find: Find, arguments: tuple[str, ...], part: str
) -> None:
    code, lines, said = find(*arguments)
    assert (code, lines) == (2, [])
    assert said.startswith("verifier: ")
    assert part in said


def test_a_case_that_is_not_there_is_trouble_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", str(tmp_path / "none.verif"), "x"]) == 2
    assert "no such case" in capsys.readouterr().err
    assert not (tmp_path / "none.verif").exists()


def test_options_narrow_what_is_found(find: Find) -> None:
    assert len(find("the quay", "--case")[1]) == 1
    assert [line[:2] for line in find("quay", "--article", "b")[1]] == ["B–", "B1"]
    assert find("boat", "--words")[0] == 1
    assert len(find("boats", "--words")[1]) == 2
    assert [line.split(":")[0] for line in find("--regular", r"^\S+ty boats")[1]] == []
    assert len(find("--regular", r"\b(For|Thir)ty")[1]) == 2


def test_notes_and_articles_are_either_or(find: Find) -> None:
    assert find("x", "--notes", "--article", "A")[0] == 2


def test_notes_and_evidence_are_found_with_what_they_are(case: Path, find: Find) -> None:
    from verifier.session.workbench import Workbench

    with Workbench.open(case) as open_case:
        a2 = open_case.sentence_at_address("A2").id
        open_case.mark([a2], Label.UNCONFIRMED)
        open_case.note([a2], "ask the\npilot\x1b[2J")
        open_case.add_evidence([a2], EvidenceDraft(citation="The pilot, by telephone"))
        open_case.edit_case(finding="The pilot is right.")
    assert find("pilot", "--notes")[1] == [
        "A2 note: pilot‹U+001B›[2J",
        "A2 evidence: The pilot, by telephone",
        "finding: The pilot is right.",
    ]


def test_json_has_positions_in_code_points(case: Path, find: Find) -> None:
    code, lines, _ = find("quay", "--json", "--article", "A")
    told = json.loads("\n".join(lines))
    assert code == 0
    assert told["complete"] is True
    first = told["hits"][0]
    assert (first["address"], first["article"], first["where"], first["start"], first["end"]) == (
        "A1",
        "A",
        "text",
        4,
        8,
    )
    assert first["excerpt"][first["excerpt_start"] : first["excerpt_end"]] == "quay"
    code, lines, _ = find("zebra", "--json")
    assert (code, json.loads("\n".join(lines))["hits"]) == (1, [])


def test_more_than_are_listed_are_said_to_be_more(case: Path, find: Find) -> None:
    from verifier.session.workbench import Workbench

    with Workbench.open(case) as open_case:
        open_case.add_articles([make_draft([(ParagraphKind.BODY, ["xyx " * (MOST_HITS + 1)])])])
    code, lines, said = find("xyx")
    assert (code, len(lines)) == (0, MOST_HITS)
    assert "more" in said


def test_everything_that_can_be_found_has_a_name(tmp_path: Path) -> None:
    named = {key.removeprefix("found.") for key in WORDS if key.startswith("found.")}
    with make_case(tmp_path / "words.verif") as case:
        a2 = case.sentence_at_address("A2").id
        case.note([a2], "note")
        case.add_evidence(
            [a2],
            EvidenceDraft(
                citation="a", url="https://b.example", locator="c", quotation="d", seen="e", origin="f"
            ),
        )
        case.edit_case(title="a", question="b", finding="c", reviewer="d")
        grounds = list(grounds_of(case.rows, case.text, Query("x", Scope.NOTES)))
    assert len(grounds) == 11
    assert {f"{ground.where}.{ground.field}" for ground in grounds} <= named


def test_the_help_says_what_the_exit_codes_mean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "--help"]) == 0
    assert re.search(r"grep: 0 found, 1\s+nothing found, 2\s+could not look", capsys.readouterr().out)
