"""Steps in words: "A6 marked disputed, partly"."""

from __future__ import annotations

from collections.abc import Mapping

from verifier.domain.steps import Step
from verifier.i18n import ENGLISH, Translator
from verifier.i18n.messages import Filled
from verifier.i18n.vocabulary import WORDS, name_of


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


_SENTENCES = {
    "add-articles": _("{letters} added: {names}"),
    "remove-article": _("{letter} removed: {name}"),
    "describe": _("what is known of {letter} changed"),
    "confirm": _("confirmed of {letter}: {fields}"),
    "reread": _("{letter} read anew from {name}; passages moved: {moved}, left behind: {left}"),
    "move-passage": _("what stood at {place} of an earlier reading moved to {to}"),
    "set-kind": _("a paragraph of {letter} made {kind}"),
    "split": _("{first} split in two: {first} and {second}"),
    "merge": _("{first} and {second} merged"),
    "mark": _("{places} marked {label}"),
    "clear": _("label of {places} cleared"),
    "modify": _("{places}: modifiers changed"),
    "note": _("note on {places} written"),
    "advise": _("what to do about {places} set"),
    "attribute": _("whose words {places} is set"),
    "add-evidence": _("evidence on {places} added: {citation}"),
    "edit-evidence": _("evidence changed: {citation}"),
    "attach-evidence": _("evidence put on {places}: {citation}"),
    "detach-evidence": _("evidence taken from {places}: {citation}"),
    "link": _("{a} linked: {relation} {b}"),
    "edit-link": _("link {a} – {b} changed"),
    "resolve": _("link {a} – {b} resolved"),
    "unlink": _("link {a} – {b} removed"),
    "edit-case": _("case details changed: {parts}"),
    "add-question": _("question about {places} asked: {text}"),
    "add-case-question": _("question about the case asked: {text}"),
    "edit-question": _("question changed: {text}"),
    "answer-question": _("question answered: {text}"),
    "remove-question": _("question removed: {text}"),
    "add-reply": _("right of reply of {who} noted"),
    "edit-reply": _("right of reply of {who} changed"),
    "remove-reply": _("right of reply of {who} removed"),
    "add-pass": _("pass noted: {name}"),
    "edit-pass": _("pass changed: {name}"),
    "remove-pass": _("pass removed: {name}"),
    "make-claim": _("claim made of {places}: {text}"),
    "word-claim": _("claim worded: {text}"),
    "unword-claim": _("wording of a claim taken away: {text}"),
    "join-claim": _("{places} taken into the claim: {text}"),
    "leave-claim": _("{places} taken out of the claim: {text}"),
    "drop-claim": _("claim taken apart: {text}"),
    "reject": _("suggestion {a} – {b} rejected"),
    "restore-suggestion": _("suggestion {a} – {b} brought back"),
    "confirm-absence": _("{places} looked for in {letter}: not there"),
    "withdraw-absence": _("{places} no longer said to be missing in {letter}"),
    "finalise": _("report finalised as version {number}"),
    "take-over-report": _("taken over from the report {report} (marks: {marks}, links: {links})"),
    "take-report-comments": _("comments of the report {report} taken in: {count}"),
    "migrate": _("file brought from schema {from} to {to}"),
}


_PARTS = {
    "title": _("title"),
    "question": _("question checked"),
    "finding": _("finding"),
    "reviewer": _("reviewer"),
    "signed_by": _("signed off by"),
    "signed_on": _("signed off on"),
}
"""The case's own words, as the history names them."""


def describe_step(step: Step, translator: Translator = ENGLISH) -> str:
    """What a step did, in words."""
    values = dict(step.values)
    what = values.get("of", step.what) if step.undoes or step.redoes else step.what
    words = _sentence(what, values, translator)
    if step.undoes:
        return translator.gettext("undone: {what}").format(what=words)
    if step.redoes:
        return translator.gettext("redone: {what}").format(what=words)
    return words


def _sentence(what: str, values: Mapping[str, str], translator: Translator) -> str:
    filling = dict(values)
    for vocabulary in ("label", "relation", "kind"):
        if vocabulary in values:
            filling[vocabulary] = _named(vocabulary, values[vocabulary], translator)
    if "modifiers" in values and "label" in filling:
        names = [_named("modifier", key, translator) for key in values["modifiers"].split(",")]
        filling["label"] = ", ".join([filling["label"], *names])
    filling.setdefault("citation", "…")
    if "parts" in values:
        parts = (_PARTS.get(part, part) for part in values["parts"].split(","))
        filling["parts"] = ", ".join(translator.gettext(part) for part in parts)
    if "fields" in values:
        filling["fields"] = ", ".join(_named("field", one, translator) for one in values["fields"].split(","))
    if "letters" in values:
        filling["letters"] = ", ".join(values["letters"].split(","))
    if "part" in values and "places" in values:
        filling["places"] = translator.gettext("a part of {places}").format(places=values["places"])
    if what not in _SENTENCES:  # a step of a program we do not know is named, never taken for a template
        return what
    return translator.gettext(_SENTENCES[what]).format_map(Filled(filling))


def _named(vocabulary: str, key: str, translator: Translator) -> str:
    """The word for a key; a key no vocabulary has, in a case from elsewhere, is shown as itself."""
    return name_of(vocabulary, key, translator) if f"{vocabulary}.{key}" in WORDS else key
