"""The few words a page or a table needs beside those of the outline."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.i18n import Translator, translator
from verifier.reports.parts import Outline


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a page: "{number}" in them is the number of a note."""

    skip: str
    note: str
    back_from_note: str
    footnote: str
    back_from_footnote: str
    footnotes: str
    more_notes: str


def words_for(say: Translator) -> Words:
    """The words in a translator's language."""
    return Words(
        skip=say.gettext("Skip to the report"),
        note=say.gettext("Note {number}"),
        back_from_note=say.gettext("Back to the words of note {number}"),
        footnote=say.gettext("Footnote {number}"),
        back_from_footnote=say.gettext("Back to the words of footnote {number}"),
        footnotes=say.gettext("Footnotes"),
        more_notes=say.gettext("More notes"),
    )


def translator_of(outline: Outline) -> Translator:
    """The translator for the language an outline is in; English where we have none."""
    return translator(outline.language)
