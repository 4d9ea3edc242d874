"""A small invented report with one of everything, and its parts as they are kept in ``tests/reference/word``.

After a change of the Word writer that is meant, renew the kept parts and read what changed before it is committed:

    python -m tests.reports.word_reference
    git diff tests/reference/word
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree
from tests.reports.word_houses import house

from verifier.reports.layout import with_wide_parts
from verifier.reports.parts import (
    Annotated,
    AnnotatedArticle,
    AnnotatedParagraph,
    AnnotatedSentence,
    Bar,
    Comment,
    Cover,
    Embedded,
    Face,
    Grid,
    Legend,
    Outline,
    PassageTag,
    Phrase,
    Piece,
    Properties,
    Row,
    Running,
    Section,
    Share,
    Stretch,
    Summary,
    Tone,
)
from verifier.reports.word import render

FOLDER = Path(__file__).parents[1] / "reference" / "word"
"""Where the parts are kept."""

PARTS = (
    "[Content_Types].xml",
    "customXml/item1.xml",
    "customXml/itemProps1.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/_rels/footnotes.xml.rels",
    "word/comments.xml",
    "word/document.xml",
    "word/footer1.xml",
    "word/footnotes.xml",
    "word/header1.xml",
    "word/settings.xml",
    "word/styles.xml",
)
"""The parts that are compared; of a report in a house's styles its styles and lists alone."""

HOUSE_PARTS = ("word/numbering.xml", "word/styles.xml")


def references() -> dict[str, str]:
    """Every kept part, by its file's name, as it would be written now."""
    report, dressed = _parts(render(outline())), _parts(render(outline(), "letter", house(), "house.docx"))
    kept = {name: report[name] for name in PARTS} | {f"house/{name}": dressed[name] for name in HOUSE_PARTS}
    return {_file_name(name): normalised(part) for name, part in kept.items()}


def _file_name(part: str) -> str:
    return part.replace("/", "-").strip("[]").replace("]", "").replace("_rels-", "")


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def normalised(part: bytes) -> str:
    """XML a person can compare: one element a line, attributes in one order. Words keep their spaces."""
    canonical = etree.canonicalize(from_file=io.BytesIO(part))
    root = etree.fromstring(canonical.encode())
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


# -- the report ------------------------------------------------------------------------------------------------------


def outline() -> Outline:
    """One of everything a writer is given."""
    evidence = Section(
        "evidence",
        "Evidence",
        grids=(
            Grid(
                ("", "Evidence"),
                (1, 9),
                (Row(((_phrase("Ev1"),), (_live("https://example.org/a?b=1&c=2"),)), "evidence_1"),),
            ),
        ),
    )
    return Outline(
        language="en-GB",
        properties=Properties(
            "The lighthouse", "Was it dark?", "Ada Berg (AB)", "Verifier", "2026-11-21T13:02:00+00:00"
        ),
        running=Running("The lighthouse", "Draft 1", "Verifier", "page {page} of {pages}", "INTERNAL COPY"),
        cover=_cover(),
        contents_heading="In this report",
        table_word="Table",
        parts=with_wide_parts((_summary(), _differences(), _matrix(), _sources(), _annotated(), evidence)),
        data=Embedded('{"note":"a < b & \\ud800"}', "0" * 64),
    )


def _phrase(text: str, tone: Tone = Tone.PLAIN) -> Phrase:
    return (Piece(text, tone),)


def _live(address: str) -> Phrase:
    return (Piece(address, Tone.CODE, url=address),)


def _cover() -> Cover:
    return Cover(
        kind="Verification report",
        title="The lighthouse",
        question="Was it dark?",
        question_line="Question checked: Was it dark?",
        finding=("It was dark.", "Nobody says for how long."),
        status="draft",
        version="1",
        checkers="Ada Berg (AB)",
        reviewer="",
        when="21 November 2026, 14:02 (UTC+1)",
        line="Verification report · draft 1",
        legend=(
            Legend("verified", "✓ verified", "confirmed by the named basis"),
            Legend("disputed", "≠ disputed", "a named basis contradicts the words"),
        ),
        legend_sentence="“Verified” does not mean “true”.",
    )


def _summary() -> Summary:
    note = (
        Piece("Log of the keeper, page 4. "),
        Piece("https://example.org/log", url="https://example.org/log"),
    )
    settle = Section(
        "settle",
        "Settle before publication",
        2,
        grids=(
            Grid(
                ("Place", "What stands against it"),
                (20, 80),
                (
                    Row(
                        (
                            ((Piece("A2", Tone.ADDRESS, "s_a2"),),),
                            (
                                (Piece("dark", Tone.DIFFERS), Piece(" – "), Piece("dim", Tone.DIFFERS_MUCH)),
                                (Piece("≠ disputed", Tone.TAG_DISPUTED), Piece(" · hard")),
                                (Piece("Ev1", Tone.ADDRESS, "evidence_1", footnote=note),),
                            ),
                        )
                    ),
                ),
            ),
        ),
    )
    shares = (Share("verified", "verified", 1), Share("disputed", "disputed", 2), Share("", "not checked", 1))
    counts = Grid(
        ("Article", "Verified", "Disputed", "Not checked"),
        (40, 20, 20, 20),
        (Row(tuple((_phrase(text),) for text in ("A · The Beacon", "1", "2", "1"))),),
        "Counts describe this case.",
    )
    name = "A · The Beacon"
    bar = Bar(name, _phrase(name), shares, 4, f"{name}: 1 verified, 2 disputed, 1 not checked")
    return Summary(
        "Summary", settle, Section("open", "Open items", 2, (_phrase("None."),)), "Labels", (bar,), counts
    )


def _differences() -> Section:
    left = (Piece("Le phare était éteint.", language="fr"), Piece(" Quiet", Tone.QUIET))
    right = (Piece("Маяк не горел. 灯台 מגדלור", Tone.UNKNOWN),)
    heads = ("First passage", "Relation", "Second passage")
    grid = Grid(heads, (40, 20, 40), (Row(((left,), (_phrase("contradicts"),), (right,)), "conflict_1"),))
    return Section("conflicts", "Agreement and conflict", lead=(_phrase("What differs."),), grids=(grid,))


def _matrix() -> Section:
    heads = ("Claim", "A", "B", "C", "D", "E")
    cells = tuple((_phrase(text),) for text in ("It was dark.", "says", "silent", "says", "says", "says"))
    return Section(
        "matrix", "Claim matrix", grids=(Grid(heads, (30, 14, 14, 14, 14, 14), (Row(cells),)),), wide=True
    )


def _sources() -> Section:
    facts = Grid(
        (), (22, 78), (Row(((_phrase("Publisher", Tone.QUIET),), (_phrase("The Beacon"),))),), together=True
    )
    return Section("sources", "Sources", grids=(facts,))


def _annotated() -> Annotated:
    spans = (
        Stretch("It was ", "disputed", opens=(0,)),
        Stretch(
            "dark",
            "unconfirmed",
            opens=(1,),
            closes=(1,),
            tags=(PassageTag("unconfirmed", "? unconfirmed", (Piece("B1", anchor="s_b1"),)),),
            faces=frozenset({Face.SLANTED}),
        ),
        Stretch("\x0b & cold.", "disputed", closes=(0,), lead=" inserted ⟨", tail="⟩"),
    )
    first = AnnotatedSentence("A1", "s_a1", "", "", "", (Stretch("The lamp", ""),))
    second = AnnotatedSentence(
        "A2",
        "s_a2",
        "disputed",
        "≠ disputed, partly",
        "",
        spans,
        (Piece("Ev1", anchor="evidence_1"),),
        after=" ",
    )
    arabic = AnnotatedSentence("B1", "s_b1", "", "", "", (Stretch("قال المجلس 42", ""),))
    aside = AnnotatedSentence("", "", "", "", "", (Stretch("Share this", ""),))
    articles = (
        AnnotatedArticle(
            "Annotated article A · The Beacon",
            _phrase("report · 3 March"),
            "en",
            (
                AnnotatedParagraph("headline", "", (first,)),
                AnnotatedParagraph("body", "", (second,), locator="p. 3"),
                AnnotatedParagraph("furniture", "page furniture", (aside,)),
            ),
        ),
        AnnotatedArticle(
            "Annotated article B",
            _phrase("report"),
            "ar-EG",
            (AnnotatedParagraph("quote", "", (arabic,)),),
            "One remark.",
        ),
    )
    comments = (
        Comment(0, "Ada Berg", "AB", "2026-11-20T09:41:07.250+00:00", ("Who says so?", "Ask.")),
        Comment(1, "Bo “Q” <Lind>", "BL", "2026-11-20T10:41:07.250+01:00", ("How dark?",)),
    )
    return Annotated("Annotated articles", (_phrase("In full."),), articles, comments)


def main() -> None:
    """Write the kept parts anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in references().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
