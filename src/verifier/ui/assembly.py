"""Assembly: makes every part of the window and gives each what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from verifier.domain.checkers import UNNAMED, Checker
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.adding import Adding
from verifier.ui.control.article_work import ArticleWork
from verifier.ui.control.asking import Asking
from verifier.ui.control.casework import Casework
from verifier.ui.control.checking import Checking
from verifier.ui.control.claims import Claiming
from verifier.ui.control.comparing import Comparing
from verifier.ui.control.cueing import Cueing
from verifier.ui.control.differing import Differing
from verifier.ui.control.evidence import EvidenceWork
from verifier.ui.control.finding import Finding
from verifier.ui.control.linking import Linking
from verifier.ui.control.moving import Moving
from verifier.ui.control.opening import Opening
from verifier.ui.control.previewing import Previewing
from verifier.ui.control.questions import Questioning
from verifier.ui.control.quoting import Quoting
from verifier.ui.control.recovery import Recovery
from verifier.ui.control.reopening import Reopening
from verifier.ui.control.reporting import Reporting
from verifier.ui.control.returning import Returning
from verifier.ui.control.shaping import Shaping
from verifier.ui.control.sight import Sight
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.controllers import Controllers
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.keys.router import KeyRouter
from verifier.ui.look.appearance import Appearance
from verifier.ui.look.menu_icons import MenuIcons
from verifier.ui.page_images import PageImages
from verifier.ui.panels.first_page import FirstPage
from verifier.ui.panels.message_bar import MessageBar
from verifier.ui.panels.status_line import StatusLine
from verifier.ui.panels.toolbar import Toolbar
from verifier.ui.place import Place
from verifier.ui.settings import Settings
from verifier.ui.tally import Tally
from verifier.ui.window import MainWindow
from verifier.ui.work import Work

if TYPE_CHECKING:
    from verifier.session.jobs import Worker


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are kept: preferences, drafts and backups, new cases."""

    config: Path
    data: Path
    documents: Path


@dataclass(frozen=True, slots=True)
class Assembled:
    """A window and the parts somebody outside may want to reach."""

    window: MainWindow
    desk: Desk
    place: Place
    work: Work
    settings: Settings
    controllers: Controllers
    actions: ActionSet
    returning: Returning


def assemble(
    app: QApplication,
    folders: Folders,
    translator: Translator,
    *,
    checker: Checker = UNNAMED,
    window: MainWindow | None = None,
    settings: Settings | None = None,
) -> Assembled:
    """A window with all its parts; ``window`` is one that is shown already, without them, ``settings`` its own."""
    window = window or MainWindow()
    desk = Desk(translator, window)
    place, settings = Place(window), settings or Settings(folders.config, window)
    work, tally = Work(_make_worker, window), Tally(desk, window)
    appearance = Appearance(app, settings, window)
    drafts = Drafts(folders.data)
    images = PageImages(desk, work, window)
    opening = _opening(desk, place, settings, translator, window, folders, checker)
    controllers = _controllers(desk, place, work, settings, opening, appearance, images, translator, window)
    actions = ActionSet(desk, place, controllers, settings, translator, window)
    recovery = Recovery(desk, place, drafts, controllers.casework, translator, window)
    toolbar = Toolbar(actions, appearance.theme, translator, window)
    message = MessageBar(desk, translator, window)
    first_page = FirstPage(actions, settings, translator, window)
    status = StatusLine(desk, tally, work, translator, window)
    returning = Returning(desk, place, settings, opening, window, folders.data)
    made = Assembled(window, desk, place, work, settings, controllers, actions, returning)
    make_bench = partial(_make_bench, made, tally, drafts, images, appearance, translator)
    window.place(desk, controllers, actions, toolbar, message, first_page, status, make_bench)
    first_page.case_chosen.connect(controllers.opening.open_path)
    appearance.themed.connect(toolbar.set_theme)
    appearance.themed.connect(MenuIcons(actions, appearance.theme, window).set_theme)
    desk.opened.connect(recovery.offer)
    Asking(settings, controllers, actions, translator, window)
    KeyRouter(app, actions, window)
    controllers.sight.set_areas(_areas(window))
    return made


def _make_bench(
    made: Assembled,
    tally: Tally,
    drafts: Drafts,
    images: PageImages,
    appearance: Appearance,
    translator: Translator,
) -> QWidget:
    """The bench, which follows the cases of the window; made, and imported, when there is first a case."""
    from verifier.ui.bench import Bench
    from verifier.ui.control.beginning import Beginning

    desk, place, controllers, actions, window = (
        made.desk,
        made.place,
        made.controllers,
        made.actions,
        made.window,
    )
    bench = Bench(desk, place, tally, controllers, actions, drafts, images, appearance, translator, window)
    window.case_shown.connect(bench.show_case)
    made.returning.arrange(bench)
    window.case_shown.connect(made.returning.come_back)
    beginning = Beginning(desk, place, made.settings, actions, controllers.reporting, bench.notice)
    window.case_shown.connect(beginning.begin)
    return bench


def _make_worker() -> Worker:
    from verifier.session.jobs import Worker

    return Worker()


def _opening(
    desk: Desk,
    place: Place,
    settings: Settings,
    translator: Translator,
    window: MainWindow,
    folders: Folders,
    checker: Checker,
) -> Opening:
    return Opening(
        desk, place, settings, translator, window,
        documents=folders.documents, backups=folders.data / "backups", checker=checker,
    )  # fmt: skip


def _controllers(
    desk: Desk,
    place: Place,
    work: Work,
    settings: Settings,
    opening: Opening,
    appearance: Appearance,
    images: PageImages,
    translator: Translator,
    window: MainWindow,
) -> Controllers:
    casework = Casework(desk, place, settings, translator, window)
    casework.judged.connect(opening.ask_checker_once)
    adding = Adding(desk, place, work, settings, opening, appearance, translator, window)
    articles = ArticleWork(desk, place, work, settings, appearance, images, translator, window)
    adding.reading_asked.connect(articles.show_reading)
    sight = Sight(place, settings, window)
    articles.items_asked.connect(partial(sight.show_view, "open-items"))
    linking = Linking(desk, place, casework, settings, translator, window)
    comparing = Comparing(desk, work, settings, translator, window)
    reporting, previewing = _reports(desk, place, work, settings, opening, translator, window)
    suggesting = Suggesting(comparing, desk, place, settings, translator, window)
    quoting = Quoting(comparing, suggesting, desk, place, translator, window)
    for asks in (suggesting, quoting):
        asks.link_asked.connect(linking.ask)
    return Controllers(
        opening=opening,
        adding=adding,
        articles=articles,
        casework=casework,
        checking=Checking(desk, work, translator, window),
        evidence=EvidenceWork(desk, place, translator, window),
        linking=linking,
        moving=Moving(desk, place, translator, window),
        questions=Questioning(desk, place, translator, window),
        reopening=Reopening(desk, work, opening, translator, window),
        previewing=previewing,
        reporting=reporting,
        sight=sight,
        shaping=Shaping(desk, place, casework, settings, translator, window),
        claims=Claiming(desk, place, settings, translator, window),
        comparing=comparing,
        suggesting=suggesting,
        quoting=quoting,
        cueing=Cueing(comparing, suggesting, settings, window),
        differing=Differing(comparing, suggesting, desk, place, translator, window),
        finding=Finding(desk, place, work, sight, translator, window),
    )


def _reports(
    desk: Desk,
    place: Place,
    work: Work,
    settings: Settings,
    opening: Opening,
    translator: Translator,
    window: MainWindow,
) -> tuple[Reporting, Previewing]:
    """Writing reports, and showing what they will be: what is chosen for the one is seen in the other."""
    reporting = Reporting(desk, place, work, settings, opening.documents, translator, window)
    options, reason = reporting.options, reporting.reason
    previewing = Previewing(desk, work, options, reason, reporting.ask, translator, window)
    reporting.chosen.connect(previewing.follow)
    return reporting, previewing


def _areas(window: MainWindow) -> list:  # type: ignore[type-arg]
    names = ("columns", "inspector", "drawer", "panel")
    in_bench = [
        lambda name=name: window.first_page if window.first_page.isVisible() else getattr(window.bench, name)
        for name in names
    ]
    return [*in_bench, lambda: window.toolbar, lambda: window.message]
