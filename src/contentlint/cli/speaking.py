"""Commands and options whose help is in the user's language, and click's own messages with them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

import click

from contentlint.cli.language import locale_language
from contentlint.cli.reporting import LANGUAGE, language_of
from contentlint.rules.base import LANGUAGES, Message

_CATALOGUES: Final = Path(__file__).with_name("locale")
"""Translations of click's messages, as gettext reads them."""
_DOMAIN: Final = "click"
_VARIABLE: Final = "LANGUAGE"
"""The variable that says before all others which language gettext takes."""

_HELP: Final = Message(en="Show this help.", nl="Toon deze hulp.")
_COMMANDS: Final = Message(en="Commands", nl="Opdrachten")
_OPTIONS: Final = Message(en="[OPTIONS]", nl="[OPTIES]")
_COMMAND: Final = Message(en="COMMAND [ARGUMENTS]...", nl="OPDRACHT [ARGUMENTEN]...")


def language_asked(arguments: Sequence[str]) -> str | None:
    """Return the language that ``--lang`` names in a call, before the call is understood; None when there is none.

    What is wrong with a call is told in that language, too.
    """
    asked = None
    for argument, value in zip_longest(arguments, arguments[1:]):
        if argument == "--":
            break
        name, equals, same = argument.partition("=")
        given = same if equals else value
        if name == "--lang" and given in LANGUAGES:
            asked = given
    return asked


@contextmanager
def click_speaking(language: str) -> Iterator[None]:
    """Have click speak a language inside this. It asks gettext, which is told by the environment and a folder."""
    if language == "en":
        yield
        return
    import gettext  # noqa: PLC0415 - click has imported it

    before = os.environ.get(_VARIABLE)
    domain = gettext.textdomain()
    os.environ[_VARIABLE] = language
    gettext.bindtextdomain(_DOMAIN, str(_CATALOGUES))
    gettext.textdomain(_DOMAIN)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


def show_mistake(error: click.ClickException, arguments: Sequence[str]) -> None:
    """Say what is wrong with a call, in the language that it asks for."""
    with click_speaking(language_asked(arguments) or locale_language()):
        error.show()


class Option(click.Option):
    """An option with its help, and what stands for its value, in both languages."""

    def __init__(self, names: Sequence[str], *, help: Message, metavar: Message | None = None, **rest: Any) -> None:  # noqa: A002 - click's name
        super().__init__(names, **rest)
        self._help: Final = help
        self._metavar: Final = metavar

    def make_metavar(self, ctx: click.Context) -> str:
        return self._metavar.in_language(language_of(ctx)) if self._metavar else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = self._help.in_language(language_of(ctx))
        return super().get_help_record(ctx)


class Argument(click.Argument):
    """An argument with what stands for it in help and in messages, in both languages."""

    def __init__(self, name: str, metavar: Message, **rest: Any) -> None:
        super().__init__([name], **rest)
        self._metavar: Final = metavar

    def make_metavar(self, ctx: click.Context) -> str:
        written = self._metavar.in_language(language_of(ctx))
        if not self.required:
            written = f"[{written}]"
        return f"{written}..." if self.nargs != 1 else written


class Command(click.Command):
    """A command with its help in both languages.

    Args:
        name: its name.
        help: what it does.
        epilog: what stands below its options.
        summary: what a list of commands says of it; by default its help.
        rest: what click's command takes.
    """

    def __init__(
        self,
        name: str,
        *,
        help: Message,  # noqa: A002 - click's name
        epilog: Message | None = None,
        summary: Message | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(name, **rest)
        self._help: Final = help
        self._epilog: Final = epilog
        self.summary: Final = summary or help

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        if self._help_option is None:
            self._help_option = Option(
                self.get_help_option_names(ctx),
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help=_HELP,
            )
        return self._help_option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.options_metavar = _OPTIONS.in_language(language_of(ctx))
        return super().collect_usage_pieces(ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        self.help = self._help.in_language(language)
        self.epilog = self._epilog.in_language(language) if self._epilog else None
        with click_speaking(language):
            super().format_help(ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.parent is None and (asked := language_asked(args)):
            ctx.meta[LANGUAGE] = asked
        with click_speaking(language_of(ctx)):
            return super().parse_args(ctx, args)


class Group(Command, click.Group):
    """A command of commands, before which ``--lang`` may stand, too."""

    def __init__(self, name: str, *, params: Sequence[click.Parameter] = (), **rest: Any) -> None:
        super().__init__(name, params=[lang_option(exposed=False), *params], **rest)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.subcommand_metavar = _COMMAND.in_language(language_of(ctx))
        return super().collect_usage_pieces(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        with click_speaking(language_of(ctx)):
            return super().resolve_command(ctx, args)

    def summaries(self) -> Iterator[tuple[str, Message]]:
        """Yield each command with what it does."""
        for name, command in self.commands.items():
            if isinstance(command, Command):
                yield name, command.summary

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        with formatter.section(_COMMANDS.in_language(language)):
            formatter.write_dl([(name, summary.in_language(language)) for name, summary in self.summaries()])


def lang_option(*, exposed: bool = True) -> Option:
    """Return ``--lang``: the language of messages. It may be left to the program, which keeps it for its commands."""
    return Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        callback=_keep_language,
        is_eager=True,
        expose_value=exposed,
        help=Message(
            en="Language of messages. Default: that of the settings, then of your computer.",
            nl="Taal van de meldingen. Standaard: die van de instellingen, anders die van je computer.",
        ),
    )


def _keep_language(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return the language asked for here or before the command."""
    if value is not None:
        ctx.meta[LANGUAGE] = value
    asked: str | None = ctx.meta.get(LANGUAGE)
    return asked


def _show_help(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()
