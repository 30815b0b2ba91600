"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


class WriteRefusedError(OSError):
    """The file is not as it was when it was read, or is not ours to write; it was left alone."""


def replace_file(path: Path, before: bytes, after: bytes, root: Path) -> None:
    """Put ``after`` in the place of ``before``, in one step that a crash cannot cut in two.

    The file keeps its mode and, where the system allows it, its owner. A symbolic link is followed when it stays inside
    ``root``.

    Raises:
        WriteRefusedError: the file holds something else than ``before`` by now, or lies outside ``root``.
        OSError: the system refuses.
    """
    target = path.resolve()
    # A folder on the way may be a link, too; a file that was named outside the root is what the caller wants.
    named = Path(os.path.abspath(path))  # noqa: PTH100 - links on the way are what is looked for
    top = root.resolve()
    if (path.is_symlink() or named.is_relative_to(root.absolute())) and not target.is_relative_to(top):
        message = f"{path} is a link to a file outside {root}"
        raise WriteRefusedError(message)
    if target.read_bytes() != before:
        message = f"{path} has changed since it was read"
        raise WriteRefusedError(message)
    with _beside(target, target.stat()) as file:
        file.write(after)


def write_file(path: Path, data: bytes) -> None:
    """Write a file that may be there already, in one step that a crash cannot cut in two.

    A file that is there keeps its mode and owner; a symbolic link is followed.

    Raises:
        OSError: the system refuses.
    """
    with file_in_the_making(path) as file:
        file.write(data)


@contextlib.contextmanager
def file_in_the_making(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, bit by bit, that takes its place only when all is written; a failure leaves what was there.

    What is no file (a pipe, a device) is written to as it is.

    Raises:
        OSError: the system refuses.
    """
    target = Path(os.path.realpath(path))  # links in a circle are for the system to refuse
    try:
        status: os.stat_result | None = target.stat()
    except FileNotFoundError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        with path.open("wb") as file:
            yield file
        return
    with _beside(target, status) as file:
        yield file


@contextlib.contextmanager
def _beside(target: Path, like: os.stat_result | None) -> Iterator[BinaryIO]:
    """Give a file beside a place, and move it there; it gets the mode and owner of ``like``, or those of a new file."""
    start = os.fsencode(target.name)[:200].decode("utf-8", "ignore")  # a name has 255 bytes at most
    descriptor, name = tempfile.mkstemp(prefix=f".{start}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if like is not None:
            with contextlib.suppress(OSError, AttributeError):
                os.chown(name, like.st_uid, like.st_gid)
        os.chmod(name, like.st_mode & 0o7777 if like else 0o666 & ~_umask())  # noqa: PTH101 - a name came from mkstemp
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def _umask() -> int:
    """Return the mask of new files; the system tells it only to who sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
