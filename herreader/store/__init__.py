"""What lasts: bookmarks, progress, the session and the index, in SQLite."""
