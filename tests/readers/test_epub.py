"""A chapter of an electronic book is read whole, with what the book says of itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, Origin, PartKind, Role
from verifier.domain.kinds import ParagraphKind as Kind
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import find_form, read

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
LONG = "The pilot wrote down what he had seen from the tower that night, hour by hour. " * 8


def xhtml(body: str, title: str = "", body_type: str = "") -> str:
    kind = f' epub:type="{body_type}"' if body_type else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>{title}</title></head>'
        f"<body{kind}>{body}</body></html>"
    )


CHAPTER = xhtml(
    '<section epub:type="chapter"><h1 id="c1">The m01lighthouse</h1><a id="empty"/>'
    f"<p>m02words with <em>m03stress</em> and a <strong>m04strong</strong> one.&#160;{LONG}</p>"
    '<p>A claim<a epub:type="noteref" href="#fn1" id="r1"><sup>1</sup></a> needs m05proof.</p>'
    "<blockquote><p>m06quoted by the pilot.</p></blockquote>"
    "<ul><li>m07first item</li><li>m08second item</li></ul>"
    "<table><tr><th>m09Boat</th><th>m10Crew</th></tr><tr><td>m11Aurora</td><td>9</td></tr></table>"
    '<figure><img src="a.png" alt="m12tower at dusk"/><figcaption>m13caption of the tower.</figcaption></figure>'
    '<h2>m14Later</h2><p>See <a href="https://harbour.example/log">m15log</a>.</p><script src="x.js"/>'
    '<aside epub:type="footnote" id="fn1"><p>m16note at the foot.</p></aside></section>',
    "m00 ignored where the contents name the chapter",
)
FILES: dict[str, str] = {
    "OPS/cover.xhtml": xhtml('<img src="c.png" alt=""/>', "Cover", "cover"),
    "OPS/title.xhtml": xhtml("<h1>Nights at the tower</h1><p>Jane Roe</p>", "Nights", "titlepage"),
    "OPS/nav.xhtml": xhtml(
        '<nav epub:type="toc"><ol><li><a href="text/one.xhtml#c1">The lighthouse</a></li>'
        '<li><a href="text/two%20b.xhtml">The <i>quay</i></a></li></ol></nav>'
    ),
    "OPS/text/one.xhtml": CHAPTER,
    "OPS/text/two b.xhtml": xhtml(f"<p>n01second chapter. {LONG}</p>"),
    "OPS/text/two_c.xhtml": xhtml(f"<p>n02going on. {LONG}</p>"),
}
METADATA = (
    "<dc:title>Nights at the tower</dc:title><dc:creator>Jane Roe</dc:creator><dc:creator>Mo Lind</dc:creator>"
    "<dc:publisher>Harbour Press</dc:publisher><dc:language>en-GB</dc:language>"
    '<dc:date opf:event="modification">2032-01-01</dc:date><dc:date>2031-05-06</dc:date>'
    "<dc:identifier>https://harbour.example/nights</dc:identifier>"
)


def opf(files: Mapping[str, str], more: str = "", metadata: str = METADATA) -> str:
    names = [name.removeprefix("OPS/") for name in files]
    nav = ['properties="nav"' if name.startswith("nav") else "" for name in names]
    items = "".join(
        f'<item id="i{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml" {nav[number]}/>'
        for number, name in enumerate(names)
    )
    refs = "".join(f'<itemref idref="i{number}"/>' for number in range(len(names)))
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{refs}</spine>{more}</package>"
    )


def book(files: Mapping[str, str] = FILES, others: Mapping[str, str] | None = None, more: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        members = {
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": opf(files, more),
            **files,
            **(others or {}),
        }
        for name, words in members.items():
            archive.writestr(name, words)
    return file.getvalue()


def opened(data: bytes, wanted: str | None = None) -> ArticleDraft:
    return read(Source("nights.epub", data), ReadOptions(part=wanted))


def found(draft: ArticleDraft) -> dict[str, tuple[Kind, Role]]:
    """Each paragraph that has a marker word, by that word; a word that stands twice fails the test."""
    result: dict[str, tuple[Kind, Role]] = {}
    for each in draft.paragraphs:
        for word in draft.text[each.start : each.end].replace("\t", " ").split():
            marker = word[:3]
            if marker[0] in "mn" and marker[1:].isdigit():
                assert marker not in result
                result[marker] = (each.kind, each.role)
    return result


def test_every_text_of_a_chapter_is_there_once_with_its_role() -> None:
    draft = opened(book())
    assert (draft.reader, draft.media_type) == ("epub", "application/epub+zip")
    body, none = Kind.BODY, Role.NONE
    assert found(draft) == {
        "m01": (Kind.HEADLINE, none),
        **{f"m{number:02}": (body, none) for number in (2, 3, 4, 5, 15)},
        "m06": (Kind.QUOTE, none),
        "m07": (Kind.LIST, none),
        "m08": (Kind.LIST, none),
        **{f"m{number:02}": (Kind.TABLE, none) for number in (9, 10, 11)},
        "m12": (Kind.ASIDE, Role.ALTERNATIVE_TEXT),
        "m13": (Kind.CAPTION, none),
        "m14": (Kind.HEADING, none),
        "m16": (body, Role.FOOTNOTE),
    }
    kinds = {each.kind: draft.text[each.start : each.end] for each in draft.inlines}
    assert kinds[InlineKind.EMPHASIS] == "m03stress"
    assert kinds[InlineKind.STRONG] == "m04strong"
    assert kinds[InlineKind.LINK] == "m15log"
    assert kinds[InlineKind.NOTE] == "1"
    assert draft.text.count("\xa0") == 1
    assert draft.warnings == ()


def test_each_paragraph_knows_its_member_and_number() -> None:
    draft = opened(book())
    assert {each.anchor.part for each in draft.paragraphs} == {"OPS/text/one.xhtml"}
    assert [each.anchor.paragraph for each in draft.paragraphs] == list(range(len(draft.paragraphs)))


def test_the_book_says_what_it_is() -> None:
    draft = opened(book())
    offered = {(each.field, each.value) for each in draft.candidates if each.origin is Origin.DOCUMENT}
    assert offered >= {
        ("title", "The lighthouse"),
        ("title", "Nights at the tower"),
        ("byline", "Jane Roe, Mo Lind"),
        ("publisher", "Harbour Press"),
        ("language", "en-GB"),
        ("published", "2031-05-06"),
        ("url", "https://harbour.example/nights"),
    }
    assert "2032-01-01" not in {value for _, value in offered}
    assert draft.metadata.byline == "Jane Roe, Mo Lind"
    assert "byline" in draft.unconfirmed


def test_the_chapters_are_offered_and_the_first_real_one_is_read() -> None:
    draft = opened(book())
    assert [(each.id, each.name, each.kind) for each in draft.parts] == [
        ("1", "Cover", PartKind.CHAPTER),
        ("2", "Nights at the tower", PartKind.CHAPTER),
        ("3", "OPS/nav.xhtml", PartKind.CHAPTER),
        ("4", "The lighthouse", PartKind.CHAPTER),
        ("5", "The quay", PartKind.CHAPTER),
    ]
    assert draft.part == "4"
    assert "Jane Roe" in opened(book(), "2").text


def test_the_paragraph_that_repeats_the_title_in_the_contents_is_the_headline() -> None:
    plain = xhtml(f"<p>The  Quay</p><p>n01second chapter. {LONG}</p>")
    draft = opened(book({**FILES, "OPS/text/two b.xhtml": plain}), "5")
    first = draft.paragraphs[0]
    assert (first.kind, first.confidence, draft.text[first.start : first.end]) == (
        Kind.HEADLINE,
        95,
        "The Quay",
    )


def test_a_chapter_of_several_files_is_read_whole() -> None:
    draft = opened(book(), "5")
    assert set(found(draft)) == {"n01", "n02"}
    assert [each.anchor.part for each in draft.paragraphs] == ["OPS/text/two b.xhtml", "OPS/text/two_c.xhtml"]
    for sentence in draft.sentences:
        start, end = draft.positions.source_span(sentence.start, sentence.end)
        assert end - start == sentence.end - sentence.start


def test_where_the_book_says_its_text_begins_is_believed() -> None:
    guide = '<guide><reference type="text" href="text/two%20b.xhtml"/></guide>'
    assert opened(book(more=guide)).part == "5"
    landmarks = FILES["OPS/nav.xhtml"].replace(
        "</nav>",
        '</nav><nav epub:type="landmarks"><a epub:type="bodymatter" href="text/two%20b.xhtml">Go</a></nav>',
    )
    assert opened(book({**FILES, "OPS/nav.xhtml": landmarks})).part == "5"


def test_an_older_book_has_its_titles_from_its_ncx() -> None:
    files = {name: text for name, text in FILES.items() if "nav" not in name}
    ncx = (
        '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx.dtd">'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text></navLabel>'
        '<content src="text/one.xhtml"/></navPoint><navPoint><navLabel><text>Two</text></navLabel>'
        '<content src="text/two%20b.xhtml#x"/></navPoint></navMap></ncx>'
    )
    data = book(files, {"OPS/toc.ncx": ncx})
    plan = opf(files).replace(
        "</manifest>", '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as true, zipfile.ZipFile(file, "w") as archive:
        for name in true.namelist():
            archive.writestr(name, plan if name == "OPS/book.opf" else true.read(name))
    assert [each.name for each in opened(file.getvalue()).parts][2:] == ["One", "Two"]


def test_notes_in_another_part_are_said() -> None:
    away = CHAPTER.replace('href="#fn1"', 'href="notes.xhtml#fn1"')
    draft = opened(book({**FILES, "OPS/text/one.xhtml": away}))
    assert [(notice.code, dict(notice.values)) for notice in draft.warnings] == [
        ("epub-notes-elsewhere", {"count": "1"})
    ]


def test_a_book_in_utf_16_is_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as true, zipfile.ZipFile(file, "w") as archive:
        for name in true.namelist():
            words = true.read(name)
            wide = words.decode().replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16")
            archive.writestr(name, wide if name.endswith("one.xhtml") else words)
    assert "m01" in found(opened(file.getvalue()))


def encryption(algorithm: str, *members: str) -> dict[str, str]:
    data = "".join(
        f'<enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData>'
        f'<enc:CipherReference URI="{member}"/></enc:CipherData></enc:EncryptedData>'
        for member in members
    )
    head = '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    return {"META-INF/encryption.xml": f"{head}{data}</encryption>"}


def test_a_locked_book_is_refused_and_disguised_fonts_are_no_lock() -> None:
    aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    texts = [name.replace(" ", "%20") for name in FILES]
    for locked in (encryption(aes, *texts), encryption(aes, "OPS/book.opf")):
        with pytest.raises(ReadError) as caught:
            opened(book(others=locked))
        assert caught.value.code == "epub-protected"
    fonts = encryption("http://www.idpf.org/2008/embedding", "OPS/font.otf")
    assert "m01" in found(opened(book(others=fonts)))
    one = encryption(aes, "OPS/text/one.xhtml")
    assert opened(book(others=one)).part == "5"
    with pytest.raises(ReadError) as caught:
        opened(book(others=one), "4")
    assert caught.value.code == "epub-protected"


@pytest.mark.parametrize(
    ("others", "code"),
    [
        ({"META-INF/container.xml": "<container/>"}, "epub-without-plan"),
        ({"META-INF/container.xml": "<container>"}, "package-xml"),
        ({"META-INF/container.xml": '<!DOCTYPE a [<!ENTITY b "c">]><container/>'}, "package-doctype"),
        ({"OPS/book.opf": "<package><spine/></package>"}, "epub-without-plan"),
    ],
)
def test_a_book_that_cannot_be_read_is_refused_with_the_reason(others: dict[str, str], code: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as true, zipfile.ZipFile(file, "w") as archive:
        for name in true.namelist():
            archive.writestr(name, others.get(name, "") or true.read(name))
    with pytest.raises(ReadError) as caught:
        opened(file.getvalue())
    assert caught.value.code == code
    assert code in MESSAGES


def test_entities_in_a_chapter_and_a_book_cut_short_are_refused() -> None:
    bomb = CHAPTER.replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>')
    with pytest.raises(ReadError) as caught:
        opened(book({**FILES, "OPS/text/one.xhtml": bomb}))
    assert caught.value.code == "package-doctype"
    data = book()
    assert find_form(data[:500]).name == "epub"
    with pytest.raises(ReadError) as caught:
        opened(data[:-200])
    assert caught.value.code == "package-damaged"


def test_a_book_without_words_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        opened(book({"OPS/cover.xhtml": xhtml('<img src="c.png"/>')}))
    assert caught.value.code == "nothing-readable"
