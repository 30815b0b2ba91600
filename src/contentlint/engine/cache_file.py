"""The file in which the cache stands: rows in SQLite, each with a sum that tells when something happened to it.

Whatever is wrong with the file, it behaves as if nothing were in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    import sqlite3

LIMIT: Final = 200 * 2**20
"""Bytes above which what was not used for longest is thrown away."""
_VERSION: Final = 2
_TABLES: Final = (
    "DROP TABLE IF EXISTS sites",
    "DROP TABLE IF EXISTS pages",
    "CREATE TABLE sites (site TEXT PRIMARY KEY, data BLOB NOT NULL, heads BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE pages (
        site TEXT, scope TEXT, page BLOB, used INTEGER NOT NULL, data BLOB NOT NULL, facts BLOB,
        PRIMARY KEY (site, scope, page)
    ) WITHOUT ROWID""",
)
_SUM: Final = 4
_WAIT: Final = 1.0
"""Seconds to wait for another run that writes."""


class PageRow(NamedTuple):
    """What is kept of a page: the day on which it was last used, what was found, and its facts."""

    used: int
    data: bytes
    facts: bytes | None


class PageKey(NamedTuple):
    """Names a row: the site, what the results rest on besides it (settings, program), and the page."""

    site: str
    scope: str
    page: str


class CacheFile:
    """The rows of one project. Several processes may use the file at a time.

    Args:
        file: where it is, or is to be made.
    """

    def __init__(self, file: Path) -> None:
        self._file: Final = file
        self._connection: sqlite3.Connection | None = self._open()

    def site(self, site: str) -> tuple[bytes, bytes] | None:
        """Return what is kept of a site: what its results rest on, and the front matter of its pages."""
        for data, heads in self._select("SELECT data, heads FROM sites WHERE site = ?", (site,)):
            seen, seen_heads = _unsealed(data, site, "data"), _unsealed(heads, site, "heads")
            return None if seen is None or seen_heads is None else (seen, seen_heads)
        return None

    def pages(self, site: str, scope: str, pages: Sequence[str]) -> dict[str, PageRow]:
        """Return what is kept of some pages of a site."""
        marks = ", ".join("?" * len(pages))
        found = {}
        names = dict(zip(map(_blob, pages), pages, strict=True))
        for blob, used, data, facts in self._select(
            f"SELECT page, used, data, facts FROM pages WHERE site = ? AND scope = ? AND page IN ({marks})",  # noqa: S608 - only question marks
            (site, scope, *map(_blob, pages)),
        ):
            page = names.get(blob)
            if page is None:  # not what was asked for: the file is broken
                continue
            seen = _unsealed(data, site, scope, page)
            seen_facts = None if facts is None else _unsealed(facts, site, scope, page)
            if seen is not None and (facts is None or seen_facts is not None):
                found[page] = PageRow(used, seen, seen_facts)
        return found

    def write(self, change: Callable[[CacheFile], None]) -> None:
        """Let ``change`` write rows, all of them or none: what cannot be written is left out."""
        if self._connection is None:
            return
        import sqlite3  # noqa: PLC0415 - imported already

        try:
            self._connection.execute("BEGIN IMMEDIATE")
            change(self)
            if self._connection is not None:  # reading may have failed meanwhile
                self._connection.execute("COMMIT")
                self._shrink(self._connection)
        except sqlite3.OperationalError:  # another run writes, or the disk is full
            self._roll_back()
        except sqlite3.DatabaseError:
            self._throw_away()

    def put_site(self, site: str, data: bytes, heads: bytes) -> None:
        """Write what is to be kept of a site; only inside ``write``."""
        row = (site, _sealed(data, site, "data"), _sealed(heads, site, "heads"))
        self._execute("INSERT OR REPLACE INTO sites VALUES (?, ?, ?)", [row])

    def put_pages(self, rows: Iterable[tuple[PageKey, PageRow]]) -> None:
        """Write what is to be kept of pages; only inside ``write``."""
        self._execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    *_named(key),
                    row.used,
                    _sealed(row.data, *key),
                    None if row.facts is None else _sealed(row.facts, *key),
                )
                for key, row in rows
            ),
        )

    def mark_used(self, keys: Iterable[PageKey], day: int) -> None:
        """Note when rows were used; only inside ``write``."""
        rows = ((day, *_named(key)) for key in keys)
        self._execute("UPDATE pages SET used = ? WHERE site = ? AND scope = ? AND page = ?", rows)

    def forget_site(self, site: str) -> None:
        """Take out the pages of a site; only inside ``write``."""
        self._execute("DELETE FROM pages WHERE site = ?", [(site,)])

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection | None:
        try:
            import sqlite3  # noqa: PLC0415 - only for runs with a cache, and some Pythons lack it
        except ImportError:
            return None
        for _ in range(2):
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)
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
                self._unlink()
                continue
            return connection
        return None

    def _select(self, statement: str, values: Sequence[str | bytes]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        import sqlite3  # noqa: PLC0415 - imported already

        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError:  # another run writes, or the disk fails
            self.close()
        except (sqlite3.Error, OverflowError, MemoryError):
            self._throw_away()
        return []

    def _execute(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        if self._connection is not None:
            self._connection.executemany(statement, rows)

    def _roll_back(self) -> None:
        import sqlite3  # noqa: PLC0415 - imported already

        if self._connection is not None and self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except sqlite3.Error:
                self.close()

    def _shrink(self, connection: sqlite3.Connection) -> None:
        """Throw away the half that was not used for longest, as often as the file is too large."""
        while self._file.stat().st_size > LIMIT:
            gone = connection.execute(
                "DELETE FROM pages WHERE (site, scope, page) IN "
                "(SELECT site, scope, page FROM pages ORDER BY used LIMIT (SELECT (count(*) + 1) / 2 FROM pages))"
            )
            connection.execute("VACUUM")
            if gone.rowcount < 1:
                return

    def _throw_away(self) -> None:
        """Go on without a file that is broken, and let the next run make a new one."""
        self.close()
        self._unlink()

    def _unlink(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return
        # What is left of a transaction belongs to the broken file, and must not be played into the next.
        self._file.with_name(f"{self._file.name}-journal").unlink(missing_ok=True)


def _blob(page: str) -> bytes:
    """Return the name of a page as it can be kept, whatever is in it."""
    return page.encode("utf-8", "surrogatepass")


def _named(key: PageKey) -> tuple[str, str, bytes]:
    return key.site, key.scope, _blob(key.page)


def _sum_of(data: bytes, key: Sequence[str]) -> bytes:
    return crc32(data, crc32("\n".join(key).encode("utf-8", "surrogatepass"))).to_bytes(_SUM, "little")


def _sealed(data: bytes, *key: str) -> bytes:
    return _sum_of(data, key) + data


def _unsealed(sealed: object, *key: str) -> bytes | None:
    """Return what was sealed under a key; None when it is not that, or not whole."""
    if not isinstance(sealed, bytes) or sealed[:_SUM] != _sum_of(sealed[_SUM:], key):
        return None
    return sealed[_SUM:]
