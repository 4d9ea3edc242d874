"""The translations among our own files: ``translations/<language>/LC_MESSAGES/verifier.mo``, compiled by the build."""

from __future__ import annotations

import gettext
import struct
from functools import cached_property
from pathlib import Path

from verifier.i18n import ENGLISH, WRITTEN_IN, Translator
from verifier.resources import resource

NAME = "verifier.mo"


def catalogue(language: str, folder: Path | None = None) -> Translator:
    """The translation into a language. Raises FileNotFoundError where there is none, OSError or ValueError where it is
    damaged.
    """
    with _path(language, folder).open("rb") as file:
        return gettext.GNUTranslations(file)


class Later:
    """A translation that is read when its first word is needed; one that cannot be read leaves the words English."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self._language, self._folder = language, folder

    def __reduce__(self) -> tuple[type[Later], tuple[str, Path | None]]:
        """Another process reads the catalogue anew: what was read of it here cannot be sent there."""
        return Later, (self._language, self._folder)

    @cached_property
    def _words(self) -> Translator:
        try:
            return catalogue(self._language, self._folder)
        except (OSError, ValueError, struct.error):
            return ENGLISH

    def gettext(self, message: str) -> str:
        """The translation, or the message itself."""
        return self._words.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The translation in the plural form for ``count``."""
        return self._words.ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a message that has several meanings, told apart by ``context``."""
        return self._words.pgettext(context, message)


def has_catalogue(language: str, folder: Path | None = None) -> bool:
    """Whether there is a translation into a language."""
    try:
        return language.replace("_", "").isalnum() and _path(language, folder).is_file()
    except FileNotFoundError:
        return False


def languages(folder: Path | None = None) -> dict[str, str]:
    """The languages the program speaks, by code, each by its own name; English first."""
    found = _folder(folder).glob(f"*/LC_MESSAGES/{NAME}")
    codes = [WRITTEN_IN, *sorted(path.parents[1].name for path in found)]
    return {code: _own_name(ENGLISH if code == WRITTEN_IN else catalogue(code, folder)) for code in codes}


def _own_name(words: Translator) -> str:
    """What a language calls itself: each translation gives its own name for this one message."""
    return words.pgettext("the name of this language in itself", "English")


def _folder(folder: Path | None) -> Path:
    return resource("translations") if folder is None else folder


def _path(language: str, folder: Path | None) -> Path:
    return _folder(folder) / language / "LC_MESSAGES" / NAME
