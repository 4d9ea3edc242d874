"""``verifier compare``: what articles have in common and what one has alone, as JSON with exact spans and as lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.compare.dressed import ONE, OTHER
from tests.making import at, make_case, make_draft, ticking

from verifier.cli import run
from verifier.domain.articles import Sentence
from verifier.domain.kinds import ParagraphKind, Relation
from verifier.domain.queries import passage_of
from verifier.session.workbench import Workbench
from verifier.text.sentences import split_sentences

Compare = Callable[..., str]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "kestrel.verif"
    drafts = [
        make_draft(
            [
                (ParagraphKind.BODY, [line[start:end] for start, end in split_sentences(line)])
                for line in text.split("\n")
            ],
            name,
        )
        for text, name in ((ONE, "one.txt"), (OTHER, "other.txt"))
    ]
    with Workbench.create(path, clock=ticking()) as made:
        made.add_articles(drafts)
    return path


@pytest.fixture
def compare(case: Path, capsys: pytest.CaptureFixture[str]) -> Compare:
    def call(*arguments: str) -> str:
        assert run(["compare", str(case), *arguments]) == 0
        told, said = capsys.readouterr()
        assert said == ""
        return told

    return call


def spans(value: Any) -> list[dict[str, Any]]:
    """Every span in an answer."""
    if isinstance(value, dict):
        found = [value] if {"start", "end", "words"} <= value.keys() else []
        return found + [one for each in value.values() for one in spans(each)]
    return [one for each in value for one in spans(each)] if isinstance(value, list) else []


def test_the_answer_has_the_shape_others_rely_on(compare: Compare) -> None:
    answer = json.loads(compare("--json"))
    assert list(answer) == ["suggestions", "quotations", "figures", "names", "only_here"]
    first = answer["suggestions"][0]
    assert list(first) == ["a", "b", "score", "reasons"]
    assert (first["a"], first["b"]) == ("A3", "B3")
    assert first["score"] > answer["suggestions"][1]["score"] > 0
    assert {"kind", "weight", "a", "b"} == first["reasons"][0].keys()
    assert first["reasons"][0]["kind"] == "quotation"
    assert list(answer["only_here"]) == ["A", "B"]
    assert [one["words"] for one in answer["only_here"]["B"] if one["kind"] == "name"] == ["Piet Lorentz"]


def test_every_span_is_exact(compare: Compare) -> None:
    found = spans(json.loads(compare("--json")))
    assert len(found) > 60
    texts = {"A": ONE, "B": OTHER}
    with_address = [one for one in found if "address" in one]
    assert with_address
    assert all(texts[one["address"][0]][one["start"] : one["end"]] == one["words"] for one in with_address)
    assert all(
        one["words"] in (ONE[one["start"] : one["end"]], OTHER[one["start"] : one["end"]]) for one in found
    )


def test_a_quotation_tells_its_speaker_and_where_it_stands_else(compare: Compare) -> None:
    found = {one["address"]: one for one in json.loads(compare("--json"))["quotations"]}
    assert found["A3"]["speaker"] == "Ada Holmgren"
    [also] = found["A3"]["also"]
    assert (also["address"], also["likeness"]) == ("B3", "trimmed")
    [differing] = also["differing"]
    assert differing["words"].startswith("and nobody should ask")
    assert found["A5"]["also"] == []


def test_figures_tell_bounds_units_and_who_says_the_same(compare: Compare) -> None:
    found = {
        one["words"]: one for one in json.loads(compare("--json"))["figures"] if one["address"][0] == "A"
    }
    passengers = found["1,200 passengers"]
    assert (passengers["low"], passengers["high"], passengers["kind"]) == (1200, 1200, "count")
    assert [(one["address"], one["agreement"]) for one in passengers["also"]] == [("B2", "same")]
    assert found["3 May 2031"]["low"] == "2031-05-03"
    assert found["About 40 boats"]["approximate"]
    assert [one["agreement"] for one in found["12%"]["also"]] == ["same"]


def test_dates_nobody_can_place_tell_no_key_of_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "quay.verif"
    with Workbench.create(path, clock=ticking()) as made:
        made.add_articles(
            [make_draft([(ParagraphKind.BODY, [f"{what} burned last week."])]) for what in ("It", "This")]
        )
    assert run(["compare", str(path), "--json"]) == 0
    dates = json.loads(capsys.readouterr().out)["figures"]
    assert [(one["words"], one["unit"], one["low"]) for one in dates] == [("last week", None, None)] * 2


def test_names_tell_where_each_spelling_stands(compare: Compare) -> None:
    [name] = json.loads(compare("--json"))["names"]
    assert (name["usual"], name["variant"]) == ("Holmgren", "Holmgen")
    assert [one["address"] for one in name["variant_at"]] == ["B5"]


def test_linked_and_rejected_pairs_are_suggested_no_more(case: Path, compare: Compare) -> None:
    before = json.loads(compare("--json"))
    with Workbench.open(case) as opened:
        a3, b3, a2, b2, a1, b1 = at(opened, "A3", "B3", "A2", "B2", "A1", "B1")
        opened.link(a3, b3, Relation.SAME_QUOTATION)
        opened.reject(b2, a2)
        opened.link(a1, b1, Relation.CORROBORATES)
    after = json.loads(compare("--json"))
    gone = {("A3", "B3"), ("A2", "B2"), ("A1", "B1")}
    assert after["suggestions"] == [one for one in before["suggestions"] if (one["a"], one["b"]) not in gone]
    alone = [one["address"] for one in before["only_here"]["A"] if one["kind"] == "sentence"]
    assert "A1" in alone
    assert [one["address"] for one in after["only_here"]["A"] if one["kind"] == "sentence"] == [
        address for address in alone if address != "A1"
    ]


def test_what_a_checker_looked_for_in_vain_says_so(case: Path, compare: Compare) -> None:
    with Workbench.open(case) as opened:
        [b4] = at(opened, "B4")
        opened.confirm_absence(b4, opened.article_at_letter("A").id)
        assert passage_of(opened.rows, opened.rows.need(Sentence, b4))
    told = json.loads(compare("--json"))["only_here"]["B"]
    assert {one["address"] for one in told if one["looked_in"] == ["A"]} == {"B4"}
    assert any(one["looked_in"] == [] for one in told)
    assert "looked, not in A" in compare()


def test_lines_are_for_people(compare: Compare) -> None:
    lines = compare().splitlines()
    assert lines[0] == "Perhaps the same (suggestions, best first):"
    assert lines[1].startswith("  A3 ~ B3  ")
    assert "  A2 1,200 passengers = B2 1,200 passengers" in lines
    assert "  Holmgen (B5) / Holmgren" in lines
    assert any(line.startswith("  shortened: A3 “We can’t wait") for line in lines)
    assert "contradict" not in "\n".join(lines)


def test_one_article_has_nothing_to_be_compared_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "quay.verif"
    with make_case(path) as case:
        case.remove_article(case.article_at_letter("B").id)
    assert run(["compare", str(path)]) == 0
    assert capsys.readouterr().out == "Nothing to compare: it takes two articles.\n"
    assert run(["compare", str(path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["suggestions"], answer["only_here"]) == ([], {"A": []})


def test_comparing_changes_nothing(case: Path, compare: Compare) -> None:
    before = case.read_bytes()
    first = compare("--json")
    assert compare("--json") == first
    assert case.read_bytes() == before
