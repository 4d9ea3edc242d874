"""A plain-text source becomes a draft in which everything is exact."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.domain.articles import ArticleDraft, Metadata, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.domain.kinds import ParagraphKind as Kind
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES, word
from verifier.readers import FORMS, read
from verifier.readers.encodings import byte_span, decode
from verifier.readers.forms import MOST_BYTES

PAGE = """Ferry lost off Cape Rowan

By Jane Roe

3 May 2031

10:15 PM

The ferry at its berth last year. Jane Roe / AFP

The ferry left at dawn. Its captain, Dr. A. B. Lind, wrote:

‘We left. We’re well.’

Nobody has heard from it since\xa0noon.

Related article: Why ferries sink

https://news.example/why

Join the discussion below.
"""


def draft_of(text: str, encoding: str = "utf-8", wrap: str = "auto") -> ArticleDraft:
    return read(Source("page.txt", text.encode(encoding)), ReadOptions(wrap=wrap))


def shown(draft: ArticleDraft) -> list[tuple[Kind, str]]:
    return [(each.kind, draft.text[each.start : each.end]) for each in draft.paragraphs]


def test_a_page_is_read_into_kinds_and_stated_metadata() -> None:
    draft = draft_of(PAGE)
    assert shown(draft) == [
        (Kind.HEADLINE, "Ferry lost off Cape Rowan"),
        (Kind.BYLINE, "By Jane Roe"),
        (Kind.DATELINE, "3 May 2031"),
        (Kind.DATELINE, "10:15 PM"),
        (Kind.CAPTION, "The ferry at its berth last year."),
        (Kind.CREDIT, "Jane Roe / AFP"),
        (Kind.BODY, "The ferry left at dawn. Its captain, Dr. A. B. Lind, wrote:"),
        (Kind.QUOTE, "‘We left. We’re well.’"),
        (Kind.BODY, "Nobody has heard from it since\xa0noon."),
        (Kind.RELATED, "Related article: Why ferries sink"),
        (Kind.RELATED, "https://news.example/why"),
        (Kind.BOILERPLATE, "Join the discussion below."),
    ]
    assert draft.metadata == Metadata(
        title="Ferry lost off Cape Rowan",
        byline="Jane Roe",
        published_as_printed="3 May 2031",
        published="2031-05-03",
    )
    assert (draft.media_type, draft.reader, draft.reader_version) == ("text/plain", "plain", "1")
    assert (draft.encoding, draft.wrap, draft.warnings) == ("utf-8", "lines", ())


def test_nothing_is_claimed_that_is_not_stated() -> None:
    draft = draft_of(
        "The ferry left at dawn.\n\nRelated article: Why\n\n3 May 2031\n\nhttps://news.example/why\n"
    )
    assert draft.metadata == Metadata()


def test_sentences_of_every_paragraph_tile_it() -> None:
    draft = draft_of(PAGE)
    for index, paragraph in enumerate(draft.paragraphs):
        spans = [(each.start, each.end) for each in draft.sentences if each.paragraph == index]
        assert spans[0][0] == paragraph.start
        assert spans[-1][1] == paragraph.end
        assert all(before[1] == after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_form_of_the_same_page_gives_the_same_reading_text(encoding: str, ending: str) -> None:
    stored = PAGE.rstrip().replace("\n", ending).encode(encoding)
    draft = read(Source("page.txt", stored))
    assert draft.text == draft_of(PAGE).text
    decoded = decode(stored).text
    for sentence in draft.sentences:
        start, end = draft.positions.source_span(sentence.start, sentence.end)
        begin, finish = byte_span(stored, draft.encoding, start, end)
        plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)
        assert stored[begin:finish].decode(plain) == decoded[start:end]
        assert decoded[start:end] == draft.text[sentence.start : sentence.end]


def test_a_credit_on_the_captions_second_line_is_parted_from_it() -> None:
    draft = draft_of("The ferry at its berth.\nJane Roe / AFP\n\nThe ferry left.", wrap="blank")
    assert shown(draft)[:2] == [(Kind.CAPTION, "The ferry at its berth."), (Kind.CREDIT, "Jane Roe / AFP")]
    assert draft.positions.source_span(24, 28) == (24, 28)


WORDS = st.lists(
    st.sampled_from(
        [
            "The boat. ",
            "It sank? ",
            "Jane Roe / AFP",
            "\n",
            "\n\n",
            "\r\n",
            "\xa0",
            "🙂",
            "e\u0301",
            "سلام ",
            "x-\n",
        ]
    )
)


@given(
    WORDS.map("".join).filter(lambda text: bool(text.strip())),
    st.sampled_from(["auto", "wrapped", "lines", "blank"]),
)
def test_every_offset_leads_back_to_its_bytes(text: str, wrap: str) -> None:
    stored = text.encode()
    draft = read(Source("page.txt", stored), ReadOptions(wrap=wrap))
    assert draft.text == "\n".join(draft.text[each.start : each.end] for each in draft.paragraphs)
    assert [run.start for run in draft.positions.runs] == [0, *(run.end for run in draft.positions.runs[:-1])]
    for index, character in enumerate(draft.text):
        start, end = draft.positions.source_span(index, index + 1)
        begin, finish = byte_span(stored, draft.encoding, start, end)
        original = stored[begin:finish].decode()
        assert original == character or (character in " \n" and not original.strip())


@pytest.mark.parametrize(
    ("data", "choices", "code"),
    [
        (b"", {}, "source-empty"),
        (b"a" * (MOST_BYTES + 1), {}, "source-too-big"),
        (b"\x89PNG\r\n\x1a\n", {}, "picture-not-read"),
        (b"\x7fELF\x02\x01\x01", {}, "source-binary"),
        (b"words", {"encoding": "martian"}, "encoding-unknown"),
        (b"words", {"wrap": "sideways"}, "wrap-unknown"),
        (b"words", {"form": "papyrus"}, "form-unknown"),
        (b" \n\r\n\t ", {}, "nothing-readable"),
        (b"\xef\xbb\xbf", {}, "nothing-readable"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, choices: dict[str, Any], code: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(Source("page.txt", data), ReadOptions(**choices))
    assert refused.value.code == code
    told = word(code, refused.value.where, refused.value.values)
    assert "page.txt" in told
    assert "{" not in told


def test_a_source_that_is_too_big_is_refused_with_its_size() -> None:
    with pytest.raises(ReadError) as refused:
        read(Source("page.txt", b"a" * 30_000_000))
    assert refused.value.values == {"size": "30.0", "limit": "20"}


def test_warnings_have_words() -> None:
    draft = draft_of(
        "Über die schöne Fähre weiß niemand etwas, sagte Jörg.\n\nDie Fäh-\nre ist fort. Fähre!",
        "cp1252",
        wrap="blank",
    )
    assert [notice.code for notice in draft.warnings] == ["encoding-guessed", "hyphens-dropped"]
    for code in ("encoding-guessed", "hyphens-dropped", "undecodable"):
        assert code in MESSAGES


def test_the_last_form_asked_takes_everything() -> None:
    assert [form.name for form in FORMS][-1] == "plain"
    assert FORMS[-1].matches(b"\x00\xff")


def test_set_aside_paragraphs_have_sentences_too() -> None:
    draft = draft_of(PAGE)
    aside = [each for each in draft.sentences if draft.paragraphs[each.paragraph].kind not in ACCOUNT_KINDS]
    assert len(aside) == 8
