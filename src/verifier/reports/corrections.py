"""Corrections: the finalised versions of the report, and what a reader would see changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from verifier.domain.articles import Passage
from verifier.domain.kinds import Reach
from verifier.domain.reportversions import Correction, CorrectionKind, Facts, ReportVersion
from verifier.domain.versions import is_current
from verifier.reports.correction_lines import flat, lines_of
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Row, Section, Tone
from verifier.reports.quoting import quoted
from verifier.reports.tables import tables_of
from verifier.reports.wording import plain, quiet

K = CorrectionKind

_WIDTHS = (13, 45, 23, 19)
_VERSION_WIDTHS = (16, 84)


def build_corrections(ground: Ground) -> Section | None:
    """Part 12: what changed since each version, the latest first, and the versions; None where there is none."""
    versions = ground.snapshot.versions
    if not versions:
        return None
    _ = ground.gettext
    divisions = [_changes(ground, number) for number in range(_latest(ground), 1, -1)]
    lead = _(
        "What a reader of an earlier version would see changed. What was changed and changed back is not listed; the "
        "numbers of sentences never move."
    )
    return Section(
        "corrections",
        _("Corrections"),
        1,
        (plain(lead),),
        divisions=(*divisions, _versions(ground, versions)),
    )


def is_corrected(ground: Ground) -> bool:
    """Whether somebody outside would see a difference between this version and the one before it, in any report."""
    found = (_for_outside(one) for one in ground.snapshot.corrections if one.version == _latest(ground))
    return any(one.before != one.after for one in found)


def _latest(ground: Ground) -> int:
    """The number of the version the report is, or would become."""
    versions = ground.snapshot.versions
    return len(versions) + (0 if ground.options.final else 1)


# -- what may be told ------------------------------------------------------------------------------------------------


def _told(ground: Ground, number: int) -> Iterator[Correction]:
    """The corrections of a version as far as this report may tell them: nothing of what it does not print."""
    for one in ground.snapshot.corrections:
        if one.version == number and any(ground.has(part) for part in _PRINTED_IN[one.kind]):
            shown = one if ground.internal else _for_outside(one)
            if shown.before != shown.after:
                yield shown


_EVERYWHERE = ("corrections",)
_PRINTED_IN: Mapping[K, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(K, _EVERYWHERE),
        K.MARK: ("claims", "annotated"),
        K.LINK: ("conflicts", "claims", "annotated"),
        K.EVIDENCE: ("evidence", "claims"),
        K.CLAIM: ("matrix",),
        K.ABSENCE: ("alone", "matrix"),
        **dict.fromkeys((K.QUESTION, K.REPLY, K.PASS), ("asked",)),
        **dict.fromkeys((K.METADATA, K.READING), ("sources", "custody", "annotated")),
    }
)
"""The parts that print what a correction is about: where all of them are switched off, it is not told either."""


def _for_outside(one: Correction) -> Correction:
    """A correction without internal notes and confidential evidence: neither those of that time nor those that were
    printed then and are for the house alone by now.
    """
    before, after = _public(one, one.before), _public(one, one.after)
    if not one.withheld:
        return replace(one, before=before, after=after)
    notes = {value for facts in (before, after) for name, value in facts if name == "note"}
    why = "" if one.why in notes else one.why
    return replace(one, before=_hidden(one, before), after=_hidden(one, after), why=why)


def _public(one: Correction, facts: Facts) -> Facts:
    """Facts as they were printed outside at their time."""
    said = dict(facts)
    if one.kind is K.EVIDENCE and "confidential" in said:
        return ()
    if said.get("reach") == Reach.INTERNAL:
        return tuple(fact for fact in facts if fact[0] not in ("note", "reach"))
    return facts


def _hidden(one: Correction, facts: Facts) -> Facts:
    """Facts of something that is internal by now, without the words that were printed then."""
    if one.kind is K.EVIDENCE:
        return (("withheld", "1"),) if facts else ()
    return tuple(("withheld", "1") if name == "note" else (name, value) for name, value in facts)


# -- what changed ----------------------------------------------------------------------------------------------------


def _changes(ground: Ground, number: int) -> Section:
    """What changed from the version before to this one."""
    _ = ground.gettext
    versions = ground.snapshot.versions
    final = number <= len(versions)
    pattern = _("Version {number}: changed since version {former}")
    heading = pattern if final else _("Changed since version {former}, not final yet")
    rows = [Row(_cells(ground, one)) for one in _told(ground, number)]
    lead = [] if rows else [plain(_("Nothing that this report prints has changed."))]
    if final and versions[number - 1].note:
        lead.append((Piece(_("Reason:") + " ", Tone.STRONG), Piece(versions[number - 1].note)))
    heads = (_("Place"), _("What changed"), _("Why"), _("Who, when"))
    return Section(
        f"corrections.{number}",
        heading.format(number=number, former=number - 1),
        2,
        tuple(lead),
        tables_of(heads, _WIDTHS, rows),
    )


def _cells(ground: Ground, one: Correction) -> tuple[Cell, ...]:
    lines = tuple(lines_of(ground, one)) or (plain(ground.gettext("changed")),)
    return (
        (_place(ground, one),),
        (*_words_of_part(ground, one), *lines),
        (_why(ground, one),),
        (plain(one.who), quiet(ground.time(one.time))),
    )


def _why(ground: Ground, one: Correction) -> Phrase:
    """The note on it; in the second rank the reason of the whole version, which stands above the table."""
    versions = ground.snapshot.versions
    if not one.why:
        return quiet("–")
    is_general = one.version <= len(versions) and one.why == versions[one.version - 1].note
    return tuple(piece._replace(tone=Tone.QUIET) for piece in flat(one.why)) if is_general else flat(one.why)


def _place(ground: Ground, one: Correction) -> Phrase:
    """Where it is: a cross-reference as long as the place is there."""
    if not one.address:
        return quiet(ground.gettext("the whole case"))
    found = ground.rows.get(Passage, one.passage_id)
    if found is not None and one.kind in (K.MARK, K.ABSENCE) and is_current(ground.rows, found.version_id):
        return (ground.places.ref(found.id),)
    return (Piece(one.address, Tone.ADDRESS),)


def _words_of_part(ground: Ground, one: Correction) -> Cell:
    """The words a mark is on where they are less or more than a sentence."""
    found = ground.rows.get(Passage, one.passage_id) if one.kind is K.MARK else None
    if found is None or not is_current(ground.rows, found.version_id):
        return ()
    under = ground.places.under(found)
    if len(under) == 1 and (under[0].start, under[0].end) == (found.start, found.end):
        return ()
    before, after = (Piece(mark, Tone.QUIET) for mark in ground.quotation_marks)
    return ((before, *quoted(ground, found, 120), after),)


# -- the versions ----------------------------------------------------------------------------------------------------


def _versions(ground: Ground, versions: Iterable[ReportVersion]) -> Section:
    """Every finalised version with what tells it from any other."""
    _ = ground.gettext
    rows = [Row((_version_name(ground, one), _version_facts(ground, one))) for one in versions]
    lead = _(
        "A final report is frozen with the state and the numbers of its case. The hashes show whether a file, or a "
        "case, is the one that was finalised."
    )
    grid = Grid((_("Version"), _("What was frozen")), _VERSION_WIDTHS, tuple(rows))
    return Section("corrections.versions", _("Versions"), 2, (quiet(lead),), (grid,))


def _version_name(ground: Ground, one: ReportVersion) -> Cell:
    name = ground.gettext("Version {number}").format(number=one.number)
    template = ground.gettext(_TEMPLATES[one.template]) if one.template in _TEMPLATES else one.template
    return ((Piece(name, Tone.STRONG),), quiet(template))


def _version_facts(ground: Ground, one: ReportVersion) -> Cell:
    _ = ground.gettext
    steps = ground.count("{n} step of the case", "{n} steps of the case", one.steps)
    lines: list[Phrase] = [plain(f"{ground.time(one.time)} · {one.checker} · {steps}")]
    if one.note:
        lines.append((Piece(_("Reason:") + " ", Tone.QUIET), Piece(one.note)))
    hashes = (
        (_("SHA-256 of the report"), one.sha256),
        (_("SHA-256 of the case’s state"), one.state_sha256),
        (_("Hash of the last step"), one.head_hash),
    )
    for caption, value in hashes:
        told = (Piece(value, Tone.CODE),) if value else quiet(_("this document: its case keeps it"))
        lines += [quiet(caption), told]
    return tuple(lines)


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


_TEMPLATES = {"dossier": _("dossier"), "memo": _("memo"), "annotated": _("annotated copy")}
