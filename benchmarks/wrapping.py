"""Paragraphs out of wrapped lines: how many come back exactly from ten ways of wrapping, and from some harder ones.

``python -m benchmarks.wrapping`` makes articles of 12 to 30 paragraphs from this project's own invented news (and,
where ``VERIFIER_EVAL`` or ``../shared/eval`` has them, from the articles and sentences of the evaluation data), wraps
each in every way, unwraps it, and prints the share of paragraphs that are exact. It prints and asserts nothing;
``tests/text/test_round_trip.py`` holds the same shares to what the project promises.
"""

from __future__ import annotations

import json
import os
import random
import re
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from verifier.text.shape.unwrap import unwrap

Article = list[str]
"""The paragraphs of an article, the headline first."""

Rewrap = Callable[[Article], str]

HERE = Path(__file__).parent
PAGE = 38
"""Lines on a page."""

_VOWELS = "aeiouyäöüéèêàâîôûаеёиоуыэюяAEIOUYÄÖÜАЕЁИОУЫЭЮЯ"
_SYLLABLE = re.compile(
    rf"(?<=[{_VOWELS}])(?=[^\W\d_{_VOWELS}][{_VOWELS}])|(?<=[{_VOWELS}][^\W\d_{_VOWELS}])"
    rf"(?=[^\W\d_{_VOWELS}][{_VOWELS}])"
)
"""Where the harness hyphenates: before a consonant that a vowel follows."""
_WORD = re.compile(r"\W*([^\W\d_]{5,})\W*\Z")

_NARROW = {**dict.fromkeys("ijl|'’‘.,:; !I", 0.30), **dict.fromkeys('ftr()[]-“”"/', 0.38)}
_SERIF = {**dict.fromkeys("acesz", 0.44), **dict.fromkeys("mMWwшщюжмфЖШЩЮ—", 0.82)}
_SANS = {**dict.fromkeys("ckszvxy", 0.50), **dict.fromkeys("mMWwшщюжмфЖШЩЮ—", 0.85)}


# -- articles ---------------------------------------------------------------------------------------------------------


def own_articles(count: int, seed: int = 1) -> list[Article]:
    """Articles made of the sentences of ``news.jsonl``, shuffled: a headline, then paragraphs of 1 to 6 sentences."""
    chance = random.Random(seed)
    pools = _sentences_by_language(HERE / "news.jsonl")
    languages = list(pools)
    weights = [len(pools[language]) for language in languages]
    return [_made(pools[chance.choices(languages, weights)[0]], chance) for _ in range(count)]


def _sentences_by_language(path: Path) -> dict[str, list[str]]:
    """The sentences of a file of paragraphs, by language."""
    pools: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = [" ".join(row["text"][start:end].split()) for start, end in row["sentences"]]
        pools.setdefault(row.get("language", path.stem[:2]), []).extend(words)
    return pools


def _made(sentences: Sequence[str], chance: random.Random) -> Article:
    """One article; no sentence comes twice unless the language has too few."""
    article = [_headline(chance.choice(sentences))]
    left: list[str] = []
    for _ in range(chance.randint(12, 30)):
        paragraph = []
        for _ in range(chance.choices(range(1, 7), (25, 30, 20, 12, 8, 5))[0]):
            left = left or chance.sample(sentences, len(sentences))
            paragraph.append(left.pop())
        article.append(" ".join(paragraph))
    return article


def _headline(sentence: str) -> str:
    """The beginning of a sentence, as a headline."""
    return " ".join(re.sub(r"[^\w\s’'-]", "", sentence).split()[:9])


def outside_articles(folder: Path) -> Iterator[tuple[str, list[Article]]]:
    """The evaluation data that is there: news articles as they were published, and articles made of its sentences."""
    truth = folder / "html" / "ground-truth.json"
    if truth.exists():
        bodies = [row["articleBody"] for row in json.loads(truth.read_text(encoding="utf-8")).values()]
        yield "published articles", [_paragraphs(body) for body in bodies]
    chance = random.Random(2)
    for path in sorted((folder / "sentences").glob("*.jsonl")):
        [pool] = _sentences_by_language(path).values()
        yield path.stem, [_made(pool, chance) for _ in range(12)]


def _paragraphs(body: str) -> Article:
    return [" ".join(part.split()) for part in body.split("\n") if part.strip()]


def outside_folder() -> Path:
    """Where the evaluation data is looked for."""
    return Path(os.environ.get("VERIFIER_EVAL", HERE.parent.parent / "shared" / "eval"))


# -- ways to wrap -----------------------------------------------------------------------------------------------------


def fill(paragraph: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """A paragraph's lines, as wide as ``width`` characters at most."""
    return textwrap.wrap(
        paragraph, width, initial_indent=first, subsequent_indent=rest, break_long_words=False
    )


def fill_measured(paragraph: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A paragraph's lines in a proportional face: greedy, in the units of ``measure``."""
    lines: list[str] = []
    for word in paragraph.split(" "):
        if lines and measure(lines[-1] + " " + word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def fill_hyphenated(paragraph: str, width: int) -> list[str]:
    """A paragraph's lines with words parted at line ends: at hyphens of their own, else between syllables."""
    lines = [""]
    for word in paragraph.split(" "):
        room = width - len(lines[-1]) - 1
        if not lines[-1]:
            lines[-1] = word
        elif len(word) <= room:
            lines[-1] += " " + word
        else:
            head = _part_that_fits(word, room)
            if head:
                lines[-1] += " " + head + ("" if head.endswith("-") else "-")
            lines.append(word[len(head) :])
    return lines


def _part_that_fits(word: str, room: int) -> str:
    """The longest beginning of a word that may stand before a line break, or nothing."""
    own = [place.end() for place in re.finditer(r"(?<=\w)-(?=\w)", word) if place.end() <= room]
    if own:
        return word[: own[-1]]
    letters = _WORD.match(word)
    if letters is None:
        return ""
    low, high = letters.start(1) + 2, letters.end(1) - 3
    places = [place.start() for place in _SYLLABLE.finditer(word) if low <= place.start() <= high]
    fitting = [place for place in places if place < room]
    return word[: fitting[-1]] if fitting else ""


def _measure(table: Mapping[str, float]) -> Callable[[str], float]:
    def measure(text: str) -> float:
        return sum(table.get(each, 0.68 if each.isupper() else 0.52) for each in text)

    return measure


serif_width, sans_width = _measure({**_NARROW, **_SERIF}), _measure({**_NARROW, **_SANS})


def _joined(article: Article, between: str, wrap: Callable[[str], list[str]], ending: str = "\n") -> str:
    return between.join("\n".join(wrap(part)) for part in article).replace("\n", ending) + ending


def at_width(width: int, between: str = "\n\n", first: str = "", rest: str = "") -> Rewrap:
    """Wrapped at a width in characters."""
    return lambda article: _joined(article, between, lambda part: fill(part, width, first, rest))


def proportional(article: Article, between: str = "\n\n") -> str:
    """Wrapped in a proportional face, one with serifs or one without."""
    measure = (serif_width, sans_width)[len(article) % 2]
    return _joined(article, between, lambda part: fill_measured(part, 38.0, measure))


def hyphenated(article: Article) -> str:
    """Wrapped at 72 with words hyphenated."""
    return _joined(article, "\n\n", lambda part: fill_hyphenated(part, 72))


def quoted(prefix: str = "> ") -> Rewrap:
    """Every line, the empty ones too, behind the sign of quoted mail."""

    def rewrap(article: Article) -> str:
        text = _joined(article, "\n\n", lambda part: fill(part, 72))
        return "".join(
            prefix.rstrip() + "\n" if not line else f"{prefix}{line}\n" for line in text.splitlines()
        )

    return rewrap


def half_quoted(article: Article) -> str:
    """A mail: some paragraphs quoted, others the writer's own, between them."""
    parts = []
    for index, part in enumerate(article):
        prefix = "> " if index % 5 > 1 else ""
        parts.append("\n".join(prefix + line for line in fill(part, 72)))
    return "\n\n".join(parts) + "\n"


def flowed(article: Article, between: str = "\n\n") -> str:
    """As format=flowed: a space ends every line that goes on."""
    return between.join(" \n".join(fill(part, 72)) for part in article) + "\n"


def trailing_blanks(article: Article) -> str:
    """CR LF, and a few spaces at the end of every line."""
    text = _joined(article, "\n\n", lambda part: fill(part, 72))
    return "".join(f"{line}{' ' * (place * 7 % 5)}\r\n" for place, line in enumerate(text.splitlines()))


def paged(mark: str) -> Rewrap:
    """Page numbers between the lines of what would be pages, wherever these end."""

    def rewrap(article: Article) -> str:
        lines = _joined(article, "\n\n", lambda part: fill(part, 72)).splitlines()
        pages = [lines[start : start + PAGE] for start in range(0, len(lines), PAGE)]
        return "".join("\n".join(page) + mark.format(number=number) for number, page in enumerate(pages, 1))

    return rewrap


def numbered_inside(between: str, numbered: Callable[[int], int] = lambda count: count) -> Rewrap:
    """A page number amid every paragraph of three lines or more."""

    def rewrap(article: Article) -> str:
        parts = []
        for count, part in enumerate(article, 1):
            lines = fill(part, 72)
            half = len(lines) // 2
            mark = f"{between}{numbered(count)}{between}"
            parts.append("\n".join(lines[:half]) + mark + "\n".join(lines[half:]) if half else lines[0])
        return "\n\n".join(parts) + "\n"

    return rewrap


def double_spaced(article: Article, between: str = "\n\n\n", first: str = "") -> str:
    """An empty line between every two lines, more between paragraphs."""
    return between.join("\n\n".join(fill(part, 72, first)) for part in article) + "\n"


WAYS: dict[str, Rewrap] = {
    "72": at_width(72),
    "95": at_width(95),
    "proportional": proportional,
    "hyphenated": hyphenated,
    "indented": at_width(72, "\n\n", "    "),
    "quoted": quoted(),
    "flowed": flowed,
    "trailing blanks": trailing_blanks,
    "page numbers": paged("\n\n{number}\n\n"),
    "double spaced": double_spaced,
}
"""The ten ways the project promises something for; all but the hyphenated one keep blank lines between paragraphs."""

INDENT_ONLY: dict[str, Rewrap] = {
    "indent only": at_width(72, "\n", "    "),
    "indent only, 95": at_width(95, "\n", "   "),
    "indent only, a tab": at_width(72, "\n", "\t"),
}
"""No blank lines; the first line of each paragraph is indented."""

HARDER: dict[str, Rewrap] = {
    "neither, 72": at_width(72, "\n"),
    "neither, 95": at_width(95, "\n"),
    "neither, proportional": lambda article: proportional(article, "\n"),
    "hanging": at_width(72, "\n", "", "    "),
    "margin": at_width(72, "\n\n", "    ", "    "),
    "margin and indent only": at_width(72, "\n", "        ", "    "),
    "nested quotation": quoted(">> "),
    "half quoted": half_quoted,
    "flowed, no blank lines": lambda article: flowed(article, "\n"),
    "pages: form feeds": paged("\n\f"),
    "pages: no empty lines": paged("\n- {number} -\n"),
    "pages: of": paged("\n\nPage {number} of 9\n\n\f"),
    "pages: in every paragraph": numbered_inside("\n"),
    "pages: in every one, apart": numbered_inside("\n\n"),
    "pages: always the same": numbered_inside("\n\n", lambda _count: 12),
    "double spaced, indented": lambda article: double_spaced(article, "\n\n", "    "),
    "double spaced, neither": lambda article: double_spaced(article, "\n\n"),
    "not wrapped": lambda article: "\n\n".join(article) + "\n",
    "not wrapped, no blank lines": lambda article: "\n".join(article) + "\n",
}
"""What is not promised and should be good all the same."""


# -- scores -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """How many paragraphs there were, how many came back exactly, and characters read a second."""

    paragraphs: int
    exact: int
    rate: float

    @property
    def share(self) -> float:
        """The exact ones' share."""
        return self.exact / self.paragraphs


def found_paragraphs(text: str) -> list[str]:
    """The paragraphs of a wrapped text, without the white space at their edges."""
    found = unwrap(text)
    return [found.text[start:end].strip() for start, end in found.paragraphs]


def tally(articles: Sequence[Article], rewrap: Rewrap) -> Tally:
    """Wrap and unwrap some articles."""
    total = exact = characters = 0
    spent = 0.0
    for article in articles:
        text = rewrap(article)
        begin = time.perf_counter()
        found = Counter(found_paragraphs(text))
        spent += time.perf_counter() - begin
        characters += len(text)
        total += len(article)
        exact += (found & Counter(article)).total()
    return Tally(total, exact, characters / spent)


def report(name: str, articles: Sequence[Article]) -> None:
    """Print one collection's figures."""
    print(f"{name}: {len(articles)} articles, {sum(map(len, articles))} paragraphs")
    for title, ways in (("", WAYS), ("indent only", INDENT_ONLY), ("harder", HARDER)):
        for way, rewrap in ways.items():
            counted = tally(articles, rewrap)
            print(
                f"  {title:12}{way:28} exact {counted.share:.3f}   {counted.rate / 1e6:5.2f} M characters/s"
            )


def main() -> None:
    """Measure and print."""
    report("own news", own_articles(50))
    collections = list(outside_articles(outside_folder()))
    for name, articles in collections:
        report(name, articles)
    if not collections:
        print("published articles: skipped, no evaluation data (set VERIFIER_EVAL)")


if __name__ == "__main__":
    main()
