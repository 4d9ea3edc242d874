"""The words of a cue without its tags, each stretch with the place it came from; who says them; what is emphasised."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.domain.kinds import InlineKind
from verifier.readers.captions.cues import Cue, Span

_MARKUP = re.compile(
    r"<(?P<end>/?)(?P<tag>v|c|i|b|u|s|ruby|rt|lang|font)(?P<more>(?:[.\s][^<>]{0,500})?)>"
    r"|<(?:\d{1,4}:)?\d{1,2}:\d{2}\.\d{3}>"
    r"|\{\\[^{}]{0,200}\}"
    r"|&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});",
    re.IGNORECASE,
)
_MARKS = {"i": InlineKind.EMPHASIS, "b": InlineKind.STRONG}
_BLANKS = " \t"
_NAME = re.compile(r"\s[ \t]{0,20}(\S[^<>]{0,500})")
_DASH = re.compile(r"[-–—] ?(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and the stretch of the file it came from; ``folded`` where the two are not alike."""

    text: str
    start: int
    end: int
    folded: bool = False
    marks: frozenset[InlineKind] = frozenset()


@dataclass(slots=True)
class Utterance:
    """What one voice says in one cue. ``named`` is where the file names the voice; ``turns`` says that the speaker
    is another than before.
    """

    cue: Cue
    voice: str = ""
    named: Span | None = None
    turns: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words."""
        return "".join(piece.text for piece in self.pieces)


def utterances(text: str, cue: Cue, lines: Sequence[Span]) -> list[Utterance]:
    """What is said in a cue, of whose lines only some are asked for. Lines that all begin with a dash are turns."""
    dashes = len(lines) > 1 and all(_DASH.match(text, *line) for line in lines)
    found = [Utterance(cue, turns=dashes)]
    marks: set[InlineKind] = set()
    for number, (start, end) in enumerate(lines):
        if number and dashes:
            found.append(Utterance(cue, found[-1].voice, found[-1].named, turns=True))
        elif found[-1].pieces:
            found[-1].pieces.append(Piece(" ", lines[number - 1][1], start, folded=True))
        _read_line(text, start, end, found, marks)
    for each in found:
        each.pieces = _trimmed(each.pieces)
    return [each for each in found if each.pieces]


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without the blanks before the first word and behind the last."""
    kept = list(pieces)
    while kept and not kept[0].text.strip(_BLANKS):
        del kept[0]
    while kept and not kept[-1].text.strip(_BLANKS):
        del kept[-1]
    if kept and not kept[0].folded:
        first = kept[0]
        text = first.text.lstrip(_BLANKS)
        kept[0] = replace(first, text=text, start=first.end - len(text))
    if kept and not kept[-1].folded:
        last = kept[-1]
        text = last.text.rstrip(_BLANKS)
        kept[-1] = replace(last, text=text, end=last.start + len(text))
    return kept


def _read_line(text: str, start: int, end: int, found: list[Utterance], marks: set[InlineKind]) -> None:
    """Add a line's words to the last utterance, or to new ones where tags name another voice."""
    done = start
    for match in _MARKUP.finditer(text, start, end):
        _add(found, Piece(text[done : match.start()], done, match.start(), marks=frozenset(marks)))
        done = match.end()
        tag = (match["tag"] or "").lower()
        if match[0].startswith("&"):
            _add(found, Piece(html.unescape(match[0]), *match.span(), folded=True, marks=frozenset(marks)))
        elif tag == "v":
            _turn(match, found)
        elif tag in _MARKS:
            (marks.discard if match["end"] else marks.add)(_MARKS[tag])
    _add(found, Piece(text[done:end], done, end, marks=frozenset(marks)))


def _add(found: list[Utterance], piece: Piece) -> None:
    if piece.text:
        found[-1].pieces.append(piece)


def _turn(match: re.Match[str], found: list[Utterance]) -> None:
    """A voice begins or ends; what was said before it stays with the voice before."""
    name = None if match["end"] else _NAME.search(match["more"] or "")
    named = None
    if name is not None:
        at = match.start("more")
        named = (at + name.start(1), at + name.end(1))
    if found[-1].text.strip():
        found.append(Utterance(found[-1].cue, turns=True))
    found[-1].voice, found[-1].named = (html.unescape(name[1]) if name else ""), named
    found[-1].pieces = []


def clean(text: str, line: Span) -> str:
    """A line as it is shown, without tags."""
    return "".join(_cleaned(text, line)).strip()


def _cleaned(text: str, line: Span) -> Iterator[str]:
    done = line[0]
    for match in _MARKUP.finditer(text, *line):
        yield text[done : match.start()]
        if match[0].startswith("&"):
            yield html.unescape(match[0])
        done = match.end()
    yield text[done : line[1]]
