"""Scripts: which stretches of a text run from the right, and in which language a spelling checker should read them.

Signs that belong to no script (digits, spaces, marks) go with the letters before them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_SCRIPTS = {
    "cyrillic": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "arabic": "\u0600-\u06ff\u0700-\u08ff\ufb50-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff",
    "kana": "\u3040-\u30ff",
    "hangul": "\u1100-\u11ff\uac00-\ud7af",
    "han": "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
}
_OTHER = re.compile("[" + "".join(_SCRIPTS.values()) + "]")
_LETTERS = re.compile(
    "|".join(f"(?P<{name}>[{range_}]+)" for name, range_ in {"latin": _LATIN, **_SCRIPTS}.items())
)

_RIGHT_TO_LEFT = frozenset({"hebrew", "arabic"})
_LANGUAGES = {
    "cyrillic": ("val", "ru-RU", frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"})),
    "greek": ("val", "el-GR", frozenset({"el"})),
    "hebrew": ("bidi", "he-IL", frozenset({"he", "yi"})),
    "arabic": ("bidi", "ar-SA", frozenset({"ar", "fa", "ur", "ps", "ckb", "sd"})),
    "kana": ("eastAsia", "ja-JP", frozenset({"ja"})),
    "hangul": ("eastAsia", "ko-KR", frozenset({"ko"})),
    "han": ("eastAsia", "zh-CN", frozenset({"zh", "ja", "ko"})),
}
_NOT_LATIN = frozenset(tag for _, _, tags in _LANGUAGES.values() for tag in tags)


@dataclass(frozen=True, slots=True)
class Scripted:
    """A stretch of one script: the properties Word wants for it, ready as XML."""

    text: str
    properties: str


def by_script(text: str, language: str = "") -> Iterator[Scripted]:
    """The text in stretches of one script. ``language`` is what its source states, or ""."""
    stated = language if _LANGUAGE_TAG.fullmatch(language) else ""
    if text.isascii() or _OTHER.search(text) is None:
        yield Scripted(text, _latin_properties(stated))
        return
    for script, start, end in _stretches(text):
        yield Scripted(text[start:end], _properties(script, stated))


def _stretches(text: str) -> Iterator[tuple[str, int, int]]:
    script, start = "", 0
    for match in _LETTERS.finditer(text):
        found = match.lastgroup or ""
        if script and found != script:
            yield script, start, match.start()
            start = match.start()
        script = found
    yield script, start, len(text)


def _latin_properties(language: str) -> str:
    if not language or language.split("-")[0].lower() in _NOT_LATIN:
        return ""
    return f'<w:lang w:val="{language}"/>'


def _properties(script: str, language: str) -> str:
    if script not in _LANGUAGES:
        return _latin_properties(language)
    attribute, usual, known = _LANGUAGES[script]
    tag = language if language.split("-")[0].lower() in known else usual
    direction = "<w:rtl/>" if script in _RIGHT_TO_LEFT else ""
    return f'{direction}<w:lang w:{attribute}="{tag}"/>'


def runs_from_the_right(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs from right to left."""
    if text.isascii() or _OTHER.search(text) is None:
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
