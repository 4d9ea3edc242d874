"""The window: what a person sees of a case and does with it. The only package that imports Qt."""
