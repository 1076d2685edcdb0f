"""Words that are divided where a line ends, as type is set."""

import re

_DIVIDED = re.compile(r"\b(\w{2,})-\n([a-z]{2,})(\S*)( ?)")
_HYPHENED = re.compile(r"\b\w+-\w+")
_FEWEST = 3
_LEAST = 0.05  # of the lines: compounds, which have a hyphen of their own, end far fewer


def divides_words(text: str) -> bool:
    """Whether a text divides words where its lines end, rather than at their own hyphens only."""
    if "-\n" not in text:
        return False
    divided = len(_DIVIDED.findall(text))
    return divided >= _FEWEST and divided >= _LEAST * (text.count("\n") + 1)


def join_words(text: str) -> str:
    """Join the words that are divided where a line ends, and end the line behind them.

    A word that stands elsewhere in the text with a hyphen keeps it.
    """
    whole = set(_HYPHENED.findall(text))

    def joined(found: re.Match[str]) -> str:
        hyphen = "-" if f"{found[1]}-{found[2]}" in whole else ""
        return f"{found[1]}{hyphen}{found[2]}{found[3]}" + ("\n" if found[4] else "")

    return _DIVIDED.sub(joined, text)
