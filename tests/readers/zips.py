"""Packages made for tests: of the members they are given, as honest or as crooked as asked."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping, Sequence


def zipped(members: Mapping[str, str | bytes] | Sequence[tuple[str, str | bytes]]) -> bytes:
    """A zip of some members in order; a name may come twice where they are given as pairs."""
    pairs = members.items() if isinstance(members, Mapping) else members
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # of names that come twice: on purpose here
        for name, data in pairs:
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def patched(data: bytes, old: bytes, new: bytes) -> bytes:
    """The bytes with every ``old`` made ``new``, of the same length; there is at least one."""
    assert len(old) == len(new)
    assert old in data
    return data.replace(old, new)
