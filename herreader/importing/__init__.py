"""Files, saved pages and e-books to cleaned reviews with their facts."""

from herreader.importing.gathering import STANDARD_INPUT, Search, left_out
from herreader.importing.reading import read_imports
from herreader.importing.values import (
    LARGEST,
    AsideKind,
    Circumstances,
    Gathered,
    Imported,
    Origins,
    Overrides,
    Source,
)

__all__ = [
    "LARGEST",
    "STANDARD_INPUT",
    "AsideKind",
    "Circumstances",
    "Gathered",
    "Imported",
    "Origins",
    "Overrides",
    "Search",
    "Source",
    "left_out",
    "read_imports",
]
