"""How a file or web page is to be read, on the command line."""

from __future__ import annotations

from argparse import ArgumentParser
from gettext import gettext

FORM_CHOICES = (
    "html",
    "pdf",
    "docx",
    "odt",
    "rtf",
    "epub",
    "markdown",
    "eml",
    "mhtml",
    "warc",
    "wacz",
    "captions",
    "plain",
)
"""``verifier.readers.FORM_NAMES``, which are not imported for a help text either."""

WRAP_CHOICES = ("auto", "wrapped", "lines", "blank")
"""``verifier.text.shape.unwrap.WRAP_MODES``, which is not imported for a help text; a test compares them."""


def add_read_arguments(parser: ArgumentParser) -> None:
    """How a file or web page is read."""
    forms = gettext("read it as this form, whatever it looks like: {forms}")
    parser.add_argument("--as", dest="form", metavar="KIND", help=forms.format(forms=", ".join(FORM_CHOICES)))
    parser.add_argument("--encoding", metavar="E", help="read it in this text encoding")
    parser.add_argument("--wrap", default="auto", choices=WRAP_CHOICES, help="how line breaks are read")
    parser.add_argument(
        "--part", metavar="ID", help="read this page, chapter, alternative or attachment (ids: read --json)"
    )
