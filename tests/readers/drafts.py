"""What tests ask of a draft: what stands where, in which kind and role, and what the account is."""

from __future__ import annotations

from verifier.domain.articles import ArticleDraft, ParagraphDraft
from verifier.domain.kinds import ACCOUNT_KINDS, InlineKind, ParagraphKind, Role


def account(draft: ArticleDraft) -> list[str]:
    """The sentences of the account, trimmed."""
    return [
        draft.text[each.start : each.end].strip()
        for each in draft.sentences
        if draft.paragraphs[each.paragraph].kind in ACCOUNT_KINDS
    ]


def told(draft: ArticleDraft) -> list[tuple[str, str, str]]:
    """Kind, role and words of each paragraph."""
    return [
        (each.kind.value, each.role.value, draft.text[each.start : each.end]) for each in draft.paragraphs
    ]


def home(draft: ArticleDraft, words: str) -> ParagraphDraft:
    """The one paragraph some words stand in; they stand in the text once."""
    assert draft.text.count(words) == 1, (words, draft.text.count(words))
    place = draft.text.index(words)
    return next(each for each in draft.paragraphs if each.start <= place < each.end)


def set_apart(draft: ArticleDraft, kind: InlineKind) -> list[tuple[str, str]]:
    """The stretches that are set apart in one way, and their targets."""
    return [(draft.text[each.start : each.end], each.target) for each in draft.inlines if each.kind is kind]


def wrong_of(
    draft: ArticleDraft, expected: dict[str, tuple[ParagraphKind, Role]], absent: tuple[str, ...] = ()
) -> dict[str, object]:
    """What does not stand in the text once, in a paragraph of its kind and role, and in the account if it belongs; and
    what stands there though it should not.
    """
    wrong: dict[str, object] = {}
    live = " ".join(
        draft.text[each.start : each.end] for each in draft.paragraphs if each.kind in ACCOUNT_KINDS
    )
    for words, (kind, role) in expected.items():
        count = draft.text.count(words)
        found = home(draft, words) if count == 1 else None
        if found is None or (found.kind, found.role) != (kind, role):
            wrong[words] = (count, found and (found.kind.value, found.role.value))
        if (words in live) != (kind in ACCOUNT_KINDS):
            wrong[words] = (count, "in the account" if words in live else "not in the account")
    return wrong | {words: "in the text" for words in absent if words in draft.text}
