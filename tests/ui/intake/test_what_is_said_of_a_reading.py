"""What a person says of a reading, before there is any window."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.intake.readings import DOUBTS, archive, clear, entry_of, gappy, page

from verifier.domain.articles import CONTESTED, ArticleDraft, Metadata
from verifier.domain.errors import ReadError, VerifierError
from verifier.domain.kinds import ParagraphKind, PartKind
from verifier.domain.reading import SourcePart
from verifier.i18n import ENGLISH
from verifier.ui.intake.entry import Answers, Entry, State, sentences_in
from verifier.ui.intake.facts import FORMS, WRAPS, draft_facts, state_words, warnings_of


def taken(draft: ArticleDraft) -> Entry:
    entry = entry_of(draft)
    entry.take(draft)
    return entry


def test_what_is_contested_is_in_doubt_until_a_person_says_what_it_is() -> None:
    entry = taken(page())
    assert entry.doubts() == list(DOUBTS)
    entry.set_kind([3], ParagraphKind.RELATED)
    entry.set_kind([5], None)
    assert entry.doubts() == []
    finished = entry.finished()
    assert [finished.paragraphs[place].kind for place in (3, 5)] == [
        ParagraphKind.RELATED,
        ParagraphKind.BOILERPLATE,
    ]
    assert all(row.confidence >= CONTESTED for row in finished.paragraphs)
    assert finished.paragraphs[2] == page().paragraphs[2]


def test_setting_a_paragraph_aside_takes_its_sentences_from_the_account() -> None:
    entry = taken(page())
    assert sentences_in(entry) == 5
    entry.set_kind([2], ParagraphKind.BOILERPLATE)
    assert sentences_in(entry) == 3
    assert "3 sentences · 3 paragraphs set aside" in draft_facts(entry, ENGLISH)


def test_what_a_person_confirmed_stays_when_it_is_read_again() -> None:
    entry = taken(page())
    known = Metadata(title="Closed", publisher="Harbour Gazette")
    entry.answers = Answers(metadata=known, unconfirmed=frozenset({"publisher"}))
    entry.take(replace(page(), metadata=Metadata(title="Other", publisher="Gazette")))
    assert entry.answers.metadata == Metadata(title="Closed", publisher="Gazette")
    assert entry.answers.unconfirmed == {"publisher"}
    assert entry.finished().unconfirmed == ("publisher",)


def test_only_a_reading_with_something_to_look_at_is_in_question() -> None:
    attached = SourcePart("2", PartKind.ATTACHMENT, "annex.txt", "text/plain", 40)
    assert not taken(clear()).is_in_question()
    assert taken(page()).is_in_question()
    assert taken(gappy()).is_in_question()
    assert taken(archive()).is_in_question()
    assert taken(replace(clear(), parts=(attached,))).is_in_question()
    assert entry_of(clear()).is_in_question()
    same = taken(clear())
    same.same_as = "article A"
    assert same.is_in_question()


def test_its_state_is_told_in_words() -> None:
    entry = entry_of(page())
    assert state_words(entry, ENGLISH) == "waiting"
    entry.take(page())
    assert state_words(entry, ENGLISH) == "5 sentences · 2 doubts"
    entry.same_as = "article A"
    assert state_words(entry, ENGLISH).startswith("the same as article A")
    entry.refuse(ReadError("source-binary", "page.html"))
    assert (entry.state, state_words(entry, ENGLISH)) == (State.REFUSED, "could not be read")
    assert entry.draft is None


def test_one_that_was_cancelled_is_not_added_but_a_reading_there_was_stays() -> None:
    entry = entry_of(clear())
    entry.refuse(VerifierError("cancelled"))
    assert (entry.state, entry.ticked) == (State.CANCELLED, False)
    entry = taken(clear())
    entry.refuse(VerifierError("cancelled"))
    assert (entry.state, entry.ticked, entry.draft) == (State.READ, True, clear())


def test_the_warning_that_letters_are_missing_comes_first_and_names_the_places() -> None:
    first = warnings_of(gappy(), ENGLISH)[0]
    assert "1000" in first
    assert "what the surveyors found" in first
    assert "800 of 1,000 letters kept" in draft_facts(taken(gappy()), ENGLISH)


def test_every_form_that_can_be_read_has_a_name_and_can_be_chosen() -> None:
    from verifier.readers import FORM_NAMES

    assert set(FORMS) == set(FORM_NAMES)


def test_every_way_to_read_line_breaks_has_a_name() -> None:
    from verifier.text.shape.unwrap import WRAP_MODES

    assert set(WRAPS) == set(WRAP_MODES)
