"""How labels, bases and relations are put into words, the same in every part of a report."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.domain import queries
from verifier.domain.articles import Article, Passage
from verifier.domain.judgements import Evidence, Link, Mark
from verifier.domain.kinds import LABELS_NEEDING_BASIS, Label, Relation, Severity
from verifier.i18n.numbers import grouped
from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Embedded, Grid, Phrase, Piece, Row, Tone

TAG_TONES = {
    "verified": Tone.TAG_VERIFIED,
    "disputed": Tone.TAG_DISPUTED,
    "opinion": Tone.TAG_OPINION,
    "unconfirmed": Tone.TAG_UNCONFIRMED,
    "no-claim": Tone.TAG_NO_CLAIM,
    "mixed": Tone.TAG_MIXED,
}
"""The tone of each label's text tag."""


def tag_words(ground: Ground, mark: Mark) -> str:
    """A mark's label in words: "≠ disputed, partly", "✓ verified (no basis named)"; "" without a label."""
    known = ground.tags.get(mark.id)
    if known is None:
        known = ground.tags[mark.id] = _tag_words(ground, mark)
    return known


def _tag_words(ground: Ground, mark: Mark) -> str:
    if mark.label is None:
        return ""
    words = ", ".join(
        [
            ground.word("label", mark.label),
            *(ground.word("modifier", modifier) for modifier in mark.modifiers),
        ]
    )
    remark = _basis_remark(ground, mark)
    return f"{GLYPHS[mark.label]} {words}" + (f" ({remark})" if remark else "")


def _basis_remark(ground: Ground, mark: Mark) -> str:
    if mark.label not in LABELS_NEEDING_BASIS:
        return ""
    basis = ground.basis(mark)
    if not basis:
        return ground.gettext("no basis named")
    return ground.gettext("one origin") if is_one_origin(mark, basis) else ""


def is_one_origin(mark: Mark, basis: queries.Basis) -> bool:
    """Whether a verified mark stands on evidence that all goes back to one origin."""
    return mark.label is Label.VERIFIED and not basis.links and len(queries.origins_of(basis)) == 1


def tag_piece(ground: Ground, mark: Mark) -> Piece:
    """A mark's label as a text tag."""
    return Piece(tag_words(ground, mark), TAG_TONES[str(mark.label)])


def quiet(text: str) -> Phrase:
    """Words in the second rank."""
    return (Piece(text, Tone.QUIET),)


def plain(text: str) -> Phrase:
    """Words as they are."""
    return (Piece(text),)


def joined(pieces: list[Piece], separator: str = ", ") -> Phrase:
    """Pieces with a separator between them."""
    found: list[Piece] = []
    for piece in pieces:
        if found:
            found.append(Piece(separator))
        found.append(piece)
    return tuple(found)


def address_phrase(ground: Ground, link: Link) -> Phrase:
    """Both ends of a link: "A6 ↔ B16"."""
    return (ground.places.ref(link.a), Piece(" ↔ ", Tone.ADDRESS), ground.places.ref(link.b))


def article_name(ground: Ground, article: Article) -> str:
    """An article as it is named in headings: "A · The Herald", saying so where nobody confirmed the name."""
    remark = unconfirmed_remark(ground, article, "publisher" if article.publisher else "title")
    return short_name(ground, article) + remark


def short_name(ground: Ground, article: Article) -> str:
    """An article as lines and tables name it: "A · The Herald". Its heading says whether that is confirmed."""
    name = article.publisher or article.title or ground.gettext("publisher and title not stated")
    return f"{article.letter} · {name}"


def unconfirmed_remark(ground: Ground, article: Article, field: str) -> str:
    """ " (not confirmed)" for a value a reader found and nobody confirmed, else ""."""
    return f" ({ground.gettext('not confirmed')})" if field in article.unconfirmed else ""


# -- lists of facts --------------------------------------------------------------------------------------------------


FACT_WIDTHS = (22, 78)
"""The widths of a list of facts: name and value."""


def fact_grid(facts: Iterable[tuple[str, Cell]]) -> Grid:
    """Facts one under the other, each with its name."""
    return Grid((), FACT_WIDTHS, tuple(Row(((quiet(name),), cell)) for name, cell in facts))


def tokens_cell(ground: Ground, shown: tuple[tuple[str, int], ...]) -> Cell:
    """Which characters are shown as tokens and how often, and why."""
    told = ", ".join(f"{token} ({ground.count('{n} time', '{n} times', count)})" for token, count in shown)
    remark = ground.gettext(
        "A document cannot carry these characters, or they would turn the words around them; the case keeps them."
    )
    return (plain(told), quiet(remark))


def data_cell(ground: Ground, data: Embedded) -> Cell:
    """The machine-readable data a document carries: what it is, and its hash."""
    size = grouped(len(data.json.encode()), ground.translator)
    words = ground.gettext(
        "The machine-readable data inside this document: annotations after the W3C’s model, as JSON-LD, {size} bytes. "
        "It holds what this report prints and nothing besides."
    )
    return (
        plain(words.format(size=size)),
        (Piece("SHA-256 ", Tone.QUIET), Piece(data.sha256, Tone.CODE)),
    )


def data_line(ground: Ground) -> Phrase:
    """The same in a line, where the report has no part on method; () where that part tells it, or there is no data."""
    if ground.data is None or ground.has("method"):
        return ()
    size = grouped(len(ground.data.json.encode()), ground.translator)
    words = ground.gettext("Machine-readable data inside this document: JSON-LD, {size} bytes, SHA-256")
    return (Piece(words.format(size=size) + " ", Tone.QUIET), Piece(ground.data.sha256, Tone.CODE))


# -- relations -------------------------------------------------------------------------------------------------------


def relation_words(ground: Ground, link: Link) -> str:
    """How the first passage of a link stands to the second, in words an editor needs no key for."""
    _ = ground.gettext
    if queries.is_inside_one_article(ground.rows, link):
        inside = _relation_inside(ground, link)
        if inside:
            return inside
    if link.relation is Relation.ALTERED_QUOTATION:
        return _("quoted differently")
    if link.relation is Relation.CONTRADICTS or link.is_difference:
        return {
            Severity.TENSION: _("in tension with: both may be true"),
            Severity.FRAMING: _("frames differently"),
        }.get(link.gravity or Severity.MINOR) or ground.word("relation", link.relation)
    return ground.word("relation", link.relation)


def _relation_inside(ground: Ground, link: Link) -> str:
    """The words for a link inside one article, where there are special ones."""
    _ = ground.gettext
    if link.relation is Relation.CONTRADICTS:
        return _("contradicts itself")
    if link.relation in (Relation.CORROBORATES, Relation.SAME_QUOTATION):
        return _("repeats")
    return ""


def difference_words(ground: Ground, link: Link) -> str:
    """In what respect, and how gravely, the ends of a link differ: "status, cause · hard"; "" where they do not."""
    facets = ", ".join(ground.word("facet", facet) for facet in link.facets)
    severity = ground.word("severity", link.gravity) if link.gravity else ""
    return " · ".join(part for part in (facets, severity) if part)


def outcome_words(ground: Ground, link: Link) -> str:
    """How a difference was resolved, or that it is open; "" where there is none."""
    if link.outcome is not None:
        return ground.gettext("Outcome: {outcome}.").format(outcome=ground.word("outcome", link.outcome))
    return ground.gettext("Open.") if link.is_open else ""


# -- bases -----------------------------------------------------------------------------------------------------------


_NO_BASIS_NEEDED = quiet("–")


def basis_cell(ground: Ground, mark: Mark) -> Cell:
    """What a mark stands on, and whatever else the case holds on the passage, with cross-references."""
    links = ground.rows.links_on(mark.passage_id)
    evidence = ground.rows.evidence_on(mark.passage_id)
    basis = ground.basis(mark)
    if not (links or evidence or basis):
        return (_NO_BASIS_NEEDED if mark.label not in LABELS_NEEDING_BASIS else _none_named(ground),)
    lines = [_link_line(ground, mark.passage_id, link) for link in links]
    lines += _links_beside(ground, mark, basis)
    pieces = [*evidence, *(piece for piece in basis.evidence if piece not in evidence)]
    lines += [_evidence_line(ground, piece) for piece in pieces if ground.evidence_name(piece)]
    if any(not ground.evidence_name(piece) for piece in basis.evidence):
        lines.append(quiet(ground.gettext("a basis held in confidence, not printed here")))
    if mark.label in LABELS_NEEDING_BASIS and not basis:
        lines.insert(0, _none_named(ground))
    if is_one_origin(mark, basis) and (origin := _printed_origin(ground, basis)):
        lines.append(quiet(ground.gettext("one origin: {origin}").format(origin=origin)))
    return tuple(lines) or (_NO_BASIS_NEEDED,)


def _links_beside(ground: Ground, mark: Mark, basis: queries.Basis) -> list[Phrase]:
    """The links of a basis that hang on other passages with words of the mark."""
    own = ground.rows.need(Passage, mark.passage_id)
    beside = [link for link in basis.links if own.id not in (link.a, link.b)]
    return [_link_line(ground, queries.near_end(ground.rows, link, own), link) for link in beside]


def _none_named(ground: Ground) -> Phrase:
    return (Piece(ground.gettext("none named"), Tone.UNKNOWN),)


def hanging_cell(ground: Ground, passage_id: str) -> Cell:
    """The links and the evidence on a passage."""
    lines = [_link_line(ground, passage_id, link) for link in ground.rows.links_on(passage_id)]
    evidence = ground.rows.evidence_on(passage_id)
    lines += [_evidence_line(ground, piece) for piece in evidence if ground.evidence_name(piece)]
    return tuple(lines) or (_NO_BASIS_NEEDED,)


def _link_line(ground: Ground, passage_id: str, link: Link) -> Phrase:
    """ "contradicts B16 (status)", seen from one of the passages."""
    before, _other, after = _seen_from(ground, link, passage_id).partition("{other}")
    respect = difference_words(ground, link)
    line = (
        Piece(before),
        ground.places.ref(queries.other_end(link, passage_id)),
        Piece(after),
        Piece(f" ({respect})" if respect else "", Tone.QUIET),
    )
    return tuple(piece for piece in line if piece.text)


def _seen_from(ground: Ground, link: Link, passage_id: str) -> str:
    """How a passage stands to the other end of its link, which stands as "{other}" in the words."""
    _ = ground.gettext
    inside = queries.is_inside_one_article(ground.rows, link)
    is_first = link.a == passage_id
    if link.relation is Relation.ALTERED_QUOTATION:
        return _("quotes {other} differently") if is_first else _("quoted differently in {other}")
    if link.relation is Relation.ADDS_DETAIL:
        return _("adds detail to {other}") if is_first else _("{other} adds detail to this passage")
    if inside and not link.is_difference:
        return _("repeats {other}")
    if link.is_difference and link.gravity is Severity.TENSION:
        return _("in tension with {other}: both may be true")
    if link.is_difference and link.gravity is Severity.FRAMING:
        return _("framed differently in {other}")
    return {
        Relation.SAME_QUOTATION: _("has the same quotation as {other}"),
        Relation.CONTRADICTS: _("contradicts itself in {other}") if inside else _("contradicts {other}"),
    }.get(link.relation) or _("corroborates {other}")


def _evidence_line(ground: Ground, piece: Evidence) -> Phrase:
    """ "Ev1 supports: citation (primary)"."""
    stance = ground.word("stance", piece.stance)
    kind = ground.word("primacy", piece.primacy)
    return (
        ground.evidence_ref(piece),
        Piece(f" {stance}: {shortened(piece.citation, 120)}"),
        Piece(f" ({kind})", Tone.QUIET),
    )


def evidence_refs(ground: Ground, *passage_ids: str) -> Phrase:
    """ "Ev1, Ev2": the printed evidence on some passages; () where there is none."""
    pieces = dict.fromkeys(piece for key in passage_ids for piece in ground.rows.evidence_on(key))
    return joined([ground.evidence_ref(piece) for piece in pieces if ground.evidence_name(piece)])


def _printed_origin(ground: Ground, basis: queries.Basis) -> str:
    """The one origin by name, unless a confidential piece would give it away."""
    if not all(ground.evidence_name(piece) for piece in basis.evidence):
        return ""
    return shortened(basis.evidence[0].origin or basis.evidence[0].citation, 120)


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` code points of a text, cut between words and ending in "…" where it is longer."""
    kept = kept_of(text, limit)
    return text if kept == len(text) else text[:kept] + " …"


def kept_of(text: str, limit: int) -> int:
    """How many code points of a text are left where it is cut between words to at most ``limit``."""
    if len(text) <= limit:
        return len(text)
    head = text[:limit]
    return len((head.rpartition(" ")[0] or head).rstrip(",;:–- "))
