"""Scenes of a case at work: the columns, a link, the inspector, in every size and both palettes."""

from __future__ import annotations

from functools import partial

from tests.tour.scenes import NARROW, SMALL, scene
from tests.tour.stage import Stage, read_words

from verifier.domain.articles import Metadata, Passage, Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import Advice, Label, Modifier, Reach, Relation
from verifier.domain.queries import passage_of
from verifier.domain.steps import Change
from verifier.session.drafting import span_token
from verifier.session.workbench import Workbench
from verifier.ui.panels.links import LinkEntry

_STORY = (
    "The {n} bridge was shut on Monday. The mayor of Ostholm said that it would open again within a week.\n\n"
    "Engineers found {n} cracks in the north pier. Nobody was hurt, and the ferries took the traffic.\n\n"
    "“We were warned in March,” said the harbour master. The council has not answered her letter.\n"
)


@scene("01-first-page", "First start: what one can begin with")
@scene("01-first-page-dark", "First start, dark", theme="dark")
@scene("01-first-page-narrow", "First start in little room", size=NARROW)
def first_page(stage: Stage) -> None:
    """Nothing is open."""


@scene("02-sample", "The sample case, half done")
@scene("02-sample-dark", "The sample case, dark", theme="dark")
@scene("02-sample-1280", "The sample case in 1280 × 720", size=SMALL)
@scene("02-sample-narrow", "The sample case in little room", size=NARROW)
@scene("02-sample-narrow-dark", "The sample case in little room, dark", size=NARROW, theme="dark")
@scene("02-sample-200", "The sample case at 200 %", scale=2)
@scene("02-sample-1280-200", "The sample case in 1280 × 720 at 200 %", size=SMALL, scale=2)
@scene("02-sample-russian", "The sample case, in Russian", language="ru")
@scene("02-sample-russian-1280", "The sample case, in Russian, in 1280 × 720", language="ru", size=SMALL)
def sample(stage: Stage) -> None:
    """The case a beginner opens first."""
    stage.sample()


@scene("03-link", "A link: the ribbon to the other end")
@scene("03-link-dark", "A link, dark", theme="dark")
@scene("03-link-1280", "A link in 1280 × 720", size=SMALL)
def link(stage: Stage) -> None:
    """The cursor on a sentence with links."""
    rows = stage.sample().rows
    ends = {end for row in rows.all(Link) for end in (row.a, row.b)}
    passages = [rows.need(Passage, end) for end in ends]
    for key in stage.sentences("A"):
        sentence = rows.need(Sentence, key)
        if any((row.version_id, row.start) == (sentence.version_id, sentence.start) for row in passages):
            stage.parts.place.go_to(key)
            return


@scene("04-relation", "Which relation a link has")
def relation(stage: Stage) -> None:
    """L was pressed."""
    stage.sample()
    stage.go("B", 2)
    stage.go("A", 6)
    stage.act("link.make")


@scene("05-inspector-evidence", "The inspector with a note, evidence and what to do")
@scene("05-inspector-evidence-dark", "The inspector with evidence, dark", theme="dark")
@scene("05-inspector-beneath", "The inspector beneath the text", size=NARROW)
def evidence(stage: Stage) -> None:
    """A sentence with everything."""
    rows = stage.sample().rows
    found = [passage_of(rows, rows.need(Sentence, key)) for key in stage.sentences("A")]
    places = [place for place, passage in enumerate(found, 1) if passage and rows.evidence_on(passage.id)]
    sentence = stage.go("A", places[0])
    desk = stage.parts.desk
    desk.do(lambda case: case.note([sentence], "The minutes have it the other way round.", Reach.INTERNAL))
    desk.do(
        lambda case: case.advise([sentence], Advice.CORRECT, "The board recommended it; it did not decide.")
    )
    stage.parts.place.go_to(sentence)


@scene("05-parts", "Marked parts of a sentence")
@scene("05-parts-dark", "Marked parts of a sentence, dark", theme="dark")
def parts(stage: Stage) -> None:
    """Two halves of one sentence say unlike things."""
    rows = stage.sample().rows
    sentence = rows.need(Sentence, stage.go("A", 9))
    middle = stage.parts.desk.need.words(sentence).find(",") + sentence.start
    for (start, end), label in (
        ((sentence.start, middle), Label.VERIFIED),
        ((middle + 2, sentence.end - 2), Label.UNCONFIRMED),
    ):
        token = span_token(sentence.version_id, start, end)
        stage.parts.desk.do(partial(_label, token, label))
    stage.parts.place.go_to(sentence.id)


def _label(target: str, label: Label, case: Workbench) -> Change:
    return case.mark([target], label)


@scene("05-link-details", "The details of a link")
def link_details(stage: Stage) -> None:
    """Relation, direction, facets, severity, note, outcome."""
    link(stage)
    stage.settle()
    entries = stage.window.findChildren(LinkEntry)
    entries[0].toggled.emit(entries[0].link.id, True)


@scene("06-several", "Three sentences chosen at once")
@scene("06-several-1280", "Three sentences chosen at once, in 1280 × 720", size=SMALL)
def several(stage: Stage) -> None:
    """Shift and the arrow, twice."""
    stage.sample()
    stage.go("A", 3)
    stage.act("go.select-next")
    stage.act("go.select-next")


@scene("07-real-pair", "Both real articles, half marked")
@scene("07-real-pair-dark", "Both real articles, dark", theme="dark")
@scene("07-real-pair-1280", "Both real articles in 1280 × 720", size=SMALL)
@scene("07-real-pair-200", "Both real articles at 200 %", scale=2)
def real_pair(stage: Stage) -> None:
    """The pair the workbench was measured on."""
    stage.real()
    _mark_some(stage)
    a, b = stage.sentences("A"), stage.sentences("B")
    stage.parts.desk.do(lambda case: case.link(a[5], b[15], Relation.CONTRADICTS))
    stage.parts.desk.do(lambda case: case.toggle_modifier([a[5]], Modifier.PARTLY))
    stage.parts.desk.do(lambda case: case.note([a[5]], "Which step does the writer mean?"))
    stage.parts.desk.do(lambda case: case.advise([a[5]], Advice.ASK))
    stage.go("B", 16)
    stage.go("A", 6)


def _mark_some(stage: Stage) -> None:
    labels = {
        Label.OPINION: ("A", (2, 3, 8)), Label.UNCONFIRMED: ("A", (4, 5)), Label.DISPUTED: ("A", (6, 7)),
        Label.VERIFIED: ("A", (9, 11)), Label.NO_CLAIM: ("A", (10,)),
    }  # fmt: skip
    for label, (letter, places) in labels.items():
        _mark(stage, label, letter, places)
    _mark(stage, Label.VERIFIED, "B", (1, 2))
    _mark(stage, Label.DISPUTED, "B", (16,))


def _mark(stage: Stage, label: Label, letter: str, places: tuple[int, ...]) -> None:
    keys = [key for place, key in enumerate(stage.sentences(letter), 1) if place in places]
    stage.parts.desk.do(lambda case: case.mark(keys, label))


@scene("08-five-columns", "Five articles, as many columns as there is room for")
@scene("08-five-columns-wide", "Five columns side by side", size=(2560, 900))
@scene("08-five-columns-1280", "Five columns in 1280 × 720", size=SMALL)
def five_columns(stage: Stage) -> None:
    """More articles than there is room for."""
    drafts = [
        read_words(_STORY.format(n=number), f"paper {number}.txt", Metadata(publisher=f"The Paper of {town}"))
        for number, town in enumerate(("Ostholm", "Vell", "Harrowmouth", "Lund", "Brenna"), 2)
    ]
    stage.case(drafts, "Five papers")
    for number in range(1, 6):
        stage.act(f"go.article-{number}")


@scene("09-right-to-left", "An article that is written from right to left")
@scene("09-right-to-left-dark", "An article from right to left, dark", theme="dark")
def right_to_left(stage: Stage) -> None:
    """Invented Hebrew and Arabic beside English."""
    hebrew = (
        "הגשר נסגר ביום שני. ראש העיר אמר שהוא ייפתח שוב בתוך שבוע.\n\n"
        "המהנדסים מצאו 12 סדקים בעמוד הצפוני. איש לא נפגע.\n"
    )
    metadata = Metadata(publisher="עיתון הנמל", title="הגשר נסגר", language="he")
    stage.case(
        [read_words(hebrew, "bridge.txt", metadata), read_words(_STORY.format(n=12), "paper.txt")],
        "The bridge",
    )
    _mark(stage, Label.VERIFIED, "A", (1,))
    _mark(stage, Label.DISPUTED, "A", (2, 3))
    stage.go("A", 3)
