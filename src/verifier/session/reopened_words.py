"""What became of a report that was opened as a case, in words: for the command line and the window alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from verifier.domain.reopened import CameBack, Coming, Remark, Reopened
from verifier.i18n import Translator


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is told."""
    return message


@dataclass(frozen=True, slots=True)
class Told:
    """A list under its heading. Lines may hold words of articles and editors: they are plain text."""

    heading: str
    lines: tuple[str, ...]


_HOW = {
    Coming.ADDED: _("{place}: {who} wrote: {text}"),
    Coming.ANSWERED: _("{place}: {who} answered the note: {text}"),
    Coming.CHANGED: _("{place}: the note was changed to: {text}"),
}

_LACKING = {
    "summary": _("what the editor is asked to do about a passage"),
    "conflicts": _("links between passages"),
    "claims": _("whose words a passage is"),
    "matrix": _("claims with a wording of their own"),
    "sources": _("the web addresses of the sources"),
    "evidence": _("pieces of evidence"),
    "asked": _("questions, replies and passes"),
    "custody": _("what the sources were, with their hashes"),
}
"""What a case lacks when the part of the report that prints it was switched off."""


def summary_of(found: Reopened, translator: Translator) -> str:
    """What came, counted: "2 articles, 9 judged passages, 4 links, 3 notes"."""
    count = translator.ngettext
    return ", ".join(
        (
            count("{n} article", "{n} articles", found.articles).format(n=found.articles),
            count("{n} judged passage", "{n} judged passages", found.marks).format(n=found.marks),
            count("{n} link", "{n} links", found.links).format(n=found.links),
            count("{n} note", "{n} notes", found.notes).format(n=found.notes),
        )
    )


def told(found: Reopened, translator: Translator) -> tuple[Told, ...]:
    """What came back from the margins, and what fits nowhere, as lists; those with nothing in them are left out."""
    text = translator.gettext
    lists = (
        Told(text("Comments that came back as internal notes"), _came(found, text, printed=False)),
        Told(text("Comments that now stand under a printed note: read them before the next report"),
             _came(found, text, printed=True)),
        Told(text("Comments that fit no passage, kept as open questions"),
             tuple(_homeless(one, text) for one in found.homeless)),
        Told(text("Judged on an earlier reading that the report does not hold, kept as open questions"),
             tuple(_one_line(one) for one in found.left)),
        Told(text("Notes whose comment was taken out of the document; the case has them all the same"),
             found.silenced),
        Told(text("Not in the report, since its part was switched off"),
             tuple(text(_LACKING[part]) for part in found.missing)),
    )  # fmt: skip
    return tuple(one for one in lists if one.lines)


def _came(found: Reopened, text: Callable[[str], str], *, printed: bool) -> tuple[str, ...]:
    return tuple(_line(one, text) for one in found.came if one.printed is printed)


def _line(one: CameBack, text: Callable[[str], str]) -> str:
    said = {"place": one.address, "who": one.remark.signed, "text": _one_line(one.remark.text)}
    return text(_HOW[one.how]).format_map(said)


def _homeless(remark: Remark, text: Callable[[str], str]) -> str:
    said = {"who": remark.signed, "words": _one_line(remark.words), "text": _one_line(remark.text)}
    pattern = text("{who} on “{words}”: {text}") if remark.words else text("{who}: {text}")
    return pattern.format_map(said)


def _one_line(words: str) -> str:
    return " ".join(words.split())
