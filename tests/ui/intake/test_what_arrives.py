"""What drops and the clipboard bring."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from verifier.ui.dropping import Arrival, address_in, arrival_of, brings_anything, without_companions


def data(*, text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    return made


def test_files_come_first() -> None:
    arrival = arrival_of(data(text="words", urls=("file:///tmp/a.txt", "file:///tmp/b.html")))
    assert arrival == Arrival(files=(Path("/tmp/a.txt"), Path("/tmp/b.html")))


@pytest.mark.parametrize(
    "made",
    [
        data(text="https://harbour.example/quay"),
        data(text="  https://harbour.example/quay\n"),
        data(urls=("https://harbour.example/quay",)),
        data(text="https://harbour.example/quay", html="<a href='https://harbour.example/quay'>The quay</a>"),
    ],
)
def test_an_address_alone_stands_for_its_page(made: QMimeData) -> None:
    assert arrival_of(made) == Arrival(url="https://harbour.example/quay")


def test_words_come_rich_and_plain() -> None:
    arrival = arrival_of(data(text="The quay é", html="<p>The <b>quay</b> é</p>"))
    assert arrival.text == "The quay é"
    assert "<b>quay</b> é" in arrival.html.decode("utf-8-sig")
    assert arrival.html.startswith(b"\xef\xbb\xbf")
    assert not arrival.url


def test_nothing_arrives_from_an_empty_clipboard() -> None:
    assert not arrival_of(None)
    assert not arrival_of(QMimeData())
    assert not arrival_of(data(text=" \n\t"))
    assert not brings_anything(QMimeData())


@pytest.mark.parametrize(
    "words", ["see https://a.example", "ftp://a.example", "a.example", "", "https://" + "a" * 3000]
)
def test_anything_but_one_whole_address_is_words(words: str) -> None:
    assert address_in(words) == ""


def test_the_folder_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    page = tmp_path / "The quay.html"
    page.write_text("<p>The quay.</p>")
    beside = [tmp_path / name for name in ("The quay_files", "The quay-Dateien", "Other things")]
    for folder in beside:
        folder.mkdir()
    assert without_companions([page, *beside]) == [page, tmp_path / "Other things"]
    assert without_companions([beside[0]]) == []
