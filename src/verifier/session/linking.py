"""Links: two passages tied together, judged, resolved, taken apart."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from verifier.domain.articles import Passage
from verifier.domain.errors import StepError
from verifier.domain.judgements import Link
from verifier.domain.kinds import DIRECTED_RELATIONS, Facet, Outcome, Reach, Relation, Severity
from verifier.domain.steps import StepDraft
from verifier.session.drafting import Drafting, new_id
from verifier.session.judging import KEEP, Keep
from verifier.session.naming import addresses


@dataclass(frozen=True, slots=True)
class LinkEdit:
    """What to change in a link; what is KEEP or None stays as it is."""

    relation: Relation | None = None
    facets: Collection[Facet] | None = None
    severity: Severity | Keep | None = KEEP
    note: str | None = None
    reach: Reach | None = None
    outcome: Outcome | Keep | None = KEEP
    turned: bool = False
    """Whether a directed link is to lead the other way."""


def draft_link(
    drafting: Drafting, a: str, b: str, relation: Relation, edit: LinkEdit, *, checker: str, now: str
) -> StepDraft:
    """The step that ties two places. Raises StepError: link-to-itself, link-exists, no-such-place."""
    first, second = drafting.passage(a), drafting.passage(b)
    if first.id == second.id:
        raise StepError("link-to-itself", addresses(drafting.rows, [first]))
    for link in drafting.rows.links_on(first.id):
        same_way = (link.a, link.b) == (first.id, second.id)
        if link.relation is relation and (
            same_way or (second.id in (link.a, link.b) and relation not in DIRECTED_RELATIONS)
        ):
            raise StepError("link-exists", addresses(drafting.rows, [first, second]), relation=relation.value)
    link = Link(new_id(), first.id, second.id, relation, checker, now)
    drafting.put(_edited(link, edit))
    return drafting.finish("link", **_values(drafting, first, second, relation))


def draft_edit(drafting: Drafting, link_id: str, edit: LinkEdit, *, checker: str) -> StepDraft:
    """The step that changes a link. Its changes are empty when nothing differs."""
    link = _known(drafting, link_id)
    after = _edited(link, edit)
    if after != link:
        drafting.put(replace(after, checker=checker))
    what = "resolve" if edit.outcome is not KEEP else "edit-link"
    return drafting.finish(what, **_ends(drafting, after))


def draft_unlink(drafting: Drafting, link_id: str) -> StepDraft:
    """The step that takes a link away."""
    link = _known(drafting, link_id)
    drafting.drop(Link, link_id)
    return drafting.finish("unlink", **_ends(drafting, link))


def _edited(link: Link, edit: LinkEdit) -> Link:
    changes: dict[str, Any] = {}
    for name in ("relation", "note", "reach"):
        if getattr(edit, name) is not None:
            changes[name] = getattr(edit, name)
    if edit.facets is not None:
        changes["facets"] = tuple(sorted(set(edit.facets), key=list(Facet).index))
    for name in ("severity", "outcome"):
        if getattr(edit, name) is not KEEP:
            changes[name] = getattr(edit, name)
    if edit.turned:
        changes |= {"a": link.b, "b": link.a}
    return replace(link, **changes)


def _known(drafting: Drafting, link_id: str) -> Link:
    link = drafting.get(Link, link_id)
    if link is None:
        raise StepError("no-such-link", link_id)
    return link


def _ends(drafting: Drafting, link: Link) -> dict[str, str]:
    first, second = (drafting.rows.need(Passage, end) for end in (link.a, link.b))
    return _values(drafting, first, second, link.relation)


def _values(drafting: Drafting, first: Passage, second: Passage, relation: Relation) -> dict[str, str]:
    return {
        "a": addresses(drafting.rows, [first]),
        "b": addresses(drafting.rows, [second]),
        "relation": relation.value,
    }
