"""Which addresses count as public, and fetching as a job of the child process."""

import time
from ipaddress import ip_address

import pytest
from tests.session.web import HERE, PAGE, Answer, LocalFetchJob, answer, dripping, serving

from verifier.domain.articles import Source
from verifier.domain.errors import ReadError, VerifierError
from verifier.session.fetching.addresses import is_public
from verifier.session.jobs import FetchJob, Worker

PUBLIC = """
    8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.0 172.15.0.1 172.32.0.1 192.0.1.1 198.17.255.255 223.255.255.254
    2606:2800:220:1::1 2a00:1450:4001::1 2001:4860:4860::8888 2002:808:808::1 ::ffff:8.8.8.8 64:ff9b::808:808
    2a00:1450:4001::5efe:808:808
""".split()  # noqa: SIM905 — a table

NOT_PUBLIC = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 168.63.129.16
    169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.9 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1
    198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 233.252.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:10.0.0.1
    64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b::a9fe:a9fe 64:ff9b::6440:1 64:ff9b:1::1 64:ff9b:1:ffff::808:808
    100::1 2001::1 2001:0:808:808::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:a00:1::1
    2002:c0a8:101::1 2002:e000:1::1 3fff::1 4000::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1
    ff02::1 ff0e::1 2a00:1450:4001::5efe:a00:1 2a00:1450:4001::200:5efe:7f00:1 2a00:1450:4001::1%1
""".split()  # noqa: SIM905 — a table

DEADLINE = 60.0


@pytest.mark.parametrize("text", PUBLIC)
def test_what_the_whole_internet_can_reach_is_public(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_what_is_special_or_carries_something_special_is_not_public(text: str) -> None:
    assert not is_public(ip_address(text))


# -- in the child process --------------------------------------------------------------------------------------------


def test_a_page_is_fetched_in_another_process_and_a_fetch_is_cancelled_by_ending_it() -> None:
    worker = Worker()
    ways: dict[str, Answer] = {"/": answer(), "/slow": dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x")}
    with serving(ways) as web:
        try:
            slow = worker.submit(LocalFetchJob(web.url("/slow")))
            end = time.monotonic() + DEADLINE
            while not web.requests:
                assert time.monotonic() < end
                time.sleep(0.05)
            began = time.monotonic()
            worker.cancel(slow)
            with pytest.raises(VerifierError) as caught:
                slow.result(DEADLINE)
            assert caught.value.code == "cancelled"
            assert time.monotonic() - began < 14  # the server would have gone on for longer
            source = worker.submit(LocalFetchJob(web.url())).result(DEADLINE)
        finally:
            worker.close()
    assert isinstance(source, Source)
    assert PAGE in source.data


def test_the_job_the_window_and_the_command_line_use_asks_no_machine_of_this_network() -> None:
    worker = Worker()
    with serving({"/": answer()}) as web:
        try:
            with pytest.raises(ReadError) as caught:
                worker.submit(FetchJob(web.url(host=HERE))).result(DEADLINE)
        finally:
            worker.close()
    assert caught.value.code == "url-not-public"
    assert web.connections == 0
