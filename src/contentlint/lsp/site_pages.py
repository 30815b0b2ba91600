"""What rules about whole sites know: all pages of a project, open or not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import Final, NamedTuple, TypeAlias

from contentlint.engine.outcomes import Outcome
from contentlint.engine.page_facts import PageFacts
from contentlint.engine.runner import Checker
from contentlint.rules.base import Violation
from contentlint.site.content import head_of
from contentlint.site.watching import digest

Read: TypeAlias = Callable[[Path], tuple[bytes, Outcome] | None]
"""Reads a page on disk: its content, and what it says of itself; None when it cannot be read."""


class _Page(NamedTuple):
    path: Path
    outcome: Outcome


class SitePages:
    """The pages of a project's sites. A page that is open counts as it is in the editor, any other as it is on disk.

    Rules about whole sites say nothing before all pages are known: half of them would make a page look unique that is not,
    or look untranslated that is. Used from one thread.

    Args:
        checker: runs those rules.
    """

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._pages: Final[dict[str, _Page]] = {}
        self._on_disk: Final[dict[str, tuple[str, PageFacts] | None]] = {}
        self._open: Final[dict[str, str]] = {}
        self._unread: Iterator[Path] | None = None
        self._findings: dict[str, tuple[Violation, ...]] = {}
        self._is_outdated = False

    def use(self, checker: Checker) -> None:
        """Use another checker, since what the one of before knows of the sites may be wrong now."""
        self._checker = checker
        for page in self._pages.values():
            checker.take(page.path, page.outcome)
        self._is_outdated = bool(self._pages)

    def expect(self, paths: Iterable[Path]) -> None:
        """Say which pages there are; ``read_on`` reads those that are not known."""
        self._unread = chain(self._unread or (), paths)

    @property
    def is_complete(self) -> bool:
        """Whether all pages are known."""
        return self._unread is None

    @property
    def is_behind(self) -> bool:
        """Whether pages are to be read, or rules about whole sites to be asked again."""
        return self._unread is not None or self._is_outdated

    def read_on(self, read: Read, seconds: float) -> None:
        """Read pages that are not known yet, for about so long."""
        end = monotonic() + seconds
        for path in self._unread or ():
            if key_of(path) not in self._pages and (found := read(path)) is not None:
                self.take_from_disk(path, *found)
            if monotonic() > end:
                return
        self._unread = None

    def take_open(self, path: Path, text: str, outcome: Outcome) -> tuple[Violation, ...]:
        """Take in a page as it is in the editor; return what is known of what rules about whole sites say of it.

        What they said of a place before which something changed is left out, until ``update`` asks them again.
        """
        key = key_of(path)
        before = self._open.get(key, "")
        self._open[key] = text
        if before != text and (found := self._findings.get(key)):
            self._findings[key] = tuple(one for one in found if before[: one.span.end] == text[: one.span.end])
        self._take(key, path, outcome)
        return self._findings.get(key, ())

    def take_from_disk(self, path: Path, data: bytes, outcome: Outcome) -> None:
        """Take in a page as it is on disk."""
        key = key_of(path)
        self.note_on_disk(path, data, outcome)
        if key not in self._open:
            self._take(key, path, outcome)

    def note_on_disk(self, path: Path, data: bytes, outcome: Outcome) -> bool:
        """Note what other pages see of a page on disk; return whether that is surely what they saw before."""
        key = key_of(path)
        before, now = self._on_disk.get(key), _visible(data, outcome)
        self._on_disk[key] = now
        return now is not None and before == now

    def close(self, path: Path) -> None:
        """A page is no longer open. What is on disk is to be taken in, or ``forget`` to be called."""
        self._open.pop(key_of(path), None)

    def forget(self, path: Path) -> None:
        """A page is no longer on disk. Behind this, ``use`` must be called with another checker."""
        key = key_of(path)
        self._on_disk.pop(key, None)
        if key not in self._open:
            self._pages.pop(key, None)

    def known(self) -> Iterator[Path]:
        """Yield the pages that are not open."""
        yield from [page.path for key, page in self._pages.items() if key not in self._open]

    def update(self) -> set[str]:
        """Run the rules about whole sites, where all pages are known and something they know has changed.

        Returns:
            The pages, by ``key_of``, of which they say something else than before.
        """
        if not self._is_outdated or not self.is_complete:
            return set()
        self._is_outdated = False
        before, self._findings = self._findings, {}
        for path, violations in self._checker.look_at_pages():
            self._findings[key_of(path)] = violations
        return {key for key in before | self._findings if before.get(key, ()) != self._findings.get(key, ())}

    def findings(self, key: str) -> tuple[Violation, ...]:
        """Return what rules about whole sites said last of a page, by ``key_of``."""
        return self._findings.get(key, ())

    def trial(self, path: Path, outcome: Outcome) -> tuple[Violation, ...]:
        """Return what rules about whole sites would say of an open page if it were otherwise."""
        known = self._pages.get(key_of(path))
        if known is None or not self.is_complete:
            return ()
        self._checker.take(path, outcome)
        found = {key_of(file): violations for file, violations in self._checker.look_at_pages()}
        self._checker.take(known.path, known.outcome)
        return found.get(key_of(path), ())

    def _take(self, key: str, path: Path, outcome: Outcome) -> None:
        if outcome.facts is None:
            self._pages.pop(key, None)
            return
        known = self._pages.get(key)
        if known is None or known.outcome.facts != outcome.facts or known.outcome.language != outcome.language:
            page = self._pages[key] = _Page(path, outcome._replace(violations=()))
            self._checker.take(path, page.outcome)
            self._is_outdated = True


def key_of(path: Path) -> str:
    """Return what names a file, by whichever links it was reached."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - done for every page of a site


def _visible(data: bytes, outcome: Outcome) -> tuple[str, PageFacts] | None:
    """Return something that differs when other pages see something else of a page; None when that is not known.

    A shortcode may add ids that only the site knows, and so may a list of definitions.
    """
    facts = outcome.facts
    return None if facts is None or b"{{" in data or b"\n:" in data else (digest(head_of(data)), facts)
