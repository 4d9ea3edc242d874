"""Words for people: the translator that is passed in, and the messages for codes."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Translator(Protocol):
    """What turns an English string of the program into the user's language."""

    def gettext(self, message: str) -> str:
        """The translation, or the message itself."""
        ...

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The translation in the plural form for ``count``."""
        ...

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a message that has several meanings, told apart by ``context``."""
        ...


ENGLISH: Translator = gettext.NullTranslations()
"""The strings as they stand in the code."""

WRITTEN_IN = "en"
"""The language of the strings in the code."""


def translator(language: str = "", folder: Path | None = None) -> Translator:
    """The translator for a language ("ru", "pt_BR"), or for the system's where none is named; English where we have
    no translation. ``folder`` is where the translations are, if not among our own files. It reads its catalogue when
    the first word is asked of it.
    """
    used = language_in_use(language, folder)
    if used == WRITTEN_IN:
        return ENGLISH
    from verifier.i18n.catalogues import Later

    return Later(used, folder)


def language_in_use(language: str = "", folder: Path | None = None) -> str:
    """The code of the language the words are in when this one is asked for; "" asks for the system's."""
    from verifier.i18n.system import variants, wished

    for wish in (language,) if language else wished():
        for code in variants(wish):
            if code == WRITTEN_IN:
                return code
            from verifier.i18n.catalogues import has_catalogue

            if has_catalogue(code, folder):
                return code
    return WRITTEN_IN
