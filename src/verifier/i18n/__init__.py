"""Words for people: the translator that is passed in, and the messages for codes."""

from __future__ import annotations

import gettext
from typing import Protocol


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
