"""The summary: what must change before publication, what else is open, how far the case has come."""

from __future__ import annotations

from verifier.domain import queries
from verifier.domain.articles import Article, Passage
from verifier.domain.judgements import Link, Mark
from verifier.domain.kinds import Advice, Label
from verifier.domain.queries import OpenItem, Problem
from verifier.reports.asked import open_questions_line, question_lines
from verifier.reports.ground import Ground
from verifier.reports.parts import (
    Bar,
    Cell,
    Grid,
    Phrase,
    Piece,
    Row,
    Section,
    Share,
    Summary,
    Tone,
)
from verifier.reports.quoting import named, quoted
from verifier.reports.wording import (
    address_phrase,
    difference_words,
    evidence_refs,
    plain,
    quiet,
    relation_words,
    short_name,
    tag_piece,
)

SETTLE_LIMIT, SETTLE_BRIEFLY = 60, 5
"""Rows of the first table, in a dossier and in a memo; the list of warnings holds every place."""

OPEN_LIMIT = 20
"""Questions, and differences, among the open items of the summary."""

EXCERPT, EXCERPT_BRIEFLY = 170, 110
"""Code points of a passage quoted in the summary, in a dossier and in a memo."""

_BARS_BRIEFLY, _COUNTS_BRIEFLY = 3, 8
"""So many articles have a bar in a memo, and so many a row in its table of counts."""

_SHOWN = (*(str(label) for label in Label), "mixed", "")
"""The order of labels in bars and tables; "" is not checked."""


def build_summary(ground: Ground) -> Summary:
    """What to settle, what else is open, and the labels of each article."""
    bars = tuple(_bar(ground, article) for article in ground.rows.articles())
    return Summary(
        heading=ground.gettext("Summary"),
        settle=_settle(ground),
        open=_open(ground),
        counts_heading=ground.gettext("Labels in each article"),
        bars=() if ground.is_brief and len(bars) > _BARS_BRIEFLY else bars,
        counts=_counts(ground, bars),
    )


def _settle(ground: Ground) -> Section:
    _ = ground.gettext
    grave = _without_repeats(ground.items)
    limit = SETTLE_BRIEFLY if ground.is_brief else SETTLE_LIMIT
    rows = tuple(_settle_row(ground, item) for item in grave[:limit])
    lead: tuple[Phrase, ...] = ()
    if not grave:
        lead = (plain(_("Nothing marked or linked so far has to be settled before publication.")),)
    elif len(grave) > limit:
        lead = (quiet(_and_more(ground, len(grave) - limit)),)
    heads = (_("Place"), _("What stands against it"), _("What to do"))
    return Section(
        "settle",
        _("Settle before publication"),
        2,
        lead,
        (Grid(heads, (16, 54, 30), rows),) if rows else (),
    )


def _and_more(ground: Ground, number: int) -> str:
    """That the first table is cut, and where the rest is told."""
    if ground.has("warnings"):
        return ground.count(
            "The gravest come first; {n} more place is named in the list of warnings.",
            "The gravest come first; {n} more places are named in the list of warnings.",
            number,
        )
    return f"{ground.gettext('The gravest come first.')} {ground.rest(number)}"


def _without_repeats(items: tuple[OpenItem, ...]) -> list[OpenItem]:
    """The grave items, less the advice that is told already with a hard conflict at the same passage."""
    links = [item.link for item in items if item.problem is Problem.HARD_CONFLICT and item.link]
    told = {end for link in links for end in (link.a, link.b)}
    return [
        item
        for item in items
        if item.problem not in (Problem.OPEN_DIFFERENCE, Problem.QUESTION)
        and not (item.problem is Problem.TO_DO and item.passage_id in told)
    ]


def _settle_row(ground: Ground, item: OpenItem) -> Row:
    if item.link is not None:
        return Row(
            (
                _place_of_link(ground, item.link),
                _conflict(ground, item.link),
                _advice_on_link(ground, item.link),
            )
        )
    ref = ground.places.ref(item.passage_id)
    return Row((((ref,),), _trouble(ground, item), _advice(ground, item)))


def _place_of_link(ground: Ground, link: Link) -> Cell:
    return (address_phrase(ground, link),)


def excerpt(ground: Ground, passage_id: str) -> Phrase:
    """The first words of a passage, in quotation marks; "…" where it begins or ends inside a sentence."""
    passage = ground.rows.need(Passage, passage_id)
    words = quoted(ground, passage, EXCERPT_BRIEFLY if ground.is_brief else EXCERPT)
    before, after = ground.places.is_cut(passage)
    opening, closing = ground.quotation_marks
    if any(opening in piece.text for piece in words):
        opening, closing = ground.inner_marks
    whole = words[-1:] != (Piece(" …"),)
    return (
        Piece(opening + ("… " if before else "")),
        *words,
        Piece((" …" if after and whole else "") + closing),
    )


def _conflict(ground: Ground, link: Link) -> Cell:
    marks = [
        mark for mark in (ground.rows.mark_on(link.a), ground.rows.mark_on(link.b)) if mark and mark.label
    ]
    line: list[Piece] = []
    for mark in marks[:1]:
        line += [tag_piece(ground, mark), Piece(" · ", Tone.QUIET)]
    respect = difference_words(ground, link)
    line.append(Piece(relation_words(ground, link) + (f": {respect}" if respect else "")))
    quotes = (*excerpt(ground, link.a), Piece(" – "), *excerpt(ground, link.b))
    note = ground.note_line(link)
    return (quotes, tuple(line), note) if note else (quotes, tuple(line))


def _advice_on_link(ground: Ground, link: Link) -> Cell:
    marks = [ground.rows.mark_on(link.a), ground.rows.mark_on(link.b)]
    advised = [mark for mark in marks if mark is not None and (mark.advice or mark.wording)]
    if not advised:
        return (plain(ground.gettext("Settle which stands, or say that it cannot be settled.")),)
    several = len(advised) > 1
    found: list[Phrase] = []
    for mark in advised:
        head = (ground.places.ref(mark.passage_id), Piece(" ")) if several else ()
        found.extend(
            (*head, *phrase) if index == 0 else phrase for index, phrase in enumerate(_told(ground, mark))
        )
    return tuple(found)


def _trouble(ground: Ground, item: OpenItem) -> Cell:
    quote, mark = excerpt(ground, item.passage_id), item.mark
    line: list[Piece] = [tag_piece(ground, mark)] if mark and mark.label else []
    words = ground.gettext(_TROUBLES[item.problem]) if item.problem in _TROUBLES else ""
    if words:
        line += [Piece(" · ", Tone.QUIET)] if line else []
        line.append(Piece(words))
    if mark and item.problem is Problem.REFUTED and (evidence := evidence_refs(ground, mark.passage_id)):
        line += [Piece(" · ", Tone.QUIET), *evidence]
    note = ground.note_line(mark) if mark else ()
    return tuple(phrase for phrase in (quote, tuple(line), note) if phrase)


def _advice(ground: Ground, item: OpenItem) -> Cell:
    mark = item.mark
    remedy = plain(ground.gettext(_REMEDIES[item.problem]))
    if mark is None or not (mark.advice or mark.wording):
        return (remedy,)
    told = _told(ground, mark)
    return (remedy, *told) if item.problem is Problem.LEFT_BEHIND else told


def _told(ground: Ground, mark: Mark) -> Cell:
    """What the checker asks for, with the suggested wording."""
    lines: list[Phrase] = []
    if mark.advice:
        lines.append(plain(ground.gettext(_ASKED[mark.advice])))
    if mark.wording:
        lines.append(plain(ground.gettext("Suggested: “{wording}”").format(wording=mark.wording)))
    return tuple(lines)


def _open(ground: Ground) -> Section:
    _ = ground.gettext
    lead = [*_open_questions(ground), *_open_differences(ground)]
    lead.extend(unchecked_lines(ground))
    lead.extend(unconfirmed_lines(ground))
    if not lead:
        lead = [
            plain(
                _(
                    "Nothing else is open: every sentence is checked, every difference resolved, "
                    "every question answered."
                )
            )
        ]
    return Section("open", _("Open items"), 2, tuple(lead))


def _open_questions(ground: Ground) -> list[Phrase]:
    """The first questions, and that there are more. In a memo, and where the part on questions is switched off, it is
    only said how many there are.
    """
    if ground.is_brief or not ground.has("asked"):
        return open_questions_line(ground)
    lines = question_lines(ground)
    if len(lines) > OPEN_LIMIT:
        told = ground.gettext("More open questions are told in the part on questions.")
        return [*lines[:OPEN_LIMIT], quiet(told)]
    return lines


def _open_differences(ground: Ground) -> list[Phrase]:
    """The first differences that are not grave, and that there are more; in a memo how many there are."""
    links = [item.link for item in ground.items if item.problem is Problem.OPEN_DIFFERENCE and item.link]
    more = len(links) - OPEN_LIMIT
    if ground.is_brief:
        words = ground.count("{n} lesser difference is open.", "{n} lesser differences are open.", len(links))
        return [plain(words)] if links else []
    lines = [_open_difference(ground, link) for link in links[:OPEN_LIMIT]]
    if more <= 0:
        return lines
    told = ground.gettext("More open differences are named in the list of warnings.")
    return [*lines, quiet(told if ground.has("warnings") else ground.rest(more))]


def _open_difference(ground: Ground, link: Link) -> Phrase:
    respect = difference_words(ground, link)
    words = f" {relation_words(ground, link)}" + (f" ({respect})" if respect else "")
    return (*address_phrase(ground, link), Piece(words))


def unchecked_lines(ground: Ground) -> list[Phrase]:
    """One line for each article that has sentences nobody has checked; in a memo on many articles, one for all."""
    articles = ground.rows.articles()
    if ground.is_brief and len(articles) > _BARS_BRIEFLY:
        total = sum(label_counts(ground, article)[""] for article in articles)
        return [plain(unchecked_words(ground, total))] if total else []
    return [
        (*named(ground, article), Piece(": "), Piece(unchecked_words(ground, count)))
        for article in articles
        if (count := label_counts(ground, article)[""])
    ]


def unchecked_words(ground: Ground, count: int) -> str:
    """ "3 sentences are not checked yet."."""
    return ground.count("{n} sentence is not checked yet.", "{n} sentences are not checked yet.", count)


def unconfirmed_lines(ground: Ground) -> list[Phrase]:
    """A line for each article of which values are printed that nobody has confirmed; in a memo on many, one for all."""
    articles = [article for article in ground.rows.articles() if article.unconfirmed]
    if ground.is_brief and len(articles) > _BARS_BRIEFLY:
        told = ground.count(
            "Of {n} article, values found by the program are not confirmed by anybody.",
            "Of {n} articles, values found by the program are not confirmed by anybody.",
            len(articles),
        )
        return [plain(told)]
    return [
        (
            *named(ground, article),
            Piece(": "),
            Piece(
                ground.gettext("found by the program and not confirmed by anybody: {fields}.").format(
                    fields=", ".join(ground.word("field", field) for field in article.unconfirmed)
                )
            ),
        )
        for article in articles
    ]


# -- counts ----------------------------------------------------------------------------------------------------------


def label_counts(ground: Ground, article: Article) -> dict[str, int]:
    """How many sentences of an account count as each label, "" for those not checked; counted once for a report."""
    known = ground.label_counts.get(article.id)
    if known is None:
        known = ground.label_counts[article.id] = dict.fromkeys(_SHOWN, 0)
        for sentence in queries.account(ground.rows, article):
            known[str(ground.places.label_of(sentence) or "")] += 1
    return known


def _bar(ground: Ground, article: Article) -> Bar:
    counts = label_counts(ground, article)
    shares = tuple(
        Share(label, ground.word("label", label or "none"), count) for label, count in counts.items()
    )
    spoken = ", ".join(f"{share.count} {share.words}" for share in shares if share.count)
    name = short_name(ground, article)
    total = sum(counts.values())
    return Bar(
        name, named(ground, article), shares, total, f"{name}: {spoken or ground.gettext('no sentences')}"
    )


def _counts(ground: Ground, bars: tuple[Bar, ...]) -> Grid:
    _ = ground.gettext
    shown = [label for label in _SHOWN if label != "mixed" or any(_count(bar, "mixed") for bar in bars)]
    names = [ground.word("label", label or "none") for label in shown]
    heads = (_("Article"), *(name[:1].upper() + name[1:] for name in names), _("All"))
    widths = (26, *(max(7, len(head) + 2) for head in heads[1:]))
    rows = tuple(
        Row(
            (
                (bar.title,),
                *((plain(str(_count(bar, label))),) for label in shown),
                (plain(str(bar.total)),),
            )
        )
        for bar in (bars[:_COUNTS_BRIEFLY] if ground.is_brief else bars)
    )
    caption = counts_caption(ground)
    if len(rows) < len(bars):
        caption = f"{caption} {ground.rest(len(bars) - len(rows))}"
    return Grid(heads, widths, rows, caption)


def counts_caption(ground: Ground) -> str:
    """What the counts say, and what they do not."""
    return ground.gettext(
        "Sentences of each account, each counted once. Counts describe what was checked in this case, "
        "not how reliable a source is."
    )


def _count(bar: Bar, label: str) -> int:
    return next(share.count for share in bar.shares if share.label == label)


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


_TROUBLES = {
    Problem.REFUTED: _("refuted: primary evidence settles it"),
    Problem.VERIFIED_BUT_CONTRADICTED: _("an open link contradicts it"),
    Problem.LEFT_BEHIND: _(
        "stands on an earlier reading: the words were not found again in the article for sure"
    ),
}
"""What stands against a passage, where its tag does not say so: a tag names its missing basis by itself."""

_REMEDIES = {
    Problem.REFUTED: _("Correct it or cut it."),
    Problem.VERIFIED_BUT_CONTRADICTED: _("Resolve the contradiction, or change the label."),
    Problem.LEFT_BEHIND: _("Say where it belongs in the article as it is read now, or clear it."),
    Problem.WITHOUT_BASIS: _("Name a basis, or change the label."),
    Problem.TO_DO: _("See the note."),
}

_ASKED = {
    Advice.CORRECT: _("Correct it."),
    Advice.ATTRIBUTE: _("Attribute it."),
    Advice.CUT: _("Cut it."),
    Advice.ASK: _("Ask the writer."),
    Advice.LEAVE: _("Leave it as it is."),
}
