"""Puts new files in place: all of them or none, and never over one that is there."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path

from contentlint.engine.writing import write_file


class OutsideError(OSError):
    """A file would come to stand outside the folder that was named, by way of a link."""


def create_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Create files below a folder, in the order given, each of them whole.

    When one of them cannot be created, those made before it are taken away again, and so are folders made for them.

    Args:
        root: the folder, which exists.
        files: the content of each file by its path relative to ``root``, with ``/``.

    Raises:
        FileExistsError: a file of that name is there already; nothing was written.
        OutsideError: a link in a path leads out of the folder.
        OSError: the system refuses.
    """
    made: list[Path] = []
    folders: list[Path] = []
    try:
        for name, data in files.items():
            path = root / name
            folders += _make_folder(path.parent)
            if not path.parent.resolve().is_relative_to(root.resolve()):
                raise OutsideError(errno.EXDEV, "a link leads outside the folder", os.fspath(path))  # noqa: TRY301 - cleaned up below
            _create(path, data)
            made.append(path)
    except BaseException:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.unlink()
        for folder in reversed(folders):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it, and return the ones that were not there, outermost first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    made = missing[::-1]
    for one in made:
        one.mkdir(exist_ok=True)
    return made


def _create(path: Path, data: bytes) -> None:
    path.touch(exist_ok=False)  # takes the name, and refuses when it is taken; a link that leads nowhere counts, too
    try:
        write_file(path, data)
    except BaseException:
        path.unlink()
        raise
