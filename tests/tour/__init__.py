"""A tour of the window: `python -m tests.tour OUT` writes a picture of every state a person may meet, and an index."""
