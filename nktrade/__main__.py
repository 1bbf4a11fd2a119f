"""``python -m nktrade`` is the shell's ``nktrade``."""

import sys

from nktrade.cli import main

if __name__ == "__main__":
    sys.exit(main())
