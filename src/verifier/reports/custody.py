"""The first appendix: where each text came from and what was done to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from verifier.domain import queries
from verifier.domain.articles import Article, Metadata, Paragraph, Version
from verifier.domain.versions import passages_left_behind, versions_of
from verifier.i18n.messages import word as word_message
from verifier.reports.characters import replaced
from verifier.reports.doubts import doubts_in_words, is_gap, letters_in_words
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Section, Tone
from verifier.reports.quoting import heading_with_looks, quoted, titled
from verifier.reports.sources import address_piece
from verifier.reports.wording import article_name, fact_grid, plain, shortened, tokens_cell

MOST_ASIDE = 20
"""So many things of one kind that were set aside are named; a web page may have hundreds."""


def build_custody(ground: Ground) -> Section:
    """For each article its file, hashes, reader, warnings and what was set aside."""
    _ = ground.gettext
    articles = ground.rows.articles()
    lead: tuple[Phrase, ...] = ()
    if not articles:
        lead = (plain(_("The case holds no articles yet, so there is nothing to keep.")),)
    divisions = tuple(
        Section(
            f"custody.{article.letter}",
            article_name(ground, article),
            2,
            grids=(_facts(ground, article),),
            title=heading_with_looks(ground, article),
        )
        for article in articles
    )
    return Section("custody", _("Custody of the sources"), 1, lead, (), divisions)


def _facts(ground: Ground, article: Article) -> Grid:
    _ = ground.gettext
    version = ground.rows.need(Version, article.version_id)
    facts: list[tuple[str, Cell]] = [
        (_name_head(ground, version), (plain(version.name or _("none")),)),
        (_("Size"), (plain(ground.count("{n} byte", "{n} bytes", version.size)),)),
        (_("SHA-256, original"), ((Piece(version.original_sha256, Tone.CODE),),)),
        (_("SHA-256, text read"), ((Piece(version.text_sha256, Tone.CODE),),)),
        (_("Retrieved"), (plain(_retrieved(ground, version)), *_way(ground, version))),
        (_("Part read"), (plain(version.part),) if version.part else ()),
        (_("Reader"), (plain(_reader(ground, version)),)),
        (_("Letters"), _letters(ground, version)),
        (_("Warnings"), _warnings(ground, version)),
        (_("In doubt"), (plain(doubts_in_words(ground, article) or _("nothing")),)),
        (_("Values offered"), _offered(ground, version)),
        (_("Set aside"), _set_aside(ground, article)),
        (_("Earlier readings"), _earlier(ground, article)),
    ]
    shown = replaced(ground.places.text(article.version_id))
    if shown:
        facts.append((_("Characters shown as tokens"), tokens_cell(ground, shown)))
    return fact_grid([(name, cell) for name, cell in facts if cell])


def _name_head(ground: Ground, version: Version) -> str:
    _ = ground.gettext
    return {"url": _("Address"), "pasted": _("Name")}.get(version.acquired_how, _("File name"))


# -- how it came -----------------------------------------------------------------------------------------------------


def _retrieved(ground: Ground, version: Version) -> str:
    how = _how(ground, version.acquired_how)
    when = ground.time(version.acquired_at) or ground.gettext("time not recorded")
    return f"{how}, {when}"


def _how(ground: Ground, how: str) -> str:
    """How a source came, in words; what no word is kept for is told as it was recorded."""
    _ = ground.gettext
    known = {
        "": _("how it came is not recorded"),
        "file": _("read from a file"),
        "pasted": _("pasted by the checker"),
        "url": _("fetched from the web; the whole exchange is kept in the case"),
        "sample": _("from the sample case"),
        "report": _("taken over from a report, not from the source"),
    }
    return known.get(how, how)


def _way(ground: Ground, version: Version) -> Cell:
    """Every address a fetched page came over, and what the certificates of the machines were."""
    lines: list[Phrase] = []
    for name, value in ground.snapshot.ways.get(version.id, ()):
        number, _space, rest = value.partition(" ")
        if name == "hop":
            status, _space, address = rest.partition(" ")
            answer = ground.gettext("answered with {status}").format(status=status)
            lines.append(
                (Piece(f"{number}. ", Tone.QUIET), address_piece(address), Piece(f" {answer}", Tone.QUIET))
            )
        elif name == "certificate-sha256":
            head = ground.gettext("certificate of answer {number}, SHA-256").format(number=number)
            lines.append((Piece(f"{head} ", Tone.QUIET), Piece(rest, Tone.CODE)))
    return tuple(lines)


def _reader(ground: Ground, version: Version) -> str:
    encoding = ground.gettext("encoding {name}").format(name=version.encoding) if version.encoding else ""
    wrap = ground.gettext("line breaks: {mode}").format(mode=version.wrap) if version.wrap else ""
    reader = ground.gettext("{reader}, version {version}").format(
        reader=version.reader, version=version.reader_version
    )
    return " · ".join(part for part in (reader, version.media_type, encoding, wrap) if part)


def _letters(ground: Ground, version: Version) -> Cell:
    told = letters_in_words(ground, version)
    if not is_gap(version):
        return (plain(told),)
    return (
        (Piece(told, Tone.TAG_DISPUTED),),
        plain(ground.gettext("Words may be missing: see the warnings.")),
    )


def _warnings(ground: Ground, version: Version) -> Cell:
    found = tuple(
        plain(word_message(notice.code, version.name, dict(notice.values), ground.translator))
        for notice in version.warnings
    )
    return found or (plain(ground.gettext("none")),)


def _offered(ground: Ground, version: Version) -> Cell:
    """For each field of which the source offers several values, all of them, each with every place it stands in."""
    lines: list[Phrase] = []
    for field in Metadata.__slots__:
        offered: dict[str, dict[str, None]] = {}
        for one in version.candidates:
            if one.field == field:
                place = ", ".join(part for part in (ground.word("origin", one.origin), one.detail) if part)
                offered.setdefault(one.value, {})[place] = None
        if len(offered) > 1:
            lines.append(_offers(ground, version, field, offered))
    return tuple(lines)


def _offers(ground: Ground, version: Version, field: str, offered: Mapping[str, Iterable[str]]) -> Phrase:
    """ "title: Quay closed (the text itself); Quay shut (document properties, dc:title)"."""
    line = [Piece(ground.word("field", field) + ": ", Tone.QUIET)]
    for index, (value, places) in enumerate(offered.items()):
        line += [Piece("; ")] if index else []
        line += titled(ground, version.id, shortened(value, 200))
        line.append(Piece(f" ({'; '.join(places)})", Tone.QUIET))
    return tuple(line)


# -- what was set aside, what was read before ------------------------------------------------------------------------


def _set_aside(ground: Ground, article: Article) -> Cell:
    """What is no part of the account, one line for each kind of thing, what is there often told once."""
    text = ground.places.text(article.version_id)
    aside: dict[str, dict[str, list[Paragraph]]] = {}
    for row in queries.set_aside(ground.rows, article):
        words = queries.words_of(text, row)
        if words:
            aside.setdefault(_what_it_is(ground, row), {}).setdefault(words, []).append(row)
    if not aside:
        return (plain(ground.gettext("nothing")),)
    return tuple(_aside_line(ground, what, list(found.values())) for what, found in aside.items())


def _aside_line(ground: Ground, what: str, found: list[list[Paragraph]]) -> Phrase:
    """ "navigation (5): Home · News (3 times) · Contact": ``found`` has the paragraphs of the same words together."""
    total = sum(map(len, found))
    line = [Piece(f"{what} ({total}): " if total > 1 else f"{what}: ", Tone.QUIET)]
    for index, rows in enumerate(found[:MOST_ASIDE]):
        line += [Piece(" · ", Tone.QUIET)] if index else []
        line += quoted(ground, rows[0], 140)
        if len(rows) > 1:
            line.append(Piece(f" ({ground.count('{n} time', '{n} times', len(rows))})", Tone.QUIET))
    more = sum(map(len, found[MOST_ASIDE:]))
    if more:
        told = ground.count("{n} more is in the case.", "{n} more are in the case.", more)
        line.append(Piece(f" … {told}", Tone.QUIET))
    return tuple(line)


def _what_it_is(ground: Ground, paragraph: Paragraph) -> str:
    """ "comment", where the source says so, else the word for the kind."""
    return ground.word("role", paragraph.role) if paragraph.role else ground.word("kind", paragraph.kind)


def _earlier(ground: Ground, article: Article) -> Cell:
    """The readings before the present one: from what, how, and what of the judgements still stands on them."""
    lines: list[Phrase] = []
    left = Counter(passage.version_id for passage in passages_left_behind(ground.rows))
    for version in versions_of(ground.rows, article.id):
        if version.id != article.version_id:
            lines.append(plain(f"{version.name}, {_retrieved(ground, version)} · {_reader(ground, version)}"))
            lines.append((Piece("SHA-256 ", Tone.QUIET), Piece(version.original_sha256, Tone.CODE)))
            if left[version.id]:
                lines.append(plain(_left_behind(ground, left[version.id])))
    return tuple(lines)


def _left_behind(ground: Ground, number: int) -> str:
    """How many judged passages stand on an earlier reading, and where they are told if they are."""
    if ground.has("claims"):
        return ground.count(
            "{n} judged passage was left behind on it; see the claims.",
            "{n} judged passages were left behind on it; see the claims.",
            number,
        )
    return ground.count(
        "{n} judged passage was left behind on it.", "{n} judged passages were left behind on it.", number
    )
