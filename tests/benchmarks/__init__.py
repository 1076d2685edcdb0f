"""How quick herreader is, as a reader would feel it, beside a bare Textual app; `make bench`."""
