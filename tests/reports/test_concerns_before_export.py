"""What is warned of before a report goes out: the gravest of its warnings, as data that leads to the places."""

from dataclasses import replace

from tests.reports.cases import Case, harbour_case

from verifier.domain.articles import Version
from verifier.domain.steps import RowChange
from verifier.reports import ReportOptions, build_outline
from verifier.reports.concerns import Concern, concerns_of


def found(case: Case) -> dict[str, Concern]:
    return {one.kind: one for one in concerns_of(case.snapshot(), ReportOptions())}


def test_an_empty_case_worries_nobody() -> None:
    assert concerns_of(Case().snapshot(), ReportOptions()) == ()


def test_each_kind_names_its_places_in_words_and_as_data() -> None:
    case = harbour_case()
    concerns = found(case)
    assert concerns["hard-conflict"].words == "Hard conflicts nobody has resolved (1): A3 ↔ B2"
    assert concerns["hard-conflict"].passages == (case.passage("A3").id,)
    assert concerns["without-basis"].words == "Verified or disputed without a basis (1): A8"
    assert concerns["without-basis"].passages == (case.passage("A8").id,)


def test_a_verified_mark_that_an_open_link_contradicts_is_told() -> None:
    case = harbour_case()
    case.link("A7", "B1", "contradicts", severity="minor")
    told = found(case)["verified-but-contradicted"]
    assert told.words == "Verified, yet an open link contradicts it (1): B1"


def test_unchecked_sentences_are_told_for_each_article() -> None:
    told = [one for one in concerns_of(harbour_case().snapshot(), ReportOptions()) if one.kind == "unchecked"]
    assert [one.articles for one in told] == [("article-A",), ("article-B",)]
    assert told[1].words == "B · Strait Daily: 3 sentences are not checked yet."
    assert all(not one.passages for one in told)


def test_letters_missing_in_a_reading_are_told() -> None:
    case = Case()
    case.article("A", [("body", ["The quay was closed."])])
    assert "gap" not in found(case)
    before = case.rows.need(Version, "version-A")
    after = replace(before, letters_seen=1_000, letters_kept=400)
    case.rows.apply([RowChange("versions", before.id, before, after)])
    told = found(case)["gap"]
    assert told.articles == ("article-A",)
    assert "letters of the source are missing" in told.words


def test_many_places_are_cut_in_words_and_whole_in_data() -> None:
    case = Case()
    case.article("A", [("body", [f"Boat {number} sank. " for number in range(20)])])
    for number in range(1, 21):
        case.mark(f"A{number}", "disputed")
    told = found(case)["without-basis"]
    assert told.words.endswith("A12, …")
    assert len(told.passages) == 20


def test_concerns_are_what_the_list_of_warnings_tells_too() -> None:
    snapshot = harbour_case().snapshot()
    listed = build_outline(snapshot, ReportOptions()).section("warnings").lead
    lines = {"".join(piece.text for piece in phrase) for phrase in listed}
    told = {one.words for one in concerns_of(snapshot, ReportOptions())}
    assert told
    assert told <= lines
