"""What each paragraph of a PDF is: its wording, as for plain text, together with how large and where it is set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind, Role
from verifier.readers.kinds import find_kinds
from verifier.readers.pdf.paragraphs import ITEM_SIGN, SMALL, Spacing
from verifier.readers.pdf.values import Box, Line, Page, turned_box
from verifier.text.shape.lines import ends_sentence

_HEADLINE = 1.15
"""How much larger than the text a headline is at least."""
_HEADING = 1.06
_LONGEST_TITLE = 220
_LONGEST_HEADING = 140
_AMONG_FIRST = 12
_NEAR_PICTURE = 30.0
"""How far from a picture its caption begins at most, in points."""
_NOTE = re.compile(r"(?P<sign>\[?\d{1,3}\]?[.)]?|[*†‡§]{1,3}) ?[^\W\d_]|(?P<mark>[*†‡§\d]{1,3}) ?[\"“«‘'(]")
_FOOT = 0.55
_QUOTE = 1.4
"""How far in a quotation set apart begins, in the size of the type."""


@dataclass(slots=True)
class Judged:
    """What a paragraph is taken for, and how sure that is, in per cent."""

    kind: ParagraphKind = ParagraphKind.BODY
    confidence: int = 100
    role: Role = Role.NONE


def judge(
    paragraphs: Sequence[Sequence[Line]], texts: Sequence[str], pages: Sequence[Page], spacing: Spacing
) -> list[Judged]:
    """The kind of each paragraph. ``pages`` is indexed by number less one; ``texts`` are the paragraphs' own."""
    judged = [_alone(lines, pages, spacing) for lines in paragraphs]
    plain = [index for index, each in enumerate(judged) if each.kind is ParagraphKind.BODY and not each.role]
    headline = _headline(paragraphs, texts, plain, spacing)
    _by_wording(texts, judged, plain, headline)
    for each, text in zip(judged, texts, strict=True):
        if each.kind is ParagraphKind.FURNITURE and find_kinds([text])[0] is ParagraphKind.CREDIT:
            each.kind, each.confidence = ParagraphKind.CREDIT, 90
    for index in plain:
        _by_type(paragraphs[index], texts[index], judged[index], pages, spacing)
    if headline is not None:
        judged[headline] = Judged(ParagraphKind.HEADLINE, 95)
    return judged


def _alone(lines: Sequence[Line], pages: Sequence[Page], spacing: Spacing) -> Judged:
    """What a paragraph is by its setting alone; body where that says nothing."""
    first = lines[0]
    if first.style.hidden:
        return Judged(ParagraphKind.ASIDE, 90, Role.HIDDEN)
    if first.turn != pages[first.page - 1].turn:
        return Judged(ParagraphKind.FURNITURE, 60)
    if first.table:
        return Judged(ParagraphKind.TABLE, 80)
    if _is_note(lines, pages[first.page - 1], spacing):
        return Judged(ParagraphKind.BODY, 85, Role.FOOTNOTE)
    return Judged()


def _is_note(lines: Sequence[Line], page: Page, spacing: Spacing) -> bool:
    """Whether a paragraph is a footnote: small, numbered, in the lower part of its page."""
    first = lines[0]
    low = first.base >= page.height * _FOOT
    return low and first.style.size <= spacing.body * SMALL and _NOTE.match(first.text) is not None


def note_sign(text: str) -> str:
    """The number or sign a footnote begins with."""
    match = _NOTE.match(text)
    return (match["sign"] or match["mark"]).strip("[].)") if match else ""


def _headline(
    paragraphs: Sequence[Sequence[Line]], texts: Sequence[str], plain: Sequence[int], spacing: Spacing
) -> int | None:
    """The paragraph in the largest type near the beginning, if it is larger than the text and short."""
    first_page = paragraphs[plain[0]][0].page if plain else 0
    fitting = [
        index
        for index in plain[:_AMONG_FIRST]
        if paragraphs[index][0].page == first_page
        and paragraphs[index][0].style.size >= spacing.body * _HEADLINE
        and 3 < len(texts[index]) <= _LONGEST_TITLE
        and any(char.isalpha() for char in texts[index])
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda index: (paragraphs[index][0].style.size, -index))


def _by_wording(
    texts: Sequence[str], judged: Sequence[Judged], plain: Sequence[int], headline: int | None
) -> None:
    """Datelines, bylines, credits, prompts and the rest that plain text is told by."""
    asked = [index for index in plain if index != headline]
    captions = ()
    for index, kind in zip(asked, find_kinds([texts[index] for index in asked], captions), strict=True):
        if kind is ParagraphKind.HEADLINE and headline is not None:
            judged[index].kind = ParagraphKind.BODY
        else:
            judged[index].kind = kind
        judged[index].confidence = 100 if kind is ParagraphKind.BODY else 90


def _by_type(
    lines: Sequence[Line], text: str, judged: Judged, pages: Sequence[Page], spacing: Spacing
) -> None:
    """Let size and place speak where the wording leaves a paragraph in the account."""
    if judged.kind not in ACCOUNT_KINDS:
        return
    size = lines[0].style.size
    if size <= spacing.body * SMALL:
        _small(lines, text, judged, pages)
    elif _is_heading(lines, text, spacing):
        judged.kind, judged.confidence = ParagraphKind.HEADING, 90
    elif judged.kind is ParagraphKind.BODY and (lines[0].sign or ITEM_SIGN.match(text)):
        judged.kind = ParagraphKind.LIST
    elif judged.kind is ParagraphKind.BODY and _is_set_in(lines):
        judged.kind, judged.confidence = ParagraphKind.QUOTE, 70


def _small(lines: Sequence[Line], text: str, judged: Judged, pages: Sequence[Page]) -> None:
    """Small type beside a picture is its caption; elsewhere it may be anything, and the user is asked."""
    page = pages[lines[0].page - 1]
    if _beside_picture(lines, page):
        judged.kind, judged.confidence = ParagraphKind.CAPTION, 85
    elif judged.kind in (ParagraphKind.BODY, ParagraphKind.HEADING) and len(text) <= _LONGEST_HEADING:
        judged.confidence = 70


def _beside_picture(lines: Sequence[Line], page: Page) -> bool:
    """Whether a paragraph begins right under a picture, or ends right above one."""
    box = lines[0].box
    for line in lines[1:]:
        box = box.around(line.box)
    shown = turned_box(box, lines[0].turn)
    return any(_is_near(shown, picture) for picture in page.images if _is_picture(picture, page))


def _is_picture(box: Box, page: Page) -> bool:
    """Whether an image is large enough to be a picture and small enough not to be the page's ground."""
    width, height = box.right - box.left, box.bottom - box.top
    return width > 60 and height > 40 and width * height < 0.8 * page.width * page.height


def _is_near(box: Box, picture: Box) -> bool:
    over = min(box.right, picture.right) - max(box.left, picture.left)
    if over < 0.5 * min(box.right - box.left, picture.right - picture.left):
        return False
    return (
        -4 <= box.top - picture.bottom <= _NEAR_PICTURE or -4 <= picture.top - box.bottom <= _NEAR_PICTURE / 2
    )


def _is_heading(lines: Sequence[Line], text: str, spacing: Spacing) -> bool:
    """Whether a short paragraph is set larger than the text, or bold throughout, and ends no sentence."""
    if (
        len(text) > _LONGEST_HEADING
        or len(lines) > 3
        or (ends_sentence(text) and not text.endswith(("?", "!")))
    ):
        return False
    if not any(char.isalpha() for char in text):
        return False
    return all(line.style.size >= spacing.body * _HEADING or line.style.bold for line in lines)


def _is_set_in(lines: Sequence[Line]) -> bool:
    """Whether every line of a paragraph of several begins well inside its column and none is centred."""
    starts = [line.start for line in lines]
    return (
        len(lines) > 1
        and min(starts) >= _QUOTE * lines[0].style.size
        and max(starts) - min(starts) <= 1.0
        and not any(line.rtl for line in lines)
    )
