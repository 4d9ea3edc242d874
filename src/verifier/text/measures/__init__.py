"""What figures and dates are made of: numerals, amounts, clock and calendar, and the words for them."""
