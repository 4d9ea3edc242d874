"""The parts around the reading columns: articles and views, inspector, status line, message bar, first page."""
