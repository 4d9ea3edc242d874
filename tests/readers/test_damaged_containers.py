"""Whatever is cut or changed in a mail, an archive, a book, captions or Markdown: it is read, or refused in words."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable

import pytest
from tests.readers import test_captions as captions
from tests.readers import test_epub as epub
from tests.readers import test_mail as mail
from tests.readers import test_markdown as markdown
from tests.readers import test_mhtml as mhtml
from tests.readers import test_wacz as wacz
from tests.readers import test_warc as warc

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import find_form, read

MADE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "mail": ("eml", mail.whole),
    "folder of mails": (
        "eml",
        lambda: b"From a Tue\r\n" + mail.whole() + b"\r\nFrom b Wed\r\n" + mail.whole(),
    ),
    "saved page": ("mhtml", lambda: mhtml.saved(mhtml.INNER, mhtml.PICTURE, mhtml.ROOT)),
    "packed archive": ("warc", lambda: warc.packed(*warc.MANY)),
    "plain archive": ("warc", lambda: b"".join(warc.MANY)),
    "archive packed whole": ("warc", lambda: gzip.compress(b"".join(warc.MANY))),
    "collection": ("wacz", lambda: wacz.collection(wacz.WHOLE, signed=True)),
    "book": ("epub", epub.book),
    "SubRip": ("captions", captions.SUBRIP.encode),
    "WebVTT": ("captions", captions.WEB.encode),
    "Markdown": ("markdown", markdown.TEXT.encode),
}
"""For each form the name of its reader, and how a file with every feature is made."""

PLANTED = [
    b"\r\n",
    b"\n\n",
    b"\0",
    b"<",
    b"--",
    b"\xff\xfe",
    b"=?utf-8?q?",
    b"[^",
    b"> ",
    b"|",
    b"-1",
    b"9" * 12,
]


def read_or_refused(data: bytes, form: str, part: str | None) -> ArticleDraft | None:
    try:
        return read(Source("damaged", data), ReadOptions(form=form, part=part))
    except ReadError as error:
        if error.code not in MESSAGES:
            raise
    return None


def check(draft: ArticleDraft) -> None:
    """What every draft keeps, whatever it was made from."""
    end = 0
    for run in draft.positions.runs:
        assert run.start == end
        assert 0 <= run.source_start <= run.source_end
        assert run.folded or run.end - run.start == run.source_end - run.source_start
        end = run.end
    assert end == len(draft.text)
    spans = [(each.start, each.end) for each in draft.paragraphs]
    spans += [(each.start, each.end) for each in draft.sentences]
    spans += [(each.start, each.end) for each in draft.inlines]
    assert all(0 <= start < stop <= end for start, stop in spans)
    assert {notice.code for notice in draft.warnings} <= set(MESSAGES)
    ids = [part.id for part in draft.parts]
    assert len(set(ids)) == len(ids)
    assert not draft.part or draft.part in ids
    draft.text.encode()


def damaged(whole: bytes, dice: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(dice.choice([1, 1, 2, 6])):
        at = dice.randrange(len(data) + 1)
        change = dice.randrange(4)
        if change == 0:
            data[at : at + 1] = bytes([dice.randrange(256)])
        elif change == 1:
            del data[at : at + dice.randrange(1, 60)]
        elif change == 2:
            data[at:at] = dice.choice(PLANTED)
        else:
            other = dice.randrange(len(data) + 1)
            data[at:at] = data[other : other + dice.randrange(1, 200)]
    return bytes(data)


@pytest.mark.parametrize("name", MADE)
def test_whole_it_is_recognised_and_read(name: str) -> None:
    form, make = MADE[name]
    assert find_form(make()).name == form
    draft = read_or_refused(make(), form, None)
    assert draft is not None
    check(draft)
    for part in draft.parts:
        own = read_or_refused(make(), form, part.id)
        assert own is None or own.text


@pytest.mark.parametrize("name", MADE)
def test_cut_short_anywhere_it_is_read_or_refused(name: str) -> None:
    form, make = MADE[name]
    whole = make()
    ends = sorted({len(whole) * number // 40 for number in range(1, 40)} | {1, 2, 3, len(whole) - 1})
    drafts = [read_or_refused(whole[:end], form, None) for end in ends]
    assert len(drafts) > 20
    assert all(draft is None or draft.text.strip() for draft in drafts)
    for draft in drafts:
        if draft is not None:
            check(draft)


@pytest.mark.parametrize("name", MADE)
def test_changed_anywhere_it_is_read_or_refused(name: str) -> None:
    form, make = MADE[name]
    whole, dice = make(), random.Random(name)
    read_at_all = 0
    for _ in range(40):
        data = damaged(whole, dice)
        find_form(data)
        for part in (None, "1"):
            draft = read_or_refused(data, form, part)
            if draft is not None:
                check(draft)
                read_at_all += 1
    assert read_at_all or form in ("epub", "wacz"), "a package that is changed is damaged as a rule"


@pytest.mark.parametrize("form", sorted({form for form, _ in MADE.values()}))
@pytest.mark.parametrize(
    "data", [b"", b" ", b"\n\n", b"\0" * 100, b"\xff\xfe", b"PK\x03\x04", b"\x1f\x8b", bytes(range(256))]
)
def test_what_is_nothing_of_the_kind_is_refused_or_read_as_it_is(form: str, data: bytes) -> None:
    draft = read_or_refused(data, form, None)
    assert draft is None or draft.text
