"""What each paragraph of a plain text is: told from its form and its neighbours, never from one site's habits."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.readers import phrases
from verifier.readers.dates import stands_for_time

_LONGEST_LINE = 200
_LONGEST_HEADING = 100
_MOST_HEADLINE_WORDS = 32
_LONGEST_CAPTION = 600
_LONGEST_CREDIT = 90
_ENDS = ".!?…。！？"
_CLOSERS = "\"'”’“»«)]"
_PAIRS = {"“": "”", "‘": "’", "„": "“", "«": "»", '"': '"', "'": "'", "»": "«", "‹": "›"}
_AFTER_SENTENCE = re.compile(r"[.!?…][\"'”’»)]{0,3} +(?=[^\s])")
_WEEKDAY_OR_MONTH = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|the\b",
    re.IGNORECASE,
)


def find_kinds(
    paragraphs: Sequence[str],
    captions: Collection[int] = (),
    told: Mapping[int, ParagraphKind] = MappingProxyType({}),
) -> list[ParagraphKind]:
    """The kind of each paragraph, in order; those at the indices ``captions`` are known to be captions, and ``told``
    has the kinds that something else than the words tells.
    """
    kinds = [told.get(index, ParagraphKind.BODY) for index in range(len(paragraphs))]
    # What stands on the page and not in the article comes between no caption and its credit, no label and its titles.
    inside = [index for index, kind in enumerate(kinds) if kind is not ParagraphKind.FURNITURE]
    texts = [paragraphs[index].strip() for index in inside]
    labelled = set(captions)
    known = [ParagraphKind.CAPTION if index in labelled else told.get(index) for index in inside]
    for index, kind in zip(inside, _kinds_together(texts, known), strict=True):
        kinds[index] = kind
    return kinds


def _kinds_together(texts: Sequence[str], known: Sequence[ParagraphKind | None]) -> list[ParagraphKind]:
    """The kinds of paragraphs that stand one after the other."""
    kinds = [_kind_told(text, told) for text, told in zip(texts, known, strict=True)]
    _mark_related_titles(texts, kinds)
    _mark_captions(texts, kinds)
    _mark_headline(texts, kinds)
    _mark_bylines(texts, kinds)
    _mark_quotations(texts, kinds)
    _mark_lists(texts, kinds)
    _mark_headings(texts, kinds)
    return kinds


def find_credits(paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """Where a photo credit ends a caption: the paragraph's index and the offset of the space before the credit."""
    found = []
    for index, paragraph in enumerate(paragraphs):
        offset = _credit_offset(paragraph) if len(paragraph) <= _LONGEST_CAPTION else None
        if offset is not None:
            found.append((index, offset))
    return found


def _credit_offset(paragraph: str) -> int | None:
    """The offset of the white space before the credit a caption ends with."""
    end = len(paragraph.rstrip())
    for match in _AFTER_SENTENCE.finditer(paragraph, max(0, end - _LONGEST_CREDIT - 5), end):
        if phrases.CREDIT.match(paragraph[match.end() : end]):
            return match.end() - 1
    return None


def _kind_told(text: str, told: ParagraphKind | None) -> ParagraphKind:
    """What a paragraph is where its lines tell: a row of the account may still be a byline or a button in its words."""
    if told is not None and told not in ACCOUNT_KINDS:
        return told
    alone = _kind_alone(text)
    return told if told is not None and alone is ParagraphKind.BODY else alone


def _kind_alone(text: str) -> ParagraphKind:
    """What a paragraph is whatever stands around it; body where nothing says more."""
    if len(text) > _LONGEST_LINE:
        return ParagraphKind.RELATED if phrases.URL.match(text) else ParagraphKind.BODY
    if stands_for_time(text):
        return ParagraphKind.DATELINE
    if phrases.URL.match(text) or phrases.RELATED.match(text):
        return ParagraphKind.RELATED
    if phrases.PROMPT.match(text):
        return ParagraphKind.BOILERPLATE
    if len(text) <= _LONGEST_CREDIT and phrases.CREDIT.match(text):
        return ParagraphKind.CREDIT
    if byline_name(text):
        return ParagraphKind.BYLINE
    return ParagraphKind.CAPTION if phrases.CAPTION.match(text) else ParagraphKind.BODY


def byline_name(text: str, *, known: bool = False) -> str | None:
    """Whom a byline names, or None where the text is none; ``known`` says that it is one by where it stands."""
    match = phrases.BYLINE.match(text) if len(text) <= _LONGEST_HEADING else None
    if match is None or (_WEEKDAY_OR_MONTH.match(match["name"]) and not known):
        return None
    return match["name"]


def _mark_related_titles(texts: Sequence[str], kinds: list[ParagraphKind]) -> None:
    """The titles under a bare "Related articles:" belong to it."""
    under_label = False
    for index, text in enumerate(texts):
        if kinds[index] is ParagraphKind.RELATED:
            match = phrases.RELATED.match(text)
            under_label = under_label if match is None else match.end() == len(text)
        elif under_label and kinds[index] is ParagraphKind.BODY and _is_short_line(text):
            kinds[index] = ParagraphKind.RELATED
        else:
            under_label = False


def _mark_captions(texts: Sequence[str], kinds: list[ParagraphKind]) -> None:
    """What stands before a credit at the top, where no running paragraph has come yet, is its caption."""
    for index in range(1, len(kinds)):
        before = index - 1
        if kinds[before] is ParagraphKind.BODY and _ends(texts[before]):
            if kinds[index] is ParagraphKind.CREDIT and len(texts[before]) <= _LONGEST_CAPTION:
                kinds[before] = ParagraphKind.CAPTION
            return


def _mark_headline(texts: Sequence[str], kinds: list[ParagraphKind]) -> None:
    """The first paragraph that is not set aside, if it reads like a headline and an account follows it."""
    first = next((index for index, kind in enumerate(kinds) if kind in ACCOUNT_KINDS), None)
    if first is None or ParagraphKind.CAPTION in kinds[:first]:
        return
    text = texts[first]
    followed = any(kind in ACCOUNT_KINDS for kind in kinds[first + 1 :])
    if (
        followed
        and kinds[first] is ParagraphKind.BODY
        and len(text) <= _LONGEST_LINE
        and len(text.split()) <= _MOST_HEADLINE_WORDS
        and _is_title(text)
    ):
        kinds[first] = ParagraphKind.HEADLINE


def _mark_bylines(texts: Sequence[str], kinds: list[ParagraphKind]) -> None:
    """Lines that could be a byline or an adverbial ("By The Evening Paper") are one between headline and date."""
    headline, dateline = ParagraphKind.HEADLINE, ParagraphKind.DATELINE
    for index in range(1, len(kinds) - 1):
        between = (kinds[index - 1], kinds[index + 1])
        if kinds[index] is ParagraphKind.BODY and between in ((headline, dateline), (dateline, headline)):
            if byline_name(texts[index], known=True):
                kinds[index] = ParagraphKind.BYLINE
            return


def _is_title(text: str) -> bool:
    """Whether a line has no full stop, colon or comma at its end, and no item's sign at its beginning."""
    last = text.rstrip(_CLOSERS)[-1:]
    return last not in ".…:;," and not phrases.BULLET.match(text) and not _AFTER_SENTENCE.search(text)


def _mark_quotations(texts: Sequence[str], kinds: list[ParagraphKind]) -> None:
    """Block quotations: wholly inside quotation marks behind a colon, or going on from such a one."""
    open_mark = ""
    for index in range(1, len(kinds)):
        text = texts[index]
        mark = text[:1]
        introduced = kinds[index - 1] is ParagraphKind.BODY and texts[index - 1].endswith(":")
        if kinds[index] is not ParagraphKind.BODY or mark not in _PAIRS:
            open_mark = ""
        elif _is_whole_quotation(text) and (introduced or mark == open_mark):
            kinds[index] = ParagraphKind.QUOTE
            open_mark = ""
        elif _stays_open(text) and (introduced or mark == open_mark):
            kinds[index] = ParagraphKind.QUOTE
            open_mark = mark
        else:
            open_mark = ""


def _is_whole_quotation(text: str) -> bool:
    """Whether one quotation spans the paragraph from its first character to its last."""
    closer = _PAIRS.get(text[:1], "")
    inner = text[1:].rstrip(".,;")
    if not closer or len(inner) < 2 or not inner.endswith(closer):
        return False
    return text[0] not in inner[:-1] and (closer in "’'" or closer not in inner[:-1])


def _stays_open(text: str) -> bool:
    """Whether the quotation a paragraph begins with is not closed in it."""
    closer = _PAIRS[text[0]]
    if closer in "’'":
        return not re.search(r"['’](?=[\s,.;:]|\Z)", text[1:])
    return closer not in text[1:]


def _mark_lists(texts: Sequence[str], kinds: list[ParagraphKind]) -> None:
    """Items: paragraphs that begin with an item's sign, dashes and numbers only where a neighbour has one too."""
    items = [
        phrases.BULLET.match(text) if kind is ParagraphKind.BODY else None
        for text, kind in zip(texts, kinds, strict=True)
    ]
    for index, item in enumerate(items):
        if item is None:
            continue
        beside = [each for each in (*items[max(0, index - 1) : index], *items[index + 1 : index + 2]) if each]
        if texts[index][0] in "•‣◦▪●" or any(_alike(item, each) for each in beside):
            kinds[index] = ParagraphKind.LIST


def _alike(a: re.Match[str], b: re.Match[str]) -> bool:
    """Whether two items are of one list: both numbered, or with the same sign. Dashes may be speech: not a list."""
    if a["number"] is not None or b["number"] is not None:
        return a["number"] is not None and b["number"] is not None
    return a[0] == b[0] and a[0][0] not in "–—"


def _mark_headings(texts: Sequence[str], kinds: list[ParagraphKind]) -> None:
    """Short lines without a full stop between paragraphs that are sentences."""
    body = ParagraphKind.BODY
    for index in range(1, len(kinds) - 1):
        text = texts[index]
        following = kinds[index + 1] in ACCOUNT_KINDS and _ends(texts[index + 1])
        # Behind a comma a line goes on: a verse, an entry of a list.
        if kinds[index] is body and following and not texts[index - 1].endswith(",") and _is_heading(text):
            kinds[index] = ParagraphKind.HEADING


def _is_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING
        and _is_title(text)
        and not _ends(text)
        and (text[0].isupper() or text[0].isdigit())
    )


def _is_short_line(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and not text.rstrip(_CLOSERS).endswith(".")


def _ends(text: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS
