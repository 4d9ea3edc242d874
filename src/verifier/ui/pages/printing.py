"""Printing: the pages of a report on a printer, each as it is in the PDF."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from verifier.ui.pages.paper import RESOLUTION
from verifier.ui.pages.pdf import page_layout
from verifier.ui.pages.sheets import Sheets


def new_printer(name: str, paper: str) -> QPrinter:
    """A printer for a report of this name, set to its paper."""
    from verifier.ui.pages.paper import Sheet

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(Sheet(paper)))
    return printer


def print_on(printer: QPrinter, sheets: Sheets) -> int:
    """Print the pages that were asked for, and give their number; 0 where the printer would not begin."""
    wanted = _wanted(printer, len(sheets))
    if not wanted:
        return 0
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(sheets.sheet(wanted[0])))
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    for place, number in enumerate(wanted):
        if place:
            printer.setPageLayout(page_layout(sheets.sheet(number)))
            printer.newPage()
        painter.save()
        painter.scale(printer.logicalDpiX() / RESOLUTION, printer.logicalDpiY() / RESOLUTION)
        sheets.paint(painter, number)
        painter.restore()
    painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages (counted from 0) from the first to the last that was asked for; all where none was named."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        first, last = 1, count
    return list(range(max(first, 1) - 1, min(last, count)))
