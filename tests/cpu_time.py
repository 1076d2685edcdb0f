"""Limits of time that hold on a busy machine too."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if what is done meanwhile takes more than so many seconds of a processor.

    What other programs take is not counted: a test says how its time grows, not how busy the
    machine is.
    """
    begun = process_time()
    yield
    took = process_time() - begun
    assert took < seconds, f"it took {took:.1f} seconds of a processor"
