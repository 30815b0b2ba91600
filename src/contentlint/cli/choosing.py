"""The options that choose settings and rules, for the commands that have them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import click

from contentlint.cli.files import PATH
from contentlint.cli.reporting import UsageProblem
from contentlint.config import CommandLine, Layer, Settings, UnknownRuleError, load_settings
from contentlint.config.keys import SEVERITIES
from contentlint.rules.base import Severity
from contentlint.rules.engine_rules import LANGUAGETOOL
from contentlint.rules.registry import builtin


class Chosen(NamedTuple):
    """What the options say, as click gives it."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    engine: str | None = None
    exclude: tuple[str, ...] = ()
    no_exclude: bool = False
    fail_on: str | None = None
    config: Path | None = None
    isolated: bool = False
    no_plugins: bool = False
    site_wide: bool = False
    lang: str | None = None

    def settings(self, start: Path) -> Settings:
        """Return the settings for a run that starts from a file or folder.

        Raises:
            UsageProblem: an option names a rule that does not exist.
            ConfigError: a file of settings cannot be used.
        """
        command_line = CommandLine(
            Layer(
                select=_names(self.select) if self.select else None,
                extend_select=(*_names(self.extend_select), *((self.engine,) if self.engine else ())),
                extend_ignore=_names(self.ignore),
            ),
            exclude=self.exclude,
            use_exclude=not self.no_exclude,
            site_wide=self.site_wide,
            fail_on=Severity[self.fail_on.upper()] if self.fail_on else None,
            message_language=self.lang,
        )
        try:
            return load_settings(
                start,
                builtin(),
                config=self.config,
                isolated=self.isolated,
                command_line=command_line,
                run_code=not self.no_plugins,
            )
        except UnknownRuleError as error:
            raise UsageProblem(error.message) from None


def _names(values: Iterable[str]) -> tuple[str, ...]:
    """Return what options name, with commas or one by one."""
    return tuple(name.strip() for value in values for name in value.split(","))


def options() -> list[click.Option]:
    """Return the options, but for ``--lang``."""
    return [
        click.Option(["--select"], multiple=True, metavar="RULES", help="Run these rules only."),
        click.Option(["--extend-select"], multiple=True, metavar="RULES", help="Run these rules too."),
        click.Option(["--ignore"], multiple=True, metavar="RULES", help="Do not run these rules."),
        click.Option(
            ["--site-wide"],
            is_flag=True,
            help="Run only rules that look at other pages and files than the one they speak of.",
        ),
        click.Option(
            ["--engine"],
            type=click.Choice((LANGUAGETOOL,)),
            help="Have this engine read the text, too; see ‘contentlint languagetool’.",
        ),
        click.Option(
            ["--fail-on"],
            type=click.Choice(SEVERITIES),
            help="The least severity that gives exit code 1. Default: error.",
        ),
        click.Option(["--exclude"], multiple=True, metavar="GLOB", help="Do not check these files."),
        click.Option(["--no-exclude"], is_flag=True, help="Check files that the settings exclude, too."),
        click.Option(["--config"], type=PATH, help="Use the settings in this file."),
        click.Option(["--isolated"], is_flag=True, help="Use no settings at all."),
        no_plugins(),
    ]


def no_plugins() -> click.Option:
    """Return ``--no-plugins``: run no code that the settings name."""
    return click.Option(["--no-plugins"], is_flag=True, help="Run no rules in Python that the settings name.")
