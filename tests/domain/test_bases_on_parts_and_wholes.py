"""What a label stands on when links and evidence hang on more or fewer words than the label."""

import random
from pathlib import Path

import pytest
from tests.making import at, make_case

from verifier.domain import queries
from verifier.domain.articles import Passage
from verifier.domain.judgements import Link, Mark
from verifier.domain.kinds import Label, Relation, Stance
from verifier.domain.spans import SpanIndex
from verifier.session.workbench import EvidenceDraft, Workbench


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    return make_case(tmp_path / "case.verif")


def part(case: Workbench, address: str, words: str) -> str:
    sentence = case.sentence_at_address(address)
    start = case.text(sentence.version_id).index(words, sentence.start)
    return case.passage(sentence.version_id, start, start + len(words))


def basis(case: Workbench, address: str) -> list[str]:
    """What a sentence's own mark stands on: citations, then the far ends of links."""
    mark = queries.mark_of(case.rows, case.sentence_at_address(address))
    assert mark is not None
    found, own = queries.basis_of(case.rows, mark), case.rows.need(Passage, mark.passage_id)
    ends = [queries.other_end(link, queries.near_end(case.rows, link, own)) for link in found.links]
    return [piece.citation for piece in found.evidence] + [
        queries.address_of_passage(case.rows, case.rows.need(Passage, end)) for end in ends
    ]


def test_both_halves_of_a_split_sentence_stand_on_what_the_whole_stood_on(case: Workbench) -> None:
    a3, b2 = at(case, "A3", "B2")
    case.mark([a3], Label.DISPUTED)
    case.link(a3, b2, Relation.CONTRADICTS)
    case.add_evidence([a3], EvidenceDraft("A count", stance=Stance.CONTRADICTS))
    sentence = case.sentence_at_address("A3")
    case.split(a3, sentence.start + len("Forty boats"))
    assert basis(case, "A3") == basis(case, "A3a") == ["A count", "B2"]


def test_evidence_on_words_around_a_verified_sentence_bears_it_out(case: Workbench) -> None:
    case.mark(at(case, "A3", "A4"), Label.VERIFIED)
    around = part(case, "A2", "on Monday. Forty boats lie idle. Nobody")
    case.add_evidence([around], EvidenceDraft("Port log"))
    assert basis(case, "A3") == ["Port log"]
    assert basis(case, "A4") == []


def test_a_part_bears_out_a_disputed_sentence_but_not_a_verified_one(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    case.mark(at(case, "A3"), Label.DISPUTED)
    case.add_evidence([part(case, "A2", "on Monday")], EvidenceDraft("A log"))
    case.link(part(case, "A3", "Forty"), at(case, "B2")[0], Relation.CONTRADICTS)
    assert basis(case, "A2") == []
    assert basis(case, "A3") == ["B2"]


def test_parts_bear_a_verified_sentence_out_when_they_cover_its_words_together(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    case.add_evidence([part(case, "A2", "The quay closed")], EvidenceDraft("A photograph"))
    case.add_evidence([part(case, "A2", "Monday.")], EvidenceDraft("A calendar", stance=Stance.CONTEXT))
    assert basis(case, "A2") == []
    case.link(part(case, "A2", "on Monday."), at(case, "B1")[0], Relation.CORROBORATES)
    assert basis(case, "A2") == ["A photograph", "B1"]


def test_a_merged_sentence_needs_a_basis_for_both_of_its_halves(case: Workbench) -> None:
    case.mark(at(case, "A3", "A4"), Label.VERIFIED)
    case.add_evidence(at(case, "A3"), EvidenceDraft("Port log"))
    case.merge(*at(case, "A3"))
    assert basis(case, "A3") == []
    case.add_evidence([part(case, "A3", "Nobody knows why.")], EvidenceDraft("A survey"))
    assert basis(case, "A3") == ["Port log", "A survey"]


def test_the_same_evidence_on_two_passages_counts_once(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.DISPUTED)
    case.add_evidence(
        [*at(case, "A3"), part(case, "A3", "Forty")], EvidenceDraft("A count", stance=Stance.CONTRADICTS)
    )
    assert basis(case, "A3") == ["A count"]


def problems(case: Workbench) -> list[str]:
    return [item.problem.value for item in queries.open_items(case.rows) if item.mark is not None]


def test_a_split_hides_no_open_contradiction(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    case.mark([a2], Label.VERIFIED)
    case.link(a2, b1, Relation.CONTRADICTS)
    assert problems(case) == ["verified-but-contradicted"]
    case.split(a2, case.sentence_at_address("A2").start + len("The quay"))
    assert problems(case) == ["verified-but-contradicted"] * 2


def test_a_contradiction_judged_by_itself_is_not_held_against_the_rest(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    case.add_evidence([a2], EvidenceDraft("Port log"))
    case.mark([a2], Label.VERIFIED)
    day = part(case, "A2", "on Monday")
    case.link(day, b1, Relation.CONTRADICTS)
    assert problems(case) == ["verified-but-contradicted"]
    [link] = case.rows.all(Link)
    case.mark([link.a], Label.DISPUTED)
    assert problems(case) == []


def test_two_blanks_between_sentences_are_no_gap(case: Workbench) -> None:
    sentence = case.sentence_at_address("A2")
    passages = [Passage("1", "", 0, 10, ""), Passage("2", "", 12, 20, "")]
    assert queries.is_covered((0, 22), passages)
    assert not queries.is_covered((0, 23), passages)
    assert not queries.is_covered((0, 22), passages[1:])
    assert not queries.is_covered((sentence.start, sentence.end), [])


def test_spans_are_found_as_a_plain_search_finds_them() -> None:
    chance = random.Random(7)
    index, known = SpanIndex(), set[tuple[int, int, str]]()
    for number in range(600):
        if known and chance.random() < 0.3:
            gone = chance.choice(sorted(known))
            known.discard(gone)
            index.discard(gone)
            continue
        start = chance.randrange(5000)
        span = (start, start + chance.choice([1, 2, 60, 64, 65, 300, 4000]), str(number))
        known.add(span)
        index.add(span)
        begin = chance.randrange(5000)
        end = begin + chance.choice([1, 3, 150, 6000])
        assert set(index.over(begin, end)) == {one for one in known if one[0] < end and begin < one[1]}
    assert len(known) > 100


def test_marks_without_a_need_stand_on_nothing(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.OPINION)
    case.add_evidence(at(case, "A2"), EvidenceDraft("Port log"))
    [mark] = case.rows.all(Mark)
    assert not queries.basis_of(case.rows, mark)
