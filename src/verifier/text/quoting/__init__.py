"""What quotations are made of: marks, speakers, and the words that introduce them."""
