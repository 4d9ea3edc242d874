"""The controllers: what the actions call. Each is given to the action table by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.ui.control.adding import Adding
    from verifier.ui.control.article_work import ArticleWork
    from verifier.ui.control.casework import Casework
    from verifier.ui.control.checking import Checking
    from verifier.ui.control.claims import Claiming
    from verifier.ui.control.comparing import Comparing
    from verifier.ui.control.cueing import Cueing
    from verifier.ui.control.differing import Differing
    from verifier.ui.control.evidence import EvidenceWork
    from verifier.ui.control.finding import Finding
    from verifier.ui.control.linking import Linking
    from verifier.ui.control.moving import Moving
    from verifier.ui.control.opening import Opening
    from verifier.ui.control.previewing import Previewing
    from verifier.ui.control.questions import Questioning
    from verifier.ui.control.quoting import Quoting
    from verifier.ui.control.reopening import Reopening
    from verifier.ui.control.reporting import Reporting
    from verifier.ui.control.shaping import Shaping
    from verifier.ui.control.sight import Sight
    from verifier.ui.control.suggesting import Suggesting


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
    reopening: Reopening
    previewing: Previewing
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
