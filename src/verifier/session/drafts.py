"""Notes being typed, kept outside the case until they become a step, so that a crash costs two seconds at most."""

from __future__ import annotations

import json
from pathlib import Path

from verifier.session.preferences import write_json


class NoteDrafts:
    """The unfinished texts of one case, by what they are for (a target id, or a field's name)."""

    def __init__(self, folder: Path, case_id: str) -> None:
        # the id comes out of a file somebody may have sent, and is not to name any other file than one of ours
        name = "".join(sign for sign in case_id if sign.isalnum() or sign == "-")
        self._path = folder / "drafts" / f"{name}.json"
        self._texts = self._load()

    def _load(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}

    def get(self, key: str) -> str | None:
        """The draft left for a key, or None."""
        return self._texts.get(key)

    def keep(self, key: str, text: str) -> None:
        """Keep a draft. Raises OSError where it cannot be written."""
        if self._texts.get(key) != text:
            self._texts[key] = text
            write_json(self._path, self._texts)

    def forget(self, key: str) -> None:
        """Drop a draft that has become a step, and the file with the last one."""
        if self._texts.pop(key, None) is None:
            return
        if self._texts:
            write_json(self._path, self._texts)
        else:
            self._path.unlink(missing_ok=True)
