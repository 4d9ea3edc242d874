"""The verb ``compare``: what comparing finds in a case, as JSON and as lines. It proposes, and decides nothing.

Positions are code points, half open, of the article's reading text; ``words`` are the words there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from verifier.domain.articles import Passage, Sentence
from verifier.domain.comparing import (
    Account,
    Alone,
    AloneKind,
    Comparison,
    Figure,
    FigureKind,
    Likeness,
    Quotation,
    QuotationMatch,
    Reason,
    Span,
    Suggestion,
)
from verifier.domain.judgements import Link, Rejection
from verifier.domain.queries import sentences_under
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.session.comparing import accounts_of, compare_accounts
from verifier.session.opencase import OpenCase
from verifier.text.measures.agreement import Agreement

Json = dict[str, Any]

MOST_LINES = 20
"""So many suggestions of two articles are printed for people; ``--json`` has all."""


def comparison(case: OpenCase) -> Json:
    """What comparing finds, as ``compare --json`` prints it. Suggestions that were accepted (their sentences are
    linked) or rejected are left out; so are linked sentences from what only one article has.
    """
    return _Telling(case).json()


def comparison_lines(case: OpenCase, translator: Translator) -> list[str]:
    """The same as lines for people."""
    return list(_lines(_Telling(case), translator))


def _pairs(rows: CaseRows, ties: Iterable[Link | Rejection]) -> frozenset[tuple[str, str]]:
    """The pairs of sentences, either way round, that links or rejections are about, in whole or in part."""
    found: set[tuple[str, str]] = set()
    for tie in ties:
        a, b = (sentences_under(rows, rows.need(Passage, end)) for end in (tie.a, tie.b))
        found.update(pair for one in a for other in b for pair in ((one.id, other.id), (other.id, one.id)))
    return frozenset(found)


class _Telling:
    """What was found in a case, made ready to print."""

    def __init__(self, case: OpenCase) -> None:
        self._rows = case.rows
        self.accounts = accounts_of(case)
        self._homes = {account.article_id: account for account in self.accounts}
        self._sentences = {piece.id: account for account in self.accounts for piece in account.pieces}
        self.found: Comparison = compare_accounts(self.accounts)
        linked = _pairs(self._rows, self._rows.all(Link))
        decided = linked | _pairs(self._rows, self._rows.all(Rejection))
        self.linked = frozenset(sentence for sentence, _other in linked)
        self.suggestions = [each for each in self.found.suggestions if (each.a, each.b) not in decided]

    def json(self) -> Json:
        """All of it."""
        return {
            "suggestions": [self.suggestion(each) for each in self.suggestions],
            "quotations": [
                self.quotation(self._homes[article_id], each)
                for article_id, some in self.found.quotations
                for each in some
            ],
            "figures": self.figures(),
            "names": [
                {
                    "usual": each.usual,
                    "variant": each.variant,
                    "usual_at": [self._at(*place) for place in each.usual_places],
                    "variant_at": [self._at(*place) for place in each.variant_places],
                }
                for each in self.found.names
            ],
            "only_here": {
                account.letter: [self._alone(each) for each in self.alone(account)]
                for account in self.accounts
            },
        }

    # -- places --------------------------------------------------------------------------------------------------

    def address(self, account: Account, place: int) -> str:
        """The address of the sentence at a place, "A–" where there is none."""
        from verifier.compare.accounts import piece_at

        piece = piece_at(account, place)
        return account.letter + (piece.number if piece and piece.number else "–")

    def address_of_sentence(self, sentence_id: str) -> str:
        """The address of a sentence of an account."""
        return self.address(self._sentences[sentence_id], self._rows.need(Sentence, sentence_id).start)

    def words(self, sentence_id: str) -> str:
        """A sentence on one line."""
        sentence = self._rows.need(Sentence, sentence_id)
        return " ".join(self._sentences[sentence_id].text[sentence.start : sentence.end].split())

    def _at(self, article_id: str, span: Span) -> Json:
        return self.place(self._homes[article_id], span)

    def place(self, account: Account, span: Span) -> Json:
        """A span with its address and its words."""
        return {"address": self.address(account, span[0]), **self._span(account, span)}

    def _span(self, account: Account, span: Span) -> Json:
        return {"start": span[0], "end": span[1], "words": account.text[slice(*span)]}

    # -- suggestions ---------------------------------------------------------------------------------------------

    def suggestion(self, each: Suggestion) -> Json:
        """A suggestion with its reasons."""
        return {
            "a": self.address_of_sentence(each.a),
            "b": self.address_of_sentence(each.b),
            "score": round(each.score, 4),
            "reasons": [self._reason(each, reason) for reason in each.reasons],
        }

    def _reason(self, each: Suggestion, reason: Reason) -> Json:
        one, other = self._sentences[each.a], self._sentences[each.b]
        return {
            "kind": reason.kind.value,
            "weight": reason.weight,
            "a": [self._span(one, span) for span in reason.a],
            "b": [self._span(other, span) for span in reason.b],
        }

    def letters(self, each: Suggestion) -> tuple[str, str]:
        """The letters of the two articles."""
        return self._sentences[each.a].letter, self._sentences[each.b].letter

    def shared(self, each: Suggestion) -> str:
        """What a suggestion stands on, as the first article words it."""
        text = self._sentences[each.a].text
        words = (" ".join(text[start:end].split()) for reason in each.reasons for start, end in reason.a)
        return ", ".join(dict.fromkeys(words))

    # -- quotations ----------------------------------------------------------------------------------------------

    def quotation(self, account: Account, each: Quotation) -> Json:
        """A quotation, its speaker where that is sure, and where other articles have it."""
        return {
            **self.place(account, (each.start, each.end)),
            "speaker": each.speaker or None,
            "also": [self._match(account, match) for match in self.matches(account, each)],
        }

    def matches(self, account: Account, each: Quotation) -> Iterator[QuotationMatch]:
        """Where other articles have a quotation."""
        for match in self.found.matches:
            ends = (match.article_a, match.a), (match.article_b, match.b)
            if any(
                article == account.article_id and (each.start, each.end) == (one.start, one.end)
                for article, one in ends
            ):
                yield match

    def other_side(
        self, account: Account, match: QuotationMatch
    ) -> tuple[Account, Quotation, tuple[Span, ...]]:
        """The end of a match in the other article, and the words that differ there."""
        if match.article_a == account.article_id:
            return self._homes[match.article_b], match.b, match.differing_b
        return self._homes[match.article_a], match.a, match.differing_a

    def _match(self, account: Account, match: QuotationMatch) -> Json:
        there, quotation, differing = self.other_side(account, match)
        mine = match.differing_a if match.article_a == account.article_id else match.differing_b
        return {
            "likeness": match.likeness.value,
            **self.place(there, (quotation.start, quotation.end)),
            "speaker": quotation.speaker or None,
            "differing": [self._span(account, span) for span in mine],
            "differing_there": [self._span(there, span) for span in differing],
        }

    # -- figures -------------------------------------------------------------------------------------------------

    def figures(self) -> list[Json]:
        """Every figure, with those of other articles that say the same or leave room for it."""
        from verifier.compare.figures import shared_figures

        by_article = dict(self.found.figures)
        found = []
        for account in self.accounts:
            mine = by_article[account.article_id]
            also: dict[Figure, list[Json]] = {figure: [] for figure in mine}
            for other in self.accounts:
                if other is not account:
                    for pair in shared_figures(mine, by_article[other.article_id]):
                        place = self.place(other, (pair.b.start, pair.b.end))
                        also[pair.a].append({"agreement": pair.agreement.value, **place})
            found += [self._figure(account, figure) | {"also": also[figure]} for figure in mine]
        return found

    def _figure(self, account: Account, figure: Figure) -> Json:
        return {
            **self.place(account, (figure.start, figure.end)),
            "kind": figure.kind.value,
            "low": _bound(figure, figure.low),
            "high": _bound(figure, figure.high),
            "unit": (figure.unit or None) if figure.kind is not FigureKind.DATE else None,
            "approximate": figure.approximate,
        }

    # -- only here -----------------------------------------------------------------------------------------------

    def alone(self, account: Account) -> list[Alone]:
        """What only one article has; sentences that are linked are not alone."""
        return [
            each
            for each in self.found.alone
            if each.article_id == account.article_id
            and not (each.kind is AloneKind.SENTENCE and each.sentence_id in self.linked)
        ]

    def _alone(self, each: Alone) -> Json:
        looked = self.looked_in(each)
        return {
            "kind": each.kind.value,
            **self._at(each.article_id, (each.start, each.end)),
            "looked_in": list(looked),
        }

    def looked_in(self, each: Alone) -> Sequence[str]:
        """The letters of the articles a checker has looked in without finding it: elsewhere it is not compared."""
        version = self._rows.need(Sentence, each.sentence_id).version_id
        looked = {
            absence.article_id
            for passage in self._rows.passages_over(version, each.start, each.end)
            if passage.start <= each.start and each.end <= passage.end
            for absence in self._rows.absences_on(passage.id)
        }
        return [account.letter for account in self.accounts if account.article_id in looked]


def _bound(figure: Figure, bound: float | None) -> float | str | None:
    """A bound of a figure; of a date the ISO day."""
    if bound is None or figure.kind is not FigureKind.DATE:
        return bound
    return date.fromordinal(int(bound)).isoformat()


# -- for people ------------------------------------------------------------------------------------------------------


def _lines(telling: _Telling, translator: Translator) -> Iterator[str]:
    text = translator.gettext
    parts = (
        (text("Perhaps the same (suggestions, best first):"), _suggestion_lines(telling, translator)),
        (text("Quotations in several articles:"), _quotation_lines(telling, translator)),
        (text("Figures in several articles:"), _figure_lines(telling)),
        (text("Spellings that may be one name:"), _name_lines(telling)),
        (text("Only here, as far as comparing sees:"), _alone_lines(telling, translator)),
    )
    told = False
    for heading, lines in parts:
        first = next(lines, None)
        if first is not None:
            yield from ([""] if told else []) + [heading, first]
            yield from lines
            told = True
    if not told:
        yield text("Nothing to compare: it takes two articles.")


def _suggestion_lines(telling: _Telling, translator: Translator) -> Iterator[str]:
    """The best suggestions of each two articles, with what each stands on."""
    told: dict[tuple[str, str], int] = {}
    for each in telling.suggestions:
        a, b = telling.address_of_sentence(each.a), telling.address_of_sentence(each.b)
        pair = telling.letters(each)
        told[pair] = told.get(pair, 0) + 1
        if told[pair] <= MOST_LINES:
            yield f"  {a} ~ {b}  {each.score:.2f}  {telling.shared(each)}"
            yield f"      {a}  {telling.words(each.a)}"
            yield f"      {b}  {telling.words(each.b)}"
    more = sum(max(0, number - MOST_LINES) for number in told.values())
    if more:
        ngettext = translator.ngettext
        yield "  " + ngettext(
            "{number} weaker one is in --json.", "{number} weaker ones are in --json.", more
        ).format(number=more)


def _quotation_lines(telling: _Telling, translator: Translator) -> Iterator[str]:
    homes = {account.article_id: account for account in telling.accounts}
    for match in telling.found.matches:
        ends = []
        for article_id, quotation in ((match.article_a, match.a), (match.article_b, match.b)):
            account = homes[article_id]
            words = " ".join(account.text[quotation.start : quotation.end].split())
            is_bare = match.likeness is Likeness.UNMARKED and quotation.start == quotation.outer_start
            speaker = f" ({quotation.speaker})" if quotation.speaker else ""
            shown = words if is_bare else translator.gettext("“{words}”").format(words=words)
            ends.append(f"{telling.address(account, quotation.start)} {shown}{speaker}")
        yield f"  {name_of('likeness', match.likeness.value, translator)}: {ends[0]} / {ends[1]}"


def _figure_lines(telling: _Telling) -> Iterator[str]:
    """Each figure that another article has, once: from the side of the article that comes first."""
    order = [account.letter for account in telling.accounts]
    for figure in telling.figures():
        for also in figure["also"]:
            if order.index(_letter(figure["address"])) < order.index(_letter(also["address"])):
                sign = "=" if also["agreement"] == Agreement.SAME else "≈"
                ends = (f"{one['address']} {' '.join(one['words'].split())}" for one in (figure, also))
                yield f"  {f' {sign} '.join(ends)}"


def _letter(address: str) -> str:
    return "".join(letter for letter in address if letter.isupper())


def _name_lines(telling: _Telling) -> Iterator[str]:
    homes = {account.article_id: account for account in telling.accounts}
    for each in telling.found.names:
        places = (telling.address(homes[article_id], span[0]) for article_id, span in each.variant_places)
        yield f"  {each.variant} ({', '.join(dict.fromkeys(places))}) / {each.usual}"


def _alone_lines(telling: _Telling, translator: Translator) -> Iterator[str]:
    for account in telling.accounts:
        for each in telling.alone(account):
            words = " ".join(account.text[each.start : each.end].split())
            looked = telling.looked_in(each)
            note = translator.gettext("looked, not in {letters}").format(letters=", ".join(looked))
            kind = name_of("alone", each.kind.value, translator)
            yield f"  {telling.address(account, each.start)} {kind}: {words}" + (
                f"  ({note})" if looked else ""
            )
