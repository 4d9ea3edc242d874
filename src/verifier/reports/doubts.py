"""What a reading leaves in doubt: letters that did not come through, paragraphs whose kind is not sure."""

from __future__ import annotations

from verifier.domain.articles import CONTESTED, Article, Version
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.i18n.numbers import grouped, with_decimals
from verifier.reports.ground import Ground

MOST_LOST = 0.02
"""The share of the letters seen that may be missing before the reader of a report is warned."""


def is_gap(version: Version) -> bool:
    """Whether more letters are missing in the text than may be."""
    return version.letters_seen - version.letters_kept > version.letters_seen * MOST_LOST


def letters_in_words(ground: Ground, version: Version) -> str:
    """ "9,950 in the text; an independent parse saw 10,000 letters and digits (99.5 %)"; or that nobody counted."""
    if not version.letters_seen:
        return ground.gettext("not counted")
    share = 100 * min(version.letters_kept / version.letters_seen, 1)
    kept, seen = (grouped(n, ground.translator) for n in (version.letters_kept, version.letters_seen))
    words = ground.gettext(
        "{kept} in the text; an independent parse saw {seen} letters and digits ({share} %)"
    )
    return words.format(kept=kept, seen=seen, share=with_decimals(share, 1, ground.translator))


def doubts_in_words(ground: Ground, article: Article) -> str:
    """How many paragraphs the reader was not sure of and nobody has settled; "" where there are none."""
    doubted = [
        row.kind in ACCOUNT_KINDS
        for row in ground.rows.paragraphs(article.version_id)
        if row.confidence < CONTESTED
    ]
    if not doubted:
        return ""
    words = ground.gettext(
        "paragraphs whose kind is in doubt: {kept} kept in the account, {aside} set aside."
    )
    return words.format(kept=sum(doubted), aside=len(doubted) - sum(doubted))
