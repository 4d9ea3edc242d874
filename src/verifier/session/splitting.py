"""Sentences split and merged by hand. Numbers never move, and nothing that was judged is lost.

A split gives both halves the label; note, advice and wording stay with the first. A merge joins what is alike and
leaves the rest where it was, as marks on the words it was said of. Links and evidence keep their passages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.domain.articles import Passage, Sentence
from verifier.domain.errors import StepError
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Advice, Label, Modifier, Reach
from verifier.domain.queries import address_of, article_of_version, trimmed
from verifier.domain.rows import CaseRows
from verifier.domain.steps import StepDraft
from verifier.domain.versions import is_current
from verifier.session.articles import numbers_given
from verifier.session.drafting import Drafting, new_id, span_token
from verifier.session.numbering import Numbers

_JOINERS = "\u200d\ufe0e\ufe0f"
"""What ties a character to the one before it without being a combining mark."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The rows to change and the reading text of the version they are in."""

    drafting: Drafting
    version_id: str
    words: str

    def passage(self, start: int, end: int) -> Passage:
        """The passage with exactly this span, made where there is none."""
        return self.drafting.passage(span_token(self.version_id, start, end))

    def mark(self, start: int, end: int) -> Mark | None:
        """The mark on the words of a span: on the span itself, else on it without the white space at its ends."""
        return self._mark_at(start, end) or self._mark_at(*trimmed(self.words, start, end))

    def hung_mark(self, start: int, end: int) -> Mark | None:
        """The mark on the words of a span that is to be a sentence, hung on the whole span: where it stood on the words
        alone, a second mark could come to speak of them.
        """
        mark = self.mark(start, end)
        if mark is not None:
            mark = replace(mark, passage_id=self.passage(start, end).id)
            self.drafting.put(mark)
        return mark

    def _mark_at(self, start: int, end: int) -> Mark | None:
        passage = self.drafting.rows.passage_at(self.version_id, start, end)
        return self.drafting.rows.mark_on(passage.id) if passage is not None else None


# -- splitting -------------------------------------------------------------------------------------------------------


def draft_split(drafting: Drafting, texts: Mapping[str, str], sentence_id: str, point: int) -> StepDraft:
    """The step that splits a sentence at a point, in code points of its version's text; white space at the cut goes to
    the first half. ``texts`` maps version ids to reading texts. Raises StepError: split-at-edge, no-such-place.
    """
    rows, sentence = drafting.rows, _known(drafting.rows, sentence_id)
    text = _Text(drafting, sentence.version_id, texts[sentence.version_id])
    cut = _cut(rows, text.words, sentence, point)
    second = replace(sentence, id=new_id(), number=_next_number(rows, sentence), start=cut)
    drafting.put(replace(sentence, end=cut))
    drafting.put(second)
    _split_mark(text, sentence, cut)
    names = {"first": address_of(rows, sentence), "second": address_of(rows, second)}
    return drafting.finish("split", **names)


def _cut(rows: CaseRows, text: str, sentence: Sentence, point: int) -> int:
    """Where the second half begins: at a character that is not white space, and not set on the one before it."""
    cut = point
    while sentence.start < cut < sentence.end and _leans_back(text, cut):
        cut += 1
    if not (sentence.start < cut < sentence.end and text[sentence.start : cut].strip()):
        raise StepError("split-at-edge", address_of(rows, sentence))
    return cut


def _leans_back(text: str, place: int) -> bool:
    """Whether the character at a place belongs to what stands before it."""
    character = text[place]
    tied = character in _JOINERS or text[place - 1] == _JOINERS[0]
    return character.isspace() or tied or unicodedata.combining(character) != 0


def _next_number(rows: CaseRows, sentence: Sentence) -> str:
    """The next free number after the sentence's; none for one that was never in the account."""
    if not sentence.number:
        return ""
    article = article_of_version(rows, sentence.version_id)
    return Numbers(numbers_given(rows, article.id)).after(sentence.number)


def _split_mark(text: _Text, sentence: Sentence, cut: int) -> None:
    """Give both halves what is said of the whole. A half that has a mark of its own keeps it."""
    own = text.mark(sentence.start, sentence.end)
    first, second = text.hung_mark(sentence.start, cut), text.hung_mark(cut, sentence.end)
    if own is None:
        return
    if second is not None:
        text.drafting.put(_heir(own, second))
    elif own.label is not None or own.voice is not None:
        rest = replace(own, id=new_id(), note="", reach=Reach.PRINTED, advice=None, wording="")
        text.drafting.put(replace(rest, passage_id=text.passage(cut, sentence.end).id))
    if first is None:
        text.drafting.put(replace(own, passage_id=text.passage(sentence.start, cut).id))
    else:
        taken = first.label is None or second is None or second.label is None
        _leave_to_first(text.drafting, own, _heir(own, first), taken=taken)


def _heir(own: Mark, half: Mark) -> Mark:
    """A half's own mark with what it has not of label, modifiers and voice of the whole."""
    half = replace(half, voice=half.voice or own.voice)
    if half.label is not None or own.label is None:
        return half
    return replace(half, label=own.label, modifiers=own.modifiers, checker=own.checker, time=own.time)


def _leave_to_first(drafting: Drafting, own: Mark, first: Mark, *, taken: bool) -> None:
    """Join what was noted of the whole to the first half's mark. What cannot be joined stays on the whole, and so does
    its label where neither half has taken it.
    """
    note, advice = _joined_note([own, first]), _joined_advice([own, first])
    drafting.put(_with(first, note, advice))
    voiced = own.voice is None or own.voice is first.voice
    rest = _rest(own, note=note is not None, advice=advice is not None, voice=voiced)
    if not taken:
        rest = replace(rest, label=own.label, modifiers=own.modifiers)
    _put_or_drop(drafting, rest)


# -- merging ---------------------------------------------------------------------------------------------------------


def draft_merge(
    drafting: Drafting, texts: Mapping[str, str], sentence_id: str, *, checker: str, now: str
) -> StepDraft:
    """The step that merges a sentence with the next one of its paragraph, whose number retires. Marks that say the same
    become one; others stay on the words they are of. Raises StepError: no-next-sentence, no-such-place.
    """
    rows, first = drafting.rows, _known(drafting.rows, sentence_id)
    second = _next(rows, first)
    text = _Text(drafting, first.version_id, texts[first.version_id])
    drafting.put(replace(first, end=second.end))
    drafting.put(replace(second, retired=True))
    _merge_marks(text, first, second, Mark("", "", None, checker, now))
    names = {"first": address_of(rows, first), "second": address_of(rows, second)}
    return drafting.finish("merge", **names)


def _next(rows: CaseRows, sentence: Sentence) -> Sentence:
    for one, other in pairwise(rows.sentences(sentence.paragraph_id)):
        if one.id == sentence.id:
            return other
    raise StepError("no-next-sentence", address_of(rows, sentence))


def _merge_marks(text: _Text, first: Sentence, second: Sentence, blank: Mark) -> None:
    """Give the merged sentence what both halves say alike. ``blank`` names who merges, and when."""
    whole = text.hung_mark(first.start, second.end)
    a, b = text.mark(first.start, first.end), text.mark(second.start, second.end)
    judged = [mark for mark in (a, b) if mark is not None]
    if not judged or _label(a) != _label(b) or (whole is not None and whole.label is not None):
        return
    shared = _shared(a, b)
    # a half with a modifier the other has not stays as it is: its label alone would say more than was judged
    joining = [mark for mark in judged if set(mark.modifiers) <= set(shared)]
    sayings = [*([whole] if whole is not None else []), *joining]
    note, advice = _joined_note(sayings), _joined_advice(sayings)
    voice = a.voice if a is not None and b is not None and a.voice is b.voice else None
    base = whole if whole is not None else replace(_signed(blank, judged), id=new_id())
    merged = replace(base, label=_label(a), modifiers=shared, voice=base.voice or voice)
    merged = _with(merged, note, advice)
    for mark in joining:
        voiced = mark.voice is None or mark.voice is merged.voice
        rest = _rest(mark, note=note is not None, advice=advice is not None, voice=voiced)
        _put_or_drop(text.drafting, rest)
    if not _says_nothing(merged):
        text.drafting.put(replace(merged, passage_id=text.passage(first.start, second.end).id))


def _label(mark: Mark | None) -> Label | None:
    return mark.label if mark is not None else None


def _shared(a: Mark | None, b: Mark | None) -> tuple[Modifier, ...]:
    """The modifiers both marks have."""
    return tuple(one for one in a.modifiers if one in b.modifiers) if a is not None and b is not None else ()


def _signed(blank: Mark, marks: Sequence[Mark]) -> Mark:
    """A blank mark in the name of the checker who judged both halves, else of the one who merges them."""
    if len({mark.checker for mark in marks}) > 1:
        return blank
    return replace(blank, checker=marks[0].checker, time=max(mark.time for mark in marks))


# -- what marks say --------------------------------------------------------------------------------------------------


def _joined_note(marks: Iterable[Mark]) -> tuple[str, Reach] | None:
    """The notes of some marks as one, in order; None where some are printed and some are internal."""
    noted = [mark for mark in marks if mark.note]
    if len({mark.reach for mark in noted}) > 1:
        return None
    return "\n".join(mark.note for mark in noted), noted[0].reach if noted else Reach.PRINTED


def _joined_advice(marks: Iterable[Mark]) -> tuple[Advice | None, str] | None:
    """What marks say is to be done, with the wording; None where they say unlike things."""
    said = dict.fromkeys((mark.advice, mark.wording) for mark in marks if mark.advice or mark.wording)
    return None if len(said) > 1 else next(iter(said), (None, ""))


def _with(mark: Mark, note: tuple[str, Reach] | None, advice: tuple[Advice | None, str] | None) -> Mark:
    """A mark with a joined note and advice; it keeps its own where they could not be joined."""
    if note is not None:
        mark = replace(mark, note=note[0], reach=note[1])
    return mark if advice is None else replace(mark, advice=advice[0], wording=advice[1])


def _rest(mark: Mark, *, note: bool, advice: bool, voice: bool) -> Mark:
    """A mark without its label and without what was joined elsewhere."""
    rest = replace(mark, label=None, modifiers=())
    rest = replace(rest, note="", reach=Reach.PRINTED) if note else rest
    rest = replace(rest, advice=None, wording="") if advice else rest
    return replace(rest, voice=None) if voice else rest


def _says_nothing(mark: Mark) -> bool:
    return mark.label is None and not (mark.note or mark.advice or mark.wording or mark.voice)


def _put_or_drop(drafting: Drafting, mark: Mark) -> None:
    if _says_nothing(mark):
        drafting.drop(Mark, mark.id)
    else:
        drafting.put(mark)


def _known(rows: CaseRows, sentence_id: str) -> Sentence:
    """The sentence of an id, in its article as it is read now. Raises StepError("no-such-place")."""
    sentence = rows.get(Sentence, sentence_id)
    if sentence is None or sentence.retired or not is_current(rows, sentence.version_id):
        raise StepError("no-such-place", sentence_id)
    return sentence
