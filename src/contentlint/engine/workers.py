"""Checks texts in other processes, on this machine or on others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contentlint.config import Settings
from contentlint.engine.outcomes import NotPlainError, to_plain
from contentlint.engine.page_facts import PageFacts
from contentlint.engine.runner import Checker
from contentlint.site.watching import NOTHING_SEEN, Basis
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

BATCH_BYTES: Final = 128 * 1024
"""Text that is sent to a process at a time: enough to make the sending cheap, little enough to share the work fairly."""
BATCH_FILES: Final = 50


class Examined(NamedTuple):
    """What was found in a text, its facts, and what that rests on; ``plain`` is None when it cannot be sent."""

    plain: list[Any] | None
    facts: PageFacts | None
    basis: Basis


class Job(NamedTuple):
    """Texts to check, with what a process needs to know of the settings.

    Attributes:
        name: differs for different runs.
        load: loads the settings.
        texts: place and content of each text.
    """

    name: str
    load: Callable[[], Settings]
    texts: tuple[tuple[str, bytes], ...]


def examine(
    checker: Checker,
    path: Path,
    source: SourceText,
    settings: Settings,
    *,
    is_stale: Callable[[], bool] = lambda: False,
) -> Examined:
    """Return what is found in a text, as plain data.

    Raises:
        StaleError: nobody waits for it any more; see ``Checker.check_source``.
    """
    watch = checker.site(path).files.watch
    if watch is not None:
        watch.begin()
    outcome = checker.examine(source, path, is_stale=is_stale)
    basis = watch.basis() if watch is not None else NOTHING_SEEN
    try:
        return Examined(to_plain(outcome, settings.registry), outcome.facts, basis)
    except NotPlainError:
        return Examined(None, None, basis)


_checkers: Final[dict[str, tuple[Checker, Settings]]] = {}
"""What this process has learnt of sites, by name of the run."""


def run(job: Job) -> list[Examined]:
    """Check the texts of a job in this process; what it learns of their site is kept for the next job."""
    if job.name not in _checkers:
        settings = job.load()
        _checkers.clear()
        _checkers[job.name] = Checker(settings, proofreads=False, watches=True), settings
    checker, settings = _checkers[job.name]
    return [examine(checker, Path(path), SourceText.from_bytes(data), settings) for path, data in job.texts]


class Workers:
    """Other processes that check texts.

    Args:
        settings: the settings of the run; they must have come from files.
        count: how many processes there are.
        executor: starts jobs in them.
    """

    def __init__(self, settings: Settings, count: int, executor: Callable[[], Executor]) -> None:
        self.count: Final = count
        self._load: Final = settings.load_again
        self._start: Final = executor
        self._executor: Executor | None = None
        self._name: Final = os.urandom(16).hex()

    def submit(self, texts: Iterable[tuple[Path, bytes]]) -> Future[list[Examined]]:
        """Have texts checked."""
        if self._executor is None:
            self._executor = self._start()
        assert self._load is not None  # noqa: S101 - see ``may_share``
        job = Job(self._name, self._load, tuple((os.path.abspath(path), data) for path, data in texts))  # noqa: PTH100
        return self._executor.submit(run, job)

    @property
    def started(self) -> bool:
        """Whether there is a process yet."""
        return self._executor is not None

    def close(self) -> None:
        """Let the processes end, and wait for them; what was not begun is left undone."""
        if self._executor is not None:
            # Python waits for them at its end in any case, and when they are ending just then it writes a traceback.
            self._executor.shutdown(wait=True, cancel_futures=True)


def may_share(settings: Settings) -> bool:
    """Whether files may be checked in other processes: those know the settings from files only, and LanguageTool is one."""
    return settings.load_again is not None and not settings.languagetool.enabled


def available() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pool(count: int, start_method: str | None = None) -> Executor:
    """Return processes on this machine.

    Args:
        count: how many.
        start_method: ``fork``, ``forkserver`` or ``spawn``; the usual one of the system when None.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for large runs
    from multiprocessing import get_context  # noqa: PLC0415

    return ProcessPoolExecutor(count, get_context(start_method), initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one."""
    import signal  # noqa: PLC0415 - only for other processes

    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Cluster(NamedTuple):
    """The processes of a Dask cluster."""

    executor: Executor
    processes: int
    close: Callable[[], None]


def cluster(address: str, seconds: float = 10) -> Cluster:
    """Connect to a Dask cluster.

    Args:
        address: where its scheduler is, such as ``dask://host:8786``.
        seconds: how long to wait for an answer.

    Raises:
        ImportError: Dask is not installed.
        OSError: nobody answers there.
    """
    from distributed import Client  # noqa: PLC0415 - an extra

    client: Any = Client(address.replace("dask://", "tcp://", 1), timeout=seconds, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types here
    return Cluster(client.get_executor(pure=False), max(sum(client.ncores().values()), 1), client.close)
