"""Corrections: the finalised versions of the report, and what a reader would see changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from verifier.domain.articles import Passage
from verifier.domain.kinds import Reach
from verifier.domain.reportversions import Correction, CorrectionKind, Facts, ReportVersion
from verifier.domain.versions import is_current
from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.characters import unified_breaks
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Row, Section, Tone
from verifier.reports.quoting import quoted
from verifier.reports.tables import tables_of
from verifier.reports.wording import TAG_TONES, plain, quiet, shortened

K = CorrectionKind

_WIDTHS = (13, 45, 23, 19)
_VERSION_WIDTHS = (16, 84)
_WORDS_KEPT = 600
"""So many code points of a finding or a note are told, old and new."""


def build_corrections(ground: Ground) -> Section | None:
    """Part 12: what changed since each version, the latest first, and the versions; None where there is none."""
    versions = ground.snapshot.versions
    if not versions:
        return None
    _ = ground.gettext
    divisions = [_changes(ground, number) for number in range(_latest(ground), 1, -1)]
    lead = _(
        "What a reader of an earlier version would see changed. What was changed and changed back is not listed; the "
        "numbers of sentences never move."
    )
    return Section(
        "corrections",
        _("Corrections"),
        1,
        (plain(lead),),
        divisions=(*divisions, _versions(ground, versions)),
    )


def is_corrected(ground: Ground) -> bool:
    """Whether somebody outside would see a difference between this version and the one before it, in any report."""
    found = (_for_outside(one) for one in ground.snapshot.corrections if one.version == _latest(ground))
    return any(one.before != one.after for one in found)


def _latest(ground: Ground) -> int:
    """The number of the version the report is, or would become."""
    versions = ground.snapshot.versions
    return len(versions) + (0 if ground.options.final else 1)


# -- what may be told ------------------------------------------------------------------------------------------------


def _told(ground: Ground, number: int) -> Iterator[Correction]:
    """The corrections of a version as far as this report may tell them: nothing of what it does not print."""
    for one in ground.snapshot.corrections:
        if one.version == number and any(ground.has(part) for part in _PRINTED_IN[one.kind]):
            shown = one if ground.internal else _for_outside(one)
            if shown.before != shown.after:
                yield shown


_EVERYWHERE = ("corrections",)
_PRINTED_IN: Mapping[K, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(K, _EVERYWHERE),
        K.MARK: ("claims", "annotated"),
        K.LINK: ("conflicts", "claims", "annotated"),
        K.EVIDENCE: ("evidence", "claims"),
        K.CLAIM: ("matrix",),
        K.ABSENCE: ("alone", "matrix"),
        **dict.fromkeys((K.QUESTION, K.REPLY, K.PASS), ("asked",)),
        **dict.fromkeys((K.METADATA, K.READING), ("sources", "custody", "annotated")),
    }
)
"""The parts that print what a correction is about: where all of them are switched off, it is not told either."""


def _for_outside(one: Correction) -> Correction:
    """A correction without internal notes and confidential evidence: neither those of that time nor those that were
    printed then and are for the house alone by now.
    """
    before, after = _public(one, one.before), _public(one, one.after)
    if not one.withheld:
        return replace(one, before=before, after=after)
    notes = {value for facts in (before, after) for name, value in facts if name == "note"}
    why = "" if one.why in notes else one.why
    return replace(one, before=_hidden(one, before), after=_hidden(one, after), why=why)


def _public(one: Correction, facts: Facts) -> Facts:
    """Facts as they were printed outside at their time."""
    said = dict(facts)
    if one.kind is K.EVIDENCE and "confidential" in said:
        return ()
    if said.get("reach") == Reach.INTERNAL:
        return tuple(fact for fact in facts if fact[0] not in ("note", "reach"))
    return facts


def _hidden(one: Correction, facts: Facts) -> Facts:
    """Facts of something that is internal by now, without the words that were printed then."""
    if one.kind is K.EVIDENCE:
        return (("withheld", "1"),) if facts else ()
    return tuple(("withheld", "1") if name == "note" else (name, value) for name, value in facts)


# -- what changed ----------------------------------------------------------------------------------------------------


def _changes(ground: Ground, number: int) -> Section:
    """What changed from the version before to this one."""
    _ = ground.gettext
    versions = ground.snapshot.versions
    final = number <= len(versions)
    pattern = _("Version {number}: changed since version {former}")
    heading = pattern if final else _("Changed since version {former}, not final yet")
    rows = [Row(_cells(ground, one)) for one in _told(ground, number)]
    lead = [] if rows else [plain(_("Nothing that this report prints has changed."))]
    if final and versions[number - 1].note:
        lead.append((Piece(_("Reason:") + " ", Tone.STRONG), Piece(versions[number - 1].note)))
    heads = (_("Place"), _("What changed"), _("Why"), _("Who, when"))
    return Section(
        f"corrections.{number}",
        heading.format(number=number, former=number - 1),
        2,
        tuple(lead),
        tables_of(heads, _WIDTHS, rows),
    )


def _cells(ground: Ground, one: Correction) -> tuple[Cell, ...]:
    lines = tuple(_lines(ground, one)) or (plain(ground.gettext("changed")),)
    return (
        (_place(ground, one),),
        (*_words_of_part(ground, one), *lines),
        (_flat(one.why),) if one.why else (quiet("–"),),
        (plain(one.who), quiet(ground.time(one.time))),
    )


def _place(ground: Ground, one: Correction) -> Phrase:
    """Where it is: a cross-reference as long as the place is there."""
    if not one.address:
        return quiet(ground.gettext("the whole case"))
    found = ground.rows.get(Passage, one.passage_id)
    if found is not None and one.kind in (K.MARK, K.ABSENCE) and is_current(ground.rows, found.version_id):
        return (ground.places.ref(found.id),)
    return (Piece(one.address, Tone.ADDRESS),)


def _words_of_part(ground: Ground, one: Correction) -> Cell:
    """The words a mark is on where they are less or more than a sentence."""
    found = ground.rows.get(Passage, one.passage_id) if one.kind is K.MARK else None
    if found is None or not is_current(ground.rows, found.version_id):
        return ()
    under = ground.places.under(found)
    if len(under) == 1 and (under[0].start, under[0].end) == (found.start, found.end):
        return ()
    return ((Piece("“", Tone.QUIET), *quoted(ground, found, 120), Piece("”", Tone.QUIET)),)


def _lines(ground: Ground, one: Correction) -> Iterator[Phrase]:
    """What changed, a line each."""
    _ = ground.gettext
    before, after = dict(one.before), dict(one.after)
    if one.kind is K.SENTENCES:
        how = _("split") if len(after) > len(before) else _("merged")
        how = how if len(after) != len(before) else _("cut otherwise")
        yield _turned(how, plain(", ".join(before)), plain(", ".join(after)))
        return
    if one.kind in _CAME and not (before and after):
        head = _(_CAME[one.kind] if after else _WENT[one.kind])
        yield (Piece(head + ": ", Tone.QUIET), *_summary(ground, after or before))
        return
    if before.get("label") != after.get("label") or before.get("modifiers") != after.get("modifiers"):
        yield _turned(_("label"), _label(ground, before), _label(ground, after))
    if before.get("left") != after.get("left"):
        left = _("left behind on an earlier reading") if "left" in after else _("no longer left behind")
        yield (Piece(left, Tone.UNKNOWN),)
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name) and name in _CAPTIONS and not _is_reason(one, name, before):
            old, new = (_value(ground, name, said) for said in (before, after))
            yield _turned(_caption(ground, one, name), old, new)


def _is_reason(one: Correction, name: str, before: Mapping[str, str]) -> bool:
    """Whether a note that is new is told as the reason already, beside the label it came with."""
    others = [fact for fact in (*one.before, *one.after) if fact[0] in ("label", "relation", "outcome")]
    return name == "note" and "note" not in before and bool(others) and dict(one.after).get("note") == one.why


def _turned(caption: str, old: Phrase, new: Phrase) -> Phrase:
    """ "label: ✓ verified → ≠ disputed"."""
    return (Piece(caption + ": ", Tone.QUIET), *old, Piece(" → ", Tone.QUIET), *new)


def _label(ground: Ground, said: Mapping[str, str]) -> Phrase:
    """A label with its modifiers as a text tag; "not checked" where there is none."""
    label = said.get("label")
    if label is None:
        return (Piece(ground.word("label", "none"), Tone.UNKNOWN),)
    modifiers = [ground.word("modifier", key) for key in said.get("modifiers", "").split(",") if key]
    words = ", ".join([ground.word("label", label), *modifiers])
    return (Piece(f"{GLYPHS[label]} {words}", TAG_TONES[label]),)


def _value(ground: Ground, name: str, said: Mapping[str, str]) -> Phrase:
    """What is said of one thing, in words."""
    value = said.get(name)
    if value is None and name == "note" and "withheld" in said:
        return (Piece(ground.gettext("not printed here"), Tone.UNKNOWN),)
    if value is None:
        return (Piece(ground.gettext("none"), Tone.UNKNOWN),)
    if name in _VOCABULARIES:
        return plain(", ".join(ground.word(_VOCABULARIES[name], key) for key in value.split(",")))
    unconfirmed = f" ({ground.gettext('not confirmed')})" if "unconfirmed" in said else ""
    internal = f"{ground.gettext('Internal note:')} " if name == "note" and "reach" in said else ""
    return (Piece(internal, Tone.STRONG), *_quoted(name, value), Piece(unconfirmed, Tone.QUIET))


def _quoted(name: str, value: str) -> Phrase:
    flat = _flat(value)
    return flat if name in _BARE else (Piece("“"), *flat, Piece("”"))


def _flat(value: str) -> Phrase:
    return plain(shortened(" ".join(unified_breaks(value).split()), _WORDS_KEPT))


def _summary(ground: Ground, said: Mapping[str, str]) -> Phrase:
    """Something that came or went, in a line."""
    if "withheld" in said and "relation" not in said:
        return (Piece(ground.gettext("held in confidence, not printed here"), Tone.UNKNOWN),)
    first = next((name for name in _NAMES if name in said), "")
    besides = [
        ground.word(_VOCABULARIES[name], key)
        for name in ("stance", "primacy", "facets", "severity", "outcome")
        for key in said.get(name, "").split(",")
        if key
    ]
    words = _value(ground, first, {first: said[first]}) if first else quiet("–")
    return (*words, Piece(f" ({', '.join(besides)})" if besides else "", Tone.QUIET))


def _caption(ground: Ground, one: Correction, name: str) -> str:
    """What a fact is called; of an article and of the case, what its field is called."""
    if one.kind is K.METADATA:
        return ground.word("field", name)
    return ground.gettext(_CASE_CAPTIONS[name] if one.kind is K.CASE else _CAPTIONS[name])


# -- the versions ----------------------------------------------------------------------------------------------------


def _versions(ground: Ground, versions: Iterable[ReportVersion]) -> Section:
    """Every finalised version with what tells it from any other."""
    _ = ground.gettext
    rows = [Row((_version_name(ground, one), _version_facts(ground, one))) for one in versions]
    lead = _(
        "A final report is frozen with the state and the numbers of its case. The hashes show whether a file, or a "
        "case, is the one that was finalised."
    )
    grid = Grid((_("Version"), _("What was frozen")), _VERSION_WIDTHS, tuple(rows))
    return Section("corrections.versions", _("Versions"), 2, (quiet(lead),), (grid,))


def _version_name(ground: Ground, one: ReportVersion) -> Cell:
    name = ground.gettext("Version {number}").format(number=one.number)
    template = ground.gettext(_TEMPLATES[one.template]) if one.template in _TEMPLATES else one.template
    return ((Piece(name, Tone.STRONG),), quiet(template))


def _version_facts(ground: Ground, one: ReportVersion) -> Cell:
    _ = ground.gettext
    steps = ground.count("{n} step of the case", "{n} steps of the case", one.steps)
    lines: list[Phrase] = [plain(f"{ground.time(one.time)} · {one.checker} · {steps}")]
    if one.note:
        lines.append((Piece(_("Reason:") + " ", Tone.QUIET), Piece(one.note)))
    hashes = (
        (_("SHA-256 of the report"), one.sha256),
        (_("SHA-256 of the case’s state"), one.state_sha256),
        (_("Hash of the last step"), one.head_hash),
    )
    for caption, value in hashes:
        told = (Piece(value, Tone.CODE),) if value else quiet(_("this document: its case keeps it"))
        lines += [quiet(caption), told]
    return tuple(lines)


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


_TEMPLATES = {"dossier": _("dossier"), "memo": _("memo"), "annotated": _("annotated copy")}

_CAME = {
    K.ARTICLE: _("article added"),
    K.LINK: _("link added"),
    K.EVIDENCE: _("evidence added"),
    K.CLAIM: _("claim made"),
    K.ABSENCE: _("looked for and not found in"),
    K.QUESTION: _("question asked"),
    K.REPLY: _("right of reply noted"),
    K.PASS: _("pass noted"),
}
_WENT = {
    K.ARTICLE: _("article removed"),
    K.LINK: _("link removed"),
    K.EVIDENCE: _("evidence removed"),
    K.CLAIM: _("claim taken apart"),
    K.ABSENCE: _("no longer said to be missing in"),
    K.QUESTION: _("question removed"),
    K.REPLY: _("right of reply removed"),
    K.PASS: _("pass removed"),
}
"""What is said of something that came or went; what it is stands behind a colon."""

_NAMES = ("relation", "citation", "wording", "text", "name", "letter", "who", "what", "places")
"""The facts that name a thing, the first there is."""

_VOCABULARIES = {
    "voice": "voice",
    "advice": "advice",
    "relation": "relation",
    "facets": "facet",
    "severity": "severity",
    "outcome": "outcome",
    "stance": "stance",
    "primacy": "primacy",
    "kind": "kind",
}
"""The facts whose values are keys."""

_BARE = frozenset(
    {"a", "b", "place", "places", "letter", "name", "url", "whom", "due", "who", "when", "deadline"}
)
"""The facts that are names, dates and addresses: they stand without quotation marks."""

_CASE_CAPTIONS = {
    "title": _("title"),
    "question": _("question checked"),
    "finding": _("finding"),
    "reviewer": _("reviewer"),
    "signed_by": _("signed off by"),
    "signed_on": _("signed off on"),
}

_CAPTIONS = {
    **dict.fromkeys(_CASE_CAPTIONS, ""),
    **dict.fromkeys(("byline", "publisher", "published_as_printed", "published", "language", "piece"), ""),
    "kind": _("paragraph taken for"),
    "name": _("read anew from"),
    "voice": _("whose words"),
    "note": _("note"),
    "advice": _("what to do"),
    "wording": _("wording"),
    "a": _("from"),
    "relation": _("relation"),
    "facets": _("differs in"),
    "severity": _("severity"),
    "outcome": _("outcome"),
    "citation": _("evidence"),
    "stance": _("stance"),
    "primacy": _("primary or secondary"),
    "url": _("address"),
    "locator": _("place in evidence"),
    "quotation": _("quotation in evidence"),
    "seen": _("evidence seen"),
    "origin": _("origin"),
    "interview": _("interview"),
    "attachment": _("attached file"),
    "places": _("on"),
    "letter": _("missing in"),
    "text": _("question"),
    "place": _("place"),
    "whom": _("for whom"),
    "due": _("due"),
    "answer": _("answer"),
    "who": _("who"),
    "when": _("when"),
    "how": _("how"),
    "deadline": _("deadline"),
    "what": _("pass"),
}
"""What facts are called; those of an article and of the case are called as their fields are."""
