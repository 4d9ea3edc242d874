"""A plain text that was mailed, printed or set in columns becomes a draft whose kinds and roles say so."""

from __future__ import annotations

import textwrap

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import ACCOUNT_KINDS, Role
from verifier.domain.kinds import ParagraphKind as Kind
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import read

STORY = [
    "The ferry left the island at half past six with two hundred people aboard, some of them asleep on deck, "
    "and it should have reached the mainland before nine, as it did on every other morning of that long summer.",
    "Nobody heard from it until noon. A fisherman had seen smoke beyond the lighthouse but thought nothing of it, "
    "since the quarrymen burn their rubbish there on the first Friday of the month.",
]


def wrap(part: str, prefix: str = "") -> str:
    return textwrap.fill(part, 60, initial_indent=prefix, subsequent_indent=prefix)


def draft_of(*parts: str) -> ArticleDraft:
    return read(Source("page.txt", "\n\n".join(parts).encode()))


def shown(draft: ArticleDraft) -> list[tuple[Kind, Role, str]]:
    return [(each.kind, each.role, draft.text[each.start : each.end]) for each in draft.paragraphs]


def test_a_page_number_is_furniture_and_the_paragraph_around_it_whole() -> None:
    lines = wrap(STORY[1]).splitlines()
    draft = draft_of("Ferry lost off Cape Rowan", wrap(STORY[0]), lines[0], "Page 2", "\n".join(lines[1:]))
    assert shown(draft) == [
        (Kind.HEADLINE, Role.NONE, "Ferry lost off Cape Rowan"),
        (Kind.BODY, Role.NONE, STORY[0]),
        (Kind.BODY, Role.NONE, STORY[1]),
        (Kind.FURNITURE, Role.PAGE_NUMBER, "Page 2"),
    ]
    assert draft.letters.seen == draft.letters.kept


def test_a_page_number_at_the_top_is_no_headline() -> None:
    draft = draft_of("Page 1", "Ferry lost off Cape Rowan", wrap(STORY[0]))
    assert [kind for kind, _, _ in shown(draft)] == [Kind.FURNITURE, Kind.HEADLINE, Kind.BODY]


def test_a_page_number_comes_between_no_caption_and_its_credit() -> None:
    draft = draft_of(
        "The ferry at its berth last year.", "Page 1", "Jane Roe / AFP", wrap(STORY[0]), wrap(STORY[1])
    )
    assert [kind for kind, _, _ in shown(draft)] == [
        Kind.CAPTION,
        Kind.FURNITURE,
        Kind.CREDIT,
        Kind.BODY,
        Kind.BODY,
    ]


def test_what_a_mail_quotes_is_told_from_what_it_says() -> None:
    draft = draft_of("Is this right?", wrap(STORY[0], "> "), wrap(STORY[1], "> "), "I doubt it.")
    assert shown(draft) == [
        (Kind.HEADLINE, Role.NONE, "Is this right?"),
        (Kind.QUOTE, Role.QUOTED_MAIL, STORY[0]),
        (Kind.QUOTE, Role.QUOTED_MAIL, STORY[1]),
        (Kind.BODY, Role.NONE, "I doubt it."),
    ]


def test_an_article_that_is_quoted_throughout_is_read_as_if_it_were_not() -> None:
    draft = draft_of("> Ferry lost off Cape Rowan\n>\n" + wrap(STORY[0], "> ") + "\n>\n> By Jane Roe")
    assert shown(draft) == [
        (Kind.HEADLINE, Role.NONE, "Ferry lost off Cape Rowan"),
        (Kind.BODY, Role.NONE, STORY[0]),
        (Kind.BYLINE, Role.NONE, "By Jane Roe"),
    ]
    assert draft.metadata.title == "Ferry lost off Cape Rowan"


def test_a_signature_is_set_aside() -> None:
    draft = draft_of(wrap(STORY[0]), wrap(STORY[1]), "-- \nMo Lind\nThe Ellery Post")
    aside = [(role, text) for kind, role, text in shown(draft) if kind not in ACCOUNT_KINDS]
    assert aside == [(Role.SIGNATURE, "--"), (Role.SIGNATURE, "Mo Lind"), (Role.SIGNATURE, "The Ellery Post")]


def test_rows_in_columns_are_a_table_and_no_headline() -> None:
    rows = ["Ward          Ayes   Noes", "Harbour        804    112"]
    draft = draft_of("\n".join(rows), wrap(STORY[0]), wrap(STORY[1]))
    assert shown(draft)[:2] == [(Kind.TABLE, Role.NONE, rows[0]), (Kind.TABLE, Role.NONE, rows[1])]
    assert draft.metadata.title is None


def test_words_in_columns_that_are_a_pages_own_are_no_table() -> None:
    draft = draft_of(
        wrap(STORY[0]), wrap(STORY[1]), "Share on Facebook\n© 2031   The Ellery Post\n© 2031   All"
    )
    assert [kind for kind, _, _ in shown(draft)][2:] == [Kind.BOILERPLATE] * 3


def test_a_verse_behind_a_comma_is_no_heading() -> None:
    draft = draft_of(
        wrap(STORY[0]), "Grey was the long quay,\nNo one came calling\nFrom over the sea.", wrap(STORY[1])
    )
    assert [kind for kind, _, _ in shown(draft)] == [Kind.BODY] * 5


def test_a_credit_is_parted_from_its_caption_where_a_page_number_was_moved_too() -> None:
    lines = wrap(STORY[0]).splitlines()
    draft = draft_of(
        "The ferry at its berth. Jane Roe / AFP",
        "\n".join(lines[:2]),
        "Page 2",
        "\n".join(lines[2:]),
        wrap(STORY[1]),
    )
    assert [kind for kind, _, _ in shown(draft)] == [
        Kind.CAPTION,
        Kind.CREDIT,
        Kind.BODY,
        Kind.FURNITURE,
        Kind.BODY,
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The harbour is shut. The har-\nbour stays shut.", ["hyphens-dropped"]),
        ("A ha-\nven is a har-\nbour and a shel-\nter for ves-\nsels.", ["hyphens-dropped-by-habit"]),
        ("A well-known man and a half-\nbaked plan.", ["hyphens-undecided"]),
        ("A well-known man and a well-\nknown plan.", []),
    ],
)
def test_what_became_of_hyphens_is_said(text: str, codes: list[str]) -> None:
    draft = read(Source("page.txt", text.encode()), ReadOptions(wrap="blank"))
    assert [notice.code for notice in draft.warnings] == codes
    assert all(code in MESSAGES for code in codes)
