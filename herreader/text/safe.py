"""What is safe to show: text never reaches the terminal as a control sequence."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f"  # C0 controls except tab and newline
    "\x7f-\x9f"  # delete and the C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks, embeddings, overrides, isolates
    "\u2028\u2029"  # line and paragraph separators
    "\ud800-\udfff"  # lone surrogates, which cannot be encoded
    "]"
)
_BREAK = re.compile("[\t\n]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_GAP = re.compile("[\\s\x00-\x1f\x7f-\x9f]+")
_SHAPELESS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters, and a sign, that leave their place blank."""


def clean(text: str) -> str:
    """Replace what could steer a terminal, one character for one, so that offsets hold."""
    return _UNSAFE.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """Clean a text that is shown in one line: tabs and newlines become spaces."""
    return _BREAK.sub(" ", clean(text))


def pasted_line(text: str) -> str:
    """Clean what is pasted into one line: what is no word at its ends goes.

    Within it the end of a line, or a control, is a blank with those around it; blanks alone stay.
    """
    return clean(_GAP.sub(_blank, text).strip())


def _blank(gap: re.Match[str]) -> str:
    return " " if _CONTROL.search(gap[0]) else gap[0]


def is_seen(text: str) -> bool:
    """Whether a text shows anything: a letter, a figure, a sign."""
    from unicodedata import category  # the first screen does without

    return any(category(c)[0] in "LNPS" and c not in _SHAPELESS for c in text)
