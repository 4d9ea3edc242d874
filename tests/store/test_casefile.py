import json
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.making import BERG, at, make_case, ticking

from verifier.domain.errors import CaseError, StepError
from verifier.domain.judgements import CaseDetails, Mark
from verifier.domain.kinds import Label
from verifier.domain.steps import RowChange, StepDraft
from verifier.session.workbench import Workbench
from verifier.store import connection as sqlite
from verifier.store.casefile import write_backup
from verifier.store.lock import lock_path
from verifier.store.schema import APPLICATION_ID, SCHEMA_VERSION


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A closed case with a label on A2 and a finding."""
    path = tmp_path / "case.verif"
    with make_case(path) as case:
        case.mark(at(case, "A2"), Label.VERIFIED)
        case.edit_case(finding="Forty or thirty boats.")
    return path


def refusal(path: Path, *, read_only: bool = False) -> CaseError:
    with pytest.raises(CaseError) as caught:
        Workbench.open(path, read_only=read_only)
    return caught.value


def tamper(path: Path, statement: str, *parameters: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, parameters)
    connection.commit()
    connection.close()


def test_a_closed_case_is_one_file(closed: Path) -> None:
    assert [one.name for one in closed.parent.iterdir()] == ["case.verif"]
    assert int.from_bytes(closed.read_bytes()[68:72], "big") == APPLICATION_ID


def test_everything_is_there_after_opening_again(closed: Path) -> None:
    with Workbench.open(closed, clock=ticking()) as case:
        assert case.rows.details.finding == "Forty or thirty boats."
        assert [mark.label for mark in case.rows.all(Mark)] == [Label.VERIFIED]
        assert case.sentence_at_address("A2").number == "2"
        assert len(case.steps()) == 3


def test_a_case_that_is_there_is_not_made_anew(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(CaseError, match="case-exists"):
        Workbench.create(closed)
    assert closed.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "case-missing"),
        (b"", "not-a-case"),
        (b"SQLite format 3\0" + bytes(200), "not-a-case"),
        (b"An article, not a case.\n" * 50, "not-a-case"),
    ],
)
def test_what_is_no_case_is_refused_and_nothing_is_made(
    tmp_path: Path, content: bytes | None, code: str, read_only: bool
) -> None:
    path = tmp_path / "x.verif"
    if content is not None:
        path.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    assert refusal(path, read_only=read_only).code == code
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "case-is-folder"


def test_a_file_of_a_newer_program_is_refused_untouched(closed: Path) -> None:
    tamper(closed, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = closed.read_bytes()
    error = refusal(closed)
    assert (error.code, error.values["version"]) == ("case-newer", SCHEMA_VERSION + 1)
    assert closed.read_bytes() == before


@pytest.mark.parametrize("kept", [100, 5_000, 0.5, 0.9])
def test_a_truncated_case_is_refused_and_left_as_it_is(closed: Path, kept: float) -> None:
    whole = closed.read_bytes()
    short = whole[: int(kept if kept > 1 else len(whole) * kept)]
    closed.write_bytes(short)
    assert refusal(closed).code == "case-damaged"
    assert refusal(closed, read_only=True).code == "case-damaged"
    assert closed.read_bytes() == short
    assert not lock_path(closed).exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE marks SET label = 'disputed'",
        "UPDATE case_details SET finding = 'All is well.'",
        "UPDATE sentences SET start = start + 1 WHERE number = '3'",
        "UPDATE blobs SET data = CAST(replace(CAST(data AS TEXT), 'closed', 'opened') AS BLOB)",
        "DELETE FROM steps WHERE sequence = 3",
        "UPDATE steps SET checker = 'somebody else' WHERE sequence = 2",
        "UPDATE steps SET changes = replace(changes, 'verified', 'disputed')",
        "UPDATE steps SET \"values\" = '{' WHERE sequence = 2",
        "UPDATE meta SET value = 'another' WHERE key = 'case_id'",
        "DELETE FROM marks",
        "DELETE FROM blobs WHERE sha256 = (SELECT text_sha256 FROM versions LIMIT 1)",
    ],
)
def test_a_case_changed_behind_our_back_is_not_trusted(closed: Path, statement: str) -> None:
    tamper(closed, statement)
    assert refusal(closed).code == "case-damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER flip AFTER INSERT ON marks BEGIN UPDATE marks SET label = 'verified'; END",
        "CREATE TRIGGER sqliteXflip AFTER INSERT ON marks BEGIN UPDATE marks SET label = 'verified'; END",
        "CREATE VIEW seen AS SELECT * FROM marks",
        "CREATE TABLE more (x)",
        "DROP TABLE links",
        "CREATE INDEX i ON marks (label)",
    ],
)
def test_a_foreign_schema_is_not_trusted(closed: Path, statement: str) -> None:
    tamper(closed, statement)
    assert refusal(closed).code == "case-foreign-schema"


def test_a_trigger_planted_in_an_open_case_does_not_run(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case.verif")
    tamper(
        case.path, "CREATE TRIGGER flip AFTER INSERT ON marks BEGIN UPDATE marks SET label = 'verified'; END"
    )
    with pytest.raises(StepError, match="not-saved"):
        case.mark(at(case, "A2"), Label.DISPUTED)
    assert case.rows.all(Mark) == ()
    case.close()


def test_the_connection_allows_nothing_that_rewrites_the_past(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case.verif")
    connection = case._file._connection
    for statement in (
        "UPDATE steps SET checker = 'x'",
        "DELETE FROM steps",
        "DELETE FROM blobs",
        "PRAGMA journal_mode=OFF",
        "ATTACH ':memory:' AS other",
        "CREATE TABLE x (y)",
        "DROP TABLE marks",
    ):
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(statement)
    case.close()


def test_two_programs_never_write_one_case(tmp_path: Path) -> None:
    path = tmp_path / "case.verif"
    with make_case(path) as case:
        error = refusal(path)
        assert error.code == "case-open-elsewhere"
        assert error.values["owner"] == BERG.signature
        with Workbench.open(path, read_only=True) as copy:
            assert copy.read_only
            assert copy.copied_at
            assert len(copy.rows.articles()) == 2
            with pytest.raises(StepError, match="case-read-only"):
                copy.mark([], Label.OPINION)
        case.mark(at(case, "A2"), Label.OPINION)
    assert not lock_path(path).exists()


def test_a_lock_left_by_a_killed_program_is_taken_over(closed: Path) -> None:
    lock_path(closed).write_text("not even JSON")
    with Workbench.open(closed) as case:
        assert not case.read_only


def test_a_read_only_case_can_be_looked_at_only(closed: Path) -> None:
    closed.chmod(0o444)
    assert refusal(closed).code == "case-read-only"
    with Workbench.open(closed, read_only=True) as case:
        assert case.rows.details.finding


def test_a_folder_that_takes_no_files_is_told(closed: Path) -> None:
    closed.parent.chmod(0o555)
    try:
        assert refusal(closed).code == "case-folder-read-only"
        with Workbench.open(closed, read_only=True) as case:
            assert len(case.steps()) == 3
        with pytest.raises(CaseError, match="case-folder-read-only"):
            Workbench.create(closed.parent / "new.verif")
    finally:
        closed.parent.chmod(0o755)


def test_half_a_case_is_never_on_disk_while_one_is_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.verif"
    seen: list[bytes] = []

    def looked_at(path: Path, mode: str) -> sqlite3.Connection:
        connection = connect(path, mode)
        connection.set_trace_callback(lambda _: seen.append(path.read_bytes()[:100]))
        return connection

    connect = sqlite.connect
    monkeypatch.setattr(sqlite, "connect", looked_at)
    Workbench.create(path, clock=ticking()).close()
    marks = {(header[60:64], header[68:72]) for header in seen if len(header) == 100}
    whole = (SCHEMA_VERSION.to_bytes(4, "big"), APPLICATION_ID.to_bytes(4, "big"))
    assert len(seen) > 10
    assert marks == {whole}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="case-folder-missing"):
        Workbench.create(tmp_path / "none" / "x.verif")


def test_a_step_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case.verif")
    file = case._file
    bad = Mark("m", "no such passage", Label.OPINION, "AB", "t")
    with pytest.raises(StepError, match="not-saved"):
        file.commit(
            StepDraft("mark", (RowChange("marks", "m", None, bad),)), checker="AB", time="t", blobs={}
        )
    stale = RowChange("case_details", "case", CaseDetails(title="not so"), None)
    with pytest.raises(StepError, match="does-not-fit"):
        file.commit(StepDraft("edit-case", (stale,)), checker="AB", time="t", blobs={})
    assert case.rows.all(Mark) == ()
    case.mark(at(case, "A2"), Label.OPINION)
    case.close()
    with Workbench.open(case.path) as again:
        assert len(again.steps()) == 2


def test_a_killed_program_loses_no_acknowledged_mark(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from tests.making import at, make_case
        from verifier.domain.kinds import Label
        case = make_case(Path(sys.argv[1]))
        for address in ("A2", "A3", "B1"):
            case.mark(at(case, address), Label.DISPUTED)
        print("acknowledged", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    path = tmp_path / "case.verif"
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "acknowledged\n", done.stderr
    assert lock_path(path).exists()
    with Workbench.open(path, read_only=True) as copy:
        assert len(copy.rows.all(Mark)) == 3
    with Workbench.open(path) as case:
        assert len(case.rows.all(Mark)) == 3
        case.undo()
        assert len(case.rows.all(Mark)) == 2


def test_a_case_with_a_log_in_a_folder_that_takes_no_files_can_be_looked_at(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case.verif")
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    for name in ("case.verif", "case.verif-wal"):
        shutil.copy(tmp_path / name, frozen / name)
    case.close()
    frozen.chmod(0o555)
    try:
        with Workbench.open(frozen / "case.verif", read_only=True) as copy:
            assert len(copy.rows.articles()) == 2
    finally:
        frozen.chmod(0o755)


def test_a_copy_is_whole_and_has_an_id_of_its_own(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif") as case:
        case.save_copy(tmp_path / "copy.verif")
        case.mark(at(case, "A2"), Label.OPINION)  # the restrictions are back in force, and marking goes on
        with pytest.raises(CaseError, match="copy-not-written"):
            case.save_copy(tmp_path / "none" / "copy.verif")
        with Workbench.open(tmp_path / "copy.verif") as copy:
            assert copy.case_id == case.case_id
            assert copy._file.copy_id != case._file.copy_id
            assert len(copy.steps()) == 1


def test_every_step_is_one_row_with_before_and_after_as_json(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    [changes] = connection.execute("SELECT changes FROM steps WHERE what = 'edit-case'").fetchone()
    connection.close()
    [[table, key, before, after]] = json.loads(changes)
    assert (table, key, before) == ("case_details", "case", None)
    assert after["finding"] == "Forty or thirty boats."


# -- small parts -----------------------------------------------------------------------------------------------------


def test_a_backup_that_fails_leaves_what_stood_there(closed: Path, tmp_path: Path) -> None:
    target = tmp_path / "there"
    target.mkdir()
    connection = sqlite3.connect(closed)
    with pytest.raises(CaseError, match="copy-not-written"):
        write_backup(connection, target)
    connection.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.verif", "there"]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ab", "ext4"),
        ("/mnt/desk/cases", "nfs4"),
        ("/mnt/desk", "nfs4"),
        ("/mnt/desks", "ext4"),
        ("/a b/c", "cifs"),
    ],
)
def test_the_deepest_mount_above_a_folder_counts(folder: str, kind: str) -> None:
    mounts = [
        "/dev/sda / ext4 rw 0 0",
        "host:/desk /mnt/desk nfs4 rw 0 0",
        "//h/s /a\\040b cifs rw 0 0",
        "broken",
    ]
    assert sqlite._mount_type(Path(folder), mounts) == kind


def test_on_a_network_folder_the_write_ahead_log_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "is_network_folder", lambda folder: True)
    with make_case(tmp_path / "case.verif") as case:
        case._file._connection.set_authorizer(None)
        assert case._file._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert case._file._connection.execute("PRAGMA synchronous").fetchone() == (3,)


def test_a_hostile_case_is_given_up_after_a_time(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "OPENING_SECONDS", -1.0)
    with make_case(closed.with_name("big.verif")) as case:
        for number in range(150):
            case.edit_case(title=f"title {number} " + "x" * 2000)
    error = refusal(closed.with_name("big.verif"))
    assert error.code == "case-damaged"


def test_the_file_closes_while_somebody_reads(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case.verif")
    reader = sqlite3.connect(case.path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM steps").fetchone()
    case.close()
    reader.close()
    with Workbench.open(case.path) as again:
        assert len(again.rows.articles()) == 2


def test_a_copy_has_no_more_to_say_after_its_blob_is_gone(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif") as case, pytest.raises(CaseError, match="case-damaged"):
        case.attachment("0" * 64)


def test_asking_for_a_step_that_is_not_there_is_told(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif") as case, pytest.raises(CaseError, match="case-damaged"):
        case._file.changes_of("none")


def test_an_unreadable_path_is_told() -> None:
    assert refusal(Path("x\0y.verif")).code in ("case-unreadable", "case-missing")
