"""The `herreader` command; `python -m herreader` does the same."""

import sys

from herreader.cli import main

if __name__ == "__main__":
    sys.exit(main())
