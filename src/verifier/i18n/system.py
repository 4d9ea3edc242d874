"""Which languages the system's user wishes for, as the environment or the system tells."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping


def wished(environment: Mapping[str, str] | None = None) -> list[str]:
    """The languages wished for, dearest first, as gettext has it: LANGUAGE, a list with colons, goes before LC_ALL,
    LC_MESSAGES and LANG, unless these say C: then nothing is translated. Empty where nobody says.
    """
    told = os.environ if environment is None else environment
    locale = next((told[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if told.get(name)), "")
    if locale in ("C", "POSIX"):
        return []
    names = [*told.get("LANGUAGE", "").split(":"), locale]
    return [name for name in names if name] or _of_windows()


def variants(locale: str) -> Iterator[str]:
    """The codes a locale may be translated under, the nearest first: "pt_BR.UTF-8" is pt_BR, then pt."""
    code = locale.partition(".")[0].partition("@")[0].replace("-", "_")
    while code and code != "C":  # C.UTF-8 names no language
        yield code
        code = code.rpartition("_")[0]


def _of_windows() -> list[str]:
    """The language of a Windows that has no such variables."""
    if sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale[number]] if number in locale.windows_locale else []
    return []
