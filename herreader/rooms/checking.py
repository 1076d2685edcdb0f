"""Everything that is wrong, doubtful or thin in a room, for its author."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from herreader.errors import RoomError
from herreader.model.room import Room
from herreader.rooms.learned import read_wording
from herreader.rooms.loading import load_room
from herreader.rooms.names import ROOM_FILE, SCENES_FILE, review_label
from herreader.rooms.problems import Problem
from herreader.rooms.reviews import ReviewText, read_review
from herreader.text.marked_words import WrittenSpan
from herreader.text.sentences import sentences

_FINDABLE = 'Write what critics call it: phrases = ["...", "..."].'

LONGEST = 4
"""Sentences in the longest passage that can still be read out of its review."""


def check_room(folder: Path) -> tuple[Problem, ...]:
    """Read a whole room and report what is wrong, file by file, and then what is thin.

    Raises:
        RoomError: The folder or its `room.toml` cannot be read at all.
    """
    loaded = load_room(folder)
    problems = list(loaded.problems)
    wording, wrong = read_wording(folder, [scene.slug for scene in loaded.room.scenes])
    problems += wrong
    texts: list[ReviewText] = []
    for path in loaded.files:
        try:
            text = read_review(path, loaded.room.scenes)
        except RoomError as error:
            file = review_label(path)
            problems.append(Problem("error", file, "", "It cannot be read.", error.message))
        else:
            texts.append(text)
            problems += sorted((*text.problems, *_check_spans(text)), key=_line)
    learned = frozenset(wording.scenes) if wording else frozenset[str]()
    problems += [*_hidden(loaded.room, learned), *_thin(loaded.room, texts)]
    return tuple(problems)


def _line(problem: Problem) -> int:
    number = problem.where.removeprefix("line ")
    return int(number) if number.isdecimal() else 0


def _check_spans(text: ReviewText) -> Iterator[Problem]:
    file = review_label(text.review.path)
    outer: WrittenSpan | None = None
    for span in text.spans:
        where = f"line {span.line}"
        if span.start == span.end:
            cure = "Put the words of the passage between the brackets."
            yield Problem("error", file, where, "The span is empty.", cure)
            continue
        quote = text.blocks[span.block - 1].plain[span.start : span.end]
        count = len(sentences(quote))
        if count > LONGEST:
            message = f"The span is {count} sentences long."
            cure = f"Link at most {LONGEST}, or divide it into two spans."
            yield Problem("error", file, where, message, cure)
        if outer and outer.block == span.block and span.start < outer.end:
            message = f"The span lies inside the one that begins on line {outer.line}."
            cure = 'Name both scenes in one span: {scene="one two"}.'
            yield Problem("error", file, where, message, cure)
        else:
            outer = span


def _hidden(room: Room, learned: Container[str]) -> Iterator[Problem]:
    """Note the scenes of which no passage in an imported review can be found for sure."""
    for number, scene in enumerate(room.scenes, start=1):
        if not (scene.phrases or scene.cues or scene.numbers or scene.slug in learned):
            where = f"scene {number} ({scene.slug})"
            message = "In imported reviews it can't be found for sure."
            yield Problem("note", SCENES_FILE, where, message, _FINDABLE)


def _thin(room: Room, texts: Sequence[ReviewText]) -> Iterator[Problem]:
    if not texts:
        cure = "Put a Markdown file into its folder `reviews`."
        yield Problem("note", ROOM_FILE, "", "The room has no reviews yet.", cure)
    spoken_of = Counter(link.scene for text in texts for link in text.links)
    for number, scene in enumerate(room.scenes, start=1):
        if not spoken_of[scene.slug]:
            where = f"scene {number} ({scene.slug})"
            cure = f"Link a passage to it: [words]{{scene={scene.slug}}}."
            yield Problem("note", SCENES_FILE, where, "No review speaks of this scene.", cure)
    for text in texts:
        file = review_label(text.review.path)
        if not text.blocks:
            yield Problem("note", file, "", "The review has no text.", "Write one.")
        elif room.scenes and not text.links:
            cure = "Tie its passages to scenes: [words]{scene=...}."
            yield Problem("note", file, "", "The review is linked to no scene.", cure)
