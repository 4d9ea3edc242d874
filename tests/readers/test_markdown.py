"""Markdown is read by its marks; its words stay as they are, and plain text is never taken for it."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS, InlineKind, Origin, Role
from verifier.domain.kinds import ParagraphKind as Kind
from verifier.domain.reading import ReadOptions
from verifier.readers import find_form, read
from verifier.readers.markdown.signs import looks_like_markdown
from verifier.resources import resource

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES", Path(__file__).parents[3] / "shared" / "articles"))
EVAL = Path(os.environ.get("VERIFIER_EVAL", Path(__file__).parents[3] / "shared" / "eval"))

TEXT = """---
title: "m01front title"
author:
  - Jane Roe
  - 'Mo Lind'
date: 3 May 2031
lang: en-GB
---

# m02Ferry *lost* off Cape Rowan

By Jane Roe

The m03ferry left\u00a0at dawn, **m04forty**
people aboard & 9 crew\\*, the [m05harbour
master](https://harbour.example/m05.(a) "m06title of the link") said.[^1] It was
~~m07fifty~~ last year.  Mark `m08code` and <https://m09.example/x>.
AT&amp;T\\.

> m10quoted by the
> > m11deeper pilot.

m12Heading by a line
--------------------

- m13first item
- m14second item
  1. m15inner item

| m16Boat | m17Crew |
|:--------|--------:|
| m18Aurora | **9** \\| m19ten |

![m20tower *at* dusk](a.png "m21caption")

    m22code by
    indent

```python
m23 = "fenced"
```

<!-- m24hidden -->

* * *

See [m25log][log] and [^none].

[log]: https://harbour.example/log "not a word"
[^1]: m26note of
    one word.

    m27second paragraph of the note.
[^word]: m28single
"""


def opened(text: str, **options: str) -> ArticleDraft:
    return read(Source("story.md", text.encode()), ReadOptions(**options))  # type: ignore[arg-type]


def shown(draft: ArticleDraft) -> list[str]:
    return [draft.text[each.start : each.end] for each in draft.paragraphs]


def found(draft: ArticleDraft) -> dict[str, tuple[Kind, Role]]:
    """Each paragraph that has a marker, by that marker; one that stands twice fails the test."""
    result: dict[str, tuple[Kind, Role]] = {}
    for each in draft.paragraphs:
        for marker in re.findall(r"m\d\d", draft.text[each.start : each.end]):
            assert marker not in result, marker
            result[marker] = (each.kind, each.role)
    return result


def test_every_text_is_there_once_with_its_role() -> None:
    draft = opened(TEXT)
    assert (draft.reader, draft.media_type) == ("markdown", "text/markdown")
    none = Role.NONE
    assert found(draft) == {
        "m01": (Kind.FURNITURE, none),
        "m02": (Kind.HEADLINE, none),
        **{f"m{number:02}": (Kind.BODY, none) for number in (3, 4, 5, 8, 9, 22, 23, 25)},
        "m06": (Kind.ASIDE, Role.HIDDEN),
        "m07": (Kind.ASIDE, Role.DELETED),
        "m10": (Kind.QUOTE, none),
        "m11": (Kind.QUOTE, none),
        "m12": (Kind.HEADING, none),
        **{f"m{number}": (Kind.LIST, none) for number in (13, 14, 15)},
        **{f"m{number}": (Kind.TABLE, none) for number in (16, 17, 18, 19)},
        "m20": (Kind.ASIDE, Role.ALTERNATIVE_TEXT),
        "m21": (Kind.CAPTION, none),
        "m24": (Kind.ASIDE, Role.HIDDEN),
        "m26": (Kind.BODY, Role.FOOTNOTE),
        "m27": (Kind.BODY, Role.FOOTNOTE),
        "m28": (Kind.BODY, Role.FOOTNOTE),
    }
    assert draft.warnings == ()


def test_the_words_are_without_marks_and_otherwise_as_they_were() -> None:
    words = shown(opened(TEXT))
    assert "m02Ferry lost off Cape Rowan" in words
    assert (
        "The m03ferry left\u00a0at dawn, m04forty people aboard & 9 crew*, the m05harbour master said.1 "
        "It was last year.  Mark m08code and https://m09.example/x. AT&T."
    ) in words
    assert "m18Aurora\t9 | m19ten" in words
    assert "m26note of one word." in words
    assert words[-1] == "m28single"


def test_what_is_set_apart_in_a_paragraph_is_known() -> None:
    draft = opened(TEXT)
    apart = {(each.kind, draft.text[each.start : each.end], each.target) for each in draft.inlines}
    assert apart >= {
        (InlineKind.EMPHASIS, "lost", ""),
        (InlineKind.STRONG, "m04forty", ""),
        (InlineKind.LINK, "m05harbour master", "https://harbour.example/m05.(a)"),
        (InlineKind.NOTE, "1", "1"),
        (InlineKind.CODE, "m08code", ""),
        (InlineKind.LINK, "https://m09.example/x", "https://m09.example/x"),
        (InlineKind.LINK, "m25log", "https://harbour.example/log"),
        (InlineKind.CODE, 'm23 = "fenced"', ""),
        (InlineKind.STRONG, "9", ""),
    }
    assert "[^none]" in draft.text, "what refers to no note stays as it was"


def test_every_position_leads_back_to_the_file() -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n")):
        draft = opened(text)
        for run in draft.positions.runs:
            if not run.folded:
                assert draft.text[run.start : run.end] == text[run.source_start : run.source_end]
        markers = re.findall(r"m\d\d\w*", draft.text)
        assert len(markers) == 28
        for marker in markers:
            at = draft.text.index(marker)
            start, end = draft.positions.source_span(at, at + len(marker))
            assert text[start:end] == marker


def test_words_behind_a_link_are_not_looked_for_in_its_target() -> None:
    text = "# A heading\n\nSee [a](http://b.example/c.d?said=so) said so. Then [said][so] said.\n\n[so]: http://x.example/\n"
    draft = opened(text)
    at = draft.text.index("said so. Then")
    start, end = draft.positions.source_span(at, at + 7)
    assert start == text.index(" said so. Then") + 1
    assert text[start:end] == "said so"


def test_the_lines_in_front_are_candidates() -> None:
    draft = opened(TEXT)
    offered = {(each.field, each.value) for each in draft.candidates if each.origin is Origin.DOCUMENT}
    assert offered == {
        ("title", "m01front title"),
        ("byline", "Jane Roe, Mo Lind"),
        ("published_as_printed", "3 May 2031"),
        ("published", "2031-05-03"),
        ("language", "en-GB"),
    }
    assert draft.metadata.title == "m02Ferry lost off Cape Rowan"
    toml = opened('+++\ntitle = "The ferry"\nauthors = ["A. Berg", "Mo Lind"]\n+++\n\n# Ferry\n\nIt left.\n')
    assert toml.metadata.byline == "A. Berg, Mo Lind"


@pytest.mark.parametrize(
    "text",
    [
        "# Ferry lost\n\nThe ferry left at dawn.\n",
        "Ferry lost\n==========\n\nIt **left** at dawn, see [the log](https://x.example/).\n",
        "A story.\n\n| a | b |\n|---|---|\n| c | d |\n\n- one\n- two\n\n**More.**\n",
        "---\ntitle: x\n---\n\n## Part\n\nWords.\n",
    ],
)
def test_markdown_is_told_by_its_signs(text: str) -> None:
    assert find_form(text.encode()).name == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at dawn.\n\nNobody saw it.\n",
        "- one\n- two\n- three\n\n* four\n* five\n",
        "> quoted mail\n> goes on\n\nAnswer.\n\n--\nJane\n",
        "A title\n-------\n\nText under a line.\n",
        "1. First\n2. Second\n\n#hashtag and *stress* and _more_.\n",
        "See [1] and [2].\n\n[1] https://x.example/\n[2] https://y.example/\n",
        "He said *no* and `yes` and 2*3*4.\n\n---\n\nMore.\n",
        "**** FERRY LOST ****\n\nThe ferry.\n",
        "From: a\n",
        "Item   | Price\nBoat   | 9\n",
    ],
)
def test_plain_text_is_not_taken_for_markdown(text: str) -> None:
    assert not looks_like_markdown(text.encode())


def test_no_article_of_the_sample_is_taken_for_markdown() -> None:
    texts = [path for path in resource("sample").iterdir() if path.suffix == ".txt"]
    assert texts
    assert [path.name for path in texts if looks_like_markdown(path.read_bytes())] == []


def test_no_real_article_is_taken_for_markdown() -> None:
    texts = sorted(FOLDER.glob("*.txt"))
    if not texts:
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    assert [path.name for path in texts if find_form(path.read_bytes()).name != "plain"] == []


def test_no_page_without_its_tags_is_taken_for_markdown() -> None:
    pages = sorted((EVAL / "html").glob("*.html.gz"))
    if not pages:
        pytest.skip("no evaluation data: set VERIFIER_EVAL")
    taken = []
    for path in pages:
        text = re.sub(
            r"<(script|style)\b.*?</\1>",
            "",
            gzip.decompress(path.read_bytes()).decode("utf-8", "replace"),
            flags=re.DOTALL,
        )
        if looks_like_markdown(re.sub(r"<[^<>]*>", "", text).encode()):
            taken.append(path.name)
    assert taken == []


def test_the_form_can_be_asked_for_and_refused() -> None:
    assert opened("A line.\n\nAnother *line*.", form="markdown").text == "A line.\nAnother line."
    assert "# Ferry" in opened("# Ferry\n\nIt left.\n", form="plain").text


def test_nothing_to_read_is_said() -> None:
    with pytest.raises(ReadError) as caught:
        opened(" \n\n", form="markdown")
    assert caught.value.code == "nothing-readable"


@pytest.mark.large
@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![",
        "*",
        "**a",
        "`",
        "> ",
        "- ",
        "[^1]: ",
        "<",
        "_a_",
        "~~",
        "[a](",
        "#",
        "|",
        "---\n",
        "\\",
        "&amp;",
    ],
)
def test_a_pumped_text_takes_no_more_than_its_share(unit: str) -> None:
    words = "# Ferry\n\nThe ferry left.\n\n" + unit * 4_000
    assert "The ferry left." in opened(words).text
    assert looks_like_markdown(words.encode())


@pytest.mark.parametrize("depth", [10, 40, 49, 50, 100, 400])
def test_however_deep_it_is_nested_no_word_is_lost(depth: int) -> None:
    items = "".join(f"{'  ' * level}- item{level}\n" for level in range(depth))
    for nested, last in ((items, f"item{depth - 1}"), (">" * depth + " quoted\n", "quoted")):
        draft = opened("# A title\n\nThe ferry left.\n\n" + nested)
        assert last in draft.text
        assert "letters-missing" not in {notice.code for notice in draft.warnings}


def test_the_account_of_a_markdown_text_is_that_of_its_words() -> None:
    marked = "# Ferry lost\n\nBy Jane Roe\n\nThe *ferry* left at dawn. It is lost.\n\n## Later\n\nA search was begun.\n"
    draft = opened(marked)
    account = [draft.text[each.start : each.end] for each in draft.paragraphs if each.kind in ACCOUNT_KINDS]
    assert account == ["Ferry lost", "The ferry left at dawn. It is lost.", "Later", "A search was begun."]
    assert draft.metadata.byline == "Jane Roe"
