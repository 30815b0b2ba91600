"""The command line: one module for each command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code.

    The code is 0 for nothing found, 1 for violations, 2 for a mistake in the call or the settings, or for an error of
    contentlint itself, and 130 when the user stops it.
    """
    try:
        from contentlint.engine.patterns import kept_patterns  # noqa: PLC0415 - an interrupt here must be quiet too

        with kept_patterns():
            from contentlint.cli.app import run  # noqa: PLC0415 - as above

            code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
