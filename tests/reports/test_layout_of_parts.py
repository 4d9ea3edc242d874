"""Which parts lie on their side is decided in the outline, once for every writer."""

from __future__ import annotations

import pytest
from tests.reports.cases import harbour_case

from verifier.reports import ReportOptions, build_outline
from verifier.reports.layout import is_wide, with_wide_parts
from verifier.reports.parts import Section


def section(name: str) -> Section:
    """An empty part; the matrix is wide of itself."""
    return Section(name, name.title(), wide=name == "matrix")


@pytest.mark.parametrize(
    ("names", "lying"),
    [
        ("claims quotations alone matrix sources evidence", "quotations alone matrix sources"),
        ("quotations claims matrix evidence sources", "matrix"),
        ("matrix sources", "matrix sources"),
        ("claims quotations alone sources", ""),
        ("", ""),
    ],
)
def test_short_parts_lie_with_the_matrix_as_far_as_nothing_stands_between(names: str, lying: str) -> None:
    parts = with_wide_parts(section(name) for name in names.split())
    assert [part.name for part in parts] == names.split()
    assert [part.name for part in parts if is_wide(part)] == lying.split()


def test_the_outline_says_which_parts_lie() -> None:
    outline = build_outline(harbour_case().snapshot(), ReportOptions())
    assert outline.section("matrix").wide
    assert outline.section("sources").wide
    assert not outline.section("claims").wide
    without = build_outline(harbour_case().snapshot(), ReportOptions(without=frozenset({"matrix"})))
    assert not any(map(is_wide, without.parts))
    assert without.has("sources")
