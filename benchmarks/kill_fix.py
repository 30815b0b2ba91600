"""Kills ``contentlint check --fix`` at random moments, and looks whether a file was harmed.

    python benchmarks/kill_fix.py SITE [--times 200] [--seed 1] [-- ARGUMENTS OF contentlint check]

Each time a copy of the site is mended by a process of its own, which is killed (SIGKILL) at a random moment of the time
that a whole run takes. Then every file must be as it was, or as a whole run makes it; none may be missing, and no
other may be there, but for a hidden file that was being written. Printed are how often the kill came while there were
files to write, and everything that was harmed. The exit code is 1 when something was.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_BEING_WRITTEN = re.compile(r"\..*\.tmp")

Files = Mapping[str, bytes]


class Kill(NamedTuple):
    """What a kill left.

    Attributes:
        mended: files that were written by then.
        unfinished: hidden files that were being written.
        harmed: files that are neither as they were nor as they should become.
    """

    mended: int
    unfinished: int
    harmed: tuple[str, ...]


def read(site: Path) -> dict[str, bytes]:
    """Return all files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def start(site: Path, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start mending a site."""
    command = [sys.executable, "-m", "contentlint", "check", "--fix-only", *arguments]
    return subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def harm(before: Files, after: Files, now: Files) -> Kill:
    """Compare the files after a kill with those before, and with those after a whole run."""
    unfinished = {path for path in now.keys() - before.keys() if _BEING_WRITTEN.fullmatch(path.rpartition("/")[2])}
    harmed = [path for path in before if now.get(path) not in (before[path], after[path])]
    harmed += sorted(now.keys() - before.keys() - unfinished)
    return Kill(sum(now.get(path) != before[path] for path in before), len(unfinished), tuple(harmed))


def kills(site: Path, work: Path, arguments: Sequence[str], *, times: int, seed: int) -> list[Kill]:
    """Kill a run again and again, each on the site as it was.

    Args:
        site: a folder with a site; it is copied.
        work: an empty folder to work in.
        arguments: further arguments of ``contentlint check``.
        times: how often.
        seed: where the random moments start from.
    """
    copy = work / "site"
    shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", "public", "node_modules"))
    before = read(copy)
    start(copy, arguments).wait()  # the first run is slower than those that follow
    after = read(copy)
    _restore(copy, before)
    begun = time.monotonic()
    start(copy, arguments).wait()
    whole = time.monotonic() - begun
    dice = random.Random(seed)  # noqa: S311
    found = []
    for _ in range(times):
        _restore(copy, before)
        process = start(copy, arguments)
        time.sleep(dice.uniform(whole * 0.1, whole))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found.append(harm(before, after, read(copy)))
    return found


def _restore(site: Path, before: Files) -> None:
    now = read(site)
    for path in now.keys() - before.keys():
        (site / path).unlink()
    for path, data in before.items():
        if now.get(path) != data:
            (site / path).write_bytes(data)


def main() -> None:
    """Kill runs on one site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    given = parser.parse_args(sys.argv[1:end])
    arguments = sys.argv[end + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        found = kills(given.site, Path(folder), arguments, times=given.times, seed=given.seed)
    most = max(kill.mended for kill in found)
    print(
        f"{len(found)} kills, {sum(0 < kill.mended < most for kill in found)} of them between the first and the last file"
    )
    print(f"files mended by then: {min(kill.mended for kill in found)} to {most}")
    print(f"files that were being written, left behind hidden: {sum(kill.unfinished for kill in found)}")
    harmed = [path for kill in found for path in kill.harmed]
    print(f"harmed: {len(harmed)}{os.linesep.join(['', *harmed[:20]])}")
    sys.exit(1 if harmed else 0)


if __name__ == "__main__":
    main()
