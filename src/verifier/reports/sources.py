"""The sources, short, and the evidence: what each states of itself, and nothing guessed."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from verifier.domain.articles import Article
from verifier.domain.checkers import name_in
from verifier.domain.judgements import Evidence
from verifier.domain.queries import reading_order
from verifier.reports.characters import one_line
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Phrase, Piece, Row, Section, Tone
from verifier.reports.quoting import titled
from verifier.reports.tables import tables_of
from verifier.reports.wording import joined, plain, quiet, unconfirmed_remark

_LONGEST_ADDRESS = 2_079
"""What Word takes for the target of a link, in code points."""

_ADDRESS = re.compile(
    r"https?://(?:\w[\w-]*(?:\.\w[\w-]*)*\.?|\[[\da-f:.]+\])(?::\d{1,5})?"  # no name and password: they hide the host
    r"(?:[/?#](?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?",
    re.IGNORECASE | re.ASCII,
)


def web_address(text: str) -> str:
    """The address where it may be a live link: http or https alone, nothing that hides in it, and nothing that is no
    address by the rules: Word calls a whole document damaged for one.
    """
    address = text.strip()
    if len(address) > _LONGEST_ADDRESS or _ADDRESS.fullmatch(address) is None:
        return ""
    try:
        is_sound = urlsplit(address).port is None or bool(urlsplit(address).port)
    except ValueError:  # a port beyond all ports, brackets around what is no number of a host
        return ""
    return address if is_sound else ""


def address_piece(text: str) -> Piece:
    """A web address as it stands, live where that is safe."""
    return Piece(text, Tone.CODE, url=web_address(text))


def build_sources(ground: Ground) -> Section:
    """One row for each article."""
    _ = ground.gettext
    articles = ground.rows.articles()
    lead: tuple[Phrase, ...] = () if articles else (plain(_("The case holds no articles yet.")),)
    heads = ("", _("Publisher, title, byline, address"), _("Date"), _("Kind and language"))
    rows = [_source_row(ground, article) for article in articles]
    return Section("sources", _("Sources"), 1, lead, tables_of(heads, (5, 47, 26, 22), rows))


def _source_row(ground: Ground, article: Article) -> Row:
    _ = ground.gettext
    understood_unknown = _("unconfirmed") if article.published_as_printed else ""

    def stated(name: str, field: str, unknown: str = "") -> Phrase:
        return _stated(ground, article, name, field, unknown or _("not stated in the source"))

    who: Cell = (
        stated(_("Publisher"), "publisher"),
        stated(_("Title"), "title"),
        stated(_("Byline"), "byline"),
        stated(_("Address"), "url"),
    )
    when: Cell = (
        stated(_("As printed"), "published_as_printed"),
        stated(_("As understood"), "published", understood_unknown),
    )
    kind: Cell = (
        stated(_("Kind"), "piece"),
        stated(_("Language"), "language"),
    )
    return Row((((Piece(article.letter, Tone.ADDRESS),),), who, when, kind))


def _stated(ground: Ground, article: Article, name: str, field: str, unknown: str) -> Phrase:
    """ "Title: Quay closed", and "(not confirmed)" where nobody has confirmed it."""
    value: str | None = getattr(article, field)
    shown: Phrase = (Piece(unknown, Tone.UNKNOWN),)
    if value and field == "title":
        shown = titled(ground, article.version_id, value)
    elif value:
        shown = (address_piece(value) if field == "url" else Piece(value),)
    remark = unconfirmed_remark(ground, article, field)
    return (Piece(f"{name}: ", Tone.QUIET), *shown, *((Piece(remark, Tone.UNKNOWN),) if remark else ()))


# -- evidence --------------------------------------------------------------------------------------------------------


def build_evidence(ground: Ground) -> Section:
    """Every piece of evidence the report may show."""
    _ = ground.gettext
    lead: tuple[Phrase, ...] = ()
    if not ground.evidence:
        lead = (plain(_("No evidence beside the articles themselves is printed in this report.")),)
    heads = ("", _("Evidence"), _("What it is"), _("Bears on"))
    rows = [_evidence_row(ground, piece) for piece in ground.evidence]
    return Section("evidence", _("Evidence"), 1, lead, tables_of(heads, (6, 52, 24, 18), rows))


def _evidence_row(ground: Ground, piece: Evidence) -> Row:
    name = ground.evidence_ref(piece)
    label = Piece(name.text, Tone.ADDRESS)
    ends = {use.passage_id for use in ground.rows.uses_of(piece.id)}
    refs = [ground.places.ref(end) for end in sorted(ends, key=lambda end: reading_order(ground.rows, end))]
    used = joined(refs) or quiet("–")
    return Row((((label,),), _what_it_says(ground, piece), _what_it_is(ground, piece), (used,)), name.anchor)


def _what_it_says(ground: Ground, piece: Evidence) -> Cell:
    _ = ground.gettext
    lines: list[Phrase] = [plain(piece.citation)]
    if piece.quotation:
        lines.append(plain(piece.quotation.join(ground.quotation_marks)))
    facts = (
        (_("Where in it"), piece.locator),
        (_("Seen"), piece.seen),
        (_("Interview"), piece.interview),
        (_("File"), piece.attachment_name),
    )
    lines += [(Piece(f"{fact}: ", Tone.QUIET), Piece(value)) for fact, value in facts if value]
    if piece.url:
        lines.append((address_piece(piece.url),))
    if piece.attachment_sha256:
        lines.append((Piece("SHA-256 ", Tone.QUIET), Piece(piece.attachment_sha256, Tone.CODE)))
    return tuple(lines)


def _what_it_is(ground: Ground, piece: Evidence) -> Cell:
    _ = ground.gettext
    author = name_in(piece.checker)
    origin = Piece(piece.origin) if piece.origin else Piece(_("not stated"), Tone.UNKNOWN)
    lines: list[Phrase] = [
        plain(f"{ground.word('stance', piece.stance)}, {ground.word('primacy', piece.primacy)}"),
        (Piece(_("Origin") + ": ", Tone.QUIET), origin),
        quiet(f"{author}, {ground.time(piece.time)}"),
    ]
    if piece.confidential:
        lines.insert(0, (Piece(_("Confidential"), Tone.STRONG),))
    return tuple(lines)


def evidence_footnotes(ground: Ground) -> dict[str, Phrase]:
    """What is told at the foot of the page of each piece of evidence, by its anchor; nothing where the part on evidence
    was switched off.
    """
    if "evidence" in ground.options.without:
        return {}
    return {ground.evidence_ref(piece).anchor: _footnote(ground, piece) for piece in ground.evidence}


def _footnote(ground: Ground, piece: Evidence) -> Phrase:
    """ "Minutes of the harbour board, page 3. Accessed 20 November 2026. https://…"."""
    head = ", ".join(one_line(part) for part in (piece.citation, piece.locator) if part.strip())
    line = [Piece(head if head.endswith((".", "?", "!", "…")) else f"{head}.")]
    if piece.confidential:
        line.insert(0, Piece(ground.gettext("Confidential") + ": ", Tone.STRONG))
    if piece.seen:
        line.append(Piece(" " + ground.gettext("Accessed {when}.").format(when=one_line(piece.seen))))
    if piece.url:
        line += [Piece(" "), address_piece(piece.url)]
    return tuple(line)
