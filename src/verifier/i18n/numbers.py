"""Numbers as a language writes them."""

from __future__ import annotations

from verifier.i18n import Translator


def grouped(number: int, translator: Translator) -> str:
    """A whole number with its thousands set apart: 12,345 in English, 12 345 in Russian."""
    return f"{number:,}".replace(",", translator.pgettext("between the thousands of a number", ","))
