"""The first real case as a page, in every wrapping a page comes in, beside the same article as plain text."""

from __future__ import annotations

import os
import re
from html import escape
from pathlib import Path

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.domain.reading import ReadOptions
from verifier.readers import read

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES", Path(__file__).parents[3] / "shared" / "articles"))


def bytes_of(name: str) -> bytes:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    return path.read_bytes()


def account(draft: ArticleDraft) -> list[str]:
    """The account's sentences; the page writes a straight apostrophe and plain spaces where the file has others."""
    return [
        draft.text[each.start : each.end].strip().replace("’", "'").replace("\xa0", " ")
        for each in draft.sentences
        if draft.paragraphs[each.paragraph].kind in ACCOUNT_KINDS
    ]


def forms() -> dict[str, tuple[bytes, str]]:
    """The page as saved, in other encodings, and as a clipboard has it.

    What is pasted was chosen by a person, so nothing of it is set aside as the page's: the share buttons and the box of
    other articles, which a person would not choose, are cut out of it.
    """
    saved = bytes_of("spectator.html")
    text = saved.decode()
    article = text[text.index("<h1>") : text.index("</article>")]
    article = re.sub(r"(?s)<ul class=.{0,10}share.*?</ul>|<aside.*?</aside>", "", article)
    return {
        "saved": (saved, "file"),
        "UTF-16": (text.encode("utf-16"), "file"),
        "windows-1252": (text.replace("utf-8", "windows-1252").encode("cp1252", "xmlcharrefreplace"), "file"),
        "SingleFile": (
            f"<!--\n Page saved with SingleFile \n url: https://x.example/ \n-->{text}".encode(),
            "file",
        ),
        "saved by a script": (text.replace("<main>", '<main style="visibility:hidden">').encode(), "file"),
        "pasted": (article.encode(), "pasted"),
        "pasted from Windows": (
            f"Version:0.9\r\nStartHTML:-1\r\nEndHTML:-1\r\n<html><body><!--StartFragment-->{article}".encode(),
            "pasted",
        ),
    }


@pytest.mark.parametrize(
    "name",
    ["saved", "UTF-16", "windows-1252", "SingleFile", "saved by a script", "pasted", "pasted from Windows"],
)
def test_every_wrapping_of_the_page_gives_the_account_of_the_text(name: str) -> None:
    expected = account(read(Source("spectator.txt", bytes_of("spectator.txt"))))
    data, how = forms()[name]
    draft = read(Source("page", data, how))
    assert draft.reader == "html"
    assert len(expected) == 34
    assert account(draft) == expected


def test_the_page_states_what_the_text_states_and_more() -> None:
    found = read(Source("page", bytes_of("spectator.html"))).metadata
    plain = read(Source("spectator.txt", bytes_of("spectator.txt"))).metadata
    assert (found.published, found.published_as_printed) == (plain.published, plain.published_as_printed)
    assert (found.publisher, found.language, found.piece, found.byline) == (
        "The Spectator",
        "en-GB",
        "opinion",
        None,
    )


def test_the_page_as_mail_archive_gives_the_same_account() -> None:
    draft = read(Source("spectator.mhtml", bytes_of("spectator.mhtml")))
    assert account(draft) == account(read(Source("spectator.txt", bytes_of("spectator.txt"))))


def test_words_a_user_chose_are_never_the_pages_furniture() -> None:
    article = escape("A page of words that a user chose, and nothing else beside them.")
    draft = read(Source("x", f"<p>{article}</p><p>Home</p>".encode()), ReadOptions(whole=True))
    assert {each.kind for each in draft.paragraphs} == {ParagraphKind.BODY}
