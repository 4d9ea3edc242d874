"""How the reading area stands, as plain values: what is kept of it until the case is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Columns, cursors, scrolling and folds. Articles and sentences are named by their ids.

    ``articles`` have columns, from left to right; ``article`` is the one in use. By article, ``cursors`` holds the
    sentence its cursor is on (the article used last comes first), ``tops`` the code point at the top of what is in
    sight, and ``folds`` the code points at which the open ones among its folds begin.
    """

    articles: tuple[str, ...] = ()
    article: str = ""
    cursors: Mapping[str, str] = field(default_factory=dict)
    tops: Mapping[str, int] = field(default_factory=dict)
    folds: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def plain(self) -> dict[str, object]:
        """The state as JSON can hold it."""
        return asdict(self)


def read_state(plain: object) -> ReadingState:
    """The state that ``plain`` gave; what is missing or makes no sense is left out."""
    found = plain if isinstance(plain, Mapping) else {}
    article = found.get("article")
    return ReadingState(
        articles=tuple(one for one in _list(found.get("articles")) if isinstance(one, str)),
        article=article if isinstance(article, str) else "",
        cursors={key: one for key, one in _pairs(found.get("cursors")) if isinstance(one, str)},
        tops={key: one for key, one in _pairs(found.get("tops")) if isinstance(one, int) and one >= 0},
        folds={
            key: tuple(start for start in _list(one) if isinstance(start, int))
            for key, one in _pairs(found.get("folds"))
        },
    )


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _pairs(value: object) -> list[tuple[str, object]]:
    return (
        [(key, one) for key, one in value.items() if isinstance(key, str)]
        if isinstance(value, Mapping)
        else []
    )
