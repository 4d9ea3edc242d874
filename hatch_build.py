"""The build hook: compiles the translations, ``.po`` → ``.mo``, for a wheel and for a checkout installed in place.

``python hatch_build.py`` does the same by hand. The ``.mo`` files stand beside their ``.po`` and are not kept in git.
"""

from __future__ import annotations

import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TRANSLATIONS = Path(__file__).resolve().parent / "resources" / "translations"


class TranslationsHook(BuildHookInterface[Any]):
    """Compiles every translation before a wheel is put together; what is forced into the wheel is found there."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's call
        """Called by hatchling before each build. Raises babel's PoFileError for what is no catalogue."""
        compile_translations()


def compile_translations(folder: Path = TRANSLATIONS) -> list[Path]:
    """Compile every ``.po`` under a folder whose ``.mo`` is missing or older in its words; the ``.mo`` files."""
    return [_compiled(source) for source in sorted(folder.glob("*/LC_MESSAGES/*.po"))]


def _compiled(source: Path) -> Path:
    """The ``.mo`` of one ``.po``: written beside and swapped in, and only where its bytes are others."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parents[1].name, abort_invalid=True)
    made = BytesIO()
    write_mo(made, catalogue)
    target = source.with_suffix(".mo")
    if not target.exists() or target.read_bytes() != made.getvalue():
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(made.getvalue())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    return target


if __name__ == "__main__":
    for made in compile_translations():
        print(made.relative_to(TRANSLATIONS.parents[1]))
