import pickle
from dataclasses import fields
from typing import Any

import pytest

from verifier.domain.articles import ParagraphDraft, PositionMap, Run, SentenceDraft, sha256_of
from verifier.domain.checkers import UNNAMED, Checker, initials_of, name_in
from verifier.domain.errors import CaseError, ReadError, VerifierError
from verifier.domain.judgements import Link
from verifier.domain.kinds import Facet, InlineKind, ParagraphKind, Relation, Role, Severity
from verifier.domain.reading import Anchor, Inline, Spot
from verifier.domain.rows import CaseRows
from verifier.domain.steps import RowChange


def test_a_position_leads_to_the_original_over_folded_breaks() -> None:
    # "one\r\n  two" was read as "one two": the break and the indent became one space
    positions = PositionMap((Run(0, 3, 0, 3), Run(3, 4, 3, 7, folded=True), Run(4, 7, 7, 10)))
    assert positions.source_span(0, 3) == (0, 3)
    assert positions.source_span(2, 5) == (2, 8)
    assert positions.source_span(3, 4) == (3, 7)
    assert positions.source_span(4, 4) == (7, 7)
    assert PositionMap(()).source_span(0, 0) == (0, 0)


def test_the_hash_of_a_text_is_that_of_its_utf8() -> None:
    assert sha256_of("ä") == sha256_of("ä".encode())


@pytest.mark.parametrize(
    ("checker", "signature", "initials"),
    [
        (Checker("A. Berg", "AB"), "A. Berg", "AB"),
        (Checker("A. Berg", "XY"), "A. Berg (XY)", "XY"),
        (Checker("  Mo   Lind ", ""), "Mo Lind", "ML"),
        (Checker("", ""), "unnamed", "–"),
        (UNNAMED, "unnamed", "–"),
    ],
)
def test_a_signature_holds_name_and_initials(checker: Checker, signature: str, initials: str) -> None:
    assert checker.signature == signature
    assert initials_of(signature) == initials
    assert Checker.signed(signature).signature == signature
    assert "(" not in name_in(signature)


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(ReadError("source-too-big", "x.txt", size="30.0")))
    assert isinstance(error, ReadError)
    assert (error.code, error.where, error.values) == ("source-too-big", "x.txt", {"size": "30.0"})
    assert "size=30.0" in str(error)
    assert str(VerifierError("cancelled", "x")) == "cancelled: x"


def test_a_contradiction_without_severity_is_hard_and_open() -> None:
    link = Link("1", "a", "b", Relation.CONTRADICTS, "AB", "")
    assert link.gravity is Severity.HARD
    assert link.is_difference
    assert link.is_open
    agreeing = Link("2", "a", "b", Relation.CORROBORATES, "AB", "")
    assert not agreeing.is_difference
    assert Link("3", "a", "b", Relation.CORROBORATES, "AB", "", facets=(Facet.DATE,)).is_open


def test_rows_refuse_a_change_that_does_not_fit_and_a_sealed_copy_any() -> None:
    link = Link("1", "a", "b", Relation.CONTRADICTS, "AB", "")
    rows = CaseRows()
    with pytest.raises(ValueError, match="not as the step expects"):
        rows.apply([RowChange("links", "1", link, None)])
    rows.apply([RowChange("links", "1", None, link)])
    copy = rows.sealed_copy()
    with pytest.raises(ValueError, match="does not change"):
        copy.apply([RowChange("links", "1", link, None)])
    rows.apply([RowChange("links", "1", link, None)])
    assert copy.links_on("a") == (link,)
    assert rows.links_on("a") == ()
    assert CaseError("x").where == ""


SPOT = Spot(3, 1.5, 2.5, 30.0, 40.0)
SHIPPED = (
    Run(1, 5, 11, 17, folded=True),
    ParagraphDraft(ParagraphKind.ASIDE, 1, 9, 60, Role.DELETED, Anchor(xpath="/html/body/p[1]")),
    SentenceDraft(2, 8, 4),
    SPOT,
    Anchor((SPOT,), "word/document.xml", 7, "/html", "12", "00:00:01.000 --> 00:00:02.000"),
    Inline(InlineKind.LINK, 3, 6, "https://gazette.example"),
)


@pytest.mark.parametrize("value", SHIPPED, ids=lambda value: type(value).__name__)
def test_what_says_itself_how_it_is_pickled_forgets_no_field(value: Any) -> None:
    _kind, arguments = value.__reduce__()
    assert len(arguments) == len(fields(value))
    assert pickle.loads(pickle.dumps(value)) == value
