"""What a report is asked to be: template, parts, time, zone, paper, language, and whether it stays in the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from verifier.domain.errors import ReportError

PARTS = (
    "summary",
    "conflicts",
    "claims",
    "quotations",
    "alone",
    "matrix",
    "sources",
    "annotated",
    "evidence",
    "asked",
    "corrections",
    "warnings",
    "custody",
    "method",
)
"""The names of the parts behind the cover, in the order an editor reads them."""

PARTS_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"dossier": PARTS, "memo": ("summary", "conflicts", "asked"), "annotated": ("annotated",)}
)
"""The parts each template holds by itself."""

TEMPLATES = tuple(PARTS_OF)
"""The templates there are."""

PAPERS = ("a4", "letter")
"""The page sizes there are."""

LANGUAGES = ("en", "ru")
"""The languages a report can be told in."""

EMBEDDING = frozenset({"dossier", "annotated"})
"""The templates that carry machine-readable data unless it is asked otherwise."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The choices of one report. ``time`` is ISO 8601 (without offset: UTC); "" is the snapshot's own time.

    ``internal_copy`` lets internal notes and confidential evidence in, and stamps every page. ``without`` names parts
    that are switched off, ``also`` parts beyond those of the template. ``house_style`` is a .docx whose styles are
    used, ``house_name`` its name for messages. ``embed`` says whether machine-readable data is carried; None leaves
    that to the template. ``final`` says that this is the frozen version. ``address`` is where the report will be
    published, for ClaimReview; "" where that is not known.
    """

    template: str = "dossier"
    time: str = ""
    zone: str = "UTC"
    internal_copy: bool = False
    paper: str = "a4"
    language: str = "en"
    without: frozenset[str] = frozenset()
    house_style: bytes = b""
    house_name: str = ""
    embed: bool | None = None
    final: bool = False
    also: frozenset[str] = frozenset()
    address: str = ""


def chosen_parts(options: ReportOptions) -> frozenset[str]:
    """The names of the parts a report may have: its template's and those asked for, less those switched off."""
    return (frozenset(PARTS_OF[options.template]) | options.also) - options.without


def is_embedding(options: ReportOptions) -> bool:
    """Whether the report carries its machine-readable data."""
    return options.template in EMBEDDING if options.embed is None else options.embed


def is_address(text: str) -> bool:
    """Whether a report can be published there: an http or https address, written as one."""
    from verifier.reports.printed import is_public

    return is_public(text)


def check_options(options: ReportOptions) -> None:
    """Refuse a template, a part, a paper, a language, a zone or a time there is not, an address that is none of the
    web, and a house style that is no Word document, with ReportError.
    """
    _check_known("unknown-template", options.template, TEMPLATES)
    _check_known("unknown-paper", options.paper, PAPERS)
    _check_known("unknown-language", options.language, LANGUAGES)
    for name in sorted(options.without | options.also):
        _check_known("unknown-part", name, PARTS)
    zone = zone_named(options.zone)
    if options.time:
        instant(options.time, zone)
    if options.address and not is_address(options.address):
        raise ReportError("bad-address", options.address)
    if options.house_style:
        _check_house_style(options)


def house_bytes(path: Path) -> bytes:
    """The bytes of a house style's file, for ``ReportOptions``. Raises ReportError where there is no such file, or one
    that is empty, too big, or cannot be read.
    """
    from verifier.reports.word.house import MOST_BYTES

    try:
        if not path.is_file():  # a pipe would be waited for
            raise ReportError("house-style-unreadable" if path.exists() else "house-style-missing", str(path))
        if path.stat().st_size > MOST_BYTES:
            raise ReportError("house-style-too-big", str(path), part="")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise ReportError("house-style-unreadable", str(path)) from error
    if not data:
        raise ReportError("house-style-unreadable", str(path))
    return data


def _check_known(code: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ReportError(code, value, known=", ".join(known))


def _check_house_style(options: ReportOptions) -> None:
    """That the house style is a Word document that can be used, with all the writer asks of it."""
    from verifier.reports.word.house import read_house

    read_house(options.house_style, options.house_name)


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
