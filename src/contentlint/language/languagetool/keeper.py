"""A process that runs a program as long as its standard input is open, and not longer.

Usage: ``python keeper.py PROGRAM [ARGUMENT]...``

Whoever starts it holds the other end of the pipe. However that process ends, even killed, the pipe closes, and the
program is ended. It stands alone, so that nothing of contentlint is loaded with it.
"""

import contextlib
import os
import subprocess
import sys
import threading


def main() -> None:
    """Run the program until it ends or the standard input does."""
    child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # noqa: S603 - the caller's own command

    def end_with_child() -> None:
        code = child.wait()
        os._exit(code if 0 <= code < 256 else 1)

    threading.Thread(target=end_with_child, daemon=True).start()
    # An interrupt from a terminal is for the process that holds the pipe.
    with contextlib.suppress(KeyboardInterrupt):
        while sys.stdin.buffer.read(1):
            pass
    child.kill()
    child.wait()
    os._exit(0)


if __name__ == "__main__":
    main()
