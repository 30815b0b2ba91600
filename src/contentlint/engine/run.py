"""Checks many files: from the cache where it may, in other processes where that pays, and gives the outcomes in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from contentlint.config import Settings
from contentlint.engine.cache import Cache
from contentlint.engine.outcomes import Outcome, from_plain
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker, read_page, shown_part, shown_path
from contentlint.engine.timing import Timing
from contentlint.engine.workers import BATCH_BYTES, BATCH_FILES, Examined, Workers, examine
from contentlint.rules.base import Message
from contentlint.rules.contentlint.internal_error import InternalError
from contentlint.site.watching import digest
from contentlint.text import SourceText

if TYPE_CHECKING:
    from concurrent.futures import Future

_ALONE: Final = Message(
    en="Another process that was checking files ended unexpectedly ({reason}); this one goes on alone.",
    nl="Een ander proces dat bestanden bekeek, stopte onverwacht ({reason}); dit proces gaat alleen verder.",
)


class Means(NamedTuple):
    """What a run may use besides this process.

    Attributes:
        cache: what was found before; None for none.
        workers: other processes; None for none. Whoever makes them closes them.
        timing: measures where the time goes; it sees nothing of other processes.
    """

    cache: Cache | None = None
    workers: Workers | None = None
    timing: Timing | None = None


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
            found = [*checker.check_sites()]
        yield from found


_WAITING: Final = 500
"""Files that are held in memory at most."""


class _Slot:
    """A file on its way: its content, and what was found, once that is known."""

    __slots__ = ("data", "outcome", "path", "source")

    def __init__(self, path: Path, data: bytes) -> None:
        self.path: Final = path
        self.data: Final = data
        self.source: Final = SourceText.from_bytes(data)
        self.outcome: Outcome | None = None


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
        self._on_notice: Final = on_notice
        self._queue: Final[deque[_Slot | FileResult]] = deque()
        self._batch: list[_Slot] = []
        self._sent: Final[deque[_Sent]] = deque()

    def results(self, files: Sequence[Path]) -> Iterator[FileResult]:
        """Yield the outcome of each file."""
        for path in files:
            data = read_page(path)
            if isinstance(data, FileResult):
                self._queue.append(data)
            else:
                self._begin(_Slot(path, data))
            yield from self._finished()
        self._settle()
        yield from self._finished()

    def _begin(self, slot: _Slot) -> None:
        self._queue.append(slot)
        if self._cache is not None:
            slot.outcome = self._cache.find(self._checker.site(slot.path), self._relative(slot), digest(slot.data))
        if slot.outcome is None and self._workers is None:
            self._check(slot)
        elif slot.outcome is None:
            self._batch.append(slot)
            if len(self._batch) >= BATCH_FILES or sum(len(one.data) for one in self._batch) >= BATCH_BYTES:
                self._send()
        while self._workers is not None and len(self._sent) > 2 * self._workers.count:
            self._receive()
        if len(self._queue) > _WAITING:
            self._settle()

    def _settle(self) -> None:
        """Wait until something is known of all files so far."""
        if self._workers is not None and self._workers.started and self._batch:
            self._send()
        for slot in self._batch:  # few files at the end of a run, or between files from the cache
            self._check(slot)
        self._batch = []
        while self._sent:
            self._receive()

    def _relative(self, slot: _Slot) -> str:
        return self._settings.relative(slot.path)

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
        slot.outcome = from_plain(examined.plain, self._settings.registry)
        # A rule that failed may have failed for a reason that is gone the next time, such as a busy machine.
        failed = any(violation.rule is InternalError.info for violation in slot.outcome.violations)
        if self._cache is not None and not failed:
            site = self._checker.site(slot.path)
            self._cache.keep(site, self._relative(slot), digest(slot.data), examined.plain, examined.basis)

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
