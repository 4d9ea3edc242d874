"""What keeps the window's code readable: small classes and functions, a main window that only places its parts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "src" / "verifier" / "ui"
WINDOW = UI / "window.py"

LONGEST_CLASS, LONGEST_FUNCTION = 300, 60
"""Lines."""
LONGEST_PLACING = 40
"""Lines of the longest method of the main window, which puts its parts where they belong."""

SAYS_OR_DOES = {
    "gettext", "ngettext", "do", "warn", "refuse", "mark", "link", "unlink", "note", "judge", "split", "merge", "undo",
    "redo", "add_articles", "setShortcut", "setShortcuts", "setStyleSheet", "exec", "connectNotify",
}  # fmt: skip
"""Calls that would be behaviour: words, steps, keys, dialogs."""


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the window's package."""
    paths = sorted(UI.rglob("*.py"))
    assert len(paths) > 60
    for path in paths:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def lines_of(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a definition has."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def test_no_class_of_the_window_is_long() -> None:
    long = [
        f"{path.relative_to(UI)}: {node.name} has {lines_of(node)} lines"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and lines_of(node) > LONGEST_CLASS
    ]
    assert long == []


def test_no_function_of_the_window_is_long() -> None:
    long = [
        f"{path.relative_to(UI)}: {node.name} has {lines_of(node)} lines"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > LONGEST_FUNCTION
    ]
    assert long == []


def main_window() -> tuple[ast.Module, ast.ClassDef]:
    """The main window's module, and its one class."""
    tree = ast.parse(WINDOW.read_text(encoding="utf-8"))
    (made,) = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return tree, made


def calls(node: ast.AST) -> Iterator[str]:
    """The names of what is called: the last word of a dotted one."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            yield one.func.attr if isinstance(one.func, ast.Attribute) else ast.unparse(one.func)


def test_the_main_window_imports_nothing_of_the_core_and_no_part_when_it_starts() -> None:
    tree, _made = main_window()
    at_once = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    modules = {node.module or "" for node in at_once}
    assert modules <= {"__future__", "collections.abc", "typing", "PySide6.QtCore", "PySide6.QtWidgets"}
    everywhere = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {
        name for name in everywhere if name.startswith("verifier.") and not name.startswith("verifier.ui")
    } == set()


def test_the_main_window_says_nothing_takes_no_step_and_knows_no_key() -> None:
    _tree, made = main_window()
    called = set(calls(made))
    assert {"addWidget", "setCentralWidget"} <= called, "it places its parts"
    assert called & SAYS_OR_DOES == set()


def test_the_main_window_does_nothing_in_a_loop_and_nothing_at_length() -> None:
    _tree, made = main_window()
    methods = [node for node in made.body if isinstance(node, ast.FunctionDef)]
    assert len(methods) > 5
    loops = [node.lineno for node in ast.walk(made) if isinstance(node, ast.For | ast.While | ast.Try)]
    assert loops == []
    assert [f"{one.name}: {lines_of(one)}" for one in methods if lines_of(one) > LONGEST_PLACING] == []
