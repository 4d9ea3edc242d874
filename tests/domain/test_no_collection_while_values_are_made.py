import gc

from verifier.domain.making import no_collection


def test_the_collector_is_out_only_while_a_text_is_set() -> None:
    assert gc.isenabled()
    with no_collection():
        assert not gc.isenabled()
        with no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled(), "whoever went in first lets it back"
    assert gc.isenabled()
