"""Help and misuse in the user's language.

argparse takes its own words from the process's text domain. That domain is given ours, so that one translation holds
both, and nothing else in the program uses it: whatever shows words is given a translator.
"""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from verifier.i18n import WRITTEN_IN, language_in_use

if TYPE_CHECKING:
    from argparse import Action, _MutuallyExclusiveGroup

DOMAIN = "verifier"


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


OF_ARGPARSE = (
    _("usage: "),
    _("positional arguments"),
    _("options"),
    _("show this help message and exit"),
    _("show program's version number and exit"),
    _("the following arguments are required: %s"),
    _("one of the arguments %s is required"),
    _("unrecognized arguments: %s"),
    _("argument %(argument_name)s: %(message)s"),
    _("invalid choice: %(value)r (choose from %(choices)s)"),
    _("invalid %(type)s value: %(value)r"),
    _("expected one argument"),
    _("expected at least one argument"),
    _("not allowed with argument %s"),
    _("ambiguous option: %(option)s could match %(matches)s"),
)
"""The words of argparse itself that a call of ours can show."""


def speak_the_users_language() -> None:
    """Let argparse speak the system's language from here on, where we have it."""
    used = language_in_use()
    if used == WRITTEN_IN:
        return
    from verifier.resources import resource

    os.environ.setdefault("LANGUAGE", used)  # a system without such variables has told us in another way
    gettext.bindtextdomain(DOMAIN, str(resource("translations")))
    gettext.textdomain(DOMAIN)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Shows help in the user's language: what the parsers were given in English is translated here."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The first line."""
        super().add_usage(usage, actions, groups, gettext.gettext("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """A heading, as "options"."""
        super().start_section(_worded(heading))

    def add_text(self, text: str | None) -> None:
        """What stands before and after the options."""
        super().add_text(_worded(text))

    def _get_help_string(self, action: Action) -> str | None:
        return _worded(action.help)


def _worded(text: str | None) -> str | None:
    return gettext.gettext(text) if text and text != argparse.SUPPRESS else text
