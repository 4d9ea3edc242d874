"""How a mail is read: its header set aside, its text, and its attachments as sources of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verifier.domain.articles import ArticleDraft, Notice, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ParagraphKind, PartKind, Role
from verifier.domain.reading import Anchor, Content, Letters, ReadOptions, SourcePart
from verifier.readers.blocks import Block, Reading, assemble
from verifier.readers.choosing import MOST_LISTED, chosen_part, read_declared
from verifier.readers.forms import Form
from verifier.readers.joining import join, with_candidates
from verifier.readers.letters import count_letters
from verifier.readers.mail.bodies import (
    Attached,
    Found,
    Version,
    attachments,
    gather,
    refuse_encrypted,
    without_uuencoded,
)
from verifier.readers.mail.cited import with_cited_roles, with_signs_of_quoting
from verifier.readers.mail.headers import (
    header_blocks,
    header_candidates,
    header_of,
    repeated_headers,
    without_prefixes,
)
from verifier.readers.mail.mbox import is_mbox, split_mbox
from verifier.readers.mail.mime import BAD_BASE64, NO_BOUNDARY, NOT_CLOSED, Entity, content_of, take_apart
from verifier.readers.mail.topline import with_top_line
from verifier.readers.mail.versions import best_version, say_the_same
from verifier.text.shape.unwrap import FLOWED, FLOWED_WITHOUT_SPACE

MOST_BYTES = 100 * 10**6
_MEDIA_TYPE = "message/rfc822"
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_DAMAGE = {NO_BOUNDARY: "mail-no-boundary", NOT_CLOSED: "mail-not-closed", BAD_BASE64: "mail-bad-base64"}
_PASSED_OVER = ("nothing-readable", "source-binary")
"""Why one text of a mail may be passed over: the others are still worth reading."""
_WHO = frozenset({"from", "to", "received", "return-path", "delivered-to", "sender"})
_HOW = frozenset({"date", "message-id", "mime-version", "received", "content-type"})


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail that was taken apart. ``prefix`` stands before the ids of its parts in a folder of mails."""

    source: Source
    entity: Entity
    found: Found
    attached: tuple[Attached, ...]
    texts: dict[str, bytes]
    prefix: str


def looks_like_mail(data: bytes) -> bool:
    """Whether bytes begin with the header of a mail, or a folder of mails."""
    if is_mbox(data[:100_000]):
        return True
    head = header_of(data[:100_000])
    if head is None:
        return False
    names = {name.lower() for name, _ in head.lines()}
    known = names & (_WHO | _HOW | {"subject", "cc", "x-mailer", "user-agent"})
    return len(known) >= 3 and bool(names & _WHO) and bool(names & _HOW)


def read_mail(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a mail, or of what is attached to it where ``options.part`` names that.

    Raises ReadError: mail-encrypted, mail-too-deep, mail-too-many-parts, part-unknown, and what the readers of its
    text and attachments raise.
    """
    mails = split_mbox(content.data)
    number, wanted = _of_folder(options.part, len(mails))
    mail = _taken_apart(
        source, mails[number].lstrip(b"\xef\xbb\xbf\r\n"), f"{number + 1}/" if len(mails) > 1 else ""
    )
    parts = _parts(mail)
    if wanted:
        chosen_part(parts, mail.prefix + wanted, "", source.name)
    attached = next((each for each in mail.attached if each.id == wanted), None)
    if attached is not None:
        return _read_attached(source, attached, options)
    refuse_encrypted(mail.found, source.name)
    versions = _chosen_versions(mail.found.passages, wanted)
    draft = _read_text(mail, versions, options, len(mails))
    folder = _folder_parts(mails) if len(mails) > 1 else ()
    chosen = zip(mail.found.passages, versions, strict=True)
    first = next((version.id for passage, version in chosen if len(passage) > 1), "")
    part = f"{number + 1}" if folder and not wanted else mail.prefix + (wanted or first)
    return replace(draft, part=part, parts=(*folder, *parts)[:MOST_LISTED])


FORM = Form("eml", looks_like_mail, read_mail, MOST_BYTES)
"""Mails, and folders of mails."""


def _of_folder(part: str | None, count: int) -> tuple[int, str]:
    """Which mail of a folder is wanted, from 0, and which part of it."""
    if count == 1 or not part:
        return 0, part or ""
    number, _, rest = part.partition("/")
    if number.isdecimal() and len(number) < 9 and 1 <= int(number) <= count:
        return int(number) - 1, rest
    return 0, part


def _taken_apart(source: Source, data: bytes, prefix: str) -> _Mail:
    """A mail with all that is attached to it, files encoded inside its text included."""
    entity = take_apart(data, source.name)
    found = gather(entity)
    attached = attachments(found)
    texts: dict[str, bytes] = {}
    for text in (text for passage in found.passages for version in passage for text in version.texts):
        texts[text.id], damaged = content_of(text)
        if damaged:
            found.damage.add(BAD_BASE64)
        if text.type == "text/plain":
            texts[text.id], files = without_uuencoded(texts[text.id], text.id)
            attached += files
    return _Mail(source, entity, found, tuple(attached), texts, prefix)


def _parts(mail: _Mail) -> tuple[SourcePart, ...]:
    """The versions of each passage that has several, and what is attached."""
    versions = [
        SourcePart(
            mail.prefix + version.id,
            PartKind.ALTERNATIVE,
            version.type,
            version.type,
            sum(len(mail.texts[text.id]) for text in version.texts),
        )
        for passage in mail.found.passages
        if len(passage) > 1
        for version in passage
    ]
    return (
        *versions,
        *(
            SourcePart(mail.prefix + each.id, PartKind.ATTACHMENT, each.name, each.media_type, len(each.data))
            for each in mail.attached
        ),
    )


def _folder_parts(mails: Sequence[bytes]) -> tuple[SourcePart, ...]:
    """The mails of a folder, by their subjects."""
    parts = []
    for number, data in enumerate(mails[:MOST_LISTED], start=1):
        head = re.split(rb"\r?\n\r?\n|\r\r", data[:100_000], maxsplit=1)[0]
        subject = take_apart(head + b"\n\n", "").header("Subject")
        parts.append(SourcePart(str(number), PartKind.PAGE, subject, _MEDIA_TYPE, len(data)))
    return tuple(parts)


def _read_attached(source: Source, attached: Attached, options: ReadOptions) -> ArticleDraft:
    """The draft of an attachment, which is a source of its own."""
    from verifier.readers import read

    own = Source(attached.name, attached.data, f"attached to {source.name}", source.acquired_at)
    return read(own, replace(options, part=None, form=None))


def _chosen_versions(passages: Sequence[Sequence[Version]], wanted: str) -> list[Version]:
    """One version of each passage: the one wanted, the kind of it elsewhere, else the best."""
    kind = next((each.type for passage in passages for each in passage if each.id == wanted), "")
    chosen = []
    for passage in passages:
        named = next((each for each in passage if each.id == wanted), None)
        alike = next((each for each in passage if each.type == kind), None)
        chosen.append(named or alike or best_version(passage))
    return chosen


def _read_text(mail: _Mail, versions: Sequence[Version], options: ReadOptions, count: int) -> ArticleDraft:
    """The draft of a mail: its header, what stands outside its parts, its text."""
    texts = [text for version in versions for text in version.texts]
    unread: list[str] = []
    read = [_read_entity(mail, text, options, unread) for text in texts]
    subject, _ = without_prefixes(mail.entity.header("Subject"))
    drafts = [
        _going_on(draft) if number else with_top_line(draft, subject)
        for number, draft in enumerate(filter(None, read))
    ]
    blocks = [*header_blocks(mail.entity), *_stray_blocks(mail.found.strays)]
    if blocks:
        letters = sum(count_letters(block.text) for block in blocks)
        reading = Reading(mail.source, _MEDIA_TYPE, "eml", "1", letters=Letters(letters, letters))
        drafts.insert(0, assemble(reading, blocks))
    if not drafts:
        raise ReadError("nothing-readable", mail.source.name)
    draft = join(drafts)
    draft = with_candidates(draft, (*header_candidates(mail.entity), *draft.candidates))
    return replace(
        draft,
        source=mail.source,
        media_type=_MEDIA_TYPE,
        reader="eml",
        reader_version="1",
        warnings=(*draft.warnings, *_notices(mail, versions, unread, count)),
    )


def _read_entity(mail: _Mail, text: Entity, options: ReadOptions, unread: list[str]) -> ArticleDraft | None:
    """The draft of one text of a mail, or None where it is empty, or cannot be read: then its id joins ``unread``.

    Every block of a mail was written by its sender, so that none is set aside as a page's.
    """
    data = mail.texts[text.id]
    if not data.strip():
        return None
    kind = text.type + ("; format=flowed" if _wrap_of(text) else "")
    content = Content(data, kind, "", text.charset, text.id)
    if text.type == "text/plain" and options.wrap == "auto" and _wrap_of(text):
        options = replace(options, wrap=_wrap_of(text))
    try:
        draft = read_declared(mail.source, content, replace(options, whole=True))
    except ReadError as error:
        if error.code not in _PASSED_OVER:
            raise
        unread += [text.id] if error.code != "nothing-readable" else []
        return None
    return with_cited_roles(draft, data) if text.type == "text/html" else with_signs_of_quoting(draft)


def _going_on(draft: ArticleDraft) -> ArticleDraft:
    """The draft of a text that goes on with another: what would be a headline by its place is none here."""
    headline = ParagraphKind.HEADLINE
    paragraphs = tuple(
        replace(each, kind=ParagraphKind.BODY) if each.kind is headline else each for each in draft.paragraphs
    )
    candidates = [each for each in draft.candidates if each.field != "title"]
    return with_candidates(replace(draft, paragraphs=paragraphs), candidates)


def _wrap_of(text: Entity) -> str:
    """How the header says the lines are wrapped, or "" (RFC 3676)."""
    if text.type != "text/plain" or text.parameter("format").lower() != "flowed":
        return ""
    return FLOWED_WITHOUT_SPACE if text.parameter("delsp").lower() == "yes" else FLOWED


def _stray_blocks(strays: Iterable[tuple[str, bytes]]) -> list[Block]:
    """What stands before the first part and behind the last, where no mail program shows it."""
    return [
        Block(
            line, ParagraphKind.ASIDE, 60, Role.HIDDEN, Anchor(record=f"{id or 'mail'} (outside the parts)")
        )
        for id, stray in strays
        for line in stray.decode("utf-8", "replace").splitlines()
    ]


def _notices(
    mail: _Mail, versions: Sequence[Version], unread: Sequence[str], count: int
) -> tuple[Notice, ...]:
    """What a checker must know of a mail beside its words."""
    found = mail.found
    notices = [Notice(_DAMAGE[each]) for each in sorted(found.damage)]
    notices += repeated_headers(mail.entity)
    if unread:
        notices.append(Notice("mail-part-unreadable", (("parts", ", ".join(unread)),)))
    if not versions:
        notices.append(Notice("mail-without-text", (("count", str(len(mail.attached))),)))
    for passage, version in zip(found.passages, versions, strict=True):
        if not say_the_same(passage):
            notices.append(Notice("mail-versions-differ", (("read", version.type),)))
    if found.opaque:
        notices.append(Notice("mail-partly-encrypted", (("how", found.opaque),)))
    if any(each.media_type in _TNEF or each.name.lower() == "winmail.dat" for each in mail.attached):
        notices.append(Notice("mail-winmail"))
    if found.signed:
        notices.append(Notice("mail-signed"))
    if count > 1:
        notices.append(Notice("mail-folder", (("count", str(count)),)))
    return tuple(dict.fromkeys(notices))
