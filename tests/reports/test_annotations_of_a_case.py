"""A case as W3C Web Annotations: read by an independent processor, its words found again, nothing said too much."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.reports.cases import Case, harbour_case
from tests.reports.jsonld import ANNOTATIONS, OA, RDF_VALUE, SCHEMA, URN, expanded, statements, strings

from verifier.domain.articles import Passage, Version
from verifier.domain.judgements import (
    Absence,
    CheckPass,
    Claim,
    ClaimMember,
    Link,
    Mark,
    Question,
    Reply,
)
from verifier.domain.kinds import Label
from verifier.domain.rows import Snapshot
from verifier.reports import render
from verifier.reports.annotations import document
from verifier.reports.embedding import embedded
from verifier.reports.options import PARTS, ReportOptions, chosen_parts

WHOLE = ReportOptions()
Json = dict[str, Any]


def exported(snapshot: Snapshot, options: ReportOptions = WHOLE) -> Json:
    found: Json = json.loads(render(snapshot, options, "jsonld")[""])
    return found


def targets(one: Json) -> list[Json]:
    found = one["target"]
    return found if isinstance(found, list) else [found]


AWKWARD = [
    ("headline", ["Plain & <b>bold</b> \u00a0NBSP"]),
    (
        "body",
        [
            "Same words again. ",
            "Same words again. ",
            "🦆🏽 quacked: “שלום עולם” to e\u0301 and \u202eevil\u202c. ",
            "Same words again.",
        ],
    ),
    ("body", ["\u0007Bell\u0085next ", "x" * 40 + " Same words again."]),
    ("list", ["👩\u200d👩\u200d👧 1", "   ", "ﬁn \ufffe."]),
]


def awkward_case() -> Case:
    case = Case()
    case.article("A", AWKWARD, publisher="\u202ePaper\u202c", language="en", url="javascript:alert(1)")
    case.article("B", [("body", ["Same words again."])])
    for address in ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A10", "B1"):
        case.mark(address, "disputed", note="🦆 \ud800 \u202e “note”\n\u0007")
    case.mark("A4:“שלום עולם”", "opinion")
    case.mark("A7:Same words", "opinion")
    case.link("A2", "B1", "corroborates")
    case.link("A5", "B1", "contradicts", note="‘=1+1’")
    return case


@pytest.mark.parametrize("make", [harbour_case, awkward_case])
def test_an_independent_processor_reads_every_mark_and_link(make: Any) -> None:
    case = make()
    found = exported(case.snapshot())
    said = statements(found)
    for mark in case.rows.all(Mark):
        name = f"{URN}mark:{mark.id}"
        kind = "assessing" if mark.label else "commenting"
        assert (name, f"{OA}motivatedBy", f"{OA}{kind}") in said
        bodies = {
            value for subject, predicate, value in said if (subject, predicate) == (name, f"{OA}hasBody")
        }
        classes = {
            value
            for subject, predicate, value in said
            if subject in bodies and predicate.endswith("hasSource")
        }
        assert f"{URN}label:{mark.label}" in classes
    for link in case.rows.all(Link):
        name = f"{URN}link:{link.id}"
        assert (name, f"{OA}motivatedBy", f"{OA}linking") in said
        ends = {
            value for subject, predicate, value in said if (subject, predicate) == (name, f"{OA}hasTarget")
        }
        assert len(ends) == 2
        assert any(value == f"{URN}relation:{link.relation}" for _subject, _predicate, value in said)
    assert len(case.rows.all(Mark)) > 8
    assert len(case.rows.all(Link)) > 1


def test_no_term_of_the_document_is_unknown_to_its_contexts() -> None:
    found = exported(harbour_case().snapshot())
    named = strings(expanded(found))
    for word in strings(found["texts"]) | strings(found["first"]):
        is_known = word in named or word in ANNOTATIONS["@context"]
        assert is_known, word
    assert not any("@" in name and not name.startswith("@") for name in _names(expanded(found)))


def _names(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_names, value.values()))
    return set().union(*map(_names, value)) if isinstance(value, list) and value else set()


@pytest.mark.parametrize("make", [harbour_case, awkward_case])
def test_every_selector_finds_its_exact_words_again(make: Any) -> None:
    case = make()
    found = exported(case.snapshot())
    texts = {one["id"]: one["value"] for one in found["texts"]}
    seen = 0
    for item in found["first"]["items"]:
        for target in targets(item):
            text = texts[target["state"]["cached"]]
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"] != ""
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(32, start)
            assert len(quote["suffix"]) == min(32, len(text) - end)
            assert quote["exact"] == quote["exact"].strip()
            seen += 1
    assert seen >= len(case.rows.all(Mark)) + 2 * len(case.rows.all(Link))


def test_words_that_stand_there_three_times_are_told_apart() -> None:
    found = exported(awkward_case().snapshot())
    places = [
        (target["address"], target["selector"][1]["start"])
        for item in found["first"]["items"]
        for target in targets(item)
        if target["selector"][0]["exact"] == "Same words again."
    ]
    assert len({place for address, place in places if address in ("A2", "A3", "A5")}) == 3


def test_a_target_names_the_source_the_reading_and_its_hash() -> None:
    case = harbour_case()
    found = exported(case.snapshot())
    first = found["first"]["items"][0]["target"]
    version = case.rows.need(Version, "version-A")
    assert first["source"] == "https://example.org/quay?a=1&b=2"
    assert first["state"]["type"] == "TimeState"
    assert first["state"]["sourceDate"] == version.acquired_at
    assert first["state"]["schema:sha256"] == version.text_sha256
    (text,) = [one for one in expanded(found)[0][f"{URN}term:texts"] if one["@id"].endswith("version-A")]
    assert text[f"{SCHEMA}sha256"] == [{"@value": version.text_sha256}]
    assert text[RDF_VALUE] == [{"@value": case.texts[version.text_sha256]}]
    without = targets(found["first"]["items"][-1])
    assert {one["source"] for one in without} <= {
        "https://example.org/quay?a=1&b=2",
        f"{URN}article:article-B",
    }


def test_an_address_that_would_come_alive_elsewhere_is_no_source() -> None:
    found = json.dumps(exported(awkward_case().snapshot()))
    assert "javascript:" not in found
    assert f"{URN}article:article-A" in found


def test_who_made_it_and_when_and_with_what_is_told() -> None:
    found = exported(harbour_case().snapshot())
    item = found["first"]["items"][0]
    assert item["creator"] == {"type": "Person", "name": "Ada Berg", "nickname": "AB"}
    assert item["created"] == "2026-11-20T09:41:07.250+00:00"
    assert item["generator"] == found["generator"]["id"]
    assert found["generator"]["name"].startswith("Verifier ")
    assert found["total"] == len(found["first"]["items"]) == 13


def test_the_same_case_gives_the_same_ascii_bytes() -> None:
    options = ReportOptions(time="2026-11-21T14:02+01:00", zone="Europe/Berlin")
    one, other = (render(awkward_case().snapshot(), options, "jsonld")[""] for _ in range(2))
    assert one == other
    assert one.isascii()
    assert json.loads(one)["generated"] == "2026-11-21T13:02:00Z"
    data = [embedded(awkward_case().snapshot(), options, chosen_parts(options)) for _ in range(2)]
    assert data[0] == data[1]
    assert data[0].json.isascii()
    assert "\\ud800" in data[0].json


# -- nothing but what is printed -------------------------------------------------------------------------------------


def marker_case() -> Case:
    """A case with a word of its own wherever words can be."""
    case = Case()
    case.article(
        "A", [("body", ["MTEXT one. ", "Two."]), ("caption", ["Aside."])],
        title="MTITLE", publisher="MPUBLISHER", byline="MBYLINE", url="https://example.org/MURL", language="en",
        published="2031-05-03", published_as_printed="MPRINTED", warnings=[("some-notice", (("x", "MWARNING"),))],
    )  # fmt: skip
    case.article("B", [("body", ["Three. ", "Four."])])
    case.link("A1", "B1", "contradicts", note="MLINKNOTE")
    case.link("A2", "B2", "corroborates", note="MSECRETLINK", reach="internal")
    case.mark("A1", "disputed", note="MNOTE", advice="correct", wording="MWORDING", voice="quoted")
    case.mark("A2", "opinion", note="MSECRETNOTE", reach="internal")
    case.mark("B1", None, note="MSECRETALONE", reach="internal")
    case.mark("B2", "verified", note="MNOTE")
    case.evidence(
        "MCITATION", "A1", quotation="MQUOTATION", origin="MORIGIN", url="https://example.org/MEVIDENCE"
    )
    case.evidence("MSECRETWITNESS", "A1", confidential=True, quotation="MSECRETWORDS", origin="MSECRETORIGIN")
    case.put(Claim("claim", "MCLAIM"))
    case.put(ClaimMember("member", "claim", case.passage("A1").id))
    case.put(Question("question", "MQUESTION", case.passage("A1").id, "MWHOM", "MDUE", "MANSWER"))
    case.put(Reply("reply", "MREPLY", "MWHEN", "MHOW", "MDEADLINE", "MREPLIED"))
    case.put(CheckPass("pass", "MPASS", "MPASSER", "MPASSED"))
    case.put(
        Absence("absence", case.passage("A2").id, "article-B", "Ada Berg (AB)", "2031-05-04T09:00:00+00:00")
    )
    case.details(title="Case", finding="Found.", signed_by="MSIGNED", signed_on="MSIGNEDON")
    return case


IN_PARTS = {
    "annotated": ("MTEXT",),
    "conflicts": ("MLINKNOTE",),
    "evidence": ("MCITATION", "MQUOTATION", "MORIGIN", "MEVIDENCE"),
    "asked": (
        "MQUESTION", "MWHOM", "MDUE", "MANSWER", "MREPLY", "MWHEN", "MHOW", "MDEADLINE", "MREPLIED", "MPASS",
        "MPASSER", "MPASSED", "MSIGNED", "MSIGNEDON",
    ),
    "matrix": ("MCLAIM",),
    "summary": ("MWORDING",),
    "sources": ("MURL",),
    "custody": ("MWARNING",),
}  # fmt: skip
"""What a part alone prints: it is in the data of a whole report, and not in that of one without the part."""

SECRETS = ("MSECRETLINK", "MSECRETNOTE", "MSECRETALONE", "MSECRETWITNESS", "MSECRETWORDS", "MSECRETORIGIN")


def told(options: ReportOptions) -> str:
    """Every byte of the data and of both exports."""
    snapshot = marker_case().snapshot()
    data = embedded(snapshot, options, chosen_parts(options)).json
    files = (render(snapshot, options, form)[""] for form in ("jsonld", "claimreview"))
    return data + "".join(file.decode() for file in files)


@pytest.mark.parametrize("part", IN_PARTS)
def test_what_only_a_part_prints_is_gone_with_the_part(part: str) -> None:
    whole = told(WHOLE)
    shown = told(
        ReportOptions(
            without=frozenset({part} if part != "annotated" else {"annotated", "claims", "conflicts"})
        )
    )
    for marker in IN_PARTS[part]:
        assert marker in whole
        assert marker not in shown, marker
    assert "MPUBLISHER" in whole


def test_notes_go_with_the_parts_that_print_them() -> None:
    assert "MNOTE" in told(ReportOptions(without=frozenset({"annotated"})))
    assert "MNOTE" in told(ReportOptions(without=frozenset({"claims"})))
    assert "MNOTE" not in told(ReportOptions(without=frozenset({"annotated", "claims"})))


def test_what_stays_in_the_house_is_in_no_byte_unless_the_copy_is_internal() -> None:
    whole, internal = told(WHOLE), told(ReportOptions(internal_copy=True))
    for marker in SECRETS:
        assert marker not in whole, marker
        assert marker in internal, marker


def test_a_report_of_no_part_tells_no_word_of_the_case() -> None:
    nothing = told(ReportOptions(without=frozenset(PARTS)))
    assert [marker for markers in IN_PARTS.values() for marker in markers if marker in nothing] == []
    assert "MNOTE" not in nothing
    assert "MTITLE" not in nothing
    assert "MBYLINE" not in nothing


def test_what_stands_around_the_words_is_told_only_where_whole_texts_are() -> None:
    without = document(harbour_case().snapshot(), WHOLE, frozenset({"claims"}))
    items = without["first"]["items"]
    assert items
    assert all("prefix" not in target["selector"][0] for item in items for target in targets(item))
    assert all("value" not in one for one in without["texts"])


def test_the_passages_in_the_data_are_those_of_what_is_told() -> None:
    snapshot = marker_case().snapshot()
    case = json.loads(embedded(snapshot, WHOLE, chosen_parts(WHOLE)).json)["case"]
    named = {passage[0] for passage in case["passages"]}
    alone = next(row for row in snapshot.rows.all(Mark) if row.note == "MSECRETALONE")
    linked = {end for link in snapshot.rows.all(Link) for end in (link.a, link.b)}
    assert alone.passage_id in linked
    assert named == {row.id for row in snapshot.rows.all(Passage)}
    assert len(case["marks"]) == 3
    assert {mark["label"] for mark in case["marks"]} == {Label.DISPUTED, Label.OPINION, Label.VERIFIED}


def test_the_data_inside_a_report_is_the_same_annotations_and_a_case_beside_them() -> None:
    snapshot = harbour_case().snapshot()
    data = json.loads(embedded(snapshot, WHOLE, chosen_parts(WHOLE)).json)
    (told_too,) = expanded(data)[0].pop(f"{URN}term:case")
    assert told_too["@type"] == "@json"
    assert told_too["@value"] == data["case"]
    alone = exported(snapshot)
    assert {name: value for name, value in data.items() if name not in ("@context", "case")} == {
        name: value for name, value in alone.items() if name != "@context"
    }
