"""Blocks become a draft in which every character leads back to where it came from."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.domain.articles import ArticleDraft, Run, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, Origin, ParagraphKind, Role
from verifier.domain.reading import Anchor, Candidate, Inline
from verifier.readers.blocks import CELL, Block, Reading, assemble
from verifier.readers.candidates import choose
from verifier.readers.letters import compare_letters, letter_notices

SOURCE = Source("page", b"bytes")
LETTERS = "ab. \t\n\r\x0c\u2028\xa0\u0301é😀"


def read(*blocks: Block, white: bool = True) -> ArticleDraft:
    return assemble(Reading(SOURCE, "text/html", "made", "1", white=white), blocks)


def words(draft: ArticleDraft) -> list[str]:
    return [draft.text[one.start : one.end] for one in draft.paragraphs]


def test_white_space_folds_as_a_browser_shows_it_and_nbsp_stays() -> None:
    draft = read(Block("\n  The quay\n\t is\xa0closed.  \n"), Block(" \n "), Block("Nobody knows."))
    assert draft.text == "The quay is\xa0closed.\nNobody knows."
    assert len(draft.paragraphs) == 2


def test_only_line_breaks_fold_where_spaces_are_the_sources_own() -> None:
    assert read(Block("The  quay \n is\tclosed."), white=False).text == "The  quay is\tclosed."


def test_what_a_block_knows_of_itself_comes_through() -> None:
    anchor = Anchor(xpath="/html/body/p[1]")
    [found] = read(Block("Gone.", ParagraphKind.ASIDE, 60, Role.DELETED, anchor)).paragraphs
    assert (found.kind, found.confidence, found.role, found.anchor) == (
        ParagraphKind.ASIDE,
        60,
        Role.DELETED,
        anchor,
    )


def test_stretches_set_apart_move_with_the_folded_text() -> None:
    raw = "  The \n  old   quay is closed."
    start = raw.index("old")
    draft = read(
        Block("First."), Block(raw, inlines=(Inline(InlineKind.EMPHASIS, start, start + len("old   quay")),))
    )
    [inline] = draft.inlines
    assert draft.text[inline.start : inline.end] == "old quay"


def test_cells_of_a_row_are_parted_by_tabs_and_sentences_end_there() -> None:
    row = f"Boats{CELL} 40 {CELL}{CELL}idle since Monday. Still."
    draft = read(Block(row, ParagraphKind.TABLE))
    assert draft.text == "Boats\t40\tidle since Monday. Still."
    assert [draft.text[one.start : one.end] for one in draft.sentences] == [
        "Boats\t",
        "40\t",
        "idle since Monday. ",
        "Still.",
    ]


def test_the_arrow_back_from_a_note_is_no_sentence() -> None:
    note = read(Block("See the minutes. They are open. ↩", role=Role.FOOTNOTE))
    assert [note.text[one.start : one.end] for one in note.sentences] == [
        "See the minutes. ",
        "They are open. ↩",
    ]
    assert len(read(Block("↩", role=Role.FOOTNOTE)).sentences) == 1


def test_a_tab_in_running_text_ends_no_sentence() -> None:
    assert len(read(Block("The quay\tis closed."), white=False).sentences) == 1


def test_a_row_that_begins_with_an_empty_cell_is_tiled_too() -> None:
    draft = read(Block(f"a{CELL}b"), Block(f"x{CELL}{CELL}", ParagraphKind.TABLE), white=False)
    assert draft.sentences[-1].end == draft.paragraphs[-1].end


def test_runs_of_a_blocks_own_are_kept() -> None:
    block = Block("quay", runs=(Run(0, 2, 10, 12), Run(2, 4, 40, 42)))
    draft = read(Block("The", runs=(Run(0, 3, 3, 6),)), block)
    assert draft.text == "The\nquay"
    assert draft.positions.source_span(4, 8) == (10, 42)
    assert draft.positions.source_span(6, 7) == (40, 41)


def test_nothing_but_white_space_is_refused() -> None:
    with pytest.raises(ReadError, match="nothing-readable"):
        read(Block(" \n"), Block(""))


@given(st.lists(st.text(LETTERS, max_size=20), min_size=1, max_size=5), st.booleans())
def test_every_character_leads_back_to_its_own(texts: list[str], white: bool) -> None:
    if not any(text.strip() for text in texts):
        return
    draft = read(*map(Block, texts), white=white)
    original = "\n".join(texts)
    assert [run.start for run in draft.positions.runs] == [0, *(run.end for run in draft.positions.runs[:-1])]
    for index, character in enumerate(draft.text):
        start, end = draft.positions.source_span(index, index + 1)
        assert original[start:end] == character or (character in " \t\n" and not original[start:end].strip())
    for paragraph in draft.paragraphs:
        assert "\n" not in draft.text[paragraph.start : paragraph.end]
    kept = "".join(draft.text.split())
    assert kept == "".join(original.split())


@given(st.lists(st.text("ab. \x1f", min_size=1, max_size=12), min_size=1, max_size=3))
def test_sentences_tile_every_paragraph(texts: list[str]) -> None:
    if not any(text.strip() for text in texts):
        return
    draft = read(*(Block(text, ParagraphKind.TABLE) for text in texts))
    for index, paragraph in enumerate(draft.paragraphs):
        spans = [(one.start, one.end) for one in draft.sentences if one.paragraph == index]
        assert (spans[0][0], spans[-1][1]) == (paragraph.start, paragraph.end)
        assert all(before[1] == after[0] for before, after in pairwise(spans))


@given(st.text("ab \n\xa0", min_size=1, max_size=25), st.data())
def test_a_stretch_set_apart_keeps_its_letters(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    draft = read(Block(text, inlines=(Inline(InlineKind.STRONG, start, end),)))
    found = "".join(draft.text[one.start : one.end] for one in draft.inlines)
    assert "".join(found.split()) == "".join(text[start:end].split())


def test_a_gap_in_the_letters_names_its_places() -> None:
    kept = "The quay is closed. " * 20
    seen = kept + "A paragraph that the walk never reached, with forty boats."
    letters = compare_letters(seen, kept)
    assert letters.missing == ("A paragraph that the walk never reached with forty boats",)
    [notice] = letter_notices(letters)
    assert notice.code == "letters-missing"
    assert letter_notices(compare_letters(kept, kept)) == ()


def test_the_most_trusted_candidate_is_shown_and_the_printed_words_come_first() -> None:
    metadata = choose(
        [
            Candidate("title", "From the head", Origin.META, "og:title"),
            Candidate("title", "As printed", Origin.VISIBLE),
            Candidate("publisher", "Made by a program", Origin.DOCUMENT),
            Candidate("publisher", "The Gazette", Origin.JSON_LD),
        ]
    )
    assert (metadata.title, metadata.publisher, metadata.url) == ("As printed", "The Gazette", None)
