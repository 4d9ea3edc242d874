"""Words for every code a core error or reader warning carries: what happened, to what, and what to do.

One table, so that the window and the command line say the same, and a translator finds all of it in one place.
"""

from __future__ import annotations

from collections.abc import Mapping

from verifier.i18n import ENGLISH, Translator


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


MESSAGES: dict[str, str] = {
    # -- errors: "{where}" is the file, article or address -------------------------------------------------------
    # -- reader warnings -----------------------------------------------------------------------------------------
}


def word(code: str, where: str, values: Mapping[str, object], translator: Translator = ENGLISH) -> str:
    """The message for a code, filled in; a code without words is shown as itself, never hidden."""
    template = translator.gettext(MESSAGES.get(code, "{where}: " + code))
    return template.format_map(
        _Filled({"where": where, **{key: str(value) for key, value in values.items()}})
    )


class _Filled(dict[str, str]):
    """Leaves a name in the message visible where no value came for it."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
