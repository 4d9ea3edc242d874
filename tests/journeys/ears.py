"""What a screen reader hears and finds: run by the system's own Python, which has pyatspi, and asked line by line.

Each line on its standard input is one question as JSON, each line on its standard output the answer. Everything
announced meanwhile is kept until it is asked for. It knows nothing of the program but what the accessibility bus says.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

PROGRAM = "verifier"
MOST = 30_000
"""Characters of a text that are handed over at most."""


def children(node: Any) -> Iterator[Any]:
    """The children of a node that are there; a tree changes while one looks at it."""
    for number in range(node.childCount):
        try:
            child = node.getChildAtIndex(number)
        except Exception:  # whatever the bus says of a child that has gone
            continue
        if child is not None:
            yield child


def walk(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """A node and all beneath it, with the names and roles that lead there. Cells of tables are left out."""
    yield node, path
    role = node.getRoleName()
    if role in ("table", "tree", "list", "tree table"):
        return
    here = (*path, f"{role} “{node.name}”")
    for child in children(node):
        yield from walk(child, here)


def program() -> Any:
    """The program on the bus. Raises LookupError while it is not there."""
    for one in children(pyatspi.Registry.getDesktop(0)):
        if one.name.casefold() == PROGRAM:
            return one
    raise LookupError(f"{PROGRAM} is not on the bus")


def states(node: Any) -> list[str]:
    """The states of a node, by name."""
    return sorted(pyatspi.stateToString(state) for state in node.getState().getStates())


def is_shown(node: Any) -> bool:
    """Whether somebody could see it now."""
    return bool(node.getState().contains(pyatspi.STATE_SHOWING))


def found(role: str, name: str) -> Any:
    """The first thing shown of this role whose name begins so. Raises LookupError."""
    seen = []
    for node, _ in walk(program()):
        if node.getRoleName() == role and is_shown(node):
            if node.name.startswith(name):
                return node
            seen.append(node.name)
    raise LookupError(f"no {role} named {name!r}; there are {seen}")


def labels(node: Any) -> list[str]:
    """The names of what stands for a node."""
    return [
        relation.getTarget(number).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for number in range(relation.getNTargets())
    ]


def controls(_asked: dict[str, Any]) -> list[dict[str, Any]]:
    """All that is shown and can have the keyboard or be pressed: its role, name, states and where it is."""
    listed = []
    for node, path in walk(program()):
        can = states(node)
        if "focusable" in can and "showing" in can:
            listed.append({
                "role": node.getRoleName(), "name": node.name, "said": node.description,
                "states": can, "path": list(path), "labels": labels(node),
            })  # fmt: skip
    return listed


def shown(_asked: dict[str, Any]) -> list[list[str]]:
    """Role and name of everything in sight, for the message of a test that fails."""
    return [[node.getRoleName(), node.name] for node, _ in walk(program()) if is_shown(node)]


def text(asked: dict[str, Any]) -> dict[str, Any]:
    """The text of something, read through the Text interface, with the caret's place."""
    face = found(asked["role"], asked["name"]).queryText()
    return {"text": face.getText(0, min(face.characterCount, MOST)), "caret": face.caretOffset}


def label_at(asked: dict[str, Any]) -> str:
    """The attributes of the words at a place of a text."""
    face = found(asked["role"], asked["name"]).queryText()
    return str(face.getAttributes(asked["at"])[0])


def press(asked: dict[str, Any]) -> list[str]:
    """Do the first action of something; the answer names all it has."""
    face = found(asked["role"], asked["name"]).queryAction()
    names = [face.getName(number) for number in range(face.nActions)]
    face.doAction(0)
    return names


def table(asked: dict[str, Any]) -> dict[str, Any]:
    """A table cell by cell: the headings of its columns, and its rows."""
    face = found("table", asked["name"]).queryTable()
    return {
        "headings": [face.getColumnDescription(column) for column in range(face.nColumns)]
        if asked.get("described")
        else [getattr(face.getColumnHeader(column), "name", "") for column in range(face.nColumns)],
        "rows": [
            [face.getAccessibleAt(row, column).name for column in range(face.nColumns)]
            for row in range(min(face.nRows, asked.get("rows", 50)))
        ],
        "count": face.nRows,
    }  # fmt: skip


class Ears:
    """Keeps what is announced, and answers questions."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._focus: list[str] = []
        self._answers: dict[str, Callable[[dict[str, Any]], Any]] = {
            "controls": controls, "shown": shown, "text": text, "attributes": label_at, "press": press,
            "table": table, "focused": self._focused, "heard": self._hand_over, "there": self._is_there,
        }  # fmt: skip

    def hear(self, event: Any) -> None:
        """Something was announced."""
        self._heard.append(str(event.any_data))

    def see_focus(self, event: Any) -> None:
        """Something got the keyboard."""
        if event.detail1:
            self._focus = [event.source.getRoleName(), event.source.name]

    def _focused(self, _asked: dict[str, Any]) -> list[str]:
        return self._focus

    def _hand_over(self, _asked: dict[str, Any]) -> list[str]:
        heard, self._heard = self._heard, []
        return heard

    def _is_there(self, _asked: dict[str, Any]) -> bool:
        try:
            return program() is not None
        except LookupError:
            return False

    def answer(self, _channel: Any, _condition: Any) -> bool:
        """Answer one question; at the end of all questions, stop."""
        line = sys.stdin.readline()
        if not line:
            pyatspi.Registry.stop()
            return False
        asked = json.loads(line)
        try:
            said = {"is": self._answers[asked["do"]](asked)}
        except Exception as fault:  # of the bus, of pyatspi: the test shall see it
            said = {"fault": f"{type(fault).__name__}: {fault}"}
        print(json.dumps(said), flush=True)
        return True


def main() -> None:
    """Listen until nobody asks any more."""
    ears = Ears()
    pyatspi.Registry.registerEventListener(ears.hear, "object:announcement")
    pyatspi.Registry.registerEventListener(ears.see_focus, "object:state-changed:focused")
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, ears.answer)
    print(json.dumps({"is": "listening"}), flush=True)
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
