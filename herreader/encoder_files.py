"""The files of a sentence encoder that the reader may have put beside their texts."""

from importlib.util import find_spec
from os.path import isfile  # unlike Path.is_file it takes what may not be looked at for nothing
from pathlib import Path

MODEL = Path("onnx", "model.onnx")
TOKENIZER = Path("tokenizer.json")
"""Where the two files are in the encoder's folder, as in those that models are published in."""

LIBRARIES_CURE = "Install herreader with its extra `meaning`."
_LIBRARIES = ("numpy", "onnxruntime", "tokenizers")


def encoder_state(folder: Path) -> str:
    """Name the encoder in a folder, by another name if it has changed; empty if it has none.

    So it is, too, without the libraries. Nothing is loaded.
    """
    if missing_files(folder) or missing_libraries():
        return ""
    try:
        states = [(folder / file).stat() for file in (MODEL, TOKENIZER)]
    except OSError:  # it was taken away just now
        return ""
    return "-".join(f"{state.st_size:x}.{state.st_mtime_ns:x}" for state in states)


def missing_files(folder: Path) -> list[str]:
    """List the files of an encoder that are not in a folder."""
    return [str(file) for file in (MODEL, TOKENIZER) if not isfile(folder / file)]  # noqa: PTH113 - see the import


def missing_libraries() -> list[str]:
    """List the libraries that an encoder needs and that are not installed."""
    return [name for name in _LIBRARIES if find_spec(name) is None]
