"""Reading a file that holds one text, or none that can be read."""

from pathlib import Path
from typing import Any

import pytest

from herreader.errors import ImportRefusedError
from herreader.importing import Imported, Source, read_imports


def read_import(source: Source, **wishes: Any) -> Imported:
    """Give the one text of a file."""
    (one,) = read_imports(source, **wishes)
    return one


def why_refused(data: bytes, name: str = "it.bin") -> str:
    """Give the reason why some bytes cannot be read."""
    with pytest.raises(ImportRefusedError) as refusal:
        read_import(Source(name, data=data))
    assert refusal.value.title == f"Cannot import {name}"
    assert "\n" not in refusal.value.message
    return refusal.value.message


def why_not_opened(path: Path) -> str:
    """Give the reason why a file cannot be read."""
    with pytest.raises(ImportRefusedError) as refusal:
        read_import(Source(str(path), path))
    return refusal.value.message
