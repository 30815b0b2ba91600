"""Runs programs and measures what they cost: processor time, memory, instructions."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

_COLLECTED: Final = re.compile(rb"Collected : (\d+)")


class Cost(NamedTuple):
    """What a command cost: seconds of processor time (the least of several runs) and the most memory, in MB."""

    seconds: float
    megabytes: float


def cost(command: Sequence[str | Path], *, runs: int, folder: Path, more: Mapping[str, str] | None = None) -> Cost:
    """Run a command several times and return what it cost.

    Processor time is that of the whole process and its children, user and system; unlike the time on a clock it is nearly the
    same when the machine has other things to do.

    Args:
        command: the program and its arguments.
        runs: how many times.
        folder: where to run it.
        more: further variables of the environment.

    Raises:
        RuntimeError: the program could not be run.
    """
    seconds, memory = [], 0.0
    for _ in range(runs):
        with subprocess.Popen(
            [*map(str, command)],
            cwd=folder,
            env={**os.environ, **(more or {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in {0, 1}:  # 1: something was found
            message = f"{command[0]} ended with {process.returncode}"
            raise RuntimeError(message)
        seconds.append(used.ru_utime + used.ru_stime)
        memory = max(memory, used.ru_maxrss / (1024 if sys.platform != "darwin" else 2**20))
    return Cost(min(seconds), memory)


def instructions(command: Sequence[str | Path], *, folder: Path, more: Mapping[str, str] | None = None) -> int | None:
    """Return how many instructions a command takes, as Callgrind counts them; None without Valgrind."""
    if shutil.which("valgrind") is None:
        return None
    outcome = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)],
        cwd=folder,
        env={**os.environ, **(more or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    found = _COLLECTED.search(outcome.stderr)
    return int(found[1]) if found else None
