"""The files that a command works on, and what the user is told about them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from contentlint.cli.reporting import language_of, tell
from contentlint.engine.results import Notice
from contentlint.outputs.display import shown
from contentlint.rules.base import BoundMessage, Message

_EMPTY: Final = Message(en="an empty name is no file", nl="een lege naam is geen bestand")


class NamedPath(click.Path):
    """A path that is really named: an empty one, from a variable that is not set, would mean the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail(_EMPTY.in_language(language_of(ctx) if ctx else "en"), param, ctx)
        return super().convert(value, param, ctx)


PATH: Final = NamedPath(path_type=Path)


class Desk:
    """Tells the user about the run, and remembers whether something of it failed."""

    def __init__(self, language: str) -> None:
        self._language: Final = language
        self.failed = False

    def say(self, message: BoundMessage) -> None:
        """Tell something."""
        tell(shown(message.render(self._language)))

    def notify(self, notice: Notice) -> None:
        """Tell something about a file."""
        self.failed |= notice.is_error
        self.say(notice.message)
