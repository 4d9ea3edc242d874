"""Words for every code by which the core tells why the system refuses a file."""

from __future__ import annotations

from verifier.i18n import Translator


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is told."""
    return message


REASONS: dict[str, str] = {
    "disk-read-only": _("the disk is read-only"),
    "file-read-only": _("the file is read-only"),
    "name-too-long": _("the name is too long"),
    "no-ordinary-file": _("it is no ordinary file"),
    "no-space": _("no space left on the disk"),
    "not-allowed": _("permission denied"),
}
"""The words by code."""


def reason_words(reason: str, translator: Translator) -> str:
    """Why something was refused, in words; what the system itself says stays as it is."""
    return translator.gettext(REASONS[reason]) if reason in REASONS else reason
