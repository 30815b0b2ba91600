"""``contentlint rules``: lists all rules."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.reporting import language_of, tell
from contentlint.cli.rules_here import rules_here, which_rules
from contentlint.cli.screen import prepare_output
from contentlint.cli.speaking import Command, lang_option
from contentlint.config.plugins.sources import pack_names
from contentlint.outputs.explanation import OFF_BY_DEFAULT, as_data
from contentlint.outputs.wording import SEVERITY
from contentlint.rules.base import Message

_PACKS: Final = Message(
    en='Not used here, and so not in this list: the packs {packs}. To use one, write in contentlint.toml: packs = ["{name}"]',
    nl="Doen hier niet mee, en staan dus niet in deze lijst: de pakketten {packs}. Zet, om er een te gebruiken, in "
    'contentlint.toml: packs = ["{name}"]',
)


def _list(
    *,
    output_format: str,
    config: Path | None,
    no_plugins: bool,
    lang: str | None,  # noqa: ARG001 - kept by its option
) -> None:
    registry = rules_here(config, no_plugins=no_plugins)
    stream = prepare_output(machine=output_format == "json")
    if output_format == "json":
        stream.write(dumps([as_data(rule.rule) for rule in registry], ensure_ascii=False, indent=1) + "\n")
        return
    language = language_of(click.get_current_context())
    names = max((len(rule.name) for rule in registry), default=0)
    severities = max(len(severity.in_language(language)) for severity in SEVERITY.values())
    for rule in registry:
        info = rule.info
        severity = SEVERITY[info.severity].in_language(language)
        note = "" if info.default else f" ({OFF_BY_DEFAULT.in_language(language)})"
        summary = info.summary.in_language(language)
        stream.write(f"{info.code}  {info.name:{names}}  {severity:{severities}}  {summary}{note}\n")
    used = {entry.origin.pack for entry in registry if entry.origin}
    if unused := [name for name in pack_names() if name not in used]:
        stream.flush()
        tell(_PACKS(packs=", ".join(unused), name=unused[0]).render(language))


command = Command(
    "rules",
    callback=_list,
    help=Message(en="List all rules, in order of code.", nl="Geef een lijst van alle regels, op volgorde van code."),
    params=[options.output_format(("text", "json")), *which_rules(), lang_option(), options.debug()],
)
