"""Quotations: their spans and speakers on hand-marked texts, in every dress the same text may come in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pumping import stays_linear
from tests.text.quoted import Case, cases

from verifier.domain.comparing import Quotation
from verifier.text.quotations import fragment, quotations

CASES = cases()
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def find(case: Case, text: str | None = None) -> tuple[Quotation, ...]:
    return quotations(case.text if text is None else text, case.paragraphs, case.blocks)


def only(text: str) -> Quotation:
    (found,) = quotations(text, [(0, len(text))])
    return found


def words(text: str) -> list[str]:
    return [text[each.start : each.end] for each in quotations(text, [(0, len(text))])]


def test_every_quotation_is_found_and_nothing_else() -> None:
    wanted = [(number, each.start, each.end) for number, case in enumerate(CASES) for each in case.quotations]
    found = [(number, each.start, each.end) for number, case in enumerate(CASES) for each in find(case)]
    assert len(wanted) >= 140
    assert len(set(wanted) & set(found)) == len(wanted)
    assert len(set(wanted) & set(found)) >= 0.98 * len(found)


def test_speakers_are_seldom_wrong_and_mostly_found() -> None:
    wanted = found = right = 0
    for case in CASES:
        spans = {(each.start, each.end): each.speaker for each in case.quotations}
        for each in find(case):
            speaker = spans.get((each.start, each.end))
            wanted += speaker is not None
            found += each.speaker_span is not None
            right += each.speaker_span is not None and each.speaker_span == speaker
    assert wanted >= 90
    assert right >= 0.97 * found
    assert right >= 0.95 * wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:30])
def test_spans_and_names_are_those_of_the_text(case: Case) -> None:
    for each, marked in zip(find(case), case.quotations, strict=True):
        assert each.outer_start <= each.start < each.end <= each.outer_end
        assert each.open_ended == marked.open_ended
        assert bool(each.speaker) == (each.speaker_span is not None)
        if each.speaker_span is not None:
            assert " ".join(case.text[slice(*each.speaker_span)].split()) == each.speaker


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:30])
def test_a_wrapped_text_has_the_quotations_of_an_unwrapped_one(case: Case) -> None:
    ends = {end for _start, end in case.paragraphs}
    wrapped = "".join(
        "\n" if letter == " " and at % 3 and at + 1 not in ends else letter
        for at, letter in enumerate(case.text)
    )
    assert find(case, wrapped) == find(case)


@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\t"])
def test_every_kind_of_space_is_a_space(space: str) -> None:
    for case in CASES:
        assert find(case, case.text.replace(" ", space)) == find(case)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "“" in case.text or "‘" in case.text], ids=lambda c: c.text[:30]
)
def test_straight_marks_hold_the_same_words(case: Case) -> None:
    straight = [replace(each, speaker="") for each in find(case, case.text.translate(STRAIGHT))]
    assert straight == [replace(each, speaker="") for each in find(case)]


def test_emoji_before_a_quotation_move_it_by_their_code_points() -> None:
    for case in CASES:
        lead = "👩‍🚀🇳🇿 Storm. "
        moved = [(start + len(lead), end + len(lead)) for start, end in case.paragraphs]
        blocks = [(start + len(lead), end + len(lead)) for start, end in case.blocks]
        found = quotations(lead + case.text, moved, blocks)
        assert [(each.start - len(lead), each.end - len(lead)) for each in found] == [
            (each.start, each.end) for each in find(case)
        ]


def test_all_cases_in_one_text_have_the_quotations_they_have_alone() -> None:
    text, paragraphs, blocks, wanted = "", [], [], []
    for case in CASES:
        paragraphs += [(start + len(text), end + len(text)) for start, end in case.paragraphs]
        blocks += [(start + len(text), end + len(text)) for start, end in case.blocks]
        wanted += [(each.start + len(text), each.end + len(text)) for each in find(case)]
        filler = case.text + "\nNobody knows.\n"
        paragraphs.append((len(text) + len(case.text) + 1, len(text) + len(filler) - 1))
        text += filler
    assert [(each.start, each.end) for each in quotations(text, paragraphs, blocks)] == wanted


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the ‘bosses’ met", True),
        ("an “internal review” began", True),
        ("“a ferryman of honour” he was", True),
        ("“No,” she said", False),
        ("“Why?” she said", False),
        ("“Nobody has paid us since March” is all", False),
    ],
)
def test_a_fragment_is_told_from_an_utterance(text: str, short: bool) -> None:
    assert fragment(text, only(text)) is short


@pytest.mark.parametrize(
    "text",
    [
        "Rock ’n’ roll and the ’90s, the sailors’ wages and ’tis all.",
        "The Smiths' boat is 6' 2\" long and 12\" wide, isn't it?",
        "It was 5’10” and the crew’s, the boss’ and James’ too.",
        "‘90s music and ‘em all",
        "",
        "’",
        '" "',
    ],
)
def test_what_is_no_quotation_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_block_quote_inside_marks_is_one_quotation() -> None:
    text = "“Every pump was tested.”"
    assert len(quotations(text, [(0, len(text))], [(0, len(text))])) == 1


def test_an_empty_text_has_no_quotations() -> None:
    assert quotations("", []) == ()
    assert quotations("", [(0, 0)], [(0, 0)]) == ()


def test_marks_nested_without_end_are_borne() -> None:
    text = "“«„" * 500 + "word" + "”»“" * 500
    assert all(each.start < each.end for each in quotations(text, [(0, len(text))]))


@given(st.text(alphabet="ab S,.:\n\"'“”‘’«»„-6…", max_size=120))
def test_any_marks_give_ordered_spans_that_nest(text: str) -> None:
    found = quotations(text, [(0, len(text))])
    assert found == quotations(text, [(0, len(text))])
    for each in found:
        assert 0 <= each.outer_start <= each.start <= each.end <= each.outer_end <= len(text)
    assert list(found) == sorted(found, key=lambda each: (each.outer_start, -each.outer_end, each.start))


@pytest.mark.large
@pytest.mark.parametrize(
    "pump",
    [
        "“", "” ", "‘a ", "’ ", '"', "' ", "‘“", "«", "»«", "‘a” ", "“a” said ", "‘workers’ rights ", "said Jane, ",
        "“a ", "Jane Roe, who ", "“A,” said Jane Roe. ", "the the ", " 6' 2\" ", "“a.” ‘", "Anna van der ", "„“", "…“",
    ],
)  # fmt: skip
def test_the_work_grows_with_the_length_and_not_with_its_square(pump: str) -> None:
    def work(length: int) -> object:
        text = pump * (length // len(pump))
        return quotations(text, [(0, len(text))])

    assert stays_linear(work, 3_000)


@pytest.mark.parametrize("line", ["“a", "a:", "‘A b", "«", '"a" b "', "“A,” she said."])
def test_many_paragraphs_take_no_more_than_their_share(line: str) -> None:
    def work(length: int) -> object:
        text = "\n".join([line] * (length // (len(line) + 1)))
        spans = [(at, at + len(line)) for at in range(0, len(text), len(line) + 1)]
        return quotations(text, spans)

    assert stays_linear(work, 3_000)
