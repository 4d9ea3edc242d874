"""Twenty-eight texts and encodings, labelled rightly, wrongly, late or not at all: read right, or the user is told."""

from __future__ import annotations

import pytest
from tests.readers.pages_html import draft_of

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.reading import Content, ReadOptions
from verifier.readers.plain import read_plain

SAMPLES = {
    "ru": "Паром вышел из порта в шесть утра. «Мы ждали его до полудня», — сказал смотритель маяка у реки.",
    "uk": "Пором вийшов із порту о шостій ранку, і ніхто не знав, чому його чекали біля річки аж до півдня.",
    "de": "Der Bürgermeister fuhr über die Brücke – „schön“, sagte er, „aber müde“. Größe zählt nicht, hieß es.",
    "fr": "Le maire a traversé le vieux pont à pied, près de la forêt, où l’été s’achève déjà sans bruit.",
    "pl": "Burmistrz przeszedł przez stary most, a później żółte łódki odpłynęły w stronę źródła rzeki.",
    "cs": "Starosta přešel přes starý most, ačkoli řeka byla příliš hluboká a žádná loď už nečekala u břehu.",
    "el": "Ο δήμαρχος πέρασε τη γέφυρα στις έξι το πρωί και κανείς δεν ήξερε γιατί περίμεναν ως το μεσημέρι.",
    "tr": "Belediye başkanı eski köprüden geçti, çünkü ırmağın kıyısında güneşli bir gün başlıyordu, dediler.",
    "he": "ראש העיר חצה את הגשר הישן בשש בבוקר ואיש לא ידע מדוע חיכו לו ליד הנהר עד הצהריים.",
    "ar": "عبر رئيس البلدية الجسر القديم في السادسة صباحا ولم يعرف أحد لماذا انتظروه قرب النهر حتى الظهر.",
    "lt": "Meras perėjo senąjį tiltą šeštą valandą ryto, ir niekas nežinojo, kodėl jo laukė prie upės čia.",
    "th": "นายกเทศมนตรีข้ามสะพานเก่าตอนหกโมงเช้า และไม่มีใครรู้ว่าทำไมพวกเขารออยู่ริมแม่น้ำจนถึงเที่ยง",
    "ja": "市長は朝六時に古い橋を渡ったが、なぜ昼まで川のそばで待っていたのかは誰も知らなかった。",
    "ko": "시장은 아침 여섯 시에 낡은 다리를 건넜지만 왜 정오까지 강가에서 기다렸는지 아무도 몰랐다.",
    "zh": "市长早上六点走过旧桥，没有人知道为什么他们在河边一直等到中午，记者后来才听说这件事。",
    "tw": "市長早上六點走過舊橋，沒有人知道為什麼他們在河邊一直等到中午，記者後來才聽說這件事。",
}
PAIRS = [
    ("ru", "utf-8"), ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "ibm866"), ("ru", "iso-8859-5"),
    ("uk", "windows-1251"), ("uk", "koi8-u"), ("de", "utf-8"), ("de", "windows-1252"), ("fr", "windows-1252"),
    ("fr", "iso-8859-1"), ("de", "iso-8859-15"), ("pl", "windows-1250"), ("pl", "iso-8859-2"), ("cs", "windows-1250"),
    ("el", "windows-1253"), ("el", "iso-8859-7"), ("tr", "windows-1254"), ("he", "windows-1255"),
    ("ar", "windows-1256"), ("lt", "windows-1257"), ("th", "tis-620"), ("ja", "shift_jis"), ("ja", "euc-jp"),
    ("ja", "iso-2022-jp"), ("ko", "euc-kr"), ("zh", "gb2312"), ("tw", "big5"),
]  # fmt: skip
SAID = {"encoding-guessed", "encoding-mislabelled", "encoding-doubted", "undecodable"}
WRITTEN = {"iso-8859-1": "cp1252"}
"""What pages that name the first are written in."""


def sample(language: str, encoding: str) -> str:
    """A text its encoding can hold."""
    text = SAMPLES[language]
    codec = WRITTEN.get(encoding, encoding)
    kept = "".join(each if each.encode(codec, "ignore") else "-" for each in text)
    assert kept.count("-") < 12
    return kept


def html_of(text: str, encoding: str, label: str, filler: str = "") -> bytes:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    page = (
        f"<html><head>{filler}{meta}<title>x</title></head><body>" + f"<p>{text}</p>" * 4 + "</body></html>"
    )
    return page.encode(WRITTEN.get(encoding, encoding))


def codes(draft: ArticleDraft) -> set[str]:
    return {notice.code for notice in draft.warnings}


def right_or_said(draft: ArticleDraft, text: str) -> bool:
    return text in draft.text or bool(codes(draft) & SAID)


def test_there_are_28_pairs() -> None:
    assert len(PAIRS) == len(set(PAIRS)) == 28


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
@pytest.mark.parametrize("filler", ["", f"<!-- {'x' * 3_000} -->"], ids=["early", "late"])
def test_a_page_that_names_its_encoding_is_read_by_it(language: str, encoding: str, filler: str) -> None:
    text = sample(language, encoding)
    draft = draft_of(html_of(text, encoding, encoding, filler))
    assert text in draft.text
    assert codes(draft) & {"undecodable", "encoding-guessed", "encoding-mislabelled"} == set()


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_what_the_transport_says_comes_before_what_the_page_says(language: str, encoding: str) -> None:
    text = sample(language, encoding)
    draft = draft_of(html_of(text, encoding, "us-ascii"), stated_encoding=encoding)
    assert text in draft.text


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_a_page_without_a_label_is_read_right_or_the_user_is_told(language: str, encoding: str) -> None:
    text = sample(language, encoding)
    assert right_or_said(draft_of(html_of(text, encoding, "")), text)


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1251", "shift_jis", "no-such-thing"])
def test_a_wrong_label_is_not_followed_or_the_user_is_told(language: str, encoding: str, label: str) -> None:
    text = sample(language, encoding)
    assert right_or_said(draft_of(html_of(text, encoding, label)), text)
    assert right_or_said(draft_of(html_of(text, encoding, ""), stated_encoding=label), text)


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_one_bad_byte_is_said_and_spoils_nothing_else(language: str, encoding: str) -> None:
    text = sample(language, encoding)
    data = html_of(text, encoding, encoding)
    place = data.index(b"</p>")
    draft = draft_of(data[:place] + b"\xff" + data[place:])
    assert text in draft.text or codes(draft) & SAID
    if encoding == "utf-8":
        assert text + "\ufffd" in draft.text
        assert "undecodable" in codes(draft)


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_page_in_utf_16_is_read_with_and_without_a_byte_order_mark(language: str, codec: str) -> None:
    page = html_of(SAMPLES[language], "utf-8", "utf-16").decode()
    draft = draft_of(page.encode(codec))
    assert SAMPLES[language] in draft.text
    assert codes(draft) & SAID == set()


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_plain_text_follows_what_its_transport_says(language: str, encoding: str) -> None:
    text = sample(language, encoding)
    data = "\n\n".join([text] * 3).encode(WRITTEN.get(encoding, encoding))
    read = read_plain(Source("x.txt", data), Content(data, stated_encoding=encoding), ReadOptions())
    assert text in read.text
    unlabelled = read_plain(Source("x.txt", data), Content(data), ReadOptions())
    assert right_or_said(unlabelled, text)


def test_what_the_user_says_comes_first() -> None:
    data = html_of(SAMPLES["ru"], "utf-8", "utf-8").decode().encode("koi8-r", "replace")
    draft = draft_of(data)
    assert codes(draft) & SAID
    from verifier.readers.html import read_html

    source = Source("page.html", data)
    told = read_html(source, Content(data, stated_encoding="windows-1251"), ReadOptions(encoding="koi8-r"))
    assert "Паром вышел из порта" in told.text
    assert (told.encoding, codes(told) & SAID) == ("koi8-r", set())
