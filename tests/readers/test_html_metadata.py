"""What a page says of itself, and where; nothing of what it says of others."""

from __future__ import annotations

import json

import pytest
from tests.readers.pages_html import draft_of, page

from verifier.domain.articles import ArticleDraft
from verifier.domain.kinds import Origin


def values(draft: ArticleDraft, field: str) -> list[tuple[str, Origin]]:
    return [(each.value, each.origin) for each in draft.candidates if each.field == field]


def ld(*items: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "OpinionNewsArticle",
    "headline": "River town votes",
    "author": [{"@type": "Person", "name": "Ann Writer"}, {"@type": "Person", "name": "Bo Clerk"}],
    "publisher": {"@type": "Organization", "name": "The Post"},
    "datePublished": "2024-03-05T23:30:00+01:00",
    "url": "https://post.example/bridge",
    "inLanguage": "en",
}


def test_json_ld_of_this_page_is_believed_first_and_all_candidates_are_kept() -> None:
    head = ld(ARTICLE) + (
        '<meta property="og:title" content="River town votes on it"><meta name="author" content="A. Writer">'
        '<meta property="og:site_name" content="Post Online"><link rel="canonical" href="https://post.example/bridge?x=1">'
        '<meta property="article:published_time" content="2024-03-06T00:10:00Z">'
    )
    draft = draft_of(page(head=head))
    found = draft.metadata
    assert (found.title, found.byline, found.publisher) == (
        "River town votes",
        "Ann Writer, Bo Clerk",
        "The Post",
    )
    assert (found.published, found.url, found.piece) == (
        "2024-03-05",
        "https://post.example/bridge",
        "opinion",
    )
    assert found.language == "en"
    assert values(draft, "published") == [("2024-03-05", Origin.JSON_LD), ("2024-03-06", Origin.META)]
    assert ("River town votes on it", Origin.META) in values(draft, "title")
    assert ("https://post.example/bridge?x=1", Origin.LINK) in values(draft, "url")
    assert set(draft.unconfirmed) >= {"title", "byline", "publisher", "published", "url"}


def test_a_graph_is_followed_by_its_ids() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "@id": "https://post.example/bridge"},
            {**ARTICLE, "author": {"@id": "#ann"}, "publisher": {"@id": "#post"}},
            {"@type": "Person", "@id": "#ann", "name": "Ann &amp; Co"},
            {"@type": "Organization", "@id": "#post", "name": "The Post"},
        ]
    }
    found = draft_of(page(head=ld(graph))).metadata
    assert (found.byline, found.publisher) == ("Ann & Co", "The Post")


@pytest.mark.parametrize(
    "other",
    [
        {**ARTICLE, "headline": "Another story of another town", "url": "https://post.example/other"},
        {"@type": "ItemList", "itemListElement": [{**ARTICLE, "headline": "Another"}]},
        {"@type": "WebPage", "hasPart": {**ARTICLE, "headline": "Another"}},
        {"@type": "Product", "name": "River town votes", "datePublished": "2020-01-01"},
    ],
    ids=["another address", "a list", "a part", "no article"],
)
def test_what_is_said_of_other_articles_is_not_taken(other: object) -> None:
    head = '<link rel="canonical" href="https://post.example/bridge">' + ld(other)
    draft = draft_of(page(head=head))
    assert [each for each in draft.candidates if each.origin is Origin.JSON_LD] == []
    assert draft.metadata.published is None


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '{"@type": 3}', "null", '{"@graph": {"@graph": []}}', "\x00"]
)
def test_broken_json_is_passed_over(broken: str) -> None:
    draft = draft_of(page(head=f'<script type="application/ld+json">{broken}</script>'))
    assert draft.metadata.title == "River town votes"


def test_wrapped_and_careless_json_is_read() -> None:
    text = "<!-- " + json.dumps(ARTICLE).replace("The Post", "The\tPost") + " -->"
    draft = draft_of(page(head=f'<script type="application/ld+json">{text}</script>'))
    assert draft.metadata.publisher == "The Post"


def test_dates_beside_related_articles_comments_and_updates_are_not_this_articles() -> None:
    blocks = (
        '<aside class="related"><a href="/o">Other story</a> <time datetime="2019-01-01">1 January 2019</time></aside>',
        '<section class="comments"><p>Someone <time datetime="2019-02-02">2 February 2019</time></p></section>',
        '<p>Updated <time datetime="2019-03-03">3 March 2019</time></p>',
    )
    draft = draft_of(page(*blocks))
    assert values(draft, "published") == []
    assert draft.metadata.published_as_printed is None


def test_the_date_is_printed_as_it_is_seen() -> None:
    html = page().replace(
        "</h1>",
        '</h1><p>By Ann Writer</p><div><time datetime="2024-03-05T08:00Z">Tue 5 March 2024</time></div>',
    )
    draft = draft_of(html)
    assert draft.metadata.published_as_printed == "Tue 5 March 2024"
    assert values(draft, "published") == [("2024-03-05", Origin.TIME), ("2024-03-05", Origin.VISIBLE)]
    assert values(draft, "byline") == [("Ann Writer", Origin.VISIBLE)]


def test_what_singlefile_saved_gives_the_address_and_no_date() -> None:
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://post.example/bridge \n saved date: 5 Mar 2024\n-->"
    )
    draft = draft_of(page().replace('<html lang="en">', f'<html lang="en">{comment}'))
    assert values(draft, "url") == [("https://post.example/bridge", Origin.SINGLEFILE)]
    assert draft.metadata.published is None


def test_nothing_is_guessed() -> None:
    draft = draft_of(
        "<html><body><p>Some words without any head, <a href='https://other.example/2020/01/02/x'>here</a>.</p>"
    )
    assert draft.candidates == ()


def test_addresses_and_names_are_not_mistaken_for_each_other() -> None:
    head = '<meta property="article:author" content="https://social.example/ann"><meta property="og:url" content="/x">'
    assert {each.field for each in draft_of(page(head=head)).candidates} == {"language", "title"}


@pytest.mark.parametrize(
    "written", ["2024-03-05", "2024/03/05", "5 March 2024", "2024-03-05T23:59:59.000-08:00"]
)
def test_a_days_many_spellings_are_one_day(written: str) -> None:
    draft = draft_of(page(head=f'<meta name="citation_publication_date" content="{written}">'))
    assert values(draft, "published") == [("2024-03-05", Origin.META)]


def test_a_day_that_can_be_read_in_two_ways_is_not_guessed() -> None:
    draft = draft_of(page(head='<meta name="date" content="03/05/2024">'))
    assert values(draft, "published") == []


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("Ann Writer | The Post", "Ann Writer"),
        ("By Ann Writer · 5 March 2024", "Ann Writer"),
        ("Ann Writer", "Ann Writer"),
    ],
)
def test_a_byline_that_only_its_class_tells_is_cut_where_the_name_ends(byline: str, name: str) -> None:
    html = page().replace("</h1>", f'</h1><div class="byline"><span>{byline}</span></div>')
    assert values(draft_of(html), "byline") == [(name, Origin.VISIBLE)]


def test_a_date_with_other_words_behind_it_is_printed_without_them() -> None:
    html = page().replace("</h1>", '</h1><div class="post-date">March 5, 2024 Ann Writer</div>')
    assert draft_of(html).metadata.published_as_printed == "March 5, 2024"
