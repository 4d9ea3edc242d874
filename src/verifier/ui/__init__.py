"""The window: what a person sees of a case and does with it. The only package that imports Qt."""

from verifier.ui.guarding import guard_all_to_come

guard_all_to_come()
