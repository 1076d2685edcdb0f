"""The film's palette, and the ink that everything on the screen is drawn with.

A theme gives five colours; every shade is blended from them, so that each of Textual's own themes
serves as well. Where colours can't carry a difference (no colour at all, or sixteen of them),
attributes do.
"""

from typing import NamedTuple

from rich.style import Style


class Palette(NamedTuple):
    """The colours of a theme, each `#rrggbb`.

    Attributes:
        ground: Behind the prose.
        text: The prose.
        red: The strongest accent: bookmarks, the followed scene.
        coral: The softer accent: links, headings.
        muted: What is read second.
        dark: Whether the ground is dark.
    """

    ground: str
    text: str
    red: str
    coral: str
    muted: str
    dark: bool


DARK = Palette("#1d1513", "#f1e4d6", "#e5533d", "#f08a6c", "#ab9587", dark=True)
LIGHT = Palette("#fbf4ea", "#2c1e19", "#bf3a2b", "#9c3b24", "#68544a", dark=False)
READABLE = 4.5
"""The least contrast of words with their ground."""

DARK_NAME = "her-dark"
LIGHT_NAME = "her-light"


class Ink(NamedTuple):
    """The style of each thing on the screen; `over_…` is laid over what is there."""

    text: Style
    muted: Style
    faint: Style
    heading: Style
    caption: Style
    accent: Style
    strong: Style
    star: Style
    bar: Style
    bar_followed: Style
    linked: Style
    over_sentence: Style
    over_followed: Style
    over_followed_sentence: Style
    over_match: Style
    over_match_here: Style
    over_selection: Style
    pane: Style
    pane_muted: Style
    pane_faint: Style
    pane_accent: Style
    pane_strong: Style
    over_row_focused: Style


def blend(one: str, other: str, share: float) -> str:
    """Mix two colours: `share` of the other, from 0 to 1."""
    mixed = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG 2 reckons it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, palette: Palette) -> str:
    """Move a colour towards the text's until it can be read on the ground."""
    for step in range(10):
        shade = blend(colour, palette.text, step / 10)
        if contrast(shade, palette.ground) >= READABLE:
            return shade
    return palette.text


def _mended(palette: Palette) -> Palette:
    """Make a palette of which every colour can be read on its ground."""
    red, coral, muted = (
        readable(colour, palette) for colour in (palette.red, palette.coral, palette.muted)
    )
    return palette._replace(red=red, coral=coral, muted=muted)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def pane_shade(palette: Palette) -> str:
    """Give the ground of what stands beside the prose, or over it."""
    return blend(palette.ground, palette.text, 0.035)


def make_ink(given: Palette, *, few: bool = False) -> Ink:
    """Blend the ink of a palette.

    Args:
        given: The colours of the theme; any that can't be read on its ground is mended.
        few: Whether the terminal has 256 colours, in which faint shades become one: the cursor's
            sentence is underlined there.
    """
    palette = _mended(given)
    ground, text = palette.ground, palette.text
    line = Style(underline=True) if few else Style()
    pane = pane_shade(palette)
    on_ground = Style(bgcolor=ground)
    on_pane = Style(bgcolor=pane)
    return Ink(
        text=on_ground + Style(color=text),
        muted=on_ground + Style(color=palette.muted),
        faint=on_ground + Style(color=blend(ground, palette.muted, 0.65)),
        heading=on_ground + Style(color=palette.coral, bold=True),
        caption=on_ground + Style(color=palette.muted, italic=True),
        accent=on_ground + Style(color=palette.coral),
        strong=on_ground + Style(color=text, bold=True),
        star=on_ground + Style(color=palette.red, bold=True),
        bar=on_ground + Style(color=blend(ground, palette.coral, 0.6 if palette.dark else 0.7)),
        bar_followed=on_ground + Style(color=palette.red),
        linked=Style(color=blend(text, palette.coral, 0.30)),
        over_sentence=line + Style(bgcolor=blend(ground, text, 0.085)),
        over_followed=Style(bgcolor=blend(ground, palette.red, 0.09)),
        over_followed_sentence=line + Style(bgcolor=blend(ground, palette.red, 0.20)),
        over_match=Style(color=text, bgcolor=blend(ground, palette.coral, 0.38)),
        over_match_here=Style(color=ground, bgcolor=palette.coral, bold=True),
        over_selection=Style(bgcolor=blend(ground, palette.coral, 0.30)),
        pane=on_pane + Style(color=blend(text, palette.muted, 0.25)),
        pane_muted=on_pane + Style(color=palette.muted),
        pane_faint=on_pane + Style(color=blend(pane, palette.muted, 0.65)),
        pane_accent=on_pane + Style(color=palette.coral),
        pane_strong=on_pane + Style(color=text, bold=True),
        over_row_focused=Style(bgcolor=blend(ground, palette.red, 0.17)),
    )


def make_plain_ink() -> Ink:
    """Make the ink for terminals with sixteen colours or none: attributes carry the meaning."""
    none = Style()
    bold, dim, reverse = Style(bold=True), Style(dim=True), Style(reverse=True)
    red = Style(color="red", bold=True)
    return Ink(
        text=none,
        muted=dim,
        faint=dim,
        heading=Style(color="red", bold=True),
        caption=Style(italic=True),
        accent=Style(color="red"),
        strong=bold,
        star=red,
        bar=Style(color="red"),
        bar_followed=red,
        linked=none,
        over_sentence=bold,
        over_followed=Style(underline=True),
        over_followed_sentence=Style(underline=True, bold=True),
        over_match=Style(underline=True, bold=True),
        over_match_here=reverse,
        over_selection=reverse,
        pane=none,
        pane_muted=dim,
        pane_faint=dim,
        pane_accent=Style(color="red"),
        pane_strong=bold,
        over_row_focused=Style(color="default", reverse=True),
    )
