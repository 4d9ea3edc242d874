"""The suggestions of the subject in the inspector: where they lead, and, when looked at, why they are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verifier.compare.wording import fold
from verifier.domain.articles import Sentence
from verifier.domain.comparing import ReasonKind, Span
from verifier.domain.queries import trimmed
from verifier.i18n import Translator
from verifier.ui.control.offered import Nothing, Offered
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.style import smaller, words
from verifier.ui.look.theme import Theme
from verifier.ui.panels.basis import link_button
from verifier.ui.panels.listing import Listing
from verifier.ui.panels.marked_words import MarkedWords
from verifier.ui.phrases import address, article_name, shortened
from verifier.ui.pressing import PressedButton
from verifier.ui.subject import Subject


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


BRIEF = 2
"""Lines shown of a suggestion that is not looked at."""
_NAMED = 6
"""So many words of one kind are named; all of them are marked in the text."""
_LONGEST = 48
"""Code points of a phrase or quotation that are named."""

_REASONS = {
    ReasonKind.QUOTATION: _("same quotation: {words}"),
    ReasonKind.PHRASE: _("same phrase: {words}"),
    ReasonKind.FIGURE: _("figures: {words}"),
    ReasonKind.DATE: _("dates: {words}"),
    ReasonKind.NAME: _("names: {words}"),
    ReasonKind.WORDS: _("words: {words}"),
}
_UNLIKE = frozenset({ReasonKind.WORDS, ReasonKind.FIGURE, ReasonKind.DATE, ReasonKind.NAME})
"""Reasons that may be other words on either side."""

_NOTHING = {
    Nothing.NO_SENTENCE: _("No sentence under the cursor."),
    Nothing.TOO_FEW: _("Add a second article: what may be said in both is suggested here."),
    Nothing.RUNNING: _("Comparing the articles…"),
    Nothing.STOPPED: _("Comparing was given up."),
    Nothing.FAILED: _("The articles could not be compared."),
    Nothing.BLIND: _("Shown once the sentence has a label."),
    Nothing.NONE: _("Nothing found in the other articles. The same may be said there in other words."),
    Nothing.DECIDED: _("All of them are linked or rejected."),
}


def _listed(found: dict[str, str]) -> str:
    words = list(found.values())
    return ", ".join([*words[:_NAMED], "…"] if len(words) > _NAMED else words)


class SuggestionEntry(QWidget):
    """One suggestion: two lines, or, when looked at, all its words, the reasons, and what can be done with it."""

    def __init__(
        self,
        number: int,
        offered: Offered,
        suggesting: Suggesting,
        subject: Subject,
        colour: QColor,
        translator: Translator,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.offered = offered
        self._suggesting, self._subject, self._translator = suggesting, subject, translator
        self._is_shown = False
        there = subject.rows.need(Sentence, offered.far)
        self._where = address(subject.rows, there.id)
        self._begin, end = trimmed(subject.workbench.text(there.version_id), there.start, there.end)
        self._said = subject.workbench.text(there.version_id)[self._begin : end].replace("\n", " ")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(1)
        column.addLayout(self._head(number, there))
        self.words = MarkedWords(self._said, self._shared(end), colour, self, most=BRIEF)
        column.addWidget(self.words)
        self.reasons = words(self.reason_words(), "quiet", wrap=True, parent=self)
        column.addWidget(self.reasons)
        self.deeds = self._deeds()
        column.addWidget(self.deeds)
        self.look_at(False)

    def _head(self, number: int, there: Sentence) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.key = words(self._suggesting.key_of(f"suggest.{number}"), "key", parent=self)
        row.addWidget(self.key)
        self.go = link_button(self._where, self)
        text = self._translator.gettext
        self.go.setToolTip(text("Bring the other cursor there"))
        self.go.setAccessibleName(
            text("Suggestion {number}: {there}").format(number=number, there=f"{self._where}. {self._said}")
        )
        self.go.clicked.connect(lambda _checked: self._suggesting.bring_to(self.offered.far))
        self.go.installEventFilter(self)
        row.addWidget(self.go)
        article = self._suggesting.article(there.id)
        name = ElidedLabel("quiet", self)
        name.setFont(smaller(name.font()))
        name.setText(article_name(self._subject.rows, article))
        row.addWidget(name, 1)
        return row

    def _deeds(self) -> QWidget:
        """The buttons that accept and reject it."""
        box, text = QWidget(self), self._translator.gettext
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(6)
        far = self.offered.far
        keys = {name: self._suggesting.key_of(name) for name in ("link.make", "suggest.reject")}
        self.accept = self._chip(text("Link…"), text("Link with {there}…"), keys["link.make"], box)
        self.accept.clicked.connect(lambda _checked: self._suggesting.accept(far))
        self.reject = self._chip(
            text("Reject"), text("Reject the suggestion {there}"), keys["suggest.reject"], box
        )
        self.reject.clicked.connect(lambda _checked: self._suggesting.reject(far))
        row.addWidget(self.accept)
        row.addWidget(self.reject)
        row.addStretch(1)
        return box

    def _chip(self, said: str, name: str, key: str, parent: QWidget) -> PressedButton:
        chip = PressedButton(parent)
        chip.setProperty("look", "chip")
        chip.setText(said)
        chip.setAccessibleName(name.format(there=self._where))
        chip.setToolTip(f"{name.format(there=self._where)} ({key})")
        chip.setEnabled(not self._subject.workbench.read_only)
        chip.installEventFilter(self)
        return chip

    # -- why -------------------------------------------------------------------------------------------------------

    def reason_words(self) -> str:
        """The reasons in words, the weightiest first: "words: harbour, inspection · figures: 312 ~ 350". What stands
        otherwise in the other article is told as it stands there.
        """
        rows, case = self._subject.rows, self._subject.workbench
        texts = [
            case.text(rows.need(Sentence, end).version_id) for end in (self.offered.near, self.offered.far)
        ]
        said: dict[ReasonKind, tuple[dict[str, str], dict[str, str]]] = {}
        for reason, *sides in sorted(self.offered.reasons, key=lambda one: -one[0].weight):
            kept = said.setdefault(reason.kind, ({}, {}))
            for found, text, spans in zip(kept, texts, sides, strict=True):
                words = (shortened(text[start:end], _LONGEST) for start, end in spans)
                found.update((fold(one), one) for one in words)
        return " · ".join(self._named(kind, *found) for kind, found in said.items() if all(found))

    def _named(self, kind: ReasonKind, here: dict[str, str], there: dict[str, str]) -> str:
        words = _listed(here)
        otherwise = {key: one for key, one in there.items() if key not in here}
        if otherwise and kind in _UNLIKE:
            words = f"{words} ~ {_listed(otherwise)}"
        return self._translator.gettext(_REASONS[kind]).format(words=words)

    def _shared(self, end: int) -> list[Span]:
        """What both have in common, counted from the first code point of the far words."""
        spans = {span for _reason, _here, there in self.offered.reasons for span in there}
        inside = ((max(first, self._begin), min(last, end)) for first, last in spans)
        return list(
            merged((first - self._begin, last - self._begin) for first, last in inside if first < last)
        )

    # -- looking at it ---------------------------------------------------------------------------------------------

    def set_shown(self, shown: bool) -> None:
        """Have the other cursor stand at it, or no longer."""
        self._is_shown = shown
        self.look_at(shown or self.has_focus())

    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        return any(one.hasFocus() for one in (self.go, self.accept, self.reject))

    def look_at(self, looked_at: bool) -> None:
        """Show all of it, or two lines."""
        self.words.set_most(0 if looked_at else BRIEF)
        self.words.show_marks(looked_at)
        self.reasons.setVisible(looked_at and bool(self.reasons.text()))
        self.deeds.setVisible(looked_at)
        if looked_at:
            QWidget.setTabOrder(self.go, self.accept)
            QWidget.setTabOrder(self.accept, self.reject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: what has the keyboard is looked at."""
        if event.type() is QEvent.Type.FocusIn:
            self.look_at(True)
        elif event.type() is QEvent.Type.FocusOut and not self._is_shown and watched is self.reject:
            self.look_at(False)
        return super().eventFilter(watched, event)


class SuggestionList(QWidget):
    """The best suggestions of the subject, or why there are none."""

    left = Signal()
    """What had the keyboard here is gone."""

    def __init__(
        self, suggesting: Suggesting, theme: Theme, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggesting, self._theme, self._translator = suggesting, theme, translator
        self._subject: Subject | None = None
        self._offers: tuple[Offered, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(words(translator.gettext("Suggestions"), "heading", parent=self))
        self.none = words("", "quiet", wrap=True, parent=self)
        column.addWidget(self.none)
        self.again = link_button(translator.gettext("Compare now"), self)
        self.again.clicked.connect(lambda _checked: suggesting.compare_now())
        column.addWidget(self.again)
        self.list = Listing(self)
        column.addWidget(self.list)

    def show_subject(self, subject: Subject | None) -> None:
        """Show the suggestions of a subject's sentence."""
        self._subject = subject
        offers = self._suggesting.here() if subject is not None else ()
        why = self._suggesting.why_none_here() if not offers else None
        said = self._translator.gettext(_NOTHING[why]) if why is not None else ""
        trouble = self._suggesting.trouble if why is Nothing.FAILED else ""
        self.none.setText(trouble or said)
        self.none.setVisible(why is not None)
        self.again.setVisible(why in (Nothing.STOPPED, Nothing.FAILED))
        self._fill(offers)
        self.show_other()

    def _fill(self, offers: tuple[Offered, ...]) -> None:
        """Make the entries anew; the keyboard stays at the place it had among them."""
        held = next((place for place, one in enumerate(self.entries()) if one.has_focus()), None)
        self._offers = offers
        self.list.fill([self._entry(number, one) for number, one in enumerate(offers, start=1)])
        if held is not None and offers:
            self.entries()[min(held, len(offers) - 1)].go.setFocus()
        elif held is not None:
            self.left.emit()

    def show_other(self) -> SuggestionEntry | None:
        """Show at length what the other cursor stands at; that entry."""
        shown = self._suggesting.shown()
        found = None
        for entry in self.entries():
            is_it = shown is not None and entry.offered.far == shown.far
            entry.set_shown(is_it)
            found = entry if is_it else found
        return found

    def entries(self) -> list[SuggestionEntry]:
        """The entries, the best first."""
        return [one for one in self.list.entries if isinstance(one, SuggestionEntry)]

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.show_subject(self._subject)

    def _entry(self, number: int, offered: Offered) -> SuggestionEntry:
        assert self._subject is not None
        colour = self._theme.colour("accent")
        return SuggestionEntry(
            number, offered, self._suggesting, self._subject, colour, self._translator, self.list
        )


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in their order, those that touch or overlap made one."""
    held: Span | None = None
    for start, end in sorted(spans):
        if held is not None and start <= held[1]:
            held = held[0], max(held[1], end)
        else:
            if held is not None:
                yield held
            held = start, end
    if held is not None:
        yield held
