"""Keeps what was found in files, for as long as nothing that it rests on changes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any, Final

import contentlint
from contentlint.config import Settings
from contentlint.engine.cache_folder import cache_folder
from contentlint.engine.outcomes import Outcome, from_plain
from contentlint.site import Site
from contentlint.site.content import head_of
from contentlint.site.watching import Basis, Seen, digest

if TYPE_CHECKING:
    import sqlite3

LIMIT: Final = 200 * 2**20
"""Bytes above which what was not used for longest is thrown away."""
SUFFIX: Final = ".sqlite"
_VERSION: Final = 1
_TABLES: Final = (
    "DROP TABLE IF EXISTS sites",
    "DROP TABLE IF EXISTS pages",
    "CREATE TABLE sites (site TEXT PRIMARY KEY, data TEXT NOT NULL)",
    "CREATE TABLE pages (page TEXT PRIMARY KEY, site TEXT NOT NULL, used INTEGER NOT NULL, data TEXT NOT NULL)",
    "CREATE INDEX by_site ON pages (site)",
)
_BROKEN: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
_BATCH: Final = 500
_DAY: Final = 86400


class _SiteState:
    """What is known of a site: what the results that are kept rest on, and whether it is all as it was.

    Attributes:
        generation: a name for the results that rest on ``shared``; new when something in it changed.
        is_new: whether what is kept is out of date, or there is nothing.
    """

    def __init__(self, site: Site, row: str | None) -> None:
        self.site: Final = site
        self.key: Final = f"{site.root} {site.is_hugo}"
        self.shared: dict[str, Seen] = {}
        self.heads: dict[str, Seen] = {}
        self.is_new = True
        self.generation = os.urandom(8).hex()
        self._verdicts: Final[dict[tuple[str, Seen], bool]] = {}
        if row is not None:
            generation, shared, heads = _read_row(row)
            if generation and all(site.files.is_as(path, seen) for path, seen in shared.items()):
                self.generation, self.shared, self.heads, self.is_new = generation, shared, heads, False

    def holds(self, path: str, seen: Seen) -> bool:
        """Whether a file is as it was seen."""
        key = (path, seen)
        if key not in self._verdicts:
            self._verdicts[key] = self.site.files.is_as(path, seen)
        return self._verdicts[key]

    def note(self, basis: Basis) -> None:
        """Take in what was looked at."""
        self.shared.update(basis.shared)
        if basis.heads:
            self.heads = dict(basis.heads)
            self.heads_key = _heads_key(self.heads)

    @cached_property
    def heads_key(self) -> str:
        """Names the front matter of all pages as it is now; empty when it is not what was noted."""
        holds = all(self.site.files.is_as(path, seen, head_of) for path, seen in self.heads.items())
        return _heads_key(self.heads) if holds else ""


def _heads_key(heads: Mapping[str, Seen]) -> str:
    return digest("\n".join(f"{path} {seen.digest}" for path, seen in heads.items()).encode("utf-8", "surrogateescape"))


def _read_row(row: str) -> tuple[str, dict[str, Seen], dict[str, Seen]]:
    try:
        generation, shared, heads = json.loads(row)
        return (
            str(generation),
            {path: Seen(*seen) for path, seen in shared.items()},
            {path: Seen(*seen) for path, seen in heads.items()},
        )
    except _BROKEN:
        return "", {}, {}


class Cache:
    """What was found before in the files of one project. Whatever is wrong with it, the run goes on without it.

    It stands outside the project, so that nobody can put anything into it by way of the content. Several runs may use it
    at a time: what one cannot write because of another, it leaves out.

    Args:
        settings: the settings of the run.
    """

    def __init__(self, settings: Settings) -> None:
        self._registry: Final = settings.registry
        self._base: Final = f"{_program()}\n{settings.fingerprint}"
        self._file: Final = cache_folder() / f"{digest(os.fsencode(settings.root))}{SUFFIX}"
        self._sites: Final[dict[Site, _SiteState]] = {}
        self._kept: Final[dict[str, tuple[Site, str]]] = {}
        self._used: Final[list[str]] = []
        self._today: Final = int(time()) // _DAY
        self._connection: sqlite3.Connection | None = self._open()

    def find(self, site: Site, path: str, content: str) -> Outcome | None:
        """Return what was found in a file before; None when that may be different now.

        Args:
            site: the site it belongs to.
            path: the file, relative to the root of the settings.
            content: the digest of its content.
        """
        state = self._state(site)
        if state.is_new:
            return None
        key = self._key(state, path)
        row = self._row("SELECT data, used FROM pages WHERE page = ?", key)
        if row is None:
            return None
        try:
            was, own, heads, plain = json.loads(row[0])
            if was != content or not all(state.holds(name, Seen(*seen)) for name, seen in own.items()):
                return None
            if heads and heads != state.heads_key:
                return None
            outcome = from_plain(plain, self._registry)
        except _BROKEN:
            return None
        if row[1] != self._today:
            self._used.append(key)
        return outcome

    def keep(self, site: Site, path: str, content: str, plain: list[Any], basis: Basis) -> None:
        """Keep what was found in a file.

        Args:
            site: the site it belongs to.
            path: the file, relative to the root of the settings.
            content: the digest of its content.
            plain: what was found, as ``to_plain`` writes it.
            basis: what it rests on.
        """
        state = self._state(site)
        state.note(basis)
        heads = state.heads_key if basis.uses_heads else ""
        data = json.dumps([content, basis.own, heads, plain], separators=(",", ":"))
        self._kept[self._key(state, path)] = (site, data)
        if len(self._kept) >= _BATCH:
            self._write()

    def close(self) -> None:
        """Write what is to be kept, and let go of the file."""
        self._write()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _key(self, state: _SiteState, path: str) -> str:
        return digest(f"{self._base}\n{state.key}\n{path}".encode("utf-8", "surrogateescape"))

    def _state(self, site: Site) -> _SiteState:
        if site not in self._sites:
            key = f"{site.root} {site.is_hugo}"
            row = self._row("SELECT data FROM sites WHERE site = ?", key)
            self._sites[site] = _SiteState(site, None if row is None else row[0])
        return self._sites[site]

    def _row(self, statement: str, key: str) -> tuple[Any, ...] | None:
        if self._connection is None:
            return None
        import sqlite3  # noqa: PLC0415 - imported already

        try:
            row: tuple[Any, ...] | None = self._connection.execute(statement, (key,)).fetchone()
        except sqlite3.Error:
            self._give_up()
            return None
        return row

    def _open(self) -> sqlite3.Connection | None:
        try:
            import sqlite3  # noqa: PLC0415 - only for runs with a cache, and some Pythons lack it
        except ImportError:
            return None
        for _ in range(2):
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self._file, timeout=1.0, isolation_level=None)
            except (OSError, sqlite3.Error):
                return None
            try:
                connection.execute("PRAGMA synchronous = NORMAL")
                if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                    connection.execute("BEGIN IMMEDIATE")
                    for statement in (*_TABLES, f"PRAGMA user_version = {_VERSION}", "COMMIT"):
                        connection.execute(statement)
            except sqlite3.OperationalError:  # another run writes, or nothing can be written there
                connection.close()
                return None
            except sqlite3.DatabaseError:
                connection.close()
                self._file.unlink(missing_ok=True)
                continue
            return connection
        return None

    def _give_up(self) -> None:
        """Go on without the cache; a file that is broken is thrown away."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._file.unlink(missing_ok=True)

    def _write(self) -> None:
        if self._connection is None or not (self._kept or self._used):
            self._kept.clear()
            return
        import sqlite3  # noqa: PLC0415 - imported already

        try:
            self._connection.execute("BEGIN IMMEDIATE")
            writable = {site for site in dict.fromkeys(site for site, _ in self._kept.values()) if self._settle(site)}
            self._connection.executemany(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)",
                (
                    (key, self._sites[site].key, self._today, data)
                    for key, (site, data) in self._kept.items()
                    if site in writable
                ),
            )
            used = ((self._today, key) for key in self._used)
            self._connection.executemany("UPDATE pages SET used = ? WHERE page = ?", used)
            self._connection.execute("COMMIT")
            self._shrink()
        except sqlite3.OperationalError:  # another run writes, or the disk is full
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.DatabaseError:
            self._give_up()
        self._kept.clear()
        self._used.clear()

    def _settle(self, site: Site) -> bool:
        """Write down what the results of a site rest on; return whether they may be kept beside those of other runs."""
        state = self._sites[site]
        row = self._row("SELECT data FROM sites WHERE site = ?", state.key)
        generation, shared, heads = _read_row(row[0]) if row else ("", {}, {})
        if state.is_new:
            self._execute("DELETE FROM pages WHERE site = ?", state.key)
            state.is_new = False
        elif generation != state.generation or _differ(shared, state.shared):
            return False
        else:
            state.shared = {**shared, **state.shared}
            state.heads = state.heads or heads
        data = json.dumps([state.generation, state.shared, state.heads], separators=(",", ":"))
        self._execute("INSERT OR REPLACE INTO sites VALUES (?, ?)", state.key, data)
        return True

    def _execute(self, statement: str, *values: object) -> None:
        if self._connection is not None:
            self._connection.execute(statement, values)

    def _shrink(self) -> None:
        """Throw away the half that was not used for longest, when the file is too large."""
        if self._file.stat().st_size > LIMIT:
            self._execute(
                "DELETE FROM pages WHERE page IN (SELECT page FROM pages ORDER BY used LIMIT (SELECT count(*) / 2 FROM pages))"
            )
            self._execute("VACUUM")


def _differ(one: Mapping[str, Seen], other: Mapping[str, Seen]) -> bool:
    """Whether two runs saw a file differently. A stamp alone may be missing, when a file was new."""
    return any(path in other and _changed(seen, other[path]) for path, seen in one.items())


def _changed(one: Seen, other: Seen) -> bool:
    if one.digest and other.digest:
        return one.digest != other.digest
    return one != other


def _program() -> str:
    """Return what changes with the program: its own files, the place where packages are installed, and Python."""
    own = Path(contentlint.__file__).parent
    installed = Path(json.__file__).parent, _packages()
    stamps = [f"{place} {place.stat().st_mtime_ns}" for place in installed]
    return digest("\n".join([sys.version, *stamps, *_stamps(own)]).encode("utf-8", "surrogateescape"))


def _packages() -> Path:
    spec = find_spec("pyromark")
    return Path(spec.origin or "").parent.parent if spec is not None else Path()


def _stamps(place: Path) -> Iterable[str]:
    """Return a text for each file below a folder that changes with it."""
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
