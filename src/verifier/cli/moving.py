"""How ``move`` is told what a new reading left behind: by the address it had there."""

from __future__ import annotations

from verifier.domain.errors import StepError
from verifier.session.opencase import OpenCase


def moves_from(case: OpenCase, place: str, to: str | None) -> dict[str, str]:
    """What was left behind at an address of an earlier reading, each with its target: the sentence at ``to``, or the
    place proposed. Raises StepError: nothing-left-behind, no-proposal, not-an-address, no-such-address.
    """
    every = case.left_behind()
    left = [one for one in every if one.address.casefold() == place.strip().casefold()]
    if not left:
        known = ", ".join(dict.fromkeys(one.address for one in every)) or "–"
        raise StepError("nothing-left-behind", place, known=known)
    if to is not None:
        target = case.sentence_at_address(to).id
        return {one.passage.id: target for one in left}
    found = {one.passage.id: one.proposal.target for one in left if one.proposal}
    if len(found) < len(left):
        raise StepError("no-proposal", left[0].address)
    return found
