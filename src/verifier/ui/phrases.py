"""Short phrases several parts of the window share: what an article or a place is called, times, steps."""

from __future__ import annotations

from datetime import datetime

from verifier.domain.articles import Article, Passage, Sentence, Version
from verifier.domain.kinds import Label
from verifier.domain.queries import Problem, SentenceLabel, address_of, address_of_passage
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import GLYPHS, name_of


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


LABELS = tuple(Label)
"""The labels in the order of their buttons."""

PROBLEMS: dict[Problem, str] = {
    Problem.HARD_CONFLICT: _("hard conflict"),
    Problem.REFUTED: _("refuted"),
    Problem.VERIFIED_BUT_CONTRADICTED: _("verified, yet contradicted"),
    Problem.LEFT_BEHIND: _("stands on an earlier reading"),
    Problem.WITHOUT_BASIS: _("without a basis"),
    Problem.TO_DO: _("to do"),
    Problem.QUESTION: _("question"),
    Problem.OPEN_DIFFERENCE: _("open difference"),
}
"""What each kind of open item is called."""


def article_name(rows: CaseRows, article: Article) -> str:
    """What an article goes by: its publisher, else its title, else the name of its file."""
    return article.publisher or article.title or rows.need(Version, article.version_id).name


def address(rows: CaseRows, span_id: str) -> str:
    """The address of a sentence or passage, "" where the id names neither."""
    sentence = rows.get(Sentence, span_id)
    if sentence is not None:
        return address_of(rows, sentence)
    passage = rows.get(Passage, span_id)
    return address_of_passage(rows, passage) if passage is not None else ""


def label_word(label: SentenceLabel, translator: Translator) -> str:
    """The word for what a sentence counts as, unchecked ones included."""
    return name_of("label", label or "none", translator)


def label_sign(label: SentenceLabel, translator: Translator) -> str:
    """Glyph and word of a label: "✓ verified"."""
    return f"{GLYPHS.get(str(label), '')} {label_word(label, translator)}".strip()


def clock_time(iso: str | None) -> str:
    """The local hour and minute of a stored time, after the day where that is not today; "" where there is none."""
    if not iso:
        return ""
    told = datetime.fromisoformat(iso).astimezone()
    return told.strftime("%H:%M") if told.date() == datetime.now().astimezone().date() else day_and_time(iso)


def day_and_time(iso: str) -> str:
    """The local day, hour and minute of a stored time."""
    return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")


def isolated(words: str) -> str:
    """Words of an article among ours: isolated, so that a direction of theirs, or one they leave open, cannot turn ours
    round.
    """
    return words if words.isascii() else f"\u2068{words}\u2069"


def shortened(text: str, length: int) -> str:
    """The text on one line, cut with an ellipsis after ``length`` code points."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
