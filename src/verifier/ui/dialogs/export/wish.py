"""What was chosen for a report, and the words for what can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from verifier.domain.errors import ReportError
from verifier.i18n import language_in_use
from verifier.reports.options import LANGUAGES, ReportOptions, zone_named
from verifier.reports.options import PAPERS as KNOWN_PAPERS
from verifier.session.preferences import Preferences


def _(message: str) -> str:
    """Mark a string for extraction; it is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Wish:
    """A report somebody asked for. ``form`` is a key of ``FORMS``, ``why`` the reason for a final version."""

    options: ReportOptions
    form: str
    target: Path
    why: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form a report can take: the ending of its file, its name, what it is good for; ``final`` says that a final
    version can have it, ``paged`` that the paper matters.
    """

    ending: str
    name: str
    meaning: str
    final: bool = False
    paged: bool = False


FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "docx": Form(".docx", _("Word (.docx)"), _("With notes in the margin."), final=True, paged=True),
        "pdf": Form(".pdf", _("PDF"), _("The pages as they are shown here."), final=True, paged=True),
        "html": Form(".html", _("Web page"), _("One file, for any browser."), final=True),
        "csv": Form(
            ".csv", _("Tables (CSV)"), _("Claims, and links in a second file beside it, for spreadsheets.")
        ),
        "jsonld": Form(".jsonld", _("Annotations (JSON-LD)"), _("W3C Web Annotations, for other programs.")),
        "claimreview": Form(
            ".json", _("ClaimReview (JSON-LD)"), _("For fact-check indexes; without opinions.")
        ),
    }
)
"""The forms there are, in the order they are offered."""

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "dossier": (_("Dossier"), _("All there is, for an editor who has to answer for it.")),
        "memo": (_("Memo"), _("Two pages: the finding, what to settle, what is open.")),
        "annotated": (_("Annotated copy"), _("The articles with every judgement in place.")),
    }
)
"""The templates: name and meaning."""

PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "summary": _("Summary"),
        "conflicts": _("Agreement and conflict"),
        "claims": _("Claims"),
        "quotations": _("Quotations"),
        "alone": _("Found in one source only"),
        "matrix": _("Claim matrix"),
        "sources": _("Sources"),
        "annotated": _("Annotated articles"),
        "evidence": _("Evidence"),
        "asked": _("Open questions, right of reply, sign-off"),
        "corrections": _("Corrections"),
        "warnings": _("List of warnings"),
        "custody": _("Custody of the sources"),
        "method": _("Method"),
    }
)
"""What each part is called in the window."""

PAPERS: Final[Mapping[str, str]] = MappingProxyType({"a4": _("A4"), "letter": _("US Letter")})
"""The papers."""

STATUSES: Final[Mapping[bool, tuple[str, str]]] = MappingProxyType(
    {
        False: (_("Draft"), _("The case goes on; nothing is noted.")),
        True: (
            _("Final"),
            _("Noted in the case as a numbered version, with the report’s hash; this cannot be undone."),
        ),
    }
)
"""Whether a report is final."""


def kept_options(kept: Preferences) -> ReportOptions:
    """The options of the report chosen last, where they still make sense; each other one is the usual one."""
    usual = ReportOptions()
    language = kept.report_language or language_in_use(kept.language)
    return ReportOptions(
        template=kept.report_template if kept.report_template in TEMPLATES else usual.template,
        paper=kept.report_paper if kept.report_paper in KNOWN_PAPERS else usual.paper,
        language=language if language in LANGUAGES else usual.language,
        zone=_zone(kept.zone) or usual.zone,
    )


def _zone(name: str) -> str:
    """A zone by name; "" where there is none of it."""
    try:
        return name and zone_named(name).key
    except ReportError:
        return ""
