"""What a draft may hold, whatever its source made its reader say: values of one line and a sane length, whole letters.

The reading text is the source's and stays as it is. What stands beside it goes into lists, reports and file names, so
that a title of a megabyte, a control character or half a surrogate pair in it is a fault of the source, mended here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.articles import ArticleDraft, Notice
from verifier.domain.reading import Candidate, Inline, SourcePart
from verifier.readers.candidates import choose, stated_fields

MOST_OF_A_VALUE = 2_000
"""The code points a value beside the text may have; a longer one is cut and ends in "…"."""

MOST_CANDIDATES = 500
_MOST_OF_A_TARGET = 8_000
"""A longer link is no address, but data."""

_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")
_WEB = ("http://", "https://")


def settle(draft: ArticleDraft) -> ArticleDraft:
    """The draft with what stands beside its text in bounds."""
    settled = replace(
        draft,
        text=_LONE.sub("\ufffd", draft.text),
        candidates=_candidates(draft.candidates),
        warnings=tuple(map(_notice, draft.warnings)),
        inlines=tuple(map(_inline, draft.inlines)),
        parts=tuple(map(_part, draft.parts)),
        letters=replace(draft.letters, missing=tuple(map(one_line, draft.letters.missing))),
    )
    if settled.candidates == draft.candidates:
        return settled
    metadata = choose(settled.candidates)
    return replace(settled, metadata=metadata, unconfirmed=stated_fields(metadata))


def one_line(text: str, most: int = MOST_OF_A_VALUE) -> str:
    """A value on one line, without control characters and lone surrogates; cut where it is longer than ``most``."""
    text = text[: 2 * most]
    if _ODD.search(text) or _LONE.search(text):
        text = " ".join(_LONE.sub("\ufffd", _ODD.sub(" ", text)).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _candidates(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates whose values say something; an address that is none, or was cut off, says nothing."""
    found = []
    for each in candidates[:MOST_CANDIDATES]:
        value = one_line(each.value).strip()
        whole = len(each.value) <= MOST_OF_A_VALUE
        if value and (each.field != "url" or (whole and value.lower().startswith(_WEB))):
            found.append(replace(each, value=value, detail=one_line(each.detail)))
    return tuple(found)


def _notice(notice: Notice) -> Notice:
    return replace(notice, values=tuple((name, one_line(value)) for name, value in notice.values))


def _inline(inline: Inline) -> Inline:
    target = _LONE.sub("\ufffd", inline.target) if len(inline.target) <= _MOST_OF_A_TARGET else ""
    return inline if target == inline.target else replace(inline, target=target)


def _part(part: SourcePart) -> SourcePart:
    return replace(part, name=one_line(part.name), media_type=one_line(part.media_type))
