"""What makes each view of the drawer, when it is first asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.controllers import Controllers
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.look.appearance import Appearance
from verifier.ui.place import Place
from verifier.ui.tally import Tally
from verifier.ui.views.case import CaseView
from verifier.ui.views.drawer import Makers
from verifier.ui.views.history import History
from verifier.ui.views.open_items import OpenItems
from verifier.ui.views.tables import Links, Sentences


def views_of(
    desk: Desk,
    place: Place,
    tally: Tally,
    controllers: Controllers,
    actions: ActionSet,
    drafts: Drafts,
    appearance: Appearance,
    translator: Translator,
) -> Makers:
    """The views by their keys, each with its title and what makes it."""
    text = translator.gettext
    return {
        "case": (text("Case"), partial(CaseView, desk, place, drafts, translator)),
        "open-items": (
            text("Open items"),
            partial(
                OpenItems,
                controllers.articles,
                controllers.questions,
                tally,
                desk,
                place,
                actions,
                translator,
            ),
        ),
        "sentences": (text("Sentences"), partial(Sentences, desk, place, actions, translator)),
        "links": (text("Links"), partial(Links, desk, place, actions, translator)),
        "history": (
            text("History"),
            partial(History, desk, place, controllers.casework, actions, translator),
        ),
        "matrix": (
            text("Claim matrix"),
            partial(_matrix, controllers, desk, place, actions, translator),
        ),
        "quotations": (
            text("Quotations"),
            partial(_quotations, controllers, desk, place, actions, translator),
        ),
        "only-here": (
            text("Only here"),
            partial(_only_here, controllers, desk, place, actions, translator),
        ),
        "difference": (
            text("What differs"),
            partial(_difference, controllers, appearance, actions, translator),
        ),
    }


def _matrix(
    controllers: Controllers,
    desk: Desk,
    place: Place,
    actions: ActionSet,
    translator: Translator,
    parent: QWidget,
) -> QWidget:
    from verifier.ui.views.matrix import Matrix

    return Matrix(controllers.claims, controllers.comparing, desk, place, actions, translator, parent)


def _difference(
    controllers: Controllers,
    appearance: Appearance,
    actions: ActionSet,
    translator: Translator,
    parent: QWidget,
) -> QWidget:
    from verifier.ui.panels.difference import DifferenceView

    view = DifferenceView(controllers.differing, appearance.theme, translator, parent)
    appearance.themed.connect(view.set_theme)
    actions.key_table(view)  # who has seen what differs links it, or goes on, from there
    return view


def _quotations(
    controllers: Controllers,
    desk: Desk,
    place: Place,
    actions: ActionSet,
    translator: Translator,
    parent: QWidget,
) -> QWidget:
    from verifier.ui.views.quotations import Quotations

    found = controllers.comparing, controllers.suggesting
    return Quotations(controllers.quoting, *found, desk, place, actions, translator, parent)


def _only_here(
    controllers: Controllers,
    desk: Desk,
    place: Place,
    actions: ActionSet,
    translator: Translator,
    parent: QWidget,
) -> QWidget:
    from verifier.ui.views.only_here import OnlyHere

    found = controllers.comparing, controllers.suggesting
    return OnlyHere(*found, desk, place, actions, translator, parent)
