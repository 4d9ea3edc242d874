"""What a drop or the clipboard brings: files, a web address, rich text, plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

PAGES = frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml"})
"""The endings of saved web pages."""

_SEPARATORS = "_-. "


@dataclass(frozen=True, slots=True)
class Arrival:
    """What arrived; what is not there is empty. ``html`` and ``text`` are the same words, rich and plain."""

    files: tuple[Path, ...] = ()
    url: str = ""
    html: bytes = b""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.files or self.url or self.html.strip() or self.text.strip())


def arrival_of(data: QMimeData | None) -> Arrival:
    """What some data offer: files first, then words; an address alone stands for its page. An empty clipboard may have
    no data at all.
    """
    if data is None:
        return Arrival()
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Arrival(files=files)
    text = data.text() if data.hasText() else ""
    addresses = [url.toString() for url in data.urls() if url.scheme() in ("http", "https")]
    alone = address_in(text) or (addresses[0] if addresses and not text.strip() else "")
    if alone:
        return Arrival(url=alone)
    return Arrival(html=_html(data), text=text)


def brings_anything(data: QMimeData) -> bool:
    """Whether a drag may be dropped here; asked while it hovers, so nothing is fetched from its owner."""
    return data.hasUrls() or data.hasHtml() or data.hasText()


def address_in(text: str) -> str:
    """The web address a text consists of, "" where it is anything else."""
    words = text.split()
    is_one = len(words) == 1 and len(words[0]) < 2000 and words[0].lower().startswith(("http://", "https://"))
    return words[0] if is_one else ""


def _html(data: QMimeData) -> bytes:
    """The rich text as UTF-8. Its own label of an encoding no longer holds, so a mark says which it is."""
    return (
        b"\xef\xbb\xbf" + data.html().encode("utf-8", "replace")
        if data.hasHtml() and data.html().strip()
        else b""
    )


def without_companions(paths: Sequence[Path]) -> list[Path]:
    """The paths without the folders of pictures and styles that a browser saves beside a page."""
    return [path for path in paths if not (path.is_dir() and _is_companion(path))]


def _is_companion(folder: Path) -> bool:
    try:
        beside = [path for path in folder.parent.iterdir() if path.suffix.lower() in PAGES]
    except OSError:
        return False
    return any(
        folder.name.startswith(page.stem)
        and folder.name[len(page.stem) : len(page.stem) + 1] in tuple(_SEPARATORS)
        for page in beside
    )
