"""An error in one part of the window is reported, and everything else stays: nothing crashes, nothing typed is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import isclass
from pathlib import Path
from pkgutil import walk_packages
from textwrap import dedent
from types import FunctionType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import verifier.ui
from verifier.ui.guarding import guard

USES = """
    import sys
    from pathlib import Path

    from verifier.i18n import ENGLISH
    from verifier.session.sample import make_sample_case
    from verifier.ui.app import application
    from verifier.ui.assembly import Folders, assemble
    from {module} import {name}

    def fails(*_values, **_named):
        raise RuntimeError("something is wrong here")

    {name}.{method} = fails
    folder = Path(sys.argv[1])
    app = application()
    parts = assemble(app, Folders(folder / "config", folder / "data", folder / "documents"), ENGLISH)
    parts.window.show()
    make_sample_case(folder / "sample.verif")
    parts.controllers.opening.open_path(folder / "sample.verif")
    for view in ("sentences", "links", "case"):
        parts.controllers.sight.show_view(view)
        app.processEvents()
    parts.window.resize(800, 600)
    parts.window.grab()
    print("still here", parts.desk.need.path.name)
    parts.work.close()
    parts.window.close()
"""
"""Uses the window while a part of it fails whenever Qt calls it, amid calls of our own."""


@pytest.mark.parametrize(
    ("module", "name", "method"),
    [
        ("verifier.ui.look.elided", "ElidedLabel", "shown"),
        ("verifier.ui.look.flow", "FlowLayout", "_place"),
        ("verifier.ui.reading.framing", "Framing", "paint"),
    ],
)
def test_the_window_outlives_a_part_that_fails(tmp_path: Path, module: str, name: str, method: str) -> None:
    script = dedent(USES).format(module=module, name=name, method=method)
    command = [sys.executable, "-X", "faulthandler", "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert done.stdout.strip() == "still here sample.verif", done.stderr[-2000:]
    assert "something is wrong here" in done.stderr
    assert done.returncode == 0, done.stderr[-2000:]


def overriding() -> Iterator[tuple[type, str]]:
    """Every method of the window that Qt calls: those that override one of Qt's."""
    for found in walk_packages(verifier.ui.__path__, "verifier.ui."):
        for one in vars(import_module(found.name)).values():
            if isclass(one) and one.__module__ == found.name:
                qt = [base for base in one.__mro__ if base.__module__.startswith("PySide6.")]
                for name, method in vars(one).items():
                    own = isinstance(method, FunctionType) and not name.startswith("__")
                    if own and any(name in vars(base) for base in qt):
                        yield one, name


def test_every_method_that_qt_calls_is_guarded() -> None:
    found = list(overriding())
    assert len(found) > 150
    bare = [f"{one.__name__}.{name}" for one, name in found if not hasattr(vars(one)[name], "__wrapped__")]
    assert not bare


def test_a_painter_left_in_the_middle_is_let_go(qtbot: QtBot) -> None:
    class Failing(QWidget):
        fails = True

        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            painter.drawPoint(1, 1)
            if self.fails:
                raise ValueError("in the middle")
            painter.end()

    guard(Failing)
    widget = Failing()
    qtbot.addWidget(widget)
    with qtbot.capture_exceptions() as errors:
        widget.grab()
    assert [str(error[1]) for error in errors] == ["in the middle"]
    widget.fails = False
    widget.grab()  # where a painter were alive still, Qt would complain: a warning fails a test


def test_who_asks_a_part_that_fails_gets_what_qt_answers(qtbot: QtBot) -> None:
    class Sized(QToolButton):
        def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
            raise ValueError("no size")

        def measured(self) -> QSize:
            raise ValueError("no method of Qt's")

    guard(Sized)
    ground = QWidget()
    qtbot.addWidget(ground)
    QVBoxLayout(ground).addWidget(button := Sized(ground))
    with qtbot.capture_exceptions() as errors:
        assert button.sizeHint() == QToolButton.sizeHint(button)
        ground.show()
        QApplication.processEvents()
    assert {str(error[1]) for error in errors} == {"no size"}
    with pytest.raises(ValueError, match="no method"):
        button.measured()
    ground.close()
