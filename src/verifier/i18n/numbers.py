"""Numbers as a language writes them."""

from __future__ import annotations

from verifier.i18n import Translator


def grouped(number: int, translator: Translator) -> str:
    """A whole number with its thousands set apart: 12,345 in English, 12 345 in Russian."""
    return f"{number:,}".replace(",", translator.pgettext("between the thousands of a number", ","))


def with_decimals(number: float, digits: int, translator: Translator) -> str:
    """A number with so many decimals: 99.5 in English, 99,5 in Russian."""
    point = translator.pgettext("before the decimals of a number", ".")
    return f"{number:.{digits}f}".replace(".", point)
