"""A reading room in the terminal: many reviews of one work, cross-referenced by its scenes."""

__version__ = "0.1.0"
