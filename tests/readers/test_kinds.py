"""Paragraphs are told apart by their form and their neighbours."""

from __future__ import annotations

import pytest
from tests.pumping import stays_linear

from verifier.domain.kinds import ParagraphKind as Kind
from verifier.readers.dates import full_date, stands_for_time
from verifier.readers.kinds import find_credits, find_kinds

BODY = "The ferry left the island at dawn. Nobody has heard from it since."


def kind_of(text: str) -> Kind:
    return find_kinds([BODY, BODY, text, BODY])[2]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("24 May 2031, 10:15 PM", Kind.DATELINE),
        ("Published: 3 March 2031 at 10.15am GMT", Kind.DATELINE),
        ("24 мая 2031 г., 14:05", Kind.DATELINE),
        ("2031-05-24", Kind.DATELINE),
        ("24.05.2031", Kind.DATELINE),
        ("10:15 PM", Kind.DATELINE),
        ("By Jane Roe", Kind.BYLINE),
        ("By JANE ROE and John Doe, Port Ellery", Kind.BYLINE),
        ("Von Max Muster", Kind.BYLINE),
        ("Автор: Анна Лужина", Kind.BYLINE),
        ("Photo: Jane Roe", Kind.CREDIT),
        ("Photo by Jane Roe.", Kind.CREDIT),
        ("Jane Roe / AFP", Kind.CREDIT),
        ("(Jane Roe/Getty Images)", Kind.CREDIT),
        ("Анна Лужина / ТАСС", Kind.CREDIT),
        ("Фото: Анна Лужина", Kind.CREDIT),
        ("Caption: the ferry at its berth", Kind.CAPTION),
        ("Related article: Why did the ferry sink?", Kind.RELATED),
        ("Read more: the captain’s letter", Kind.RELATED),
        ("Читайте также: письмо капитана", Kind.RELATED),
        ("https://news.example/ferry", Kind.RELATED),
        ("https://news.example/" + "ferry" * 60, Kind.RELATED),
        ("Show comments", Kind.BOILERPLATE),
        ("12 comments", Kind.BOILERPLATE),
        ("Join the conversation and tell us your view.", Kind.BOILERPLATE),
        ("Sign up for our daily newsletter", Kind.BOILERPLATE),
        ("Share on Facebook", Kind.BOILERPLATE),
        ("We use cookies to improve this site.", Kind.BOILERPLATE),
        ("© 2031 The Ellery Post", Kind.BOILERPLATE),
        ("Подпишитесь на нашу рассылку", Kind.BOILERPLATE),
        ("Показать комментарии", Kind.BOILERPLATE),
        ("Поделиться в соцсетях", Kind.BOILERPLATE),
        ("• The crew of nine", Kind.LIST),
        ("What the crew saw", Kind.HEADING),
        ("2031", Kind.HEADING),
        (BODY, Kind.BODY),
        ("Share prices of the ferry company fell on Monday.", Kind.BODY),
        ("By noon nobody had called.", Kind.BODY),
        ("Read more about the ferry in the captain’s letters, she said.", Kind.BODY),
        ("By Friday evening", Kind.HEADING),
        ("March on the harbour", Kind.HEADING),
        ("“We saw smoke,” he said.", Kind.BODY),
        ("– Кто там? – спросил он.", Kind.BODY),
    ],
)
def test_a_paragraph_has_its_kind(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_a_headline_is_a_title_line_before_an_account() -> None:
    assert find_kinds(["Ferry lost off Cape Rowan", "3 May 2031", BODY])[0] is Kind.HEADLINE
    assert find_kinds(["3 May 2031", "By Jane Roe", "Why was the ferry lost?", BODY])[2] is Kind.HEADLINE
    assert find_kinds([BODY, BODY])[0] is Kind.BODY
    assert find_kinds(["Ferry lost off Cape Rowan"])[0] is Kind.BODY
    assert find_kinds(["The captain said:", BODY])[0] is Kind.BODY
    assert find_kinds(["3 May 2031", "Show comments"]) == [Kind.DATELINE, Kind.BOILERPLATE]


@pytest.mark.parametrize(
    "quotation",
    ["“We left. We saw smoke.”", "‘We didn’t know’", '"We left."', "«Мы уплыли.»", "„Wir fuhren.“"],
)
def test_a_paragraph_wholly_quoted_behind_a_colon_is_a_block_quotation(quotation: str) -> None:
    assert find_kinds([BODY, "The captain wrote:", quotation, BODY])[2] is Kind.QUOTE
    assert find_kinds([BODY, "The captain wrote.", quotation, BODY])[2] is Kind.BODY


def test_a_quotation_followed_by_its_speaker_is_no_block_quotation() -> None:
    for text in (
        "“We left,” he said. “We saw smoke.”",
        "“We left,” he said.",
        "‘We left’, he said, ‘at dawn’",
        "“”",
    ):
        assert find_kinds([BODY, "The captain wrote:", text, BODY])[2] is Kind.BODY


def test_a_block_quotation_may_run_over_paragraphs() -> None:
    kinds = find_kinds(
        [BODY, "He wrote:", "“We left.", "“We saw smoke.", "“It was over.”", "“No,” she said."]
    )
    assert kinds[2:] == [Kind.QUOTE, Kind.QUOTE, Kind.QUOTE, Kind.BODY]
    assert find_kinds([BODY, "He wrote:", "‘We left.", "‘It was over.’"])[2:] == [Kind.QUOTE, Kind.QUOTE]


def test_a_caption_stands_before_its_credit_at_the_top() -> None:
    assert find_kinds(["The ferry at its berth.", "Jane Roe / AFP", BODY])[0] is Kind.CAPTION
    assert find_kinds(["Ferry lost", "The ferry at its berth.", "Jane Roe / AFP", BODY])[:2] == [
        Kind.HEADLINE,
        Kind.CAPTION,
    ]
    assert find_kinds([BODY, BODY, "Jane Roe / AFP", BODY])[1] is Kind.BODY


def test_a_credit_at_the_end_of_a_caption_is_found() -> None:
    assert find_credits(["The ferry at its berth. Jane Roe / AFP "]) == [(0, 23)]
    assert find_credits(["The ferry at its berth. (Photo: Jane Roe)", BODY, "He left. She stayed."]) == [
        (0, 23)
    ]
    assert find_credits(["A. " * 300 + "Jane Roe / AFP"]) == []


def test_titles_under_a_bare_related_label_belong_to_it() -> None:
    kinds = find_kinds(
        [BODY, "Related articles", "Why did it sink?", "https://news.example/1", "The crew", BODY, "Nothing"]
    )
    assert kinds[1:6] == [Kind.RELATED] * 4 + [Kind.BODY]


def test_numbered_and_dashed_lines_are_a_list_only_together() -> None:
    assert find_kinds([BODY, "1. The crew of nine.", "2. The dog.", BODY])[1:3] == [Kind.LIST, Kind.LIST]
    assert find_kinds([BODY, "- The crew.", "- The dog.", BODY])[1:3] == [Kind.LIST, Kind.LIST]
    assert find_kinds([BODY, "– The crew?", "– The dog.", BODY])[1:3] == [Kind.BODY, Kind.BODY]
    assert find_kinds([BODY, "5. That is all there was.", BODY])[1] is Kind.BODY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24 February 2031", "2031-02-24"),
        ("Wed 24 Feb 2031 14.05 GMT", "2031-02-24"),
        ("February 24th, 2031", "2031-02-24"),
        ("24 февраля 2031 г.", "2031-02-24"),
        ("24. Februar 2031", "2031-02-24"),
        ("24 février 2031", "2031-02-24"),
        ("2031-02-24T10:15", "2031-02-24"),
        ("24/02/2031", "2031-02-24"),
        ("02/03/2031", None),
        ("3.3.2031", "2031-03-03"),
        ("February 24", None),
        ("31 February 2031", None),
        ("3 May 2031, updated 4 May 2031", None),
        ("10:15 PM", None),
    ],
)
def test_a_date_is_understood_only_where_it_can_be_read_in_one_way(text: str, day: str | None) -> None:
    assert full_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "2031", "May", "Monday", "on 3 May we left", "3 May?", "3 May 2031 " * 20]
)
def test_what_is_not_merely_a_date_is_no_dateline(text: str) -> None:
    assert not stands_for_time(text)


@pytest.mark.parametrize(
    "pump",
    [
        "By A ",
        "read more ",
        "A ",
        "share on ",
        "© ",
        "• ",
        "“ ",
        "a. ",
        "1 ",
        "AFP / ",
        "https://",
        "photo: ",
    ],
)
def test_patterns_do_not_slow_down_on_pumped_paragraphs(pump: str) -> None:
    def work(length: int) -> None:
        paragraphs = [BODY, pump * (length // len(pump)), BODY]
        find_kinds(paragraphs)
        find_credits(paragraphs)

    assert stays_linear(work, 20_000)
