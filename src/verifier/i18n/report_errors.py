"""Words for reports that cannot be made or written. "{where}" is the file, article or address."""

from __future__ import annotations


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


REPORT_ERRORS: dict[str, str] = {
    # reports
    "report-folder-missing": _("{where}: there is no folder {folder}. Make it first, or choose another."),
    "report-not-writable": _(
        "{where}: the report could not be written ({reason}). Close it where it is open, or choose another place; "
        "what was there is untouched."
    ),
    "final-report-not-put": _(
        "{where}: version {number} of the report is noted in the case, but its file could not be put there ({reason}). "
        "Finalise again before anything is changed: the very same version is written."
    ),
    "report-target-is-folder": _("{where} is a folder. Name the report’s file, as report.docx."),
    "report-target-is-case": _(
        "{where} is a case, or another database, and no report is put in its place. Name the report’s file, as "
        "report.docx."
    ),
    "report-target-is-house-style": _(
        "{where} is the house style itself, and is not replaced by a report. Choose another name."
    ),
    "bad-zone": _("“{where}” is no time zone. Write its name, as Europe/Berlin or UTC."),
    "bad-time": _("“{where}” is no time. Write it as 2026-11-21T14:02+01:00."),
    "bad-address": _("“{where}” is no web address. Write it as https://example.org/report."),
    "address-without-use": _(
        "Only ClaimReview names where the report is published: use --format claimreview."
    ),
    "unknown-template": _("There is no report template “{where}”. There is: {known}."),
    "unknown-paper": _("There is no paper “{where}”. There is: {known}."),
    "unknown-language": _("A report cannot be told in “{where}”. It can in: {known}."),
    "unknown-part": _("A report has no part “{where}”. Its parts are: {known}."),
    "pdf-without-window": _(
        "A PDF is set with PySide6, which is not installed. Install it, or export html or docx."
    ),
    "unknown-form": _("There is no report form “{where}”. There is: {known}."),
    "house-style-damaged": _(
        "{where} is damaged, or holds what no Word document should ({detail}). Open it in Word, save it again as "
        ".docx, and choose that."
    ),
    "house-style-macros": _(
        "{where} holds macros, which a report must not. Save it as .docx and choose that."
    ),
    "house-style-remote": _(
        "{where} would have Word fetch something from {target}, so it was not used. Save it without, and choose that."
    ),
    "house-style-too-big": _(
        "{where} is too big for a house style. Choose a document with styles and little else."
    ),
    "house-style-missing": _(
        "{where}: there is no such file. Name a Word document (.docx) whose styles are used."
    ),
    "house-style-unreadable": _("{where} is no Word document (.docx) whose styles could be used."),
}
