"""One page with every feature: every text present once, with its role and its place."""

from __future__ import annotations

import re

import pytest
from tests.readers.drafts import home, set_apart, told, wrong_of
from tests.readers.pages_html import EVERYTHING, STORY, draft_of, page, select

from verifier.domain.articles import CONTESTED
from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.readers.html.notes import Notes
from verifier.readers.html.parse import parse
from verifier.readers.html.roles import judge
from verifier.readers.html.voters import Voter
from verifier.readers.html.walk import Walker

K = ParagraphKind
R = Role


def test_every_text_is_there_once_with_its_kind_and_role() -> None:
    draft = draft_of(EVERYTHING)
    wrong = wrong_of(
        draft,
        {
            "Front page": (K.BOILERPLATE, R.NAVIGATION),
            "Template words": (K.ASIDE, R.HIDDEN),
            "River town votes on its bridge": (K.HEADLINE, R.NONE),
            "By Ann Writer": (K.BYLINE, R.NONE),
            "5 March 2024": (K.DATELINE, R.NONE),
            "met on Monday evening": (K.BODY, R.NONE),
            "A stone bridge in fog": (K.ASIDE, R.ALTERNATIVE_TEXT),
            "The bridge on Sunday morning.": (K.CAPTION, R.NONE),
            "Loose words in a division": (K.BODY, R.NONE),
            "Then a paragraph in that division": (K.BODY, R.NONE),
            "And loose words end it": (K.BODY, R.NONE),
            "was nine": (K.ASIDE, R.DELETED),
            "the bill is eleven million": (K.BODY, R.NONE),
            "What comes next": (K.HEADING, R.NONE),
            "“We shall not wait": (K.QUOTE, R.NONE),
            "After two breaks": (K.BODY, R.NONE),
            "A ferry every hour": (K.LIST, R.NONE),
            "A bus on Sundays": (K.LIST, R.NONE),
            "with a stop at the school": (K.LIST, R.NONE),
            "Year\tCars": (K.TABLE, R.NONE),
            "2020\t1,200": (K.TABLE, R.NONE),
            "Layout box": (K.HEADING, R.NONE),
            "This text stands in a table": (K.BODY, R.NONE),
            "Preformatted first paragraph": (K.BODY, R.NONE),
            "Second preformatted paragraph.": (K.BODY, R.NONE),
            "He said “never again” and left. The meeting ended late in the evening.": (K.BODY, R.NONE),
            "Secret inline words.": (K.ASIDE, R.HIDDEN),
            "screen reader words": (K.ASIDE, R.HIDDEN),
            "unseen words": (K.ASIDE, R.HIDDEN),
            "A hidden block of words.": (K.ASIDE, R.HIDDEN),
            "More on the vote": (K.BODY, R.NONE),
            "eleven to nine": (K.BODY, R.NONE),
            "wrote inline button in the text": (K.BODY, R.NONE),
            "Centred words close": (K.BODY, R.NONE),
            "Turn on scripts.": (K.ASIDE, R.HIDDEN),
            "Shadow words are shown": (K.BODY, R.NONE),
            "An embedded map": (K.ASIDE, R.ALTERNATIVE_TEXT),
            "Framed words inside.": (K.BOILERPLATE, R.NONE),
            "Your mail": (K.BOILERPLATE, R.FORM),
            "name@example": (K.BOILERPLATE, R.FORM),
            "Daily": (K.BOILERPLATE, R.FORM),
            "Write here": (K.BOILERPLATE, R.FORM),
            "Send it": (K.BOILERPLATE, R.FORM),
            "Report of the engineers": (K.BODY, R.FOOTNOTE),
            "Read more": (K.RELATED, R.NONE),
            "Another town builds a tunnel": (K.RELATED, R.NONE),
            "Facebook": (K.BOILERPLATE, R.NONE),
            "Reader One": (K.BOILERPLATE, R.NONE),
            "© 2024 The Example Post": (K.BOILERPLATE, R.NONE),
        },
    )
    assert wrong == {}
    assert draft.letters.seen > 1_000
    assert draft.letters.kept >= draft.letters.seen
    assert ("aside", "pull-quote", "the hall was full to the door") in told(draft)


def test_what_is_set_apart_in_a_line_is_kept_with_where_it_leads() -> None:
    draft = draft_of(EVERYTHING)
    assert set_apart(draft, InlineKind.EMPHASIS) == [("Monday", "")]
    assert set_apart(draft, InlineKind.STRONG) == [("old bridge", "")]
    assert ("full", "/hall") in set_apart(draft, InlineKind.LINK)
    assert set_apart(draft, InlineKind.INSERTED) == [("is eleven", "")]
    assert ("6", "") in set_apart(draft, InlineKind.SUPERSCRIPT)
    assert set_apart(draft, InlineKind.SUBSCRIPT) == [("2", "")]
    assert set_apart(draft, InlineKind.CODE) == [("x = 1", "")]
    assert set_apart(draft, InlineKind.NOTE) == [("1", "1")]


def test_every_paragraph_has_an_absolute_xpath_to_an_element_that_holds_its_words() -> None:
    draft = draft_of(EVERYTHING)
    tree = parse(EVERYTHING).root.getroottree()
    for paragraph in draft.paragraphs:
        (element,) = select(tree, paragraph.anchor.xpath)
        held = " ".join(["".join(map(str, element.itertext())), *map(str, element.attrib.values())])
        words = re.findall(r"\w+", draft.text[paragraph.start : paragraph.end])
        assert words
        assert [word for word in words if word not in held] == []


def test_odd_names_of_elements_have_an_xpath_too() -> None:
    html = page(
        "<o:p>Words of an office program stand in an element with a colon.</o:p><x-y>And custom ones too.</x-y>"
    )
    draft = draft_of(html)
    tree = parse(html).root.getroottree()
    assert all(len(select(tree, each.anchor.xpath)) == 1 for each in draft.paragraphs)
    assert home(draft, "Words of an office program")


def test_text_is_not_normalised_but_for_white_space() -> None:
    html = page("<p>Ten&nbsp;thousand   e\u0301 soft\u00adhyphen \u200fmark ﬁ 10⁶\n\tand a line.</p>")
    assert "Ten\xa0thousand e\u0301 soft\u00adhyphen \u200fmark ﬁ 10⁶ and a line." in draft_of(html).text


def test_a_quotation_is_a_pull_quote_only_where_it_repeats_the_text() -> None:
    repeated = " ".join(STORY[5].split()[2:12])
    draft = draft_of(
        page(f"<blockquote>{repeated}</blockquote>", "<blockquote>Words that are said but once.</blockquote>")
    )
    kinds = {words: (kind, role) for kind, role, words in told(draft)}
    assert kinds[repeated] == ("aside", "pull-quote")
    assert kinds["Words that are said but once."] == ("quote", "")


def test_a_class_name_never_sets_aside_what_all_voters_take_for_the_article() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    everyone = frozenset(Voter)
    for name in ["related", "promo", "share", "caption", "author", "date", "comments", "menu", "footer"]:
        root = parse(f"<html><body><div class='{name}'>{story}</div></body></html>").root
        pieces = Walker(root, Notes()).pieces()
        kinds = [each.kind for each in judge(pieces, [everyone] * len(pieces), everyone, ())]
        assert kinds == [K.BODY] * len(STORY), name


def test_what_the_voters_dispute_is_marked_as_contested() -> None:
    draft = draft_of(EVERYTHING)
    doubted = [draft.text[each.start : each.end] for each in draft.paragraphs if each.confidence < CONTESTED]
    assert doubted
    sure = [draft.text[each.start : each.end] for each in draft.paragraphs if each.confidence >= CONTESTED]
    assert any("met on Monday evening" in words for words in sure)
    assert any("Centred words" in words for words in doubted)


def test_an_article_marked_as_hidden_is_read_and_the_user_told() -> None:
    html = page().replace("<main>", '<main style="visibility: hidden" aria-hidden="true">')
    draft = draft_of(html)
    assert [notice.code for notice in draft.warnings] == ["page-mostly-hidden"]
    assert home(draft, STORY[0]).kind is K.BODY


def test_breaks_part_paragraphs_where_there_are_two_and_not_in_a_table() -> None:
    html = page("<div>One line of it<br>and its second<br> \n<br>another paragraph</div>")
    words = [each[2] for each in told(draft_of(html))]
    assert "One line of it and its second" in words
    assert "another paragraph" in words
    table = "<table><tr><th>Town</th><th>Boats</th></tr><tr><td>Elm<br><br>bank</td><td>40</td></tr></table>"
    assert "Elm bank\t40" in [each[2] for each in told(draft_of(page(table)))]


def test_marks_go_on_over_a_paragraph_inside_them() -> None:
    html = page("<a href='/x'>Linked words begin here.<div>A linked paragraph.</div></a>")
    linked = set_apart(draft_of(html), InlineKind.LINK)
    assert linked == [("Linked words begin here.", "/x"), ("A linked paragraph.", "/x")]


def test_frames_are_not_loaded_and_the_user_is_told() -> None:
    draft = draft_of(
        "<frameset><frame src='a.html'><frame src='b.html'><noframes><p>No frames.</p></noframes></frameset></html>"
    )
    assert [(notice.code, dict(notice.values)) for notice in draft.warnings] == [
        ("frames-not-read", {"count": "2"})
    ]


def test_pages_in_pages_are_read_to_the_last_one() -> None:
    from html import escape

    inner = "<p>Innermost words</p>"
    for level in range(6):
        inner = f'<p>Level {level}</p><iframe srcdoc="{escape(inner)}"></iframe>'
    draft = draft_of(page(inner))
    assert "Innermost words" in draft.text
    assert all(f"Level {level}" in draft.text for level in range(6))


@pytest.mark.parametrize("name", ["del", "s", "strike"])
def test_deleted_words_are_never_live(name: str) -> None:
    draft = draft_of(
        page(f"<p>The toll is <{name}>nine</{name}> ten shillings for a cart that crosses the bridge.</p>")
    )
    assert home(draft, "The toll is ten shillings").kind is K.BODY
    found = home(draft, "nine")
    assert (found.kind, found.role) == (K.ASIDE, R.DELETED)


def test_scripts_and_styles_are_no_text() -> None:
    draft = draft_of(
        page("<script>var secret = 'words of a program';</script><style>p { color: red }</style>")
    )
    assert "secret" not in draft.text
    assert "color" not in draft.text


def test_comments_and_processing_instructions_part_no_words() -> None:
    assert "un broken words" in draft_of(page("<p>un<!-- a note --> bro<?php x ?>ken words here</p>")).text


def test_what_is_hidden_from_screen_readers_is_aside_where_it_is_a_block_alone() -> None:
    block = "<div aria-hidden='true'>A closed dialogue of the page.</div>"
    inline = "<p><span aria-hidden='true'>T</span>he river rose by a foot in the night, the keeper said.</p>"
    draft = draft_of(page(block, inline))
    found = home(draft, "A closed dialogue of the page.")
    assert (found.kind, found.role) == (K.ASIDE, R.HIDDEN)
    assert home(draft, "The river rose by a foot").kind is K.BODY


def test_a_frame_that_cannot_be_parsed_costs_no_page() -> None:
    draft = draft_of(page("<iframe srcdoc=' &lt;!-- --&gt; '></iframe><iframe srcdoc='&lt;'></iframe>"))
    assert home(draft, STORY[0])


def test_a_note_is_kept_as_the_articles_wherever_it_stands() -> None:
    note = "<div><p id='n2'>The ledger of the bridge, folio nine.</p></div>"
    html = page("<p>The toll was nine shillings.<sup><a href='#n2'>[2]</a></sup></p>")
    html = html.replace("</article>", "</article>" + note)
    found = home(draft_of(html), "The ledger of the bridge")
    assert (found.kind, found.role) == (K.BODY, R.FOOTNOTE)
