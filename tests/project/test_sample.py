"""The sample case is what its finding says: read whole, half judged, with four things left to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from verifier.domain.judgements import CheckPass, Link, Question, Reply
from verifier.domain.kinds import Label, Reach
from verifier.domain.queries import account, basis_of, mark_of, set_aside
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    path = tmp_path_factory.mktemp("sample") / "sample.verif"
    make_sample_case(path)
    with Workbench.open(path, read_only=True) as case:
        yield case


def test_both_articles_are_read_whole_and_what_is_no_account_is_set_aside(sample: Workbench) -> None:
    first, second = sample.rows.articles()
    assert (len(account(sample.rows, first)), len(account(sample.rows, second))) == (25, 15)
    assert [row.kind for row in set_aside(sample.rows, first)] == ["byline", "dateline", "boilerplate"]
    assert [row.kind for row in set_aside(sample.rows, second)] == [
        "byline",
        "dateline",
        "caption",
        "credit",
        "related",
    ]


def test_about_half_is_judged_and_every_label_is_used(sample: Workbench) -> None:
    sentences = [one for article in sample.rows.articles() for one in account(sample.rows, article)]
    labels = Counter(mark.label for one in sentences if (mark := mark_of(sample.rows, one)))
    assert set(labels) == set(Label)
    assert 0.4 < labels.total() / len(sentences) < 0.6


def test_what_the_finding_asks_for_is_still_to_be_done(sample: Workbench) -> None:
    named = dict.fromkeys(re.findall(r"\b[AB]\d+\b", sample.rows.details.finding))
    places = {address: sample.sentence_at_address(address) for address in named}
    assert set(places) == {"A6", "B2", "A13", "B6", "B3"}
    unjudged = [address for address in places if mark_of(sample.rows, places[address]) is None]
    assert unjudged == ["A6", "A13", "B6"]
    hollow = mark_of(sample.rows, places["B3"])
    assert hollow is not None
    assert hollow.label is Label.VERIFIED
    assert not basis_of(sample.rows, hollow)
    assert "1 December" in sample.words(places["A6"])
    assert "Jan. 6" in sample.words(places["B2"])
    assert "£310,000" in sample.words(places["A13"])
    assert "£480,000" in sample.words(places["B6"])


def test_every_other_verified_or_disputed_sentence_has_its_basis(sample: Workbench) -> None:
    wanting = [
        mark
        for article in sample.rows.articles()
        for one in account(sample.rows, article)
        if (mark := mark_of(sample.rows, one)) and mark.label in (Label.VERIFIED, Label.DISPUTED)
        if not basis_of(sample.rows, mark)
    ]
    assert [mark.passage_id for mark in wanting] == [
        mark.passage_id for mark in [mark_of(sample.rows, sample.sentence_at_address("B3"))] if mark
    ]


def test_there_is_an_open_conflict_a_settled_one_and_an_internal_note(sample: Workbench) -> None:
    links = sample.rows.all(Link)
    assert any(link.is_open for link in links)
    assert any(link.outcome for link in links)
    internal = mark_of(sample.rows, sample.sentence_at_address("A22"))
    assert internal is not None
    assert internal.reach is Reach.INTERNAL
    assert internal.note


def test_a_question_is_open_one_answered_and_replies_and_passes_are_noted(sample: Workbench) -> None:
    rows = sample.rows
    opened, answered = rows.all(Question)
    assert (opened.is_open, answered.is_open) == (True, False)
    own = mark_of(rows, sample.sentence_at_address("A22"))
    assert own is not None
    assert rows.questions_on(own.passage_id) == (opened,)
    assert [bool(reply.answer) for reply in rows.all(Reply)] == [False, True]
    assert all(one.who and one.when for one in rows.all(CheckPass))
