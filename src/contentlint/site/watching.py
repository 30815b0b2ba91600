"""Notes what is looked at of a site's files, so that what was found can be kept for as long as they stay as they are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from time import time_ns
from typing import Final

from contentlint.text.records import NamedTuple

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a further change is sure to change a file's time too; clocks of file systems are coarse."""
_OF_PAGES: Final = frozenset(
    "avif bmp gif heic heif jfif jpe jpeg jpg markdown md mdown mkd png svg tif tiff webp".split()
)
"""Extensions of pages and pictures: what is made of these is not remembered for all pages."""


class Seen(NamedTuple):
    """A file or folder as it was when it was looked at.

    Attributes:
        stamp: what the system says of it; empty when that may stay the same though it changes, or when nothing is there.
        digest: of its content; empty when only the system was asked, or when nothing is there.
    """

    stamp: str
    digest: str


class Basis(NamedTuple):
    """What was found in a page rests on this, besides its content and the settings.

    Attributes:
        own: the pictures and other pages that were looked at, as they were.
        uses_heads: whether it rests on the front matter of all pages.
        shared: folders (which end in ``/``), settings and templates that were looked at for the first time. What is made
            of them is remembered, so all pages of the site rest on them.
        heads: the front matter of every page, if it was looked at for the first time.
        until: when it may be different though nothing changes, in seconds since 1970; 0 for never.
    """

    own: Mapping[str, Seen]
    uses_heads: bool
    shared: Mapping[str, Seen]
    heads: Mapping[str, Seen]
    until: float = 0


NOTHING_SEEN: Final = Basis({}, False, {}, {})


class Watch:
    """Notes the files and folders of one site that are looked at.

    Attributes:
        uses_heads: whether the front matter of all pages was used since the present page began.
    """

    def __init__(self) -> None:
        self.uses_heads = False
        self._own: dict[str, Seen] = {}
        self._until = 0.0
        self._shared: dict[str, Seen] = {}
        self._heads: dict[str, Seen] = {}
        self._known: Final[set[str]] = set()
        self._pages: Final[dict[str, Seen]] = {}

    def begin(self) -> None:
        """Begin a page."""
        self._own = {}
        self._until = 0.0
        self.uses_heads = False

    def basis(self) -> Basis:
        """Return what the present page rests on; what is for the first time is not told again."""
        basis = Basis(self._own, self.uses_heads, self._shared, self._heads, self._until)
        self._shared, self._heads = {}, {}
        return basis

    def folder(self, path: str, seen: Seen) -> None:
        """Note the content of a folder."""
        self._shared[f"{path}/"] = seen

    def until(self, moment: float) -> None:
        """Note that what is found may be different from a moment on, in seconds since 1970."""
        self._until = min(moment, self._until or moment)

    def file(self, path: str, place: str | None, data: bytes | None = None) -> None:
        """Note that a file was looked at; with its content where that was read."""
        of_pages = path.rpartition(".")[2].lower() in _OF_PAGES
        if not of_pages and path in self._known:
            return
        stamp = lasting_stamp(place)
        if data is None and not stamp:
            data = _content(place)
        seen = Seen(stamp, "" if data is None else digest(data))
        if of_pages:
            self._own[path] = self._pages[path] = seen
        else:
            self._known.add(path)
            self._shared[path] = seen

    def remembered(self, path: str) -> None:
        """Note that what was made of a page before was used again."""
        if path in self._pages:
            self._own[path] = self._pages[path]

    def head(self, path: str, place: str | None, head: bytes) -> None:
        """Note the front matter of a page."""
        self._heads[path] = Seen(lasting_stamp(place), digest(head))


def digest(data: bytes) -> str:
    """Return a short text that differs for different bytes."""
    return digest_of_all((data,))


def digest_of_all(parts: Iterable[bytes]) -> str:
    """Return a short text that differs for different parts."""
    try:
        from _blake2 import blake2b  # noqa: PLC0415 - hashlib has it from there, and costs 7 ms for all it has besides
    except ImportError:
        from hashlib import blake2b  # noqa: PLC0415 - another Python

    made = blake2b(digest_size=16)
    for part in parts:
        made.update(b"%d " % len(part))
        made.update(part)
    return made.hexdigest()


def digest_of_names(names: Mapping[str, bool]) -> str:
    """Return a short text that differs for different contents of a folder."""
    lines = (f"{name}/" if is_folder else name for name, is_folder in names.items())
    return digest("\n".join(lines).encode("utf-8", "surrogateescape"))


def stamp_of(place: str) -> str:
    """Return what the system says of a file or folder; empty when nothing is there."""
    try:
        state = os.stat(place)  # noqa: PTH116 - asked for every file of a site
    except (OSError, ValueError):
        return ""
    return f"{state.st_mtime_ns}.{state.st_ctime_ns}.{state.st_size}.{state.st_ino}"


def lasting_stamp(place: str | None) -> str:
    """Return the stamp of a file or folder if it is old enough to change with it."""
    stamp = stamp_of(place) if place else ""
    if not stamp:
        return ""
    changed = max(int(part) for part in stamp.split(".")[:2])
    return stamp if time_ns() - changed > _SETTLED else ""


def _content(place: str | None) -> bytes | None:
    try:
        with open(place or "", "rb") as file:  # noqa: PTH123 - as above
            return file.read()
    except (OSError, ValueError):
        return None
