"""What a report is asked to be: template, time, zone, paper, and whether it stays in the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from verifier.domain.errors import ReportError

TEMPLATES = ("dossier",)
"""The templates there are."""

PAPERS = ("a4", "letter")
"""The page sizes there are."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The choices of one report. ``time`` is ISO 8601 (without offset: UTC); "" is the snapshot's own time.

    ``internal_copy`` lets internal notes and confidential evidence in, and stamps every page.
    """

    template: str = "dossier"
    time: str = ""
    zone: str = "UTC"
    internal_copy: bool = False
    paper: str = "a4"


def check_options(options: ReportOptions) -> None:
    """Refuse a template or a paper there is not, with ReportError."""
    if options.template not in TEMPLATES:
        raise ReportError("unknown-template", options.template, known=", ".join(TEMPLATES))
    if options.paper not in PAPERS:
        raise ReportError("unknown-paper", options.paper, known=", ".join(PAPERS))


def zone_named(name: str) -> ZoneInfo:
    """The time zone of this name ("Europe/Berlin"). Raises ReportError where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ReportError("bad-zone", name) from error


def instant(text: str, zone: ZoneInfo) -> datetime:
    """An ISO 8601 time, told in a zone; one without offset is UTC. Raises ReportError where it is no time."""
    try:
        time = datetime.fromisoformat(text)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(zone)
    except (ValueError, OverflowError) as error:
        raise ReportError("bad-time", text) from error
