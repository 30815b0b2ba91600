"""What can be wrong with the declaration of a rule."""

from __future__ import annotations

from typing import Final

from contentlint.rules.base import BoundMessage
from contentlint.text.records import NamedTuple

Path = tuple[str | int, ...]
"""The way to a value in the declaration: keys of tables and indexes (from 0) of lists."""


class DeclarationProblem(NamedTuple):
    """Something wrong in the declaration of a rule; ``at_key`` says that the key is meant, not its value."""

    path: Path
    message: BoundMessage
    at_key: bool = False


class DeclarationError(Exception):
    """A part of a declaration that cannot be used."""

    def __init__(self, message: BoundMessage) -> None:
        super().__init__(message.render("en"))
        self.message: Final = message
