"""The page around the body: what it says of itself, its look, and what it forbids a browser to do.

The content security policy lets nothing in but the one style sheet, known by its hash: no script, picture, font, form
or frame, and no request to anywhere.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import lru_cache

from verifier.i18n import Translator
from verifier.reports.characters import one_line
from verifier.reports.html.body import Body
from verifier.reports.html.markup import attribute, escaped, style_string
from verifier.reports.html.wording import translator_of, words_for
from verifier.reports.parts import Outline, Running
from verifier.resources import resource


def page(outline: Outline, translator: Translator | None = None) -> bytes:
    """The whole page in UTF-8."""
    body = Body(outline, words_for(translator or translator_of(outline)))
    content = body.html()
    style = _style(outline.running, body)
    stamped = ' class="stamped"' if outline.running.stamp else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(outline.language)}" dir="ltr">\n<head>\n'
        f"{_head(outline, style)}\n</head>\n<body{stamped}>\n{content}\n</body>\n</html>\n"
    ).encode()


def _head(outline: Outline, style: str) -> str:
    told = outline.properties
    names = (
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("referrer", "no-referrer"),
        ("robots", "noindex"),
        ("generator", told.program),
        ("author", told.author),
        ("description", told.subject),
        ("dcterms.modified", told.time),
    )
    metas = [f'<meta name="{name}" content="{attribute(value)}">' for name, value in names if value]
    return "\n".join(
        (
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">',
            *metas,
            f"<title>{escaped(_title(outline))}</title>",
            f"<style>{style}</style>",
        )
    )


def _title(outline: Outline) -> str:
    running = outline.running
    parts = (one_line(outline.cover.title), running.status, running.stamp)
    return " · ".join(part for part in parts if part)


def _policy(style: str) -> str:
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


# -- the style sheet -------------------------------------------------------------------------------------------------


def _style(running: Running, body: Body) -> str:
    """The sheet, then the sizes this report needs, since the policy lets no element have a style of its own."""
    sizes = [f".bar .g{share}{{flex-grow:{share}}}" for share in sorted(body.shares)]
    sizes += [f".w{width}{{width:{width / 10:g}%}}" for width in sorted(body.widths)]
    return f"\n{_sheet()}{''.join(sizes)}\n{_paper(running)}\n"


@lru_cache(maxsize=1)
def _sheet() -> str:
    return resource("report", "page.css").read_text("utf-8").replace("\r\n", "\n")


def _paper(running: Running) -> str:
    """What stands at the edges of every printed page: title, status, stamp, program, page x of y."""
    before, _page, rest = running.page.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    numbers = (
        f"{style_string(before)} counter(page) {style_string(between)} counter(pages) {style_string(after)}"
    )
    small = "font:8pt/1.3 'Liberation Sans',Arial,sans-serif;color:#5f5d57;vertical-align:middle"
    edges = (
        ("top-left", style_string(running.title), small),
        (
            "top-center",
            style_string(running.stamp) if running.stamp else "",
            f"{small};color:#8c1d0a;font-weight:700",
        ),
        ("top-right", style_string(running.status), small),
        ("bottom-left", style_string(running.program), small),
        ("bottom-right", numbers, small),
    )
    boxes = "".join(f"@{place}{{content:{content};{look}}}" for place, content, look in edges if content)
    return f"@page{{margin:20mm 20mm 18mm;{boxes}}}@page wide{{size:landscape}}"
