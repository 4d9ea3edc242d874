"""The body of the Word report: an outline's parts as ready XML, in the order an editor reads."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.layout import BARS_TOGETHER, ON_A_NEW_PAGE, PARTS_TO_LIST, is_wide
from verifier.reports.parts import (
    Annotated,
    Bar,
    Cell,
    Cover,
    Grid,
    Outline,
    Part,
    Phrase,
    Row,
    Section,
    Summary,
    Tone,
)
from verifier.reports.word.articles import Around, article_xml
from verifier.reports.word.columns import fitted_widths
from verifier.reports.word.look import TONE_STYLES, Page
from verifier.reports.word.markup import (
    KEPT,
    LAST,
    NEW_PAGE,
    SPACER,
    bar,
    ended_section,
    escaped,
    field,
    head_row,
    internal_link,
    paragraph,
    row,
    run,
    table,
)
from verifier.reports.word.notes import Footnotes
from verifier.reports.word.script import runs_from_the_right
from verifier.reports.word.words import Words


class Body:
    """Writes one outline. ``words.links`` are the live web addresses in it, ``footnotes`` what stands at the foot of
    its pages, ``lies`` is whether its last pages lie on their side. ``turns`` are the section properties that end the
    upright pages and those on their side.
    """

    def __init__(self, outline: Outline, page: Page, turns: tuple[str, str] = ("", "")) -> None:
        self._outline = outline
        self._page, self._turns = page, turns
        self._width = page.line()
        self._out: list[bytes] = []
        self._bookmarks = 0
        self._tables = 0
        self._contents: list[tuple[str, str]] = []
        self.footnotes = Footnotes()
        self.words = Words(self.footnotes.add)
        self.lies = self._at_top = False

    def xml(self) -> bytes:
        """The paragraphs and tables of the whole report, in UTF-8."""
        outline = self._outline
        self._cover(outline.cover)
        place = len(self._out)
        for part in outline.parts:
            self._turn(lies=is_wide(part))
            self._part(part)
        if self._out[-1] == _SPACER:
            self._out[-1] = LAST.encode()
        if len(self._contents) >= PARTS_TO_LIST:
            self._out.insert(place, self._contents_list().encode())
        return b"".join(self._out)

    def _add(self, xml: str) -> None:
        """Put something at the end, encoded at once: as characters a long report takes twice the room."""
        self._out.append(xml.encode())

    # -- cover and summary ---------------------------------------------------------------------------------------

    def _cover(self, cover: Cover) -> None:
        self._say(cover.line, "CoverLine")
        self._say(cover.title, "Title")
        self._say(cover.question_line, "Subtitle")
        for line in cover.finding:
            self._say(line, "Finding")
        signs = "".join(
            run(sign.words.replace(" ", "\u00a0", 1), TONE_STYLES[Tone(f"tag.{sign.label}")])
            + run(f" {sign.meaning}    ")
            for sign in cover.legend
        )
        self._add(paragraph(signs, "Legend"))
        self._say(cover.legend_sentence, "Legend")

    def _summary(self, summary: Summary) -> None:
        self._heading(summary.heading, 1)
        self._section(summary.settle)
        self._section(summary.open)
        self._heading(summary.counts_heading, 2)
        kept = len(summary.bars) <= BARS_TOGETHER
        for drawn in summary.bars:
            self._bar(drawn, kept=kept)
        self._grids((replace(summary.counts, together=True) if kept else summary.counts,))

    def _bar(self, drawn: Bar, *, kept: bool) -> None:
        name = self.words.phrase(drawn.title)
        self._add(paragraph(name, "BarName", from_right=_from_right(drawn.title)))
        shown = [
            (share.label, share.count, f"{GLYPHS.get(share.label, '')} {share.count}".strip())
            for share in drawn.shares
            if share.count
        ]
        if shown:
            self._add(bar(shown, self._width, (drawn.name, drawn.spoken), kept=kept))
            self._add(paragraph("", "Spacer", more=KEPT if kept else ""))

    def _contents_list(self) -> str:
        """The list of parts in one paragraph: a field Word can reckon anew, with its result already in it."""
        lead = run(f"{self._outline.contents_heading}: ", "Strong")
        entries = run("  ·  ").join(internal_link(run(heading), anchor) for heading, anchor in self._contents)
        begin, end = _open_field(r'TOC \o "1-1" \n \h \z'), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        return _CONTENTS_BEGIN + paragraph(begin + lead + entries + end, "TOC1") + "</w:sdtContent></w:sdt>"

    # -- parts ---------------------------------------------------------------------------------------------------

    def _part(self, part: Part) -> None:
        if isinstance(part, Summary):
            self._summary(part)
        elif isinstance(part, Annotated):
            self._annotated(part)
        else:
            self._section(part)
            self._release()

    def _turn(self, *, lies: bool) -> None:
        """End the pages so far where the next ones lie otherwise."""
        if lies != self.lies:
            if self._out[-1] == _SPACER:
                self._out.pop()  # behind a full page it would have a page to itself
            self._add(ended_section(self._turns[self.lies]))
            self.lies, self._at_top = lies, True
            self._width = self._page.line(turned=lies)

    def _section(self, section: Section) -> None:
        self._heading(section.heading, section.level, section.title, new=section.name in ON_A_NEW_PAGE)
        followed = bool(section.grids or section.divisions)
        for left, phrase in zip(range(len(section.lead) - 1, -1, -1), section.lead, strict=True):
            style = "LeadKept" if followed and not left else "Lead"
            self._add(paragraph(self.words.phrase(phrase), style))
        self._grids(section.grids)
        for division in section.divisions:
            self._section(division)

    def _annotated(self, annotated: Annotated) -> None:
        self._heading(annotated.heading, 1, new=len(self._contents) > 0)
        self.footnotes.holding = True
        for phrase in annotated.lead:
            self._add(paragraph(self.words.phrase(phrase), "Lead"))
        for article in annotated.articles:
            self._heading(article.heading, 2, article.title)
            self._add(paragraph(self.words.phrase(article.line), "SourceLine"))
            if article.remark:
                self._say(article.remark, "Lead")
            for xml in article_xml(article, Around(self._bookmark, self.footnotes.add)):
                self._add(xml)
            self._release()
        self.footnotes.holding = bool(annotated.comments)

    def _release(self) -> None:
        """Tell what was held back of footnotes."""
        told = self.footnotes.released(self.words, self._bookmark)
        if told:
            self._add(told)

    def _heading(self, text: str, level: int, title: Phrase = (), *, new: bool = False) -> None:
        """A heading, on a new page where it is asked for; those of parts can be referred to."""
        content = self.words.phrase(title) if title else run(text)
        if level == 1:
            anchor = f"_Toc{len(self._contents) + 1:08}"
            self._contents.append((text, anchor))
            content = self._bookmark(anchor, content)
        more = NEW_PAGE if new else ""
        from_right, at_top = runs_from_the_right(text), new or self._at_top
        self._at_top = False
        self._add(paragraph(content, f"Heading{level}", from_right=from_right, more=more, at_top=at_top))

    # -- tables --------------------------------------------------------------------------------------------------

    def _grids(self, grids: tuple[Grid, ...]) -> None:
        """Tables one after the other; those of the same heads have the same columns."""
        for _same, together in groupby(grids, key=lambda grid: (grid.heads, grid.widths)):
            alike = list(together)
            widths = fitted_widths(alike, self._width)
            for grid in alike:
                self._grid(grid, widths)

    def _grid(self, grid: Grid, widths: list[int]) -> None:
        rows = [head_row(grid.heads, widths)] if grid.heads else []
        last = grid.rows[-1] if grid.rows and not grid.caption else None
        rows.extend(self._row(line, widths, kept=grid.together and line is not last) for line in grid.rows)
        spoken = (grid.caption, ", ".join(head for head in grid.heads if head))
        self._add(table(rows, widths, has_heads=bool(grid.heads), spoken=spoken))
        self._add(self._caption(grid.caption) if grid.caption else SPACER)

    def _caption(self, text: str) -> str:
        self._tables += 1
        word = self._outline.table_word
        return paragraph(
            f"{run(word + ' ')}{field('SEQ Table', str(self._tables))}{run('. ' + text)}", "Caption"
        )

    def _row(self, line: Row, widths: list[int], *, kept: bool) -> str:
        style = "TableTextKept" if kept else "TableText"
        cells = [self._cell(cell, style) for cell in line.cells]
        if line.anchor:
            cells[0] = cells[0].replace("</w:pPr>", "</w:pPr>" + self._bookmark(line.anchor), 1)
        return row(cells, widths, kept=kept)

    def _cell(self, cell: Cell, style: str) -> str:
        if len(cell) == 1:
            return self._line(cell[0], style)
        lines = [self._line(phrase, style) for phrase in cell]
        return "".join(lines) or paragraph("", style)  # a cell without a paragraph is damage to Word

    def _line(self, phrase: Phrase, style: str) -> str:
        content = self.words.phrase(phrase)  # plain ASCII, as most is, never runs from the right
        return paragraph(content, style, from_right=not content.isascii() and _from_right(phrase))

    # -- words ---------------------------------------------------------------------------------------------------

    def _say(self, text: str, style: str) -> None:
        self._add(paragraph(run(text), style, from_right=runs_from_the_right(text)))

    def _bookmark(self, name: str, content: str = "") -> str:
        """A bookmark around some runs, or at a place."""
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


_SPACER = SPACER.encode()

_CONTENTS_BEGIN = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>"
)
"""What makes Word offer to reckon the list of parts anew, and keeps it together."""

_SAYING = frozenset({Tone.PLAIN, Tone.DIFFERS, Tone.DIFFERS_MUCH})
"""The tones of an article's own words among others."""


def _from_right(phrase: Phrase) -> bool:
    """Whether the first words of a phrase that are no address begin from the right."""
    for piece in phrase:
        if piece.tone in _SAYING and piece.text.strip(" …"):
            return runs_from_the_right(piece.text)
    return False


def _open_field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
