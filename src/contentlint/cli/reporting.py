"""What the user is told of the run itself, on standard error. Imported at every start, so it imports little."""

from __future__ import annotations

from typing import Final

import click

from contentlint.cli.language import locale_language
from contentlint.rules.base import BoundMessage

LANGUAGE: Final = "contentlint.language"
DEBUG: Final = "contentlint.debug"
"""Where these options are kept in a context's ``meta``, for the case that something goes wrong."""


class UsageProblem(Exception):  # noqa: N818 - a mistake of the caller, not of the program
    """A call that cannot be carried out, in words for the user."""

    def __init__(self, message: BoundMessage) -> None:
        super().__init__(message.render("en"))
        self.message: Final = message


def language_of(ctx: click.Context) -> str:
    """Return the language of messages: the one asked for, else that of the locale."""
    return ctx.meta.get(LANGUAGE) or locale_language()


def tell(text: str) -> None:
    """Write a line to standard error."""
    click.echo(text, err=True)
