"""Open questions, right of reply and sign-off: who was asked what, who answered, who stands for the check."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.checkers import UNNAMED_SIGNATURE, initials_of, name_in
from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.reports.characters import one_line, unified_breaks
from verifier.reports.ground import Ground
from verifier.reports.parts import Cell, Grid, Phrase, Piece, Row, Section, Tone
from verifier.reports.tables import tables_of
from verifier.reports.wording import data_line, plain, quiet, shortened

_FACTS = (25, 75)
_FEW = 8
"""So many rows stay on one page."""
_BRIEFLY = 3
"""So many questions, replies and passes are told in a memo."""
_ANSWER = 160
"""The most code points of an answer there."""


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


_NO_REPLY = _("Nobody’s reply was asked for, as far as this case tells.")
_NO_PASS = _("No pass over the case was noted.")


def build_asked(ground: Ground) -> Section:
    """Part 11: the questions, the replies asked for, the passes, and the sign-off."""
    heading = ground.gettext("Open questions, right of reply, sign-off")
    divisions: tuple[Section, ...] = (_questions(ground), _replies(ground), _sign_off(ground))
    if ground.is_brief:
        divisions = (_questions(ground), _closing(ground))
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
    words = one_line(question.text) + (f" ({asked})" if asked else "")
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
    shown = found[:_BRIEFLY] if ground.is_brief else found
    rows = [Row(_question_cells(ground, one)) for one in shown]
    lead = () if rows else (plain(_("No question was noted.")),)
    if len(shown) < len(found):
        lead = (quiet(ground.rest(len(found) - len(shown))),)
    heads = (_("Place"), _("Question"), _("For whom, due"), _("Answer"))
    return Section("asked.questions", _("Questions"), 2, lead, tables_of(heads, (13, 39, 20, 28), rows))


def _question_cells(ground: Ground, question: Question) -> tuple[Cell, ...]:
    asked = [part for part in (question.whom, _due(ground, question)) if part]
    return (
        ((place_of_question(ground, question),),),
        _told(question.text),
        _lines(ground, asked),
        _told(question.answer) or (_missing(ground.gettext("open")),),
    )


def _lines(ground: Ground, told: list[str]) -> Cell:
    """Short facts one under the other, in a memo beside each other; "–" where there are none."""
    if not told:
        return (quiet("–"),)
    return (plain(" · ".join(told)),) if ground.is_brief else tuple(map(plain, told))


def _replies(ground: Ground) -> Section:
    _ = ground.gettext
    rows = [Row(_reply_cells(ground, one)) for one in ground.rows.all(Reply)]
    lead = () if rows else (plain(_(_NO_REPLY)),)
    heads = (_("Who"), _("Asked"), _("Deadline"), _("Answer"))
    return Section("asked.replies", _("Right of reply"), 2, lead, tables_of(heads, (22, 24, 16, 38), rows))


def _reply_cells(ground: Ground, reply: Reply) -> tuple[Cell, ...]:
    return (
        _told(reply.who),
        _lines(ground, [part for part in (reply.when, reply.how) if part]),
        _told(reply.deadline) or (quiet("–"),),
        _told(reply.answer) or (_missing(ground.gettext("no answer yet")),),
    )


def _sign_off(ground: Ground) -> Section:
    _ = ground.gettext
    passes = [Row(_pass_cells(one)) for one in ground.rows.all(CheckPass)]
    heads, widths = (_("Pass"), _("By whom"), _("When")), (46, 30, 24)
    few = 0 < len(passes) <= _FEW
    grids = (Grid(heads, widths, tuple(passes), together=True),) if few else tables_of(heads, widths, passes)
    lead = () if passes else (plain(_(_NO_PASS)),)
    return Section("asked.sign-off", _("Passes and sign-off"), 2, lead, (*grids, _people(ground)))


def _pass_cells(one: CheckPass) -> tuple[Cell, ...]:
    who = (plain(_person(one.who)),) if one.who else (quiet("–"),)
    return (_told(one.what), who, _told(one.when) or (quiet("–"),))


def _closing(ground: Ground) -> Section:
    """Right of reply, passes and sign-off as a memo tells them: a line each."""
    _ = ground.gettext
    replies = [_reply_line(ground, one) for one in ground.rows.all(Reply)]
    passes = [_pass_line(one) for one in ground.rows.all(CheckPass)]
    facts: list[tuple[str, Cell]] = [
        (_("Right of reply"), _few_lines(ground, replies, _NO_REPLY)),
        (_("Passes"), _few_lines(ground, passes, _NO_PASS)),
        (_("Signed off"), (_signed_off(ground),)),
    ]
    data = data_line(ground)
    if data and not ground.has("annotated"):
        facts.append((_("Data for machines"), (data,)))
    rows = tuple(Row(((quiet(name),), cell)) for name, cell in facts)
    grid = Grid((), _FACTS, rows, together=True)
    return Section("asked.sign-off", _("Right of reply and sign-off"), 2, (), (grid,))


def _few_lines(ground: Ground, lines: list[Phrase], nothing: str) -> Cell:
    """The first lines, and how many more there are; ``nothing`` where there are none."""
    more = len(lines) - _BRIEFLY
    shown = lines[:_BRIEFLY] or [quiet(ground.gettext(nothing))]
    return (*shown, quiet(ground.rest(more))) if more > 0 else tuple(shown)


def _reply_line(ground: Ground, reply: Reply) -> Phrase:
    """ "Harbour board · 22 Nov · by e-mail · deadline 23 Nov: no answer yet"."""
    until = ground.gettext("deadline {date}").format(date=reply.deadline) if reply.deadline else ""
    head = " · ".join(part for part in (reply.who, reply.when, reply.how, until) if part)
    answer = one_line(reply.answer)
    told = (
        Piece(shortened(answer, _ANSWER)) if answer else Piece(ground.gettext("no answer yet"), Tone.UNKNOWN)
    )
    return (Piece(f"{one_line(head)}: "), told)


def _pass_line(one: CheckPass) -> Phrase:
    parts = (one_line(one.what), _person(one.who) if one.who else "", one.when)
    return plain(" · ".join(part for part in parts if part))


def _people(ground: Ground) -> Grid:
    """Who checked, who reviewed, who signed the case off."""
    _, details = ground.gettext, ground.rows.details
    reviewer = one_line(details.reviewer)
    facts: Sequence[tuple[str, Cell]] = (
        (_("Checkers"), tuple(plain(_person(one)) for one in ground.snapshot.checkers) or (quiet("–"),)),
        (_("Reviewer"), (plain(_person(reviewer)) if reviewer else _missing(_("reviewer not named")),)),
        (_("Signed off"), (_signed_off(ground),)),
    )
    return Grid((), _FACTS, tuple(Row(((quiet(name),), cell)) for name, cell in facts), together=True)


def _signed_off(ground: Ground) -> Phrase:
    """Who signed the case off, and when; that nobody has."""
    details = ground.rows.details
    signed = one_line(details.signed_by)
    on = " · ".join(part for part in (_person(signed) if signed else "", details.signed_on.strip()) if part)
    return plain(on) if on else _missing(ground.gettext("not signed off yet"))


def _person(signature: str) -> str:
    """A person with initials: "A. Berg (AB)"; one without a name as the case has it."""
    return signature if signature == UNNAMED_SIGNATURE else f"{name_in(signature)} ({initials_of(signature)})"


def _told(text: str) -> Cell:
    """Words of several lines as the lines of a cell; () where there are none."""
    return tuple(plain(line) for line in unified_breaks(text).split("\n") if line.strip())


def _missing(words: str) -> Phrase:
    return (Piece(words, Tone.UNKNOWN),)
