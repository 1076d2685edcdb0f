"""What a reader can do: open, go, back, bookmark, follow a scene."""

from herreader.reading.opening import open_file, open_reading
from herreader.reading.reading import Reading
from herreader.reading.references import Target

__all__ = ["Reading", "Target", "open_file", "open_reading"]
