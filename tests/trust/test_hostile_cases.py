"""Cases made by somebody else, sound by their own journal and absurd in what they say; and odd words and places."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.making import at, make_case

from verifier.cli import run
from verifier.domain.articles import sha256_of
from verifier.domain.errors import CaseError
from verifier.domain.kinds import Label, Relation
from verifier.store import connection as sqlite
from verifier.store import journal
from verifier.store.casefile import CaseFile
from verifier.store.codec import canonical

Tables = dict[str, dict[str, Any]]
Steps = list[dict[str, Any]]


def make_sound(path: Path) -> None:
    """A case with marks, a link, a claim, what comparing left, and an undone step."""
    with make_case(path) as case:
        case.mark(at(case, "A2"), Label.DISPUTED)
        one, other = at(case, "A3", "B2")
        case.link(one, other, Relation.CONTRADICTS)
        case.make_claim([one, other], "Boats")
        case.reject(one, other)
        case.confirm_absence(one, case.rows.articles()[1].id)
        case.mark(at(case, "A4"), Label.OPINION)
        case.undo()


def forge(path: Path, change: Callable[[Tables, Steps], None]) -> None:
    """Rewrite a case so that its rows and its journal agree again after ``change``, as a forger would."""
    connection = sqlite3.connect(path)
    case_id = dict(connection.execute("SELECT key, value FROM meta"))["case_id"]
    stored = list(journal.read_steps(connection))
    tables = journal.replay(stored)
    steps: Steps = [
        {"step": one.step, "what": one.step.what, "values": one.step.values, "undoes": None, "changes": "[]"}
        for one in stored
    ]
    change(tables, steps)
    if all(one["changes"] == "[]" for one in steps):
        rows = [[name, key, None, row] for name, found in tables.items() for key, row in found.items()]
        steps[0]["changes"] = canonical(rows)
        _write_rows(connection, tables)
    _write_steps(connection, steps, case_id)
    connection.commit()
    connection.close()


def _write_rows(connection: sqlite3.Connection, tables: Tables) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
    for name, found in tables.items():
        connection.execute(f"DELETE FROM {name}")
        for row in found.values():
            values = [canonical(one) if isinstance(one, list | dict) else one for one in row.values()]
            connection.execute(f"INSERT INTO {name} VALUES ({','.join('?' * len(values))})", values)


def _write_steps(connection: sqlite3.Connection, steps: Steps, case_id: str) -> None:
    connection.execute("DELETE FROM steps")
    previous = journal.first_hash(case_id)
    for one in steps:
        step = replace(
            one["step"], what=one["what"], values=one["values"], undoes=one["undoes"], previous_hash=previous
        )
        previous = journal.seal(step, one["changes"])
        journal.append(connection, journal.StoredStep(replace(step, hash=previous), one["changes"]))


def first(tables: Tables, table: str) -> dict[str, Any]:
    found: dict[str, Any] = next(iter(tables[table].values()))
    return found


def a_link_to_nothing(tables: Tables, steps: Steps) -> None:
    first(tables, "links")["a"] = "nowhere"


def a_claim_without_a_name(tables: Tables, steps: Steps) -> None:
    first(tables, "claim_members")["claim_id"] = "nowhere"


def a_claim_of_nothing(tables: Tables, steps: Steps) -> None:
    first(tables, "claim_members")["passage_id"] = "nowhere"


def a_rejection_of_nothing(tables: Tables, steps: Steps) -> None:
    first(tables, "rejections")["b"] = "nowhere"


def a_rejection_at_no_time(tables: Tables, steps: Steps) -> None:
    first(tables, "rejections")["time"] = "yesterday"


def an_absence_of_nothing(tables: Tables, steps: Steps) -> None:
    first(tables, "absences")["passage_id"] = "nowhere"


def an_absence_in_no_article(tables: Tables, steps: Steps) -> None:
    first(tables, "absences")["article_id"] = "nowhere"


def a_mark_on_nothing(tables: Tables, steps: Steps) -> None:
    first(tables, "marks")["passage_id"] = "nowhere"


def a_time_that_is_none(tables: Tables, steps: Steps) -> None:
    first(tables, "marks")["time"] = "soon"


def an_acquisition_without_a_zone(tables: Tables, steps: Steps) -> None:
    first(tables, "versions")["acquired_at"] = "2031-05-04T09:00:00"


def a_passage_of_no_text(tables: Tables, steps: Steps) -> None:
    first(tables, "passages")["version_id"] = "nowhere"


def a_passage_behind_the_text(tables: Tables, steps: Steps) -> None:
    first(tables, "passages").update(start=10**9, end=10**18, sha256=sha256_of(""))


def an_article_with_the_text_of_another(tables: Tables, steps: Steps) -> None:
    one, other = tables["articles"].values()
    one["version_id"] = other["version_id"]


def a_sentence_in_the_paragraph_of_another(tables: Tables, steps: Steps) -> None:
    rows = list(tables["sentences"].values())
    rows[0]["version_id"] = rows[-1]["version_id"]


def paragraphs_one_upon_the_other(tables: Tables, steps: Steps) -> None:
    rows = list(tables["paragraphs"].values())
    rows[1]["position"], rows[0]["position"] = 0, 1


def a_letter_that_is_none(tables: Tables, steps: Steps) -> None:
    first(tables, "articles")["letter"] = "{0}\n<b>"


def a_warning_that_is_no_text(tables: Tables, steps: Steps) -> None:
    first(tables, "versions")["warnings"] = [[["undecodable"], []]]


def changes_nested_without_end(tables: Tables, steps: Steps) -> None:
    steps[0]["changes"] = "[" * 200_000 + "]" * 200_000


def articles_added_under_no_letter(tables: Tables, steps: Steps) -> None:
    steps[0]["values"] = ()


def an_undoing_of_nothing(tables: Tables, steps: Steps) -> None:
    steps[-1]["undoes"] = "nowhere"


def a_map_that_is_a_text(tables: Tables, steps: Steps) -> None:
    version = first(tables, "versions")
    version["map_sha256"] = version["text_sha256"]


def a_map_of_a_longer_text(tables: Tables, steps: Steps) -> None:
    longer, shorter = tables["versions"].values()
    shorter["map_sha256"] = longer["map_sha256"]


def inlines_that_are_a_text(tables: Tables, steps: Steps) -> None:
    version = first(tables, "versions")
    version["inlines_sha256"] = version["text_sha256"]


def a_field_nobody_knows(tables: Tables, steps: Steps) -> None:
    first(tables, "articles")["unconfirmed"] = ["title", "{0.__class__}"]


def a_place_on_no_page(tables: Tables, steps: Steps) -> None:
    first(tables, "paragraphs")["anchor"] = {"spots": [["one", 2, 3, 4, 5]]}


def a_role_nobody_plays(tables: Tables, steps: Steps) -> None:
    first(tables, "paragraphs")["role"] = "king"


@pytest.mark.parametrize(
    "change",
    [
        a_link_to_nothing,
        a_claim_without_a_name,
        a_claim_of_nothing,
        a_rejection_of_nothing,
        a_rejection_at_no_time,
        an_absence_of_nothing,
        an_absence_in_no_article,
        a_mark_on_nothing,
        a_time_that_is_none,
        an_acquisition_without_a_zone,
        a_passage_of_no_text,
        a_passage_behind_the_text,
        an_article_with_the_text_of_another,
        a_sentence_in_the_paragraph_of_another,
        paragraphs_one_upon_the_other,
        a_letter_that_is_none,
        a_warning_that_is_no_text,
        changes_nested_without_end,
        articles_added_under_no_letter,
        an_undoing_of_nothing,
        a_map_that_is_a_text,
        a_map_of_a_longer_text,
        inlines_that_are_a_text,
        a_field_nobody_knows,
        a_place_on_no_page,
        a_role_nobody_plays,
    ],
    ids=lambda one: one.__name__,
)
def test_a_case_that_is_sound_but_absurd_is_told_to_be_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Tables, Steps], None]
) -> None:
    path = tmp_path / "case.verif"
    make_sound(path)
    forge(path, lambda tables, steps: None)
    assert run(["check", str(path)]) == 0, "forging alone must leave a sound case, or this proves nothing"
    make_again = tmp_path / "again.verif"
    make_sound(make_again)
    forge(make_again, change)
    capsys.readouterr()
    for arguments in (["check"], ["list"], ["history"], ["undo"], ["mark", "A1", "opinion"]):
        assert run([arguments[0], str(make_again), *arguments[1:]]) == 1
        assert "damaged" in capsys.readouterr().err
    assert not list(tmp_path.glob(".*.lock"))


def test_history_tells_steps_it_does_not_know_and_values_that_look_like_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(tables: Tables, steps: Steps) -> None:
        steps[1].update(what="{0.__class__} {x", values=(("label", "{y}"),))
        steps[2].update(what="mark", values=(("label", "no such label"),))
        steps[3].update(what="add-evidence", values=(("citation", "{places.__class__}"),))

    path = tmp_path / "case.verif"
    make_sound(path)
    forge(path, change)
    assert run(["history", str(path), "--json"]) == 0
    told = [step["what"] for step in json.loads(capsys.readouterr().out)["steps"]]
    assert told[1:4] == [
        "{0.__class__} {x",
        "{places} marked no such label",
        "evidence on {places} added: {places.__class__}",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in its folders")
def test_a_pipe_in_place_of_a_case_is_no_case_and_is_not_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "case.verif")
    (tmp_path / "a.txt").write_text("One sentence.")
    for arguments in (["list"], ["check"], ["add", str(tmp_path / "a.txt")]):
        assert run([arguments[0], str(tmp_path / "case.verif"), *arguments[1:]]) == 1
        assert "not a Verifier case" in capsys.readouterr().err


def test_a_name_that_is_too_long_for_the_folder_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("One sentence.")
    path = str(tmp_path / ("x" * 300))
    for arguments in (["list", path], ["check", path], ["add", path, str(tmp_path / "a.txt")]):
        assert run(arguments) == 1
        assert "long" in capsys.readouterr().err


def test_words_that_are_no_utf8_are_kept_with_the_sign_for_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, source = str(tmp_path / "c.verif"), tmp_path / "a.txt"
    source.write_text("The quay closed on Monday.")
    assert run(["add", case, str(source), "--checker", "B\udcffrg"]) == 0
    assert run(["mark", case, "A1", "disputed", "--note", "x\udcff", "--evidence", "y\ud800"]) == 0
    assert run(["case", case, "--title", "\udcff😀"]) == 0
    assert run(["check", case]) == 0
    capsys.readouterr()
    assert run(["list", case, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["articles"][0]["sentences"][0]
    assert (found["note"], found["basis"][0]["citation"]) == ("x\ufffd", "y\ufffd")


@pytest.mark.skipif(os.name == "nt", reason="file names are text on Windows")
def test_a_file_whose_name_is_no_utf8_is_added(tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/n\xff.txt")
    try:
        Path(odd).write_text("The quay closed on Monday.")
    except OSError:
        pytest.skip("this folder takes no such name")
    assert run(["add", str(tmp_path / "c.verif"), odd]) == 0
    assert run(["check", str(tmp_path / "c.verif")]) == 0


def test_a_case_that_finds_no_room_is_told_and_leaves_nothing_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def connect_to_a_full_disk(path: Path, mode: str) -> sqlite3.Connection:
        connection = connect(path, mode)
        connection.execute("PRAGMA max_page_count=2")  # SQLite's own way to say that the disk is full
        return connection

    connect = sqlite.connect
    monkeypatch.setattr(sqlite, "connect", connect_to_a_full_disk)
    (tmp_path / "a.txt").write_text("One sentence.")
    assert run(["add", str(tmp_path / "c.verif"), str(tmp_path / "a.txt")]) == 1
    assert "full" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_case_made_by_another_program_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.verif"
    make_sound(path)
    before = path.read_bytes()
    monkeypatch.setattr(os.path, "exists", lambda where: False)
    with pytest.raises(CaseError, match="case-exists"):
        CaseFile.create(path, owner="A. Berg", now="2031-05-04T08:00:00.000+00:00")
    assert path.read_bytes() == before
