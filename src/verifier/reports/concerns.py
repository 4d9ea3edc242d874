"""What is warned of before a report goes out: the gravest of its list of warnings, as data that leads to the places."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.articles import Article, Version
from verifier.domain.queries import OpenItem, Problem
from verifier.domain.rows import Snapshot
from verifier.i18n import Translator
from verifier.i18n import translator as translator_for
from verifier.reports.doubts import is_gap
from verifier.reports.ground import Ground
from verifier.reports.options import ReportOptions
from verifier.reports.summary import label_counts, unchecked_words
from verifier.reports.warnings import PROBLEM_WORDS, place_of
from verifier.reports.wording import short_name, shortened

CONCERNING = (
    Problem.HARD_CONFLICT,
    Problem.VERIFIED_BUT_CONTRADICTED,
    Problem.WITHOUT_BASIS,
    Problem.LEFT_BEHIND,
)
"""The problems that are warned of beforehand, in the order they are told."""

_PLACES = 12
"""So many places of one concern are named in its words; all are in its data."""
_NAME = 60
"""The most code points of an article's name."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to think of before a report goes out. ``kind`` is a stable key: that of a problem, "unchecked" or
    "gap"; ``words`` say it in one line. ``passages`` and ``articles`` are the ids of its places, in reading order.
    """

    kind: str
    words: str
    passages: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


def concerns_of(
    snapshot: Snapshot, options: ReportOptions, translator: Translator | None = None
) -> tuple[Concern, ...]:
    """What to warn of before a report of a snapshot is written, in the language of the options unless a translator is
    given. Raises ReportError for options that cannot be met.
    """
    ground = Ground(snapshot, options, translator or translator_for(options.language))
    articles = ground.rows.articles()
    found = [
        *(_problem(ground, problem) for problem in CONCERNING),
        *(_unchecked(ground, article) for article in articles),
        *(_gap(ground, article) for article in articles),
    ]
    return tuple(one for one in found if one is not None)


def _problem(ground: Ground, problem: Problem) -> Concern | None:
    """The places of one problem: "Verified or disputed without a basis (2): A8, A21"."""
    items = [item for item in ground.items if item.problem is problem]
    if not items:
        return None
    places = ", ".join(_place(ground, item) for item in items[:_PLACES])
    more = ", …" if len(items) > _PLACES else ""
    words = f"{ground.gettext(PROBLEM_WORDS[problem])} ({len(items)}): {places}{more}"
    return Concern(str(problem), words, tuple(item.passage_id for item in items))


def _place(ground: Ground, item: OpenItem) -> str:
    return "".join(piece.text for piece in place_of(ground, item))


def _unchecked(ground: Ground, article: Article) -> Concern | None:
    count = label_counts(ground, article)[""]
    if not count:
        return None
    return Concern("unchecked", _of(ground, article, unchecked_words(ground, count)), (), (article.id,))


def _gap(ground: Ground, article: Article) -> Concern | None:
    if not is_gap(ground.rows.need(Version, article.version_id)):
        return None
    words = ground.gettext("letters of the source are missing in the text that was read.")
    return Concern("gap", _of(ground, article, words), (), (article.id,))


def _of(ground: Ground, article: Article, words: str) -> str:
    return f"{shortened(short_name(ground, article), _NAME)}: {words}"
