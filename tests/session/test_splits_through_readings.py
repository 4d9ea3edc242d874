"""What was split and merged by hand stays so when an article is read anew."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.making import BERG, Paragraphs, at, make_draft, ticking

from verifier.domain.articles import ArticleDraft
from verifier.domain.errors import StepError
from verifier.domain.kinds import Label, ParagraphKind
from verifier.domain.queries import account, label_of
from verifier.session.workbench import Workbench

BODY = ParagraphKind.BODY
FIRST: Paragraphs = [
    (BODY, ["Rain fell on Friday and the bridge gave way. ", "Nobody was hurt. ", "It was old."]),
    (BODY, ["The town has one other bridge. ", "It is narrow."]),
]


def draft_of(paragraphs: Paragraphs, note: str = "") -> ArticleDraft:
    """A reading of other bytes whenever the note is another."""
    draft = make_draft(paragraphs)
    return replace(draft, source=replace(draft.source, data=draft.source.data + note.encode()))


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    made = Workbench.create(tmp_path / "case.verif", checker=BERG, clock=ticking())
    made.add_articles([draft_of(FIRST)])
    sentence = made.sentence_at_address("A1")
    made.split(sentence.id, made.text(sentence.version_id).index("and the bridge"))
    made.merge(*at(made, "A2"))
    return made


def told(case: Workbench) -> list[str]:
    article = case.article_at_letter("A")
    return [f"{one.number} {case.words(one)}" for one in account(case.rows, article)]


def reread(case: Workbench, paragraphs: Paragraphs, note: str) -> None:
    assert case.reread(case.article_at_letter("A").id, draft_of(paragraphs, note))


KEPT = [
    "1 Rain fell on Friday",
    "1a and the bridge gave way.",
    "2 Nobody was hurt. It was old.",
    "4 The town has one other bridge.",
    "5 It is narrow.",
]


def test_a_paragraph_of_the_same_words_keeps_its_splits_and_merges(case: Workbench) -> None:
    case.mark(at(case, "A1a", "A2"), Label.VERIFIED)
    reread(case, [FIRST[0], (BODY, ["A paragraph between them."]), FIRST[1]], "second")
    assert told(case) == [*KEPT[:3], "2a A paragraph between them.", *KEPT[3:]]
    labels = [label_of(case.rows, one) for one in account(case.rows, case.article_at_letter("A"))]
    assert labels == [None, Label.VERIFIED, Label.VERIFIED, None, None, None]
    assert not case.left_behind()


def test_they_are_kept_through_any_number_of_readings(case: Workbench) -> None:
    for number in range(3):
        reread(case, FIRST, str(number))
        assert told(case) == KEPT


def test_a_paragraph_of_other_words_is_cut_as_it_was_read(case: Workbench) -> None:
    other: Sequence[str] = ["Rain fell on Friday and the old bridge gave way. ", "Nobody was hurt."]
    reread(case, [(BODY, list(other)), FIRST[1]], "second")
    assert [line.split(" ", 1)[1] for line in told(case)[:2]] == [one.strip() for one in other]
    assert told(case)[2:] == KEPT[3:]


def test_a_reader_that_cuts_elsewhere_is_followed_where_nobody_cut(case: Workbench) -> None:
    joined = (BODY, ["The town has one other bridge. It is narrow."])
    reread(case, [FIRST[0], joined], "second")
    assert told(case)[:3] == KEPT[:3]
    assert len(told(case)) == 4


def test_what_was_taken_back_is_not_kept(case: Workbench) -> None:
    case.undo()
    case.undo()
    reread(
        case, [(BODY, ["Rain fell on Friday and the bridge gave way. Nobody was hurt. ", "It was old."])], "2"
    )
    assert len(told(case)) == 2


def test_the_last_word_is_kept_where_cuts_were_changed_after_a_reading(case: Workbench) -> None:
    reread(case, FIRST, "second")
    case.merge(*at(case, "A1"))
    assert told(case)[0] == "1 Rain fell on Friday and the bridge gave way."
    reread(case, FIRST, "third")
    assert told(case)[:2] == [
        "1 Rain fell on Friday and the bridge gave way.",
        "2 Nobody was hurt. It was old.",
    ]


def test_the_same_reading_once_more_is_no_step(case: Workbench) -> None:
    assert not case.reread(case.article_at_letter("A").id, draft_of(FIRST))
    assert told(case) == KEPT


def test_a_retired_number_comes_back_in_no_reading(case: Workbench) -> None:
    longer = [*FIRST, (BODY, ["A sentence nobody has read before."])]
    reread(case, longer, "second")
    assert told(case) == [*KEPT, "5a A sentence nobody has read before."]


def test_a_retired_number_is_explained_in_every_reading(case: Workbench) -> None:
    reread(case, FIRST, "second")
    with pytest.raises(StepError) as told:
        case.sentence_at_address("A3")
    assert (told.value.code, told.value.values["into"]) == ("address-retired", "A2")
    with pytest.raises(StepError, match="no-such-address"):
        case.sentence_at_address("A9")
