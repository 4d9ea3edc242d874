"""A case as ClaimReview: what such data must have, for what it is never made, and how it says that it is incomplete."""

from __future__ import annotations

import json
from typing import Any

from tests.reports.cases import Case, harbour_case
from tests.reports.jsonld import SCHEMA, expanded, statements

from verifier.domain.judgements import Claim, ClaimMember, Mark
from verifier.reports import render
from verifier.reports.claimreview import document
from verifier.reports.claimreview import render as render_reviews
from verifier.reports.options import ReportOptions

WHOLE = ReportOptions()
PUBLISHED = "https://example.org/checks/harbour"


def reviews(case: Case, options: ReportOptions = WHOLE, address: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render_reviews(case.snapshot(), options, address))["@graph"]
    return found


def test_only_what_can_be_verified_or_disputed_is_reviewed() -> None:
    case = harbour_case()
    marks = {f"urn:verifier:mark:{mark.id}": mark for mark in case.rows.all(Mark)}
    found = reviews(case)
    labels = {marks[one["@id"]].label for one in found}
    assert labels == {"verified", "disputed", "unconfirmed"}
    assert len(found) == sum(mark.label in labels for mark in marks.values())
    everything = json.dumps(found)
    assert "Nothing could be more timid." not in everything  # an opinion
    assert "Will anyone answer for it?" not in everything  # no claim


def test_every_review_has_what_a_reader_of_such_data_needs() -> None:
    for one in reviews(harbour_case(), address=PUBLISHED):
        assert one["@type"] == "ClaimReview"
        assert one["claimReviewed"]
        assert one["url"] == PUBLISHED
        assert one["reviewRating"]["alternateName"]
        assert "ratingValue" not in one["reviewRating"]  # no scores
        assert one["itemReviewed"]["@type"] == "Claim"
        assert one["author"]["name"] == "Ada Berg"
        assert one["datePublished"] == "2026-11-20"


def test_a_review_is_incomplete_without_public_addresses_and_says_what_is_missing() -> None:
    by_words = {one["claimReviewed"]: one for one in reviews(harbour_case())}
    assert by_words["The board closed the pier on Monday."]["incomplete"] == ["url"]
    stated = by_words["The harbour board closed the pier on Monday evening after an inspection."]
    assert stated["incomplete"] == ["url", "itemReviewed.appearance.url"]
    complete = {one["claimReviewed"]: one for one in reviews(harbour_case(), address=PUBLISHED)}
    assert "incomplete" not in complete["The board closed the pier on Monday."]
    assert reviews(harbour_case(), address="file:///etc/passwd")[0]["incomplete"] == ["url"]


def test_no_template_leaves_reviews_out_but_a_part_switched_off_does() -> None:
    snapshot = harbour_case().snapshot()

    def written(options: ReportOptions) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(render(snapshot, options, "claimreview")[""])["@graph"]
        return found

    assert written(ReportOptions())
    for template in ("memo", "annotated"):
        assert written(ReportOptions(template)) == written(ReportOptions())
    assert written(ReportOptions(without=frozenset({"claims"}))) == []


def test_an_independent_processor_reads_the_reviews() -> None:
    found = json.loads(render(harbour_case().snapshot(), WHOLE, "claimreview")[""])
    kinds = {value for _subject, predicate, value in statements(found) if predicate.endswith("#type")}
    assert {f"{SCHEMA}ClaimReview", f"{SCHEMA}Rating", f"{SCHEMA}Claim"} <= kinds
    (first, *_) = expanded(found)
    assert first[f"{SCHEMA}claimReviewed"] == [{"@value": "The board closed the pier on Monday."}]
    assert first["urn:verifier:term:incomplete"] == [{"@value": "url"}]


def test_a_claim_with_a_wording_of_its_own_is_reviewed_in_that_wording() -> None:
    case = harbour_case()
    case.put(Claim("claim", "The pier was shut on Monday"))
    case.put(ClaimMember("member", "claim", case.passage("A2").id))
    assert reviews(case)[0]["claimReviewed"] == "The pier was shut on Monday"
    without = ReportOptions(without=frozenset({"matrix"}))
    assert reviews(case, without)[0]["claimReviewed"] == "The board closed the pier on Monday."


def test_limits_are_named_and_evidence_cited_but_none_that_is_confidential() -> None:
    found = {one["claimReviewed"]: one for one in reviews(harbour_case())}
    quoted = found["The mayor said “we had no warning at all”."]
    assert quoted["reviewRating"]["alternateName"] == "verified, attribution only"
    assert quoted["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "Minutes of the harbour board",
            "url": "https://example.org/minutes",
        }
    ]
    assert "SECRET" not in json.dumps(list(found.values()))


def test_without_the_part_of_claims_there_is_no_review() -> None:
    found = document(harbour_case().snapshot(), ReportOptions(without=frozenset({"claims"})))
    assert found["@graph"] == []


def test_the_same_case_gives_the_same_ascii_bytes_of_reviews() -> None:
    one, other = (render(harbour_case().snapshot(), WHOLE, "claimreview")[""] for _ in range(2))
    assert one == other
    assert one.isascii()
