"""A page that was copied whole, menus and all: every word of it was chosen, so what is no article is asked about."""

from __future__ import annotations

from verifier.domain.articles import CONTESTED, ArticleDraft, Source
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.readers import read

PAGE = """\
<header><nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<article><h1>The quay is open</h1><p>The quay was opened on Monday, the mayor said.</p>
<p>Nobody was hurt, although the crane fell twice.</p>
<aside>The crane is forty years old.</aside><aside><a href="/f">Ferry fares rise</a></aside></article>
<footer><p>The Gull is printed on Tuesdays.</p></footer>"""


def pasted(page: str) -> ArticleDraft:
    return read(Source("Pasted.html", page.encode(), acquired_how="pasted"))


def kinds(draft: ArticleDraft) -> dict[str, tuple[ParagraphKind, bool]]:
    """For each paragraph its kind, and whether it is a question."""
    return {
        draft.text[row.start : row.end].strip(): (row.kind, row.confidence < CONTESTED)
        for row in draft.paragraphs
    }


def test_menus_and_footers_stay_in_the_account_as_questions() -> None:
    found = kinds(pasted(PAGE))
    for words in ("World", "Sport", "Ferry fares rise", "The Gull is printed on Tuesdays."):
        kind, is_question = found[words]
        assert kind in ACCOUNT_KINDS
        assert is_question
    for words in ("Nobody was hurt, although the crane fell twice.", "The crane is forty years old."):
        assert found[words] == (ParagraphKind.BODY, False)


def test_the_headline_is_found_beneath_the_menus() -> None:
    draft = pasted(PAGE)
    assert kinds(draft)["The quay is open"][0] is ParagraphKind.HEADLINE
    assert draft.metadata.title == "The quay is open"


def test_a_first_heading_beneath_words_of_the_article_is_no_headline() -> None:
    draft = pasted("<p>The quay was opened on Monday.</p><h1>What comes next</h1><p>Nobody knows.</p>")
    assert kinds(draft)["What comes next"][0] is ParagraphKind.HEADING
    assert draft.metadata.title is None
