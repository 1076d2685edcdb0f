"""The known word that a mistyped one most likely stands for."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str], otherwise: str, written: str = "{}") -> str:
    """Ask whether the known word that is most like a mistyped one is meant.

    Args:
        word: The mistyped word.
        known: The words that there are.
        otherwise: What to say if none of them is like it.
        written: How the known word stands in the question, such as "`{}`".
    """
    near = nearest(word, known)
    return f"Did you mean {written.format(near)}?" if near else otherwise


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that is most like a mistyped one; None if none is like it."""
    from difflib import get_close_matches  # needed only where something is wrong

    return next(iter(get_close_matches(word, list(known), n=1)), None)
