"""What is told of the reading above the page."""

from math import ceil

from herreader.model.room import WORDS_A_MINUTE
from herreader.model.text import Text
from herreader.reading import Reading
from herreader.text.counting import counted
from herreader.text.motions import section_of
from herreader.tui.widgets.page import Page

LONG_READ = 180
"""Minutes from which on hours are told."""


def status_of(reading: Reading, review: str, text: Text, page: Page) -> tuple[str, ...]:
    """Give the title, the section, how much of the text is behind, and the minutes left."""
    heading = section_of(text, page.cursor)
    share = page.share
    minutes = ceil(reading.review(review).words * (1 - share) / WORDS_A_MINUTE)
    left = time_left(minutes) if minutes else "the end"
    section = (heading.plain,) if heading is not None else ()
    return (reading.review(review).title, *section, f"{share:.0%}", left)


def room_line(reading: Reading) -> str:
    """Name the room, as at the top left."""
    room = reading.room
    return f"{room.title} · {counted(len(room.reviews), 'review')}" if room.work else ""


def time_left(minutes: int) -> str:
    """Say how long there is to read."""
    return f"{minutes} min left" if minutes < LONG_READ else f"{round(minutes / 60)} h left"
