"""The header of a mail: kept as paragraphs set aside, and what it offers for the metadata."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from email.utils import parseaddr, parsedate_to_datetime

from verifier.domain.articles import Notice
from verifier.domain.kinds import Origin, ParagraphKind, Role
from verifier.domain.reading import Anchor, Candidate
from verifier.readers.blocks import Block
from verifier.readers.mail.mime import Entity, take_apart

_SHOWN = (
    *("from", "sender", "reply-to", "to", "cc", "bcc", "subject", "date", "organization", "message-id"),
    *("resent-from", "resent-sender", "resent-to", "resent-cc", "resent-date", "newsgroups", "list-id"),
    *("comments", "keywords", "in-reply-to", "followup-to", "x-original-to", "x-forwarded-to"),
)
_ONLY_ONCE = ("from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id")
"""What a mail may have but once (RFC 5322, 3.6)."""

_PASSED_ON = re.compile(
    r"\s{0,9}(?:fwd?|wg|tr|rv|enc|вс|пересл|re|aw|sv|antw|отв)\s{0,3}(?:\[\d{1,3}\])?:", re.IGNORECASE
)
_MOST_PREFIXES = 12
_LINE = re.compile(rb"[!-9;-~]{1,80}[ \t]{0,9}:")


def header_blocks(entity: Entity) -> list[Block]:
    """A paragraph for each line of the header that says something of the mail to a person."""
    return [
        Block(
            f"{name}: {value}",
            ParagraphKind.FURNITURE,
            role=Role.MAIL_HEADER,
            anchor=Anchor(record=entity.id or "header", paragraph=number),
        )
        for number, (name, value) in enumerate(entity.lines())
        if name.lower() in _SHOWN and value
    ]


def header_candidates(entity: Entity) -> tuple[Candidate, ...]:
    """What the header offers. Whoever passed a mail on, and when, is not the author and date of what it holds."""
    found: list[Candidate] = []
    subject, passed_on = without_prefixes(entity.header("Subject"))
    if subject:
        found.append(
            Candidate("title", subject, Origin.MAIL, "Subject" + (" (passed on)" if passed_on else ""))
        )
    if passed_on or entity.header("Resent-From"):
        return tuple(found)
    name, _address = parseaddr(entity.header("From"))
    if name:
        found.append(Candidate("byline", name, Origin.MAIL, "From"))
    printed = entity.header("Date")
    day = _day(printed)
    if day:
        found.append(Candidate("published_as_printed", printed, Origin.MAIL, "Date (of the mail)"))
        found.append(Candidate("published", day, Origin.MAIL, "Date (of the mail)"))
    return tuple(found)


def without_prefixes(subject: str) -> tuple[str, bool]:
    """A subject without the "Fwd:" and "Re:" before it, and whether there were any."""
    rest = subject
    for _ in range(_MOST_PREFIXES):
        match = _PASSED_ON.match(rest)
        if match is None:
            break
        rest = rest[match.end() :]
    return rest.strip(), rest.strip() != subject.strip()


def repeated_headers(entity: Entity) -> tuple[Notice, ...]:
    """The notice that a header stands twice that may stand but once: then programs show different ones."""
    counted = Counter(name.lower() for name, _ in entity.lines())
    twice = [name.title() for name in _ONLY_ONCE if counted[name] > 1]
    return (Notice("mail-header-repeated", (("names", ", ".join(twice)),)),) if twice else ()


def _day(printed: str) -> str | None:
    """The ISO date of a mail's date, in its own zone, or None."""
    moment: datetime | None
    try:
        moment = parsedate_to_datetime(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        moment = None
    return moment.date().isoformat() if moment is not None else None


def header_of(data: bytes) -> Entity | None:
    """The header some bytes begin with, or None where they begin with something else."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    if _LINE.match(data) is None:
        return None
    head = re.split(rb"\r\n\r\n|\n\r?\n|\r\r", data, maxsplit=1)[0]
    entity = take_apart(head + b"\n\n", "")
    return entity if entity.headers.keys() and not entity.body.strip() else None
