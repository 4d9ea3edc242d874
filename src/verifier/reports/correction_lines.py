"""A correction in words: what stood in an earlier version, and what stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verifier.domain.reportversions import Correction, CorrectionKind
from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.characters import one_line
from verifier.reports.ground import Ground
from verifier.reports.parts import Phrase, Piece, Tone
from verifier.reports.wording import TAG_TONES, plain, quiet, shortened

K = CorrectionKind

_WORDS_KEPT = 600
"""So many code points of a finding or a note are told, old and new."""

_AROUND = 6
"""So many words are told around those that differ."""


def lines_of(ground: Ground, one: Correction) -> Iterator[Phrase]:
    """What changed, a line each."""
    _ = ground.gettext
    before, after = dict(one.before), dict(one.after)
    if one.kind is K.SENTENCES:
        yield _recut(ground, one)
        return
    if one.kind is K.READING:
        old, new = (_value(ground, "name", said) for said in (before, after))
        yield _turned(_("read anew from"), old, new)
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
    for name in dict.fromkeys("note" if name == "withheld" else name for name in (*before, *after)):
        if _is_told(one, name, before, after):
            yield _turned(_caption(ground, one, name), *_values(ground, name, before, after))


def _values(
    ground: Ground, name: str, before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[Phrase, Phrase]:
    """What was and is said; of longer words what differs is marked, and what is alike around it cut."""
    if name in before and name in after and name not in _VOCABULARIES and name not in _BARE:
        old, new = (one_line(said[name]).split(" ") for said in (before, after))
        alike = _alike(old, new)
        if any(alike):
            return (
                _differing(ground, name, before, old, alike),
                _differing(ground, name, after, new, alike),
            )
    return _value(ground, name, before), _value(ground, name, after)


def _alike(words: list[str], others: list[str]) -> tuple[int, int]:
    """With how many of the same words two texts begin, and end."""
    least = min(len(words), len(others))
    head = next((at for at in range(least) if words[at] != others[at]), least)
    tail = next((at for at in range(least - head) if words[-1 - at] != others[-1 - at]), least - head)
    return head, tail


def _differing(
    ground: Ground, name: str, said: Mapping[str, str], words: list[str], alike: tuple[int, int]
) -> Phrase:
    """Words with those marked that differ: all but so many at the head and the tail."""
    head, tail = alike
    middle = words[head : len(words) - tail]
    lead, rest = words[:head], words[len(words) - tail :]
    before = " ".join([*(["…"] if head > _AROUND else []), *lead[-_AROUND:]])
    after = " ".join([*rest[:_AROUND], *(["…"] if tail > _AROUND else [])])
    marked = shortened(" ".join(middle), _WORDS_KEPT)
    opening, closing = ground.quotation_marks
    pieces = (
        Piece(_internal(ground, name, said), Tone.STRONG),
        Piece(opening + before + (" " if before and marked else "")),
        Piece(marked, Tone.DIFFERS),
        Piece((" " if (marked or before) and after else "") + after + closing),
        Piece(_unconfirmed(ground, said), Tone.QUIET),
    )
    return tuple(piece for piece in pieces if piece.text)


def _recut(ground: Ground, one: Correction) -> Phrase:
    """ "split: A12 → A12, A12a"."""
    _ = ground.gettext
    old, new = ([address for address, _span in facts] for facts in (one.before, one.after))
    how = _("split") if len(new) > len(old) else _("merged")
    how = how if len(new) != len(old) else _("cut otherwise")
    return _turned(how, plain(", ".join(old)), plain(", ".join(new)))


def _is_told(one: Correction, name: str, before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether a fact that changed has a line of its own."""
    if name not in _CAPTIONS or _is_reason(one, name, before):
        return False
    if name == "a":  # another number of the same words is no news, another direction is
        return before.get("a") == after.get("b") != before.get("b")
    hidden = before.get("withheld") != after.get("withheld")
    return before.get(name) != after.get(name) or (name == "note" and hidden)


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
    internal = Piece(_internal(ground, name, said), Tone.STRONG)
    remark = Piece(_unconfirmed(ground, said), Tone.QUIET)
    return tuple(piece for piece in (internal, *_quoted(ground, name, value), remark) if piece.text)


def _internal(ground: Ground, name: str, said: Mapping[str, str]) -> str:
    return f"{ground.gettext('Internal note:')} " if name == "note" and "reach" in said else ""


def _unconfirmed(ground: Ground, said: Mapping[str, str]) -> str:
    return f" ({ground.gettext('not confirmed')})" if "unconfirmed" in said else ""


def _quoted(ground: Ground, name: str, value: str) -> Phrase:
    said = flat(value)
    before, after = map(Piece, ground.quotation_marks)
    return said if name in _BARE else (before, *said, after)


def flat(value: str) -> Phrase:
    """People's own words in one line, cut where they are long."""
    return plain(shortened(one_line(value), _WORDS_KEPT))


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


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


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
