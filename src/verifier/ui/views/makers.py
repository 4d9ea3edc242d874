"""What makes each view of the drawer, when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class ViewMaker:
    """Makes the views, each of what it needs; those that not everybody looks at are imported when they are made."""

    desk: Desk
    place: Place
    tally: Tally
    controllers: Controllers
    actions: ActionSet
    drafts: Drafts
    appearance: Appearance
    translator: Translator

    def all(self) -> Makers:
        """The views by their keys, each with its title and what makes it."""
        text = self.translator.gettext
        return {
            "case": (text("Case"), self._case),
            "open-items": (text("Open items"), self._open_items),
            "sentences": (text("Sentences"), partial(Sentences, *self._table())),
            "links": (text("Links"), partial(Links, *self._table())),
            "history": (text("History"), self._history),
            "matrix": (text("Claim matrix"), self._matrix),
            "quotations": (text("Quotations"), self._quotations),
            "only-here": (text("Only here"), self._only_here),
            "difference": (text("What differs"), self._difference),
        }

    def _table(self) -> tuple[Desk, Place, ActionSet, Translator]:
        """What every table of places needs."""
        return self.desk, self.place, self.actions, self.translator

    def _case(self, parent: QWidget) -> QWidget:
        return CaseView(self.desk, self.place, self.drafts, self.translator, parent)

    def _open_items(self, parent: QWidget) -> QWidget:
        controllers = self.controllers
        return OpenItems(controllers.articles, controllers.questions, self.tally, *self._table(), parent)

    def _history(self, parent: QWidget) -> QWidget:
        return History(
            self.desk, self.place, self.controllers.casework, self.actions, self.translator, parent
        )

    def _matrix(self, parent: QWidget) -> QWidget:
        from verifier.ui.views.matrix import Matrix

        return Matrix(self.controllers.claims, self.controllers.comparing, *self._table(), parent)

    def _quotations(self, parent: QWidget) -> QWidget:
        from verifier.ui.views.quotations import Quotations

        controllers = self.controllers
        return Quotations(
            controllers.quoting, controllers.comparing, controllers.suggesting, *self._table(), parent
        )

    def _only_here(self, parent: QWidget) -> QWidget:
        from verifier.ui.views.only_here import OnlyHere

        return OnlyHere(self.controllers.comparing, self.controllers.suggesting, *self._table(), parent)

    def _difference(self, parent: QWidget) -> QWidget:
        from verifier.ui.panels.difference import DifferenceView

        view = DifferenceView(self.controllers.differing, self.appearance.theme, self.translator, parent)
        self.appearance.themed.connect(view.set_theme)
        self.actions.key_table(view)  # who has seen what differs links it, or goes on, from there
        return view
