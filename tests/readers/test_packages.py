from __future__ import annotations

import struct
import time
import zipfile
from collections.abc import Callable

import pytest
from tests.readers.zips import patched, zipped

from verifier.domain.errors import ReadError
from verifier.i18n.messages import word
from verifier.readers import packages
from verifier.readers.packages import open_package, parse_xml


def refusal(work: Callable[[], object]) -> str:
    """The code of the error; its message is filled in and names the file."""
    with pytest.raises(ReadError) as caught:
        work()
    error = caught.value
    message = word(error.code, error.where, error.values)
    assert "attachment.docx" in message
    assert "{" not in message
    return error.code


def opening(data: bytes) -> str:
    return refusal(lambda: open_package(data, "attachment.docx"))


def parsing(data: bytes) -> str:
    return refusal(lambda: parse_xml(data, "attachment.docx", "word/document.xml"))


def test_members_are_listed_in_order_and_read_whole() -> None:
    package = open_package(
        zipped({"b.xml": "<b/>", "folder/": "", "folder/a.txt": "words"}), "attachment.docx"
    )
    assert package.names == ("b.xml", "folder/a.txt")
    assert "b.xml" in package
    assert "c.xml" not in package
    assert package.read("folder/a.txt") == b"words"
    assert package.size("folder/a.txt") == 5
    assert package.xml("b.xml").tag == "b"


def test_a_member_that_is_not_there_is_named() -> None:
    package = open_package(zipped({"a.xml": "<a/>"}), "attachment.docx")
    assert refusal(lambda: package.read("word/document.xml")) == "package-member-missing"


def test_a_truncated_package_is_said_to_be_damaged() -> None:
    whole = zipped({"a.xml": "<a>" + "words " * 500 + "</a>"})
    for length in (30, len(whole) // 2, len(whole) - 5):
        assert opening(whole[:length]) == "package-damaged"


def test_a_flipped_bit_is_said_to_be_damage() -> None:
    whole = bytearray(zipped({"a.xml": "<a>" + "".join(map(chr, range(0x400, 0x4FF))) + "</a>"}))
    whole[60] ^= 1
    package = open_package(bytes(whole), "attachment.docx")
    assert refusal(lambda: package.read("a.xml")) == "package-damaged"


@pytest.mark.parametrize(
    "name", ["../a.xml", "/a.xml", "word/../../a.xml", "C:\\a.xml", "..\\a.xml", "\\\\host\\a.xml"]
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert opening(zipped({"a.xml": "<a/>", name: "x"})) == "package-name-unsafe"


def test_a_name_cut_short_by_a_zero_is_refused() -> None:
    assert opening(patched(zipped({"a.xml.b": "x"}), b"a.xml.b", b"a.xml\x00b")) == "package-name-unsafe"


@pytest.mark.parametrize("twin", ["word/document.xml", "word\\document.xml"])
def test_a_name_that_comes_twice_is_refused(twin: str) -> None:
    data = zipped([("word/document.xml", "<a/>"), (twin, "<b/>")])
    assert opening(data) == "package-name-twice"


def test_a_locked_member_is_refused() -> None:
    data = bytearray(zipped({"a.xml": "<a/>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert opening(bytes(data)) == "package-encrypted"


def test_too_many_members_are_refused_at_once() -> None:
    begun = time.monotonic()
    assert (
        opening(zipped({f"{number}": "" for number in range(packages.MOST_MEMBERS + 1)}))
        == "package-too-many"
    )
    many = zipped({"a": ""})
    entries = b"PK\x01\x02" * (5 * packages.MOST_MEMBERS)
    assert opening(many + entries) == "package-too-many"
    assert time.monotonic() - begun < 30


def test_a_small_package_that_swells_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"word/document.xml": b"<a>" + b"<b/>" * 30_000_000 + b"</a>"})
    assert len(bomb) < 150_000
    assert opening(bomb) == "package-swells"


def test_a_member_that_swells_is_refused_when_it_is_read() -> None:
    package = open_package(zipped({"a.xml": b" " * 20_000_000, "b.xml": "<b/>"}), "attachment.docx")
    assert package.xml("b.xml").tag == "b"
    assert refusal(lambda: package.read("a.xml")) == "package-swells"


def test_a_member_larger_than_asked_for_is_refused() -> None:
    package = open_package(zipped({"a.xml": "<a/>"}), "attachment.docx")
    assert package.read("a.xml", most=4) == b"<a/>"
    assert refusal(lambda: package.read("a.xml", most=3)) == "package-too-big"


def test_more_than_is_ever_read_is_refused_by_its_declared_size() -> None:
    data = bytearray(zipped({"a.xml": "<a/>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 3_000_000_000)
    assert opening(bytes(data)) == "package-too-big"


@pytest.mark.parametrize("declared", [3, 5_000])
def test_a_declared_size_that_is_wrong_is_refused(declared: int) -> None:
    data = bytearray(zipped({"a.xml": "<a>" + "words " * 600 + "</a>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", declared)
    package = open_package(bytes(data), "attachment.docx")
    assert refusal(lambda: package.read("a.xml")) == "package-damaged"


def test_a_rare_packing_is_refused() -> None:
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", "<a/>")
    package = open_package(buffer.getvalue(), "attachment.docx")
    assert refusal(lambda: package.read("a.xml")) == "package-damaged"


DOCTYPES = [
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<?xml version="1.0"?>\n<!-- why -->\n<?what?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    " " * 9000 + "<!DOCTYPE a><a/>",
]


@pytest.mark.parametrize("text", DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(text: str, encoding: str) -> None:
    assert parsing(text.replace("1.0", f'1.0" encoding="{encoding}').encode(encoding)) == "package-doctype"


def test_a_document_type_cannot_hide_behind_an_encoding() -> None:
    hidden = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-7")
    assert parsing(b'<?xml version="1.0" encoding="utf-7"?>' + hidden) == "package-doctype"


def test_words_about_a_document_type_are_words() -> None:
    root = parse_xml(b"<a>&lt;!DOCTYPE <![CDATA[<!DOCTYPE a>]]></a>", "attachment.docx", "a.xml")
    assert root.text == "<!DOCTYPE <!DOCTYPE a>"


def test_a_document_type_that_defines_nothing_can_be_let_through() -> None:
    bare = b'<!DOCTYPE ncx PUBLIC "-//X//DTD ncx//EN" "http://example.org/ncx.dtd"><ncx/>'
    assert parse_xml(bare, "book.epub", "toc.ncx", bare_doctype=True).tag == "ncx"
    defining = b'<!DOCTYPE ncx [<!ENTITY a "b">]><ncx/>'
    with pytest.raises(ReadError, match="package-doctype"):
        parse_xml(defining, "book.epub", "toc.ncx", bare_doctype=True)


@pytest.mark.parametrize("text", ["<a><b></a>", "", "words", "<a>&undefined;</a>", "<a>\x01</a>", "<a/><b/>"])
def test_broken_xml_is_refused_and_not_mended(text: str) -> None:
    assert parsing(text.encode()) == "package-xml"


def test_xml_that_is_not_in_its_encoding_is_refused() -> None:
    assert parsing(b"<a>\xff\xfe\xfa</a>") == "package-xml"
    assert parsing(b'<?xml version="1.0" encoding="no-such"?><a/>') == "package-xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251"])
def test_every_encoding_xml_may_have_is_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><a b="в">слова</a>'
    root = parse_xml(text.encode(encoding), "attachment.docx", "a.xml")
    assert (root.text, root.get("b")) == ("слова", "в")


def test_a_long_word_and_a_deep_nest_are_read() -> None:
    word_ = "a" * 11_000_000
    assert parse_xml(f"<a>{word_}</a>".encode(), "attachment.docx", "a.xml").text == word_
    deep = b"<a>" * 1000 + b"</a>" * 1000
    assert len(list(parse_xml(deep, "attachment.docx", "a.xml").iter())) == 1000


def test_a_nest_without_end_is_refused() -> None:
    assert parsing(b"<a>" * 100_000 + b"</a>" * 100_000) == "package-xml"


def test_millions_of_elements_are_refused() -> None:
    assert parsing(b"<a>" + b"<b/>" * packages.MOST_NODES + b"</a>") == "package-dense"


def test_comments_leave_the_words_on_both_sides() -> None:
    root = parse_xml(b"<a>be<!-- x -->fore<?x y?> after</a>", "attachment.docx", "a.xml")
    assert root.text == "before after"
