"""A new reading of an article: a new version beside the old one, whose rows and texts stay.

Sentences with the same words keep their numbers; kinds a person chose, and sentences a person split or merged, stay so;
values nobody confirmed follow the reading. What was judged goes along where its place is sure
(``verifier.session.carrying``); all else stays with the earlier reading, is listed (``verifier.session.leftovers``),
and waits for a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from verifier.domain.articles import (
    Article,
    ArticleDraft,
    Paragraph,
    Passage,
    Version,
)
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.domain.rows import CaseRows
from verifier.domain.steps import RowChange, Step, StepDraft
from verifier.domain.versions import versions_of
from verifier.session import articles
from verifier.session.aligning import aligned
from verifier.session.carrying import NewText, passage_of_words, places_in, repoint
from verifier.session.cuts import Cuts, chosen_cuts, with_cuts
from verifier.session.drafting import Drafting, new_id
from verifier.session.numbering import Numbered, carried_numbers

Chosen = Mapping[str, ParagraphKind]
"""The kinds people gave to paragraphs, by paragraph id."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What people changed in the readings of a case by hand, and a new reading keeps."""

    kinds: Chosen
    cuts: Cuts

    @classmethod
    def of(
        cls, rows: CaseRows, steps: Iterable[Step], changes_of: Callable[[str], tuple[RowChange, ...]]
    ) -> ByHand:
        """What the journal tells of it."""
        taken = tuple(steps)
        return cls(chosen_kinds(rows, taken, changes_of), chosen_cuts(rows, taken, changes_of))


def chosen_kinds(
    rows: CaseRows, steps: Iterable[Step], changes_of: Callable[[str], tuple[RowChange, ...]]
) -> Chosen:
    """The paragraphs whose kind a person chose, as the journal tells, and that kind."""
    touched = {
        change.key: change.before
        for step in reversed(tuple(steps))
        if step.what == "set-kind"
        for change in changes_of(step.id)
        if change.table == "paragraphs"
    }
    now = {key: rows.get(Paragraph, key) for key in touched}
    return {key: row.kind for key, row in now.items() if row is not None and row != touched[key]}


def draft_rereading(
    drafting: Drafting,
    texts: Mapping[str, str],
    article_id: str,
    draft: ArticleDraft,
    by_hand: ByHand,
    now: str,
) -> tuple[StepDraft, dict[str, bytes]]:
    """The step that reads an article anew, and the blobs it brings. Its changes are empty where the reading is the one
    there is. ``texts`` maps version ids to reading texts. Raises StepError("no-such-article").
    """
    rows, blobs = drafting.rows, dict[str, bytes]()
    article = articles.known_article(rows, article_id)
    before = rows.need(Version, article.version_id)
    version = articles.put_version(drafting, draft, article_id, new_id(), now, blobs)
    if replace(version, id=before.id, acquired_at=before.acquired_at) == before:
        return StepDraft("reread", ()), {}
    draft = with_cuts(rows, texts, article, draft, by_hand.cuts)
    drafting.put(replace(_known_after(rows, article, draft), version_id=version.id))
    paragraphs = _with_chosen_kinds(rows, texts, article, draft, version.id, by_hand.kinds)
    articles.put_text(drafting, draft, paragraphs, _numbers(rows, texts, article, draft, paragraphs))
    moved, left = _carry(drafting, texts, article, draft, version.id)
    values = {"letter": article.letter, "name": draft.source.name, "moved": str(moved), "left": str(left)}
    return drafting.finish("reread", **values), blobs


def _known_after(rows: CaseRows, article: Article, draft: ArticleDraft) -> Article:
    """What is known of the article. What the draft holds as confirmed is; values nobody confirmed are those of the new
    reading; one no earlier reading offered fills an empty field, unconfirmed. What a person wrote, or left out knowing
    it, stays.
    """
    offered = {(one.field, one.value) for old in versions_of(rows, article.id) for one in old.candidates}
    values, unconfirmed = dict[str, str | None](), []
    for name, value in asdict(draft.metadata).items():
        is_new = value is not None and getattr(article, name) is None and (name, value) not in offered
        if value is not None and name not in draft.unconfirmed:
            values[name] = value
        elif name in article.unconfirmed or is_new:
            values[name] = value
            unconfirmed += [name] if value is not None else []
    return replace(article, **cast("dict[str, Any]", values), unconfirmed=tuple(unconfirmed))


def _with_chosen_kinds(
    rows: CaseRows,
    texts: Mapping[str, str],
    article: Article,
    draft: ArticleDraft,
    version_id: str,
    chosen: Chosen,
) -> list[Paragraph]:
    """The paragraphs of the new reading; those with the words of one whose kind a person chose are of that kind."""
    made = articles.paragraph_rows(draft, version_id)
    words = [draft.text[one.start : one.end].strip() for one in made]
    for version in versions_of(rows, article.id):
        old = rows.paragraphs(version.id)
        if any(one.id in chosen for one in old):
            pairs = aligned([texts[version.id][one.start : one.end].strip() for one in old], words)
            for before, after in pairs.items():
                if old[before].id in chosen:
                    made[after] = replace(made[after], kind=chosen[old[before].id], confidence=100)
    return made


def _numbers(
    rows: CaseRows, texts: Mapping[str, str], article: Article, draft: ArticleDraft, made: list[Paragraph]
) -> list[str]:
    text = texts[article.version_id]
    old = [
        Numbered(text[one.start : one.end].strip(), one.number, paragraph.kind in ACCOUNT_KINDS)
        for paragraph in rows.paragraphs(article.version_id)
        for one in rows.sentences(paragraph.id)
    ]
    words = [draft.text[one.start : one.end].strip() for one in draft.sentences]
    counted = articles.counted_sentences(draft, made)
    return carried_numbers(old, words, counted, articles.numbers_given(rows, article.id))


def _carry(
    drafting: Drafting, texts: Mapping[str, str], article: Article, draft: ArticleDraft, version_id: str
) -> tuple[int, int]:
    """Take what is judged along, from the present reading first. How many passages went along, and how many not."""
    rows, new = drafting.rows, NewText(draft)
    taken: dict[tuple[int, int], str] = {}
    left = 0
    versions = [version.id for version in versions_of(rows, article.id)]
    for old in sorted(versions, key=lambda key: key != article.version_id):
        used = [one for one in rows.passages(old) if is_in_use(rows, one) or is_remembered(rows, one)]
        found = places_in(texts[old], used, new)
        for passage in used:
            span = found.get(passage.id)
            if span is None or span in taken:
                left += is_in_use(rows, passage)
                continue
            taken[span] = passage.id
            repoint(drafting, passage, passage_of_words(drafting, version_id, draft.text, span))
    return len(taken), left


def is_in_use(rows: CaseRows, passage: Passage) -> bool:
    """Whether a mark, a link, evidence, a question or a claim hangs on a passage."""
    key = passage.id
    judged = rows.mark_on(key) or rows.links_on(key) or rows.uses_on(key)
    return bool(judged or rows.questions_on(key) or rows.members_on(key))


def is_remembered(rows: CaseRows, passage: Passage) -> bool:
    """Whether a rejected suggestion or a "looked, not there" hangs on a passage. It goes along where its place is
    sure; else nothing is lost that a person would have to settle, and its new words are *not compared*.
    """
    return bool(rows.rejections_on(passage.id) or rows.absences_on(passage.id))
