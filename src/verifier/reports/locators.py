"""Where in its source a paragraph stands, as people say it: a page, a time."""

from __future__ import annotations

from collections.abc import Callable

from verifier.domain.reading import Anchor


def locator(anchor: Anchor, gettext: Callable[[str], str]) -> str:
    """ "p. 3", "pp. 3–4" or "0:01:02"; "" where the source has neither pages nor times."""
    if anchor.spots:
        pages = [spot.page for spot in anchor.spots]
        first, last = min(pages), max(pages)
        if first == last:
            return gettext("p. {page}").format(page=first)
        return gettext("pp. {first}–{last}").format(first=first, last=last)
    return clock_time(anchor.time.partition("-->")[0]) if anchor.time else ""


def clock_time(text: str) -> str:
    """The hours, minutes and seconds of a cue's time: "00:01:02.500" is "0:01:02"; "" where it is none."""
    parts = text.strip().replace(",", ".").partition(".")[0].split(":")
    if len(parts) not in (2, 3) or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    hours, minutes, seconds = [0, *map(int, parts)][-3:]
    return f"{hours}:{minutes:02}:{seconds:02}"
