"""The open case as the user sees it, and everything that may be done to it."""
