"""Pages made for tests: one with every feature a page can have, and plain ones to put things into."""

# ruff: noqa: E501
from __future__ import annotations

from lxml import etree

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.reading import Content, ReadOptions
from verifier.readers.html import read_html

STORY = tuple(
    f"Paragraph {number} of the story tells what the council of the river town decided about the old bridge, and why."
    for number in range(1, 9)
)


def page(*blocks: str, head: str = "", title: str = "River town votes") -> str:
    """A page whose article is the story, with some blocks in the middle of it."""
    story = [f"<p>{paragraph}</p>" for paragraph in STORY]
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<main><article><h1>{title}</h1>{''.join(story[:4])}{''.join(blocks)}{''.join(story[4:])}</article></main>"
        "</body></html>"
    )


def draft_of(html: str | bytes, how: str = "file", stated_encoding: str = "") -> ArticleDraft:
    """The draft of a page; ``stated_encoding`` is what the transport says of it."""
    data = html.encode() if isinstance(html, str) else html
    return read_html(
        Source("page.html", data, how), Content(data, stated_encoding=stated_encoding), ReadOptions()
    )


def select(tree: etree._ElementTree, xpath: str) -> list[etree._Element]:
    """The elements an XPath selects."""
    found = tree.xpath(xpath)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]


EVERYTHING = """<!DOCTYPE html><html lang="en-GB"><head><title>River town votes on its bridge | The Example Post</title>
<link rel="canonical" href="/news/bridge">
<meta name="author" content="Ann Writer"></head>
<body>
<nav><ul><li><a href="/">Front page</a></li><li><a href="/s">Sport pages</a></li></ul></nav>
<template><p>Template words stay inert.</p></template>
<main><article>
<h1>River town votes on its bridge</h1>
<p class="byline">By <a rel="author" href="/a">Ann Writer</a></p>
<p><time datetime="2024-03-05T08:00:00+01:00">5 March 2024</time></p>
<p>The council of the river town met on <em>Monday</em> evening to decide whether the <strong>old bridge</strong> should be closed, and the hall was <a href="/hall">full</a> to the door.</p>
<figure><img src="x.jpg" alt="A stone bridge in fog"><figcaption>The bridge on Sunday morning.</figcaption></figure>
<div>Loose words in a division come first, and they matter to the story told here.<p>Then a paragraph in that division continues the story about the council vote.</p>And loose words end it, as nobody would expect of a tidy page.</div>
<p>Engineers counted 10<sup>6</sup> cars and H<sub>2</sub>O stains; the bill <del>was nine</del><ins>is eleven</ins> million, they said in a report on Monday.<sup><a href="#fn1" id="r1">1</a></sup></p>
<h2>What comes next</h2>
<blockquote><p>“We shall not wait for the river to decide,” the mayor told the packed hall on Monday.</p></blockquote>
<aside class="pull-quote"><p>the hall was full to the door</p></aside>
<p>First line of the notice that the council printed<br>second line of the same notice, which says the bridge closes.<br><br>After two breaks another paragraph begins here, and it is about the ferry.</p>
<ul><li>A ferry every hour</li><li>A bus on Sundays<ul><li>with a stop at the school</li></ul></li></ul>
<table><thead><tr><th>Year</th><th>Cars</th></tr></thead><tr><td>2020</td><td>1,200</td></tr><tr><td>2021</td><td></td></tr></table>
<table><tr><td><h3>Layout box</h3><p>This text stands in a table that only lays out the page and so is a paragraph.</p></td></tr></table>
<pre>Preformatted first paragraph
goes on here.

Second preformatted paragraph.</pre>
<p>He said <q>never again</q> and left. <span hidden>Secret inline words.</span>The <span class="sr-only">screen reader words</span>meeting ended <span style="display:none">unseen words</span>late in the evening.</p>
<div style="display: none"><p>A hidden block of words.</p></div>
<details><summary>More on the vote</summary><p>The vote was close, eleven to nine, and the mayor did not take part in it at all.</p></details>
<p>The code is <code>x = 1</code> and the press officer wrote <button>inline button</button> in the text of it.</p>
<center>Centred words close the text of the article about the old bridge of the town.</center>
<noscript><p>Turn on scripts.</p></noscript>
<div><template shadowrootmode="open"><p>Shadow words are shown to every reader of the page as any others are.</p></template></div>
<iframe srcdoc="&lt;p&gt;Framed words inside.&lt;/p&gt;" title="An embedded map"></iframe>
<form><label>Your mail</label><input type="text" placeholder="name@example"><select><option>Daily</option></select><textarea>Write here</textarea><input type="submit" value="Send it"></form>
<section class="footnotes"><ol><li id="fn1">Report of the engineers, page nine. <a href="#r1">↩</a></li></ol></section>
</article>
<div class="related"><h3>Read more</h3><ul><li><a href="/x">Another town builds a tunnel instead</a></li></ul></div>
<div class="share"><a href="#">Facebook</a></div>
<section class="comments"><p>Reader One: I do not believe a word of this article about the bridge.</p></section>
</main>
<footer><p>© 2024 The Example Post</p></footer></body></html>
"""
"""Every feature once."""
