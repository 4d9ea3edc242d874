import json
import os
import zipfile
from pathlib import Path

import pytest
from tests.making import LIND, at, make_case

from verifier.domain.checkers import Checker
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Label
from verifier.domain.queries import account, label_counts, open_items
from verifier.domain.rows import CaseRows
from verifier.readers.forms import MOST_BYTES
from verifier.session import backups, preferences, sample
from verifier.session.checking import check_case
from verifier.session.clock import utc_now
from verifier.session.drafts import NoteDrafts
from verifier.session.preferences import Preferences, load_preferences, save_preferences
from verifier.session.reading import load_source, read_file
from verifier.session.workbench import Workbench

# -- loading sources -------------------------------------------------------------------------------------------------


def refusal(path: Path) -> ReadError:
    with pytest.raises(ReadError) as caught:
        load_source(path)
    return caught.value


def test_a_source_is_its_bytes_name_and_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\r\nx")
    source = load_source(path, clock=lambda: "then")
    assert (source.name, source.data, source.acquired_at) == ("a.txt", b"\xff\r\nx", "then")


def test_a_source_that_cannot_be_loaded_is_told_why(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(MOST_BYTES + 10**7)
    closed = tmp_path / "closed.txt"
    closed.write_text("x")
    closed.chmod(0)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(tmp_path / "none.txt").code == "source-missing"
    assert refusal(tmp_path).code == "source-is-folder"
    assert refusal(pipe).code == "source-not-a-file"
    assert refusal(closed).code == "source-unreadable"
    assert refusal(Path("x\0y")).code in ("source-unreadable", "source-missing")
    error = refusal(big)
    assert (error.code, error.values["size"]) == ("source-too-big", "30.0")


def test_a_document_with_large_pictures_is_loaded_though_its_form_shows_late(tmp_path: Path) -> None:
    path = tmp_path / "pictures.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("media/picture.png", os.urandom(MOST_BYTES + 10**6))
        package.writestr("[Content_Types].xml", "<Types/>")
    assert len(load_source(path).data) > MOST_BYTES


def test_a_file_is_read_as_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The quay is shut. Nobody knows why.", "utf-8")
    assert len(read_file(path).sentences) == 2


# -- preferences, drafts, backups ------------------------------------------------------------------------------------


def test_preferences_are_written_only_where_they_differ(tmp_path: Path) -> None:
    assert load_preferences(tmp_path) == Preferences()
    mine = Preferences(theme="dark", checker_name="Mo Lind", stepping_labels=("opinion",)).with_recent(
        Path("a.verif")
    )
    save_preferences(tmp_path, mine)
    assert load_preferences(tmp_path) == mine
    written = json.loads((tmp_path / "preferences.json").read_text("utf-8"))
    assert sorted(written) == ["checker_name", "recents", "stepping_labels", "theme"]
    assert mine.checker == LIND
    assert Preferences().checker.signature == "unnamed"


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"theme": 3, "size": true, "recents": "x", "unknown": 1}']
)
def test_preferences_that_make_no_sense_take_their_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / "preferences.json").write_text(content)
    assert load_preferences(tmp_path) == Preferences()


def test_the_recent_cases_are_few_and_each_once() -> None:
    found = Preferences()
    for number in [*range(12), 5]:
        found = found.with_recent(Path(f"/cases/{number}.verif"))
    assert len(found.recents) == 10
    assert found.recents[0].endswith("5.verif")


def test_our_folders_are_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert preferences.config_folder() == tmp_path / "config" / "verifier"
    assert preferences.data_folder() == tmp_path / "data" / "verifier"
    assert preferences.documents_folder().name


def test_a_note_being_typed_outlives_a_crash_until_it_is_a_step(tmp_path: Path) -> None:
    NoteDrafts(tmp_path, "case").keep("a2", "half a no")
    drafts = NoteDrafts(tmp_path, "case")
    assert drafts.get("a2") == "half a no"
    assert NoteDrafts(tmp_path, "other").get("a2") is None
    drafts.keep("a3", "x")
    drafts.forget("a2")
    drafts.forget("a2")
    assert NoteDrafts(tmp_path, "case").get("a3") == "x"
    drafts.forget("a3")
    assert list((tmp_path / "drafts").iterdir()) == []
    (tmp_path / "drafts" / "case.json").write_text("[")
    assert NoteDrafts(tmp_path, "case").get("a2") is None


def test_a_case_is_backed_up_once_a_state_and_few_are_kept(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif") as case:
        first = backups.back_up(case, tmp_path)
        assert first is not None
        assert backups.back_up(case, tmp_path) == first
        for number in range(7):
            case.edit_case(title=str(number))
            backups.back_up(case, tmp_path)
        kept = sorted(first.parent.glob("*.verif"))
    assert [one.name for one in kept] == [f"{number:06d}.verif" for number in range(4, 9)]
    with Workbench.open(kept[-1]) as copy:
        assert copy.rows.details.title == "6"


def test_an_empty_case_needs_no_backup(tmp_path: Path) -> None:
    with Workbench.create(tmp_path / "case.verif") as case:
        assert backups.back_up(case, tmp_path) is None


def test_the_clock_tells_utc_in_milliseconds() -> None:
    assert utc_now().endswith("+00:00")
    assert len(utc_now()) == len("2031-05-04T09:00:00.000+00:00")


# -- checking a case -------------------------------------------------------------------------------------------------


def test_a_sound_case_has_no_problems_and_a_spoiled_one_is_named(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif") as case:
        case.mark(at(case, "A2"), Label.VERIFIED)
        path = case.path
        assert check_case(path) == ()
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"The quay closed on Monday", b"The quay opened on Monday"))
    [problem] = check_case(path)
    assert (problem.code, problem.where) == ("case-damaged", str(path))
    assert "blob-altered" in dict(problem.values)["detail"]
    assert [problem.code for problem in check_case(tmp_path / "none.verif")] == ["case-missing"]


# -- the sample ------------------------------------------------------------------------------------------------------


def test_the_sample_is_half_done_and_sound(tmp_path: Path) -> None:
    path = sample.sample_case_path(tmp_path)
    with Workbench.open(path, checker=Checker("Mo Lind")) as case:
        articles = case.rows.articles()
        sentences = sum(len(account(case.rows, article)) for article in articles)
        unchecked = sum(label_counts(case.rows, article).get(None, 0) for article in articles)
        assert [article.publisher for article in articles] == ["The Lantern", "The Harrowmouth Courier"]
        assert 0.3 < unchecked / sentences < 0.7
        assert open_items(case.rows)
        assert "To finish this sample" in case.rows.details.finding
        case.mark(at(case, "B1"), Label.NO_CLAIM)
    assert check_case(path) == ()
    assert sample.sample_case_path(tmp_path) == path
    with Workbench.open(path, read_only=True) as case:
        assert case.steps()[-1].what == "mark", "what a user did in the sample stays"


def test_the_samples_fragments_name_one_sentence_each(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif") as case, pytest.raises(ValueError, match="2 sentences"):
        sample._place(case, {"article": "B", "words": "e"})
    assert CaseRows().articles() == ()


def test_the_samples_report_is_written(tmp_path: Path) -> None:
    sample.write_sample_report(tmp_path / "report.docx")
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")
