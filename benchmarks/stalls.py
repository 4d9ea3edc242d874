"""The longest time the window does not answer during normal work, and in articles of unusual size.

A timer beats as fast as the event loop lets it while keys are pressed in the real window; the longest gap between two
beats is how long nothing would have been painted or taken in. Milliseconds of the processor (what the disk takes is
apart) and of the clock (with it). Aim: no gap of more than 50 ms of the processor. Run with
``python -m benchmarks.stalls [NAME…]``; nothing is asserted.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands
from tests.ui.reading.made import draft

from verifier.domain.articles import Metadata
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.app import application
from verifier.ui.assembly import Assembled, Folders, assemble

AIM = 50
"""Milliseconds."""
SETTLING = 0.25
"""Seconds after a deed in which its echoes count too: what is counted and filled a little later."""
WORDS = "The harbour board said on day {n} that crane {m}, the quay and the shed would all be kept in use. "


@dataclass(frozen=True, slots=True)
class Gap:
    """The longest gap after one deed, in milliseconds."""

    processor: float
    clock: float


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a person does, by name; ``times`` it is done."""

    name: str
    do: Callable[[int], object]
    times: int = 8


def longest_gap(do: Callable[[], object]) -> Gap:
    """Do something in the running event loop, and tell the longest gap between two beats."""
    beats: list[tuple[float, float]] = []
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: beats.append((time.process_time(), time.perf_counter())))
    timer.start(0)
    QTimer.singleShot(20, do)
    QTimer.singleShot(round(20 + SETTLING * 1000), loop.quit)
    loop.exec()
    timer.stop()
    pairs = list(pairwise(beats))
    return Gap(
        max((after[0] - before[0]) * 1000 for before, after in pairs),
        max((after[1] - before[1]) * 1000 for before, after in pairs),
    )


def paragraphs(sentences: int, number: int, in_a_paragraph: int = 5) -> list[tuple[ParagraphKind, str]]:
    """An article of so many sentences."""
    return [
        (
            ParagraphKind.BODY,
            "".join(
                WORDS.format(n=n, m=n * 7 % 100 + number) for n in range(first, first + in_a_paragraph)
            ).rstrip(),
        )
        for first in range(0, sentences, in_a_paragraph)
    ]


def ordinary(folder: Path) -> Path:
    """Five articles of 500 sentences, half of them judged, with 200 links."""
    path = folder / "ordinary.verif"
    with Workbench.create(path) as case:
        case.add_articles(
            [draft(paragraphs(500, number), Metadata(publisher=f"Paper {number}")) for number in range(5)]
        )
        accounts = [account(case.rows, article) for article in case.rows.articles()]
        for sentences in accounts:
            for number, label in enumerate(Label):
                case.mark([one.id for one in sentences[number * 2 :: 10]], label)
        for number in range(200):
            a, b = accounts[number % 5][number * 2], accounts[(number + 1) % 5][number * 2 + 1]
            case.link(a.id, b.id, list(Relation)[number % 3])
    return path


def one_word(folder: Path) -> Path:
    """An article of one word of a million letters between two ordinary paragraphs, and a second article."""
    path = folder / "word.verif"
    with Workbench.create(path) as case:
        around = paragraphs(10, 1)
        long = [*around[:1], (ParagraphKind.BODY, "abcdefghij" * 100_000), *around[1:]]
        case.add_articles([draft(long), draft(paragraphs(50, 2))])
    return path


def many_sentences(folder: Path) -> Path:
    """An article of 20,000 sentences, half of them judged, and a second article."""
    path = folder / "many.verif"
    with Workbench.create(path) as case:
        case.add_articles([draft(paragraphs(20_000, 1)), draft(paragraphs(50, 2))])
        sentences = account(case.rows, case.rows.articles()[0])
        for number, label in enumerate(Label):
            case.mark([one.id for one in sentences[number * 2 :: 10]], label)
    return path


def many_links(folder: Path) -> Path:
    """Two articles of 600 sentences with 3,000 links."""
    path = folder / "links.verif"
    with Workbench.create(path) as case:
        case.add_articles([draft(paragraphs(600, 1)), draft(paragraphs(600, 2))])
        near, far = (account(case.rows, article) for article in case.rows.articles())
        for number in range(3_000):
            a, b = near[number % 600], far[(number * 7 + number // 600) % 600]
            case.link(a.id, b.id, Relation.CORROBORATES if number % 2 else Relation.CONTRADICTS)
    return path


CASES = {
    "five articles of 500 sentences": ordinary,
    "1 MB in one word": one_word,
    "20,000 sentences": many_sentences,
    "3,000 links": many_links,
}


def deeds(parts: Assembled) -> Sequence[Deed]:
    """What is done in every case."""
    hands = InsideHands()

    def press(*keys: str) -> Callable[[int], object]:
        return lambda _time: hands.press(*keys)

    def link(number: int) -> None:
        hands.press("ctrl+2", *["j"] * (number + 1), "ctrl+1", *["j"] * 2)

    def view(key: str) -> Callable[[int], object]:
        return lambda _time: parts.controllers.sight.show_view(key)

    return (
        Deed("next sentence", press("j"), 30),
        Deed("previous sentence", press("k"), 10),
        Deed("next unchecked", press("Ctrl+Down")),
        Deed("other column", lambda number: hands.press(("Right", "Left")[number % 2])),
        Deed("page down", press("PgDown"), 12),
        Deed("label, stay", lambda number: hands.press("vd"[number % 2]), 10),
        Deed("label, step on", press("o"), 15),
        Deed("modifier", lambda _time: hands.press("d", "p"), 4),
        Deed("note begun", press("Return"), 1),
        Deed("note typed", lambda _time: hands.type("w"), 20),
        Deed("note left", press("Escape"), 1),
        Deed("both ends visited", link, 3),
        Deed("link asked", press("l"), 1),
        Deed("link made", press("2"), 1),
        Deed("undo", press("ctrl+z"), 8),
        Deed("redo", press("ctrl+shift+z"), 4),
        *(
            Deed(f"view: {key}", view(key), 2)
            for key in ("case", "open-items", "sentences", "links", "history")
        ),
        Deed("label in a view", lambda number: _in_view(parts, hands, number), 4),
        Deed("filter typed", lambda number: _filter(parts, hands, number), 4),
        Deed("views closed", view(""), 1),
        Deed("find opened", press("ctrl+f"), 1),
        Deed("find typed", lambda number: hands.type("crane"[number]), 5),
        Deed("find next", press("F3"), 8),
        Deed("find closed", press("Escape"), 1),
    )


def _in_view(parts: Assembled, hands: InsideHands, number: int) -> None:
    if number == 0:
        parts.controllers.sight.show_view("sentences")
    else:
        hands.press("Down", "u")


def _filter(parts: Assembled, hands: InsideHands, number: int) -> None:
    if number == 0:
        parts.actions.actions["view.filter"].trigger()
    hands.type("7crane"[number])


@contextmanager
def window(folder: Path) -> Iterator[Assembled]:
    """The whole window, shown."""
    app = application()
    parts = assemble(app, Folders(folder / "config", folder / "data", folder / "documents"), ENGLISH)
    parts.window.resize(1280, 720)
    parts.window.show()
    parts.window.activateWindow()
    app.processEvents()
    yield parts
    parts.work.close()
    parts.window.close()
    parts.window.deleteLater()
    app.processEvents()


def measure(name: str, folder: Path) -> None:
    """Open a case, do everything in it, print the gaps; those over the aim are marked."""
    path = CASES[name](folder)
    with window(folder) as parts:
        began, processor = time.perf_counter(), time.process_time()
        parts.controllers.opening.open_path(path)
        QApplication.processEvents()
        opened = (time.process_time() - processor) * 1000, (time.perf_counter() - began) * 1000
        print(f"{name}: opened in {opened[0]:.0f} ms of the processor, {opened[1]:.0f} ms", flush=True)
        longest_gap(lambda: None)
        longest_gap(lambda: None)
        worst = Gap(0, 0)
        for deed in deeds(parts):
            gaps = [longest_gap(partial(deed.do, number)) for number in range(deed.times)]
            longest = max(gaps, key=lambda gap: gap.processor)
            worst = max(worst, longest, key=lambda gap: gap.processor)
            mark = "  over" if longest.processor > AIM else ""
            median = sorted(gap.processor for gap in gaps)[len(gaps) // 2]
            print(
                f"  {deed.name:22} {median:6.0f} {longest.processor:6.0f} {longest.clock:6.0f}{mark}",
                flush=True,
            )
    print(
        f"  longest: {worst.processor:.0f} ms of the processor, {worst.processor / AIM:.1f} × the aim\n",
        flush=True,
    )


def flushes(folder: Path) -> tuple[float, float]:
    """Milliseconds the disk takes to have one row safe (median, longest), measured without our program."""
    taken = []
    with sqlite3.connect(folder / "flush.db", isolation_level=None) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE marks (note TEXT)")
        for _ in range(60):
            began, used = time.perf_counter(), time.process_time()
            base.execute("INSERT INTO marks VALUES ('a note of ordinary length')")
            taken.append((time.perf_counter() - began - (time.process_time() - used)) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[-1]


def main() -> None:
    """Measure the cases named on the command line, or all."""
    wanted = sys.argv[1:] or list(CASES)
    with tempfile.TemporaryDirectory() as name:
        median, longest = flushes(Path(name))
        print(
            f"the disk makes a row safe in {median:.1f} ms, at most {longest:.1f} ms: a step waits for it once"
        )
        print(f"  {'milliseconds':22} {'median':>6} {'most':>6} {'clock':>6}\n")
        for number, case in enumerate(wanted):
            folder = Path(name) / str(number)
            folder.mkdir()
            measure(case, folder)


if __name__ == "__main__":
    main()
