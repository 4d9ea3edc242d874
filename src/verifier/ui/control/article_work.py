"""Work on the article under the cursor: what is known of it, how it was read, what its paragraphs are, its removal."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Article, ArticleDraft, Paragraph, Sentence
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.desk import Desk, Offer
from verifier.ui.intake.previewing import Previewing
from verifier.ui.intake.reading import Intake
from verifier.ui.intake.stored import changed_kinds, stored_entry
from verifier.ui.look.appearance import Appearance
from verifier.ui.page_images import PageImages, Span
from verifier.ui.phrases import article_name
from verifier.ui.place import Place
from verifier.ui.settings import Settings
from verifier.ui.work import Work

if TYPE_CHECKING:
    from verifier.session.workbench import Workbench
    from verifier.ui.dialogs.page import PageWindow
    from verifier.ui.intake.entry import Entry


class ArticleWork(QObject):
    """What can be done with a whole article, or with a paragraph of it."""

    items_asked = Signal()
    """The open items are to be shown."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        work: Work,
        settings: Settings,
        appearance: Appearance,
        images: PageImages,
        translator: Translator,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._place = desk, place
        self._translator, self._window = translator, window
        self._images, self._work = images, work
        self._page_window: PageWindow | None = None
        self.intake = Intake(work, translator, self)
        self.previewing = Previewing(self.intake, settings, appearance, translator, window)
        self.previewing.wanted.connect(self.use)
        self.previewing.left.connect(self._leave)
        self._shown = ("", "")
        """The article whose reading is shown, and its version."""
        desk.opened.connect(self._leave)
        desk.changed.connect(self._follow)

    def ask_about(self) -> None:
        """Ask what is known of the article under the cursor."""
        from verifier.ui.dialogs.about_article import AboutArticleDialog

        article_id = self._place.article()
        if article_id is not None:
            dialog = AboutArticleDialog(self._desk, article_id, self._translator, self._window)
            dialog.reading_asked.connect(self.show_reading)
            dialog.open()

    def remove(self) -> None:
        """Take the article under the cursor out of the case; undo brings it back."""
        article_id = self._place.article()
        if article_id is None:
            return
        rows = self._desk.need.rows
        name = article_name(rows, rows.need(Article, article_id))
        text = self._translator.gettext
        with self._desk.hold(text("Removing {name}").format(name=name)):
            change = self._desk.do(lambda workbench: workbench.remove_article(article_id))
        if change:
            said = text("{name} was removed, with its marks and links. Undo brings it back.").format(
                name=name
            )
            self._desk.say(said, self._desk.undo_offer())

    # -- paragraphs ----------------------------------------------------------------------------------------------

    def take_in(self) -> None:
        """The paragraph under the cursor is part of the account; what kind of part is left as it is."""
        self._say_kind(ParagraphKind.BODY, in_account=True)

    def set_aside(self) -> None:
        """The paragraph under the cursor is not part of the account."""
        self._say_kind(ParagraphKind.BOILERPLATE, in_account=False)

    def _say_kind(self, otherwise: ParagraphKind, *, in_account: bool) -> None:
        rows = self._desk.need.rows
        sentence = rows.get(Sentence, self._place.sentence() or "")
        if sentence is None:
            return
        paragraph = rows.need(Paragraph, sentence.paragraph_id)
        fits = (paragraph.kind in ACCOUNT_KINDS) is in_account
        kind = paragraph.kind if fits else otherwise
        change = self._desk.do(lambda workbench: workbench.set_kind([paragraph.id], kind))
        if change:
            self._place.leave_set_aside()
            said = self._translator.gettext("This paragraph is now: {kind}.")
            self._desk.say(
                said.format(kind=name_of("kind", kind, self._translator)),
                self._desk.undo_offer(),
                passing=True,
            )

    # -- pages ---------------------------------------------------------------------------------------------------

    def show_page(self, span: Span, number: int) -> None:
        """Show a page of a PDF whole, with some words on it outlined."""
        if self._page_window is None:
            from verifier.ui.dialogs.page import PageWindow

            self._page_window = PageWindow(self._desk, self._images, self._translator, self._window)
        self._page_window.show_page(span, number)

    # -- how it was read -----------------------------------------------------------------------------------------

    def show_reading(self, article_id: str = "") -> None:
        """Show how an article was read (that under the cursor where none is named), to be changed."""
        article_id = article_id or self._place.article() or ""
        if not article_id:
            return
        entry = stored_entry(self._desk.need, article_id)
        self.intake.clear()
        self.intake.put([entry])
        self._find_parts(entry)
        article = self._desk.need.rows.need(Article, article_id)
        self._shown = article_id, article.version_id
        self._show(article)

    def _follow(self, change: Change) -> None:
        """What is shown of an article goes where the case has another reading of it by now, or none: what was said of
        its paragraphs is not to be written to others.
        """
        article_id, version_id = self._shown
        if article_id in change.articles:
            article = self._desk.need.rows.get(Article, article_id)
            if article is None or article.version_id != version_id:
                self._leave()

    def _find_parts(self, entry: Entry) -> None:
        """The case keeps which part of a source was read; which others there are is in its bytes."""
        if entry.draft is not None and entry.draft.part:
            self._work.submit("", [entry.job], partial(self._take_parts, entry))

    def _take_parts(self, entry: Entry, results: list[Any]) -> None:
        if isinstance(results[0], ArticleDraft) and entry.draft is not None and not entry.reread:
            entry.draft = replace(entry.draft, parts=results[0].parts)
            self.intake.changed.emit(entry)

    def _show(self, article: Article) -> None:
        preview = self.previewing.preview()
        title = self._translator.gettext("How article {letter} was read")
        preview.setWindowTitle(title.format(letter=article.letter))
        preview.set_writable(not self._desk.need.read_only)
        preview.present(asked=True)

    def use(self) -> None:
        """Write what was changed into the case: a new reading, kinds, what is known."""
        (entry,) = self.intake.entries
        self._shown, is_new = ("", ""), False
        if entry.reread and entry.draft is not None:
            draft = entry.finished()
            change = self._desk.do(lambda workbench: workbench.reread(entry.article_id, draft))
            if change is None:
                return  # it was said why
            is_new = bool(change)
        if not is_new:
            self._use_kinds(entry)
        self._describe(entry)
        self._leave()
        self._place.focus_text()
        if is_new:
            self._say_reread(entry.article_id)

    def _say_reread(self, article_id: str) -> None:
        """Say that there is a new version beside the old one, and what found no place in it."""
        case, text = self._desk.need, self._translator
        letter = case.rows.need(Article, article_id).letter
        words = [text.gettext("Article {letter} was read anew.").format(letter=letter)]
        left = sum(one.article.id == article_id for one in case.left_behind())
        if left:
            behind = text.ngettext(
                "{number} marked passage found no place in it: see the open items.",
                "{number} marked passages found no place in it: see the open items.",
                left,
            )
            words.append(behind.format(number=left))
        offers = [Offer(text.gettext("Open items"), self.items_asked.emit)] if left else []
        self._desk.say(" ".join(words), *offers, passing=not left)

    def _use_kinds(self, entry: Entry) -> None:
        for kind, paragraphs in changed_kinds(self._desk.need, entry).items():
            self._desk.do(partial(_set_kind, paragraphs, kind))

    def _describe(self, entry: Entry) -> None:
        metadata, unconfirmed = entry.answers.metadata, entry.answers.unconfirmed
        self._desk.do(
            lambda workbench: workbench.describe(entry.article_id, metadata, unconfirmed=unconfirmed)
        )

    def _leave(self) -> None:
        self._shown = ("", "")
        self.intake.clear()
        self.previewing.hide()


def _set_kind(paragraphs: list[str], kind: ParagraphKind, workbench: Workbench) -> Change:
    return workbench.set_kind(paragraphs, kind)
