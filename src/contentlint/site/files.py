"""Access to the files below one folder, and to nothing else."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, Final

from contentlint.site.watching import Seen, Watch, digest, digest_of_names, lasting_stamp, stamp_of

_NOTHING: Final[Mapping[str, bool]] = MappingProxyType({})


def normalise(path: str) -> str | None:
    """Return a posix path without ``.``, ``..`` and doubled slashes; None when it is absolute or climbs out."""
    if path.startswith(("/", "\\")) or "\0" in path or PurePosixPath(path).is_absolute():
        return None
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def join(*parts: str) -> str:
    """Return the parts with one slash between them, empty parts left out."""
    return "/".join(part for part in parts if part)


class SiteFiles:
    """The files below a root, by posix path relative to it.

    Everything is looked up when asked for and remembered. A path that leads out of the root, also through a symbolic
    link, does not exist here; nor does what cannot be read.

    Args:
        root: a folder; it need not exist.

    Attributes:
        watch: is told what is looked at; None when nobody wants to know.
    """

    def __init__(self, root: Path) -> None:
        self.watch: Watch | None = None
        self.root: Final = Path(os.path.realpath(root))
        self._prefix: Final = os.path.join(self.root, "")  # noqa: PTH118 - string work, called for every folder
        self._listings: Final[dict[str, Mapping[str, bool]]] = {}
        self._real: Final[dict[str, str | None]] = {}
        self._parents: Final[dict[str, str]] = {}
        self._links: Final[set[str]] = set()
        self._with_links: Final[set[str]] = set()

    def _inside(self, path: str) -> str | None:
        """Return the real place of a path; None when it lies outside the root."""
        try:
            real = os.path.realpath(self._prefix + path)
        except (OSError, ValueError):  # a NUL, or a name that is too long
            return None
        return real if real.startswith(self._prefix) or real + os.sep == self._prefix else None

    def _real_folder(self, folder: str) -> str | None:
        if folder not in self._real:
            self._real[folder] = self._inside(folder)
        return self._real[folder]

    def _place(self, path: str) -> str | None:
        """Return the real place of a file; where its folder was listed, without asking for every part of the path."""
        folder, _, name = path.rpartition("/")
        names = self._listings.get(folder)
        if names is None or path in self._links:
            return self._inside(path)
        real = self._real_folder(folder)
        return None if real is None or name not in names else real + os.sep + name

    def _looked_at(self, path: str) -> str | None:
        place = self._place(path)
        if self.watch is not None:
            self.watch.file(path, place)
        return place

    def reuse(self, path: str) -> None:
        """Say that what was made of a file before is used again, if it was."""
        if self.watch is not None:
            self.watch.remembered(path)

    def use_heads(self) -> None:
        """Say that what was made of the front matter of all pages is used."""
        if self.watch is not None:
            self.watch.uses_heads = True

    def still(self, path: str, seen: Seen, part: Callable[[bytes], bytes] = bytes) -> Seen | None:
        """Return how a file, or a folder (which ends in ``/``), is to be noted now, if it still is as it was seen; else None.

        What the system says of it may have changed though its content has not; then that is noted anew.

        Args:
            path: the file or folder.
            seen: what was noted of it.
            part: takes what was noted from the content of a file.
        """
        stamp = stamp_of(self._prefix + path)
        if stamp == seen.stamp and (stamp or seen.digest == (digest(b"") if path.endswith("/") else "")):
            return seen
        if path.endswith("/"):
            names = self.listing(path[:-1])
            now = Seen(self._stamp_of_folder(path[:-1]), digest_of_names(names))
        else:
            place = self._place(path)
            stamp = lasting_stamp(place)
            data = None if place is None else _read(place)
            now = Seen(stamp, digest(part(data)) if data is not None else "")
        return now if now.digest == seen.digest else None

    def relative(self, path: Path) -> str | None:
        """Return where a place on this machine lies below the root, or None when it lies outside.

        The last part of the path is taken as it is, so a link keeps its own name.
        """
        parent, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow the last link
        real_parent = self._parents.get(parent)
        if real_parent is None:
            real_parent = self._parents[parent] = os.path.realpath(parent)
        real = os.path.join(real_parent, name)  # noqa: PTH118
        if not real.startswith(self._prefix):
            return "" if real + os.sep == self._prefix else None
        return real[len(self._prefix) :].replace(os.sep, "/")

    def listing(self, folder: str) -> Mapping[str, bool]:
        """Return the names in a folder, in order, with whether each is a folder; empty when there is no such folder."""
        found = self._listings.get(folder)
        if found is None:
            parent, _, name = folder.rpartition("/")
            around = self._listings.get(parent) if folder else None
            if around is not None and not around.get(name):
                return _NOTHING  # links ask for hardly more than folders that are not there
            found = self._listings[folder] = self._scan(folder)
            if self.watch is not None:
                self.watch.folder(folder, Seen(self._stamp_of_folder(folder), digest_of_names(found)))
        return found

    def _stamp_of_folder(self, folder: str) -> str:
        """Return what the system says of a folder; nothing when that may stay the same though its content changes."""
        return "" if folder in self._with_links else lasting_stamp(self._real_folder(folder))

    def _scan(self, folder: str) -> Mapping[str, bool]:
        place = self._real_folder(folder)
        if place is None:
            return _NOTHING
        entries: dict[str, bool] = {}
        try:
            with os.scandir(place) as found:
                for entry in found:
                    if entry.is_symlink():
                        self._links.add(join(folder, entry.name))
                        self._with_links.add(folder)
                        if self._inside(join(folder, entry.name)) is None:
                            continue
                    try:
                        if entry.is_dir():
                            entries[entry.name] = True
                        elif entry.is_file():
                            entries[entry.name] = False
                    except OSError:  # a link that leads in a circle
                        continue
        except (OSError, ValueError):
            return _NOTHING
        return MappingProxyType(dict(sorted(entries.items())))

    def is_file(self, path: str) -> bool:
        """Whether there is such a file."""
        folder, _, name = path.rpartition("/")
        return self.listing(folder).get(name) is False

    def is_link(self, path: str) -> bool:
        """Whether there is a symbolic link, wherever it leads."""
        self.listing(path.rpartition("/")[0])
        return path in self._links

    def is_folder(self, path: str) -> bool:
        """Whether there is such a folder."""
        if not path:
            return self.root.is_dir()
        folder, _, name = path.rpartition("/")
        return self.listing(folder).get(name) is True

    def read(self, path: str, limit: int) -> bytes | None:
        """Return a file's content; None when there is no such file, it cannot be read, or has more than ``limit`` bytes."""
        place = self._place(path)
        data = None if place is None else _read(place, limit)
        if self.watch is not None:
            self.watch.file(path, place, data)
        return data

    def head(self, path: str, limit: int, head_of: Callable[[bytes], bytes]) -> bytes:
        """Return the part of a file that ``head_of`` takes from its content; of one that cannot be read, of nothing."""
        place = self._place(path)
        head = head_of((None if place is None else _read(place, limit)) or b"")
        if self.watch is not None:
            self.watch.head(path, place, head)
        return head

    def size(self, path: str) -> int | None:
        """Return how many bytes a file has; None when there is no such file."""
        place = self._looked_at(path)
        if place is None:
            return None
        try:
            state = os.stat(place)  # noqa: PTH116 - the place is a text
        except (OSError, ValueError):
            return None
        return state.st_size if stat.S_ISREG(state.st_mode) else None

    def open(self, path: str) -> BinaryIO | None:
        """Return a file opened for reading; None when there is no such file or it cannot be read."""
        place = self._looked_at(path)
        if place is None:
            return None
        try:
            if not stat.S_ISREG(os.stat(place).st_mode):  # noqa: PTH116
                return None
            return open(place, "rb")  # noqa: PTH123 - the caller closes it
        except (OSError, ValueError):
            return None

    def walk(self, folder: str, enter: Callable[[str], bool] | None = None) -> Iterator[str]:
        """Yield every file below a folder in order of name; a folder that is reached twice is visited once.

        Args:
            folder: where to begin.
            enter: says of each folder below whether to visit it; all when None.
        """
        seen: set[str] = set()
        waiting = [folder]
        while waiting:
            current = waiting.pop()
            place = self._real_folder(current)
            if place is None or place in seen:
                continue
            seen.add(place)
            folders = []
            for name, is_folder in self.listing(current).items():
                path = join(current, name)
                if not is_folder:
                    yield path
                elif enter is None or enter(path):
                    folders.append(path)
            waiting += reversed(folders)


def _read(place: str, limit: int = sys.maxsize - 1) -> bytes | None:
    """Return a file's content; None when it is no file, cannot be read, or has more than ``limit`` bytes."""
    try:
        # Asked before it is opened: opening a pipe would wait for somebody to write into it.
        state = os.stat(place)  # noqa: PTH116 - faster than Path for hundreds of small templates
        if not stat.S_ISREG(state.st_mode) or state.st_size > limit:
            return None
        with open(place, "rb") as file:  # noqa: PTH123
            data = file.read(min(state.st_size, limit) + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= limit else None
