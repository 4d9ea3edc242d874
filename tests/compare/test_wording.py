"""The words in which passages differ are found whatever their case, quotation marks and spaces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verifier.compare import wording
from verifier.compare.wording import word_difference


def differing(a: str, b: str) -> tuple[list[str], list[str]]:
    found = word_difference(a, b)
    return [a[start:end] for start, end in found.a], [b[start:end] for start, end in found.b]


def test_words_that_differ_are_found_and_neighbours_joined() -> None:
    a = "The council shut the old quay on Tuesday."
    b = "The council closed down the quay on Monday night."
    assert differing(a, b) == (["shut", "old", "Tuesday"], ["closed down", "Monday night"])


def test_case_quotation_marks_and_spaces_do_not_count() -> None:
    assert differing("“We’re ready,”  he SAID.", "‘we're\xa0ready’ he said") == ([], [])


def test_numbers_and_signs_are_words() -> None:
    assert differing("1,200 boats, 5% of $3.5", "1,300 boats, 5 of £3.5") == (
        ["1,200", "%", "$"],
        ["1,300", "£"],
    )


def test_composed_and_decomposed_letters_are_one_word_and_spans_are_exact() -> None:
    assert differing("caf\u00e9 noir", "cafe\u0301 vert") == (["noir"], ["vert"])
    assert differing("re\u00adport 🙂 да", "report 🙂 нет") == (["да"], ["нет"])


def test_passages_without_words_have_no_differences() -> None:
    assert differing("", "… —") == ([], [])
    assert differing("\u200b", "quay") == ([], ["quay"])


def test_very_long_passages_are_looked_up_instead_of_aligned(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(wording, "_MOST_PAIRS", 3)
    assert differing("the old quay", "the quay today") == (["old"], ["today"])


@given(st.text(), st.text())
def test_spans_are_in_order_and_inside_the_passages(a: str, b: str) -> None:
    found = word_difference(a, b)
    for text, spans in ((a, found.a), (b, found.b)):
        flat = [position for span in spans for position in span]
        assert flat == sorted(flat)
        assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text())
def test_a_passage_does_not_differ_from_itself(a: str) -> None:
    assert word_difference(a, a.replace(" ", "  ")) == wording.Difference((), ())
