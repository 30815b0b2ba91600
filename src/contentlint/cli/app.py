"""The program: its commands, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Final

import click

from contentlint.cli.speaking import Group, Option, show_mistake
from contentlint.rules.base import Message

INTERRUPTED: Final = 130
FAILED: Final = 2

_COMMANDS: Final = {
    "cache": Message(
        en="Say what is kept of earlier runs, or throw it away.",
        nl="Zeg wat er van eerdere keren bewaard is, of gooi het weg.",
    ),
    "check": Message(
        en="Check Markdown files and say what is wrong in them.",
        nl="Bekijk Markdown-bestanden en zeg wat eraan mankeert.",
    ),
    "config": Message(
        en="Show what holds for a run or a file, and where it comes from.",
        nl="Toon wat er geldt voor een controle of een bestand, en waar dat vandaan komt.",
    ),
    "init": Message(
        en="Look at a site and write its first settings.",
        nl="Bekijk een site en schrijf er de eerste instellingen voor.",
    ),
    "languagetool": Message(
        en="Fetch LanguageTool, or say whether it is ready.", nl="Haal LanguageTool op, of zeg of het klaarstaat."
    ),
    "lsp": Message(
        en="Serve an editor by the Language Server Protocol.",
        nl="Bedien een teksteditor via het Language Server Protocol.",
    ),
    "new-rule": Message(
        en="Write the file of a new rule of this site.", nl="Schrijf het bestand van een nieuwe regel voor deze site."
    ),
    "outline": Message(
        en="Show the headings of a page as a screen reader user meets them.",
        nl="Toon de koppen van een pagina zoals een schermlezer ze voorleest.",
    ),
    "rule": Message(en="Explain a rule.", nl="Leg een regel uit."),
    "rules": Message(en="List all rules.", nl="Geef een lijst van alle regels."),
    "test": Message(
        en="Hold the rules of this site to their examples.", nl="Toets de regels van deze site aan hun voorbeelden."
    ),
    "words": Message(
        en="Add words to the word list of a site, or look for words to add.",
        nl="Zet woorden op de woordenlijst van een site, of zoek woorden die daarop horen.",
    ),
}
"""The commands with their help; each stands in a module of its name, which is imported when it is called."""


class _Program(Group):
    """All commands. Errors that are not click's end here: nobody gets to see a traceback unasked."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"contentlint.cli.{cmd_name.replace('-', '_')}").command
        return command

    def summaries(self) -> Iterator[tuple[str, Message]]:
        yield from _COMMANDS.items()

    def invoke(self, ctx: click.Context) -> Any:
        try:
            code = super().invoke(ctx)
            # A pipe that was closed must be noticed here, and not when Python shuts down.
            sys.stdout.flush()
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - the last resort
            from contentlint.cli.errors import report  # noqa: PLC0415 - only when something is wrong

            report(error, ctx)
            return FAILED
        return code


def _print_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version  # noqa: PLC0415 - costs more than all the rest

        click.echo(f"contentlint {version('contentlint')}")
        ctx.exit()


program = _Program(
    "contentlint",
    help=Message(
        en="Check the content of Markdown sites: front matter, images, headings, shortcodes, links, accessibility and "
        "spelling.",
        nl="Controleert de inhoud van Markdown-sites: front matter, afbeeldingen, koppen, shortcodes, links, "
        "toegankelijkheid en spelling.",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help=Message(en="Show the version.", nl="Toon de versie."),
        ),
    ],
)


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code."""
    try:
        code = program.main(list(arguments), prog_name="contentlint", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        show_mistake(error, arguments)
        return error.exit_code
    return code if isinstance(code, int) else 0
