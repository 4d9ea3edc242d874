"""What stands beside the text: comments in the margin and footnotes, each part made in one go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from verifier.reports.characters import visible
from verifier.reports.parts import Comment, Piece
from verifier.reports.word.markup import attribute, internal_link, paragraph, run
from verifier.reports.word.words import Words

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""The first line of a part."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""What a part declares."""

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    f'w:lineRule="auto"/></w:pPr><w:r><w:{sign}/></w:r></w:p></w:footnote>'
    for kind, number, sign in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)


_LONGEST_AUTHOR = 255
_LONGEST_INITIALS = 9
"""What Word takes, in UTF-16 units; of a longer one it calls the whole document damaged."""


class Footnotes:
    """The footnotes of a report in reading order, numbered from 1.

    Behind a comment LibreOffice mixes up the words of footnotes and loses some. So they are held back there, and stand
    in small print where they are released: at the end of an article or a part, each under the name it is told of.
    """

    def __init__(self) -> None:
        self.words = Words()
        self._out: list[str] = []
        self._held: list[tuple[str, Piece]] = []
        self._told = 0
        self.holding = False

    def add(self, piece: Piece, content: str) -> str:
        """The runs of a piece with what leads to its footnote: a raised number, or a link to where it is released."""
        if self.holding:
            return self._hold(piece, content)
        number = len(self._out) + 1
        sign = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        words = paragraph(f"{sign}{run(' ')}{self.words.phrase(piece.footnote)}", "FootnoteText")
        self._out.append(f'<w:footnote w:id="{number}">{words}</w:footnote>')
        return (
            f'{content}<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )

    def _hold(self, piece: Piece, content: str) -> str:
        self._told += 1
        anchor = f"note_{self._told}"
        self._held.append((anchor, piece))
        return content if piece.anchor or piece.url else internal_link(content, anchor)

    def released(self, words: Words, bookmark: Callable[[str, str], str]) -> str:
        """The paragraphs of what was held back, once, written with the words and bookmarks of the body."""
        shown = "".join(
            paragraph(
                bookmark(anchor, run(piece.text, "Address")) + run(" ") + words.phrase(piece.footnote),
                "FootnoteText",
            )
            for anchor, piece in self._held
        )
        self._held.clear()
        return shown

    def xml(self) -> str:
        """footnotes.xml, with the lines that separate footnotes from the text."""
        return f"{HEAD}<w:footnotes {NAMESPACES}>{_SEPARATORS}{''.join(self._out)}</w:footnotes>"


def comments_xml(comments: tuple[Comment, ...]) -> str:
    """comments.xml."""
    return f"{HEAD}<w:comments {NAMESPACES}>{''.join(_comment(row) for row in comments)}</w:comments>"


def _comment(comment: Comment) -> str:
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    lines = "".join(
        paragraph((sign if index == 0 else "") + run(line), "CommentText")
        for index, line in enumerate(comment.lines)
    )
    author, initials = (
        attribute(_fitting(words, most))
        for words, most in ((comment.author, _LONGEST_AUTHOR), (comment.initials, _LONGEST_INITIALS))
    )
    return (
        f'<w:comment w:id="{comment.number}" w:author="{author}" '
        f'w:date="{_word_time(comment.time)}" w:initials="{initials}">{lines}</w:comment>'
    )


def _fitting(text: str, most: int) -> str:
    """A name as it is shown, cut to so many UTF-16 units."""
    shown = visible(text)
    if len(shown.encode("utf-16-le")) <= 2 * most:
        return shown
    return shown.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"


def _word_time(iso: str) -> str:
    """A stored time as Word writes it: UTC, whole seconds."""
    time = datetime.fromisoformat(iso)
    return f"{time.astimezone(UTC) if time.tzinfo else time:%Y-%m-%dT%H:%M:%S}Z"
