"""A proof tells what the report says in the report's language, and what to know of it in that of the window."""

from PySide6.QtWidgets import QApplication
from tests.i18n.bracketed import Bracketed
from tests.reports.cases import harbour_case

from verifier.reports import ReportOptions
from verifier.ui.pages.proof import Proof, ProofJob


def test_concerns_are_in_the_words_of_whoever_looks(qapp: QApplication) -> None:
    proof = ProofJob(harbour_case().snapshot(), ReportOptions(), Bracketed()).run()
    assert isinstance(proof, Proof)
    assert len(proof.concerns) > 2
    assert all("⟦" in one.words for one in proof.concerns)
    assert all("⟦" not in one.heading for one in proof.entries)


def test_without_a_translator_they_are_in_the_words_of_the_report(qapp: QApplication) -> None:
    proof = ProofJob(harbour_case().snapshot(), ReportOptions()).run()
    assert isinstance(proof, Proof)
    assert any(one.words.startswith("Hard conflicts") for one in proof.concerns)
