"""Why the system refused to read or write something, in words for the user."""

from __future__ import annotations

import errno
from typing import Final

from contentlint.rules.base import Message

_DENIED: Final = Message(en="you have no permission", nl="je hebt er geen rechten voor")
_REASONS: Final = {
    errno.ENOENT: Message(en="there is no such file or folder", nl="er is geen bestand of map met die naam"),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EISDIR: Message(en="it is a folder", nl="het is een map"),
    errno.ENOTDIR: Message(
        en="a part of its path is a file and no folder", nl="een deel van het pad is een bestand en geen map"
    ),
    errno.ENOSPC: Message(en="the disk is full", nl="de schijf is vol"),
    errno.EROFS: Message(en="the disk can only be read", nl="de schijf is alleen te lezen"),
    errno.ELOOP: Message(en="links in its path lead in a circle", nl="links in het pad lopen in een kringetje"),
    errno.ENAMETOOLONG: Message(en="the name is too long", nl="de naam is te lang"),
    errno.EEXIST: Message(en="there is one with that name already", nl="er is er al een met die naam"),
}


def reason_of(error: Exception) -> Message | str:
    """Return why something could not be read or written: part of a sentence, without a full stop.

    Args:
        error: what was raised. What is no ``OSError``, or one that is rare, is told in its own (English) words.
    """
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
    return str(error) or type(error).__name__
