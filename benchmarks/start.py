"""First paint of the whole program, from the command to the first picture, beside a bare window of Qt.

Our window is painted empty first and filled at once after: both moments are measured, the aim is for the first.

Each round starts both as fresh processes, one after the other, and ends each of them once its window has been painted;
so what is compared are pairs, and a machine that is slow for a while is slow for both. Run it with
``python -m benchmarks.start [ROUNDS]``. Without a screen both are painted by Qt's offscreen platform.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

AIM = 1.5
"""Ours is to take at most this many times the CPU time of the bare window."""

_END_AFTER_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and type(watched).__name__ in AWAITED:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False

loop = QApplication.exec
def exec_watched(*ignored):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    return loop()
QApplication.exec = exec_watched
"""

_FIRST_PAINT = "AWAITED = ('QMainWindow', 'MainWindow')\n"
_COMPLETE = "AWAITED = ('QMainWindow', 'FirstPage', 'Bench')\n"

_BARE = """
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.show()
QApplication.exec()
"""

_OURS = """
from verifier.__main__ import main
sys.exit(main())
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took, in seconds."""

    cpu: float
    wall: float


def start(program: str, *arguments: str, awaited: str = _FIRST_PAINT) -> Start:
    """Start a program in a process of its own and wait for what is awaited. Raises RuntimeError if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **{f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA", "STATE")}}
        if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        command = [sys.executable, "-c", awaited + _END_AFTER_PAINT + program, *arguments]
        began = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        complaint = process.stderr.read().decode() if process.stderr else ""
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"the window was not painted: {complaint}")
    return Start(usage.ru_utime + usage.ru_stime, wall)


def pairs(rounds: int, *arguments: str, awaited: str = _FIRST_PAINT) -> list[tuple[Start, Start]]:
    """Starts of the bare window and of ours, in turn; the first round warms the disk and is left out."""
    start(_BARE), start(_OURS, *arguments)
    return [(start(_BARE), start(_OURS, *arguments, awaited=awaited)) for _ in range(rounds)]


def tell(name: str, measured: list[tuple[Start, Start]]) -> None:
    """Print the medians of one comparison, and the median of the paired ratios."""
    for what in ("cpu", "wall"):
        bare = [getattr(pair[0], what) for pair in measured]
        ours = [getattr(pair[1], what) for pair in measured]
        ratios = [b / a for a, b in zip(bare, ours, strict=True)]
        print(
            f"{name:28} {what:4}  bare {statistics.median(bare) * 1000:6.0f} ms   ours "
            f"{statistics.median(ours) * 1000:6.0f} ms   ratio {statistics.median(ratios):.2f}"
            f" ({min(ratios):.2f}–{max(ratios):.2f})"
        )


def main() -> None:
    """Compare the first page, and the window with the sample case in it, with a bare window."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(f"first paint of the whole process, {rounds} pairs; aim: ratio of CPU at most {AIM}")
    tell("the window, still empty", pairs(rounds))
    tell("the first page in it", pairs(rounds, awaited=_COMPLETE))
    from verifier.session.sample import make_sample_case

    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "sample.verif")
        make_sample_case(case)
        tell("the sample case in it", pairs(rounds, str(case), awaited=_COMPLETE))


if __name__ == "__main__":
    main()
