"""Markdown: plain text whose marks say what is a heading, a list, a quotation, a link."""

from verifier.readers.markdown.form import FORM, read_markdown

__all__ = ["FORM", "read_markdown"]
