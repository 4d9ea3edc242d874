"""Preferences between two runs: what is out of bounds or of another form is passed over, alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verifier.session.drafts import NoteDrafts
from verifier.session.preferences import (
    MEASURES,
    MOST_USED,
    SIZES,
    Preferences,
    load_preferences,
    save_preferences,
)


def test_keys_are_written_by_action_and_come_back(tmp_path: Path) -> None:
    mine = Preferences(keys=(("mark.verified", ("W", "Ctrl+Shift+W")), ("go.next", ())), restore=False)
    save_preferences(tmp_path, mine)
    written = json.loads((tmp_path / "preferences.json").read_text("utf-8"))
    assert written == {"keys": {"mark.verified": ["W", "Ctrl+Shift+W"], "go.next": []}, "restore": False}
    assert load_preferences(tmp_path) == mine


@pytest.mark.parametrize(
    ("field", "value"),
    [("size", SIZES[0] - 1), ("size", SIZES[1] + 1), ("size", 13.5), ("size", True), ("size", "13"),
     ("column_characters", MEASURES[0] - 1), ("column_characters", MEASURES[1] + 1), ("column_characters", None),
     ("restore", "no"), ("keys", [["mark.verified", ["W"]]]), ("keys", {"mark.verified": "W"}), ("used", "x")],
)  # fmt: skip
def test_one_value_that_makes_no_sense_is_passed_over_alone(
    tmp_path: Path, field: str, value: object
) -> None:
    (tmp_path / "preferences.json").write_text(json.dumps({field: value, "theme": "dark"}), "utf-8")
    assert load_preferences(tmp_path) == Preferences(theme="dark")


def test_a_file_nested_without_end_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_text("[" * 200_000, "utf-8")
    assert load_preferences(tmp_path) == Preferences()


def test_the_actions_last_used_are_few_and_each_once() -> None:
    found = Preferences()
    for number in [*range(MOST_USED + 3), 6]:
        found = found.with_used(f"action.{number}")
    assert len(found.used) == MOST_USED
    assert found.used[:2] == ("action.6", f"action.{MOST_USED + 2}")
    assert len(set(found.used)) == MOST_USED


def test_drafts_of_a_case_whose_id_is_a_path_stay_in_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    NoteDrafts(folder, "../../elsewhere").keep("a", "a note")
    assert [path.relative_to(folder) for path in tmp_path.rglob("*.json")] == [Path("drafts/elsewhere.json")]
    assert NoteDrafts(folder, "../../elsewhere").get("a") == "a note"
