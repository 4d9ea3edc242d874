"""Paragraphs come out of lines with nothing changed but line breaks, and lead back to where they came from."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.shape.lines import find_lines
from verifier.text.shape.unwrap import TRANSPORT_MODES, WRAP_MODES, Unwrapped, unwrap

STORY = [
    "The ferry left the island at half past six with two hundred people aboard, some of them asleep on deck, "
    "and it should have reached the mainland before nine, as it did on every other morning of that long summer.",
    "Nobody heard from it until noon. A fisherman had seen smoke beyond the lighthouse but thought nothing of it, "
    "since the quarrymen burn their rubbish there on the first Friday of the month.",
    "The company says that the radio was in order. The crew says that it had been broken for weeks and that they "
    "had written to the office about it four times without an answer.",
]


def paragraphs(found: Unwrapped) -> list[str]:
    return [found.text[start:end] for start, end in found.paragraphs]


def wrap(story: list[str], between: str = "\n\n", width: int = 72, indent: str = "") -> str:
    return between.join(textwrap.fill(part, width, initial_indent=indent) for part in story)


@pytest.mark.parametrize("width", [50, 72, 90])
def test_hard_wrapped_text_is_joined(width: int) -> None:
    found = unwrap(wrap(STORY, width=width))
    assert found.wrap == "wrapped"
    assert paragraphs(found) == STORY


def test_wrapped_text_without_blank_lines_is_parted_at_short_last_lines() -> None:
    found = unwrap(wrap(STORY, between="\n"))
    assert found.wrap == "wrapped"
    assert paragraphs(found) == STORY


def test_wrapped_text_is_parted_at_indents() -> None:
    found = unwrap(wrap(STORY, between="\n", indent="    "))
    assert [each.strip() for each in paragraphs(found)] == STORY


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r", "\n \t\n"])
def test_one_line_a_paragraph_stays_so(between: str) -> None:
    found = unwrap(between.join(STORY))
    assert found.wrap == "lines"
    assert paragraphs(found) == STORY
    assert found.text == "\n".join(STORY)


def test_two_short_sentences_on_two_lines_are_two_paragraphs() -> None:
    found = unwrap(
        "The mayor resigned on Monday after a short meeting of the council.\nShe gave no reason for it."
    )
    assert len(found.paragraphs) == 2


def test_the_mode_can_be_chosen() -> None:
    text = "one line\nanother line\n\na third"
    assert paragraphs(unwrap(text, "lines")) == ["one line", "another line", "a third"]
    assert paragraphs(unwrap(text, "blank")) == ["one line another line", "a third"]
    assert paragraphs(unwrap(text, "wrapped")) == ["one line another line", "a third"]
    with pytest.raises(ValueError, match="sideways"):
        unwrap(text, "sideways")


def test_list_items_in_wrapped_text_stay_apart() -> None:
    items = [
        "• a first thing that is long enough to be wrapped over two lines of this text, surely",
        "• a second",
    ]
    text = wrap([*STORY, *items], between="\n", width=60)
    assert paragraphs(unwrap(text, "wrapped"))[-2:] == items
    dashed = text.replace("• ", "- ")
    assert paragraphs(unwrap(dashed, "wrapped"))[-1] == "- a second"


def test_lines_under_an_items_sign_belong_to_the_item() -> None:
    text = "* a thing that goes on\n  on the next line\n* another"
    assert paragraphs(unwrap(text, "wrapped")) == ["* a thing that goes on on the next line", "* another"]


def test_a_hyphen_is_dropped_only_where_the_documents_own_words_say_so() -> None:
    found = unwrap(
        "The harbour was shut. The har-\nbour is well-known. A well-\nknown and half-\nbaked one.", "blank"
    )
    assert found.text == "The harbour was shut. The harbour is well-known. A well-known and half-baked one."
    assert (found.hyphens, found.by_habit, found.undecided) == (1, 0, 1)
    assert unwrap("In 1990-\n1991 and A-\nB.", "blank").text == "In 1990-1991 and A-B."


def test_a_soft_hyphen_at_a_line_end_stays_and_closes_the_gap() -> None:
    assert unwrap("har\xad\nbour", "blank").text == "har\xadbour"


def test_positions_behind_a_dropped_hyphen_are_exact() -> None:
    source = "The harbour. The har-\nbour is shut."
    found = unwrap(source, "blank")
    start = found.text.index("shut")
    assert source[slice(*found.positions.source_span(start, start + 4))] == "shut"
    start = found.text.rindex("harbour")
    assert source[slice(*found.positions.source_span(start, start + 7))] == "har-\nbour"


def test_nothing_else_is_changed() -> None:
    source = " a\xa0b\u2028c\u200d\tcafe\u0301  d \x0c\x00 "
    assert unwrap(source).text == source


def test_lines_end_at_every_kind_of_break() -> None:
    text = "a\r\nb\nc\rd"
    assert [text[line.start : line.end] for line in find_lines(text)] == ["a", "b", "c", "d"]
    assert find_lines("") == []


LINES = st.lists(
    st.sampled_from(
        [
            "word",
            "a long line of words ",
            "\xa0",
            " ",
            "\n",
            "\r\n",
            "\r",
            "co-",
            "x",
            "é",
            "🙂",
            "\t",
            "\n\n",
            "> ",
            ">",
            "\n> and so it goes\n> on for ever",
            "\n12\n",
            "Page 3",
            "\x0c",
            "-- \n",
            " \n",
            "—",
            "• ",
            "1. ",
            "a   b   c\n",
            "| a | b |\n",
            "    ",
            "and it went on for so long that nobody who had heard the beginning\n",
        ]
    )
)
MODES = st.sampled_from([*WRAP_MODES, *TRANSPORT_MODES])


@given(LINES.map("".join), MODES)
def test_every_position_leads_back(source: str, mode: str) -> None:
    found = unwrap(source, mode)
    position = 0
    taken: set[int] = set()
    for run in found.positions.runs:
        assert run.start == position
        position = run.end
        made, origin = found.text[run.start : run.end], source[run.source_start : run.source_end]
        assert taken.isdisjoint(range(run.source_start, run.source_end))
        taken.update(range(run.source_start, run.source_end))
        if run.folded:
            assert made in (" ", "\n")
            assert not origin.replace(">", " ").strip()
        else:
            assert made == origin
    assert position == len(found.text)
    left_out = "".join(each for place, each in enumerate(source) if place not in taken)
    assert set("".join(left_out.split())) <= {"-", ">"}
    assert left_out.count("-") == found.hyphens + found.by_habit


@given(LINES.map("".join), MODES)
def test_paragraphs_are_parted_by_one_line_feed(source: str, mode: str) -> None:
    found = unwrap(source, mode)
    assert "\n".join(paragraphs(found)) == found.text
    assert len(found.traits) == len(found.paragraphs)
    assert all("\n" not in each and "\r" not in each and each.strip() for each in paragraphs(found))


@given(LINES.map("".join), MODES)
def test_a_stretch_leads_back_to_a_stretch_that_holds_it(source: str, mode: str) -> None:
    found = unwrap(source, mode)
    for start, end in found.paragraphs:
        begin, finish = found.positions.source_span(start, end)
        assert 0 <= begin < finish <= len(source)
        kept = iter(source[begin:finish])
        assert all(each in kept for each in "".join(found.text[start:end].split()))
