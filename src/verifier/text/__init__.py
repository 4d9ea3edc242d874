"""Algorithms on strings: paragraphs out of lines, sentences out of paragraphs. Deterministic; no files."""
