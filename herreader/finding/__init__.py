"""Passages that speak of a scene: where they are, how sure that is, and why."""

from herreader.finding.finder import Finder, Found

__all__ = ["Finder", "Found"]
