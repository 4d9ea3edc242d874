"""Reading: the columns with the articles' text, their margins, overview strips and the curves between them."""
