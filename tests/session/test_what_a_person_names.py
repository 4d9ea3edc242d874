"""Files and addresses as a person names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.domain.errors import ReadError
from verifier.session.acquiring import acquire, named


@pytest.mark.parametrize(
    "words", ["article.html", "a/b.pdf", "C:/articles/a.txt", "C://articles/a.txt", "a:b.txt"]
)
def test_what_is_no_address_is_a_file(words: str) -> None:
    assert named(words) == Path(words)


@pytest.mark.parametrize("words", ["https://gull.example/a", "HTTP://gull.example", "ftp://gull.example/a"])
def test_an_address_stays_as_it_is(words: str) -> None:
    assert named(words) == words


def test_an_address_that_cannot_be_fetched_is_told_from_a_file_that_is_missing() -> None:
    with pytest.raises(ReadError) as refused:
        acquire([named("ftp://gull.example/a")])
    assert (refused.value.code, refused.value.where) == ("url-not-web", "ftp://gull.example/a")
