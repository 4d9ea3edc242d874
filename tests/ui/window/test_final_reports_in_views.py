"""Final reports in the views: the Case view tells the last one, the history has its step, and undo goes past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from tests.journeys.hands import InsideHands

from verifier.domain.kinds import Label
from verifier.reports import ReportOptions
from verifier.ui.bench import Bench
from verifier.ui.views.case import CaseView
from verifier.ui.views.history import STANDS, UNDONE, History

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

HANDS = InsideHands()


def finalise(parts: Assembled, digest: str, why: str = "") -> None:
    coming = parts.desk.need.coming_version(ReportOptions(), why)
    assert not coming.again
    assert parts.desk.do(lambda case: case.finalise(coming.version, digest))
    QApplication.processEvents()


def view_at(parts: Assembled, keys: str, name: str) -> QWidget:
    HANDS.press(keys)
    QApplication.processEvents()
    bench = parts.window.bench
    assert isinstance(bench, Bench)
    return bench.drawer.view(name)


def test_the_case_view_tells_the_last_final_report_as_soon_as_it_is_noted(sample: Assembled) -> None:
    view = view_at(sample, "alt+1", "case")
    assert isinstance(view, CaseView)
    told = view.last_final.told
    assert told.text() == "none yet: the report can be finalised when it is written"
    finalise(sample, "ab" * 32)
    assert told.text().startswith("Version 1, ")
    assert told.text().endswith("SHA-256 of its file: " + "ab" * 32)
    assert "Reason" not in told.text()
    sentence = sample.desk.need.sentence_at_address("A1").id
    sample.desk.do(lambda case: case.mark([sentence], Label.UNCONFIRMED))
    finalise(sample, "cd" * 32, "The <b>board</b> called.")
    assert told.text().startswith("Version 2, ")
    assert "\nReason: The <b>board</b> called.\n" in told.text()


def test_the_history_says_which_version_was_finalised_and_undo_passes_it(sample: Assembled) -> None:
    sentence = sample.desk.need.sentence_at_address("A1").id
    sample.desk.do(lambda case: case.mark([sentence], Label.UNCONFIRMED))
    view = view_at(sample, "alt+5", "history")
    assert isinstance(view, History)
    finalise(sample, "ab" * 32)
    assert "report finalised as version 1" in view.written(view.all_entries()[0])
    HANDS.press("ctrl+z")
    QApplication.processEvents()
    undone, final, mark = view.all_entries()[:3]
    assert "undone: A1 marked unconfirmed" in view.written(undone)
    assert [final.state, mark.state] == [STANDS, UNDONE]
    assert [version.number for version in sample.desk.need.report_versions()] == [1]
