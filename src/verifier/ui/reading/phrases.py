"""A sentence's state in words, for tooltips and for those who listen."""

from __future__ import annotations

from verifier.domain.articles import Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import is_inside_one_article
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.reading.verdicts import Verdict


def relation_of(rows: CaseRows, link: Link, translator: Translator) -> str:
    """A link's relation in words; inside one article an account repeats or contradicts itself."""
    if is_inside_one_article(rows, link):
        if link.relation is Relation.CORROBORATES:
            return translator.gettext("repeats")
        if link.relation is Relation.CONTRADICTS:
            return translator.gettext("contradicts itself")
    return name_of("relation", link.relation, translator)


def describe_part(label: Label | None, translator: Translator) -> str:
    """What is known of a part of a sentence: "part, disputed"."""
    words = translator.gettext("part of the sentence, {label}")
    return words.format(label=name_of("label", label or "none", translator))


def describe(letter: str, sentence: Sentence, verdict: Verdict, translator: Translator) -> str:
    """What is known of a sentence: "A6, disputed, partly, 1 link"."""
    parts = [letter + (sentence.number or "–"), name_of("label", verdict.label or "none", translator)]
    if verdict.hollow:
        parts.append(translator.gettext("no basis yet"))
    parts += [name_of("modifier", modifier, translator) for modifier in verdict.modifiers]
    count = len(verdict.links)
    if count:
        parts.append(translator.ngettext("{count} link", "{count} links", count).format(count=count))
    return ", ".join(parts)
