"""Open questions, right of reply and sign-off: who was asked what, who answered, who stands for the check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from verifier.domain.checkers import UNNAMED_SIGNATURE, initials_of, name_in
from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.reports.characters import unified_breaks
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Row, Section, Tone
from verifier.reports.tables import tables_of
from verifier.reports.wording import plain, quiet

_Entry = TypeVar("_Entry", Question, Reply, CheckPass)

_FACTS = (25, 75)
_FEW = 8
"""So many rows stay on one page."""
_BRIEFLY = 4
"""So many rows of a table are told in a memo."""


def build_asked(ground: Ground) -> Section:
    """Part 11: the questions, the replies asked for, the passes, and the sign-off."""
    heading = ground.gettext("Open questions, right of reply, sign-off")
    divisions = (_questions(ground), _replies(ground), _sign_off(ground))
    return Section("asked", heading, 1, divisions=divisions)


def ordered_questions(ground: Ground) -> tuple[Question, ...]:
    """The questions of the case, those nobody has answered first, else as they came."""
    return tuple(sorted(ground.rows.all(Question), key=lambda question: not question.is_open))


def question_lines(ground: Ground) -> list[Phrase]:
    """One line for each open question: its place, its words, for whom, until when."""
    return [_question_line(ground, one) for one in ordered_questions(ground) if one.is_open]


def open_questions_line(ground: Ground) -> list[Phrase]:
    """How many questions are open, for a report that has no part that tells them; none where none is."""
    number = sum(one.is_open for one in ground.rows.all(Question))
    words = ground.count("{n} question is open.", "{n} questions are open.", number)
    return [plain(words)] if number else []


def place_of_question(ground: Ground, question: Question) -> Piece:
    """Where a question is asked; "the whole case" where it has no place."""
    if question.place:
        return ground.places.ref(question.place)
    return Piece(ground.gettext("the whole case"), Tone.QUIET)


def _question_line(ground: Ground, question: Question) -> Phrase:
    before, _place, after = ground.gettext("Question on {place}: ").partition("{place}")
    asked = " · ".join(part for part in (_for_whom(ground, question), _due(ground, question)) if part)
    words = " ".join(question.text.split()) + (f" ({asked})" if asked else "")
    place = place_of_question(ground, question)
    return (Piece(before, Tone.STRONG), place, Piece(after, Tone.STRONG), Piece(words))


def _for_whom(ground: Ground, question: Question) -> str:
    return ground.gettext("for {whom}").format(whom=question.whom) if question.whom else ""


def _due(ground: Ground, question: Question) -> str:
    return ground.gettext("due {date}").format(date=question.due) if question.due else ""


# -- the divisions ---------------------------------------------------------------------------------------------------


def _questions(ground: Ground) -> Section:
    _ = ground.gettext
    found = ordered_questions(ground)
    rows = [Row(_question_cells(ground, one)) for one in _cut(ground, found)]
    lead = _lead(ground, len(found), _("No question was noted."))
    heads = (_("Place"), _("Question"), _("For whom, due"), _("Answer"))
    return Section("asked.questions", _("Questions"), 2, lead, tables_of(heads, (13, 39, 20, 28), rows))


def _cut(ground: Ground, found: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    """The entries that are told: the first few in a memo, else all."""
    return found[:_BRIEFLY] if ground.is_brief else found


def _lead(ground: Ground, number: int, nothing: str) -> tuple[Phrase, ...]:
    """What stands before a table of so many entries: that there are none, or more than a memo tells."""
    if not number:
        return (plain(nothing),)
    more = number - _BRIEFLY
    return (quiet(ground.rest(more)),) if ground.is_brief and more > 0 else ()


def _question_cells(ground: Ground, question: Question) -> tuple[Cell, ...]:
    asked = [part for part in (question.whom, _due(ground, question)) if part]
    return (
        ((place_of_question(ground, question),),),
        _told(question.text),
        tuple(plain(part) for part in asked) or (quiet("–"),),
        _told(question.answer) or (_missing(ground.gettext("open")),),
    )


def _replies(ground: Ground) -> Section:
    _ = ground.gettext
    found = tuple(ground.rows.all(Reply))
    rows = [Row(_reply_cells(ground, one)) for one in _cut(ground, found)]
    lead = _lead(ground, len(found), _("Nobody’s reply was asked for, as far as this case tells."))
    heads = (_("Who"), _("Asked"), _("Deadline"), _("Answer"))
    return Section("asked.replies", _("Right of reply"), 2, lead, tables_of(heads, (22, 24, 16, 38), rows))


def _reply_cells(ground: Ground, reply: Reply) -> tuple[Cell, ...]:
    return (
        _told(reply.who),
        tuple(plain(part) for part in (reply.when, reply.how) if part) or (quiet("–"),),
        _told(reply.deadline) or (quiet("–"),),
        _told(reply.answer) or (_missing(ground.gettext("no answer yet")),),
    )


def _sign_off(ground: Ground) -> Section:
    _ = ground.gettext
    found = tuple(ground.rows.all(CheckPass))
    passes = [Row(_pass_cells(one)) for one in _cut(ground, found)]
    heads, widths = (_("Pass"), _("By whom"), _("When")), (46, 30, 24)
    few = 0 < len(passes) <= _FEW
    grids = (Grid(heads, widths, tuple(passes), together=True),) if few else tables_of(heads, widths, passes)
    lead = _lead(ground, len(found), _("No pass over the case was noted."))
    return Section("asked.sign-off", _("Passes and sign-off"), 2, lead, (*grids, _people(ground)))


def _pass_cells(one: CheckPass) -> tuple[Cell, ...]:
    who = (plain(_person(one.who)),) if one.who else (quiet("–"),)
    return (_told(one.what), who, _told(one.when) or (quiet("–"),))


def _people(ground: Ground) -> Grid:
    """Who checked, who reviewed, who signed the case off."""
    _, details = ground.gettext, ground.rows.details
    reviewer = " ".join(details.reviewer.split())
    signed = " ".join(details.signed_by.split())
    on = " · ".join(part for part in (_person(signed) if signed else "", details.signed_on.strip()) if part)
    facts: Sequence[tuple[str, Cell]] = (
        (_("Checkers"), tuple(plain(_person(one)) for one in ground.snapshot.checkers) or (quiet("–"),)),
        (_("Reviewer"), (plain(_person(reviewer)) if reviewer else _missing(_("reviewer not named")),)),
        (_("Signed off"), (plain(on) if on else _missing(_("not signed off yet")),)),
    )
    return Grid((), _FACTS, tuple(Row(((quiet(name),), cell)) for name, cell in facts), together=True)


def _person(signature: str) -> str:
    """A person with initials: "A. Berg (AB)"; one without a name as the case has it."""
    return signature if signature == UNNAMED_SIGNATURE else f"{name_in(signature)} ({initials_of(signature)})"


def _told(text: str) -> Cell:
    """Words of several lines as the lines of a cell; () where there are none."""
    return tuple(plain(line) for line in unified_breaks(text).split("\n") if line.strip())


def _missing(words: str) -> Phrase:
    return (Piece(words, Tone.UNKNOWN),)
