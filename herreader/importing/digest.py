# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""What tells two texts apart: their words."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from unicodedata import is_normalized, normalize

_SAME = {
    **dict.fromkeys("‘’‚‛′´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_TYPESET = re.compile(f"[{''.join(_SAME)}]")


def digest(words: Iterable[str]) -> str:
    """Condense words to 32 characters that white space, quotes and dashes do not change."""
    text = " ".join(words)
    if not text.isascii():
        if not is_normalized("NFKC", text):
            text = normalize("NFKC", text)
        text = _TYPESET.sub(lambda found: _SAME[found[0]], text)
    return blake2b(" ".join(text.split()).encode(), digest_size=16).hexdigest()
