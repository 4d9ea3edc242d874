"""The export dialog: what a report is to be, at the left; what it will be, at the right."""
