"""Sources on their way into a case: read in the child, shown with their doubts, added or changed."""
