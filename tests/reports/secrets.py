"""A case with a secret wherever the house keeps one."""

from __future__ import annotations

from tests.reports.cases import Case, harbour_case

from verifier.domain.comparing import Comparison
from verifier.domain.rows import Snapshot


def confidential(secret: str) -> dict[str, str]:
    """The fields of a piece of evidence, each with the secret in it."""
    return {
        "url": f"https://{secret.lower()}.example/",
        **{name: f"{secret} {name}" for name in ("locator", "quotation", "seen", "origin", "interview")},
        "attachment_name": f"{secret}.mp3",
        "attachment_sha256": f"{len(secret):064x}",
        "checker": f"{secret} Person (SP)",
        "time": f"2026-11-20T09:41:07.{len(secret):03}+00:00",
    }


def case_with(secret: str) -> Snapshot:
    """The harbour case with a secret wherever the house keeps one."""
    case: Case = harbour_case()
    case.mark(
        "B3", "disputed", note=f"{secret} on a sentence", reach="internal", advice="ask", wording="Ask."
    )
    case.mark("A3:penalties", None, note=f"{secret} on a word", reach="internal")
    case.link("A1", "B1", "adds-detail", note=f"{secret} on a link", reach="internal")
    case.link("A7", "B4", "contradicts", note=f"{secret} on a conflict", reach="internal", severity="hard")
    case.evidence(f"{secret} citation", "A2", "A5:Four hundred", confidential=True, **confidential(secret))
    case.evidence(f"{secret} that bears on nothing", confidential=True)
    return case.snapshot(comparison=Comparison())
