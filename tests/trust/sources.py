"""Sources for the tests of trust: a small good one of every form, ways to spoil one, and what every draft must be."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import pickle
import random
import re
import string
import textwrap
import zipfile
import zlib
from collections.abc import Callable, Iterator
from html import escape

from tests.readers.pdf_files import Sheet, lines, make_pdf
from tests.readers.word_files import docx, p
from tests.readers.zips import zipped

from verifier.domain.articles import ArticleDraft, Metadata
from verifier.domain.errors import ReadError
from verifier.domain.reading import Anchor
from verifier.i18n.messages import MESSAGES, word
from verifier.readers import FORM_NAMES

WORDS = (
    "The ferry “Aurora” left at dawn with forty passengers and a crew of nine, the harbour master said.",
    "Nobody has seen it since it passed the lighthouse at Cape Rowan, about nine miles from the quay.",
    "A search was begun at noon. It was given up at nightfall because of the fog over the bay.",
)
TITLE = "Ferry lost in the fog"
ADDRESS = "https://harbour.example/2031/ferry"

_LONGEST_VALUE = 20_000
"""Code points a field of metadata may have before something is wrong with the reader."""


def page(*words: str, title: str = TITLE, head: str = "", more: str = "") -> bytes:
    """A page with an article on it; ``head`` and ``more`` are markup."""
    body = "".join(f"<p>{escape(each)}</p>" for each in words or WORDS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f'<body><nav><a href="/">Home</a></nav><article><h1>{escape(title)}</h1>{body}{more}</article>'
        f"<footer>© Harbour News</footer></body></html>"
    ).encode()


def word_document() -> bytes:
    """A Word document."""
    return docx(p(TITLE, style="Title") + "".join(p(each) for each in WORDS))


def print_out() -> bytes:
    """A PDF of one page."""
    shown = [line for each in WORDS for line in textwrap.wrap(each, 60)]
    return make_pdf([Sheet(lines([TITLE, *shown], 72, 720))], info="/Title(Ferry lost)")


def open_document() -> bytes:
    """An OpenDocument text."""
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    body = "".join(f"<text:p>{escape(each)}</text:p>" for each in WORDS)
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{spaces}office:1.0" '
        f'xmlns:text="{spaces}text:1.0"><office:body><office:text><text:h text:outline-level="1">{TITLE}</text:h>'
        f"{body}</office:text></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{spaces}manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def rich_text() -> bytes:
    """An RTF document."""
    body = "".join(f"\\pard {_rtf(each)}\\par\n" for each in WORDS)
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}\\f0\\fs24 " + body + "}").encode(
        "ascii"
    )


def _rtf(text: str) -> str:
    return "".join(each if each.isascii() else f"\\u{ord(each)}?" for each in text)


def mail(html: bool = True) -> bytes:
    """A mail with its text in two versions and an attachment."""
    text = "\r\n\r\n".join(WORDS)
    pieces = [
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n",
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{page().decode()}\r\n" if html else "",
        'Content-Type: text/plain; name="note.txt"\r\nContent-Disposition: attachment; filename="note.txt"\r\n\r\n'
        "A note.\r\n",
    ]
    body = "".join(f"--b0\r\n{piece}" for piece in pieces if piece)
    return (
        "From: Desk <desk@harbour.example>\r\nTo: you@desk.example\r\nSubject: The ferry\r\n"
        "Date: Tue, 06 May 2031 09:00:00 +0000\r\nMessage-ID: <1@harbour.example>\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/mixed; boundary="b0"\r\n\r\n{body}--b0--\r\n'
    ).encode()


def saved_page() -> bytes:
    """A page saved as MHTML."""
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: "
        + ADDRESS.encode()
        + b"\r\nSubject: Ferry\r\n"
        b"Date: Tue, 6 May 2031 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b1"\r\n\r\n'
        b"--b1\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\nContent-Transfer-Encoding: 8bit\r\n"
        b"Content-Location: " + ADDRESS.encode() + b"\r\n\r\n" + page() + b"\r\n--b1--\r\n"
    )


def record(block: bytes, uri: str = ADDRESS, kind: str = "response", more: str = "") -> bytes:
    """A record of a web archive."""
    name = hashlib.md5(block + uri.encode()).hexdigest()
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: 2031-05-06T08:00:00Z\r\n"
        f"WARC-Target-URI: {uri}\r\nContent-Type: application/http; msgtype={kind}\r\n{more}"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, head: str = "") -> bytes:
    """What a web server answers."""
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{head}\r\n".encode() + body


def archive() -> bytes:
    """A web archive of two pages."""
    return record(answer(page())) + record(
        answer(page("The quay is open again.", title="Quay")), ADDRESS + "/b"
    )


def packed_archive() -> bytes:
    """A web archive, each record packed."""
    return gzip.compress(record(answer(page())), mtime=0)


def collection() -> bytes:
    """A collection of web archives."""
    about = {"profile": "data-package", "wacz_version": "1.1.1", "resources": []}
    listed = [{"format": "json-pages-1.0", "id": "pages"}, {"id": "1", "url": ADDRESS, "title": TITLE}]
    return zipped(
        {
            "datapackage.json": json.dumps(about),
            "pages/pages.jsonl": "\n".join(map(json.dumps, listed)),
            "archive/data.warc.gz": packed_archive(),
        }
    )


def book() -> bytes:
    """An EPUB of two chapters."""
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in (1, 2))
    plan = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x</dc:identifier>'
        f"<dc:title>{TITLE}</dc:title><dc:language>en</dc:language></metadata><manifest>{items}</manifest>"
        '<spine><itemref idref="c1"/><itemref idref="c2"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    body = "".join(f"<p>{escape(each)}</p>" for each in WORDS)
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>One</h1>{body}</body></html>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "book.opf": plan,
            "c1.xhtml": chapter,
            "c2.xhtml": chapter.replace("One", "Two"),
        }
    )


def subtitles() -> bytes:
    """Subtitles of a recording."""
    cues = (
        f"{n}\r\n00:00:{n:02},000 --> 00:00:{n + 1:02},500\r\n{each}\r\n" for n, each in enumerate(WORDS, 1)
    )
    return "\r\n".join(cues).encode()


def web_subtitles() -> bytes:
    """Subtitles as the web has them."""
    cues = (f"00:{n:02}.000 --> 00:{n + 1:02}.500\n<v Anna>{each}\n" for n, each in enumerate(WORDS, 1))
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def markdown() -> bytes:
    """An article in Markdown."""
    return f"# {TITLE}\n\n*By Mo Lind*\n\n{WORDS[0]}\n\n> {WORDS[1]}\n\n- {WORDS[2]}\n\n[log](https://x.example)\n".encode()


def plain_text() -> bytes:
    """Plain text, wrapped."""
    return "\n\n".join([TITLE, *(textwrap.fill(each, 60) for each in WORDS)]).encode()


GOOD: dict[str, Callable[[], bytes]] = {
    "html": page,
    "pdf": print_out,
    "docx": word_document,
    "odt": open_document,
    "rtf": rich_text,
    "eml": mail,
    "mhtml": saved_page,
    "warc": archive,
    "warc.gz": packed_archive,
    "wacz": collection,
    "epub": book,
    "srt": subtitles,
    "vtt": web_subtitles,
    "md": markdown,
    "txt": plain_text,
}
"""A good source of every form, by what its file would be called."""

FORM_OF = {"warc.gz": "warc", "srt": "captions", "vtt": "captions", "md": "markdown", "txt": "plain"}
"""The form of a source where it is not called like its file."""


def spoiled(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """The bytes with one to three things done to them that happen to files, or that people do to them."""
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(_WAYS)(chance, data, others)
    return data


def _flip(chance: random.Random, data: bytes, _others: list[bytes]) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        if made:
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _cut_off(chance: random.Random, data: bytes, _others: list[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _behead(chance: random.Random, data: bytes, _others: list[bytes]) -> bytes:
    return data[chance.randrange(len(data) + 1) :]


def _drop(chance: random.Random, data: bytes, _others: list[bytes]) -> bytes:
    begin, end = _stretch(chance, data)
    return data[:begin] + data[end:]


def _repeat(chance: random.Random, data: bytes, _others: list[bytes]) -> bytes:
    begin, end = _stretch(chance, data)
    return data[:end] + data[begin:end] * chance.choice((1, 2, 50)) + data[end:]


def _splice(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    other = chance.choice(others)
    begin, end = _stretch(chance, other)
    place = chance.randrange(len(data) + 1)
    return data[:place] + other[begin:end] + data[place:]


def _overwrite(chance: random.Random, data: bytes, _others: list[bytes]) -> bytes:
    begin, end = _stretch(chance, data, 16)
    return data[:begin] + chance.choice(_NASTY)[: max(1, end - begin)] + data[end:]


def _insert(chance: random.Random, data: bytes, _others: list[bytes]) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_NASTY) + data[place:]


def _repack(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """What is in a package spoiled, so that the spoiling reaches the reader behind the checksums."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = [(name, package.read(name)) for name in package.namelist()]
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError):
        return _within_gzip(chance, data, others)
    if not members:
        return data
    place = chance.randrange(len(members))
    name, inside = members[place]
    members[place] = (name, chance.choice(_WAYS[:-1])(chance, inside, others))
    return zipped(members)


def _within_gzip(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    try:
        inside = gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return data
    return gzip.compress(chance.choice(_WAYS[:-1])(chance, inside, others), mtime=0)


def _stretch(chance: random.Random, data: bytes, most: int = 200) -> tuple[int, int]:
    begin = chance.randrange(len(data) + 1)
    return begin, min(len(data), begin + chance.randint(1, most))


_NASTY = (
    b"\x00" * 8,
    b"\xff" * 8,
    b"\xed\xa0\x80\xed\xb0\x80",
    b"\xef\xbf\xbe\xef\xbf\xbf",
    b"\xe2\x80\xa8\xe2\x80\xa9\xc2\x85\x0b\x0c\x1c\x1d\x1e\x1f",
    b"\xe2\x80\xae\xe2\x81\xa6",
    b"\r\n\r\n",
    b"\n--b0\r\n",
    b"&#xD800;&#0;&#xFFFE;&#x1F;&#x110000;",
    b"<!--",
    b"<table><tr><td><p><table>",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>",
    b"]]>",
    b"\\u-10179?\\u-8704?",
    b"\\'ff\\bin9999999 ",
    b"99999999999999999999",
    b"-1",
    b"%PDF-1.7",
    b"PK\x03\x04",
    b"charset=unicode_escape",
    b"\xf0\x9f\x91\xa9\xe2\x80\x8d",
)
_WAYS = (_flip, _cut_off, _behead, _drop, _repeat, _splice, _overwrite, _insert, _repack)


def check_error(error: ReadError) -> None:
    """An error is told in words: its code is known, all its blanks are filled, and nothing of Python shows."""
    assert error.code in MESSAGES, error.code
    told = word(error.code, error.where, error.values)
    assert told.strip()
    blanks = {name for _, name, _, _ in string.Formatter().parse(MESSAGES[error.code]) if name}
    assert blanks <= {"where", *error.values}, (error.code, blanks, error.values)
    assert "\n" not in told
    told.encode()
    assert len(told) < 1500, told[:300]
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.where) == (error.code, error.where)


def check_draft(draft: ArticleDraft) -> None:
    """Assert what holds for every draft, whatever its source was."""
    _check_paragraphs(draft)
    _check_sentences(draft)
    _check_positions(draft)
    _check_inlines(draft)
    _check_words(draft)
    for paragraph in draft.paragraphs:
        _check_anchor(paragraph.anchor)
    assert pickle.loads(pickle.dumps(draft)) == draft
    assert draft.reader in FORM_NAMES
    assert draft.letters.kept >= 0
    assert draft.letters.seen >= 0
    ids = [part.id for part in draft.parts]
    assert len(ids) == len(set(ids))
    assert not draft.part or draft.part in ids
    for notice in draft.warnings:
        word(notice.code, draft.source.name, dict(notice.values)).encode()
        assert notice.code in MESSAGES, notice


def _check_paragraphs(draft: ArticleDraft) -> None:
    words = [draft.text[each.start : each.end] for each in draft.paragraphs]
    assert "\n".join(words) == draft.text
    assert words
    for text, each in zip(words, draft.paragraphs, strict=True):
        assert text.strip(), "a paragraph of nothing"
        assert "\n" not in text
        assert 0 <= each.confidence <= 100


def _check_sentences(draft: ArticleDraft) -> None:
    tiled = [paragraph.start for paragraph in draft.paragraphs]
    last = -1
    for sentence in draft.sentences:
        assert last <= sentence.paragraph
        last = sentence.paragraph
        assert sentence.start == tiled[last]
        assert sentence.end > sentence.start
        assert draft.text[sentence.start : sentence.end].strip()
        tiled[last] = sentence.end
    assert tiled == [paragraph.end for paragraph in draft.paragraphs]


def _check_positions(draft: ArticleDraft) -> None:
    end = 0
    for run in draft.positions.runs:
        assert run.start == end
        assert run.end > run.start
        end = run.end
        assert 0 <= run.source_start <= run.source_end
        if not run.folded:
            assert run.end - run.start == run.source_end - run.source_start
    assert end == len(draft.text)
    if draft.reader == "plain":
        _check_original(draft)


def _check_original(draft: ArticleDraft) -> None:
    """Every run leads to the same characters of the decoded original."""
    original = draft.source.data.decode(draft.encoding, "verifier.rejected")
    for run in draft.positions.runs:
        if not run.folded:
            assert draft.text[run.start : run.end] == original[run.source_start : run.source_end]
        else:
            assert run.source_end <= len(original)


def _check_inlines(draft: ArticleDraft) -> None:
    ends = {each.start: each.end for each in draft.paragraphs}
    starts = sorted(ends)
    for one in draft.inlines:
        assert one.start < one.end
        home = _last_not_after(starts, one.start)
        assert one.end <= ends[home], (one, home, ends[home])
        one.target.encode()
        assert len(one.target) <= _LONGEST_VALUE


def _last_not_after(starts: list[int], place: int) -> int:
    from bisect import bisect_right

    return starts[bisect_right(starts, place) - 1]


def _check_words(draft: ArticleDraft) -> None:
    """All that is kept can be kept: no lone surrogates anywhere, metadata of a sane length and one line."""
    draft.text.encode()
    for field in Metadata.__slots__:
        value = getattr(draft.metadata, field)
        assert value is None or _is_sane(value), (field, value[:100])
    for candidate in draft.candidates:
        assert candidate.field in Metadata.__slots__
        assert _is_sane(candidate.value), (candidate.field, candidate.value[:100])
        candidate.detail.encode()
        assert len(candidate.detail) <= _LONGEST_VALUE
        if candidate.field == "url":
            assert candidate.value.lower().startswith(("http://", "https://")), candidate
        if candidate.field == "published":
            assert re.match(r"\d{4}-\d{2}", candidate.value), candidate
    for part in draft.parts:
        f"{part.id}{part.name}{part.media_type}".encode()
        assert part.size >= 0
        assert part.id
    for notice in draft.warnings:
        "".join(value for pair in notice.values for value in pair).encode()
        assert sum(len(value) for _, value in notice.values) <= _LONGEST_VALUE, notice.code


def _is_sane(value: object) -> bool:
    if not isinstance(value, str):
        return False
    value.encode()
    return bool(value.strip()) and len(value) <= _LONGEST_VALUE and not re.search(r"[\n\r\x00]", value)


def _check_anchor(anchor: Anchor) -> None:
    for spot in anchor.spots:
        assert spot.page >= 1
        assert spot.left <= spot.right
        assert spot.top <= spot.bottom
        assert all(abs(edge) < 1e6 for edge in (spot.left, spot.top, spot.right, spot.bottom)), spot
    assert anchor.paragraph is None or anchor.paragraph >= 0
    f"{anchor.part}{anchor.xpath}{anchor.record}{anchor.time}".encode()
    assert len(anchor.xpath) < 100_000


def cases(seed: int, count: int, only: str = "") -> Iterator[tuple[str, bytes]]:
    """So many spoiled sources of every form, or of one, each with its form's name; the same for the same seed."""
    good = {name: make() for name, make in GOOD.items()}
    others = list(good.values())
    for name, data in good.items():
        if only not in ("", name):
            continue
        chance = random.Random(f"{seed} {name}")
        for _ in range(count):
            yield name, spoiled(chance, data, others)


_TAGS = """
    p div span b i em a ul ol li dl dt dd table tr td th tbody caption h1 h2 blockquote q pre code br hr section
    article header footer nav aside main figure figcaption img input button label select option textarea form fieldset
    details summary dialog object video audio svg text title math ruby rt rp sup sub del ins s u mark small time
    address noscript template slot center noframes map area canvas cite body html head meta x-custom o:p
    """.split()  # noqa: SIM905
_ATTRIBUTES = (
    *(
        "hidden",
        "style='display:none'",
        "style='visibility:hidden'",
        "aria-hidden=true",
        "class='byline author'",
    ),
    *(
        "class='share related'",
        "role=note",
        "id=n1",
        "href='#n1'",
        "href='javascript:x'",
        "lang=ar",
        "dir=rtl",
        "open",
    ),
    *(
        "class='caption credit'",
        "role=navigation",
        "itemprop=author",
        "epub:type=footnote",
        "name='a:b'",
        "type=hidden",
    ),
)
_BETWEEN = (
    *(
        "&nbsp;",
        "&amp;",
        "<!--c-->",
        "<?pi x?>",
        "<![CDATA[x]]>",
        "&#x202e;",
        "&shy;",
        "< ",
        "&lt;",
        "<br><br>",
    ),
    *("\u2028", "<!-- > -->", "</html>", "</body>", "</p>", "</table>"),
)


def wild_page(chance: random.Random) -> tuple[bytes, list[str]]:
    """A page of elements in no order at all, and the words in it, each of which stands there once."""
    words: list[str] = []
    body = _wild(chance, words, 0)
    return f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>".encode(), words


def _wild(chance: random.Random, words: list[str], depth: int) -> str:
    pieces = []
    for _ in range(chance.randint(1, 4)):
        luck = chance.random()
        if luck < 0.35:
            words.append(f"w{len(words):05d}")
            pieces.append(chance.choice((" ", "", "\n")) + words[-1] + chance.choice((" ", ". ", "", ", ")))
        elif luck < 0.9 and depth < 8:
            tag = chance.choice(_TAGS)
            more = " ".join(chance.choice(_ATTRIBUTES) for _ in range(chance.choice((0, 0, 0, 1, 2))))
            inside = _wild(chance, words, depth + 1)
            pieces.append(
                f"<{tag} {more}>{inside}{chance.choice((f'</{tag}>', f'</{tag}>', f'</{tag}>', '', '</div>'))}"
            )
        else:
            pieces.append(chance.choice(_BETWEEN))
    return "".join(pieces)
