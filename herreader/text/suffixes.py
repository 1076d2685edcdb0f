"""What the names of texts end in."""

MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd"))
