"""References inside a report, settled when all of it is there: those to a place that is not printed become plain words,
and the first mention of a piece of evidence gets its footnote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from verifier.reports.parts import (
    Annotated,
    AnnotatedArticle,
    AnnotatedParagraph,
    AnnotatedSentence,
    Bar,
    Grid,
    Outline,
    Part,
    PassageTag,
    Phrase,
    Row,
    Section,
    Stretch,
    Summary,
)


def with_settled_references(outline: Outline, footnotes: Mapping[str, Phrase]) -> Outline:
    """The outline, every reference to a place it does not print told as words alone. ``footnotes`` are told where their
    anchor is referred to for the first time.
    """
    targets = frozenset(target for part in outline.parts for target in _targets(part))
    settler = _Settler(targets, footnotes)
    parts = tuple(settler.part(part) for part in outline.parts)
    return replace(outline, parts=parts)


def _targets(part: Part) -> list[str]:
    """The anchors of a part: its rows' places, its sentences'."""
    if isinstance(part, Annotated):
        return [
            sentence.anchor
            for article in part.articles
            for paragraph in article.paragraphs
            for sentence in paragraph.sentences
            if sentence.anchor
        ]
    sections = (part.settle, part.open) if isinstance(part, Summary) else (part,)
    return [
        row.anchor
        for section in sections
        for inner in section.walk()
        for grid in inner.grids
        for row in grid.rows
        if row.anchor
    ]


class _Settler:
    """Walks an outline in reading order, takes away references that lead nowhere and adds footnotes."""

    def __init__(self, targets: frozenset[str], footnotes: Mapping[str, Phrase]) -> None:
        self._targets = targets
        self._footnotes = dict(footnotes)

    def part(self, part: Part) -> Part:
        """A part with its references settled."""
        if isinstance(part, Summary):
            return replace(
                part,
                settle=self._section(part.settle),
                open=self._section(part.open),
                bars=tuple(self._bar(one) for one in part.bars),
                counts=self._grid(part.counts),
            )
        if isinstance(part, Annotated):
            articles = tuple(self._article(one) for one in part.articles)
            return replace(part, lead=self._phrases(part.lead), articles=articles)
        return self._section(part)

    def _is_dead(self, anchor: str) -> bool:
        return bool(anchor) and anchor not in self._targets

    def _phrase(self, phrase: Phrase) -> Phrase:
        """The phrase settled; the very same where nothing is to be changed, as in most of a long report."""
        for piece in phrase:
            anchor = piece.anchor
            if anchor and (anchor not in self._targets or anchor in self._footnotes):
                return self._changed(phrase)
        return phrase

    def _changed(self, phrase: Phrase) -> Phrase:
        return tuple(
            piece._replace(
                anchor="" if self._is_dead(piece.anchor) else piece.anchor,
                footnote=self._footnotes.pop(piece.anchor, ()),
            )
            for piece in phrase
        )

    def _phrases(self, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        return tuple(map(self._phrase, phrases))

    def _section(self, section: Section) -> Section:
        return replace(
            section,
            title=self._phrase(section.title),
            lead=self._phrases(section.lead),
            grids=tuple(map(self._grid, section.grids)),
            divisions=tuple(map(self._section, section.divisions)),
        )

    def _grid(self, grid: Grid) -> Grid:
        return replace(grid, rows=tuple(map(self._row, grid.rows)))

    def _row(self, row: Row) -> Row:
        anchors = {piece.anchor for cell in row.cells for phrase in cell for piece in phrase if piece.anchor}
        if anchors <= self._targets and anchors.isdisjoint(self._footnotes):
            return row
        return row._replace(cells=tuple(map(self._phrases, row.cells)))

    def _bar(self, bar: Bar) -> Bar:
        return replace(bar, title=self._phrase(bar.title))

    # -- annotated articles --------------------------------------------------------------------------------------

    def _article(self, article: AnnotatedArticle) -> AnnotatedArticle:
        return replace(
            article,
            title=self._phrase(article.title),
            line=self._phrase(article.line),
            paragraphs=tuple(map(self._paragraph, article.paragraphs)),
        )

    def _paragraph(self, paragraph: AnnotatedParagraph) -> AnnotatedParagraph:
        return replace(paragraph, sentences=tuple(map(self._sentence, paragraph.sentences)))

    def _sentence(self, sentence: AnnotatedSentence) -> AnnotatedSentence:
        claim = "" if self._is_dead(sentence.claim) else sentence.claim
        stretches = sentence.stretches
        if any(stretch.tags for stretch in stretches):
            stretches = tuple(map(self._stretch, stretches))
        refs = self._phrase(sentence.refs) if sentence.refs else ()
        if claim is sentence.claim and stretches is sentence.stretches and refs is sentence.refs:
            return sentence
        return sentence._replace(claim=claim, stretches=stretches, refs=refs)

    def _stretch(self, stretch: Stretch) -> Stretch:
        return stretch._replace(tags=tuple(map(self._tag, stretch.tags))) if stretch.tags else stretch

    def _tag(self, tag: PassageTag) -> PassageTag:
        return replace(tag, refs=self._phrase(tag.refs))
