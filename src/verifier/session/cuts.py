"""Where a person split or merged sentences: kept through a new reading where the paragraph's words are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from verifier.domain.articles import Article, ArticleDraft, Paragraph, ParagraphDraft, Sentence, SentenceDraft
from verifier.domain.queries import trimmed
from verifier.domain.rows import CaseRows
from verifier.domain.steps import RowChange, Step
from verifier.domain.versions import versions_of
from verifier.session.aligning import aligned

Cuts = Mapping[str, tuple[int, ...]]
"""Where the sentences of paragraphs begin, in code points of the paragraph's version, by paragraph id."""


def chosen_cuts(
    rows: CaseRows, steps: Iterable[Step], changes_of: Callable[[str], tuple[RowChange, ...]]
) -> Cuts:
    """The paragraphs whose sentences a person split or merged, as the journal tells, and where they begin now."""
    first: dict[str, Sentence | None] = {}
    for step in reversed(tuple(steps)):
        if step.what in ("split", "merge"):
            first.update((key, before) for key, before in _sentences_before(changes_of(step.id)))
    made: dict[str, set[int]] = defaultdict(set)
    for before in first.values():
        if before is not None and not before.retired:
            made[before.paragraph_id].add(before.start)
    now = {key: rows.sentences(key) for key in made if rows.get(Paragraph, key) is not None}
    for key, sentences in now.items():
        made[key].update(row.start for row in sentences if row.id not in first)
    return {
        key: starts
        for key, sentences in now.items()
        if (starts := tuple(row.start for row in sentences)) != tuple(sorted(made[key]))
    }


def _sentences_before(changes: Iterable[RowChange]) -> Iterator[tuple[str, Sentence | None]]:
    """The sentences a step changed, as they were before it; None for one it made."""
    for change in changes:
        if change.table == "sentences":
            yield change.key, change.before if isinstance(change.before, Sentence) else None


def with_cuts(
    rows: CaseRows, texts: Mapping[str, str], article: Article, draft: ArticleDraft, chosen: Cuts
) -> ArticleDraft:
    """The draft of a new reading whose paragraphs with the words of one that was split or merged by hand have the
    sentences it has now. ``texts`` maps version ids to reading texts.
    """
    found: dict[int, list[int]] = {}
    words = [draft.text[one.start : one.end].strip() for one in draft.paragraphs]
    for version in versions_of(rows, article.id):
        old, text = rows.paragraphs(version.id), texts[version.id]
        if any(one.id in chosen for one in old):
            pairs = aligned([text[one.start : one.end].strip() for one in old], words)
            for before, after in pairs.items():
                if old[before].id in chosen:
                    shift = _begin(draft.text, draft.paragraphs[after]) - _begin(text, old[before])
                    found[after] = [start + shift for start in chosen[old[before].id]]
    return replace(draft, sentences=tuple(_sentences(draft, found))) if found else draft


def _begin(text: str, paragraph: Paragraph | ParagraphDraft) -> int:
    """Where the words of a paragraph begin."""
    return trimmed(text, paragraph.start, paragraph.end)[0]


def _sentences(draft: ArticleDraft, cuts: Mapping[int, list[int]]) -> Iterator[SentenceDraft]:
    """The sentences of a draft, those of some paragraphs cut elsewhere: at each of the starts but the first."""
    done = set[int]()
    for sentence in draft.sentences:
        number = sentence.paragraph
        if number not in cuts:
            yield sentence
        elif number not in done:
            done.add(number)
            paragraph = draft.paragraphs[number]
            edges = [paragraph.start, *cuts[number][1:], paragraph.end]
            yield from (SentenceDraft(start, end, number) for start, end in pairwise(edges))
