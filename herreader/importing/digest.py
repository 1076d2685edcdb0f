# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""What tells two texts apart: their words."""

from collections.abc import Iterable
from hashlib import blake2b
from unicodedata import normalize

from herreader.importing.decoding import single_blanks

_SAME = {
    **dict.fromkeys("‘’‚‛′ʼ", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}


def digest(words: Iterable[str]) -> str:
    """Condense words to 32 characters that white space, quotes and dashes do not change."""
    text = " ".join(words)
    if not text.isascii():
        text = _typed(text)
    if not text.isascii():  # few texts have more than quotes and dashes, and this takes longer
        text = _typed(normalize("NFKC", text))
    return blake2b(single_blanks(text).encode(), digest_size=16).hexdigest()


def _typed(text: str) -> str:
    """Write quotes, dashes and dots as a typewriter does."""
    for typeset, typed in _SAME.items():
        text = text.replace(typeset, typed)
    return text
