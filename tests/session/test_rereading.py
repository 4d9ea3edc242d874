from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.making import BERG, COUNCIL, HARBOUR, Paragraphs, at, make_case, make_draft, ticking

from verifier.domain.articles import Article, ArticleDraft, Metadata, Passage, Source, Version
from verifier.domain.errors import StepError
from verifier.domain.judgements import EvidenceUse, Link, Mark
from verifier.domain.kinds import ACCOUNT_KINDS, Label, Origin, ParagraphKind, Relation
from verifier.domain.queries import (
    Problem,
    account,
    address_of,
    basis_of,
    label_counts,
    mark_of,
    open_items,
    words_of,
)
from verifier.domain.reading import Candidate, ReadOptions
from verifier.domain.versions import duplicate_of, is_same_source, passages_left_behind, versions_of
from verifier.session.aligning import aligned
from verifier.session.checking import check_case
from verifier.session.evidence import EvidenceDraft
from verifier.session.history import describe_step
from verifier.session.numbering import Numbered, carried_numbers
from verifier.session.reading import read_source
from verifier.session.workbench import Workbench

BODY = ParagraphKind.BODY

LONGER: Paragraphs = [
    (ParagraphKind.HEADLINE, ["The quay is closed"]),
    (ParagraphKind.DATELINE, ["3 May 2031"]),
    (BODY, ["A storm warning was given at noon. "]),
    (
        BODY,
        [
            "The quay closed on Monday, said the harbour office in a note. ",
            "Forty boats lie idle. ",
            "Nobody knows why.",
        ],
    ),
    (ParagraphKind.QUOTE, ["“We were told nothing,” said the pilot."]),
    (ParagraphKind.BOILERPLATE, ["Share this article"]),
]


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    return make_case(tmp_path / "case.verif")


def article(case: Workbench, letter: str = "A") -> Article:
    return next(row for row in case.rows.articles() if row.letter == letter)


def reread(case: Workbench, paragraphs: Paragraphs, letter: str = "A", **more: object) -> None:
    draft = replace(make_draft(paragraphs, "newer.txt"), **more)  # type: ignore[arg-type]
    case.reread(article(case, letter).id, draft)


def read(case: Workbench, letter: str = "A") -> list[tuple[str, str]]:
    """The account as addresses and words."""
    return [
        (address_of(case.rows, one), case.words(one)) for one in account(case.rows, article(case, letter))
    ]


def marked(case: Workbench) -> dict[str, str]:
    """The words every label is on, by the id of its mark."""
    return {one.id: case.words(case.rows.need(Passage, one.passage_id)) for one in case.rows.all(Mark)}


# -- versions and numbers --------------------------------------------------------------------------------------------


def test_a_new_reading_is_a_version_beside_the_old_one(case: Workbench) -> None:
    before = article(case).version_id
    reread(case, LONGER)
    after = article(case).version_id
    assert [one.id for one in versions_of(case.rows, article(case).id)] == [before, after]
    assert case.text(before) == make_draft(HARBOUR).text
    assert case.text(after) == make_draft(LONGER).text
    assert case.original(before) == make_draft(HARBOUR).source.data
    step = case.steps()[-1]
    assert describe_step(step) == "A read anew from newer.txt; passages moved: 0, left behind: 0"


def test_sentences_with_the_same_words_keep_their_numbers_and_new_ones_stand_after_them(
    case: Workbench,
) -> None:
    reread(case, [*HARBOUR[:2], (BODY, ["A storm came. ", "It went."]), *HARBOUR[2:]])
    assert [address for address, _ in read(case)] == ["A1", "A1a", "A1b", "A2", "A3", "A4", "A5"]


def test_a_number_that_was_given_is_never_given_to_other_words(case: Workbench) -> None:
    reread(case, [*HARBOUR[:2], (BODY, ["A storm came."]), *HARBOUR[2:]])
    reread(case, HARBOUR)
    assert [address for address, _ in read(case)] == ["A1", "A2", "A3", "A4", "A5"]
    reread(case, [*HARBOUR[:2], (BODY, ["Fog came down. ", "Then it rose."]), *HARBOUR[2:]])
    assert [address for address, _ in read(case)] == ["A1", "A1b", "A1c", "A2", "A3", "A4", "A5"]


def test_where_as_many_sentences_went_as_came_they_are_taken_for_each_other(case: Workbench) -> None:
    reread(case, LONGER)
    assert read(case)[:4] == [
        ("A1", "The quay is closed"),
        ("A1a", "A storm warning was given at noon."),
        ("A1b", "The quay closed on Monday, said the harbour office in a note."),
        ("A3", "Forty boats lie idle."),
    ]
    changed = [(kind, [part.replace("idle", "still") for part in parts]) for kind, parts in HARBOUR]
    case.undo()
    reread(case, changed)
    assert ("A3", "Forty boats lie still.") in read(case)
    assert len(read(case)) == 5


def test_a_sentence_set_aside_by_the_new_reading_keeps_its_number_for_when_it_comes_back(
    case: Workbench,
) -> None:
    aside = [*HARBOUR[:3], (ParagraphKind.CAPTION, HARBOUR[3][1]), *HARBOUR[4:]]
    reread(case, aside)
    assert [address for address, _ in read(case)] == ["A1", "A2", "A3", "A4"]
    caption = case.rows.paragraphs(article(case).version_id)[3]
    case.set_kind([caption.id], BODY)
    assert [address for address, _ in read(case)] == ["A1", "A2", "A3", "A4", "A5"]


def test_an_account_that_was_empty_is_numbered_from_one(tmp_path: Path) -> None:
    with Workbench.create(tmp_path / "x.verif", clock=ticking()) as case:
        case.add_articles([make_draft([(ParagraphKind.FURNITURE, ["One. ", "Two."])])])
        reread(case, [(BODY, ["One. ", "Two."])])
        assert [address for address, _ in read(case)] == ["A1", "A2"]


@given(
    st.lists(st.sampled_from("abcdefgh"), max_size=30),
    st.lists(st.sampled_from("abcdefgh"), max_size=30),
)
def test_what_is_aligned_is_equal_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)
    assert all(old[a] == new[b] for a, b in pairs.items())
    assert list(pairs) == sorted(pairs)
    assert list(pairs.values()) == sorted(set(pairs.values()))
    assert aligned(old, old) == {index: index for index in range(len(old))}


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.booleans()), max_size=25),
    st.lists(st.tuples(st.sampled_from("abcdef"), st.booleans()), max_size=25),
)
def test_numbers_are_never_given_twice(old: list[tuple[str, bool]], new: list[tuple[str, bool]]) -> None:
    numbers = carried_numbers([], [words for words, _ in old], [counted for _, counted in old], ())
    before = [Numbered(words, number, counted) for (words, counted), number in zip(old, numbers, strict=True)]
    after = carried_numbers(before, [words for words, _ in new], [counted for _, counted in new], numbers)
    given = [number for number in after if number]
    assert len(set(given)) == len(given)
    assert all(number for number, (_, counted) in zip(after, new, strict=True) if counted)


def test_ten_thousand_new_sentences_are_numbered_without_a_wait() -> None:
    words = [f"Sentence {number}." for number in range(10_000)]
    old = [Numbered("Before.", "1", True), Numbered("After.", "2", True)]
    numbers = carried_numbers(old, ["Before.", *words, "After."], [True] * 10_002, {"1", "2"})
    assert (numbers[0], numbers[1], numbers[26], numbers[27], numbers[-1]) == ("1", "1a", "1z", "1aa", "2")


# -- what is judged --------------------------------------------------------------------------------------------------


def test_marks_links_and_evidence_go_along_where_their_place_is_sure(case: Workbench) -> None:
    a1, a4, a5, b1 = at(case, "A1", "A4", "A5", "B1")
    case.mark([a1, a5], Label.VERIFIED)
    case.link(a5, b1, Relation.CORROBORATES)
    case.add_evidence([a4], EvidenceDraft("Log"))
    words = marked(case)
    reread(case, [*HARBOUR, (BODY, ["A late addition."])])
    assert passages_left_behind(case.rows) == ()
    assert marked(case) == words
    assert mark_of(case.rows, case.sentence_at_address("A5")) is not None
    [link] = case.rows.all(Link)
    ends = [case.rows.need(Passage, end) for end in (link.a, link.b)]
    assert ends[0].version_id == article(case).version_id
    assert case.words(ends[0]) == "“We were told nothing,” said the pilot."
    [use] = case.rows.all(EvidenceUse)
    assert case.words(case.rows.need(Passage, use.passage_id)) == "Nobody knows why."
    assert dict(case.steps()[-1].values)["moved"] == "3"


def test_a_place_that_shifted_is_known_by_its_words_and_what_is_around_them(case: Workbench) -> None:
    case.mark(at(case, "A4"), Label.OPINION)
    reread(case, [(BODY, ["Something new before all else."]), *HARBOUR])
    mark = mark_of(case.rows, case.sentence_at_address("A4"))
    assert mark is not None
    assert mark.label is Label.OPINION
    assert case.left_behind() == ()


def test_the_same_words_elsewhere_are_proposed_and_not_taken(case: Workbench) -> None:
    case.mark(at(case, "A2", "A3"), Label.DISPUTED)
    before = label_counts(case.rows, article(case))
    reread(case, LONGER)
    first, second = case.left_behind()
    assert (first.address, first.words, first.mark and first.mark.label) == (
        "A2",
        "The quay closed on Monday.",
        Label.DISPUTED,
    )
    assert first.proposal is not None
    assert first.proposal.words == "The quay closed on Monday"
    assert first.proposal.score < 100
    assert second.proposal is not None
    assert (second.proposal.words, second.proposal.score) == ("Forty boats lie idle.", 100)
    assert label_counts(case.rows, article(case)) == {None: 6}
    assert before[Label.DISPUTED] == 2
    assert [item.problem for item in open_items(case.rows)] == [Problem.LEFT_BEHIND] * 2


def test_a_proposal_confirmed_is_a_step_that_can_be_undone(case: Workbench) -> None:
    [stale] = at(case, "A3")
    case.mark([stale], Label.OPINION)
    reread(case, LONGER)
    [left] = case.left_behind()
    assert left.proposal is not None
    change = case.move_passage(left.passage.id, left.proposal.target)
    assert change.sentences == {case.sentence_at_address("A3").id, stale}
    assert case.left_behind() == ()
    assert describe_step(case.steps()[-1]) == "what stood at A3 of an earlier reading moved to A3"
    case.undo()
    assert len(case.left_behind()) == 1
    case.redo()
    assert label_counts(case.rows, article(case))[Label.OPINION] == 1


def test_changed_words_are_proposed_by_likeness_and_a_part_by_its_part(case: Workbench) -> None:
    version = article(case).version_id
    start = case.text(version).index("lie idle")
    part = case.passage(version, start - len("Forty boats "), start + len("lie"))
    case.mark([part, *at(case, "A2")], Label.VERIFIED)
    changed: Paragraphs = [
        (BODY, ["The quay was closed on Monday. ", "But fourty boats lie idle, they say. ", "And so on."])
    ]
    reread(case, changed)
    whole, some = case.left_behind()
    assert whole.proposal is not None
    assert whole.proposal.words == "The quay was closed on Monday."
    assert 70 <= whole.proposal.score < 100
    assert some.words == "Forty boats lie"
    assert some.proposal is not None
    assert some.proposal.words == "fourty boats lie"


def test_a_mark_is_moved_only_where_there_is_none_and_never_to_another_article(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.OPINION)
    reread(case, LONGER)
    [left] = case.left_behind()
    with pytest.raises(StepError, match="move-to-another-article"):
        case.move_passage(left.passage.id, at(case, "B1")[0])
    case.mark(at(case, "A4"), Label.VERIFIED)
    with pytest.raises(StepError, match="place-has-mark"):
        case.move_passage(left.passage.id, at(case, "A4")[0])
    with pytest.raises(StepError, match="no-such-place"):
        case.move_passage("none", at(case, "A4")[0])
    with pytest.raises(StepError, match="no-such-place"):
        case.move_passage(left.passage.id, "none")
    assert len(case.left_behind()) == 1
    case.mark([left.passage.id], None)  # given up
    assert case.left_behind() == ()


def test_several_proposals_are_confirmed_in_one_step_and_never_to_one_place(case: Workbench) -> None:
    case.mark(at(case, "A2", "A3", "A4"), Label.OPINION)
    case.link(at(case, "A2")[0], at(case, "A3")[0], Relation.CORROBORATES)
    reread(case, LONGER)
    left = [one for one in case.left_behind() if one.proposal is not None]
    assert len(left) == 3
    with pytest.raises(StepError, match="place-has-mark"):
        case.move_passages({one.passage.id: at(case, "A3")[0] for one in left})
    moves = {one.passage.id: one.proposal.target for one in left if one.proposal is not None}
    steps = len(case.steps())
    case.move_passages(moves)
    assert len(case.steps()) == steps + 1
    assert case.left_behind() == ()
    assert not case.move_passages({})
    [link] = case.rows.all(Link)
    assert [case.words(case.rows.need(Passage, end)) for end in (link.a, link.b)] == [
        "The quay closed on Monday",
        "Forty boats lie idle.",
    ]
    case.undo()
    assert len(case.left_behind()) == 3


def test_links_and_evidence_that_would_be_there_twice_are_not(case: Workbench) -> None:
    a3, b1, b2 = at(case, "A3", "B1", "B2")
    case.link(a3, b1, Relation.CONTRADICTS)
    [piece] = case.add_evidence([a3], EvidenceDraft("Log")).evidence
    reread(case, LONGER)
    [left] = case.left_behind()
    [new] = at(case, "A3")
    case.attach_evidence([new], piece)
    case.link(new, b1, Relation.CONTRADICTS)
    with pytest.raises(StepError, match="link-exists"):
        case.move_passage(left.passage.id, new)
    case.unlink(next(link.id for link in case.rows.all(Link) if left.passage.id not in (link.a, link.b)))
    case.move_passage(left.passage.id, new)
    assert len(case.rows.all(EvidenceUse)) == 1
    assert len(case.rows.all(Link)) == 1
    case.link(new, b2, Relation.CORROBORATES)


def test_a_link_to_words_left_behind_is_no_basis_until_they_are_found(case: Workbench) -> None:
    a3, b1 = at(case, "A3", "B1")
    case.link(a3, b1, Relation.CORROBORATES)
    case.mark([b1], Label.VERIFIED)
    [mark] = case.rows.all(Mark)
    assert basis_of(case.rows, mark)
    reread(case, LONGER)
    assert not basis_of(case.rows, mark)
    [left] = case.left_behind()
    assert left.proposal is not None
    case.move_passage(left.passage.id, left.proposal.target)
    assert basis_of(case.rows, mark)


def test_a_third_reading_brings_back_what_the_second_left_behind(case: Workbench) -> None:
    case.mark(at(case, "A2", "A3"), Label.DISPUTED)
    words = marked(case)
    reread(case, LONGER)
    assert len(case.left_behind()) == 2
    reread(case, HARBOUR)
    assert case.left_behind() == ()
    assert marked(case) == words
    assert label_counts(case.rows, article(case))[Label.DISPUTED] == 2


def test_what_was_judged_meanwhile_is_not_pushed_aside_by_what_comes_back(case: Workbench) -> None:
    case.mark(at(case, "A3"), Label.DISPUTED)
    reread(case, LONGER)
    case.mark(at(case, "A3"), Label.OPINION)
    reread(case, [*LONGER, (BODY, ["The end."])])
    mark = mark_of(case.rows, case.sentence_at_address("A3"))
    assert mark is not None
    assert mark.label is Label.OPINION
    assert [one.mark and one.mark.label for one in case.left_behind()] == [Label.DISPUTED]


def test_undo_of_a_reading_puts_everything_back_and_redo_brings_it_again(case: Workbench) -> None:
    case.mark(at(case, "A1", "A2", "A5"), Label.VERIFIED)
    before = {table: case.rows.table(table) for table in ("articles", "versions", "marks", "sentences")}
    reread(case, LONGER)
    after = {table: case.rows.table(table) for table in before}
    case.undo()
    assert {table: case.rows.table(table) for table in before} == before
    assert case.left_behind() == ()
    case.redo()
    assert {table: case.rows.table(table) for table in before} == after
    path = case.path
    case.close()
    assert check_case(path) == ()
    with Workbench.open(path) as again:
        assert len(again.left_behind()) == 1
        again.undo()
        assert {table: again.rows.table(table) for table in before} == before


def test_an_article_taken_out_goes_with_all_its_readings(case: Workbench) -> None:
    case.mark(at(case, "A2"), Label.VERIFIED)
    reread(case, LONGER)
    case.remove_article(article(case).id)
    assert [version.name for version in case.rows.all(Version)] == ["council.txt"]
    assert case.rows.all(Mark) == ()
    case.undo()
    assert len(case.left_behind()) == 1


def test_the_same_reading_once_more_is_no_step(case: Workbench) -> None:
    steps = len(case.steps())
    assert not case.reread(article(case).id, make_draft(HARBOUR, "harbour.txt"))
    assert len(case.steps()) == steps
    with pytest.raises(StepError, match="no-such-article"):
        case.reread("none", make_draft(HARBOUR))


def test_a_sentence_of_an_earlier_reading_is_no_place_for_a_new_mark(case: Workbench) -> None:
    stale = at(case, "A2")
    reread(case, LONGER)
    with pytest.raises(StepError, match="no-such-place"):
        case.mark(stale, Label.OPINION)


# -- kinds and metadata ----------------------------------------------------------------------------------------------


def test_a_kind_a_person_chose_stays_chosen_over_readings(case: Workbench) -> None:
    share = case.rows.paragraphs(article(case).version_id)[4]
    case.set_kind([share.id], BODY)
    dateline = case.rows.paragraphs(article(case).version_id)[1]
    case.set_kind([dateline.id], BODY)
    case.undo()  # taken back: not chosen
    for paragraphs in (LONGER, HARBOUR):
        reread(case, paragraphs)
        rows = case.rows.paragraphs(article(case).version_id)
        assert (rows[-1].kind, rows[1].kind) == (BODY, ParagraphKind.DATELINE)
        assert ("A5a", "Share this article") in read(case)


def test_a_doubtful_kind_that_a_person_chose_as_it_is_is_no_doubt_any_more(tmp_path: Path) -> None:
    draft = make_draft(HARBOUR)
    doubtful = replace(draft, paragraphs=tuple(replace(one, confidence=40) for one in draft.paragraphs))
    with Workbench.create(tmp_path / "x.verif", clock=ticking()) as case:
        case.add_articles([doubtful])
        first = case.rows.paragraphs(article(case).version_id)[0]
        assert case.set_kind([first.id], first.kind)
        assert case.rows.paragraphs(article(case).version_id)[0].confidence == 100
        assert not case.set_kind([first.id], first.kind)


def test_values_nobody_confirmed_follow_the_reading_and_confirmed_ones_stay(tmp_path: Path) -> None:
    def draft(**values: str) -> ArticleDraft:
        found = tuple(Candidate(name, value, Origin.META) for name, value in values.items())
        made = make_draft(HARBOUR, metadata=Metadata(**values))
        return replace(made, candidates=found, unconfirmed=tuple(values))

    with Workbench.create(tmp_path / "x.verif", checker=BERG, clock=ticking()) as case:
        case.add_articles([draft(title="Ti?tle", publisher="The Gull", language="en")])
        case.confirm(article(case).id, ["publisher"])
        left_out = replace(Metadata(), title="Ti?tle", publisher="The Gull")
        case.describe(article(case).id, left_out, unconfirmed=["title"])
        case.reread(
            article(case).id,
            draft(title="Title", publisher="A guess", byline="N. Quist", language="en"),
        )
        now = article(case)
        assert (now.title, now.publisher, now.byline, now.language) == ("Title", "The Gull", "N. Quist", None)
        assert now.unconfirmed == ("title", "byline")


def test_confirming_is_one_step_that_names_the_fields(tmp_path: Path) -> None:
    found = replace(
        make_draft(HARBOUR, metadata=Metadata(title="T", url="https://example.org/")),
        unconfirmed=("title", "url"),
    )
    with Workbench.create(tmp_path / "x.verif", clock=ticking()) as case:
        case.add_articles([found])
        identity = article(case).id
        change = case.confirm(identity, ["title", "byline"])
        assert change.articles == {identity}
        assert article(case).unconfirmed == ("url",)
        assert describe_step(case.steps()[-1]) == "confirmed of A: title"
        assert not case.confirm(identity, ["title"])
        with pytest.raises(StepError, match="no-such-field"):
            case.confirm(identity, ["colour"])
        case.undo()
        assert article(case).unconfirmed == ("title", "url")


# -- duplicates ------------------------------------------------------------------------------------------------------


def test_the_same_bytes_and_the_same_text_are_recognised(case: Workbench) -> None:
    same = make_draft(COUNCIL, "other name.txt")
    again = duplicate_of(case.rows, same)
    assert again is not None
    assert again.letter == "B"
    assert is_same_source(case.rows, again, same)
    other = replace(same, source=Source("x", b"other bytes"))
    found = duplicate_of(case.rows, other)
    assert found is not None
    assert not is_same_source(case.rows, found, other)
    assert duplicate_of(case.rows, replace(other, text=other.text + "!")) is None
    assert duplicate_of(case.rows, replace(same, part="2", text="another part")) is None
    assert duplicate_of(case.rows, same, besides=[again.id]) is None


# -- any text at all -------------------------------------------------------------------------------------------------

SENTENCE = st.sampled_from(
    [
        "He said no. ",
        "He said yes. ",
        "It rained. ",
        "It rained all day. ",
        "Nobody came to the quay on Monday, the pilot said. ",
        "Nobody came to the quay on Tuesday, the pilot said. ",
        "Ja. ",
        "Forty boats. ",
    ]
)
TEXT = st.lists(st.lists(SENTENCE, min_size=1, max_size=4), min_size=1, max_size=6)


def drafted(paragraphs: list[list[str]]) -> ArticleDraft:
    kinds = [BODY, ParagraphKind.QUOTE, ParagraphKind.CAPTION]
    return make_draft([(kinds[len(parts) % 3], parts) for parts in paragraphs])


def printed(case: Workbench, passage: Passage) -> str:
    return case.text(passage.version_id)[passage.start : passage.end].strip()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=TEXT, second=TEXT, third=TEXT, data=st.data())
def test_no_mark_is_ever_on_words_it_was_not_put_on(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[list[str]],
    second: list[list[str]],
    third: list[list[str]],
    data: st.DataObject,
) -> None:
    path = tmp_path_factory.mktemp("any") / "case.verif"
    with Workbench.create(path, clock=ticking()) as case:
        case.add_articles([drafted(first)])
        version = article(case).version_id
        text = case.text(version)
        for number in range(data.draw(st.integers(1, 5))):
            start = data.draw(st.integers(0, len(text) - 1))
            line_end = (text + "\n").index("\n", start)
            end = data.draw(st.integers(start, line_end))
            if text[start:end].strip():
                case.note([case.passage(version, start, end)], f"note {number}")
        case.mark([one.id for one in account(case.rows, article(case))], Label.OPINION)
        words = marked(case)
        for at, paragraphs in enumerate((second, first, third, second, first)):
            case.reread(article(case).id, drafted(paragraphs))
            assert marked(case) == words
            current = article(case).version_id
            left = {one.passage.id for one in case.left_behind()}
            for mark in case.rows.all(Mark):
                passage = case.rows.need(Passage, mark.passage_id)
                assert (passage.version_id == current) == (passage.id not in left)
            numbers = [one.number for one in account(case.rows, article(case))]
            assert len(set(numbers)) == len(numbers)
            assert "" not in numbers
            if at == 1:  # there and back: what stands once in both readings is where it was
                texts = text, drafted(second).text
                for one in case.left_behind():
                    assert any(source.count(printed(case, one.passage)) > 1 for source in texts)
    assert check_case(path) == ()


def test_a_file_read_in_the_wrong_encoding_is_read_anew_in_the_right_one(tmp_path: Path) -> None:
    data = "Harbour closed\n\nThe caf\xe9 by the quay is shut. It was raining.\n\nNobody came.\n".encode(
        "cp1252"
    )
    with Workbench.create(tmp_path / "x.verif", clock=ticking()) as case:
        wrong = read_source(Source("x.txt", data), ReadOptions(encoding="cp1251"))
        case.add_articles([wrong])
        case.mark([one.id for one in account(case.rows, article(case))], Label.VERIFIED)
        kept = case.source(article(case).version_id)
        assert kept.data == data
        addresses = [address for address, _ in read(case)]
        case.reread(article(case).id, read_source(kept, ReadOptions(encoding="cp1252")))
        assert [address for address, _ in read(case)] == addresses
        assert ("A2", "The café by the quay is shut.") in read(case)
        [left] = case.left_behind()
        assert "caf" in left.words
        assert left.proposal is not None
        assert left.proposal.words == "The café by the quay is shut."
        assert label_counts(case.rows, article(case)) == {Label.VERIFIED: len(addresses) - 1, None: 1}
        assert words_of(case.text(left.passage.version_id), left.passage) == left.words
        assert {row.kind for row in case.rows.paragraphs(article(case).version_id)} & ACCOUNT_KINDS
