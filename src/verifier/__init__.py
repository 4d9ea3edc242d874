"""Verifier: a workbench for checking how sources tell a story."""

__version__ = "0.1.0"
