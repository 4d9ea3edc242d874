"""The shape of a text: joining wrapped lines into paragraphs, whatever way they were set."""
