import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.making import make_draft

from verifier.cli import readings, run
from verifier.domain.kinds import Origin, ParagraphKind, Role
from verifier.domain.reading import Anchor, Spot
from verifier.session.acquiring import acquire
from verifier.session.jobs import Worker
from verifier.session.workbench import Workbench

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Quay shut | The Gull</title>
<meta property="og:title" content="Quay shut after storm">
<meta property="og:site_name" content="The Gull">
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Storm shuts the quay"}
</script>
</head><body><article><h1>Quay shut after storm</h1>
<p>The council shut the quay on Tuesday, it said. Thirty boats are idle now.</p>
<p>Nobody could say when the quay would open again for the boats.</p>
</article></body></html>
"""
PLAIN = "The quay is shut\n\n3 May 2031\n\nThe quay closed on Monday. Forty boats lie idle.\n"


def write_sources(folder: Path) -> None:
    (folder / "page.html").write_text(PAGE, "utf-8")
    (folder / "plain.txt").write_text(PLAIN, "utf-8")


class FolderShell(Shell):
    """The command line, with a folder of sources."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(capsys)
        self.folder = folder


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> FolderShell:
    monkeypatch.delenv("VERIFIER_CHECKER", raising=False)
    write_sources(tmp_path)
    return FolderShell(tmp_path, capsys)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the page and the plain text, added once: that takes a child process."""
    folder = tmp_path_factory.mktemp("added")
    write_sources(folder)
    path = folder / "quay.verif"
    assert run(["add", str(path), str(folder / "page.html"), str(folder / "plain.txt")]) == 0
    return path


@pytest.fixture
def case(added: Path, shell: FolderShell) -> Path:
    """A copy of its own."""
    return Path(shutil.copy(added, shell.folder))


# -- read ------------------------------------------------------------------------------------------------------------


def test_paragraphs_have_a_confidence_and_an_anchor_and_metadata_its_candidates(shell: FolderShell) -> None:
    found = shell.json("read", shell.folder / "page.html")
    assert found["source"]["media_type"] == "text/html"
    for paragraph in found["paragraphs"]:
        assert 0 <= paragraph["confidence"] <= 1
        assert paragraph["anchor"]["xpath"].startswith("/")
    metadata = found["metadata"]
    assert metadata["title"] in ("Quay shut after storm", "Storm shuts the quay")
    assert "title" in metadata["unconfirmed"]
    origins = {Origin(one["origin"]) for one in metadata["candidates"]}
    assert Origin.META in origins
    assert {"field", "value", "origin", "detail"} == set(metadata["candidates"][0])
    assert found["source"]["letters"]["seen"] > 0


def test_read_for_people_says_where_a_value_stands_and_what_else_there_is(shell: FolderShell) -> None:
    lines = shell("read", shell.folder / "page.html").splitlines()
    [title] = [line for line in lines if line.startswith("title: ")]
    assert title.endswith("; not confirmed)")
    [other] = [line for line in lines[lines.index(title) + 1 :][:1] if line.startswith("    or: ")]
    assert {title[7:22], other[8:23]} == {"Quay shut after", "Storm shuts the"}
    assert "byline: not stated" in lines
    assert any(line.startswith("letters: ") and line.endswith("kept (100.0 %)") for line in lines)


def test_read_for_people_tells_pages_times_roles_and_doubts() -> None:
    draft = make_draft([(ParagraphKind.BODY, ["On a page."]), (ParagraphKind.ASIDE, ["Spoken."])])
    page, spoken = draft.paragraphs
    page = replace(page, confidence=60, anchor=Anchor(spots=(Spot(3, 1.0, 2.0, 3.0, 4.0),)))
    spoken = replace(spoken, role=Role.HIDDEN, anchor=Anchor(time="00:01:02.500 --> 00:01:05.000"))
    lines = readings.reading_text(replace(draft, paragraphs=(page, spoken))).splitlines()
    assert lines[-2:] == ["       body?  [p. 3] On a page.", "       aside  [hidden] [0:01:02] Spoken."]
    anchor = readings.reading(replace(draft, paragraphs=(page, spoken)))["paragraphs"][0]["anchor"]
    assert anchor == {"page": 3, "box": [1.0, 2.0, 3.0, 4.0]}


# -- add -------------------------------------------------------------------------------------------------------------


def test_one_child_process_reads_all_sources_of_a_call(
    shell: FolderShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Worker] = []
    begin = Worker.__init__

    def counted(self: Worker) -> None:
        made.append(self)
        begin(self)

    monkeypatch.setattr(Worker, "__init__", counted)
    drafts = acquire([shell.folder / "page.html", shell.folder / "plain.txt", shell.folder / "page.html"])
    assert [draft.source.name for draft in drafts] == ["page.html", "plain.txt", "page.html"]
    assert len(made) == 1


def test_a_copy_among_the_sources_of_one_call_is_told(shell: FolderShell) -> None:
    again = shell.folder / "again.txt"
    again.write_bytes((shell.folder / "plain.txt").read_bytes())
    retyped = shell.folder / "retyped.txt"
    retyped.write_bytes((shell.folder / "plain.txt").read_bytes().replace(b"\n", b"\r\n"))
    shell("add", shell.folder / "x.verif", shell.folder / "plain.txt", again, retyped)
    assert shell.said.splitlines() == [
        "A: plain.txt",
        "B: again.txt",
        "   the same bytes as A: added again all the same",
        "C: retyped.txt",
        "   the same text as A: added again all the same",
    ]


def test_what_the_reader_warns_of_is_said_when_adding(shell: FolderShell) -> None:
    odd = shell.folder / "odd.txt"
    odd.write_bytes(b"The quay is shut.\n\nA byte that is none: \xff, they said.\n")
    shell("add", shell.folder / "x.verif", odd, "--encoding", "utf-8")
    assert "A: odd.txt\n   warning: " in shell.said


def test_a_mail_brings_what_is_attached_as_sources_of_their_own(shell: FolderShell) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Two accounts"
    mail.set_content("Here is what the council says about the quay. Please compare.\n")
    mail.add_attachment(PLAIN.encode(), maintype="text", subtype="plain", filename="attached.txt")
    (shell.folder / "letter.eml").write_bytes(mail.as_bytes())
    path = shell.folder / "mail.verif"
    shell("add", path, shell.folder / "letter.eml", shell.folder / "page.html", "--attachments")
    assert shell.said.splitlines() == ["A: letter.eml", "B: attached.txt", "C: page.html"]
    versions = [one["versions"][0] for one in shell.json("list", path)["articles"]]
    assert versions[1]["acquired"] == "attached to letter.eml"
    assert versions[1]["bytes"] == len(PLAIN)


@pytest.mark.parametrize(
    "name",
    [
        "with space.txt",
        "new\nline.txt",
        "quote\"'.txt",
        "Кіт 🐈.txt",
        "-dash.txt",
        "https:",
        "x" * 240 + ".txt",
        b"not utf-8 \xff.txt",
    ],
)
def test_odd_file_names_are_read_and_added(shell: FolderShell, name: str | bytes) -> None:
    path = shell.folder / os.fsdecode(name)
    path.write_text(PLAIN, "utf-8")
    assert shell.json("read", path)["source"]["bytes"] == len(PLAIN)
    shell("add", shell.folder / "odd.verif", path)
    assert shell.said.startswith("A: ")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["none.html"], 1),
        (["."], 1),
        (["https://"], 1),
        (["ftp://example.org/x"], 1),
        (["page.html", "--as", "stone"], 1),
        (["page.html", "--encoding", "none"], 1),
        (["page.html", "--part", "7"], 0),
        (["page.html", "--wrap", "round"], 2),
        ([], 2),
    ],
)
def test_exit_codes_of_read(
    shell: FolderShell, arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.folder)
    shell("read", *arguments, expect=code)
    assert bool(shell.said) == (code > 0)
    assert "Traceback" not in shell.said


# -- reread ----------------------------------------------------------------------------------------------------------


def test_an_article_is_read_anew_from_its_kept_bytes(shell: FolderShell, case: Path) -> None:
    shell("mark", case, "B3", "verified")
    shell("reread", case, "b")
    assert shell.said == "B: it was read so already\n"
    (shell.folder / "plain.txt").unlink()
    shell("reread", case, "B", "--as", "plain", "--wrap", "wrapped")
    assert "B read anew from plain.txt; passages moved: 1, left behind: 0" in shell.said
    found = shell.json("list", case)
    [before, after] = found["articles"][1]["versions"]
    assert (before["current"], after["current"], after["wrap"]) == (False, True, "wrapped")
    assert before["sha256"] == after["sha256"]
    assert found["left_behind"] == []


def test_what_a_newer_copy_leaves_behind_is_said_and_listed(shell: FolderShell, case: Path) -> None:
    shell("mark", case, "B3", "verified")
    newer = shell.folder / "newer.txt"
    newer.write_text(PLAIN.replace("Forty boats lie idle", "Forty-one boats lie idle"), "utf-8")
    shell("reread", case, "B", newer)
    assert "left behind: 1" in shell.said
    assert "left behind by a new reading: B3 ✓ Forty boats lie idle.\n    perhaps (" in shell.said
    [left] = shell.json("list", case)["left_behind"]
    assert (left["address"], left["label"]) == ("B3", "verified")
    assert left["proposal"]["text"] == "Forty-one boats lie idle."
    assert 0.7 <= left["proposal"]["alike"] < 1
    assert "left behind by a new reading: B3" in shell("list", case)


@pytest.fixture
def left(shell: FolderShell, case: Path) -> Path:
    """A case in which the mark of B3 was left behind by a newer copy of B."""
    shell("mark", case, "B3", "verified")
    newer = shell.folder / "newer.txt"
    newer.write_text(PLAIN.replace("Forty boats lie idle", "Forty-one boats lie idle"), "utf-8")
    shell("reread", case, "B", newer)
    return case


def labels(shell: FolderShell, case: Path) -> dict[str, str]:
    found = shell.json("list", case)
    return {
        one["address"]: one["label"]
        for article in found["articles"]
        for one in article["sentences"]
        if one["label"]
    }


def test_what_was_left_behind_is_moved_to_the_place_proposed(shell: FolderShell, left: Path) -> None:
    assert labels(shell, left) == {}
    shell("move", left, "b3")
    assert shell.said == "what stood at B3 of an earlier reading moved to B3\n"
    assert labels(shell, left) == {"B3": "verified"}
    assert shell.json("list", left)["left_behind"] == []
    shell("undo", left)
    assert [one["address"] for one in shell.json("list", left)["left_behind"]] == ["B3"]


def test_what_was_left_behind_is_moved_where_a_person_says(shell: FolderShell, left: Path) -> None:
    shell("move", left, "B3", "B2")
    assert labels(shell, left) == {"B2": "verified"}


def test_moving_refuses_what_is_not_there_and_changes_nothing(shell: FolderShell, left: Path) -> None:
    before = shell.json("history", left)
    shell("move", left, "B2", expect=1)
    assert "Left behind: B3." in shell.said
    shell("move", left, "B3", "B99", expect=1)
    shell("move", left, "B3", "A1", expect=1)
    assert "cannot be moved to another" in shell.said
    shell("move", left, expect=2)
    assert shell.json("history", left) == before


def test_what_has_no_proposal_wants_a_place(shell: FolderShell, case: Path) -> None:
    shell("mark", case, "B3", "verified")
    newer = shell.folder / "newer.txt"
    newer.write_text(PLAIN.replace("Forty boats lie idle", "Whether it rains we shall see"), "utf-8")
    shell("reread", case, "B", newer)
    shell("move", case, "B3", expect=1)
    assert "Name the sentence they belong to" in shell.said
    shell("move", case, "B3", "B2")
    assert labels(shell, case) == {"B2": "verified"}


def test_rereading_refuses_as_reading_does_and_changes_nothing(shell: FolderShell, case: Path) -> None:
    before = case.read_bytes()
    shell("reread", case, "B", shell.folder / "none.txt", expect=1)
    shell("reread", case, "Z", expect=1)
    assert "The case has: A, B" in shell.said
    shell("reread", case, expect=2)
    assert case.read_bytes() == before


# -- describe --------------------------------------------------------------------------------------------------------


def test_what_a_reader_found_is_confirmed_field_by_field_or_at_once(shell: FolderShell, case: Path) -> None:
    assert "A  The Gull (not confirmed: " in shell("list", case)
    shell("describe", case, "A", "--confirm", "publisher")
    assert shell.said == "confirmed of A: publisher\n"
    found = shell.json("describe", case, "A")
    assert "publisher" not in found["unconfirmed"]
    assert "title" in found["unconfirmed"]
    shell("describe", case, "A", "--confirm")
    assert shell.json("describe", case, "A")["unconfirmed"] == []
    shell("describe", case, "A", "--confirm")
    assert shell.said == "A: it stood so already\n"
    shell("undo", case)
    assert shell.said.startswith("undone: confirmed of A: title")
    assert "title" in shell.json("describe", case, "A")["unconfirmed"]


def test_what_is_written_is_confirmed_and_an_empty_word_means_not_stated(
    shell: FolderShell, case: Path
) -> None:
    shell("describe", case, "A", "--byline", "N. Quist", "--language", "")
    found = shell.json("describe", case, "A")
    assert (found["metadata"]["byline"], found["metadata"]["language"]) == ("N. Quist", None)
    assert "byline" not in found["unconfirmed"]
    assert "title" in found["unconfirmed"]
    shell("describe", case, "A", "--piece", "report", "--confirm")
    assert shell.json("list", case)["articles"][0]["unconfirmed"] == []
    assert shell.json("list", case)["articles"][0]["metadata"]["piece"] == "report"


def test_describe_alone_shows_what_is_known_and_what_else_the_source_offers(
    shell: FolderShell, case: Path
) -> None:
    answer = shell("describe", case, "A")
    assert "publisher: The Gull (" in answer
    assert "    or: " in answer
    before = case.read_bytes()
    shell("describe", case, "A", "--confirm", "colour", expect=2)
    shell("describe", case, "C", expect=1)
    assert case.read_bytes() == before
    with Workbench.open(case, read_only=True) as opened:
        assert len(opened.steps()) == 1


# -- an interrupt ----------------------------------------------------------------------------------------------------


def _children(pid: int) -> Iterator[int]:
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, path.read_text("ascii").split())


def _has_two_children(pid: int) -> bool:
    """The one that reads, and the one Python starts to clear up behind others."""
    return len(list(_children(pid))) >= 2


def _gone(pids: list[int]) -> bool:
    end = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < end:
        time.sleep(0.05)
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("later", [0.0, 0.1, 1.5])
def test_an_interrupt_ends_the_reading_and_its_child_without_a_traceback(
    tmp_path: Path, later: float
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The quay is shut, they say, and nobody knows why it is so. " * 150_000, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "verifier", "add", str(tmp_path / "x.verif"), str(path), str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    end = time.monotonic() + 60
    while not _has_two_children(process.pid):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.005)
    time.sleep(later)
    children = list(_children(process.pid))
    os.killpg(process.pid, signal.SIGINT)
    answer, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert answer == ""
    assert "Traceback" not in said
    assert not (tmp_path / "x.verif").exists()
    assert _gone(children)
