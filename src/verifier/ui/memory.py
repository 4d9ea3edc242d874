"""What the garbage collector need not look through while a person works."""

from __future__ import annotations

import gc


def settle() -> None:
    """Set the objects of the case that was opened apart from those the garbage collector looks through.

    They live as long as the case does. In an article of 20,000 sentences looking through them took 35 ms, now and
    then in the middle of a key press. Those of the case before are looked through once more: that one is gone.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def set_apart() -> None:
    """Set what there is now apart without looking through it first: what comparing found is hundreds of thousands of
    values, and lives as long as the case does.
    """
    gc.freeze()
