"""Agreement and conflict: linked passages side by side, how they stand to each other, what differs."""

from __future__ import annotations

from verifier.domain import queries
from verifier.domain.articles import Passage
from verifier.domain.judgements import Link
from verifier.domain.kinds import Relation, Severity
from verifier.reports.facts import fact_lines
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Row, Section, Tone
from verifier.reports.quoting import said
from verifier.reports.tables import tables_of
from verifier.reports.wording import (
    address_phrase,
    evidence_refs,
    kept_of,
    outcome_words,
    plain,
    quiet,
    relation_words,
)

MOST = 0.6
"""Where more than this share of the letters of both passages differs, the words are marked in a lower voice."""

ROWS_BRIEFLY = 4
"""So many differences, the gravest, are told in a memo."""

WORDS_BRIEFLY = 150
"""Code points of a passage shown there, about the first words that differ."""

_PLACES_BRIEFLY = 8

_Spans = tuple[tuple[int, int], ...]


def build_conflicts(ground: Ground) -> Section:
    """All links: differences gravest first, then agreement, each in reading order; in a memo the gravest differences,
    and of agreement the places alone.
    """
    _ = ground.gettext
    links = sorted(ground.rows.all(Link), key=lambda link: _order(ground, link))
    differences = [link for link in links if link.is_difference]
    agreements = [link for link in links if not link.is_difference]
    lead: list[Phrase] = []
    if not links:
        lead = [
            plain(
                _("No passages have been linked in this case, so nothing is said of agreement or conflict.")
            )
        ]
    elif not differences:
        lead = [plain(_("No differences have been recorded between the linked passages."))]
    heading = _("Agreement and conflict")
    if not ground.is_brief:
        return Section("conflicts", heading, 1, tuple(lead), (), _divisions(ground, differences, agreements))
    more = len(differences) - ROWS_BRIEFLY
    if more > 0:
        lead.append(quiet(f"{_('The gravest differences come first.')} {ground.rest(more)}"))
    tables = _tables(ground, differences[:ROWS_BRIEFLY], _("What differs"))
    return Section("conflicts", heading, 1, tuple(lead), tables, _agreement(ground, agreements))


def _divisions(ground: Ground, differences: list[Link], agreements: list[Link]) -> tuple[Section, ...]:
    _ = ground.gettext
    return tuple(
        Section(name, heading, 2, (), _tables(ground, group, last))
        for name, heading, last, group in (
            ("differences", _("Where they differ"), _("What differs"), differences),
            ("agreements", _("Where they agree"), _("Note"), agreements),
        )
        if group
    )


def _agreement(ground: Ground, agreements: list[Link]) -> tuple[Section, ...]:
    """Where the articles agree, in a line: "A9 ↔ B1, A11 ↔ B5"."""
    if not agreements:
        return ()
    line: list[Piece] = []
    for index, link in enumerate(agreements[:_PLACES_BRIEFLY]):
        line += [Piece(", ")] if index else []
        line += address_phrase(ground, link)
    more = len(agreements) - _PLACES_BRIEFLY
    if more > 0:
        line.append(Piece(f" … {ground.rest(more)}", Tone.QUIET))
    return (Section("agreements", ground.gettext("Where they agree"), 2, (tuple(line),)),)


def _order(ground: Ground, link: Link) -> tuple[object, ...]:
    severities = list(Severity)
    gravity = severities.index(link.gravity) if link.gravity else len(severities)
    resolved = not link.is_open
    return (
        gravity,
        resolved,
        queries.reading_order(ground.rows, link.a),
        queries.reading_order(ground.rows, link.b),
    )


def _tables(ground: Ground, links: list[Link], last: str) -> tuple[Grid, ...]:
    _ = ground.gettext
    heads = (_("First passage"), _("Relation"), _("Second passage"), last)
    return tables_of(heads, (31, 14, 31, 24), [_row(ground, link) for link in links])


def _row(ground: Ground, link: Link) -> Row:
    first, second = (ground.rows.need(Passage, end) for end in (link.a, link.b))
    a, b = ground.places.words(first), ground.places.words(second)
    differing_a, differing_b, is_moved = _differing(link, a, b)
    much = _share(differing_a, a) + _share(differing_b, b) > 2 * MOST
    tone = Tone.DIFFERS_MUCH if much else Tone.DIFFERS
    return Row(
        (
            _passage_cell(ground, first, differing_a, tone),
            _relation_cell(ground, link),
            _passage_cell(ground, second, differing_b, tone),
            _differs_cell(ground, link, much, is_moved),
        )
    )


def _differing(link: Link, a: str, b: str) -> tuple[_Spans, _Spans, bool]:
    """The spans of the words of a that are not in b, and of b that are not in a; and whether some have only moved."""
    if not link.is_difference:
        return (), (), False
    from verifier.compare.wording import word_changes

    found = word_changes(a, b)
    spans_a = sorted([*found.only_a, *(mine for mine, _theirs in found.changed)])
    spans_b = sorted([*found.only_b, *(theirs for _mine, theirs in found.changed)])
    return tuple(spans_a), tuple(spans_b), bool(found.moved)


def _share(spans: _Spans, text: str) -> float:
    return sum(end - start for start, end in spans) / max(len(text), 1)


def _passage_cell(ground: Ground, passage: Passage, spans: _Spans, tone: Tone) -> Cell:
    """ "A6 … this week, the EU **announced** …": address, words, the differing ones marked."""
    before, after = ground.places.is_cut(passage)
    text = ground.places.text(passage.version_id)
    begin, finish = queries.trimmed(text, passage.start, passage.end)
    first, last = begin, finish
    if ground.is_brief:
        first, last = _window(text, begin, finish, spans)
    pieces = [ground.places.ref(passage.id), Piece(" … " if before or first > begin else " ")]
    reached = first
    for start, end in ((max(begin + a, first), min(begin + b, last)) for a, b in spans):
        if start < end:
            pieces += said(ground, passage, reached, start)
            pieces += said(ground, passage, start, end, tone)
            reached = end
    pieces += said(ground, passage, reached, last)
    pieces.append(Piece(" …" if after or last < finish else ""))
    return (tuple(piece for piece in pieces if piece.text),)


def _window(text: str, begin: int, finish: int, spans: _Spans) -> tuple[int, int]:
    """The span of at most ``WORDS_BRIEFLY`` code points of a text that is shown briefly, cut between words: from the
    beginning of the passage where its first differing words are in that, else from a little before them.
    """
    first = begin
    differing = begin + spans[0][0] if spans else begin
    if differing - begin > WORDS_BRIEFLY // 2:
        first = text.rfind(" ", begin, differing - WORDS_BRIEFLY // 4) + 1 or begin
    return first, first + kept_of(text[first:finish], WORDS_BRIEFLY)


def _relation_cell(ground: Ground, link: Link) -> Cell:
    tone = Tone.QUIET
    if link.is_difference:
        grave = link.gravity is Severity.HARD or link.relation is Relation.ALTERED_QUOTATION
        tone = Tone.TAG_DISPUTED if grave else Tone.TAG_UNCONFIRMED
    elif link.relation in (Relation.CORROBORATES, Relation.SAME_QUOTATION):
        tone = Tone.TAG_VERIFIED
    lines: list[Phrase] = [(Piece(relation_words(ground, link), tone),)]
    if link.gravity in (Severity.HARD, Severity.MINOR):
        lines.append((Piece(ground.word("severity", link.gravity), tone),))
    return tuple(lines)


def _differs_cell(ground: Ground, link: Link, much: bool, is_moved: bool) -> Cell:
    lines: list[Phrase] = []
    facets = ", ".join(ground.word("facet", facet) for facet in link.facets)
    if facets:
        lines.append(plain(facets))
    if much and not ground.is_brief:
        lines.append(quiet(ground.gettext("most of the words differ")))
    elif is_moved:
        lines.append(quiet(ground.gettext("some words stand at another place")))
    if link.is_difference and not ground.is_brief:
        lines += fact_lines(ground, link)
    note = ground.note_line(link)
    if note:
        lines.append(note)
    evidence = evidence_refs(ground, link.a, link.b)
    if evidence:
        lines.append((Piece(ground.gettext("Evidence") + ": ", Tone.QUIET), *evidence))
    outcome = outcome_words(ground, link)
    if outcome:
        lines.append(plain(outcome))
    return tuple(lines) or (quiet("–"),)
