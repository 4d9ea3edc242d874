"""Errors a person can act on: a code and values here, words in ``verifier.i18n.messages``."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOSPC: "no-space",
    errno.EDQUOT: "no-space",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "disk-read-only",
    errno.ENAMETOOLONG: "name-too-long",
}
"""Why the system refuses a file, where that is worded in the user's language."""


def reason_of(error: Exception) -> str:
    """Why the system refused something: a code of ``verifier.i18n.reasons`` where it is a common reason, else what
    the system says.
    """
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    return known or getattr(error, "strerror", None) or str(error) or type(error).__name__


class VerifierError(Exception):
    """Something a person must be told.

    ``code`` names the message (a key of ``verifier.i18n.messages.MESSAGES``), ``where`` the file, article or
    address it is about, ``values`` what the message is filled with.
    """

    def __init__(self, code: str, where: str = "", **values: object) -> None:
        super().__init__(code, where, values)
        self.code = code
        self.where = where
        self.values: dict[str, object] = values

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.code, self.where, self.values)

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value}" for key, value in self.values.items())
        return f"{self.code}: {self.where}" + (f" ({details})" if details else "")


def _rebuild(kind: type[VerifierError], code: str, where: str, values: dict[str, object]) -> VerifierError:
    """Make the error again in another process."""
    return kind(code, where, **values)


class ReadError(VerifierError):
    """A source could not be read as an article."""


class CaseError(VerifierError):
    """A case file could not be opened, trusted or written."""


class StepError(VerifierError):
    """A step was refused; nothing changed."""


class ReportError(VerifierError):
    """A report could not be written; an older one at the same place is untouched."""
