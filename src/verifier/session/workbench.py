"""The open case as the user sees it, and the one place where anything in it changes.

Every public verb that changes something is one user action: it makes one step, which is on disk when the verb
returns, and answers with what it touched. A refused or failed step raises StepError and changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from verifier.domain.articles import (
    ArticleDraft,
    Metadata,
)
from verifier.domain.kinds import (
    Advice,
    Facet,
    Label,
    Modifier,
    Outcome,
    ParagraphKind,
    Reach,
    Relation,
    Severity,
    Voice,
)
from verifier.domain.steps import Change
from verifier.session import articles, carrying, evidence, judging, linking, rereading, splitting
from verifier.session.case_details import CaseVerbs
from verifier.session.claims import ClaimVerbs
from verifier.session.evidence import EvidenceDraft
from verifier.session.finalising import FinalVerbs
from verifier.session.judging import KEEP, Judgement, Keep
from verifier.session.linking import LinkEdit
from verifier.session.undoing import draft_redo, draft_undo, draft_undo_back

__all__ = ["EvidenceDraft", "Workbench"]


class Workbench(CaseVerbs, ClaimVerbs, FinalVerbs):
    """One open case, to work in."""

    # -- articles ------------------------------------------------------------------------------------------------

    def add_articles(self, drafts: Sequence[ArticleDraft]) -> Change:
        """Take articles in, each with the next letter."""
        first = articles.next_letter(self._file.steps)
        draft, blobs = articles.draft_articles(self._drafting(), drafts, first, self._clock())
        return self._take(draft, blobs)

    def reread(self, article_id: str, draft: ArticleDraft) -> Change:
        """Read an article anew, from its own bytes or a newer copy: a version beside the old one. What was judged goes
        along where its place is sure; ``left_behind`` lists the rest. The same reading once more is no step.
        """
        chosen = rereading.ByHand.of(self.rows, self._file.steps, self._file.changes_of)
        now = self._clock()
        step, blobs = rereading.draft_rereading(self._drafting(), self._texts, article_id, draft, chosen, now)
        return self._take(step, blobs)

    def move_passage(self, passage_id: str, target: str) -> Change:
        """Hang what hangs on a passage on other words of its article, as it is read now: confirms a proposal of
        ``left_behind``, or says another place. Raises StepError: move-to-another-article, place-has-mark.
        """
        return self.move_passages({passage_id: target})

    def move_passages(self, moves: Mapping[str, str]) -> Change:
        """Confirm several places at once, in one step: passage ids to targets. Raises StepError as ``move_passage``."""
        return self._take(carrying.draft_moves(self._drafting(), moves))

    def remove_article(self, article_id: str) -> Change:
        """Take an article out, with its marks and links. Its letter is not used again."""
        return self._take(articles.draft_removal(self._drafting(), article_id))

    def describe(self, article_id: str, metadata: Metadata, *, unconfirmed: Collection[str] = ()) -> Change:
        """Say what is known of an article; all fields but those named are thereby confirmed."""
        return self._take(articles.draft_description(self._drafting(), article_id, metadata, unconfirmed))

    def confirm(self, article_id: str, fields: Collection[str]) -> Change:
        """Confirm the values a reader found for some fields. Raises StepError("no-such-field")."""
        return self._take(articles.draft_confirmation(self._drafting(), article_id, fields))

    def set_kind(self, paragraph_ids: Sequence[str], kind: ParagraphKind) -> Change:
        """Change what paragraphs are: set them aside, or bring them into the account."""
        return self._take(articles.draft_kinds(self._drafting(), paragraph_ids, kind))

    def split(self, sentence_id: str, point: int) -> Change:
        """Split a sentence at a point, in code points of its version's text; white space there goes to the first half.
        The second half gets the next free number. Raises StepError: split-at-edge, no-such-place.
        """
        return self._take(splitting.draft_split(self._drafting(), self._texts, sentence_id, point))

    def merge(self, sentence_id: str) -> Change:
        """Merge a sentence with the next one of its paragraph, whose number retires. What both say alike is said of the
        merged sentence, all else stays on its own words. Raises StepError: no-next-sentence, no-such-place.
        """
        draft = splitting.draft_merge(self._drafting(), self._texts, sentence_id, **self._signed())
        return self._take(draft)

    # -- judgements ----------------------------------------------------------------------------------------------

    def judge(self, targets: Sequence[str], judgement: Judgement) -> Change:
        """Say several things of the targets in one step: label, modifiers, note, advice, evidence."""
        draft = judging.draft_judgement(self._drafting(), targets, judgement, **self._signed())
        return self._take(draft, evidence.attachments(judgement.evidence))

    def mark(self, targets: Sequence[str], label: Label | None) -> Change:
        """Give the targets a label; None clears it."""
        return self.judge(targets, Judgement(label=label))

    def toggle_modifier(self, targets: Sequence[str], modifier: Modifier) -> Change:
        """Put a modifier on every target, or take it off where all of them have it.

        Raises StepError("modifier-without-label") where a target has no label, and
        StepError("refuted-needs-disputed") for *refuted* on any other label than disputed.
        """
        return self.judge(targets, judging.toggled(self._drafting(), targets, modifier))

    def note(self, targets: Sequence[str], text: str, reach: Reach = Reach.PRINTED) -> Change:
        """Write the note of the targets; an empty one takes it away."""
        return self.judge(targets, Judgement(note=text, reach=reach))

    def advise(self, targets: Sequence[str], advice: Advice | None, wording: str = "") -> Change:
        """Say what the editor should do about the targets, with suggested wording."""
        return self.judge(targets, Judgement(advice=advice, wording=wording))

    def attribute(self, targets: Sequence[str], voice: Voice | None) -> Change:
        """Say whose words the targets are."""
        return self.judge(targets, Judgement(voice=voice))

    # -- evidence ------------------------------------------------------------------------------------------------

    def add_evidence(self, targets: Sequence[str], draft: EvidenceDraft) -> Change:
        """Add a piece of evidence to the targets."""
        step = evidence.draft_new_evidence(self._drafting(), targets, draft, **self._signed())
        return self._take(step, evidence.attachments([draft]))

    def edit_evidence(self, evidence_id: str, draft: EvidenceDraft) -> Change:
        """Rewrite a piece of evidence wherever it serves."""
        step = evidence.draft_edit_evidence(self._drafting(), evidence_id, draft, **self._signed())
        return self._take(step, evidence.attachments([draft]))

    def attach_evidence(self, targets: Sequence[str], evidence_id: str) -> Change:
        """Let a piece of evidence of the case serve the targets too."""
        return self._take(evidence.draft_use(self._drafting(), targets, evidence_id))

    def detach_evidence(self, targets: Sequence[str], evidence_id: str) -> Change:
        """Take a piece of evidence from the targets."""
        return self._take(evidence.draft_detach(self._drafting(), targets, evidence_id))

    # -- links ---------------------------------------------------------------------------------------------------

    def link(
        self,
        a: str,
        b: str,
        relation: Relation,
        *,
        facets: Collection[Facet] = (),
        severity: Severity | None = None,
        note: str = "",
        reach: Reach = Reach.PRINTED,
    ) -> Change:
        """Tie two targets. Links set no label."""
        edit = LinkEdit(facets=facets, severity=severity, note=note, reach=reach)
        return self._take(linking.draft_link(self._drafting(), a, b, relation, edit, **self._signed()))

    def edit_link(
        self,
        link_id: str,
        *,
        relation: Relation | None = None,
        facets: Collection[Facet] | None = None,
        severity: Severity | Keep | None = KEEP,
        note: str | None = None,
        reach: Reach | None = None,
        outcome: Outcome | Keep | None = KEEP,
        turned: bool = False,
    ) -> Change:
        """Change a link, or record how its difference was resolved; ``turned`` lets it lead the other way."""
        edit = LinkEdit(relation, facets, severity, note, reach, outcome, turned)
        draft = linking.draft_edit(self._drafting(), link_id, edit, checker=self.checker.signature)
        return self._take(draft)

    def unlink(self, link_id: str) -> Change:
        """Take a link away."""
        return self._take(linking.draft_unlink(self._drafting(), link_id))

    # -- history -------------------------------------------------------------------------------------------------

    def undo(self) -> Change:
        """Take the last step back, whoever took it. Raises StepError("nothing-to-undo")."""
        return self._take(draft_undo(self._stacks, self._file.changes_of))

    def redo(self) -> Change:
        """Bring back the step last undone. Raises StepError("nothing-to-redo")."""
        return self._take(draft_redo(self._stacks, self._file.changes_of))

    def undo_back_to(self, step_id: str) -> Change:
        """Take back every step after the one named, newest first, in one transaction. ``redo`` brings
        them back one by one. Raises StepError: nothing-to-undo, no-such-step, step-not-standing.
        """
        self._drafting()  # a copy to look at is refused
        return self._take_all(draft_undo_back(self._file.steps, step_id, self._file.changes_of))
