"""Finding places: addresses people write, and spans they select."""

from __future__ import annotations

from verifier.domain.addresses import parse_address
from verifier.domain.articles import Article, Passage, Sentence
from verifier.domain.errors import StepError
from verifier.domain.queries import account, address_of, trimmed
from verifier.domain.rows import CaseRows
from verifier.domain.versions import versions_of
from verifier.session.drafting import span_token


def sentence_at(rows: CaseRows, address: str) -> Sentence:
    """The account's sentence at "A12". Raises StepError: not-an-address, no-such-letter, no-such-address, and
    address-retired or address-set-aside where there was one.
    """
    parsed = parse_address(address)
    if parsed is None:
        raise StepError("not-an-address", address)
    article = article_at(rows, parsed.letter, address)
    number = f"{parsed.number}{parsed.suffix}"
    sentences = account(rows, article)
    for sentence in sentences:
        if sentence.number == number:
            return sentence
    _refuse_former(rows, article, str(parsed), number)
    first, last = (sentences[0].number, sentences[-1].number) if sentences else ("–", "–")
    raise StepError("no-such-address", str(parsed), first=article.letter + first, last=article.letter + last)


def _refuse_former(rows: CaseRows, article: Article, address: str, number: str) -> None:
    """Say what became of a sentence that had a number, in whatever reading. Raises StepError: address-retired,
    address-set-aside.
    """
    versions = {version.id for version in versions_of(rows, article.id)}
    for row in rows.all(Sentence):
        if row.number != number or row.version_id not in versions:
            continue
        if row.retired:
            over = (one for one in rows.sentences(row.paragraph_id) if one.start <= row.start < one.end)
            raise StepError("address-retired", address, into=address_of(rows, next(over)))
        if row.version_id == article.version_id:
            raise StepError("address-set-aside", address)


def article_at(rows: CaseRows, letter: str, asked: str = "") -> Article:
    """The article of a letter, in either case. Raises StepError("no-such-letter") about what was asked."""
    article = next((row for row in rows.articles() if row.letter == letter.strip().upper()), None)
    if article is None:
        letters = ", ".join(row.letter for row in rows.articles()) or "–"
        raise StepError("no-such-letter", asked or letter, letters=letters)
    return article


def target_of_span(rows: CaseRows, text: str, version_id: str, start: int, end: int) -> str:
    """The target that names a selected span: the sentence with the same words, the passage there is, or a token."""
    start, end = trimmed(text, start, end)
    if start >= end:
        raise StepError("empty-passage")
    paragraph = next(
        (row for row in rows.paragraphs(version_id) if row.start <= start and end <= row.end), None
    )
    if paragraph is None:
        raise StepError("passage-over-paragraphs")
    for sentence in rows.sentences(paragraph.id):
        if trimmed(text, sentence.start, sentence.end) == (start, end):
            return sentence.id
    passage = rows.passage_at(version_id, start, end) or _passage_with_space(
        rows, text, version_id, (start, end)
    )
    return passage.id if passage else span_token(version_id, start, end)


def _passage_with_space(rows: CaseRows, text: str, version_id: str, span: tuple[int, int]) -> Passage | None:
    """The passage on the words of a span and the white space behind them: the sentence they were before a merge."""
    begun = rows.passages_begun(version_id, span[0], span[0] + 1)
    return next((one for one in begun if trimmed(text, one.start, one.end) == span), None)
