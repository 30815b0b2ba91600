"""Colour, language, width and progress."""

import io

import pytest

from contentlint.cli.language import locale_language
from contentlint.cli.progress import Progress
from contentlint.cli.screen import wants_colour, width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "expected"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_used_when_wanted(choice: str, terminal: bool, environment: dict[str, str], expected: bool) -> None:  # noqa: FBT001
    stream = Terminal() if terminal else io.StringIO()
    assert wants_colour(choice, stream, environment) is expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_BE"}, "nl"),
        ({"LC_ALL": "C", "LC_MESSAGES": "nl_NL", "LANG": "nl_NL"}, "en"),
        ({"LC_ALL": "", "LANG": "nl_NL"}, "nl"),
    ],
)
def test_the_locale_gives_the_language(environment: dict[str, str], expected: str) -> None:
    assert locale_language(environment) == expected


def test_the_width_is_that_of_the_terminal_or_80(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert width() == 132
    monkeypatch.setenv("COLUMNS", "nonsense")
    assert width() == 80


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("contentlint.cli.progress.monotonic", lambda: now[0])
    return now


def test_progress_appears_after_a_second_and_goes_away_before_a_result(clock: list[float]) -> None:
    stream = Terminal()
    progress = Progress(stream, "nl")
    clock[0] += 0.9
    progress.update(1, 300)
    assert stream.getvalue() == ""
    clock[0] += 0.2
    progress.update(2, 300)
    progress.update(3, 300)
    assert stream.getvalue() == "\r\x1b[K2 van 300 bestanden bekeken"
    assert list(progress.around(["a", "b"])) == ["a", "b"]
    assert stream.getvalue() == "\r\x1b[K2 van 300 bestanden bekeken\r\x1b[K"


def test_progress_is_for_terminals_only(clock: list[float]) -> None:
    stream = io.StringIO()
    progress = Progress(stream, "nl")
    clock[0] += 60
    progress.update(2, 300)
    assert stream.getvalue() == ""
