"""Suggestions for links: deterministic, symmetric, exact, and about these two accounts alone."""

from __future__ import annotations

import gc
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pumping import stays_linear

from verifier.compare.accounts import account_of, piece_at
from verifier.compare.alignment import MOST, CancelledError, suggestions
from verifier.compare.kin import LEAST, grams
from verifier.compare.weak import FILLED
from verifier.domain.comparing import Account, Reason, ReasonKind, Suggestion
from verifier.text.words import near_stems, words

ONE = (
    "Ferry burns off Sandrey.\n"
    "Nine people died when a fire broke out on the ferry Marisol, the coastguard said. "
    "The coastguard sent three helicopters. "
    "“You could not see your own hand,” said Ana Reyes, a stewardess.\n"
    "The Marisol's owners said on Thursday that 312 passengers were aboard. "
    "Mr Vale promised an inquiry."
)
OTHER = (
    "The Marisol had been inspected in March, her owners said.\n"
    "An inquiry will be held, the minister promised. "
    "There were about 312 passengers on the ship. "
    "Ana Reyes, who works on board, said: “You could not see your own hand.”\n"
    "Helicopters came from the mainland. "
    "The fire is known to have killed nine."
)
THIRD = "Something else burned down in Marisol on a Thursday in March.\nThe minister has no helicopters."


def _shown(found: tuple[Suggestion, ...], one: Account, other: Account) -> list[object]:
    """Suggestions by numbers and words, so that texts of other positions can be compared."""

    def letters(account: Account, reason: Reason, first: bool) -> list[list[str]]:
        spans = reason.a if first else reason.b
        return [[word.form for word in words(account.text, *span)] for span in spans]

    return [(s.a, s.b, s.score, s.mutual, s.rank_a, s.rank_b) for s in found] + [
        (r.kind, letters(one, r, True), letters(other, r, False), r.weight) for s in found for r in s.reasons
    ]


def _pairs(found: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    return [(each.a, each.b) for each in found]


def test_sentences_that_speak_of_the_same_come_first() -> None:
    found = suggestions(account_of(ONE, "A"), account_of(OTHER, "B"))
    assert {("A4", "B4"), ("A2", "B6"), ("A3", "B5"), ("A5", "B3"), ("A6", "B2")} <= set(_pairs(found)[:7])
    assert _pairs(found)[0] == ("A4", "B4")
    assert found[0].mutual
    assert found[0].rank_a == found[0].rank_b == 1


def test_a_suggestion_tells_its_reasons_with_exact_spans_strongest_first() -> None:
    one, other = account_of(ONE, "A"), account_of(OTHER, "B")
    best = suggestions(one, other)[0]
    quotation = best.reasons[0]
    assert quotation.kind is ReasonKind.QUOTATION
    assert [one.text[start:end] for start, end in quotation.a] == ["You could not see your own hand"]
    assert [other.text[start:end] for start, end in quotation.b] == ["You could not see your own hand"]
    (name,) = (reason for reason in best.reasons if reason.kind is ReasonKind.NAME)
    assert [one.text[start:end] for start, end in name.a] == ["Ana", "Reyes"]
    figures = next(each for each in suggestions(one, other) if (each.a, each.b) == ("A5", "B3")).reasons
    (figure,) = (reason for reason in figures if reason.kind is ReasonKind.FIGURE)
    assert [one.text[start:end] for start, end in figure.a] == ["312"]


@given(
    st.lists(st.sampled_from([*ONE.split(), *OTHER.split(), "\n", "😀", "\xa0", "“", "”"]), max_size=60),
    st.lists(st.sampled_from([*ONE.split(), *THIRD.split(), "\n", "…", "5", "five"]), max_size=60),
)
@settings(max_examples=60, deadline=None)
def test_what_holds_for_any_two_accounts(first: list[str], second: list[str]) -> None:
    one, other = account_of(" ".join(first), "A"), account_of(" ".join(second), "B")
    found = suggestions(one, other)
    assert found == suggestions(other, one) == suggestions(replace(one), replace(other))
    assert list(found) == sorted(found, key=lambda each: -each.score)
    assert len(set(_pairs(found))) == len(found)
    for sentence in {each.a for each in found}:
        mine = sorted((each for each in found if each.a == sentence), key=lambda each: each.rank_a)
        assert [each.rank_a for each in mine] == list(range(1, len(mine) + 1))
        assert sum(each.rank_b > MOST for each in mine) <= MOST
    for each in found:
        assert each.reasons
        assert sum(reason.weight for reason in each.reasons) == pytest.approx(1, abs=0.01)
        if _is_weak(each, one):
            assert not each.mutual
            assert min(each.rank_a, each.rank_b) <= FILLED
            continue
        assert each.mutual == (each.rank_a == each.rank_b == 1)
        for reason in each.reasons:
            _holds(reason, one, each.a, other, each.b)


def _is_weak(found: Suggestion, one: Account) -> bool:
    """Whether all that is told for a suggestion are stop words."""
    spans = [span for reason in found.reasons for span in reason.a]
    return all(word.stop for span in spans for word in words(one.text, *span))


def _holds(reason: Reason, one: Account, a: str, other: Account, b: str) -> None:
    """The words of a reason are in both sentences, look alike or are used for one another, and are more than stop
    words.
    """
    stems = []
    for account, id_, spans in ((one, a, reason.a), (other, b, reason.b)):
        assert spans
        assert all(piece.id == id_ for start, _ in spans if (piece := piece_at(account, start)))
        found = [word for span in spans for word in words(account.text, *span)]
        assert any(not word.stop for word in found)
        assert {word.start for word in found} >= {start for start, _ in spans}
        stems.append({word.stem for word in found if not word.stop})
    for mine, theirs in (stems, reversed(stems)):
        for stem in mine - theirs:
            assert any(
                like in near_stems().get(stem, ())
                or 2 * len(grams(stem) & grams(like)) >= LEAST * (len(grams(stem)) + len(grams(like)))
                for like in theirs
            )


def test_letters_the_other_way_round_give_the_mirrored_pairs() -> None:
    found = suggestions(account_of(ONE, "A"), account_of(OTHER, "B"))
    mirrored = suggestions(account_of(ONE, "Z"), account_of(OTHER, "AA"))
    again = suggestions(account_of(OTHER, "A"), account_of(ONE, "B"))
    assert [(a[1:], b[2:]) for a, b in _pairs(mirrored)] == [(a[1:], b[1:]) for a, b in _pairs(found)]
    scores = {(each.a[1:], each.b[1:]): each.score for each in found}
    assert {(each.b[1:], each.a[1:]): each.score for each in again} == scores


def test_a_third_article_changes_nothing_between_the_first_two() -> None:
    accounts = [account_of(text, letter) for text, letter in ((ONE, "A"), (OTHER, "B"), (THIRD, "C"))]
    before = suggestions(accounts[0], accounts[1])
    suggestions(accounts[0], accounts[2])
    suggestions(accounts[2], accounts[1])
    assert suggestions(accounts[0], accounts[1]) == before


_CHANGES = {
    "straight": lambda text: text.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"}),
    "no-break spaces": lambda text: text.replace("the ", "the\xa0").replace("on ", "on\u202f"),
    "capitals kept, invisible characters": lambda text: text.replace("said", "sa\u00adid").replace(
        "own", "ow\u200bn"
    ),
    "British": lambda text: text.replace("“", "‘").replace("”", "’"),
    "guillemets": lambda text: text.replace("“", "«").replace("”", "»"),
}


@pytest.mark.parametrize("change", _CHANGES)
def test_how_a_text_is_written_makes_no_difference(change: str) -> None:
    plain = account_of(ONE, "A"), account_of(OTHER, "B")
    wanted = _shown(suggestions(*plain), *plain)
    for texts in ((_CHANGES[change](ONE), OTHER), (ONE, _CHANGES[change](OTHER))):
        accounts = account_of(texts[0], "A"), account_of(texts[1], "B")
        assert accounts[0].text + accounts[1].text != plain[0].text + plain[1].text
        assert _shown(suggestions(*accounts), *accounts) == wanted


def test_wrapped_lines_and_emoji_around_move_the_spans_and_nothing_else() -> None:
    plain = account_of(ONE, "A"), account_of(OTHER, "B")
    wanted = _shown(suggestions(*plain), *plain)
    for change in (lambda text: text.replace(" a ", "\na ").replace(" said", "\nsaid"), lambda text: text):
        moved = _moved(plain[0], "😀 👩‍👩‍👧 ", change)
        assert _shown(suggestions(moved, plain[1]), moved, plain[1]) == wanted


def _moved(account: Account, before: str, change) -> Account:  # type: ignore[no-untyped-def]
    """An account whose text has something before it and is wrapped otherwise, with the sentences it had."""
    text = before + change(account.text)
    by = len(before)
    pieces = tuple(replace(piece, start=piece.start + by, end=piece.end + by) for piece in account.pieces)
    return replace(
        account, text=text, pieces=pieces, paragraphs=tuple((s + by, e + by) for s, e in account.paragraphs)
    )


def test_nothing_is_drawn_from_what_is_set_aside() -> None:
    whole, other = (
        account_of(ONE + "\nRelated: minister inspected in March, known to have killed.", "A"),
        account_of(OTHER, "B"),
    )
    account = replace(whole, pieces=whole.pieces[:-1], paragraphs=whole.paragraphs[:-1])
    plain = account_of(ONE, "A")
    assert suggestions(account, other) == suggestions(plain, other)


def test_accounts_that_share_but_stop_words_have_no_suggestions() -> None:
    assert (
        suggestions(
            account_of("He was there before it was over."), account_of("It was not he, it was there.", "B")
        )
        == ()
    )
    assert suggestions(account_of(""), account_of(OTHER, "B")) == ()


def test_stop_words_fill_up_behind_all_else_and_say_which_they_are() -> None:
    one = account_of("The coastguard sent helicopters.\nIt was over by then.", "A")
    other = account_of("Helicopters came.\nBy noon it had gone down.\nNobody knows.", "B")
    strong, weak = suggestions(one, other)
    assert ((strong.a, strong.b), (weak.a, weak.b)) == (("A1", "B1"), ("A2", "B2"))
    assert strong.mutual
    assert not weak.mutual
    assert weak.score < strong.score / 5
    (reason,) = weak.reasons
    assert reason.kind is ReasonKind.WORDS
    assert [one.text[start:end] for start, end in reason.a] == ["It", "by"]
    assert [other.text[start:end] for start, end in reason.b] == ["By", "it"]


def test_a_repeated_phrase_weighs_less_than_one_said_once() -> None:
    refrain = "The Port Authority of Kellan met. "
    one = account_of(refrain * 4 + "The Port Authority of Kellan fined a trawler.")
    other = account_of("A trawler paid. " + refrain * 3, "B")
    best = next(each for each in suggestions(one, other) if each.a == "A5" and each.rank_a == 1)
    assert best.b == "B1"


def test_comparing_can_be_called_off() -> None:
    with pytest.raises(CancelledError):
        suggestions(account_of(ONE), account_of(OTHER, "B"), cancelled=lambda: True)


@pytest.mark.parametrize("on", [True, False])
def test_comparing_leaves_the_looking_for_cycles_as_it_was(on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        suggestions(account_of(ONE), account_of(OTHER, "B"))
        assert gc.isenabled() == on
        with pytest.raises(CancelledError):
            suggestions(account_of(ONE), account_of(OTHER, "B"), cancelled=lambda: True)
        assert gc.isenabled() == on
    finally:
        (gc.enable if before else gc.disable)()


def test_russian_sentences_meet_in_their_stems() -> None:
    one = account_of("Директор завода заявил об аварии. Трубы меняли давно.")
    other = account_of("Об этом не говорили. Авария на заводе произошла ночью, сказали директору.", "B")
    assert _pairs(suggestions(one, other))[0] == ("A1", "B2")


@pytest.mark.large
@pytest.mark.parametrize("different", [5, 4_000])
def test_the_work_grows_with_the_length_and_not_with_its_square(different: int) -> None:
    def work(count: int) -> object:
        draw = random.Random(count)
        texts = [
            "\n".join(
                f"Word{draw.randrange(different)} met the old word{draw.randrange(different)} in Kellan."
                for _ in range(count)
            )
            for _ in range(2)
        ]
        return suggestions(account_of(texts[0], "A"), account_of(texts[1], "B"))

    assert stays_linear(work, 150)


def test_an_acronym_meets_the_name_it_stands_for() -> None:
    one = account_of("The quay was shut at noon.\nThat evening the HBU fined three skippers.", "A")
    other = account_of(
        "Nobody hurt, the mayor said.\nSkippers were warned by the Harbour Bargemen Union.\nIt rained.", "B"
    )
    best = suggestions(one, other)[0]
    assert (best.a, best.b, best.mutual) == ("A2", "B2", True)
    names = [reason for reason in best.reasons if reason.kind is ReasonKind.NAME]
    assert [
        (one.text[a:b], other.text[c:d])
        for each in names
        for (a, b), (c, d) in zip(each.a, each.b, strict=False)
    ] == [("HBU", "Union")]
    mirrored = suggestions(replace(other, letter="A"), replace(one, letter="B"))[0]
    assert (mirrored.a, mirrored.b) == ("B2", "A2")


def test_stop_words_in_a_row_make_no_pair_telling_and_pull_no_other_down() -> None:
    one = account_of("It was in the pond.\nThe ferry sank at noon near Halden.\nWhere is he now?", "A")
    other = account_of("It was in the lake.\nA ferry sank near Halden.\nWhere is she now?", "B")
    found = suggestions(one, other)
    assert {(each.a, each.b) for each in found} >= {("A1", "B1"), ("A2", "B2"), ("A3", "B3")}
    assert [each.a + each.b for each in found if each.mutual] == ["A2B2"]
    assert min(each.score for each in found) > 0
