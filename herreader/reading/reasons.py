"""Why a passage is linked to a scene, in words for the reader."""

from herreader.model.links import Link, LinkKind


def why(link: Link) -> str:
    """Say why words are linked, and how sure it is; nothing if their author has written it."""
    if link.kind is LinkKind.WRITTEN:
        return ""
    if link.kind is LinkKind.BY_HAND:
        return "by hand"
    return f"{'found' if link.sure else 'perhaps'}, {link.confidence:.0%} sure: {link.evidence}"
