"""Values of the domain as plain JSON values and back: the same value, or refused."""

import json
from typing import Any

import pytest

from verifier.domain.articles import Notice, Paragraph, Version
from verifier.domain.judgements import CaseDetails, Evidence, Link, Mark
from verifier.domain.kinds import Facet, Label, Modifier, Origin, ParagraphKind, Reach, Relation, Role, Stance
from verifier.domain.plain_rows import made, plain
from verifier.domain.reading import Anchor, Candidate, Spot

VALUES: list[Any] = [
    Mark("m", "p", Label.DISPUTED, "A. Berg", "2031-05-04T09:00:00+00:00", (Modifier.PARTLY,), note="\ud800"),
    Mark("m", "p", None, "A. Berg", "", reach=Reach.INTERNAL),
    Link("l", "a", "b", Relation.CONTRADICTS, "", "", (Facet.NUMBER, Facet.DATE)),
    Evidence("e", "Minutes", "", "", stance=Stance.CONTRADICTS, confidential=True),
    CaseDetails(title="Quay"),
    CaseDetails(),
    Paragraph("p", "v", 3, ParagraphKind.ASIDE, 0, 9, 40, Role.FOOTNOTE, Anchor((Spot(2, 0.5, 1, 2, 3.25),), time="1")),
    Version(
        "v", "a", "n", "m", 9, "", "", "", "file", "", "r", "1", "", "", (Notice("code", (("x", "1"),)),),
        candidates=(Candidate("title", "Quay", Origin.META, "og:title"),),
    ),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_a_value_comes_back_through_json(value: Any) -> None:
    told = json.loads(json.dumps(plain(value)))
    assert made(type(value), told) == value


def test_what_is_left_out_or_has_its_default_is_not_told() -> None:
    assert plain(CaseDetails(title="Quay", finding="Shut"), frozenset({"finding"})) == {"title": "Quay"}


@pytest.mark.parametrize(
    ("values", "known"),
    [
        (None, {}),
        ([], {}),
        ({}, {}),
        ({"id": "q"}, {"id": "q"}),
        ({"id": "q", "wording": 1}, {}),
        ({"id": True}, {}),
        ({"id": "q", "more": ""}, {}),
        ({1: "q"}, {}),
    ],
)
def test_anything_else_is_refused(values: Any, known: dict[str, str]) -> None:
    from verifier.domain.judgements import Claim

    with pytest.raises(ValueError, match=r".+"):
        made(Claim, values, **known)


def test_numbers_and_keys_no_vocabulary_has_are_refused() -> None:
    row = plain(VALUES[6])
    for changes in (
        {"start": 1.5},
        {"start": 2**60},
        {"start": True},
        {"kind": "poem"},
        {"anchor": {"spots": [1]}},
    ):
        with pytest.raises(ValueError, match=r".+"):
            made(Paragraph, {**row, **changes})
