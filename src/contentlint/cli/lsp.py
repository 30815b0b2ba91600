"""``contentlint lsp``: serves an editor."""

from __future__ import annotations

from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.reporting import UsageProblem, language_of
from contentlint.rules.base import Message

_NOT_INSTALLED: Final = Message(
    en="The language server needs the library pygls. Install it with: pip install 'contentlint[lsp]'",
    nl="De taalserver heeft de bibliotheek pygls nodig. Installeer die met: pip install 'contentlint[lsp]'",
)


def _lsp(*, tcp: int | None, plugins: bool, lang: str | None) -> int:  # noqa: ARG001 - lang is kept by its option
    try:
        import pygls  # noqa: F401, PLC0415 - costs 300 ms, and only an editor needs it
    except ModuleNotFoundError as error:
        raise UsageProblem(_NOT_INSTALLED()) from error
    from contentlint.lsp.start import start  # noqa: PLC0415 - as above

    return start(language_of(click.get_current_context()), tcp, run_code=plugins)


command = click.Command(
    "lsp",
    callback=_lsp,
    help="Serve an editor by the Language Server Protocol, over standard input and output. See docs/editors.md for the "
    "settings of editors.",
    params=[
        click.Option(
            ["--tcp"],
            type=click.IntRange(1, 65535),
            metavar="PORT",
            help="Wait for one client on this port of the computer instead, to see what goes on.",
        ),
        click.Option(["--plugins"], is_flag=True, help="Run the rules in Python that the settings of a folder name."),
        options.lang(),
        options.debug(),
    ],
)
