"""Scenes of what is empty, done, or went wrong: each is a designed state with what to do next."""

from __future__ import annotations

from functools import partial

from tests.tour.scenes import NARROW, SMALL, scene
from tests.tour.stage import Stage, read_words

from verifier.domain.articles import Article
from verifier.domain.kinds import Label, Relation
from verifier.domain.steps import Change
from verifier.session.workbench import Workbench

_SHORT = "The quay is shut\n\nThe quay was shut on Monday. Forty boats lie idle.\n"


@scene("40-empty-case", "A case without articles")
@scene("40-empty-case-dark", "A case without articles, dark", theme="dark")
@scene("40-empty-case-narrow", "A case without articles, in little room", size=NARROW)
def empty_case(stage: Stage) -> None:
    """The first article was taken out again."""
    stage.case([], "Untitled")


@scene("41-no-column", "Every column is closed")
def no_column(stage: Stage) -> None:
    """The articles are in the list still."""
    stage.sample()
    for article in list(stage.parts.desk.need.rows.articles()):
        stage.parts.place.close_article(article.id)


@scene("42-one-article", "A case with one article: no other to link to")
def one_article(stage: Stage) -> None:
    """The first of two."""
    stage.case([read_words(_SHORT)], "The quay")
    stage.go("A", 1)


@scene("43-no-links", "No links yet")
def no_links(stage: Stage) -> None:
    """Two articles, nothing tied."""
    stage.case([read_words(_SHORT), read_words(_SHORT.replace("Forty", "Thirty"), "two.txt")], "The quay")
    stage.act("view.links")


@scene("44-all-checked", "Everything is checked")
@scene("44-all-checked-dark", "Everything is checked, dark", theme="dark")
def all_checked(stage: Stage) -> None:
    """Nothing is left to do."""
    stage.case([read_words(_SHORT), read_words(_SHORT, "two.txt")], "The quay")
    for article in stage.parts.desk.need.rows.articles():
        stage.parts.desk.do(partial(_confirm, article))
    a, b = stage.sentences("A"), stage.sentences("B")
    for one, other in zip(a, b, strict=True):
        stage.parts.desk.do(partial(_corroborate, one, other))
    stage.parts.desk.do(lambda case: case.mark([*a, *b], Label.VERIFIED))
    stage.act("view.open-items")


def _confirm(article: Article, case: Workbench) -> Change:
    return case.confirm(article.id, article.unconfirmed)


def _corroborate(one: str, other: str, case: Workbench) -> Change:
    return case.link(one, other, Relation.CORROBORATES)


@scene("45-reading-failed", "A file that cannot be read")
@scene("45-reading-failed-1280", "A file that cannot be read, in 1280 × 720", size=SMALL)
def reading_failed(stage: Stage) -> None:
    """Bytes that are no article."""
    stage.sample()
    broken = stage.folder / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing of the kind")
    stage.parts.controllers.adding.add_files([broken, stage.folder / "not there.txt"])
    stage.wait_for(lambda: not stage.parts.work.busy())
    stage.settle(800)


@scene("46-case-broken", "A case that cannot be opened")
@scene("46-case-broken-dark", "A case that cannot be opened, dark", theme="dark")
def case_broken(stage: Stage) -> None:
    """A file that is no case."""
    broken = stage.folder / "Bridge.verif"
    broken.write_bytes(b"SQLite format 3\x00" + b"\x00" * 400)
    stage.parts.settings.remember(broken)
    stage.parts.controllers.opening.open_path(broken)
    stage.settle(400)


@scene("47-case-gone", "A case that is no longer there")
def case_gone(stage: Stage) -> None:
    """The file was moved."""
    gone = stage.folder / "Moved.verif"
    stage.parts.settings.remember(gone)
    stage.parts.controllers.opening.open_path(gone)
    stage.settle(400)


@scene("48-open-elsewhere", "A case that another window has open")
def open_elsewhere(stage: Stage) -> None:
    """Two windows want the same case."""
    path = stage.folder / "Shared.verif"
    _keep(stage, Workbench.create(path))
    stage.parts.controllers.opening.open_path(path)
    stage.settle(400)


@scene("49-read-only", "A copy to look at")
@scene("49-read-only-dark", "A copy to look at, dark", theme="dark")
def read_only(stage: Stage) -> None:
    """The other window's case, as it was a moment ago."""
    stage.sample()
    path = stage.parts.desk.need.path
    stage.parts.desk.put(None)
    _keep(stage, Workbench.open(path))
    stage.open(path, read_only=True)
    stage.go("A", 4)


def _keep(stage: Stage, workbench: Workbench) -> None:
    """Another program has this case until the scene is taken down."""
    stage.window.destroyed.connect(lambda _window: workbench.close())


@scene("50-at-work", "Something that takes its time, with a way to cancel it")
def at_work(stage: Stage) -> None:
    """A long job, as the status line tells it."""
    stage.sample()
    stage.parts.work.doing.emit("Reading 3 articles…", 1, 3)


@scene("51-messages", "Messages: an offer waits while others come")
@scene("51-messages-narrow", "Messages in little room", size=NARROW)
def messages(stage: Stage) -> None:
    """A problem, an offer, a remark."""
    from verifier.ui.desk import Offer

    stage.sample()
    stage.parts.desk.warn(
        "A note on A7 was being written when the program stopped: “The date in the minutes is another one.”",
        Offer("Write it into the case", lambda: None),
        Offer("Discard it", lambda: None),
    )
    stage.parts.desk.say("Undone: A6 disputed")
