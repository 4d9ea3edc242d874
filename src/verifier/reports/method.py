"""The second appendix: what the words of the report mean, what helped to make it, and what that help cannot do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verifier.domain.judgements import Link, Mark, Question, Reply
from verifier.domain.kinds import Label, Modifier, Relation, Severity
from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.characters import replaced
from verifier.reports.cover import program_name
from verifier.reports.ground import Ground
from verifier.reports.meanings import (
    LABEL_MEANINGS,
    MODIFIER_MEANINGS,
    RELATION_MEANINGS,
    SEVERITY_MEANINGS,
)
from verifier.reports.parts import Cell, Grid, Piece, Row, Section, Tone
from verifier.reports.wording import FACT_WIDTHS, TAG_TONES, data_cell, fact_grid, plain, quiet, tokens_cell


def build_method(ground: Ground) -> Section:
    """What labels and relations mean here, which aids were used, and how the report was made."""
    _ = ground.gettext
    lead = (
        plain(
            _(
                "The articles were read side by side and judged sentence by sentence by the checkers named on the "
                "cover. Links set no label; every label is a checker’s own. Addresses such as A12 name the article "
                "and the sentence’s number in its account, the headline counted; a number never moves."
            )
        ),
    )
    divisions = (
        ("method.labels", _("What the labels mean"), _label_grid(ground)),
        ("method.modifiers", _("What limits a label"), _modifier_grid(ground)),
        ("method.relations", _("What the relations mean"), _relation_grid(ground)),
        ("method.severities", _("How gravely passages differ"), _severity_grid(ground)),
        ("method.aids", _("Which aids were used, and their limits"), fact_grid(_aids(ground))),
        ("method.making", _("How this report was made"), fact_grid(_making(ground))),
    )
    return Section(
        "method",
        _("Method"),
        1,
        lead,
        (),
        tuple(
            Section(name, heading, 2, (), (replace(grid, together=True),))
            for name, heading, grid in divisions
        ),
    )


# -- what the words mean ---------------------------------------------------------------------------------------------


def _label_grid(ground: Ground) -> Grid:
    rows = [
        Row(
            (
                ((Piece(f"{GLYPHS[label]} {ground.word('label', label)}", TAG_TONES[label]),),),
                (plain(ground.gettext(LABEL_MEANINGS[label][1])),),
            )
        )
        for label in Label
    ]
    unchecked = (quiet(ground.word("label", "none")),)
    rows.append(Row((unchecked, (plain(ground.gettext("Nobody has judged the sentence in this case.")),))))
    return Grid((), FACT_WIDTHS, tuple(rows))


def _modifier_grid(ground: Ground) -> Grid:
    return fact_grid(
        (ground.word("modifier", modifier), (plain(ground.gettext(MODIFIER_MEANINGS[modifier])),))
        for modifier in Modifier
    )


def _relation_grid(ground: Ground) -> Grid:
    return fact_grid(
        (ground.word("relation", relation), (plain(ground.gettext(RELATION_MEANINGS[relation])),))
        for relation in Relation
    )


def _severity_grid(ground: Ground) -> Grid:
    return fact_grid(
        (ground.word("severity", severity), (plain(ground.gettext(SEVERITY_MEANINGS[severity])),))
        for severity in Severity
    )


# -- aids ------------------------------------------------------------------------------------------------------------


def _aids(ground: Ground) -> Iterator[tuple[str, Cell]]:
    """What the program did by itself, and what that cannot do."""
    _ = ground.gettext
    yield (
        _("Reading"),
        (
            plain(
                _(
                    "The program told the account from what stands around it, and cut it into sentences. Checkers can "
                    "correct both; what was set aside and what stayed in doubt is in the case."
                )
            ),
        ),
    )
    yield (_("Comparing"), tuple(_comparing(ground)))
    yield (_("Suggestions"), tuple(_suggestions(ground)))
    yield (
        _("Cue words"),
        (
            plain(
                _(
                    "Words that often go with opinion, hedging or denial can be shown while reading; the case does "
                    "not keep whether they were. They are words from lists: they miss irony, and set no label."
                )
            ),
        ),
    )


def _comparing(ground: Ground) -> Iterator[tuple[Piece, ...]]:
    _, comparison = ground.gettext, ground.snapshot.comparison
    if comparison is None:
        yield plain(_("The program did not compare the articles for this report."))
        return
    found = ground.count(
        "The program compared the words of the articles for quotations, figures, dates and names; it found {n} "
        "pair of like quotations.",
        "The program compared the words of the articles for quotations, figures, dates and names; it found {n} "
        "pairs of like quotations.",
        len(comparison.matches),
    )
    yield plain(found)
    yield plain(
        _(
            "It sees words and not what they mean: what is said in other words it may miss. That it found "
            "nothing shows nothing, and that words differ does not show that anybody is wrong."
        )
    )


def _suggestions(ground: Ground) -> Iterator[tuple[Piece, ...]]:
    yield plain(
        ground.gettext(
            "The program proposes passages that may tell of the same, ranked by the words they share. A proposal is a "
            "place worth looking at; every link was made by a checker."
        )
    )
    turned_down = ground.rows.count("rejections")
    if turned_down:
        yield plain(
            ground.count(
                "Checkers turned {n} proposal down.", "Checkers turned {n} proposals down.", turned_down
            )
        )


# -- how it was made -------------------------------------------------------------------------------------------------


def _making(ground: Ground) -> Iterator[tuple[str, Cell]]:
    _ = ground.gettext
    zone = _("told in the zone {zone}; times of comments are UTC").format(zone=ground.options.zone)
    yield (_("Program"), (plain(program_name()),))
    yield (_("Made"), (plain(ground.spoken(ground.when)),))
    yield (_("Times"), (plain(zone),))
    yield (_("Case"), (plain(ground.snapshot.case_name),))
    if ground.snapshot.steps:
        last = ground.snapshot.steps[-1]
        state = _("step {n}, {time}").format(n=last.sequence, time=ground.time(last.time))
        yield (_("State of the case"), (plain(state), (Piece(last.hash, Tone.CODE),)))
    if ground.data:
        yield (_("Data for machines"), data_cell(ground, ground.data))
    shown = replaced("\n".join(_own_words(ground)))
    if shown:
        yield (_("Characters shown as tokens"), tokens_cell(ground, shown))


def _own_words(ground: Ground) -> Iterator[str]:
    """What people wrote into the case and this report may print; the custody tells of the articles’ own words."""
    details = ground.rows.details
    yield from (details.title, details.question, details.finding)
    yield from (ground.note(link) for link in ground.rows.all(Link))
    for mark in ground.rows.all(Mark):
        yield from (ground.note(mark), mark.wording)
    for piece in ground.evidence:
        yield from (piece.citation, piece.quotation, piece.locator, piece.origin)
    for question in ground.rows.all(Question):
        yield from (question.text, question.answer)
    for reply in ground.rows.all(Reply):
        yield from (reply.who, reply.answer)
