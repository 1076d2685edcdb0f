"""A room's folder to a room, and what is wrong with it."""

from herreader.rooms.checking import check_room
from herreader.rooms.loading import LoadedRoom, fingerprint, load_room, review_files
from herreader.rooms.problems import Problem, nearest
from herreader.rooms.reviews import ReviewText, read_review

__all__ = [
    "LoadedRoom",
    "Problem",
    "ReviewText",
    "check_room",
    "fingerprint",
    "load_room",
    "nearest",
    "read_review",
    "review_files",
]
