"""The cover: title, question, finding, who and when, and what the signs mean."""

from __future__ import annotations

from verifier import __version__
from verifier.domain.kinds import Label
from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.characters import one_line, unified_breaks
from verifier.reports.corrections import is_corrected
from verifier.reports.ground import Ground
from verifier.reports.meanings import LABEL_MEANINGS
from verifier.reports.parts import Cover, Legend


def build_cover(ground: Ground) -> Cover:
    """Title, question, finding, who and when, and what the signs mean."""
    _ = ground.gettext
    details = ground.rows.details
    checkers = ", ".join(ground.snapshot.checkers) or _("nobody named")
    reviewer = details.reviewer.strip()
    when = ground.spoken(ground.when)
    status = status_line(ground)
    status = status[:1].lower() + status[1:]
    by = _("checked by {checkers}").format(checkers=checkers)
    reviewed = _("reviewed by {reviewer}").format(reviewer=reviewer) if reviewer else _("reviewer not named")
    question = one_line(details.question) or _("not written down yet")
    kind = _(_KINDS[ground.options.template])
    return Cover(
        kind=kind,
        title=title_of(ground),
        question=question,
        question_line=_("Question checked: {question}").format(question=question),
        finding=_lines(details.finding) or (_("No finding has been written yet."),),
        status=_status_word(ground),
        version=str(_number(ground)),
        checkers=checkers,
        reviewer=reviewer or _("reviewer not named"),
        when=when,
        line=" · ".join((kind, status, when, by, reviewed)),
        legend=build_legend(ground),
        legend_sentence=_legend_sentence(ground),
    )


def _legend_sentence(ground: Ground) -> str:
    """What "verified" means, and "not confirmed" where that is said of anything."""
    _ = ground.gettext
    told = _("“Verified” means confirmed by the basis named beside it. It does not mean “true”.")
    if any(article.unconfirmed for article in ground.rows.articles()):
        told += " " + _(
            "“Not confirmed” is what the program found in a source and no person has looked at yet."
        )
    return told


def title_of(ground: Ground) -> str:
    """The case's title, or the name of its file."""
    return one_line(ground.rows.details.title) or ground.snapshot.case_name


def _number(ground: Ground) -> int:
    """The number of the version: that of the frozen one, else of the one this draft may become."""
    versions = ground.snapshot.versions
    if ground.options.final and versions:
        return versions[-1].number
    return versions[-1].number + 1 if versions else 1


def _status_word(ground: Ground) -> str:
    """ "draft", "final", or "corrected": a final report after an earlier one."""
    _ = ground.gettext
    if not (ground.options.final and ground.snapshot.versions):
        return _("draft")
    return _("corrected") if is_corrected(ground) else _("final")


def status_line(ground: Ground) -> str:
    """ "Draft 1", "Final, version 1" or "Corrected, version 2"."""
    _, number = ground.gettext, _number(ground)
    if not (ground.options.final and ground.snapshot.versions):
        return _("Draft {version}").format(version=number)
    words = _("Corrected, version {version}") if is_corrected(ground) else _("Final, version {version}")
    return words.format(version=number)


def stamp_of(ground: Ground) -> str:
    """What is stamped on every page of an internal copy; "" on any other."""
    return (
        ground.gettext("INTERNAL COPY – holds internal notes, not for publication") if ground.internal else ""
    )


def build_legend(ground: Ground) -> tuple[Legend, ...]:
    """Each label with its sign, word and short meaning."""
    return tuple(
        Legend(
            str(label),
            f"{GLYPHS[label]} {ground.word('label', label)}",
            ground.gettext(LABEL_MEANINGS[label][0]),
        )
        for label in Label
    )


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


_KINDS = {
    "dossier": _("Verification report"),
    "memo": _("Verification memo"),
    "annotated": _("Annotated copy"),
}
"""What each template calls itself."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in unified_breaks(text).split("\n") if line.strip())


def program_name() -> str:
    """The program and its version, as reports name it."""
    return f"Verifier {__version__}"
