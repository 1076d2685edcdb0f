"""Reading a file that holds one text."""

from typing import Any

from herreader.importing import Imported, Source, read_imports


def read_import(source: Source, **wishes: Any) -> Imported:
    """Give the one text of a file."""
    (one,) = read_imports(source, **wishes)
    return one
