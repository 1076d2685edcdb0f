import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from herreader.tui.theme import (
    DARK,
    LIGHT,
    READABLE,
    Palette,
    contrast,
    make_ink,
    make_plain_ink,
    readable,
)

PALE = Palette("#e0e0e0", "#1f1f1f", "#ffa62b", "#ffa62b", "#c8c8c8", dark=False)


def _colours(style: Style) -> tuple[str, str]:
    assert style.color is not None
    assert style.bgcolor is not None
    front, back = style.color.triplet, style.bgcolor.triplet
    assert front is not None
    assert back is not None
    return front.hex, back.hex


@pytest.mark.parametrize("palette", [DARK, LIGHT, PALE])
@pytest.mark.parametrize(
    "name", ["text", "muted", "heading", "caption", "accent", "pane", "pane_muted", "pane_accent"]
)
def test_words_can_be_read_in_every_theme(palette: Palette, name: str) -> None:
    front, back = _colours(getattr(make_ink(palette), name))
    assert contrast(front, back) >= READABLE - 0.5


def test_a_colour_that_can_be_read_is_left_as_it_is() -> None:
    assert readable(DARK.coral, DARK) == DARK.coral


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_cursor_s_sentence_is_seen_where_there_are_256_colours() -> None:
    ink = make_ink(DARK, few=True)

    def shown(style: Style) -> tuple[Color | None, bool | None]:
        colour = style.bgcolor
        few = colour.downgrade(ColorSystem.EIGHT_BIT) if colour is not None else None
        return few, style.underline

    assert shown(ink.over_followed) != shown(ink.over_followed_sentence)
    assert shown(ink.text) != shown(ink.over_sentence)


def test_without_colours_attributes_tell_the_marks_apart() -> None:
    ink = make_plain_ink()
    marks = ("over_sentence", "over_followed", "over_followed_sentence", "over_match_here")
    told = [
        (style.bold, style.underline, style.reverse) for style in (getattr(ink, m) for m in marks)
    ]
    assert len(set(told)) == len(marks)
