"""What a Word file says of itself outside its text: title, author, language. When it was made is no date of
publication, so it is offered as none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate
from verifier.readers.shapes import NO_AUTHORS
from verifier.readers.word.names import short
from verifier.readers.word.parts import Parts

_PROPERTIES = {"dc:title": "title", "dc:creator": "byline", "dc:language": "language"}
_MOST = 300


def document_candidates(parts: Parts) -> Iterator[Candidate]:
    """The values of the core properties."""
    names = [each.target for each in parts.relations("") if each.kind == "core-properties"]
    name = next(filter(parts.has, names), "")
    for element in parts.root(name) if name else ():
        detail = short(element.tag)
        value = " ".join((element.text or "").split())[:_MOST]
        field = _PROPERTIES.get(detail)
        if field and value and not (field == "byline" and value.lower() in NO_AUTHORS):
            yield Candidate(field, value, Origin.DOCUMENT, detail)


def language_candidate(languages: Counter[str], letters: int) -> Iterator[Candidate]:
    """The language most of the letters are stated to be in, where that is most of all letters."""
    for language, count in languages.most_common(1):
        if count * 2 > letters:
            yield Candidate("language", language, Origin.DOCUMENT, "w:lang")
