"""What can go wrong, in words for a reader: a title, what happened, and a cure."""


class HerreaderError(Exception):
    """An expected failure.

    Attributes:
        title: What could not be done, in a few words.
        message: Why, and what the reader can do about it, in one or two sentences.
    """

    def __init__(self, title: str, message: str) -> None:
        super().__init__(f"{title}: {message}")
        self.title = title
        self.message = message


class RoomError(HerreaderError):
    """A room folder from which nothing can be read."""


class TextError(HerreaderError):
    """A text that cannot be read."""


class StoreError(HerreaderError):
    """The store could not be opened, or a change could not be kept."""


class BarredError(StoreError):
    """The store can't be written, whoever tries; maybe it can be read."""


class FullError(BarredError):
    """The disk has no room for what is to be written."""


class HeldError(StoreError):
    """Another program holds the store just now."""


class OvertakenError(StoreError):
    """A change that can't be made any more: what it would change is no longer as it was."""


class UnknownReferenceError(HerreaderError):
    """A review, scene or address that the room does not have."""


class ImportRefusedError(HerreaderError):
    """A file, or a folder, from which no review can be made."""
