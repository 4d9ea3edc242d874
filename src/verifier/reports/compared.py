"""What comparing found: quotations in several articles, and what was found in one source only. Of the latter a report
prints what checkers have confirmed, and counts the rest, which is not compared. It compares nothing itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.domain import queries
from verifier.domain.articles import Article, Passage, Sentence
from verifier.domain.comparing import Alone, AloneKind, Likeness, Quotation, QuotationMatch, Span
from verifier.domain.judgements import Absence, Link
from verifier.domain.versions import is_current
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Phrase, Piece, Row, Section, Tone
from verifier.reports.quoting import named, quoted, said
from verifier.reports.tables import tables_of
from verifier.reports.wording import article_name, plain, quiet, short_name, shortened

_LIKENESS_TONES = {
    Likeness.VERBATIM: Tone.TAG_VERIFIED,
    Likeness.EDITED: Tone.TAG_UNCONFIRMED,
    Likeness.FRAGMENT: Tone.TAG_UNCONFIRMED,
    Likeness.UNMARKED: Tone.TAG_UNCONFIRMED,
}
"""The tone of each likeness; the others are in the second rank."""

_NAME = 60
"""The most code points of an article's name in a list."""
_MOST_TOGETHER = 20
"""So many lines stay on one page."""

# -- quotations ------------------------------------------------------------------------------------------------------


def build_quotations(ground: Ground) -> Section | None:
    """Part 5: the same words quoted in several articles. None where nothing was compared."""
    comparison, _ = ground.snapshot.comparison, ground.gettext
    if comparison is None:
        return None
    rows = [row for match in comparison.matches if (row := _match_row(ground, match)) is not None]
    lead = plain(_("No quotation was found in more than one article."))
    if rows:
        lead = quiet(
            _(
                "Found by comparing the words; that two articles quote the same does not make it true. "
                "A speaker is named only where the article says it plainly."
            )
        )
    heads = (_("Quoted here"), _("How alike"), _("Quoted there"))
    return Section("quotations", _("Quotations"), 1, (lead,), tables_of(heads, (42, 16, 42), rows))


def _match_row(ground: Ground, match: QuotationMatch) -> Row | None:
    """A row for the same quotation in two articles; None where one of them is no longer in the case."""
    is_part = match.likeness is Likeness.FRAGMENT  # the words around a fragment are not another wording of it
    first = _quotation_cell(ground, match.article_a, match.a, () if is_part else match.differing_a)
    second = _quotation_cell(ground, match.article_b, match.b, () if is_part else match.differing_b)
    if not first or not second:
        return None
    tone = _LIKENESS_TONES.get(match.likeness, Tone.QUIET)
    return Row((first, ((Piece(ground.word("likeness", match.likeness), tone),),), second))


def _quotation_cell(ground: Ground, article_id: str, quotation: Quotation, differing: Sequence[Span]) -> Cell:
    article = ground.rows.get(Article, article_id)
    place = sentence_at(ground, article, quotation.start) if article else None
    if place is None:
        return ()
    span = quotation.outer_start, quotation.outer_end
    words = with_marked(ground, place, span, differing, Tone.DIFFERS)
    lines: list[Phrase] = [(address_piece(ground, place), Piece(" "), *words)]
    if quotation.speaker:
        lines.append(quiet(ground.gettext("speaker: {name}").format(name=quotation.speaker)))
    return tuple(lines)


# -- in one source only ----------------------------------------------------------------------------------------------


def build_alone(ground: Ground) -> Section | None:
    """Part 6: what only one article has, as far as a checker has confirmed it; of the rest, how much is not compared.
    None where nothing was compared and nobody looked.
    """
    comparison, _ = ground.snapshot.comparison, ground.gettext
    confirmed = _confirmed(ground)
    if comparison is None and not confirmed:
        return None
    articles = ground.rows.articles()
    found = (_only_in(ground, article, confirmed) for article in articles)
    divisions = [division for division in found if division is not None]
    lines = [
        _(
            "“Looked, not there” is what a checker has confirmed. All else has only not been found by comparing the "
            "words, and is not compared: that an article is silent says nothing of whether it is true."
        )
    ]
    if comparison is None:
        lines.append(
            _("The articles were not compared for this report: what nobody has looked for is not counted.")
        )
    elif rest := _rest(ground, comparison.alone, confirmed):
        divisions.append(rest)
    return Section("alone", _("Found in one source only"), 1, tuple(map(quiet, lines)), (), tuple(divisions))


def _confirmed(ground: Ground) -> dict[str, list[Absence]]:
    """What checkers looked for and did not find, by the passage, on articles as they are read now."""
    found: dict[str, list[Absence]] = defaultdict(list)
    for absence in ground.rows.all(Absence):
        if is_current(ground.rows, ground.rows.need(Passage, absence.passage_id).version_id):
            found[absence.passage_id].append(absence)
    return found


def _only_in(ground: Ground, article: Article, confirmed: dict[str, list[Absence]]) -> Section | None:
    """What only one article has and a checker has looked for in others, in reading order."""
    _ = ground.gettext
    passages = [one for one in ground.rows.passages(article.version_id) if one.id in confirmed]
    lines = [Row(_looked_cells(ground, passage, confirmed[passage.id])) for passage in passages]
    if not lines:
        return None
    heads = (_("Place"), _("Words"), _("In the other articles"))
    heading = _("Only in {name}").format(name=article_name(ground, article))
    title = (Piece(_("Only in {name}").partition("{name}")[0]), *named(ground, article))
    has_looks = any(piece.faces for piece in title)
    grids = tables_of(heads, (9, 61, 30), lines)
    return Section(f"alone.{article.letter}", heading, 2, (), grids, title=title if has_looks else ())


def _looked_cells(ground: Ground, passage: Passage, absences: Iterable[Absence]) -> tuple[Cell, ...]:
    ordered = sorted(absences, key=lambda one: _letter_key(ground, one))
    return (
        ((ground.places.ref(passage.id),),),
        (quoted(ground, passage),),
        tuple(plain(looked_words(ground, one)) for one in ordered),
    )


def _letter_key(ground: Ground, absence: Absence) -> tuple[int, str]:
    letter = ground.rows.need(Article, absence.article_id).letter
    return len(letter), letter


def looked_words(ground: Ground, absence: Absence) -> str:
    """ "looked in B, not there (Ada Berg)"."""
    letter = ground.rows.need(Article, absence.article_id).letter
    said_so = ground.gettext("looked in {letter}, not there ({checker})")
    return said_so.format(letter=letter, checker=ground.checker_name(absence.checker))


def _rest(ground: Ground, found: Iterable[Alone], confirmed: Iterable[str]) -> Section | None:
    """How much no other article was seen to have and nobody has looked for or linked, a line an article: the rows
    themselves are work to be done, and would fill pages that say nothing for or against anything.
    """
    settled = _linked(ground) | _under(ground, confirmed)
    counts: dict[str, Counter[AloneKind]] = defaultdict(Counter)
    for one in found:
        if one.sentence_id not in settled and ground.rows.get(Sentence, one.sentence_id) is not None:
            counts[one.article_id][one.kind] += 1
    rows = [
        Row(((quiet(shortened(short_name(ground, article), _NAME)),), (plain(_counted(ground, counted)),)))
        for article in ground.rows.articles()
        if (counted := counts.get(article.id))
    ]
    if not rows:
        return None
    grids = tuple(
        replace(grid, together=len(rows) <= _MOST_TOGETHER) for grid in tables_of((), (40, 60), rows)
    )
    return Section("alone.rest", ground.gettext("Not compared"), 2, (), grids)


def _counted(ground: Ground, counted: Counter[AloneKind]) -> str:
    """ "31 sentences, 4 figures, 2 names"."""
    count = ground.count
    told = {
        AloneKind.SENTENCE: count("{n} sentence", "{n} sentences", counted[AloneKind.SENTENCE]),
        AloneKind.FIGURE: count("{n} figure", "{n} figures", counted[AloneKind.FIGURE]),
        AloneKind.NAME: count("{n} name", "{n} names", counted[AloneKind.NAME]),
        AloneKind.QUOTATION: count("{n} quotation", "{n} quotations", counted[AloneKind.QUOTATION]),
    }
    return ", ".join(words for kind, words in told.items() if counted[kind])


def _linked(ground: Ground) -> set[str]:
    """The ids of sentences that people have linked with another article."""
    links = (one for one in ground.rows.all(Link) if not queries.is_inside_one_article(ground.rows, one))
    return _under(ground, (end for link in links for end in (link.a, link.b)))


def _under(ground: Ground, passage_ids: Iterable[str]) -> set[str]:
    """The ids of the sentences that some passages are on."""
    passages = (ground.rows.need(Passage, key) for key in passage_ids)
    return {sentence.id for passage in passages for sentence in ground.places.under(passage)}


# -- places ----------------------------------------------------------------------------------------------------------


def sentence_at(ground: Ground, article: Article, position: int) -> Sentence | None:
    """The sentence at a code point of an article as it is read now."""
    paragraphs = ground.rows.paragraphs(article.version_id)
    index = bisect_right(paragraphs, position, key=lambda row: row.start) - 1
    inside = ground.rows.sentences(paragraphs[index].id) if index >= 0 else ()
    place = bisect_right(inside, position, key=lambda row: row.start) - 1
    return inside[place] if place >= 0 else None


def address_piece(ground: Ground, sentence: Sentence) -> Piece:
    """A cross-reference to a sentence in its annotated article."""
    address = queries.address_of(ground.rows, sentence)
    return Piece(address, Tone.ADDRESS, ground.places.anchor_of(sentence))


def with_marked(ground: Ground, place: Sentence, span: Span, marked: Sequence[Span], tone: Tone) -> Phrase:
    """The words of a span, some of them in another tone. Spans are code points of the text; those that overlap or lead
    out are cut.
    """
    reached, pieces = span[0], list[Piece]()
    for begin, finish in sorted(marked):
        start, end = max(begin, reached), min(finish, span[1])
        if start < end:
            pieces += said(ground, place, reached, start)
            pieces += said(ground, place, start, end, tone)
            reached = end
    pieces += said(ground, place, reached, span[1])
    return tuple(pieces)
