"""The `herreader` command; `python -m herreader` does the same."""

import gc
import sys

# What is imported stays; walking over it again and again is a tenth of a launch.
gc.disable()

from herreader.cli import main  # noqa: E402 - see above

if __name__ == "__main__":
    sys.exit(main())
