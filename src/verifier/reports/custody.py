"""The appendices: where each text came from and what was done to it, what the words of the report mean."""

from __future__ import annotations

from verifier.domain import queries
from verifier.domain.articles import Article, Version
from verifier.domain.kinds import Label, Modifier, Relation
from verifier.i18n.messages import word as word_message
from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.characters import replaced
from verifier.reports.ground import Ground
from verifier.reports.meanings import LABEL_MEANINGS, MODIFIER_MEANINGS, RELATION_MEANINGS
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Row, Section, Tone
from verifier.reports.wording import TAG_TONES, article_name, plain, quiet, shortened

FACT_WIDTHS = (26, 74)
"""The widths of a list of facts: name and value."""


def build_custody(ground: Ground) -> Section:
    """For each article its file, hashes, reader, warnings and what was set aside."""
    _ = ground.gettext
    articles = ground.rows.articles()
    lead: tuple[Phrase, ...] = ()
    if not articles:
        lead = (plain(_("The case holds no articles yet, so there is nothing to keep.")),)
    divisions = tuple(
        Section(f"custody.{article.letter}", article_name(ground, article), 2, (), (_facts(ground, article),))
        for article in articles
    )
    return Section("custody", _("Custody of the sources"), 1, lead, (), divisions)


def _facts(ground: Ground, article: Article) -> Grid:
    _ = ground.gettext
    version = ground.rows.need(Version, article.version_id)
    facts: list[tuple[str, Cell]] = [
        (_("File name"), (plain(version.name or _("none")),)),
        (_("Size"), (plain(ground.count("{n} byte", "{n} bytes", version.size)),)),
        (_("SHA-256, original"), ((Piece(version.original_sha256, Tone.CODE),),)),
        (_("SHA-256, text read"), ((Piece(version.text_sha256, Tone.CODE),),)),
        (_("Retrieved"), (plain(_retrieved(ground, version)),)),
        (_("Reader"), (plain(_reader(ground, version)),)),
        (_("Warnings"), _warnings(ground, version)),
        (_("Set aside"), _set_aside(ground, article)),
    ]
    shown = replaced(ground.places.text(article.version_id))
    if shown:
        facts.append((_("Characters shown as tokens"), _tokens(ground, shown)))
    return _fact_grid(facts)


def _fact_grid(facts: list[tuple[str, Cell]]) -> Grid:
    return Grid((), FACT_WIDTHS, tuple(Row(((quiet(name),), cell)) for name, cell in facts))


def _retrieved(ground: Ground, version: Version) -> str:
    how = version.acquired_how or ground.gettext("how it came is not recorded")
    when = ground.time(version.acquired_at) or ground.gettext("time not recorded")
    return f"{how}, {when}"


def _reader(ground: Ground, version: Version) -> str:
    encoding = ground.gettext("encoding {name}").format(name=version.encoding) if version.encoding else ""
    wrap = ground.gettext("line breaks: {mode}").format(mode=version.wrap) if version.wrap else ""
    reader = f"{version.reader} {version.reader_version}".strip()
    return " · ".join(part for part in (reader, version.media_type, encoding, wrap) if part)


def _warnings(ground: Ground, version: Version) -> Cell:
    found = tuple(
        plain(word_message(notice.code, version.name, dict(notice.values), ground.translator))
        for notice in version.warnings
    )
    return found or (plain(ground.gettext("none")),)


def _set_aside(ground: Ground, article: Article) -> Cell:
    text = ground.places.text(article.version_id)
    lines: list[Phrase] = []
    for paragraph in queries.set_aside(ground.rows, article):
        words = shortened(queries.words_of(text, paragraph), 140)
        if words:
            lines.append((Piece(ground.word("kind", paragraph.kind) + ": ", Tone.QUIET), Piece(words)))
    return tuple(lines) or (plain(ground.gettext("nothing")),)


def _tokens(ground: Ground, shown: tuple[tuple[str, int], ...]) -> Cell:
    told = ", ".join(f"{token} ({ground.count('{n} time', '{n} times', count)})" for token, count in shown)
    remark = ground.gettext(
        "A document cannot carry these characters, or they would turn the words around them; the case keeps them."
    )
    return (plain(told), quiet(remark))


# -- method ----------------------------------------------------------------------------------------------------------


def build_method(ground: Ground, program: str) -> Section:
    """What labels and relations mean here, and how the report was made."""
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
    return Section(
        "method",
        _("Method"),
        1,
        lead,
        (),
        (
            Section("method.labels", _("What the labels mean"), 2, (), (_label_grid(ground),)),
            Section("method.modifiers", _("What limits a label"), 2, (), (_modifier_grid(ground),)),
            Section("method.relations", _("What the relations mean"), 2, (), (_relation_grid(ground),)),
            Section("method.making", _("How this report was made"), 2, (), (_making(ground, program),)),
        ),
    )


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
    return _fact_grid(
        [
            (ground.word("modifier", modifier), (plain(ground.gettext(MODIFIER_MEANINGS[modifier])),))
            for modifier in Modifier
        ]
    )


def _relation_grid(ground: Ground) -> Grid:
    return _fact_grid(
        [
            (ground.word("relation", relation), (plain(ground.gettext(RELATION_MEANINGS[relation])),))
            for relation in Relation
        ]
    )


def _making(ground: Ground, program: str) -> Grid:
    _ = ground.gettext
    facts: list[tuple[str, Cell]] = [
        (_("Program"), (plain(program),)),
        (_("Made"), (plain(ground.spoken(ground.when)),)),
        (
            _("Times"),
            (
                plain(
                    _("told in the zone {zone}; times of comments are UTC").format(zone=ground.options.zone)
                ),
            ),
        ),
        (_("Case"), (plain(ground.snapshot.case_name),)),
    ]
    if ground.snapshot.steps:
        last = ground.snapshot.steps[-1]
        state = _("step {n}, {time}").format(n=last.sequence, time=ground.time(last.time))
        facts.append((_("State of the case"), (plain(state), (Piece(last.hash, Tone.CODE),))))
    return _fact_grid(facts)
