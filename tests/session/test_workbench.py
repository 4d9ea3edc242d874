from pathlib import Path

import pytest
from tests.making import BERG, COUNCIL, HARBOUR, LIND, at, make_case, make_draft, ticking

from verifier.domain.articles import Article, Metadata, Notice, Passage, Sentence, Version
from verifier.domain.errors import CaseError, StepError
from verifier.domain.judgements import Evidence, EvidenceUse, Link, Mark
from verifier.domain.kinds import (
    Advice,
    Facet,
    Label,
    Modifier,
    Outcome,
    ParagraphKind,
    Reach,
    Relation,
    Stance,
    Voice,
)
from verifier.domain.queries import account, address_of, mark_of
from verifier.session.history import describe_step
from verifier.session.judging import Judgement
from verifier.session.workbench import EvidenceDraft, Workbench


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    return make_case(tmp_path / "case.verif")


def label(case: Workbench, address: str) -> Label | None:
    mark = mark_of(case.rows, case.sentence_at_address(address))
    return mark.label if mark else None


def numbers(case: Workbench, letter: str) -> list[str]:
    article = next(row for row in case.rows.articles() if row.letter == letter)
    return [address_of(case.rows, one) for one in account(case.rows, article)]


def test_articles_get_letters_and_the_account_its_numbers(case: Workbench) -> None:
    assert numbers(case, "A") == ["A1", "A2", "A3", "A4", "A5"]
    assert numbers(case, "B") == ["B1", "B2"]
    version = case.rows.need(Version, case.rows.articles()[0].version_id)
    assert case.original(version.id) == make_draft(HARBOUR).source.data
    assert case.text(version.id)[case.positions(version.id).source_span(3, 8)[0] :].startswith(" quay")
    assert [case.words(one) for one in case.rows.paragraphs(version.id)][1] == "3 May 2031"


def test_a_letter_is_never_used_twice(case: Workbench) -> None:
    case.undo()
    case.add_articles([make_draft(COUNCIL)])
    assert [row.letter for row in case.rows.articles()] == ["C"]


def test_a_label_is_one_step_that_names_what_it_touched(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    change = case.mark([a2, b1, a2], Label.DISPUTED)
    assert change.sentences == {a2, b1}
    assert len(change.passages) == 2
    assert change.articles == frozenset()
    assert change.step is not None
    assert describe_step(change.step) == "A2, B1 marked disputed"
    assert case.last_saved() == change.step.time


def test_the_same_label_twice_is_no_step(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.OPINION)
    steps = len(case.steps())
    assert not case.mark(at(case, "A2"), Label.OPINION)
    case.checker = LIND
    assert not case.mark(at(case, "A2"), Label.OPINION)
    assert not case.mark(at(case, "A3"), None)
    assert len(case.steps()) == steps
    assert len(case.rows.all(Passage)) == 1


def test_another_checkers_label_replaces_the_first_and_the_journal_keeps_both(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    case.checker = LIND
    case.mark(at(case, "A2"), Label.DISPUTED)
    [mark] = case.rows.all(Mark)
    assert (mark.label, mark.checker) == (Label.DISPUTED, "Mo Lind")
    assert [step.checker for step in case.steps()[1:]] == ["A. Berg", "Mo Lind"]
    assert case.next_undo() == case.steps()[-1]


def test_modifiers_go_with_their_label(case: Workbench) -> None:
    [a2] = at(case, "A2")
    case.judge([a2], Judgement(label=Label.DISPUTED, modifiers=[Modifier.REFUTED, Modifier.PARTLY]))
    [mark] = case.rows.all(Mark)
    assert mark.modifiers == (Modifier.PARTLY, Modifier.REFUTED)
    assert describe_step(case.steps()[-1]) == "A2 marked disputed, partly, refuted"
    case.mark([a2], Label.VERIFIED)
    assert case.rows.all(Mark)[0].modifiers == ()


def test_a_modifier_is_toggled_on_all_and_off_all(case: Workbench) -> None:
    a2, a3 = at(case, "A2", "A3")
    case.mark([a2, a3], Label.DISPUTED)
    case.toggle_modifier([a2], Modifier.PARTLY)
    case.toggle_modifier([a2, a3], Modifier.PARTLY)
    assert [mark.modifiers for mark in case.rows.all(Mark)] == [(Modifier.PARTLY,)] * 2
    case.toggle_modifier([a2, a3], Modifier.PARTLY)
    assert [mark.modifiers for mark in case.rows.all(Mark)] == [()] * 2


def test_a_modifier_needs_a_label_and_refuted_a_disputed_one(case: Workbench) -> None:
    [a2] = at(case, "A2")
    with pytest.raises(StepError, match="modifier-without-label"):
        case.toggle_modifier([a2], Modifier.PARTLY)
    with pytest.raises(StepError, match="modifier-without-label"):
        case.judge([a2], Judgement(label=None, modifiers=[Modifier.PARTLY]))
    case.mark([a2], Label.VERIFIED)
    with pytest.raises(StepError, match="refuted-needs-disputed"):
        case.toggle_modifier([a2], Modifier.REFUTED)
    assert len(case.steps()) == 2


def test_a_note_outlives_a_cleared_label_and_an_empty_one_goes(case: Workbench) -> None:
    [a2] = at(case, "A2")
    case.judge([a2], Judgement(label=Label.OPINION, note="whose?", reach=Reach.INTERNAL))
    case.mark([a2], None)
    [mark] = case.rows.all(Mark)
    assert (mark.label, mark.note, mark.reach) == (None, "whose?", Reach.INTERNAL)
    case.note([a2], "")
    assert case.rows.all(Mark) == ()


def test_advice_and_voice_are_kept_with_the_mark(case: Workbench) -> None:
    [a2] = at(case, "A2")
    case.advise([a2], Advice.CORRECT, "The quay was shut on Tuesday.")
    case.attribute([a2], Voice.REPORTED)
    [mark] = case.rows.all(Mark)
    assert (mark.advice, mark.wording, mark.voice) == (
        Advice.CORRECT,
        "The quay was shut on Tuesday.",
        Voice.REPORTED,
    )
    assert [describe_step(step) for step in case.steps()[1:]] == [
        "what to do about A2 set",
        "whose words A2 is set",
    ]


def test_label_note_and_evidence_are_one_step_where_they_are_one_action(case: Workbench) -> None:
    [a2] = at(case, "A2")
    change = case.judge(
        [a2],
        Judgement(label=Label.VERIFIED, note="n", evidence=[EvidenceDraft("Log"), EvidenceDraft("Chart")]),
    )
    assert len(case.steps()) == 2
    assert len(change.evidence) == 2
    case.undo()
    assert case.rows.all(Evidence) == ()
    assert case.rows.all(Passage) == ()


def test_a_citation_given_with_a_label_is_the_piece_that_says_exactly_that(case: Workbench) -> None:
    a2, a3, b1 = at(case, "A2", "A3", "B1")
    says = Judgement(label=Label.VERIFIED, evidence=[EvidenceDraft("Log"), EvidenceDraft("Log")])
    case.judge([a2], says)
    case.judge([a3], says)
    [log] = case.rows.all(Evidence)
    assert len(case.rows.uses_of(log.id)) == 2
    assert not case.judge([a3], says), "it stands there already"
    against = EvidenceDraft("Log", stance=Stance.CONTRADICTS)
    case.judge([b1], Judgement(label=Label.DISPUTED, evidence=[against]))
    assert len(case.rows.all(Evidence)) == 2, "what speaks against is not what speaks for"
    case.edit_evidence(log.id, EvidenceDraft("Log", locator="p. 2"))
    case.judge([b1], says)
    assert len(case.rows.all(Evidence)) == 3, "the page is stated of the other one"


def test_one_piece_of_evidence_serves_many_places(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    change = case.add_evidence(
        [a2], EvidenceDraft(" Port log ", attachment_name="log.pdf", attachment=b"%PDF")
    )
    [evidence] = case.rows.all(Evidence)
    assert evidence.citation == "Port log"
    assert case.attachment(evidence.attachment_sha256) == b"%PDF"
    assert change.evidence == {evidence.id}
    case.attach_evidence([a2, b1], evidence.id)
    assert len(case.rows.all(EvidenceUse)) == 2
    edited = case.edit_evidence(evidence.id, EvidenceDraft("Port log, page 2"))
    assert edited.sentences == {a2, b1}
    assert case.rows.all(Evidence)[0].attachment_name == "log.pdf"
    assert not case.edit_evidence(evidence.id, EvidenceDraft("Port log, page 2"))
    case.edit_evidence(evidence.id, EvidenceDraft("Port log, page 2", attachment=b""))
    assert case.rows.all(Evidence)[0].attachment_sha256 == ""
    case.detach_evidence([a2], evidence.id)
    assert len(case.rows.all(Evidence)) == 1
    case.detach_evidence([b1], evidence.id)
    assert case.rows.all(Evidence) == ()
    case.undo()
    assert len(case.rows.all(Evidence)) == 1


def test_evidence_needs_a_citation_and_to_be_there(case: Workbench) -> None:
    [a2] = at(case, "A2")
    with pytest.raises(StepError, match="evidence-without-citation"):
        case.add_evidence([a2], EvidenceDraft("  "))
    with pytest.raises(StepError, match="no-such-evidence"):
        case.attach_evidence([a2], "none")
    with pytest.raises(StepError, match="no-such-evidence"):
        case.detach_evidence([a2], "none")
    with pytest.raises(StepError, match="no-such-evidence"):
        case.edit_evidence("none", EvidenceDraft("x"))
    assert len(case.steps()) == 1


def test_a_link_is_made_changed_resolved_and_taken_away(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    change = case.link(
        a2, b1, Relation.CONTRADICTS, facets=[Facet.DATE, Facet.STATUS], note="Monday or Tuesday"
    )
    assert change.sentences == {a2, b1}
    [link] = case.rows.all(Link)
    assert link.facets == (Facet.STATUS, Facet.DATE)
    case.edit_link(link.id, relation=Relation.ALTERED_QUOTATION, reach=Reach.INTERNAL, facets=[])
    case.edit_link(link.id, outcome=Outcome.B_STANDS)
    [link] = case.rows.all(Link)
    assert (link.relation, link.outcome, link.facets) == (Relation.ALTERED_QUOTATION, Outcome.B_STANDS, ())
    assert not case.edit_link(link.id, outcome=Outcome.B_STANDS)
    case.unlink(link.id)
    assert case.rows.all(Link) == ()
    assert [describe_step(step) for step in case.steps()[1:]] == [
        "A2 linked: contradicts B1",
        "link A2 – B1 changed",
        "link A2 – B1 resolved",
        "link A2 – B1 removed",
    ]


def test_a_link_needs_two_ends_and_is_made_once(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    with pytest.raises(StepError, match="link-to-itself"):
        case.link(a2, a2, Relation.CONTRADICTS)
    case.link(a2, b1, Relation.CONTRADICTS)
    with pytest.raises(StepError, match="link-exists"):
        case.link(b1, a2, Relation.CONTRADICTS)
    case.link(a2, b1, Relation.ADDS_DETAIL)
    case.link(b1, a2, Relation.ADDS_DETAIL)
    with pytest.raises(StepError, match="no-such-link"):
        case.unlink("none")
    with pytest.raises(StepError, match="no-such-place"):
        case.link(a2, "none", Relation.CONTRADICTS)
    with pytest.raises(StepError, match="no-such-place"):
        case.mark(["span:none:1:2"], Label.OPINION)


def test_a_selection_becomes_a_passage_only_when_something_is_said_of_it(case: Workbench) -> None:
    sentence = case.sentence_at_address("A2")
    version = sentence.version_id
    assert case.passage(version, sentence.start, sentence.end) == sentence.id
    token = case.passage(version, sentence.start + 4, sentence.start + 8)
    assert case.rows.all(Passage) == ()
    case.mark([token], Label.VERIFIED)
    [passage] = case.rows.all(Passage)
    assert case.words(passage) == "quay"
    assert case.passage(version, sentence.start + 3, sentence.start + 9) == passage.id
    assert label(case, "A2") is None
    with pytest.raises(StepError, match="empty-passage"):
        case.passage(version, sentence.start + 3, sentence.start + 4)
    with pytest.raises(StepError, match="passage-over-paragraphs"):
        case.passage(version, 0, sentence.end)


def test_addresses_that_are_not_there_are_told_with_those_that_are(case: Workbench) -> None:
    for written, code in (("12", "not-an-address"), ("C1", "no-such-letter"), ("A6", "no-such-address")):
        with pytest.raises(StepError, match=code):
            case.sentence_at_address(written)
    with pytest.raises(StepError) as caught:
        case.sentence_at_address("B9")
    assert (caught.value.values["first"], caught.value.values["last"]) == ("B1", "B2")


def test_a_paragraph_brought_back_is_numbered_after_the_sentence_before_it(case: Workbench) -> None:
    first, second = case.rows.articles()
    caption = case.rows.paragraphs(second.version_id)[0]
    change = case.set_kind([caption.id], ParagraphKind.BODY)
    assert change.articles == {second.id}
    assert numbers(case, "B") == ["B0a", "B0b", "B1", "B2"]
    date = case.rows.paragraphs(first.version_id)[1]
    case.set_kind([date.id], ParagraphKind.BODY)
    assert numbers(case, "A") == ["A1", "A1a", "A2", "A3", "A4", "A5"]
    case.set_kind([date.id], ParagraphKind.DATELINE)
    case.set_kind([date.id], ParagraphKind.BODY)
    assert numbers(case, "A")[1] == "A1a"
    for _ in range(4):
        case.undo()
    assert numbers(case, "A") + numbers(case, "B") == ["A1", "A2", "A3", "A4", "A5", "B1", "B2"]
    with pytest.raises(StepError, match="no-such-place"):
        case.set_kind(["none"], ParagraphKind.BODY)


def test_an_article_goes_with_its_marks_and_comes_back_with_them(case: Workbench) -> None:
    a2, b1, b2 = at(case, "A2", "B1", "B2")
    case.mark([a2, b1], Label.DISPUTED)
    case.link(a2, b1, Relation.CONTRADICTS)
    case.add_evidence([b2], EvidenceDraft("only here"))
    case.add_evidence([a2, b2], EvidenceDraft("in both"))
    second = case.rows.articles()[1]
    change = case.remove_article(second.id)
    assert second.id in change.articles
    assert [row.letter for row in case.rows.articles()] == ["A"]
    assert len(case.rows.all(Mark)) == 1
    assert case.rows.all(Link) == ()
    assert [one.citation for one in case.rows.all(Evidence)] == ["in both"]
    case.undo()
    assert len(case.rows.all(Mark)) == 2
    assert len(case.rows.all(EvidenceUse)) == 3
    assert case.words(case.sentence_at_address("B1")).startswith("The council")
    with pytest.raises(StepError, match="no-such-article"):
        case.remove_article("none")


def test_what_is_known_of_an_article_can_be_said(case: Workbench) -> None:
    first = case.rows.articles()[0]
    case.describe(first.id, Metadata(publisher="The Gull", piece="report"))
    assert case.rows.need(Article, first.id).publisher == "The Gull"
    assert not case.describe(first.id, Metadata(publisher="The Gull", piece="report"))
    case.undo()
    assert case.rows.need(Article, first.id) == first


def test_the_cases_own_words_are_written_part_by_part(case: Workbench) -> None:
    change = case.edit_case(title="The quay", finding="Open.")
    assert change.case
    case.edit_case(finding="Shut.")
    details = case.rows.details
    assert (details.title, details.finding, details.question) == ("The quay", "Shut.", "")
    assert not case.edit_case(title="The quay")
    assert describe_step(case.steps()[1]) == "case details changed: finding, title"


def test_undo_and_redo_append_steps_and_survive_a_restart(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    case.mark(at(case, "A3"), Label.OPINION)
    change = case.undo()
    assert change.step is not None
    assert change.step.undoes == case.steps()[2].id
    assert describe_step(change.step) == "undone: A3 marked opinion"
    path = case.path
    case.close()
    with Workbench.open(path, checker=LIND, clock=ticking()) as again:
        redone = again.redo()
        assert redone.step is not None
        assert redone.step.redoes == again.steps()[2].id
        assert describe_step(redone.step) == "redone: A3 marked opinion"
        again.undo()
        again.undo()
        assert label(again, "A2") is None
        again.mark(at(again, "A4"), Label.NO_CLAIM)
        with pytest.raises(StepError, match="nothing-to-redo"):
            again.redo()
        assert len(again.steps()) == 8
        again.undo()
        again.undo()
        with pytest.raises(StepError, match="nothing-to-undo"):
            again.undo()
        again.verify()


def test_a_step_that_would_lose_labels_nobody_cleared_is_refused(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    from verifier.domain.steps import RowChange, StepDraft

    [mark] = case.rows.all(Mark)
    with pytest.raises(StepError, match="would-lose-marks"):
        case._take(StepDraft("note", (RowChange("marks", mark.id, mark, None),)))
    assert case.rows.all(Mark) == (mark,)


def test_a_snapshot_does_not_change_with_the_case(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    snapshot = case.snapshot()
    case.mark(at(case, "A2"), Label.DISPUTED)
    assert [mark.label for mark in snapshot.rows.all(Mark)] == [Label.VERIFIED]
    assert snapshot.checkers == ("A. Berg",)
    assert snapshot.case_name == "case"
    assert {len(text) for text in snapshot.texts.values()} == {
        len(case.text(row.id)) for row in case.rows.all(Version)
    }
    assert len(snapshot.steps) == 2


def test_spans_that_do_not_fit_their_text_are_not_trusted(tmp_path: Path) -> None:
    from dataclasses import replace

    draft = make_draft(HARBOUR)
    gap = replace(draft, sentences=draft.sentences[:2] + draft.sentences[3:])
    path = tmp_path / "case.verif"
    with Workbench.create(path, checker=BERG) as case:
        case.add_articles([gap])
    with pytest.raises(CaseError, match="sentences-do-not-tile"):
        Workbench.open(path)
    with pytest.raises(CaseError):
        Workbench.open(path)  # the lock was given back: the same answer again, not "open elsewhere"


def test_a_readers_warnings_are_kept(tmp_path: Path) -> None:
    from dataclasses import replace

    draft = replace(make_draft(COUNCIL), warnings=(Notice("undecodable", (("count", "2"),)),))
    path = tmp_path / "case.verif"
    with Workbench.create(path) as case:
        case.add_articles([draft])
    with Workbench.open(path) as case:
        assert case.rows.all(Version)[0].warnings == draft.warnings
        assert case.rows.all(Sentence)[0].number == ""
        assert case.checker.signature == "unnamed"
