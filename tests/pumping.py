"""Whether work grows with the length of its input and not with its square: a guard against hangs, not a stop-watch."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TRIES = 3
_LEAST = 0.01
"""CPU seconds below which a measurement tells nothing."""


def stays_linear(work: Callable[[int], object], length: int) -> bool:
    """Whether ten times the length takes no more than forty times the CPU time; a square would take a hundred.

    One good try of some is enough: what grows with the square has none.
    """
    return any(_once(work, 10 * length) <= 40 * max(_once(work, length), _LEAST) for _try in range(_TRIES))


def _once(work: Callable[[int], object], length: int) -> float:
    gc.disable()
    try:
        begin = time.process_time()
        work(length)
        return time.process_time() - begin
    finally:
        gc.enable()
