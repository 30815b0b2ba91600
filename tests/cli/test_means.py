"""What a run may use: the cache, other processes, and the measuring of time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contentlint.engine.cache_folder import VARIABLE

Call = Callable[..., Any]
CHECK = ("check", "--select", "HD002,TY001", "--output-format", "concise")


@pytest.fixture(autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path_factory.mktemp("own") / "cache"
    monkeypatch.setenv(VARIABLE, str(place))
    return place


def test_what_was_found_is_kept_and_shown_again(call: Call, folder: Path) -> None:
    first = call(*CHECK)
    assert "heading-level-skip" in first.out
    assert len([*folder.glob("*.sqlite")]) == 1
    assert call(*CHECK) == first


def test_nothing_is_kept_without_the_cache(call: Call, folder: Path) -> None:
    assert "heading-level-skip" in call(*CHECK, "--no-cache").out
    assert not folder.exists()


def test_processes_and_one_process_show_the_same(call: Call) -> None:
    assert call(*CHECK, "--no-cache", "--jobs", "2") == call(*CHECK, "--no-cache", "--jobs", "1")


def test_timing_names_stages_and_rules(call: Call, folder: Path) -> None:
    outcome = call(*CHECK, "--timing")
    assert outcome.out == call(*CHECK, "--no-cache").out
    rows = [line.split() for line in outcome.err.splitlines()]
    assert ["stage", "CPU", "ms", "calls"] in rows
    assert {"Markdown", "prose", "rules", "heading-level-skip", "space-double"} <= {row[0] for row in rows}
    assert not folder.exists()


def test_the_cache_says_what_it_holds_and_is_cleared(call: Call, folder: Path) -> None:
    assert call("cache", "info").out.startswith(f"{folder}: 0 projects, 0.0 MB.")
    call(*CHECK)
    assert f"{folder}: 1 projects" in call("cache", "info").out
    assert call("cache", "clear", "--lang", "nl").out.startswith(f"{folder} is geleegd: 1 projecten")
    assert [*folder.glob("*.sqlite")] == []
    assert call("cache", "clear").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--executor", "dask://h:1", "--jobs", "2"), "use one of them"),
        (("--executor", "http://h:1"), "must be the address of a Dask cluster"),
        (("--jobs", "0"), "Invalid value for '--jobs'"),
    ],
)
def test_a_mistake_in_the_call_is_told(call: Call, arguments: tuple[str, ...], told: str) -> None:
    outcome = call(*CHECK, *arguments)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""


def test_a_cluster_that_does_not_answer_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(address: str) -> None:
        message = f"no answer from {address}\nmore"
        raise OSError(message)

    monkeypatch.setattr("contentlint.cli.means.cluster", silent)
    outcome = call(*CHECK, "--executor", "dask://h:1")
    assert outcome.code == 2
    assert "No Dask cluster answers at dask://h:1 (no answer from dask://h:1)." in outcome.err


def test_dask_that_is_not_installed_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr("contentlint.cli.means.cluster", missing)
    assert "pip install 'contentlint[dask]'" in call(*CHECK, "--executor", "dask://h:1").err
