"""What is told about the run itself, on standard error."""

from __future__ import annotations

from typing import Final

import click

from contentlint.cli.language import locale_language
from contentlint.config.problems import ConfigError
from contentlint.engine.runner import shown_path
from contentlint.outputs.display import shown
from contentlint.rules.base import BoundMessage, Message

REPORT_URL: Final = "https://contentlint.readthedocs.io/"

LANGUAGE: Final = "contentlint.language"
DEBUG: Final = "contentlint.debug"
"""Where the options are kept in a context's ``meta``, for the case that something goes wrong."""

_NOT_CHECKED: Final = Message(
    en="These settings cannot be used, so nothing was checked.",
    nl="Met deze instellingen kan contentlint niet werken; er is niets bekeken.",
)
_CRASH: Final = Message(
    en="contentlint itself failed: {error}. Please report it, with what --debug shows: {url}",
    nl="contentlint zelf liep vast: {error}. Meld het alsjeblieft, met wat --debug laat zien: {url}",
)


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


def report_usage_problem(problem: UsageProblem, ctx: click.Context) -> None:
    """Say what is wrong with a call."""
    tell(f"contentlint: {shown(problem.message.render(language_of(ctx)))}")


def report_config_error(error: ConfigError, ctx: click.Context) -> None:
    """Say everything that is wrong with the settings, each at its place."""
    language = language_of(ctx)
    for problem in error.problems:
        place = f":{problem.line}:{problem.column}" if problem.line else ""
        tell(f"{shown(shown_path(problem.path))}{place}: {shown(problem.message.render(language))}")
    tell(_NOT_CHECKED().render(language))


def report_crash(error: Exception, ctx: click.Context) -> None:
    """Say that contentlint failed, and how to report it; with ``--debug`` the traceback goes before that."""
    if ctx.meta.get(DEBUG):
        import traceback  # noqa: PLC0415 - for debugging only

        tell("".join(traceback.format_exception(error)))
    message = _CRASH(error=f"{type(error).__name__}: {error}", url=REPORT_URL)
    tell(f"contentlint: {shown(message.render(language_of(ctx)))}")
