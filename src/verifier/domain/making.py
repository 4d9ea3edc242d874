"""Making many values at once: they hold no cycles and they stay, so there is nothing for the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector out while tens of thousands of values are made, by reading, by a report's outline or
    by a text that is set: it would walk over all of them again and again, some 40 milliseconds each time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
