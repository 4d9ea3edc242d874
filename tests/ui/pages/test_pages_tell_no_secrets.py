"""What stays in the house is in no byte of a PDF: neither in its words nor in its bookmarks, properties and data."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from tests.reports.secrets import case_with

from verifier.reports import ReportOptions, build_outline
from verifier.reports.options import TEMPLATES
from verifier.ui.pages import pdf_bytes

MARKER = "MARKERWORD"


def pdf(template: str, *, internal: bool) -> bytes:
    options = ReportOptions(template=template, internal_copy=internal, embed=True, time="2031-06-01T10:00")
    return pdf_bytes(build_outline(case_with(MARKER), options), "a4")


def everything_in(data: bytes) -> str:
    """The words of all pages, and all there is besides, unpacked and read in the ways a PDF writes words."""
    streams = [data]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with suppress(zlib.error):
            streams.append(zlib.decompressobj().decompress(packed))
    read = [one.decode(coding, "replace") for one in streams for coding in ("latin-1", "utf-16-be")]
    read += [one[1:].decode("utf-16-be", "replace") for one in streams]
    for page in pypdfium2.PdfDocument(data):
        read.append(re.sub(r"\s+", "", page.get_textpage().get_text_range()))
    return "\n".join(read)


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_stays_in_the_house_is_in_no_byte(qapp: QApplication, template: str) -> None:
    assert MARKER.casefold() not in everything_in(pdf(template, internal=False)).casefold()


def test_and_is_found_there_in_an_internal_copy(qapp: QApplication) -> None:
    assert everything_in(pdf("dossier", internal=True)).count(MARKER) > 10
