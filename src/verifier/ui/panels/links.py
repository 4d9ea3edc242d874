"""The links of the subject in the inspector: relation, the words at the other end with what differs, and details."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verifier.compare.wording import word_difference
from verifier.domain.articles import Passage
from verifier.domain.judgements import Link
from verifier.domain.kinds import DIRECTED_RELATIONS, Facet, Outcome, Reach, Relation, Severity
from verifier.domain.queries import address_of_passage, is_inside_one_article, other_end
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.control.linking import Linking
from verifier.ui.look.flow import FlowLayout
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.style import smaller, words
from verifier.ui.look.theme import Theme
from verifier.ui.panels.basis import link_button
from verifier.ui.panels.listing import Listing
from verifier.ui.panels.marked_words import MarkedWords
from verifier.ui.subject import Subject


class LinkDetails(QWidget):
    """Everything of a link that can be changed; each change is a step."""

    def __init__(
        self, link: Link, linking: Linking, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._linking, self._translator = link, linking, translator
        form = QFormLayout(self)
        form.setContentsMargins(0, 2, 0, 4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        text = translator.gettext
        self.relation = self._choice("relation", list(Relation), link.relation, optional=False)
        self.severity = self._choice("severity", list(Severity), link.severity, optional=True)
        self.outcome = self._choice("outcome", list(Outcome), link.outcome, optional=True)
        form.addRow(
            text("relation"), self._with_turn() if link.relation in DIRECTED_RELATIONS else self.relation
        )
        form.addRow(text("severity"), self.severity)
        form.addRow(self._facets())
        form.addRow(text("outcome"), self.outcome)
        form.addRow(self._note())
        self.internal = QCheckBox(text("internal note"), self)
        self.internal.setToolTip(text("An internal note enters no report"))
        self.internal.setChecked(link.reach is Reach.INTERNAL)
        self.internal.clicked.connect(lambda _checked: self._save())
        form.addRow(self.internal)
        remove = link_button(text("Remove this link"), self)
        remove.clicked.connect(lambda _checked: linking.remove(link.id))
        form.addRow(remove)

    def _choice(
        self,
        vocabulary: str,
        keys: list[Relation] | list[Severity] | list[Outcome],
        current: object,
        *,
        optional: bool,
    ) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(vocabulary)
        box.setAccessibleName(self._translator.gettext(vocabulary))
        if optional:
            box.addItem(self._translator.gettext("not said"), None)
        for key in keys:
            box.addItem(name_of(vocabulary, key, self._translator), key)
        box.setCurrentIndex(max(0, box.findData(current)))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.activated.connect(lambda _index: self._save())
        return box

    def _with_turn(self) -> QHBoxLayout:
        """The relation with a button that lets it lead the other way."""
        turn = IconButton("turn", self._translator.gettext("Turn the direction round"), self)
        turn.setObjectName("turn")
        turn.clicked.connect(lambda _checked: self._linking.change(self._link.id, turned=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.relation, 1)
        row.addWidget(turn)
        return row

    def _facets(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box)
        self.facets: dict[Facet, QToolButton] = {}
        for facet in Facet:
            chip = QToolButton(box)
            chip.setProperty("look", "chip")
            chip.setFont(smaller(chip.font()))
            chip.setText(name_of("facet", facet, self._translator))
            chip.setCheckable(True)
            chip.setChecked(facet in self._link.facets)
            chip.clicked.connect(lambda _checked: self._save())
            self.facets[facet] = chip
            flow.addWidget(chip)
        return box

    def _note(self) -> QLineEdit:
        self.note = QLineEdit(self._link.note, self)
        self.note.setPlaceholderText(self._translator.gettext("note on this link"))
        self.note.setAccessibleName(self._translator.gettext("note on this link"))
        self.note.editingFinished.connect(self._save)
        return self.note

    def _save(self) -> None:
        self._linking.change(
            self._link.id,
            relation=Relation(self.relation.currentData()),
            severity=Severity(self.severity.currentData()) if self.severity.currentData() else None,
            outcome=Outcome(self.outcome.currentData()) if self.outcome.currentData() else None,
            facets=tuple(facet for facet, chip in self.facets.items() if chip.isChecked()),
            note=self.note.text().strip(),
            reach=Reach.INTERNAL if self.internal.isChecked() else Reach.PRINTED,
        )


class LinkEntry(QWidget):
    """One link as seen from the subject."""

    toggled = Signal(str, bool)
    """The details of the link with this id were opened or closed."""

    def __init__(
        self,
        subject: Subject,
        link: Link,
        linking: Linking,
        theme: Theme,
        translator: Translator,
        *,
        details: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.link = link
        self._translator = translator
        assert subject.passage is not None
        far = subject.rows.need(Passage, other_end(link, subject.passage.id))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(self._head(subject, far, linking, details))
        self._column.addWidget(self._far_words(subject, far, theme, hints=not linking.is_kept_back()))
        self.details: LinkDetails | None = None
        if details:
            self.details = LinkDetails(link, linking, translator, self)
            self.details.setEnabled(not subject.workbench.read_only)
            self._column.addWidget(self.details)

    def _head(self, subject: Subject, far: Passage, linking: Linking, details: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        go = link_button(address_of_passage(subject.rows, far), self)
        go.setToolTip(self._translator.gettext("Show the other end"))
        go.clicked.connect(partial(self._go, linking, far.id))
        row.addWidget(go)
        row.addWidget(words(self._said(subject), wrap=True, parent=self), 1)
        more = IconButton(
            "down" if details else "right", self._translator.gettext("Details of this link"), self
        )
        more.clicked.connect(lambda _checked: self.toggled.emit(self.link.id, not details))
        row.addWidget(more)
        return row

    def _go(self, linking: Linking, passage_id: str, _checked: bool = False) -> None:
        linking.go_to_end(passage_id)

    def _said(self, subject: Subject) -> str:
        link, text = self.link, self._translator.gettext
        relation = name_of("relation", link.relation, self._translator)
        if is_inside_one_article(subject.rows, link):
            inside = {
                Relation.CORROBORATES: text("repeats"),
                Relation.CONTRADICTS: text("contradicts itself"),
            }
            relation = inside.get(link.relation, relation)
        if link.relation in DIRECTED_RELATIONS:
            here = subject.passage is not None and link.a == subject.passage.id
            relation = text("this {relation} it") if here else text("it {relation} this")
            relation = relation.format(relation=name_of("relation", link.relation, self._translator))
        parts = [relation, ", ".join(name_of("facet", facet, self._translator) for facet in link.facets)]
        parts.append(name_of("severity", link.gravity, self._translator) if link.gravity else "")
        parts.append(name_of("outcome", link.outcome, self._translator) if link.outcome else "")
        return " · ".join(part for part in parts if part)

    def _far_words(self, subject: Subject, far: Passage, theme: Theme, *, hints: bool) -> MarkedWords:
        """The words at the other end, and which of them differ; not before there is a label, where that is wished."""
        theirs = subject.workbench.words(far)
        differ = word_difference(subject.words, theirs).b if self.link.is_difference and hints else ()
        kind = "disputed" if self.link.is_difference else "verified"
        return MarkedWords(theirs, differ, theme.colour(f"label.{kind}.line"), self)


class LinkList(QWidget):
    """All links of the subject; at most one shows its details."""

    def __init__(
        self, linking: Linking, theme: Theme, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._linking, self._theme, self._translator = linking, theme, translator
        self._subject: Subject | None = None
        self._open = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(words(translator.gettext("Links"), "heading", parent=self))
        self._none = words("", "quiet", wrap=True, parent=self)
        column.addWidget(self._none)
        self.list = Listing(self)
        column.addWidget(self.list)
        linking.made.connect(lambda link_id: self._toggle(link_id, True))
        linking.hints_changed.connect(lambda: self.show_subject(self._subject))

    def show_subject(self, subject: Subject | None) -> None:
        """Show the links of a subject; what is being typed about one of the former is saved first."""
        self.list.clear()
        self._subject = subject
        links = subject.links if subject else ()
        none = self._translator.gettext("None yet. {key} links to the other end.")
        self._none.setText(none.format(key=self._linking.key_of("link.make")))
        self._none.setVisible(not links)
        self.list.fill([self._entry(subject, link) for link in links] if subject else [])
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.show_subject(self._subject)

    def open_details(self, link_id: str) -> None:
        """Show the details of this link."""
        self._toggle(link_id, True)

    def _entry(self, subject: Subject, link: Link) -> LinkEntry:
        entry = LinkEntry(
            subject,
            link,
            self._linking,
            self._theme,
            self._translator,
            details=link.id == self._open,
            parent=self,
        )
        entry.toggled.connect(self._toggle)
        return entry

    def _toggle(self, link_id: str, shown: bool) -> None:
        self._open = link_id if shown else ""
        self.show_subject(self._subject)
