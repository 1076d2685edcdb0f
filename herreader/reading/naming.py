"""Names: by which words a reader may call a review, a scene, or what else has an id and a title.

There is one rule for all of them, on the screen and on the command line. Meant is what answers to
the words in the first of these ways in which anything does, whatever their case:

1. its id is the words;
2. its title is;
3. its id or its title begins with them;
4. they stand in its id or its title in a row, from the beginning of a word;
5. each of them begins a word there, in any order;
6. they do so with what else is said of it, such as a scene's summary.

A word begins after a blank, a hyphen or another sign; where words are written without blanks, at
each letter. So no letters within words are taken for a name, by which something could be changed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar
from unicodedata import category

from herreader.errors import UnknownReferenceError
from herreader.model.room import Review, Scene
from herreader.nearest import nearest
from herreader.store.texts import unspaced
from herreader.text.safe import clean_line

_SEVERAL = 6
"""Things that are named where one of them must be meant."""
_LONGEST = 60
"""Characters that are said again of what was typed: a paste may have thousands."""

_Thing_co = TypeVar("_Thing_co", covariant=True)


class Named(NamedTuple, Generic[_Thing_co]):
    """Something that a reader may call by its name.

    Attributes:
        id: Its id.
        title: Its title.
        itself: What it is.
        more: What else is said of it.
    """

    id: str
    title: str
    itself: _Thing_co
    more: str = ""


_COMMON_LETTER = "[0-9a-zß-öø-ɏ\u0300-\u036fа-џ]"  # noqa: RUF001 (Cyrillic is meant)
"""A letter, or a mark on one, after which no word begins; other letters are looked at singly."""


def named_reviews(reviews: Sequence[Review]) -> list[Named[Review]]:
    """Give reviews with their names."""
    return [Named(review.id, review.title, review) for review in reviews]


def named_scenes(scenes: Sequence[Scene]) -> list[Named[Scene]]:
    """Give scenes with their names and their summaries."""
    return [Named(scene.slug, scene.title, scene, scene.summary) for scene in scenes]


def called(named: Sequence[Named[_Thing_co]], words: str) -> list[_Thing_co]:
    """List what has the words for its id; if nothing has, what has them for its title."""
    return [each.itself for each in _called(named, _folded(words))]


def meant(named: Sequence[Named[_Thing_co]], words: str) -> list[_Thing_co]:
    """List what the words may mean, as far as they tell; nothing if there are none."""
    return [each.itself for each in _meant(named, _folded(words))]


def the_only(
    named: Sequence[Named[_Thing_co]],
    words: str,
    unknown: str,
    cure: str,
    *,
    by_title: bool = False,
) -> _Thing_co:
    """Give what the words mean.

    Args:
        named: What there is.
        words: What the reader has typed.
        unknown: What is said before the words if they mean nothing, such as "No scene is called".
        cure: What is said then if no id or title is like them.
        by_title: Whether the reader is told titles to choose from, since they see no ids.

    Raises:
        UnknownReferenceError: If they mean nothing, or may mean several; names the nearest.
    """
    wanted = _folded(words)
    found = _meant(named, wanted)
    if len(found) == 1:
        return found[0].itself
    said = _quoted(words)
    if found:
        several = [f"“{each.title}”" if by_title else each.id for each in found]
        raise UnknownReferenceError(f"{said} may be one of several", _write_more(several))
    told = {name: each for each in named for name in (each.id.casefold(), each.title.casefold())}
    near = nearest(wanted, told)
    if near is not None:
        cure = f"Did you mean {told[near].title if by_title else told[near].id}?"
    raise UnknownReferenceError(f"{unknown} {said}", cure)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _called(named: Sequence[Named[_Thing_co]], words: str) -> list[Named[_Thing_co]]:
    if not words:
        return []
    by_id = [each for each in named if words == each.id.casefold()]
    return by_id or [each for each in named if words == each.title.casefold()]


def _meant(named: Sequence[Named[_Thing_co]], words: str) -> list[Named[_Thing_co]]:
    found = _called(named, words)
    if found or not words:
        return found
    names = [f"{each.id}\n{each.title}".casefold() for each in named]
    for answers in (_starts, _begins_in, *([_all_begin_in] if " " in words else [])):
        found = [each for each, text in zip(named, names, strict=True) if answers(text, words)]
        if found:
            return found
    return [
        each
        for each, text in zip(named, names, strict=True)
        if each.more and _all_begin_in(f"{text}\n{each.more.casefold()}", words)
    ]


def _starts(names: str, words: str) -> bool:
    return names.startswith(words) or f"\n{words}" in names


def _begins_in(text: str, words: str) -> bool:
    """Whether words stand in a text in a row, from the beginning of one of its words."""
    if words in text:  # which is soon told, and spares the pattern of words that stand nowhere
        for match in _likely(words).finditer(text):
            if _is_beginning(text, match.start()):
                return True
    return False


def _all_begin_in(text: str, words: str) -> bool:
    return all(_begins_in(text, word) for word in words.split(" "))


@lru_cache(maxsize=16)
def _likely(words: str) -> re.Pattern[str]:
    """Give what finds words unless they stand behind a common letter: most of those within words.

    What stands before is looked at last, so that texts are gone through at the speed of `in`.
    """
    exactly = re.escape(words)
    behind = "" if unspaced(words[0]) else f"(?<!{_COMMON_LETTER}{exactly})"
    return re.compile(exactly + behind)


def _is_beginning(text: str, at: int) -> bool:
    within = at > 0 and category(text[at - 1])[0] in "LMN"  # letters, marks on them, figures
    return not within or unspaced(text[at - 1 : at + 1])


def _quoted(words: str) -> str:
    line = clean_line(words)
    return repr(line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…")


def _write_more(names: Sequence[str]) -> str:
    several = ", ".join(names[:_SEVERAL])
    more = " and others" if len(names) > _SEVERAL else ""
    return f"Write more of one of these: {several}{more}."
