"""The shapes plain text comes in: quoted, flowed and signed mail, pages, tables, lists, verse, speech."""

from __future__ import annotations

import textwrap

import pytest
from tests.pumping import stays_linear

from verifier.domain.kinds import Role
from verifier.text.shape.unwrap import Unwrapped, unwrap

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


def wrap(story: list[str], between: str = "\n\n", prefix: str = "", width: int = 60) -> str:
    return between.join(
        textwrap.fill(part, width, initial_indent=prefix, subsequent_indent=prefix) for part in story
    )


# -- mail -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["> ", ">> ", "> > ", ">", ">>> "])
def test_signs_of_quoted_mail_are_taken_off_and_counted(prefix: str) -> None:
    found = unwrap(wrap(STORY, f"\n{prefix.rstrip()}\n", prefix))
    assert paragraphs(found) == STORY
    assert {trait.depth for trait in found.traits} == {prefix.count(">")}


def test_a_paragraph_ends_where_the_depth_of_quotation_changes() -> None:
    text = "> > Who pays for it all, and when, and out of which purse\n> > of ours?\n> We do.\nI see.\n> So do we."
    found = unwrap(text, "wrapped")
    assert paragraphs(found)[1:] == ["We do.", "I see.", "So do we."]
    assert [trait.depth for trait in found.traits] == [2, 1, 0, 1]


def test_one_arrow_alone_is_no_quotation() -> None:
    text = "\n\n".join([*STORY, "> Read on"])
    assert paragraphs(unwrap(text))[-1] == "> Read on"


@pytest.mark.parametrize("mode", ["auto", "flowed"])
def test_soft_breaks_are_joined_and_hard_ones_part(mode: str) -> None:
    lines = [" \n".join(textwrap.wrap(part, 60)) for part in STORY]
    found = unwrap("\n".join(lines), mode)
    assert found.wrap == "flowed"
    assert paragraphs(found) == STORY


def test_a_soft_break_keeps_its_space_unless_the_header_says_otherwise() -> None:
    assert unwrap("The fer \nry", "flowed").text == "The fer ry"
    assert unwrap("The fer \nry", "flowed-delsp").text == "The ferry"
    assert unwrap("two- \nand", "flowed").text == "two- and"


def test_stuffed_lines_lose_the_one_space() -> None:
    assert unwrap(" From here on \nit rains\n  set in", "flowed").text == "From here on it rains\nset in"


def test_a_signature_is_told_from_the_words() -> None:
    found = unwrap(f"{wrap(STORY)}\n\n-- \nMo Lind\nPort Ellery\n")
    assert paragraphs(found) == [*STORY, "--", "Mo Lind", "Port Ellery"]
    assert [trait.role for trait in found.traits] == [Role.NONE] * 3 + [Role.SIGNATURE] * 3


def test_two_dashes_far_from_the_end_begin_no_signature() -> None:
    found = unwrap("-- \n" + "\n\n".join(STORY * 5))
    assert {trait.role for trait in found.traits} == {Role.NONE}


def test_one_space_behind_every_line_is_not_flowed() -> None:
    text = "".join(f"{line} \n" for line in wrap(STORY).splitlines())
    found = unwrap(text)
    assert found.wrap == "wrapped"
    assert paragraphs(found) == STORY


# -- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["12", "- 12 -", "Page 12", "page 12 of 30", "[12]", "12/30", "Стр. 12"])
@pytest.mark.parametrize("around", ["\n", "\n\n", "\n\n\f", "\n\f\n"])
def test_a_page_number_inside_a_paragraph_is_set_behind_it(mark: str, around: str) -> None:
    lines = wrap(STORY).splitlines()
    source = "\n".join(lines[:2]) + around + mark + around + "\n".join(lines[2:])
    found = unwrap(source)
    assert [each.strip() for each in paragraphs(found)] == [STORY[0], mark, *STORY[1:]]
    assert [trait.role for trait in found.traits] == [Role.NONE, Role.PAGE_NUMBER, Role.NONE, Role.NONE]
    start = found.text.index(mark)
    assert source[slice(*found.positions.source_span(start, start + len(mark)))] == mark
    start, end = found.paragraphs[0]
    assert source[slice(*found.positions.source_span(start, end))].startswith("The ferry left")
    assert source[slice(*found.positions.source_span(start, end))].endswith("long summer.")


def test_a_page_number_between_paragraphs_stays_between_them() -> None:
    found = unwrap(f"{wrap(STORY[:2])}\n\nPage 3\n\n{wrap(STORY[2:])}")
    assert paragraphs(found) == [*STORY[:2], "Page 3", STORY[2]]


def test_a_running_head_goes_with_its_page_number() -> None:
    lines = wrap(STORY).splitlines()
    text = ""
    for number in range(4, 7):
        page = lines[3 * number - 12 : 3 * number - 9] if number < 6 else lines[6:]
        text += "\n".join(page) + f"\n\n{number}\n\nThe Ellery Post\n\n"
    found = unwrap(text)
    aside = [each for each, trait in zip(paragraphs(found), found.traits, strict=True) if trait.role]
    assert aside == ["4", "The Ellery Post", "5", "The Ellery Post", "6", "The Ellery Post"]
    assert [each for each in paragraphs(found) if each not in aside] == STORY


def test_a_form_feed_parts_no_paragraph() -> None:
    lines = wrap(STORY).splitlines()
    assert paragraphs(unwrap("\n".join(lines[:2]) + "\n\f" + "\n".join(lines[2:]))) == STORY


def test_numbered_headings_stay_where_they_are() -> None:
    text = "\n\n".join(["1", wrap(STORY[:1]), "2", wrap(STORY[1:2]), "3", wrap(STORY[2:])])
    found = unwrap(text)
    assert paragraphs(found) == ["1", STORY[0], "2", STORY[1], "3", STORY[2]]
    assert not any(trait.role for trait in found.traits)


def test_a_number_that_belongs_to_a_sentence_is_no_page() -> None:
    text = wrap([f"{STORY[0]} It cost", "12 The crew was paid."])
    assert not any(trait.role for trait in unwrap(text).traits)


# -- spacing and indents ----------------------------------------------------------------------------------------------


def test_a_blank_line_between_every_two_lines_parts_nothing() -> None:
    text = "\n\n\n".join(wrap([part]).replace("\n", "\n\n") for part in STORY)
    assert paragraphs(unwrap(text)) == STORY


def test_short_paragraphs_apart_by_blank_lines_are_not_taken_for_double_spacing() -> None:
    titles = [
        "Ferry lost off Cape Rowan",
        "Crew of nine still missing on Friday",
        "Mayor asks for patience and calm",
    ]
    assert paragraphs(unwrap("\n\n".join(titles * 4))) == titles * 4


def test_only_first_lines_indented() -> None:
    text = "\n".join(
        textwrap.fill(part, 60, initial_indent="   ") for part in [*STORY, "Nobody came.", "Why?"]
    )
    assert paragraphs(unwrap(text)) == [*STORY, "Nobody came.", "Why?"]


@pytest.mark.parametrize("indent", [" ", "\u3000", "\u2003", "\t", "\xa0\xa0"])
def test_what_indents_first_lines_may_be_small_or_wide(indent: str) -> None:
    text = "\n".join(textwrap.fill(part, 60, initial_indent=indent) for part in STORY * 3)
    assert [each.strip() for each in paragraphs(unwrap(text))] == STORY * 3


def test_a_paragraph_whose_last_line_is_full_is_parted_where_it_would_be_twice_as_long_as_most() -> None:
    full = (
        "He gave no reason for it, and nobody who was there asked him for one, since they all believed each word of "
        "it, he said."
    )
    short = "He gave no reason for it, and nobody who was there asked him for one, or so they said."
    text = "\n".join(textwrap.fill(part, 60) for part in [*[short] * 8, full, STORY[0], *[short] * 8])
    assert len(textwrap.wrap(full, 60)[-1]) + len(" The") > 60
    assert paragraphs(unwrap(text)) == [*[short] * 8, full, STORY[0], *[short] * 8]


def test_all_but_first_lines_indented() -> None:
    text = "\n".join(
        textwrap.fill(part, 60, subsequent_indent="   ") for part in [*STORY, "Nobody came.", "Why?"]
    )
    assert paragraphs(unwrap(text)) == [*STORY, "Nobody came.", "Why?"]


def test_lines_wrapped_unevenly_by_hand_are_joined() -> None:
    text = (
        "The ferry left the island at half past six with two\n"
        "hundred people aboard, some of them asleep\n"
        "on deck, and it should have reached the mainland before\n"
        "nine, as it did on every other morning\n"
        "of that long summer, which was the last it ran.\n\n"
        "Nobody heard from it until noon, when a fisherman came\n"
        "to the harbour and told the master that\n"
        "he had seen smoke beyond the lighthouse.\n"
    )
    assert len(paragraphs(unwrap(text, "wrapped"))) == 2
    assert len(paragraphs(unwrap(text))) == 2


# -- what is not running text -----------------------------------------------------------------------------------------

TABLE = [
    "Ward            Turnout    Ayes",
    "Harbour            61.2     804",
    "Upper Town         48.0   1,210",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_rows_of_a_table_stay_apart(between: str) -> None:
    found = unwrap(between.join([wrap(STORY[:2]), "\n".join(TABLE), wrap(STORY[2:])]))
    assert [each for each, trait in zip(paragraphs(found), found.traits, strict=True) if trait.row] == TABLE
    assert [
        each for each, trait in zip(paragraphs(found), found.traits, strict=True) if not trait.row
    ] == STORY


def test_tabs_and_bars_make_columns_too() -> None:
    for rows in (["Ward\tAyes", "Harbour\t804"], ["| Ward | Ayes |", "|------|------|", "| Harbour | 804 |"]):
        found = unwrap(wrap(STORY[:2]) + "\n\n" + "\n".join(rows) + "\n\n" + wrap(STORY[2:]))
        assert paragraphs(found) == [*STORY[:2], *rows, STORY[2]]
        assert sum(trait.row for trait in found.traits) == len(rows)


def test_justified_lines_are_no_table() -> None:
    lines = []
    for part in STORY:
        for line in (filled := textwrap.wrap(part, 60)):
            missing = 60 - len(line) if line is not filled[-1] else 0
            lines.append(line.replace(" ", "  ", missing))
        lines.append("")
    found = unwrap("\n".join(lines))
    assert len(found.paragraphs) == 3
    assert not any(trait.row for trait in found.traits)


def test_two_spaces_behind_full_stops_make_no_columns() -> None:
    story = [part.replace(". ", ".  ") for part in STORY]
    found = unwrap("\n".join("\n".join(textwrap.wrap(part, 60)) for part in story))
    assert not any(trait.row for trait in found.traits)


VERSE = ["Grey was the morning", "and grey the long quay,", "no one came calling", "from over the sea."]


def test_verses_between_wrapped_paragraphs_stay_lines() -> None:
    found = unwrap("\n\n".join([wrap(STORY[:1]), "\n".join(VERSE), wrap(STORY[1:])]))
    assert paragraphs(found) == [STORY[0], *VERSE, *STORY[1:]]


def test_verse_alone_is_read_line_by_line() -> None:
    assert unwrap("\n\n".join(["\n".join(VERSE)] * 3)).wrap == "lines"


def test_a_block_wrapped_narrower_than_the_rest_is_joined() -> None:
    block = textwrap.fill(STORY[1], 44, initial_indent="    ", subsequent_indent="    ")
    found = unwrap("\n\n".join([wrap(STORY[:1], width=72), block, wrap(STORY[2:], width=72)]))
    assert paragraphs(found) == STORY


ITEMS = [
    "1. The crew of nine, all of them from the island, with the captain and his two sons among them",
    "2. The dog",
    "3. A cargo of slates that nobody had entered in the book of the harbour, or so the master says",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("hanging", ["", "   "])
@pytest.mark.parametrize("sign", ["{n}. ", "- ", "* ", "• ", "{n}) "])
def test_wrapped_items_of_a_list_come_back(between: str, hanging: str, sign: str) -> None:
    items = [sign.format(n=item[0]) + item[3:] for item in ITEMS]
    listed = between.join(textwrap.fill(item, 60, subsequent_indent=hanging) for item in items)
    found = unwrap("\n\n".join([wrap(STORY[:2]), listed, wrap(STORY[2:])]))
    assert paragraphs(found) == [*STORY[:2], *items, STORY[2]]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_speakers_of_a_transcript_stay_apart(between: str) -> None:
    turns = [
        "HOLLOWAY: We would rather be slow than sorry, and nobody who has stood under that bridge will say otherwise.",
        "REPORTER: When will it open?",
        "HOLLOWAY: I give no date. I have given dates before, and you have all been kind enough to print them for me.",
        "REPORTER: Thank you, Mayor.",
    ]
    assert paragraphs(unwrap(wrap(turns * 2, between))) == turns * 2


def test_a_web_address_on_its_own_line_is_no_going_on() -> None:
    rows = [
        each
        for number in range(8)
        for each in (f"{number}) The list of the crew", f"http://news.example/{number}")
    ]
    assert paragraphs(unwrap("\n\n".join(rows))) == rows


# -- hyphens ----------------------------------------------------------------------------------------------------------


def test_a_document_that_hyphenates_throughout_has_its_words_back() -> None:
    text = (
        "The com-\npany says that the ra-\ndio was in or-\nder. The crew had writ-\nten to the of-\nfice of the "
        "company. A well-\nknown fisher-\nman saw smoke. The Kremlin-\nfunded channel of the Kremlin had noth-\ning "
        "on it."
    )
    found = unwrap(text, "blank")
    assert found.text == (
        "The company says that the radio was in order. The crew had written to the office of the company. "
        "A well-known fisherman saw smoke. The Kremlin-funded channel of the Kremlin had nothing on it."
    )
    assert (found.hyphens, found.undecided) == (1, 0)
    assert found.by_habit == 6


HYPHENATED = (
    "The com-\npany of the harbour says that the ra-\ndio was in or-\nder on the day. The crew had writ-\nten to the "
    "of-\nfice, and noth-\ning came of it. The com-\npany was oil-funded, and the council anti-corruption. They called "
    "it a "
)


@pytest.mark.parametrize(
    "compound",
    [
        "state-\nfunded",
        "anti-\nimmigrant",
        "self-\nserving",
        "Harbour-\nowned",
        "newly-\nbuilt",
        "crew-\ncalled",
        "all-\ncompany",
    ],
)
def test_what_looks_like_a_compound_stays_one_in_a_hyphenated_document(compound: str) -> None:
    found = unwrap(f"{HYPHENATED}{compound} thing. The Harbour company called.", "blank")
    assert compound.replace("\n", "") in found.text
    assert "the radio was in order on the day" in found.text
    assert found.undecided == 0


def test_letters_that_words_of_the_document_go_through_are_no_compound() -> None:
    found = unwrap(f"{HYPHENATED}station. They sta-\nted it at the sta-\ntioner’s in all stations.", "blank")
    assert "They stated it at the stationer’s" in found.text


def test_a_document_that_only_breaks_compounds_keeps_them_whole() -> None:
    text = (
        "An anti-immigrant speech by a little-\nknown man on a Kremlin-funded channel. The two-hour meeting was "
        "off-\nlimits to the long-serving, well-paid and ill-tempered."
    )
    found = unwrap(text, "blank")
    assert found.text == text.replace("\n", "")
    assert (found.hyphens, found.by_habit, found.undecided) == (0, 0, 2)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("the two-\nand three-year terms of two", "the two- and three-year terms of two"),
        ("Land-\nund Seewege", "Land- und Seewege"),
        ("the Anglo-\nAmerican", "the Anglo-American"),
        ("the 26-year-\nold", "the 26-year-old"),
        ("state-of-\nthe-art", "state-of-the-art"),
        ("from 1998-\n2019", "from 1998-2019"),
        ("a word -\nand more", "a word - and more"),
        ("a word —\nand more", "a word — and more"),
        ("a word—and more—\nof it", "a word—and more—of it"),
        ("the har\u2010\nbour of our harbour", "the harbour of our harbour"),
        ("har-\n", "har-"),
        ("-\nx", "- x"),
    ],
)
def test_a_hyphen_or_dash_at_a_line_end(lines: str, joined: str) -> None:
    assert unwrap(lines, "blank").text == joined


# -- time -------------------------------------------------------------------------------------------------------------


PUMPS = [
    "> \n",
    ">",
    "> > ",
    "12\n",
    "a-\nb",
    "a   b   c\n",
    "| a | b\n",
    "-- \n",
    "\f\n",
    "x\n    y\n",
    "a \n",
    "* a\n",
    "Head of the page 12\n",
    "a—\nb",
    "words that end here\n12\nand go on\n",
    "A full line of words, it is.\n",
]


@pytest.mark.large
@pytest.mark.parametrize("pump", PUMPS)
@pytest.mark.parametrize("mode", ["auto", "wrapped", "blank", "flowed"])
def test_reading_does_not_slow_down_on_pumped_text(pump: str, mode: str) -> None:
    assert stays_linear(lambda length: unwrap(pump * (length // len(pump)), mode), 5_000)
