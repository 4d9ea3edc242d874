"""How captions are read: cues that go on with a sentence are one paragraph, with the time it takes; each text once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from verifier.domain.articles import ArticleDraft, Notice, Run, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, Origin, ParagraphKind, Role
from verifier.domain.reading import Anchor, Candidate, Content, Inline, ReadOptions
from verifier.readers.blocks import Block, Reading, assemble
from verifier.readers.captions.cues import TIMING, Cue, Other, Span, is_captions, parse
from verifier.readers.captions.payload import Piece, Utterance, clean, utterances
from verifier.readers.encodings import decode
from verifier.readers.forms import Form
from verifier.readers.letters import compare_letters

_PAUSE = 2.0
"""Seconds of silence that part paragraphs."""
_LONGEST = 600
"""Code points after which a paragraph ends with its cue, where captions have no full stops."""
_ROLLING = 0.3
"""The share of cues that begin with the line the one before ended with, from which captions are rolling ones."""
_FEWEST = 4
_ENDS = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]{0,3}\Z")
_SOUND = re.compile(r"(?:\[[^\[\]]{1,200}\]|\([^()]{1,200}\)|[♪♫#][^♪♫]{0,300}[♪♫#]?|[♪♫\s]{1,9})\Z")
_LANGUAGE = re.compile(r"Language:[ \t]{0,9}([A-Za-z-]{2,20})")
_TAG = re.compile(r"<[^<>\r\n]*>|\{\\[^{}\r\n]*\}")
_ASIDE_ROLES = {"NOTE": Role.COMMENT}


def looks_like_captions(data: bytes) -> bool:
    """Whether bytes begin as captions do."""
    head = data[:2_000]
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2])
    return is_captions(head.decode(wide or "utf-8", "replace"))


def read_captions(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of captions. Raises ReadError: nothing-readable, and what decoding raises."""
    decoded = decode(content.data, options.encoding, source.name, stated=content.stated_encoding)
    text = decoded.text
    entries = parse(text)
    cues = [each for each in entries if isinstance(each, Cue)]
    if not any(cue.lines for cue in cues):
        raise ReadError("nothing-readable", source.name)
    new, repeated = _new_lines(text, cues)
    blocks = list(_blocks(text, entries, new))
    notices = (Notice("captions-rolling", (("count", str(repeated)),)),) if repeated else ()
    web = text.lstrip("\ufeff").startswith("WEBVTT")
    reading = Reading(
        source,
        "text/vtt" if web else "application/x-subrip",
        "captions",
        "1",
        decoded.encoding,
        warnings=(*decoded.notices, *notices),
        candidates=(*content.candidates, *_candidates(text, entries)),
        letters=compare_letters(_seen(text, rolling=bool(repeated)), "\n".join(each.text for each in blocks)),
    )
    return assemble(reading, blocks)


FORM = Form("captions", looks_like_captions, read_captions)
"""SubRip and WebVTT captions and transcripts."""


def _new_lines(text: str, cues: Sequence[Cue]) -> tuple[dict[int, tuple[Span, ...]], int]:
    """The lines of each cue that are not those shown before, by the cue's index, and how many were.

    Live captions roll: each cue begins with what the one before ended with. Where that is not the habit of the whole
    file, a line said twice was said twice.
    """
    shown = [[clean(text, line) for line in cue.lines] for cue in cues]
    again = [0, *(_overlap(a, b) for a, b in pairwise(shown))]
    grown = sum(bool(count) and len(lines) > count for count, lines in zip(again, shown, strict=True))
    if len(cues) < _FEWEST or grown < len(cues) * _ROLLING:
        return {index: cue.lines for index, cue in enumerate(cues)}, 0
    new = {index: cue.lines[count:] for index, (cue, count) in enumerate(zip(cues, again, strict=True))}
    return new, sum(again)


def _overlap(before: Sequence[str], lines: Sequence[str]) -> int:
    """How many of the first lines are the last ones of the cue before."""
    most = min(len(before), len(lines))
    return next((count for count in range(most, 0, -1) if before[-count:] == lines[:count]), 0)


def _blocks(text: str, entries: Sequence[Cue | Other], new: dict[int, tuple[Span, ...]]) -> Iterator[Block]:
    """A block for each paragraph, each change of voice, and each thing that stands between cues."""
    open_: list[Utterance] = []
    voice = ""
    index = -1
    for entry in entries:
        if isinstance(entry, Other):
            yield from _flushed(open_)
            open_ = []
            yield from _aside(text, entry)
            continue
        index += 1
        for said in utterances(text, entry, new[index]):
            if open_ and _parts(open_, said):
                yield from _flushed(open_)
                open_ = []
            if said.voice != voice and said.named is not None:
                yield _voice_block(text, said)
            voice = said.voice
            open_.append(said)
    yield from _flushed(open_)


def _parts(before: Sequence[Utterance], said: Utterance) -> bool:
    """Whether a paragraph ends before what is said now."""
    last = before[-1]
    words = last.text.rstrip()
    return (
        said.turns
        or said.voice != last.voice
        or said.cue.begin < last.cue.begin
        or said.cue.begin - last.cue.end > _PAUSE
        or bool(_ENDS.search(words))
        or bool(_SOUND.match(words) or _SOUND.match(said.text.strip()))
        or sum(len(each.text) for each in before) > _LONGEST
    )


def _flushed(said: Sequence[Utterance]) -> Iterator[Block]:
    """The paragraph some utterances make."""
    if not said:
        return
    pieces: list[Piece] = []
    for each in said:
        if pieces:
            pieces.append(Piece(" ", pieces[-1].end, each.pieces[0].start, folded=True))
        pieces += each.pieces
    first, last = said[0].cue, said[-1].cue
    times = f"{first.times[0]} --> {max(said, key=lambda each: each.cue.end).cue.times[1]}"
    names = first.name if first.name == last.name else f"{first.name}–{last.name}"
    record = f"{names} ({said[0].voice})" if said[0].voice else names
    words = "".join(piece.text for piece in pieces)
    sound = bool(_SOUND.match(words.strip()))
    kind, confidence = (ParagraphKind.ASIDE, 80) if sound else (ParagraphKind.BODY, 100)
    anchor = Anchor(record=record, time=times)
    yield Block(words, kind, confidence, anchor=anchor, inlines=_inlines(pieces), runs=_runs(pieces))


def _voice_block(text: str, said: Utterance) -> Block:
    """Who speaks from here on, as the file names them."""
    assert said.named is not None
    start, end = said.named
    anchor = Anchor(record=said.cue.name, time=" --> ".join(said.cue.times))
    runs = (Run(0, end - start, start, end),)
    return Block(text[start:end], ParagraphKind.BYLINE, anchor=anchor, runs=runs)


def _aside(text: str, entry: Other) -> Iterator[Block]:
    """What stands between cues, line by line, kept aside."""
    role = _ASIDE_ROLES.get(entry.kind, Role.NONE)
    kind = ParagraphKind.ASIDE if role is Role.COMMENT else ParagraphKind.FURNITURE
    for start, end in entry.lines:
        runs = (Run(0, end - start, start, end),)
        yield Block(text[start:end], kind, role=role, anchor=Anchor(record=entry.kind), runs=runs)


def _runs(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    runs: list[Run] = []
    length = 0
    for piece in pieces:
        runs.append(Run(length, length + len(piece.text), piece.start, piece.end, piece.folded))
        length += len(piece.text)
    return tuple(runs)


def _inlines(pieces: Sequence[Piece]) -> tuple[Inline, ...]:
    """The stretches that are emphasised; one that goes on over pieces is one."""
    found: dict[InlineKind, list[Inline]] = {}
    length = 0
    for piece in pieces:
        end = length + len(piece.text)
        for kind in piece.marks:
            stretches = found.setdefault(kind, [])
            begin = stretches.pop().start if stretches and stretches[-1].end == length else length
            stretches.append(Inline(kind, begin, end))
        length = end
    return tuple(inline for stretches in found.values() for inline in stretches)


def _candidates(text: str, entries: Sequence[Cue | Other]) -> Iterator[Candidate]:
    """The language a WebVTT header states."""
    for entry in entries[:1]:
        if isinstance(entry, Other) and entry.kind == "WEBVTT":
            for start, end in entry.lines:
                match = _LANGUAGE.match(text, start, end)
                if match:
                    yield Candidate("language", match[1], Origin.DOCUMENT, "WEBVTT")


def _seen(text: str, *, rolling: bool) -> str:
    """The words of all lines, told by a crude look: times, numbers before them and tags left out."""
    lines = [_TAG.sub("", line).strip() for line in text.splitlines()]
    lines = [
        line
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if not TIMING.match(line) and not TIMING.match(after)
    ]
    if rolling:
        lines = [line for line, _ in groupby(line for line in lines if line)]
    return "\n".join(lines)
