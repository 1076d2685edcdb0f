"""Names: by which words a reader may call a review, a scene, or what else has an id and a title.

There is one rule for all of them, on the screen and on the command line. Meant is what answers to
the words in the first of these ways in which anything does, whatever their case:

1. its id is the words;
2. its title is;
3. its id or its title begins with them;
4. they stand in its id or its title, in a row;
5. they stand there one by one, in any order;
6. they do so with what else is said of it, such as a scene's summary.
"""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from herreader.errors import UnknownReferenceError
from herreader.model.room import Review, Scene
from herreader.nearest import nearest
from herreader.text.safe import clean_line

_SEVERAL = 6
"""Things that are named where one of them must be meant."""

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


_Way = Callable[[Named[object], str], bool]
"""Whether something answers to words in small letters, with single blanks."""

_WHOLLY: tuple[_Way, ...] = (
    lambda each, words: words == each.id.casefold(),
    lambda each, words: words == each.title.casefold(),
)
_IN_PART: tuple[_Way, ...] = (
    lambda each, words: any(name.startswith(words) for name in _names(each)),
    lambda each, words: any(words in name for name in _names(each)),
    lambda each, words: _all_in(words, " ".join(_names(each))),
    lambda each, words: _all_in(words, " ".join((*_names(each), each.more.casefold()))),
)


def named_reviews(reviews: Sequence[Review]) -> list[Named[Review]]:
    """Give reviews with their names."""
    return [Named(review.id, review.title, review) for review in reviews]


def named_scenes(scenes: Sequence[Scene]) -> list[Named[Scene]]:
    """Give scenes with their names and their summaries."""
    return [Named(scene.slug, scene.title, scene, scene.summary) for scene in scenes]


def called(named: Sequence[Named[_Thing_co]], words: str) -> list[_Thing_co]:
    """List what has the words for its id; if nothing has, what has them for its title."""
    return [each.itself for each in _answering(named, words, _WHOLLY)]


def meant(named: Sequence[Named[_Thing_co]], words: str) -> list[_Thing_co]:
    """List what the words may mean, as far as they tell; nothing if there are none."""
    return [each.itself for each in _answering(named, words, (*_WHOLLY, *_IN_PART))]


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
        cure: What is said then if no id is like them.
        by_title: Whether the reader is told titles to choose from, since they see no ids.

    Raises:
        UnknownReferenceError: If they mean nothing, or may mean several; names the nearest.
    """
    found = _answering(named, words, (*_WHOLLY, *_IN_PART))
    if len(found) == 1:
        return found[0].itself
    said = repr(clean_line(words))
    if found:
        several = [f"“{each.title}”" if by_title else each.id for each in found]
        raise UnknownReferenceError(f"{said} may be one of several", _write_more(several))
    told = {each.id.casefold(): each.title if by_title else each.id for each in named}
    near = nearest(_folded(words), told)
    if near is not None:
        cure = f"Did you mean {told[near]}?"
    raise UnknownReferenceError(f"{unknown} {said}", cure)


def _answering(
    named: Sequence[Named[_Thing_co]], words: str, ways: Sequence[_Way]
) -> list[Named[_Thing_co]]:
    wanted = _folded(words)
    if wanted:
        for answers in ways:
            if found := [each for each in named if answers(each, wanted)]:
                return found
    return []


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _names(each: Named[object]) -> tuple[str, str]:
    return each.id.casefold(), each.title.casefold()


def _all_in(words: str, text: str) -> bool:
    return all(word in text for word in words.split())


def _write_more(names: Sequence[str]) -> str:
    several = ", ".join(names[:_SEVERAL])
    more = " and others" if len(names) > _SEVERAL else ""
    return f"Write more of one of these: {several}{more}."
