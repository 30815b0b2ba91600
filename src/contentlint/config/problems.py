"""What can be wrong with settings, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from contentlint.rules.base import BoundMessage
from contentlint.text.records import NamedTuple

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of tables and indexes (from 0) of lists."""


class ConfigProblem(NamedTuple):
    """Something wrong in a file of settings; line and column count from 1, and are 0 when the whole file is meant."""

    path: Path
    line: int
    column: int
    message: BoundMessage


class ConfigError(Exception):
    """Settings that cannot be used, with everything that is wrong with them."""

    def __init__(self, problems: tuple[ConfigProblem, ...]) -> None:
        super().__init__(
            "; ".join(
                f"{problem.path}:{problem.line}:{problem.column}: {problem.message.render('en')}"
                for problem in problems
            )
        )
        self.problems: Final = problems


class UnknownRuleError(Exception):
    """A rule was named that does not exist; the message says so."""

    def __init__(self, message: BoundMessage) -> None:
        super().__init__(message.render("en"))
        self.message: Final = message


class Misfit(NamedTuple):
    """A value that does not fit, by its key path; its place in the file is looked up only when there is one.

    ``at_key`` says that the key is meant, not its value.
    """

    key: KeyPath
    message: BoundMessage
    at_key: bool = False


def dotted(key: KeyPath) -> str:
    """Return a key path as people write it, such as ``overrides[0].select``."""
    text = ""
    for part in key:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
