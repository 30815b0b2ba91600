"""What changes with the program: results are kept only as long as it stays as it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import contentlint
from contentlint.site.watching import digest


def program() -> str:
    """Return a text that changes with its own files, the place where packages are installed, and Python."""
    own = Path(contentlint.__file__).parent
    stamps = [f"{place} {place.stat().st_mtime_ns}" for place in (Path(os.__file__).parent, _packages())]
    return digest("\n".join([sys.version, *stamps, *_stamps(own)]).encode("utf-8", "surrogateescape"))


def _packages() -> Path:
    spec = find_spec("pyromark")
    return Path(spec.origin or "").parent.parent if spec is not None else Path()


def _stamps(place: Path) -> Iterator[str]:
    """Yield a text for each file below a folder that changes with it."""
    waiting = [os.fspath(place)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    state = entry.stat()
                    yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
