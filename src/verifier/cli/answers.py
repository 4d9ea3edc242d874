"""What the command line prints: JSON with fixed names, and the same as text for people."""

from __future__ import annotations

from typing import Any

from verifier.domain.articles import (
    CONTESTED,
    Article,
    ArticleDraft,
    ParagraphDraft,
    Passage,
    Sentence,
    sha256_of,
)
from verifier.domain.judgements import Link
from verifier.domain.kinds import LABELS_NEEDING_BASIS
from verifier.domain.queries import (
    account,
    address_of,
    address_of_passage,
    basis_of,
    mark_of,
    passage_of,
)
from verifier.domain.reading import Anchor, SourcePart
from verifier.domain.steps import Step
from verifier.i18n.messages import word
from verifier.i18n.vocabulary import GLYPHS, name_of
from verifier.session.articles import name_of_article
from verifier.session.history import describe_step
from verifier.session.opencase import OpenCase

Json = dict[str, Any]


def reading(draft: ArticleDraft) -> Json:
    """A draft as ``read --json`` prints it; positions are code points into "text"."""
    metadata = draft.metadata
    return {
        "source": {
            "name": draft.source.name,
            "media_type": draft.media_type,
            "bytes": len(draft.source.data),
            "sha256": sha256_of(draft.source.data),
            "reader": f"{draft.reader} {draft.reader_version}",
            "encoding": draft.encoding,
            "wrap": draft.wrap,
            "warnings": [word(one.code, draft.source.name, dict(one.values)) for one in draft.warnings],
            "acquired": draft.source.acquired_how,
            "letters": {
                "seen": draft.letters.seen,
                "kept": draft.letters.kept,
                "missing": list(draft.letters.missing),
            },
            "part": draft.part or None,
            "parts": [
                {"id": one.id, "kind": one.kind.value, "name": one.name}
                | {"media_type": one.media_type, "bytes": one.size}
                for one in draft.parts
            ],
        },
        "metadata": {
            "title": metadata.title,
            "byline": metadata.byline,
            "publisher": metadata.publisher,
            "published_as_printed": metadata.published_as_printed,
            "published": metadata.published,
            "url": metadata.url,
            "language": metadata.language,
            "candidates": [
                {"field": one.field, "value": one.value, "origin": one.origin.value, "detail": one.detail}
                for one in draft.candidates
            ],
        },
        "text": draft.text,
        "paragraphs": [_paragraph(one) for one in draft.paragraphs],
        "sentences": [
            {"start": one.start, "end": one.end, "paragraph": one.paragraph} for one in draft.sentences
        ],
    }


def _paragraph(found: ParagraphDraft) -> Json:
    return {
        "kind": found.kind.value,
        "start": found.start,
        "end": found.end,
        "confidence": found.confidence / 100,
        "role": found.role.value or None,
        "anchor": _anchor(found.anchor),
    }


def _anchor(anchor: Anchor) -> Json | None:
    """Where a paragraph stands in its source, as far as its form has terms for it; boxes are left, top, right, bottom
    in points from the page's upper left corner.
    """
    spots = [
        {"page": spot.page, "box": [spot.left, spot.top, spot.right, spot.bottom]} for spot in anchor.spots
    ]
    names = ("part", "paragraph", "xpath", "record", "time")
    found = {name: getattr(anchor, name) for name in names if getattr(anchor, name) not in ("", None)}
    if spots:
        found |= spots[0]
    if len(spots) > 1:
        found["spots"] = spots
    return found or None


def reading_text(draft: ArticleDraft) -> str:
    """A draft as ``read`` prints it: a line for the source, then a line for each paragraph with its kind."""
    found = reading(draft)
    source, metadata = found["source"], found["metadata"]
    lines = [
        f"{source['name']}: {source['bytes']} bytes, {source['encoding']}, {source['reader']}, {source['wrap']}"
    ]
    lines += [f"warning: {warning}" for warning in source["warnings"]]
    lines += [
        f"{name}: {value if value is not None else 'not stated'}"
        for name, value in metadata.items()
        if name != "candidates"
    ]
    lines += [_part_line(one, draft.part) for one in draft.parts]
    lines.append("")
    lines += [_paragraph_line(one, draft.text) for one in draft.paragraphs]
    return "\n".join(lines)


def _part_line(part: SourcePart, chosen: str) -> str:
    sign = "*" if part.id == chosen else " "
    return f"{sign} --part {part.id}: {name_of('part', part.kind)}, {part.name}, {part.media_type}, {part.size} bytes"


def _paragraph_line(found: ParagraphDraft, text: str) -> str:
    """A paragraph with its kind, a question mark where the kind is contested, and its role in brackets."""
    kind = found.kind.value + ("?" if found.confidence < CONTESTED else "")
    role = f"[{name_of('role', found.role.value)}] " if found.role else ""
    return f"{kind:>12}  {role}{text[found.start : found.end]}"


def listing(case: OpenCase) -> Json:
    """A case as ``list --json`` prints it: the account's sentences, and the links."""
    return {
        "articles": [_article(case, article) for article in case.rows.articles()],
        "links": [_link(case, link) for link in case.rows.all(Link)],
    }


def _article(case: OpenCase, article: Article) -> Json:
    return {
        "letter": article.letter,
        "id": article.id,
        "title": article.title,
        "sentences": [_sentence(case, sentence) for sentence in account(case.rows, article)],
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
        other = case.rows.need(Passage, link.b if link.a == passage.id else link.a)
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


def listing_text(case: OpenCase) -> str:
    """A case as ``list`` prints it: a line a sentence with its glyph, then a line a link."""
    lines = []
    for article in case.rows.articles():
        lines.append(f"{article.letter}  {name_of_article(case.rows, article)}")
        lines += [_sentence_line(one) for one in _article(case, article)["sentences"]]
        lines.append("")
    lines += [_link_line(_link(case, link)) for link in case.rows.all(Link)]
    return "\n".join(lines).rstrip("\n")


def _sentence_line(found: Json) -> str:
    label = found["label"]
    words = (
        ", ".join([name_of("label", label), *(name_of("modifier", one) for one in found["modifiers"])])
        if label
        else ""
    )
    without = " (no basis)" if label in LABELS_NEEDING_BASIS and not found["basis"] else ""
    return f"{found['address']:>5} {GLYPHS.get(label or '', ' ')} {words + without:<12}  {found['text']}"


def _link_line(found: Json) -> str:
    more = [name_of("facet", one) for one in found["facets"]]
    more += [name_of("severity", found["severity"])] if found["severity"] else []
    relation = name_of("relation", found["relation"])
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


def history_text(steps: tuple[Step, ...]) -> str:
    """The journal as ``history`` prints it: a line a step."""
    return "\n".join(
        f"{step.sequence:>4}  {step.time}  {step.checker}  {describe_step(step)}" for step in steps
    )
