"""Places as the store gives them."""

from herreader.model.text import Place
from herreader.store.database import restored


def place_of(block: int | str, offset: int | str, quote: bytes) -> Place:
    """Make a place of its columns.

    Raises:
        ValueError: If they make no sense; so for TypeError.
    """
    return Place(int(block), int(offset), restored(quote))
