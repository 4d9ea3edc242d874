"""The values every other package speaks in: articles, marks, links, steps. No files, no words, no Qt."""
