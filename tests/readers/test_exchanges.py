import pytest

from verifier.domain.articles import Notice
from verifier.i18n.messages import MESSAGES, word
from verifier.readers.exchanges import exchange_notices


def way(asked: str, *hops: str) -> str:
    lines = [f"asked: {asked}", f"answered: {hops[-1]}"]
    for number, url in enumerate(hops, start=1):
        lines += [
            f"hop: {number} {200 if number == len(hops) else 302} {url}",
            f"tls: {number} TLSv1.3 SOME_CIPHER",
        ]
    return "".join(f"{line}\r\n" for line in lines)


def codes(text: str, truncated: str = "") -> list[str]:
    return [notice.code for notice in exchange_notices(text, truncated)]


def test_an_exchange_without_detours_has_no_warnings() -> None:
    assert exchange_notices(way("https://news.example/quay#top", "https://news.example/quay"), "") == ()
    assert exchange_notices("", "") == ()
    assert exchange_notices("something: else\r\nno field at all\r\nhop: 1\r\nhop:\r\n", "") == ()


@pytest.mark.parametrize(
    "end", ["https://news.example/quay", "https://www.news.example/quay/", "http://news.example/quay/"]
)
def test_a_detour_that_changes_nothing_but_the_door_is_not_worth_a_warning(end: str) -> None:
    assert codes(way("http://news.example/quay", "http://news.example/quay", end)) == []


@pytest.mark.parametrize(
    "end", ["https://news.example/", "https://other.example/quay", "https://news.example/quay?page=2"]
)
def test_a_page_that_came_from_elsewhere_is_said(end: str) -> None:
    asked = "https://news.example/quay"
    (notice,) = exchange_notices(way(asked, asked, end), "")
    assert notice == Notice("page-elsewhere", (("asked", asked), ("answered", end)))
    assert end in word(notice.code, "", dict(notice.values))


def test_a_way_that_was_open_somewhere_is_said_though_it_ended_secure() -> None:
    hops = ("https://news.example/a", "http://news.example/a", "https://news.example/a")
    (notice,) = exchange_notices(way(hops[0], *hops), "")
    assert notice == Notice("page-way-open", (("address", hops[1]),))


def test_a_page_that_broke_off_is_said() -> None:
    assert codes("", "disconnect") == ["page-broke-off"]
    assert set(codes(way("https://a.example/", "https://a.example/", "http://b.example/"), "length")) == {
        "page-broke-off", "page-elsewhere", "page-way-open",
    } <= set(MESSAGES)  # fmt: skip


def test_what_is_no_address_does_no_harm() -> None:
    assert codes("asked: http://[\r\nhop: 1 200 http://]\r\n") == ["page-elsewhere"]
