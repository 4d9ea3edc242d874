"""Other ways to look at the same case: its own words, open items, sentences, links, history."""
