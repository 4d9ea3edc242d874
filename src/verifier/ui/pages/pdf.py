"""The PDF: every page painted, with live links, the list of headings, and the machine-readable data attached."""

from __future__ import annotations

import os
import sys
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from verifier.reports.characters import visible
from verifier.reports.parts import Outline
from verifier.ui.pages.bookmarks import with_bookmarks
from verifier.ui.pages.paper import RESOLUTION, Sheet
from verifier.ui.pages.sheets import Sheets
from verifier.ui.pages.stamps import PLACEHOLDER, with_stamps

_IDS: Final = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_PLATFORM: Final = "QT_QPA_PLATFORM"
_DATA_NAME, _DATA_TYPE = "annotations.jsonld", "application/ld+json"


def render(outline: Outline, paper: str) -> bytes:
    """The PDF of an outline on a paper."""
    return render_sized(outline, paper)[0]


def render_sized(outline: Outline, paper: str) -> tuple[bytes, tuple[tuple[float, float], ...]]:
    """The PDF of an outline on a paper, and width and height of each page in points."""
    ensure_application()
    sheets = Sheets(outline, paper)
    data = with_bookmarks(_written(outline, sheets), sheets.chapters, outline.language)
    each = (sheets.sheet(number) for number in range(len(sheets)))
    return data, tuple((sheet.width, sheet.height) for sheet in each)


def ensure_application() -> QGuiApplication:
    """The application object Qt needs for fonts; one made here needs no screen.

    A screen that is named and not there would end the process. On Windows there always is one, and Qt knows no fonts
    without it.
    """
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    named = os.environ.get(_PLATFORM)
    if sys.platform != "win32":
        os.environ[_PLATFORM] = "offscreen"
    try:
        return _kept(QGuiApplication(["verifier"]))
    finally:
        if named is None:
            os.environ.pop(_PLATFORM, None)
        else:
            os.environ[_PLATFORM] = named


_KEEP: list[QGuiApplication] = []


def _kept(app: QGuiApplication) -> QGuiApplication:
    """Keep an application object until the process ends: fonts outlive the call that asked for them."""
    _KEEP.append(app)
    return app


def page_layout(sheet: Sheet) -> QPageLayout:
    """A sheet as Qt names it, without margins: ours are in the pages."""
    turned = QPageLayout.Orientation.Landscape if sheet.turned else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(_IDS[sheet.paper]), turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _written(outline: Outline, sheets: Sheets) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(visible(outline.properties.title))
    writer.setAuthor(visible(outline.properties.author))
    writer.setCreator(visible(outline.properties.program))
    writer.setDocumentId(QUuid(PLACEHOLDER))
    if outline.data is not None:
        writer.addFileAttachment(_DATA_NAME, QByteArray(outline.data.json.encode()), _DATA_TYPE)
    writer.setPageLayout(page_layout(sheets.sheet(0)))
    painter = QPainter(writer)
    for number in range(len(sheets)):
        if number:
            writer.setPageLayout(page_layout(sheets.sheet(number)))
            writer.newPage()
        sheets.paint(painter, number)
    painter.end()
    return with_stamps(bytes(buffer.data().data()), outline.properties.time)
