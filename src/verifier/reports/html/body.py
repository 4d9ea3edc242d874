"""The body of the page: an outline's parts as landmarks, headings, tables and figures, in the order an editor reads."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.html.articles import Articles
from verifier.reports.html.markup import attribute, element, escaped
from verifier.reports.html.phrases import Phrases
from verifier.reports.html.tongues import from_the_right
from verifier.reports.html.wording import Words
from verifier.reports.layout import ON_A_NEW_PAGE
from verifier.reports.parts import (
    Annotated,
    Bar,
    Cell,
    Cover,
    Grid,
    Legend,
    Outline,
    Part,
    Row,
    Section,
    Share,
    Summary,
)

_HEAD_OF_A_ROW = 26
"""A first column of at most this share of the line names what the row is about."""

_TOLD_IN_A_BAR = 0.09
"""A share of a bar from this part of it on has its sign and number in it."""

_FEW = 12
"""So many rows under a caption stay on one page with it."""


class Body:
    """Writes one outline. ``shares`` and ``widths`` are the sizes of bars and columns it used, for the style sheet."""

    def __init__(self, outline: Outline, words: Words) -> None:
        self._outline, self._words = outline, words
        self._phrases = Phrases(outline.language, words)
        self._headings = 0
        self._tables = 0
        self.shares: set[int] = set()
        self.widths: set[int] = set()

    def html(self) -> str:
        """Everything between the body's tags."""
        outline, stamp = self._outline, escaped(self._outline.running.stamp)
        parts = "\n".join([self._part(part) for part in outline.parts])
        return "\n".join(
            (
                f'<a class="skip" href="#report">{escaped(self._words.skip)}</a>',
                *((f'<aside class="stamp">{stamp}</aside>',) if stamp else ()),
                self._cover(outline.cover),
                self._contents(),
                f'<main id="report" tabindex="-1">\n{parts}{self._footnotes()}\n</main>',
                self._foot(),
            )
        )

    # -- around the parts ----------------------------------------------------------------------------------------

    def _cover(self, cover: Cover) -> str:
        line = self._phrases.line
        title = element("h1", escaped(cover.title), dir=_turn(cover.title))
        finding = "".join([line(words) for words in cover.finding])
        legend = "".join([self._legend(one) for one in cover.legend])
        return (
            f"<header>{line(cover.line, 'line')}{title}{line(cover.question_line, 'question')}"
            f'<div class="finding">{finding}</div>'
            f'<ul class="legend">{legend}</ul>{line(cover.legend_sentence, "legend-sentence")}</header>'
        )

    def _legend(self, sign: Legend) -> str:
        return (
            f'<li><span class="tag {sign.label}">{escaped(sign.words)}</span> '
            f"<span>{escaped(sign.meaning)}</span></li>"
        )

    def _contents(self) -> str:
        """The list of parts, each leading to its place; "" where there is one alone or none."""
        if len(self._outline.parts) < 2:
            return ""
        entries = "".join(
            [
                f'<li><a href="#part-{part.name}">{escaped(part.heading)}</a></li>'
                for part in self._outline.parts
            ]
        )
        heading = escaped(self._outline.contents_heading)
        return f'<nav aria-labelledby="contents"><h2 id="contents">{heading}</h2><ol>{entries}</ol></nav>'

    def _foot(self) -> str:
        running = self._outline.running
        told = " · ".join(part for part in (running.title, running.status, running.program) if part)
        return f"<footer><p>{escaped(told)}</p></footer>"

    def _footnotes(self) -> str:
        if not self._phrases.footnotes:
            return ""
        heading = f'<h2 id="footnotes">{escaped(self._words.footnotes)}</h2>'
        items = "".join(self._phrases.footnotes)
        return f'\n<section class="footnotes" aria-labelledby="footnotes">{heading}<ol>{items}</ol></section>'

    # -- parts ---------------------------------------------------------------------------------------------------

    def _part(self, part: Part) -> str:
        if isinstance(part, Summary):
            heading, content = part.heading, self._summary(part)
        elif isinstance(part, Annotated):
            heading, content = part.heading, self._annotated(part)
        else:
            return self._section(part)
        number = self._number()
        shown = f'<h2 id="h{number}">{escaped(heading)}</h2>{content}'
        return self._region(part.name, number, shown)

    def _region(self, name: str, number: int, content: str, *, wide: bool = False) -> str:
        """A part of the first level: a landmark named by its heading."""
        looks = " ".join(
            look for look, is_so in (("wide", wide), ("new-page", name in ON_A_NEW_PAGE)) if is_so
        )
        return element("section", content, id=f"part-{name}", class_=looks, aria_labelledby=f"h{number}")

    def _summary(self, summary: Summary) -> str:
        number = self._number()
        counts = f'<h3 id="h{number}">{escaped(summary.counts_heading)}</h3>'
        bars = "".join([self._bar(drawn) for drawn in summary.bars])
        return (
            self._section(summary.settle)
            + self._section(summary.open)
            + counts
            + (f'<div class="bars">{bars}</div>' if bars else "")
            + self._grid(summary.counts, number, "figures")
        )

    def _section(self, section: Section) -> str:
        number = self._number()
        tag = f"h{min(section.level + 1, 6)}"
        words = self._phrases.phrase(section.title, _turn(section.heading)) if section.title else ""
        heading = element(tag, words or escaped(section.heading), id=f"h{number}", dir=_turn(section.heading))
        followed = bool(section.grids)
        last = len(section.lead) - 1
        lead = [
            self._phrases.paragraph(phrase, "kept" if followed and index == last else "")
            for index, phrase in enumerate(section.lead)
        ]
        grids = [self._grid(grid, number) for grid in section.grids]
        divisions = [self._section(division) for division in section.divisions]
        content = "".join((heading, *lead, *grids, *divisions))
        if section.level > 1:
            return content
        return self._region(section.name, number, content, wide=section.wide)

    def _annotated(self, annotated: Annotated) -> str:
        articles = Articles(annotated, self._outline.language, self._phrases, self._words)
        shown = [self._phrases.paragraph(phrase) for phrase in annotated.lead]
        for article in annotated.articles:
            words = self._phrases.phrase(article.title) if article.title else escaped(article.heading)
            number = self._number()
            heading = element("h3", words, id=f"h{number}", dir=_turn(article.heading))
            line = self._phrases.paragraph(article.line, "source-line")
            remark = self._phrases.line(article.remark) if article.remark else ""
            content = f"{heading}{line}{remark}{articles.paragraphs(article)}"
            shown.append(element("article", content, aria_labelledby=f"h{number}"))
        rest = articles.rest()
        if rest:
            shown.append(f"<h3>{escaped(self._words.more_notes)}</h3>{rest}")
        return "\n".join(shown)

    def _number(self) -> int:
        self._headings += 1
        return self._headings

    # -- bars ----------------------------------------------------------------------------------------------------

    def _bar(self, drawn: Bar) -> str:
        """A figure: the name, and the shares as one picture that is told in words."""
        shares = "".join([self._share(share, drawn.total) for share in drawn.shares if share.count])
        name = element("figcaption", self._phrases.phrase(drawn.title), dir=_turn(drawn.name))
        picture = f'<div class="bar" role="img" aria-label="{attribute(drawn.spoken)}">{shares}</div>'
        return f"<figure>{name}{picture if shares else ''}</figure>"

    def _share(self, share: Share, total: int) -> str:
        self.shares.add(share.count)
        label = share.label or "unchecked"
        if share.count < _TOLD_IN_A_BAR * total:
            return f'<span class="share-{label} thin g{share.count}"></span>'
        told = f"{GLYPHS.get(share.label, '')} {share.count}".strip()
        return f'<span class="share-{label} g{share.count}">{told}</span>'

    # -- tables --------------------------------------------------------------------------------------------------

    def _grid(self, grid: Grid, heading: int, class_: str = "") -> str:
        """A table, named by its caption or by the heading it stands under."""
        named = "" if grid.caption else f"h{heading}"
        heads = "".join([_head(head) for head in grid.heads])
        is_named = bool(grid.widths) and grid.widths[0] * 100 <= _HEAD_OF_A_ROW * sum(grid.widths)
        rows = "\n".join([self._row(row, grid.heads, is_named=is_named or bool(class_)) for row in grid.rows])
        content = (
            self._caption(grid.caption)
            + f"<colgroup>{self._columns(grid.widths)}</colgroup>"
            + (f"<thead><tr>{heads}</tr></thead>" if heads else "")
            + (f"<tbody>\n{rows}\n</tbody>" if rows else "")
        )
        is_short = grid.together or (bool(grid.caption) and len(grid.rows) <= _FEW)
        looks = " ".join(look for look in (class_, "together" if is_short else "") if look)
        return element("table", content, class_=looks, aria_labelledby=named)

    def _caption(self, text: str) -> str:
        if not text:
            return ""
        self._tables += 1
        return f"<caption>{escaped(self._outline.table_word)} {self._tables}. {escaped(text)}</caption>"

    def _columns(self, widths: Sequence[int]) -> str:
        """The columns, each in a class for its width in tenths of a hundredth of the line."""
        total = sum(widths)
        shares = [round(width * 1000 / total) for width in widths]
        self.widths.update(shares)
        return "".join([f'<col class="w{share}">' for share in shares])

    def _row(self, row: Row, heads: Sequence[str], *, is_named: bool) -> str:
        cells = [
            self._cell(cell, heads[index] if heads else "", is_head=is_named and not index)
            for index, cell in enumerate(row.cells)
        ]
        return element("tr", "".join(cells), id=row.anchor)

    def _cell(self, cell: Cell, head: str, *, is_head: bool) -> str:
        content = "".join([self._phrases.paragraph(phrase) for phrase in cell])
        if is_head and content:
            return f'<th scope="row"{_data_head(head)}>{content}</th>'
        return f"<td{_data_head(head)}>{content}</td>"


def _head(head: str) -> str:
    return f'<th scope="col">{escaped(head)}</th>' if head else "<td></td>"


def _data_head(head: str) -> str:
    """What names a cell where the table is too narrow to have columns."""
    return f' data-head="{attribute(head)}"' if head else ""


def _turn(text: str) -> str:
    return "rtl" if from_the_right(text) else ""
