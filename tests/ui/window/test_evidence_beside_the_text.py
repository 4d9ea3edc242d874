"""Evidence by keyboard: every field, one piece for many marks, addresses refused, the text usable meanwhile."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from tests.journeys.hands import InsideHands

from verifier.domain.judgements import Evidence
from verifier.domain.kinds import Label, Primacy, Stance
from verifier.domain.queries import basis_of, passage_of
from verifier.session.evidence import EvidenceDraft
from verifier.session.workbench import Workbench
from verifier.ui.bench import Bench
from verifier.ui.control.casework import mark_at
from verifier.ui.dialogs.evidence import EvidenceChange, EvidenceDialog
from verifier.ui.pressing import PressedButton

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

HANDS = InsideHands()


def go(parts: Assembled, address: str) -> str:
    place = parts.desk.need.sentence_at_address(address).id
    parts.place.go_to(place)
    QApplication.processEvents()
    return place


def ask(parts: Assembled) -> EvidenceDialog:
    HANDS.press("e")
    dialog = parts.window.findChild(EvidenceDialog)
    assert isinstance(dialog, EvidenceDialog)
    return dialog


def evidence_at(parts: Assembled, address: str) -> tuple[Evidence, ...]:
    case = parts.desk.need
    passage = passage_of(case.rows, case.sentence_at_address(address))
    return case.rows.evidence_on(passage.id) if passage else ()


def piece_serving(parts: Assembled, address: str) -> Evidence:
    [piece] = evidence_at(parts, address)
    return piece


def inspector_words(parts: Assembled) -> list[str]:
    bench = parts.window.bench
    assert isinstance(bench, Bench)
    return [label.text() for label in bench.inspector.findChildren(QLabel) if label.isVisible()]


def test_every_field_is_written_by_keyboard_while_the_text_stays_usable(sample: Assembled) -> None:
    go(sample, "A6")
    dialog = ask(sample)
    assert not dialog.isModal()
    assert "A6" in dialog.windowTitle()
    HANDS.type("Minutes of the county council")
    for words in ("https://council.example/minutes", "page 4", "“Not before 6 January.”", "20 November"):
        HANDS.press("Tab")  # no piece of the case is like it, so there is none to tab through
        HANDS.type(words)
    HANDS.press("Tab", "Down", "Tab", "Up", "Tab")
    HANDS.type("County council")
    HANDS.press("Tab")
    HANDS.type("with the clerk, by telephone")
    go(sample, "A9")
    assert "A6" in dialog.windowTitle()
    dialog.fields.confidential.setChecked(True)
    dialog.accept()
    piece = piece_serving(sample, "A6")
    assert (piece.citation, piece.url, piece.locator, piece.quotation, piece.seen) == (
        "Minutes of the county council",
        "https://council.example/minutes",
        "page 4",
        "“Not before 6 January.”",
        "20 November",
    )
    assert (piece.stance, piece.primacy, piece.origin) == (
        Stance.CONTRADICTS,
        Primacy.PRIMARY,
        "County council",
    )
    assert (piece.interview, piece.confidential) == ("with the clerk, by telephone", True)
    assert evidence_at(sample, "A9") != (piece,)


@pytest.mark.parametrize(
    "url", ["council.example/minutes", "ftp://council.example", "javascript:alert(1)", "https://"]
)
def test_what_is_no_web_address_is_refused_with_a_message_and_nothing_is_lost(
    sample: Assembled, url: str
) -> None:
    go(sample, "A6")
    before = len(sample.desk.need.steps())
    dialog = ask(sample)
    HANDS.type("Minutes")
    dialog.fields.url.setText(url)
    HANDS.press("Return")
    assert dialog.isVisible()
    assert url in dialog.told.text()
    assert dialog.told.isVisible()
    assert QApplication.focusWidget() is dialog.fields.url
    assert len(sample.desk.need.steps()) == before
    dialog.fields.url.setText("https://council.example/")
    assert not dialog.told.isVisible()
    HANDS.press("Return")
    assert piece_serving(sample, "A6").url == "https://council.example/"


def test_a_piece_of_the_case_is_found_by_typing_and_put_on_the_place_by_keyboard(sample: Assembled) -> None:
    wanted = piece_serving(sample, "B11")
    go(sample, "A6")
    dialog = ask(sample)
    assert dialog.known is not None
    assert dialog.known.count() > 3
    HANDS.type("census b11")
    assert dialog.known.count() == 1
    HANDS.press("Down")
    assert dialog.fields.quotation.words() == wanted.quotation
    assert not dialog.fields.quotation.isEnabled()
    assert dialog.do_button.text() == "Put it here too"
    HANDS.press("Return")
    assert evidence_at(sample, "A6") == (wanted,)
    assert len(sample.desk.need.rows.uses_of(wanted.id)) == 2
    go(sample, "A6")
    assert any("serves B11 too" in words for words in inspector_words(sample))


def test_a_piece_looked_at_and_left_again_gives_back_what_was_typed(sample: Assembled) -> None:
    go(sample, "A6")
    dialog = ask(sample)
    dialog.fields.origin.setText("the clerk")
    HANDS.type("census")
    HANDS.press("Down")
    assert dialog.fields.origin.text() != "the clerk"
    HANDS.press("Up")
    assert QApplication.focusWidget() is dialog.citation
    assert dialog.fields.origin.text() == "the clerk"
    assert dialog.fields.origin.isEnabled()
    dialog.reject()


def test_one_new_piece_serves_all_that_is_selected(sample: Assembled) -> None:
    go(sample, "A18")
    HANDS.press("Shift+Down", "Shift+Down")
    dialog = ask(sample)
    assert "A18, A19, A20" in dialog.windowTitle()
    HANDS.type("Letter of 3 November")
    HANDS.press("Return")
    [piece] = {piece for address in ("A18", "A19", "A20") for piece in evidence_at(sample, address)}
    assert len(sample.desk.need.rows.uses_of(piece.id)) == 3
    assert sample.desk.need.steps()[-1].what == "add-evidence"


def changing(parts: Assembled, evidence_id: str) -> EvidenceChange:
    parts.controllers.evidence.edit(evidence_id)
    QApplication.processEvents()
    dialog = parts.window.findChild(EvidenceChange)
    assert isinstance(dialog, EvidenceChange)
    return dialog


def chips(dialog: EvidenceChange) -> dict[str, PressedButton]:
    found = dialog.findChildren(PressedButton)
    return {button.toolTip(): button for button in found if button.toolTip() and button.isVisible()}


def test_a_piece_is_changed_wherever_it_serves_and_taken_from_one_place(sample: Assembled) -> None:
    piece = piece_serving(sample, "B11")
    sample.desk.do(lambda workbench: workbench.attach_evidence([go(sample, "A6")], piece.id))
    dialog = changing(sample, piece.id)
    assert not dialog.isModal()
    assert {"Go to B11", "Take it from B11", "Go to A6", "Take it from A6"} <= set(chips(dialog))
    chips(dialog)["Go to B11"].click()
    assert sample.place.sentence() == sample.desk.need.sentence_at_address("B11").id
    assert dialog.isVisible()
    chips(dialog)["Take it from A6"].click()
    QApplication.processEvents()
    assert "Take it from A6" not in chips(dialog)
    assert evidence_at(sample, "A6") == ()
    dialog.citation.setText("Census of 2021")
    dialog.accept()
    assert piece_serving(sample, "B11").citation == "Census of 2021"
    assert sample.desk.need.steps()[-1].what == "edit-evidence"


def test_a_piece_taken_from_its_last_place_closes_its_dialog(sample: Assembled) -> None:
    piece = piece_serving(sample, "B11")
    dialog = changing(sample, piece.id)
    chips(dialog)["Take it from B11"].click()
    QApplication.processEvents()
    assert sample.desk.need.rows.get(Evidence, piece.id) is None
    assert [one for one in sample.window.findChildren(EvidenceChange) if one.isVisible()] == []


def test_context_is_shown_as_no_basis(sample: Assembled) -> None:
    place = go(sample, "B3")
    dialog = ask(sample)
    assert not dialog.fields.no_basis.isVisible()
    dialog.fields.stance.setCurrentIndex(dialog.fields.stance.findData(Stance.CONTEXT))
    assert dialog.fields.no_basis.isVisible()
    HANDS.type("Standing orders of the council")
    dialog.accept()
    mark = mark_at(sample.desk.need.rows, place)
    assert mark is not None
    assert mark.label is Label.VERIFIED
    assert not basis_of(sample.desk.need.rows, mark)
    go(sample, "B3")
    assert any("context, no basis" in words for words in inspector_words(sample))


def test_a_file_is_attached_with_its_hash_shown_and_taken_out_again(
    sample: Assembled, tmp_path: Path
) -> None:
    file = tmp_path / "certificate.pdf"
    file.write_bytes(b"passed, with a condition")
    digest = sha256(file.read_bytes()).hexdigest()
    go(sample, "A6")
    dialog = ask(sample)
    dialog.fields.file.attach(str(tmp_path / "missing.pdf"))
    assert "missing.pdf" in dialog.fields.file.told.text()
    dialog.fields.file.attach(str(file))
    assert digest in dialog.fields.file.told.text().replace(" ", "")
    HANDS.type("Certificate")
    dialog.accept()
    piece = piece_serving(sample, "A6")
    assert (piece.attachment_name, piece.attachment_sha256) == ("certificate.pdf", digest)
    assert sample.desk.need.attachment(digest) == file.read_bytes()
    go(sample, "A6")
    assert any(digest[:8] in words for words in inspector_words(sample))
    change = changing(sample, piece.id)
    assert digest in change.fields.file.told.text().replace(" ", "")
    change.fields.origin.setText("the surveyor")
    change.accept()
    assert piece_serving(sample, "A6").attachment_sha256 == digest
    change = changing(sample, piece.id)
    change.fields.file.take_out()
    change.accept()
    assert piece_serving(sample, "A6").attachment_name == ""


def test_evidence_being_written_is_a_step_when_the_case_is_closed(sample: Assembled) -> None:
    go(sample, "A6")
    ask(sample)
    HANDS.type("Minutes of the county council")
    path = sample.desk.need.path
    sample.controllers.opening.close()
    with Workbench.open(path, read_only=True) as closed:
        assert closed.rows.all(Evidence)[-1].citation == "Minutes of the county council"


def test_a_piece_that_is_gone_meanwhile_is_told_and_what_was_typed_stays(sample: Assembled) -> None:
    article = sample.desk.need.article_at_letter("A").id
    go(sample, "A6")
    dialog = ask(sample)
    HANDS.type("Minutes")
    sample.desk.do(lambda workbench: workbench.remove_article(article))
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.told.isVisible()
    assert dialog.citation.text() == "Minutes"
    dialog.reject()


def test_an_address_written_before_it_was_checked_may_stay(sample: Assembled) -> None:
    case = sample.desk.need
    piece = piece_serving(sample, "B11")
    from dataclasses import replace

    from verifier.domain.steps import RowChange, StepDraft

    older = replace(piece, url="census.example")
    case._take(
        StepDraft("edit-evidence", (RowChange("evidence", piece.id, piece, older),), {"citation": "Census"})
    )
    dialog = changing(sample, piece.id)
    dialog.fields.origin.setText("the office")
    dialog.accept()
    assert (piece_serving(sample, "B11").url, piece_serving(sample, "B11").origin) == (
        "census.example",
        "the office",
    )
    draft = EvidenceDraft("Census", url="other.example")
    assert sample.desk.do(lambda workbench: workbench.edit_evidence(piece.id, draft)) is None


def test_the_dialog_stands_at_the_side_where_the_text_it_is_for_is_not(sample: Assembled) -> None:
    left_of = {}
    for address in ("A6", "B6"):
        go(sample, address)
        dialog = ask(sample)
        QApplication.processEvents()
        left_of[address] = dialog.frameGeometry().left()
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert left_of["A6"] > left_of["B6"]
