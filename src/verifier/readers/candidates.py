"""Choosing among the candidates for an article's metadata: which one is shown until a person confirms one."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.articles import Metadata
from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate

FIELDS = tuple(Metadata.__slots__)

_TRUST = (
    Origin.JSON_LD,
    Origin.MAIL,
    Origin.META,
    Origin.LINK,
    Origin.TIME,
    Origin.VISIBLE,
    Origin.ATTRIBUTE,
    Origin.DOCUMENT,
    Origin.SINGLEFILE,
    Origin.WARC,
)
"""Whom to believe first where origins differ; what is visible comes first for what is printed."""


def choose(candidates: Sequence[Candidate]) -> Metadata:
    """The metadata made of the most trusted candidate of each field; the first of an origin where it has several."""
    chosen: dict[str, str] = {}
    for candidate in sorted(candidates, key=_rank):
        chosen.setdefault(candidate.field, candidate.value)
    return Metadata(**{field: chosen.get(field) for field in FIELDS})


def _rank(candidate: Candidate) -> int:
    visible = candidate.origin is Origin.VISIBLE and candidate.field in ("title", "published_as_printed")
    return -1 if visible else _TRUST.index(candidate.origin)


def stated_fields(metadata: Metadata) -> tuple[str, ...]:
    """The fields that have a value."""
    return tuple(field for field in FIELDS if getattr(metadata, field) is not None)
