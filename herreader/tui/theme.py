"""The film's palette, and the ink that everything on the screen is drawn with.

A theme gives five colours; every shade is blended from them, so that each of Textual's own themes
serves as well. Where colours can't carry a difference (no colour at all, or sixteen of them),
attributes do.
"""

from dataclasses import dataclass

from rich.style import Style


@dataclass(frozen=True, slots=True)
class Palette:
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


DARK = Palette("#1d1513", "#f1e4d6", "#e5533d", "#f08a6c", "#9c8679", dark=True)
LIGHT = Palette("#fbf4ea", "#2c1e19", "#bf3a2b", "#b5492f", "#806a5e", dark=False)
DARK_NAME = "her-dark"
LIGHT_NAME = "her-light"


@dataclass(frozen=True, slots=True)
class Ink:
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
    over_row: Style
    over_row_focused: Style


def blend(one: str, other: str, share: float) -> str:
    """Mix two colours: `share` of the other, from 0 to 1."""
    mixed = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def make_ink(palette: Palette) -> Ink:
    """Blend the ink of a palette for terminals with 256 colours or more."""
    ground, text = palette.ground, palette.text
    pane = blend(ground, text, 0.035)
    on_ground = Style(bgcolor=ground)
    on_pane = Style(bgcolor=pane)
    return Ink(
        text=on_ground + Style(color=text),
        muted=on_ground + Style(color=palette.muted),
        faint=on_ground + Style(color=blend(ground, palette.muted, 0.45)),
        heading=on_ground + Style(color=palette.coral, bold=True),
        caption=on_ground + Style(color=palette.muted, italic=True),
        accent=on_ground + Style(color=palette.coral),
        strong=on_ground + Style(color=text, bold=True),
        star=on_ground + Style(color=palette.red, bold=True),
        bar=on_ground + Style(color=blend(ground, palette.coral, 0.45)),
        bar_followed=on_ground + Style(color=palette.red),
        linked=Style(color=blend(text, palette.coral, 0.30)),
        over_sentence=Style(bgcolor=blend(ground, text, 0.085)),
        over_followed=Style(bgcolor=blend(ground, palette.red, 0.13)),
        over_followed_sentence=Style(bgcolor=blend(ground, palette.red, 0.25)),
        over_match=Style(color=text, bgcolor=blend(ground, palette.coral, 0.38)),
        over_match_here=Style(color=ground, bgcolor=palette.coral, bold=True),
        over_selection=Style(bgcolor=blend(ground, palette.coral, 0.30)),
        pane=on_pane + Style(color=blend(text, palette.muted, 0.25)),
        pane_muted=on_pane + Style(color=palette.muted),
        pane_faint=on_pane + Style(color=blend(pane, palette.muted, 0.5)),
        pane_accent=on_pane + Style(color=palette.coral),
        pane_strong=on_pane + Style(color=text, bold=True),
        over_row=Style(bgcolor=blend(ground, text, 0.08)),
        over_row_focused=Style(bgcolor=blend(ground, palette.red, 0.24)),
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
        over_row=Style(underline=True),
        over_row_focused=Style(color="default", reverse=True),
    )
