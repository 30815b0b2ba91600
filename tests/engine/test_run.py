from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from contentlint.config import Settings, load_settings
from contentlint.engine.cache import Cache
from contentlint.engine.discovery import discover
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.run import Means, check_paths
from contentlint.engine.workers import Workers, available, cluster, may_share, pool
from contentlint.rules.registry import builtin

DEMO = Path(__file__).parents[2]
NOTHING = Means()


def plain(results: list[FileResult]) -> list[tuple[object, ...]]:
    """Return results as they can be compared: messages are equal when they say the same."""
    return [
        (
            result.path,
            result.source.text,
            result.language,
            one.rule.name,
            one.severity,
            one.span,
            one.message.render("en"),
            one.message.render("nl"),
            one.suggestions,
            one.fix and (one.fix.applicability, one.fix.title.render("nl"), one.fix.edits),
            one.stop,
        )
        for result in results
        for one in result.violations
    ] + [(result.path,) for result in results]


def settings_of(root: Path) -> Settings:
    return load_settings(root, builtin())


def run(root: Path, means: Means = NOTHING, notices: list[Notice] | None = None) -> list[tuple[object, ...]]:
    settings = settings_of(root)
    files = discover([root], settings.is_excluded).files
    return plain(
        [*check_paths(files, settings, means=means, on_notice=(notices if notices is not None else []).append)]
    )


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contentlint.engine.run.BATCH_FILES", 5)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the demo's pages many times over, so that it takes several batches."""
    root = tmp_path_factory.mktemp("site")
    (root / "hugo.toml").write_text((DEMO / "hugo.toml").read_text())
    for number in range(3):
        for path in sorted((DEMO / "content").rglob("*")):
            place = root / "content" / f"deel-{number}" / path.relative_to(DEMO / "content")
            if path.is_file():
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(path.read_bytes())
    (root / "content" / "binary.md").write_bytes(b"\x00\x01\x02" * 100_000)
    (root / "content" / "latin.md").write_bytes("café".encode("latin-1"))
    return root


@pytest.fixture(scope="module")
def serial(site: Path) -> list[tuple[object, ...]]:
    found = run(site)
    assert len({row[3] for row in found if len(row) > 1}) > 5
    return found


@pytest.mark.parametrize("start_method", ["fork", "spawn"])
def test_a_pool_finds_what_one_process_finds(site: Path, serial: list[tuple[object, ...]], start_method: str) -> None:
    workers = Workers(settings_of(site), 2, lambda: pool(2, start_method))
    try:
        assert run(site, Means(None, workers)) == serial
        assert workers.started
        assert active_children()
    finally:
        workers.close()
    assert not active_children()  # one that is still ending when Python ends has it write a traceback


@pytest.mark.usefixtures("cache_place")
def test_a_pool_and_a_cache_find_what_one_process_finds(site: Path, serial: list[tuple[object, ...]]) -> None:
    settings = settings_of(site)
    for started in (True, False):
        workers, cache = Workers(settings, 2, lambda: pool(2)), Cache(settings)
        try:
            assert run(site, Means(cache, workers)) == serial
        finally:
            workers.close()
            cache.close()
        assert workers.started is started


@pytest.fixture
def cache_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTENTLINT_CACHE_DIR", str(tmp_path / "cache"))


def test_a_small_run_starts_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n### B\n")
    workers = Workers(settings_of(tmp_path), 2, lambda: pytest.fail("a process was started"))
    assert any("heading-level-skip" in row for row in run(tmp_path, Means(None, workers)))


class Dying(Executor):
    """Runs some jobs and then ends like a process that was killed."""

    def __init__(self, jobs: int) -> None:
        self._left = jobs
        self._threads = ThreadPoolExecutor(1)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self._left -= 1
        if self._left < 0:
            failed: Future[Any] = Future()
            failed.set_exception(RuntimeError("gone"))
            return failed
        return self._threads.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as it is
        self._threads.shutdown(wait, cancel_futures=cancel_futures)


@pytest.mark.parametrize("jobs", [0, 1])
def test_when_other_processes_end_this_one_goes_on(site: Path, serial: list[tuple[object, ...]], jobs: int) -> None:
    notices: list[Notice] = []
    workers = Workers(settings_of(site), 2, lambda: Dying(jobs))
    try:
        assert run(site, Means(None, workers), notices) == serial
    finally:
        workers.close()
    (notice,) = notices
    assert "this one goes on alone" in notice.message.render("en")
    assert not notice.is_error


def test_a_killed_process_of_a_pool_loses_nothing(site: Path, serial: list[tuple[object, ...]]) -> None:
    executor: Any = pool(2)
    os.kill(executor.submit(os.getpid).result(), signal.SIGKILL)
    workers = Workers(settings_of(site), 2, lambda: executor)
    try:
        assert run(site, Means(None, workers)) == serial
    finally:
        workers.close()


def test_settings_that_were_made_by_hand_stay_in_one_process(tmp_path: Path) -> None:
    assert may_share(settings_of(tmp_path))
    assert not may_share(Settings(tmp_path, builtin()))
    assert available() >= 1


@pytest.fixture
def dask() -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as found:  # type: ignore[no-untyped-call]
        yield found


def test_a_dask_cluster_finds_what_one_process_finds_though_a_worker_is_killed(
    site: Path, serial: list[tuple[object, ...]], dask: Any
) -> None:
    found = cluster(dask.scheduler_address.replace("tcp://", "dask://"))
    assert found.processes == 2
    settings = settings_of(site)
    workers = Workers(settings, found.processes, lambda: found.executor)
    files = discover([site], settings.is_excluded).files
    results = []
    try:
        for number, result in enumerate(check_paths(files, settings, means=Means(None, workers))):
            if number == len(files) // 3:
                os.kill(next(iter(dask.workers.values())).process.process.pid, signal.SIGKILL)
            results.append(result)
    finally:
        found.close()
    assert plain(results) == serial


def test_nobody_at_the_address_is_told() -> None:
    with pytest.raises(OSError, match=re.escape("127.0.0.1:9")):
        cluster("dask://127.0.0.1:9", seconds=1)
