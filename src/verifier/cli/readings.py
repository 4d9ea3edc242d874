"""How ``read`` and ``describe`` tell of a source: as JSON with fixed names, and as text for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from verifier.domain.articles import (
    CONTESTED,
    Article,
    ArticleDraft,
    Metadata,
    ParagraphDraft,
    sha256_of,
)
from verifier.domain.reading import Anchor, Candidate, Letters, SourcePart
from verifier.i18n import ENGLISH, Translator
from verifier.i18n.messages import word
from verifier.i18n.vocabulary import name_of
from verifier.reports.locators import locator

Json = dict[str, Any]


def reading(draft: ArticleDraft) -> Json:
    """A draft as ``read --json`` prints it; positions are code points into "text"."""
    metadata = draft.metadata
    return {
        "source": _source(draft),
        "metadata": {
            "title": metadata.title,
            "byline": metadata.byline,
            "publisher": metadata.publisher,
            "published_as_printed": metadata.published_as_printed,
            "published": metadata.published,
            "url": metadata.url,
            "language": metadata.language,
            "piece": metadata.piece,
            "unconfirmed": list(draft.unconfirmed),
            "candidates": candidates_of(draft.candidates),
        },
        "text": draft.text,
        "paragraphs": [_paragraph(one) for one in draft.paragraphs],
        "sentences": [
            {"start": one.start, "end": one.end, "paragraph": one.paragraph} for one in draft.sentences
        ],
    }


def _source(draft: ArticleDraft) -> Json:
    """Where the words came from and how they were read."""
    return {
        "name": draft.source.name,
        "media_type": draft.media_type,
        "bytes": len(draft.source.data),
        "sha256": sha256_of(draft.source.data),
        "reader": f"{draft.reader} {draft.reader_version}",
        "encoding": draft.encoding,
        "wrap": draft.wrap,
        "warnings": warnings_of(draft),
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


def reading_text(draft: ArticleDraft, words: Translator = ENGLISH) -> str:
    """A draft as ``read`` prints it: what is known of the source, then a line for each paragraph with its kind."""
    name, size = draft.source.name, len(draft.source.data)
    facts = (draft.encoding, f"{draft.reader} {draft.reader_version}", draft.wrap)
    lines = [f"{name}: {', '.join((_bytes(size, words), *(fact for fact in facts if fact)))}"]
    lines += [words.gettext("warning: {what}").format(what=one) for one in warnings_of(draft, words)]
    lines += _letters_line(draft.letters, words)
    lines += known_lines(asdict(draft.metadata), draft.unconfirmed, draft.candidates, words)
    lines += [_part_line(one, draft.part, words) for one in draft.parts]
    lines.append("")
    lines += [_paragraph_line(one, draft.text, words) for one in draft.paragraphs]
    return "\n".join(lines)


def _bytes(size: int, words: Translator) -> str:
    return words.ngettext("{n} byte", "{n} bytes", size).format(n=size)


def warnings_of(draft: ArticleDraft, words: Translator = ENGLISH) -> list[str]:
    """What the reader warns of, in words."""
    return [word(one.code, draft.source.name, dict(one.values), words) for one in draft.warnings]


def _letters_line(letters: Letters, words: Translator) -> list[str]:
    """How many letters another parse saw, where one was made."""
    if not letters.seen:
        return []
    share = f"{100 * min(letters.kept / letters.seen, 1):.1f} %"
    line = words.gettext("letters: {seen} seen, {kept} kept ({share})")
    return [line.format(seen=letters.seen, kept=letters.kept, share=share)]


def known_lines(
    known: dict[str, str | None],
    unconfirmed: Sequence[str],
    candidates: Sequence[Candidate],
    words: Translator = ENGLISH,
) -> list[str]:
    """A line for each field, and under it the other values the source offers, with where they stand."""
    text = words.gettext
    lines = []
    for field in Metadata.__slots__:
        value = known[field]
        offered = [one for one in candidates if one.field == field]
        origin = next((_origin(one, words) for one in offered if one.value == value), "")
        doubt = text("not confirmed") if field in unconfirmed else ""
        remark = "; ".join(part for part in (origin, doubt) if part)
        shown = text("not stated") if value is None else _one_line(value)
        lines.append(f"{field}: {shown}" + f" ({remark})" * bool(remark))
        others = dict.fromkeys(
            f"{_one_line(one.value)} ({_origin(one, words)})" for one in offered if one.value != value
        )
        lines += ["    " + text("or: {value}").format(value=other) for other in others]
    return lines


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _origin(candidate: Candidate, words: Translator) -> str:
    name = name_of("origin", candidate.origin, words)
    return f"{name}, {candidate.detail}" if candidate.detail else name


def description(article: Article, candidates: Sequence[Candidate]) -> Json:
    """What is known of an article as ``describe --json`` prints it."""
    return {
        "letter": article.letter,
        "id": article.id,
        "metadata": {name: getattr(article, name) for name in Metadata.__slots__},
        "unconfirmed": list(article.unconfirmed),
        "candidates": candidates_of(candidates),
    }


def candidates_of(candidates: Sequence[Candidate]) -> list[Json]:
    """Every value a source offers, with where it stands."""
    return [
        {"field": one.field, "value": one.value, "origin": one.origin.value, "detail": one.detail}
        for one in candidates
    ]


def _part_line(part: SourcePart, chosen: str, words: Translator) -> str:
    sign = "*" if part.id == chosen else " "
    kind, size = name_of("part", part.kind, words), _bytes(part.size, words)
    return f"{sign} --part {part.id}: {kind}, {part.name}, {part.media_type}, {size}"


def _paragraph_line(found: ParagraphDraft, text: str, words: Translator) -> str:
    """A paragraph with its kind, a question mark where the kind is contested, its role and its page or time."""
    kind = found.kind.value + ("?" if found.confidence < CONTESTED else "")
    marks = (name_of("role", found.role.value, words), locator(found.anchor, words.gettext))
    shown = "".join(f"[{mark}] " for mark in marks if mark)
    return f"{kind:>12}  {shown}{text[found.start : found.end]}"
