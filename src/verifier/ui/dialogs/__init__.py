"""Dialogs. Every one is shown with ``open()``: the text behind stays as it is, and a test fills them like a person."""
