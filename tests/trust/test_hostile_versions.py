"""Cases whose finalised reports were forged: sound by their journal's hashes, and yet not what was frozen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.making import at, make_case

from verifier.cli import run
from verifier.domain.errors import CaseError
from verifier.domain.kinds import Label
from verifier.reports import ReportOptions
from verifier.store import journal
from verifier.store.casefile import CaseFile
from verifier.store.codec import canonical

Entry = dict[str, Any]
"""A step to be written anew: "step", "what", "values", "undoes", and "changes" as a list."""


def make_sound(path: Path) -> None:
    """A case of two finalised reports with a change before, between and after them."""
    with make_case(path) as case:
        case.mark(at(case, "A2"), Label.DISPUTED)
        for number, label in enumerate((Label.VERIFIED, Label.OPINION)):
            case.finalise(case.coming_version(ReportOptions(), "why").version, f"{number}" * 64)
            case.mark(at(case, "A3"), label)


def forge(path: Path, change: Callable[[list[Entry]], None]) -> None:
    """Rewrite a case's journal after ``change``, seal it anew, and make the rows what it leads to."""
    connection = sqlite3.connect(path)
    case_id = dict(connection.execute("SELECT key, value FROM meta"))["case_id"]
    entries: list[Entry] = [
        {
            "step": one.step,
            "what": one.step.what,
            "values": one.step.values,
            "undoes": one.step.undoes,
            "changes": json.loads(one.changes),
        }
        for one in journal.read_steps(connection)
    ]
    change(entries)
    stored = list(_sealed(entries, case_id))
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DELETE FROM steps")
    for one in stored:
        journal.append(connection, one)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    for name, found in journal.replay(stored).items():
        connection.execute(f"DELETE FROM {name}")
        for row in found.values():
            values = [canonical(one) if isinstance(one, list | dict) else one for one in row.values()]
            connection.execute(f"INSERT INTO {name} VALUES ({','.join('?' * len(values))})", values)
    connection.commit()
    connection.close()


def _sealed(entries: list[Entry], case_id: str) -> list[journal.StoredStep]:
    previous, stored = journal.first_hash(case_id), []
    for sequence, one in enumerate(entries, start=1):
        step = replace(
            one["step"],
            sequence=sequence,
            what=one["what"],
            values=one["values"],
            undoes=one["undoes"],
            previous_hash=previous,
        )
        changes = canonical(one["changes"])
        previous = journal.seal(step, changes)
        stored.append(journal.StoredStep(replace(step, hash=previous), changes))
    return stored


FIRST, BETWEEN, SECOND, LAST = 2, 3, 4, 5
"""The places of the two finalising steps, of the change between them, and of the last."""


def version(entries: list[Entry], place: int) -> dict[str, Any]:
    """The row a finalising step notes."""
    found: dict[str, Any] = entries[place]["changes"][0][3]
    return found


def of_fewer_steps(entries: list[Entry]) -> None:
    version(entries, SECOND)["steps"] -= 1


def of_steps_to_come(entries: list[Entry]) -> None:
    version(entries, SECOND)["steps"] = 6


def of_no_number_of_steps(entries: list[Entry]) -> None:
    version(entries, FIRST)["steps"] = -1


def after_a_step_that_was_not(entries: list[Entry]) -> None:
    version(entries, FIRST)["head_hash"] = "0" * 64


def of_another_state(entries: list[Entry]) -> None:
    version(entries, FIRST)["state_sha256"] = "0" * 64


def of_the_state_of_the_other(entries: list[Entry]) -> None:
    version(entries, SECOND)["state_sha256"] = version(entries, FIRST)["state_sha256"]


def with_a_number_left_out(entries: list[Entry]) -> None:
    version(entries, SECOND)["number"] = 3


def with_a_hash_that_is_none(entries: list[Entry]) -> None:
    version(entries, FIRST)["sha256"] = "verified by the editor".ljust(64)


def by_somebody_else(entries: list[Entry]) -> None:
    version(entries, FIRST)["checker"] = "Mo Lind"


def at_no_time(entries: list[Entry]) -> None:
    version(entries, FIRST)["time"] = "yesterday"


def of_an_unknown_column(entries: list[Entry]) -> None:
    version(entries, FIRST)["approved"] = "yes"


def noted_by_another_step(entries: list[Entry]) -> None:
    entries[SECOND]["what"] = "mark"


def noted_with_a_label(entries: list[Entry]) -> None:
    entries[SECOND]["changes"] += entries[BETWEEN]["changes"]
    entries[BETWEEN]["changes"] = []


def noting_nothing(entries: list[Entry]) -> None:
    entries[SECOND]["changes"] = []


def noting_something_else(entries: list[Entry]) -> None:
    entries[LAST]["what"] = "finalise"


def changed_afterwards(entries: list[Entry]) -> None:
    before = version(entries, FIRST)
    after = {**before, "note": "approved"}
    entries[LAST]["changes"] = [["report_versions", before["id"], before, after]]


def taken_out_afterwards(entries: list[Entry]) -> None:
    before = version(entries, SECOND)
    entries[LAST]["changes"] = [["report_versions", before["id"], before, None]]


def taken_back_as_if_by_undo(entries: list[Entry]) -> None:
    taken_out_afterwards(entries)
    entries[LAST].update(what="undo", undoes=entries[SECOND]["step"].id)


def that_undoes_another_step(entries: list[Entry]) -> None:
    entries[SECOND]["undoes"] = entries[BETWEEN]["step"].id


@pytest.mark.parametrize(
    "change",
    [
        of_fewer_steps,
        of_steps_to_come,
        of_no_number_of_steps,
        after_a_step_that_was_not,
        of_another_state,
        of_the_state_of_the_other,
        with_a_number_left_out,
        with_a_hash_that_is_none,
        by_somebody_else,
        at_no_time,
        of_an_unknown_column,
        noted_by_another_step,
        noted_with_a_label,
        noting_nothing,
        noting_something_else,
        changed_afterwards,
        taken_out_afterwards,
        taken_back_as_if_by_undo,
        that_undoes_another_step,
    ],
    ids=lambda one: one.__name__,
)
def test_a_finalised_report_that_was_forged_is_told_and_the_case_not_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[list[Entry]], None]
) -> None:
    path, again = tmp_path / "case.verif", tmp_path / "again.verif"
    make_sound(path)
    forge(path, lambda entries: None)
    assert run(["check", str(path)]) == 0, "forging alone must leave a sound case, or this proves nothing"
    make_sound(again)
    try:
        forge(again, change)
    except (ValueError, sqlite3.Error):
        pytest.fail("the forger must get his case written")
    capsys.readouterr()
    for arguments in (["check"], ["history"], ["mark", "A1", "opinion"]):
        assert run([arguments[0], str(again), *arguments[1:]]) == 1
        assert "damaged" in capsys.readouterr().err


def test_a_label_changed_beneath_a_finalised_report_is_told_though_all_hashes_are_sealed_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.verif"
    make_sound(path)

    def change(entries: list[Entry]) -> None:
        for _, _, _, after in entries[1]["changes"]:
            if "label" in after:
                after["label"] = "verified"

    forge(path, change)
    with pytest.raises(CaseError) as caught:
        CaseFile.open_copy(path)
    assert caught.value.values["detail"] == "report-version-wrong 3"
    assert run(["check", str(path)]) == 1
    assert "damaged" in capsys.readouterr().err


def test_a_state_between_that_hangs_on_nothing_is_told_before_a_report_is_made_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.verif"
    make_sound(path)

    def change(entries: list[Entry]) -> None:
        row = next(after for _, _, _, after in entries[1]["changes"] if "label" in after)
        lost = {**row, "id": "lost", "passage_id": "nowhere"}
        for changes in ([["marks", "lost", None, lost]], [["marks", "lost", lost, None]]):
            entries.append(
                {
                    **entries[LAST],
                    "step": replace(entries[LAST]["step"], id=f"{len(entries)}"),
                    "changes": changes,
                }
            )

    forge(path, change)
    assert run(["check", str(path)]) == 0, "what stands in the end is sound"
    assert run(["report", str(path), "-o", str(tmp_path / "r.docx")]) == 1
    assert "damaged" in capsys.readouterr().err
    assert not (tmp_path / "r.docx").exists()


def test_a_note_that_is_called_like_the_table_of_versions_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "case.verif"
    make_sound(path)
    assert run(["mark", str(path), "A2", "disputed", "--note", "report_versions"]) == 0
    assert run(["check", str(path)]) == 0
