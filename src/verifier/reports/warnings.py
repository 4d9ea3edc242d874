"""The list of warnings: every place where the case is not as firm as it should be before publication."""

from __future__ import annotations

from verifier.domain.articles import Version
from verifier.domain.kinds import Label
from verifier.domain.queries import OpenItem, Problem
from verifier.reports.asked import place_of_question
from verifier.reports.doubts import doubts_in_words, is_gap
from verifier.reports.ground import Ground
from verifier.reports.parts import Phrase, Piece, Section, Tone
from verifier.reports.quoting import named
from verifier.reports.summary import unchecked_lines, unconfirmed_lines
from verifier.reports.wording import address_phrase, is_one_origin, joined, plain


def build_warnings(ground: Ground) -> Section:
    """One line for each kind of problem, naming every place, then the sentences nobody has checked."""
    lines = [line for problem in Problem if (line := _line(ground, problem, ground.items))]
    origins = _one_origin_line(ground)
    if origins:
        lines.append(origins)
    lines.extend(unchecked_lines(ground))
    lines.extend(unconfirmed_lines(ground))
    lines.extend(_doubt_lines(ground))
    if not lines:
        lines = [plain(ground.gettext("There is nothing to warn of."))]
    return Section("warnings", ground.gettext("List of warnings"), 1, tuple(lines))


def _line(ground: Ground, problem: Problem, items: tuple[OpenItem, ...]) -> Phrase:
    places = [place_of(ground, item) for item in items if item.problem is problem]
    return _told(ground.gettext(PROBLEM_WORDS[problem]), places)


def _told(head: str, places: list[Phrase]) -> Phrase:
    """ "Head (2): A6 ↔ B16, A9"; nothing where there are no places."""
    found: list[Piece] = []
    for place in places:
        found += [Piece(", "), *place] if found else place
    return (Piece(f"{head} ({len(places)}): ", Tone.STRONG), *found) if places else ()


def place_of(ground: Ground, item: OpenItem) -> Phrase:
    """Where something is to be settled: a passage, both ends of a link, or what a question is about."""
    if item.question is not None:
        return (place_of_question(ground, item.question),)
    return address_phrase(ground, item.link) if item.link else (ground.places.ref(item.passage_id),)


def _one_origin_line(ground: Ground) -> Phrase:
    refs = [
        ground.places.ref(passage.id)
        for passage, mark in ground.places.judged_marks()
        if mark.label is Label.VERIFIED and is_one_origin(mark, ground.basis(mark))
    ]
    head = ground.gettext("Verified on evidence of one origin alone")
    return (Piece(f"{head} ({len(refs)}): ", Tone.STRONG), *joined(refs)) if refs else ()


def _doubt_lines(ground: Ground) -> list[Phrase]:
    """One line for each article of which letters are missing, or the kinds of paragraphs are in doubt."""
    _ = ground.gettext
    found: list[Phrase] = []
    for article in ground.rows.articles():
        name = named(ground, article)
        if is_gap(ground.rows.need(Version, article.version_id)):
            words = _("letters of the source are missing in the text that was read.")
            if ground.has("custody"):
                words = _(
                    "letters of the source are missing in the text that was read; see the custody of the source."
                )
            found.append((*name, Piece(": "), Piece(words, Tone.STRONG)))
        doubts = doubts_in_words(ground, article)
        if doubts:
            found.append((*name, Piece(": "), Piece(doubts)))
    return found


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


PROBLEM_WORDS = {
    Problem.HARD_CONFLICT: _("Hard conflicts nobody has resolved"),
    Problem.REFUTED: _("Refuted by primary evidence"),
    Problem.VERIFIED_BUT_CONTRADICTED: _("Verified, yet an open link contradicts it"),
    Problem.LEFT_BEHIND: _("Left behind by a new reading of the article"),
    Problem.WITHOUT_BASIS: _("Verified or disputed without a basis"),
    Problem.TO_DO: _("Something is asked of the editor or the writer"),
    Problem.QUESTION: _("Questions nobody has answered"),
    Problem.OPEN_DIFFERENCE: _("Other differences nobody has resolved"),
}
"""What each problem is called in lists of them."""
