"""Articles of a case: taken in, described, their paragraphs set aside or brought back, taken out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, replace

from verifier.domain.addresses import index_of_letter, letter_of
from verifier.domain.articles import (
    Article,
    ArticleDraft,
    Metadata,
    Paragraph,
    Passage,
    PositionMap,
    Run,
    Sentence,
    Version,
    sha256_of,
)
from verifier.domain.errors import StepError
from verifier.domain.judgements import (
    Absence,
    Claim,
    ClaimMember,
    Evidence,
    EvidenceUse,
    Link,
    Mark,
    Question,
    Rejection,
)
from verifier.domain.kinds import ACCOUNT_KINDS, InlineKind, ParagraphKind
from verifier.domain.queries import article_of_version
from verifier.domain.reading import Inline
from verifier.domain.rows import CaseRows
from verifier.domain.steps import Step, StepDraft
from verifier.domain.versions import versions_of
from verifier.session.drafting import Drafting, new_id
from verifier.session.numbering import Numbers, first_numbers


def next_letter(steps: Sequence[Step]) -> int:
    """The index of the first letter no article of this case ever had."""
    used = [
        index_of_letter(letter)
        for step in steps
        if step.what == "add-articles"
        for letter in dict(step.values)["letters"].split(",")
    ]
    return max(used, default=-1) + 1


def draft_articles(
    drafting: Drafting, drafts: Sequence[ArticleDraft], first_letter: int, now: str
) -> tuple[StepDraft, dict[str, bytes]]:
    """The step that takes articles in, and the blobs it brings, by SHA-256."""
    blobs: dict[str, bytes] = {}
    letters = []
    for index, draft in enumerate(drafts, start=first_letter):
        letters.append(letter_of(index))
        _put_article(drafting, draft, letters[-1], now, blobs)
    names = ", ".join(draft.source.name for draft in drafts)
    return drafting.finish("add-articles", letters=",".join(letters), names=names), blobs


def _put_article(
    drafting: Drafting, draft: ArticleDraft, letter: str, now: str, blobs: dict[str, bytes]
) -> None:
    article_id, version_id = new_id(), new_id()
    unconfirmed = tuple(draft.unconfirmed)
    drafting.put(Article(article_id, letter, version_id, **asdict(draft.metadata), unconfirmed=unconfirmed))
    put_version(drafting, draft, article_id, version_id, now, blobs)
    paragraphs = paragraph_rows(draft, version_id)
    put_text(drafting, draft, paragraphs, first_numbers(counted_sentences(draft, paragraphs)))


def put_version(
    drafting: Drafting,
    draft: ArticleDraft,
    article_id: str,
    version_id: str,
    now: str,
    blobs: dict[str, bytes],
) -> Version:
    """Add the row of a reading, and its blobs."""
    text, positions = draft.text.encode(), write_positions(draft.positions)
    inlines = write_inlines(draft.inlines)
    for data in (draft.source.data, text, positions, *([inlines] if inlines else [])):
        blobs[sha256_of(data)] = data
    version = Version(
        id=version_id,
        article_id=article_id,
        name=draft.source.name,
        media_type=draft.media_type,
        size=len(draft.source.data),
        original_sha256=sha256_of(draft.source.data),
        text_sha256=sha256_of(text),
        map_sha256=sha256_of(positions),
        acquired_how=draft.source.acquired_how,
        acquired_at=draft.source.acquired_at or now,
        reader=draft.reader,
        reader_version=draft.reader_version,
        encoding=draft.encoding,
        wrap=draft.wrap,
        warnings=draft.warnings,
        part=draft.part,
        candidates=draft.candidates,
        letters_seen=draft.letters.seen,
        letters_kept=draft.letters.kept,
        inlines_sha256=sha256_of(inlines) if inlines else None,
    )
    drafting.put(version)
    return version


def paragraph_rows(draft: ArticleDraft, version_id: str) -> list[Paragraph]:
    """The paragraphs of a draft as rows of a version."""
    return [
        Paragraph(
            id=new_id(),
            version_id=version_id,
            position=position,
            kind=found.kind,
            start=found.start,
            end=found.end,
            confidence=found.confidence,
            role=found.role,
            anchor=found.anchor,
        )
        for position, found in enumerate(draft.paragraphs)
    ]


def counted_sentences(draft: ArticleDraft, paragraphs: Sequence[Paragraph]) -> list[bool]:
    """For each sentence of a draft, whether its paragraph is part of the account."""
    return [paragraphs[sentence.paragraph].kind in ACCOUNT_KINDS for sentence in draft.sentences]


def put_text(
    drafting: Drafting, draft: ArticleDraft, paragraphs: Sequence[Paragraph], numbers: Sequence[str]
) -> None:
    """Add paragraphs and sentences, each sentence with its number."""
    for paragraph in paragraphs:
        drafting.put(paragraph)
    for sentence, number in zip(draft.sentences, numbers, strict=True):
        paragraph = paragraphs[sentence.paragraph]
        drafting.put(
            Sentence(
                id=new_id(),
                version_id=paragraph.version_id,
                paragraph_id=paragraph.id,
                number=number,
                start=sentence.start,
                end=sentence.end,
            )
        )


def write_positions(positions: PositionMap) -> bytes:
    """A position map as it is kept: one line a run, five whole numbers."""
    return "".join(
        f"{run.start} {run.end} {run.source_start} {run.source_end} {int(run.folded)}\n"
        for run in positions.runs
    ).encode()


def read_positions(data: bytes) -> PositionMap:
    """The position map of ``write_positions``."""
    return PositionMap(tuple(_read_run(line) for line in data.decode("ascii").splitlines()))


def _read_run(line: str) -> Run:
    start, end, source_start, source_end, folded = map(int, line.split(" "))
    return Run(start, end, source_start, source_end, bool(folded))


def write_inlines(inlines: Sequence[Inline]) -> bytes:
    """What is set apart inside paragraphs, as it is kept: one line of JSON each; nothing for none."""
    return "".join(
        json.dumps([one.kind.value, one.start, one.end, one.target], ensure_ascii=False) + "\n"
        for one in inlines
    ).encode("utf-8", "replace")


def read_inlines(data: bytes) -> tuple[Inline, ...]:
    """The stretches of ``write_inlines``. Raises ValueError for what it did not write."""
    rows = (json.loads(line) for line in data.decode().split("\n") if line)
    return tuple(
        Inline(InlineKind(kind), int(start), int(end), str(target)) for kind, start, end, target in rows
    )


def draft_removal(drafting: Drafting, article_id: str) -> StepDraft:
    """The step that takes an article out with its marks, links and claims. Its bytes and texts stay in the file, and
    so do the questions about it in the case.
    """
    article = known_article(drafting.rows, article_id)
    for kind, key in _rows_of(drafting.rows, article):
        drafting.drop(kind, key)
    for question in drafting.rows.all(Question):
        if question.place and drafting.get(Passage, question.place) is None:
            drafting.put(replace(question, place=""))  # what was asked stays, without a place
    return drafting.finish(
        "remove-article", letter=article.letter, name=name_of_article(drafting.rows, article)
    )


def _rows_of(rows: CaseRows, article: Article) -> Iterator[tuple[type, str]]:
    """Every row that goes with an article, children before parents."""
    versions = [version.id for version in versions_of(rows, article.id)]
    passages = {passage.id for version in versions for passage in rows.passages(version)}
    yield from ((Mark, mark.id) for mark in rows.all(Mark) if mark.passage_id in passages)
    yield from ((Link, link.id) for link in rows.all(Link) if link.a in passages or link.b in passages)
    yield from _compared(rows, passages, article.id)
    yield from _evidence_of(rows, passages)
    yield from ((Passage, passage) for passage in passages)
    paragraphs = [paragraph for version in versions for paragraph in rows.paragraphs(version)]
    inside = {paragraph.id for paragraph in paragraphs}
    yield from ((Sentence, row.id) for row in rows.all(Sentence) if row.paragraph_id in inside)
    yield from ((Paragraph, paragraph.id) for paragraph in paragraphs)
    yield from ((Version, version) for version in versions)
    yield Article, article.id


def _compared(rows: CaseRows, passages: set[str], article_id: str) -> Iterator[tuple[type, str]]:
    """What comparing left on some passages of an article or on the article, and the claims that hold no other."""
    yield from ((Rejection, row.id) for row in rows.all(Rejection) if row.a in passages or row.b in passages)
    for absence in rows.all(Absence):
        if absence.passage_id in passages or absence.article_id == article_id:
            yield Absence, absence.id
    for claim in rows.all(Claim):
        members = rows.members_of(claim.id)
        gone = [member for member in members if member.passage_id in passages]
        yield from ((ClaimMember, member.id) for member in gone)
        if gone and len(gone) == len(members):
            yield Claim, claim.id


def _evidence_of(rows: CaseRows, passages: set[str]) -> Iterator[tuple[type, str]]:
    """The uses of evidence on some passages, and the evidence that serves no other."""
    for evidence in rows.all(Evidence):
        uses = rows.uses_of(evidence.id)
        gone = [use for use in uses if use.passage_id in passages]
        yield from ((EvidenceUse, use.id) for use in gone)
        if gone and len(gone) == len(uses):
            yield Evidence, evidence.id


def draft_description(
    drafting: Drafting, article_id: str, metadata: Metadata, unconfirmed: Collection[str] = ()
) -> StepDraft:
    """The step that changes what is known of an article; the fields named stay unconfirmed."""
    article = known_article(drafting.rows, article_id)
    open_fields = tuple(name for name in Metadata.__slots__ if name in unconfirmed)
    after = replace(article, **asdict(metadata), unconfirmed=open_fields)
    if after != article:
        drafting.put(after)
    return drafting.finish("describe", letter=article.letter)


def draft_confirmation(drafting: Drafting, article_id: str, fields: Collection[str]) -> StepDraft:
    """The step that confirms what a reader found. Raises StepError("no-such-field") for what is no field."""
    article = known_article(drafting.rows, article_id)
    unknown = sorted(set(fields) - set(Metadata.__slots__))
    if unknown:
        raise StepError("no-such-field", unknown[0], known=", ".join(Metadata.__slots__))
    confirmed = [name for name in article.unconfirmed if name in fields]
    if confirmed:
        left = tuple(name for name in article.unconfirmed if name not in fields)
        drafting.put(replace(article, unconfirmed=left))
    return drafting.finish("confirm", letter=article.letter, fields=",".join(confirmed))


def draft_kinds(drafting: Drafting, paragraph_ids: Sequence[str], kind: ParagraphKind) -> StepDraft:
    """The step that changes the kind of paragraphs, or says that a doubtful one is right. Sentences brought into the
    account for the first time are numbered after the sentence before them (A4a; A0a before the first).
    """
    rows, letters = drafting.rows, []
    for paragraph_id in paragraph_ids:
        paragraph = rows.get(Paragraph, paragraph_id)
        if paragraph is None:
            raise StepError("no-such-place", paragraph_id)
        drafting.put(replace(paragraph, kind=kind, confidence=100))  # a person has looked
        letters.append(article_of_version(rows, paragraph.version_id).letter)
    if kind in ACCOUNT_KINDS:
        for version_id in {rows.need(Paragraph, key).version_id for key in paragraph_ids}:
            _number_newcomers(drafting, version_id, set(paragraph_ids))
    values = {"letter": ", ".join(sorted(set(letters))), "kind": kind.value}
    return drafting.finish("set-kind", **values, **_first_of(drafting, paragraph_ids))


def _first_of(drafting: Drafting, paragraph_ids: Sequence[str]) -> dict[str, str]:
    """The address of the first sentence of some paragraphs, to find them by; nothing where it has no number."""
    for key in paragraph_ids:
        for row in drafting.rows.sentences(key)[:1]:
            sentence = drafting.get(Sentence, row.id) or row
            if sentence.number:
                return {"first": article_of_version(drafting.rows, row.version_id).letter + sentence.number}
    return {}


def _number_newcomers(drafting: Drafting, version_id: str, brought: set[str]) -> None:
    rows = drafting.rows
    free = Numbers(numbers_given(rows, rows.need(Version, version_id).article_id))
    before = ""
    for paragraph in rows.paragraphs(version_id):
        for sentence in rows.sentences(paragraph.id):
            number = sentence.number
            if not number and paragraph.id in brought:
                number = free.after(before)
                drafting.put(replace(sentence, number=number))
            before = number or before


def numbers_given(rows: CaseRows, article_id: str) -> set[str]:
    """Every number a sentence of an article has, in any of its readings."""
    versions = {version.id for version in versions_of(rows, article_id)}
    return {row.number for row in rows.all(Sentence) if row.version_id in versions and row.number}


def known_article(rows: CaseRows, article_id: str) -> Article:
    """The article of an id. Raises StepError("no-such-article")."""
    article = rows.get(Article, article_id)
    if article is None:
        raise StepError("no-such-article", article_id)
    return article


def name_of_article(rows: CaseRows, article: Article) -> str:
    """What an article goes by: its publisher, else its title, else its file's name."""
    return article.publisher or article.title or rows.need(Version, article.version_id).name
