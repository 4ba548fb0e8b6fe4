"""How good and how fast newsclean is on pages with gold bodies. Not part of the package; see ``python -m benchmarks --help``."""
