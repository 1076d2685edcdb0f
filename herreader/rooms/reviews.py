"""One review's file to its header, its blocks, and its links to scenes."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from herreader.errors import RoomError
from herreader.model.links import Link
from herreader.model.room import Answers, Review, Scene, When
from herreader.model.text import Block, BlockKind
from herreader.nearest import did_you_mean
from herreader.rooms.fields import Fields, line_of
from herreader.rooms.names import review_label
from herreader.rooms.problems import Problem
from herreader.rooms.source import read_source, read_toml
from herreader.text.counting import count_words
from herreader.text.markdown import BRACKETS, parse_markdown
from herreader.text.marked_words import WrittenSpan

_FENCE = "+++"
_ADD = "Add it to scenes.toml."
_LOOKED_FOR = 100
"""Unknown scenes for which the one that is meant is looked for: it takes a millisecond each."""
_FRONT_MATTER = re.compile(
    r"\A\s*^\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class ReviewText:
    """All that one review's file holds.

    Attributes:
        review: The header.
        blocks: The text.
        links: The passages that speak of a scene of the room, by place.
        spans: The links as they are written, unknown scenes included; lines are the file's.
        problems: What is wrong with the file.
    """

    review: Review
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    spans: tuple[WrittenSpan, ...]
    problems: tuple[Problem, ...]


def read_review(path: Path, scenes: Iterable[Scene]) -> ReviewText:
    """Read a review as far as it can be read.

    Args:
        path: Its file; the stem is its id.
        scenes: The scenes that it may speak of.

    Raises:
        RoomError: The file cannot be read at all.
    """
    file = review_label(path)
    try:
        source, problems = read_source(path, file)
    except OSError as error:
        reason = error.strerror or "unknown error"
        message = f"{reason}. Make it a file that you may read."
        raise RoomError(f"{file} cannot be read", message) from error
    fields, start = _front_matter(source, file, problems)
    offset = source.count("\n", 0, start)
    parsed = parse_markdown(source[start:])
    review = _header(path, fields, parsed.blocks)
    slugs = dict.fromkeys(scene.slug for scene in scenes)
    spans = tuple(replace(span, line=span.line + offset) for span in parsed.spans)
    if fields:
        problems += fields.finish()
    problems += _unknown_scenes(spans, slugs, file)
    if parsed.crowded:
        message = f"It has more than {BRACKETS:,} opening brackets, so no link in it is read."
        problems.append(Problem("error", file, "", message, "Divide it into several reviews."))
    links = tuple(_links(review.id, parsed.blocks, spans, slugs))
    return ReviewText(review, parsed.blocks, links, spans, tuple(problems))


def _front_matter(source: str, file: str, problems: list[Problem]) -> tuple[Fields | None, int]:
    """Read the metadata above the text, and say at which character the text begins."""
    found = _FRONT_MATTER.match(source)
    if not found:
        cure = f'Begin it with {_FENCE}, a line title = "...", and {_FENCE}, each on its own line.'
        message = "The text has no metadata."
        if source.lstrip().startswith(_FENCE):
            message = f"The metadata have no closing {_FENCE}, so they are read as text."
            cure = f"Write {_FENCE} on a line of its own below them."
        problems.append(Problem("error", file, "line 1", message, cure))
        return None, 0
    above = source.count("\n", 0, found.start(1))
    table, more = read_toml(found[1], file, offset=above)
    problems += more
    return Fields(table, file, line_of(found[1], offset=above)), found.end()


def _header(path: Path, fields: Fields | None, blocks: tuple[Block, ...]) -> Review:
    headings = (block.plain for block in blocks if block.kind is BlockKind.HEADING)
    title = fields.text("title", required=True) if fields else ""
    return Review(
        id=path.stem,
        title=title or next(headings, path.stem).replace("\n", " "),
        byline=fields.text("byline") if fields else "",
        date=_day(fields) if fields else None,
        answers=_answers(fields) if fields else None,
        words=count_words(blocks),
        path=path,
    )


def _day(fields: Fields) -> When | None:
    day = fields.date("date")
    return When(day.year, day.month, day.day) if day else None


def _answers(fields: Fields) -> Answers | None:
    table = fields.table("answers")
    if table is None:
        return None
    answers = fields.inner(table, "answers")
    result = Answers(
        title=answers.text("title", required=True),
        author=answers.text("author"),
        place=answers.text("place"),
        date=answers.loose_date("date"),
    )
    fields.problems += answers.finish()
    return result


def _unknown_scenes(
    spans: Iterable[WrittenSpan], slugs: Mapping[str, None], file: str
) -> Iterator[Problem]:
    cures: dict[str, str] = {}
    for span in spans:
        where = f"line {span.line}"
        if not span.scenes:
            cure = "Write {scene=...} with the slug of a scene."
            yield Problem("error", file, where, "The bracketed words name no scene.", cure)
        for slug in span.scenes:
            if slug in slugs:
                continue
            if slug not in cures and len(cures) < _LOOKED_FOR:
                cures[slug] = did_you_mean(slug, slugs, _ADD, "`{}`")
            message = f"The scene `{slug}` is unknown."
            yield Problem("error", file, where, message, cures.get(slug, _ADD))


def _links(
    review: str, blocks: tuple[Block, ...], spans: Iterable[WrittenSpan], slugs: Container[str]
) -> Iterator[Link]:
    previous: dict[str, Link] = {}
    for span in spans:
        if span.start == span.end:
            continue
        quote = blocks[span.block - 1].plain[span.start : span.end]
        for slug in span.scenes:
            if slug not in slugs:
                continue
            link = Link(slug, review, span.block, span.start, span.end, quote)
            before = previous.get(slug)
            if before and _adjoins(before, link, blocks):
                link = link._replace(continues=True)
            previous[slug] = link
            yield link


def _adjoins(before: Link, link: Link, blocks: tuple[Block, ...]) -> bool:
    """Whether nothing but blanks stands between two links."""
    above = blocks[before.block - 1].plain
    if link.block == before.block:
        return before.end <= link.start and not above[before.end : link.start].strip()
    between = above[before.end :] + blocks[link.block - 1].plain[: link.start]
    return link.block == before.block + 1 and not between.strip()
