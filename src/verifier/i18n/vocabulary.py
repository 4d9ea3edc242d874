"""Words for the fixed vocabularies: labels, modifiers, relations and so on, by their stable keys.

Keys are the enum values of ``verifier.domain.kinds``, prefixed with what they are, so that "contradicts" as a
relation and as a stance can be translated apart.
"""

from __future__ import annotations

from verifier.i18n import ENGLISH, Translator


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


WORDS: dict[str, str] = {
    "label.verified": _("verified"),
    "label.disputed": _("disputed"),
    "label.opinion": _("opinion"),
    "label.unconfirmed": _("unconfirmed"),
    "label.no-claim": _("no claim"),
    "label.mixed": _("mixed"),
    "label.none": _("not checked"),
    "modifier.partly": _("partly"),
    "modifier.needs-context": _("needs context"),
    "modifier.hedged": _("hedged"),
    "modifier.attribution-only": _("attribution only"),
    "modifier.refuted": _("refuted"),
    "voice.article": _("the article’s own words"),
    "voice.quoted": _("quoted words"),
    "voice.reported": _("reported words"),
    "advice.correct": _("correct"),
    "advice.attribute": _("attribute"),
    "advice.cut": _("cut"),
    "advice.ask": _("ask the writer"),
    "advice.leave": _("leave as it is"),
    "reach.printed": _("printed"),
    "reach.internal": _("internal"),
    "relation.corroborates": _("corroborates"),
    "relation.contradicts": _("contradicts"),
    "relation.adds-detail": _("adds detail to"),
    "relation.same-quotation": _("same quotation"),
    "relation.altered-quotation": _("alters the quotation of"),
    "facet.status": _("status"),
    "facet.number": _("number"),
    "facet.date": _("date"),
    "facet.cause": _("cause"),
    "facet.attribution": _("attribution"),
    "facet.certainty": _("certainty"),
    "facet.scope": _("scope"),
    "facet.wording": _("wording"),
    "facet.translation": _("translation"),
    "severity.hard": _("hard"),
    "severity.tension": _("tension"),
    "severity.framing": _("framing"),
    "severity.minor": _("minor"),
    "outcome.a-stands": _("the first stands"),
    "outcome.b-stands": _("the second stands"),
    "outcome.neither": _("neither stands"),
    "outcome.compatible": _("compatible"),
    "outcome.cannot-be-settled": _("cannot be settled"),
    "stance.supports": _("supports"),
    "stance.contradicts": _("contradicts"),
    "stance.context": _("context"),
    "primacy.primary": _("primary"),
    "primacy.secondary": _("secondary"),
    "kind.headline": _("headline"),
    "kind.dateline": _("date"),
    "kind.byline": _("byline"),
    "kind.body": _("text"),
    "kind.quote": _("block quotation"),
    "kind.heading": _("heading"),
    "kind.list": _("list"),
    "kind.table": _("table"),
    "kind.caption": _("caption"),
    "kind.credit": _("photo credit"),
    "kind.related": _("related article"),
    "kind.boilerplate": _("page furniture"),
    "kind.furniture": _("running head or foot"),
    "kind.aside": _("hidden or deleted text"),
}

GLYPHS: dict[str, str] = {
    "verified": "✓",
    "disputed": "≠",
    "opinion": "◇",
    "unconfirmed": "?",
    "no-claim": "–",
    "mixed": "±",
}
"""The sign of each label: told apart in greyscale, and never a quotation mark or a wavy line."""


def name_of(vocabulary: str, key: object, translator: Translator = ENGLISH) -> str:
    """The word for a key of a vocabulary: ``name_of("label", Label.NO_CLAIM)`` is "no claim"."""
    return translator.gettext(WORDS[f"{vocabulary}.{key}"])
