"""What of a saved page is its article, beside the peers: precision, recall, F1 and pages a second, in one run.

``python -m benchmarks.pages`` measures this project, trafilatura, readability-lxml, resiliparse and newspaper4k on the
pages of ``VERIFIER_EVAL`` (or ``../shared/eval``; skipped with a word where there are none). The score is that of the
pages' own benchmark (github.com/scrapinghub/article-extraction-benchmark): runs of four words, a mean over the pages.
It prints figures and asserts nothing.

Ours is what is marked as account, without the headline, which the pages' marked texts do not hold; "with contested"
counts every paragraph whose kind is in doubt too. All are given the decoded page, and newspaper4k is forbidden to
fetch pictures. Ours also keeps every word of the page, finds its metadata, its sentences and its places meanwhile.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from verifier.domain.articles import CONTESTED, ArticleDraft, Source
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.domain.reading import Content, ReadOptions
from verifier.readers.html import read_html

RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, its bytes, and the text somebody marked as its article."""

    name: str
    data: bytes
    article: str


@dataclass(frozen=True, slots=True)
class Score:
    """How well an article's text was found, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def folder() -> Path:
    """Where the pages are, if they are anywhere."""
    return Path(os.environ.get("VERIFIER_EVAL", Path(__file__).parents[2] / "shared" / "eval")) / "html"


def load(pages: Path) -> list[SavedPage]:
    """The pages of a folder with their marked texts."""
    truth = json.loads((pages / "ground-truth.json").read_text("utf-8"))
    return [
        SavedPage(name, gzip.decompress((pages / f"{name}.html.gz").read_bytes()), marked["articleBody"])
        for name, marked in sorted(truth.items())
    ]


def score_page(article: str, found: str) -> Score:
    """Precision and recall of the runs of four words of one page."""
    true, given = _runs(article), _runs(found)
    hits = sum((true & given).values())
    if true == given:
        return Score(1.0, 1.0)
    return Score(hits / max(1, given.total()), hits / max(1, true.total()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def overall(scores: Sequence[Score]) -> Score:
    """The mean over pages."""
    return Score(mean(each.precision for each in scores), mean(each.recall for each in scores))


def ours(page: SavedPage) -> ArticleDraft:
    """The draft this project makes of a page."""
    return read_html(Source(page.name, page.data), Content(page.data), ReadOptions())


def account_of(draft: ArticleDraft, *, contested: bool = False) -> str:
    """The text marked as account without the headline, with all contested paragraphs too if so wished."""
    return "\n".join(
        draft.text[each.start : each.end]
        for each in draft.paragraphs
        if (each.kind in ACCOUNT_KINDS and each.kind is not ParagraphKind.HEADLINE)
        or (contested and each.confidence < CONTESTED)
    )


def _trafilatura(html: str) -> str:
    from trafilatura import extract

    return extract(html, include_comments=False) or ""


def _resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True))


def _readability(html: str) -> str:
    from lxml.html import fromstring
    from readability import Document

    return "\n".join(map(str, fromstring(Document(html).summary()).itertext()))


def _newspaper(html: str) -> str:
    from newspaper import Article

    article = Article("https://page.example/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


PEERS: dict[str, Callable[[str], str]] = {
    "trafilatura": _trafilatura,
    "readability-lxml": _readability,
    "resiliparse": _resiliparse,
    "newspaper4k": _newspaper,
}


def main() -> None:
    """Measure and print."""
    if not (folder() / "ground-truth.json").exists():
        print("skipped, no evaluation data (set VERIFIER_EVAL)")
        return
    pages = load(folder())
    print(f"{len(pages)} pages, {sum(len(page.data) for page in pages) / 1e6:.1f} MB")
    print("                    precision  recall      F1   pages under .5   pages/s")
    ours(pages[0])  # imports are paid for here
    begun = time.perf_counter()
    drafts = [ours(page) for page in pages]
    rate = len(pages) / (time.perf_counter() - begun)
    for name, contested in (("verifier", False), ("  with contested", True)):
        texts = [account_of(draft, contested=contested) for draft in drafts]
        _print(name, pages, texts, rate)
    for name, peer in PEERS.items():
        _measure_peer(name, peer, pages)


def _measure_peer(name: str, peer: Callable[[str], str], pages: Sequence[SavedPage]) -> None:
    html = [page.data.decode("utf-8", "replace") for page in pages]
    try:
        peer(html[0])
    except ImportError:
        print(f"  {name:16}  not installed: install the dependency group “bench”", file=sys.stderr)
        return
    begun = time.perf_counter()
    texts = [peer(each) for each in html]
    _print(name, pages, texts, len(pages) / (time.perf_counter() - begun))


def _print(name: str, pages: Sequence[SavedPage], texts: Sequence[str], rate: float) -> None:
    scores = [score_page(page.article, text) for page, text in zip(pages, texts, strict=True)]
    total, low = overall(scores), sum(each.recall < 0.5 for each in scores)
    print(f"  {name:16}  {total.precision:9.4f} {total.recall:7.4f} {total.f1:7.4f}   {low:14}  {rate:8.1f}")


if __name__ == "__main__":
    main()
