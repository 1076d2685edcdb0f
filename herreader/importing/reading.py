"""A source to a review: its format, its pieces, what is not the review, and its facts."""

from dataclasses import dataclass, replace
from itertools import chain

from herreader.importing.anchoring import anchor
from herreader.importing.bounds import check_length, check_lines
from herreader.importing.decoding import decode
from herreader.importing.digest import digest
from herreader.importing.draft import Draft, Piece
from herreader.importing.formats import Format, is_markdown, sniff
from herreader.importing.marked import read_markdown, read_text
from herreader.importing.opening import read_bytes, refusal
from herreader.importing.repeats import sift_repeated
from herreader.importing.settling import Settled, settle
from herreader.importing.sifting import sift
from herreader.importing.values import Circumstances, Imported, Overrides, Source
from herreader.model.imported import Aside
from herreader.model.text import Block, BlockKind

_NOTHING_GIVEN = Overrides()
_NOTHING_KNOWN = Circumstances()


def read_imports(
    source: Source,
    *,
    keep_all: bool = False,
    overrides: Overrides = _NOTHING_GIVEN,
    circumstances: Circumstances = _NOTHING_KNOWN,
) -> tuple[Imported, ...]:
    """Read a file as a review, or a book that is plainly a collection as several.

    The file itself is never changed.

    Args:
        source: The file, or the bytes.
        keep_all: Leave everything in its place, and set nothing aside.
        overrides: Facts that the reader knows better; a title and an author hold for a file with
            one text only.
        circumstances: What no file says.

    Raises:
        ImportRefusedError: If there is no text in it that can be read.
    """
    drafts = _read(read_bytes(source), source.name)
    check_length(sum(len(draft.pieces) for draft in drafts), source.name)
    if len(drafts) > 1:
        overrides = replace(overrides, title=None, author=None)
    facts = [_sifted(draft, source.name, overrides, circumstances) for draft in drafts]
    return tuple(
        _finished(draft, source.name, known, keep_all=keep_all)
        for draft, known in zip(drafts, facts, strict=True)
    )


def _sifted(draft: Draft, name: str, overrides: Overrides, circumstances: Circumstances) -> Settled:
    """Set aside what is not the review, and give the facts on it."""
    if draft.sifted:
        anchor(draft)
        sift(draft, circumstances.work)
    else:
        sift_repeated(draft.pieces)
    return settle(draft, name, overrides, circumstances)


def _finished(draft: Draft, name: str, facts: Settled, *, keep_all: bool) -> Imported:
    if not any(map(str.isalnum, (c for piece in draft.pieces for c in piece.plain))):
        raise refusal(name, "no words are in it.")
    if all(piece.aside for piece in draft.pieces):
        draft.notes.append("Nothing in it is plainly a review, so all of it was kept.")
        keep_all = True
    words = digest(piece.plain for piece in draft.pieces if not piece.aside or keep_all)
    blocks, aside = _numbered(draft.pieces, keep_all=keep_all)
    return Imported(
        title=facts.title,
        author=facts.author,
        date=facts.when,
        date_words=facts.date_words,
        source=facts.source,
        origins=facts.origins,
        blocks=blocks,
        aside=aside,
        digest=words,
        notes=tuple(draft.notes),
    )


def _read(data: bytes, name: str) -> list[Draft]:
    match sniff(data, name):
        case Format.HTML:
            from herreader.importing.web import read_page  # only pages need a parser of HTML

            return [read_page(data, name)]
        case Format.ARCHIVE:
            from herreader.importing.webarchive import read_archive  # as above

            return [read_archive(data, name)]
        case Format.EPUB:
            from herreader.importing.epub import read_epub  # as above

            return read_epub(data, name)
        case Format.PDF:
            from herreader.importing.pdf import read_pdf  # its library may not be installed

            return [read_pdf(data, name)]
        case format_:
            text, note = decode(data, name)
            check_lines(text, name)
            marked = format_ is Format.MARKDOWN or is_markdown(text)
            draft = read_markdown(text, name) if marked else read_text(text)
            draft.notes += [note] if note else []
            return [draft]


@dataclass(slots=True)
class _Count:
    """How many blocks there are so far, and what kind the last one was."""

    number: int = 0
    kind: BlockKind | None = None

    def block(self, piece: Piece) -> Block:
        self.number += 1
        gap = self._gap(piece)
        self.kind = piece.kind
        return Block(
            self.number, piece.kind, piece.plain, piece.runs, piece.level, gap, piece.bullet
        )

    def _gap(self, piece: Piece) -> int:
        if self.number == 1:
            return 0
        if piece.kind is BlockKind.HEADING and piece.level <= 2:
            return 2
        return 0 if piece.tight and piece.kind is self.kind else 1


def _numbered(
    pieces: list[Piece], *, keep_all: bool
) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    kept, off = _Count(), _Count()
    blocks: list[Block] = []
    aside: list[Aside] = []
    for piece in chain.from_iterable(map(Piece.cut, pieces)):
        if piece.aside is None or keep_all:
            blocks.append(kept.block(piece))
        else:
            aside.append(Aside(piece.aside, off.block(piece), len(blocks)))
    return tuple(blocks), tuple(aside)
