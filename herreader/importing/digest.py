"""What tells two texts apart: their words."""

from collections.abc import Iterable
from hashlib import blake2b
from unicodedata import is_normalized, normalize

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)


def digest(words: Iterable[str]) -> str:
    """Condense words to 32 characters that white space, quotes and dashes do not change."""
    text = " ".join(words)
    if not text.isascii():
        if not is_normalized("NFKC", text):
            text = normalize("NFKC", text)
        text = text.translate(_SAME)
    return blake2b(" ".join(text.split()).encode(), digest_size=16).hexdigest()
