"""Sources from strangers: whatever the bytes, a sound draft or a refusal in words, in time, offline, in bounds."""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.readers.pdf_files import Sheet, deflated, make_pdf
from tests.readers.word_files import docx, p
from tests.readers.zips import zipped
from tests.trust import sources
from tests.trust.sources import FORM_OF, GOOD, WORDS, check_draft, check_error, page, wild_page

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Label
from verifier.domain.queries import account
from verifier.domain.reading import ReadOptions
from verifier.readers import FORM_NAMES, read
from verifier.reports import ReportOptions, write_report
from verifier.reports.characters import visible
from verifier.session.checking import check_case
from verifier.session.jobs import SourceJob, Worker
from verifier.session.workbench import Workbench

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TIME = "2031-05-04T09:00:00+00:00"


def read_or_refuse(data: bytes, name: str, options: ReadOptions = ReadOptions()) -> ArticleDraft | None:
    """A checked draft, or None where the source was refused in words."""
    try:
        draft = read(Source(name, data), options)
    except ReadError as error:
        check_error(error)
        return None
    check_draft(draft)
    return draft


def carry(drafts: list[ArticleDraft], folder: Path) -> str:
    """Take drafts through a case, closed and opened, and a report; give back what the report prints.

    Asserts that bytes, texts, places and what is set apart come back as they were, and that reading the bytes the case
    kept gives the same draft.
    """
    path = folder / "case.verif"
    with Workbench.create(path) as case:
        case.add_articles(drafts)
    assert check_case(path) == ()
    with Workbench.open(path) as case:
        for article, draft in zip(case.rows.articles(), drafts, strict=True):
            version = article.version_id
            assert case.text(version) == draft.text
            assert case.original(version) == draft.source.data
            assert case.positions(version) == draft.positions
            assert case.inlines(version) == draft.inlines
            again = read(case.source(version), ReadOptions(part=draft.part or None))
            assert replace(again, source=draft.source) == draft
            for sentence in account(case.rows, article)[:3]:
                case.mark([sentence.id], Label.UNCONFIRMED)
        write_report(case.snapshot(), ReportOptions(time=TIME), folder / "report.docx")
    assert check_case(path) == ()
    with zipfile.ZipFile(folder / "report.docx") as document:
        assert document.testzip() is None
        return printed(document.read("word/document.xml"))


def printed(part: bytes) -> str:
    """The text of a Word part, without our isolating marks."""
    body = ElementTree.fromstring(part)
    lines = ("".join(_word_text(node) for node in one.iter()) for one in body.iter(f"{W}p"))
    return re.sub("[\u2066-\u2069]", "", "\n".join(lines))


def _word_text(node: ElementTree.Element) -> str:
    return "\t" if node.tag == f"{W}tab" else (node.text or "") if node.tag == f"{W}t" else ""


# -- every form, good and spoiled ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GOOD)
def test_a_good_source_of_every_form_gives_a_sound_draft_with_its_words(name: str) -> None:
    draft = read(Source(f"article.{name}", GOOD[name]()))
    check_draft(draft)
    assert draft.reader == FORM_OF.get(name, name)
    for words in WORDS:
        for part in words.split(". "):
            assert part.strip(".").replace("\n", " ") in draft.text


def test_there_is_a_good_source_of_every_form_that_is_read() -> None:
    assert {FORM_OF.get(name, name) for name in GOOD} == set(FORM_NAMES)


def test_drafts_of_all_forms_go_through_one_case_and_its_report(tmp_path: Path) -> None:
    drafts = [read(Source(f"article.{name}", make())) for name, make in GOOD.items()]
    report = carry(drafts, tmp_path)
    assert report.count("Nobody has seen it since it passed the lighthouse") >= len(drafts)
    for name in GOOD:
        assert f"article.{name}" in report


@pytest.mark.parametrize("name", GOOD)
def test_spoiled_sources_give_sound_drafts_or_words(name: str) -> None:
    spoiled = list(sources.cases(seed=20, count=20, only=name))
    assert len({data for _, data in spoiled}) > 12
    for form, data in spoiled:
        read_or_refuse(data, f"spoiled.{form}")


@pytest.mark.parametrize("name", GOOD)
def test_a_source_cut_off_anywhere_gives_a_sound_draft_or_words(name: str) -> None:
    whole = GOOD[name]()
    step = max(1, len(whole) // 25)
    cuts = [read_or_refuse(whole[:end], f"cut.{name}") for end in range(1, len(whole), step)]
    assert len(cuts) > 20
    assert read_or_refuse(whole, name) is not None
    assert all(draft is None or draft.source.data == whole[: len(draft.source.data)] for draft in cuts)


@pytest.mark.parametrize("form", FORM_NAMES)
def test_every_reader_withstands_what_is_not_of_its_form(form: str) -> None:
    answers = [read_or_refuse(make(), f"not.{name}", ReadOptions(form=form)) for name, make in GOOD.items()]
    assert any(draft is not None for draft in answers), "its own form is among them"
    for data in (
        b"\x00" * 3000,
        b"\xff" * 3000,
        b"<",
        b"PK\x03\x04",
        b"%PDF-",
        b"{\\rtf1",
        b"WARC/1.1\r\n",
        b"\x1f\x8b",
    ):
        odd = read_or_refuse(data, "odd", ReadOptions(form=form))
        assert odd is None or odd.source.data == data


@pytest.mark.parametrize("whole", [False, True])
def test_no_word_of_a_page_without_any_order_is_lost_or_said_twice(whole: bool) -> None:
    count = 0
    for seed in range(120):
        data, words = wild_page(random.Random(f"wild {seed}"))
        draft = read_or_refuse(data, "wild.html", ReadOptions(form="html", whole=whole))
        if words:
            assert draft is not None
            assert [word for word in words if draft.text.count(word) != 1] == [], data
            count += len(words)
    assert count > 1_000


@pytest.mark.parametrize(
    "end",
    [
        "</html>Deep words.",
        "</body></html><p>Deep words.</p>",
        "<title>Deep words.</title>",
        "<title>Deep words.",
    ],
)
def test_words_where_no_words_should_stand_are_kept(end: str) -> None:
    markup = page(*WORDS).decode().replace("</body></html>", end)
    draft = read(Source("a.html", markup.encode()))
    check_draft(draft)
    assert draft.text.count("Deep words.") == 1


# -- odd characters --------------------------------------------------------------------------------------------------

BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
ODD = {
    "controls": "".join(
        chr(code) for code in (*range(1, 9), *range(14, 28), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0))
    ),
    "bidi": "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u061c",
    "invisible": "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u034f",
    "private": "\ue000\uf8ff\U000f0000\U0010fffd",
    "not characters": "\ufffe\uffff\U0001fffe\U0010ffff\ufdd0",
    "combining": "a" + "\u0301" * 300,
    "tags": "\U000e0001\U000e0041\U000e007f",
    "wide": "👩‍👩‍👧🇺🇦𝔐𐍈𠀋",
    "spaces": "a\u00a0b\u2003c\u3000d\u202fe\u2009f",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_characters_in_text_are_kept_and_printed(name: str, tmp_path: Path) -> None:
    body = f"It was written {ODD[name]} on the wall of the quay, and nobody could read it that day."
    plain = f"Ferry lost in the fog\n\n{WORDS[0]}\n\n{body}\n\n{WORDS[1]}\n".encode()
    drafts = [
        read(Source("odd.txt", plain), ReadOptions(encoding="utf-8")),
        read(Source("odd.html", page(WORDS[0], body))),
    ]
    for draft in drafts:
        check_draft(draft)
    assert body in drafts[0].text
    report = carry(drafts, tmp_path)
    shown = re.sub("[\u2066-\u2069]", "", visible(body))
    assert shown in report


def test_no_kind_of_line_break_breaks_a_paragraph_in_two_where_it_is_kept(tmp_path: Path) -> None:
    body = (
        "It was written " + "".join(f"here{each}and " for each in BREAKS) + "there on the wall of the quay."
    )
    drafts = [
        read(Source("breaks.txt", f"{WORDS[0]}\n\n{body}\n\n{WORDS[1]}".encode())),
        read(Source("breaks.html", page(WORDS[0], body))),
        read(
            Source(
                "breaks.eml",
                b"From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + body.encode(),
            )
        ),
    ]
    for draft in drafts:
        check_draft(draft)
        told = [draft.text[one.start : one.end] for one in draft.paragraphs]
        begun = [words for words in told if "It was written here" in words]
        assert [words.endswith("there on the wall of the quay.") for words in begun] == [True], draft.reader
    carry(drafts, tmp_path)


@pytest.mark.parametrize(
    "reference",
    [
        "&#xD800;",
        "&#xDFFF;",
        "&#xD83D;&#xDE00;",
        "&#0;",
        "&#x1;",
        "&#xFFFE;",
        "&#xFFFF;",
        "&#x110000;",
        "&#99999999999;",
    ],
)
def test_character_references_to_nothing_are_harmless(reference: str, tmp_path: Path) -> None:
    body = f"<p>Written {reference} here, on the wall of the quay, for everybody to see and to wonder at.</p>"
    data = page(*WORDS, head=f'<meta property="og:title" content="T {reference} t">', more=body)
    inside = docx(p(WORDS[0]) + f"<w:p><w:r><w:t>Written {reference} here.</w:t></w:r></w:p>")
    drafts = [draft for draft in (read_or_refuse(data, "a.html"), read_or_refuse(inside, "a.docx")) if draft]
    assert drafts
    assert "on the wall of the quay" in drafts[0].text
    carry(drafts, tmp_path)


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\u0000", "\\ufffe", "a\\ud83d"])
def test_half_characters_in_json_do_not_reach_the_metadata(escape: str, tmp_path: Path) -> None:
    said = (
        f'{{"@type":"NewsArticle","headline":"Ferry {escape} lost","author":{{"name":"Mo {escape} Lind"}}}}'
    )
    data = page(*WORDS, title="Ferry", head=f'<script type="application/ld+json">{said}</script>')
    draft = read_or_refuse(data, "a.html")
    assert draft is not None
    carry([draft], tmp_path)


# -- what a source says of itself ------------------------------------------------------------------------------------


@pytest.mark.large
def test_a_title_without_end_is_cut_and_the_text_is_not(tmp_path: Path) -> None:
    long = "Ferry lost in the fog over the bay. " * 1_500
    head = f'<meta property="og:title" content="{long}"><meta name="author" content="{long}">'
    mail = f"From: {'a' * 400_000} <a@b.example>\r\nSubject: {long}\r\n\r\n{WORDS[0]}\r\n".encode()
    documents = [
        read(Source("long.html", page(*WORDS, title=long, head=head))),
        read(Source("long.eml", mail)),
        read(
            Source(
                "long.docx", docx(p(long, style="Title") + p(WORDS[0]), core=f"<dc:title>{long}</dc:title>")
            )
        ),
    ]
    for draft in documents:
        check_draft(draft)
        assert WORDS[0] in draft.text
    carry(documents[1:], tmp_path)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "\\\\host\\share", "vbscript:x"],
)
def test_no_address_but_a_web_address_becomes_metadata(address: str) -> None:
    head = f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
    said = f'{{"@type":"Article","headline":"{sources.TITLE}","url":"{address}"}}'
    head += f'<script type="application/ld+json">{said}</script>'
    draft = read(
        Source("a.html", page(*WORDS, head=head, more=f'<p>See <a href="{address}">the log</a> of it.</p>'))
    )
    check_draft(draft)
    assert draft.metadata.url is None
    markup = page(*WORDS).decode()
    saved = sources.saved_page().replace(sources.ADDRESS.encode(), address.encode())
    found = read_or_refuse(saved, "a.mhtml")
    assert found is None or found.metadata.url is None
    assert markup


@pytest.mark.parametrize(
    "name",
    [
        "idna",
        "unicode_escape",
        "raw_unicode_escape",
        "rot13",
        "zlib",
        "hex",
        "punycode",
        "undefined",
        "utf-7",
        "mbcs",
        "x" * 5000,
        "../../etc/passwd",
        "\x00",
        "base64_codec",
        "utf-16",
    ],
)
def test_an_encoding_that_is_none_for_texts_is_not_followed(name: str) -> None:
    words = "A search was begun at noon for everybody on board."
    mail = f"From: a@b.example\r\nSubject: =?{name}?q?x=41?=\r\n"
    mail += f'Content-Type: text/plain; charset="{name}"\r\n'
    torn = f"{mail}Words behind the head é\r\n\r\n{words}\r\n"  # a line that is no header ends the headers
    mail += f"\r\n{words}\r\n"
    web = f'<html><head><meta charset="{name}"><title>T</title></head><body><p>{words}</p></body></html>'
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=" + name.encode() + b"\r\n\r\n" + web.encode()
    )
    saved = sources.saved_page().replace(
        b"Type: text/html\r", b"Type: text/html; charset=" + name.encode() + b"\r"
    )
    for data in (
        mail.encode(),
        torn.encode(),
        web.encode(),
        sources.record(answer),
        saved.replace(page(), web.encode()),
    ):
        draft = read_or_refuse(data, "labelled")
        assert draft is not None
        assert words in draft.text
    read_or_refuse(words.encode(), "asked.txt", ReadOptions(encoding=name))


# -- lies and mixtures -----------------------------------------------------------------------------------------------


def _pdf_and_page() -> bytes:
    return sources.print_out() + page()


def _page_and_package() -> bytes:
    return page() + sources.word_document()


def _package_and_page() -> bytes:
    return sources.word_document() + page()


def _mail_and_page() -> bytes:
    return b"Subject: x\r\n" + page()


def _page_before_pdf() -> bytes:
    return b"<html>" + sources.print_out()


def _two_packages() -> bytes:
    return sources.word_document() + sources.book()


def _archive_of_pdf() -> bytes:
    return sources.record(sources.answer(sources.print_out()))


def _archive_of_archive() -> bytes:
    return sources.record(sources.answer(sources.archive()))


def _mail_of_mail() -> bytes:
    head = b"From: a@b.example\r\nSubject: fw\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
    return head + head + sources.mail()


@pytest.mark.parametrize(
    "make",
    [
        _pdf_and_page,
        _page_and_package,
        _package_and_page,
        _mail_and_page,
        _page_before_pdf,
        _two_packages,
        _archive_of_pdf,
        _archive_of_archive,
        _mail_of_mail,
    ],
)
def test_what_is_two_things_at_once_is_read_as_one_or_refused(make: Callable[[], bytes]) -> None:
    draft = read_or_refuse(make(), "both")
    if draft is not None:
        assert read(Source("both", make())) == draft


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("lie", ["a.txt", "a.pdf", "a.docx", "a", "a.jpg"])
def test_the_name_of_a_file_changes_nothing(name: str, lie: str) -> None:
    draft = read(Source(lie, GOOD[name]()))
    assert draft.reader == FORM_OF.get(name, name)


# -- in the child process, with its limits ----------------------------------------------------------------------------


def _nested(count: int) -> bytes:
    return (
        b"<html><body>"
        + b"".join(b"<div>w%d " % n for n in range(count))
        + b"Deep words."
        + b"</div>" * count
    )


def _unclosed() -> bytes:
    return b"".join(b"<div><span><b><i><ul><li><table><tr><td>w%d " % n for n in range(700)) + b"Deep words."


def _with_data_uri() -> bytes:
    picture = '<img src="data:image/png;base64,' + "A" * 12_000_000 + '">'
    return page(*(f"Paragraph {n} of the page." for n in range(10)), more=picture + "<p>Deep words.</p>" * 20)


def _of_many_blocks(count: int = 100_000) -> bytes:
    blocks = "".join(f"<p>Sentence number {n} of the long page stands here.</p>" for n in range(count))
    return f"<html><body>{blocks}<p>Deep words.</p></body></html>".encode()


def _of_marks() -> bytes:
    return b"<html><body><p>" + b"<b><i><font><a href=x>w " * 1_500 + b"Deep words."


def _of_comments() -> bytes:
    return b"<html><body>" + b"<!--x-->" * 200_000 + b"<p>Deep words.</p>"


def _of_quotes() -> bytes:
    return b"<html><body><p>" + b"<q>" * 3_000 + b"Deep words."


def _of_one_word() -> bytes:
    return page("x" * 3_000_000, "Deep words.")


def _of_attributes() -> bytes:
    return b"<html><body><p class='" + b"a " * 3_000_000 + b"'>Deep words.</p>"


def _of_nested_json() -> bytes:
    said = "[" * 3_000_000 + "]" * 3_000_000
    return page("Deep words.", head=f'<script type="application/ld+json">{said}</script>')


def _of_authors() -> bytes:
    names = ",".join(f'{{"name":"A{n}"}}' for n in range(60_000))
    said = f'{{"@type":"NewsArticle","headline":"{sources.TITLE}","author":[{names}]}}'
    return page("Deep words.", head=f'<script type="application/ld+json">{said}</script>')


WHOLE: dict[str, Callable[[], bytes]] = {
    "300 divisions": lambda: _nested(300),
    "3,000 divisions": lambda: _nested(3_000),
    "6,000 divisions": lambda: _nested(6_000),
    "unclosed tags": _unclosed,
    "a picture of 12 MB": _with_data_uri,
    "10,000 blocks": lambda: _of_many_blocks(10_000),
    "marks inside marks": _of_marks,
    "comments": _of_comments,
    "quotations": _of_quotes,
    "one word": _of_one_word,
    "attributes": _of_attributes,
    "nested JSON": _of_nested_json,
    "60,000 authors": _of_authors,
    "subtitles": lambda: (
        sources.subtitles() * 500 + b"\r\n4\r\n00:00:09,000 --> 00:00:10,000\r\nDeep words.\r\n"
    ),
}
"""Monstrous sources that are read whole: each ends with the same words."""


def _repeating(name: str, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD[name]())) as package:
        members = {one: package.read(one) for one in package.namelist()}
    assert old in members[part]
    return zipped({**members, part: members[part].replace(old, new)})


def _pdf_of(stream: bytes) -> bytes:
    return make_pdf([Sheet(raw=deflated(stream))])


def _deep_mail() -> bytes:
    inside = b"Content-Type: text/plain\r\n\r\nwords\r\n"
    for n in range(3_000):
        head = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        inside = head + inside + b"\r\n--b%d--\r\n" % n
    return b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + inside


def _mail_of_parts() -> bytes:
    head = b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    return head + b"--b\r\n\r\nwords\r\n" * 100_000 + b"--b--\r\n"


REFUSED: dict[str, Callable[[], bytes]] = {
    "a document that swells": lambda: _repeating(
        "docx", "word/document.xml", b"<w:p>", b"<w:p/>" * 3_000_000 + b"<w:p>"
    ),
    "a document nested deep": lambda: _repeating(
        "docx", "word/document.xml", b"<w:p>", b"<w:sdt><w:sdtContent>" * 100_000
    ),
    "a text that swells": lambda: _repeating(
        "odt", "content.xml", b"<text:p>", b"<text:p/>" * 3_000_000 + b"<text:p>"
    ),
    "a book that swells": lambda: _repeating("epub", "c1.xhtml", b"<p>", b" " * 100_000_000 + b"<p>"),
    "a package of many members": lambda: zipped([(f"word/{n}", "") for n in range(20_000)]),
    "a print of spaces": lambda: _pdf_of(b" " * 200_000_000),
    "a print of 20,000 pages": lambda: make_pdf([Sheet()] * 20_000),
    "a mail nested deep": _deep_mail,
    "a mail of many parts": _mail_of_parts,
    "an answer that swells": lambda: sources.record(
        sources.answer(gzip.compress(b" " * 300_000_000), "Content-Encoding: gzip\r\n")
    ),
    "an archive of empty members": lambda: sources.packed_archive() + gzip.compress(b"", mtime=0) * 300_000,
    "a page beyond all bounds": lambda: b"<html>" + b"<p>words" * 10_000_000,
}
"""Monstrous sources that are refused."""

PEAK = """
import resource, sys
from pathlib import Path
from verifier.domain.articles import Source
from verifier.domain.errors import ReadError
from verifier.readers import read
read(Source("warm.html", b"<html><body><p>A page to load all that is needed.</p></body></html>"))
begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
told = b""
try:
    told = read(Source("source", Path(sys.argv[1]).read_bytes())).text.encode()
except ReadError as error:
    told = error.code.encode()
assert told.endswith(sys.argv[2].encode()), told[-200:]
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - begin)
"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One child for all: what survives one source must read the next."""
    worker = Worker()
    yield worker
    worker.close()


@pytest.mark.large
@pytest.mark.parametrize("name", WHOLE)
def test_a_monstrous_source_is_read_to_its_last_words(name: str, worker: Worker) -> None:
    draft = worker.submit(SourceJob(Source(name, WHOLE[name]()))).result(timeout=120)
    assert isinstance(draft, ArticleDraft)
    assert "Deep words." in draft.text[-3_000:]
    check_draft(draft)


@pytest.mark.parametrize("name", REFUSED)
def test_a_source_made_to_harm_is_refused_with_the_reason(name: str, worker: Worker) -> None:
    with pytest.raises(ReadError) as caught:
        worker.submit(SourceJob(Source(name, REFUSED[name]()))).result(timeout=120)
    check_error(caught.value)


@pytest.mark.large
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is in kilobytes on Linux alone")
@pytest.mark.parametrize(
    ("make", "end"),
    [
        (_of_many_blocks, "Deep words."),
        (_with_data_uri, "Harbour News"),
        (_unclosed, "Deep words."),
        (_mail_of_parts, "mail-too-many-parts"),
    ],
)
def test_a_monstrous_source_takes_less_than_half_a_gigabyte(
    make: Callable[[], bytes], end: str, tmp_path: Path
) -> None:
    (tmp_path / "source").write_bytes(make())
    command = [sys.executable, "-c", PEAK, str(tmp_path / "source"), end]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 500_000


# -- at the command line ---------------------------------------------------------------------------------------------


def verifier(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "verifier", *map(str, arguments)],
        capture_output=True,
        timeout=100,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("name", ["a document that swells", "a mail nested deep"])
def test_the_command_line_tells_of_a_harmful_source_in_one_line_and_makes_nothing(
    name: str, tmp_path: Path
) -> None:
    source, case = tmp_path / "bad source.html", tmp_path / "new.verif"
    source.write_bytes(REFUSED[name]())
    good = tmp_path / "good.html"
    good.write_bytes(page())
    for arguments in (["read", source], ["add", case, good, source]):
        done = verifier(*arguments)
        assert done.returncode == 1
        assert done.stdout == b""
        assert b"bad source.html" in done.stderr
        assert b"Traceback" not in done.stderr
        assert done.stderr.count(b"\n") == 1
        assert re.search(rb"\b(?:Open|Save|Get|Keep|Add)\b", done.stderr), "what to do"
    assert not case.exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bad source.html", "good.html"]


def test_an_archive_with_faults_is_read_without_a_library_muttering(tmp_path: Path) -> None:
    spoiled = sources.archive().replace(
        b"WARC-Target-URI: https://harbour.example/2031/ferry/b", b"WARC-Target-URI: x y/b"
    )
    (tmp_path / "a.warc").write_bytes(spoiled[:-30] + b"\r\nrest of a record\r\n")
    done = verifier("read", tmp_path / "a.warc")
    assert done.returncode == 0
    assert b"forty passengers" in done.stdout
    assert done.stderr == b""


def test_control_characters_of_an_article_are_shown_and_do_not_steer_the_terminal(tmp_path: Path) -> None:
    steering = "\x1b[2J\x1b]0;owned\x07 \x9b31m \x08\x08 words"
    (tmp_path / "a.txt").write_bytes(
        f"Ferry lost\n\nIt was written {steering} on the wall of the quay that day.\n".encode()
    )
    done = verifier("read", tmp_path / "a.txt")
    assert done.returncode == 0
    told = done.stdout.decode()
    assert "‹U+001B›[2J" in told
    assert [each for each in told if not each.isprintable() and each != "\n"] == []


# -- the outside -----------------------------------------------------------------------------------------------------

SECRET = "the words of a file that is none of the source's business"
ENTITIES = '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{path}"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a '"
    + "ha" * 100
    + "'>"
    + "".join(
        f"<!ENTITY {chr(98 + n)} '{'&' + chr(97 + n) + ';'}{('&' + chr(97 + n) + ';') * 9}'>"
        for n in range(9)
    )
    + "]>"
)


@pytest.mark.parametrize("name", ["docx", "odt", "epub"])
@pytest.mark.parametrize("attack", ["outside", "laughs"])
def test_entities_in_packages_bring_nothing_in(name: str, attack: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    doctype = ENTITIES.format(path=tmp_path / "secret.txt") if attack == "outside" else LAUGHS
    with zipfile.ZipFile(io.BytesIO(GOOD[name]())) as package:
        members = {one: package.read(one) for one in package.namelist()}
    for one, inside in members.items():
        if inside.lstrip().startswith(b"<"):
            bare = re.sub(rb"<\?xml[^>]*\?>", b"", inside)
            spoiled = doctype.encode() + bare.replace(b"The ferry", b"&e;&j; The ferry")
            draft = read_or_refuse(zipped({**members, one: spoiled}), f"a.{name}")
            assert draft is None or SECRET not in draft.text
            assert draft is None or len(draft.text) < 5_000


def test_entities_in_pages_bring_nothing_in(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    doctype = ENTITIES.format(path=tmp_path / "secret.txt").replace("x [", "html [")
    markup = page(*WORDS).decode().replace("<!DOCTYPE html>", doctype).replace("The ferry", "&e; The ferry")
    frames = f'<iframe src="file://{tmp_path}/secret.txt"></iframe><object data="file://{tmp_path}/secret.txt"></object>'
    for data in (markup.encode(), page(*WORDS, more=frames)):
        draft = read(Source("a.html", data))
        check_draft(draft)
        assert SECRET not in draft.text
        assert "forty passengers" in draft.text


REMOTE = (
    '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><base href="http://127.0.0.1:9/">'
    '<script src="http://127.0.0.1:9/a.js"></script>'
)
REMOTE_BODY = (
    '<img src="http://127.0.0.1:9/a.png" srcset="b.png 2x"><iframe src="http://127.0.0.1:9/f"></iframe>'
    '<video src="http://127.0.0.1:9/v" poster="p.png"></video><object data="http://127.0.0.1:9/o"></object>'
    '<svg><image href="http://127.0.0.1:9/s"/></svg><link rel="next" href="http://127.0.0.1:9/2">'
)
OFFLINE = """
import sys
tried = []
def watch(event, arguments):
    if event == "socket.bind" and arguments[1][0] == "::1":
        return  # urllib3 asks this machine whether it knows IPv6
    if event.startswith("socket.") and event not in ("socket.gethostname", "socket.__new__"):
        tried.append(event)
        raise OSError("no network here")
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        tried.append(event)
import json, pathlib
from verifier.domain.articles import Source
from verifier.readers import read
sys.addaudithook(watch)
names = []
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    names.append(read(Source(path.name, path.read_bytes())).reader)
print(json.dumps({"read": names, "tried": tried}))
"""


def test_reading_any_form_asks_nothing_of_the_network_and_starts_no_program(tmp_path: Path) -> None:
    remote = page(*WORDS, head=REMOTE, more=REMOTE_BODY)
    outside = (
        ("i", "image", "http://127.0.0.1:9/i.png"),
        ("t", "attachedTemplate", "http://127.0.0.1:9/t.dotx"),
    )
    made = {name: make() for name, make in GOOD.items()}
    made |= {
        "remote.html": remote,
        "remote.mhtml": sources.saved_page().replace(page(), remote),
        "remote.eml": sources.mail().replace(page(), remote),
        "remote.warc": sources.record(sources.answer(remote)),
        "remote.docx": docx(p(WORDS[0]), targets=outside, outside=("i", "t")),
        "remote.md": sources.markdown() + b"\n![x](http://127.0.0.1:9/a.png)\n",
    }
    for name, data in made.items():
        (tmp_path / f"a.{name}").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found["read"]) == len(made)
    assert set(found["read"]) == set(FORM_NAMES)
    assert found["tried"] == []
