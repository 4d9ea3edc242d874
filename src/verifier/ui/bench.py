"""The bench: articles panel, columns with the drawer beneath them, inspector. Made when the first case is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTextEdit, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.counts import FoundCounts
from verifier.ui.controllers import Controllers
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.look.appearance import Appearance
from verifier.ui.memory import settle
from verifier.ui.page_images import PageImages
from verifier.ui.panels.articles import ArticlesPanel
from verifier.ui.panels.find_place import FindPlace
from verifier.ui.panels.foot import Foot
from verifier.ui.panels.inspector import Inspector
from verifier.ui.panels.notice import Notice
from verifier.ui.panels.relation_picker import RelationPicker
from verifier.ui.place import Place
from verifier.ui.reading.columns import Columns
from verifier.ui.tally import Tally
from verifier.ui.views.case import CaseView
from verifier.ui.views.drawer import Drawer
from verifier.ui.views.makers import ViewMaker
from verifier.ui.views.room import Room

if TYPE_CHECKING:
    from verifier.domain.kinds import ParagraphKind
    from verifier.ui.panels.kind_picker import KindPicker

SNUG = 1400
"""Pixels; in a narrower window the article list folds to letters, so that two columns keep their measure."""
NARROW = 1100
"""Pixels; in a narrower window the inspector goes beneath the text."""
INSPECTOR = (244, 288)
"""Pixels; the inspector's width in a snug window and in a wide one."""
LOW = 230
"""Pixels; the inspector's height beneath the text, in a low window a third of it: the text is the picture."""


SETTLED = 300
"""Milliseconds after a case came into sight until its objects are set apart."""


class Bench(QWidget):
    """Places the parts a case is worked on with."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        tally: Tally,
        controllers: Controllers,
        actions: ActionSet,
        drafts: Drafts,
        images: PageImages,
        appearance: Appearance,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = ""
        self._sides: dict[str, list[int]] = {}
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(settle)
        theme = appearance.theme
        self._desk, self._place, self._translator = desk, place, translator
        self.columns = Columns(None, theme, translator, appearance.look, self)
        place.attach(self.columns)
        self.reading = FindPlace(self.columns, desk, controllers.finding, actions, translator, self)
        self.panel = ArticlesPanel(
            desk, place, tally, FoundCounts(controllers.comparing, controllers.suggesting, desk, self), actions, theme,
            translator, self,
        )  # fmt: skip
        self.inspector = Inspector(
            desk, place, controllers.casework, controllers.evidence, controllers.questions, controllers.linking,
            controllers.suggesting, controllers.differing, actions, drafts, images, theme, translator, self,
        )  # fmt: skip
        views = ViewMaker(desk, place, tally, controllers, actions, drafts, appearance, translator).all()
        self.drawer = Drawer(views, translator, self)
        self.picker = RelationPicker(translator, self)
        self._kind_picker: KindPicker | None = None
        self.notice = Notice(desk, actions, translator, self)
        self._build()
        self._connect(desk, place, controllers, actions, appearance)
        self.inspector.spot.page_asked.connect(controllers.articles.show_page)

    def _build(self) -> None:
        self._middle = QSplitter(Qt.Orientation.Vertical, self)
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        for splitter in (self._middle, self._across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._middle.addWidget(self.reading)
        self._middle.addWidget(self.drawer)
        self._middle.setStretchFactor(0, 3)
        self._middle.setStretchFactor(1, 2)
        self._across.addWidget(self.panel)
        self._across.addWidget(self._middle)
        self._across.addWidget(self.inspector)
        self._across.setStretchFactor(1, 1)
        self._across.splitterMoved.connect(self._keep_sides)
        self._room = Room(self._middle, self.drawer, self.inspector)
        self.foot = Foot((self.reading, self.drawer), self)
        self.drawer.setMinimumHeight(170)
        self.columns.setMinimumHeight(160)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._across, 1)

    def _connect(
        self, desk: Desk, place: Place, controllers: Controllers, actions: ActionSet, appearance: Appearance
    ) -> None:
        desk.changed.connect(self.columns.refresh)
        self.panel.chosen.connect(place.show_article)
        self.columns.action_asked.connect(lambda key: actions.actions[key].trigger())
        self.columns.files_dropped.connect(controllers.adding.add_files)
        self.columns.link_picked.connect(controllers.linking.go_to_link)
        self.columns.suggestion_picked.connect(controllers.suggesting.bring_to)
        self.columns.set_suggested(controllers.suggesting.suggested)
        controllers.suggesting.changed.connect(self.columns.show_links)
        self.columns.set_cues(controllers.cueing.cues)
        controllers.cueing.changed.connect(self.columns.show_cues)
        self.columns.context_menu_asked.connect(partial(self._show_menu, actions))
        controllers.linking.asked.connect(self._ask_relation)
        self.picker.chosen.connect(controllers.linking.choose)
        self.picker.closed.connect(place.focus_text)
        controllers.shaping.kind_asked.connect(partial(self._ask_kind, controllers))
        controllers.evidence.finished.connect(place.focus_text)
        controllers.questions.finished.connect(place.focus_text)
        controllers.claims.finished.connect(place.focus_text)
        controllers.questions.answer_asked.connect(self._write_answer)
        controllers.sight.view_asked.connect(self._room.show_view)
        controllers.sight.note_asked.connect(self._write_note)
        controllers.finding.filter_asked.connect(self.drawer.show_filter)
        self.drawer.closed.connect(self._room.settle)
        self.drawer.closed.connect(place.focus_text)
        appearance.themed.connect(self.columns.set_theme)
        appearance.themed.connect(self.panel.set_theme)
        appearance.themed.connect(self.inspector.set_theme)
        appearance.looked.connect(self.columns.set_look)

    def show_case(self) -> None:
        """Show the articles of the case that is open now, and give the text the keyboard."""
        self.columns.set_workbench(self._desk.workbench)
        self._place.focus_text()
        self._settling.start()

    def _show_menu(self, actions: ActionSet, position: QPoint) -> None:
        actions.context_menu(self).popup(position)

    def _write_note(self) -> None:
        self.inspector.show()  # beneath a tall view it is out of sight
        self.inspector.note.begin()
        self.inspector.ensureWidgetVisible(self.inspector.note)

    def _write_answer(self, question_id: str) -> None:
        self._room.show_view("case")
        view = self.drawer.view("case")
        if isinstance(view, CaseView):
            view.begin_answer(question_id)

    def _ask_relation(self, question: str) -> None:
        self.picker.ask(question, self._by_the_caret())

    def _ask_kind(self, controllers: Controllers, question: str, present: ParagraphKind | None) -> None:
        if self._kind_picker is None:
            from verifier.ui.panels.kind_picker import KindPicker

            self._kind_picker = KindPicker(self._translator, self)
            self._kind_picker.chosen.connect(controllers.shaping.say_kind)
        self._kind_picker.ask_kind(question, self._by_the_caret(), present)

    def _by_the_caret(self) -> QPoint:
        """Beside the sentence, in this widget's own pixels."""
        focus = self.window().focusWidget()
        if isinstance(focus, QTextEdit):
            return focus.viewport().mapTo(self, focus.cursorRect().bottomLeft() + QPoint(12, 30))
        return QPoint(self.width() // 3, self.height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow window, fold the panel and put the inspector beneath."""
        super().resizeEvent(event)
        form = "narrow" if self.width() < NARROW else "snug" if self.width() < SNUG else "wide"
        if form != self._form:
            self._form = form
            self._take_form(form)
        elif event.size().height() != event.oldSize().height():
            self._room.settle()

    def show_view(self, key: str) -> None:
        """Show a view beneath the columns, as high as it was before."""
        self._room.show_view(key)

    def room(self) -> dict[str, object]:
        """How the user shared the room among the parts, as JSON can hold it; what was never moved is not in it."""
        return {"sides": dict(self._sides), "heights": self._room.heights()}

    def set_room(self, room: object) -> None:
        """Share the room as ``room`` told; what makes no sense in it is passed over."""
        found = room if isinstance(room, dict) else {}
        sides = found.get("sides")
        for form, sizes in sides.items() if isinstance(sides, dict) else ():
            if (
                isinstance(sizes, list)
                and len(sizes) in (2, 3)
                and all(type(one) is int and one > 0 for one in sizes)
            ):
                self._sides[form] = sizes
        self._room.set_heights(found.get("heights"))

    def _keep_sides(self, *_moved: int) -> None:
        self._sides[self._form] = self._across.sizes()

    def _take_form(self, form: str) -> None:
        narrow = form == "narrow"
        self.panel.set_folded(form != "wide")
        self.inspector.set_wide(narrow)
        (self._middle if narrow else self._across).addWidget(self.inspector)
        self._room.settle()
        side = 0 if narrow else INSPECTOR[form == "wide"]
        left = self.panel.width()
        usual = [left, self.width() - left - side, side][: self._across.count()]
        self._across.setSizes(self._sides.get(form, usual))
        if narrow:
            low = min(LOW, max(self.inspector.minimumSizeHint().height(), self.height() // 3))
            rest = self.height() - low
            self._middle.setSizes([rest, rest // 2, low])
