"""Words for every code the check of a case file tells its finding by: what does not hold, and where it is seen."""

from __future__ import annotations

from verifier.i18n import Translator


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is told."""
    return message


FLAWS: dict[str, str] = {
    "blob-altered": _("an original or a text in it is not what was stored: {where}"),
    "blob-missing": _("an original or a text is missing: {where}"),
    "blob-outside-text": _("what was kept of an article's formatting lies outside its text: {where}"),
    "chain-broken": _("the history is broken at step {where}"),
    "content-unreadable": _("what it holds does not fit together: {where}"),
    "field-unknown": _("an article has a detail nobody knows: {where}"),
    "identity-malformed": _("it does not say which case it is: “{where}” is no identity"),
    "letter-unknown": _("an article has no letter: {where}"),
    "no-time": _("something has no time: {where}"),
    "paragraph-outside-text": _("a paragraph lies outside its text: {where}"),
    "paragraphs-overlap": _("two paragraphs lie over one another: {where}"),
    "passage-outside-text": _("a passage lies outside its text: {where}"),
    "passage-words-differ": _("a passage has other words than were judged: {where}"),
    "report-version-wrong": _("a version of the report is not what its step recorded: {where}"),
    "row-hangs-on-none": _("something belongs to nothing in the case: {where}"),
    "row-unreadable": _("a row cannot be read, in the table {where}"),
    "rows-differ-from-journal": _("what it holds is not what its history says, in the table {where}"),
    "sentence-of-another-text": _("a sentence belongs to another text: {where}"),
    "sentences-do-not-tile": _("the sentences of a paragraph leave gaps or overlap: {where}"),
    "step-altered": _("step {where} of the history was altered"),
    "step-does-not-fit": _("step {where} of the history does not fit what was there before it"),
    "step-missing": _("a step of the history is missing: {where}"),
    "step-unreadable": _("a step of the history cannot be read: {where}"),
    "version-of-another-article": _("an article's text belongs to another article: {where}"),
}
"""The words by code; where the flaw is seen stands behind the code: a number, an id, a table or a fingerprint."""


def flaw_words(detail: str, translator: Translator) -> str:
    """What a check found, as the core tells it ("step-altered 7"), in words; what SQLite says stays as it is."""
    code, _space, where = detail.partition(" ")
    return translator.gettext(FLAWS[code]).format(where=where) if code in FLAWS else detail
