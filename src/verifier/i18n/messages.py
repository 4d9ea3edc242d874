"""Words for every code a core error or reader warning carries: what happened, to what, and what to do.

One table, so that the window and the command line say the same: errors from ``case_errors``, ``source_errors`` and
``report_errors``, warnings from ``notices``.
"""

from __future__ import annotations

from collections.abc import Mapping

from verifier.i18n import ENGLISH, Translator
from verifier.i18n.case_errors import CASE_ERRORS
from verifier.i18n.flaws import flaw_words
from verifier.i18n.notices import NOTICES
from verifier.i18n.reasons import reason_words
from verifier.i18n.report_errors import REPORT_ERRORS
from verifier.i18n.source_errors import SOURCE_ERRORS

ERRORS: dict[str, str] = {**CASE_ERRORS, **SOURCE_ERRORS, **REPORT_ERRORS}
MESSAGES: dict[str, str] = {**ERRORS, **NOTICES}


def word(code: str, where: str, values: Mapping[str, object], translator: Translator = ENGLISH) -> str:
    """The message for a code, filled in; a code without words is shown as itself, never hidden."""
    template = translator.gettext(MESSAGES.get(code, "{where}: " + code))
    told = {key: one_line(str(value)) for key, value in values.items()}
    if code == "case-damaged" and "detail" in told:
        told["detail"] = flaw_words(told["detail"], translator)
    told |= {key: reason_words(told[key], translator) for key in ("reason", "detail") if key in told}
    return template.format_map(Filled({"where": one_line(where), **told}))


_MOST_TOLD = 700
_STEERING = (
    range(0x20),
    range(0x7F, 0xA0),
    range(0x2028, 0x202F),
    range(0x2066, 0x206A),
    range(0xD800, 0xE000),
)
_CONTROLS = {code: "\ufffd" for codes in _STEERING for code in codes}


def one_line(value: str) -> str:
    """What came from outside as a message can hold it: on one line, cut where it is long, without characters that
    steer a terminal or cannot be written.
    """
    if not value.isprintable():
        value = " ".join(value[: 2 * _MOST_TOLD].split()).translate(_CONTROLS)
    return value if len(value) <= _MOST_TOLD else value[:_MOST_TOLD].rstrip() + "…"


class Filled(dict[str, str]):
    """Leaves a name in the message visible where no value came for it."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
