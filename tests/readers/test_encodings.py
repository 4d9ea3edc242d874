"""Any encoding a text file comes in is read, and every place leads back to its very bytes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from verifier.domain.errors import ReadError
from verifier.readers.encodings import byte_span, decode

RUSSIAN = (
    "Паром вышел из порта в шесть утра. «Мы ждали его до полудня», — сказал смотритель маяка.\r\n"
    "Связь пропала через час, и никто не знал почему."
)
GERMAN = "Der Bürgermeister fuhr über die Brücke – „schön“, sagte er, „aber müde“. Größe zählt nicht."

MARKED = [("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-32", "utf-32")]
UNMARKED = [(name, name) for name in ("utf-8", "utf-16-le", "utf-16-be")]


@pytest.mark.parametrize(("written", "named"), [*MARKED, *UNMARKED])
@pytest.mark.parametrize("text", [RUSSIAN, GERMAN, "Plain letters, and nothing else at all."])
def test_unicode_encodings_are_told_with_and_without_a_byte_order_mark(
    written: str, named: str, text: str
) -> None:
    found = decode(text.encode(written))
    assert (found.text, found.encoding, found.notices) == (text, named, ())


def test_big_endian_byte_order_marks_are_read() -> None:
    found = decode(b"\xfe\xff" + RUSSIAN.encode("utf-16-be"))
    assert (found.text, found.encoding) == (RUSSIAN, "utf-16")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN.translate({0xAB: '"', 0xBB: '"', 0x2014: "-"}), "koi8-r"),
        (GERMAN, "cp1252"),
    ],
)
def test_eight_bit_encodings_are_guessed_and_said_to_be_guessed(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)
    assert [notice.code for notice in found.notices] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("text", "encoding"), [("Мэр уехал.", "cp1251"), ("Мэр уехал.", "koi8-r"), ("café", "cp1252")]
)
def test_the_common_name_is_given_where_rarer_encodings_read_the_same(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).encoding == encoding


def test_the_users_choice_overrides_what_was_found() -> None:
    found = decode(RUSSIAN.encode("cp1251"), "windows-1251")
    assert (found.text, found.encoding, found.notices) == (RUSSIAN, "cp1251", ())
    assert decode(RUSSIAN.encode("utf-8"), "cp1251").text != RUSSIAN


@pytest.mark.parametrize(
    ("written", "chosen", "named"),
    [
        ("utf-8-sig", "utf-8", "utf-8-sig"),
        ("utf-16", "utf-16", "utf-16"),
        ("utf-16-be", "utf-16", "utf-16-be"),
        ("utf-16-le", "utf_16_le", "utf-16-le"),
    ],
)
def test_a_chosen_family_keeps_the_mark_and_the_byte_order(written: str, chosen: str, named: str) -> None:
    found = decode(RUSSIAN.encode(written), chosen)
    assert (found.text, found.encoding) == (RUSSIAN, named)


@pytest.mark.parametrize("name", ["martian", "hex", "idna", "unicode_escape", "", "a\0b"])
def test_names_of_no_text_encoding_are_refused(name: str) -> None:
    with pytest.raises(ReadError) as refused:
        decode(b"words", name, "a.txt")
    assert (refused.value.code, refused.value.where) == ("encoding-unknown", "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 words",
        b"\x89PNG\r\n",
        bytes(range(256)),
        b"\0" * 500,
        b"\xff\xfe" + b"\1\0\2\0" * 50,
        b"\1\2\3\4",
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data)
    assert refused.value.code == "source-binary"


def test_a_stray_zero_byte_does_not_make_a_text_binary() -> None:
    assert decode(b"A line with a \0 in it.").text == "A line with a \0 in it."


def test_what_cannot_be_decoded_is_shown_and_counted() -> None:
    data = (
        "Größe und Übermut tun selten gut, sagte der Müller früh.".encode()
        + b" \xff\xe2\x82 end \xef\xbf\xbd"
    )
    found = decode(data)
    assert found.text.endswith(" \ufffd\ufffd end \ufffd")
    notices = {notice.code: dict(notice.values) for notice in found.notices}
    assert notices["undecodable"] == {"count": "2", "encoding": "utf-8"}


CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "cp1252", "koi8-r"]
HARD = [
    "\r\n",
    "\r",
    "\n",
    "\xa0",
    "🙂",
    "e\u0301",
    "سلام",
    "\u2028",
    "\x0c",
    "\0",
    "я",
    "é",
    "word ",
    "“",
    "\ufeff",
]


@given(st.lists(st.sampled_from(HARD)).map("".join), st.sampled_from(CODECS), st.data())
def test_every_place_leads_back_to_its_bytes(text: str, codec: str, data: st.DataObject) -> None:
    try:
        stored = text.encode(codec)
    except UnicodeEncodeError:
        text = text.encode(codec, "ignore").decode(codec)
        stored = text.encode(codec)
    decoded = stored.decode(codec)
    start = data.draw(st.integers(0, len(decoded)))
    end = data.draw(st.integers(start, len(decoded)))
    begin, finish = byte_span(stored, codec, start, end)
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(codec, codec)
    assert stored[begin:finish].decode(plain) == decoded[start:end]


@given(
    st.binary(max_size=60),
    st.sampled_from(["utf-8", "utf-16-le", "cp1252", "cp1251", "shift_jis", "gb18030"]),
)
def test_undecodable_bytes_count_as_the_mark_they_became(stored: bytes, codec: str) -> None:
    try:
        text = decode(stored, codec).text
    except ReadError:
        assume(False)
    assume(not stored.startswith((b"\xef\xbb\xbf", b"\xff\xfe")))
    spans = [byte_span(stored, codec, index, index + 1) for index in range(len(text))]
    position = 0
    for character, (begin, end) in zip(text, spans, strict=True):
        assert begin == position
        assert stored[begin:end].decode(codec, "replace")[:1] == character
        position = end
    assert position == len(stored)


def test_places_in_encodings_of_several_bytes_are_exact() -> None:
    text = "船は朝に島を出た。Nobody knew."
    for codec in ("shift_jis", "euc-jp", "iso2022_jp", "gb18030"):
        stored = text.encode(codec)
        begin, end = byte_span(stored, codec, text.index("Nobody"), len(text))
        assert stored[begin:end].endswith(b"Nobody knew.")


def test_places_in_big_endian_text_with_a_mark_are_exact() -> None:
    stored = b"\xfe\xff" + "Größe".encode("utf-16-be")
    assert byte_span(stored, "utf-16", 0, 2) == (2, 6)
    assert byte_span("Größe".encode(), "utf-8-sig", 0, 3) == (0, 4)
