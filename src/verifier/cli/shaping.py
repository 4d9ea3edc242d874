"""How ``split`` and ``kind`` are told the place they are about."""

from __future__ import annotations

import argparse

from verifier.domain.addresses import parse_address
from verifier.domain.articles import Paragraph, Sentence
from verifier.domain.errors import StepError
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.domain.queries import address_of
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.session.opencase import OpenCase

_ALIKE = {ord(odd): plain for odd, plain in zip("‘’“”–—\u00a0\u2009\u202f", "''\"\"--   ", strict=True)}
"""Typographic signs and blanks, each as the one character a keyboard has for it: positions stay what they are."""

_SHOWN = 60
"""So many code points of a paragraph are shown in a list."""


def split_point(case: OpenCase, sentence: Sentence, options: argparse.Namespace) -> int:
    """Where to split a sentence, in code points of its text. Raises StepError: words-not-there, words-several-times."""
    if options.after is None:
        return sentence.start + int(options.at)
    text = case.text(sentence.version_id).translate(_ALIKE)
    wanted = options.after.strip().translate(_ALIKE)
    place = text.find(wanted, sentence.start, sentence.end) if wanted else -1
    if place < 0:
        raise StepError("words-not-there", address_of(case.rows, sentence), words=options.after)
    if text.find(wanted, place + 1, sentence.end) >= 0:
        raise StepError("words-several-times", address_of(case.rows, sentence), words=options.after)
    return place + len(wanted)


def paragraphs_at(case: OpenCase, place: str | None) -> list[tuple[str, Paragraph]]:
    """The paragraphs a place names, each with its own address: that of "A12", "A/3" (the third of article A), or all
    of them. Raises StepError: no-such-paragraph, no-such-letter, no-such-address, not-an-address.
    """
    if place is None:
        return [found for article in case.rows.articles() for found in _of_article(case, article.letter)]
    letter, slash, number = place.strip().partition("/")
    if not slash:
        return _of_sentence(case, place)
    rows = _of_article(case, letter)
    if not (number.isascii() and number.isdigit() and 0 < int(number) <= len(rows)):
        raise StepError("no-such-paragraph", place, last=rows[-1][0] if rows else "–")
    return [rows[int(number) - 1]]


def _of_sentence(case: OpenCase, address: str) -> list[tuple[str, Paragraph]]:
    """The paragraph of a sentence, also where it is set aside and its sentences have numbers all the same."""
    parsed = parse_address(address)
    for name, row in _of_article(case, parsed.letter) if parsed else []:
        if any(address_of(case.rows, one) == str(parsed) for one in case.rows.sentences(row.id)):
            return [(name, row)]
    case.sentence_at_address(address)  # says why there is none
    return []


def _of_article(case: OpenCase, letter: str) -> list[tuple[str, Paragraph]]:
    article = case.article_at_letter(letter)
    paragraphs = case.rows.paragraphs(article.version_id)
    return [(f"{article.letter}/{number}", row) for number, row in enumerate(paragraphs, 1)]


def paragraph_line(case: OpenCase, address: str, paragraph: Paragraph, translator: Translator) -> str:
    """A paragraph as ``kind`` prints it: its address, what it is, how it begins."""
    words = case.words(paragraph)
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    kind = name_of("kind", paragraph.kind, translator)
    if paragraph.kind not in ACCOUNT_KINDS:
        kind = translator.gettext("{kind}, set aside").format(kind=kind)
    return f"{address:>6}  {kind:<22}  {shown}"
