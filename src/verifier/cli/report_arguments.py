"""What may be written behind ``report`` and ``export``."""

from __future__ import annotations

from argparse import ArgumentParser, BooleanOptionalAction
from gettext import gettext
from pathlib import Path

FORM_NAMES = ("docx", "html", "pdf", "csv", "jsonld", "claimreview")
"""``verifier.reports.FORMS`` and the pages of the window, neither of which is imported for a help text; a test compares
them.
"""

PART_NAMES = (
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
"""``verifier.reports.options.PARTS``, likewise."""


def add_report_arguments(parser: ArgumentParser) -> None:
    """What both verbs take behind the case."""
    parser.add_argument(
        "--template",
        default="dossier",
        metavar="NAME",
        help="dossier (all of it, the default), memo (two pages) or annotated (the articles alone)",
    )
    _add_parts(parser)
    parser.add_argument(
        "--time", default="", metavar="ISO", help="the time printed; else now (2026-11-21T14:02+01:00)"
    )
    parser.add_argument(
        "--zone", default="UTC", metavar="Z", help="the zone times are printed in (Europe/Berlin)"
    )
    parser.add_argument("--language", default="en", metavar="L", help="the report's own words: en or ru")
    parser.add_argument("--paper", default="a4", metavar="P", help="a4 or letter")
    parser.add_argument(
        "--house-style",
        type=Path,
        metavar="OWN.docx",
        help="a Word document of your own whose styles are used",
    )
    parser.add_argument(
        "--internal-copy",
        action="store_true",
        help="with internal notes and confidential evidence; every page is stamped",
    )
    parser.add_argument(
        "--embed",
        action=BooleanOptionalAction,
        default=None,
        help="carry the machine-readable data in the document; a memo does not unless asked",
    )
    parser.add_argument(
        "--final", action="store_true", help="freeze the case as the next version of the report"
    )
    parser.add_argument(
        "--why",
        default="",
        metavar="TEXT",
        help="with --final: the reason for the version, for the corrections",
    )


def _add_parts(parser: ArgumentParser) -> None:
    without = gettext("leave this part out, or several with commas; may be repeated: {parts}")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PART",
        help=without.format(parts=", ".join(PART_NAMES)),
    )
    parser.add_argument(
        "--with",
        action="append",
        default=[],
        metavar="PART",
        help="put in a part the template has not; may be repeated",
    )


def add_form_argument(parser: ArgumentParser) -> None:
    """What ``export`` takes besides."""
    one_of = gettext("one of: {forms}").format(forms=", ".join(FORM_NAMES))
    parser.add_argument("--format", dest="form", required=True, metavar="FORM", help=one_of)
    parser.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="with claimreview: where the report will be published (https://example.org/report)",
    )
