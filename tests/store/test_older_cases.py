import sqlite3
from pathlib import Path

import pytest
from tests.making import BERG, LIND, at, make_case
from tests.store import schema_four, schema_three, schema_two
from tests.store.schema_four import as_schema_four
from tests.store.schema_one import DDL, as_schema_one
from tests.store.schema_three import as_schema_three
from tests.store.schema_two import as_schema_two

from verifier.domain.articles import Article, Metadata, Paragraph, Version
from verifier.domain.errors import CaseError
from verifier.domain.judgements import (
    Absence,
    CaseDetails,
    CheckPass,
    Claim,
    ClaimMember,
    Link,
    Mark,
    Question,
    Rejection,
    Reply,
)
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account
from verifier.domain.reading import Anchor
from verifier.reports import ReportOptions
from verifier.session.case_details import QuestionDraft
from verifier.session.checking import check_case
from verifier.session.evidence import EvidenceDraft
from verifier.session.finalising import finalised_report
from verifier.session.workbench import Workbench
from verifier.store import migrating
from verifier.store.schema import FINGERPRINTS, SCHEMA_VERSION, fingerprint


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A case as the first program left it: two articles, marks, evidence, a link, an undone step."""
    path = tmp_path / "case.verif"
    with make_case(path) as case:
        case.mark(at(case, "A2", "B1"), Label.DISPUTED)
        a2, b1 = at(case, "A2", "B1")
        case.link(a2, b1, Relation.CONTRADICTS)
        case.add_evidence(at(case, "A3"), EvidenceDraft("Harbour log"))
        case.describe(case.rows.articles()[0].id, Metadata(publisher="The Gull"))
        [aside] = [row for row in case.rows.all(Paragraph) if row.kind is ParagraphKind.CAPTION]
        case.set_kind([aside.id], ParagraphKind.BODY)
        case.edit_case(finding="Forty or thirty boats.")
        case.undo()
    as_schema_one(path)
    return path


def tamper(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def state(path: Path) -> tuple[int, int]:
    """The schema a file says it has, and how many steps it holds."""
    connection = sqlite3.connect(path)
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [steps] = connection.execute("SELECT count(*) FROM steps").fetchone()
    connection.close()
    return version, steps


def test_the_fingerprints_of_older_schemas_are_those_of_their_statements() -> None:
    assert FINGERPRINTS[1] == fingerprint(DDL)
    assert FINGERPRINTS[2] == fingerprint(schema_two.DDL)
    assert FINGERPRINTS[3] == fingerprint(schema_three.DDL)
    assert FINGERPRINTS[4] == fingerprint(schema_four.DDL)
    assert set(FINGERPRINTS) == set(range(1, SCHEMA_VERSION + 1))


def test_a_case_of_the_first_schema_is_whole_and_stays_as_it_is_when_looked_at(first: Path) -> None:
    before = first.read_bytes()
    assert state(first) == (1, 8)
    assert check_case(first) == ()
    with Workbench.open(first, read_only=True) as case:
        assert [row.publisher for row in case.rows.articles()] == ["The Gull", None]
        assert len(case.rows.all(Mark)) == 2
        assert len(case.steps()) == 8
    assert first.read_bytes() == before
    assert [one.name for one in first.parent.iterdir()] == ["case.verif"]


def test_what_the_first_schema_did_not_know_is_empty(first: Path) -> None:
    with Workbench.open(first) as case:
        assert {row.unconfirmed for row in case.rows.all(Article)} == {()}
        assert {(row.confidence, row.role, row.anchor) for row in case.rows.all(Paragraph)} == {
            (100, "", Anchor())
        }
        found = {
            (row.part, row.candidates, row.letters_seen, row.inlines_sha256) for row in case.rows.all(Version)
        }
        assert found == {("", (), 0, None)}
        assert [case.inlines(row.id) for row in case.rows.all(Version)] == [(), ()]


def test_an_older_case_is_backed_up_then_migrated_with_a_step_of_its_own(first: Path, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    with Workbench.open(first, checker=LIND, backups=backups) as case:
        step = case.steps()[-1]
        assert (step.what, step.checker, step.schema) == ("migrate", "Mo Lind", SCHEMA_VERSION)
        assert dict(step.values) == {"from": "1", "to": str(SCHEMA_VERSION)}
        assert {one.schema for one in case.steps()[:-1]} == {1}
    [backup] = backups.iterdir()
    assert state(backup) == (1, 8)
    assert state(first) == (SCHEMA_VERSION, 9)
    assert check_case(backup) == check_case(first) == ()
    with Workbench.open(first) as case:
        assert len(case.steps()) == 9


def test_a_second_case_of_the_same_name_does_not_take_the_place_of_the_firsts_backup(
    first: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / first.name
    other.parent.mkdir()
    other.write_bytes(first.read_bytes())
    for path in (first, other):
        Workbench.open(path, backups=tmp_path / "backups").close()
    names = sorted(one.name for one in (tmp_path / "backups").iterdir())
    assert names == ["case (schema 1) 2.verif", "case (schema 1).verif"]


def test_undo_goes_back_over_a_migration_to_the_first_step(first: Path) -> None:
    with Workbench.open(first, checker=BERG) as case:
        undone = []
        while (step := case.next_undo()) is not None:
            undone.append(step.what)
            case.undo()
        assert undone == ["set-kind", "describe", "add-evidence", "link", "mark", "add-articles"]
        assert case.rows.articles() == ()
        for _ in undone:
            case.redo()
        assert len(case.rows.all(Mark)) == 2
        assert len(case.rows.all(Link)) == 1
        assert case.rows.articles()[0].publisher == "The Gull"
        [caption] = [row for row in case.rows.all(Paragraph) if row.position == 0 and row.start == 0][1:]
        assert caption.kind is ParagraphKind.BODY
        assert [row.number for row in account(case.rows, case.rows.articles()[1])] == ["0a", "0b", "1", "2"]
    assert check_case(first) == ()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER flip AFTER INSERT ON marks BEGIN UPDATE marks SET label = 'verified'; END",
        "CREATE TRIGGER sqliteXflip AFTER INSERT ON articles BEGIN UPDATE marks SET label = 'verified'; END",
        "CREATE VIEW seen AS SELECT * FROM marks",
        "ALTER TABLE articles ADD COLUMN more TEXT",
        "DROP INDEX links_to",
        "PRAGMA user_version=0",
        "PRAGMA user_version=2",
        "PRAGMA user_version=3",
        "PRAGMA user_version=4",
        "PRAGMA user_version=5",
    ],
)
def test_an_older_case_whose_schema_is_not_the_older_one_is_refused_untouched(
    first: Path, tmp_path: Path, statement: str, read_only: bool
) -> None:
    tamper(first, statement)
    before = first.read_bytes()
    with pytest.raises(CaseError, match="case-foreign-schema"):
        Workbench.open(first, read_only=read_only, backups=tmp_path / "backups")
    assert first.read_bytes() == before
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE marks SET label = 'verified'",
        "UPDATE articles SET publisher = 'Another'",
        "DELETE FROM steps WHERE sequence = 8",
        "UPDATE steps SET changes = replace(changes, 'disputed', 'verified')",
        "UPDATE blobs SET data = CAST(replace(CAST(data AS TEXT), 'closed', 'opened') AS BLOB)",
    ],
)
def test_an_older_case_changed_behind_our_back_is_refused_before_it_is_migrated(
    first: Path, tmp_path: Path, statement: str
) -> None:
    tamper(first, statement)
    before = first.read_bytes()
    with pytest.raises(CaseError, match="case-damaged"):
        Workbench.open(first, backups=tmp_path / "backups")
    assert first.read_bytes() == before
    assert not (tmp_path / "backups").exists()


def test_a_migration_that_fails_leaves_the_case_as_it_was(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: sqlite3.Connection, *_: object, **__: object) -> None:
        connection.execute("DELETE FROM marks")
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(migrating, "_append_step", fail)
    with pytest.raises(CaseError, match="migration-failed"):
        Workbench.open(first, backups=tmp_path / "backups")
    monkeypatch.undo()
    assert state(first) == (1, 8)
    with Workbench.open(first, backups=tmp_path / "backups") as case:
        assert len(case.rows.all(Mark)) == 2


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A case as the second program left it: a label, a finding, and a reading nobody has confirmed."""
    path = tmp_path / "second.verif"
    with make_case(path) as case:
        case.mark(at(case, "A2"), Label.UNCONFIRMED)
        case.edit_case(title="The quay", finding="Forty or thirty boats.")
    as_schema_two(path)
    return path


def test_a_case_of_the_second_schema_gets_its_questions_and_stays_undoable(second: Path) -> None:
    assert state(second) == (2, 3)
    assert check_case(second) == ()
    with Workbench.open(second, backups=second.parent / "backups") as case:
        assert state(second) == (SCHEMA_VERSION, 4)
        assert case.rows.details == CaseDetails(title="The quay", finding="Forty or thirty boats.")
        assert [case.rows.all(kind) for kind in (Question, Reply, CheckPass)] == [(), (), ()]
        case.add_question(QuestionDraft("Who counted the boats?", place=at(case, "A2")[0]))
        case.edit_case(signed_by="Mo Lind")
        for _ in range(4):
            case.undo()
        assert case.next_undo().what == "add-articles"  # type: ignore[union-attr]
        assert case.rows.details == CaseDetails()
        for _ in range(4):
            case.redo()
        assert case.rows.details.signed_by == "Mo Lind"
        assert [one.text for one in case.rows.all(Question)] == ["Who counted the boats?"]
    assert check_case(second) == ()
    assert state(second.parent / "backups" / "second (schema 2).verif") == (2, 3)


def test_a_case_of_the_second_schema_is_looked_at_without_being_changed(second: Path) -> None:
    before = second.read_bytes()
    with Workbench.open(second, read_only=True) as case:
        assert case.rows.details.title == "The quay"
        assert case.rows.all(Question) == ()
    assert second.read_bytes() == before


def test_a_second_schema_with_a_foreign_table_of_questions_is_refused(second: Path) -> None:
    tamper(second, "CREATE TABLE questions (id TEXT)")
    with pytest.raises(CaseError, match="case-foreign-schema"):
        Workbench.open(second)


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """A case as the third program left it: a label, a link and a question."""
    path = tmp_path / "third.verif"
    with make_case(path) as case:
        a2, b1 = at(case, "A2", "B1")
        case.mark([a2], Label.UNCONFIRMED)
        case.link(a2, b1, Relation.CONTRADICTS)
        case.add_question(QuestionDraft("Who counted the boats?", place=a2))
    as_schema_three(path)
    return path


def test_a_case_of_the_third_schema_gets_its_claims_and_stays_undoable(third: Path) -> None:
    assert state(third) == (3, 4)
    assert check_case(third) == ()
    with Workbench.open(third, backups=third.parent / "backups") as case:
        assert state(third) == (SCHEMA_VERSION, 5)
        assert [case.rows.all(kind) for kind in (Claim, ClaimMember, Rejection, Absence)] == [()] * 4
        a2, a3, b1 = at(case, "A2", "A3", "B1")
        case.make_claim([a2, b1], "The quay was shut.")
        case.reject(a3, b1)
        case.confirm_absence(a3, case.rows.articles()[1].id)
        while case.next_undo() is not None:
            case.undo()
        assert case.rows.articles() == ()
        for _ in range(7):
            case.redo()
        assert [claim.wording for claim in case.rows.all(Claim)] == ["The quay was shut."]
        assert [len(case.rows.all(kind)) for kind in (ClaimMember, Rejection, Absence)] == [2, 1, 1]
    assert check_case(third) == ()
    assert state(third.parent / "backups" / "third (schema 3).verif") == (3, 4)


def test_a_case_of_the_third_schema_is_looked_at_without_being_changed(third: Path) -> None:
    before = third.read_bytes()
    with Workbench.open(third, read_only=True) as case:
        assert len(case.rows.all(Question)) == 1
        assert case.rows.all(Claim) == ()
    assert third.read_bytes() == before


def test_a_third_schema_with_a_foreign_table_of_claims_is_refused(third: Path) -> None:
    tamper(third, "CREATE TABLE claims (id TEXT PRIMARY KEY, wording TEXT NOT NULL) STRICT")
    with pytest.raises(CaseError, match="case-foreign-schema"):
        Workbench.open(third)


@pytest.fixture
def fourth(tmp_path: Path) -> Path:
    """A case as the fourth program left it: a label, a link, a claim, what was looked for in vain, an undone step."""
    path = tmp_path / "fourth.verif"
    with make_case(path) as case:
        a2, a3, b1 = at(case, "A2", "A3", "B1")
        case.mark([a2], Label.UNCONFIRMED)
        case.link(a2, b1, Relation.CONTRADICTS)
        case.make_claim([a2, b1], "The quay was shut.")
        case.reject(a3, b1)
        case.confirm_absence(a3, case.rows.articles()[1].id)
        case.mark([a3], Label.OPINION)
        case.undo()
    as_schema_four(path)
    return path


def test_a_case_of_the_fourth_schema_keeps_everything_and_can_be_finalised(fourth: Path) -> None:
    assert state(fourth) == (4, 8)
    assert check_case(fourth) == ()
    with Workbench.open(fourth, backups=fourth.parent / "backups") as case:
        assert state(fourth) == (SCHEMA_VERSION, 9)
        assert (case.report_versions(), case.corrections()) == ((), ())
        assert [claim.wording for claim in case.rows.all(Claim)] == ["The quay was shut."]
        kinds = (Mark, Link, ClaimMember, Rejection, Absence)
        assert [len(case.rows.all(kind)) for kind in kinds] == [1, 1, 2, 1, 1]
        assert case.redo(), "the way forward goes on over the migration"
        finalised_report(case, ReportOptions(), fourth.with_suffix(".docx"))
        case.mark(at(case, "A2"), Label.DISPUTED)
        while case.next_undo() is not None:
            case.undo()
        assert case.rows.articles() == ()
        for _ in range(8):
            case.redo()
        assert [(one.before, one.after) for one in case.corrections()] == [
            ((("label", "unconfirmed"),), (("label", "disputed"),))
        ]
        assert [version.number for version in case.report_versions()] == [1]
    assert check_case(fourth) == ()
    assert state(fourth.parent / "backups" / "fourth (schema 4).verif") == (4, 8)


def test_a_case_of_the_fourth_schema_is_looked_at_without_being_changed(fourth: Path) -> None:
    before = fourth.read_bytes()
    with Workbench.open(fourth, read_only=True) as case:
        assert len(case.rows.all(Claim)) == 1
        assert case.report_versions() == ()
    assert fourth.read_bytes() == before


def test_a_fourth_schema_with_a_foreign_table_of_versions_is_refused(fourth: Path) -> None:
    tamper(fourth, "CREATE TABLE report_versions (id TEXT PRIMARY KEY) STRICT")
    with pytest.raises(CaseError, match="case-foreign-schema"):
        Workbench.open(fourth)
