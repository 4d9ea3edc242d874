"""What only one article has: sentences, figures, names and quotations, and nothing that another has in other words."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from verifier.compare.accounts import account_of
from verifier.compare.alignment import suggestions
from verifier.compare.alone import STRENGTH, alone
from verifier.compare.figures import FigureShelf, figures_of, shared_figures
from verifier.compare.quotations import matches
from verifier.domain.comparing import Account, Alone, AloneKind, Suggestion
from verifier.text.figures import Agreement, agree, figures
from verifier.text.quotations import quotations

ONE = """The ferry Alma sank near Port Ellery on 3 May 2019 with 120 passengers.
Captain Ruth Halvorsen said: “We had no warning of any kind from the shore.”
At least 40 people are missing, and the search goes on with 12 boats.
Fog is common in the strait in spring."""
OTHER = """On May 3, 2019 the ferry Alma went down off Port Ellery; a hundred and twenty passengers were aboard.
“We had no warning of any kind from the shore,” said Halvorsen.
The European Maritime Agency sent nine divers on Friday.
The owner, Tobias Lund, paid £2m for the ship."""
THIRD = "An agency, the EMA, has spoken with Lund about the £2 million."


def found(accounts: Sequence[Account], linked: Sequence[str] = ()) -> tuple[Alone, ...]:
    pairs = [(one, other) for at, one in enumerate(accounts) for other in accounts[at + 1 :]]
    quoted = {each.article_id: quotations(each.text, each.paragraphs) for each in accounts}
    return alone(
        accounts,
        [row for pair in pairs for row in suggestions(*pair)],
        {each.article_id: figures_of(each) for each in accounts},
        quoted,
        matches(accounts, quoted),
        linked=linked,
    )


def told(accounts: Sequence[Account], kind: AloneKind, article: str) -> list[str]:
    texts = {each.article_id: each.text for each in accounts}
    rows = [row for row in found(accounts) if row.kind is kind and row.article_id == article]
    return [texts[article][row.start : row.end] for row in rows]


def two() -> list[Account]:
    return [account_of(ONE, "A", language="en"), account_of(OTHER, "B", language="en")]


def test_words_taken_over_whole_do_not_make_all_else_look_alone() -> None:
    ids = [[piece.id for piece in account.pieces] for account in two()]
    told_alike = [
        Suggestion(ids[0][at], ids[1][at], score, True, 1, 1, ())
        for at, score in enumerate((0.9, 0.15, 0.12))
    ]
    rows = alone(two(), told_alike, {}, {}, ())
    left = {row.sentence_id for row in rows if row.kind is AloneKind.SENTENCE}
    assert left == {ids[0][3], ids[1][3]}


def test_a_name_in_marks_is_no_quotation_and_the_same_words_are_told_once() -> None:
    accounts = [
        account_of(
            "«Северный берег» закрыл порт. Мэр назвал это «тихим концом» гавани, «тихим концом» всего.", "A"
        ),
        account_of("Порт работает.", "B"),
    ]
    assert told(accounts, AloneKind.QUOTATION, "A") == ["тихим концом"]


def test_figures_only_one_article_has_are_told_whatever_the_words_of_the_other() -> None:
    assert told(two(), AloneKind.FIGURE, "A") == ["At least 40 people", "12 boats"]
    assert told(two(), AloneKind.FIGURE, "B") == ["nine divers", "Friday", "£2m"]


def test_names_only_one_article_has_are_told_once() -> None:
    assert told(two(), AloneKind.NAME, "A") == []
    assert told(two(), AloneKind.NAME, "B") == ["European Maritime Agency", "Tobias Lund"]


def test_initials_stand_for_a_name() -> None:
    accounts = [*two(), account_of(THIRD, "C", language="en")]
    assert told(accounts, AloneKind.NAME, "B") == []
    assert told(accounts, AloneKind.NAME, "C") == []
    assert told(accounts, AloneKind.FIGURE, "B") == ["nine divers", "Friday"]


def test_a_misspelt_name_is_not_another() -> None:
    accounts = [
        account_of("then we saw Halvorsen.", "A"),
        account_of("then we saw Halvosren and Grimsby.", "B"),
    ]
    assert told(accounts, AloneKind.NAME, "B") == ["Grimsby"]


def test_a_name_in_another_case_is_not_another() -> None:
    accounts = [account_of("Вчера мы видели Каретина.", "A"), account_of("Там был Каретин и Лунин.", "B")]
    assert told(accounts, AloneKind.NAME, "B") == ["Лунин"]


def test_quotations_another_article_has_are_not_told() -> None:
    assert told(two(), AloneKind.QUOTATION, "A") == []
    one = account_of("She said: “The mill was never sold to anyone at all.”", "A")
    other = account_of("He said: “Nobody has asked the town about the bridge.”", "B")
    assert len(told([one, other], AloneKind.QUOTATION, "A")) == 1


def test_sentences_without_a_counterpart_are_told() -> None:
    rows = told(two(), AloneKind.SENTENCE, "A")
    assert "Fog is common in the strait in spring." in rows
    assert told([two()[0], account_of(ONE, "B", language="en")], AloneKind.SENTENCE, "A") == []


def test_a_linked_sentence_has_a_counterpart() -> None:
    accounts = two()
    (fog,) = (piece.id for piece in accounts[0].pieces if "Fog" in accounts[0].text[piece.start : piece.end])
    assert any(row.sentence_id == fog for row in found(accounts))
    assert not any(row.sentence_id == fog for row in found(accounts, linked=[fog]))


def test_a_suggestion_counts_by_its_strength_beside_the_best_of_the_same_two_articles() -> None:
    accounts = two()
    ids = [piece.id for piece in accounts[0].pieces], [piece.id for piece in accounts[1].pieces]
    best = Suggestion(ids[0][0], ids[1][0], 50.0, True, 1, 1, ())
    weak = Suggestion(ids[0][1], ids[1][1], 50.0 * STRENGTH * 0.99, True, 1, 1, ())
    firm = Suggestion(ids[0][2], ids[1][2], 50.0 * STRENGTH * 1.01, False, 1, 1, ())
    rows = alone(accounts, [best, weak, firm], {}, {}, ())
    left = {row.sentence_id for row in rows if row.kind is AloneKind.SENTENCE}
    assert ids[0][0] not in left
    assert ids[0][1] in left
    assert ids[0][2] not in left


def test_one_article_has_nothing_alone() -> None:
    assert found(two()[:1]) == ()


def test_the_order_of_articles_does_not_matter() -> None:
    accounts = [*two(), account_of(THIRD, "C", language="en")]
    assert found(accounts) == found(accounts[::-1])
    assert len(found(accounts)) >= 6


def test_the_figures_two_articles_share_are_paired() -> None:
    one, other = (figures_of(each) for each in two())
    pairs = shared_figures(one, other)
    assert [(ONE[pair.a.start : pair.a.end], pair.agreement) for pair in pairs] == [
        ("3 May 2019", Agreement.SAME),
        ("120 passengers", Agreement.SAME),
    ]
    assert [OTHER[pair.b.start : pair.b.end] for pair in pairs] == [
        "May 3, 2019",
        "a hundred and twenty passengers",
    ]


WRITTEN = """
12 boats;at least 12 boats;12 ships;some 13 boats;dozens of boats;5 km;5,000 metres;3 miles;two weeks;14 days;$5m;£5m
$4–6 million;17 January 2021;Jan. 17;January 2021;in January;on Tuesday;2021;5%;at least 4%;44-year-old;up to 20 boats
two years;24 months;1.2 km;nearly 15 boats;3 May;the 1990s;in 1995;yesterday;12;5–2;2–5
"""
FIGURES = st.lists(st.sampled_from(WRITTEN.strip().replace("\n", ";").split(";")), max_size=12)


@given(FIGURES, FIGURES, st.sampled_from(["", "2021-01-20"]))
def test_a_figure_is_found_elsewhere_just_where_one_agrees_with_it(
    one: list[str], other: list[str], day: str
) -> None:
    mine, theirs = (figures("; ".join(row), 0, len("; ".join(row)), published=day) for row in (one, other))
    shelf = FigureShelf(theirs)
    for figure in mine:
        like = [agree(figure, each) for each in theirs]
        best = shelf.best(figure)
        if best is None:
            assert not set(like) & {Agreement.SAME, Agreement.OVERLAP}
        else:
            assert best[0] in theirs
            assert best[1] is agree(figure, best[0])
            assert best[1] in (Agreement.SAME, Agreement.OVERLAP)


LINES = st.lists(st.sampled_from((ONE + "\n" + OTHER + "\n" + THIRD).split("\n")), max_size=6)


@given(LINES, LINES)
def test_what_stands_alone_is_in_its_sentence_and_its_article(one: list[str], other: list[str]) -> None:
    accounts = [account_of("\n".join(one), "A"), account_of("\n".join(other), "B")]
    pieces = {piece.id: (account, piece) for account in accounts for piece in account.pieces}
    for row in found(accounts):
        account, piece = pieces[row.sentence_id]
        assert account.article_id == row.article_id
        assert piece.start <= row.start < piece.end
        assert row.start < row.end <= len(account.text)
