"""Keeps what was found in files, for as long as nothing that it rests on changes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from time import time
from typing import Any, Final

from contentlint.config import Settings
from contentlint.engine.cache_file import CacheFile, PageKey, PageRow
from contentlint.engine.cache_folder import cache_folder
from contentlint.engine.cache_sites import BROKEN, SiteRow, SiteState, key_of
from contentlint.engine.outcomes import Outcome, from_plain
from contentlint.engine.page_facts import PageFacts
from contentlint.engine.program import program
from contentlint.engine.workers import Examined
from contentlint.site import Site
from contentlint.site.watching import Seen, digest
from contentlint.text.records import NamedTuple

SUFFIX: Final = ".sqlite"
_BATCH: Final = 500
_DAY: Final = 86400


class Kept(NamedTuple):
    """What was found in a file before, when nothing that it rests on has changed but perhaps its own content.

    Attributes:
        stamp: what the system said of the file; empty when that may stay the same though its content changes.
        content: the digest of its content.
        plain: what was found, as ``to_plain`` writes it.
        facts: its facts.
    """

    stamp: str
    content: str
    plain: list[Any]
    facts: PageFacts | None

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not self.plain[2]


class Cache:
    """What was found before in the files of one project. Whatever is wrong with it, the run goes on without it.

    It stands outside the project, so that nobody can put anything into it by way of the content. Several runs may use it
    at a time: what one cannot write because of another, it leaves out.

    Args:
        settings: the settings of the run.
    """

    def __init__(self, settings: Settings) -> None:
        self._registry: Final = settings.registry
        self._base: Final = f"{program()}\n{settings.fingerprint}"
        self._file: Final = CacheFile(cache_folder() / f"{digest(os.fsencode(settings.root))}{SUFFIX}")
        self._sites: Final[dict[Site, SiteState]] = {}
        self._scopes: Final[dict[Site, str]] = {}
        self._kept: Final[dict[PageKey, tuple[Site, PageRow]]] = {}
        self._used: Final[list[PageKey]] = []
        self._today: Final = int(time()) // _DAY

    def find(self, places: Sequence[tuple[Site, str]]) -> Iterator[Kept | None]:
        """Yield what was found before in each of some files; None where it may be different now, whatever their content.

        Args:
            places: for each file its site, and its path relative to the root of the settings.
        """
        wanted: dict[Site, list[str]] = {}
        for site, path in places:
            wanted.setdefault(site, []).append(path)
        rows = {
            site: {} if self._state(site).is_new else self._file.pages(key_of(site), self._scope(site), paths)
            for site, paths in wanted.items()
        }
        for site, path in places:
            row = rows[site].get(path)
            yield None if row is None else self._read(site, path, row)

    def outcome(self, kept: Kept) -> Outcome | None:
        """Return what was found; None when it cannot be read."""
        try:
            return from_plain(kept.plain, kept.facts, self._registry)
        except BROKEN:
            return None

    def _read(self, site: Site, path: str, row: PageRow) -> Kept | None:
        """Return what a row says, if all that it rests on is as it was."""
        state = self._state(site)
        try:
            stamp, content, until, own, heads, below, plain = json.loads(row.data)
            if until and until <= time():
                return None
            if heads and heads != state.heads_key:
                return None
            touched = False
            for name, then in own.items():
                seen = Seen(*then)
                now = state.still(name, seen)
                if now is None:
                    return None
                if now is not seen and now != seen:
                    own[name], touched = now, True
            facts = None if row.facts is None else PageFacts(below, row.facts)
            kept = Kept(stamp, content, plain, facts)
            _ = kept.is_clean
        except BROKEN:
            return None
        key = self._key(site, path)
        if touched:
            self._put(
                site, key, row._replace(used=self._today, data=_row(stamp, content, until, own, heads, below, plain))
            )
        elif row.used != self._today:
            self._used.append(key)
        return kept

    def keep(self, site: Site, path: str, stamp: str, content: str, examined: Examined) -> None:
        """Keep what was found in a file.

        Args:
            site: the site it belongs to.
            path: the file, relative to the root of the settings.
            stamp: what the system says of the file; empty when that may stay the same though its content changes.
            content: the digest of its content.
            examined: what was found, and what it rests on.
        """
        plain, facts, basis = examined
        state = self._state(site)
        state.note(basis)
        heads = state.heads_key if basis.uses_heads else ""
        data = _row(stamp, content, basis.until, basis.own, heads, facts.path if facts else "", plain)
        row = PageRow(self._today, data, facts.data if facts else None)
        self._put(site, self._key(site, path), row)

    def refresh(self, site: Site, path: str, stamp: str, kept: Kept) -> None:
        """Note that the system says something else of a file, though its content is as it was."""
        key = self._key(site, path)
        row = self._kept[key][1] if key in self._kept else self._file.pages(key.site, key.scope, [path]).get(path)
        if stamp and stamp != kept.stamp and row is not None:
            _, *rest = json.loads(row.data)
            self._put(site, key, row._replace(used=self._today, data=_row(stamp, *rest)))

    def close(self) -> None:
        """Write what is to be kept, and let go of the file."""
        self.write()
        self._file.close()

    def _put(self, site: Site, key: PageKey, row: PageRow) -> None:
        self._kept[key] = (site, row)
        if len(self._kept) >= _BATCH:
            self.write()

    def _key(self, site: Site, path: str) -> PageKey:
        return PageKey(self._state(site).key, self._scope(site), path)

    def _scope(self, site: Site) -> str:
        """Return what names the settings and the program that results rest on."""
        if site not in self._scopes:
            scope = f"{self._base}\n{self._state(site).key}"
            self._scopes[site] = digest(scope.encode("utf-8", "surrogateescape"))
        return self._scopes[site]

    def _state(self, site: Site) -> SiteState:
        if site not in self._sites:
            self._sites[site] = SiteState(site, SiteRow.read(self._file.site(key_of(site))))
        return self._sites[site]

    def write(self) -> None:
        """Write what is to be kept."""
        touched = [site for site, state in self._sites.items() if state.is_touched]
        if self._kept or self._used or touched:
            self._file.write(lambda file: self._write_to(file, touched))
            for site in touched:
                self._sites[site].is_touched = False
        self._kept.clear()
        self._used.clear()

    def _write_to(self, file: CacheFile, touched: Sequence[Site]) -> None:
        sites = dict.fromkeys([*(site for site, _ in self._kept.values()), *touched])
        writable = {site for site in sites if self._settle(file, self._sites[site])}
        file.put_pages((key, row) for key, (site, row) in self._kept.items() if site in writable)
        file.mark_used(self._used, self._today)

    @staticmethod
    def _settle(file: CacheFile, state: SiteState) -> bool:
        """Write down what the results of a site rest on; return whether they may be kept beside those of other runs."""
        row = state.beside(SiteRow.read(file.site(state.key)))
        if row is None:
            return False
        if state.is_new:
            file.forget_site(state.key)
            state.is_new = False
        file.put_site(state.key, row.data, row.heads)
        return True


def _row(*parts: object) -> bytes:
    """Return what is kept of a page: stamp, content, until, own, heads, path below the site, what was found."""
    return json.dumps(parts, separators=(",", ":")).encode("ascii")
