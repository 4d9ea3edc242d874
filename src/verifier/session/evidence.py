"""Evidence: one piece of a case, serving one passage or many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from verifier.domain.articles import sha256_of
from verifier.domain.errors import StepError
from verifier.domain.judgements import Evidence, EvidenceUse
from verifier.domain.kinds import Primacy, Stance
from verifier.domain.steps import StepDraft
from verifier.session.drafting import Drafting, new_id
from verifier.session.naming import places_told


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A piece of evidence as the user writes it; ``attachment`` is the attached file's bytes.

    In an edit, None leaves the attached file as it is and empty bytes take it away.
    """

    citation: str
    url: str = ""
    locator: str = ""
    quotation: str = ""
    seen: str = ""
    stance: Stance = Stance.SUPPORTS
    primacy: Primacy = Primacy.SECONDARY
    origin: str = ""
    interview: str = ""
    confidential: bool = False
    attachment_name: str = ""
    attachment: bytes | None = None


def is_web_address(url: str) -> bool:
    """Whether this is an http or https address of some host, written without spaces."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(map(str.isspace, url))
    except ValueError:
        return False


def put_evidence(
    drafting: Drafting, targets: Sequence[str], draft: EvidenceDraft, *, checker: str, now: str
) -> Evidence:
    """Add a piece of evidence and its uses to what is pending. Raises StepError: evidence-without-citation,
    evidence-url.
    """
    evidence = _evidence(new_id(), draft, None, checker=checker, now=now)
    drafting.put(evidence)
    use_evidence(drafting, targets, evidence.id)
    return evidence


def bear_out(
    drafting: Drafting, targets: Sequence[str], draft: EvidenceDraft, *, checker: str, now: str
) -> None:
    """Let a piece of evidence bear on every target: the one in the case that says exactly the same, else a new one.
    Raises StepError as ``put_evidence`` does.
    """
    said = _evidence(new_id(), draft, None, checker=checker, now=now)
    for known in drafting.rows.all(Evidence):
        if replace(said, id=known.id, checker=known.checker, time=known.time) == known:
            use_evidence(drafting, targets, known.id)
            return
    drafting.put(said)
    use_evidence(drafting, targets, said.id)


def use_evidence(drafting: Drafting, targets: Sequence[str], evidence_id: str) -> None:
    """Say that a piece of evidence bears on every target. Raises StepError("no-such-evidence")."""
    if drafting.get(Evidence, evidence_id) is None:
        raise StepError("no-such-evidence", evidence_id)
    served = {use.passage_id for use in drafting.rows.uses_of(evidence_id)}
    for target in targets:
        passage = drafting.passage(target)
        if passage.id not in served:
            served.add(passage.id)
            drafting.put(EvidenceUse(new_id(), evidence_id, passage.id))


def draft_new_evidence(
    drafting: Drafting, targets: Sequence[str], draft: EvidenceDraft, *, checker: str, now: str
) -> StepDraft:
    """The step that adds a piece of evidence to every target."""
    passages = [drafting.passage(target) for target in targets]
    put_evidence(drafting, [passage.id for passage in passages], draft, checker=checker, now=now)
    return drafting.finish(
        "add-evidence", **places_told(drafting.rows, passages), citation=draft.citation.strip()
    )


def draft_edit_evidence(
    drafting: Drafting, evidence_id: str, draft: EvidenceDraft, *, checker: str, now: str
) -> StepDraft:
    """The step that rewrites a piece of evidence, for every passage it serves."""
    before = _known(drafting, evidence_id)
    after = _evidence(evidence_id, draft, before, checker=before.checker, now=before.time)
    if after != before:
        drafting.put(replace(after, checker=checker, time=now))
    return drafting.finish("edit-evidence", citation=after.citation)


def draft_use(drafting: Drafting, targets: Sequence[str], evidence_id: str) -> StepDraft:
    """The step that lets a piece of evidence serve further passages."""
    use_evidence(drafting, targets, evidence_id)
    passages = [drafting.passage(target) for target in targets]
    return drafting.finish(
        "attach-evidence",
        **places_told(drafting.rows, passages),
        citation=_known(drafting, evidence_id).citation,
    )


def draft_detach(drafting: Drafting, targets: Sequence[str], evidence_id: str) -> StepDraft:
    """The step that takes a piece of evidence from passages; a piece that serves none is dropped with it."""
    evidence = _known(drafting, evidence_id)
    passages = [drafting.passage(target) for target in targets]
    leaving = {passage.id for passage in passages}
    uses = drafting.rows.uses_of(evidence_id)
    gone = [use for use in uses if use.passage_id in leaving]
    for use in gone:
        drafting.drop(EvidenceUse, use.id)
    if gone and len(gone) == len(uses):
        drafting.drop(Evidence, evidence_id)
    return drafting.finish(
        "detach-evidence", **places_told(drafting.rows, passages), citation=evidence.citation
    )


def _known(drafting: Drafting, evidence_id: str) -> Evidence:
    evidence = drafting.get(Evidence, evidence_id)
    if evidence is None:
        raise StepError("no-such-evidence", evidence_id)
    return evidence


def _evidence(
    identity: str, draft: EvidenceDraft, before: Evidence | None, *, checker: str, now: str
) -> Evidence:
    if not draft.citation.strip():
        raise StepError("evidence-without-citation")
    url = draft.url.strip()
    if url and not is_web_address(url) and (before is None or url != before.url):
        raise StepError("evidence-url", url)
    name, digest = draft.attachment_name, ""
    if draft.attachment is None and before is not None:
        name, digest = before.attachment_name, before.attachment_sha256
    elif draft.attachment:
        digest = sha256_of(draft.attachment)
    return Evidence(
        id=identity,
        citation=draft.citation.strip(),
        checker=checker,
        time=now,
        url=url,
        locator=draft.locator.strip(),
        quotation=draft.quotation,
        seen=draft.seen.strip(),
        stance=draft.stance,
        primacy=draft.primacy,
        origin=draft.origin.strip(),
        interview=draft.interview,
        attachment_name=name if digest else "",
        attachment_sha256=digest,
        confidential=draft.confidential,
    )


def attachments(drafts: Sequence[EvidenceDraft]) -> dict[str, bytes]:
    """The bytes of the attached files, by SHA-256."""
    return {sha256_of(draft.attachment): draft.attachment for draft in drafts if draft.attachment}
