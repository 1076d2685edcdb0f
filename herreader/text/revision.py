"""Words found again in another version of their text, though a few of them are others there."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar

from herreader.model.text import Passage, Place, Text, all_blocks
from herreader.text.quotation import find_passage, passage_at, passage_between
from herreader.text.sentences import sentences

MOST = 0.8
"""The share of the words of one version, by their weight, that must stand in the other one too."""
LEAST = 0.55
"""That of the words of the other version: so much may have been added, or else left out."""

_LONGEST = 1_500
"""Words of a rewritten part up to which its versions are compared; it takes the square of them."""
_PAIRS = 40_000
"""Pairs of the same words, or sentences, up to which all are compared: refrains make thousands."""
_HEAVIEST = 8
"""Letters that count of a word: longer ones tell no more."""
_NAME = 2
"""How much more a name or a number weighs: with another one, the words speak of another thing."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


_Key = TypeVar("_Key")


class _Word(NamedTuple):
    """A word: what it is compared by, where it stands, and how much it tells."""

    key: str
    start: Place
    end: Place
    weight: int


class _Span(NamedTuple):
    """The words from one place to another."""

    start: Place
    end: Place
    words: tuple[_Word, ...]

    @property
    def weight(self) -> int:
        """How much they tell."""
        return _weight(self.words)

    @property
    def keys(self) -> tuple[str, ...]:
        """What they are compared by."""
        return tuple(word.key for word in self.words)

    def cut(self, start: Place, end: Place) -> "_Span":
        """Give those of them that stand from one place to another."""
        words = (word for word in self.words if start <= word.start and word.end <= end)
        return _Span(start, end, tuple(words))

    def is_mostly(self, met: Collection[_Word], wanted: int) -> bool:
        """Whether half of them, or of the words that are looked for, are among those met."""
        share = _weight(word for word in self.words if word in met)
        return 2 * share >= min(wanted, self.weight) > 0


class _Change(NamedTuple):
    """Some sentences of one version, by their numbers, and those that they have become."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def moved(self, old: int, new: int) -> "_Change":
        """Count the sentences from others on."""
        return _Change(
            self.old_start + old, self.old_end + old, self.new_start + new, self.new_end + new
        )

    def taken_apart(self) -> Iterator["_Change"]:
        """Give each of some sentences that have stayed by itself."""
        for old, new in zip(range(*self[:2]), range(*self[2:]), strict=True):
            yield _Change(old, old + 1, new, new + 1)


class Revision:
    """Two versions of a text, compared as far as it is asked for.

    Args:
        before: The version in which the words stand that are looked for.
        after: The version in which they are looked for.
    """

    def __init__(self, before: Text, after: Text) -> None:
        self._before = before
        self._after = after
        self._met = lru_cache(maxsize=1)(_met)  # neighbours are looked for one after another

    def find(self, passage: Passage) -> Passage | None:
        """Give what has become of a passage; None if it is gone, or hardly the same any more.

        From there it would be found again, were the versions exchanged. Of signs without a word,
        the nearest ones are taken.
        """
        start, end = passage.start, passage.end
        words = (word for at in self._own(start, end) for word in self._sentences[0][at].words)
        first = next((word for word in words if start < word.end and word.start < end), None)
        if first is None:
            return find_passage(self._after, passage)
        return self._find_as_it_is(passage, first) or self._find_changed(passage)

    def _find_as_it_is(self, passage: Passage, first: _Word) -> Passage | None:
        """Find the very words of a passage, where the first of them stands now."""
        start, there = passage.start, self._find_word(first)
        if there is None or first.start.block != start.block:
            return None
        if self.turned._find_word(there) != first:  # noqa: SLF001 - its own mirror image
            return None
        offset = there.start.offset + start.offset - first.start.offset
        return passage_at(self._after, there.start.block, offset, passage.quote)

    def _find_changed(self, passage: Passage) -> Passage | None:
        there = self._find(passage.start, passage.end)
        back = there and self.turned._find(*there)  # noqa: SLF001 - its own mirror image
        if there is None or back != (passage.start, passage.end):
            return None
        return passage_between(self._after, *there)

    @cached_property
    def turned(self) -> "Revision":
        """The versions exchanged."""
        return Revision(self._after, self._before)

    @cached_property
    def _sentences(self) -> tuple[list[_Span], list[_Span]]:
        return list(_sentences(self._before)), list(_sentences(self._after))

    @cached_property
    def _changes(self) -> list[_Change]:
        """Which sentences have become which; of those that are the same, each by itself."""
        return list(_changes(*self._sentences))

    def _own(self, start: Place, end: Place) -> range:
        """Give the numbers of the sentences that share something with a passage."""
        old, _ = self._sentences
        first = bisect_right(old, start, key=attrgetter("end"))
        return range(first, bisect_left(old, end, key=attrgetter("start")))

    def _around(self, start: Place, end: Place) -> tuple[tuple[_Span, ...], tuple[_Span, ...]]:
        """Give the sentences of a passage, with those that changed along, and what they became."""
        (old, new), own, changes = self._sentences, self._own(start, end), self._changes
        if not own:
            return (), ()
        first = bisect_right(changes, own[0], key=attrgetter("old_end"))
        here = changes[first : bisect_right(changes, own[-1], key=attrgetter("old_start"))]
        before = tuple(old[here[0].old_start : here[-1].old_end])
        return before, tuple(new[here[0].new_start : here[-1].new_end])

    def _find_word(self, word: _Word) -> _Word | None:
        return self._met(*self._around(word.start, word.end)).get(word)

    def _find(self, start: Place, end: Place) -> tuple[Place, Place] | None:
        before, after = self._around(start, end)
        wanted = _Span(start, end, tuple(word for each in before for word in each.words))
        return self._counterpart(wanted.cut(start, end), before, after)

    def _counterpart(
        self, wanted: _Span, before: tuple[_Span, ...], after: tuple[_Span, ...]
    ) -> tuple[Place, Place] | None:
        """Find what a passage has become among the sentences that stand where it stood."""
        pairs = self._met(before, after)
        met = {pairs[word] for word in wanted.words if word in pairs}
        most = [each for each in after if each.is_mostly(met, wanted.weight)]
        if not most:
            return None
        words = tuple(word for each in after for word in each.words)
        here = _Span(most[0].start, most[-1].end, words).cut(most[0].start, most[-1].end)
        kept = [word for word in here.words if word in met]
        begins = any(each.start == wanted.start for each in before)
        ends = any(each.end == wanted.end for each in before)
        found = here.cut(
            here.start if begins else kept[0].start, here.end if ends else kept[-1].end
        )
        least, share = sorted(_weight(kept) / each.weight for each in (wanted, found))
        return (found.start, found.end) if least >= LEAST and share >= MOST else None


def _pairs(before: Sequence[_Key], after: Sequence[_Key]) -> Counter[_Key]:
    """Count how often each of some keys meets itself, if all of two versions are compared."""
    there = Counter(after)
    return Counter({key: count * there[key] for key, count in Counter(before).items()})


def _too_many(before: Sequence[_Key], after: Sequence[_Key]) -> set[_Key]:
    """Give those that make too many pairs; they are compared only beside others that match."""
    pairs = _pairs(before, after)
    total, left_out = pairs.total(), set[_Key]()
    for key, count in pairs.most_common():
        if total <= _PAIRS or count == 1:
            break
        total -= count
        left_out.add(key)
    return left_out


def _changes(before: Sequence[_Span], after: Sequence[_Span]) -> Iterator[_Change]:
    """Tell which sentences have become which; of those that are the same, each by itself.

    Whole paragraphs come first: a sentence of one that has stayed is not taken for another of the
    same words that has come in beside it.
    """
    keys = [each.keys for each in before], [each.keys for each in after]
    everything = _Change(0, len(before), 0, len(after))
    for stayed, some in _compared(_by_paragraphs(before, after), everything):
        for same, part in [(True, some)] if stayed else _compared(keys, some):
            yield from part.taken_apart() if same else (part,)


def _compared(
    versions: tuple[Sequence[_Key], Sequence[_Key]], within: _Change
) -> Iterator[tuple[bool, _Change]]:
    """Tell what some sentences have become, by their keys, and whether that is the same."""
    before = versions[0][within.old_start : within.old_end]
    after = versions[1][within.new_start : within.new_end]
    too_many = _too_many(before, after)
    matcher = SequenceMatcher(too_many.__contains__, before, after, autojunk=False)
    for kind, *bounds in matcher.get_opcodes():
        yield kind == "equal", _Change(*bounds).moved(within.old_start, within.new_start)


def _by_paragraphs(
    before: Sequence[_Span], after: Sequence[_Span]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give for each sentence a number that its whole paragraph has alone, and its place in that."""
    numbers: dict[tuple[tuple[str, ...], ...], int] = {}

    def keys(version: Sequence[_Span]) -> Iterator[tuple[int, int]]:
        for _, paragraph in groupby(version, key=lambda each: each.start.block):
            whole = tuple(each.keys for each in paragraph)
            number = numbers.setdefault(whole, len(numbers))
            yield from ((number, at) for at in range(len(whole)))

    return list(keys(before)), list(keys(after))


def _met(before: tuple[_Span, ...], after: tuple[_Span, ...]) -> dict[_Word, _Word]:
    """Tell which word of some sentences is which of those that stand there now."""
    old, new = ([word for each in version for word in each.words] for version in (before, after))
    keys = [word.key for word in old], [word.key for word in new]
    if max(len(old), len(new)) > _LONGEST or _pairs(*keys).total() > _PAIRS:
        return {}
    return {
        old[one + number]: new[other + number]
        for one, other, count in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
        for number in range(count)
    }


def _sentences(text: Text) -> Iterator[_Span]:
    for block in all_blocks(text):
        for start, end in sentences(block.plain):
            words = tuple(_words(block.number, block.plain, start, end))
            yield _Span(Place(block.number, start), Place(block.number, end), words)


def _words(block: int, plain: str, start: int, end: int) -> Iterator[_Word]:
    """Give the words of a sentence."""
    for number, found in enumerate(_WORD.finditer(plain, start, end)):
        word = found[0]
        is_name = word[0].isdigit() or (number > 0 and word[0].isupper() and len(word) > 1)
        weight = min(len(word), _HEAVIEST) * (_NAME if is_name else 1)
        yield _Word(word.casefold(), Place(block, found.start()), Place(block, found.end()), weight)


def _weight(words: Iterable[_Word]) -> int:
    return sum(word.weight for word in words)
