"""Whether a text is Markdown: told by several unmistakable signs, never by one that plain text has too."""

from __future__ import annotations

import re

_SAMPLE = 65_536
_ENOUGH = 3.0

FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]{0,20}(?:\r\n|\n|\r)")
"""What begins the lines about a text that stand before it (YAML, TOML)."""

_FRONT_LINE = re.compile(r"[A-Za-z][\w -]{0,40}[ \t]{0,5}[:=]")
_FIRST_HEADING = re.compile(r"\s{0,20}#{1,2} \S[^\r\n]{0,300}(?:\r\n|\n|\r)[ \t]{0,20}(?:\r\n|\n|\r)")
_LINE_START = r"(?:\A|(?<=[\r\n]))"
_SIGNS = (
    (2.0, re.compile(_LINE_START + r" {0,3}#{1,6} \S")),
    (2.0, re.compile(_LINE_START + r" {0,3}\S[^\r\n]{0,200}(?:\r\n|\n|\r)={3,200}[ \t]{0,20}(?=[\r\n]|\Z)")),
    (2.0, re.compile(r"\[[^\[\]\r\n]{1,300}\]\((?:https?://|mailto:|[/#.<])[^()\r\n]{0,500}\)")),
    (2.0, re.compile(_LINE_START + r" {0,3}\[[^\[\]\r\n]{1,200}\]: {0,5}(?:<|https?://)")),
    (2.0, re.compile(_LINE_START + r" {0,3}\[\^[^\]\s]{1,50}\]: ")),
    (2.0, re.compile(_LINE_START + r" {0,3}(?:`{3}|~{3})[\w+-]{0,20}[ \t]{0,20}[\r\n]")),
    (2.0, re.compile(_LINE_START + r" {0,3}\|? {0,9}:?-{3,100}:? {0,9}\|[ :|-]{0,300}(?=[\r\n]|\Z)")),
    (1.0, re.compile(r"(?<![\w*])\*\*(?=\S)[^*\r\n]{1,300}(?<=\S)\*\*(?![\w*])")),
    (1.0, re.compile(r"\\[\[\]*_`#>$~]")),
    (0.5, re.compile(r"(?<![\w*])\*(?=\S)[^*\r\n]{1,200}(?<=\S)\*(?![\w*])")),
    (0.5, re.compile(r"(?<![\w`])`[^`\r\n]{1,100}`(?![\w`])")),
    (0.5, re.compile(_LINE_START + r" {0,3}> \S")),
    (0.5, re.compile(_LINE_START + r" {0,3}[*+-] \S[^\r\n]{0,1000}(?:\r\n|\n|\r) {0,3}[*+-] \S")),
)
"""Signs and what each counts: links, rules of tables and the like are hardly made by chance."""


def looks_like_markdown(data: bytes) -> bool:
    """Whether bytes are Markdown. Binary files, and pages, are none."""
    if b"\x00" in data[:_SAMPLE]:
        return False
    text = data[:_SAMPLE].decode("utf-8", "replace")
    score = 2.0 if _has_front(text) else 0.0
    score += 1.0 if _FIRST_HEADING.match(text) else 0.0
    kinds = 0
    for weight, pattern in _SIGNS:
        if pattern.search(text):
            score += weight
            kinds += 1
        if score >= _ENOUGH and kinds > 0:
            return True
    return False


def _has_front(text: str) -> bool:
    """Whether lines about the text stand before it, every one of the first few a key and a value."""
    begin = FRONT.match(text)
    if begin is None:
        return False
    lines = text[begin.end() : begin.end() + 4000].splitlines()
    return bool(lines) and bool(_FRONT_LINE.match(lines[0])) and begin[1] in (line.rstrip() for line in lines)
