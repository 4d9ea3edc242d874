"""Invented articles for the tests and benchmarks of the reading area."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verifier.domain.articles import (
    ArticleDraft,
    Metadata,
    ParagraphDraft,
    PositionMap,
    Run,
    SentenceDraft,
    Source,
)
from verifier.domain.kinds import Facet, Label, Modifier, ParagraphKind, Relation, Severity
from verifier.domain.queries import account
from verifier.session.workbench import Workbench
from verifier.text.sentences import split_sentences

Kind = ParagraphKind

COMMENTARY: Sequence[tuple[ParagraphKind, str]] = (
    (Kind.DATELINE, "Thursday 9 May, 10:14"),
    (Kind.CREDIT, "Photograph: L. Ferreira"),
    (Kind.HEADLINE, "The port of Vell has been abandoned by those who owe it most"),
    (
        Kind.BODY,
        "Nobody who has watched the port of Vell these ten years can be surprised. The board has run out of "
        "excuses. Having promised a new quay in three seasons, it has delivered, at the latest count, one "
        "half of a car park.",
    ),
    (
        Kind.BODY,
        "The dockers have asked the region for help. So far the answer has been thin: this week the council "
        "announced a grant of 40 million crowns for the eastern basin.",
    ),
    (
        Kind.BODY,
        "A sum like that will not keep one crane standing. Now, though, the dockers’ own case has been "
        "weakened once again by a union that ought to know better.",
    ),
    (
        Kind.BODY,
        "The union has said that it will no longer call the closure ‘a lockout’. Why? Minutes of a meeting in "
        "March, the union says, show that two shifts had agreed to leave.",
    ),
    (Kind.QUOTE, "“We were told to sign or go home,” one crane driver wrote. “I signed nothing.”"),
    (
        Kind.BODY,
        "It did not take long for the board to turn that to account. A month ago it had called the men brave. "
        "On Tuesday its chairman called them ‘tourists’. The harbour has not seen such language since 1987, "
        "and it has not made similar offers to any other crew in recent years.",
    ),
    (Kind.BODY, "Does it matter? It does. It should. A port is not a shop window."),
    (
        Kind.BODY,
        "More will be known when the inquiry reports in June, and it will not be comfortable reading.",
    ),
    (Kind.RELATED, "Read next: the tide tables nobody reads"),
    (Kind.BOILERPLATE, "Join the conversation below."),
)

REPORT: Sequence[tuple[ParagraphKind, str]] = (
    (
        Kind.BODY,
        "The dockers’ union in Vell has withdrawn the word “lockout” from its account of the closure of the "
        "eastern basin, citing minutes of a meeting held in March, the union said Tuesday.",
    ),
    (Kind.CAPTION, "Cranes in the eastern basin last week."),
    (Kind.CREDIT, "Harbour Press"),
    (
        Kind.BODY,
        "The union had called the closure a lockout after 214 workers were sent home on Jan. 17, when the "
        "board cited what it called “unsafe ground”. The board has since faced three claims that it calls "
        "unfounded.",
    ),
    (Kind.RELATED, "Related article: Who owns the quay?"),
    (Kind.RELATED, "https://harbour.example/quay"),
    (
        Kind.BODY,
        "“The union has made an internal decision to stop using the word over statements recorded in March,” "
        "it said in an e-mailed statement.",
    ),
    (
        Kind.BODY,
        "It said the minutes, which it had not seen until last week, “do not change its view” of the board. "
        "As recently as April the union’s secretary said he held the same view.",
    ),
    (
        Kind.BODY,
        "The inquiry was told in February to report within two seasons. A court ruled last week that the board "
        "must reopen the eastern basin at once, a ruling that the board rejected. The region threatened to "
        "withhold 40 million crowns from the board over the closure.",
    ),
)


def draft(paragraphs: Sequence[tuple[ParagraphKind, str]], metadata: Metadata | None = None) -> ArticleDraft:
    """An article of these paragraphs, split into sentences."""
    text = "\n".join(words for _, words in paragraphs)
    rows, sentences, start = [], [], 0
    for number, (kind, words) in enumerate(paragraphs):
        rows.append(ParagraphDraft(kind, start, start + len(words)))
        sentences += [SentenceDraft(start + a, start + b, number) for a, b in split_sentences(words)]
        start += len(words) + 1
    return ArticleDraft(
        source=Source("made.txt", text.encode()), media_type="text/plain", reader="made", reader_version="1",
        encoding="utf-8", wrap="none", warnings=(), metadata=metadata or Metadata(), text=text,
        positions=PositionMap((Run(0, len(text), 0, len(text)),)), paragraphs=tuple(rows),
        sentences=tuple(sentences),
    )  # fmt: skip


def two_articles(path: Path) -> Workbench:
    """A case with a commentary (A) and a report (B) on one invented event, nothing marked."""
    workbench = Workbench.create(path)
    commentary = draft(
        COMMENTARY,
        Metadata(
            title=COMMENTARY[2][1], publisher="The Vell Observer", piece="commentary",
            published_as_printed="9 May 2031",
        ),
    )  # fmt: skip
    workbench.add_articles([commentary])
    workbench.add_articles([draft(REPORT, Metadata(publisher="Harbour Press", piece="report"))])
    return workbench


def half_marked(path: Path) -> Workbench:
    """The two articles with every kind of label, with and without basis, and links that cross."""
    workbench = two_articles(path)
    a, b = (account(workbench.rows, article) for article in workbench.rows.articles())
    for label, numbers in {
        Label.OPINION: (1, 2, 7), Label.UNCONFIRMED: (3, 4), Label.DISPUTED: (5, 6), Label.NO_CLAIM: (9,),
        Label.VERIFIED: (8, 10),
    }.items():  # fmt: skip
        workbench.mark([a[number].id for number in numbers], label)
    workbench.toggle_modifier([a[5].id], Modifier.PARTLY)
    workbench.mark([b[0].id, b[1].id], Label.VERIFIED)
    workbench.mark([b[-1].id], Label.DISPUTED)
    part = workbench.passage(b[2].version_id, b[2].start, b[2].start + 34)
    workbench.mark([part], Label.DISPUTED)
    workbench.link(
        a[5].id, b[-1].id, Relation.CONTRADICTS, facets=(Facet.STATUS,), severity=Severity.HARD
    )  # fmt: skip
    workbench.link(a[8].id, b[0].id, Relation.CORROBORATES)
    workbench.link(b[4].id, a[10].id, Relation.ADDS_DETAIL)
    return workbench
