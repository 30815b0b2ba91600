"""The options that choose settings and rules, for the commands that have them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import click

from contentlint.cli.files import PATH
from contentlint.cli.reporting import UsageProblem
from contentlint.config import CommandLine, Layer, Settings, load_settings
from contentlint.config.keys import SEVERITIES, resolve_selector
from contentlint.rules.base import BoundMessage, Severity
from contentlint.rules.languagetool.languagetool import LanguageTool
from contentlint.rules.registry import Registry, builtin


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
    lang: str | None = None

    def settings(self, start: Path) -> Settings:
        """Return the settings for a run that starts from a file or folder.

        Raises:
            UsageProblem: an option names a rule that does not exist.
            ConfigError: a file of settings cannot be used.
        """
        registry = builtin()
        command_line = CommandLine(
            Layer(
                select=_selectors(self.select, registry) if self.select else None,
                extend_select=(*_selectors(self.extend_select, registry), *((self.engine,) if self.engine else ())),
                extend_ignore=_selectors(self.ignore, registry),
            ),
            exclude=self.exclude,
            use_exclude=not self.no_exclude,
            fail_on=Severity[self.fail_on.upper()] if self.fail_on else None,
            message_language=self.lang,
        )
        return load_settings(start, registry, config=self.config, isolated=self.isolated, command_line=command_line)


def _selectors(values: Iterable[str], registry: Registry) -> tuple[str, ...]:
    """Return the rules and families that options name, with commas or one by one."""
    found = []
    for name in (name.strip() for value in values for name in value.split(",")):
        resolved = resolve_selector(registry, name)
        if isinstance(resolved, BoundMessage):
            raise UsageProblem(resolved)
        found.append(resolved)
    return tuple(found)


def options() -> list[click.Option]:
    """Return the options, but for ``--lang``."""
    return [
        click.Option(["--select"], multiple=True, metavar="RULES", help="Run these rules only."),
        click.Option(["--extend-select"], multiple=True, metavar="RULES", help="Run these rules too."),
        click.Option(["--ignore"], multiple=True, metavar="RULES", help="Do not run these rules."),
        click.Option(
            ["--engine"],
            type=click.Choice((LanguageTool.info.name,)),
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
    ]
