import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.shell import Shell

from verifier import __version__
from verifier.cli import run
from verifier.cli.parser import VERBS
from verifier.cli.verbs import DO

LANTERN = """The quay is shut

3 May 2031

The quay closed on Monday. Forty boats lie idle. Nobody knows why, say the pilots.

“We were told nothing,” said the harbour pilot.

Share this article
"""
GULL = "The council shut the quay on Tuesday, it said. Thirty boats are idle.\n"
ACCOUNTS = {"lantern.txt": LANTERN, "gull.txt": GULL}


def write_accounts(folder: Path) -> None:
    for name, words in ACCOUNTS.items():
        (folder / name).write_text(words, "utf-8")


class FolderShell(Shell):
    """The command line, with a folder of sources."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(capsys)
        self.folder = folder


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> FolderShell:
    monkeypatch.delenv("VERIFIER_CHECKER", raising=False)
    write_accounts(tmp_path)
    return FolderShell(tmp_path, capsys)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the two accounts, added once: that takes a child process."""
    folder = tmp_path_factory.mktemp("added")
    write_accounts(folder)
    path = folder / "quay.verif"
    assert run(["add", str(path), *(str(folder / name) for name in ACCOUNTS), "--checker", "A. Berg"]) == 0
    return path


@pytest.fixture
def case(added: Path, shell: FolderShell) -> Path:
    """A copy of its own."""
    return Path(shutil.copy(added, shell.folder))


def test_reading_prints_the_text_and_spans_in_code_points(shell: FolderShell) -> None:
    found = shell.json("read", shell.folder / "lantern.txt")
    assert sorted(found) == ["metadata", "paragraphs", "sentences", "source", "text"]
    assert found["source"]["bytes"] == len(LANTERN.encode())
    assert found["source"]["media_type"] == "text/plain"
    assert len(found["source"]["sha256"]) == 64
    assert found["metadata"]["title"] == "The quay is shut"
    assert found["metadata"]["url"] is None
    kinds = [one["kind"] for one in found["paragraphs"]]
    assert kinds[:3] == ["headline", "dateline", "body"]
    words = [found["text"][one["start"] : one["end"]].strip() for one in found["sentences"]]
    assert "Forty boats lie idle." in words
    for sentence in found["sentences"]:
        paragraph = found["paragraphs"][sentence["paragraph"]]
        assert paragraph["start"] <= sentence["start"] < sentence["end"] <= paragraph["end"]


def test_reading_for_people_names_kinds_and_what_is_not_stated(shell: FolderShell) -> None:
    answer = shell("read", shell.folder / "lantern.txt")
    assert "publisher: not stated" in answer
    assert "headline  The quay is shut" in answer


def test_adding_creates_the_case_and_goes_on_with_it(shell: FolderShell) -> None:
    case = shell.folder / "quay.verif"
    shell("add", case, shell.folder / "lantern.txt", shell.folder / "gull.txt")
    assert shell.said == "A: lantern.txt\nB: gull.txt\n"
    shell("add", case, shell.folder / "gull.txt")
    assert shell.said == "C: gull.txt\n   the same bytes as B: added again all the same\n"
    assert [one["letter"] for one in shell.json("list", case)["articles"]] == ["A", "B", "C"]


def test_where_one_file_cannot_be_read_nothing_is_added_and_no_case_made(shell: FolderShell) -> None:
    path = shell.folder / "new.verif"
    shell("add", path, shell.folder / "gull.txt", shell.folder / "none.txt", expect=1)
    assert "none.txt: there is no such file" in shell.said
    assert not path.exists()


def test_marking_notes_and_evidence_are_listed(shell: FolderShell, case: Path) -> None:
    shell(
        "mark",
        case,
        "a3",
        "disputed",
        "--modifier",
        "partly",
        "--note",
        "Thirty?",
        "--evidence",
        "Log",
    )
    assert "A3 marked disputed, partly" in shell.said
    found = {
        one["address"]: one
        for article in shell.json("list", case)["articles"]
        for one in article["sentences"]
    }
    assert found["A3"]["text"] == "Forty boats lie idle."
    assert (found["A3"]["label"], found["A3"]["modifiers"]) == ("disputed", ["partly"])
    assert found["A3"]["note"] == "Thirty?"
    assert found["A3"]["basis"][0]["citation"] == "Log"
    assert (found["A2"]["label"], found["A2"]["note"], found["A2"]["basis"]) == (None, None, [])
    answer = shell("list", case)
    assert "A3 ≠ disputed, partly" in answer
    shell("mark", case, "A3", "disputed")
    assert "it stood so already" in shell.said
    shell("mark", case, "A3", "none", "--internal-note", "asked")
    assert shell.json("list", case)["articles"][0]["sentences"][2]["label"] is None


def test_linking_is_listed_with_facets_and_severity(shell: FolderShell, case: Path) -> None:
    shell(
        "link",
        case,
        "A3",
        "B2",
        "contradicts",
        "--facet",
        "number",
        "--severity",
        "hard",
        "--note",
        "Forty or thirty",
    )
    shell("link", case, "A2", "B1", "corroborates")
    shell("mark", case, "A2", "verified")
    first, second = shell.json("list", case)["links"]
    assert {key: first[key] for key in ("a", "b", "relation", "facets", "severity", "note")} == {
        "a": "A3", "b": "B2", "relation": "contradicts", "facets": ["number"], "severity": "hard",
        "note": "Forty or thirty",
    }  # fmt: skip
    assert (second["severity"], second["note"]) == (None, None)
    sentence = shell.json("list", case)["articles"][0]["sentences"][1]
    assert sentence["basis"] == [{"link": second["id"], "relation": "corroborates", "address": "B1"}]
    assert "A3 contradicts B2 (number, hard)" in shell("list", case)
    shell("link", case, "A3", "A3", "contradicts", expect=1)
    assert "cannot be linked to itself" in shell.said


def test_the_cases_words_are_written_and_shown(shell: FolderShell, case: Path) -> None:
    shell(
        "case",
        case,
        "--title",
        "The quay",
        "--question",
        "When?",
        "--finding",
        "Tuesday.",
        "--reviewer",
        "M. Lind",
    )
    assert shell("case", case) == (
        "title: The quay\nquestion: When?\nfinding: Tuesday.\nreviewer: M. Lind\nsigned by: \nsigned on: \n"
    )
    shell("case", case, "--title", "The quay")
    assert "already" in shell.said


def test_undo_redo_and_history_tell_the_whole_way(
    shell: FolderShell, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFIER_CHECKER", "Mo Lind")
    shell("mark", case, "A3", "opinion")
    shell("undo", case, "--checker", "A. Berg")
    assert "undone: A3 marked opinion" in shell.said
    assert "taken by Mo Lind" in shell.said
    shell("redo", case)
    steps = shell.json("history", case)["steps"]
    assert [step["sequence"] for step in steps] == [1, 2, 3, 4]
    assert [step["checker"] for step in steps] == ["A. Berg", "Mo Lind", "A. Berg", "Mo Lind"]
    assert [step["undoes"] for step in steps] == [None, None, steps[1]["id"], None]
    assert "A3 marked opinion" in shell("history", case)
    shell("redo", case, expect=1)
    assert "nothing to redo" in shell.said


def test_a_checker_may_be_named_before_the_verb(shell: FolderShell, case: Path) -> None:
    shell("--checker", "Mo Lind", "mark", case, "A2", "opinion")
    shell("mark", case, "A3", "opinion")
    assert [step["checker"] for step in shell.json("history", case)["steps"]] == [
        "A. Berg",
        "Mo Lind",
        "unnamed",
    ]


def test_a_report_is_written_the_same_twice(shell: FolderShell, case: Path) -> None:
    for name in ("one.docx", "two.docx"):
        shell(
            "report",
            case,
            "-o",
            shell.folder / name,
            "--time",
            "2031-05-04T09:00:00+00:00",
            "--zone",
            "Europe/Berlin",
        )
    assert (shell.folder / "one.docx").read_bytes() == (shell.folder / "two.docx").read_bytes()
    assert "written:" in shell.said
    for wrong in (["--zone", "Nowhere/Town"], ["--time", "soon"], ["--template", "poem"]):
        shell("report", case, "-o", shell.folder / "three.docx", *wrong, expect=1)
        assert shell.said.startswith("verifier: ")
    assert not (shell.folder / "three.docx").exists()


def test_a_check_tells_sound_from_damaged(shell: FolderShell, case: Path) -> None:
    assert shell.json("check", case) == {"ok": True, "problems": []}
    assert "whole and unaltered" in shell("check", case)
    case.write_bytes(case.read_bytes().replace(b"Forty boats", b"Fifty boats"))
    assert run(["check", str(case), "--json"]) == 1
    found = json.loads(shell._capsys.readouterr().out)
    assert found["ok"] is False
    assert found["problems"][0]["where"] == str(case)
    assert "damaged" in found["problems"][0]["what"]
    assert run(["check", str(case.with_name("gull.txt")), "--json"]) == 1
    assert "not a Verifier case" in json.loads(shell._capsys.readouterr().out)["problems"][0]["what"]
    shell("list", case, expect=1)
    assert "damaged" in shell.said


@pytest.mark.parametrize("verb", ["list", "history", "check", "undo", "redo", "case", "report"])
def test_no_verb_but_add_makes_a_missing_case(shell: FolderShell, verb: str) -> None:
    path = shell.folder / "none.verif"
    more = ["-o", shell.folder / "r.docx"] if verb == "report" else []
    shell(verb, path, *more, expect=1)
    assert "there is no such case" in shell.said
    assert not path.exists()
    assert sorted(one.name for one in shell.folder.iterdir()) == ["gull.txt", "lantern.txt"]


@pytest.mark.parametrize("verb", ["list", "history", "check"])
def test_what_is_no_case_is_told(shell: FolderShell, verb: str) -> None:
    shell(verb, shell.folder / "gull.txt", expect=1)
    assert "is not a Verifier case" in shell.said
    assert (shell.folder / "gull.txt").read_text("utf-8") == GULL


def test_while_a_window_has_the_case_it_can_be_listed_and_not_marked(shell: FolderShell, case: Path) -> None:
    from verifier.session.workbench import Workbench

    with Workbench.open(case):
        assert len(shell.json("list", case)["articles"]) == 2
        shell("mark", case, "A2", "opinion", expect=1)
        assert "is open in another window" in shell.said


@pytest.mark.parametrize(
    "arguments",
    [
        ["mark", "x.verif", "A1"],
        ["mark", "x.verif", "A1", "true"],
        ["mark", "x.verif", "A1", "opinion", "--note", "a", "--internal-note", "b"],
        ["link", "x.verif", "A1", "B1", "is-like"],
        ["report", "x.verif"],
        ["add", "x.verif"],
        ["read"],
        ["--nonsense"],
        ["x.verif", "y.verif"],
    ],
)
def test_misuse_is_told_with_exit_code_2(shell: FolderShell, arguments: list[str]) -> None:
    answer = shell(*arguments, expect=2)
    assert answer == ""
    assert "--help" in shell.said


def test_every_verb_has_help_and_something_to_do(shell: FolderShell) -> None:
    assert sorted(VERBS) == sorted(DO)
    for verb in VERBS:
        assert f"verifier {verb}" in shell(verb, "--help")
    answer = shell("--help")
    assert all(verb in answer for verb in VERBS)
    assert shell("--version").strip() == f"verifier {__version__}"


def test_an_address_that_is_not_there_is_told(shell: FolderShell, case: Path) -> None:
    shell("mark", case, "A99", "opinion", expect=1)
    assert "It runs from A1 to" in shell.said


def test_the_sample_report_is_written_without_a_window(shell: FolderShell) -> None:
    shell("sample", "-o", shell.folder / "sample.docx")
    assert (shell.folder / "sample.docx").read_bytes().startswith(b"PK")


def test_the_program_speaks_utf8_and_survives_a_closed_pipe(shell: FolderShell, case: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"}
    read = [sys.executable, "-m", "verifier", "read"]
    done = subprocess.run([*read, shell.folder / "lantern.txt"], capture_output=True, env=env, check=False)
    assert done.returncode == 0
    assert "“We were told nothing,”" in done.stdout.decode("utf-8")
    many = "".join(f"{number} boats lie idle. " for number in range(20_000))
    (shell.folder / "many.txt").write_text(many)
    piped = subprocess.Popen(
        [*read, "--json", shell.folder / "many.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert piped.stdout is not None
    assert piped.stderr is not None
    piped.stdout.read(10)
    piped.stdout.close()
    assert piped.wait(60) == 1
    assert b"Traceback" not in piped.stderr.read()
    piped.stderr.close()


def test_a_case_that_is_none_is_told_before_a_window_opens(shell: FolderShell) -> None:
    shell(shell.folder / "none.verif", expect=1)
    assert "there is no such case" in shell.said
    shell(shell.folder / "gull.txt", expect=1)
    assert "is not a Verifier case" in shell.said


def test_without_qt_the_window_is_refused_with_a_message(
    shell: FolderShell, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in [one for one in sys.modules if one.startswith(("PySide6", "verifier.ui"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "PySide6", None)
    shell(case, expect=1)
    assert "PySide6" in shell.said
    assert "The other verbs work without it" in shell.said
