"""Captions and transcripts with times (SubRip, WebVTT)."""

from verifier.readers.captions.form import FORM, read_captions

__all__ = ["FORM", "read_captions"]
