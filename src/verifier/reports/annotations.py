"""A case as W3C Web Annotations (https://www.w3.org/TR/annotation-model/) in JSON-LD.

Positions are code points, half open, into the reading text that ``cached`` names. The bytes are ASCII: every other
character is escaped, so that any of them, half a surrogate pair too, goes through any other format unharmed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from verifier import __version__
from verifier.domain import queries
from verifier.domain.articles import Article, Passage, Version
from verifier.domain.checkers import Checker, initials_of
from verifier.domain.judgements import Link, Mark
from verifier.domain.rows import Snapshot
from verifier.reports.options import ReportOptions, check_options, chosen_parts, instant, zone_named
from verifier.reports.printed import Printed

Json = dict[str, Any]

AROUND = 32
"""So many code points of the text before and after a passage are told with it."""

TERMS: Json = {
    "verifier": "urn:verifier:",
    "texts": {"@id": "urn:verifier:term:texts", "@container": "@set"},
    "letter": "urn:verifier:term:letter",
    "address": "urn:verifier:term:address",
    "facet": {"@id": "urn:verifier:term:facet", "@type": "@id", "@container": "@set"},
    "severity": {"@id": "urn:verifier:term:severity", "@type": "@id"},
    "outcome": {"@id": "urn:verifier:term:outcome", "@type": "@id"},
}
"""Our own terms, beside those of the Web Annotation vocabulary."""

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(snapshot: Snapshot, options: ReportOptions) -> bytes:
    """The annotations of a report as a file. Raises ReportError for options that cannot be met."""
    check_options(options)
    found = document(snapshot, options, chosen_parts(options))
    return (json.dumps(found, indent=1) + "\n").encode("ascii")


def document(snapshot: Snapshot, options: ReportOptions, parts: frozenset[str]) -> Json:
    """The annotations of what some parts print, as one JSON-LD document: a collection and its one page."""
    return document_of(Printed(snapshot, options, parts), options)


def document_of(printed: Printed, options: ReportOptions) -> Json:
    """The same, of what is printed."""
    annotator, snapshot = _Annotator(printed, options), printed.snapshot
    items = [*annotator.marks(), *annotator.links()]
    return {
        "@context": [ANNOTATION_CONTEXT, TERMS],
        "type": "AnnotationCollection",
        "label": " ".join(snapshot.rows.details.title.split()) or snapshot.case_name,
        "generator": _GENERATOR,
        "generated": annotator.made,
        "total": len(items),
        "texts": [annotator.text(article) for article in snapshot.rows.articles()],
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }


_PROGRAM = "urn:verifier:program"
_GENERATOR: Json = {
    "id": _PROGRAM,
    "type": "Software",
    "name": f"Verifier {__version__}",
}


class _Annotator:
    """Makes annotations of one snapshot."""

    def __init__(self, printed: Printed, options: ReportOptions) -> None:
        self._printed = printed
        self._rows = printed.rows
        time = instant(options.time or printed.snapshot.taken_at, zone_named(options.zone))
        self.made = time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self._sources: dict[str, str] = {}
        self._states: dict[str, Json] = {}
        self._people: dict[str, Json] = {}
        self._known_bodies: dict[object, list[Json]] = {}

    # -- texts ---------------------------------------------------------------------------------------------------

    def text(self, article: Article) -> Json:
        """A reading text: its hash, what is printed of its source, and its words where they are printed whole."""
        shown = self._printed.article(article)
        version = self._rows.need(Version, article.version_id)
        found: Json = {
            "id": text_iri(version.id),
            "type": "Text",
            "letter": article.letter,
            "format": "text/plain",
            "schema:sha256": version.text_sha256,
        }
        url = self._printed.address_of_source(article)
        told = {
            "language": shown.language,
            "schema:headline": shown.title,
            "schema:publisher": shown.publisher,
            "schema:author": shown.byline,
            "schema:datePublished": shown.published,
            "schema:isBasedOn": {"id": url} if url else None,
            "value": self._printed.text(version.id) if self._printed.has_texts else None,
        }
        return found | {name: value for name, value in told.items() if value}

    def _source(self, version_id: str) -> str:
        """What an annotation is of: the article where it is published, else the article of this case."""
        known = self._sources.get(version_id)
        if known is None:
            article = queries.article_of_version(self._rows, version_id)
            known = self._printed.address_of_source(article) or f"urn:verifier:article:{article.id}"
            self._sources[version_id] = known
        return known

    def _state(self, version_id: str) -> Json:
        """Which reading of the source the positions are of."""
        known = self._states.get(version_id)
        if known is None:
            version = self._rows.need(Version, version_id)
            known = {
                "type": "TimeState",
                "cached": text_iri(version_id),
                "schema:sha256": version.text_sha256,
            }
            if self._printed.version(version_id) is not None and version.acquired_at:
                known["sourceDate"] = version.acquired_at
            self._states[version_id] = known
        return known

    # -- annotations ---------------------------------------------------------------------------------------------

    def marks(self) -> Iterator[Json]:
        """An annotation for each mark, in reading order."""
        for passage, mark in self._printed.marks:
            yield {
                "id": f"urn:verifier:mark:{mark.id}",
                "type": "Annotation",
                "motivation": "assessing" if mark.label else "commenting",
                "body": self._bodies(mark),
                "target": self._target(passage),
                **self._made(mark, mark.time),
            }

    def links(self) -> Iterator[Json]:
        """An annotation for each link, as they were made."""
        for link in self._printed.links():
            yield {
                "id": f"urn:verifier:link:{link.id}",
                "type": "Annotation",
                "motivation": "linking",
                "body": _link_bodies(link),
                "target": [self._target(self._rows.need(Passage, end)) for end in (link.a, link.b)],
                **self._made(link, ""),
                **_difference(link),
            }

    def _bodies(self, mark: Mark) -> list[Json]:
        """What a mark says, made once for all that say the same: most have a label and nothing more."""
        key = (mark.label, mark.modifiers, mark.voice, mark.advice, mark.wording, mark.note)
        known = self._known_bodies.get(key)
        if known is None:
            known = self._known_bodies[key] = _bodies(mark)
        return known

    def _target(self, passage: Passage) -> Json:
        """The words of a passage and where they stand."""
        text = self._printed.text(passage.version_id)
        start, end = queries.trimmed(text, passage.start, passage.end)
        quote: Json = {"type": "TextQuoteSelector", "exact": text[start:end]}
        if self._printed.has_texts and self._printed.is_on_current(passage.id):
            quote["prefix"], quote["suffix"] = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
        return {
            "type": "SpecificResource",
            "source": self._source(passage.version_id),
            "address": self._printed.places.address(passage),
            "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
            "state": self._state(passage.version_id),
        }

    def _made(self, row: Mark | Link, modified: str) -> Json:
        """Who made it and when. A case keeps of a mark when it last became what it is."""
        known = self._people.get(row.checker)
        if known is None:
            name, initials = Checker.signed(row.checker).name, initials_of(row.checker)
            known = self._people[row.checker] = {"type": "Person", "name": name, "nickname": initials}
        found: Json = {"creator": known}
        if row.time:
            found["created"] = row.time
        if modified:
            found["modified"] = modified
        found["generator"] = _PROGRAM
        return found


def text_iri(version_id: str) -> str:
    """The name of a reading text."""
    return f"urn:verifier:text:{version_id}"


def _bodies(mark: Mark) -> list[Json]:
    """What a mark says: label, modifiers and voice as names and as words, advice, the note."""
    named = [("label", mark.label), *(("modifier", one) for one in mark.modifiers), ("voice", mark.voice)]
    bodies = [_named(vocabulary, str(key), "classifying") for vocabulary, key in named if key]
    bodies += [_told(str(key), "tagging") for _vocabulary, key in named if key]
    if mark.advice:
        bodies.append(_named("advice", str(mark.advice), "editing"))
    if mark.wording:
        bodies.append(_told(mark.wording, "editing"))
    return bodies + ([_told(mark.note, "commenting")] if mark.note.strip() else [])


def _link_bodies(link: Link) -> list[Json]:
    bodies = [_named("relation", str(link.relation), "linking")]
    return bodies + ([_told(link.note, "commenting")] if link.note.strip() else [])


def _difference(link: Link) -> Json:
    """In what respect two passages differ, how gravely, and how that was resolved."""
    found: Json = {"facet": [f"urn:verifier:facet:{one}" for one in link.facets]} if link.facets else {}
    for name, key in (("severity", link.gravity), ("outcome", link.outcome)):
        if key:
            found[name] = f"urn:verifier:{name}:{key}"
    return found


def _named(vocabulary: str, key: str, purpose: str) -> Json:
    return {"type": "SpecificResource", "source": f"urn:verifier:{vocabulary}:{key}", "purpose": purpose}


def _told(words: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}
