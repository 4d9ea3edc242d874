"""Captions are read as paragraphs that know when they were said and by whom."""

from __future__ import annotations

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, Role
from verifier.domain.kinds import ParagraphKind as Kind
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import find_form, read
from verifier.readers.encodings import decode

SUBRIP = """1
00:00:01,000 --> 00:00:03,500
The ferry left
at dawn,

2
00:00:03,600 --> 00:00:06,000
and nobody <i>saw</i> it again.

3
00:00:06,200 --> 00:00:08,000
{\\an8}A search was begun.

4
00:00:12,000 --> 00:00:14,000
[Applause]

5
00:00:14,100 --> 00:00:16,000
- Who saw it last?
- The pilot, at <b>nine</b>.

6
00:00:16,100 --> 00:00:18,000
No.

7
00:00:18,100 --> 00:00:20,000
No.
"""

WEB = """\ufeffWEBVTT - m01title of the file
Kind: captions
Language: en-GB

STYLE
::cue(v) { color: m02red }

REGION
id:m03region

NOTE m04a note
over two lines

intro
00:01.000 --> 00:04.000 align:start position:10%
<v.loud Jane Roe>m05first words &amp; more,

00:00:04.100 --> 00:00:06.000
<v Jane Roe>m06going on.</v>

00:00:06.200 --> 00:00:08.000
<v Mo Lind>m07another <c.yellow>voice</c></v> m08nobody's

1:00:00.000 --> 1:00:02.000
<00:00:01.000>m09timed <ruby>x<rt>y</rt></ruby> 3 < 4

stray m10words
"""


def opened(text: str, encoding: str = "utf-8", wanted: str | None = None) -> ArticleDraft:
    return read(Source("talk.vtt", text.encode(encoding)), ReadOptions(encoding=wanted))


def shown(draft: ArticleDraft) -> list[tuple[Kind, str]]:
    return [(each.kind, draft.text[each.start : each.end]) for each in draft.paragraphs]


def codes(draft: ArticleDraft) -> set[str]:
    found = {notice.code for notice in draft.warnings}
    assert found <= set(MESSAGES)
    return found


def test_cues_that_go_on_with_a_sentence_are_one_paragraph() -> None:
    draft = opened(SUBRIP)
    assert (draft.reader, draft.media_type) == ("captions", "application/x-subrip")
    assert shown(draft) == [
        (Kind.BODY, "The ferry left at dawn, and nobody saw it again."),
        (Kind.BODY, "A search was begun."),
        (Kind.ASIDE, "[Applause]"),
        (Kind.BODY, "- Who saw it last?"),
        (Kind.BODY, "- The pilot, at nine."),
        (Kind.BODY, "No."),
        (Kind.BODY, "No."),
    ]
    assert codes(draft) == set()


def test_paragraphs_know_their_cues_and_times() -> None:
    anchors = [each.anchor for each in opened(SUBRIP).paragraphs]
    assert [(each.record, each.time) for each in anchors[:2]] == [
        ("1–2", "00:00:01,000 --> 00:00:06,000"),
        ("3", "00:00:06,200 --> 00:00:08,000"),
    ]
    assert anchors[3].record == anchors[4].record == "5"


def test_every_position_leads_back_to_the_file() -> None:
    for text in (SUBRIP, WEB):
        draft = opened(text)
        original = decode(draft.source.data).text
        assert len(draft.sentences) >= 7
        for run in draft.positions.runs:
            words, source = draft.text[run.start : run.end], original[run.source_start : run.source_end]
            assert run.folded or words == source
        for word in ("ferry", "nobody", "m05first", "m07another", "m10words"):
            if word in original:
                at = draft.text.index(word)
                start, end = draft.positions.source_span(at, at + len(word))
                assert original[start:end] == word


def test_emphasis_is_kept_and_tags_are_not() -> None:
    draft = opened(SUBRIP)
    assert {(each.kind, draft.text[each.start : each.end]) for each in draft.inlines} == {
        (InlineKind.EMPHASIS, "saw"),
        (InlineKind.STRONG, "nine"),
    }


def test_every_text_of_a_web_file_is_there_once_with_its_role() -> None:
    draft = opened(WEB)
    assert draft.media_type == "text/vtt"
    assert shown(draft) == [
        (Kind.FURNITURE, "WEBVTT - m01title of the file"),
        (Kind.FURNITURE, "Kind: captions"),
        (Kind.FURNITURE, "Language: en-GB"),
        (Kind.FURNITURE, "STYLE"),
        (Kind.FURNITURE, "::cue(v) { color: m02red }"),
        (Kind.FURNITURE, "REGION"),
        (Kind.FURNITURE, "id:m03region"),
        (Kind.ASIDE, "NOTE m04a note"),
        (Kind.ASIDE, "over two lines"),
        (Kind.BYLINE, "Jane Roe"),
        (Kind.BODY, "m05first words & more, m06going on."),
        (Kind.BYLINE, "Mo Lind"),
        (Kind.BODY, "m07another voice"),
        (Kind.BODY, "m08nobody's"),
        (Kind.BODY, "m09timed xy 3 < 4"),
        (Kind.FURNITURE, "stray m10words"),
    ]
    assert [each.role for each in draft.paragraphs if each.kind is Kind.ASIDE] == [Role.COMMENT] * 2
    assert draft.metadata.language == "en-GB"
    assert codes(draft) == set()


def test_who_speaks_is_named_where_the_words_are() -> None:
    records = {
        draft.text[each.start : each.start + 3]: each.anchor.record
        for draft in (opened(WEB),)
        for each in draft.paragraphs
        if each.kind is Kind.BODY
    }
    assert records == {"m05": "intro–2 (Jane Roe)", "m07": "3 (Mo Lind)", "m08": "3", "m09": "4"}


def test_lines_that_roll_are_in_the_text_once() -> None:
    lines = ["the ferry left at dawn", "and nobody saw it", "again that day", "a search was begun", "at noon"]
    cues = ["WEBVTT\n"]
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else " "
        begin, end = f"00:{number * 4:02}.000", f"00:{number * 4 + 3:02}.990"
        cues.append(f"{begin} --> {end}\n{before}\n{line.replace(' ', '<00:00:01.000><c> ', 1)}</c>\n")
        cues.append(f"{end} --> 00:{number * 4 + 4:02}.000\n{line}\n \n")
    draft = opened("\n".join(cues))
    assert shown(draft)[1:] == [(Kind.BODY, " ".join(lines))]
    assert codes(draft) == {"captions-rolling"}
    assert draft.letters.kept >= draft.letters.seen


def test_a_line_said_twice_is_kept_twice() -> None:
    said = "".join(
        f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n"
        for n, words in enumerate(["Go!", "Go!", "Stop.", "Stop.", "Wait."])
    )
    assert [words for _, words in shown(opened(said))] == ["Go!", "Go!", "Stop.", "Stop.", "Wait."]


def test_captions_without_full_stops_are_not_one_paragraph() -> None:
    said = [f"words and words of cue number {n}" for n in range(200)]
    times = [f"00:{n // 60:02}:{n % 60:02}" for n in range(200)]
    cues = "".join(
        f"{n}\n{time},000 --> {time},900\n{words}\n\n"
        for n, (time, words) in enumerate(zip(times, said, strict=True))
    )
    draft = opened(cues)
    assert 3 < len(draft.paragraphs) < 40
    assert draft.text.replace("\n", " ").split() == " ".join(said).split()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_captions_in_other_encodings_are_read(encoding: str) -> None:
    text = (
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nПаром вышел на рассвете, и никто его больше не видел.\r\n\r\n"
    )
    draft = opened(text * 3, encoding)
    assert draft.reader == "captions"
    assert shown(draft)[0] == (Kind.BODY, "Паром вышел на рассвете, и никто его больше не видел.")


def test_an_empty_line_inside_a_cue_and_a_missing_one_between_cues_lose_nothing() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\nTwo.\n\n"
        "2\n00:00:05,000 --> 00:00:06,000\nThree.\n3\n00:00:09,000 --> 00:00:10,000\nFour.\n"
    )
    assert [words for _, words in shown(opened(text))] == ["One. Two.", "Three.", "Four."]


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n",
        "1\n00:00:01,000 --> 00:00:02,000\n",
        "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\n<i></i>\n",
    ],
)
def test_captions_without_words_are_refused(text: str) -> None:
    if text.startswith("WEBVTT"):
        text += "\n00:01.000 --> 00:02.000\n"
    with pytest.raises(ReadError) as caught:
        opened(text)
    assert caught.value.code == "nothing-readable"


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTTs are files.\n\nOf cues.",
        "1\n\nThe ferry left.",
        "00:01 --> 00:02\nNot a cue.",
        "The ferry left 00:00:01,000 --> 00:00:02,000",
    ],
)
def test_plain_text_is_not_taken_for_captions(text: str) -> None:
    assert find_form(text.encode()).name == "plain"


@pytest.mark.parametrize(
    "unit", ["<", "<v ", "&amp", "<v.a.b ", "{\\", "00:00:00,000", " ", "[", "♪", "-", "<i>", "1\n"]
)
def test_a_pumped_cue_takes_no_more_than_its_share(unit: str) -> None:
    draft = opened("1\n00:00:01,000 --> 00:00:02,000\nThe ferry.\n" + unit * 50_000 + "\n")
    assert "The ferry." in draft.text
