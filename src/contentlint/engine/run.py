"""Checks many files: from the cache where it may, in other processes where that pays, and gives the outcomes in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contentlint.config import Settings
from contentlint.engine.outcomes import NotPlainError, Outcome, from_plain, to_plain
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker, read_page, shown_part, shown_path
from contentlint.engine.site_linter import SiteFinding, SiteLinter
from contentlint.engine.timing import Timing
from contentlint.engine.workers import BATCH_BYTES, BATCH_FILES, Examined, Workers, examine
from contentlint.rules.base import Message, Violation
from contentlint.rules.engine_rules import INTERNAL_ERROR
from contentlint.site import Site
from contentlint.site.watching import NOTHING_SEEN, digest, digest_of_all, lasting_stamp, stamp_of
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Future

    from contentlint.engine.cache import Cache, Kept

_ALONE: Final = Message(
    en="Another process that was checking files ended unexpectedly ({reason}); this one goes on alone.",
    nl="Een ander proces dat bestanden bekeek, stopte onverwacht ({reason}); dit proces gaat alleen verder.",
)


class Means(NamedTuple):
    """What a run may use besides this process, and what is wanted of it.

    Attributes:
        cache: what was found before; None for none.
        workers: other processes; None for none. Whoever makes them closes them.
        timing: measures where the time goes; it sees nothing of other processes.
        wants_texts: whether the text of files in which nothing is found is wanted, too.
    """

    cache: Cache | None = None
    workers: Workers | None = None
    timing: Timing | None = None
    wants_texts: bool = True


_NONE: Final = Means()


def check_paths(
    files: Sequence[Path],
    settings: Settings,
    *,
    means: Means = _NONE,
    on_progress: Callable[[int, int], None] | None = None,
    on_notice: Callable[[Notice], None] = lambda _: None,
) -> Iterator[FileResult]:
    """Check files and yield the outcome of each, in order; then what is found only by looking at all of them.

    Only some files are held in memory at a time, however many there are.

    Args:
        files: what ``discover`` found.
        settings: the settings of the run.
        means: what the run may use.
        on_progress: is told how many files of how many are done.
        on_notice: is told what people should know of the run itself.
    """
    with Checker(settings, on_notice, watches=means.cache is not None, timing=means.timing) as checker:
        run = _Run(checker, settings, means, on_notice)
        for done, result in enumerate(run.results(files), 1):
            yield result
            if on_progress is not None:
                on_progress(done, len(files))
        with nullcontext() if means.timing is None else means.timing.stage("whole sites"):
            found = [*checker.check_sites(run.check_site)]
        yield from found


_WAITING: Final = 500
"""Files that are held in memory at most."""
_CHUNK: Final = 200
"""Files that are looked for in the cache at a time."""
_ABOUT_SITE: Final = ""
"""Stands for the path of a page where what is kept is what rules about the whole site found."""
_NO_TEXT: Final = SourceText("")


class _Slot:
    """A file on its way: its content, and what was found, once that is known."""

    __slots__ = ("content", "data", "outcome", "path", "relative", "site", "source", "stamp")

    def __init__(self, path: Path, site: Site, relative: str) -> None:
        self.path: Final = path
        self.site: Final = site
        self.relative: Final = relative
        self.stamp = ""
        self.content = ""
        self.data = b""
        self.source = _NO_TEXT
        self.outcome: Outcome | None = None

    def take(self, data: bytes) -> None:
        """Take in the content."""
        self.data = data
        self.source = SourceText.from_bytes(data)


class _Sent(NamedTuple):
    """Files that another process is checking."""

    slots: list[_Slot]
    future: Future[list[Examined]]


class _Run:
    """One run over many files."""

    def __init__(self, checker: Checker, settings: Settings, means: Means, on_notice: Callable[[Notice], None]) -> None:
        self._checker: Final = checker
        self._settings: Final = settings
        self._cache: Final = means.cache
        self._workers = means.workers
        self._wants_texts: Final = means.wants_texts
        self._on_notice: Final = on_notice
        self._queue: Final[deque[_Slot | FileResult]] = deque()
        self._batch: list[_Slot] = []
        self._sent: Final[deque[_Sent]] = deque()

    def results(self, files: Sequence[Path]) -> Iterator[FileResult]:
        """Yield the outcome of each file."""
        for start in range(0, len(files), _CHUNK):
            chunk = files[start : start + _CHUNK]
            slots = deque(_Slot(path, self._checker.site(path), self._settings.relative(path)) for path in chunk)
            known: Iterator[Kept | None] = repeat(None)
            if self._cache is not None:
                known = self._cache.find([(slot.site, slot.relative) for slot in slots])
            while slots:  # each lets go of its text when it is done
                self._begin(slots.popleft(), next(known))
                yield from self._finished()
        self._settle()
        yield from self._finished()

    def check_site(self, linter: SiteLinter) -> Iterable[SiteFinding]:
        """Return what rules about a whole site find, from the cache where they have seen the very same pages."""
        if self._cache is None:
            return linter.run()
        content = digest_of_all(linter.all_facts)
        (kept,) = self._cache.find([(linter.site, _ABOUT_SITE)])
        if kept is not None and kept.content == content and (found := self._site_findings(kept)) is not None:
            return found
        return self._keep_site(linter, content)

    def _site_findings(self, kept: Kept) -> list[SiteFinding] | None:
        from contentlint.engine.cache_sites import BROKEN  # noqa: PLC0415 - only with a cache

        try:
            return [
                SiteFinding(path, found.language, found.violations)
                for path, plain in kept.plain[2]
                for found in (from_plain(plain, None, self._settings.registry),)
            ]
        except BROKEN:
            return None

    def _keep_site(self, linter: SiteLinter, content: str) -> list[SiteFinding]:
        watch = linter.site.files.watch
        if watch is not None:
            watch.begin()
        found = [*linter.run()]
        basis = watch.basis() if watch is not None else NOTHING_SEEN
        if self._cache is not None and not any(_has_failed(one.violations) for one in found):
            registry = self._settings.registry
            with suppress(NotPlainError):
                plain = [(one.path, to_plain(Outcome(one.language, one.violations, None), registry)) for one in found]
                self._cache.keep(linter.site, _ABOUT_SITE, "", content, Examined(["", [], plain], None, basis))
        return found

    def _begin(self, slot: _Slot, kept: Kept | None) -> None:
        if kept is not None and self._recall(slot, kept):
            self._queue.append(slot)
            return
        data = slot.data or read_page(slot.path)
        if isinstance(data, FileResult):
            self._queue.append(data)
            return
        self._queue.append(slot)
        slot.take(data)
        if self._cache is not None:
            slot.stamp = slot.stamp or lasting_stamp(os.fspath(slot.path))
            slot.content = slot.content or digest(data)
        if self._workers is None:
            self._check(slot)
            return
        most = 2 * self._workers.count
        self._batch.append(slot)
        if len(self._batch) >= BATCH_FILES or sum(len(one.data) for one in self._batch) >= BATCH_BYTES:
            self._send()
        while len(self._sent) > most:
            self._receive()
        if len(self._queue) > _WAITING:
            self._settle()

    def _recall(self, slot: _Slot, kept: Kept) -> bool:
        """Whether what was found in a file before holds for it as it is now."""
        assert self._cache is not None  # noqa: S101 - else nothing is kept
        is_same = bool(kept.stamp) and kept.stamp == stamp_of(os.fspath(slot.path))
        if not is_same or self._wants_texts or not kept.is_clean:
            data = read_page(slot.path)
            if isinstance(data, FileResult):
                return False
            slot.take(data)
            slot.content = digest(data)
            if slot.content != kept.content:
                return False
        slot.outcome = self._cache.outcome(kept)
        if slot.outcome is not None and not is_same:
            self._cache.refresh(slot.site, slot.relative, lasting_stamp(os.fspath(slot.path)), kept)
        return slot.outcome is not None

    def _settle(self) -> None:
        """Wait until something is known of all files so far."""
        if self._workers is not None and self._workers.started and self._batch:
            self._send()
        for slot in self._batch:  # few files at the end of a run, or between files from the cache
            self._check(slot)
        self._batch = []
        while self._sent:
            self._receive()

    def _send(self) -> None:
        if self._workers is None:
            return
        slots, self._batch = self._batch, []
        try:
            future = self._workers.submit((slot.path, slot.data) for slot in slots)
        except RuntimeError as error:  # a pool that is broken or closed
            self._go_on_alone(error)
            for slot in slots:
                self._check(slot)
        else:
            self._sent.append(_Sent(slots, future))

    def _receive(self) -> None:
        """Wait for the files that were sent first."""
        slots, future = self._sent.popleft()
        try:
            found = future.result()
        except Exception as error:  # noqa: BLE001 - whatever became of the other process, the files are checked here
            self._go_on_alone(error)
            for slot in slots:
                self._check(slot)
            return
        for slot, examined in zip(slots, found, strict=True):
            self._store(slot, examined)

    def _go_on_alone(self, error: Exception) -> None:
        if self._workers is not None:
            self._workers = None
            self._on_notice(Notice(None, _ALONE(reason=type(error).__name__)))

    def _check(self, slot: _Slot) -> None:
        if self._cache is None:
            slot.outcome = self._checker.examine(slot.source, slot.path)
        else:
            self._store(slot, examine(self._checker, slot.path, slot.source, self._settings))

    def _store(self, slot: _Slot, examined: Examined) -> None:
        if examined.plain is None:
            slot.outcome = self._checker.examine(slot.source, slot.path)
            return
        slot.outcome = from_plain(examined.plain, examined.facts, self._settings.registry)
        # A rule that failed may have failed for a reason that is gone the next time, such as a busy machine.
        if self._cache is not None and not _has_failed(slot.outcome.violations):
            self._cache.keep(slot.site, slot.relative, slot.stamp, slot.content, examined)

    def _finished(self) -> Iterator[FileResult]:
        """Yield what is known of the first files."""
        while self._queue:
            first = self._queue[0]
            if isinstance(first, FileResult):
                yield first
            elif first.outcome is None:
                return
            else:
                self._checker.take(first.path, first.outcome)
                yield FileResult(
                    shown_path(first.path), shown_part(first.source), first.outcome.language, first.outcome.violations
                )
            self._queue.popleft()


def _has_failed(violations: Iterable[Violation]) -> bool:
    """Whether a rule ended with an error."""
    return any(violation.rule.name == INTERNAL_ERROR for violation in violations)
