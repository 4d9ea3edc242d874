"""The controllers: what the actions call. Each is given to the action table by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.ui.adding import Adding
    from verifier.ui.article_work import ArticleWork
    from verifier.ui.casework import Casework
    from verifier.ui.checking import Checking
    from verifier.ui.claims import Claiming
    from verifier.ui.comparing import Comparing
    from verifier.ui.cueing import Cueing
    from verifier.ui.differing import Differing
    from verifier.ui.evidence import EvidenceWork
    from verifier.ui.finding import Finding
    from verifier.ui.linking import Linking
    from verifier.ui.moving import Moving
    from verifier.ui.opening import Opening
    from verifier.ui.questions import Questioning
    from verifier.ui.quoting import Quoting
    from verifier.ui.reporting import Reporting
    from verifier.ui.shaping import Shaping
    from verifier.ui.sight import Sight
    from verifier.ui.suggesting import Suggesting


@dataclass(frozen=True, slots=True)
class Controllers:
    """One of each controller."""

    opening: Opening
    adding: Adding
    articles: ArticleWork
    questions: Questioning
    casework: Casework
    checking: Checking
    evidence: EvidenceWork
    linking: Linking
    moving: Moving
    reporting: Reporting
    sight: Sight
    shaping: Shaping
    finding: Finding
    claims: Claiming
    comparing: Comparing
    suggesting: Suggesting
    differing: Differing
    quoting: Quoting
    cueing: Cueing
