"""What a reader can do: open, go, back, bookmark, follow a scene."""

from herreader.reading.opening import open_file, open_reading
from herreader.reading.reading import Reading, Target

__all__ = ["Reading", "Target", "open_file", "open_reading"]
