"""What the command line prints: JSON with fixed names, and the same as text for people."""

from __future__ import annotations

from typing import Any

from verifier.domain.articles import Article, Metadata, Passage, Sentence, Version
from verifier.domain.judgements import Link
from verifier.domain.kinds import LABELS_NEEDING_BASIS
from verifier.domain.queries import (
    account,
    address_of,
    address_of_passage,
    basis_of,
    mark_of,
    near_end,
    other_end,
    passage_of,
)
from verifier.domain.steps import Step
from verifier.domain.versions import versions_of
from verifier.i18n import ENGLISH, Translator
from verifier.i18n.vocabulary import GLYPHS, name_of
from verifier.session.articles import name_of_article
from verifier.session.history import describe_step
from verifier.session.leftovers import LeftBehind
from verifier.session.opencase import OpenCase

Json = dict[str, Any]


def listing(case: OpenCase) -> Json:
    """A case as ``list --json`` prints it: the account's sentences, the links, what a new reading left behind."""
    return {
        "articles": [_article(case, article) for article in case.rows.articles()],
        "links": [_link(case, link) for link in case.rows.all(Link)],
        "left_behind": [_left(one) for one in case.left_behind()],
    }


def _article(case: OpenCase, article: Article) -> Json:
    return {
        "letter": article.letter,
        "id": article.id,
        "title": article.title,
        "metadata": known_of(article),
        "unconfirmed": list(article.unconfirmed),
        "versions": [_version(article, version) for version in versions_of(case.rows, article.id)],
        "sentences": [_sentence(case, sentence) for sentence in account(case.rows, article)],
    }


def known_of(article: Article) -> Json:
    """What is known of an article, by field; None for what its source does not state."""
    return {name: getattr(article, name) for name in Metadata.__slots__}


def _version(article: Article, version: Version) -> Json:
    return {
        "id": version.id,
        "current": version.id == article.version_id,
        "name": version.name,
        "bytes": version.size,
        "sha256": version.original_sha256,
        "media_type": version.media_type,
        "reader": f"{version.reader} {version.reader_version}",
        "encoding": version.encoding,
        "wrap": version.wrap,
        "part": version.part or None,
        "acquired": version.acquired_how,
        "acquired_at": version.acquired_at,
        "letters": {"seen": version.letters_seen, "kept": version.letters_kept},
    }


def _left(one: LeftBehind) -> Json:
    """A passage of an earlier reading; "address" is the one it had there."""
    proposal = one.proposal
    return {
        "passage": one.passage.id,
        "address": one.address,
        "text": one.words,
        "label": one.mark.label.value if one.mark and one.mark.label else None,
        "links": [link.id for link in one.links],
        "evidence": [piece.id for piece in one.evidence],
        "proposal": {"text": proposal.words, "alike": proposal.score / 100} if proposal else None,
    }


def _sentence(case: OpenCase, sentence: Sentence) -> Json:
    mark = mark_of(case.rows, sentence)
    return {
        "address": address_of(case.rows, sentence),
        "id": sentence.id,
        "text": case.words(sentence),
        "label": mark.label.value if mark and mark.label else None,
        "modifiers": [modifier.value for modifier in mark.modifiers] if mark else [],
        "note": mark.note if mark and mark.note else None,
        "basis": _basis(case, sentence),
    }


def _basis(case: OpenCase, sentence: Sentence) -> list[Json]:
    """What the sentence's label stands on: evidence by its citation, links by the address of their other end."""
    mark, passage = mark_of(case.rows, sentence), passage_of(case.rows, sentence)
    if mark is None or passage is None or mark.label not in LABELS_NEEDING_BASIS:
        return []
    basis = basis_of(case.rows, mark)
    found: list[Json] = [{"evidence": one.id, "citation": one.citation} for one in basis.evidence]
    for link in basis.links:
        other = case.rows.need(Passage, other_end(link, near_end(case.rows, link, passage)))
        found.append(
            {
                "link": link.id,
                "relation": link.relation.value,
                "address": address_of_passage(case.rows, other),
            }
        )
    return found


def _link(case: OpenCase, link: Link) -> Json:
    ends = {
        name: address_of_passage(case.rows, case.rows.need(Passage, end))
        for name, end in (("a", link.a), ("b", link.b))
    }
    return {
        "id": link.id,
        **ends,
        "relation": link.relation.value,
        "facets": [facet.value for facet in link.facets],
        "severity": link.severity.value if link.severity else None,
        "note": link.note or None,
    }


def listing_text(case: OpenCase, words: Translator = ENGLISH) -> str:
    """A case as ``list`` prints it: a line a sentence with its glyph, then a line a link, then what was left behind."""
    lines = []
    for article in case.rows.articles():
        lines.append(f"{article.letter}  {name_of_article(case.rows, article)}{_unconfirmed(article, words)}")
        lines += [_sentence_line(one, words) for one in _article(case, article)["sentences"]]
        lines.append("")
    lines += [_link_line(_link(case, link), words) for link in case.rows.all(Link)]
    lines += left_lines(case, words)
    return "\n".join(lines).rstrip("\n")


def _unconfirmed(article: Article, words: Translator) -> str:
    names = ", ".join(name_of("field", name, words) for name in article.unconfirmed)
    return " " + words.gettext("(not confirmed: {fields})").format(fields=names) if names else ""


def left_lines(case: OpenCase, words: Translator = ENGLISH) -> list[str]:
    """A line for every passage a new reading left behind, and one for where it may belong."""
    lines = []
    text = words.gettext
    for one in case.left_behind():
        label = one.mark.label if one.mark else None
        sign = GLYPHS.get(label or "", " ")
        lines.append(text("left behind by a new reading:") + f" {one.address} {sign} {one.words}")
        if one.proposal:
            perhaps = text("perhaps ({score} % alike):").format(score=one.proposal.score)
            lines.append(f"    {perhaps} {one.proposal.words}")
    return lines


def _sentence_line(found: Json, words: Translator) -> str:
    label = found["label"]
    names = [name_of("label", label, words)] if label else []
    names += [name_of("modifier", one, words) for one in found["modifiers"]] if label else []
    is_bare = label in LABELS_NEEDING_BASIS and not found["basis"]
    told = ", ".join(names) + (" " + words.gettext("(no basis)") if is_bare else "")
    return f"{found['address']:>5} {GLYPHS.get(label or '', ' ')} {told:<12}  {found['text']}"


def _link_line(found: Json, words: Translator) -> str:
    more = [name_of("facet", one, words) for one in found["facets"]]
    more += [name_of("severity", found["severity"], words)] if found["severity"] else []
    relation = name_of("relation", found["relation"], words)
    return f"{found['a']} {relation} {found['b']}" + (f" ({', '.join(more)})" if more else "")


def history(steps: tuple[Step, ...]) -> Json:
    """The journal as ``history --json`` prints it; "what" is in words."""
    return {
        "steps": [
            {
                "id": step.id,
                "sequence": step.sequence,
                "time": step.time,
                "checker": step.checker,
                "what": describe_step(step),
                "undoes": step.undoes,
            }
            for step in steps
        ]
    }


def history_text(steps: tuple[Step, ...], words: Translator = ENGLISH) -> str:
    """The journal as ``history`` prints it: a line a step."""
    return "\n".join(
        f"{step.sequence:>4}  {step.time}  {step.checker}  {describe_step(step, words)}" for step in steps
    )
