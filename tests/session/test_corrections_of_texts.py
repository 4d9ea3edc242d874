"""Corrections where texts change under the judgements: split and merged sentences, new readings, articles that come and
go; and what is the same thing though its row is another.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.making import HARBOUR, LIND, at, make_case, make_draft

from verifier.domain.articles import Metadata, Sentence
from verifier.domain.kinds import Advice, Label, Modifier, ParagraphKind, Reach, Relation, Severity
from verifier.domain.reportversions import Correction, Facts
from verifier.reports import ReportOptions
from verifier.session.evidence import EvidenceDraft
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    return make_case(tmp_path / "case.verif")


def freeze(case: Workbench) -> None:
    case.finalise(case.coming_version(ReportOptions()).version, "0" * 64)


def told(case: Workbench) -> list[tuple[str, str, Facts, Facts]]:
    return [(str(one.kind), one.address, one.before, one.after) for one in case.corrections()]


def cut(case: Workbench, address: str, after: str) -> None:
    """Split a sentence behind some of its words."""
    [key] = at(case, address)
    sentence = case.rows.need(Sentence, key)
    text = case.text(sentence.version_id)
    case.split(key, text.index(after, sentence.start) + len(after))


def test_a_split_is_one_correction_whatever_was_said_of_the_sentence(case: Workbench) -> None:
    a2 = at(case, "A2")
    case.judge(
        a2, Judgement(label=Label.VERIFIED, modifiers=[Modifier.PARTLY], note="Seen.", advice=Advice.LEAVE)
    )
    case.link(a2[0], at(case, "B1")[0], Relation.CORROBORATES)
    freeze(case)
    cut(case, "A2", "The quay closed")
    [(kind, address, before, after)] = told(case)
    assert (kind, address) == ("sentences", "A2")
    assert [name for name, _ in before] == ["A2"]
    assert [name for name, _ in after] == ["A2", "A2a"]


def test_what_is_said_of_a_half_after_a_split_is_a_correction_of_that_half(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    freeze(case)
    cut(case, "A2", "The quay closed")
    case.mark(at(case, "A2a"), Label.DISPUTED)
    assert told(case)[1:] == [("mark", "A2a", (("label", "verified"),), (("label", "disputed"),))]


def test_a_merge_of_unlike_sentences_leaves_their_labels_on_their_words(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    case.mark(at(case, "A3"), Label.DISPUTED)
    freeze(case)
    case.merge(at(case, "A2")[0])
    assert [(kind, address) for kind, address, _, _ in told(case)] == [("sentences", "A2")]


def test_a_merge_of_like_sentences_is_one_correction_too(case: Workbench) -> None:
    case.mark(at(case, "A2", "A3"), Label.VERIFIED)
    freeze(case)
    case.merge(at(case, "A2")[0])
    [(kind, _, before, after)] = told(case)
    assert (kind, [name for name, _ in before], [name for name, _ in after]) == (
        "sentences",
        ["A2", "A3"],
        ["A2"],
    )


def test_a_sentence_split_and_merged_again_is_as_it_was(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    freeze(case)
    cut(case, "A2", "The quay closed")
    case.merge(at(case, "A2")[0])
    assert told(case) == []


def test_several_cuts_in_one_paragraph_are_told_one_by_one(case: Workbench) -> None:
    freeze(case)
    cut(case, "A4", "Nobody")
    cut(case, "A2", "The quay")
    found = [(address, [name for name, _ in after]) for _, address, _, after in told(case)]
    assert found == [("A2", ["A2", "A2a"]), ("A4", ["A4", "A4a"])]


def test_a_label_on_some_words_of_a_sentence_says_what_they_counted_as_before(case: Workbench) -> None:
    [a2] = at(case, "A2")
    case.mark([a2], Label.VERIFIED)
    freeze(case)
    sentence = case.rows.need(Sentence, a2)
    part = case.passage(sentence.version_id, sentence.start, sentence.start + len("The quay"))
    case.mark([part], Label.VERIFIED)
    assert told(case) == [], "they counted as verified before"
    case.mark([part], Label.DISPUTED)
    assert told(case) == [("mark", "A2", (("label", "verified"),), (("label", "disputed"),))]


def test_a_paragraph_brought_into_the_account_is_told_without_the_numbers_it_got(case: Workbench) -> None:
    freeze(case)
    [caption] = [
        row for row in case.rows.paragraphs(case.rows.articles()[1].version_id) if row.kind == "caption"
    ]
    case.set_kind([caption.id], ParagraphKind.BODY)
    assert told(case) == [("paragraph", "B0a", (("kind", "caption"),), (("kind", "body"),))]


def test_a_new_reading_moves_judgements_without_a_correction_of_each(case: Workbench) -> None:
    a2, a4, b1 = at(case, "A2", "A4", "B1")
    case.mark([a2], Label.VERIFIED)
    case.mark([a4], Label.DISPUTED)
    case.link(a2, b1, Relation.CORROBORATES)
    case.add_evidence([a4], EvidenceDraft("Harbour log"))
    freeze(case)
    newer = make_draft([*HARBOUR, (ParagraphKind.BODY, ["Gulls were seen."])], "harbour-2.txt")
    case.reread(case.rows.articles()[0].id, newer)
    assert case.left_behind() == ()
    assert [(kind, address) for kind, address, _, _ in told(case)] == [("reading", "A")]
    case.mark(at(case, "A2"), Label.UNCONFIRMED)
    assert told(case)[1:] == [("mark", "A2", (("label", "verified"),), (("label", "unconfirmed"),))]
    case.undo()
    case.undo()
    assert told(case) == []


def test_what_a_new_reading_leaves_behind_is_told(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    freeze(case)
    newer = make_draft([(ParagraphKind.BODY, ["Gulls. ", "The quay closed on Monday."])], "harbour-2.txt")
    case.reread(case.rows.articles()[0].id, newer)
    left = (("label", "verified"), ("left", "1"))
    assert [one for one in told(case) if one[0] == "mark"] == [("mark", "A2", (("label", "verified"),), left)]
    [behind] = case.left_behind()
    assert behind.proposal is not None
    case.move_passage(behind.passage.id, behind.proposal.target)
    assert [kind for kind, _, _, _ in told(case)] == ["reading"]


def test_an_article_that_comes_says_all_that_is_in_it(case: Workbench) -> None:
    freeze(case)
    case.add_articles(
        [make_draft([(ParagraphKind.BODY, ["One. ", "Two."])], metadata=Metadata(publisher="The Tern"))]
    )
    case.mark(at(case, "C1"), Label.VERIFIED)
    case.link(at(case, "C2")[0], at(case, "A2")[0], Relation.CONTRADICTS)
    assert [(kind, address) for kind, address, _, _ in told(case)] == [
        ("link", "A2 ↔ C2"),
        ("article", "C"),
    ] or [(kind, address) for kind, address, _, _ in told(case)] == [("link", "C2 ↔ A2"), ("article", "C")]


def test_an_article_that_goes_says_so_once_and_its_links_from_the_other_side(case: Workbench) -> None:
    case.mark(at(case, "B1", "B2"), Label.VERIFIED)
    case.link(at(case, "A2")[0], at(case, "B1")[0], Relation.CORROBORATES)
    freeze(case)
    case.remove_article(case.rows.articles()[1].id)
    assert [(kind, bool(after)) for kind, _, _, after in told(case)] == [("link", False), ("article", False)]


def test_what_is_taken_away_and_made_again_is_the_same(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    case.mark([a2], Label.VERIFIED)
    case.link(a2, b1, Relation.CONTRADICTS, severity=Severity.HARD)
    case.add_evidence([a2], EvidenceDraft("Harbour log"))
    case.make_claim([a2, b1], "Shut")
    freeze(case)
    case.checker = LIND
    case.undo_back_to(case.steps()[0].id)
    assert len(told(case)) == 4
    case.mark([a2], Label.VERIFIED)
    case.link(a2, b1, Relation.CONTRADICTS, severity=Severity.HARD)
    case.add_evidence([a2], EvidenceDraft("Harbour log"))
    case.make_claim([a2, b1], "Shut")
    assert told(case) == []


def test_a_link_made_anew_in_another_way_is_one_change(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    case.link(a2, b1, Relation.CONTRADICTS)
    freeze(case)
    case.undo()
    case.link(a2, b1, Relation.CORROBORATES)
    [(kind, _, before, after)] = told(case)
    assert (kind, dict(before)["relation"], dict(after)["relation"]) == (
        "link",
        "contradicts",
        "corroborates",
    )


def test_the_reason_is_the_printed_note_and_never_an_internal_one(case: Workbench) -> None:
    freeze(case)
    case.judge(at(case, "A2"), Judgement(label=Label.DISPUTED, note="Two logs say so."))
    case.judge(
        at(case, "A3"), Judgement(label=Label.DISPUTED, note="The pilot told me.", reach=Reach.INTERNAL)
    )
    coming = case.coming_version(ReportOptions(), "After a call.")
    assert [one.why for one in coming.snapshot.corrections] == ["Two logs say so.", "After a call."]


def test_who_changed_a_thing_last_is_named_with_the_time(case: Workbench) -> None:
    freeze(case)
    case.mark(at(case, "A2"), Label.DISPUTED)
    case.checker = LIND
    case.mark(at(case, "A2"), Label.VERIFIED)
    [one] = case.corrections()
    assert (one.who, one.time) == ("Mo Lind", case.steps()[-1].time)


def test_what_hangs_on_the_house_alone_now_is_withheld_in_what_was_printed_then(case: Workbench) -> None:
    case.note(at(case, "A2"), "Seen by the pilot.")
    [piece] = evidence_after(case)
    freeze(case)
    case.note(at(case, "A2"), "Seen twice.")
    case.edit_evidence(piece, EvidenceDraft("Log of Monday"))
    freeze(case)
    assert withheld(case.corrections()) == [False, False]
    case.note(at(case, "A2"), "Seen by K.", Reach.INTERNAL)
    case.edit_evidence(piece, EvidenceDraft("Log of Monday", confidential=True))
    assert withheld(case.corrections()) == [True] * 4


def evidence_after(case: Workbench) -> list[str]:
    return sorted(case.add_evidence(at(case, "A3"), EvidenceDraft("Log")).evidence)


def withheld(corrections: Sequence[Correction]) -> list[bool]:
    return [one.withheld for one in corrections]
