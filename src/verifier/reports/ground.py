"""What every part of a report is built from: the snapshot, its places, the time, and the words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property, lru_cache

from verifier.domain.checkers import name_in
from verifier.domain.comparing import Account
from verifier.domain.judgements import Evidence, Link, Mark
from verifier.domain.kinds import Reach
from verifier.domain.queries import Basis, OpenItem, basis_of, open_items
from verifier.domain.rows import Snapshot
from verifier.i18n import Translator
from verifier.i18n.numbers import grouped
from verifier.i18n.vocabulary import name_of
from verifier.reports.characters import unified_breaks
from verifier.reports.faces import Looks
from verifier.reports.options import (
    ReportOptions,
    check_options,
    chosen_parts,
    instant,
    is_embedding,
    zone_named,
)
from verifier.reports.parts import Embedded, Phrase, Piece, Tone
from verifier.reports.places import Places


class Ground:
    """The ground of one report. Raises ReportError for options that cannot be met."""

    def __init__(self, snapshot: Snapshot, options: ReportOptions, translator: Translator) -> None:
        check_options(options)
        self.snapshot = snapshot
        self.rows = snapshot.rows
        self.options = options
        self.translator = translator
        self.gettext: Callable[[str], str] = translator.gettext
        self.zone = zone_named(options.zone)
        self.when = instant(options.time or snapshot.taken_at, self.zone)
        self.internal = options.internal_copy
        earlier = translator.gettext("{address} (earlier reading)")
        self.places = Places(snapshot, internal=options.internal_copy, earlier=earlier)
        self.looks = Looks(snapshot.inlines)
        self._words: dict[tuple[str, object], str] = {}
        self.tags: dict[str, str] = {}  # label tags by mark id, kept by verifier.reports.wording
        self.checker_name = lru_cache(name_in)
        self.accounts: dict[str, Account] = {}  # by article id, kept by verifier.reports.facts
        self.label_counts: dict[str, dict[str, int]] = {}  # by article id, kept by verifier.reports.summary
        self._bases: dict[str, Basis] = {}
        self._parts = chosen_parts(options)
        self.evidence = self._printable_evidence()
        self._evidence_numbers = {piece.id: index for index, piece in enumerate(self.evidence, 1)}

    def _printable_evidence(self) -> tuple[Evidence, ...]:
        pieces = (piece for piece in self.rows.all(Evidence) if self.internal or not piece.confidential)
        return tuple(sorted(pieces, key=lambda piece: (piece.time, piece.id)))

    def has(self, part: str) -> bool:
        """Whether the report has a part of this name, as far as there is anything to say in it. What is said elsewhere
        must not lead to a part that is not there.
        """
        return part in self._parts

    @property
    def is_brief(self) -> bool:
        """Whether the report is to be short: a memo of two pages, whose lists are cut."""
        return self.options.template == "memo"

    @cached_property
    def items(self) -> tuple[OpenItem, ...]:
        """What is open in the case, the gravest first."""
        return open_items(self.rows, self.basis)

    @cached_property
    def data(self) -> Embedded | None:
        """The machine-readable data the document carries: what its parts print and nothing besides. None where it is to
        carry none.
        """
        if not is_embedding(self.options):
            return None
        from verifier.reports.embedding import embedded

        return embedded(self.snapshot, self.options, self._parts, self.places)

    # -- words ---------------------------------------------------------------------------------------------------

    def word(self, vocabulary: str, key: object) -> str:
        """The word for a key of a fixed vocabulary."""
        known = self._words.get((vocabulary, key))
        if known is None:
            known = self._words[vocabulary, key] = name_of(vocabulary, key, self.translator)
        return known

    def count(self, singular: str, plural: str, number: int) -> str:
        """A counted phrase; "{n}" in it is the number, as the language writes it."""
        words = self.translator.ngettext(singular, plural, number)
        return words.format(n=grouped(number, self.translator))

    @cached_property
    def quotation_marks(self) -> tuple[str, str]:
        """The marks the report's language sets around words it quotes."""
        before, _words, after = self.gettext("“{words}”").partition("{words}")
        return before, after

    @cached_property
    def inner_marks(self) -> tuple[str, str]:
        """The marks around words that hold quotation marks themselves."""
        pattern = self.translator.pgettext("inside or around other quotation marks", "‘{words}’")
        before, _words, after = pattern.partition("{words}")
        return before, after

    def rest(self, number: int) -> str:
        """That a list is cut: "12 more in the full report." in a memo, else that the case holds them."""
        if self.is_brief:
            return self.count("{n} more in the full report.", "{n} more in the full report.", number)
        return self.count("{n} more is in the case.", "{n} more are in the case.", number)

    def note(self, row: Mark | Link) -> str:
        """The note of a mark or link as far as this report may show it."""
        if not row.note or not (self.internal or row.reach is Reach.PRINTED):
            return ""
        return unified_breaks(row.note)

    def note_line(self, row: Mark | Link) -> Phrase:
        """The note as words for a table, an internal one saying so; empty where there is none to show."""
        note = self.note(row)
        if not note:
            return ()
        if row.reach is Reach.INTERNAL:
            return (Piece(self.gettext("Internal note:") + " ", Tone.STRONG), Piece(note))
        return (Piece(note),)

    def basis(self, mark: Mark) -> Basis:
        """What a mark stands on."""
        known = self._bases.get(mark.id)
        if known is None:
            known = self._bases[mark.id] = basis_of(self.rows, mark)
        return known

    # -- evidence ------------------------------------------------------------------------------------------------

    def evidence_name(self, piece: Evidence) -> str:
        """The name a piece of evidence has in this report ("Ev3", as E3 is a sentence of article E); "" where it is not
        printed.
        """
        number = self._evidence_numbers.get(piece.id)
        return f"Ev{number}" if number else ""

    def evidence_ref(self, piece: Evidence) -> Piece:
        """A cross-reference to a printed piece of evidence."""
        name = self.evidence_name(piece)
        return Piece(name, Tone.ADDRESS, anchor=name.lower())

    # -- times --------------------------------------------------------------------------------------------------

    def time(self, iso: str) -> str:
        """A stored time in the report's zone: "21 November 2026, 14:02 (UTC+1)"."""
        return self.spoken(instant(iso, self.zone)) if iso else ""

    def spoken(self, time: datetime) -> str:
        """A time as it is printed, with its offset."""
        month = self.gettext(_MONTHS[time.month - 1])
        pattern = self.gettext("{day} {month} {year}, {clock} ({offset})")
        return pattern.format(
            day=time.day,
            month=month,
            year=time.year,
            clock=f"{time.hour:02}:{time.minute:02}",
            offset=_offset(time.utcoffset() or timedelta()),
        )


def _offset(offset: timedelta) -> str:
    """ "UTC", "UTC+1", "UTC−3:30"."""
    minutes = round(offset.total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


_MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
