"""References inside a report: those to a place that is not printed in it become plain words."""

from __future__ import annotations

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


def without_dead_references(outline: Outline) -> Outline:
    """The outline, every reference to a place it does not print told as words alone. What refers to nothing missing is
    the same object as before.
    """
    targets = frozenset(target for part in outline.parts for target in _targets(part))
    living = _Living(targets)
    parts = tuple(living.part(part) for part in outline.parts)
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


class _Living:
    """Walks an outline and takes away references that lead nowhere."""

    def __init__(self, targets: frozenset[str]) -> None:
        self._targets = targets

    def part(self, part: Part) -> Part:
        """A part with living references alone."""
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
        if not any(piece.footnote or self._is_dead(piece.anchor) for piece in phrase):
            return phrase
        return tuple(
            piece._replace(
                anchor="" if self._is_dead(piece.anchor) else piece.anchor,
                footnote=self._phrase(piece.footnote),
            )
            for piece in phrase
        )

    def _phrases(self, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        return tuple(map(self._phrase, phrases))

    def _section(self, section: Section) -> Section:
        return replace(
            section,
            lead=self._phrases(section.lead),
            grids=tuple(map(self._grid, section.grids)),
            divisions=tuple(map(self._section, section.divisions)),
            title=self._phrase(section.title),
        )

    def _grid(self, grid: Grid) -> Grid:
        return replace(grid, rows=tuple(map(self._row, grid.rows)))

    def _row(self, row: Row) -> Row:
        return row._replace(cells=tuple(map(self._phrases, row.cells)))

    def _bar(self, bar: Bar) -> Bar:
        return replace(bar, title=self._phrase(bar.title))

    # -- annotated articles --------------------------------------------------------------------------------------

    def _article(self, article: AnnotatedArticle) -> AnnotatedArticle:
        paragraphs = tuple(map(self._paragraph, article.paragraphs))
        return replace(
            article,
            line=self._phrase(article.line),
            paragraphs=paragraphs,
            title=self._phrase(article.title),
        )

    def _paragraph(self, paragraph: AnnotatedParagraph) -> AnnotatedParagraph:
        return replace(paragraph, sentences=tuple(map(self._sentence, paragraph.sentences)))

    def _sentence(self, sentence: AnnotatedSentence) -> AnnotatedSentence:
        return sentence._replace(
            claim="" if self._is_dead(sentence.claim) else sentence.claim,
            stretches=tuple(map(self._stretch, sentence.stretches)),
            refs=self._phrase(sentence.refs),
        )

    def _stretch(self, stretch: Stretch) -> Stretch:
        return stretch._replace(tags=tuple(map(self._tag, stretch.tags))) if stretch.tags else stretch

    def _tag(self, tag: PassageTag) -> PassageTag:
        return replace(tag, refs=self._phrase(tag.refs))
