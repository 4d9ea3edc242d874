"""Every string of the program that a translator gets, found by reading the code's syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "verifier"

ONE = ("gettext", "_", "text", "_text", "say")
"""Names under which the code calls ``gettext``, or marks a string for it."""
MANY = ("ngettext", "many", "_many", "count")
"""Names under which it calls ``ngettext``: singular and plural."""
HELP = ("help", "_verb", "description", "epilog")
"""In the command line's parsers: keywords, and the function, whose words its formatter translates."""


@dataclass(frozen=True, slots=True)
class Found:
    """A string for translation: its words, the plural if it has one, its context, and where it stands."""

    words: str
    plural: str
    context: str
    file: str
    line: int


@cache
def modules() -> Mapping[Path, ast.Module]:
    """The syntax trees of the program's modules, by path, in the order of the paths."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}


@cache
def found_in_program() -> tuple[Found, ...]:
    """Every string of the program, in the order of the files and of the lines in them."""
    return tuple(one for path, tree in modules().items() for one in found_in(path, tree))


def found_in(path: Path, tree: ast.Module) -> list[Found]:
    """Every string of one module."""
    file = path.relative_to(SOURCE.parents[1]).as_posix()
    calls = _vocabulary(tree) if path.name == "vocabulary.py" else _calls(tree)
    found = [Found(words, plural, context, file, line) for words, plural, context, line in calls if words]
    if file.endswith(("cli/parser.py", "_arguments.py")):
        found += [Found(words, "", "", file, line) for words, line in _helps(tree)]
    return sorted(found, key=lambda one: one.line)


def called(node: ast.Call) -> str:
    """The name a call goes by: ``f`` for ``f(…)`` and for ``x.f(…)`` too; "" for anything else."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def literal(node: ast.expr) -> str | None:
    """The string a node is, or None."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def literals(node: ast.expr) -> list[str]:
    """The strings a node may come to: itself, or the two ends of a choice."""
    if isinstance(node, ast.IfExp):
        return [*literals(node.body), *literals(node.orelse)]
    one = literal(node)
    return [] if one is None else [one]


def _calls(tree: ast.AST) -> Iterator[tuple[str, str, str, int]]:
    """(words, plural, context, line) of each call of a translator with literal words."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name, given = called(node), [literal(one) for one in node.args]
        if name in MANY and len(given) > 1 and given[0] and given[1]:
            yield given[0], given[1], "", node.lineno
        elif name == "pgettext" and len(given) > 1 and given[0] and given[1]:
            yield given[1], "", given[0], node.lineno
        elif name in ONE:
            yield from ((words, "", "", node.lineno) for words in literals(node.args[0]))


def _vocabulary(tree: ast.AST) -> Iterator[tuple[str, str, str, int]]:
    """The fixed vocabularies: each word's context is the part of its key before the point."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Dict):
            continue
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(value, ast.Call) and key is not None:
                words = literal(value.args[0]) or ""
                yield words, "", (literal(key) or "").partition(".")[0], value.lineno


def _helps(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """(words, line) of each literal help text, which the parser's formatter translates."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = [one.value for one in node.keywords if one.arg in HELP]
            given += node.args[2:3] if called(node) in HELP else []
            for one in given:
                yield from ((words, node.lineno) for words in literals(one))
