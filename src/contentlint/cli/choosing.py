"""The options that choose settings and rules, for the commands that have them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from contentlint.cli.options import config, isolated, no_plugins
from contentlint.cli.reporting import UsageProblem
from contentlint.cli.speaking import Option
from contentlint.config import CommandLine, Layer, Settings, UnknownRuleError, load_settings
from contentlint.config.keys import SEVERITIES
from contentlint.rules.base import Message, Severity
from contentlint.rules.engine_rules import LANGUAGETOOL
from contentlint.rules.registry import builtin
from contentlint.text.records import NamedTuple

_RULES: Final = Message(en="RULES", nl="REGELS")
_CHOICES: Final = {
    "--select": Message(en="Run these rules only.", nl="Gebruik alleen deze regels."),
    "--extend-select": Message(en="Run these rules too.", nl="Gebruik ook deze regels."),
    "--ignore": Message(en="Do not run these rules.", nl="Gebruik deze regels niet."),
}


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


def options() -> list[Option]:
    """Return the options, but for ``--lang``."""
    return [
        *(Option([name], multiple=True, metavar=_RULES, help=help_) for name, help_ in _CHOICES.items()),
        Option(
            ["--site-wide"],
            is_flag=True,
            help=Message(
                en="Run only rules that look at other pages and files than the one they speak of.",
                nl="Gebruik alleen regels die ook naar andere pagina’s en bestanden kijken dan waar ze iets over zeggen.",
            ),
        ),
        Option(
            ["--engine"],
            type=click.Choice((LANGUAGETOOL,)),
            help=Message(
                en="Have this engine read the text, too; see ‘contentlint languagetool’.",
                nl="Laat ook dit programma de tekst lezen; zie ‘contentlint languagetool’.",
            ),
        ),
        Option(
            ["--fail-on"],
            type=click.Choice(SEVERITIES),
            help=Message(
                en="The least severity that gives exit code 1. Default: error.",
                nl="Vanaf welke ernst de exitcode 1 is. Standaard: error, dus een fout.",
            ),
        ),
        Option(
            ["--exclude"],
            multiple=True,
            metavar=Message(en="GLOB", nl="PATROON"),
            help=Message(en="Do not check these files.", nl="Sla deze bestanden over."),
        ),
        Option(
            ["--no-exclude"],
            is_flag=True,
            help=Message(
                en="Check files that the settings exclude, too.",
                nl="Bekijk ook bestanden die de instellingen uitsluiten.",
            ),
        ),
        config(),
        isolated(),
        no_plugins(),
    ]
