"""The claims: every passage labelled disputed, unconfirmed or verified, with what the label stands on."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.articles import Passage
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Label
from verifier.domain.versions import passages_left_behind
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Phrase, Piece, Row, Section, Tone
from verifier.reports.quoting import quoted
from verifier.reports.tables import tables_of
from verifier.reports.wording import basis_cell, hanging_cell, plain, quiet, tag_piece

CLAIM_LABELS = (Label.DISPUTED, Label.UNCONFIRMED, Label.VERIFIED)
"""The labels that make a claim, in the order an editor needs them."""

_Judged = tuple[Passage, Mark]


def claim_anchors(ground: Ground) -> dict[str, str]:
    """The anchors of all claims, by passage id; none where the report has no part on claims."""
    if not ground.has("claims"):
        return {}
    ids = [passage.id for passage, mark in ground.places.judged_marks() if mark.label in CLAIM_LABELS]
    return {passage_id: f"c{number}" for number, passage_id in enumerate(ids, 1)}


def build_claims(ground: Ground) -> Section:
    """The claims by label, then by article; opinion and no-claim stand in the annotated articles alone."""
    _, anchors = ground.gettext, claim_anchors(ground)
    groups: dict[Label, list[_Judged]] = {label: [] for label in CLAIM_LABELS}
    for passage, mark in ground.places.judged_marks():
        if mark.label in groups:
            groups[mark.label].append((passage, mark))
    lead: tuple[Phrase, ...] = ()
    if ground.has("annotated"):
        lead = (quiet(_("Opinions and sentences without a claim stand in the annotated articles alone.")),)
    divisions = [_division(ground, label, rows, anchors) for label, rows in groups.items()]
    left = passages_left_behind(ground.rows)
    if left:
        divisions.append(_left_behind(ground, left))
    return Section("claims", _("Claims"), 1, lead, (), tuple(divisions))


def _left_behind(ground: Ground, left: Sequence[Passage]) -> Section:
    """What stands on an earlier reading of an article: printed, and counted nowhere."""
    _ = ground.gettext
    lead = plain(
        _(
            "These judgements stand on an earlier reading of the article. Their words were not found again for sure in "
            "the article as it is read now, and nobody has said yet where they belong; they are counted nowhere."
        )
    )
    heads = (_("Place"), _("Words"), _("What hangs on them"), _("Note and checker"))
    rows = [Row(_left_cells(ground, passage)) for passage in left if ground.places.is_judged(passage)]
    grids = tables_of(heads, (13, 41, 23, 23), rows)
    return Section("claims.left-behind", _("Left behind by a new reading"), 2, (lead,), grids)


def _left_cells(ground: Ground, passage: Passage) -> tuple[Cell, ...]:
    mark = ground.rows.mark_on(passage.id)
    words = quoted(ground, passage)
    place: Cell = ((ground.places.ref(passage.id),),)
    if mark is None:
        return place, (words,), hanging_cell(ground, passage.id), (quiet("–"),)
    tag = ((tag_piece(ground, mark),),) if mark.label else ()
    return place, (words, *tag), hanging_cell(ground, passage.id), _note_cell(ground, mark)


def _division(ground: Ground, label: Label, judged: Sequence[_Judged], anchors: dict[str, str]) -> Section:
    _ = ground.gettext
    word = ground.word("label", label)
    lead: tuple[Phrase, ...] = ()
    if not judged:
        lead = (plain(_("No passage is labelled {label}.").format(label=word)),)
    heads = (_("Place"), _("Words"), _("Basis"), _("Note and checker"))
    rows = [_row(ground, passage, mark, anchors) for passage, mark in judged]
    return Section(
        f"claims.{label}", word[:1].upper() + word[1:], 2, lead, tables_of(heads, (9, 43, 25, 23), rows)
    )


def _row(ground: Ground, passage: Passage, mark: Mark, anchors: dict[str, str]) -> Row:
    locator = ground.places.locator(passage, ground.gettext)
    cells = (
        ((ground.places.ref(passage.id),), *((quiet(locator),) if locator else ())),
        _words_cell(ground, passage, mark),
        basis_cell(ground, mark),
        _note_cell(ground, mark),
    )
    return Row(cells, anchors.get(passage.id, ""))


def _words_cell(ground: Ground, passage: Passage, mark: Mark) -> Cell:
    before, after = ground.places.is_cut(passage)
    shown = (
        *((Piece("… "),) if before else ()),
        *quoted(ground, passage),
        *((Piece(" …"),) if after else ()),
    )
    tag = tag_piece(ground, mark)
    voice = (Piece(" · " + ground.word("voice", mark.voice), Tone.QUIET),) if mark.voice else ()
    return (shown, (tag, *voice))


def _note_cell(ground: Ground, mark: Mark) -> Cell:
    author = ground.checker_name(mark.checker)
    note = ground.note_line(mark)
    return (note, quiet(author)) if note else (quiet(author),)
