"""What differs between passages. Deterministic; no files, and nothing here sets a label."""
