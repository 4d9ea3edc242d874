"""Where the comments of a report belong: which are our own notes, which an editor changed, answered or added.

A comment is placed by the bookmark before the words it stands on; words elsewhere in the report (a table of claims) by
being exactly those of one sentence. What has no such place is homeless: never put to the nearest one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby

from verifier.domain.articles import Passage, Sentence
from verifier.domain.checkers import initials_of, name_in
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Reach
from verifier.domain.queries import trimmed
from verifier.domain.reopened import Coming, Remark, ReturnedRemark
from verifier.readers.dossier.carried import Carried
from verifier.readers.dossier.margin import Commented, Stretch

_TOKEN = re.compile("‹U\\+([0-9A-F]{4,6})›")
_MARKS_AROUND = "“”„«»\"' …\u00a0"

_Signature = tuple[str, str, str]
"""Name, initials and time of who wrote a comment."""

Span = tuple[str, int, int]
"""Version id, start and end in code points."""


class Placing:
    """Places every comment of a report, and says which notes have lost theirs."""

    def __init__(self, carried: Carried, comments: tuple[Commented, ...]) -> None:
        self._carried = carried
        self._texts = {one.version.id: one.text for one in carried.texts}
        self._passages = {row.id: row for row in carried.rows if isinstance(row, Passage)}
        self._marks = [row for row in carried.rows if isinstance(row, Mark) and row.note.strip()]
        self._notes = {mark.id: _folded(mark.note) for mark in self._marks}
        self._marked = {mark.id: self._span(mark) for mark in self._marks}
        self._by_words: dict[str, list[Span]] | None = None
        self._comments = {one.id: one for one in comments}
        self._spans = {one.id: self._span_of(one) for one in comments}
        self._mark_of: dict[str, Mark] = {}
        self.returned: list[ReturnedRemark] = []
        self.homeless: list[Remark] = []
        unchanged = self._take_own(comments)
        for comment in comments:
            if comment.id not in unchanged and comment.text:
                self._place(comment)
        taken = {mark.id for mark in self._mark_of.values()}
        self.silenced = (
            [mark.id for mark in self._marks if mark.id not in taken] if "annotated" in carried.parts else []
        )

    # -- our own notes -------------------------------------------------------------------------------------------

    def _take_own(self, comments: tuple[Commented, ...]) -> set[str]:
        """Tell the comments that are the report's own: first those that say what they said, then those of the same
        person and time on the same words, which somebody changed. Gives the ids of the first.
        """
        own = [one for one in comments if not one.parent]
        waiting: dict[_Signature, list[Mark]] = defaultdict(list)
        for mark in self._marks:
            waiting[_signature(mark)].append(mark)
        unchanged = self._take_exactly(own)
        taken = {mark.id for mark in self._mark_of.values()}
        unchanged |= {one.id for one in own if self._take(one, waiting, taken, is_same=True)}
        for one in own:
            self._take(one, waiting, taken, is_same=False)
        return unchanged

    def _take_exactly(self, own: list[Commented]) -> set[str]:
        """Tie the comments that say just what a note says on its very words. Whose they are does not matter: Word can
        take the names out of a document.
        """
        exactly = {(self._notes[mark.id], self._marked[mark.id]): mark for mark in self._marks}
        for one in own:
            span = self._spans[one.id]
            mark = exactly.pop((_folded(one.text), span), None) if span is not None else None
            if mark is not None:
                self._mark_of[one.id] = mark
        return set(self._mark_of)

    def _take(
        self, comment: Commented, waiting: dict[_Signature, list[Mark]], taken: set[str], *, is_same: bool
    ) -> bool:
        """Tie a comment to the mark whose note it is, if there is one no other comment is."""
        span = self._spans[comment.id]
        if comment.id in self._mark_of or (span is None and not is_same):
            return False
        said, marked = _folded(comment.text), self._marked
        among = (mark for mark in waiting.get(_signed(comment), ()) if mark.id not in taken)
        fitting = [mark for mark in among if not is_same or self._says(said, mark)]
        fitting = [mark for mark in fitting if span is None or _touch(marked[mark.id], span)]
        if not fitting:
            return False
        found = min(fitting, key=lambda mark: marked[mark.id] != span)
        taken.add(found.id)
        self._mark_of[comment.id] = found
        return True

    def _says(self, said: str, mark: Mark) -> bool:
        note = self._notes[mark.id]
        return said == note or (mark.reach is Reach.INTERNAL and said.endswith(note))

    def _span(self, mark: Mark) -> Span:
        passage = self._passages[mark.passage_id]
        return (passage.version_id, *trimmed(self._texts[passage.version_id], passage.start, passage.end))

    # -- what came from others -----------------------------------------------------------------------------------

    def _place(self, comment: Commented) -> None:
        own = self._mark_of.get(comment.id)
        if own is not None:
            remark = replace(comment.remark, text=_without_heading(comment.text, own))
            self.returned.append(ReturnedRemark(Coming.CHANGED, remark, *self._span(own), own.id))
            return
        first = self._first_of_thread(comment)
        mark, span = self._mark_of.get(first.id), self._spans[first.id]
        if mark is not None:
            self.returned.append(ReturnedRemark(Coming.ANSWERED, comment.remark, *self._span(mark), mark.id))
        elif span is not None:
            how = Coming.ANSWERED if first is not comment else Coming.ADDED
            self.returned.append(ReturnedRemark(how, comment.remark, *span))
        else:
            remark = comment.remark
            self.homeless.append(remark if remark.words else replace(remark, words=first.remark.words))

    def _first_of_thread(self, comment: Commented) -> Commented:
        """The comment that began what this one answers."""
        seen = {comment.id}
        while comment.parent and comment.parent not in seen:
            seen.add(comment.parent)
            comment = self._comments[comment.parent]
        return comment

    # -- places --------------------------------------------------------------------------------------------------

    def _span_of(self, comment: Commented) -> Span | None:
        """The words of an article a comment stands on, or None."""
        anchors = self._carried.anchors
        filled = [index for index, one in enumerate(comment.stretches) if one.text.strip()]
        said = comment.stretches[filled[0] : filled[-1] + 1] if filled else []
        if said and said[0].anchor in anchors:
            return self._span_of_stretches([one for one in said if one.anchor in anchors])
        sentence = anchors.get(comment.anchor)
        if sentence is not None and not comment.words:
            return self._whole(sentence)
        return self._only_place_of(comment.words)

    def _span_of_stretches(self, stretches: list[Stretch]) -> Span:
        """The span of commented words: of one sentence or of several of one paragraph, as much of the first and the
        last as is commented. What goes over several paragraphs belongs to the first of them.
        """
        groups = [
            (self._carried.anchors[anchor], list(found))
            for anchor, found in groupby(stretches, key=lambda one: one.anchor)
        ]
        first, said = groups[0]
        if len(groups) == 1:
            return self._within(first, said)
        last, said_last = next(
            group for group in reversed(groups) if group[0].paragraph_id == first.paragraph_id
        )
        version_id, start, end = self._whole(first)
        if last is first:
            return version_id, start, end
        text, words = self._texts[version_id], _joined(said)
        if words and text[start:end].endswith(words):
            start = end - len(words)
        _version, last_start, end = self._whole(last)
        words = _joined(said_last)
        if words and text[last_start:end].startswith(words):
            end = last_start + len(words)
        return version_id, start, end

    def _within(self, sentence: Sentence, said: list[Stretch]) -> Span:
        """Commented words inside one sentence; the whole of it where they cannot be told in it for sure."""
        version_id, start, end = self._whole(sentence)
        words, whole = _joined(said), self._texts[version_id][start:end]
        place = whole.find(words) if words else -1
        if (
            place >= 0 and whole.find(words, place + 1) >= 0
        ):  # the same words twice: where they stand tells which
            at = said[0].offset + len(said[0].text) - len(said[0].text.lstrip())
            place = at if whole.startswith(words, at) else -1
        if place < 0:
            return version_id, start, end
        return version_id, start + place, start + place + len(words)

    def _whole(self, sentence: Sentence) -> Span:
        text = self._texts[sentence.version_id]
        return (sentence.version_id, *trimmed(text, sentence.start, sentence.end))

    def _only_place_of(self, words: str) -> Span | None:
        """The one sentence or judged passage that has exactly these words, None where there are several or none."""
        if self._by_words is None:
            self._by_words = defaultdict(list)
            for span in self._told_spans():
                self._by_words[_bare(self._texts[span[0]][span[1] : span[2]])].append(span)
        found = self._by_words.get(_bare(words), []) if _bare(words) else []
        return found[0] if len(found) == 1 else None

    def _told_spans(self) -> Iterable[Span]:
        spans = {self._whole(one) for one in self._carried.anchors.values()}
        spans |= {
            (one.version_id, *trimmed(self._texts[one.version_id], one.start, one.end))
            for one in self._passages.values()
        }
        return sorted(spans)


def _signed(comment: Commented) -> _Signature:
    return comment.author, comment.initials, _second(comment.time)


def _signature(mark: Mark) -> _Signature:
    """Whose and of when the comment on a mark is, as the document says it."""
    name, initials = (" ".join(part.split()) for part in (name_in(mark.checker), initials_of(mark.checker)))
    return name, initials, _second(mark.time)


def _second(time: str) -> str:
    """A time as a document has it: UTC, whole seconds; "" for none."""
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return ""
    return f"{found.astimezone(UTC) if found.tzinfo else found:%Y-%m-%dT%H:%M:%S}"


def _touch(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _joined(said: list[Stretch]) -> str:
    return "".join(one.text for one in said).strip()


def _folded(text: str) -> str:
    """A text without what a document writes in another way: breaks, spaces, characters shown as tokens."""
    return " ".join(_TOKEN.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), text).split())


def _without_heading(text: str, mark: Mark) -> str:
    """A changed internal note without the words that said that it is one."""
    head, colon, rest = text.partition(": ")
    return rest if mark.reach is Reach.INTERNAL and colon and len(head) < 30 else text


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(_MARKS_AROUND)
