"""Characters of symbol fonts as Unicode has them, where it does.

A symbol font's codes are its own; Word writes them from U+F000 on. The table of Symbol is that of Adobe's encoding of
the font, in its order; of Wingdings there are the signs that stand in running text.
"""

from __future__ import annotations

_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(code: str, font: str) -> tuple[str, bool]:
    """The character of a hexadecimal code in a font, and whether it is known; it is kept as it is where it is not."""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd", False
    if not 0 < number <= 0x10FFFF or 0xD800 <= number < 0xE000:
        return "\ufffd", False
    if not 0xF000 <= number <= 0xF0FF:
        return chr(number), True
    known = _of_font(number - 0xF000, font.strip().lower())
    return (known, True) if known else (chr(number), False)


def _of_font(code: int, font: str) -> str:
    """The character a code of one byte stands for; "" where that is not known."""
    if font == "symbol":
        return _at(_SYMBOL, code - 0x20) or _at(_SYMBOL_HIGH, code - 0xA0)
    if font.startswith(("wingdings", "webdings", "marlett")):
        return _WINGDINGS.get(code, "") if font == "wingdings" else ""
    return bytes((code,)).decode("cp1252", "ignore") if code >= 0x20 else ""


def _at(characters: str, place: int) -> str:
    return characters[place] if 0 <= place < len(characters) else ""
