"""Comparing depends on what the articles say: not on their order, not on a third one, not on how they are dressed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compare.dressed import ONE, OTHER, SAME_LENGTH, both, emoji
from tests.making import make_case, make_draft, ticking

from verifier.compare.accounts import account_of
from verifier.domain.articles import Metadata
from verifier.domain.comparing import Account, Comparison, FigureKind, Likeness, Quotation
from verifier.domain.errors import VerifierError
from verifier.domain.kinds import ParagraphKind
from verifier.session import comparing
from verifier.session.comparing import CompareJob, accounts_of, compare_accounts
from verifier.session.jobs import Worker
from verifier.session.workbench import Workbench

THIRD = """The pilot of the harbour
Piet Lorentz said on Thursday that 1,200 passengers were too few. “We can’t wait for another winter,” he wrote.
Ada Holmgren answered that the Kestrel leaks."""


def forgetting(accounts: tuple[Account, ...]) -> Comparison:
    """A comparison with nothing kept from before."""
    comparing._articles._results.clear()
    comparing._pairs._results.clear()
    comparing._articles._held = comparing._pairs._held = 0
    return compare_accounts(accounts)


def on_one_line(found: Comparison) -> Comparison:
    """With speakers as they are named, whatever the spaces between their names."""

    def line(each: Quotation) -> Quotation:
        return replace(each, speaker=" ".join(each.speaker.split()))

    return replace(
        found,
        quotations=tuple((key, tuple(map(line, some))) for key, some in found.quotations),
        matches=tuple(replace(each, a=line(each.a), b=line(each.b)) for each in found.matches),
    )


# -- accounts --------------------------------------------------------------------------------------------------------


def test_an_account_has_the_sentences_that_are_not_set_aside(tmp_path: Path) -> None:
    with make_case(tmp_path / "quay.verif") as case:
        one, other = accounts_of(case)
        assert [piece.number for piece in one.pieces] == ["1", "2", "3", "4", "5"]
        assert [other.text[piece.start : piece.end].strip() for piece in other.pieces] == [
            "The council shut the quay on Tuesday.",
            "Thirty boats are idle.",
        ]
        assert [case.sentence_at_address(f"A{piece.number}").id for piece in one.pieces] == [
            piece.id for piece in one.pieces
        ]
        assert [piece.paragraph for piece in one.pieces] == [0, 2, 2, 2, 3]
        assert "Share this" not in "".join(one.text[start:end] for start, end in one.paragraphs)


def test_an_account_has_the_current_reading(tmp_path: Path) -> None:
    with make_case(tmp_path / "quay.verif") as case:
        [article, _] = case.rows.articles()
        draft = make_draft([(ParagraphKind.BODY, ["The quay is open again."])], "harbour.txt")
        case.reread(article.id, draft)
        assert accounts_of(case)[0].text == "The quay is open again."


@pytest.mark.parametrize(
    ("published", "unconfirmed", "wanted"),
    [
        ("2031-05-04", (), "2031-05-04"),
        ("2031-05-04T08:30:00+02:00", (), "2031-05-04"),
        ("2031-05-04", ("published",), ""),
        ("in May", (), ""),
        ("2031-05", (), ""),
        (None, (), ""),
    ],
)
def test_a_date_counts_where_it_is_confirmed_and_a_day(
    tmp_path: Path, published: str | None, unconfirmed: tuple[str, ...], wanted: str
) -> None:
    draft = make_draft(
        [(ParagraphKind.BODY, ["It closed yesterday."])],
        metadata=Metadata(published=published, language="en-GB"),
    )
    with Workbench.create(tmp_path / "day.verif", clock=ticking()) as case:
        case.add_articles([replace(draft, unconfirmed=unconfirmed)])
        [account] = accounts_of(case)
    assert (account.published, account.language) == (wanted, "en-GB")
    [(_, [figure])] = compare_accounts([account]).figures
    assert figure.kind is FigureKind.DATE
    assert figure.low == (date(2031, 5, 3).toordinal() if wanted else None)


def test_a_block_quote_is_a_quotation_unless_it_has_marks_of_its_own(tmp_path: Path) -> None:
    quotes = ["We were told nothing at all by anybody.", "“We were told,” said the pilot."]
    with Workbench.create(tmp_path / "blocks.verif", clock=ticking()) as case:
        case.add_articles([make_draft([(ParagraphKind.QUOTE, [quote]) for quote in quotes])])
        [account] = accounts_of(case)
    [(_, found)] = compare_accounts([account]).quotations
    assert [account.text[each.start : each.end] for each in found] == [quotes[0], "We were told,"]


# -- what is found ---------------------------------------------------------------------------------------------------


def test_the_same_accounts_give_the_same_in_any_order_kept_or_not() -> None:
    one, other = both()
    third = account_of(THIRD, "C")
    first = forgetting((one, other, third))
    assert first.suggestions
    assert first.matches
    assert first.alone
    assert compare_accounts((third, one, other)) == first
    assert forgetting((other, third, one)) == first


def test_adding_an_article_leaves_what_two_others_have_together() -> None:
    one, other = both()
    before = forgetting((one, other))
    after = forgetting((one, other, account_of(THIRD, "C")))
    known = {piece.id for each in (one, other) for piece in each.pieces}
    assert tuple(each for each in after.suggestions if {each.a, each.b} <= known) == before.suggestions
    assert (
        tuple(each for each in after.matches if "C" not in (each.article_a, each.article_b)) == before.matches
    )
    assert after.quotations[:2] == before.quotations
    assert after.figures[:2] == before.figures
    assert after.cues[:2] == before.cues
    assert len(after.suggestions) > len(before.suggestions)
    assert set(after.alone).intersection(before.alone) == {
        each for each in after.alone if each.article_id != "C"
    }


def test_adding_an_article_compares_only_its_own_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = both()
    forgetting((one, other))
    compared: list[tuple[str, str]] = []
    real = comparing._of_pair

    def watched(*given: object) -> object:
        compared.append(tuple(each.letter for each in given[:2]))  # type: ignore[attr-defined]
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(comparing, "_of_pair", watched)
    compare_accounts((one, other, account_of(THIRD, "C")))
    assert compared == [("A", "C"), ("B", "C")]
    compare_accounts((one, replace(other, text=other.text.replace("Lorentz", "Larsson"))))
    assert compared[2:] == [("A", "B")]


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "_pairs", comparing._Shelf(comparing._OfPair.weight, 60))
    accounts = tuple(
        account_of(text, letter) for text, letter in zip((ONE, OTHER, THIRD), "ABC", strict=True)
    )
    found = compare_accounts(accounts)
    assert comparing._pairs._held <= 60
    assert compare_accounts(accounts) == found


def test_the_child_finds_the_same_and_keeps_it_for_the_next_time() -> None:
    accounts = both()
    worker = Worker()
    try:
        assert worker.submit(CompareJob(accounts)).result(60) == forgetting(accounts)
        assert worker.submit(CompareJob(accounts[::-1])).result(60) == forgetting(accounts)
    finally:
        worker.close()


def test_a_comparison_can_be_cancelled() -> None:
    line = " ".join(f"The quay {at} closed and boat {at} of {at % 97} left." for at in range(6_000))
    worker = Worker()
    try:
        worker.submit(CompareJob(both())).result(60)
        future = worker.submit(CompareJob((account_of(line, "A"), account_of(line + " Indeed.", "B"))))
        while not future.running():
            time.sleep(0.01)
        worker.cancel(future)
        with pytest.raises(VerifierError, match="cancelled"):
            future.result(60)
        assert worker.submit(CompareJob(both())).result(60) == compare_accounts(both())
    finally:
        worker.close()


# -- dresses ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dress", SAME_LENGTH.values(), ids=SAME_LENGTH)
def test_every_span_is_the_same_in_every_dress(dress: Callable[[str], str]) -> None:
    plain, dressed = both(), both(dress)
    assert all(one.text != other.text for one, other in zip(plain, dressed, strict=True))
    assert on_one_line(compare_accounts(dressed)) == on_one_line(compare_accounts(plain))


def test_the_same_words_are_found_beside_emoji() -> None:
    plain, dressed = compare_accounts(both()), compare_accounts(both(emoji))
    assert _words(dressed, both(emoji)) == _words(plain, both())
    assert [(one.a, one.b) for one in dressed.suggestions] == [(one.a, one.b) for one in plain.suggestions]


def _words(found: Comparison, accounts: tuple[Account, Account]) -> list[tuple[object, ...]]:
    texts = {account.article_id: account.text for account in accounts}
    told: list[tuple[object, ...]] = []
    for article, some in found.quotations:
        told += [("quotation", texts[article][one.start : one.end], one.speaker) for one in some]
    for article, figures in found.figures:
        told += [("figure", texts[article][one.start : one.end], one.low, one.high) for one in figures]
    for one in found.names:
        told += [("name", texts[article][slice(*span)]) for article, span in one.variant_places]
    told += [
        (each.kind, texts[each.article_id][each.start : each.end].removeprefix("🙂 ")) for each in found.alone
    ]
    for match in found.matches:
        told.append((match.likeness, texts[match.article_a][match.a.start : match.a.end]))
    return told


def test_the_invented_pair_is_read_as_a_careful_reader_would() -> None:
    one, other = both()
    found = compare_accounts((one, other))
    best = [(each.a, each.b) for each in found.suggestions[:2]]
    assert best == [("A3", "B3"), ("A2", "B2")]
    [match] = found.matches
    assert match.likeness is Likeness.TRIMMED
    assert match.a.speaker == "Ada Holmgren"
    assert [(each.usual, each.variant) for each in found.names] == [("Holmgren", "Holmgen")]


TEXTS = st.lists(
    st.sampled_from(
        [
            "The quay closed. ",
            "“We left,” said Ada Holm. ",
            "12 boats sank on 3 May. ",
            "Holms left.\n",
            "🙂 ",
            "«Да». ",
        ]
    ),
    max_size=8,
).map("".join)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_any_texts_compare_the_same_in_any_order_with_spans_inside_them(
    texts: list[str], chance: object
) -> None:
    accounts = [account_of(text, letter) for text, letter in zip(texts, "ABC", strict=False)]
    found = forgetting(tuple(accounts))
    chance.shuffle(accounts)  # type: ignore[attr-defined]
    assert forgetting(tuple(accounts)) == found
    ends = {account.article_id: len(account.text) for account in accounts}
    homes = {piece.id: account.article_id for account in accounts for piece in account.pieces}
    spans = [(article, one.start, one.end) for article, some in found.quotations for one in some]
    spans += [(article, one.start, one.end) for article, figures in found.figures for one in figures]
    spans += [(one.article_id, one.start, one.end) for one in found.alone]
    spans += [
        (homes[one.a], *span) for one in found.suggestions for reason in one.reasons for span in reason.a
    ]
    spans += [
        (homes[one.b], *span) for one in found.suggestions for reason in one.reasons for span in reason.b
    ]
    assert all(0 <= start < end <= ends[article] for article, start, end in spans)
