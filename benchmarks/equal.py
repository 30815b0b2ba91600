"""Shows that a run finds the same however it is done: in one process, in two, on a Dask cluster, with a new cache, with that again.

Usage: ``python -m benchmarks.equal [--jobs N] [--dask] [--kill] [--select RULES] DIR...``

Each folder is checked as a site of its own. What is compared is the JSON of ``contentlint check``, finding by finding.
``--dask`` adds a cluster of two workers on this machine; with ``--kill`` one of them is killed when the run is under way.
The exit code is 1 when two ways differ.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

CONTENTLINT: Final = (sys.executable, "-m", "contentlint", "check", "--isolated", "--output-format", "json")


class Way(NamedTuple):
    """A way to run: its name, further arguments, and whether the cache starts empty (None: there is none)."""

    name: str
    arguments: tuple[str, ...]
    empties_cache: bool | None = None


class Outcome(NamedTuple):
    """What a run wrote, how it ended, and how many seconds it took by the clock."""

    data: bytes
    code: int
    seconds: float


def ways(jobs: int, executor: str | None) -> Iterator[Way]:
    """Yield the ways to run; the first is what the others are held against."""
    yield Way("one process", ("--no-cache", "-j1"))
    yield Way(f"{jobs} processes", ("--no-cache", f"-j{jobs}"))
    yield Way("cache new", ("-j1",), empties_cache=True)
    yield Way("cache again", ("-j1",), empties_cache=False)
    yield Way(f"cache new, {jobs} processes", (f"-j{jobs}",), empties_cache=True)
    yield Way("and again", (f"-j{jobs}",), empties_cache=False)
    if executor is not None:
        yield Way("Dask", ("--no-cache", "--executor", executor))


def run(site: Path, arguments: Sequence[str], cache: Path) -> Outcome:
    """Check a site."""
    start = time.monotonic()
    done = subprocess.run(
        [*CONTENTLINT, *arguments],
        cwd=site,
        env={**os.environ, "CONTENTLINT_CACHE_DIR": str(cache)},
        capture_output=True,
        check=False,
    )
    if done.stderr:
        print(f"    {done.stderr.decode('utf-8', 'replace').strip()[:300]}")
    return Outcome(done.stdout, done.returncode, time.monotonic() - start)


def first_difference(one: bytes, other: bytes) -> str:
    """Return the first finding that only one of two runs has, or what they have otherwise."""
    try:
        left, right = json.loads(one), json.loads(other)
    except ValueError:
        return "no JSON"
    for number, (a, b) in enumerate(zip(left["violations"], right["violations"], strict=False)):
        if a != b:
            return f"finding {number}: {json.dumps(a)[:300]} | {json.dumps(b)[:300]}"
    return f"{left['summary']} | {right['summary']}"


def compare(site: Path, jobs: int, cluster: Any, *, kills: bool, more: Sequence[str]) -> bool:
    """Run a site in every way, print what came of it, and return whether all were the same."""
    executor = None if cluster is None else cluster.scheduler_address.replace("tcp://", "dask://")
    first: Outcome | None = None
    same = True
    with tempfile.TemporaryDirectory() as place:
        for number, way in enumerate(ways(jobs, executor)):
            cache = Path(place, str(number if way.empties_cache in (None, True) else number - 1))
            killer = None
            if kills and way.name == "Dask" and first is not None:
                killer = threading.Timer(first.seconds / 3, kill_worker, (cluster,))
                killer.start()
            found = run(site, (*way.arguments, *more), cache)
            if killer is not None:
                killer.join()
            if first is None:
                first = found
                summary = json.loads(found.data)["summary"] if found.data else {}
                print(f"{site}: {summary}, {found.seconds:.1f} s", flush=True)
            elif (found.data, found.code) == (first.data, first.code):
                print(f"    {way.name:<28} the same, {found.seconds:.1f} s", flush=True)
            else:
                same = False
                print(f"    {way.name:<28} DIFFERENT: {first_difference(first.data, found.data)}", flush=True)
    return same


def kill_worker(cluster: Any) -> None:
    """Kill one of the workers; the cluster starts another."""
    nanny = next(iter(cluster.workers.values()))
    os.kill(nanny.process.process.pid, signal.SIGKILL)
    print("    (a worker was killed)", flush=True)


@contextmanager
def dask_cluster(*, wanted: bool) -> Iterator[Any]:
    """Give a cluster of two workers on this machine; None when it is not wanted."""
    if not wanted:
        yield None
        return
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]  # Dask has no types here
        yield cluster


def main() -> int:
    """Compare, and return 1 when two ways differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--select", default="")
    arguments = parser.parse_args()
    more = ("--select", arguments.select) if arguments.select else ()
    with dask_cluster(wanted=arguments.dask or arguments.kill) as cluster:
        verdicts = [compare(site, arguments.jobs, cluster, kills=arguments.kill, more=more) for site in arguments.sites]
    print(f"{sum(verdicts)} of {len(verdicts)} sites the same in every way")
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
