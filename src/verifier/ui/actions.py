"""Every action of the window, as one table: menus, toolbar, context menu, shortcut sheet and palette are made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from verifier.domain.kinds import Label, Modifier
from verifier.i18n import Translator
from verifier.session.finding import Scope as FindIn
from verifier.ui.controllers import Controllers


class Scope(Enum):
    """Where an action's keys work."""

    TEXT = "in the text"
    PLACES = "in the text and in lists of places"
    WINDOW = "everywhere"


class Needs(Enum):
    """What must be there for an action to be enabled."""

    NOTHING = "nothing"
    CASE = "an open case"
    WRITABLE = "a case that can be changed"
    SENTENCE = "a sentence under the cursor, in a case that can be changed"
    PLACE = "a sentence under the cursor"
    CONTRADICTION = "an open contradiction at the sentence, not yet disputed at both ends"
    UNDO = "a step to undo"
    REDO = "a step to do again"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``keys`` are portable key sequences, ``menu`` a key of MENUS, ``part`` groups within the menu,
    ``tool`` is its short name on the toolbar, ``context`` puts it in the text's context menu, ``checked`` says of one
    that is on or off which it is, ``number`` stands for %d in its name.
    """

    id: str
    text: str
    menu: str
    part: int
    call: Callable[[Controllers], object]
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    needs: Needs = Needs.CASE
    tool: str = ""
    context: bool = False
    hint: str = ""
    label: Label | None = None
    checked: Callable[[Controllers], bool] | None = None
    number: int = 0

    def name(self, translator: Translator) -> str:
        """What the action is called in the user's language."""
        if self.number:
            return translator.gettext(_ARTICLE).replace("%d", str(self.number))
        return translator.gettext(self.text)


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when the actions are made."""
    return message


_ARTICLE = _("Article %d")


MENUS: dict[str, str] = {
    "case": _("&Case"),
    "edit": _("&Edit"),
    "go": _("&Go"),
    "mark": _("&Mark"),
    "link": _("&Link"),
    "view": _("&View"),
    "help": _("&Help"),
}
"""The menus in their order."""


def _case() -> list[ActionSpec]:
    spec = partial(ActionSpec, menu="case")
    return [
        spec("case.add", _("Add articles…"), part=1, call=lambda c: c.adding.ask_files(), keys=("Ctrl+O",),
             needs=Needs.NOTHING, tool=_("Add articles")),
        spec("case.paste", _("Paste an article"), part=1, call=lambda c: c.adding.paste(),
             keys=("Ctrl+V", "Ctrl+Shift+V"), needs=Needs.NOTHING,
             hint=_("Take the article on the clipboard, with its headings and quotations where it has them")),
        spec("case.web", _("Add from the web…"), part=1, call=lambda c: c.adding.ask_web(), keys=("Ctrl+L",),
             needs=Needs.NOTHING),
        spec("case.about", _("About this article…"), part=2, call=lambda c: c.articles.ask_about(),
             keys=("Ctrl+I",), needs=Needs.PLACE, context=True),
        spec("case.reading", _("How this article was read…"), part=2, call=lambda c: c.articles.show_reading(),
             keys=("Ctrl+Shift+I",), needs=Needs.PLACE, context=True),
        spec("case.remove", _("Remove this article"), part=2, call=lambda c: c.articles.remove(),
             keys=("Ctrl+Shift+Del",), needs=Needs.SENTENCE,
             hint=_("Take this article out of the case, with its marks and links; undo brings it back")),
        spec("case.new", _("New case from files…"), part=3, call=lambda c: c.adding.ask_new(),
             keys=("Ctrl+N",), needs=Needs.NOTHING),
        spec("case.open", _("Open a case…"), part=3, call=lambda c: c.opening.ask_case(),
             keys=("Ctrl+Shift+O",), needs=Needs.NOTHING),
        spec("case.recent", _("Open a recent case…"), part=3, call=lambda c: c.opening.ask_recent(),
             keys=("Ctrl+Shift+R",), needs=Needs.NOTHING),
        spec("case.open-report", _("Open a report as a case…"), part=3, call=lambda c: c.reopening.ask(),
             keys=("Ctrl+Shift+N",), needs=Needs.NOTHING,
             hint=_("Make a case of a dossier again, with the comments an editor left in its margins")),
        spec("case.sample", _("Open the sample"), part=3, call=lambda c: c.opening.open_sample(),
             keys=("Shift+F1",), needs=Needs.NOTHING),
        spec("case.rename", _("Rename the case…"), part=4, call=lambda c: c.opening.ask_name(),
             keys=("F2",), needs=Needs.WRITABLE),
        spec("case.copy", _("Save a copy…"), part=4, call=lambda c: c.opening.ask_copy(), keys=("Ctrl+Shift+S",)),
        spec("case.check", _("Check the case file"), part=4, call=lambda c: c.checking.check(),
             keys=("Ctrl+Shift+K",),
             hint=_("Check that the case file is whole and unaltered: journal, originals, texts and places")),
        spec("case.report", _("Report…"), part=4, call=lambda c: c.reporting.ask(), keys=("Ctrl+R",),
             tool=_("Report…")),
        spec("report.export", _("Report in another form…"), part=4, call=lambda c: c.reporting.ask_form(),
             keys=("Ctrl+E",), hint=_("The report as PDF, web page, tables or data")),
        spec("report.preview", _("Preview of the report"), part=4, call=lambda c: c.previewing.preview(),
             keys=("Ctrl+Shift+P",), hint=_("All pages of the report as they are printed")),
        spec("report.print", _("Print the report…"), part=4, call=lambda c: c.previewing.ask_printer(),
             keys=("Ctrl+P",)),
        spec("case.close", _("Close the case"), part=5, call=lambda c: c.opening.close(), keys=("Ctrl+W",)),
        spec("case.quit", _("Quit"), part=5, call=lambda c: c.sight.quit(), keys=("Ctrl+Q",), needs=Needs.NOTHING),
    ]  # fmt: skip


def _edit() -> list[ActionSpec]:
    spec = partial(ActionSpec, menu="edit", part=1)
    return [
        spec("edit.undo", _("Undo"), call=lambda c: c.casework.undo(), keys=("Ctrl+Z",), needs=Needs.UNDO),
        spec("edit.redo", _("Redo"), call=lambda c: c.casework.redo(), keys=("Ctrl+Shift+Z", "Ctrl+Y"),
             needs=Needs.REDO),
        spec("edit.find", _("Find…"), part=2, call=lambda c: c.finding.ask(FindIn.ARTICLE), keys=("Ctrl+F",),
             needs=Needs.CASE),
        spec("edit.find-all", _("Find in all articles…"), part=2, call=lambda c: c.finding.ask(FindIn.ARTICLES),
             keys=("Ctrl+Shift+F",), needs=Needs.CASE),
        spec("edit.find-notes", _("Find in notes and evidence…"), part=2,
             call=lambda c: c.finding.ask(FindIn.NOTES), keys=("Ctrl+Shift+G",), needs=Needs.CASE),
        spec("edit.find-next", _("Find the next one"), part=2, call=lambda c: c.finding.go_next(1), keys=("F3",),
             needs=Needs.CASE),
        spec("edit.find-previous", _("Find the one before"), part=2, call=lambda c: c.finding.go_next(-1),
             keys=("Shift+F3",), needs=Needs.CASE),
        spec("edit.checker", _("Your name and initials…"), part=3, call=lambda c: c.opening.ask_checker(),
             keys=("Shift+F2",), needs=Needs.NOTHING),
        spec("edit.preferences", _("Preferences…"), part=9, call=lambda c: c.sight.show_preferences(),
             keys=("Ctrl+,", "F9"), needs=Needs.NOTHING),
    ]  # fmt: skip


def _go() -> list[ActionSpec]:
    spec = partial(ActionSpec, menu="go", scope=Scope.TEXT, needs=Needs.PLACE)
    return [
        spec("go.next", _("Next sentence"), part=1, call=lambda c: c.moving.step(1), keys=("J", "Down")),
        spec("go.previous", _("Previous sentence"), part=1, call=lambda c: c.moving.step(-1), keys=("K", "Up")),
        spec("go.next-unchecked", _("Next unchecked sentence"), part=1,
             call=lambda c: c.moving.step_unchecked(1), keys=("Ctrl+J", "Ctrl+Down")),
        spec("go.previous-unchecked", _("Previous unchecked sentence"), part=1,
             call=lambda c: c.moving.step_unchecked(-1), keys=("Ctrl+Up", "Ctrl+Shift+J")),
        spec("go.without-basis", _("Next mark without a basis"), part=1,
             call=lambda c: c.moving.step_without_basis(1), keys=("B",)),
        spec("go.select-next", _("Select the next sentence too"), part=2,
             call=lambda c: c.moving.step(1, select=True), keys=("Shift+Down", "Shift+J")),
        spec("go.select-previous", _("Select the previous sentence too"), part=2,
             call=lambda c: c.moving.step(-1, select=True), keys=("Shift+Up", "Shift+K")),
        spec("go.part", _("Next marked part of the sentence"), part=2, call=lambda c: c.moving.step_part(),
             keys=("T",), hint=_("Select the next part of the sentence that is marked, linked or borne out")),
        spec("go.left", _("Column to the left"), part=3, call=lambda c: c.moving.step_column(-1), keys=("Left",)),
        spec("go.right", _("Column to the right"), part=3, call=lambda c: c.moving.step_column(1), keys=("Right",)),
        spec("go.inside", _("Step inside the sentence"), part=3, call=lambda c: c.sight.step_inside(),
             keys=("Space",), hint=_("Step inside the sentence: arrows by letter, Shift selects, Esc out")),
        spec("go.speak", _("Speak the sentence again"), part=3, call=lambda c: c.sight.speak(), keys=("R",)),
        *(
            ActionSpec(f"go.article-{number}", _ARTICLE.replace("%d", str(number)), "go", 4,
                       partial(_show_article, number), (f"Ctrl+{number}",), number=number)
            for number in range(1, 10)
        ),
        ActionSpec("go.area", _("Next area of the window"), "go", 5, lambda c: c.sight.step_area(1), ("F6",),
                   needs=Needs.NOTHING),
        ActionSpec("go.area-back", _("Previous area of the window"), "go", 5, lambda c: c.sight.step_area(-1),
                   ("Shift+F6",), needs=Needs.NOTHING),
        ActionSpec("go.text", _("Back to the text"), "go", 5, lambda c: c.sight.to_text(), ("Ctrl+T",)),
    ]  # fmt: skip


def _show_article(number: int, controllers: Controllers) -> None:
    controllers.moving.show_article(number)


MEANINGS: dict[Label, str] = {
    Label.VERIFIED: _("The words as printed are confirmed by a named basis"),
    Label.DISPUTED: _("A named basis contradicts the words or a part of them"),
    Label.OPINION: _("A judgement, prediction or motive that no evidence could settle"),
    Label.UNCONFIRMED: _("Could be checked; no basis was found"),
    Label.NO_CLAIM: _("Asserts nothing"),
}
"""What each label means, for tooltips."""

_LABELS = (
    (Label.VERIFIED, _("Verified"), "V"),
    (Label.DISPUTED, _("Disputed"), "D"),
    (Label.OPINION, _("Opinion"), "O"),
    (Label.UNCONFIRMED, _("Unconfirmed"), "U"),
    (Label.NO_CLAIM, _("No claim"), "N"),
)
_MODIFIERS = (
    (Modifier.PARTLY, _("Partly"), ("P",)),
    (Modifier.NEEDS_CONTEXT, _("Needs context"), ("C",)),
    (Modifier.HEDGED, _("Hedged"), ("H",)),
    (Modifier.ATTRIBUTION_ONLY, _("Attribution only"), ("A",)),
    (Modifier.REFUTED, _("Refuted"), ("F",)),
)


def _mark_as(label: Label, controllers: Controllers) -> None:
    controllers.casework.mark(label)


def _modify(modifier: Modifier, controllers: Controllers) -> None:
    controllers.casework.modify(modifier)


def _mark() -> list[ActionSpec]:
    spec = partial(ActionSpec, menu="mark", scope=Scope.PLACES, needs=Needs.SENTENCE, context=True)
    return [
        *(
            spec(f"mark.{label}", text, part=1, call=partial(_mark_as, label), keys=(key,), tool=text,
                 hint=MEANINGS[label], label=label)
            for label, text, key in _LABELS
        ),
        spec("mark.clear", _("Clear the label"), part=1, call=lambda c: c.casework.mark(None), keys=("Del",)),
        *(
            spec(f"modify.{modifier}", text, part=2, call=partial(_modify, modifier), keys=keys, context=False)
            for modifier, text, keys in _MODIFIERS
        ),
        spec("mark.part", _("Part of the article"), part=4, call=lambda c: c.articles.take_in(), keys=("Y",),
             hint=_("This paragraph is part of the article’s account")),
        spec("mark.set-aside", _("Not part of the article"), part=4, call=lambda c: c.articles.set_aside(),
             keys=("X",), hint=_("Set this paragraph aside: it stays, folded away")),
        spec("mark.kind", _("What this paragraph is…"), part=4, call=lambda c: c.shaping.ask_kind(), keys=("I",),
             hint=_("Say what this paragraph is: headline, text, caption, photo credit and so on")),
        spec("mark.note", _("Write the note"), part=3, call=lambda c: c.sight.to_note(),
             keys=("Return", "Enter"), tool=_("Note")),
        spec("case.question", _("Ask a question about this…"), part=3, call=lambda c: c.questions.ask(), keys=("Q",),
             hint=_("Note a question about this sentence or passage, for whom it is and until when")),
        spec("mark.evidence", _("Evidence…"), part=3, call=lambda c: c.evidence.ask(), keys=("E",),
             tool=_("Evidence")),
        spec("mark.split", _("Split the sentence here"), part=5, call=lambda c: c.shaping.split(),
             keys=("Ctrl+Shift+X",), scope=Scope.TEXT,
             hint=_("Split the sentence at the caret: step inside it, or click between two words")),
        spec("mark.merge", _("Merge with the next sentence"), part=5, call=lambda c: c.shaping.merge(),
             keys=("Ctrl+Shift+M",)),
    ]  # fmt: skip


_SUGGESTIONS = (_("The first suggestion"), _("The second suggestion"), _("The third suggestion"))


def _bring(number: int, controllers: Controllers) -> None:
    controllers.suggesting.bring(number)


def _link() -> list[ActionSpec]:
    spec = partial(ActionSpec, menu="link", part=1, scope=Scope.PLACES, needs=Needs.SENTENCE, context=True)
    return [
        spec("link.make", _("Link to the other end…"), call=lambda c: c.linking.ask(), keys=("L",), tool=_("Link")),
        spec("link.both-disputed", _("Mark both ends disputed"), call=lambda c: c.linking.dispute_both(),
             keys=("Ctrl+Shift+D",), needs=Needs.CONTRADICTION,
             hint=_("Give both ends of the contradiction the label disputed")),
        spec("link.pin", _("Pin this end for a link"), call=lambda c: c.linking.pin(), keys=("Shift+L",)),
        *(
            spec(f"suggest.{number}", text, call=partial(_bring, number), keys=(str(number),), part=3,
                 needs=Needs.PLACE, context=False,
                 hint=_("Bring the other cursor to that suggestion; then it can be linked or rejected"))
            for number, text in enumerate(_SUGGESTIONS, start=1)
        ),
        spec("suggest.reject", _("Reject this suggestion"), call=lambda c: c.suggesting.reject(),
             keys=("Backspace",), part=3, context=False,
             hint=_("The suggestion the other cursor stands at is not made any more; undo brings it back")),
        spec("suggest.next", _("Next sentence with a suggestion"), call=lambda c: c.suggesting.walk(1), keys=("M",),
             part=3, needs=Needs.PLACE, context=False),
        spec("suggest.previous", _("Previous sentence with a suggestion"), call=lambda c: c.suggesting.walk(-1),
             keys=("Shift+M",), part=3, needs=Needs.PLACE, context=False),
        spec("link.quotation", _("Link this quotation in both articles"), call=lambda c: c.quoting.link(), keys=("G",),
             part=3, context=False,
             hint=_("Link words that both articles quote, as the same or an altered quotation")),
        spec("claim.word", _("Word this claim…"), call=lambda c: c.claims.word(), keys=("Z",), part=2,
             context=False, hint=_("Say in a few words what is claimed here; it heads the row of the claim matrix")),
        spec("claim.join", _("Join a claim…"), call=lambda c: c.claims.join(), keys=("W",), part=2, context=False,
             hint=_("Take the passage into a claim or a group of linked passages there is already")),
        spec("claim.leave", _("Leave the claim"), call=lambda c: c.claims.leave(), keys=("Shift+W",), part=2,
             context=False, hint=_("Take the passage out of its claim; links stay")),
        spec("claim.absent", _("Looked: not in the other article"), call=lambda c: c.claims.absent(),
             keys=("Shift+N",), part=2, context=False,
             hint=_("Note that you looked for this in the other article and it is not there; once more takes it back")),
    ]  # fmt: skip


def _view() -> list[ActionSpec]:
    spec = partial(ActionSpec, menu="view", part=1)
    anyway = partial(ActionSpec, menu="view", needs=Needs.NOTHING)
    return [
        spec("view.set-aside", _("What is set aside"), part=0, call=lambda c: c.sight.unfold(), keys=("S",),
             scope=Scope.TEXT, needs=Needs.PLACE, context=True),
        spec("view.close-column", _("Close this column"), part=0, call=lambda c: c.sight.close_column(),
             keys=("Ctrl+Shift+W",), needs=Needs.PLACE),
        spec("view.column-left", _("Move this column to the left"), part=0,
             call=lambda c: c.sight.move_column(-1), keys=("Ctrl+Shift+Left",), scope=Scope.TEXT, needs=Needs.PLACE),
        spec("view.column-right", _("Move this column to the right"), part=0,
             call=lambda c: c.sight.move_column(1), keys=("Ctrl+Shift+Right",), scope=Scope.TEXT, needs=Needs.PLACE),
        anyway("view.follow", _("Keep linked passages level"), part=0, call=lambda c: c.sight.toggle_following(),
               keys=("F8",), checked=lambda c: c.sight.following(),
               hint=_("Bring what the sentence is linked with to its height in the other columns")),
        spec("view.case", _("Case"), call=lambda c: c.sight.show_view("case"), keys=("Alt+1",)),
        spec("view.open-items", _("Open items"), call=lambda c: c.sight.show_view("open-items"), keys=("Alt+2",)),
        spec("view.sentences", _("Sentences"), call=lambda c: c.sight.show_view("sentences"), keys=("Alt+3",)),
        spec("view.links", _("Links"), call=lambda c: c.sight.show_view("links"), keys=("Alt+4",)),
        spec("view.history", _("History"), call=lambda c: c.sight.show_view("history"), keys=("Alt+5",)),
        spec("view.matrix", _("Claim matrix"), call=lambda c: c.sight.show_view("matrix"), keys=("Alt+6",)),
        spec("view.quotations", _("Quotations"), call=lambda c: c.sight.show_view("quotations"), keys=("Alt+7",)),
        spec("view.only-here", _("Only here"), call=lambda c: c.sight.show_view("only-here"), keys=("Alt+8",)),
        spec("view.difference", _("What differs"), call=lambda c: c.sight.show_view("difference"), keys=("Ctrl+D",),
             hint=_("Set the passages at the two cursors side by side, with what differs in them")),
        spec("view.filter", _("Filter the list…"), call=lambda c: c.finding.ask_filter(), keys=("Ctrl+Shift+L",)),
        spec("view.none", _("The columns alone"), call=lambda c: c.sight.show_view(""), keys=("Alt+0",)),
        anyway("view.larger", _("Larger text"), part=2, call=lambda c: c.sight.resize_text(1),
               keys=("Ctrl++", "Ctrl+=")),
        anyway("view.smaller", _("Smaller text"), part=2, call=lambda c: c.sight.resize_text(-1), keys=("Ctrl+-",)),
        anyway("view.theme-system", _("Colours of the system"), part=3,
               call=lambda c: c.sight.choose_theme("system"), keys=("Ctrl+F7",),
               checked=lambda c: c.sight.theme() == "system"),
        anyway("view.theme-light", _("Light colours"), part=3,
               call=lambda c: c.sight.choose_theme("light"), keys=("Ctrl+F8",),
               checked=lambda c: c.sight.theme() == "light"),
        anyway("view.theme-dark", _("Dark colours"), part=3,
               call=lambda c: c.sight.choose_theme("dark"), keys=("Ctrl+F9",),
               checked=lambda c: c.sight.theme() == "dark"),
    ]  # fmt: skip


def _help() -> list[ActionSpec]:
    spec = partial(ActionSpec, menu="help", part=1, needs=Needs.NOTHING)
    return [
        spec(
            "help.palette",
            _("What do you want to do?"),
            call=lambda c: c.sight.ask_action(),
            keys=("Ctrl+K",),
        ),
        spec("help.keys", _("Keys"), call=lambda c: c.sight.show_keys(), keys=("F1",)),
        spec(
            "help.about", _("About Verifier"), part=2, call=lambda c: c.sight.show_about(), keys=("Ctrl+F1",)
        ),
    ]


ACTIONS: tuple[ActionSpec, ...] = tuple(
    spec for group in (_case, _edit, _go, _mark, _link, _view, _help) for spec in group()
)
"""The table."""
