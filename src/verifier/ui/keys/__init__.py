"""Keys: which are in force, which may be given to what, and where they are on keyboards of other alphabets."""
