"""The cache under fire: whatever happens to its file, a run finds what it would find without it."""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from contentlint.config import load_settings
from contentlint.engine import cache as cache_module
from contentlint.engine import cache_file
from contentlint.engine.cache import Cache
from contentlint.engine.cache_file import CacheFile, PageKey, PageRow
from contentlint.engine.cache_folder import VARIABLE, cache_folder
from contentlint.engine.discovery import discover
from contentlint.engine.run import Means, check_paths
from contentlint.rules.registry import builtin

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")

Found = list[tuple[object, ...]]


@pytest.fixture(autouse=True)
def _same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "program", lambda: "program")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    (root / "hugo.toml").write_text('defaultContentLanguage = "nl"\n')
    for number in range(20):
        page = root / "content" / f"deel-{number % 3}" / f"pagina-{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f"---\ntitle: Pagina {number % 7}\n---\n\n## Kop\n\n#### Te diep\n\n[klik hier](/weg/) en "
            f"[verder](pagina-{number + 3}.md#kop)\n"
        )
    return root


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path


def found_in(root: Path, *, uses_cache: bool = True) -> Found:
    settings = load_settings(root, builtin(), isolated=True)
    cache = Cache(settings) if uses_cache else None
    try:
        return [
            (result.path, one.rule.name, one.span, one.message.render("nl"), one.suggestions)
            for result in check_paths(discover([root], settings.is_excluded).files, settings, means=Means(cache))
            for one in result.violations
        ]
    finally:
        if cache is not None:
            cache.close()


class Whole(NamedTuple):
    """What is found, and the file of a cache that holds all of it; too large to be printed."""

    found: Found
    data: bytes

    def __repr__(self) -> str:
        return f"{len(self.found)} findings, {len(self.data)} bytes"


@pytest.fixture(scope="module")
def fresh(root: Path) -> Found:
    found = found_in(root, uses_cache=False)
    assert len(found) > 40
    assert {rule for _, rule, *_ in found} >= {"title-duplicate", "link-target-missing", "heading-level-skip"}
    return found


@pytest.fixture(scope="module")
def whole(root: Path, fresh: Found, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache_module, "program", lambda: "program")
        patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
        assert found_in(root) == fresh
        return Whole(fresh, file_of().read_bytes())


def file_of() -> Path:
    (file,) = cache_folder().glob("*.sqlite")
    return file


def put(data: bytes, like: Path) -> None:
    settings = load_settings(like, builtin(), isolated=True)
    Cache(settings).close()
    file_of().write_bytes(data)


DAMAGES = st.one_of(
    st.tuples(st.just("cut"), st.floats(0, 1), st.just(0)),
    st.tuples(st.just("flip"), st.floats(0, 1), st.integers(1, 255)),
    st.tuples(st.just("noise"), st.floats(0, 1), st.integers(1, 4096)),
    st.tuples(st.just("zeros"), st.floats(0, 1), st.integers(1, 4096)),
)


def damaged(data: bytes, damages: list[tuple[str, float, int]]) -> bytes:
    made = bytearray(data)
    for kind, where, much in damages:
        place = int(where * (len(made) - 1)) if made else 0
        if kind == "cut":
            del made[place:]
        elif kind == "flip" and made:
            made[place] ^= much
        elif kind == "noise":
            made[place : place + much] = random.Random(much).randbytes(len(made[place : place + much]))  # noqa: S311
        else:
            made[place : place + much] = bytes(len(made[place : place + much]))
    return bytes(made)


@given(st.lists(DAMAGES, min_size=1, max_size=4))
@hypothesis_settings(max_examples=25, deadline=None)
def test_a_file_that_was_cut_off_or_changed_never_changes_what_is_found(
    root: Path, whole: Whole, damages: list[tuple[str, float, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as place:
        patch.setenv(VARIABLE, place)
        put(damaged(whole.data, damages), root)
        assert found_in(root) == whole.found
        assert found_in(root) == whole.found


@pytest.mark.usefixtures("cache")
def test_a_text_that_was_changed_in_a_row_is_not_shown(root: Path, whole: Whole) -> None:
    """SQLite itself does not notice: the row has the same length."""
    word = b"link-text-vague"
    assert whole.data.count(word) > 10
    put(whole.data.replace(word, b"heading-level-s"), root)
    assert found_in(root) == whole.found


@needs_fork
@pytest.mark.usefixtures("cache")
def test_a_process_that_is_killed_while_it_writes_leaves_nothing_wrong(root: Path, fresh: Found) -> None:
    chance = random.Random(5)  # noqa: S311 - the same moments every time
    assert found_in(root) == fresh
    for _ in range(6):
        child = in_child(write_for_ever)
        time.sleep(0.02 + 0.2 * chance.random())
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert found_in(root) == fresh


def write_for_ever() -> None:
    while True:
        file = CacheFile(file_of())
        rows = [(PageKey("site", "scope", str(number)), PageRow(1, os.urandom(2000), None)) for number in range(200)]
        file.write(lambda to, rows=rows: to.put_pages(rows))  # type: ignore[misc]  # bound now, not later
        file.close()


def in_child(work: Callable[[], object]) -> int:
    """Run something in a child process; it ends with 0 when all is well."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


def succeeds(work: Callable[[], bool]) -> bool:
    child = in_child(lambda: None if work() else os._exit(2))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@needs_fork
@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("size", [0, 1, 4096, 20_000])
def test_a_disk_that_is_full_harms_nothing(root: Path, fresh: Found, size: int) -> None:
    import resource  # not on Windows

    def work() -> bool:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return found_in(root) == fresh and found_in(root) == fresh

    assert succeeds(work)
    assert found_in(root) == fresh


@needs_fork
@pytest.mark.usefixtures("cache")
def test_several_runs_at_once_find_the_same(root: Path, fresh: Found) -> None:
    children = [in_child(lambda: None if found_in(root) == fresh else os._exit(2)) for _ in range(4)]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 4
    assert found_in(root) == fresh


@pytest.fixture
def open_place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the cache that another user may enter, too."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        monkeypatch.setenv(VARIABLE, place)
        yield Path(place)


@needs_fork
def test_a_file_that_may_not_be_written_is_still_read(root: Path, whole: Whole, open_place: Path) -> None:
    put(whole.data, root)
    file_of().chmod(0o444)
    open_place.chmod(0o555)
    before = file_of().read_bytes()
    key = PageKey("site", "scope", "page")

    def work() -> bool:
        if os.geteuid() == 0:
            os.seteuid(65534)  # the superuser may write anything
        file = CacheFile(file_of())
        file.write(lambda to: to.put_pages([(key, PageRow(1, b"data", None))]))
        return not file.pages("site", "scope", ["page"])

    try:
        assert succeeds(work)
        assert file_of().read_bytes() == before
    finally:
        open_place.chmod(0o755)


@pytest.mark.usefixtures("cache")
def test_the_file_never_stays_larger_than_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "LIMIT", 100_000)
    place = cache_folder() / "a.sqlite"
    file = CacheFile(place)
    for day in range(12):
        rows = [(PageKey("site", "scope", f"{day} {n}"), PageRow(day, os.urandom(3000), b"")) for n in range(20)]
        file.write(lambda to, rows=rows: to.put_pages(rows))  # type: ignore[misc]  # bound now, not later
        assert place.stat().st_size <= 100_000
    assert file.pages("site", "scope", ["11 19"])
    assert not file.pages("site", "scope", ["0 0"])
    file.close()


@given(
    st.dictionaries(st.text(), st.tuples(st.integers(0, 2**40), st.binary(), st.none() | st.binary()), max_size=5),
    st.text(),
)
@hypothesis_settings(deadline=None)
def test_rows_come_back_as_they_were_put_in(rows: dict[str, tuple[int, bytes, bytes | None]], other: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        file = CacheFile(Path(place, "a.sqlite"))
        made = {page: PageRow(*row) for page, row in rows.items()}
        file.write(lambda to: to.put_pages((PageKey("site", "scope", page), row) for page, row in made.items()))
        assert file.pages("site", "scope", [*made, other]) == made
        assert file.pages("site", "elsewhere", [*made]) == {}
        file.write(lambda to: to.forget_site("site"))
        assert file.pages("site", "scope", [*made]) == {}
        file.close()
