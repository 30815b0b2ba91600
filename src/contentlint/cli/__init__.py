"""The command line: one module for each command."""

from __future__ import annotations

import gc
import sys
from typing import Final

_GARBAGE: Final = (50_000, 20, 50)
"""New objects before Python looks for circles among them. What is loaded and what is known of a page is no garbage, and to
look through it again and again takes a tenth of the time of a short run."""


def main() -> None:
    """Run the command line and exit with its code.

    The code is 0 for nothing found, 1 for violations, 2 for a mistake in the call or the settings, or for an error of
    contentlint itself, and 130 when the user stops it.
    """
    gc.set_threshold(*_GARBAGE)
    try:
        from contentlint.engine.patterns import kept_patterns  # noqa: PLC0415 - an interrupt here must be quiet too

        with kept_patterns():
            from contentlint.cli.app import run  # noqa: PLC0415 - as above

            code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    gc.freeze()  # when Python ends, it need not look through all there is once more
    sys.exit(code)
