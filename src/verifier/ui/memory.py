"""When Python may look for garbage: not while a person waits for a text to appear."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector out while a long text is set: it would walk tens of thousands of rows that all
    stay, some 40 milliseconds each time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settle() -> None:
    """Set the objects of the case that was opened apart from those the garbage collector looks through.

    They live as long as the case does. In an article of 20,000 sentences looking through them took 35 ms, now and
    then in the middle of a key press. Those of the case before are looked through once more: that one is gone.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
