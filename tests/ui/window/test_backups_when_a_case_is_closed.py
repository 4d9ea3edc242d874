"""A case that is closed is backed up in the data folder, and where it is damaged later its backup is offered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from verifier.domain.kinds import Label
from verifier.domain.queries import mark_of
from verifier.session.backups import last_backup
from verifier.session.places import sentence_at
from verifier.ui.assembly import Assembled


def test_the_backup_of_a_damaged_case_is_offered_and_holds_the_last_label(
    sample: Assembled, qapp: QApplication, tmp_path: Path
) -> None:
    path, controllers = sample.desk.need.path, sample.controllers
    assert last_backup(path, tmp_path / "data") is None
    sample.place.go_to(sentence_at(sample.desk.need.rows, "A6").id)
    controllers.casework.mark(Label.UNCONFIRMED)
    controllers.opening.close()
    backup = last_backup(path, tmp_path / "data")
    assert backup is not None
    path.write_bytes(path.read_bytes()[:20_000])
    controllers.opening.open_path(path)
    qapp.processEvents()
    bar = sample.window.message
    assert "damaged" in bar.text.text()
    offers = {button.text(): button for button in bar.offers()}
    offers["Look at the last backup"].click()
    case = sample.desk.need
    assert case.read_only
    mark = mark_of(case.rows, sentence_at(case.rows, "A6"))
    assert mark is not None
    assert mark.label is Label.UNCONFIRMED
    assert str(backup) not in sample.settings.all.recents
    controllers.opening.close()
    assert list(backup.parent.glob("*.verif")) == [backup], "looking at a backup makes no other"


def test_a_backup_that_cannot_be_written_keeps_no_case_open_and_is_said(
    sample: Assembled, tmp_path: Path
) -> None:
    sample.place.go_to(sentence_at(sample.desk.need.rows, "A6").id)
    sample.controllers.casework.mark(Label.UNCONFIRMED)
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "backups").write_text("in the way")
    sample.controllers.opening.close()
    assert sample.desk.workbench is None
    assert (
        "could not" in sample.window.message.text.text() or "not written" in sample.window.message.text.text()
    )
