"""An independent JSON-LD processor for tests, which loads contexts written here and nothing from anywhere else.

The contexts are of our own making: they map the terms our documents use to the names the vocabularies give them.
"""

from __future__ import annotations

from typing import Any

from pyld import jsonld

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
SCHEMA = "http://schema.org/"
URN = "urn:verifier:"


def _node(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id"}


ANNOTATIONS: dict[str, Any] = {
    "@context": {
        "oa": OA,
        "as": AS,
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "dctypes": "http://purl.org/dc/dcmitype/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "schema": SCHEMA,
        "id": "@id",
        "type": "@type",
        **{
            name: f"oa:{name}"
            for name in (
                "Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TextPositionSelector",
                "TimeState",
            )
        },
        **{name: f"oa:{name}" for name in ("assessing", "commenting", "linking", "classifying", "tagging", "editing")},
        "Text": "dctypes:Text",
        "Person": "foaf:Person",
        "Software": "as:Application",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "body": _node("oa:hasBody"),
        "target": _node("oa:hasTarget"),
        "source": _node("oa:hasSource"),
        "selector": _node("oa:hasSelector"),
        "state": _node("oa:hasState"),
        "cached": _node("oa:cachedSource"),
        "sourceDate": {"@id": "oa:sourceDate", "@type": "xsd:dateTime"},
        **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix")},
        **{name: {"@id": f"oa:{name}", "@type": "xsd:nonNegativeInteger"} for name in ("start", "end")},
        "creator": _node("dcterms:creator"),
        "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
        "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
        "generator": _node("as:generator"),
        "generated": {"@id": "dcterms:issued", "@type": "xsd:dateTime"},
        "name": "foaf:name",
        "nickname": "foaf:nick",
        "value": "rdf:value",
        "format": "dc:format",
        "language": "dc:language",
        "label": "rdfs:label",
        "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
        "first": _node("as:first"),
        "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    }
}  # fmt: skip

CONTEXTS: dict[str, dict[str, Any]] = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATIONS,
    "https://schema.org": {"@context": {"@vocab": SCHEMA, "url": {"@id": f"{SCHEMA}url", "@type": "@id"}}},
}


def _load(url: str, _options: object) -> dict[str, Any]:
    """A context by its address. Raises KeyError for one that would have to be fetched."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": CONTEXTS[url],
    }


def expanded(document: Any) -> list[dict[str, Any]]:
    """A document with every term written out; terms no context knows are gone."""
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": _load})
    return found


def statements(document: Any) -> set[tuple[str, str, str]]:
    """What a document says, as subjects, predicates and objects."""
    found = jsonld.to_rdf(document, {"documentLoader": _load})["@default"]
    return {tuple(quad[part]["value"] for part in ("subject", "predicate", "object")) for quad in found}


def strings(value: Any) -> set[str]:
    """Every string in a JSON value, names of fields left out."""
    if isinstance(value, str):
        return {value}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set().union(*map(strings, parts)) if parts else set()
