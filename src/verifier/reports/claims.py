"""The claims: every passage labelled disputed, unconfirmed or verified, with what the label stands on."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.articles import Passage
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Label
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Phrase, Piece, Row, Section, Tone
from verifier.reports.tables import tables_of
from verifier.reports.wording import basis_cell, plain, quiet, tag_piece

CLAIM_LABELS = (Label.DISPUTED, Label.UNCONFIRMED, Label.VERIFIED)
"""The labels that make a claim, in the order an editor needs them."""

_Judged = tuple[Passage, Mark]


def claim_anchors(ground: Ground) -> dict[str, str]:
    """The anchors of all claims, by passage id."""
    ids = [passage.id for passage, mark in ground.places.judged_marks() if mark.label in CLAIM_LABELS]
    return {passage_id: f"c{number}" for number, passage_id in enumerate(ids, 1)}


def build_claims(ground: Ground, anchors: dict[str, str]) -> Section:
    """The claims by label, then by article; opinion and no-claim stand in the annotated articles alone."""
    _ = ground.gettext
    groups: dict[Label, list[_Judged]] = {label: [] for label in CLAIM_LABELS}
    for passage, mark in ground.places.judged_marks():
        if mark.label in groups:
            groups[mark.label].append((passage, mark))
    lead = quiet(_("Opinions and sentences without a claim stand in the annotated articles alone."))
    divisions = tuple(_division(ground, label, rows, anchors) for label, rows in groups.items())
    return Section("claims", _("Claims"), 1, (lead,), (), divisions)


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
    cells = (
        ((ground.places.ref(passage.id),),),
        _words_cell(ground, passage, mark),
        basis_cell(ground, mark),
        _note_cell(ground, mark),
    )
    return Row(cells, anchors.get(passage.id, ""))


def _words_cell(ground: Ground, passage: Passage, mark: Mark) -> Cell:
    before, after = ground.places.is_cut(passage)
    language = ground.places.article(passage).language or ""
    words = Piece(ground.places.words(passage), language=language)
    shown = (*((Piece("… "),) if before else ()), words, *((Piece(" …"),) if after else ()))
    tag = tag_piece(ground, mark)
    voice = (Piece(" · " + ground.word("voice", mark.voice), Tone.QUIET),) if mark.voice else ()
    return (shown, (tag, *voice))


def _note_cell(ground: Ground, mark: Mark) -> Cell:
    author = ground.checker_name(mark.checker)
    note = ground.note_line(mark)
    return (note, quiet(author)) if note else (quiet(author),)
