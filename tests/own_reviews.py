"""Reviews of the reader's own in the lighthouse, with what was found in them."""

from pathlib import Path

from desk import Desk
from imported_texts import found, imported

from herreader.model.imported import Aside, LibraryText
from herreader.model.text import Block, BlockKind

OWL = "The owl is at it again."
LAMP = "Perhaps the lamp is out."


def own_review(name: str = "night") -> LibraryText:
    """Give a review that speaks of the owl, surely, and of the lamp, perhaps."""
    text = imported(name, f"On {name}, by the sea.", f"{OWL} It is late.", f"Well. {LAMP}")
    owl = found(text, "owl", 2, OWL, confidence=0.92)
    lamp = found(text, "lamp", 3, LAMP, confidence=0.4)
    menu = Block(1, BlockKind.PARAGRAPH, "Home | About us")
    return text._replace(links=(owl, lamp), aside=(Aside("navigation", menu, 0),))


def shorter_review() -> LibraryText:
    """Give another version of it, which has nothing on the owl any more."""
    text = own_review()
    return text._replace(blocks=text.blocks[::2], links=())


def bring(desk: Desk, *texts: LibraryText) -> None:
    """Put reviews into the room."""
    by = found_by(desk)
    with desk.store() as store:
        for text in texts:
            store.library.add(desk.shelf, text._replace(finder=by))


def replace(desk: Desk, text: LibraryText, *above: str) -> None:
    """Put a version of a review in its place that has more paragraphs at its beginning."""
    count = len(above)
    blocks = (
        *(Block(number, BlockKind.PARAGRAPH, words) for number, words in enumerate(above, 1)),
        *(block._replace(number=block.number + count) for block in text.blocks),
    )
    links = tuple(link._replace(block=link.block + count) for link in text.links)
    origin = text.origin._replace(digest=f"{text.origin.digest}, with {above}")
    newer = text._replace(blocks=blocks, links=links, origin=origin, finder=found_by(desk))
    reading = desk.reading()
    try:
        assert reading.library is not None
        reading.library.replace(newer)
    finally:
        reading.close()


def found_by(desk: Desk) -> str:
    """Name what finds the scenes in the room as it is now."""
    reading = desk.reading()
    try:
        assert reading.library is not None
        return reading.library.found_by
    finally:
        reading.close()


def verdicts(desk: Desk) -> list[tuple[str, str, str]]:
    """Give what is decided: review, scene, verdict."""
    return [(made.review, made.scene, made.verdict.value) for made in desk.decisions()]


def titles(desk: Desk) -> list[str]:
    """Give the titles of the imported reviews that are there."""
    with desk.store() as store:
        return [header.title for header in store.library.headers(desk.shelf)]


def write_files(folder: Path, **words: str) -> Path:
    """Write text files, by their stem."""
    folder.mkdir(exist_ok=True)
    for name, content in words.items():
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")
    return folder
