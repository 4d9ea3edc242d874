"""Claims, rejected suggestions, and what was looked for and not found. Each change is one step."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.articles import Passage, Version
from verifier.domain.claims import is_held, rejection_between
from verifier.domain.errors import StepError
from verifier.domain.judgements import Absence, Claim, ClaimMember, Rejection
from verifier.domain.queries import reading_order
from verifier.domain.steps import Change, StepDraft
from verifier.session.articles import known_article
from verifier.session.drafting import Drafting, new_id
from verifier.session.naming import addresses, places_told
from verifier.session.taking import Taking

_TOLD = 120
"""How many code points of a claim the history tells."""

# -- claims ----------------------------------------------------------------------------------------------------------


def draft_claim(drafting: Drafting, targets: Sequence[str], wording: str) -> StepDraft:
    """The step that makes a claim of some places. Raises StepError: claim-without-passages, no-such-place."""
    if not targets:
        raise StepError("claim-without-passages")
    claim = Claim(new_id(), wording.strip())
    drafting.put(claim)
    places = _join(drafting, claim.id, targets)
    told = addresses(drafting.rows, places)
    return drafting.finish("make-claim", places=told, text=_short(claim.wording) or told)


def draft_wording(drafting: Drafting, claim_id: str, wording: str) -> StepDraft:
    """The step that words a claim. Raises StepError("no-such-claim")."""
    claim = known_claim(drafting, claim_id)
    after = Claim(claim.id, wording.strip())
    drafting.put(after)
    if after.wording:
        return drafting.finish("word-claim", text=_short(after.wording))
    return drafting.finish("unword-claim", text=_told(drafting, claim))


def draft_joining(drafting: Drafting, claim_id: str, targets: Sequence[str]) -> StepDraft:
    """The step that takes places into a claim; those in it already stay. Raises StepError: no-such-claim,
    claim-without-passages, no-such-place.
    """
    claim = known_claim(drafting, claim_id)
    if not targets:
        raise StepError("claim-without-passages")
    text = _told(drafting, claim)
    places = _join(drafting, claim.id, targets)
    if not places:
        return StepDraft("join-claim", ())
    return drafting.finish("join-claim", **places_told(drafting.rows, places), text=text)


def draft_leaving(drafting: Drafting, claim_id: str, passage_id: str) -> StepDraft:
    """The step that takes a passage out of a claim; the claim goes with its last one.

    Raises StepError: no-such-claim, not-in-claim; held-by-link where the passage is tied to another of the claim.
    """
    claim = known_claim(drafting, claim_id)
    rows = drafting.rows
    members = rows.members_of(claim.id)
    member = next((one for one in members if one.passage_id == passage_id), None)
    passage = rows.get(Passage, passage_id)
    if passage is None:
        raise StepError("no-such-place", passage_id)
    where, others = addresses(rows, [passage]), {one.passage_id for one in members} - {passage_id}
    if is_held(rows, claim, passage_id):
        raise StepError("held-by-link", where)
    if member is None:
        raise StepError("not-in-claim", where)
    text = _told(drafting, claim)
    drafting.drop(ClaimMember, member.id)
    if not others:
        drafting.drop(Claim, claim.id)
    return drafting.finish("leave-claim", **places_told(rows, [passage]), text=text)


def draft_dropping(drafting: Drafting, claim_id: str) -> StepDraft:
    """The step that takes a claim apart; links stay, and so do the groups they make.

    Raises StepError("no-such-claim").
    """
    claim = known_claim(drafting, claim_id)
    text = _told(drafting, claim)
    for member in drafting.rows.members_of(claim.id):
        drafting.drop(ClaimMember, member.id)
    drafting.drop(Claim, claim.id)
    return drafting.finish("drop-claim", text=text)


def known_claim(drafting: Drafting, claim_id: str) -> Claim:
    """The claim of an id. Raises StepError("no-such-claim")."""
    claim = drafting.get(Claim, claim_id)
    if claim is None:
        raise StepError("no-such-claim", claim_id)
    return claim


def _join(drafting: Drafting, claim_id: str, targets: Sequence[str]) -> list[Passage]:
    """Take places into a claim; those that were not in it yet."""
    inside = {member.passage_id for member in drafting.rows.members_of(claim_id)}
    joined = []
    for target in targets:
        passage = drafting.passage(target)
        if passage.id not in inside:
            inside.add(passage.id)
            joined.append(passage)
            drafting.put(ClaimMember(new_id(), claim_id, passage.id))
    return joined


def _told(drafting: Drafting, claim: Claim) -> str:
    """What the history calls a claim: its wording, else where it stands."""
    members = drafting.rows.members_of(claim.id)
    places = [drafting.rows.need(Passage, member.passage_id) for member in members]
    places.sort(key=lambda passage: reading_order(drafting.rows, passage.id))
    return _short(claim.wording) or addresses(drafting.rows, places)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TOLD else line[: _TOLD - 1].rstrip() + "…"


# -- suggestions -----------------------------------------------------------------------------------------------------


def draft_rejection(drafting: Drafting, a: str, b: str, *, checker: str, now: str) -> StepDraft:
    """The step that remembers that a suggestion is not wanted. Its changes are empty where it is remembered already.

    Raises StepError: no-such-place, suggestion-in-one-article.
    """
    rows = drafting.rows
    ends = [drafting.passage(a), drafting.passage(b)]
    ends.sort(key=lambda passage: _order(drafting, passage))
    articles = {rows.need(Version, passage.version_id).article_id for passage in ends}
    if len(articles) < 2:
        raise StepError("suggestion-in-one-article", addresses(rows, ends))
    if rejection_between(rows, ends[0].id, ends[1].id):
        return StepDraft("reject", ())
    drafting.put(Rejection(new_id(), ends[0].id, ends[1].id, checker, now))
    return drafting.finish("reject", **_ends(drafting, ends))


def draft_restoring(drafting: Drafting, rejection_id: str) -> StepDraft:
    """The step that lets a rejected suggestion be made again. Raises StepError("no-such-rejection")."""
    rejection = drafting.get(Rejection, rejection_id)
    if rejection is None:
        raise StepError("no-such-rejection", rejection_id)
    drafting.drop(Rejection, rejection_id)
    ends = [drafting.rows.need(Passage, end) for end in (rejection.a, rejection.b)]
    return drafting.finish("restore-suggestion", **_ends(drafting, ends))


def _ends(drafting: Drafting, ends: Sequence[Passage]) -> dict[str, str]:
    first, second = (addresses(drafting.rows, [one]) for one in ends)
    return {"a": first, "b": second}


def _order(drafting: Drafting, passage: Passage) -> tuple[int, str, int, int]:
    """Reading order of a passage that may be new."""
    article = known_article(drafting.rows, drafting.rows.need(Version, passage.version_id).article_id)
    return len(article.letter), article.letter, passage.start, passage.end


# -- what is not there -----------------------------------------------------------------------------------------------


def draft_absence(
    drafting: Drafting, passage_target: str, article_id: str, *, checker: str, now: str
) -> StepDraft:
    """The step that says: looked for in that article, not there. Its changes are empty where it is said already.

    Raises StepError: no-such-place, no-such-article, absent-from-its-own.
    """
    rows = drafting.rows
    article = known_article(rows, article_id)
    passage = drafting.passage(passage_target)
    where = addresses(rows, [passage])
    if rows.need(Version, passage.version_id).article_id == article.id:
        raise StepError("absent-from-its-own", where, letter=article.letter)
    if any(one.article_id == article.id for one in rows.absences_on(passage.id)):
        return StepDraft("confirm-absence", ())
    drafting.put(Absence(new_id(), passage.id, article.id, checker, now))
    return drafting.finish("confirm-absence", places=where, letter=article.letter)


def draft_withdrawal(drafting: Drafting, absence_id: str) -> StepDraft:
    """The step that takes "looked, not there" back. Raises StepError("no-such-absence")."""
    absence = drafting.get(Absence, absence_id)
    if absence is None:
        raise StepError("no-such-absence", absence_id)
    drafting.drop(Absence, absence_id)
    where = addresses(drafting.rows, [drafting.rows.need(Passage, absence.passage_id)])
    letter = known_article(drafting.rows, absence.article_id).letter
    return drafting.finish("withdraw-absence", places=where, letter=letter)


# -- the verbs -------------------------------------------------------------------------------------------------------


class ClaimVerbs(Taking):
    """What a person does about claims and about what comparing found."""

    def make_claim(self, targets: Sequence[str], wording: str = "") -> Change:
        """Make a claim of places. Raises StepError: claim-without-passages, no-such-place."""
        return self._take(draft_claim(self._drafting(), targets, wording))

    def word_claim(self, claim_id: str, wording: str) -> Change:
        """Word a claim in short; "" takes the wording away. Raises StepError("no-such-claim")."""
        return self._take(draft_wording(self._drafting(), claim_id, wording))

    def join_claim(self, claim_id: str, targets: Sequence[str]) -> Change:
        """Take places into a claim. Raises StepError: no-such-claim, claim-without-passages, no-such-place."""
        return self._take(draft_joining(self._drafting(), claim_id, targets))

    def leave_claim(self, claim_id: str, passage_id: str) -> Change:
        """Take a passage out of a claim; the claim goes with its last one. Raises StepError: no-such-claim,
        not-in-claim, held-by-link.
        """
        return self._take(draft_leaving(self._drafting(), claim_id, passage_id))

    def drop_claim(self, claim_id: str) -> Change:
        """Take a claim apart; its links stay. Raises StepError("no-such-claim")."""
        return self._take(draft_dropping(self._drafting(), claim_id))

    def reject(self, a_target: str, b_target: str) -> Change:
        """Remember that the suggestion to tie two places is not wanted. Raises StepError: no-such-place,
        suggestion-in-one-article.
        """
        return self._take(draft_rejection(self._drafting(), a_target, b_target, **self._signed()))

    def restore_suggestion(self, rejection_id: str) -> Change:
        """Let a rejected suggestion be made again. Raises StepError("no-such-rejection")."""
        return self._take(draft_restoring(self._drafting(), rejection_id))

    def confirm_absence(self, passage_target: str, article_id: str) -> Change:
        """Say that one looked for a place in another article and it is not there. Raises StepError: no-such-place,
        no-such-article, absent-from-its-own.
        """
        return self._take(draft_absence(self._drafting(), passage_target, article_id, **self._signed()))

    def withdraw_absence(self, absence_id: str) -> Change:
        """Take "looked, not there" back. Raises StepError("no-such-absence")."""
        return self._take(draft_withdrawal(self._drafting(), absence_id))
