"""No words of the window, the report or the command line are shown without having gone through a translator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.i18n.strings import MANY, ONE, SOURCE, called, found_in_program, modules

WIDGETS = """
    QLabel QPushButton QToolButton QCheckBox QRadioButton QAction QGroupBox QMenu QListWidgetItem QTableWidgetItem
    PressedButton words Elided Heading
"""
PARTS_OF_REPORTS = "Cell Piece plain quiet"
CALLS = """
    setText setToolTip setAccessibleName setAccessibleDescription setPlaceholderText setWindowTitle setStatusTip
    setTitle setSuffix setPrefix setSpecialValueText setInformativeText setWhatsThis setLabelText setHeaderLabels
    addItem addItems addTab addAction addRow addMenu addButton insertItem announce drawText getOpenFileNames
    Offer Message say warn show_message _say _tell _print_text
"""
SHOWING = frozenset(f"{WIDGETS} {PARTS_OF_REPORTS} {CALLS}".split())
"""What shows words to people: their literal arguments must have been translated."""

NAMES = frozenset({"Verifier", "verifier", "Esc", "SHA", "https"})
"""Names and signs that are the same in every language."""

WORD = re.compile(r"[^\W\d_]{2,}")
SHOWING_PACKAGES = ("ui", "reports", "cli", "session")

SETTERS = frozenset({"articles", "document", "looks", "pen", "tables"})
"""The modules of ``ui/pages`` that set words they are given, by the names of their looks."""


def showing() -> list[Path]:
    """What shows words; ``reports/word`` and a part of ``ui/pages`` put words they are given into a document, by the
    names of its styles.
    """
    packages = {SOURCE / package for package in SHOWING_PACKAGES}
    setting = {SOURCE / "ui" / "pages" / f"{name}.py" for name in SETTERS}
    found = [path for path in modules() if packages & set(path.parents) and path.parent.name != "word"]
    return [path for path in found if path not in setting]


def told(node: ast.expr) -> Iterator[str]:
    """The literal words an argument shows: its own, or those between the values of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (
            one.value for one in node.values if isinstance(one, ast.Constant) and isinstance(one.value, str)
        )
    elif isinstance(node, ast.IfExp):
        yield from (*told(node.body), *told(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*told(node.left), *told(node.right))
    elif isinstance(node, ast.List | ast.Tuple):
        for one in node.elts:
            yield from told(one)


def escaped(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, words) of what a module shows untranslated."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or called(node) not in SHOWING:
            continue
        is_method = isinstance(node.func, ast.Attribute)
        if called(node) in ONE and not (is_method and called(node) == "say"):
            continue  # that is a translator; ``say`` called by its owner is the desk's
        arguments = node.args[:1] if called(node) == "words" else node.args
        for argument in (*arguments, *(one.value for one in node.keywords if one.arg in ("text", "title"))):
            for shown in told(argument):
                if set(WORD.findall(shown)) - NAMES:
                    yield node.lineno, shown


@pytest.mark.parametrize("path", showing(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_every_word_shown_is_translated(path: Path) -> None:
    assert list(escaped(modules()[path])) == []


def test_what_escapes_would_be_seen() -> None:
    code = (
        'label.setText("Ready"); QLabel(f"{count} items", self); words(text("Fine")); button.setText("✕ Esc")'
    )
    assert list(escaped(ast.parse(code))) == [(1, "Ready"), (1, " items")]


def test_a_translator_is_called_by_no_other_name_than_those_that_are_searched() -> None:
    """A new name for ``gettext`` would hide its strings from the catalogue."""
    known = {*ONE, *MANY, "pgettext"}
    strange = [
        f"{path.name}:{node.lineno}: {ast.unparse(node)}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in ("gettext", "ngettext", "pgettext")
        for target in node.targets
        if (target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")) not in known
    ]
    assert strange == []


def test_no_string_is_put_together_before_it_is_translated() -> None:
    """``gettext(f"…")`` and ``gettext("…" + x)`` find no translation, ever."""
    wrong = [
        f"{path.name}:{node.lineno}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and called(node) in ("gettext", "ngettext", "pgettext")
        and any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in node.args)
    ]
    assert wrong == []


def test_what_is_marked_for_translation_is_translated_where_it_is_shown() -> None:
    """A module that marks strings with ``_`` translates a variable itself, or one that imports it does."""
    trees = modules()
    translating = {path for path, tree in trees.items() if translates_a_variable(tree)}
    for path, tree in trees.items():
        marks = any(isinstance(node, ast.FunctionDef) and node.name == "_" for node in ast.walk(tree))
        if not marks or path in translating:
            continue
        name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        users = [user for user, other in trees.items() if name in imported(other)]
        assert set(users) & translating, f"{name} marks strings nobody translates"


def translates_a_variable(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Call)
        and called(node) in (*ONE, *MANY, "pgettext", "name_of", "word", "_worded")
        and node.args
        and not isinstance(node.args[-1], ast.Constant)
        for node in ast.walk(tree)
    )


def imported(tree: ast.AST) -> set[str]:
    return {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


def test_the_strings_are_many() -> None:
    assert len({one.words for one in found_in_program()}) > 900
