"""Claims out of links and of what people named: groups, cells, order, and the warning of one origin."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.making import COUNCIL, at, make_case, make_draft

from verifier.domain.articles import Passage
from verifier.domain.claims import (
    CellKind,
    ClaimRow,
    OneOrigin,
    claim_holding,
    claims_of,
    counts_of,
    rejection_of,
)
from verifier.domain.judgements import Claim, Link
from verifier.domain.kinds import Outcome, ParagraphKind, Relation, Severity
from verifier.domain.queries import account, address_of_passage
from verifier.domain.rows import TABLES, CaseRows
from verifier.domain.steps import RowChange
from verifier.session.evidence import EvidenceDraft
from verifier.session.workbench import Workbench


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    """Three articles: A1 to A5, B1 and B2, C1 and C2."""
    with make_case(tmp_path / "quay.verif") as made:
        made.add_articles([make_draft(COUNCIL, "third.txt")])
        yield made


def link(case: Workbench, a: str, b: str, relation: Relation, severity: Severity | None = None) -> str:
    one, other = at(case, a, b)
    return min(case.link(one, other, relation, severity=severity).links)


def places(case: Workbench, passages: tuple[str, ...]) -> list[str]:
    return [address_of_passage(case.rows, case.rows.need(Passage, key)) for key in passages]


def cells(case: Workbench, row: ClaimRow) -> list[tuple[str, list[str]]]:
    return [(cell.kind.value, places(case, cell.passages)) for cell in row.cells]


def test_a_case_without_links_has_no_claims(case: Workbench) -> None:
    assert claims_of(case.rows) == ()


def test_passages_tied_by_links_are_one_group_in_reading_order(case: Workbench) -> None:
    link(case, "C2", "B2", Relation.CORROBORATES)
    link(case, "B2", "A3", Relation.CONTRADICTS)
    link(case, "A4", "C1", Relation.CORROBORATES)
    first, second = claims_of(case.rows)
    assert places(case, first.passages) == ["A3", "B2", "C2"]
    assert first.severity is Severity.HARD
    assert cells(case, first) == [("says", ["A3"]), ("contradicts", ["B2"]), ("contradicts", ["C2"])]
    assert cells(case, second) == [("says", ["A4"]), ("not-compared", []), ("says", ["C1"])]
    assert (first.claim, first.wording, second.severity) == (None, "", None)
    assert counts_of(first)[CellKind.CONTRADICTS] == 2


def test_a_contradiction_settled_as_compatible_is_none_and_the_group_stays(case: Workbench) -> None:
    key = link(case, "A3", "B2", Relation.CONTRADICTS)
    case.edit_link(key, outcome=Outcome.COMPATIBLE)
    [row] = claims_of(case.rows)
    assert cells(case, row)[1] == ("says", ["B2"])
    assert row.severity is None
    case.edit_link(key, outcome=Outcome.A_STANDS)
    [row] = claims_of(case.rows)
    assert cells(case, row)[1] == ("contradicts", ["B2"])
    assert row.severity is None


def test_whoever_contradicts_a_contradiction_says_what_the_first_says(case: Workbench) -> None:
    link(case, "A3", "B2", Relation.CONTRADICTS)
    link(case, "B2", "C2", Relation.CONTRADICTS)
    [row] = claims_of(case.rows)
    assert [kind for kind, _ in cells(case, row)] == ["says", "contradicts", "says"]


def test_links_inside_one_article_belong_to_the_group_and_more_detail_has_a_direction(
    case: Workbench,
) -> None:
    link(case, "A2", "A5", Relation.CONTRADICTS, Severity.TENSION)
    link(case, "B1", "A2", Relation.ADDS_DETAIL)
    [row] = claims_of(case.rows)
    assert cells(case, row)[:2] == [("contradicts", ["A2", "A5"]), ("more-detail", ["B1"])]
    assert row.cells[0].severity is Severity.TENSION


def test_the_gravest_difference_comes_first_and_first_in_its_cell(case: Workbench) -> None:
    link(case, "A1", "B1", Relation.CORROBORATES)
    link(case, "A2", "C1", Relation.CONTRADICTS, Severity.MINOR)
    link(case, "A4", "C2", Relation.CONTRADICTS, Severity.TENSION)
    link(case, "A3", "C2", Relation.CORROBORATES)
    link(case, "A5", "B2", Relation.CONTRADICTS)
    found = claims_of(case.rows)
    assert [row.severity for row in found] == [Severity.HARD, Severity.TENSION, Severity.MINOR, None]
    assert places(case, found[1].cells[0].passages) == ["A4", "A3"]


def test_a_claim_people_made_holds_what_is_tied_to_it_and_keeps_others_apart(case: Workbench) -> None:
    a3, b2, c2 = at(case, "A3", "B2", "C2")
    link(case, "A3", "B2", Relation.CORROBORATES)
    link(case, "B2", "C2", Relation.CORROBORATES)
    case.make_claim([a3], "Forty boats")
    [row] = claims_of(case.rows)
    assert (row.wording, places(case, row.passages)) == ("Forty boats", ["A3", "B2", "C2"])
    case.make_claim([c2], "Thirty boats")
    forty, thirty = sorted(claims_of(case.rows), key=lambda one: one.wording)
    assert places(case, forty.passages) == ["A3", "B2"]
    assert places(case, thirty.passages) == ["B2", "C2"]
    held = claim_holding(claims_of(case.rows), case.rows.passage_at(*span(case, b2)).id)  # type: ignore[union-attr]
    assert held is not None
    assert held.claim is not None


def span(case: Workbench, sentence_id: str) -> tuple[str, int, int]:
    from verifier.domain.articles import Sentence

    sentence = case.rows.need(Sentence, sentence_id)
    return sentence.version_id, sentence.start, sentence.end


def test_an_article_nobody_looked_in_is_not_compared_and_one_looked_in_is_silent(case: Workbench) -> None:
    [a4] = at(case, "A4")
    case.make_claim([a4], "Nobody knows why")
    _, b, c = case.rows.articles()
    case.confirm_absence(a4, c.id)
    [row] = claims_of(case.rows)
    assert [cell.kind for cell in row.cells] == [CellKind.SAYS, CellKind.NOT_COMPARED, CellKind.SILENT]
    assert row.cells[2].absence is not None
    assert row.cells[2].absence.checker == "A. Berg"
    assert b.id == row.cells[1].article_id


def test_one_origin_is_warned_of_where_all_quote_the_same_statement(case: Workbench) -> None:
    link(case, "A5", "B2", Relation.SAME_QUOTATION)
    [row] = claims_of(case.rows)
    assert row.one_origin is OneOrigin.SAME_STATEMENT
    link(case, "A5", "C2", Relation.CORROBORATES)
    [row] = claims_of(case.rows)
    assert row.one_origin is None


def test_links_that_only_corroborate_repeat_one_statement_where_comparing_found_it_in_both(
    case: Workbench,
) -> None:
    a5, b2, c2 = at(case, "A5", "B2", "C2")
    link(case, "A5", "B2", Relation.CORROBORATES)
    assert claims_of(case.rows)[0].one_origin is None
    quoted = frozenset({(a5, b2), (b2, a5)})
    assert claims_of(case.rows, quoted)[0].one_origin is OneOrigin.SAME_STATEMENT
    link(case, "B2", "C2", Relation.CORROBORATES)
    assert claims_of(case.rows, quoted)[0].one_origin is None
    quoted |= {(c2, b2), (b2, c2)}
    assert claims_of(case.rows, quoted)[0].one_origin is OneOrigin.SAME_STATEMENT
    case.add_evidence([a5], EvidenceDraft("Harbour log"))
    assert claims_of(case.rows, quoted)[0].one_origin is None


def test_one_origin_is_warned_of_where_all_evidence_is_of_one_source(case: Workbench) -> None:
    link(case, "A3", "B2", Relation.CORROBORATES)
    a3, b2 = at(case, "A3", "B2")
    case.add_evidence([a3], EvidenceDraft("Cable of Monday", origin="Coast wire"))
    assert claims_of(case.rows)[0].one_origin is None
    case.add_evidence([b2], EvidenceDraft("Cable of Tuesday", origin="coast wire "))
    assert claims_of(case.rows)[0].one_origin is OneOrigin.ONE_SOURCE
    case.add_evidence([b2], EvidenceDraft("Harbour log"))
    assert claims_of(case.rows)[0].one_origin is None


def test_claims_are_the_same_in_whatever_order_the_links_were_made(tmp_path: Path) -> None:
    ties = [
        ("A1", "B1", Relation.CORROBORATES),
        ("A2", "B2", Relation.CONTRADICTS),
        ("A2", "B1", Relation.ADDS_DETAIL),
        ("A4", "A5", Relation.SAME_QUOTATION),
    ]
    seen = set()
    for number in range(4):
        random.Random(number).shuffle(ties)
        with make_case(tmp_path / f"{number}.verif") as case:
            for a, b, relation in ties:
                link(case, a, b, relation)
            found = [
                (places(case, row.passages), cells(case, row), row.severity) for row in claims_of(case.rows)
            ]
            seen.add(repr(found))
            assert [row.key for row in claims_of(case.rows)] == [row.key for row in claims_of(case.rows)]
    assert len(seen) == 1


@pytest.mark.large
def test_three_thousand_links_make_as_many_groups(tmp_path: Path) -> None:
    many = [(ParagraphKind.BODY, [f"Boat {number} lies idle. " for number in range(3000)])]
    with Workbench.create(tmp_path / "many.verif") as case:
        case.add_articles([make_draft(many, "a.txt"), make_draft(many, "b.txt")])
        tables = [(table, case.rows.table(table)) for table in TABLES]
        one, other = (account(case.rows, article) for article in case.rows.articles())
    rows = CaseRows()
    rows.apply(RowChange(table, key, None, row) for table, found in tables for key, row in found.items())
    for number, (a, b) in enumerate(zip(one, other, strict=True)):
        ends = [Passage(f"{row.id}!", row.version_id, row.start, row.end, "") for row in (a, b)]
        tie = Link(f"l{number}", ends[0].id, ends[1].id, Relation.CORROBORATES, "x", "t")
        rows.apply(RowChange("passages", row.id, None, row) for row in ends)
        rows.apply([RowChange("links", tie.id, None, tie)])
    found = claims_of(rows)
    assert len(found) == 3000
    assert {len(row.passages) for row in found} == {2}


def test_a_rejection_is_found_between_two_sentences_from_either_side(case: Workbench) -> None:
    a3, b2 = (case.sentence_at_address(place) for place in ("A3", "B2"))
    assert rejection_of(case.rows, a3, b2) is None
    case.reject(b2.id, a3.id)
    found = rejection_of(case.rows, a3, b2)
    assert found is not None
    assert found == rejection_of(case.rows, b2, a3)
    assert places(case, (found.a, found.b)) == ["A3", "B2"]
    assert case.rows.all(Claim) == ()
