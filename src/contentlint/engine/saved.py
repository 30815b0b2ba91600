"""Uses and fills the cache for one file at a time, for a program that goes on while files change."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.engine.cache import Cache
from contentlint.engine.outcomes import Outcome, from_plain
from contentlint.engine.runner import Checker
from contentlint.engine.workers import examine
from contentlint.rules.engine_rules import INTERNAL_ERROR
from contentlint.site.watching import digest, lasting_stamp
from contentlint.text import SourceText


class Saved:
    """What is known of files as they are on disk.

    Args:
        checker: checks them; with a cache, it must note what it looks at (``watches``).
        cache: where what was found is kept; None for nowhere.
        settings: the settings of both.
    """

    def __init__(self, checker: Checker, cache: Cache | None, settings: Settings) -> None:
        self._checker: Final = checker
        self._cache: Final = cache
        self._settings: Final = settings

    def find(self, path: Path, data: bytes) -> Outcome | None:
        """Return what was found before in a file with that content; None when that is not known, or may be different now."""
        if self._cache is None:
            return None
        (kept,) = self._cache.find([(self._checker.site(path), self._settings.relative(path))])
        return self._cache.outcome(kept) if kept is not None and kept.content == digest(data) else None

    def examine(
        self, path: Path, source: SourceText, data: bytes, *, is_stale: Callable[[], bool] = lambda: False
    ) -> Outcome:
        """Check a file with that content, and keep what is found.

        Raises:
            StaleError: nobody waits for it any more; see ``Checker.check_source``.
        """
        if self._cache is None:
            return self._checker.examine(source, path, is_stale=is_stale)
        examined = examine(self._checker, path, source, self._settings, is_stale=is_stale)
        if examined.plain is None:
            return self._checker.examine(source, path, is_stale=is_stale)
        outcome = from_plain(examined.plain, examined.facts, self._settings.registry)
        # A rule that failed may have failed for a reason that is gone the next time, such as a busy machine.
        if not any(violation.rule.name == INTERNAL_ERROR for violation in outcome.violations):
            site, stamp = self._checker.site(path), lasting_stamp(os.fspath(path))
            self._cache.keep(site, self._settings.relative(path), stamp, digest(data), examined)
        return outcome
