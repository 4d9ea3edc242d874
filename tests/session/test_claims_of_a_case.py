"""Claims, rejected suggestions and what was looked for in vain: verbs, refusals, history, new readings, removal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.making import COUNCIL, HARBOUR, at, make_case, make_draft

from verifier.domain.articles import Passage
from verifier.domain.errors import StepError
from verifier.domain.judgements import Absence, Claim, ClaimMember, Rejection
from verifier.domain.kinds import ParagraphKind, Relation
from verifier.domain.queries import address_of_passage
from verifier.domain.rows import CaseRows
from verifier.i18n.vocabulary import name_of
from verifier.session.checking import check_case
from verifier.session.finding import Query, Scope, grounds_of
from verifier.session.history import describe_step
from verifier.session.workbench import Workbench


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    with make_case(tmp_path / "quay.verif") as made:
        yield made


def told(case: Workbench) -> str:
    """The last step in words."""
    return describe_step(case.steps()[-1])


def where(rows: CaseRows, passage_id: str) -> str:
    return address_of_passage(rows, rows.need(Passage, passage_id))


def test_a_claim_is_made_worded_joined_left_and_taken_apart(case: Workbench) -> None:
    a2, a3, b1 = at(case, "A2", "A3", "B1")
    change = case.make_claim([a2, b1], "  The quay was shut.\n")
    [claim] = case.rows.all(Claim)
    assert (claim.wording, told(case)) == ("The quay was shut.", "claim made of A2, B1: The quay was shut.")
    assert change.claims == {claim.id}
    assert change.sentences == {a2, b1}
    case.word_claim(claim.id, "")
    assert told(case) == "wording of a claim taken away: The quay was shut."
    assert not case.word_claim(claim.id, " ")
    case.word_claim(claim.id, "Shut")
    case.join_claim(claim.id, [a3, a2])
    assert told(case) == "A3 taken into the claim: Shut"
    assert not case.join_claim(claim.id, [a3])
    members = {where(case.rows, row.passage_id): row.passage_id for row in case.rows.members_of(claim.id)}
    assert set(members) == {"A2", "A3", "B1"}
    case.leave_claim(claim.id, members["A3"])
    assert told(case) == "A3 taken out of the claim: Shut"
    case.drop_claim(claim.id)
    assert told(case) == "claim taken apart: Shut"
    assert (case.rows.all(Claim), case.rows.all(ClaimMember)) == ((), ())
    case.undo()
    assert len(case.rows.members_of(claim.id)) == 2


def test_a_claim_goes_with_its_last_passage_and_comes_back_with_it(case: Workbench) -> None:
    case.make_claim(at(case, "A2"))
    [member] = case.rows.all(ClaimMember)
    case.leave_claim(member.claim_id, member.passage_id)
    assert case.rows.all(Claim) == ()
    case.undo()
    assert case.rows.all(ClaimMember) == (member,)


def test_what_links_hold_in_a_claim_does_not_leave_it(case: Workbench) -> None:
    a2, a3, b1, b2 = at(case, "A2", "A3", "B1", "B2")
    case.link(a2, b2, Relation.CORROBORATES)
    case.link(b2, b1, Relation.CORROBORATES)
    case.make_claim([a2, b1, a3], "Shut")
    [claim] = case.rows.all(Claim)
    of = {where(case.rows, row.passage_id): row.passage_id for row in case.rows.members_of(claim.id)}
    for place in ("A2", "B1"):  # over B2, which nobody named
        with pytest.raises(StepError, match="held-by-link"):
            case.leave_claim(claim.id, of[place])
    case.leave_claim(claim.id, of["A3"])
    with pytest.raises(StepError, match="not-in-claim"):
        case.leave_claim(claim.id, of["A3"])
    case.make_claim([b1], "Another")
    case.leave_claim(claim.id, of["B1"])
    assert {where(case.rows, row.passage_id) for row in case.rows.members_of(claim.id)} == {"A2"}


def test_what_cannot_be_a_claim_is_refused_and_changes_nothing(case: Workbench) -> None:
    steps = len(case.steps())
    [a2] = at(case, "A2")
    refusals: list[tuple[Callable[[], object], str]] = [
        (lambda: case.make_claim([]), "claim-without-passages"),
        (lambda: case.make_claim(["nowhere"]), "no-such-place"),
        (lambda: case.word_claim("none", "x"), "no-such-claim"),
        (lambda: case.join_claim("none", [a2]), "no-such-claim"),
        (lambda: case.leave_claim("none", a2), "no-such-claim"),
        (lambda: case.drop_claim("none"), "no-such-claim"),
        (lambda: case.restore_suggestion("none"), "no-such-rejection"),
        (lambda: case.withdraw_absence("none"), "no-such-absence"),
        (lambda: case.reject(a2, at(case, "A3")[0]), "suggestion-in-one-article"),
        (lambda: case.confirm_absence(a2, "none"), "no-such-article"),
        (lambda: case.confirm_absence(a2, case.rows.articles()[0].id), "absent-from-its-own"),
    ]
    for refused, code in refusals:
        with pytest.raises(StepError, match=code):
            refused()
    assert len(case.steps()) == steps
    assert case.rows.all(Passage) == ()


def test_a_rejected_suggestion_is_remembered_once_and_restored(case: Workbench) -> None:
    a3, b2 = at(case, "A3", "B2")
    change = case.reject(b2, a3)
    [row] = case.rows.all(Rejection)
    assert told(case) == "suggestion A3 – B2 rejected"
    assert (set(change.rejections), set(change.sentences)) == ({row.id}, {a3, b2})
    assert (row.checker, where(case.rows, row.a), where(case.rows, row.b)) == ("A. Berg", "A3", "B2")
    assert not case.reject(a3, b2)
    case.restore_suggestion(row.id)
    assert told(case) == "suggestion A3 – B2 brought back"
    assert case.rows.all(Rejection) == ()


def test_what_was_looked_for_in_vain_is_noted_once_and_taken_back(case: Workbench) -> None:
    [a4], b = at(case, "A4"), case.rows.articles()[1]
    change = case.confirm_absence(a4, b.id)
    [row] = case.rows.all(Absence)
    assert (told(case), set(change.absences)) == ("A4 looked for in B: not there", {row.id})
    assert not case.confirm_absence(a4, b.id)
    case.withdraw_absence(row.id)
    assert told(case) == "A4 no longer said to be missing in B"
    assert case.rows.all(Absence) == ()


def fill(case: Workbench) -> None:
    """One of each on A3, A4 and B2."""
    a3, a4, b2 = at(case, "A3", "A4", "B2")
    case.make_claim([a3, b2], "Boats")
    case.reject(a4, b2)
    case.confirm_absence(a3, case.rows.articles()[1].id)


def test_all_of_it_goes_along_with_a_new_reading_where_the_words_are_sure(case: Workbench) -> None:
    fill(case)
    article = case.rows.articles()[0]
    longer = [HARBOUR[0], (ParagraphKind.BODY, ["A new first paragraph. "]), *HARBOUR[1:]]
    case.reread(article.id, make_draft(longer, "harbour.txt"))
    assert case.left_behind() == ()
    version = case.rows.articles()[0].version_id
    moved = [
        *(row.passage_id for row in case.rows.all(ClaimMember)),
        *(row.a for row in case.rows.all(Rejection)),
    ]
    moved += [row.passage_id for row in case.rows.all(Absence)]
    here = [key for key in moved if case.rows.need(Passage, key).version_id == version]
    assert len(here) == 3
    assert {where(case.rows, key) for key in here} == {"A3", "A4"}


def test_a_claim_is_left_behind_with_its_words_and_moved_by_hand(case: Workbench) -> None:
    fill(case)
    article = case.rows.articles()[0]
    other = [*HARBOUR[:2], (ParagraphKind.BODY, ["Sixty ships are at sea. ", "Everybody is content."])]
    case.reread(article.id, make_draft(other, "harbour.txt"))
    [left] = case.left_behind()
    assert [claim.wording for claim in left.claims] == ["Boats"]
    assert dict(case.steps()[-1].values)["left"] == "1"  # A4 holds a rejection alone: nothing to settle
    case.move_passage(left.passage.id, at_last(case))
    assert case.left_behind() == ()
    assert len(case.rows.all(ClaimMember)) == 2
    [absence] = case.rows.all(Absence)
    assert case.rows.need(Passage, absence.passage_id).version_id == case.rows.articles()[0].version_id


def at_last(case: Workbench) -> str:
    from verifier.domain.queries import account

    return account(case.rows, case.rows.articles()[0])[-1].id


def test_what_a_place_has_already_is_not_doubled_when_another_moves_there(case: Workbench) -> None:
    fill(case)
    a3, a4 = at(case, "A3", "A4")
    [claim] = case.rows.all(Claim)
    case.join_claim(claim.id, [a4])
    case.confirm_absence(a4, case.rows.articles()[1].id)
    case.reject(a3, at(case, "B2")[0])
    [source] = [
        row.passage_id for row in case.rows.members_of(claim.id) if where(case.rows, row.passage_id) == "A3"
    ]
    case.move_passage(source, a4)
    assert [where(case.rows, row.passage_id) for row in case.rows.all(Absence)] == ["A4"]
    assert [(where(case.rows, row.a), where(case.rows, row.b)) for row in case.rows.all(Rejection)] == [
        ("A4", "B2")
    ]
    assert sorted(where(case.rows, row.passage_id) for row in case.rows.all(ClaimMember)) == ["A4", "B2"]
    case.undo()
    assert len(case.rows.all(ClaimMember)) == 3


def test_all_of_it_goes_with_its_article_and_comes_back(case: Workbench) -> None:
    fill(case)
    case.make_claim(at(case, "B1"), "Of the council alone")
    before = {kind: case.rows.all(kind) for kind in (Claim, ClaimMember, Rejection, Absence)}
    case.remove_article(case.rows.articles()[1].id)
    assert [claim.wording for claim in case.rows.all(Claim)] == ["Boats"]
    assert [len(case.rows.all(kind)) for kind in (ClaimMember, Rejection, Absence)] == [1, 0, 0]
    case.undo()
    assert {kind: set(case.rows.all(kind)) for kind in before} == {
        kind: set(rows) for kind, rows in before.items()
    }
    case.verify()


def test_a_case_with_all_of_it_is_whole_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "quay.verif"
    with make_case(path) as case:
        fill(case)
        case.add_articles([make_draft(COUNCIL, "third.txt")])
    assert check_case(path) == ()
    with Workbench.open(path) as case:
        assert [len(case.rows.all(kind)) for kind in (Claim, ClaimMember, Rejection, Absence)] == [1, 2, 1, 1]


def test_the_wording_of_a_claim_is_found_among_what_people_wrote(case: Workbench) -> None:
    case.make_claim([*at(case, "B2"), *at(case, "A3")], "How many boats lie idle")
    grounds = list(grounds_of(case.rows, case.text, Query("idle", Scope.NOTES)))
    [found] = [ground for ground in grounds if ground.where == "claim"]
    assert (found.text, found.field, where(case.rows, found.place)) == (
        "How many boats lie idle",
        "wording",
        "A3",
    )
    assert name_of("found", f"{found.where}.{found.field}") == "claim"
