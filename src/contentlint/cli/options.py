"""Options that more commands have."""

from __future__ import annotations

from typing import Final

import click

from contentlint.cli.files import PATH
from contentlint.cli.reporting import DEBUG
from contentlint.cli.speaking import Option
from contentlint.rules.base import Message

FILE: Final = Message(en="FILE", nl="BESTAND")
FOLDER: Final = Message(en="FOLDER", nl="MAP")
NAME: Final = Message(en="NAME", nl="NAAM")
NUMBER: Final = Message(en="NUMBER", nl="AANTAL")
PATHS: Final = Message(en="PATHS", nl="PADEN")
"""What stands for a value in help."""


def _keep_debug(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    ctx.meta[DEBUG] = value


def debug() -> Option:
    """Return ``--debug``: show the traceback when contentlint itself fails."""
    return Option(
        ["--debug"],
        is_flag=True,
        callback=_keep_debug,
        is_eager=True,
        expose_value=False,
        help=Message(
            en="Show the traceback when contentlint itself fails.",
            nl="Toon waar in de code het misging als contentlint zelf vastloopt.",
        ),
    )


def output_format(choices: tuple[str, ...]) -> Option:
    """Return ``--output-format``; the first choice is the default."""
    return Option(
        ["--output-format"],
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help=Message(en="How results are shown.", nl="In welke vorm de resultaten getoond worden."),
    )


def config() -> Option:
    """Return ``--config``: the file of settings."""
    return Option(
        ["--config"],
        type=PATH,
        metavar=FILE,
        help=Message(en="Use the settings in this file.", nl="Gebruik de instellingen in dit bestand."),
    )


def isolated() -> Option:
    """Return ``--isolated``: take no file of settings."""
    return Option(
        ["--isolated"],
        is_flag=True,
        help=Message(en="Use no settings at all.", nl="Gebruik helemaal geen instellingen."),
    )


def no_cache() -> Option:
    """Return ``--no-cache``: use nothing of what was found before, and keep nothing."""
    return Option(
        ["--no-cache"],
        is_flag=True,
        help=Message(
            en="Check everything anew, and keep nothing of it.", nl="Bekijk alles opnieuw, en bewaar er niets van."
        ),
    )


def stdin_filename() -> Option:
    """Return ``--stdin-filename``: the name of what is read from standard input."""
    return Option(
        ["--stdin-filename"],
        type=PATH,
        metavar=FILE,
        help=Message(
            en="What the text given to ‘-’ is: its language, site and bundle.",
            nl="Welk bestand de tekst van ‘-’ is; dat zegt de taal, de site en de bundel.",
        ),
    )


def no_plugins() -> Option:
    """Return ``--no-plugins``: run no code that the settings name."""
    return Option(
        ["--no-plugins"],
        is_flag=True,
        help=Message(
            en="Run no rules in Python that the settings name.",
            nl="Voer geen regels in Python uit die de instellingen noemen.",
        ),
    )
