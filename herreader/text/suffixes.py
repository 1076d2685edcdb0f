"""What the names of texts end in."""

MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd"))
PAGES = frozenset((".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml"))
"""Of pages and mails, which opened by themselves are shown as they are written."""
