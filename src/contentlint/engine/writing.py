"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


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
    if path.is_symlink() and not target.is_relative_to(root.resolve()):
        message = f"{path} is a link to a file outside {root}"
        raise WriteRefusedError(message)
    if target.read_bytes() != before:
        message = f"{path} has changed since it was read"
        raise WriteRefusedError(message)
    status = target.stat()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, status.st_mode & 0o7777)  # noqa: PTH101 - a name, not a path, came from mkstemp
        with contextlib.suppress(OSError, AttributeError):
            os.chown(name, status.st_uid, status.st_gid)
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
