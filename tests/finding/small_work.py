"""A small made-up work, so that what the finder does is seen apart from any one room."""

from herreader.finding import Finder
from herreader.model.links import Link
from herreader.model.room import Scene
from herreader.model.text import Block, BlockKind

SCENES = (
    Scene(
        "storm",
        "The storm",
        1,
        people=("Agnes", "Tobias Crane"),
        places=("gallery",),
        things=("wind", "rain"),
        phrases=("the night of the great storm",),
        cues=("the storm at the light: storm|gale|tempest + lamp|lighthouse - teacup",),
        unlike=("storm of applause", "storm in a teacup"),
    ),
    Scene(
        "ledger",
        "The ledger",
        2,
        people=("Agnes", "Mr Pell"),
        numbers=("1,204", "88", "500"),
        cues=("names the ledger: ledger|account book",),
    ),
    Scene(
        "parting",
        "The parting",
        3,
        people=("Agnes",),
        phrases=("waves from the quay until dark",),
        cues=("they part at the quay: quay|pier + leave|farewell|goodbye|part",),
    ),
)
FINDER = Finder(SCENES, "The Keeper", ["Maud Ferris"])
ABOUT = "Maud Ferris made The Keeper in the winter that the ferries stopped."


def blocks(*paragraphs: str) -> tuple[Block, ...]:
    """Make paragraphs of texts; one that begins with `# ` is a heading."""
    return tuple(
        Block(number, BlockKind.HEADING, text[2:], level=1)
        if text.startswith("# ")
        else Block(number, BlockKind.PARAGRAPH, text)
        for number, text in enumerate(paragraphs, start=1)
    )


def found(*paragraphs: str, title: str = "The Keeper") -> tuple[Link, ...]:
    """Find the links of a text."""
    return FINDER.find("a-review", blocks(*paragraphs), title=title)


def sure(*paragraphs: str, title: str = "The Keeper") -> list[tuple[int, str]]:
    """Say which blocks surely speak of which scene."""
    return [(link.block, link.scene) for link in found(*paragraphs, title=title) if link.sure]
