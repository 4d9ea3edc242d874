"""Which sentences of two articles quote the same statement."""

from __future__ import annotations

from verifier.compare.accounts import account_of
from verifier.compare.quotations import matches
from verifier.compare.statements import sentences_of_one_statement
from verifier.domain.comparing import Account, Likeness, QuotationMatch
from verifier.text.quotations import quotations

PILOT = (
    "“We were told nothing about the closed quay. The harbour office kept silent for weeks,” the pilot said."
)
OTHER = (
    "The ferry was late. The pilot said: “We were told nothing about the closed quay. "
    "The harbour office kept silent for weeks.” Then he left."
)


def compared(one: Account, other: Account) -> tuple[QuotationMatch, ...]:
    found = {each.article_id: quotations(each.text, each.paragraphs, each.blocks) for each in (one, other)}
    return matches((one, other), found)


def numbers(a: str, b: str) -> tuple[set[tuple[str, str]], tuple[QuotationMatch, ...]]:
    """The pairs by the numbers of their sentences, and the matches they came from."""
    one, other = account_of(a, "A", article_id="a"), account_of(b, "B", article_id="b")
    known = {piece.id: account.letter + piece.number for account in (one, other) for piece in account.pieces}
    assert len(known) == len(one.pieces) + len(other.pieces)
    found = compared(one, other)
    pairs = sentences_of_one_statement((one, other), found)
    assert all((b, a) in pairs for a, b in pairs)
    told = {(known[a], known[b]) for a, b in pairs}
    return {pair for pair in told if pair[0].startswith("A")}, found


def test_sentences_that_share_a_quotation_are_of_one_statement_and_those_beside_it_are_not() -> None:
    pairs, _found = numbers(PILOT, OTHER)
    assert pairs == {("A1", "B2"), ("A1", "B3"), ("A2", "B2"), ("A2", "B3")}


def test_a_short_fragment_is_no_statement() -> None:
    pairs, found = numbers(
        "He called the ferry a “floating tin coffin” on Monday.",
        "“It is a floating tin coffin and nobody should ever board it again,” he said.",
    )
    assert [match.likeness for match in found] == [Likeness.FRAGMENT]
    assert pairs == set()


def test_a_long_quotation_without_marks_is_a_statement() -> None:
    words = "the harbour office kept silent for seven long weeks"
    pairs, found = numbers(f"He said: “{words.capitalize()}.”", f"People say that {words}.")
    assert [match.likeness for match in found] == [Likeness.UNMARKED]
    assert pairs == {("A1", "B1")}


def test_a_match_with_an_article_that_is_gone_is_left_out() -> None:
    one, other = account_of(PILOT, "A", article_id="a"), account_of(OTHER, "B", article_id="b")
    found = compared(one, other)
    assert found
    assert sentences_of_one_statement((one,), found) == frozenset()
