"""The data a report carries: found wherever a program put it, checked by its hash, made into rows.

It may have been written by anybody: whatever does not fit is refused whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

from verifier.domain.articles import Article, Notice, Paragraph, Passage, Sentence, Version, sha256_of
from verifier.domain.errors import ReadError
from verifier.domain.judgements import (
    Absence,
    CaseDetails,
    CheckPass,
    Claim,
    ClaimMember,
    Evidence,
    EvidenceUse,
    Link,
    Mark,
    Question,
    Reply,
)
from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.plain_rows import listed, made
from verifier.domain.reading import Anchor, Inline
from verifier.domain.reopened import FORM, MARKUP, ReportedText
from verifier.domain.steps import Row
from verifier.readers.word.parts import Parts

_ELEMENT = f"{{{MARKUP}}}verifier"
_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
_MOST_DATA = 64 * 10**6

_TABLES: Mapping[str, type] = {
    "case_details": CaseDetails,
    "marks": Mark,
    "evidence": Evidence,
    "evidence_uses": EvidenceUse,
    "links": Link,
    "claims": Claim,
    "claim_members": ClaimMember,
    "absences": Absence,
    "questions": Question,
    "replies": Reply,
    "passes": CheckPass,
}
"""The tables whose rows stand in the data as they are, parents before children."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The case a report carries. ``anchors`` maps the name of a bookmark to the sentence it stands before, ``texts``
    and ``rows`` are as in a DossierDraft.
    """

    texts: tuple[ReportedText, ...]
    rows: tuple[Row, ...]
    left: tuple[str, ...]
    anchors: Mapping[str, Sentence]
    parts: tuple[str, ...]


def carried_case(parts: Parts) -> Carried:
    """The case in a report's data. Raises ReadError: report-without-data, report-data-altered, report-data-newer,
    report-data-damaged, report-without-texts.
    """
    where = parts.where
    text = _data_of(parts)
    try:
        document = json.loads(text)
        case = document["case"]
        if type(case["form"]) is not int:
            raise ValueError("form")
        if case["form"] > FORM:
            raise ReadError("report-data-newer", where)
        if case["articles"] and not any("paragraphs" in one for one in case["articles"]):
            raise ReadError("report-without-texts", where)
        return _Reading(document).carried()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ReadError(
            "report-data-damaged", where, detail=f"{type(error).__name__}: {error}"[:200]
        ) from error


def _data_of(parts: Parts) -> str:
    """The JSON of the one element of ours, as its hash says it was written. Raises ReadError."""
    found = set(_candidates(parts))
    if not found:
        raise ReadError("report-without-data", parts.where)
    sound = [text for digest, text in found if sha256_of(text.encode("utf-8", "surrogatepass")) == digest]
    if len(found) > 1 or not sound:
        raise ReadError("report-data-altered", parts.where)
    return sound[0]


def _candidates(parts: Parts) -> Iterator[tuple[str, str]]:
    """The hash and the text of every element of ours, in whatever part a program left it."""
    marker = MARKUP.encode()
    for name in parts.package.names:
        if not name.lower().startswith("customxml/") or not name.lower().endswith(".xml"):
            continue
        if marker not in parts.package.read(name, _MOST_DATA).replace(b"\0", b""):  # in UTF-16 too
            continue
        root = parts.root(name)
        if root.tag == _ELEMENT:
            yield str(root.get("sha256", "")).strip().lower(), "".join(map(str, root.itertext())).strip()


class _Reading:
    """Makes rows of the data of one report. Raises ValueError and its like for what does not fit."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._case: dict[str, Any] = document["case"]
        self._words = {str(one["id"]): one.get("value", "") for one in listed(document["texts"])}
        self._ids = count(1)
        self._anchors: dict[str, Sentence] = {}
        self._spans: dict[str, int] = {}

    def carried(self) -> Carried:
        """The whole case."""
        case = self._case
        texts = tuple(self._text(one) for one in listed(case["articles"]))
        rows = tuple(self._rows())
        return Carried(
            texts=texts,
            rows=rows,
            left=tuple(_words(one) for one in listed(case["left"])),
            anchors=self._anchors,
            parts=tuple(_words(one) for one in listed(case["parts"])),
        )

    # -- texts ---------------------------------------------------------------------------------------------------

    def _text(self, values: dict[str, Any]) -> ReportedText:
        version_id = _id(values["version"])
        text = _words(self._words[f"urn:verifier:text:{version_id}"])
        article = made(Article, values["row"], version_id=version_id)
        _id(article.id)
        self._spans[version_id] = len(text)
        paragraphs = tuple(self._paragraphs(version_id, listed(values["paragraphs"])))
        sentences = [self._sentence(paragraphs, row, is_retired=False) for row in listed(values["sentences"])]
        retired = [self._sentence(paragraphs, row, is_retired=True) for row in listed(values["retired"])]
        looks = (_inline(one, len(text)) for one in listed(values["inlines"]))
        return ReportedText(
            article,
            _version(article, text, values.get("source", {})),
            text,
            paragraphs,
            (*sentences, *retired),
            tuple(looks),
        )

    def _paragraphs(self, version_id: str, rows: list[Any]) -> Iterator[Paragraph]:
        most = self._spans[version_id]
        for position, (kind, start, end, confidence, role, anchor) in enumerate(rows):
            _check_span(start, end, most)
            yield Paragraph(
                id=f"paragraph-{next(self._ids)}",
                version_id=version_id,
                position=position,
                kind=ParagraphKind(kind),
                start=start,
                end=end,
                confidence=_whole(confidence),
                role=Role(role),
                anchor=made(Anchor, anchor),
            )

    def _sentence(self, paragraphs: tuple[Paragraph, ...], row: Any, *, is_retired: bool) -> Sentence:
        index, number, start, end, *more = listed(row)
        paragraph = paragraphs[_whole(index)]
        _check_span(start, end, paragraph.end, paragraph.start)
        key = f"sentence-{next(self._ids)}"
        found = Sentence(key, paragraph.version_id, paragraph.id, _words(number), start, end, is_retired)
        if more and more[0]:
            self._anchors[_words(more[0])] = found
        return found

    # -- rows ----------------------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[Row]:
        passages = [self._passage(one) for one in listed(self._case["passages"])]
        yield from passages
        known = {one.id for one in passages}
        for table, kind in _TABLES.items():
            for values in listed(self._case.get(table, [])):
                row: Any = made(kind, values)
                _id(row.id)
                if not set(_stands_on(row)) <= known:
                    raise ValueError(f"{row.id} stands nowhere")
                if hasattr(row, "time") and datetime.fromisoformat(row.time).tzinfo is None:
                    raise ValueError(f"{row.id} is of no time")
                if isinstance(row, Evidence):  # a file attached to it is not in a report
                    row = replace(row, attachment_name="", attachment_sha256="")
                yield row

    def _passage(self, values: Any) -> Passage:
        key, version_id, start, end = listed(values)
        _check_span(start, end, self._spans[version_id])
        text = self._words[f"urn:verifier:text:{version_id}"]
        return Passage(_id(key), version_id, start, end, sha256_of(text[start:end]))


def _stands_on(row: Row) -> Iterator[str]:
    """The ids of the passages a row hangs on."""
    yield from (getattr(row, end) for end in ("passage_id", "a", "b") if hasattr(row, end))
    if isinstance(row, Question) and row.place:
        yield row.place


def _whole(value: Any) -> int:
    """A whole number that is not negative. Raises ValueError for anything else."""
    if type(value) is not int or value < 0:
        raise ValueError(f"{value!r} is no number")
    return value


def _version(article: Article, text: str, source: dict[str, Any]) -> Version:
    """What the report says of the source, as a version; empty where it says nothing."""
    told = {
        "name": "", "media_type": "", "size": 0, "original_sha256": "", "acquired_how": "", "acquired_at": "",
        "reader": "", "reader_version": "", "encoding": "", "wrap": "", "warnings": [],
    }  # fmt: skip
    version = made(
        Version,
        told | source,
        id=article.version_id,
        article_id=article.id,
        text_sha256=sha256_of(text),
        map_sha256="",
    )
    if any(not isinstance(one, Notice) for one in version.warnings):
        raise ValueError("warnings")
    return version


def _inline(values: Any, most: int) -> Inline:
    kind, start, end = listed(values)
    _check_span(start, end, most)
    return Inline(InlineKind(kind), start, end)


def _check_span(start: Any, end: Any, most: int, least: int = 0) -> None:
    if type(start) is not int or type(end) is not int or not least <= start <= end <= most:
        raise ValueError(f"span {start!r}–{end!r}")


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _id(value: Any) -> str:
    if not isinstance(value, str) or _ID.fullmatch(value) is None:
        raise ValueError(f"{value!r} is no id")
    return value
