"""Options that more commands have."""

from __future__ import annotations

from typing import Any

import click

from contentlint.cli.reporting import DEBUG, LANGUAGE
from contentlint.rules.base import LANGUAGES


def _keep(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    ctx.meta[{"lang": LANGUAGE, "debug": DEBUG}[str(parameter.name)]] = value
    return value


def lang() -> click.Option:
    """Return ``--lang``: the language of messages."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        callback=_keep,
        is_eager=True,
        help="Language of messages. Default: that of the settings, then of your computer.",
    )


def debug() -> click.Option:
    """Return ``--debug``: show the traceback when contentlint itself fails."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        callback=_keep,
        is_eager=True,
        expose_value=False,
        help="Show the traceback when contentlint itself fails.",
    )


def output_format(choices: tuple[str, ...]) -> click.Option:
    """Return ``--output-format``; the first choice is the default."""
    return click.Option(
        ["--output-format"],
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="How results are shown.",
    )
