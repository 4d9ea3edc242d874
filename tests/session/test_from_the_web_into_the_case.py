"""A page on a server of our own comes into the case whole: its words, its bytes, and how it came."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.session.web import answer, fetch_here, leading_to, serving

from verifier.domain.articles import Version
from verifier.domain.queries import account
from verifier.readers import read
from verifier.session.workbench import Workbench

WORDS = [
    "The quay at Elmsworth was closed on Monday after a storm had torn two planks from it.",
    "Nobody was hurt, the harbour master said, and the ferry will land on the north side until May.",
    "The council is to hear on Friday what it would cost to mend the old quay for good.",
]


def page() -> bytes:
    """An article in UTF-8, which its server will call something else."""
    body = "".join(f"<p>{words} Café «Квай» stays open.</p>" for words in WORDS)
    return (
        "<!DOCTYPE html><html lang='en'><head><title>Quay closed</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>The quay at Elmsworth is closed</h1>{body}</article></body></html>"
    ).encode()


def test_a_page_comes_to_the_case_by_a_redirect_packed_and_under_a_wrong_label(tmp_path: Path) -> None:
    packed = gzip.compress(page(), mtime=0)
    heads = ("Content-Type: text/html; charset=us-ascii", "Content-Encoding: gzip")
    with serving({"/old": leading_to("/new"), "/new": answer(packed, *heads)}) as web:
        source = fetch_here(web.url("/old"))
    draft = read(source)
    assert draft.reader == "warc"
    told = {notice.code for notice in draft.warnings}
    assert {"encoding-mislabelled"} <= told
    with Workbench.create(tmp_path / "web.verif") as case:
        case.add_articles([draft])
        [article] = case.rows.articles()
        sentences = [case.words(one) for one in account(case.rows, article)]
        version = case.rows.need(Version, article.version_id)
        assert (version.acquired_how, version.name) == ("url", web.url("/old"))
        assert case.original(version.id) == source.data
    assert sentences[0] == "The quay at Elmsworth is closed"
    assert sentences[1::2] == WORDS
    assert set(sentences[2::2]) == {"Café «Квай» stays open."}


def test_a_page_that_broke_off_is_kept_and_said_to_be_partial() -> None:
    whole = page()
    cut = answer(whole).replace(
        f"Content-Length: {len(whole)}".encode(), f"Content-Length: {len(whole) + 500}".encode()
    )
    with serving({"/": cut}) as web:
        draft = read(fetch_here(web.url("/")))
    assert "page-broke-off" in {notice.code for notice in draft.warnings}
    assert WORDS[-1] in draft.text
