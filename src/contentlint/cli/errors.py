"""What the user is told when a run fails. Imported only then."""

from __future__ import annotations

import traceback
from typing import Final

import click

from contentlint.cli.reporting import DEBUG, UsageProblem, language_of, tell
from contentlint.config.problems import ConfigError
from contentlint.engine.runner import shown_path
from contentlint.outputs.display import shown
from contentlint.rules.base import Message

REPORT_URL: Final = "https://contentlint.readthedocs.io/"

_NOT_CHECKED: Final = Message(
    en="These settings cannot be used, so nothing was checked.",
    nl="Met deze instellingen kan contentlint niet werken; er is niets bekeken.",
)
_FAILURE: Final = Message(
    en="contentlint itself failed: {error}. Please report it, with what --debug shows: {url}",
    nl="contentlint zelf liep vast: {error}. Meld het alsjeblieft, met wat --debug laat zien: {url}",
)


def report(error: Exception, ctx: click.Context) -> None:
    """Say what went wrong: a mistake in the call, everything that is wrong with the settings, or a failure of ours.

    The traceback of a failure is shown with ``--debug`` only.
    """
    language = language_of(ctx)
    if isinstance(error, UsageProblem):
        tell(f"contentlint: {shown(error.message.render(language))}")
    elif isinstance(error, ConfigError):
        for problem in error.problems:
            place = f":{problem.line}:{problem.column}" if problem.line else ""
            tell(f"{shown(shown_path(problem.path))}{place}: {shown(problem.message.render(language))}")
        tell(_NOT_CHECKED().render(language))
    else:
        if ctx.meta.get(DEBUG):
            tell("".join(traceback.format_exception(error)))
        message = _FAILURE(error=f"{type(error).__name__}: {error}", url=REPORT_URL)
        tell(f"contentlint: {shown(message.render(language))}")
