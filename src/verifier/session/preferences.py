"""The user's preferences: declared once, written only where they differ from the default."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from verifier.domain.checkers import UNNAMED, Checker

MOST_RECENTS = 10
MOST_USED = 8
SIZES = (8, 32)
"""The least and the largest size of the text, in points."""
MEASURES = (40, 100)
"""The shortest and the longest line one can ask for, in characters."""
_BOUNDS = {"size": SIZES, "column_characters": MEASURES}


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the user set. ``size`` is in points, ``column_characters`` the longest line in characters.

    ``stepping_labels`` are the labels after which the cursor goes on to the next sentence;
    ``add_at_once`` says that files which read without question are added without being shown first, ``follow`` that
    linked passages come level with the cursor, ``blind_first`` that nothing hints at a sentence before it has a label,
    ``cue_words`` that words of the author's own voice that evaluate, hedge or insist are underlined,
    ``sample_finished`` that the sample names no tasks any more,
    ``restore`` that the last case is opened at the start. ``keys`` are the reassigned ones: an action's id and all its
    keys, as portable sequences. ``report_…`` is what was chosen for the last report; its language "" is that of the
    window, its house style the path of a file. ``used`` are the actions last chosen by name, the latest first.
    """

    theme: str = "system"
    face: str = ""
    size: int = 13
    column_characters: int = 68
    stepping_labels: tuple[str, ...] = ("opinion", "unconfirmed", "no-claim")
    checker_name: str = ""
    checker_initials: str = ""
    checker_asked: bool = False
    language: str = ""
    zone: str = ""
    report_template: str = "dossier"
    report_form: str = "docx"
    report_paper: str = "a4"
    report_language: str = ""
    report_house: str = ""
    add_at_once: bool = True
    follow: bool = False
    blind_first: bool = False
    cue_words: bool = False
    sample_finished: bool = False
    restore: bool = True
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    used: tuple[str, ...] = ()
    recents: tuple[str, ...] = ()

    @property
    def checker(self) -> Checker:
        """The checker these preferences name."""
        return Checker(self.checker_name, self.checker_initials) if self.checker_name.strip() else UNNAMED

    def with_recent(self, case: Path) -> Preferences:
        """These preferences with a case at the head of the recent ones."""
        path = str(case.absolute())
        return replace(self, recents=(path, *(one for one in self.recents if one != path))[:MOST_RECENTS])

    def with_used(self, action: str) -> Preferences:
        """These preferences with an action at the head of those last chosen by name."""
        return replace(self, used=(action, *(one for one in self.used if one != action))[:MOST_USED])


def config_folder() -> Path:
    """Where this system keeps our settings."""
    from platformdirs import user_config_path

    return user_config_path("verifier", appauthor=False)


def data_folder() -> Path:
    """Where this system keeps our backups and drafts."""
    from platformdirs import user_data_path

    return user_data_path("verifier", appauthor=False)


def documents_folder() -> Path:
    """The user's documents folder."""
    from platformdirs import user_documents_path

    return user_documents_path()


def load_preferences(folder: Path) -> Preferences:
    """The preferences kept in a folder; what is missing or makes no sense takes its default."""
    try:
        found = json.loads((folder / "preferences.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    return _read(found) if isinstance(found, dict) else Preferences()


def _read(found: dict[str, Any]) -> Preferences:
    taken: dict[str, Any] = {}
    for field in fields(Preferences):
        value = found.get(field.name)
        if field.name in _BOUNDS and not _within(value, *_BOUNDS[field.name]):
            continue
        if field.name == "keys":
            taken["keys"] = _read_keys(value)
        elif isinstance(field.default, tuple) and isinstance(value, list):
            taken[field.name] = tuple(str(one) for one in value)
        elif value is not None and type(value) is type(field.default):
            taken[field.name] = value
    return Preferences(**taken)


def _within(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _read_keys(found: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Reassigned keys as a file has them; whether they make sense, the window knows."""
    if not isinstance(found, dict):
        return ()
    return tuple(
        (action, tuple(keys))
        for action, keys in found.items()
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
    )


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Write what differs from the default, beside, then swapped in. Raises OSError."""
    usual = asdict(Preferences())
    other = {name: value for name, value in asdict(preferences).items() if value != usual[name]}
    if "keys" in other:
        other["keys"] = dict(other["keys"])
    write_json(folder / "preferences.json", other)


def write_json(target: Path, value: object) -> None:
    """Write JSON beside a file and swap it in, so that a crash leaves the old one. Raises OSError."""
    import tempfile  # on the way to the first paint nothing is written

    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
