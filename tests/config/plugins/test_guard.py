"""Code of plug-ins is watched over in every thread."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.config.plugins import guard
from contentlint.config.plugins.guard import Guard, TookTooLongError


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SECONDS", 0.1)


def loop() -> None:
    while True:
        pass


def in_a_thread(call: Callable[[], None]) -> BaseException | None:
    """Return what a call ends with in a thread of its own."""
    ended: list[BaseException] = []

    def run() -> None:
        try:
            call()
        except BaseException as error:  # noqa: BLE001 - to be looked at by the test
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()
    return ended[0] if ended else None


def watched(call: Callable[[], None]) -> None:
    with Guard() as active, active.watch():
        call()


def test_a_loop_is_stopped_in_the_main_thread() -> None:
    with pytest.raises(TookTooLongError):
        watched(loop)


def test_a_loop_is_stopped_in_another_thread() -> None:
    assert isinstance(in_a_thread(lambda: watched(loop)), TookTooLongError)


def test_many_calls_may_take_long_together() -> None:
    with Guard() as active:
        for _ in range(30):
            with active.watch():
                time.sleep(0.02)


def test_what_runs_between_calls_is_not_watched() -> None:
    with Guard() as active:
        with active.watch():
            pass
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            pass


def test_the_working_folder_stays_also_for_threads_of_a_plugin() -> None:
    here = Path.cwd()
    with Guard() as active, active.watch():
        assert isinstance(in_a_thread(lambda: os.chdir("/")), PermissionError)
    assert Path.cwd() == here
    os.chdir(here)


def test_standard_output_comes_back_after_an_error() -> None:
    stdout = sys.stdout

    def fail() -> None:
        assert sys.stdout is sys.stderr
        raise ValueError

    with pytest.raises(ValueError, match=r"\A\Z"):
        watched(fail)
    assert sys.stdout is stdout


def test_an_alarm_of_the_program_itself_is_put_back() -> None:
    signal = pytest.importorskip("signal", reason="there are alarms on Unix only")
    before = signal.getsignal(signal.SIGALRM)
    watched(lambda: None)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
