"""Adding: sources on their way into the case, from files, the clipboard and the web.

Files that read without question are added at once. Whatever raises a question, and whatever does not come from a
file, is shown first, with everything a person may want to change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from verifier.domain.articles import Source
from verifier.domain.errors import VerifierError
from verifier.domain.reading import ReadOptions
from verifier.domain.versions import duplicate_of
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.ui.control.opening import ENDING, Opening
from verifier.ui.desk import LARGE, Desk, Offer
from verifier.ui.dropping import Arrival, arrival_of, without_companions
from verifier.ui.intake.entry import Entry, State, same_entry
from verifier.ui.intake.previewing import Previewing
from verifier.ui.intake.reading import Intake
from verifier.ui.look.appearance import Appearance
from verifier.ui.phrases import article_name, shortened
from verifier.ui.place import Place
from verifier.ui.settings import Settings
from verifier.ui.work import Work

LONG = 1_500
"""Milliseconds of reading after which it is shown how it goes."""


class Adding(QObject):
    """Everything that brings an article into the case."""

    reading_asked = Signal(str)
    """How the article with this id was read is to be shown."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        work: Work,
        settings: Settings,
        opening: Opening,
        appearance: Appearance,
        translator: Translator,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._place, self._settings, self._opening = desk, place, settings, opening
        self._translator, self._window = translator, window
        self.intake = Intake(work, translator, self)
        self.previewing = Previewing(self.intake, settings, appearance, translator, window)
        self.previewing.wanted.connect(self.add)
        self.previewing.left.connect(self._leave)
        self._show_first = False
        self._slow = QTimer(self, singleShot=True, interval=LONG)
        self._slow.timeout.connect(lambda: self._show(asked=False))
        self.intake.changed.connect(self._look_at)
        self.intake.settled.connect(self._settle)

    # -- where sources come from ---------------------------------------------------------------------------------

    def ask_files(self) -> None:
        """Ask which files to add; without a case they make a new one."""
        self._ask(self._translator.gettext("Add articles"), self.add_files)

    def ask_new(self) -> None:
        """Ask for the files of a new case."""
        self._ask(self._translator.gettext("New case from files"), self.new_case)

    def _ask(self, title: str, call: Callable[[list[Path]], None]) -> None:
        from verifier.ui.intake.facts import ENDINGS

        text = self._translator.gettext
        kinds = [text("Articles") + f" ({ENDINGS})", text("All files") + " (*)"]
        dialog = self._opening.file_dialog(title, ";;".join(kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: call([Path(name) for name in names]))
        dialog.open()

    def new_case(self, paths: Sequence[Path]) -> None:
        """Close the case and make a new one of these files."""
        self._desk.put(None)
        self.add_files(paths)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files and add them; a single case file is opened instead."""
        from verifier.session.jobs import ReadJob

        if len(paths) == 1 and paths[0].suffix == ENDING:
            self._opening.open_path(paths[0])
            return
        files = without_companions(paths)
        self._begin([Entry(path.name, ReadJob(path)) for path in files], show_first=False)

    def drop(self, data: QMimeData) -> None:
        """Take what was dropped on the window."""
        self._take(arrival_of(data))

    def paste(self) -> None:
        """Take what is on the clipboard; where that is nothing to read, ask for a text."""
        arrival = arrival_of(QGuiApplication.clipboard().mimeData())
        if arrival:
            self._take(arrival)
        else:
            self.ask_text()

    def ask_text(self) -> None:
        """Ask for an article's text."""
        from verifier.ui.dialogs.small import PasteDialog

        dialog = PasteDialog(self._translator, self._window)
        dialog.pasted.connect(self.add_text)
        dialog.open()

    def add_text(self, name: str, words: str) -> None:
        """Show how a text reads that was typed or pasted under a name."""
        self._take(Arrival(text=words), name)

    def _take(self, arrival: Arrival, name: str = "") -> None:
        if arrival.files:
            self.add_files(arrival.files)
        elif arrival.url:
            self.ask_web(arrival.url)
        elif arrival:
            name = name or _name_of(arrival, self._translator)
            self._begin([_pasted_entry(name, arrival, self._translator)], show_first=True)

    def ask_web(self, address: str = "") -> None:
        """Ask for the address of a page to be fetched."""
        from verifier.ui.dialogs.web import WebDialog

        if not address:
            address = arrival_of(QGuiApplication.clipboard().mimeData()).url
        dialog = WebDialog(address, self._translator, self._window)
        dialog.given.connect(self.add_page)
        dialog.open()

    def add_page(self, address: str) -> None:
        """Fetch a page and show how it reads."""
        from verifier.session.jobs import FetchJob

        self._begin([Entry(address, FetchJob(address))], show_first=True)

    # -- reading and showing -------------------------------------------------------------------------------------

    def _begin(self, entries: list[Entry], *, show_first: bool) -> None:
        if not entries:
            return
        self._show_first = self._show_first or show_first or not self._settings.all.add_at_once
        if not self.intake.is_busy and not self.previewing.is_shown:
            self.intake.entries.clear()
        self.intake.put(entries)
        if self._show_first:
            self._show(asked=True)
        else:
            self._slow.start()

    def _look_at(self, entry: Entry) -> None:
        """A reading came: know it again where the case or the list has it, and list what is attached to it."""
        if entry.state is not State.READ or entry.draft is None or entry.looked_up:
            return
        entry.looked_up = True
        entry.same_as = self._same_as(entry)
        if entry.same_as:
            entry.ticked = entry.ticked and entry.reread
        self.intake.changed.emit(entry)
        self.intake.offer_attached(entry)

    def _same_as(self, entry: Entry) -> str:
        """What has the same bytes, or the same words, already: an article of the case, or a source of the list."""
        same = None
        if self._desk.workbench is not None and entry.draft is not None:
            same = duplicate_of(self._desk.workbench.rows, entry.draft)
        if same is None:
            return same_entry(self.intake.entries, entry)
        return self._translator.gettext("article {letter}").format(letter=same.letter)

    def _settle(self) -> None:
        """All is read: add it at once where nobody need look, else show it."""
        self._slow.stop()
        entries = self.intake.entries
        if entries and all(entry.state is State.CANCELLED for entry in entries):
            self._leave()
            return
        if not entries or (self.previewing.is_asked_for):
            return
        if len(entries) == 1 and entries[0].error is not None:
            self._refuse(entries[0], entries[0].error)
        elif any(entry.is_in_question() for entry in entries):
            self._show(asked=True)
        else:
            self.add()

    def _refuse(self, entry: Entry, error: VerifierError) -> None:
        """One file that cannot be read: say so; what it is can still be said by the user."""
        self.previewing.hide()
        offer = Offer(self._translator.gettext("Read it otherwise…"), partial(self._show_again, entry))
        self._desk.refuse(error, offer)

    def _show_again(self, entry: Entry) -> None:
        self.intake.entries[:] = [entry]
        self.intake.listed.emit()
        self._show(asked=True)

    def _show(self, *, asked: bool) -> None:
        self.previewing.preview().present(asked=asked)

    def _leave(self) -> None:
        """Forget what was read."""
        self._show_first = False
        self._slow.stop()
        self.intake.clear()
        self.previewing.hide()

    def add(self) -> None:
        """Add what is ticked, in one step, and go there."""
        entries = self.intake.ticked()
        drafts = [entry.finished() for entry in entries]
        if not drafts or not self._opening.ensure_case():
            return
        is_long = sum(len(draft.sentences) for draft in drafts) > LARGE
        with self._desk.hold(self._translator.gettext("Adding to the case"), is_long=is_long):
            change = self._desk.do(lambda workbench: workbench.add_articles(drafts))
        if change:
            self._leave()
            self._window.activateWindow()
            self._say_added(entries)

    def _say_added(self, entries: Sequence[Entry]) -> None:
        rows = self._desk.need.rows
        articles = rows.articles()[-len(entries) :]
        self._place.show_article(articles[0].id)
        names = ", ".join(f"{article.letter} {article_name(rows, article)}" for article in articles)
        notes = [
            word(notice.code, entry.name, dict(notice.values), self._translator)
            for entry in entries
            if entry.draft and not entry.is_in_question()
            for notice in entry.draft.warnings
        ]
        said = self._translator.gettext("Added: {names}.").format(names=names)
        look = Offer(
            self._translator.gettext("How it was read…"), lambda: self.reading_asked.emit(articles[0].id)
        )
        self._desk.say(" ".join([said, *notes]), look, passing=True)


def _name_of(arrival: Arrival, translator: Translator) -> str:
    """What pasted words go by: that they were pasted, and how they begin."""
    pasted, begin = translator.gettext("Pasted"), shortened(arrival.text.strip().partition("\n")[0], 40)
    return f"{pasted}: {begin}" if begin else pasted


def _pasted_entry(name: str, arrival: Arrival, translator: Translator) -> Entry:
    """Pasted words as a source: the rich text where there is one, with the plain text as its alternative."""
    from verifier.session.clock import utc_now
    from verifier.session.jobs import SourceJob

    now, text = utc_now(), translator.gettext
    jobs = []
    if arrival.html:
        rich = Source(f"{name}.html", arrival.html, "pasted", now)
        jobs.append((text("formatted text"), SourceJob(rich, ReadOptions(form="html"))))
    if arrival.text.strip():
        data = arrival.text.encode("utf-8", "replace")
        plain = Source(f"{name}.txt", data, "pasted", now)
        jobs.append((text("plain text"), SourceJob(plain, ReadOptions(form="plain"))))
    return Entry(name, jobs[0][1], alternatives=tuple(jobs))
