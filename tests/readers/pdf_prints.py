"""Invented articles and the PDFs browsers and word processors print of them, made once a session."""

from __future__ import annotations

import functools
import html
import random
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
]
_SECONDS = 90


def _listed(words: str) -> list[str]:
    return words.split()


ENGLISH = _listed(
    "harbour ferry captain inquiry ministry vessel engine weather warning company passengers lifeboats inspectors "
    "documents island coast rescue crew parliament newspaper statement evidence regulations certificate witnesses "
    "maintenance insurance negligence transportation communication representatives investigation responsibility "
    "international administration consideration unfortunately immediately circumstances"
)
VERBS = _listed(
    "said found denied examined published questioned reported confirmed refused promised ordered withdrew"
)
SMALL = _listed(
    "the a its their every some of in on after before without under near against for and but while"
)
COMPOUNDS = _listed(
    "anti-smuggling government-funded ferry-linked 44-year-old cross-channel well-known harbour-side state-owned "
    "deep-water long-delayed"
)
RUSSIAN = _listed(
    "паром капитан гавань министерство расследование пассажиры двигатель предупреждение компания остров побережье "
    "спасатели документы заявление представители обстоятельства ответственность администрация неисправность "
    "свидетельство страхование международный погода команда газета парламент"
)
RUSSIAN_SMALL = _listed("в на после перед без под и но что как для о при из у")
RUSSIAN_COMPOUNDS = _listed("юго-западный пресс-служба северо-восток какой-нибудь медико-спасательный")
ARABIC = _listed(
    "العبارة القبطان الميناء الوزارة التحقيق الركاب المحرك التحذير الشركة الجزيرة الساحل رجال الإنقاذ الوثائق البيان "
    "المسؤولية الظروف الطقس الصحيفة البرلمان غادرت وصلت أعلنت أكدت نفت"
)
ARABIC_SMALL = _listed("في على بعد قبل دون من إلى عن مع ثم لأن التي")
HEBREW = _listed(
    "המעבורת הקברניט הנמל המשרד החקירה הנוסעים המנוע האזהרה החברה האי החוף המצילים המסמכים ההודעה הנסיבות העיתון "
    "הכנסת אמרה מצאה הכחישה פרסמה אישרה"
)
HEBREW_SMALL = _listed("של על אחרי לפני בלי תחת ליד נגד את עם כי")


def paragraphs(seed: int, count: int, language: str = "en") -> list[str]:
    """Invented paragraphs of one to four sentences."""
    chance = random.Random(seed)
    return [" ".join(_sentence(chance, language) for _ in range(chance.randint(1, 4))) for _ in range(count)]


def _sentence(chance: random.Random, language: str) -> str:
    words = [_word(chance, language, place) for place in range(chance.randint(7, 22))]
    text = " ".join(words)
    ending = chance.choice("....?")
    if language in ("ar", "he"):
        comma = "،" if language == "ar" else ","
        place = chance.randint(2, len(words) - 2)
        middle = f"({chance.randint(1990, 2030)})" if chance.random() < 0.5 else f"{chance.randint(2, 900)}"
        question = "؟" if language == "ar" else "?"
        tail = question if ending == "?" else "."
        return (
            f"{' '.join(words[:place])}{comma} {words[place]} {middle} {' '.join(words[place + 1 :])}{tail}"
        )
    text = text[0].upper() + text[1:]
    if chance.random() < 0.2:
        return f"“{text},” {'сказал капитан' if language == 'ru' else 'the captain said'}."
    return text + ending


def _word(chance: random.Random, language: str, place: int) -> str:
    if language == "ru":
        small, large, compounds = RUSSIAN_SMALL, RUSSIAN, RUSSIAN_COMPOUNDS
    elif language == "ar":
        small, large, compounds = ARABIC_SMALL, ARABIC, ARABIC
    elif language == "he":
        small, large, compounds = HEBREW_SMALL, HEBREW, HEBREW
    else:
        small, large, compounds = SMALL, ENGLISH + VERBS, COMPOUNDS
    dice = chance.random()
    if language == "en" and dice < 0.04 and place:
        return f"{chance.randint(2, 900)}"
    if dice < 0.12 and place:
        return chance.choice(compounds)
    return chance.choice(small if place % 2 else large)


def page(
    texts: Sequence[str],
    *,
    style: str = "",
    title: str = "",
    language: str = "en",
    direction: str = "ltr",
    before: str = "",
    softened: bool = False,
    headings: Sequence[int] = (),
) -> str:
    """An article as a web page; ``headings`` are the indices of the texts set as such."""
    parts = []
    for index, text in enumerate(texts):
        tag = "h2" if index in headings else "p"
        shown = html.escape(text)
        parts.append(f"<{tag}>{soften(shown) if softened else shown}</{tag}>")
    heading = f"<h1>{html.escape(title)}</h1>" if title else ""
    return (
        f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{html.escape(title or 'Print')}</title><style>{style}</style></head>"
        f"<body>{before}{heading}<div class='text'>{''.join(parts)}</div></body></html>"
    )


def soften(text: str) -> str:
    """Soft hyphens inside long words, as a hyphenating page has them."""
    return " ".join(
        "\xad".join(word[at : at + 4] for at in range(0, len(word), 4))
        if word.isalpha() and len(word) > 8
        else word
        for word in text.split(" ")
    )


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


@functools.cache
def chromium_print(markup: str, *, with_edges: bool = False) -> bytes:
    """What Chromium prints of a page; ``with_edges`` adds its own head and foot. Skips where it is missing."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here: the package chromium has it")
    with tempfile.TemporaryDirectory(prefix="verifier-print-") as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(markup, "utf-8")
        edges = [] if with_edges else ["--no-pdf-header-footer"]
        profile = f"--user-data-dir={folder}/profile"
        _run([program, *CHROMIUM, profile, *edges, f"--print-to-pdf={target}", source.as_uri()])
        return target.read_bytes()


@functools.cache
def office_print(text: str, suffix: str) -> bytes:
    """What LibreOffice prints of a document given as text (a flat ODT or HTML). Skips where it is missing."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice here: the package libreoffice-writer has it")
    with tempfile.TemporaryDirectory(prefix="verifier-print-") as folder:
        source = Path(folder, f"page{suffix}")
        source.write_text(text, "utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        export = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", folder]
        reading = ["--infilter=HTML (StarWriter)"] if suffix == ".html" else []
        _run([program, profile, "--headless", "--norestore", *reading, *export, str(source)])
        return Path(folder, "page.pdf").read_bytes()


def flat_odt(
    texts: Sequence[str],
    *,
    title: str = "",
    columns: int = 1,
    indent: str = "0cm",
    gap: str = "0cm",
    align: str = "justify",
    size: str = "10pt",
    font: str = "Liberation Serif",
    head: str = "",
    numbered: bool = False,
    mode: str = "lr-tb",
) -> str:
    """A text document as one XML file: columns, indents, a running head, page numbers."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "text")
    )
    names += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    names += ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    number = "<text:p>Page <text:page-number>1</text:page-number></text:p>" if numbered else ""
    master = (f"<style:header><text:p>{html.escape(head)}</text:p></style:header>" if head else "") + (
        f"<style:footer>{number}</style:footer>" if numbered else ""
    )
    complex_font = f'style:font-name-complex="{font}" style:font-size-complex="{size}"'
    body = "".join(f'<text:p text:style-name="B">{html.escape(text)}</text:p>' for text in texts)
    heading = f'<text:p text:style-name="T">{html.escape(title)}</text:p>' if title else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:font-face-decls><style:font-face style:name="{font}" svg:font-family="\'{font}\'"/>'
        "</office:font-face-decls><office:styles/>"
        "<office:automatic-styles>"
        f'<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" '
        f'fo:text-indent="{indent}" fo:margin-bottom="{gap}" fo:margin-top="0cm" style:writing-mode="{mode}" '
        f'fo:orphans="2" fo:widows="2"/><style:text-properties fo:font-size="{size}" style:font-name="{font}" '
        f"{complex_font}/></style:style>"
        '<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.5cm"/>'
        '<style:text-properties fo:font-size="22pt" fo:font-weight="bold"/></style:style>'
        '<style:style style:name="S" style:family="section"><style:section-properties text:dont-balance-text-columns='
        f'"false"><style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/></style:section-properties>'
        '</style:style><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" '
        'fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" '
        'fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties '
        'fo:min-height="0.6cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="P">{master}</style:master-page>'
        f"</office:master-styles><office:body><office:text>{heading}"
        f'<text:section text:style-name="S" text:name="columns">{body}</text:section>'
        "</office:text></office:body></office:document>"
    )
