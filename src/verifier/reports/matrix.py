"""Part 7, the claim matrix: a row for each claim, a column for each article; on pages that lie on their side."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.articles import Article, Passage
from verifier.domain.claims import Cell as Said
from verifier.domain.claims import CellKind, ClaimRow, OneOrigin, SentencePairs, claims_of, is_quoted
from verifier.i18n.vocabulary import CELL_SIGNS
from verifier.reports.facts import account_in
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Row, Section, Tone
from verifier.reports.quoting import quoted
from verifier.reports.tables import tables_of
from verifier.reports.wording import joined, plain, quiet, short_name, shortened

MOST_ARTICLES = 6
"""So many articles stand side by side in one table."""

_WORDS = 220
"""The most code points of a passage that stands for a claim nobody has worded."""
_NAME = 40
_PLACES = 6
"""So many addresses stand in one cell; of more, it is said how many there are."""


def build_matrix(ground: Ground) -> Section | None:
    """The claims, the gravest difference first. None where there are none."""
    _ = ground.gettext
    claims = [row for row in claims_of(ground.rows, _one_statement(ground)) if row.passages]
    if not claims:
        return None
    lead = quiet(
        _(
            "What each article says of a claim, measured by the passage that comes first. “Silent” is what a checker "
            "has looked for and not found; “not compared” means that nobody has looked. Neither speaks for or against "
            "it."
        )
    )
    return Section("matrix", _("Claim matrix"), 1, (lead,), _grids(ground, claims), wide=True)


def _one_statement(ground: Ground) -> SentencePairs:
    """The sentences that comparing found in the same quotation; none where nothing was compared."""
    comparison = ground.snapshot.comparison
    if comparison is None or not comparison.matches:
        return frozenset()
    from verifier.compare.statements import sentences_of_one_statement

    accounts = [account_in(ground, article) for article in ground.rows.articles()]
    return sentences_of_one_statement(accounts, comparison.matches)


def _grids(ground: Ground, claims: Sequence[ClaimRow]) -> tuple[Grid, ...]:
    """One table, or several where there are more articles than fit side by side."""
    articles = ground.rows.articles()
    found: list[Grid] = []
    for first in range(0, len(articles), MOST_ARTICLES):
        shown = articles[first : first + MOST_ARTICLES]
        heads = (ground.gettext("Claim"), *(_head(ground, article) for article in shown))
        share = 68 // len(shown)
        widths = (100 - share * len(shown), *(share for _article in shown))
        rows = [_row(ground, claim, claim.cells[first : first + MOST_ARTICLES]) for claim in claims]
        found += tables_of(heads, widths, rows)
    return tuple(found)


def _head(ground: Ground, article: Article) -> str:
    return shortened(short_name(ground, article), _NAME)


def _row(ground: Ground, claim: ClaimRow, cells: Sequence[Said]) -> Row:
    return Row((_claim_cell(ground, claim), *(_cell(ground, cell) for cell in cells)))


def _claim_cell(ground: Ground, claim: ClaimRow) -> Cell:
    """The short wording, else the words of the first passage; and whether all of it goes back to one origin."""
    lines: list[Phrase] = [plain(claim.wording)] if claim.wording else [_first_words(ground, claim)]
    if claim.one_origin is OneOrigin.SAME_STATEMENT:
        lines.append(_warning(ground.gettext("one origin: the articles quote the same statement")))
    elif claim.one_origin is OneOrigin.ONE_SOURCE:
        lines.append(_warning(ground.gettext("one origin: all evidence goes back to one source")))
    return tuple(lines)


def _first_words(ground: Ground, claim: ClaimRow) -> Phrase:
    passage = ground.rows.need(Passage, claim.passages[0])
    if is_quoted(ground.places.words(passage)):
        return quoted(ground, passage, _WORDS)
    before, after = ground.quotation_marks
    return (Piece(before), *quoted(ground, passage, _WORDS), Piece(after))


def _warning(words: str) -> Phrase:
    return (Piece(words, Tone.UNKNOWN),)


def _cell(ground: Ground, cell: Said) -> Cell:
    """Sign and word, the addresses, and how grave an open difference is."""
    word = ground.word("cell", cell.kind)
    if cell.kind is CellKind.NOT_COMPARED:
        return (quiet(word),)
    if cell.absence is not None:
        return (quiet(f"{word} ({ground.checker_name(cell.absence.checker)})"),)
    tone = Tone.TAG_DISPUTED if cell.kind is CellKind.CONTRADICTS else Tone.PLAIN
    places = joined([ground.places.ref(key) for key in cell.passages[:_PLACES]])
    more = len(cell.passages) - _PLACES
    rest = (Piece(f" +{more}", Tone.QUIET),) if more > 0 else ()
    line: Phrase = (Piece(f"{CELL_SIGNS[cell.kind]} {word} ", tone), *places, *rest)
    return (line, quiet(_severity(ground, cell))) if cell.severity else (line,)


def _severity(ground: Ground, cell: Said) -> str:
    severity = ground.word("severity", cell.severity)
    if cell.kind is CellKind.CONTRADICTS:
        return severity
    return ground.gettext("differs, {severity}").format(severity=severity)
