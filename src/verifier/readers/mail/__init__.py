"""Mails: taken apart, their header and text read, what is attached to them read as sources of their own."""

from verifier.readers.mail.form import FORM, read_mail

__all__ = ["FORM", "read_mail"]
