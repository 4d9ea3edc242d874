from pathlib import Path

import pytest
from tests.making import at, make_case

from verifier.domain import queries
from verifier.domain.articles import Passage
from verifier.domain.judgements import Link, Mark
from verifier.domain.kinds import Advice, Label, Modifier, Relation, Severity, Stance
from verifier.session.workbench import EvidenceDraft, Workbench


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    return make_case(tmp_path / "case.verif")


def mark(case: Workbench, address: str) -> Mark:
    found = queries.mark_of(case.rows, case.sentence_at_address(address))
    assert found is not None
    return found


def test_the_account_leaves_out_what_is_set_aside(case: Workbench) -> None:
    first, second = case.rows.articles()
    assert [queries.address_of(case.rows, one) for one in queries.account(case.rows, first)] == [
        "A1", "A2", "A3", "A4", "A5",
    ]  # fmt: skip
    assert len(queries.account(case.rows, second)) == 2
    assert [case.words(one) for one in queries.set_aside(case.rows, first)] == [
        "3 May 2031",
        "Share this article",
    ]


def test_a_label_stands_on_evidence_of_its_own_stance_alone(case: Workbench) -> None:
    [target] = at(case, "A2")
    case.mark([target], Label.VERIFIED)
    case.add_evidence([target], EvidenceDraft("A log", stance=Stance.CONTRADICTS))
    assert not queries.basis_of(case.rows, mark(case, "A2"))
    case.add_evidence([target], EvidenceDraft("Another log", origin="Port"))
    basis = queries.basis_of(case.rows, mark(case, "A2"))
    assert [one.citation for one in basis.evidence] == ["Another log"]
    assert queries.origins_of(basis) == {"port"}


def test_a_link_inside_one_article_is_never_a_basis(case: Workbench) -> None:
    a2, a3, b1 = at(case, "A2", "A3", "B1")
    case.mark([a2], Label.VERIFIED)
    case.link(a2, a3, Relation.CORROBORATES)
    assert not queries.basis_of(case.rows, mark(case, "A2"))
    case.link(a2, b1, Relation.ADDS_DETAIL)
    assert not queries.basis_of(case.rows, mark(case, "A2"))
    case.link(b1, a2, Relation.SAME_QUOTATION)
    assert len(queries.basis_of(case.rows, mark(case, "A2")).links) == 1


def test_opinion_needs_no_basis(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.OPINION)
    assert queries.problem_of(case.rows, mark(case, "A3")) is None


def test_open_items_come_gravest_first_and_then_in_reading_order(case: Workbench) -> None:
    a2, a3, a4, b1, b2 = at(case, "A2", "A3", "A4", "B1", "B2")
    case.mark([a4, a3], Label.DISPUTED)
    case.link(a2, b1, Relation.CONTRADICTS)
    case.link(a3, b2, Relation.CONTRADICTS, severity=Severity.TENSION)
    case.mark([a2], Label.VERIFIED)
    case.toggle_modifier([a4], Modifier.REFUTED)
    case.advise(at(case, "A5"), Advice.ASK)
    found = [
        (item.problem.value, queries.address_of_passage(case.rows, case.rows.need(Passage, item.passage_id)))
        for item in queries.open_items(case.rows)
    ]
    assert found == [
        ("hard-conflict", "A2"),
        ("refuted", "A4"),
        ("verified-but-contradicted", "A2"),
        ("to-do", "A5"),
        ("open-difference", "A3"),
    ]


def test_a_resolved_conflict_is_no_longer_open(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    case.link(a2, b1, Relation.CONTRADICTS)
    [link] = case.rows.all(Link)
    from verifier.domain.kinds import Outcome

    case.edit_link(link.id, outcome=Outcome.COMPATIBLE)
    assert queries.open_items(case.rows) == ()
    assert queries.other_end(link, link.a) == link.b


def test_passages_count_for_a_sentence_only_when_they_cover_it(case: Workbench) -> None:
    sentence = case.sentence_at_address("A2")
    version = sentence.version_id
    half = case.passage(version, sentence.start, sentence.start + 8)
    rest = case.passage(version, sentence.start + 9, sentence.end)
    case.mark([half], Label.VERIFIED)
    assert queries.label_of(case.rows, sentence) is None
    case.mark([rest], Label.DISPUTED)
    assert queries.label_of(case.rows, sentence) == "mixed"
    case.mark([rest], Label.VERIFIED)
    assert queries.label_of(case.rows, sentence) is Label.VERIFIED
    case.mark([sentence.id], Label.OPINION)
    assert queries.label_of(case.rows, sentence) is Label.OPINION
    [article, _] = case.rows.articles()
    assert queries.label_counts(case.rows, article) == {Label.OPINION: 1, None: 4}
    assert [queries.is_part(case.rows, one) for one in case.rows.passages(version)] == [False, True, True]
    assert {queries.address_of_passage(case.rows, one) for one in case.rows.passages(version)} == {"A2"}


def test_a_passage_over_two_sentences_names_both(case: Workbench) -> None:
    first, second = case.sentence_at_address("A2"), case.sentence_at_address("A3")
    case.mark([case.passage(first.version_id, first.start + 4, second.end - 4)], Label.DISPUTED)
    [passage] = case.rows.all(Passage)
    assert queries.address_of_passage(case.rows, passage) == "A2–A3"
    assert queries.is_part(case.rows, passage)
