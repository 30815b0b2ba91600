"""What the results that are kept of a site's pages rest on, and whether it is all as it was."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final

from contentlint.site import Site
from contentlint.site.content import head_of
from contentlint.site.watching import Basis, Seen, digest
from contentlint.text.records import NamedTuple

BROKEN: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading something may raise that another program wrote."""


class SiteRow(NamedTuple):
    """What is kept of a site.

    Attributes:
        generation: names the results that rest on ``shared``; empty for none.
        shared: folders, settings and templates that all pages rest on.
        heads: the front matter of all pages, as far as one rests on it; as JSON, since few do.
    """

    generation: str = ""
    shared: Mapping[str, Seen] = MappingProxyType({})
    heads: bytes = b"{}"

    @classmethod
    def read(cls, row: tuple[bytes, bytes] | None) -> SiteRow:
        """Return what was written down; nothing when it cannot be read."""
        if row is None:
            return cls()
        try:
            generation, shared = json.loads(row[0])
            return cls(str(generation), _seen(shared), row[1])
        except BROKEN:
            return cls()

    @property
    def data(self) -> bytes:
        """What to write down besides ``heads``."""
        return _json([self.generation, {**self.shared}])


class SiteState:
    """What is known of a site in this run.

    Args:
        site: the site.
        row: what is kept of it.

    Attributes:
        key: names the site.
        generation: names the results that rest on ``shared``; new when something in it changed.
        is_new: whether what is kept is out of date, or there is nothing.
        is_touched: whether something has another stamp though its content is as it was, so that it is better noted anew.
    """

    def __init__(self, site: Site, row: SiteRow) -> None:
        self._site: Final = site
        self.key: Final = key_of(site)
        self.is_new = True
        self.is_touched = False
        self.generation = os.urandom(8).hex()
        self.shared: dict[str, Seen] = {}
        self._kept_heads = b"{}"
        self._verdicts: Final[dict[str, tuple[Seen, Seen | None]]] = {}
        if row.generation:
            self._take_over(row)

    def _take_over(self, row: SiteRow) -> None:
        """Go on from what is kept, if it all is as it was."""
        shared = {}
        still = self._site.files.still
        for path, seen in row.shared.items():
            now = still(path, seen)
            if now is None:
                return
            shared[path] = now
            self.is_touched = self.is_touched or now is not seen
        self.generation, self.shared, self._kept_heads, self.is_new = row.generation, shared, row.heads, False

    def still(self, path: str, seen: Seen) -> Seen | None:
        """Return how a page or picture is to be noted now, if its content is as it was seen; else None."""
        known = self._verdicts.get(path)
        if known is None or known[0] != seen:
            known = self._verdicts[path] = seen, self._site.files.still(path, seen)
        return known[1]

    def note(self, basis: Basis) -> None:
        """Take in what was looked at."""
        self.shared.update(basis.shared)
        if basis.heads:
            self.heads = dict(basis.heads)
            self.heads_key = _heads_key(self.heads)

    @cached_property
    def heads(self) -> dict[str, Seen]:
        """The front matter of all pages as it was noted; empty when no page rests on it."""
        try:
            return _seen(json.loads(self._kept_heads))
        except BROKEN:
            return {}

    @cached_property
    def heads_key(self) -> str:
        """Names the front matter of all pages as it is now; empty when it is not what was noted."""
        now = {}
        for path, seen in self.heads.items():
            found = self._site.files.still(path, seen, head_of)
            if found is None:
                return ""
            now[path] = found
            self.is_touched = self.is_touched or found is not seen
        self.heads = now
        return _heads_key(now)

    def beside(self, other: SiteRow) -> SiteRow | None:
        """Return what is to be kept when another run may have written meanwhile; None when it saw the site differently."""
        if self.is_new:
            return SiteRow(self.generation, self.shared, self._heads_now)
        if other.generation != self.generation or _differ(other.shared, self.shared):
            return None
        heads = self._heads_now
        return SiteRow(self.generation, {**other.shared, **self.shared}, other.heads if heads == b"{}" else heads)

    @property
    def _heads_now(self) -> bytes:
        return _json(self.heads) if "heads" in self.__dict__ else self._kept_heads


def key_of(site: Site) -> str:
    """Return a short text that names a site."""
    return digest(f"{site.root} {site.is_hugo}".encode("utf-8", "surrogateescape"))


def _seen(plain: Mapping[str, tuple[str, str]]) -> dict[str, Seen]:
    return {path: Seen(stamp, content) for path, (stamp, content) in plain.items()}


def _json(plain: object) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def _heads_key(heads: Mapping[str, Seen]) -> str:
    return digest("\n".join(f"{path} {seen.digest}" for path, seen in heads.items()).encode("utf-8", "surrogateescape"))


def _differ(one: Mapping[str, Seen], other: Mapping[str, Seen]) -> bool:
    """Whether two runs saw a file differently. A stamp alone may be missing, when a file was new."""
    return any(path in other and _changed(seen, other[path]) for path, seen in one.items())


def _changed(one: Seen, other: Seen) -> bool:
    if one.digest and other.digest:
        return one.digest != other.digest
    return one != other
