"""Electronic books (EPUB 2 and 3): a chapter of one is read as an article."""

from verifier.readers.epub.form import FORM, read_epub

__all__ = ["FORM", "read_epub"]
