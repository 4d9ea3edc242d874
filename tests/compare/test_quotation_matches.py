"""The same quotation in several articles."""

from __future__ import annotations

import random

import pytest
from tests.pumping import stays_linear

from verifier.compare.quotations import matches
from verifier.domain.comparing import Account, Likeness, QuotationMatch

WHOLE = (
    "“Every pump on the lower deck was tested in April, and nobody from the owners came to look at them,” "
    "said Ada Bell."
)


def account(letter: str, text: str) -> Account:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return Account(f"id-{letter}", letter, text, (), tuple(spans), "en")


def pair(a: str, b: str) -> tuple[QuotationMatch, ...]:
    return matches((account("A", a), account("B", b)))


def one(a: str, b: str) -> QuotationMatch:
    (match,) = pair(a, b)
    return match


def differing(match: QuotationMatch, a: str, b: str) -> tuple[list[str], list[str]]:
    return [a[slice(*span)] for span in match.differing_a], [b[slice(*span)] for span in match.differing_b]


def test_the_same_words_are_verbatim_whatever_their_marks_and_breaks() -> None:
    other = (
        WHOLE.replace("“", "‘")
        .replace("”", "’")
        .replace("tested in", "tested\nin")
        .replace("nobody from", "nobody\xa0from")
    )
    a, b = account("A", WHOLE), Account("id-B", "B", other, (), ((0, len(other)),), "en")
    (match,) = matches((a, b))
    assert match.likeness is Likeness.VERBATIM
    assert match.differing_a == match.differing_b == ()


def test_a_part_in_a_row_is_trimmed() -> None:
    b = "The inquiry heard that “nobody from the owners came to look at them”."
    match = one(WHOLE, b)
    assert match.likeness is Likeness.TRIMMED
    assert differing(match, WHOLE, b) == (["Every pump on the lower deck was tested in April, and"], [])


@pytest.mark.parametrize("sign", ["… ", "[...] ", ""])
def test_words_left_out_in_the_middle_are_elided(sign: str) -> None:
    b = f"“Every pump on the lower deck was tested in April, {sign}and nobody came to look at them,” she said."
    match = one(WHOLE, b)
    assert match.likeness is Likeness.ELIDED
    assert differing(match, WHOLE, b) == (["from the owners"], [])


def test_other_words_make_it_edited() -> None:
    b = "“Every pump on the lower deck had been tested in April, and no one from the owners came to see them.”"
    match = one(WHOLE, b)
    assert match.likeness is Likeness.EDITED
    assert differing(match, WHOLE, b) == (["was", "nobody", "look at"], ["had been", "no one", "see"])


@pytest.mark.parametrize("swap", [False, True])
def test_the_same_words_without_marks_are_unmarked(swap: bool) -> None:
    b = "She added that nobody from the owners came to look at them, and sat down."
    match = one(b, WHOLE) if swap else one(WHOLE, b)
    plain, text = (match.a, b) if swap else (match.b, b)
    assert match.likeness is Likeness.UNMARKED
    assert text[plain.start : plain.end] == "nobody from the owners came to look at them"
    assert (plain.start, plain.end) == (plain.outer_start, plain.outer_end)


def test_five_words_without_marks_are_too_few() -> None:
    assert pair(WHOLE, "He saw nobody from the owners there.") == ()


def test_common_words_without_marks_are_no_match() -> None:
    assert (
        pair(
            "“It was in the end all that we could do for them,” she said.",
            "And in the end all that we could do.",
        )
        == ()
    )


def test_a_fragment_is_found_in_another_setting() -> None:
    a = "The owners spoke of an ‘internal review’."
    b = "“We have begun an internal review of every vessel in the fleet,” the company said."
    match = one(a, b)
    assert match.likeness is Likeness.FRAGMENT
    assert a[match.a.start : match.a.end] == "internal review"
    assert match.b.start == 1


def test_a_term_with_its_article_is_the_term_trimmed() -> None:
    a, b = "He was ‘a ferryman of honour’.", "They called him a “ferryman of honour”."
    match = one(a, b)
    assert match.likeness is Likeness.TRIMMED
    assert differing(match, a, b) == (["a"], [])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“I think that it is a good day,” he said.",
            "“I think that the mayor has lied to us all,” she said.",
        ),
        ("“No,” he said.", "“No, we shall appeal,” she said."),
        ("“the” word", "“the” other"),
        ("The ‘bosses’ met.", "“The bosses lied to all of us for years,” he said."),
        (
            "“We shall do what we can for the people of the town.”",
            "“We shall do what we can to win the next election.”",
        ),
    ],
)
def test_common_phrases_do_not_match(a: str, b: str) -> None:
    assert pair(a, b) == ()


def test_what_is_quoted_inside_a_quotation_is_not_told_twice() -> None:
    a = "“She called it ‘a floating coffin of the worst kind’ and left the quay at once,” said Hale."
    b = "“She called it ‘a floating coffin of the worst kind’ and left the pier at once,” he said."
    found = pair(a, b)
    assert [each.likeness for each in found] == [Likeness.EDITED, Likeness.VERBATIM]


def test_russian_quotations_match() -> None:
    a = "«Паром выйдет в пятницу, и никто нас не остановит», — сказал Иван Лосев."
    b = "Лосев заявил: „Паром выйдет в субботу, и никто нас не остановит“."
    match = one(a, b)
    assert match.likeness is Likeness.EDITED
    assert differing(match, a, b) == (["пятницу"], ["субботу"])


TEXTS = [
    WHOLE,
    "“Every pump was tested in April, and nobody from the owners came to look at them,” she said.",
    "Nobody from the owners came to look at them, it was said. They spoke of a ‘lower deck’ of ‘nobody’.",
    "“Every pump on the lower deck … was tested in April,” Bell told the inquiry.",
]


def test_the_order_of_articles_does_not_matter() -> None:
    accounts = [account(letter, text) for letter, text in zip("ABCD", TEXTS, strict=True)]
    expected = matches(accounts)
    assert len(expected) >= 5
    for seed in range(6):
        shuffled = random.Random(seed).sample(accounts, len(accounts))
        assert matches(shuffled) == expected


def test_one_more_article_leaves_what_was_found_between_others() -> None:
    accounts = [account(letter, text) for letter, text in zip("ABCD", TEXTS, strict=True)]
    before = matches(accounts[:3])
    known = {each.article_id for each in accounts[:3]}
    after = tuple(each for each in matches(accounts) if {each.article_a, each.article_b} <= known)
    assert before == after


def test_an_article_that_repeats_itself_crowds_nothing_out() -> None:
    plain = "They said that nobody from the owners came to look at them, and “lower deck” was all."
    accounts = [account("B", WHOLE), account("C", plain)]
    before = matches(accounts)
    assert {each.likeness for each in before} == {Likeness.UNMARKED, Likeness.FRAGMENT}
    crowd = account("A", "\n".join([WHOLE, "The “lower deck”."] * 80))
    after = matches([*accounts, crowd])
    assert tuple(each for each in after if each.article_a != "id-A") == before
    assert len(after) > 80


def test_letters_are_ordered_as_they_are_counted() -> None:
    late, early = account("AA", WHOLE), account("Z", WHOLE)
    (match,) = matches((late, early))
    assert (match.article_a, match.article_b) == ("id-Z", "id-AA")


def test_spans_move_with_emoji_and_leave_the_rest() -> None:
    lead = "👩‍🚀 "
    for b in TEXTS[1:]:
        plain, moved = pair(WHOLE, b), pair(WHOLE, lead + b)
        assert [each.likeness for each in plain] == [each.likeness for each in moved]
        assert [(each.b.start + len(lead), each.differing_a) for each in plain] == [
            (each.b.start, each.differing_a) for each in moved
        ]


def test_a_block_quote_needs_no_marks() -> None:
    words = (
        "Every pump on the lower deck was tested in April, and nobody from the owners came to look at them,"
    )
    block = Account("id-B", "B", words, (), ((0, len(words)),), "en", blocks=((0, len(words)),))
    (match,) = matches((account("A", WHOLE), block))
    assert match.likeness is Likeness.VERBATIM
    assert (match.b.start, match.b.end) == (0, len(words))


def test_known_quotations_are_taken_as_they_are() -> None:
    accounts = (account("A", WHOLE), account("B", WHOLE))
    assert matches(accounts, {}) == ()
    assert len(matches(accounts)) == 1


@pytest.mark.large
@pytest.mark.parametrize(
    "unit", ["“a b c d e f g” ", "salt sea wind ", "“salt sea wind” ", "“salt sea wind rain "]
)
def test_repeated_words_take_no_more_than_their_share(unit: str) -> None:
    quoted = account("A", "“" + "salt sea wind rain fog " * 20 + "”")

    def work(length: int) -> object:
        return matches((quoted, account("B", unit * (length // len(unit)))))

    assert stays_linear(work, 3_000)
