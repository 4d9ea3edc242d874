"""How fast the program is beside its peers, measured side by side: ``python -m benchmarks.run``."""
