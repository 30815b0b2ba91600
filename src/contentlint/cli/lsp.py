"""``contentlint lsp``: serves an editor."""

from __future__ import annotations

from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.reporting import UsageProblem, language_of
from contentlint.cli.speaking import Command, Option, lang_option
from contentlint.rules.base import Message

_NOT_INSTALLED: Final = Message(
    en="The language server needs the library pygls. Install it with: pip install 'contentlint[lsp]'",
    nl="De taalserver heeft de bibliotheek pygls nodig. Installeer die met: pip install 'contentlint[lsp]'",
)


def _lsp(*, tcp: int | None, plugins: bool, no_cache: bool, lang: str | None) -> int:
    try:
        import pygls  # noqa: F401, PLC0415 - costs 300 ms, and only an editor needs it
    except ModuleNotFoundError as error:
        raise UsageProblem(_NOT_INSTALLED()) from error
    from contentlint.lsp.start import start  # noqa: PLC0415 - as above

    language = language_of(click.get_current_context())
    return start(language, tcp, is_asked_for=lang is not None, run_code=plugins, keeps=not no_cache)


command = Command(
    "lsp",
    callback=_lsp,
    help=Message(
        en="Serve an editor by the Language Server Protocol, over standard input and output. See docs/editors.md for the "
        "settings of editors.",
        nl="Bedien een teksteditor via het Language Server Protocol, over de standaardinvoer en -uitvoer. In "
        "docs/editors.md staat hoe je editors instelt.",
    ),
    params=[
        Option(
            ["--tcp"],
            type=click.IntRange(1, 65535),
            metavar=Message(en="PORT", nl="POORT"),
            help=Message(
                en="Wait for one client on this port of the computer instead, to see what goes on.",
                nl="Wacht in plaats daarvan op één programma op deze poort van de computer, om te zien wat er gebeurt.",
            ),
        ),
        Option(
            ["--plugins"],
            is_flag=True,
            help=Message(
                en="Run the rules in Python that the settings of a folder name.",
                nl="Voer de regels in Python uit die de instellingen van een map noemen.",
            ),
        ),
        options.no_cache(),
        lang_option(),
        options.debug(),
    ],
)
