"""The case's own words, questions, right of reply, passes: verbs, undo, new readings, cases from elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.making import COUNCIL, HARBOUR, at, make_case, make_draft

from verifier.domain.articles import Passage
from verifier.domain.errors import CaseError, StepError
from verifier.domain.judgements import CaseDetails, CheckPass, Mark, Question, Reply
from verifier.domain.kinds import Label, ParagraphKind
from verifier.domain.queries import Problem, address_of_passage, open_items, passage_of
from verifier.domain.steps import Change, RowChange, StepDraft
from verifier.session.case_details import PassDraft, QuestionDraft, ReplyDraft
from verifier.session.checking import check_case
from verifier.session.history import describe_step
from verifier.session.workbench import Workbench


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    with make_case(tmp_path / "case.verif") as case:
        yield case


def told(change: Change) -> str:
    assert change.step is not None
    return describe_step(change.step)


def place(case: Workbench, question: Question) -> str:
    return address_of_passage(case.rows, case.rows.need(Passage, question.place))


def test_a_question_names_its_place_and_what_it_touched(case: Workbench) -> None:
    [a2] = at(case, "A2")
    change = case.add_question(QuestionDraft(" Who counted? ", place=a2, whom="the pilot", due="10 May"))
    [question] = case.rows.all(Question)
    assert (question.text, question.whom, question.due, question.is_open) == (
        "Who counted?",
        "the pilot",
        "10 May",
        True,
    )
    passage = passage_of(case.rows, case.sentence_at_address("A2"))
    assert passage is not None
    assert question.place == passage.id
    assert case.rows.questions_on(passage.id) == (question,)
    assert (change.case, change.sentences, change.passages) == (
        True,
        frozenset({a2}),
        frozenset({passage.id}),
    )
    assert told(change) == "question about A2 asked: Who counted?"


def test_a_question_on_a_part_of_a_sentence_and_one_on_the_whole_case(case: Workbench) -> None:
    sentence = case.sentence_at_address("A3")
    part = case.passage(sentence.version_id, sentence.start, sentence.start + 5)
    case.add_question(QuestionDraft("Forty?", place=part))
    change = case.add_question(QuestionDraft("Is there a second source?"))
    first, second = case.rows.all(Question)
    assert case.words(case.rows.need(Passage, first.place)) == "Forty"
    assert second.place == ""
    assert (change.case, change.sentences) == (True, frozenset())
    assert told(change) == "question about the case asked: Is there a second source?"


def test_an_answer_closes_a_question_and_the_same_words_are_no_step(case: Workbench) -> None:
    draft = QuestionDraft("Who counted?", place=at(case, "A2")[0])
    case.add_question(draft)
    [question] = case.rows.all(Question)
    assert not case.edit_question(question.id, QuestionDraft("Who counted?", place=question.place))
    answered = QuestionDraft("Who counted?", place=question.place, answer="The harbour master.")
    assert told(case.edit_question(question.id, answered)) == "question answered: Who counted?"
    assert not case.rows.need(Question, question.id).is_open
    assert (
        told(case.edit_question(question.id, QuestionDraft("Who counted?")))
        == "question changed: Who counted?"
    )
    assert case.rows.questions_on(question.place) == ()
    case.undo()
    assert [one.id for one in case.rows.questions_on(question.place)] == [question.id]


def test_a_changed_row_keeps_its_place_in_the_list_also_after_opening_again(case: Workbench) -> None:
    for text in ("One?", "Two?", "Three?"):
        case.add_question(QuestionDraft(text))
    [first, *_] = case.rows.all(Question)
    case.edit_question(first.id, QuestionDraft("One and a half?"))
    listed = [one.text for one in case.rows.all(Question)]
    assert listed == ["One and a half?", "Two?", "Three?"]
    with Workbench.open(case.path, read_only=True) as again:
        assert [one.text for one in again.rows.all(Question)] == listed


def test_right_of_reply_and_passes_are_written_changed_and_removed(case: Workbench) -> None:
    case.add_reply(ReplyDraft("Harbour Board", when="4 May", how="by mail", deadline="6 May, noon"))
    [reply] = case.rows.all(Reply)
    change = case.edit_reply(reply.id, ReplyDraft("Harbour Board", answer="“No comment.”"))
    assert told(change) == "right of reply of Harbour Board changed"
    assert case.rows.need(Reply, reply.id) == Reply(reply.id, "Harbour Board", answer="“No comment.”")
    case.add_pass(PassDraft("names and titles", who="A. Berg", when="4 May"))
    [done] = case.rows.all(CheckPass)
    assert told(case.edit_pass(done.id, PassDraft("names", who="A. Berg"))) == "pass changed: names"
    for remove, key in ((case.remove_reply, reply.id), (case.remove_pass, done.id)):
        change = remove(key)
        assert change.case
        assert "removed" in told(change)
    assert (case.rows.all(Reply), case.rows.all(CheckPass)) == ((), ())
    for _ in range(6):
        case.undo()
    assert case.next_undo() is not None
    case.verify()


def test_sign_off_is_part_of_the_case_and_told_in_words(case: Workbench) -> None:
    change = case.edit_case(signed_by="Mo Lind", signed_on="7 May 2031")
    assert case.rows.details == CaseDetails(signed_by="Mo Lind", signed_on="7 May 2031")
    assert told(change) == "case details changed: signed off by, signed off on"
    assert not case.edit_case(signed_by="Mo Lind")


@pytest.mark.parametrize(
    ("verb", "arguments", "code"),
    [
        ("add_question", (QuestionDraft("  "),), "question-without-text"),
        ("add_question", (QuestionDraft("Who?", place="nowhere"),), "no-such-place"),
        ("edit_question", ("x", QuestionDraft("Who?")), "no-such-question"),
        ("remove_question", ("x",), "no-such-question"),
        ("add_reply", (ReplyDraft(" \n"),), "reply-without-name"),
        ("edit_reply", ("x", ReplyDraft("A")), "no-such-reply"),
        ("remove_reply", ("x",), "no-such-reply"),
        ("add_pass", (PassDraft(""),), "pass-without-words"),
        ("edit_pass", ("x", PassDraft("A")), "no-such-pass"),
        ("remove_pass", ("x",), "no-such-pass"),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    case: Workbench, verb: str, arguments: tuple[object, ...], code: str
) -> None:
    before = len(case.steps())
    with pytest.raises(StepError, match=code):
        getattr(case, verb)(*arguments)
    assert len(case.steps()) == before


def test_open_questions_are_open_items_after_what_is_to_do(case: Workbench) -> None:
    case.add_question(QuestionDraft("Of the case?"))
    case.add_question(QuestionDraft("Of B1?", place=at(case, "B1")[0]))
    case.add_question(QuestionDraft("Of A3?", place=at(case, "A3")[0]))
    case.add_question(QuestionDraft("Answered?", answer="Yes."))
    case.mark(at(case, "A2"), Label.DISPUTED)
    found = [(item.problem, item.question.text if item.question else "") for item in open_items(case.rows)]
    assert found == [
        (Problem.WITHOUT_BASIS, ""),
        (Problem.QUESTION, "Of A3?"),
        (Problem.QUESTION, "Of B1?"),
        (Problem.QUESTION, "Of the case?"),
    ]


def test_removing_an_article_keeps_its_questions_without_a_place(case: Workbench) -> None:
    case.add_question(QuestionDraft("Who counted?", place=at(case, "A3")[0]))
    case.add_question(QuestionDraft("Whose ship?", place=at(case, "B1")[0]))
    before = case.rows.all(Question)
    case.remove_article(case.article_at_letter("A").id)
    assert [(one.text, bool(one.place)) for one in case.rows.all(Question)] == [
        ("Who counted?", False),
        ("Whose ship?", True),
    ]
    case.undo()
    assert case.rows.all(Question) == before
    assert place(case, before[0]) == "A3"


def test_a_new_reading_carries_a_question_along_or_leaves_it_behind(case: Workbench) -> None:
    case.add_question(QuestionDraft("Who counted?", place=at(case, "A3")[0]))
    case.add_question(QuestionDraft("Who knows?", place=at(case, "A4")[0]))
    changed = [
        *HARBOUR[:2],
        (
            ParagraphKind.BODY,
            ["The quay closed on Monday. ", "Forty boats lie idle. ", "The mayor has said nothing."],
        ),
        *HARBOUR[3:],
    ]
    article = case.article_at_letter("A")
    case.reread(article.id, make_draft(changed, "harbour.txt"))
    counted, knows = case.rows.all(Question)
    current = case.article_at_letter("A").version_id
    assert case.rows.need(Passage, counted.place).version_id == current
    assert case.rows.need(Passage, knows.place).version_id != current
    [left] = case.left_behind()
    assert left.questions == (knows,)
    assert [item.problem for item in open_items(case.rows)] == [
        Problem.LEFT_BEHIND,
        Problem.QUESTION,
        Problem.QUESTION,
    ]
    case.move_passage(left.passage.id, at(case, "A4")[0])
    assert case.left_behind() == ()
    assert place(case, case.rows.need(Question, knows.id)) == "A4"


def test_a_left_behind_question_may_lose_its_place_instead(case: Workbench) -> None:
    case.add_question(QuestionDraft("Who knows?", place=at(case, "A4")[0]))
    case.reread(case.article_at_letter("A").id, make_draft(COUNCIL, "other.txt"))
    [question] = case.rows.all(Question)
    assert [one.questions for one in case.left_behind()] == [(question,)]
    case.edit_question(question.id, QuestionDraft(question.text, place=question.place, answer="Nobody."))
    assert case.left_behind() != ()
    case.edit_question(question.id, QuestionDraft(question.text))
    assert case.left_behind() == ()


def test_a_question_that_points_nowhere_is_not_trusted(tmp_path: Path) -> None:
    path = tmp_path / "case.verif"
    with make_case(path) as case:
        file = case._file
        planted = RowChange("questions", "q", None, Question("q", "Who?", place="nowhere"))
        file.commit(StepDraft("add-question", (planted,)), checker="AB", time=case._clock(), blobs={})
    with pytest.raises(CaseError, match="case-damaged") as caught:
        Workbench.open(path)
    assert "row-hangs-on-none" in str(caught.value.values["detail"])
    assert len(check_case(path)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE questions SET answer = 'Settled.'",
        "UPDATE questions SET place = ''",
        "DELETE FROM questions",
        "UPDATE case_details SET signed_by = 'the editor'",
        "INSERT INTO passes VALUES ('p', 'everything', 'the editor', 'today')",
    ],
)
def test_questions_changed_behind_our_back_are_not_trusted(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "case.verif"
    with make_case(path) as case:
        case.add_question(QuestionDraft("Who?", place=at(case, "A2")[0]))
        case.edit_case(title="The quay")
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    with pytest.raises(CaseError, match="case-damaged"):
        Workbench.open(path)


def test_a_question_sets_no_label_and_lives_beside_one(case: Workbench) -> None:
    case.add_question(QuestionDraft("Who?", place=at(case, "A2")[0]))
    assert case.rows.all(Mark) == ()
    case.mark(at(case, "A2"), Label.OPINION)
    case.mark(at(case, "A2"), None)
    [question] = case.rows.all(Question)
    assert place(case, question) == "A2"


def test_a_case_to_look_at_takes_no_question(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif"):
        pass
    with (
        Workbench.open(tmp_path / "case.verif", read_only=True) as case,
        pytest.raises(StepError, match="case-read-only"),
    ):
        case.add_question(QuestionDraft("Who?"))
