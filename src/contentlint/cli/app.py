"""The program: its commands, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

import click

INTERRUPTED: Final = 130
FAILED: Final = 2

_COMMANDS: Final = {
    "cache": "Say what is kept of earlier runs, or throw it away.",
    "check": "Check Markdown files and say what is wrong in them.",
    "config": "Show what holds for a run or a file, and where it comes from.",
    "init": "Look at a site and write its first settings.",
    "languagetool": "Fetch LanguageTool, or say whether it is ready.",
    "outline": "Show the headings of a page as a screen reader user meets them.",
    "lsp": "Serve an editor by the Language Server Protocol.",
    "new-rule": "Write the file of a new rule of this site.",
    "rule": "Explain a rule.",
    "rules": "List all rules.",
    "test": "Hold the rules of this site to their examples.",
    "words": "Add words to the word list of a site, or look for words to add.",
}
"""The commands with their help; each stands in a module of its name, which is imported when it is called."""


class _Program(click.Group):
    """All commands. Errors that are not click's end here: nobody gets to see a traceback unasked."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"contentlint.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

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
    name="contentlint",
    help="Check the content of Markdown sites: front matter, images, headings, shortcodes, links, accessibility and "
    "spelling.",
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Show the version.",
        )
    ],
)


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code."""
    try:
        code = program.main(list(arguments), prog_name="contentlint", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code if isinstance(code, int) else 0
