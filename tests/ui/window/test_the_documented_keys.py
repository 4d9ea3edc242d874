"""The page about the window: its table of keys is that of the actions, word for word."""

from __future__ import annotations

from pathlib import Path

from verifier.ui.actions import ACTIONS, Scope

PAGE = Path(__file__).resolve().parents[3] / "docs" / "window.md"

WHERE = {Scope.TEXT: "in the text", Scope.PLACES: "in the text and in lists", Scope.WINDOW: "everywhere"}


def test_the_page_about_the_window_names_every_action_with_its_keys() -> None:
    wanted = [
        f"| {' · '.join(f'`{key}`' for key in spec.keys)} | {spec.text} | {WHERE[spec.scope]} |"
        for spec in ACTIONS
    ]
    lines = PAGE.read_text("utf-8").splitlines()
    begin = lines.index("| key | does | where |") + 2
    assert len(wanted) > 60
    assert lines[begin : begin + len(wanted)] == wanted
    assert not lines[begin + len(wanted)]
