import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.making import make_case
from tests.unruly_jobs import UnrulyJob

from verifier.domain.articles import ArticleDraft
from verifier.domain.errors import ReadError, VerifierError
from verifier.session.jobs import ReadJob, ReportJob, Worker

DEADLINE = 60.0


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    worker.start()
    yield worker
    worker.close()
    assert not [one for one in threading.enumerate() if one.name == "verifier-worker"]


def refusal(worker: Worker, job: object) -> VerifierError:
    with pytest.raises(VerifierError) as caught:
        worker.submit(job).result(DEADLINE)  # type: ignore[arg-type]
    return caught.value


def test_a_job_is_done_in_another_process_that_stays_warm(worker: Worker) -> None:
    first = worker.submit(UnrulyJob("echo")).result(DEADLINE)
    assert first != os.getpid()
    assert worker.submit(UnrulyJob("echo")).result(DEADLINE) == first


def test_an_article_is_read_there(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("A quay was closed. Nobody knows why.\n", "utf-8")
    draft = worker.submit(ReadJob(path)).result(DEADLINE)
    assert isinstance(draft, ArticleDraft)
    assert draft.text.startswith("A quay was closed.")
    assert ReadJob(path).about == "article.txt"


def test_a_report_is_written_there(worker: Worker, tmp_path: Path) -> None:
    from verifier.reports import ReportOptions

    with make_case(tmp_path / "case.verif") as case:
        target = tmp_path / "report.docx"
        assert worker.submit(ReportJob(case.snapshot(), ReportOptions(), target)).result(DEADLINE) == target
        assert target.read_bytes().startswith(b"PK")
        assert refusal(worker, ReportJob(case.snapshot(), "no options", target)).code == "job-failed"


def test_a_final_report_waits_beside_its_place_until_it_is_noted(worker: Worker, tmp_path: Path) -> None:
    from verifier.reports import ReportOptions
    from verifier.reports.saving import Staged

    with make_case(tmp_path / "case.verif") as case:
        target, options = tmp_path / "report.html", ReportOptions(final=True)
        snapshot = case.coming_version(options).snapshot
        staged = worker.submit(ReportJob(snapshot, options, target, form="html")).result(DEADLINE)
        assert isinstance(staged, Staged)
        assert not target.exists()
        assert staged.commit() == (target,)
        assert target.exists()


def test_a_refusal_comes_home_as_it_is(worker: Worker, tmp_path: Path) -> None:
    error = refusal(worker, ReadJob(tmp_path / "none.txt"))
    assert isinstance(error, ReadError)
    assert error.code == "source-missing"


def test_an_unexpected_fault_is_told_and_the_child_goes_on(worker: Worker) -> None:
    error = refusal(worker, UnrulyJob("fail"))
    assert (error.code, error.where) == ("job-failed", "unruly.txt")
    assert "by nought" in str(error.values["detail"])
    assert worker.submit(UnrulyJob("echo")).result(DEADLINE)


@pytest.mark.skipif(sys.platform != "linux", reason="the memory limit is set on Linux")
def test_a_job_cannot_eat_the_machine(worker: Worker) -> None:
    assert refusal(worker, UnrulyJob("eat")).code == "out-of-memory"


def test_a_dead_child_is_replaced(worker: Worker) -> None:
    before = worker.submit(UnrulyJob("echo")).result(DEADLINE)
    assert refusal(worker, UnrulyJob("die")).code == "worker-died"
    assert worker.submit(UnrulyJob("echo")).result(DEADLINE) != before


def test_a_job_past_its_deadline_is_given_up(worker: Worker) -> None:
    assert refusal(worker, UnrulyJob("sleep", seconds=0.2)).code == "took-too-long"
    assert worker.submit(UnrulyJob("echo")).result(DEADLINE)


def test_a_running_job_can_be_cancelled_and_a_waiting_one_too(worker: Worker) -> None:
    running = worker.submit(UnrulyJob("sleep"))
    waiting = worker.submit(UnrulyJob("sleep"))
    while not running.running():
        threading.Event().wait(0.01)
    worker.cancel(waiting)
    assert waiting.cancelled()
    worker.cancel(running)
    with pytest.raises(VerifierError, match="cancelled"):
        running.result(DEADLINE)
    assert worker.submit(UnrulyJob("echo")).result(DEADLINE)
    worker.cancel(running)  # long over: nothing happens


def test_closing_ends_a_job_that_runs() -> None:
    worker = Worker()
    worker.close()  # never started: nothing to close
    future = worker.submit(UnrulyJob("sleep"))
    while not future.running():
        threading.Event().wait(0.01)
    worker.close()
    assert isinstance(future.exception(DEADLINE), VerifierError)
