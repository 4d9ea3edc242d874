"""Sentences split and merged: numbers that never move, and judgements of which nothing is lost."""

from pathlib import Path

import pytest
from tests.making import BERG, LIND, at, make_case, make_draft, ticking

from verifier.domain.articles import Passage, Sentence
from verifier.domain.errors import StepError
from verifier.domain.judgements import Evidence, Link, Mark
from verifier.domain.kinds import Advice, Label, Modifier, ParagraphKind, Reach, Relation, Voice
from verifier.domain.queries import account, address_of, address_of_passage, label_of, mark_of
from verifier.session.history import describe_step
from verifier.session.judging import Judgement
from verifier.session.workbench import EvidenceDraft, Workbench


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    return make_case(tmp_path / "case.verif")


def told(case: Workbench, letter: str = "A") -> list[str]:
    """The account as it stands: every number with its words."""
    article = case.article_at_letter(letter)
    return [f"{one.number} {case.words(one)}" for one in account(case.rows, article)]


def split_at(case: Workbench, address: str, words: str) -> None:
    """Split a sentence before some of its words."""
    sentence = case.sentence_at_address(address)
    text = case.text(sentence.version_id)
    case.split(sentence.id, text.index(words, sentence.start, sentence.end))


def own(case: Workbench, address: str) -> Mark:
    mark = mark_of(case.rows, case.sentence_at_address(address))
    assert mark is not None
    return mark


def part(case: Workbench, address: str, words: str) -> str:
    """The target of some words of a sentence."""
    sentence = case.sentence_at_address(address)
    start = case.text(sentence.version_id).index(words, sentence.start)
    return case.passage(sentence.version_id, start, start + len(words))


def said(case: Workbench) -> list[tuple[str, Label | None, str]]:
    """Every mark: the words it is on, its label, its note; in reading order."""
    marks = [(case.rows.need(Passage, mark.passage_id), mark) for mark in case.rows.all(Mark)]
    marks.sort(key=lambda pair: (pair[0].start, pair[0].end))
    return [(case.words(passage), mark.label, mark.note) for passage, mark in marks]


# -- splitting -------------------------------------------------------------------------------------------------------


def test_a_sentence_is_split_and_its_second_half_gets_the_next_free_number(case: Workbench) -> None:
    a3 = case.sentence_at_address("A3")
    change = case.split(a3.id, a3.start + len("Forty boats"))
    assert told(case)[1:4] == ["2 The quay closed on Monday.", "3 Forty boats", "3a lie idle."]
    assert case.sentence_at_address("A3").id == a3.id
    second = case.sentence_at_address("A3a")
    assert case.text(second.version_id)[second.start - 1] == " "  # the space went to the first half
    assert second.end == a3.end
    assert change.articles == {case.article_at_letter("A").id}
    assert change.step is not None
    assert describe_step(change.step) == "A3 split in two: A3 and A3a"


def test_halves_of_halves_get_free_numbers_and_none_of_them_ever_moves(case: Workbench) -> None:
    split_at(case, "A2", "closed")
    split_at(case, "A2a", "on Monday")
    split_at(case, "A2", "quay")
    assert [one.split()[0] for one in told(case)] == ["1", "2", "2c", "2a", "2b", "3", "4", "5"]
    case.undo()
    assert [one.split()[0] for one in told(case)] == ["1", "2", "2a", "2b", "3", "4", "5"]


@pytest.mark.parametrize("point", [-5, 0, 10**6])
def test_a_split_outside_the_sentence_is_refused(case: Workbench, point: int) -> None:
    (a3,) = at(case, "A3")
    with pytest.raises(StepError, match="split-at-edge"):
        case.split(a3, point)


def test_a_split_with_words_on_one_side_only_is_refused(case: Workbench) -> None:
    a3 = case.sentence_at_address("A3")
    for point in (a3.start, a3.end - 1, a3.end):
        with pytest.raises(StepError, match="split-at-edge"):
            case.split(a3.id, point)
    assert len(told(case)) == 5


def test_a_split_never_parts_a_letter_from_what_is_set_on_it(tmp_path: Path) -> None:
    words = "Cafe\u0301s 👩\u200d🚀 close"
    with Workbench.create(tmp_path / "case.verif", checker=BERG, clock=ticking()) as case:
        case.add_articles([make_draft([(ParagraphKind.BODY, [words])])])
        sentence = case.sentence_at_address("A1")
        case.split(sentence.id, 4)
        assert told(case) == ["1 Cafe\u0301", "1a s 👩\u200d🚀 close"]
        rocket = words.index("🚀")
        case.split(case.sentence_at_address("A1a").id, rocket)
        assert told(case) == ["1 Cafe\u0301", "1a s 👩\u200d🚀", "1b close"]


def test_both_halves_are_labelled_alike_and_the_first_keeps_note_and_advice(case: Workbench) -> None:
    judgement = Judgement(
        label=Label.DISPUTED,
        modifiers=(Modifier.PARTLY,),
        voice=Voice.REPORTED,
        note="which forty?",
        reach=Reach.INTERNAL,
        advice=Advice.ATTRIBUTE,
        wording="Forty boats, the pilot says, lie idle.",
    )
    case.judge(at(case, "A3"), judgement)
    before = own(case, "A3")
    case.checker = LIND
    split_at(case, "A3", "lie idle")
    first, second = own(case, "A3"), own(case, "A3a")
    for mark in (first, second):
        assert (mark.label, mark.modifiers, mark.voice) == (
            Label.DISPUTED,
            (Modifier.PARTLY,),
            Voice.REPORTED,
        )
        assert (mark.checker, mark.time) == (before.checker, before.time)  # whoever splits does not judge
    assert (first.note, first.reach, first.advice) == ("which forty?", Reach.INTERNAL, Advice.ATTRIBUTE)
    assert first.wording == before.wording
    assert (second.note, second.advice, second.wording) == ("", None, "")
    assert len(case.rows.all(Mark)) == 2


def test_a_note_alone_goes_to_the_first_half_alone(case: Workbench) -> None:
    case.note(at(case, "A3"), "count them")
    split_at(case, "A3", "lie idle")
    assert said(case) == [("Forty boats", None, "count them")]


def test_links_and_evidence_keep_the_words_they_were_made_on(case: Workbench) -> None:
    case.link(at(case, "A3")[0], at(case, "B2")[0], Relation.CONTRADICTS)
    case.add_evidence(at(case, "A3"), EvidenceDraft("Port register"))
    split_at(case, "A3", "lie idle")
    (link,) = case.rows.all(Link)
    passage = case.rows.need(Passage, link.a)
    assert case.words(passage) == "Forty boats lie idle."
    assert address_of_passage(case.rows, passage) == "A3–A3a"
    assert [one.citation for one in case.rows.evidence_on(passage.id)] == ["Port register"]


def test_a_half_that_was_judged_before_keeps_its_own_judgement(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.UNCONFIRMED, note="all of it"))
    case.judge([part(case, "A3", "Forty boats")], Judgement(label=Label.DISPUTED, note="it was thirty"))
    split_at(case, "A3", "lie idle")
    assert (own(case, "A3").label, own(case, "A3").note) == (Label.DISPUTED, "all of it\nit was thirty")
    assert (own(case, "A3a").label, own(case, "A3a").note) == (Label.UNCONFIRMED, "")
    assert len(case.rows.all(Mark)) == 2


def test_a_half_that_has_only_a_note_takes_the_label_too(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, note="his view", reach=Reach.INTERNAL))
    case.note([part(case, "A3", "Forty boats")], "for print", Reach.PRINTED)
    split_at(case, "A3", "lie idle")
    assert (own(case, "A3").label, own(case, "A3").note) == (Label.OPINION, "for print")
    assert own(case, "A3a").label is Label.OPINION
    whole = ("Forty boats lie idle.", None, "his view")  # printed and internal notes are not joined
    assert whole in said(case)


def test_a_label_neither_half_takes_stays_on_the_words_of_both(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.OPINION)
    case.mark([part(case, "A3", "Forty boats")], Label.DISPUTED)
    case.mark([part(case, "A3", "lie idle.")], Label.OPINION)
    split_at(case, "A3", "lie idle")
    assert said(case) == [
        ("Forty boats", Label.DISPUTED, ""),
        ("Forty boats lie idle.", Label.OPINION, ""),
        ("lie idle.", Label.OPINION, ""),
    ]


def test_the_words_of_a_half_name_the_half(case: Workbench) -> None:
    case.mark([part(case, "A3", "lie idle.")], Label.VERIFIED)
    split_at(case, "A3", "lie idle")
    second = case.sentence_at_address("A3a")
    assert part(case, "A3a", "lie idle.") == second.id
    assert own(case, "A3a").label is Label.VERIFIED


def test_a_sentence_never_in_the_account_is_split_without_numbers(case: Workbench) -> None:
    article = case.article_at_letter("A")
    aside = [row for row in case.rows.paragraphs(article.version_id) if row.kind is ParagraphKind.BOILERPLATE]
    (share,) = case.rows.sentences(aside[0].id)
    case.split(share.id, share.start + len("Share "))
    assert [one.number for one in case.rows.sentences(aside[0].id)] == ["", ""]
    case.set_kind([aside[0].id], ParagraphKind.BODY)
    assert told(case)[-2:] == ["5a Share", "5b this article"]


# -- merging ---------------------------------------------------------------------------------------------------------


def test_two_sentences_are_merged_and_the_second_number_retires_for_ever(case: Workbench) -> None:
    a3, a4 = at(case, "A3", "A4")
    change = case.merge(a3)
    assert told(case)[1:] == [
        "2 The quay closed on Monday.",
        "3 Forty boats lie idle. Nobody knows why.",
        "5 “We were told nothing,” said the pilot.",
    ]
    assert case.rows.need(Sentence, a4).retired
    with pytest.raises(StepError, match="address-retired"):
        case.sentence_at_address("A4")
    assert change.step is not None
    assert describe_step(change.step) == "A3 and A4 merged"
    split_at(case, "A3", "Nobody")
    assert told(case)[2:4] == ["3 Forty boats lie idle.", "3a Nobody knows why."]


def test_the_last_sentence_of_a_paragraph_has_none_to_be_merged_with(case: Workbench) -> None:
    for address in ("A1", "A4", "A5"):
        with pytest.raises(StepError, match="no-next-sentence"):
            case.merge(*at(case, address))


def test_a_retired_sentence_is_no_place(case: Workbench) -> None:
    a3, a4 = at(case, "A3", "A4")
    case.merge(a3)
    with pytest.raises(StepError, match="no-such-place"):
        case.merge(a4)
    with pytest.raises(StepError, match="no-such-place"):
        case.split(a4, 5)
    with pytest.raises(StepError, match="no-such-place"):
        case.mark([a4], Label.OPINION)


def test_equal_labels_become_one_and_notes_of_one_reach_are_joined(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, note="one", modifiers=(Modifier.HEDGED,)))
    case.judge(at(case, "A4"), Judgement(label=Label.OPINION, note="two", modifiers=(Modifier.HEDGED,)))
    case.merge(*at(case, "A3"))
    mark = own(case, "A3")
    assert (mark.label, mark.modifiers, mark.note) == (Label.OPINION, (Modifier.HEDGED,), "one\ntwo")
    assert mark.checker == BERG.signature
    assert len(case.rows.all(Mark)) == 1


def test_notes_of_unlike_reach_stay_on_their_own_words(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, note="print", reach=Reach.PRINTED))
    case.judge(at(case, "A4"), Judgement(label=Label.OPINION, note="keep", reach=Reach.INTERNAL))
    case.merge(*at(case, "A3"))
    assert said(case) == [
        ("Forty boats lie idle.", None, "print"),
        ("Forty boats lie idle. Nobody knows why.", Label.OPINION, ""),
        ("Nobody knows why.", None, "keep"),
    ]


def test_a_lone_note_and_a_lone_advice_move_along(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, advice=Advice.CUT, wording="–"))
    case.judge(at(case, "A4"), Judgement(label=Label.OPINION, note="says who?", reach=Reach.INTERNAL))
    case.merge(*at(case, "A3"))
    mark = own(case, "A3")
    assert (mark.note, mark.reach) == ("says who?", Reach.INTERNAL)
    assert (mark.advice, mark.wording) == (Advice.CUT, "–")
    assert len(case.rows.all(Mark)) == 1


def test_unlike_advice_stays_on_its_own_words(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, advice=Advice.CUT))
    case.judge(at(case, "A4"), Judgement(label=Label.OPINION, advice=Advice.ASK))
    case.merge(*at(case, "A3"))
    advice = {case.words(case.rows.need(Passage, one.passage_id)): one.advice for one in case.rows.all(Mark)}
    assert advice == {
        "Forty boats lie idle.": Advice.CUT,
        "Forty boats lie idle. Nobody knows why.": None,
        "Nobody knows why.": Advice.ASK,
    }


def test_unlike_labels_stay_where_they_were_and_the_sentence_counts_as_mixed(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.DISPUTED, note="thirty"))
    case.mark(at(case, "A4"), Label.OPINION)
    case.merge(*at(case, "A3"))
    merged = case.sentence_at_address("A3")
    assert mark_of(case.rows, merged) is None
    assert label_of(case.rows, merged) == "mixed"
    assert said(case) == [
        ("Forty boats lie idle.", Label.DISPUTED, "thirty"),
        ("Nobody knows why.", Label.OPINION, ""),
    ]


def test_a_label_beside_an_unchecked_sentence_stays_where_it_was(case: Workbench) -> None:
    case.mark(at(case, "A4"), Label.OPINION)
    case.merge(*at(case, "A3"))
    assert label_of(case.rows, case.sentence_at_address("A3")) is None
    assert said(case) == [("Nobody knows why.", Label.OPINION, "")]


def test_notes_without_labels_are_joined_too(case: Workbench) -> None:
    case.note(at(case, "A3"), "one")
    case.note(at(case, "A4"), "two")
    case.merge(*at(case, "A3"))
    assert said(case) == [("Forty boats lie idle. Nobody knows why.", None, "one\ntwo")]


def test_a_half_that_is_limited_keeps_its_limits_on_its_own_words(case: Workbench) -> None:
    limited = Judgement(label=Label.VERIFIED, modifiers=(Modifier.PARTLY, Modifier.HEDGED), note="half of it")
    case.judge(at(case, "A3"), limited)
    case.judge(at(case, "A4"), Judgement(label=Label.VERIFIED, modifiers=(Modifier.PARTLY,)))
    case.merge(*at(case, "A3"))
    assert own(case, "A3").modifiers == (Modifier.PARTLY,)
    (kept,) = (mark for mark in case.rows.all(Mark) if Modifier.HEDGED in mark.modifiers)
    assert (kept.label, kept.note) == (Label.VERIFIED, "half of it")
    assert case.words(case.rows.need(Passage, kept.passage_id)) == "Forty boats lie idle."


def test_whose_words_they_are_stays_where_the_halves_do_not_agree(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, voice=Voice.QUOTED))
    case.judge(at(case, "A4"), Judgement(label=Label.OPINION))
    case.merge(*at(case, "A3"))
    assert own(case, "A3").voice is None
    (kept,) = (mark for mark in case.rows.all(Mark) if mark.voice is not None)
    assert (kept.label, kept.voice) == (None, Voice.QUOTED)


def test_a_mark_of_two_checkers_is_signed_by_the_one_who_merges(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.OPINION)
    case.checker = LIND
    case.mark(at(case, "A4"), Label.OPINION)
    case.merge(*at(case, "A3"))
    assert own(case, "A3").checker == LIND.signature


def test_a_judgement_of_both_sentences_together_becomes_the_merged_ones_own(case: Workbench) -> None:
    case.mark([part(case, "A3", "Forty boats lie idle. Nobody knows why.")], Label.UNCONFIRMED)
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, note="stays"))
    case.mark(at(case, "A4"), Label.OPINION)
    case.merge(*at(case, "A3"))
    assert own(case, "A3").label is Label.UNCONFIRMED
    assert said(case) == [
        ("Forty boats lie idle.", Label.OPINION, "stays"),
        ("Forty boats lie idle. Nobody knows why.", Label.UNCONFIRMED, ""),
        ("Nobody knows why.", Label.OPINION, ""),
    ]


def test_the_words_of_a_former_half_name_the_passage_its_mark_is_on(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.DISPUTED)
    case.merge(*at(case, "A3"))
    (mark,) = case.rows.all(Mark)
    assert part(case, "A3", "Forty boats lie idle.") == mark.passage_id
    case.mark([part(case, "A3", "Forty boats lie idle.")], Label.OPINION)
    assert said(case) == [("Forty boats lie idle.", Label.OPINION, "")]


def test_a_split_merged_again_says_what_it_said(case: Workbench) -> None:
    case.judge(
        at(case, "A3"),
        Judgement(
            label=Label.DISPUTED, modifiers=(Modifier.REFUTED,), note="n", advice=Advice.CORRECT, wording="w"
        ),
    )
    before = own(case, "A3")
    split_at(case, "A3", "lie idle")
    case.merge(*at(case, "A3"))
    after = own(case, "A3")
    for name in ("label", "modifiers", "note", "reach", "advice", "wording", "voice", "checker", "time"):
        assert getattr(after, name) == getattr(before, name)
    assert len(case.rows.all(Mark)) == 1


# -- undoing ---------------------------------------------------------------------------------------------------------


def test_splits_and_merges_are_undone_and_redone_and_outlive_the_program(case: Workbench) -> None:
    case.judge(at(case, "A3"), Judgement(label=Label.OPINION, note="one"))
    case.judge(at(case, "A4"), Judgement(label=Label.DISPUTED, note="two"))
    states = [(told(case), said(case))]
    split_at(case, "A3", "lie idle")
    states.append((told(case), said(case)))
    case.merge(*at(case, "A3a"))
    states.append((told(case), said(case)))
    case.close()
    with Workbench.open(case.path, checker=BERG, clock=ticking()) as again:
        for state in states[1::-1]:
            assert again.undo()
            assert (told(again), said(again)) == state
        for state in states[1:]:
            assert again.redo()
            assert (told(again), said(again)) == state
    with Workbench.open(case.path, checker=BERG, clock=ticking()) as again:
        assert (told(again), said(again)) == states[2]


def test_a_split_with_nothing_judged_makes_no_passage(case: Workbench) -> None:
    split_at(case, "A3", "lie idle")
    case.merge(*at(case, "A3"))
    assert not case.rows.all(Passage)
    assert not case.rows.all(Mark)
    assert not case.rows.all(Evidence)
    assert address_of(case.rows, case.sentence_at_address("A3")) == "A3"
