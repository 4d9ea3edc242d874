"""What single things in an RTF file come to, and what is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.readers.drafts import account, home, set_apart, told
from tests.readers.offices import ACCOUNT, KINDS, converted
from tests.readers.word_files import changed, deleted, docx, p, r

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, Role
from verifier.domain.reading import ReadOptions
from verifier.readers import find_form, read


def opened(body: str | bytes) -> ArticleDraft:
    data = body if isinstance(body, bytes) else ("{\\rtf1\\ansi " + body + "}").encode("latin-1")
    assert find_form(data).name == "rtf"
    return read(Source("attachment.rtf", data))


def text(body: str) -> str:
    return opened(body).text


ENCODINGS = [
    (r"\ansicpg1251 \'cf\'ee\'f0\'f2", "Порт"),
    (r"\ansicpg1250 \'9aest", "šest"),
    (r"\mac caf\'8e", "café"),
    (r"\pca caf\'82", "café"),
    (r"\ansicpg65001 caf\'c3\'a9", "café"),
    (r"\ansicpg932 \'93\'fa\'96\'7b \'83A", "日本 ア"),
    (r"\ansicpg99999 caf\'e9", "café"),
    (r"{\fonttbl{\f0\fcharset0 A;}{\f5\fcharset161 B;}}\f0 caf\'e9 {\f5 \'e1}\'e1", "café αá"),
    (r"{\fonttbl{\f0\fcharset0 A;}{\f6\fcharset128 B;}}\f0 a{\dbch\af6 \'93\'fa\loch b}", "a日b"),
    (r"{\fonttbl\f0\fswiss\cpg1251 A;}\deff0\'cf", "П"),
    (r"\u233?\u-3913?{\uc0\u8364}\uc3\u8364EURx\uc1\u8364\'80\u160\~z", "é\uf0b7€€x€\u00a0z"),
    (r"\u55357?\u56832? \u55357? \u0?", "😀 \ufffd \ufffd"),
    (r"caf\'e9 caf" + "\xe9", "café café"),
]


@pytest.mark.parametrize(("body", "expected"), ENCODINGS)
def test_letters_are_read_in_the_code_page_of_their_font_or_file(body: str, expected: str) -> None:
    assert text(body) == expected


def test_a_deleted_paragraph_end_joins_and_a_deleted_paragraph_leaves_nothing_live() -> None:
    draft = opened(r"Before.\par{\deleted It was a lie.\par}One {\deleted\par}two.\par")
    assert account(draft) == ["Before.", "One two."]
    assert home(draft, "It was a lie.").role is Role.DELETED


def test_deleted_words_are_never_live_whatever_stands_in_them() -> None:
    draft = opened(
        r"It was {\deleted {\b never} {\field{\*\fldinst X}{\fldrslt said}} {\revised ever }}so.\par"
    )
    assert account(draft) == ["It was so."]
    assert home(draft, "never said ever ").role is Role.DELETED


def test_deletion_ends_where_its_number_is_0() -> None:
    draft = opened(r"\deleted gone \deleted0 live\par")
    assert told(draft) == [("body", "", "live"), ("aside", "deleted", "gone ")]


def test_a_note_whose_sign_was_deleted_is_deleted() -> None:
    draft = opened(
        r"Words{\deleted\super\chftn{\footnote\pard\plain {\super\chftn} First.}}{\chftn}{\footnote Second.}\par"
    )
    assert draft.text.startswith("Words1")
    assert (home(draft, "First.").role, home(draft, "Second.").role) == (Role.DELETED, Role.FOOTNOTE)


def test_white_space_of_the_file_is_none_of_the_text() -> None:
    assert text("One \r\ntwo\r\n three\\\nfour") == "One two three\nfour"


def test_page_breaks_and_empty_paragraphs_leave_no_blanks() -> None:
    assert text(r"\page One.\par\par\page\par Two.\page\par") == "One.\nTwo."


def test_two_line_breaks_part_paragraphs() -> None:
    assert [words for _, _, words in told(opened(r"One is here.\line\line Two is here.\line And more."))] == [
        "One is here.",
        "Two is here. And more.",
    ]


def test_deep_groups_are_read_without_recursion() -> None:
    begun = time.monotonic()
    assert text("{" * 200_000 + "bottom" + "}" * 200_000) == "bottom"
    assert time.monotonic() - begun < 60


def test_unclosed_and_overclosed_groups_keep_what_stands_in_the_document() -> None:
    assert text(r"{{{Words stay") == "Words stay"
    assert opened(b"{\\rtf1 Words stay}}} outside").text == "Words stay"


def test_binary_data_longer_than_the_file_ends_it() -> None:
    assert opened(b"{\\rtf1 Words.\\par{\\pict\\bin99999999 xxxx}").text == "Words."


PIECES = [
    "{\\field{\\*\\fldinst{",
    "\\'",
    "\\u",
    "{\\footnote ",
    "{\\shp{\\*\\shpinst",
    "\\bin",
    "\\chftn ",
    " ",
]


@pytest.mark.large
@pytest.mark.parametrize("piece", PIECES)
def test_pumped_files_take_time_in_proportion(piece: str) -> None:
    begun = time.monotonic()
    assert opened("Words.\\par " + piece * 40_000).text.startswith("Words.")
    assert time.monotonic() - begun < 60


def test_pictures_of_megabytes_are_passed_over_in_time() -> None:
    picture = "{\\pict\\pngblip\n" + ("89504e470d0a1a0a" * 8 + "\n") * 60_000 + "}"
    begun = time.monotonic()
    assert text("Before " + picture + "after.") == "Before after."
    assert time.monotonic() - begun < 60


def test_the_second_look_misses_words_the_walk_loses() -> None:
    draft = opened(r"Words. {\*\unknown Some}\par " + "}" + " Many words behind a brace too many stand here.")
    assert [each.code for each in draft.warnings] == ["letters-missing"]


def test_another_form_asked_for_as_rtf_is_refused() -> None:
    with pytest.raises(ReadError, match="rtf-other"):
        read(Source("a.txt", b"Words."), ReadOptions(form="rtf"))


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(ReadError, match="nothing-readable"):
        opened(r"\pard\par{\pict 00}")


def test_a_file_of_libreoffice_is_read_right(tmp_path: Path) -> None:
    draft = opened(converted(tmp_path, "rtf"))
    assert account(draft) == ACCOUNT
    assert [kind for kind, _, _ in told(draft)] == KINDS
    assert set_apart(draft, InlineKind.LINK) == [("council", "https://example.org/council")]


def test_tracked_changes_of_word_are_the_same_in_what_libreoffice_makes_of_them(tmp_path: Path) -> None:
    body = p("It was ", changed("ins", "not "), deleted("never "), "so, he said.") + p(
        "The end ", r("secret ", "<w:vanish/>"), "is near."
    )
    given = docx(body)
    draft = opened(converted(tmp_path, "rtf", given, "docx"))
    assert told(draft) == told(read(Source("given.docx", given)))
    assert set_apart(draft, InlineKind.INSERTED) == [("not ", "")]
